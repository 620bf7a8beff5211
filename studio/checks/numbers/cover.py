"""The fewest ways through a graph that together take every way of it: a flow problem.

Loops are drawn together first: whoever comes into a loop can take all of it before going on.
What is left has no loops, and the fewest walks are a least flow in which each way is carried at
least once, by one of the edges (or loops) that it stands on. The linear programme is solved by
SciPy's HiGHS (docs/decisions/0302); its value, rounded up, is a bound that nothing can go below.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable

import numpy as np
from msgspec import Struct

from studio.checks.explore.order import Numbers, backward_from, components

_SLACK = 1e-6


class Ways(Struct, frozen=True):
    """A graph from node 0: edge ``k`` leads from ``source[k]`` to ``target[k]`` by ``way[k]``.

    ``ends`` are the nodes at which a walk may stop.
    """

    size: int
    source: Numbers
    target: Numbers
    way: Numbers
    ends: Numbers


class Cover(Struct, frozen=True):
    """Walks as lists of edges; no fewer than ``least`` can take every way in ``wanted``."""

    walks: tuple[tuple[int, ...], ...]
    least: int
    wanted: frozenset[int]


class _Loops(Struct, frozen=True):
    """The graph with loops drawn together: arcs between groups, each with one way."""

    count: int
    group: Numbers
    arcs: list[tuple[int, int, int]]
    inner: dict[int, set[int]]
    """Way to the groups within which it can be taken."""


def least_walks(ways: Ways, walked: bool = True) -> Cover:
    """Walks that take every way that can lead to an end. With ``walked`` False only the bound."""
    useful = backward_from(ways.size, ways.source, ways.target, ways.ends)
    kept = np.flatnonzero(useful[ways.target]) if ways.size else np.zeros(0, dtype=np.int64)
    wanted = frozenset(np.unique(ways.way[kept]).tolist())
    if ways.size == 0 or not useful[0]:
        return Cover((), 0, frozenset())
    if not wanted:
        return Cover(((),), 1, wanted)
    loops = _draw_together(ways, kept)
    flow, value = _least_flow(loops, ways, wanted, None)
    least = max(1, math.ceil(value - _SLACK))
    if not walked:
        return Cover((), least, wanted)
    carriers = _carriers(loops, wanted, flow)
    flow, _ = _least_flow(loops, ways, wanted, carriers)
    routes = _routes(loops, ways, np.rint(flow).astype(int).tolist())
    return Cover(_walk(ways, kept, loops, routes), least, wanted)


def _draw_together(ways: Ways, kept: Numbers) -> _Loops:
    count, group = components(ways.size, ways.source[kept], ways.target[kept])
    before, after, way = group[ways.source[kept]], group[ways.target[kept]], ways.way[kept]
    across = before != after
    arcs = sorted(
        set(zip(before[across].tolist(), after[across].tolist(), way[across].tolist(), strict=True))
    )
    inner: dict[int, set[int]] = {}
    for number, each in zip(before[~across].tolist(), way[~across].tolist(), strict=True):
        inner.setdefault(each, set()).add(number)
    return _Loops(count, group, arcs, inner)


def _least_flow(
    loops: _Loops,
    ways: Ways,
    wanted: frozenset[int],
    carriers: dict[int, int] | None,
) -> tuple[Numbers, float]:
    """Flow over arcs, then over the groups where walks stop; its value at the start.

    ``carriers`` names for each way the arc (or, below zero, ``-1 - group``) that must carry it.
    """
    from scipy.optimize import linprog
    from scipy.sparse import coo_array

    arcs, start = loops.arcs, int(loops.group[0])
    stops = sorted(set(loops.group[ways.ends].tolist()))
    columns = len(arcs) + len(stops)
    rows: list[int] = []
    cols: list[int] = []
    signs: list[float] = []

    def put(row: int, column: int, sign: float) -> None:
        rows.append(row)
        cols.append(column)
        signs.append(sign)

    leaving: dict[int, list[int]] = {}
    for column, (before, after, _) in enumerate(arcs):
        put(before, column, 1.0)
        put(after, column, -1.0)
        leaving.setdefault(before, []).append(column)
    for place, number in enumerate(stops):
        put(number, len(arcs) + place, 1.0)
        leaving.setdefault(number, []).append(len(arcs) + place)
    balance = coo_array((signs, (rows, cols)), shape=(loops.count, columns)).tocsr()
    free = np.arange(loops.count) != start
    rows, cols, signs = [], [], []
    by_way: dict[int, list[int]] = {}
    for column, (_, _, way) in enumerate(arcs):
        by_way.setdefault(way, []).append(column)
    for row, way in enumerate(sorted(wanted)):
        if carriers is None:
            for column in by_way.get(way, ()):
                put(row, column, -1.0)
            groups: Iterable[int] = loops.inner.get(way, ())
        elif carriers[way] >= 0:
            put(row, carriers[way], -1.0)
            groups = ()
        else:
            groups = (-1 - carriers[way],)
        for number in groups:
            for column in leaving.get(number, ()):
                put(row, column, -1.0)
    carried = coo_array((signs, (rows, cols)), shape=(len(wanted), columns)).tocsr()
    cost = np.zeros(columns)
    cost[leaving[start]] = 1.0
    # Walks start once only: what comes into the start's group cannot be, there is no loop left.
    solved = linprog(
        cost,
        A_ub=carried,
        b_ub=-np.ones(len(wanted)),
        A_eq=balance[free],
        b_eq=np.zeros(loops.count - 1),
        bounds=(0, None),
        method="highs-ds",
    )
    return np.asarray(solved.x), float(solved.fun)


def _carriers(loops: _Loops, wanted: frozenset[int], flow: Numbers) -> dict[int, int]:
    """For each way the arc that carries most of it, or a loop if that carries more."""
    through = np.zeros(loops.count)
    best: dict[int, tuple[float, int]] = {}
    for column, (before, _, way) in enumerate(loops.arcs):
        through[before] += flow[column]
        if flow[column] > best.get(way, (-1.0, 0))[0]:
            best[way] = (float(flow[column]), column)
    for way, groups in loops.inner.items():
        for number in sorted(groups):
            if through[number] > best.get(way, (-1.0, 0))[0]:
                best[way] = (float(through[number]), -1 - number)
    return {way: best[way][1] for way in wanted}


def _routes(loops: _Loops, ways: Ways, flow: list[int]) -> list[list[int]]:
    """The flow as routes of arcs from the start's group."""
    leaving: dict[int, list[int]] = {}
    for column, (before, _, _) in enumerate(loops.arcs):
        if flow[column] > 0:
            leaving.setdefault(before, []).append(column)
    stops = sorted(set(loops.group[ways.ends].tolist()))
    stopping = dict(zip(stops, flow[len(loops.arcs) :], strict=True))
    left = list(flow)
    routes: list[list[int]] = []
    while True:
        group, route = int(loops.group[0]), list[int]()
        while True:
            columns = leaving.get(group, [])
            while columns and left[columns[-1]] == 0:
                columns.pop()
            if not columns:
                break
            column = columns[-1]
            left[column] -= 1
            route.append(column)
            group = loops.arcs[column][1]
        if stopping.get(group, 0) <= 0:
            return routes
        stopping[group] -= 1
        routes.append(route)


def _walk(
    ways: Ways, kept: Numbers, loops: _Loops, routes: list[list[int]]
) -> tuple[tuple[int, ...], ...]:
    """The routes as walks over real edges; the first walk into a loop takes all of it."""
    leaving: dict[int, list[int]] = {}
    for edge in kept.tolist():
        leaving.setdefault(int(ways.source[edge]), []).append(edge)
    target, way = ways.target.tolist(), ways.way.tolist()
    group = loops.group.tolist()
    ends = set(ways.ends.tolist())
    taken: set[int] = set()
    walks: list[tuple[int, ...]] = []

    def nearest(node: int, edges: bool, column: int | None) -> list[int] | None:
        """Edges within the loop to a new way of it, to the arc, or to an end."""
        if column is None and not edges and node in ends:
            return []
        before: dict[int, int] = {}
        known, waiting = {node}, deque([node])
        while waiting:
            here = waiting.popleft()
            for edge in leaving.get(here, ()):
                inside = group[target[edge]] == group[here]
                if column is not None:
                    found = (group[here], group[target[edge]], way[edge]) == loops.arcs[column]
                elif edges:
                    found = inside and way[edge] not in taken
                else:
                    found = inside and target[edge] in ends
                if found:
                    path = [edge]
                    while here != node:
                        path.append(before[here])
                        here = int(ways.source[before[here]])
                    return path[::-1]
                if inside and target[edge] not in known:
                    known.add(target[edge])
                    before[target[edge]] = edge
                    waiting.append(target[edge])
        return None

    for route in routes:
        node, walk = 0, list[int]()
        for column in (*route, None):
            while True:
                detour = nearest(node, True, None)
                if detour is None:
                    break
                walk += detour
                taken.update(way[edge] for edge in detour)
                node = target[detour[-1]]
            path = nearest(node, False, column)
            if path:
                walk += path
                taken.update(way[edge] for edge in path)
                node = target[path[-1]]
        walks.append(tuple(walk))
    return tuple(walks)
