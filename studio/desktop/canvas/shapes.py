"""What lies on the map: cards, rows with their ports, curves, frames, notes; in canvas units.

A canvas unit is a pixel at 1:1. No painting and no widgets here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainterPath

from studio.desktop.canvas.grid import CELL, Box
from studio.desktop.language import in_language
from studio.story.edits import Port
from studio.story.model import Chapter, Decision, Ending, Next, Scene, StickyNote

CARD_WIDTH = 232.0
TITLE_HEIGHT = 36.0
PICTURE_HEIGHT = 104.0
ROW_HEIGHT = 28.0
FOOT_HEIGHT = 32.0
FRAME_MARGIN = 28.0
FRAME_TITLE = 34.0
BOX_WIDTH, BOX_HEIGHT = 264.0, 116.0
"""The size of a collapsed chapter."""
_BELOW_ROWS = 10.0
_LEAST_BEND = 60.0
_MOST_BEND = 320.0
_BELOW = 40.0
_STAGGER = 7.0
_SAMPLE = CELL / 2
_FINE = 48.0
_ROOM_FOR_WORDS = 190.0


@dataclass(frozen=True, slots=True)
class Row:
    """One way out of a scene: its port lies on the card's right edge, ``middle`` below its top."""

    port: Port
    text: str
    target: str | None
    middle: float
    verdict: str = "neutral"
    conditional: bool = False
    missing: str = ""
    """``open``: nothing decided yet; ``stays``: a choice that stays in the decision."""


@dataclass(frozen=True, slots=True)
class Card:
    """A scene's card. ``key`` is the scene's id, but for the second scene of one id."""

    key: str
    scene: Scene
    title: str
    x: float
    y: float
    height: float
    rows: tuple[Row, ...]
    box: Box
    """The card's rectangle as numbers."""
    rect: QRectF
    """The card's rectangle; not to be changed."""

    @property
    def picture(self) -> QRectF:
        """Where the picture of the clip or the words of the card stand."""
        return QRectF(self.x, self.y + TITLE_HEIGHT, CARD_WIDTH, PICTURE_HEIGHT)

    @property
    def title_rect(self) -> QRectF:
        """Where the title stands."""
        return QRectF(self.x, self.y, CARD_WIDTH, TITLE_HEIGHT)

    @property
    def takes_choices(self) -> bool:
        """Whether one more choice can leave the card: not from endings or conditional ways."""
        return takes_choices(self.scene)

    @property
    def more(self) -> QPointF:
        """The middle of the port from which one more choice is drawn."""
        return QPointF(self.x + CARD_WIDTH - 24, self.y + self.height)

    def row_port(self, row: Row) -> QPointF:
        """The middle of the row's port."""
        return QPointF(self.x + CARD_WIDTH, self.y + row.middle)


@dataclass(slots=True)
class Edge:
    """A curve from a row's port to the entrance of its target, or from box to box."""

    port: Port
    row: Row
    source: str
    target: str
    start: tuple[float, float]
    end: tuple[float, float]
    low: float
    """How far down a curve that leads back runs."""
    box: Box = field(init=False, repr=False, compare=False)
    """A rectangle that holds the curve."""
    line: QLineF = field(init=False, repr=False, compare=False)
    """The straight line from end to end, for far away."""
    _path: QPainterPath | None = field(default=None, init=False, repr=False, compare=False)
    _points: list[tuple[float, float]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def __post_init__(self) -> None:
        (x1, y1), (x2, y2) = self.start, self.end
        bottom = max(y1, y2, self.low) if self.leads_back else max(y1, y2)
        left, right = min(x1, x2), max(x1, x2)
        self.box = (left - _LEAST_BEND, min(y1, y2) - 8, right + _LEAST_BEND, bottom + 8)
        self.line = QLineF(x1, y1, x2, y2)

    @property
    def leads_back(self) -> bool:
        """Whether the target lies to the left, so that the curve goes round below."""
        return self.end[0] < self.start[0] + _LEAST_BEND / 2

    @property
    def has_room_for_words(self) -> bool:
        """Whether words on the curve's middle would not cover the cards at its ends."""
        return self.leads_back or self.end[0] - self.start[0] >= _ROOM_FOR_WORDS

    def pieces(self) -> list[tuple[tuple[float, float], ...]]:
        """The curve as cubic pieces (four points) and straight ones (two points)."""
        (x1, y1), (x2, y2) = self.start, self.end
        if not self.leads_back:
            bend = max(_LEAST_BEND, min(_MOST_BEND, (x2 - x1) / 2))
            return [((x1, y1), (x1 + bend, y1), (x2 - bend, y2), (x2, y2))]
        bend, low = _LEAST_BEND, self.low
        right, left = (x1 - bend / 2, low), (x2 + bend / 2, low)
        return [
            ((x1, y1), (x1 + bend, y1), (x1 + bend, low), right),
            (right, left),
            (left, (x2 - bend, low), (x2 - bend, y2), (x2, y2)),
        ]

    def path(self) -> QPainterPath:
        """The curve; one that leads back runs below both cards."""
        if self._path is None:
            path = QPainterPath(QPointF(*self.start))
            for piece in self.pieces():
                if len(piece) == 4:
                    path.cubicTo(QPointF(*piece[1]), QPointF(*piece[2]), QPointF(*piece[3]))
                else:
                    path.lineTo(QPointF(*piece[1]))
            self._path = path
        return self._path

    def points(self) -> list[tuple[float, float]]:
        """Points along the curve, near enough to each other to draw a long one by lines."""
        if self._points is None:
            self._points = [self.start]
            for piece in self.pieces():
                self._points += _samples(piece, _FINE)
        return self._points

    def boxes(self) -> Iterator[Box]:
        """Small rectangles that together hold the curve, for the grid: a long one has many."""
        whole = self.box
        if whole[2] - whole[0] <= CELL and whole[3] - whole[1] <= CELL:
            yield whole
            return
        for piece in self.pieces():
            before = piece[0]
            for point in _samples(piece, _SAMPLE):
                yield (
                    min(before[0], point[0]) - 12,
                    min(before[1], point[1]) - 12,
                    max(before[0], point[0]) + 12,
                    max(before[1], point[1]) + 12,
                )
                before = point


@dataclass(frozen=True, slots=True)
class Frame:
    """A chapter on the map: a frame round its scenes, or the box that stands for them."""

    chapter: Chapter
    number: int
    """Its place among the story's chapters, for a colour of its own."""
    title: str
    rect: QRectF
    scenes: int

    @property
    def collapsed(self) -> bool:
        """Whether a box stands for the scenes."""
        return self.chapter.collapsed

    @property
    def title_rect(self) -> QRectF:
        """Where the frame is caught: its title, or the whole box."""
        if self.collapsed:
            return self.rect
        return QRectF(self.rect.x(), self.rect.y(), self.rect.width(), FRAME_TITLE + 12)

    @property
    def toggle(self) -> QRectF:
        """The sign that collapses and opens the chapter."""
        return QRectF(self.rect.right() - 40, self.rect.y() + 9, 28, 28)


@dataclass(frozen=True, slots=True)
class NoteBox:
    """A sticky note."""

    note: StickyNote

    @property
    def rect(self) -> QRectF:
        """The note's rectangle."""
        place = self.note.position
        return QRectF(
            float(place.x), float(place.y), float(self.note.width), float(self.note.height)
        )

    @property
    def corner(self) -> QRectF:
        """Where the note is caught to change its size."""
        rect = self.rect
        return QRectF(rect.right() - 18, rect.bottom() - 18, 18, 18)


def takes_choices(scene: Scene) -> bool:
    """Whether :func:`studio.story.edits.connect_new_choice` can give the scene a choice."""
    match scene.then:
        case Ending():
            return False
        case Next(branches=branches):
            return not branches
        case _:
            return True


def lay_out(scene: Scene, language: str, key: str) -> Card:
    """The card of one scene, its rows and ports."""
    top = TITLE_HEIGHT + PICTURE_HEIGHT + FOOT_HEIGHT
    rows = tuple(_rows(scene, language, top))
    height = top + ROW_HEIGHT * len(rows) + (_BELOW_ROWS if rows else 0)
    title = in_language(scene.title, language, scene.id)
    x, y = float(scene.position.x), float(scene.position.y)
    box = (x, y, x + CARD_WIDTH, y + height)
    return Card(key, scene, title, x, y, height, rows, box, QRectF(x, y, CARD_WIDTH, height))


def lowest(start: tuple[float, float], end: tuple[float, float], bottom: float, row: int) -> float:
    """How far down a curve that leads back runs: below both cards, each row on its own line."""
    return max(start[1], end[1], bottom) + _BELOW - 8 + _STAGGER * row


def _rows(scene: Scene, language: str, top: float) -> Iterator[Row]:
    def middle(index: int) -> float:
        return top + ROW_HEIGHT * (index + 0.5)

    match scene.then:
        case Decision(choices=choices):
            for index, choice in enumerate(choices):
                yield Row(
                    Port(scene.id, choice=choice.id),
                    in_language(choice.text, language, choice.id),
                    choice.target,
                    middle(index),
                    choice.verdict or "neutral",
                    choice.condition is not None,
                    "stays" if choice.target is None else "",
                )
        case Next(target=target, branches=branches):
            for index, branch in enumerate(branches):
                port = Port(scene.id, branch=index)
                yield Row(port, "", branch.target, middle(index), conditional=True)
            missing = "open" if target is None else ""
            yield Row(Port(scene.id), "", target, middle(len(branches)), missing=missing)
        case None:
            yield Row(Port(scene.id), "", None, middle(0), missing="open")
        case _:
            return


def _samples(
    piece: tuple[tuple[float, float], ...], step_length: float
) -> Iterator[tuple[float, float]]:
    (x1, y1), (x4, y4) = piece[0], piece[-1]
    count = max(1, int((abs(x4 - x1) + abs(y4 - y1)) // step_length) + 1)
    if len(piece) == 2:
        for step in range(1, count + 1):
            share = step / count
            yield x1 + (x4 - x1) * share, y1 + (y4 - y1) * share
        return
    count = max(count, 4)
    (x2, y2), (x3, y3) = piece[1], piece[2]
    for step in range(1, count + 1):
        after = step / count
        before = 1 - after
        a, b = before**3, 3 * before * before * after
        c, d = 3 * before * after * after, after**3
        yield a * x1 + b * x2 + c * x3 + d * x4, a * y1 + b * y2 + c * y3 + d * y4
