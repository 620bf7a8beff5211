"""What part of the map is seen, and how it glides from one view to another."""

from __future__ import annotations

import math

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, QSizeF, QVariantAnimation, Signal

LEAST_ZOOM = 0.01
MOST_ZOOM = 3.0
_MARGIN = 48
_GLIDE = 180
"""Milliseconds of a movement that the user has not made with the own hand."""


class Camera(QObject):
    """Origin and zoom. The origin always lies on a whole pixel, so that pictures can be moved."""

    changed = Signal()
    zoomed = Signal(float)
    """The zoom, in screen pixels per canvas unit, once it has changed."""

    animated = True
    """Whether movements glide; an instance may say otherwise."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.origin = QPointF(0, 0)
        self.zoom = 1.0
        self.size = QSizeF(1, 1)
        self.ratio = 1.0
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_GLIDE)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._advance)
        self._from = (QPointF(), 1.0)
        self._to = (QPointF(), 1.0)
        self._fixed: QPointF | None = None

    @property
    def visible(self) -> QRectF:
        """The part of the map that is seen, in canvas units."""
        return QRectF(self.origin, self.size / self.zoom)

    @property
    def gliding(self) -> bool:
        """Whether a movement is under way."""
        return self._animation.state() == QVariantAnimation.State.Running

    def resize(self, size: QSizeF, ratio: float) -> None:
        """The widget has this size, and this many device pixels to one of its own."""
        self.size, self.ratio = size, ratio

    def to_map(self, point: QPointF) -> QPointF:
        """From a point of the widget to canvas units."""
        return self.origin + point / self.zoom

    def from_map(self, point: QPointF) -> QPointF:
        """From canvas units to a point of the widget."""
        return (point - self.origin) * self.zoom

    def pan(self, by: QPointF) -> None:
        """Move the map by screen pixels."""
        self.stop()
        self._place(self.origin - by / self.zoom, self.zoom)

    def zoom_by(self, factor: float, at: QPointF | None = None, smooth: bool = False) -> None:
        """Zoom about a point of the widget (its middle if None), which stays where it is."""
        at = at if at is not None else QPointF(self.size.width() / 2, self.size.height() / 2)
        wanted = self._to[1] * factor if self.gliding and smooth else self.zoom * factor
        zoom = max(LEAST_ZOOM, min(MOST_ZOOM, wanted))
        fixed = self.to_map(at)
        if smooth and self.animated:
            self._glide(fixed - at / zoom, zoom, at)
        else:
            self.stop()
            self._place(fixed - at / zoom, zoom)

    def zoom_about(self, fixed: QPointF, at: QPointF, zoom: float) -> None:
        """Take this zoom with the point of the map at the point of the widget."""
        zoom = max(LEAST_ZOOM, min(MOST_ZOOM, zoom))
        self.stop()
        self._place(fixed - at / zoom, zoom)

    def go_to(self, middle: QPointF, zoom: float) -> None:
        """Bring the point of the map to the middle of the widget."""
        zoom = max(LEAST_ZOOM, min(MOST_ZOOM, zoom))
        origin = middle - QPointF(self.size.width() / 2, self.size.height() / 2) / zoom
        if self.animated:
            self._glide(origin, zoom, None)
        else:
            self.stop()
            self._place(origin, zoom)

    def show(self, rect: QRectF, most: float = 1.0) -> None:
        """Show the whole rectangle, at most at this zoom."""
        zoom = min(
            most,
            max(1.0, self.size.width() - 2 * _MARGIN) / max(1.0, rect.width()),
            max(1.0, self.size.height() - 2 * _MARGIN) / max(1.0, rect.height()),
        )
        self.go_to(rect.center(), zoom)

    def reveal(self, rect: QRectF) -> None:
        """Move no further than needed for the rectangle to be seen; too large: its middle."""
        seen, margin = self.visible, 24 / self.zoom
        wanted = rect.adjusted(-margin, -margin, margin, margin)
        if seen.contains(wanted):
            return
        middle = seen.center()
        if wanted.width() > seen.width() or wanted.height() > seen.height():
            middle = wanted.center()
        else:
            right = max(0.0, wanted.right() - seen.right())
            left = min(0.0, wanted.left() - seen.left())
            below = max(0.0, wanted.bottom() - seen.bottom())
            above = min(0.0, wanted.top() - seen.top())
            middle += QPointF(right + left, below + above)
        self.go_to(middle, self.zoom)

    def stop(self) -> None:
        """End a movement where it is."""
        self._animation.stop()

    def finish(self) -> None:
        """End a movement where it was to lead."""
        if self.gliding:
            self._animation.stop()
            self._place(*self._to)

    def _glide(self, origin: QPointF, zoom: float, fixed: QPointF | None) -> None:
        self._from = (QPointF(self.origin), self.zoom)
        self._to = (QPointF(origin), zoom)
        self._fixed = fixed
        self._animation.stop()
        self._animation.start()

    def _advance(self, share: object) -> None:
        if not isinstance(share, float):
            return
        (origin, zoom), (last_origin, last_zoom) = self._from, self._to
        now = zoom * math.pow(last_zoom / zoom, share)
        if share >= 1.0:
            self._place(last_origin, last_zoom)
            return
        if self._fixed is not None:
            point = origin + self._fixed / zoom
            self._place(point - self._fixed / now, now)
            return
        half = QPointF(self.size.width() / 2, self.size.height() / 2)
        first, last = origin + half / zoom, last_origin + half / last_zoom
        self._place(first + (last - first) * share - half / now, now)

    def _place(self, origin: QPointF, zoom: float) -> None:
        pixel = zoom * self.ratio
        origin = QPointF(round(origin.x() * pixel) / pixel, round(origin.y() * pixel) / pixel)
        rezoomed = zoom != self.zoom
        if origin == self.origin and not rezoomed:
            return
        self.origin, self.zoom = origin, zoom
        self.changed.emit()
        if rezoomed:
            self.zoomed.emit(zoom)
