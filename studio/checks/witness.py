"""Playable proofs: how the engine itself gets from the start to a scene."""

from __future__ import annotations

from collections import deque

from msgspec import Struct

from studio.story import play
from studio.story.finding import ProofStep
from studio.story.model import Story

STATE_LIMIT = 2_000
"""States looked at. A proof is a help, not a verdict: without one a finding stands as it is."""


class Way(Struct, frozen=True):
    """A way as its last action and the way before that; the first way has neither."""

    before: Way | None = None
    step: ProofStep | None = None

    def steps(self) -> tuple[ProofStep, ...]:
        """The actions from the start on."""
        found: list[ProofStep] = []
        way: Way | None = self
        while way is not None:
            if way.step is not None:
                found.append(way.step)
            way = way.before
        return tuple(reversed(found))


def shortest_ways(story: Story, limit: int = STATE_LIMIT) -> dict[str, Way]:
    """Scene id to the way that leads from the start to its first entry.

    Breadth first over engine states. States that agree in phase, scene, variables and noticed
    indicators count as one, so a scene that needs one certain history may be missed; every way
    that is returned was really played.
    """
    first = play.start(story)
    ways: dict[str, Way] = {}
    known = {_key(first)}
    queue: deque[tuple[play.State, Way]] = deque([(first, Way())])
    while queue:
        state, way = queue.popleft()
        if state.phase == "playing" and state.scene is not None:
            ways.setdefault(state.scene, way)
        for action in play.actions(story, state):
            after = play.step(story, state, action)
            key = _key(after)
            if key not in known and len(known) < limit:
                known.add(key)
                queue.append((after, Way(way, ProofStep(action.action, action.choice))))
    return ways


def _key(state: play.State) -> tuple[object, ...]:
    return (
        state.phase,
        state.scene,
        tuple(state.tally.variables.values()),
        state.tally.noticed,
        # Feedback on two choices of one decision is left by two different ways.
        state.path[-1].choice if state.phase == "feedback" else None,
    )
