"""Pictures of cards as they were last painted, so that a frame only has to copy them."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmap

from studio.desktop.canvas.cards import MARGIN, CardPainter, Detail, Look
from studio.desktop.canvas.shapes import CARD_WIDTH, Card

_KEPT_BYTES = 72_000_000


@dataclass(slots=True)
class _Kept:
    card: Card
    look: Look
    zoom: float
    detail: Detail
    pixmap: QPixmap


class CardPictures:
    """Pixmaps of cards as last painted; the ones used longest ago go first."""

    def __init__(self, painter: CardPainter) -> None:
        self._painter = painter
        self._kept: OrderedDict[str, _Kept] = OrderedDict()
        self._bytes = 0

    def draw(
        self,
        painter: QPainter,
        card: Card,
        look: Look,
        picture: QImage | None,
        detail: Detail,
        zoom: float,
        ratio: float,
        moving: bool,
    ) -> bool:
        """Draw the card; whether sharp: while moving, a picture for a nearby zoom will do."""
        kept = self._kept.get(card.key)
        pixel = zoom * ratio
        same = (
            kept is not None
            and kept.detail == detail
            and kept.look == look
            and (kept.card is card or _alike(kept.card, card))
        )
        if (
            kept is None
            or not same
            or not (kept.zoom == pixel or (moving and 0.45 < kept.zoom / pixel < 2.2))
        ):
            kept = self._make(card, look, picture, detail, zoom, pixel)
        else:
            self._kept.move_to_end(card.key)
        width, height = CARD_WIDTH + 2 * MARGIN, card.height + 2 * MARGIN
        if kept.zoom == pixel:
            place = painter.transform().map(QPointF(card.x - MARGIN, card.y - MARGIN))
            painter.save()
            painter.resetTransform()
            own = painter.device().devicePixelRatio()
            if own == 1.0:
                painter.drawPixmap(round(place.x()), round(place.y()), kept.pixmap)
            else:
                size = QSizeF(kept.pixmap.width() / own, kept.pixmap.height() / own)
                painter.drawPixmap(QRectF(place, size), kept.pixmap, QRectF(kept.pixmap.rect()))
            painter.restore()
        else:
            target = QRectF(card.x - MARGIN, card.y - MARGIN, width, height)
            painter.drawPixmap(target, kept.pixmap, QRectF(kept.pixmap.rect()))
        return kept.zoom == pixel

    def clear(self) -> None:
        """Forget every picture."""
        self._kept.clear()
        self._bytes = 0

    def _make(
        self,
        card: Card,
        look: Look,
        picture: QImage | None,
        detail: Detail,
        zoom: float,
        pixel: float,
    ) -> _Kept:
        old = self._kept.pop(card.key, None)
        if old is not None:
            self._bytes -= _size(old.pixmap)
        width = max(1, round((CARD_WIDTH + 2 * MARGIN) * pixel))
        height = max(1, round((card.height + 2 * MARGIN) * pixel))
        pixmap = QPixmap(width, height)
        pixmap.fill(Qt.GlobalColor.transparent)
        inner = QPainter(pixmap)
        inner.scale(pixel, pixel)
        inner.translate(MARGIN - card.x, MARGIN - card.y)
        self._painter.paint(inner, card, look, picture, detail, zoom)
        inner.end()
        kept = _Kept(card, look, pixel, detail, pixmap)
        self._kept[card.key] = kept
        self._bytes += _size(pixmap)
        while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
            _, gone = self._kept.popitem(last=False)
            self._bytes -= _size(gone.pixmap)
        return kept


def _alike(one: Card, other: Card) -> bool:
    """Whether the cards differ by their place alone."""
    before, after = one.scene, other.scene
    return (
        one.title == other.title
        and one.height == other.height
        and one.rows == other.rows
        and before.clip is after.clip
        and before.card is after.card
        and before.script is after.script
        and before.then is after.then
    )


def _size(pixmap: QPixmap) -> int:
    return pixmap.width() * pixmap.height() * 4
