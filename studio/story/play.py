"""The reference engine: a small state machine that knows no clock and no screen.

``start(story)`` gives the first :class:`State`; ``actions(story, state)`` says what can happen
now; ``step(story, state, action)`` gives the next state. Time arrives as actions (``open`` when
a decision's opening time has come, ``finish`` when the clip has ended, ``timeout``). The
player's ``engine.js`` is the same machine; ``tests/golden`` holds both to one meaning.

Phases
    playing   the scene's clip runs; a decision waits for ``open``, anything else for ``finish``
    deciding  the decision is open: ``choose`` or ``timeout``
    feedback  feedback at once is shown: ``proceed`` or, where allowed, ``retry``
    ended     the ending's debrief
    stuck     nothing can be chosen, or the way on leads nowhere: a defect that checks report
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from studio.story.model import (
    Choice,
    Decision,
    Effect,
    Ending,
    Next,
    NoticeIndicator,
    Number,
    Scene,
    Story,
    Value,
    choice_of,
)
from studio.story.rules import Facts, assign, holds, initial_values

Phase = Literal["playing", "deciding", "feedback", "ended", "stuck"]
ActionName = Literal["open", "finish", "choose", "timeout", "proceed", "retry"]


class Action(Struct, frozen=True, omit_defaults=True):
    """One thing that happens; ``choice`` goes with ``choose`` only."""

    action: ActionName
    choice: str | None = None


class Taken(Struct, frozen=True, omit_defaults=True):
    """One choice on the path. ``withdrawn`` marks an answer that was tried again."""

    scene: str
    choice: str
    timeout: bool = False
    withdrawn: bool = False


class Tally(Struct, frozen=True):
    """What choices change and trying again takes back."""

    variables: Mapping[str, Value]
    score: Number = 0
    competences: Mapping[str, Number] = {}
    noticed: tuple[str, ...] = ()


class State(Struct, frozen=True):
    """Everything about a playthrough at one moment.

    ``visited`` lists scenes in the order of their first visit, ``entered`` every entry.
    ``before`` is the tally before the choice whose feedback is shown.
    """

    phase: Phase
    scene: str | None
    tally: Tally
    visited: tuple[str, ...] = ()
    entered: tuple[str, ...] = ()
    path: tuple[Taken, ...] = ()
    before: Tally | None = None

    def facts(self) -> Facts:
        """The state as conditions see it."""
        return Facts(
            variables=self.tally.variables,
            score=self.tally.score,
            competences=self.tally.competences,
            visited=self.visited,
            taken={(each.scene, each.choice) for each in self.path if not each.withdrawn},
            noticed=self.tally.noticed,
        )


class NotPossible(ValueError):
    """The action is not among the actions of the state."""


def start(story: Story, scene: str | None = None, tally: Tally | None = None) -> State:
    """The first state: the story's start, or any scene with any variable values."""
    first = scene if scene is not None else story.start
    empty = State(
        phase="stuck",
        scene=None,
        tally=tally or Tally(variables=initial_values(story.variables)),
    )
    return _enter(story, empty, first)


def is_enabled(scene: Scene, choice: Choice, state: State) -> bool:
    """Whether the choice can be taken now (whether it is offered on screen is another matter)."""
    used = choice.once and any(
        each.scene == scene.id and each.choice == choice.id and not each.withdrawn
        for each in state.path
    )
    return not used and holds(choice.condition, state.facts())


def actions(story: Story, state: State) -> tuple[Action, ...]:
    """What can happen now, choices in the author's order, then ``timeout``."""
    scene = story.scene_by_id.get(state.scene or "")
    if scene is None:
        return ()
    match state.phase:
        case "playing":
            return (Action("open" if isinstance(scene.then, Decision) else "finish"),)
        case "deciding":
            return _decision_actions(scene, state)
        case "feedback":
            may_retry = isinstance(scene.then, Decision) and scene.then.retry
            return (Action("proceed"), Action("retry")) if may_retry else (Action("proceed"),)
        case _:
            return ()


def step(story: Story, state: State, action: Action) -> State:
    """The next state. Raises :class:`NotPossible` if the action cannot happen now."""
    if action not in actions(story, state):
        raise NotPossible(f"{action} in phase {state.phase} of scene {state.scene}")
    scene = story.scene_by_id[state.scene or ""]
    match action.action:
        case "open":
            return _wait(story, replace(state, phase="deciding"))
        case "finish":
            return _finish(story, scene, state)
        case "choose":
            return _take(story, scene, state, action.choice or "", timeout=False)
        case "timeout":
            assert isinstance(scene.then, Decision)
            return _take(story, scene, state, scene.then.on_timeout or "", timeout=True)
        case "proceed":
            return _move_on(story, scene, replace(state, before=None))
        case "retry":
            *earlier, last = state.path
            assert state.before is not None
            return _wait(
                story,
                replace(
                    state,
                    phase="deciding",
                    tally=state.before,
                    before=None,
                    path=(*earlier, replace(last, withdrawn=True)),
                ),
            )


def _decision_actions(scene: Scene, state: State) -> tuple[Action, ...]:
    decision = scene.then
    assert isinstance(decision, Decision)
    possible = [
        Action("choose", choice.id)
        for choice in decision.choices
        if choice.offered and is_enabled(scene, choice, state)
    ]
    if decision.on_timeout is not None and choice_of(scene, decision.on_timeout) is not None:
        # The default answer is taken whatever its condition says: the clock never gets stuck.
        possible.append(Action("timeout"))
    return tuple(possible)


def _wait(story: Story, state: State) -> State:
    """A decision in which nothing can happen is stuck."""
    return state if actions(story, state) else replace(state, phase="stuck")


def _enter(story: Story, state: State, scene_id: str | None) -> State:
    scene = story.scene_by_id.get(scene_id or "")
    if scene is None:
        return replace(state, phase="stuck", before=None)
    seen = state.visited if scene.id in state.visited else (*state.visited, scene.id)
    return replace(
        state,
        phase="playing",
        scene=scene.id,
        tally=_apply(story, state.tally, scene.effects),
        visited=seen,
        entered=(*state.entered, scene.id),
        before=None,
    )


def _finish(story: Story, scene: Scene, state: State) -> State:
    match scene.then:
        case Ending():
            return replace(state, phase="ended")
        case Next(target=target, branches=branches):
            facts = state.facts()
            conditional = (each.target for each in branches if holds(each.condition, facts))
            return _enter(story, state, next(conditional, target))
        case _:
            return replace(state, phase="stuck")


def _take(story: Story, scene: Scene, state: State, choice_id: str, *, timeout: bool) -> State:
    choice = choice_of(scene, choice_id)
    assert choice is not None
    after = replace(
        state,
        tally=_add_points(_apply(story, state.tally, choice.effects), choice),
        path=(*state.path, Taken(scene.id, choice.id, timeout)),
    )
    if choice.feedback is not None and choice.feedback.when == "at_once":
        return replace(after, phase="feedback", before=state.tally)
    return _move_on(story, scene, after)


def _move_on(story: Story, scene: Scene, state: State) -> State:
    choice = choice_of(scene, state.path[-1].choice)
    assert choice is not None
    if choice.target is None:
        return _wait(story, replace(state, phase="deciding"))
    return _enter(story, state, choice.target)


def _apply(story: Story, tally: Tally, effects: tuple[Effect, ...]) -> Tally:
    if not effects:
        return tally
    values = dict(tally.variables)
    noticed = tally.noticed
    for effect in effects:
        if isinstance(effect, NoticeIndicator):
            noticed = _with(noticed, effect.indicator)
            continue
        after = assign(
            story.variable_by_id.get(effect.variable), values.get(effect.variable), effect
        )
        if after is not None:
            values[effect.variable] = after
    return replace(tally, variables=values, noticed=noticed)


def _add_points(tally: Tally, choice: Choice) -> Tally:
    competences = dict(tally.competences)
    for competence, points in choice.competences.items():
        competences[competence] = competences.get(competence, 0) + points
    return replace(tally, score=tally.score + choice.score, competences=competences)


def _with(noticed: tuple[str, ...], indicator: str) -> tuple[str, ...]:
    return noticed if indicator in noticed else (*noticed, indicator)
