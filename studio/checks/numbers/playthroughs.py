"""A small set of playthroughs that together make every choice: a checklist for reviewers."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from studio.checks.explore import NOWHERE, Exploration, Way
from studio.checks.explore.machine import FINISH
from studio.checks.numbers.cover import Ways, least_walks
from studio.checks.numbers.times import Clips, times_of
from studio.story.finding import ProofStep
from studio.story.model import Ending


class Step(Struct, frozen=True, omit_defaults=True):
    """One answer or way on. ``new`` marks what no earlier playthrough of the list does."""

    scene: str
    choice: str | None = None
    timeout: bool = False
    target: str | None = None
    new: bool = False


class Playthrough(Struct, frozen=True):
    """One way from the start to an ending. Times in seconds; ``actions`` are the engine's."""

    steps: tuple[Step, ...]
    ending: str
    seconds: float
    footage: float
    score: float
    actions: tuple[ProofStep, ...]


class Coverage(Struct, frozen=True):
    """Playthroughs that together take every answer and way on that can lead to an ending.

    ``lower_bound``: no set with fewer does, with the story's variables. ``bare_minimum``: how
    many the bare map would need if every condition held. ``left_out`` are answers and ways on
    that can be taken but lead to no ending. ``exact`` is False if there were too many states.
    """

    playthroughs: tuple[Playthrough, ...]
    lower_bound: int
    bare_minimum: int
    left_out: tuple[Step, ...]
    exact: bool
    language: str

    @property
    def seconds(self) -> float:
        """The time to watch them all."""
        return sum(each.seconds for each in self.playthroughs)


def coverage(exploration: Exploration, language: str, clips: Clips | None = None) -> Coverage:
    """The playthroughs of a story, longest first within what is new."""
    machine, graph = exploration.machine, exploration.graph
    times = times_of(machine, language, clips)
    ends = np.flatnonzero(exploration.ended)
    found = least_walks(Ways(graph.size, graph.source, graph.target, graph.way, ends))
    known: set[int] = set()
    made: list[Playthrough] = []
    for walk in found.walks:
        ways = [machine.all_ways[int(graph.way[edge])] for edge in walk]
        last = int(graph.target[walk[-1]]) if walk else 0
        steps: list[Step] = []
        seconds, footage, score = times.start, times.footage[0], 0.0
        for way in ways:
            steps.append(_step(exploration, way, way.number not in known))
            known.add(way.number)
            seconds += times.cost[way.number]
            if way.enters and way.target != NOWHERE:
                footage += times.footage[way.target]
            score += way.choice.score if way.choice is not None else 0
        made.append(
            Playthrough(
                tuple(steps),
                machine.scenes[exploration.found.scene[last]].id,
                seconds,
                footage,
                score,
                (*exploration.play(ways), FINISH),
            )
        )
    taken = set(np.unique(graph.way).tolist())
    left_out = [machine.all_ways[number] for number in sorted(taken - found.wanted)]
    return Coverage(
        tuple(made),
        found.least,
        bare_minimum(exploration),
        tuple(_step(exploration, way, False) for way in left_out),
        exploration.exact,
        language,
    )


def bare_minimum(exploration: Exploration) -> int:
    """How many playthroughs the bare map needs, conditions left aside."""
    machine = exploration.machine
    inside = [way for way in machine.all_ways if way.target != NOWHERE]
    return least_walks(
        Ways(
            len(machine.scenes),
            np.array([way.scene for way in inside], dtype=np.int64),
            np.array([way.target for way in inside], dtype=np.int64),
            np.array([way.number for way in inside], dtype=np.int64),
            np.array(
                [n for n, scene in enumerate(machine.scenes) if isinstance(scene.then, Ending)],
                dtype=np.int64,
            ),
        ),
        walked=False,
    ).least


def _step(exploration: Exploration, way: Way, new: bool) -> Step:
    scenes = exploration.machine.scenes
    target = scenes[way.target].id if way.target != NOWHERE and way.enters else None
    choice = way.choice.id if way.choice is not None else None
    return Step(scenes[way.scene].id, choice, way.timeout, target, new)
