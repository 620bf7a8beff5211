"""How a scene's card is painted, near and from some way off, and the pictures kept of cards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from studio.desktop.canvas.palette import over
from studio.desktop.canvas.shapes import (
    CARD_WIDTH,
    FOOT_HEIGHT,
    ROW_HEIGHT,
    Card,
    Row,
)
from studio.desktop.canvas.words import clock, elided, font, outcome_words, translate, wrapped
from studio.desktop.language import in_language
from studio.desktop.theme import Theme
from studio.story.model import Decision, Ending, Scene

Detail = Literal["full", "middle"]
MARGIN = 14.0
"""What a card paints around its rectangle: shadow and ports."""
_ROUND = 10.0
_PORT = 6.5


@dataclass(frozen=True, slots=True)
class Look:
    """What a card shows beside its scene; equal looks are painted alike."""

    start: bool = False
    seconds: float | None = None
    picture: int = 0
    errors: int = 0
    warnings: int = 0
    captions_missing: bool = False
    broken: tuple[int, ...] = ()
    """Numbers of the rows that lead to a scene that is not there."""
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Lettering:
    """A font with its measure and its size in canvas units."""

    font: QFont
    measure: QFontMetricsF
    size: int


class CardPainter:
    """Paints cards in one theme; keeps fonts and their measures."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._letters: dict[tuple[str, int], Lettering] = {}
        self._use(1.0)

    def _use(self, zoom: float) -> None:
        """Write larger the further away the card is, as far as its rows have room."""
        self._title = self._lettering("bold", max(14.0, min(18.0, 11.5 / zoom)))
        self._text = self._lettering("plain", max(12.0, min(16.0, 10.0 / zoom)))
        self._badge = self._lettering("bold", max(11.0, min(14.0, 9.0 / zoom)))
        self._hero = self._lettering("plain", max(13.0, min(17.0, 10.5 / zoom)))

    def _lettering(self, weight: str, size: float) -> Lettering:
        key = (weight, round(size))
        if key not in self._letters:
            made = font(round(size), bold=weight == "bold")
            self._letters[key] = Lettering(made, QFontMetricsF(made), round(size))
        return self._letters[key]

    def paint(
        self,
        painter: QPainter,
        card: Card,
        look: Look,
        picture: QImage | None,
        detail: Detail,
        zoom: float,
    ) -> None:
        """Paint the card at its place, in canvas units."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        theme, rect = self.theme, card.rect
        self._use(zoom)
        mark = self.mark(card, look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 70 if theme.dark else 26))
        painter.drawRoundedRect(rect.translated(0, 3), _ROUND, _ROUND)
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        if detail == "full":
            self._head(painter, card, look, mark)
            self._picture(painter, card, card.picture, look, picture)
            self._signs(painter, card.picture, look)
            self._foot(painter, card, look, mark)
            for number, row in enumerate(card.rows):
                self._row(painter, card, row, broken=number in look.broken)
        else:
            self._from_afar(painter, card, look, picture, zoom, mark)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(mark or theme.line), 2.4 if mark else 1.2))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        self.ports(painter, card, look, zoom)

    def ports(self, painter: QPainter, card: Card, look: Look, zoom: float) -> None:
        """Paint the ports of the card's rows."""
        for number, row in enumerate(card.rows):
            self._port(painter, card, row, broken=number in look.broken, zoom=zoom)

    def mark(self, card: Card, look: Look) -> str | None:
        """The colour that marks the start or an ending."""
        if look.start:
            return self.theme.accent
        ending = card.scene.then
        return self.theme.outcome(ending.outcome) if isinstance(ending, Ending) else None

    def _head(self, painter: QPainter, card: Card, look: Look, mark: str | None) -> None:
        theme, rect = self.theme, card.title_rect
        left = rect.x() + 12
        painter.setPen(QColor(theme.text))
        if mark is not None:
            painter.save()
            painter.setClipRect(rect)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mark))
            painter.drawRoundedRect(card.rect, _ROUND, _ROUND)
            painter.restore()
            sign(painter, QPointF(left + 8, rect.center().y()), 7, card, look, theme.on_accent)
            painter.setPen(QColor(theme.on_accent))
            left += 22
        painter.setFont(self._title.font)
        place = QRectF(left, rect.y(), rect.right() - left - 12, rect.height())
        self._line(painter, place, card.title, self._title)

    def _picture(
        self,
        painter: QPainter,
        card: Card,
        place: QRectF,
        look: Look,
        picture: QImage | None,
    ) -> None:
        painter.fillRect(place, QColor(self.theme.raised))
        if picture is not None:
            scale = max(place.width() / picture.width(), place.height() / picture.height())
            width, height = place.width() / scale, place.height() / scale
            source = QRectF(
                (picture.width() - width) / 2, (picture.height() - height) / 2, width, height
            )
            painter.drawImage(place, picture, source)
            return
        scene = card.scene
        words = in_language(scene.card.text, look.language) if scene.card else ""
        words = words or (in_language(scene.script, look.language) if not scene.clip else "")
        words = words.replace("*", "").replace("\n", " ")
        if words and place.height() >= 40:
            inner = place.adjusted(14, 8, -14, -8)
            measure, step = self._hero.measure, self._hero.size * 1.4
            painter.setPen(QColor(self.theme.quiet))
            painter.setFont(self._hero.font)
            lines = wrapped(words, measure, inner.width(), int(inner.height() // step))
            top = inner.center().y() - step * len(lines) / 2 + self._hero.size
            for number, line in enumerate(lines):
                painter.drawText(QPointF(inner.x(), top + step * number), line)
            return
        if scene.clip is not None:
            self._film_sign(painter, place.center())
        else:
            self._nothing_sign(painter, place)

    def _film_sign(self, painter: QPainter, middle: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.edge), 2))
        painter.drawEllipse(middle, 20, 20)
        play = QPolygonF([middle + QPointF(*each) for each in ((-6, -9), (10, 0), (-6, 9))])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.edge))
        painter.drawPolygon(play)

    def _nothing_sign(self, painter: QPainter, place: QRectF) -> None:
        """A camera with a dashed outline: to be filmed."""
        middle = place.center()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.edge), 1.6, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(middle.x() - 22, middle.y() - 13, 32, 26), 5, 5)
        lens = [(14, -5), (24, -11), (24, 11), (14, 5)]
        painter.drawPolygon(QPolygonF([middle + QPointF(*each) for each in lens]))

    def _signs(self, painter: QPainter, place: QRectF, look: Look) -> None:
        """Findings and missing captions, in the upper right corner of the picture."""
        right = place.right() - 8
        theme = self.theme
        for count, colour, mark in (
            (look.errors, theme.failure, "!"),
            (look.warnings, theme.partial, "?"),
        ):
            if count:
                words = f"{mark} {count}"
                right = self._pill(painter, right, place.y() + 8, words, colour, theme.on_accent)
        if look.captions_missing:
            words = translate("Map", "no captions")
            self._pill(painter, right, place.y() + 8, words, theme.partial, theme.on_accent)

    def _pill(
        self, painter: QPainter, right: float, top: float, words: str, ground: str, ink: str
    ) -> float:
        width = self._badge.measure.horizontalAdvance(words) + 14
        pill = QRectF(right - width, top, width, 20)
        painter.setFont(self._badge.font)
        painter.setPen(QPen(QColor(self.theme.card), 1.5))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return right - width - 5

    def _foot(self, painter: QPainter, card: Card, look: Look, mark: str | None) -> None:
        scene, theme = card.scene, self.theme
        middle = card.picture.bottom() + FOOT_HEIGHT / 2
        left, right = card.x + 10, card.x + CARD_WIDTH
        badges = [(translate("Map", "Start"), theme.accent)] if look.start else []
        if isinstance(scene.then, Ending):
            badges.append((outcome_words(scene.then.outcome), mark or theme.neutral))
        elif isinstance(scene.then, Decision) and not (look.start and _to_be_filmed(scene)):
            # Beside two others it has no room, and the choices below say it too.
            badges.append((translate("Map", "Decision"), theme.neutral))
        if _to_be_filmed(scene):
            badges.append((translate("Map", "To be filmed"), theme.partial))
        for words, colour in badges:
            left = self._badge_at(painter, left, middle, words, colour, right)
        if scene.clip is not None:
            kind = clock(look.seconds) if look.seconds is not None else translate("Map", "Clip")
        elif scene.card is not None:
            kind = translate("Map", "Card")
        else:
            kind = ""
        painter.setFont(self._text.font)
        painter.setPen(QColor(theme.quiet))
        place = QRectF(left, middle - 12, card.x + CARD_WIDTH - left - 12, 24)
        if self._text.measure.horizontalAdvance(kind) > place.width():
            return
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place, align, kind)

    def _badge_at(
        self,
        painter: QPainter,
        left: float,
        middle: float,
        words: str,
        colour: str,
        card_right: float,
    ) -> float:
        painter.setFont(self._badge.font)
        words = elided(words, self._badge.measure, card_right - left - 26)
        width = self._badge.measure.horizontalAdvance(words) + 16
        pill = QRectF(left, middle - 10, width, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(over(QColor(colour), 0.12, QColor(self.theme.card)))
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(QColor(colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return left + width + 6

    def _row(self, painter: QPainter, card: Card, row: Row, *, broken: bool) -> None:
        top = card.y + row.middle - ROW_HEIGHT / 2
        right = card.x + CARD_WIDTH
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(QPointF(card.x, top), QPointF(right, top))
        colour = self.theme.quiet
        if row.port.choice is not None:
            words, colour = row.text, self.theme.text
            if row.conditional:
                words = translate("Map", "If: {words}").format(words=words)
        elif row.missing == "open":
            words = translate("Map", "What follows? Drag from here")
        else:
            words = translate("Map", "If …") if row.conditional else translate("Map", "Next")
        if broken:
            words = translate("Map", "{words} (leads nowhere)").format(words=words)
            colour = self.theme.failure
        room = right - card.x - 32
        if row.missing == "stays":
            room -= 16
            self._stay_sign(painter, QPointF(right - 22, top + ROW_HEIGHT / 2))
        painter.setFont(self._text.font)
        painter.setPen(QColor(colour))
        self._line(painter, QRectF(card.x + 12, top, room, ROW_HEIGHT), words, self._text)

    def _stay_sign(self, painter: QPainter, middle: QPointF) -> None:
        """An arrow that comes back: the choice stays in the decision."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.neutral), 1.6))
        painter.drawArc(QRectF(middle.x() - 5, middle.y() - 5, 10, 10), 60 * 16, 285 * 16)
        tip = QPolygonF([middle + QPointF(*each) for each in ((0.5, -8.5), (5.5, -5), (0.5, -1.5))])
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.theme.neutral))
        painter.drawPolygon(tip)

    def _port(self, painter: QPainter, card: Card, row: Row, *, broken: bool, zoom: float) -> None:
        theme, at = self.theme, card.row_port(row)
        size = min(11.0, max(_PORT, 3.5 / zoom))
        colour = theme.outcome(row.verdict) if row.port.choice else theme.accent
        empty = row.missing == "open"
        ink = theme.failure if broken else colour
        painter.setPen(QPen(QColor(ink if empty or broken else theme.card), 2))
        painter.setBrush(QColor(theme.card if empty or broken else colour))
        painter.drawEllipse(at, size, size)
        if broken:
            painter.drawLine(at + QPointF(-3, -3), at + QPointF(3, 3))
            painter.drawLine(at + QPointF(-3, 3), at + QPointF(3, -3))
        elif zoom >= 0.5 and row.verdict in _GLYPHS:
            painter.setPen(QPen(QColor(theme.card), 1.7))
            painter.drawPolyline(QPolygonF([at + QPointF(*each) for each in _GLYPHS[row.verdict]]))
            if row.verdict == "wrong":
                painter.drawLine(at + QPointF(-2.4, 2.4), at + QPointF(2.4, -2.4))

    def _from_afar(
        self,
        painter: QPainter,
        card: Card,
        look: Look,
        picture: QImage | None,
        zoom: float,
        mark: str | None,
    ) -> None:
        """The title as large as it must be to be read, and as much picture as then fits."""
        theme, rect = self.theme, card.rect
        size = max(15.0, min(42.0, 12.5 / zoom))
        title = font(size, bold=True)
        measure = QFontMetricsF(title)
        inner = rect.width() - 22
        step = measure.lineSpacing() * 0.94
        most = max(1, int((rect.height() - 16) // step))
        lines = wrapped(card.title, measure, inner, min(3, most))
        height = step * len(lines) + 14
        head = QRectF(rect.x(), rect.y(), rect.width(), min(height, rect.height()))
        painter.save()
        clip = QPainterPath()
        clip.addRoundedRect(rect, _ROUND, _ROUND)
        painter.setClipPath(clip)
        if mark is not None:
            painter.fillRect(head, QColor(mark))
        place = QRectF(rect.x(), head.bottom(), rect.width(), rect.bottom() - head.bottom())
        if place.height() > 24:
            if picture is None:
                painter.fillRect(place, QColor(theme.raised))
            else:
                self._picture(painter, card, place, look, picture)
        painter.restore()
        painter.setFont(title)
        painter.setPen(QColor(theme.on_accent if mark else theme.text))
        for number, line in enumerate(lines):
            base = rect.y() + 7 + measure.ascent() + step * number
            painter.drawText(QPointF(rect.x() + 11, base), line)
        if place.height() > 40:
            self._far_signs(painter, card, place, look, size, mark)

    def _far_signs(
        self,
        painter: QPainter,
        card: Card,
        place: QRectF,
        look: Look,
        size: float,
        mark: str | None,
    ) -> None:
        """Start, ending, not filmed, findings: as signs, large enough to be seen."""
        theme, radius = self.theme, min(size * 0.62, place.height() / 2 - 4)
        left = place.x() + 10 + radius
        middle = place.bottom() - 8 - radius
        signs: list[tuple[str, str]] = []
        if look.errors:
            signs.append((theme.failure, "!"))
        if look.warnings:
            signs.append((theme.partial, "?"))
        if mark is not None:
            painter.setPen(QPen(QColor(theme.card), 2))
            painter.setBrush(QColor(mark))
            at = QPointF(left, middle)
            painter.drawEllipse(at, radius, radius)
            sign(painter, at, radius * 0.55, card, look, theme.on_accent)
            left += 2.3 * radius
        for colour, words in signs:
            painter.setPen(QPen(QColor(theme.card), 2))
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QPointF(left, middle), radius, radius)
            painter.setFont(font(radius * 1.4, bold=True))
            painter.setPen(QColor(theme.on_accent))
            around = QRectF(left - radius, middle - radius, 2 * radius, 2 * radius)
            painter.drawText(around, Qt.AlignmentFlag.AlignCenter, words)
            left += 2.3 * radius

    def _line(self, painter: QPainter, place: QRectF, words: str, written: Lettering) -> None:
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, align, elided(words, written.measure, place.width()))


_GLYPHS = {
    "right": ((-3.0, 0.2), (-0.8, 2.4), (3.2, -2.4)),
    "wrong": ((-2.4, -2.4), (2.4, 2.4)),
    "acceptable": ((-3.0, 0.8), (-1.2, -0.8), (1.0, 0.8), (3.0, -0.8)),
}


def sign(painter: QPainter, middle: QPointF, size: float, card: Card, look: Look, ink: str) -> None:
    """The sign of the start (a triangle) or of an ending's outcome, told apart by shape alone."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(ink), max(1.6, size / 3.2)))
    if look.start:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        points = ((-0.7, -1), (1, 0), (-0.7, 1))
        painter.drawPolygon(QPolygonF([middle + QPointF(*each) * size for each in points]))
        return
    outcome = card.scene.then.outcome if isinstance(card.scene.then, Ending) else "neutral"
    if outcome == "success":
        points = ((-0.9, 0), (-0.2, 0.75), (1, -0.75))
        painter.drawPolyline(QPolygonF([middle + QPointF(*each) * size for each in points]))
    elif outcome == "failure":
        painter.drawLine(middle + QPointF(-0.75, -0.75) * size, middle + QPointF(0.75, 0.75) * size)
        painter.drawLine(middle + QPointF(-0.75, 0.75) * size, middle + QPointF(0.75, -0.75) * size)
    elif outcome == "partial":
        points = ((-1, 0.25), (-0.4, -0.35), (0.35, 0.35), (1, -0.25))
        painter.drawPolyline(QPolygonF([middle + QPointF(*each) * size for each in points]))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ink))
        painter.drawRect(
            QRectF(middle.x() - size * 0.7, middle.y() - size * 0.7, size * 1.4, size * 1.4)
        )


def _to_be_filmed(scene: Scene) -> bool:
    return scene.clip is None and scene.card is None
