"""The small map: the whole story in a corner, with the part that is seen; a drag moves it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from studio.desktop.canvas.palette import chapter_colour, over

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_WHOLE, _SMALL = QSize(208, 132), QSize(156, 99)
_ROOMY = 480
"""A lower map has the small one, which hides less of it."""
_MARGIN, _INSET = 14, 8
_PAUSE = 120
_AT_ONCE = 2_000
"""Cards drawn in one turn: more are drawn in several, between which the window answers."""


class Minimap(QWidget):
    """Drawn from the same layout, into a pixmap that is made anew a moment after a change."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._wanted = True
        self._corner = 3
        self._dragged = False
        self._pixmap: QPixmap | None = None
        self._drawn = QPixmap()
        self._left: list[str] = []
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_turn)
        self._whole = QRectF()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._draw_anew)
        self.setObjectName("minimap")
        self.resize(_WHOLE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        view.camera.changed.connect(self._follow)
        self.retranslate()

    def retranslate(self) -> None:
        """Name it in the interface language."""
        self.setAccessibleName(self.tr("Small map"))
        self.setToolTip(self.tr("Click or drag to move the map"))

    def toggle(self) -> None:
        """Show or hide it."""
        self._wanted = not self._wanted
        self.place()

    def place(self) -> None:
        """Stand in a corner, unless there is no room or everything is in sight."""
        view = self._view
        size = _WHOLE if view.height() > _ROOMY else _SMALL
        if size != self.size():
            self.resize(size)
            self.refresh()
        roomy = view.width() > 2 * size.width() and view.height() > 2.4 * size.height()
        able = roomy and view.has_story and bool(view.story.scenes)
        hides = view.camera.visible.contains(view.layout_of_map.bounds)
        self.setVisible(self._wanted and able and not hides)
        self.move(self._corners()[self._corner])

    def give_way(self) -> None:
        """Go to the corner in which it hides least of the map; stay while it hides nothing."""
        if self.isHidden() or self._dragged:
            return
        hidden = [self._hides(each) for each in self._corners()]
        if hidden[self._corner] > min(hidden):
            self._corner = hidden.index(min(hidden))
            self.place()

    def _corners(self) -> list[QPoint]:
        """Upper left, upper right, lower left, lower right."""
        right, below = (
            self._view.width() - self.width() - _MARGIN,
            self._view.height() - self.height() - _MARGIN,
        )
        return [QPoint(x, y) for y in (_MARGIN, below) for x in (_MARGIN, right)]

    def _hides(self, corner: QPoint) -> float:
        """The area of cards under it there, in canvas units; what is selected counts most."""
        view = self._view
        under = QRectF(view.to_map(QPointF(corner)), QSizeF(self.size()) / view.zoom)
        box = (under.left(), under.top(), under.right(), under.bottom())
        found = 0.0
        for card in view.layout_of_map.cards_in(box):
            shared = card.rect.intersected(under)
            weight = 100 if card.key in view.selected_set else 1
            found += weight * shared.width() * shared.height()
        return found

    def _follow(self) -> None:
        self.place()
        self.update()

    def refresh(self, *, soon: bool = True) -> None:
        """The story or the theme has changed."""
        if soon and self._pixmap is not None:
            self._timer.start()
        else:
            self._draw_anew()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The whole, and the part that is seen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._view.theme
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        if self._pixmap is not None:
            painter.drawPixmap(0, 0, self._pixmap)
        seen = self._view.camera.visible
        scale, offset = self._scale()
        frame = QRectF(
            (seen.topLeft() - self._whole.topLeft()) * scale + offset, seen.size() * scale
        )
        frame = frame.intersected(QRectF(self.rect()).adjusted(2, 2, -2, -2))
        fill = QColor(theme.accent)
        fill.setAlpha(36)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(theme.accent), 1.5))
        painter.drawRect(frame)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Bring what was clicked to the middle."""
        self._dragged = True
        self._go(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """From now on it may give way again."""
        self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, place: QPointF) -> None:
        scale, offset = self._scale()
        if scale:
            camera = self._view.camera
            middle = self._whole.topLeft() + (place - offset) / scale
            camera.pan((camera.visible.center() - middle) * camera.zoom)

    def _scale(self) -> tuple[float, QPointF]:
        whole = self._whole
        if whole.isEmpty():
            return 0.0, QPointF()
        width, height = self.width() - 2 * _INSET, self.height() - 2 * _INSET
        scale = min(width / whole.width(), height / whole.height())
        return scale, QPointF(
            _INSET + (width - whole.width() * scale) / 2,
            _INSET + (height - whole.height() * scale) / 2,
        )

    def _draw_anew(self) -> None:
        view = self._view
        self._turns.stop()
        if not view.has_story:
            return
        self._whole = view.layout_of_map.bounds
        ratio = self.devicePixelRatioF()
        size = QSize(round(self.width() * ratio), round(self.height() * ratio))
        self._drawn = QPixmap(size)
        self._drawn.setDevicePixelRatio(ratio)
        self._drawn.fill(Qt.GlobalColor.transparent)
        self._left = list(view.layout_of_map.cards)
        self._draw(self._draw_ground)
        if len(self._left) <= _AT_ONCE:
            self._take_turn()
        else:
            self._turns.start(0)

    def _take_turn(self) -> None:
        """Draw some of the cards; show the picture when it has all."""
        some, self._left = self._left[:_AT_ONCE], self._left[_AT_ONCE:]
        self._draw(lambda painter, scale: self._draw_cards(painter, scale, some))
        if not self._left:
            self._turns.stop()
            self._pixmap = self._drawn
            self.update()

    def _draw(self, draw: Callable[[QPainter, float], None]) -> None:
        scale, offset = self._scale()
        painter = QPainter(self._drawn)
        if scale:
            painter.translate(offset)
            painter.scale(scale, scale)
            painter.translate(-self._whole.topLeft())
            draw(painter, scale)
        painter.end()

    def _draw_ground(self, painter: QPainter, _scale: float) -> None:
        layout, theme = self._view.layout_of_map, self._view.theme
        for frame in layout.frames.values():
            colour = chapter_colour(frame.chapter.colour, frame.number)
            painter.fillRect(frame.rect, over(colour, 0.25, QColor(theme.panel)))
        if len(layout.edges) <= 3_000:
            painter.setPen(QPen(over(QColor(theme.edge), 0.5, QColor(theme.panel)), 0))
            painter.drawLines([edge.line for edge in layout.edges.values()])

    def _draw_cards(self, painter: QPainter, scale: float, keys: Sequence[str]) -> None:
        view, layout = self._view, self._view.layout_of_map
        painter.setPen(Qt.PenStyle.NoPen)
        by_colour: dict[str, list[QRectF]] = {}
        least = 2.0 / scale
        for key in keys:
            card = layout.cards.get(key)
            if card is not None and not layout.hidden(key):
                colour = view.renderer.far_colour(card)
                colour = view.theme.neutral if colour == view.theme.card else colour
                rect = QRectF(card.x, card.y, max(least, 232.0), max(least, card.height))
                by_colour.setdefault(colour, []).append(rect)
        for colour, rects in by_colour.items():
            painter.setBrush(QColor(colour))
            painter.drawRects(rects)
