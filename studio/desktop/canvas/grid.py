"""Buckets in the plane: what lies near a rectangle, without looking at the rest."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Box = tuple[float, float, float, float]
"""Left, top, right, bottom, in canvas units."""

CELL = 1024.0


class Grid(Generic[Key]):
    """Keys in square cells of ``CELL`` canvas units; can change at any time."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], set[Key]] = defaultdict(set)
        self._places: dict[Key, tuple[tuple[int, int], ...]] = {}

    def put(self, key: Key, boxes: Iterable[Box]) -> None:
        """Let the key lie in every cell that one of the boxes touches, and in no other."""
        self.discard(key)
        touched = tuple({cell for box in boxes for cell in cells_of(box)})
        self._places[key] = touched
        for cell in touched:
            self._cells[cell].add(key)

    def discard(self, key: Key) -> None:
        """Forget the key, if it is known."""
        for cell in self._places.pop(key, ()):
            inside = self._cells[cell]
            inside.discard(key)
            if not inside:
                del self._cells[cell]

    def near(self, box: Box) -> set[Key]:
        """The keys of all cells that the box touches."""
        left, top, right, bottom = box
        columns = (right // CELL - left // CELL) + 1
        lines = (bottom // CELL - top // CELL) + 1
        cells = self._cells
        found: set[Key] = set()
        if columns * lines > len(cells):
            low, high = int(left // CELL), int(right // CELL)
            first, last = int(top // CELL), int(bottom // CELL)
            for (column, line), inside in cells.items():
                if low <= column <= high and first <= line <= last:
                    found |= inside
            return found
        for cell in cells_of(box):
            if cell in cells:
                found |= cells[cell]
        return found


def cells_of(box: Box) -> Iterator[tuple[int, int]]:
    """The cells, by column and line, that the box touches."""
    left, top, right, bottom = box
    for column in range(int(left // CELL), int(right // CELL) + 1):
        for line in range(int(top // CELL), int(bottom // CELL) + 1):
            yield column, line


def touch(one: Box, other: Box) -> bool:
    """Whether the boxes have a point in common."""
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
