"""How the map is painted: cards, curves, frames near; a batched overview far away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPainterPath, QPen

from studio.desktop.canvas.layout import (
    FOOT_HEIGHT,
    FRAME_TITLE,
    ROW_HEIGHT,
    TITLE_HEIGHT,
    Edge,
    Frame,
    MapLayout,
    Row,
    SceneLayout,
)
from studio.desktop.language import in_language
from studio.desktop.theme import FAMILIES, Theme
from studio.story.model import Decision, Ending

OVERVIEW_BELOW = 0.3
OVERVIEW_ABOVE = 120
"""Up to so many scenes in sight, everything is painted at every zoom: it is quick enough."""
_DOT_SPACING = 32.0
_ROUND = 10.0
_CHAPTER_COLOURS = ("#2f7de1", "#8a56d6", "#1f9a8a", "#c4731d", "#c64f86", "#6b8e23")


def font(size: int, bold: bool = False) -> QFont:
    """A font of ``size`` canvas units."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


class MapPainter:
    """Paints one layout in one theme; keeps fonts and their measures."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._title = font(14, bold=True)
        self._text = font(12)
        self._badge = font(11, bold=True)
        self._chapter = font(15, bold=True)
        self._hero = font(13)

    def paint_ground(self, painter: QPainter, visible: QRectF, zoom: float) -> None:
        """The plain ground, with dots to move against when near."""
        painter.fillRect(visible, QColor(self.theme.canvas))
        if zoom < 0.5:
            return
        painter.setPen(QPen(QColor(self.theme.dots), 2))
        left = visible.left() // _DOT_SPACING * _DOT_SPACING
        top = visible.top() // _DOT_SPACING * _DOT_SPACING
        columns = int(visible.width() // _DOT_SPACING) + 2
        lines = int(visible.height() // _DOT_SPACING) + 2
        painter.drawPoints(
            [
                QPointF(left + column * _DOT_SPACING, top + line * _DOT_SPACING)
                for column in range(columns)
                for line in range(lines)
            ]
        )

    def paint_overview(self, painter: QPainter, layout: MapLayout, visible: QRectF) -> None:
        """Far away: frames, then lines and rectangles in few calls, by colour."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._frames(painter, layout, visible)
        painter.setPen(QPen(QColor(self.theme.edge), 0))
        painter.drawLines([QLineF(edge.start, edge.end) for edge in layout.edges_in(visible)])
        by_colour: defaultdict[str, list[QRectF]] = defaultdict(list)
        for each in layout.scenes_in(visible):
            by_colour[self._overview_colour(each, layout)].append(each.rect)
        painter.setPen(QPen(QColor(self.theme.neutral), 0))
        for colour, rects in by_colour.items():
            painter.setBrush(QColor(colour))
            painter.drawRects(rects)

    def paint_near(
        self,
        painter: QPainter,
        layout: MapLayout,
        visible: QRectF,
        selected: str | None,
        pictures: Mapping[str, QImage],
        durations: Mapping[str, float],
    ) -> None:
        """Near: everything."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self._frames(painter, layout, visible)
        lit: list[Edge] = []
        for edge in layout.edges_in(visible):
            if selected in (edge.source, edge.target):
                lit.append(edge)
            else:
                self._curve(painter, edge, lit=False)
        for edge in lit:
            self._curve(painter, edge, lit=True)
        for each in layout.scenes_in(visible):
            self._card(
                painter,
                layout,
                each,
                each.scene.id == selected,
                pictures.get(each.scene.id),
                durations.get(each.scene.id),
            )
        for edge in lit:
            if edge.source == selected and edge.row.text:
                self._label(painter, edge)

    def _overview_colour(self, each: SceneLayout, layout: MapLayout) -> str:
        if each.scene.id == layout.story.start:
            return self.theme.accent
        if isinstance(each.scene.then, Ending):
            return self.theme.outcome(each.scene.then.outcome)
        return self.theme.card

    def _frames(self, painter: QPainter, layout: MapLayout, visible: QRectF) -> None:
        for number, frame in enumerate(layout.frames):
            if frame.rect.intersects(visible):
                self._frame(painter, frame, number)

    def _frame(self, painter: QPainter, frame: Frame, number: int) -> None:
        colour = QColor(frame.colour or _CHAPTER_COLOURS[number % len(_CHAPTER_COLOURS)])
        fill = QColor(colour)
        fill.setAlphaF(0.13 if self.theme.dark else 0.09)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(fill)
        painter.drawRoundedRect(frame.rect, 16, 16)
        painter.setFont(self._chapter)
        painter.setPen(colour.lighter(150) if self.theme.dark else colour.darker(140))
        place = QRectF(
            frame.rect.x() + 18, frame.rect.y() + 10, frame.rect.width() - 36, FRAME_TITLE
        )
        self._line(painter, place, frame.title)

    def _curve(self, painter: QPainter, edge: Edge, *, lit: bool) -> None:
        colour = self.theme.accent if lit else self.theme.edge
        style = Qt.PenStyle.DashLine if edge.row.conditional else Qt.PenStyle.SolidLine
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), 2.5 if lit else 1.6, style))
        painter.drawPath(edge.path())
        tip = QPainterPath(edge.end)
        tip.lineTo(edge.end + QPointF(-9, -5))
        tip.lineTo(edge.end + QPointF(-9, 5))
        tip.closeSubpath()
        painter.fillPath(tip, QColor(colour))

    def _label(self, painter: QPainter, edge: Edge) -> None:
        painter.setFont(self._text)
        measure = QFontMetricsF(self._text)
        words = measure.elidedText(edge.row.text, Qt.TextElideMode.ElideRight, 170)
        width = measure.horizontalAdvance(words) + 20
        middle = edge.path().pointAtPercent(0.5)
        pill = QRectF(middle.x() - width / 2, middle.y() - 12, width, 24)
        painter.setPen(QPen(QColor(self.theme.accent), 1))
        painter.setBrush(QColor(self.theme.panel))
        painter.drawRoundedRect(pill, 12, 12)
        painter.setPen(QColor(self.theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    def _card(
        self,
        painter: QPainter,
        layout: MapLayout,
        each: SceneLayout,
        selected: bool,
        picture: QImage | None,
        duration: float | None,
    ) -> None:
        theme, rect, scene = self.theme, each.rect, each.scene
        ending = scene.then if isinstance(scene.then, Ending) else None
        start = scene.id == layout.story.start
        mark = theme.accent if start else theme.outcome(ending.outcome) if ending else theme.line
        shadow = QColor(0, 0, 0, 70 if theme.dark else 26)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        painter.drawRoundedRect(rect.translated(0, 3), _ROUND, _ROUND)
        painter.setBrush(QColor(theme.card))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)

        title_words = QColor(theme.text)
        if start or ending:
            title_words = QColor(theme.on_accent)
            painter.save()
            painter.setClipRect(QRectF(rect.x(), rect.y(), rect.width(), TITLE_HEIGHT))
            painter.setBrush(QColor(mark))
            painter.drawRoundedRect(rect, _ROUND, _ROUND)
            painter.restore()
        painter.setFont(self._title)
        painter.setPen(title_words)
        place = QRectF(rect.x() + 12, rect.y(), rect.width() - 24, TITLE_HEIGHT)
        self._line(painter, place, each.title)
        self._picture(painter, layout, each, picture)
        self._foot(painter, each, start, mark, duration)
        for row in each.rows:
            self._row(painter, each, row)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        outline = QPen(QColor(theme.accent if selected else mark), 3 if selected else 1.2)
        painter.setPen(outline)
        grown = 2.0 if selected else 0.0
        painter.drawRoundedRect(
            rect.adjusted(-grown, -grown, grown, grown), _ROUND + grown, _ROUND + grown
        )
        painter.setPen(QPen(QColor(theme.card), 2))
        for row in each.rows:
            stays = row.choice is not None and row.target is None
            sound = stays or row.target in layout.by_id
            painter.setBrush(QColor(self._row_colour(row) if sound else theme.failure))
            painter.drawEllipse(row.port, 6, 6)

    def _row_colour(self, row: Row) -> str:
        return self.theme.outcome(row.verdict) if row.choice else self.theme.accent

    def _picture(
        self, painter: QPainter, layout: MapLayout, each: SceneLayout, picture: QImage | None
    ) -> None:
        place = each.picture
        painter.fillRect(place, QColor(self.theme.raised))
        if picture is not None:
            scale = max(place.width() / picture.width(), place.height() / picture.height())
            width, height = place.width() / scale, place.height() / scale
            source = QRectF(
                (picture.width() - width) / 2, (picture.height() - height) / 2, width, height
            )
            painter.drawImage(place, picture, source)
            return
        scene = each.scene
        words = in_language(scene.card.text, layout.language) if scene.card else ""
        painter.setPen(QColor(self.theme.quiet))
        painter.setFont(self._hero)
        inner = place.adjusted(14, 8, -14, -8)
        words = words or (in_language(scene.script, layout.language) if not scene.clip else "")
        words = words.replace("*", "").replace("\n", " ")
        if words:
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
            measure = QFontMetricsF(self._hero)
            room = int(inner.height() // measure.lineSpacing()) * inner.width() * 0.85
            painter.drawText(
                inner, int(flags), measure.elidedText(words, Qt.TextElideMode.ElideRight, room)
            )
            return
        self._film_sign(painter, place.center())

    def _film_sign(self, painter: QPainter, middle: QPointF) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.edge), 2))
        painter.drawEllipse(middle, 20, 20)
        play = QPainterPath(middle + QPointF(-6, -9))
        play.lineTo(middle + QPointF(10, 0))
        play.lineTo(middle + QPointF(-6, 9))
        play.closeSubpath()
        painter.fillPath(play, QColor(self.theme.edge))

    def _foot(
        self,
        painter: QPainter,
        each: SceneLayout,
        start: bool,
        mark: str,
        duration: float | None,
    ) -> None:
        scene, translate = each.scene, QCoreApplication.translate
        middle = each.picture.bottom() + FOOT_HEIGHT / 2
        left = each.rect.x() + 10
        if start:
            left = self._badge_at(painter, left, middle, translate("Map", "Start"), mark)
        if isinstance(scene.then, Ending):
            left = self._badge_at(painter, left, middle, outcome_words(scene.then.outcome), mark)
        elif isinstance(scene.then, Decision):
            left = self._badge_at(
                painter, left, middle, translate("Map", "Decision"), self.theme.neutral
            )
        if scene.clip is not None:
            kind = clock(duration) if duration is not None else translate("Map", "Clip")
        elif scene.card is not None:
            kind = translate("Map", "Card")
        else:
            kind = ""
            words = translate("Map", "To be filmed")
            self._badge_at(painter, left, middle, words, self.theme.partial)
        painter.setFont(self._text)
        painter.setPen(QColor(self.theme.quiet))
        place = QRectF(left, middle - 12, each.rect.right() - left - 12, 24)
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(place, align, kind)

    def _badge_at(
        self, painter: QPainter, left: float, middle: float, words: str, colour: str
    ) -> float:
        painter.setFont(self._badge)
        width = QFontMetricsF(self._badge).horizontalAdvance(words) + 16
        pill = QRectF(left, middle - 10, width, 20)
        ground = QColor(colour)
        ground.setAlphaF(0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(pill, 10, 10)
        painter.setPen(QColor(colour))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return left + width + 6

    def _row(self, painter: QPainter, each: SceneLayout, row: Row) -> None:
        top = row.port.y() - ROW_HEIGHT / 2
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawLine(QPointF(each.rect.left(), top), QPointF(each.rect.right(), top))
        painter.setFont(self._text)
        translate = QCoreApplication.translate
        if row.choice:
            words = row.text
        else:
            words = translate("Map", "If …") if row.conditional else translate("Map", "Next")
        painter.setPen(QColor(self.theme.text if row.choice else self.theme.quiet))
        place = QRectF(each.rect.x() + 12, top, each.rect.width() - 30, ROW_HEIGHT)
        self._line(painter, place, words)

    @staticmethod
    def _line(painter: QPainter, place: QRectF, words: str) -> None:
        measure = QFontMetricsF(painter.font())
        fitted = measure.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, align, fitted)


def outcome_words(outcome: str) -> str:
    """An ending's badge in the interface language."""
    translate = QCoreApplication.translate
    return {
        "success": translate("Map", "Ending: success"),
        "partial": translate("Map", "Ending: partial success"),
        "failure": translate("Map", "Ending: failure"),
    }.get(outcome, translate("Map", "Ending"))


def clock(seconds: float) -> str:
    """Seconds as ``m:ss``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"
