"""Gestures that change nothing in the story: moving the map, and selecting by a frame."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studio.desktop.canvas.gestures.base import Gesture, Modifiers
from studio.desktop.canvas.selection import Selection


class Pan(Gesture):
    """Moves the map with the pointer."""

    cursor = Qt.CursorShape.ClosedHandCursor
    scrolls = False

    def drag(self, at: QPointF, modifiers: Modifiers) -> None:
        """Keep the point that was pressed under the pointer."""
        camera = self.view.camera
        camera.pan((at - self.start) * camera.zoom)


class SelectByFrame(Gesture):
    """Selects what the frame touches; with Shift in addition to what was selected."""

    def drag(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show what would be selected."""
        super().drag(at, modifiers)
        before = self._before if modifiers & Modifiers.ShiftModifier else Selection()
        rect, layout = self.rect, self.view.layout_of_map
        box = (rect.left(), rect.top(), rect.right(), rect.bottom())
        scenes = dict.fromkeys((*before.scenes, *(c.scene.id for c in layout.cards_in(box))))
        for frame in layout.frames.values():
            if frame.collapsed and frame.rect.intersects(rect):
                scenes |= dict.fromkeys(layout.members(frame.chapter.id))
        caught = [key for key, note in layout.notes.items() if note.rect.intersects(rect)]
        notes = dict.fromkeys((*before.notes, *caught))
        self.view.choose(Selection(tuple(scenes), tuple(notes)))

    def cancel(self) -> None:
        """Select again what was selected."""
        self.view.choose(self._before)

    def paint(self, painter: QPainter) -> None:
        """The frame."""
        accent = QColor(self.view.theme.accent)
        fill = QColor(accent)
        fill.setAlpha(36)
        painter.setPen(QPen(accent, 1 / self.view.camera.zoom))
        painter.setBrush(fill)
        painter.drawRect(self.rect)

    @property
    def rect(self) -> QRectF:
        """The frame, from the press to the pointer."""
        return QRectF(self.start, self.at).normalized()

    @property
    def _before(self) -> Selection:
        return self.view.selection_at_press
