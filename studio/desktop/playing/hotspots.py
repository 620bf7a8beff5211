"""The regions of the picture that are choices, drawn over the clip and clicked there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QGraphicsEllipseItem, QGraphicsRectItem

from studio.desktop.language import in_language
from studio.desktop.playing.screen import ClipScreen
from studio.story.model import Area, Choice

_LINE = QColor("#ffd54a")
_FILL = QColor(255, 213, 74, 46)


def place_of(area: Area, frame: QRectF) -> QRectF:
    """The rectangle of the area in the frame."""
    width, height = frame.width(), frame.height()
    return QRectF(
        area.x * width, area.y * height, area.width * width, area.height * height
    ).translated(frame.topLeft())


def area_of(place: QRectF, frame: QRectF, shape: str) -> Area:
    """The area of a rectangle in the frame, kept inside it, with fractions of four digits."""
    inside = place.normalized().intersected(frame)

    def part(length: float, whole: float) -> float:
        return round(min(1.0, max(0.0, length / whole)), 4)

    return Area(
        x=part(inside.left() - frame.left(), frame.width()),
        y=part(inside.top() - frame.top(), frame.height()),
        width=part(inside.width(), frame.width()),
        height=part(inside.height(), frame.height()),
        shape="ellipse" if shape == "ellipse" else "rectangle",
    )


class Hotspots:
    """The hotspots on one screen."""

    def __init__(self, screen: ClipScreen) -> None:
        self._screen = screen
        self._items: list[QGraphicsEllipseItem | QGraphicsRectItem] = []
        self._choices: list[Choice] = []

    def show(self, choices: Sequence[Choice], seconds: float, language: str) -> None:
        """Draw those of the choices that can be clicked at this time of the clip."""
        wanted = [each for each in choices if is_there(each, seconds)]
        if [id(each) for each in wanted] == [id(each) for each in self._choices]:
            return
        for item in self._items:
            self._screen.scene().removeItem(item)
        self._items, self._choices = [], wanted
        for choice in wanted:
            assert choice.region is not None
            place = place_of(choice.region.area, self._screen.frame)
            ellipse = choice.region.area.shape == "ellipse"
            item = QGraphicsEllipseItem(place) if ellipse else QGraphicsRectItem(place)
            pen = QPen(_LINE, 3)
            pen.setCosmetic(True)
            item.setPen(pen)
            item.setBrush(_FILL)
            item.setToolTip(in_language(choice.text, language, choice.id))
            item.setCursor(Qt.CursorShape.PointingHandCursor)
            item.setZValue(1)
            self._screen.scene().addItem(item)
            self._items.append(item)

    def at(self, point: QPointF) -> Choice | None:
        """The choice at this point of the frame, the last drawn first."""
        for item, choice in zip(reversed(self._items), reversed(self._choices), strict=True):
            if item.contains(point):
                return choice
        return None


def is_there(choice: Choice, seconds: float) -> bool:
    """Whether the choice's region can be clicked at this time of the clip."""
    region = choice.region
    if region is None:
        return False
    return seconds >= region.opens and (region.closes is None or seconds <= region.closes)
