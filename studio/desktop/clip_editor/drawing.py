"""Drawing a hotspot on the picture: drag a new one, or drag the chosen one elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsRectItem, QGraphicsSimpleTextItem

from studio.desktop.playing.hotspots import area_of, place_of
from studio.desktop.playing.screen import ClipScreen
from studio.story.model import Area

_LINE, _QUIET = QColor("#ffd54a"), QColor("#ffffff")
_SMALLEST = 12.0


class HotspotDrawing(QObject):
    """Shows areas by name over the screen, one of them chosen; asks for a new place of that one."""

    area_wanted = Signal(object)
    """The :class:`Area` drawn for the chosen name."""
    chosen = Signal(str)

    def __init__(self, screen: ClipScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._items: list[QGraphicsEllipseItem | QGraphicsRectItem | QGraphicsSimpleTextItem] = []
        self._areas: dict[str, Area] = {}
        self.active: str | None = None
        self.shape = "rectangle"
        self.enabled = True
        self._from: QPointF | None = None
        self._moving: QRectF | None = None
        screen.viewport().installEventFilter(self)

    def show(self, areas: dict[str, Area], active: str | None, names: dict[str, str]) -> None:
        """Draw the areas; the active one is the one that drawing changes."""
        for item in self._items:
            self._screen.scene().removeItem(item)
        self._items, self._areas, self.active = [], areas, active
        for name, area in areas.items():
            self._draw(place_of(area, self._screen.frame), area.shape, name == active)
            label = QGraphicsSimpleTextItem(names.get(name, name))
            label.setBrush(_LINE if name == active else _QUIET)
            font = label.font()
            font.setPixelSize(max(12, int(self._screen.frame.height() / 34)))
            label.setFont(font)
            label.setPos(place_of(area, self._screen.frame).topLeft() + QPointF(6, 4))
            self._screen.scene().addItem(label)
            self._items.append(label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mouse on the picture."""
        if not isinstance(event, QMouseEvent) or not self.enabled:
            return super().eventFilter(watched, event)
        point = self._screen.mapToScene(event.position().toPoint())
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress:
            return self._press(point)
        if kind == QEvent.Type.MouseMove and self._from is not None:
            self._sketch(self._place(point))
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._from is not None:
            place = self._place(point)
            self._from = self._moving = None
            self._sketch(None)
            if place.width() >= _SMALLEST and place.height() >= _SMALLEST:
                self.area_wanted.emit(area_of(place, self._screen.frame, self.shape))
            return True
        return super().eventFilter(watched, event)

    def _press(self, point: QPointF) -> bool:
        for name, area in self._areas.items():
            place = place_of(area, self._screen.frame)
            if place.contains(point):
                if name != self.active:
                    self.chosen.emit(name)
                    return True
                self.shape = area.shape
                self._moving = place
        if self.active is None:
            return False
        self._from = point
        return True

    def _place(self, point: QPointF) -> QRectF:
        assert self._from is not None
        if self._moving is not None:
            return self._moving.translated(point - self._from)
        return QRectF(self._from, point).normalized()

    def _sketch(self, place: QRectF | None) -> None:
        sketch = getattr(self, "_sketched", None)
        if sketch is not None:
            self._screen.scene().removeItem(sketch)
            self._items.remove(sketch)
        self._sketched = self._draw(place, self.shape, True) if place is not None else None

    def _draw(
        self, place: QRectF, shape: str, active: bool
    ) -> QGraphicsEllipseItem | QGraphicsRectItem:
        item = QGraphicsEllipseItem(place) if shape == "ellipse" else QGraphicsRectItem(place)
        pen = QPen(_LINE if active else _QUIET, 3 if active else 1.5)
        pen.setCosmetic(True)
        item.setPen(pen)
        item.setBrush(QColor(255, 213, 74, 40 if active else 16))
        self._screen.scene().addItem(item)
        self._items.append(item)
        return item
