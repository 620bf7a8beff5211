"""Edits of what follows a scene: the kind of continuation, the choices, the ways on."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import replace

from studio.story.edits.connections import new_choice_id
from studio.story.edits.identifiers import unique_id
from studio.story.edits.rules import comparison_about
from studio.story.edits.scenes import replace_scene
from studio.story.model import (
    Choice,
    Condition,
    ConditionalTarget,
    Continuation,
    Decision,
    Ending,
    Next,
    Scene,
    Story,
    Visited,
    targets,
)

ContinuationKind = Literal["undecided", "decision", "next", "ending"]


def continuation_kind(continuation: Continuation | None) -> ContinuationKind:
    """What follows, as a word."""
    match continuation:
        case Decision():
            return "decision"
        case Next():
            return "next"
        case Ending():
            return "ending"
        case None:
            return "undecided"


def continue_with(story: Story, scene_id: str, kind: ContinuationKind) -> Story:
    """Let another kind of continuation follow the scene; a way on that it had is kept.

    A decision made from a way on gets one choice that leads there; a way on made from a decision
    leads where its first leading choice led.
    """
    scene = story.scene_by_id[scene_id]
    if continuation_kind(scene.then) == kind:
        return story
    first = next(iter(targets(scene)), None)
    after: Continuation | None
    match kind:
        case "decision":
            after = Decision(choices=(Choice(id="choice_1", target=first),) if first else ())
        case "next":
            after = Next(target=first)
        case "ending":
            after = Ending()
        case "undecided":
            after = None
    return replace_scene(story, replace(scene, then=after))


def add_choice(story: Story, scene_id: str, target: str | None = None) -> Story:
    """Add a choice at the end, with a new id; a scene that has no decision gets one."""
    story = continue_with(story, scene_id, "decision")
    scene, decision = decision_of(story, scene_id)
    added = Choice(id=new_choice_id(decision), target=target)
    return _with_choices(story, scene, (*decision.choices, added))


def duplicate_choice(story: Story, scene_id: str, choice_id: str) -> Story:
    """Add a copy of the choice, with an id of its own, right after it."""
    scene, decision = decision_of(story, scene_id)
    index = _index(decision, choice_id)
    new_id = unique_id(choice_id, {choice.id for choice in decision.choices})
    copy = replace(decision.choices[index], id=new_id)
    choices = decision.choices
    return _with_choices(story, scene, (*choices[: index + 1], copy, *choices[index + 1 :]))


def remove_choice(story: Story, scene_id: str, choice_id: str) -> Story:
    """Take the choice out of its decision; a time limit no longer takes it."""
    scene, decision = decision_of(story, scene_id)
    index = _index(decision, choice_id)
    left = (*decision.choices[:index], *decision.choices[index + 1 :])
    on_timeout = None if decision.on_timeout == choice_id else decision.on_timeout
    then = replace(decision, choices=left, on_timeout=on_timeout)
    return replace_scene(story, replace(scene, then=then))


def add_branch(story: Story, scene_id: str) -> Story:
    """Add a way on under a condition, to be filled in; KeyError if no way on follows the scene."""
    scene = story.scene_by_id[scene_id]
    if not isinstance(scene.then, Next):
        raise KeyError(scene_id)
    target = scene.then.target or scene_id
    branch = ConditionalTarget(condition=first_condition(story, scene_id), target=target)
    then = replace(scene.then, branches=(*scene.then.branches, branch))
    return replace_scene(story, replace(scene, then=then))


def first_condition(story: Story, scene_id: str) -> Condition:
    """A condition to begin with: about the first variable, else about the scene itself."""
    if story.variables:
        return comparison_about(story.variables[0])
    return Visited(scene=scene_id)


def decision_of(story: Story, scene_id: str) -> tuple[Scene, Decision]:
    """The scene and its decision; KeyError if it has none."""
    scene = story.scene_by_id[scene_id]
    if not isinstance(scene.then, Decision):
        raise KeyError(scene_id)
    return scene, scene.then


def _with_choices(story: Story, scene: Scene, choices: tuple[Choice, ...]) -> Story:
    assert isinstance(scene.then, Decision)
    return replace_scene(story, replace(scene, then=replace(scene.then, choices=choices)))


def _index(decision: Decision, choice_id: str) -> int:
    for index, choice in enumerate(decision.choices):
        if choice.id == choice_id:
            return index
    raise KeyError(choice_id)
