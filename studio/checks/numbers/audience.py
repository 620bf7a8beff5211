"""How many trainees ever see a scene, if they click at random."""

from __future__ import annotations

import numpy as np
from msgspec import Struct

from studio.checks.explore import Exploration
from studio.checks.explore.order import Numbers, components
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
    budget = WORK_BUDGET
    found: list[Seen] = []
    for number in np.flatnonzero(states).tolist():
        scene = machine.scenes[number].id
        if not returns[number]:
            found.append(Seen(scene, min(1.0, float(entries[number]))))
            continue
        budget -= int(in_loop[number])
        if budget < 0:
            found.append(Seen(scene, min(1.0, float(entries[number])), exact=False))
            continue
        found.append(Seen(scene, _first_entries(exploration, chain, flow, number, loop)))
    return tuple(found)


def _first_entries(
    exploration: Exploration, chain: Chain, flow: Numbers, number: int, loop: Numbers
) -> float:
    """The probability of coming to the scene, by the chain of its loop with the scene as an end."""
    if number == 0:
        return 1.0
    graph = exploration.graph
    of_state = np.where(graph.scene >= 0, loop[graph.scene], -1)
    members = np.flatnonzero(of_state == loop[number])
    place = np.full(graph.size, -1)
    place[members] = np.arange(len(members))
    starts = of_state[graph.target] == loop[number]
    comes_in = starts & (of_state[graph.source] != loop[number])
    arriving = np.bincount(place[graph.target[comes_in]], flow[comes_in], len(members))
    if of_state[0] == loop[number]:
        arriving[place[0]] += 1.0
    moves = (
        starts
        & (of_state[graph.source] == loop[number])
        & (graph.scene[graph.source] != number)
        & (chain.probability > 0)
    )
    solve = solver(
        len(members),
        place[graph.source[moves]],
        place[graph.target[moves]],
        chain.probability[moves],
    )
    there = graph.scene[members] == number
    return min(1.0, float(solve(arriving)[there].sum()))
