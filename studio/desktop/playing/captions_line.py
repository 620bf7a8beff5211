"""Captions over the picture while a story is played in the studio."""

from __future__ import annotations

from bisect import bisect_right
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QColor, QTextOption
from PySide6.QtWidgets import QGraphicsRectItem, QGraphicsTextItem

from studio.desktop.playing.screen import ClipScreen
from studio.desktop.tasks import Task
from studio.media.captions import Cue, read

_GROUND = QColor(10, 13, 20, 205)
_LINES_IN_FRAME = 20
_WIDEST = 0.8
_BOTTOM = 0.95


class CaptionsLine(QObject):
    """The cues of one file; shows the one of the moment."""

    def __init__(self, screen: ClipScreen) -> None:
        super().__init__(screen)
        self._screen = screen
        self._file: Path | None = None
        self._cues: list[Cue] = []
        self._reading: Task | None = None
        self.on = True
        self._plate = QGraphicsRectItem()
        self._plate.setBrush(_GROUND)
        self._plate.setPen(Qt.PenStyle.NoPen)
        self._plate.setZValue(2)
        self._plate.hide()
        self._words = QGraphicsTextItem(self._plate)
        self._words.setDefaultTextColor(QColor("white"))
        screen.scene().addItem(self._plate)

    @property
    def words(self) -> str:
        """What is shown now; empty between captions."""
        return self._words.toPlainText() if self._plate.isVisible() else ""

    def follow(self, file: Path | None, *, anew: bool = False) -> None:
        """Show the captions of this file; ``anew`` reads it again."""
        if file == self._file and not anew:
            return
        self._file, self._cues = file, []
        if file is None:
            return
        self._reading = Task(lambda _task: (file, read(file)[0]), self)
        self._reading.succeeded.connect(self._take)
        self._reading.start()

    def show_at(self, seconds: float) -> None:
        """Show the caption of this time of the clip."""
        number = bisect_right(self._cues, seconds, key=lambda cue: cue.start) - 1
        cue = self._cues[number] if number >= 0 else None
        if not self.on or cue is None or seconds >= cue.end:
            self._plate.hide()
            return
        if cue.text == self.words:
            return
        frame = self._screen.frame
        font = self._words.font()
        font.setPixelSize(max(12, int(frame.height() / _LINES_IN_FRAME)))
        self._words.setFont(font)
        self._words.setTextWidth(-1)
        self._words.setPlainText(cue.text)
        width = min(self._words.boundingRect().width(), frame.width() * _WIDEST)
        self._words.setTextWidth(width)
        self._words.document().setDefaultTextOption(QTextOption(Qt.AlignmentFlag.AlignHCenter))
        size = self._words.boundingRect()
        self._plate.setRect(QRectF(-8, -2, size.width() + 16, size.height() + 4))
        self._plate.setPos(
            frame.center().x() - size.width() / 2, frame.height() * _BOTTOM - size.height()
        )
        self._plate.show()

    def _take(self, answer: tuple[Path, list[Cue]]) -> None:
        file, cues = answer
        if file == self._file:
            self._cues = sorted(cues)
