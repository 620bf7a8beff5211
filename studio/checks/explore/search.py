"""Breadth first through every state that can occur, each with a shortest way to it.

What a scene does with a state depends on the few bits that its conditions ask about and its
effects change; the outcome is worked out once for each pattern of those bits, with the engine's
own rules, and looked up ever after. That makes a state cost about a microsecond.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from studio.checks.explore.facts import Fact, asked, atoms, verdict
from studio.checks.explore.fields import Field
from studio.checks.explore.layout import Layout
from studio.checks.explore.machine import NOWHERE, Machine, Way
from studio.story.model import AllOf, AnyOf, Chosen, Condition, Decision, Not, Value
from studio.story.rules import Facts, holds

Step = tuple[int, int, int, int, int]
"""One enabled way, worked out: bits kept, bits set, target scene, length in actions, way."""

_GROUP_BITS = 8
"""Ways of a decision are looked up together while what they depend on has at most this many
bits, so that a table has at most 256 rows; else a decision with sixteen questions to ask once
would need 65,536."""


class Search(Struct):
    """The raw result. Edges of state ``expanded[k]`` are ``ends[k - 1]`` to ``ends[k]``.

    ``scene`` is ``NOWHERE`` for states in which a way led to no scene; ``held`` maps a way's
    number to the answers that its condition gave (bit 0 false, bit 1 true).
    """

    scene: list[int]
    bits: list[int]
    distance: list[int]
    parent: list[int]
    via: list[int]
    expanded: list[int]
    ends: list[int]
    edge_target: list[int]
    edge_way: list[int]
    held: dict[int, int]
    complete: bool = True
    overflow: bool = False


Test = Callable[[int], bool]


class _Group(Struct):
    """Ways that are looked up together, with the bits that their outcome depends on.

    A way whose condition asks about many bits stands alone, its condition as a ``test``: the
    parts of the condition are looked up one by one.
    """

    mask: int
    ways: tuple[Way, ...]
    rows: dict[int, tuple[Step, ...]]
    test: Test | None = None


def search(machine: Machine, layout: Layout, limit: int) -> Search:
    """Every state, or the ``limit`` nearest ones (then ``complete`` is False).

    Patterns that have to be worked out cost far more than states, and of numbers without bounds
    each value is a pattern of its own: they have a limit of their own.
    """
    patterns = limit // 8 + 4 * len(machine.scenes)
    result = Search([], [], [], [], [], [], [], [], [], {})
    if machine.start is None:
        return result
    tables = _Tables(machine, layout, result)
    known: list[dict[int, int]] = [{} for _ in range(len(machine.scenes) + 1)]
    scene_of, bits_of, distance = result.scene, result.bits, result.distance
    parent, via, expanded, ends = result.parent, result.via, result.expanded, result.ends
    edge_target, edge_way = result.edge_target, result.edge_way
    groups_of = tables.groups
    known[machine.start][0] = 0
    scene_of.append(machine.start)
    bits_of.append(tables.first())
    known[machine.start] = {bits_of[0]: 0}
    distance.append(1 if isinstance(machine.scenes[0].then, Decision) else 0)
    parent.append(-1)
    via.append(-1)
    count = 1
    # Ways are one to three actions long: one list of states for each distance.
    levels: dict[int, list[int]] = {distance[0]: [0]}
    at = distance[0]
    while levels:
        level = levels.pop(at, None)
        if level is None:
            at += 1
            continue
        for state in level:
            if distance[state] != at:
                continue  # a shorter way was found after this one
            scene = scene_of[state]
            bits = bits_of[state]
            if scene != NOWHERE:
                groups = groups_of[scene]
                if groups is None:
                    groups = tables.make(scene)
                for group in groups:
                    if group.test is not None and not group.test(bits):
                        continue
                    row = group.rows.get(bits & group.mask)
                    if row is None:
                        row = tables.row(scene, group, bits & group.mask)
                    for kept, added, target, length, way in row:
                        after = bits & kept | added
                        there = known[target]
                        found = there.get(after)
                        if found is None:
                            found = there[after] = count
                            count += 1
                            scene_of.append(target)
                            bits_of.append(after)
                            distance.append(at + length)
                            parent.append(state)
                            via.append(way)
                            further = levels.get(at + length)
                            if further is None:
                                levels[at + length] = [found]
                            else:
                                further.append(found)
                        elif distance[found] > at + length:
                            distance[found] = at + length
                            parent[found] = state
                            via[found] = way
                            levels.setdefault(at + length, []).append(found)
                        edge_target.append(found)
                        edge_way.append(way)
            expanded.append(state)
            ends.append(len(edge_target))
            if count > limit or tables.worked_out > patterns:
                result.complete = False
                return result
        at += 1
    return result


class _Tables:
    """Works out what a scene does with a pattern of bits."""

    def __init__(self, machine: Machine, layout: Layout, result: Search) -> None:
        self.machine = machine
        self.layout = layout
        self.result = result
        self.worked_out = 0
        self.groups: list[list[_Group] | None] = [None] * len(machine.scenes)

    def first(self) -> int:
        """The bits of the start."""
        bits = 0
        for field in self.layout.live[0].values():
            bits |= field.encode(field.normal(field.initial, 0)) or 0
        return bits

    def make(self, scene: int) -> list[_Group]:
        """The groups of the scene's ways."""
        ways = self.machine.ways[scene]
        groups: list[_Group] = []
        if isinstance(self.machine.scenes[scene].then, Decision):
            for way in ways:
                asks = self._asks(way)
                needs = asks | self._changes(way)
                if asks.bit_count() > _GROUP_BITS and not self.layout.unfollowed:
                    groups.append(_Group(self._changes(way), (way,), {}, self._test(way)))
                    continue
                last = groups[-1] if groups else None
                if last and not last.test and (last.mask | needs).bit_count() <= _GROUP_BITS:
                    last.mask |= needs
                    last.ways += (way,)
                else:
                    groups.append(_Group(needs, (way,), {}))
        elif ways:
            # Of several ways on the first that holds is taken: they are one question.
            mask = 0
            for way in ways:
                mask |= self._asks(way) | self._changes(way)
            groups.append(_Group(mask, ways, {}))
        self.groups[scene] = groups
        return groups

    def _asks(self, way: Way) -> int:
        """The bits that decide whether the way can be taken."""
        here = self.layout.live[way.scene]
        mask = self._asked_by(way.guard, here)
        return mask | here[way.once].mask if way.once in here else mask

    def _asked_by(self, condition: Condition | None, here: dict[Fact, Field]) -> int:
        mask = 0
        for atom in atoms(condition):
            field = here.get(asked(atom)[0])
            if field is not None:
                mask |= field.mask
        return mask

    def _test(self, way: Way) -> Test:
        """Whether the way can be taken, asked of the bits; the answers met are noted."""
        unused = self._table(Not(Chosen(way.once[1], way.once[2])), way) if way.once else None
        if way.guard is None:
            return unused or bool
        guard = self._condition(way.guard, way)
        held, number = self.result.held, way.number

        def test(bits: int) -> bool:
            answer = guard(bits)
            held[number] = held.get(number, 0) | (2 if answer else 1)
            return answer and (unused is None or unused(bits))

        return test

    def _condition(self, condition: Condition, way: Way) -> Test:
        if self._asked_by(condition, self.layout.live[way.scene]).bit_count() <= _GROUP_BITS:
            return self._table(condition, way)
        match condition:
            case AllOf(conditions=conditions):
                parts = [self._condition(part, way) for part in conditions]
                return lambda bits: all(part(bits) for part in parts)
            case AnyOf(conditions=conditions):
                parts = [self._condition(part, way) for part in conditions]
                return lambda bits: any(part(bits) for part in parts)
            case Not(condition=inner):
                part = self._condition(inner, way)
                return lambda bits: not part(bits)
            case _:
                return self._table(condition, way)

    def _table(self, condition: Condition, way: Way) -> Test:
        mask = self._asked_by(condition, self.layout.live[way.scene])
        known: dict[int, bool] = {}

        def test(bits: int) -> bool:
            pattern = bits & mask
            answer = known.get(pattern)
            if answer is None:
                facts = self._facts(way.scene, (condition,), pattern)
                answer = known[pattern] = holds(condition, facts)
            return answer

        return test

    def _changes(self, way: Way) -> int:
        """The bits that the way's outcome is made of."""
        if way.target == NOWHERE:
            return 0
        mask = 0
        here = self.layout.live[way.scene]
        there = self.layout.live[way.target]
        written = {write.fact: write.amount is None for write in way.writes}
        for write in way.writes:
            written[write.fact] = written[write.fact] or write.amount is None
        for fact, field in there.items():
            if fact not in here:
                continue
            if fact in written:
                if not written[fact]:
                    mask |= field.mask
            elif field.ahead[way.scene] != field.ahead[way.target]:
                mask |= field.mask  # told apart by less from there on
        return mask

    def row(self, scene: int, group: _Group, bits: int) -> tuple[Step, ...]:
        """The enabled ways for the pattern."""
        asks = [way.guard for way in group.ways if way.guard is not None]
        asks += (Chosen(way.once[1], way.once[2]) for way in group.ways if way.once is not None)
        facts = self._facts(scene, asks, bits) if asks and group.test is None else _NOTHING
        steps: list[Step] = []
        is_next = not isinstance(self.machine.scenes[scene].then, Decision)
        for way in group.ways:
            answer = True if group.test is not None else self._holds(way, facts)
            if answer is not False:
                step = self._step(way, bits)
                if step is not None:
                    steps.append(step)
                if is_next and answer:
                    break
        self.worked_out += 1
        group.rows[bits] = tuple(steps)
        return group.rows[bits]

    def _holds(self, way: Way, facts: Facts) -> bool | None:
        unknown = self.layout.unfollowed
        answer = verdict(way.guard, facts, unknown)
        if way.guard is not None:
            flag = 3 if answer is None else 2 if answer else 1
            self.result.held[way.number] = self.result.held.get(way.number, 0) | flag
        if way.once is None or answer is False:
            return answer
        if way.once in unknown:
            return None
        return False if (way.once[1], way.once[2]) in facts.taken else answer

    def _facts(self, scene: int, conditions: Sequence[Condition], bits: int) -> Facts:
        """What these conditions can see."""
        here = self.layout.live[scene]
        initial = self.layout.initial
        values: dict[Fact, Value] = {}
        for condition in conditions:
            for atom in atoms(condition):
                fact = asked(atom)[0]
                if fact in here:
                    values[fact] = here[fact].decode(bits)
                elif fact in initial:
                    values[fact] = initial[fact]
        return facts_of(values)

    def _step(self, way: Way, bits: int) -> Step | None:
        """The way's outcome; None if a value has no room (the search is then not complete)."""
        length = len(way.actions)
        if way.target == NOWHERE:
            # One state for each such way, so that each keeps a way to itself.
            return (0, way.number, NOWHERE, length, way.number)
        here, there = self.layout.live[way.scene], self.layout.live[way.target]
        kept, added = 0, 0
        by_fact: dict[Fact, Value] = {}
        for write in way.writes:
            field = there.get(write.fact)
            if field is not None:
                before = by_fact.get(write.fact)
                if before is None:
                    before = _value(field, here, bits)
                by_fact[write.fact] = field.after(before, write)
        for fact, field in there.items():
            if fact in by_fact:
                value = by_fact[fact]
            elif fact in here and field.ahead[way.scene] == field.ahead[way.target]:
                kept |= field.mask
                continue
            else:
                value = _value(field, here, bits)
            code = field.encode(field.normal(value, way.target))
            if code is None:
                self.result.complete = False
                self.result.overflow = True
                return None
            added |= code
        if way.enters and isinstance(self.machine.scenes[way.target].then, Decision):
            length += 1
        return (kept, added, way.target, length, way.number)


_NOTHING = Facts({})


def _value(field: Field, here: dict[Fact, Field], bits: int) -> Value:
    return field.decode(bits) if field.fact in here else field.initial


def facts_of(values: dict[Fact, Value]) -> Facts:
    """Facts in the form in which conditions see them."""
    variables: dict[str, Value] = {}
    competences: dict[str, int | float] = {}
    score: int | float = 0
    visited: set[str] = set()
    taken: set[tuple[str, str]] = set()
    noticed: set[str] = set()
    for (kind, id, choice), value in values.items():
        match kind:
            case "variable":
                variables[id] = value
            case "score":
                score = value if isinstance(value, int | float) else 0
            case "competence":
                competences[id] = value if isinstance(value, int | float) else 0
            case "visited" if value:
                visited.add(id)
            case "chosen" if value:
                taken.add((id, choice))
            case "noticed" if value:
                noticed.add(id)
            case _:
                continue
    return Facts(variables, score, competences, visited, taken, noticed)
