"""Fixes of decisions that give the trainee no chance, or the answer away."""

from __future__ import annotations

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.fixes.fix import Fix
from studio.checks.pedagogy.giveaways import questions
from studio.checks.pedagogy.ways_back import can_be_tried_again
from studio.story.edits import replace_scene, replace_scenes
from studio.story.finding import Finding
from studio.story.model import Decision, Scene, Story, choice_of


def _let_try_again(story: Story, finding: Finding) -> Story:
    """Only where the engine can: at feedback that is shown at once."""
    scene, decision = _decision(story, finding)
    choice = choice_of(scene, finding.place.choice or "")
    again = replace(decision, retry=True)
    if choice is None or not can_be_tried_again(again, choice) or decision.retry:
        return story
    return replace_scene(story, replace(scene, then=again))


def _silence_is_the_answer(story: Story, finding: Finding) -> Story:
    """A choice that is kept off the screen can only be meant for the time limit."""
    scene, decision = _decision(story, finding)
    silent = [choice.id for choice in decision.choices if not choice.offered]
    if decision.on_timeout is not None or len(silent) != 1:
        return story
    return replace_scene(story, replace(scene, then=replace(decision, on_timeout=silent[0])))


def _drop_the_limit(story: Story, finding: Finding) -> Story:
    """Nothing happens when it runs out, and the player does not even show it."""
    scene, decision = _decision(story, finding)
    if decision.on_timeout is not None or decision.time_limit is None:
        return story
    return replace_scene(story, replace(scene, then=replace(decision, time_limit=None)))


def _shuffle(story: Story, finding: Finding) -> Story:
    scenes: list[Scene] = []
    for question in questions(Context(story)):
        decision = question.scene.then
        if isinstance(decision, Decision) and not decision.shuffle:
            scenes.append(replace(question.scene, then=replace(decision, shuffle=True)))
    return replace_scenes(story, scenes)


def _decision(story: Story, finding: Finding) -> tuple[Scene, Decision]:
    scene = story.scene_by_id[finding.place.scene or ""]
    if not isinstance(scene.then, Decision):
        raise KeyError(scene.id)
    return scene, scene.then


FIXES = (
    Fix(
        "PE002",
        {"pl": "Pozwól spróbować ponownie", "en": "Let the trainee try again"},
        _let_try_again,
    ),
    Fix(
        "PE004",
        {
            "pl": "Niech po upływie czasu zapadnie wybór, którego nie widać na ekranie",
            "en": "Let the choice that is kept off the screen be taken when time runs out",
        },
        _silence_is_the_answer,
    ),
    Fix("PE004", {"pl": "Usuń limit czasu", "en": "Remove the time limit"}, _drop_the_limit),
    Fix(
        "PE006",
        {"pl": "Tasuj wybory w tych decyzjach", "en": "Shuffle the choices of these decisions"},
        _shuffle,
    ),
)
