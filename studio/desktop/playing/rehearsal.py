"""A playthrough in the making, over a story that may change meanwhile. No Qt, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from msgspec.structs import replace

from studio.story.finding import ProofStep
from studio.story.model import Choice, Decision, Number, Story, Value, choice_of
from studio.story.play import (
    Action,
    NotPossible,
    State,
    Tally,
    actions,
    is_enabled,
    start,
    step,
)
from studio.story.rules import initial_values


@dataclass(frozen=True)
class Prospect:
    """What a choice would do now. ``target`` None: the decision stays open.

    ``changes`` holds variable id, value before, value after.
    """

    choice: Choice
    enabled: bool
    target: str | None
    changes: tuple[tuple[str, Value | None, Value | None], ...] = ()
    score: Number = 0
    competences: tuple[tuple[str, Number], ...] = ()
    noticed: tuple[str, ...] = ()


class Rehearsal:
    """The states so far. The next step is taken with the story as it is then."""

    def __init__(
        self,
        story: Story,
        scene: str | None = None,
        values: Mapping[str, Value] | None = None,
    ) -> None:
        self.story = story
        variables = initial_values(story.variables) | dict(values or {})
        self._states = [start(story, scene, Tally(variables=variables))]
        self.taken: list[Action] = []

    @property
    def state(self) -> State:
        """The present state."""
        return self._states[-1]

    @property
    def possible(self) -> tuple[Action, ...]:
        """What can happen now."""
        return actions(self.story, self.state)

    def retell(self, story: Story) -> None:
        """Go on with another value of the story; variables that are new get their first value."""
        self.story = story
        values = initial_values(story.variables) | dict(self.state.tally.variables)
        known = {name: value for name, value in values.items() if name in story.variable_by_id}
        self._put(replace(self.state, tally=replace(self.state.tally, variables=known)))

    def give(self, variable: str, value: Value) -> None:
        """Give a variable another value from here on."""
        values = dict(self.state.tally.variables) | {variable: value}
        self._put(replace(self.state, tally=replace(self.state.tally, variables=values)))

    def do(self, action: Action) -> None:
        """Take a step. Raises :class:`NotPossible`."""
        self._states.append(step(self.story, self.state, action))
        self.taken.append(action)

    def back(self) -> bool:
        """Undo the last steps up to the beginning of this scene, or of the one before."""
        if not self.taken:
            return False
        if self.state.phase == "playing":
            self._drop()
        while self.taken and self.state.phase != "playing":
            self._drop()
        return True

    def prospects(self) -> list[Prospect]:
        """Each choice of the present decision, open or still to come, and what it would do."""
        scene = self.story.scene_by_id.get(self.state.scene or "")
        if scene is None or not isinstance(scene.then, Decision):
            return []
        return [self._prospect(scene.id, choice) for choice in scene.then.choices]

    def replay(self, steps: Iterable[ProofStep | Action]) -> bool:
        """Take all the steps at once; False if the story no longer allows one of them."""
        for each in steps:
            try:
                self.do(Action(each.action, each.choice))  # type: ignore[arg-type]
            except (NotPossible, KeyError):
                return False
        return True

    def _prospect(self, scene_id: str, choice: Choice) -> Prospect:
        scene = self.story.scene_by_id[scene_id]
        enabled = is_enabled(scene, choice, self.state)
        deciding = replace(self.state, phase="deciding", before=None)
        if not (enabled and choice.offered) or choice_of(scene, choice.id) is not choice:
            return Prospect(choice, enabled, choice.target)
        after = step(self.story, deciding, Action("choose", choice.id))
        before_values, values = self.state.tally.variables, after.tally.variables
        competences = after.tally.competences
        return Prospect(
            choice,
            enabled,
            choice.target,
            tuple(
                (name, before_values.get(name), value)
                for name, value in values.items()
                if before_values.get(name) != value
            ),
            after.tally.score - self.state.tally.score,
            tuple(
                (name, points - self.state.tally.competences.get(name, 0))
                for name, points in competences.items()
                if points != self.state.tally.competences.get(name, 0)
            ),
            tuple(each for each in after.tally.noticed if each not in self.state.tally.noticed),
        )

    def _put(self, state: State) -> None:
        self._states[-1] = state

    def _drop(self) -> None:
        self._states.pop()
        self.taken.pop()
