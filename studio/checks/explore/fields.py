"""A fact that states remember: its bits, and its value as far as anything can tell it apart."""

from __future__ import annotations

import math
from bisect import bisect_left

from msgspec import Struct

from studio.checks.explore.facts import Fact, Write
from studio.story.model import Number, NumberVariable, Value
from studio.story.rules import clamp, is_number

RISES, FALLS = 1, 2
ASKS = 4
"""Flags of what can still happen to a fact: something is added, is taken away, ``ASKS << i``
for a comparison with the field's ``asked[i]``."""

Outlook = tuple[int, float, float]
"""What can still happen to a fact from a scene on: flags, and the most that can be added and (a
number below zero) taken away until it is set anew or nothing asks any more."""

_CLOSURE_LIMIT = 300
_OPEN_WIDTH = 20
_ANOTHER_TEXT = "\0another"


class Field(Struct):
    """A fact that is followed. ``ahead`` maps each scene in which it is to its outlook.

    The value ``initial`` always has number 0, so that absent bits mean the initial value.
    """

    fact: Fact
    initial: Value
    asked: tuple[Value | None, ...]
    ahead: dict[int, Outlook]
    bounds: NumberVariable | None = None
    shift: int = 0
    width: int = 1
    values: list[Value] = []
    numbers: dict[Value, int] = {}
    _thresholds: dict[int, list[Number]] = {}

    @property
    def mask(self) -> int:
        """The field's bits within a state."""
        return ((1 << self.width) - 1) << self.shift

    def decode(self, bits: int) -> Value:
        """The value that a state holds."""
        return self.values[(bits >> self.shift) & ((1 << self.width) - 1)]

    def encode(self, value: Value) -> int | None:
        """The value's bits; None if there are more values than the field has room for."""
        number = self.numbers.get(value)
        if number is None:
            number = len(self.values)
            if number >> self.width:
                return None
            self.numbers[value] = number
            self.values.append(value)
        return number << self.shift

    def after(self, value: Value, write: Write) -> Value:
        """The value after a write."""
        return changed(value, write, self.bounds)

    def normal(self, value: Value, scene: int) -> Value:
        """One value for all that nothing can tell apart from the scene on."""
        flags, rise, fall = self.ahead[scene]
        if isinstance(value, bool):
            return value
        if isinstance(value, str):
            asked = any(each == value for i, each in enumerate(self.asked) if flags & (ASKS << i))
            return value if asked else _ANOTHER_TEXT
        thresholds = self._thresholds.get(flags)
        if thresholds is None:
            numbers = (each for i, each in enumerate(self.asked) if flags & (ASKS << i))
            thresholds = sorted({each for each in numbers if is_number(each)})
            self._thresholds[flags] = thresholds
        if not thresholds:
            return 0
        if value + fall > thresholds[-1]:
            return math.inf
        if value + rise < thresholds[0]:
            return -math.inf
        if not flags & (RISES | FALLS):
            above = bisect_left(thresholds, value)
            if thresholds[above] != value:
                low, high = thresholds[above - 1], thresholds[above]
                middle = (low + high) / 2
                return middle if low < middle < high else value
        return value

    def settle(self, writes: list[Write]) -> None:
        """Choose the width, given every write of the fact anywhere."""
        self.values, self.numbers, self._thresholds = [self.initial], {self.initial: 0}, {}
        if isinstance(self.initial, bool):
            self.encode(not self.initial)
            return
        found = _closure(self, writes)
        room = _CLOSURE_LIMIT + 1 if found is None else len(found) + len(self.asked) + 4
        self.width = _OPEN_WIDTH if found is None else room.bit_length()


def changed(value: Value, write: Write, bounds: NumberVariable | None) -> Value:
    """The value after a write, exactly as the engine has it."""
    new = write.value if write.amount is None else _number(value) + write.amount
    assert new is not None
    return new if bounds is None else clamp(bounds, _number(new))


def _closure(field: Field, writes: list[Write]) -> set[Value] | None:
    """Every value that writes in any order can bring about; None if they are many."""
    found: set[Value] = {field.initial}
    waiting: list[Value] = [field.initial]
    # Thousands of answers may give the same points: each amount is tried once.
    writes = list({(type(each.value), each.value, each.amount): each for each in writes}.values())
    while waiting:
        value = waiting.pop()
        for write in writes:
            after = field.after(value, write)
            if after not in found:
                if len(found) >= _CLOSURE_LIMIT:
                    return None
                found.add(after)
                waiting.append(after)
    return found


def _number(value: Value) -> Number:
    assert is_number(value)
    return value
