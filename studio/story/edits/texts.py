"""Edits of titles, one language at a time; :func:`put_value` edits any other text."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from studio.story.edits.scenes import replace_scene
from studio.story.model import Story


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
