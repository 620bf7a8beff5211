"""Gestures on the map: each is an object that begins at a press and ends at the release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from studio.desktop.canvas.gestures.base import Gesture, Modifiers
from studio.desktop.canvas.gestures.connect import Connect, Reconnect
from studio.desktop.canvas.gestures.look_around import Pan, SelectByFrame
from studio.desktop.canvas.gestures.move import Move, ResizeNote
from studio.desktop.canvas.hits import Hit
from studio.desktop.canvas.selection import Selection

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

__all__ = ["Connect", "Gesture", "Modifiers", "Move", "Pan", "Reconnect", "SelectByFrame", "begin"]


def begin(
    view: MapView, hit: Hit, start: QPointF, button: Qt.MouseButton, hand: bool
) -> Gesture | None:
    """The gesture that a drag from ``hit`` is; ``hand``: the space bar is held.

    Where nothing may be changed, or from the middle button, every drag moves the map.
    """
    if button == Qt.MouseButton.MiddleButton or hand:
        return Pan(view, start)
    if button != Qt.MouseButton.LeftButton:
        return None
    if hit.kind == "empty":
        return SelectByFrame(view, start)
    if view.read_only:
        return Pan(view, start)
    card, edge, note, frame = hit.card, hit.edge, hit.note, hit.frame
    if hit.kind == "port" and card is not None and hit.row is not None:
        return Connect(view, start, card, hit.row.port, card.row_port(hit.row))
    if hit.kind == "more" and card is not None:
        return Connect(view, start, card, None, card.more)
    if edge is not None:
        source = view.layout_of_map.cards[edge.source]
        return Reconnect(view, start, source, edge) if hit.kind == "tip" else Pan(view, start)
    if hit.kind == "corner" and note is not None:
        return ResizeNote(view, start, note)
    if frame is not None:
        members = [
            view.layout_of_map.cards[key].scene.id
            for key in view.layout_of_map.members(frame.chapter.id)
        ]
        return Move(view, start, tuple(dict.fromkeys(members)), (), frame.rect, frame)
    selection = view.selection
    if card is not None:
        if card.scene.id not in selection.scenes:
            selection = Selection((card.scene.id,))
            view.choose(selection)
        return Move(view, start, selection.scenes, selection.notes, card.rect)
    if note is not None:
        if note.note.id not in selection.notes:
            selection = Selection(notes=(note.note.id,))
            view.choose(selection)
        return Move(view, start, selection.scenes, selection.notes, note.rect)
    return None
