"""Concealed places of a clip as the exported film will show them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPainterPath, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem

from studio.desktop.playing.hotspots import place_of
from studio.desktop.playing.screen import ClipScreen
from studio.story.model import Concealment

_BLOCKS = 6
"""Along the longer side, as in ``studio.media.picture_filters``."""
_COVER = QColor(20, 26, 38, 235)


class ConcealedPlaces(QObject):
    """Covers the places that are concealed now: dark while the picture moves, true at rest."""

    def __init__(self, screen: ClipScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._places: tuple[Concealment, ...] = ()
        self._items: list[QGraphicsPixmapItem] = []
        screen.moved.connect(lambda _seconds: self._draw())
        screen.pictured.connect(self._draw)

    def show(self, places: Sequence[Concealment]) -> None:
        """The clip's concealments; times are seconds of the file."""
        self._places = tuple(places)
        self._draw()

    def now(self) -> tuple[Concealment, ...]:
        """Those that conceal the picture that is shown."""
        at = self._screen.seconds
        return tuple(
            each
            for each in self._places
            if each.start <= at and (each.end is None or at < each.end)
        )

    def _draw(self) -> None:
        for item in self._items:
            self._screen.scene().removeItem(item)
        self._items = []
        places = self.now()
        if not places or self._screen.head is None:
            return
        still = not self._screen.playing
        image, lies = self._screen.shot() if still else (QImage(), QRectF())
        for each in places:
            place = place_of(each.area, self._screen.frame)
            if place.width() >= 1 and place.height() >= 1:
                self._add(_covered(each, place, image, lies), place)

    def _add(self, cover: QPixmap, place: QRectF) -> None:
        item = QGraphicsPixmapItem(cover)
        item.setPos(place.topLeft())
        item.setZValue(0.5)
        item.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._screen.scene().addItem(item)
        self._items.append(item)


def _covered(concealment: Concealment, place: QRectF, image: QImage, lies: QRectF) -> QPixmap:
    """The place as a picture: the few blocks that are left of it, or dark without an image."""
    size = place.size().toSize()
    cover = QPixmap(size)
    cover.fill(Qt.GlobalColor.transparent)
    painter = QPainter(cover)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    outline = QPainterPath()
    whole = QRectF(0, 0, size.width(), size.height())
    if concealment.area.shape == "ellipse":
        outline.addEllipse(whole)
    else:
        outline.addRect(whole)
    if image.isNull():
        painter.fillPath(outline, _COVER)
    else:
        scale = image.width() / lies.width()
        source = QRectF((place.topLeft() - lies.topLeft()) * scale, place.size() * scale)
        longer = max(size.width(), size.height())
        few = [max(1, round(_BLOCKS * side / longer)) for side in (size.width(), size.height())]
        smooth = Qt.TransformationMode.SmoothTransformation
        plain = Qt.TransformationMode.FastTransformation
        ignore = Qt.AspectRatioMode.IgnoreAspectRatio
        blocks = image.copy(source.toRect()).scaled(*few, ignore, smooth)
        back = smooth if concealment.manner == "blur" else plain
        painter.fillPath(outline, QBrush(blocks.scaled(size, ignore, back)))
    painter.end()
    return cover
