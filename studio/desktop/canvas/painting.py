"""How the ground, chapters, notes and curves are painted near, and everything far away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from studio.desktop.canvas.grid import Box
from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.palette import chapter_colour, note_colours, over, readable
from studio.desktop.canvas.shapes import CARD_WIDTH, FRAME_TITLE, Card, Edge, Frame, NoteBox
from studio.desktop.canvas.words import elided, font, translate, wrapped
from studio.desktop.theme import Theme
from studio.story.model import Ending

Shapes = tuple[list[QLineF], dict[str, list[QRectF]]]
"""Straight lines of curves, and rectangles of cards by colour."""

_DOT_SPACING = 32.0
_LONG = 6_000.0
_MOST_TITLES = 160
_MOST_TITLED = 700
_LEAST_NAMED = 48.0
_LEAST_OUTLINED = 8.0
"""Pixels of width from which a card far away has an outline."""


class MapPainter:
    """Paints what is not a card, in one theme."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def ground(self, painter: QPainter, visible: QRectF, zoom: float) -> None:
        """The plain ground, with dots to move against when near."""
        painter.fillRect(visible, QColor(self.theme.canvas))
        if zoom < 0.5:
            return
        painter.setPen(QPen(QColor(self.theme.dots), 2))
        spacing = _DOT_SPACING if zoom >= 0.9 else 2 * _DOT_SPACING
        left = visible.left() // spacing * spacing
        top = visible.top() // spacing * spacing
        columns = int(visible.width() // spacing) + 2
        lines = int(visible.height() // spacing) + 2
        painter.drawPoints(
            [
                QPointF(left + column * spacing, top + line * spacing)
                for column in range(columns)
                for line in range(lines)
            ]
        )

    def frames(self, painter: QPainter, layout: MapLayout, visible: QRectF, zoom: float) -> None:
        """The frames of the chapters that are open."""
        for frame in layout.frames.values():
            if not frame.collapsed and frame.rect.intersects(visible):
                self._frame(painter, frame, zoom)

    def boxes(self, painter: QPainter, layout: MapLayout, visible: QRectF, zoom: float) -> None:
        """The boxes that stand for collapsed chapters."""
        for frame in layout.frames.values():
            if frame.collapsed and frame.rect.intersects(visible):
                self.box(painter, frame, zoom)

    def notes(self, painter: QPainter, layout: MapLayout, visible: QRectF, zoom: float) -> None:
        """The sticky notes in sight."""
        for note in layout.notes.values():
            if note.rect.intersects(visible):
                self.note(painter, note, zoom)

    def note(self, painter: QPainter, box: NoteBox, zoom: float) -> None:
        """One sticky note; its words grow from afar until they no longer fit."""
        ground, ink = note_colours(box.note.colour, self.theme)
        rect = box.rect
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(0, 0, 0, 40))
        painter.drawRect(rect.translated(0, 3))
        painter.setBrush(ground)
        fold = 16.0
        painter.drawPolygon(
            QPolygonF(
                [
                    rect.topLeft(),
                    rect.topRight(),
                    rect.bottomRight() - QPointF(0, fold),
                    rect.bottomRight() - QPointF(fold, 0),
                    rect.bottomLeft(),
                ]
            )
        )
        painter.setBrush(over(QColor("#000000"), 0.22, ground))
        painter.drawPolygon(
            QPolygonF(
                [
                    rect.bottomRight() - QPointF(0, fold),
                    rect.bottomRight() - QPointF(fold, 0),
                    rect.bottomRight() - QPointF(fold, fold),
                ]
            )
        )
        if zoom < 0.12:
            return
        written = font(max(13.0, min(30.0, 10.5 / zoom)))
        measure = QFontMetricsF(written)
        inner = rect.adjusted(12, 10, -12, -10)
        step = measure.lineSpacing()
        painter.setFont(written)
        painter.setPen(ink)
        room = max(1, int(inner.height() // step))
        top = inner.y() + measure.ascent()
        for paragraph in box.note.text.splitlines():
            if room <= 0:
                break
            for line in wrapped(paragraph, measure, inner.width(), room) or [""]:
                painter.drawText(QPointF(inner.x(), top), line)
                top += step
                room -= 1

    def edges(
        self,
        painter: QPainter,
        edges: Iterable[Edge],
        visible: QRectF,
        zoom: float,
        style: Callable[[Edge], tuple[QColor, float]],
    ) -> None:
        """Curves with arrow tips, each in the colour and width of ``style``."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for edge in edges:
            self.edge(painter, edge, visible, zoom, *style(edge))

    def edge(
        self,
        painter: QPainter,
        edge: Edge,
        visible: QRectF,
        zoom: float,
        colour: QColor,
        width: float,
    ) -> None:
        """One curve; conditional ways are dashed."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # Lines of one pixel and less are painted three times as fast: from afar they will do.
        pen = QPen(colour, width if zoom * width > 1.0 else 0)
        long = abs(edge.end[0] - edge.start[0]) + abs(edge.end[1] - edge.start[1]) > _LONG
        if edge.row.conditional and not long:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if long:
            self._part(painter, edge, visible)
        else:
            painter.drawPath(edge.path())
        x, y = edge.end
        if zoom >= 0.22 and visible.adjusted(-20, -20, 20, 20).contains(QPointF(x, y)):
            size = max(9.0, 5.0 / zoom)
            half = size * 0.55
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawPolygon(
                QPolygonF([QPointF(x, y), QPointF(x - size, y - half), QPointF(x - size, y + half)])
            )
            painter.setBrush(Qt.BrushStyle.NoBrush)

    def _part(self, painter: QPainter, edge: Edge, visible: QRectF) -> None:
        """Only the pieces of a very long curve that are in sight: stroking all of it is slow."""
        left, top = visible.left() - 60, visible.top() - 60
        right, bottom = visible.right() + 60, visible.bottom() + 60
        lines = [
            QLineF(*one, *other)
            for one, other in pairwise(edge.points())
            if (one[0] <= right or other[0] <= right)
            and (one[0] >= left or other[0] >= left)
            and (one[1] <= bottom or other[1] <= bottom)
            and (one[1] >= top or other[1] >= top)
        ]
        painter.drawLines(lines)

    def label(
        self, painter: QPainter, edge: Edge, words: str, zoom: float, *, quiet: bool = False
    ) -> None:
        """The words of the way, on the middle of its curve; quiet ones keep between its ends."""
        most = 16.0 if quiet else 20.0
        written = font(max(12.0, min(most, (10 if quiet else 11) / zoom)))
        measure = QFontMetricsF(written)
        painter.setFont(written)
        between = abs(edge.end[0] - edge.start[0]) - 60
        fitted = elided(words, measure, min(230.0, between) if quiet else 230.0)
        width, height = measure.horizontalAdvance(fitted) + 20, measure.height() + 7
        middle = edge.path().pointAtPercent(0.5)
        pill = QRectF(middle.x() - width / 2, middle.y() - height / 2, width, height)
        painter.setPen(QPen(QColor(self.theme.line if quiet else self.theme.accent), 1))
        painter.setBrush(QColor(self.theme.panel))
        painter.drawRoundedRect(pill, height / 2, height / 2)
        painter.setPen(QColor(self.theme.quiet if quiet else self.theme.text))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, fitted)

    def _frame(self, painter: QPainter, frame: Frame, zoom: float) -> None:
        theme = self.theme
        colour = chapter_colour(frame.chapter.colour, frame.number)
        ground = over(colour, 0.13 if theme.dark else 0.08, QColor(theme.canvas))
        if zoom < 0.1:
            painter.fillRect(frame.rect, over(colour, 0.2, QColor(theme.canvas)))
            return
        painter.setPen(QPen(colour, max(1.5, 1 / zoom)))
        painter.setBrush(ground)
        painter.drawRoundedRect(frame.rect, 16, 16)
        if zoom < 0.24:
            return
        size = max(15.0, min(44.0, 12 / zoom))
        title = font(size, bold=True)
        painter.setFont(title)
        painter.setPen(readable(colour, ground))
        place = QRectF(
            frame.rect.x() + 18, frame.rect.y() + 5, frame.rect.width() - 70, FRAME_TITLE + 8
        )
        words = elided(frame.title, QFontMetricsF(title), place.width())
        align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, align, words)
        self._toggle(painter, frame, readable(colour, ground, 3.0))

    def box(self, painter: QPainter, frame: Frame, zoom: float) -> None:
        """A collapsed chapter: a stack of cards with its name and the number of scenes."""
        theme, rect = self.theme, frame.rect
        colour = chapter_colour(frame.chapter.colour, frame.number)
        ground = over(colour, 0.2 if theme.dark else 0.14, QColor(theme.card))
        painter.setPen(QPen(colour, 2))
        for offset in (10.0, 5.0, 0.0):
            painter.setBrush(ground if offset == 0 else over(colour, 0.3, QColor(theme.card)))
            painter.drawRoundedRect(rect.translated(offset, offset), 12, 12)
        size = max(16.0, min(38.0, 12.5 / zoom))
        title = font(size, bold=True)
        measure = QFontMetricsF(title)
        painter.setFont(title)
        painter.setPen(readable(QColor(theme.text), ground))
        inner = rect.adjusted(16, 10, -16, -10)
        most = 2 if size < 30 else 1
        lines = wrapped(frame.title, measure, inner.width() - 34, most)
        for number, line in enumerate(lines):
            at = inner.y() + measure.ascent() + measure.lineSpacing() * number
            painter.drawText(QPointF(inner.x(), at), line)
        small = font(max(12.0, min(28.0, 11 / zoom)))
        painter.setFont(small)
        painter.setPen(readable(QColor(theme.quiet), ground))
        words = translate("Map", "Scenes: {count}").format(count=frame.scenes)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(inner, align, words)
        if zoom >= 0.3:
            self._toggle(painter, frame, readable(colour, ground, 3.0))

    def _toggle(self, painter: QPainter, frame: Frame, colour: QColor) -> None:
        middle = frame.toggle.center()
        painter.setPen(QPen(colour, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((-5, -3), (0, 3), (5, -3)) if not frame.collapsed else ((-3, -5), (3, 0), (-3, 5))
        painter.drawPolyline(QPolygonF([middle + QPointF(*each) for each in points]))


class Overview:
    """Far away: lines and rectangles by colour in few calls; then as many titles as have room."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._title = font(11, bold=True)
        self._chapter = font(13, bold=True)
        self._whole: tuple[tuple[int, int], Shapes] | None = None

    def shapes(
        self,
        painter: QPainter,
        layout: MapLayout,
        box: Box,
        zoom: float,
        colours: Callable[[Card], str],
        lit: Collection[Edge],
        without: Collection[str],
        dim: bool,
    ) -> None:
        """Curves as straight lines, cards as rectangles of at least three pixels."""
        theme = self.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        lines, by_colour = self._shapes(layout, box, colours, without, dim)
        faint = over(QColor(theme.edge), 0.35 if dim else 0.75, QColor(theme.canvas))
        painter.setPen(QPen(faint, 0))
        painter.drawLines(lines)
        if lit:
            painter.setPen(QPen(QColor(theme.accent), 2 / zoom))
            painter.drawLines([edge.line for edge in lit])
        if CARD_WIDTH * zoom < _LEAST_OUTLINED:
            # An outline would leave next to nothing inside, and takes three times as long.
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(over(QColor(theme.neutral), 0.4, QColor(theme.card)))
        else:
            painter.setPen(QPen(QColor(theme.neutral), 0))
            painter.setBrush(QColor(theme.card))
        painter.drawRects(by_colour.get(theme.card, []))
        # Start, endings and what is lit stand out by size as well as by colour.
        painter.setPen(Qt.PenStyle.NoPen)
        grown = 1.5 / zoom
        for colour, rects in by_colour.items():
            if colour != theme.card:
                painter.setBrush(QColor(colour))
                painter.drawRects([each.adjusted(-grown, -grown, grown, grown) for each in rects])

    def forget(self) -> None:
        """Colours or highlight have changed."""
        self._whole = None

    def _shapes(
        self,
        layout: MapLayout,
        box: Box,
        colours: Callable[[Card], str],
        without: Collection[str],
        dim: bool,
    ) -> Shapes:
        """Lines and rectangles in the box; those of the whole map are kept until it changes."""
        whole = layout.holds_all(box) and not without
        if whole and self._whole is not None and self._whole[0] == (id(layout), layout.revision):
            return self._whole[1]
        lines = [
            edge.line
            for edge in layout.edges_in(box)
            if not without or (edge.source not in without and edge.target not in without)
        ]
        by_colour: defaultdict[str, list[QRectF]] = defaultdict(list)
        cards = layout.cards_in(box)
        if without:
            cards = [card for card in cards if card.key not in without]
        if not dim:
            # Nothing is lit: only the start and endings have a colour of their own.
            start = layout.story.start
            by_colour[self.theme.card] = [
                card.rect
                for card in cards
                if type(card.scene.then) is not Ending and card.key != start
            ]
            cards = [c for c in cards if type(c.scene.then) is Ending or c.key == start]
        for card in cards:
            by_colour[colours(card)].append(card.rect)
        made = (lines, dict(by_colour))
        if whole:
            self._whole = ((id(layout), layout.revision), made)
        return made

    def titles(
        self,
        painter: QPainter,
        layout: MapLayout,
        box: Box,
        from_map: Callable[[QPointF], QPointF],
        zoom: float,
        first: Collection[str],
    ) -> None:
        """Names in screen pixels where they do not cover each other: chapters, start, endings,
        then scenes in the story's order. Painted without the map's transform."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        taken: list[QRectF] = []
        theme = self.theme
        visible = QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
        for frame in layout.frames.values():
            if frame.rect.width() * zoom >= _LEAST_NAMED and frame.rect.intersects(visible):
                colour = chapter_colour(frame.chapter.colour, frame.number)
                ink = readable(colour, QColor(theme.canvas))
                at = from_map(frame.rect.topLeft()) + QPointF(4, -3)
                room = max(frame.rect.width() * zoom, 60.0)
                self._name(painter, taken, at, room, frame.title, ink, centre=False)
        cards = layout.cards_in(box)
        named = [each for each in cards if each.key in first]
        endings = [each for each in cards if isinstance(each.scene.then, Ending)]
        rest = cards if len(cards) <= _MOST_TITLED else []
        chosen = {each.key: each for each in (*named, *endings[:_MOST_TITLES], *rest)}
        for card in list(chosen.values())[:_MOST_TITLES]:
            ending = card.scene.then
            colour = theme.text
            if card.key == layout.story.start:
                colour = theme.accent
            elif isinstance(ending, Ending):
                colour = theme.outcome(ending.outcome)
            at = from_map(QPointF(card.rect.center().x(), card.rect.bottom())) + QPointF(0, 12)
            room = max(112.0, 340 * zoom)
            self._name(painter, taken, at, room, card.title, QColor(colour), centre=True)

    def _name(
        self,
        painter: QPainter,
        taken: list[QRectF],
        at: QPointF,
        room: float,
        words: str,
        ink: QColor,
        *,
        centre: bool,
    ) -> None:
        written = self._title if centre else self._chapter
        measure = QFontMetricsF(written)
        fitted = elided(words, measure, room)
        width = measure.horizontalAdvance(fitted)
        left = at.x() - width / 2 if centre else at.x()
        place = QRectF(left, at.y() - measure.ascent(), width, measure.height())
        if any(place.intersects(each) for each in taken):
            return
        taken.append(place.adjusted(-4, -1, 4, 1))
        painter.setFont(written)
        halo = QColor(self.theme.canvas)
        halo.setAlpha(210)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(halo)
        painter.drawRoundedRect(place.adjusted(-3, 0, 3, 0), 3, 3)
        painter.setPen(ink)
        painter.drawText(QPointF(left, at.y()), fitted)
