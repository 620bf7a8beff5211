"""The timeline: waveform, marks, poster, decision, hotspots, concealments, captions of a clip."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontInfo,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QWidget

from studio.desktop.icons import icon
from studio.desktop.theme import Theme

_MARGIN = 28
_RULER, _WAVE, _LANE = 20, 62, 20
_LANES = {
    "decision": "mdi6.comment-question-outline",
    "hotspots": "mdi6.cursor-default-click-outline",
    "concealed": "mdi6.blur",
    "captions": "mdi6.closed-caption-outline",
}
"""Rows below the sound, from the top, and their signs."""
_SPANS = tuple(_LANES)[1:]
_SIGN = 15
_NEAR = 7
_STEPS = (0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 120, 300, 600)


@dataclass(frozen=True)
class Span:
    """Something with a beginning and an end, in seconds of the file; ``name`` says which."""

    name: str
    words: str
    start: float
    end: float
    chosen: bool = False


class Timeline(QWidget):
    """Shows what it is told; asks for other times when something is dragged."""

    seek_wanted = Signal(float)
    marks_wanted = Signal(float, float)
    span_wanted = Signal(str, float, float)
    decision_wanted = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.theme = theme
        self.seconds = 1.0
        self.now = 0.0
        self.mark_in, self.mark_out = 0.0, 1.0
        self.poster: float | None = None
        self.opens: float | None = None
        self.limit: float | None = None
        self.lanes: dict[str, tuple[Span, ...]] = dict.fromkeys(_SPANS, ())
        self.peaks: np.ndarray | None = None
        self._held = ""
        self._at = (0.0, 0.0)

    def sizeHint(self) -> QSize:
        """Room for the ruler, the sound and the lanes."""
        return QSize(600, _RULER + _WAVE + len(_LANES) * _LANE + 10)

    def minimumSizeHint(self) -> QSize:
        """As high as it needs."""
        return QSize(300, _RULER + _WAVE + len(_LANES) * _LANE + 10)

    def show_spans(self, lanes: Mapping[str, Sequence[Span]]) -> None:
        """Show ``hotspots``, ``concealed`` and ``captions``, those of them that are given.

        Of a lane with a chosen span that one alone: they overlap.
        """
        for name, spans in lanes.items():
            self.lanes[name] = tuple(span for span in spans if span.chosen) or tuple(spans)
        self.update()

    def lane_top(self, name: str) -> int:
        """Where on the widget a lane begins."""
        return _RULER + _WAVE + 4 + tuple(_LANES).index(name) * _LANE

    def move_to(self, seconds: float) -> None:
        """The picture is at this time."""
        self.now = seconds
        self.update()

    def x_of(self, seconds: float) -> float:
        """Where on the widget a time is."""
        return _MARGIN + seconds / self.seconds * (self.width() - 2 * _MARGIN)

    def time_at(self, x: float) -> float:
        """The time at a place on the widget, within the clip."""
        share = (x - _MARGIN) / max(1, self.width() - 2 * _MARGIN)
        return min(self.seconds, max(0.0, share * self.seconds))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw from the top: ruler, sound, decision, hotspots, captions, marks, the playhead."""
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(min(QFontInfo(font).pixelSize(), _LANE - 7))
        painter.setFont(font)
        theme = self.theme
        painter.fillRect(self.rect(), QColor(theme.panel))
        self._paint_ruler(painter)
        self._paint_wave(painter)
        self._paint_decision(painter, self.lane_top("decision"))
        colours = {"hotspots": theme.partial, "concealed": theme.failure, "captions": theme.neutral}
        for name, spans in self.lanes.items():
            self._paint_spans(painter, spans, self.lane_top(name), colours[name])
        shade = QColor(theme.window)
        shade.setAlpha(190)
        bottom = self.height()
        left, right = self.x_of(self.mark_in), self.x_of(self.mark_out)
        painter.fillRect(QRectF(0, _RULER, left, bottom - _RULER), shade)
        painter.fillRect(QRectF(right, _RULER, self.width() - right, bottom - _RULER), shade)
        for name, sign in _LANES.items():
            top = self.lane_top(name) + (_LANE - _SIGN) // 2
            icon(sign, theme.quiet).paint(painter, 7, top - 1, _SIGN, _SIGN)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent))
        for x, side in ((left, 1), (right, -1)):
            painter.drawRect(QRectF(x - 1, _RULER, 2, _WAVE))
            points = [QPointF(x, _RULER), QPointF(x + side * 9, _RULER), QPointF(x, _RULER + 12)]
            painter.drawPolygon(QPolygonF(points))
        if self.poster is not None:
            x = self.x_of(self.mark_in + self.poster)
            painter.setBrush(QColor(theme.success))
            painter.drawEllipse(QPointF(x, _RULER - 5), 4, 4)
        painter.setPen(QPen(QColor(theme.failure), 2))
        x = self.x_of(self.now)
        painter.drawLine(QPointF(x, 2), QPointF(x, bottom))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of what is near, else of the playhead."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = self._near(event.position())
            self._drag(event.position().x(), done=False)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, or show what could be dragged."""
        if self._held:
            self._drag(event.position().x(), done=False)
            return
        near = self._near(event.position())
        shape = (
            Qt.CursorShape.PointingHandCursor if near == "head" else Qt.CursorShape.SizeHorCursor
        )
        self.setCursor(shape)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged stays there."""
        if self._held:
            self._drag(event.position().x(), done=True)
            self._held = ""

    def _near(self, place: QPointF) -> str:
        x, y = place.x(), place.y()
        decision = self.lane_top("decision")
        if _RULER <= y < decision:
            if abs(x - self.x_of(self.mark_in)) < _NEAR:
                return "in"
            if abs(x - self.x_of(self.mark_out)) < _NEAR:
                return "out"
        elif (
            decision <= y < decision + _LANE
            and self.opens is not None
            and abs(x - self.x_of(self.mark_in + self.opens)) < _NEAR
        ):
            return "opens"
        for name, spans in self.lanes.items():
            top = self.lane_top(name)
            for span in spans if top <= y < top + _LANE else ():
                if abs(x - self.x_of(span.start)) < _NEAR:
                    return f"start:{span.name}"
                if abs(x - self.x_of(span.end)) < _NEAR:
                    return f"end:{span.name}"
        return "head"

    def _drag(self, x: float, *, done: bool) -> None:
        at = self.time_at(x)
        kind, _, name = self._held.partition(":")
        if kind == "head":
            self.seek_wanted.emit(at)
        elif kind == "in":
            self.mark_in = min(at, self.mark_out - 0.04)
        elif kind == "out":
            self.mark_out = max(at, self.mark_in + 0.04)
        elif kind == "opens":
            self.opens = max(0.0, min(at, self.mark_out) - self.mark_in)
        elif kind in ("start", "end"):
            self._drag_span(name, kind, at, done)
        if kind in ("in", "out"):
            self.seek_wanted.emit(self.mark_in if kind == "in" else self.mark_out)
            if done:
                self.marks_wanted.emit(self.mark_in, self.mark_out)
        elif kind == "opens" and done and self.opens is not None:
            self.decision_wanted.emit(self.opens)
        self.update()

    def _drag_span(self, name: str, side: str, at: float, done: bool) -> None:
        for lane, spans in self.lanes.items():
            for span in spans:
                if span.name == name:
                    start = min(at, span.end - 0.04) if side == "start" else span.start
                    end = max(at, span.start + 0.04) if side == "end" else span.end
                    moved = Span(name, span.words, start, end, span.chosen)
                    self.lanes[lane] = tuple(moved if each is span else each for each in spans)
                    if done:
                        self.span_wanted.emit(name, start, end)
                    return

    def _paint_ruler(self, painter: QPainter) -> None:
        painter.setPen(QColor(self.theme.quiet))
        room = max(1, self.width() - 2 * _MARGIN)
        step = next((each for each in _STEPS if each / self.seconds * room > 64), _STEPS[-1])
        time = 0.0
        while time <= self.seconds + 1e-6:
            x = self.x_of(time)
            painter.drawLine(QPointF(x, _RULER - 4), QPointF(x, _RULER))
            minutes, rest = divmod(time, 60)
            words = (
                f"{int(minutes)}:{rest:04.1f}" if step < 1 else f"{int(minutes)}:{int(rest):02d}"
            )
            painter.drawText(QPointF(x + 3, _RULER - 6), words)
            time += step

    def _paint_wave(self, painter: QPainter) -> None:
        painter.fillRect(
            QRectF(_MARGIN, _RULER, self.width() - 2 * _MARGIN, _WAVE), QColor(self.theme.raised)
        )
        if self.peaks is None or not len(self.peaks):
            return
        middle, half = _RULER + _WAVE / 2, _WAVE / 2 - 3
        painter.setPen(QColor(self.theme.accent))
        room = self.width() - 2 * _MARGIN
        for x in range(room):
            low, high = self.peaks[min(len(self.peaks) - 1, x * len(self.peaks) // room)]
            painter.drawLine(
                QPointF(_MARGIN + x, middle - float(high) * half),
                QPointF(_MARGIN + x, middle - float(low) * half + 1),
            )

    def _paint_decision(self, painter: QPainter, top: float) -> None:
        if self.opens is None:
            return
        left = self.x_of(self.mark_in + self.opens)
        length = self.limit if self.limit is not None else self.seconds
        right = min(self.x_of(self.mark_in + self.opens + length), self.width() - _MARGIN)
        painter.fillRect(
            QRectF(left, top + 2, max(4.0, right - left), _LANE - 5), QColor(self.theme.success)
        )

    def _paint_spans(
        self, painter: QPainter, spans: Sequence[Span], top: float, colour: str
    ) -> None:
        written = 0.0
        for span in spans:
            left, right = self.x_of(span.start), self.x_of(span.end)
            box = QRectF(left, top + 2, max(3.0, right - left), _LANE - 5)
            shade = QColor(colour)
            shade.setAlpha(255 if span.chosen else 90)
            if right > written:
                painter.fillRect(box, shade)
            painter.setPen(QColor(colour))
            painter.drawRect(box)
            if left < written:
                continue  # They overlap: the words of the first are enough.
            written = right
            painter.setPen(QColor(self.theme.on_accent if span.chosen else self.theme.text))
            words = painter.fontMetrics().elidedText(
                span.words, Qt.TextElideMode.ElideRight, int(box.width()) - 4
            )
            painter.drawText(box.adjusted(3, 0, -1, 0), Qt.AlignmentFlag.AlignVCenter, words)
