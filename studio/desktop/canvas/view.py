"""The map as a widget: a window onto the layout that pans, zooms and selects."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.painting import OVERVIEW_ABOVE, OVERVIEW_BELOW, MapPainter
from studio.desktop.theme import Theme
from studio.story.model import Story

LEAST_ZOOM = 0.02
MOST_ZOOM = 3.0
_WHEEL_STEP = 1.0015
_KEY_STEP = 1.25
_PAN_STEP = 80
_MARGIN = 48


class MapView(QWidget):
    """Shows a story's graph. The story is never changed here."""

    scene_selected = Signal(str)
    """Id of the scene that the user selected; empty when the selection was given up."""
    zoom_changed = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._painter = MapPainter(theme)
        self._layout: MapLayout | None = None
        self._pictures: dict[str, QImage] = {}
        self._durations: dict[str, float] = {}
        self._selected: str | None = None
        self._origin = QPointF(0, 0)
        self._zoom = 1.0
        self._fit_pending = False
        self._pressed_at: QPoint | None = None
        self._panned = False

    @property
    def zoom(self) -> float:
        """Screen pixels per canvas unit."""
        return self._zoom

    @property
    def selected(self) -> str | None:
        """Id of the selected scene."""
        return self._selected

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._painter = MapPainter(theme)
        self.update()

    def show_story(self, story: Story, language: str) -> None:
        """Show this value; what did not change is not laid out again."""
        self._layout = MapLayout(story, language, self._layout)
        if self._selected is not None and self._selected not in self._layout.by_id:
            self.select(None)
        self.update()

    def forget(self) -> None:
        """Before another story: no selection, no pictures."""
        self._layout = None
        self._selected = None
        self._pictures.clear()
        self._durations.clear()

    def set_preview(self, scene_id: str, picture: QImage, seconds: float) -> None:
        """A picture and the length in seconds of the scene's clip."""
        self._pictures[scene_id] = picture
        self._durations[scene_id] = seconds
        self.update()

    def select(self, scene_id: str | None) -> None:
        """Select a scene, or none."""
        if scene_id == self._selected:
            return
        self._selected = scene_id
        self.scene_selected.emit(scene_id or "")
        self.update()

    def go_to(self, scene_id: str) -> None:
        """Select the scene and bring it to the middle, near enough to read."""
        layout = self._layout.by_id.get(scene_id) if self._layout else None
        if layout is None:
            return
        self._set_zoom(max(self._zoom, 0.8))
        half = QPointF(self.width() / 2, self.height() / 2) / self._zoom
        self._origin = layout.rect.center() - half
        self._fit_pending = False
        self.select(scene_id)
        self.update()

    def fit(self) -> None:
        """Show the whole map, at most at 1:1."""
        if self._layout is None or self._layout.bounds.isEmpty():
            return
        if not self.isVisible():
            self._fit_pending = True
            return
        bounds = self._layout.bounds
        self._set_zoom(
            min(
                1.0,
                max(1, self.width() - 2 * _MARGIN) / bounds.width(),
                max(1, self.height() - 2 * _MARGIN) / bounds.height(),
            )
        )
        half = QPointF(self.width() / 2, self.height() / 2) / self._zoom
        self._origin = bounds.center() - half
        self._fit_pending = True
        self.update()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the widget (its middle if None), which stays where it is."""
        at = at if at is not None else QPointF(self.width() / 2, self.height() / 2)
        fixed = self.to_map(at)
        self._set_zoom(self._zoom * factor)
        self._origin = fixed - at / self._zoom
        self._fit_pending = False
        self.update()

    def to_map(self, point: QPointF) -> QPointF:
        """From a point of the widget to canvas units."""
        return self._origin + point / self._zoom

    def from_map(self, point: QPointF) -> QPointF:
        """From canvas units to a point of the widget."""
        return (point - self._origin) * self._zoom

    def scene_rect(self, scene_id: str) -> QRectF:
        """Where the scene's card is in the widget; empty if there is no such scene."""
        layout = self._layout.by_id.get(scene_id) if self._layout else None
        if layout is None:
            return QRectF()
        return QRectF(
            self.from_map(layout.rect.topLeft()), self.from_map(layout.rect.bottomRight())
        )

    def _set_zoom(self, zoom: float) -> None:
        self._zoom = max(LEAST_ZOOM, min(MOST_ZOOM, zoom))
        self.zoom_changed.emit(self._zoom)

    def _pan(self, by: QPointF) -> None:
        self._origin -= by / self._zoom
        self._fit_pending = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what the event uncovers."""
        painter = QPainter(self)
        painter.scale(self._zoom, self._zoom)
        painter.translate(-self._origin)
        area = QRectF(event.rect())
        visible = QRectF(self.to_map(area.topLeft()), self.to_map(area.bottomRight()))
        self._painter.paint_ground(painter, visible, self._zoom)
        if self._layout is None:
            painter.end()
            return
        far = self._zoom < OVERVIEW_BELOW
        if far and len(self._layout.scenes_in(visible)) > OVERVIEW_ABOVE:
            self._painter.paint_overview(painter, self._layout, visible)
        else:
            self._painter.paint_near(
                painter, self._layout, visible, self._selected, self._pictures, self._durations
            )
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A map that was fitted stays fitted."""
        super().resizeEvent(event)
        if self._fit_pending:
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """A fit asked for before the widget had a size is done now."""
        super().showEvent(event)
        if self._fit_pending:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Wheel zooms to the cursor; a touchpad or Shift pans."""
        pixels = event.pixelDelta()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            turned = event.angleDelta()
            self._pan(QPointF(turned.y() or turned.x(), 0))
        elif not pixels.isNull() and not event.modifiers():
            self._pan(QPointF(pixels))
        else:
            self.zoom_by(_WHEEL_STEP ** event.angleDelta().y(), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a pan."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._pressed_at = event.position().toPoint()
            self._panned = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan once the pointer has moved further than a click does."""
        if self._pressed_at is None:
            return
        now = event.position().toPoint()
        moved = now - self._pressed_at
        if not self._panned and moved.manhattanLength() < 5:
            return
        self._panned = True
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._pan(QPointF(moved))
        self._pressed_at = now

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A press that did not become a pan selects what is under it."""
        if self._pressed_at is None:
            return
        self._pressed_at = None
        self.unsetCursor()
        if not self._panned and event.button() == Qt.MouseButton.LeftButton and self._layout:
            hit = self._layout.scene_at(self.to_map(event.position()))
            self.select(hit.scene.id if hit else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows pan; plus and minus zoom; Escape gives up the selection."""
        pans = {
            Qt.Key.Key_Left: QPointF(_PAN_STEP, 0),
            Qt.Key.Key_Right: QPointF(-_PAN_STEP, 0),
            Qt.Key.Key_Up: QPointF(0, _PAN_STEP),
            Qt.Key.Key_Down: QPointF(0, -_PAN_STEP),
        }
        key = Qt.Key(event.key())
        if key in pans:
            self._pan(pans[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_by(_KEY_STEP)
        elif key == Qt.Key.Key_Minus:
            self.zoom_by(1 / _KEY_STEP)
        elif key == Qt.Key.Key_Escape:
            self.select(None)
        else:
            super().keyPressEvent(event)
