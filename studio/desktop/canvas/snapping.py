"""Snapping: where a dragged rectangle comes to lie in line with others, and the guides shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF

GRID = 8.0
"""Canvas units of the grid that everything falls on which has no neighbour to follow."""


@dataclass(frozen=True)
class Snap:
    """How far to shift the rectangle, and the lines on which it then lies."""

    shift: QPointF
    guides: tuple[QLineF, ...] = ()


def snap(rect: QRectF, others: Sequence[QRectF], reach: float) -> Snap:
    """The smallest shift within ``reach`` that puts an edge or the middle of ``rect`` on one of
    another rectangle, in each direction on its own; on the grid where none is near."""
    across = _nearest(_stations(rect, 0), others, 0, reach)
    down = _nearest(_stations(rect, 1), others, 1, reach)
    x = across[0] if across else round(rect.x() / GRID) * GRID - rect.x()
    y = down[0] if down else round(rect.y() / GRID) * GRID - rect.y()
    placed = rect.translated(x, y)
    guides: list[QLineF] = []
    if across:
        lined = [each for each in others if _lies(across[1], _stations(each, 0))]
        top = min(each.top() for each in (*lined, placed))
        bottom = max(each.bottom() for each in (*lined, placed))
        guides.append(QLineF(across[1], top - 12, across[1], bottom + 12))
    if down:
        lined = [each for each in others if _lies(down[1], _stations(each, 1))]
        left = min(each.left() for each in (*lined, placed))
        right = max(each.right() for each in (*lined, placed))
        guides.append(QLineF(left - 12, down[1], right + 12, down[1]))
    return Snap(QPointF(x, y), tuple(guides))


def _stations(rect: QRectF, axis: int) -> tuple[float, float, float]:
    if axis == 0:
        return rect.left(), rect.center().x(), rect.right()
    return rect.top(), rect.center().y(), rect.bottom()


def _nearest(
    mine: tuple[float, float, float], others: Sequence[QRectF], axis: int, reach: float
) -> tuple[float, float] | None:
    best: tuple[float, float] | None = None
    for other in others:
        theirs = _stations(other, axis)
        # Edges join edges and middles join middles: a middle on an edge looks like a mistake.
        pairs = ((0, 0), (0, 2), (2, 0), (2, 2), (1, 1))
        for one, two in pairs:
            shift = theirs[two] - mine[one]
            if abs(shift) <= reach and (best is None or abs(shift) < abs(best[0])):
                best = (shift, theirs[two])
    return best


def _lies(at: float, stations: tuple[float, float, float]) -> bool:
    return any(abs(each - at) < 0.5 for each in stations)
