"""What every gesture can do. A gesture begins once the pointer has left the place of the press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

Modifiers = Qt.KeyboardModifier


class Gesture:
    """One drag, from press to release; ends in at most one edit of the story."""

    cursor: Qt.CursorShape | None = None
    scrolls = True
    """Whether the map moves along when the pointer comes to its border."""

    def __init__(self, view: MapView, start: QPointF) -> None:
        self.view = view
        self.start = start
        self.at = start

    def drag(self, at: QPointF, modifiers: Modifiers) -> None:
        """The pointer is at this point of the map."""
        self.at = at

    def drop(self, modifiers: Modifiers) -> None:
        """The button was let go: do what the gesture is for."""

    def cancel(self) -> None:
        """Escape was pressed: leave everything as it was."""

    def paint(self, painter: QPainter) -> None:
        """Paint above the map, in canvas units."""
