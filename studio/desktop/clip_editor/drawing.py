"""Drawing places on the picture: drag a new one, or drag the chosen one elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsRectItem, QGraphicsSimpleTextItem

from studio.desktop.clip_editor.areas import PictureArea
from studio.desktop.playing.hotspots import area_of, place_of
from studio.desktop.playing.screen import ClipScreen

_LINE, _QUIET = QColor("#ffd54a"), QColor("#ffffff")
_GROUND = QColor(0, 0, 0, 170)
_SMALLEST = 12.0
_CORNER = 12.0
Shape = QGraphicsEllipseItem | QGraphicsRectItem


class AreaDrawing(QObject):
    """Shows places over the screen, one of them chosen; asks for another area of that one."""

    area_wanted = Signal(object)
    """The :class:`Area` drawn for the chosen place."""
    chosen = Signal(str)

    def __init__(self, screen: ClipScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._items: list[Shape | QGraphicsSimpleTextItem] = []
        self._areas: tuple[PictureArea, ...] = ()
        self._sketched: Shape | None = None
        self._active: str | None = None
        self.shape = "rectangle"
        self._from: QPointF | None = None
        self._moving: QRectF | None = None
        screen.viewport().installEventFilter(self)

    def show(self, areas: Sequence[PictureArea], active: str | None) -> None:
        """Draw the places that have an area; drawing changes the active one."""
        for item in self._items:
            self._screen.scene().removeItem(item)
        self._items, self._areas, self._active = [], tuple(areas), active
        self._sketched = None
        for each in areas:
            if each.area is None:
                continue
            place, chosen = place_of(each.area, self._screen.frame), each.name == active
            self._draw(place, each.area.shape, chosen, dashed=each.conceals)
            self._label(each.words, place, chosen)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Mouse on the picture."""
        if not isinstance(event, QMouseEvent):
            return super().eventFilter(watched, event)
        point = self._screen.mapToScene(event.position().toPoint())
        kind = event.type()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            return self._press(point)
        if kind == QEvent.Type.MouseMove and self._from is not None:
            self._sketch(self._place(point))
            return True
        if kind == QEvent.Type.MouseButtonRelease and self._from is not None:
            place = self._place(point)
            moved = self._moving is None or place != self._moving
            self._from = self._moving = None
            self._sketch(None)
            if moved and place.width() >= _SMALLEST and place.height() >= _SMALLEST:
                self.area_wanted.emit(area_of(place, self._screen.frame, self.shape))
            return True
        return super().eventFilter(watched, event)

    def _press(self, point: QPointF) -> bool:
        active = next((each for each in self._areas if each.name == self._active), None)
        if active is not None and active.area is not None:
            self.shape = active.area.shape
            place = place_of(active.area, self._screen.frame)
            opposite = self._opposite_corner(place, point)
            if opposite is not None or place.contains(point):
                self._moving = place if opposite is None else None
                self._from = opposite or point
                return True
        for each in reversed(self._areas):
            if each.area is not None and place_of(each.area, self._screen.frame).contains(point):
                self.chosen.emit(each.name)
                return True
        if active is None:
            return False
        self._from = point
        return True

    def _opposite_corner(self, place: QRectF, point: QPointF) -> QPointF | None:
        """Where to draw from when a corner is taken hold of: the one across stays."""
        near = _CORNER / max(0.05, self._screen.transform().m11())
        corners = (
            (place.topLeft(), place.bottomRight()),
            (place.topRight(), place.bottomLeft()),
            (place.bottomRight(), place.topLeft()),
            (place.bottomLeft(), place.topRight()),
        )
        for corner, opposite in corners:
            if (corner - point).manhattanLength() < near:
                return opposite
        return None

    def _place(self, point: QPointF) -> QRectF:
        assert self._from is not None
        if self._moving is not None:
            return self._moved_within(self._moving.translated(point - self._from))
        return QRectF(self._from, point).normalized()

    def _moved_within(self, place: QRectF) -> QRectF:
        """Moved back into the frame, its size kept."""
        frame = self._screen.frame
        x = min(max(place.x(), frame.x()), frame.right() - place.width())
        y = min(max(place.y(), frame.y()), frame.bottom() - place.height())
        return QRectF(x, y, place.width(), place.height())

    def _sketch(self, place: QRectF | None) -> None:
        if self._sketched is not None:
            self._screen.scene().removeItem(self._sketched)
            self._items.remove(self._sketched)
        self._sketched = self._draw(place, self.shape, True) if place is not None else None

    def _label(self, words: str, place: QRectF, chosen: bool) -> None:
        """The name in the upper left of its place, no wider than that, on a dark ground."""
        label = QGraphicsSimpleTextItem()
        font = label.font()
        font.setPixelSize(max(12, int(self._screen.frame.height() / 34)))
        label.setFont(font)
        room = max(60, int(place.width()) - 12)
        label.setText(QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, room))
        label.setBrush(_LINE if chosen else _QUIET)
        label.setPos(place.topLeft() + QPointF(6, 4))
        ground = QGraphicsRectItem(label.sceneBoundingRect().adjusted(-5, -3, 5, 3))
        ground.setBrush(_GROUND)
        ground.setPen(QPen(Qt.PenStyle.NoPen))
        for item in (ground, label):
            item.setZValue(1)
            self._screen.scene().addItem(item)
            self._items.append(item)

    def _draw(self, place: QRectF, shape: str, active: bool, *, dashed: bool = False) -> Shape:
        item = QGraphicsEllipseItem(place) if shape == "ellipse" else QGraphicsRectItem(place)
        pen = QPen(_LINE if active else _QUIET, 3 if active else 1.5)
        pen.setCosmetic(True)
        if dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        item.setPen(pen)
        item.setBrush(QColor(255, 213, 74, 40 if active and not dashed else 8))
        item.setZValue(1)
        self._screen.scene().addItem(item)
        self._items.append(item)
        return item
