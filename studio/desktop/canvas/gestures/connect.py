"""Drawing a way from a port: onto a scene it connects, onto empty ground it makes a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studio.desktop.canvas.gestures.base import Gesture, Modifiers
from studio.desktop.canvas.shapes import CARD_WIDTH, TITLE_HEIGHT, Card, Edge, Row
from studio.desktop.canvas.words import translate
from studio.story import edits
from studio.story.edits import Port
from studio.story.model import Story

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView


class Connect(Gesture):
    """From a port of a card; ``port`` None draws one more choice out of the card."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(
        self, view: MapView, start: QPointF, card: Card, port: Port | None, origin: QPointF
    ) -> None:
        super().__init__(view, start)
        self.card, self.port, self._origin = card, port, origin

    @property
    def aim(self) -> Card | None:
        """The scene under the pointer, if the way may lead to it."""
        card = self.view.layout_of_map.card_at(self.at)
        return None if card is None or card.key == self.card.key else card

    def drop(self, modifiers: Modifiers) -> None:
        """Connect, or ask for the title of a new scene; dropped on its own card it is given up."""
        view, aim = self.view, self.aim
        if aim is not None:
            label = (
                translate("MapEdits", "Connect")
                if self.port is not None
                else translate("MapEdits", "Add choice")
            )
            view.apply(self.connected(view.story, aim.scene.id), label)
            return
        if self.card.rect.contains(self.at) or view.layout_of_map.frame_at(self.at) is not None:
            return
        place = self.at - QPointF(0, TITLE_HEIGHT / 2)
        view.editing.name_new_scene(place, self.connected, self.card)

    def connected(self, story: Story, target: str) -> Story:
        """The story with the way led to the scene."""
        if self.port is None:
            return edits.connect_new_choice(story, self.card.scene.id, target)
        return edits.connect(story, self.port, target)

    def paint(self, painter: QPainter) -> None:
        """The curve to the pointer, and a ring round the scene it would lead to."""
        theme, zoom = self.view.theme, self.view.camera.zoom
        accent = QColor(theme.accent)
        aim, end = self.aim, self.at
        if aim is not None:
            end = QPointF(aim.x, aim.y + TITLE_HEIGHT / 2)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(accent, 4))
            painter.drawRoundedRect(aim.rect.adjusted(-3, -3, 3, 3), 12, 12)
        elif not self.card.rect.contains(self.at):
            paint_ghost(painter, self.view, self.at - QPointF(0, TITLE_HEIGHT / 2))
        paint_way(painter, self.view, self._origin, end)
        painter.setPen(QPen(QColor(theme.card), 2 / zoom))
        painter.setBrush(accent)
        painter.drawEllipse(self._origin, 7, 7)


class Reconnect(Connect):
    """Drags the end of a way to another scene; onto empty ground it makes a new one there."""

    def __init__(self, view: MapView, start: QPointF, card: Card, edge: Edge) -> None:
        super().__init__(view, start, card, edge.port, QPointF(*edge.start))


def paint_way(painter: QPainter, view: MapView, start: QPointF, end: QPointF) -> None:
    """A way that is being drawn."""
    row = Row(Port(""), "", None, 0)
    low = max(start.y(), end.y()) + 60
    edge = Edge(row.port, row, "", "", (start.x(), start.y()), (end.x(), end.y()), low)
    visible = view.camera.visible
    accent = QColor(view.theme.accent)
    view.renderer.painter.edge(painter, edge, visible, view.camera.zoom, accent, 2.6)


def paint_ghost(painter: QPainter, view: MapView, corner: QPointF) -> None:
    """Where a new scene would lie."""
    accent = QColor(view.theme.accent)
    fill = QColor(accent)
    fill.setAlpha(28)
    painter.setPen(QPen(accent, 1.6, Qt.PenStyle.DashLine))
    painter.setBrush(fill)
    painter.drawRoundedRect(corner.x(), corner.y(), CARD_WIDTH, 172, 10, 10)
