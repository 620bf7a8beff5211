"""Two fingers on a touchpad or a touch screen: the point of the map between them stays there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QTouchEvent, QWindow

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView


class Pinch(QObject):
    """Zooms the map; both kinds keep to the point where they began, so that nothing drifts.

    Touches are watched where they come into the window and left to go on: one finger is a mouse
    to the rest of the program. Qt's own recogniser tells every movement twice then.
    """

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._window: QWindow | None = None
        self._fixed = QPointF()
        self._at: QPointF | None = None
        self._zoom = 1.0
        self._apart: float | None = None

    def native(self, event: QNativeGestureEvent) -> bool:
        """A touchpad's; whether it was one that zooms."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            self._at = None
            return False
        camera = self._view.camera
        if self._at != event.position():
            self._at = event.position()
            self._fixed = camera.to_map(self._at)
        self._view.zoom_about(self._fixed, self._at, camera.zoom * (1 + event.value()))
        return True

    def watch(self, window: QWindow | None) -> None:
        """Take the touches that come into this window."""
        if window is not None and window is not self._window:
            window.installEventFilter(self)
            self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow two fingers that are on the map; nothing is taken away from anyone."""
        if isinstance(event, QTouchEvent):
            self._follow(event)
        return False

    def _follow(self, event: QTouchEvent) -> None:
        view, points = self._view, event.points()
        if len(points) != 2 or event.type() in (QEvent.Type.TouchEnd, QEvent.Type.TouchCancel):
            self._apart = None
            return
        first, second = (view.mapFromGlobal(each.globalPosition()) for each in points)
        at, between = (first + second) / 2, second - first
        apart = max(1.0, (between.x() ** 2 + between.y() ** 2) ** 0.5)
        if self._apart is not None:
            view.zoom_about(self._fixed, at, self._zoom * apart / self._apart)
        elif view.isVisible() and all(view.rect().contains(f.toPoint()) for f in (first, second)):
            view.mouse.cancel()  # What the first finger had begun to drag.
            self._fixed, self._zoom = view.camera.to_map(at), view.camera.zoom
            self._apart, self._at = apart, None
