"""Edits of what is written in scenes, decisions, choices and endings, one language at a time."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from studio.story.edits.scenes import replace_scene
from studio.story.model import Card, Decision, Ending, Scene, Story


def with_text(text: Mapping[str, str], language: str, words: str) -> Mapping[str, str]:
    """The text with the words of one language changed; no words takes the language out."""
    if text.get(language, "") == words:
        return text
    rest = dict(text)
    if words:
        rest[language] = words
    else:
        rest.pop(language, None)
    return rest


def retitle_scene(story: Story, scene_id: str, language: str, words: str) -> Story:
    """Give the scene a title in one language."""
    scene = story.scene_by_id[scene_id]
    title = with_text(scene.title, language, words)
    return story if title is scene.title else replace_scene(story, replace(scene, title=title))


def write_card(story: Story, scene_id: str, language: str, words: str) -> Story:
    """Write the text of the scene's card; a scene without a card gets one."""
    scene = story.scene_by_id[scene_id]
    card = scene.card or Card()
    text = with_text(card.text, language, words)
    if text is card.text:
        return story
    return replace_scene(story, replace(scene, card=replace(card, text=text)))


def write_prompt(story: Story, scene_id: str, language: str, words: str) -> Story:
    """Write the question of the scene's decision; KeyError if the scene has no decision."""
    scene, decision = _decision(story, scene_id)
    prompt = with_text(decision.prompt, language, words)
    if prompt is decision.prompt:
        return story
    return replace_scene(story, replace(scene, then=replace(decision, prompt=prompt)))


def write_choice(story: Story, scene_id: str, choice_id: str, language: str, words: str) -> Story:
    """Write the text of a choice; KeyError if the scene has no such choice."""
    scene, decision = _decision(story, scene_id)
    before = next((each for each in decision.choices if each.id == choice_id), None)
    if before is None:
        raise KeyError(choice_id)
    text = with_text(before.text, language, words)
    if text is before.text:
        return story
    after = replace(before, text=text)
    choices = tuple(after if each is before else each for each in decision.choices)
    return replace_scene(story, replace(scene, then=replace(decision, choices=choices)))


def write_headline(story: Story, scene_id: str, language: str, words: str) -> Story:
    """Write the headline of an ending; KeyError if the scene is none."""
    scene = story.scene_by_id[scene_id]
    if not isinstance(scene.then, Ending):
        raise KeyError(scene_id)
    headline = with_text(scene.then.headline, language, words)
    if headline is scene.then.headline:
        return story
    return replace_scene(story, replace(scene, then=replace(scene.then, headline=headline)))


def _decision(story: Story, scene_id: str) -> tuple[Scene, Decision]:
    scene = story.scene_by_id[scene_id]
    if not isinstance(scene.then, Decision):
        raise KeyError(scene_id)
    return scene, scene.then
