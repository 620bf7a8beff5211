"""Best and worst ways through the states: shortest, longest, most and fewest points."""

from __future__ import annotations

import heapq
from collections.abc import Callable

import numpy as np
from msgspec import Struct

from studio.checks.explore import Exploration, Way
from studio.checks.explore.order import Numbers, components

NO_EDGE = -1


class Routes(Struct, frozen=True):
    """For each state the value of the best way to it, and the last edge of that way.

    States that no way reaches have the value ``nan``. ``edge`` is ``NO_EDGE`` at the start and
    where the value is infinite (a loop gains without end, so no way is the best).
    """

    value: Numbers
    edge: Numbers

    def ways_to(self, exploration: Exploration, state: int) -> tuple[Way, ...]:
        """The ways of the best playthrough to the state."""
        graph, found = exploration.graph, list[Way]()
        while self.edge[state] != NO_EDGE:
            edge = int(self.edge[state])
            found.append(exploration.machine.all_ways[int(graph.way[edge])])
            state = int(graph.source[edge])
        return tuple(reversed(found))


def shortest(exploration: Exploration, cost: Numbers, start: float = 0.0) -> Routes:
    """Dijkstra's algorithm; ``cost`` is by way number and never negative."""
    graph = exploration.graph
    value, via = np.full(graph.size, np.nan), np.full(graph.size, NO_EDGE)
    if graph.size == 0:
        return Routes(value, via)
    first, edges = _outgoing(exploration)
    target, step = graph.target.tolist(), cost[graph.way].tolist()
    best = [float("inf")] * graph.size
    last = [NO_EDGE] * graph.size
    best[0] = start
    waiting = [(start, 0)]
    while waiting:
        so_far, state = heapq.heappop(waiting)
        if so_far > best[state]:
            continue
        for edge in edges[first[state] : first[state + 1]]:
            after = so_far + step[edge]
            if after < best[target[edge]]:
                best[target[edge]] = after
                last[target[edge]] = edge
                heapq.heappush(waiting, (after, target[edge]))
    value = np.array(best)
    value[np.isinf(value)] = np.nan
    return Routes(value, np.array(last))


def longest_forward(exploration: Exploration, cost: Numbers, start: float = 0.0) -> Routes:
    """The longest way that never goes back: edges that close a loop are left out.

    Which edge closes a loop is told by a depth-first search from the start in the author's
    order; without loops this is the longest way there is.
    """
    graph = exploration.graph
    if graph.size == 0:
        return Routes(np.zeros(0), np.zeros(0, dtype=np.int64))
    first, edges = _outgoing(exploration)
    target, step = graph.target.tolist(), cost[graph.way].tolist()
    order, closes = _depth_first(graph.size, first, edges, target)
    best = [float("-inf")] * graph.size
    last = [NO_EDGE] * graph.size
    best[0] = start
    for state in reversed(order):
        so_far = best[state]
        for edge in edges[first[state] : first[state + 1]]:
            if edge not in closes and so_far + step[edge] > best[target[edge]]:
                best[target[edge]] = so_far + step[edge]
                last[target[edge]] = edge
    value = np.array(best)
    value[np.isinf(value)] = np.nan
    return Routes(value, np.array(last))


def forward_bound(exploration: Exploration, cost: Numbers, start: float = 0.0) -> Numbers:
    """For each state a time that no way to it exceeds which comes to no state twice.

    Between loops (strongly connected components) only the longest way counts; within one each
    state is charged the dearest edge of the loop that leads to it. Without loops this is the
    longest way itself. Finding the longest way that goes nowhere twice is NP-hard, so with loops
    :func:`longest_forward` gives a way that exists and this a bound that none goes beyond.
    """
    graph = exploration.graph
    if graph.size == 0:
        return np.zeros(0)
    count, group = components(graph.size, graph.source, graph.target)
    spent = cost[graph.way]
    inside = group[graph.source] == group[graph.target]
    dearest = np.zeros(graph.size)
    np.maximum.at(dearest, graph.target[inside], spent[inside])
    within = np.bincount(group, dearest, count)
    arriving = np.full(count, -np.inf)
    arriving[group[0]] = start
    across = np.flatnonzero(~inside)
    order = across[np.argsort(group[graph.source[across]], kind="stable")]
    edges = zip(
        group[graph.source[order]].tolist(),
        group[graph.target[order]].tolist(),
        spent[order].tolist(),
        strict=True,
    )
    best, extra = arriving.tolist(), within.tolist()
    for before, after, seconds in edges:
        best[after] = max(best[after], best[before] + extra[before] + seconds)
    return (np.array(best) + within)[group]


def most(exploration: Exploration, gain: Numbers) -> Routes:
    """The most that can be gained on the way to each state; infinite behind a loop that gains.

    Sums are made in the order of play, as the engine makes them. ``gain`` is by way number.
    """
    graph = exploration.graph
    if graph.size == 0:
        return Routes(np.zeros(0), np.zeros(0, dtype=np.int64))
    first, edges = _outgoing(exploration)
    count, group = components(graph.size, graph.source, graph.target)
    target, step = graph.target.tolist(), gain[graph.way].tolist()
    groups: list[list[int]] = [[] for _ in range(count)]
    for state, number in enumerate(group.tolist()):
        groups[number].append(state)
    label = group.tolist()
    best = [float("-inf")] * graph.size
    last = [NO_EDGE] * graph.size
    best[0] = 0.0

    def relax(state: int, inside: bool) -> list[int]:
        better: list[int] = []
        for edge in edges[first[state] : first[state + 1]]:
            to = target[edge]
            if (label[to] == label[state]) == inside and best[state] + step[edge] > best[to]:
                best[to] = best[state] + step[edge]
                last[to] = edge
                better.append(to)
        return better

    for states in groups:
        if len(states) > 1 or any(
            target[edge] == states[0] for edge in edges[first[states[0]] : first[states[0] + 1]]
        ):
            gains = any(
                step[edge] > 0 and label[target[edge]] == label[state]
                for state in states
                for edge in edges[first[state] : first[state + 1]]
            )
            _settle(states, best, last, relax, graph.source, gains)
        for state in states:
            if best[state] != float("-inf"):
                relax(state, inside=False)
    value = np.array(best)
    value[np.isneginf(value)] = np.nan
    return Routes(value, np.array(last))


def _settle(
    states: list[int],
    best: list[float],
    last: list[int],
    relax: Callable[[int, bool], list[int]],
    source: Numbers,
    gains: bool,
) -> None:
    """Bellman and Ford's algorithm within a loop; a loop that gains makes all of it infinite.

    Whether one does is asked each time as much was improved as there are states, so that asking
    costs no more than improving; without a single gain there is nothing to ask.
    """
    waiting = [state for state in states if best[state] != float("-inf")]
    inside = set(states)
    improved = 0
    while waiting:
        waiting = list(dict.fromkeys(to for state in waiting for to in relax(state, True)))
        improved += len(waiting)
        if gains and improved > len(states):
            improved = 0
            if _goes_round(inside, last, source):
                for state in states:
                    best[state] = float("inf")
                    last[state] = NO_EDGE
                return


def _goes_round(inside: set[int], last: list[int], source: Numbers) -> bool:
    """Whether the last edges make a circle: then each turn of it gained something."""
    done: set[int] = set()
    for first in inside:
        walked: set[int] = set()
        state = first
        while state in inside and state not in done:
            if state in walked:
                return True
            walked.add(state)
            if last[state] == NO_EDGE:
                break
            state = int(source[last[state]])
        done |= walked
    return False


def _outgoing(exploration: Exploration) -> tuple[list[int], list[int]]:
    """Where the edges of each state begin in the list of edges that is returned too."""
    graph = exploration.graph
    order = np.argsort(graph.source, kind="stable")
    counts = np.bincount(graph.source, minlength=graph.size)
    return np.concatenate([[0], np.cumsum(counts)]).tolist(), order.tolist()


def _depth_first(
    size: int, first: list[int], edges: list[int], target: list[int]
) -> tuple[list[int], set[int]]:
    """States in the order in which a depth-first search leaves them, and edges that go back."""
    new, open_, done = 0, 1, 2
    mark = [new] * size
    left: list[int] = []
    closes: set[int] = set()
    mark[0] = open_
    path = [(0, first[0])]
    while path:
        state, place = path[-1]
        if place == first[state + 1]:
            path.pop()
            mark[state] = done
            left.append(state)
            continue
        path[-1] = (state, place + 1)
        edge = edges[place]
        to = target[edge]
        if mark[to] == new:
            mark[to] = open_
            path.append((to, first[to]))
        elif mark[to] == open_:
            closes.add(edge)
    return left, closes
