"""Trainees of simple habits as a Markov chain over the explored states.

The chain is absorbing: a playthrough ends, gets stuck, or (counted apart) goes round for ever.
Expected visits ``m`` of the states solve ``(I - Pᵀ) m = start``; everything else is a sum over
them. See Kemeny and Snell, "Finite Markov Chains" (1960), chapter III.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np
from msgspec import Struct

from studio.checks.explore import Exploration, Way
from studio.checks.explore.machine import PROCEED
from studio.checks.explore.order import Numbers, backward_from, components
from studio.checks.numbers.times import Times
from studio.story.model import Decision, Story

Habit = Literal["random", "first", "last", "longest"]
HABITS: tuple[Habit, ...] = ("random", "first", "last", "longest")


class Chain(Struct, frozen=True):
    """A habit on the states: the probability of each edge, and expected visits of each state.

    ``alive`` marks states from which the habit comes to an end (an ending or a stop); beyond
    them play goes round for ever, and their visits are those of the first time. ``retries`` is
    how often on average answers are tried again before a state is left, ``retried`` marks the
    edges whose answers can be.
    """

    probability: Numbers
    retries: Numbers
    retried: Numbers
    visits: Numbers
    alive: Numbers
    solve: Callable[[Numbers], Numbers]

    def flow(self, exploration: Exploration) -> Numbers:
        """How often each edge is taken in a playthrough, on average."""
        return self.visits[exploration.graph.source] * self.probability

    def seconds(self, exploration: Exploration, times: Times) -> Numbers:
        """For each state the seconds spent until it is come to, summed over the visits."""
        graph = exploration.graph
        if graph.size == 0:
            return np.zeros(0)
        answer = np.array(times.answer)[graph.way] * self.retried
        count = np.bincount(graph.source, self.retried, graph.size)
        mean = np.bincount(graph.source, answer, graph.size) / np.maximum(count, 1)
        spent = np.array(times.cost)[graph.way] + (self.retries * mean)[graph.source]
        added = np.bincount(graph.target, self.flow(exploration) * spent, graph.size)
        added[0] += times.start
        return self.solve(added)


def chain_of(
    exploration: Exploration,
    habit: Habit,
    language: str,
    lengths: Mapping[int, int] | None = None,
) -> Chain:
    """The chain of one habit. Right only if the exploration is exact.

    ``random``: of the buttons on screen each is as likely, those after feedback ("go on", "try
    again") too. ``first``, ``last`` and ``longest`` always take that answer, in the author's
    order and by the text in the language, and never try again; where the order is shuffled,
    first and last are as good as random. Nobody waits for the time limit while there is
    something to click. ``lengths`` are those of the answers, by the number of the way, where
    other texts than those of the explored story count.
    """
    if lengths is None and habit == "longest":
        lengths = answer_lengths(exploration, exploration.machine.story, language)
    probability, retries, retried = _policy(exploration, habit, lengths or {})
    graph = exploration.graph
    taken = probability > 0
    leaves = np.zeros(graph.size, dtype=bool)
    leaves[graph.source] = True
    source, target = graph.source[taken], graph.target[taken]
    alive = backward_from(graph.size, source, target, np.flatnonzero(~leaves))
    kept = taken & alive[graph.source]
    solve = solver(graph.size, graph.source[kept], graph.target[kept], probability[kept])
    start = np.zeros(graph.size)
    start[:1] = 1.0
    probability = np.where(kept, probability, 0.0)
    return Chain(probability, retries, retried, solve(start), alive, solve)


def answer_lengths(exploration: Exploration, story: Story, language: str) -> dict[int, int]:
    """The number of characters of each answer in the story, by the number of its way."""
    lengths: dict[int, int] = {}
    for scene, ways in zip(exploration.machine.scenes, exploration.machine.ways, strict=True):
        then = story.scene_by_id[scene.id].then
        if isinstance(then, Decision):
            for way in ways:
                if way.position is not None:
                    text = then.choices[way.position].text
                    lengths[way.number] = len(text.get(language, ""))
    return lengths


def _policy(
    exploration: Exploration, habit: Habit, lengths: Mapping[int, int]
) -> tuple[Numbers, Numbers, Numbers]:
    graph, machine = exploration.graph, exploration.machine
    clickable = np.array([not way.timeout for way in machine.all_ways], dtype=bool)[graph.way]
    can_click = np.zeros(graph.size, dtype=bool)
    can_click[graph.source[clickable]] = True
    weight = np.where(can_click[graph.source], clickable, True).astype(float)
    retried = np.array([_may_retry(exploration, way) for way in machine.all_ways], dtype=bool)
    retries, again = np.zeros(graph.size), np.zeros(len(weight))
    if habit == "random":
        again = retried[graph.way] & (weight > 0) & clickable
        buttons = np.bincount(graph.source, weight, graph.size)
        weight = np.where(again, weight / 2, weight)
        goes_on = np.bincount(graph.source, weight, graph.size)
        left = np.maximum(goes_on, 0.5)
        retries = (buttons - goes_on) / left
    else:
        weight = _pick(exploration, habit, lengths, weight)
    total = np.bincount(graph.source, weight, graph.size)[graph.source]
    return np.divide(weight, total, out=np.zeros(len(weight)), where=total > 0), retries, again


def _may_retry(exploration: Exploration, way: Way) -> bool:
    then = exploration.machine.scenes[way.scene].then
    return isinstance(then, Decision) and then.retry and PROCEED in way.actions


def _pick(
    exploration: Exploration, habit: Habit, lengths: Mapping[int, int], weight: Numbers
) -> Numbers:
    """One answer for each state: the best by the habit's measure, the first of equals."""
    graph, machine = exploration.graph, exploration.machine
    measure: Callable[[Way], float]
    match habit:
        case "longest":
            measure = lambda way: lengths.get(way.number, 0)  # noqa: E731
        case "last":
            measure = lambda way: way.position or 0  # noqa: E731
        case _:
            measure = lambda way: -(way.position or 0)  # noqa: E731
    value = np.array([measure(way) for way in machine.all_ways], dtype=float)[graph.way]
    value = np.where(weight > 0, value, -np.inf)
    best = np.full(graph.size, -np.inf)
    np.maximum.at(best, graph.source, value)
    chosen = np.flatnonzero((value == best[graph.source]) & (weight > 0))
    _, first = np.unique(graph.source[chosen], return_index=True)
    picked = np.zeros(len(weight))
    picked[chosen[first]] = 1.0
    if habit == "longest":
        return picked
    shuffled = [_is_shuffled(exploration, way) for way in machine.all_ways]
    return np.where(np.array(shuffled, dtype=bool)[graph.way], weight, picked)


def _is_shuffled(exploration: Exploration, way: Way) -> bool:
    then = exploration.machine.scenes[way.scene].then
    return isinstance(then, Decision) and then.shuffle and not way.timeout


def solver(
    size: int, source: Numbers, target: Numbers, probability: Numbers
) -> Callable[[Numbers], Numbers]:
    """Solves ``(I - Pᵀ) x = b`` for ``x``, any number of times."""
    from scipy.sparse import csc_array, identity
    from scipy.sparse.linalg import splu

    if len(source) == 0:
        return lambda added: added
    count, group = components(size, source, target)
    # In topological order the matrix is triangular but for loops: there is little to fill in.
    order = np.argsort(group, kind="stable")
    place = np.empty(size, dtype=np.int64)
    place[order] = np.arange(size)
    moves = csc_array((probability, (place[target], place[source])), shape=(size, size))
    matrix = (identity(size, format="csc") - moves).tocsc()
    loops = np.bincount(group, minlength=count).max() > _LARGE_LOOP
    factors = splu(matrix, permc_spec="COLAMD" if loops else "NATURAL", diag_pivot_thresh=0.0)
    return lambda added: factors.solve(added[order])[place]


_LARGE_LOOP = 200
"""States of a loop beyond which SuperLU may choose its own order."""
