"""Every state of a small story by the reference engine alone: slow, naive, and hard to get wrong.

Nothing here knows of ``studio.checks.explore``: states are the engine's own, two count as one
only if the engine could never tell them apart by what the story's conditions mention.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

import msgspec

from studio.story import play
from studio.story.model import (
    AllOf,
    AnyOf,
    Comparison,
    Decision,
    Next,
    Not,
    ScoreComparison,
    Story,
)


class TooMany(Exception):
    """The story has more states than a naive search should look at."""


@dataclass
class Everything:
    """All states: ``states[0]`` is the first; ``edges`` are (state, action, state)."""

    story: Story
    states: list[play.State] = field(default_factory=list)
    distance: list[int] = field(default_factory=list)
    edges: list[tuple[int, play.Action, int]] = field(default_factory=list)

    def successors(self) -> dict[int, list[tuple[play.Action, int]]]:
        found: dict[int, list[tuple[play.Action, int]]] = {}
        for before, action, after in self.edges:
            found.setdefault(before, []).append((action, after))
        return found

    def can_end(self) -> set[int]:
        back: dict[int, list[int]] = {}
        for before, _, after in self.edges:
            back.setdefault(after, []).append(before)
        found = {i for i, state in enumerate(self.states) if state.phase == "ended"}
        waiting = list(found)
        while waiting:
            for before in back.get(waiting.pop(), []):
                if before not in found:
                    found.add(before)
                    waiting.append(before)
        return found

    def entered(self) -> dict[str, int]:
        """Scene to the length of the shortest way to it."""
        found: dict[str, int] = {}
        for state, distance in zip(self.states, self.distance, strict=True):
            if state.phase == "playing":
                found.setdefault(state.scene, distance)
        return found

    def taken(self) -> dict[tuple[str, str, bool], int]:
        """Answer (scene, choice, by time limit) to the length of the shortest way through it."""
        found: dict[tuple[str, str, bool], int] = {}
        for before, action, after in self.edges:
            if action.action in ("choose", "timeout"):
                scene = self.story.scene_by_id[self.states[before].scene]
                timeout = action.action == "timeout"
                choice = scene.then.on_timeout if timeout else action.choice
                feedback = self.states[after].phase == "feedback"
                length = self.distance[before] + 1 + feedback
                key = (scene.id, choice, timeout)
                found[key] = min(found.get(key, length), length)
        return found

    def stuck(self) -> dict[str | None, int]:
        """Scene to the length of the shortest way to a state in which the film stops there."""
        found: dict[str | None, int] = {}
        for state, distance in zip(self.states, self.distance, strict=True):
            if state.phase == "stuck":
                found.setdefault(state.scene, distance)
        return found


def everything(story: Story, limit: int = 3_000, scored: bool = False) -> Everything:
    """Every state; with ``scored`` points tell states apart even where no condition asks."""
    score, competences, variables = _mentioned(story)

    def key(state: play.State) -> bytes:
        facts = state.facts()

        def tally(of: play.Tally | None):
            return of and (
                {id: value for id, value in of.variables.items() if id in variables},
                of.score if score or scored else 0,
                {id: of.competences.get(id, 0) for id in competences}
                if not scored
                else dict(sorted(of.competences.items())),
                sorted(of.noticed),
            )

        last = state.path[-1].choice if state.phase == "feedback" else None
        return msgspec.json.encode(
            (
                state.phase,
                state.scene,
                tally(state.tally),
                tally(state.before),
                sorted(facts.visited),
                sorted(facts.taken),
                last,
                # Withdrawing takes the last entry away: is an earlier one left?
                last
                and sum(
                    (t.scene, t.choice) == (state.scene, last) and not t.withdrawn
                    for t in state.path
                )
                > 1,
            )
        )

    first = play.start(story)
    found = Everything(story, [first], [0])
    known = {key(first): 0}
    waiting = deque([0])
    while waiting:
        before = waiting.popleft()
        state = found.states[before]
        for action in play.actions(story, state):
            after = play.step(story, state, action)
            name = key(after)
            if name not in known:
                if len(known) >= limit:
                    raise TooMany
                known[name] = len(found.states)
                found.states.append(after)
                found.distance.append(found.distance[before] + 1)
                waiting.append(known[name])
            found.edges.append((before, action, known[name]))
    return found


def _mentioned(story: Story) -> tuple[bool, set[str], set[str]]:
    score, competences, variables = False, set(), set()
    waiting = []
    for scene in story.scenes:
        match scene.then:
            case Decision(choices=choices):
                waiting += [each.condition for each in choices if each.condition]
            case Next(branches=branches):
                waiting += [each.condition for each in branches]
    while waiting:
        match waiting.pop():
            case AllOf(conditions=parts) | AnyOf(conditions=parts):
                waiting += parts
            case Not(condition=inner):
                waiting.append(inner)
            case Comparison(variable=variable):
                variables.add(variable)
            case ScoreComparison(competence=None):
                score = True
            case ScoreComparison(competence=competence):
                competences.add(competence)
    return score, competences, variables
