"""What the user does to the map by mouse, wheel, fingers, keys and drops: who answers it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSizeF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.desktop.canvas.camera import Camera
from studio.desktop.canvas.drops import Drops
from studio.desktop.canvas.keyboard import Keyboard
from studio.desktop.canvas.mouse import Mouse
from studio.desktop.canvas.pinch import Pinch

_WHEEL_STEP = 1.0015


class MapInput(QWidget):
    """Hands every event to what answers it; :class:`MapView` makes what that is."""

    camera: Camera
    pinch: Pinch
    mouse: Mouse
    keyboard: Keyboard
    drops: Drops

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.shows_focus = False
        """Whether the map was reached by keyboard and has the keys."""
        self.fitted = False
        """Whether the whole map was asked for, and nothing has moved it since."""

    def event(self, event: QEvent) -> bool:
        """Pinching zooms to the fingers."""
        if isinstance(event, QNativeGestureEvent):
            if self.pinch.native(event):
                return True
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self.camera.resize(QSizeF(self.size()), self.devicePixelRatioF())
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms to the cursor; a touchpad or Shift moves the map."""
        self.fitted = False
        pixels = event.pixelDelta()
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.camera.pan(QPointF(turned.y() or turned.x(), 0))
        elif not pixels.isNull() and not event.modifiers():
            self.camera.pan(QPointF(pixels))
        else:
            self.camera.zoom_by(_WHEEL_STEP ** turned.y(), event.position(), smooth=True)
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a gesture."""
        self.camera.stop()
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with a gesture, or hover."""
        if self.mouse.gesture is not None:
            self.fitted = False
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a gesture."""
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write in place, or make a new scene."""
        self.mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done here."""
        self.mouse.context_menu(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self.mouse.leave()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Reached by Tab, the map shows that it has the keys."""
        super().focusInEvent(event)
        self.shows_focus = event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        )
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        super().focusOutEvent(event)
        self.shows_focus = False
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, search, open, zoom, give up."""
        if not self.keyboard.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The space bar is let go."""
        self.keyboard.release(event)
        super().keyReleaseEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped on a story that may be changed."""
        self.drops.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show the scene that would get the file."""
        self.drops.move(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self.drops.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the files."""
        self.drops.drop(event)
