"""Random playthroughs, for stories with too many states to look at every one."""

from __future__ import annotations

import random

from msgspec import Struct

from studio.checks.explore.machine import Machine, Way
from studio.story import play
from studio.story.finding import ProofStep

STEP_BUDGET = 20_000
"""Actions played in all (under a second of work)."""
LENGTH_LIMIT = 400
"""Actions of one playthrough."""


class Sample(Struct, frozen=True):
    """What random playthroughs came across, each with the actions that led to it.

    ``choices`` are keyed by scene, choice and whether the time limit took it, ``ways_on`` by
    the scene left and the scene entered.
    """

    scenes: dict[str, tuple[ProofStep, ...]]
    choices: dict[tuple[str, str, bool], tuple[ProofStep, ...]]
    plays: int

    def took(self, way: Way) -> bool:
        """Whether a playthrough took the way."""
        return self.through(way) is not None

    def through(self, way: Way) -> tuple[ProofStep, ...] | None:
        """Actions that end with the way; answers only (a way on shows in the scenes)."""
        if way.choice is None:
            return None
        scene = self._scene_ids[way.scene]
        return self.choices.get((scene, way.choice.id, way.timeout))

    _scene_ids: tuple[str, ...] = ()


def sample(machine: Machine, seed: int = 1) -> Sample:
    """Play the story at random with the reference engine; the same seed plays alike."""
    chance = random.Random(seed)
    scenes: dict[str, tuple[ProofStep, ...]] = {}
    choices: dict[tuple[str, str, bool], tuple[ProofStep, ...]] = {}
    story = machine.story
    budget, plays = STEP_BUDGET, 0
    while budget > 0:
        state, actions = play.start(story), list[ProofStep]()
        plays += 1
        budget -= 1
        for _ in range(LENGTH_LIMIT):
            if state.phase == "playing" and state.scene not in scenes and state.scene:
                scenes[state.scene] = tuple(actions)
            possible = play.actions(story, state)
            if not possible:
                break
            budget -= 1
            action = chance.choice(possible)
            before = state
            state = play.step(story, state, action)
            actions.append(ProofStep(action.action, action.choice))
            if action.action in ("choose", "timeout") and before.scene:
                last = state.path[-1]
                choices.setdefault((before.scene, last.choice, last.timeout), tuple(actions))
    ids = tuple(scene.id for scene in machine.scenes)
    return Sample(scenes, choices, plays, ids)
