"""Which facts matter where, and the bits that hold them.

A fact is *followed* in a scene if a condition that can come later asks about it before it is
set anew, and if it can differ there from its initial value. Two states that agree in the scene
and in the followed facts have the same future: leaving the rest out loses nothing. Facts that
are never followed at once share bits, so that a state stays a small integer however many facts
a story has.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from studio.checks.explore.facts import Fact, Write
from studio.checks.explore.fields import ASKS, FALLS, RISES, Field, Outlook, changed
from studio.checks.explore.machine import NOWHERE, Machine, Way
from studio.checks.explore.order import components
from studio.story.model import NumberVariable, Value
from studio.story.rules import initial_values, is_number

VISIT_BUDGET = 8_000_000
"""Scenes looked at while finding where facts matter, over all facts."""


class Layout(Struct, frozen=True):
    """``live`` are the fields followed in each scene, ``masks`` their bits.

    ``initial`` is the value of every fact that a condition asks about, once the start has been
    entered. ``unfollowed`` are facts given up: what hangs on them is not known.
    """

    live: tuple[dict[Fact, Field], ...]
    masks: tuple[int, ...]
    initial: Mapping[Fact, Value]
    unfollowed: frozenset[Fact]


class _Use(Struct):
    """Who asks about a fact (scene to flags), and the ways that write it.

    ``asked[0]`` stands for every question without a value to compare by order.
    """

    asked: list[Value | None]
    askers: dict[int, int]
    writes: list[tuple[Way, Write]]


def layout_of(machine: Machine, leave_out: frozenset[Fact] = frozenset()) -> Layout:
    """Where each fact is followed. Those in ``leave_out`` are not."""
    uses = _uses(machine)
    initial = _initial(machine, uses)
    live: list[dict[Fact, Field]] = [{} for _ in machine.scenes]
    used = [0] * len(machine.scenes)
    given_up = set(leave_out)
    budget = VISIT_BUDGET
    order: list[int] = []
    arrivals: list[list[Way]] = []
    # Facts that few ways write come first: should the budget run out, most are followed.
    for fact, use in sorted(uses.items(), key=lambda item: len(item[1].writes)):
        if fact in given_up or not use.writes:
            continue
        if budget <= 0:
            given_up.add(fact)
            continue
        if not order:
            order, arrivals = _order(machine), _arrivals(machine)
        ahead = _ahead(use, order, arrivals)
        budget -= len(ahead)
        if ahead:
            outlook = _outlook(machine, _bounds(machine, fact), use, ahead, order)
            field = _field(machine, fact, use, outlook, initial[fact])
            _place(field, used)
            for scene in ahead:
                live[scene][fact] = field
    masks = tuple(sum(field.mask for field in fields.values()) for fields in live)
    return Layout(tuple(live), masks, initial, frozenset(given_up))


def _uses(machine: Machine) -> dict[Fact, _Use]:
    uses: dict[Fact, _Use] = {}
    for scene, questions in enumerate(machine.questions):
        for question in questions:
            use = uses.get(question.fact)
            if use is None:
                use = uses[question.fact] = _Use([None], {}, [])
            place = 0
            if isinstance(question.value, str) or is_number(question.value):
                if question.value not in use.asked:
                    use.asked.append(question.value)
                place = use.asked.index(question.value)
            use.askers[scene] = use.askers.get(scene, 0) | (ASKS << place)
    for way in machine.all_ways:
        for write in way.writes:
            uses[write.fact].writes.append((way, write))
    return uses


def _initial(machine: Machine, uses: Mapping[Fact, _Use]) -> dict[Fact, Value]:
    """The facts when the start has been entered. An unknown variable has no value."""
    variables = initial_values(machine.story.variables)
    values: dict[Fact, Value] = {}
    for fact in uses:
        kind, id, _ = fact
        if kind == "variable":
            if id in variables:
                values[fact] = variables[id]
        else:
            values[fact] = 0 if kind in ("score", "competence") else False
    for write in machine.entries[0] if machine.entries else ():
        values[write.fact] = changed(values[write.fact], write, _bounds(machine, write.fact))
    return values


def _order(machine: Machine) -> list[int]:
    """The strongly connected component of each scene, in topological order."""
    inside = [way for way in machine.all_ways if way.target != NOWHERE]
    sources = np.fromiter((way.scene for way in inside), dtype=np.int32, count=len(inside))
    targets = np.fromiter((way.target for way in inside), dtype=np.int32, count=len(inside))
    return components(len(machine.scenes), sources, targets)[1].tolist()


def _arrivals(machine: Machine) -> list[list[Way]]:
    """The ways that lead to each scene (an answer that stays leads to its own)."""
    arrivals: list[list[Way]] = [[] for _ in machine.scenes]
    for way in machine.all_ways:
        if way.target != NOWHERE:
            arrivals[way.target].append(way)
    return arrivals


def _ahead(use: _Use, order: list[int], arrivals: list[list[Way]]) -> dict[int, int]:
    """Scenes in which the fact is followed, with the flags of what is still to come.

    Backwards from those who ask, not past ways that set the fact, nor to scenes before the
    first change (there the fact has its initial value).
    """
    sets: set[int] = set()
    adds: dict[int, int] = {}
    for way, write in use.writes:
        if write.amount is None:
            sets.add(way.number)
        elif write.amount:
            flag = RISES if write.amount > 0 else FALLS
            adds[way.number] = adds.get(way.number, 0) | flag
    first = min(order[way.scene] for way, _ in use.writes)
    ahead = {scene: flags for scene, flags in use.askers.items() if order[scene] >= first}
    waiting = list(ahead)
    while waiting:
        scene = waiting.pop()
        flags = ahead[scene]
        for way in arrivals[scene]:
            before = way.scene
            if way.number in sets or order[before] < first:
                continue
            known = ahead.get(before, 0)
            more = known | flags | adds.get(way.number, 0)
            if more != known:
                ahead[before] = more
                waiting.append(before)
    return ahead


def _outlook(
    machine: Machine,
    bounds: NumberVariable | None,
    use: _Use,
    ahead: dict[int, int],
    order: list[int],
) -> dict[int, Outlook]:
    """The most that can still be added and taken away, scene by scene (rather too much).

    Where a loop adds, there is no most, unless its choice can be made only once. A variable
    with bounds is cut off at them, so sums say nothing: then there is no most either.
    """
    adds: dict[int, float] = {}
    sets: set[int] = set()
    for way, write in use.writes:
        if write.amount is None:
            sets.add(way.number)
        else:
            adds[way.number] = adds.get(way.number, 0.0) + write.amount
    if not adds or all(not flags & (RISES | FALLS) for flags in ahead.values()):
        return {scene: (flags, 0.0, 0.0) for scene, flags in ahead.items()}
    if bounds is not None and (bounds.minimum is not None or bounds.maximum is not None):
        return {
            scene: (
                flags,
                math.inf if flags & RISES else 0.0,
                -math.inf if flags & FALLS else 0.0,
            )
            for scene, flags in ahead.items()
        }
    # Loop by loop, the last ones first.
    by_loop: dict[int, list[int]] = {}
    for scene in ahead:
        by_loop.setdefault(order[scene], []).append(scene)
    rise: dict[int, float] = {}
    fall: dict[int, float] = {}
    for loop in sorted(by_loop, reverse=True):
        inside_up = inside_down = onward_up = onward_down = 0.0
        for scene in by_loop[loop]:
            for way in machine.ways[scene]:
                if way.number in sets or way.target not in ahead:
                    continue
                added = adds.get(way.number, 0.0)
                to = order[way.target]
                if to != loop:
                    onward_up = max(onward_up, added + rise[to])
                    onward_down = min(onward_down, added + fall[to])
                elif added:
                    often = 1.0 if way.once is not None else math.inf
                    inside_up += max(0.0, added) and max(0.0, added) * often
                    inside_down += min(0.0, added) and min(0.0, added) * often
        rise[loop] = inside_up + onward_up
        fall[loop] = inside_down + onward_down
    return {
        scene: (flags, rise[order[scene]], fall[order[scene]]) for scene, flags in ahead.items()
    }


def _field(
    machine: Machine, fact: Fact, use: _Use, ahead: dict[int, Outlook], initial: Value
) -> Field:
    field = Field(fact, initial, tuple(use.asked), ahead, _bounds(machine, fact))
    field.settle([write for _, write in use.writes])
    return field


def _bounds(machine: Machine, fact: Fact) -> NumberVariable | None:
    variable = machine.story.variable_by_id.get(fact[1]) if fact[0] == "variable" else None
    return variable if isinstance(variable, NumberVariable) else None


def _place(field: Field, used: list[int]) -> None:
    """The lowest bits that are free wherever the field is followed."""
    taken = 0
    for scene in field.ahead:
        taken |= used[scene]
    wanted = (1 << field.width) - 1
    while taken & (wanted << field.shift):
        field.shift += 1
    for scene in field.ahead:
        used[scene] |= field.mask
