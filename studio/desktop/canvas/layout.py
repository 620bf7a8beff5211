"""Where everything lies on the map, in canvas units (pixels at 1:1). No painting, no widgets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from studio.desktop.language import in_language
from studio.story.model import Decision, Next, Scene, Story

CARD_WIDTH = 232.0
TITLE_HEIGHT = 36.0
PICTURE_HEIGHT = 104.0
ROW_HEIGHT = 28.0
FOOT_HEIGHT = 32.0
FRAME_MARGIN = 28.0
FRAME_TITLE = 34.0
CELL = 1024.0
_LEAST_BEND = 60.0
_MOST_BEND = 320.0
_BELOW = 90.0


@dataclass(frozen=True)
class Row:
    """One way out of a scene: its port lies on the card's right edge."""

    text: str
    target: str | None
    port: QPointF
    choice: str | None = None
    verdict: str = "neutral"
    conditional: bool = False


@dataclass(frozen=True)
class SceneLayout:
    """A scene's card on the map."""

    scene: Scene
    rect: QRectF
    rows: tuple[Row, ...]
    title: str

    @property
    def picture(self) -> QRectF:
        """Where the picture of the clip or the words of the card stand."""
        return QRectF(
            self.rect.x(), self.rect.y() + TITLE_HEIGHT, self.rect.width(), PICTURE_HEIGHT
        )

    @property
    def entrance(self) -> QPointF:
        """Where curves arrive."""
        return QPointF(self.rect.x(), self.rect.y() + TITLE_HEIGHT / 2)


@dataclass(frozen=True)
class Edge:
    """A curve from a row's port to the entrance of its target."""

    source: str
    row: Row
    target: str
    start: QPointF
    end: QPointF

    @property
    def leads_back(self) -> bool:
        """Whether the target lies to the left, so that the curve goes round below."""
        return self.end.x() < self.start.x() + _LEAST_BEND / 2

    def path(self) -> QPainterPath:
        """The curve; one that leads back runs below both cards."""
        path = QPainterPath(self.start)
        if not self.leads_back:
            bend = max(_LEAST_BEND, min(_MOST_BEND, (self.end.x() - self.start.x()) / 2))
            path.cubicTo(self.start + QPointF(bend, 0), self.end - QPointF(bend, 0), self.end)
            return path
        bend = _LEAST_BEND
        low = max(self.start.y(), self.end.y()) + _BELOW
        right = QPointF(self.start.x() - bend / 2, low)
        left = QPointF(self.end.x() + bend / 2, low)
        path.cubicTo(self.start + QPointF(bend, 0), QPointF(self.start.x() + bend, low), right)
        path.lineTo(left)
        path.cubicTo(QPointF(self.end.x() - bend, low), self.end - QPointF(bend, 0), self.end)
        return path

    def bounds(self) -> QRectF:
        """A rectangle that holds the curve."""
        below = _BELOW if self.leads_back else 0.0
        box = QRectF(self.start, self.end).normalized()
        return box.adjusted(-_LEAST_BEND, -6, _LEAST_BEND, 6 + below)


@dataclass(frozen=True)
class Frame:
    """The coloured frame round the scenes of a chapter."""

    title: str
    colour: str | None
    rect: QRectF


class Grid:
    """Buckets of ``CELL`` units: what lies near a rectangle, without looking at the rest."""

    def __init__(self) -> None:
        self._cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)

    def add(self, index: int, rect: QRectF) -> None:
        """Put the index into every cell that the rectangle touches."""
        for cell in self._touched(rect):
            self._cells[cell].append(index)

    def near(self, rect: QRectF) -> list[int]:
        """Indexes in the touched cells, ascending, each once."""
        cells = self._cells
        found: set[int] = set()
        for cell in self._touched(rect):
            if cell in cells:
                found.update(cells[cell])
        return sorted(found)

    @staticmethod
    def _touched(rect: QRectF) -> Iterable[tuple[int, int]]:
        for column in range(int(rect.left() // CELL), int(rect.right() // CELL) + 1):
            for line in range(int(rect.top() // CELL), int(rect.bottom() // CELL) + 1):
                yield column, line


class MapLayout:
    """The whole map of one story value; layouts of unchanged scenes are taken from ``before``."""

    def __init__(self, story: Story, language: str, before: MapLayout | None = None) -> None:
        self.story = story
        self.language = language
        reusable = before.by_id if before is not None and before.language == language else {}
        self.scenes: list[SceneLayout] = []
        self.by_id: dict[str, SceneLayout] = {}
        self.scene_grid = Grid()
        for index, scene in enumerate(story.scenes):
            old = reusable.get(scene.id)
            layout = old if old is not None and old.scene is scene else lay_out(scene, language)
            self.scenes.append(layout)
            self.by_id.setdefault(scene.id, layout)
            self.scene_grid.add(index, layout.rect)
        self.edges: list[Edge] = []
        self.edge_grid = Grid()
        for layout in self.scenes:
            for row in layout.rows:
                target = self.by_id.get(row.target) if row.target is not None else None
                if target is None:
                    continue
                edge = Edge(layout.scene.id, row, target.scene.id, row.port, target.entrance)
                self.edge_grid.add(len(self.edges), edge.bounds())
                self.edges.append(edge)
        self.frames = self._frames()
        self.bounds = self._bounds()

    def scenes_in(self, rect: QRectF) -> list[SceneLayout]:
        """The cards that touch the rectangle, in the story's order (later ones lie on top)."""
        near = (self.scenes[index] for index in self.scene_grid.near(rect))
        return [layout for layout in near if layout.rect.intersects(rect)]

    def edges_in(self, rect: QRectF) -> list[Edge]:
        """The curves whose bounds touch the rectangle."""
        near = (self.edges[index] for index in self.edge_grid.near(rect))
        return [edge for edge in near if edge.bounds().intersects(rect)]

    def scene_at(self, point: QPointF) -> SceneLayout | None:
        """The topmost card under the point."""
        probe = QRectF(point.x(), point.y(), 1, 1)
        hits = [each for each in self.scenes_in(probe) if each.rect.contains(point)]
        return hits[-1] if hits else None

    def _frames(self) -> list[Frame]:
        bounds: dict[str, QRectF] = {}
        for layout in self.scenes:
            chapter = layout.scene.chapter
            if chapter is not None:
                bounds[chapter] = bounds.get(chapter, QRectF()).united(layout.rect)
        margin = FRAME_MARGIN
        return [
            Frame(
                in_language(chapter.title, self.language, chapter.id),
                chapter.colour,
                bounds[chapter.id].adjusted(-margin, -margin - FRAME_TITLE, margin, margin),
            )
            for chapter in self.story.chapters
            if chapter.id in bounds
        ]

    def _bounds(self) -> QRectF:
        whole = QRectF()
        for layout in self.scenes:
            whole = whole.united(layout.rect)
        for frame in self.frames:
            whole = whole.united(frame.rect)
        return whole


def lay_out(scene: Scene, language: str) -> SceneLayout:
    """The card of one scene, its rows and ports."""
    x, y = float(scene.position.x), float(scene.position.y)
    top = y + TITLE_HEIGHT + PICTURE_HEIGHT + FOOT_HEIGHT

    def port(index: int) -> QPointF:
        return QPointF(x + CARD_WIDTH, top + ROW_HEIGHT * (index + 0.5))

    rows: tuple[Row, ...] = ()
    match scene.then:
        case Decision(choices=choices):
            rows = tuple(
                Row(
                    in_language(choice.text, language, choice.id),
                    choice.target,
                    port(index),
                    choice.id,
                    choice.verdict or "neutral",
                    choice.condition is not None,
                )
                for index, choice in enumerate(choices)
            )
        case Next(target=target, branches=branches):
            rows = tuple(
                Row("", branch.target, port(index), conditional=True)
                for index, branch in enumerate(branches)
            )
            if target is not None or not branches:
                rows = (*rows, Row("", target, port(len(branches))))
        case _:
            pass
    height = TITLE_HEIGHT + PICTURE_HEIGHT + FOOT_HEIGHT + ROW_HEIGHT * len(rows)
    if rows:
        height += 6
    return SceneLayout(
        scene,
        QRectF(x, y, CARD_WIDTH, height),
        rows,
        in_language(scene.title, language, scene.id),
    )
