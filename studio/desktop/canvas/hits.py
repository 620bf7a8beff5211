"""What lies under the pointer, in the order in which it is caught."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF

from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.shapes import Card, Edge, Frame, NoteBox, Row

Kind = Literal[
    "port", "more", "title", "card", "tip", "edge", "frame", "toggle", "note", "corner", "empty"
]


@dataclass(frozen=True)
class Hit:
    """The thing caught; of the others all are None."""

    kind: Kind
    card: Card | None = None
    row: Row | None = None
    edge: Edge | None = None
    frame: Frame | None = None
    note: NoteBox | None = None


def hit_at(layout: MapLayout, point: QPointF, zoom: float) -> Hit:
    """What lies at the point; ports and curves are caught from a few screen pixels away."""
    reach = max(9.0, min(40.0, 9.0 / zoom))
    if zoom >= 0.24:
        x, y = point.x(), point.y()
        for card in reversed(layout.cards_in((x - reach, y - reach, x + reach, y + reach))):
            for row in card.rows:
                away = card.row_port(row) - point
                if abs(away.x()) <= reach and abs(away.y()) <= min(reach, 13):
                    return Hit("port", card=card, row=row)
            if card.takes_choices and zoom >= 0.4:
                away = card.more - point
                if abs(away.x()) <= 12 and abs(away.y()) <= 12:
                    return Hit("more", card=card)
    for frame in layout.frames.values():
        if frame.toggle.contains(point) and zoom >= 0.3:
            return Hit("toggle", frame=frame)
        if frame.collapsed and frame.rect.contains(point):
            return Hit("frame", frame=frame)
    card = layout.card_at(point)
    if card is not None:
        return Hit("title" if card.title_rect.contains(point) else "card", card=card)
    note = layout.note_at(point)
    if note is not None:
        return Hit("corner" if note.corner.contains(point) else "note", note=note)
    edge = layout.edge_near(point, min(reach, 16.0)) if zoom >= 0.24 else None
    if edge is not None:
        tip = QPointF(*edge.end) - point
        near = abs(tip.x()) <= 2.2 * reach and abs(tip.y()) <= 1.5 * reach
        return Hit("tip" if near else "edge", edge=edge)
    frame = layout.frame_at(point)
    return Hit("frame", frame=frame) if frame is not None else Hit("empty")
