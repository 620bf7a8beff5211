"""How long a playthrough takes: shortest, longest, expected, to each ending."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from studio.checks.explore import Exploration, Way
from studio.checks.explore.machine import FINISH
from studio.checks.explore.order import components
from studio.checks.numbers.chain import chain_of
from studio.checks.numbers.routes import forward_bound, longest_forward, shortest
from studio.checks.numbers.times import Clips, times_of
from studio.story.finding import ProofStep


class EndingTime(Struct, frozen=True):
    """Seconds to one ending, its own scene included.

    ``longest`` is a playthrough that comes to no state twice (the edges that close a loop are
    left out), ``longest_bound`` what no such playthrough exceeds; without loops the two are one,
    and with them whoever goes round may take as long as they like. ``expected`` is that of
    trainees who click at random and come to this ending, which they do with ``probability``.
    The proofs are the engine's actions. None where nothing is known.
    """

    scene: str
    shortest: float
    longest: float
    longest_bound: float
    expected: float | None
    probability: float | None
    shortest_proof: tuple[ProofStep, ...]
    longest_proof: tuple[ProofStep, ...]


class Durations(Struct, frozen=True):
    """Times of the whole story in one language, in seconds.

    ``expected`` is over trainees who click at random and come to an ending. ``loops`` tells
    whether a playthrough can come back to where it was, so that none is the longest.
    ``footage`` are all filmed seconds that a playthrough can come by. ``guessed`` are scenes
    whose clip has a length that nobody knows; ``complete`` is False if there were too many
    states to look at each.
    """

    language: str
    endings: tuple[EndingTime, ...]
    expected: float | None
    loops: bool
    footage: float
    guessed: tuple[str, ...]
    complete: bool

    @property
    def shortest(self) -> float | None:
        """The shortest playthrough to any ending; None if no ending is reached."""
        return min((each.shortest for each in self.endings), default=None)

    @property
    def longest(self) -> float | None:
        """The longest playthrough without going back; None if no ending is reached."""
        return max((each.longest for each in self.endings), default=None)


def durations(exploration: Exploration, language: str, clips: Clips | None = None) -> Durations:
    """The times of every ending that is reached."""
    times = times_of(exploration.machine, language, clips)
    machine = exploration.machine
    footage = sum(
        seconds
        for scene, seconds in zip(machine.scenes, times.footage, strict=True)
        if exploration.happens(scene.id)
    )
    cost = np.array(times.cost)
    least = shortest(exploration, cost, times.start)
    greatest = longest_forward(exploration, cost, times.start)
    bound = forward_bound(exploration, cost, times.start)
    chain = chain_of(exploration, "random", language) if exploration.exact else None
    spent = chain.seconds(exploration, times) if chain is not None else None
    endings: list[EndingTime] = []
    for number, states in exploration.endings.items():
        scene = machine.scenes[number]
        near = int(states[np.argmin(least.value[states])])
        far = int(states[np.argmax(greatest.value[states])])
        probability = expected = None
        if chain is not None and spent is not None:
            probability = float(chain.visits[states].sum())
            expected = float(spent[states].sum()) / probability if probability > 0 else None
        endings.append(
            EndingTime(
                scene.id,
                float(least.value[near]),
                float(greatest.value[far]),
                float(bound[states].max()),
                expected,
                probability,
                _ended(exploration, least.ways_to(exploration, near)),
                _ended(exploration, greatest.ways_to(exploration, far)),
            )
        )
    return Durations(
        language,
        tuple(endings),
        _overall(endings),
        _has_loops(exploration),
        footage,
        times.guessed,
        exploration.exact,
    )


def _overall(endings: list[EndingTime]) -> float | None:
    known = [(each.expected, each.probability) for each in endings]
    pairs = [(time, chance) for time, chance in known if time is not None and chance is not None]
    total = sum(chance for _, chance in pairs)
    return sum(time * chance for time, chance in pairs) / total if total else None


def _has_loops(exploration: Exploration) -> bool:
    graph = exploration.graph
    count, _ = components(graph.size, graph.source, graph.target)
    return count < graph.size or bool((graph.source == graph.target).any())


def _ended(exploration: Exploration, ways: tuple[Way, ...]) -> tuple[ProofStep, ...]:
    return (*exploration.play(ways), FINISH)
