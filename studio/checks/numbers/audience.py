"""How many trainees ever see a scene, if they click at random."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from studio.checks.explore import Exploration
from studio.checks.explore.order import Numbers, components, grouped
from studio.checks.numbers.chain import Chain, solver

WORK_BUDGET = 4_000_000
"""States times scenes of loops for which returns are told apart from first visits."""


class Seen(Struct, frozen=True):
    """The probability that a trainee sees the scene; at most that if not ``exact``."""

    scene: str
    probability: float
    exact: bool = True


def seen_at_random(exploration: Exploration, chain: Chain) -> tuple[Seen, ...]:
    """Every scene that is ever entered, in breadth-first order from the start.

    Outside loops the probability is the expected number of entries. A scene that can be come
    back to is counted at its first entry only: play stops there, and the chain of its loop is
    solved again.
    """
    graph, machine = exploration.graph, exploration.machine
    if graph.size == 0:
        return ()
    size = len(machine.scenes)
    flow = chain.flow(exploration)
    enters = np.array([way.enters for way in machine.all_ways], dtype=bool)[graph.way]
    inside = graph.scene[graph.target] >= 0
    entering = enters & inside
    entries = np.bincount(graph.scene[graph.target[entering]], flow[entering], size)
    entries[0] += 1.0
    source, target = graph.scene[graph.source[entering]], graph.scene[graph.target[entering]]
    _, loop = components(size, source, target)
    returns = np.zeros(size, dtype=bool)
    returns[source[source == target]] = True
    members = np.bincount(loop)[loop]
    returns |= members > 1
    states = np.bincount(graph.scene[graph.scene >= 0], minlength=size)
    in_loop = np.bincount(loop, states)[loop]
    loops = _Loops(exploration, chain, flow, loop) if returns.any() else None
    budget = WORK_BUDGET
    found: list[Seen] = []
    for number in np.flatnonzero(states).tolist():
        scene = machine.scenes[number].id
        if loops is None or not returns[number]:
            found.append(Seen(scene, min(1.0, float(entries[number]))))
            continue
        budget -= int(in_loop[number])
        if budget < 0:
            found.append(Seen(scene, min(1.0, float(entries[number])), exact=False))
            continue
        found.append(Seen(scene, loops.first_entries(number)))
    return tuple(found)


class _Loops:
    """The states and edges of each loop of scenes, so that a loop costs no more than its size."""

    def __init__(
        self, exploration: Exploration, chain: Chain, flow: Numbers, loop: Numbers
    ) -> None:
        graph = exploration.graph
        self._scene, self._loop, self._chain = graph.scene, loop, chain
        of_state = np.where(graph.scene >= 0, loop[graph.scene], -1)
        self._members = grouped(of_state)
        comes_in = of_state[graph.source] != of_state[graph.target]
        arriving = np.bincount(graph.target[comes_in], flow[comes_in], graph.size)
        arriving[0] += 1.0
        self._arriving = arriving
        inside = np.flatnonzero(~comes_in & (chain.probability > 0))
        self._source, self._target = graph.source[inside], graph.target[inside]
        self._probability = chain.probability[inside]
        self._edges = grouped(of_state[self._source])

    def first_entries(self, number: int) -> float:
        """The probability of coming to the scene: its loop's chain with the scene as an end."""
        if number == 0:
            return 1.0
        members = self._members[int(self._loop[number])]
        edges = self._edges.get(int(self._loop[number]), _NONE)
        edges = edges[self._scene[self._source[edges]] != number]
        solve = solver(
            len(members),
            np.searchsorted(members, self._source[edges]),
            np.searchsorted(members, self._target[edges]),
            self._probability[edges],
        )
        there = self._scene[members] == number
        return min(1.0, float(solve(self._arriving[members])[there].sum()))


_NONE = np.zeros(0, dtype=np.int64)
