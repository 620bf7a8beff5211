"""A card in the film's frame: words, with a picture above them if there is one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsTextItem

_GROUND = QColor("#141a26")
_WORDS = QColor("#f2f4f9")


class CardItem(QGraphicsRectItem):
    """Fills the frame."""

    def __init__(self, frame: QRectF) -> None:
        super().__init__(frame)
        self.setBrush(_GROUND)
        self.setPen(Qt.PenStyle.NoPen)
        self._picture = QGraphicsPixmapItem(self)
        self._words = QGraphicsTextItem(self)
        self._words.setDefaultTextColor(_WORDS)

    def fill(self, title: str, words: str, image: Path | None) -> None:
        """Show words (light Markdown) and the picture."""
        width, height = self.rect().width(), self.rect().height()
        shown = QPixmap(str(image)) if image is not None else QPixmap()
        if not shown.isNull():
            shown = shown.scaled(
                int(width * 0.8),
                int(height * 0.5),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        self._picture.setPixmap(shown)
        self._picture.setPos((width - shown.width()) / 2, height * 0.06)
        font = self._words.font()
        font.setPixelSize(max(12, int(height / 24)))
        self._words.setFont(font)
        self._words.setTextWidth(width * 0.76)
        safe = "\n\n".join(each.replace("<", "&lt;") for each in (f"## {title}", words) if each)
        self._words.document().setMarkdown(safe)
        top = height * 0.6 if not shown.isNull() else 0.0
        room = height - top
        tall = self._words.boundingRect().height()
        self._words.setPos(width * 0.12, top + max(0.0, (room - tall) / 2))
