"""People: CC0 Open Peeps figures with faces, uniforms and lip movements of our own."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

FIGURES = Path(__file__).parent / "characters"
VIEW = 704.0
INKS = {
    "kamil": "#20262c",
    "driver": "#231f22",
    "mira": "#40261f",
    "anton": "#262225",
    "lidia": "#34302f",
    "petro": "#2b2430",
}


@dataclass(frozen=True)
class Mood:
    """How a face rests: brow ends (up is negative), mouth curve, how open the eyes are."""

    brow_outer: float
    brow_inner: float
    curve: float
    eye: float


MOODS = {
    "neutral": Mood(0, 0, 2, 1.0),
    "smile": Mood(-4, -6, 16, 0.95),
    "soft": Mood(4, -8, 3, 0.95),
    "calm": Mood(0, -6, 12, 0.95),
    "worried": Mood(9, -15, -9, 1.0),
    "tired": Mood(8, -5, -7, 0.72),
    "stern": Mood(-7, 9, -4, 0.8),
}


def _pen(colour: str, width: float) -> QPen:
    return QPen(
        QColor(colour),
        width,
        Qt.PenStyle.SolidLine,
        Qt.PenCapStyle.RoundCap,
        Qt.PenJoinStyle.RoundJoin,
    )


def _eyes(painter: QPainter, ink: str, mood: Mood, blink: bool, gaze: tuple[float, float]) -> None:
    for x, y in ((412.0, 374.0), (545.0, 370.0)):
        place = QPointF(x + gaze[0], y + gaze[1] * 0.5)
        if blink:
            painter.setPen(_pen(ink, 9))
            path = QPainterPath(place + QPointF(-19, 0))
            path.quadTo(place + QPointF(0, 14), place + QPointF(19, 0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#fbf4ea"))
        painter.drawEllipse(QPointF(x + 1, y), 24, 18 * mood.eye)
        painter.setBrush(QColor(ink))
        painter.drawEllipse(place, 13, min(15.0, 17 * mood.eye))
        painter.setBrush(QColor("#ffffff"))
        painter.drawEllipse(place + QPointF(4, -5), 3.6, 3.6)
        painter.setPen(_pen(ink, 8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        lid = QPainterPath(QPointF(x - 26, y - 8 * mood.eye))
        lid.quadTo(QPointF(x, y - 28 * mood.eye), QPointF(x + 28, y - 7 * mood.eye))
        painter.drawPath(lid)


def _brows(painter: QPainter, ink: str, mood: Mood) -> None:
    painter.setPen(_pen(ink, 11))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for outer, inner in ((380.0, 446.0), (580.0, 520.0)):
        path = QPainterPath(QPointF(outer, 327 + mood.brow_outer))
        path.quadTo(QPointF((outer + inner) / 2, 312), QPointF(inner, 324 + mood.brow_inner))
        painter.drawPath(path)


def _mouth(painter: QPainter, ink: str, mood: Mood, opening: int) -> None:
    if opening == 0:
        painter.setPen(_pen(ink, 9))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        path = QPainterPath(QPointF(449, 484 - mood.curve * 0.4))
        path.quadTo(QPointF(486, 486 + mood.curve), QPointF(522, 480 - mood.curve * 0.4))
        painter.drawPath(path)
        return
    height = (0.0, 9.0, 16.0, 23.0)[opening]
    width = (0.0, 33.0, 32.0, 28.0)[opening]
    shape = QPainterPath()
    shape.addEllipse(QPointF(486, 485 + height * 0.25), width, height)
    painter.setPen(_pen(ink, 8))
    painter.setBrush(QColor("#6b2f2e"))
    painter.drawPath(shape)
    if opening > 1:
        painter.setClipPath(shape)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#f7efe4"))
        painter.drawRect(QRectF(452, 485 - height, 70, height * 0.55))
        painter.setBrush(QColor("#c9736a"))
        painter.drawEllipse(QPointF(486, 485 + height * 1.1), width * 0.7, height * 0.6)
        painter.setClipping(False)


def _face(
    painter: QPainter,
    name: str,
    mood: Mood,
    opening: int,
    blink: bool,
    gaze: tuple[float, float],
) -> None:
    ink = INKS[name]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(190, 80, 60, 38))
    painter.drawEllipse(QPointF(398, 440), 34, 22)
    _eyes(painter, ink, mood, blink, gaze)
    _brows(painter, ink, mood)
    painter.setPen(_pen(ink, 9))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    nose = QPainterPath(QPointF(501, 384))
    nose.quadTo(QPointF(540, 428), QPointF(497, 427))
    painter.drawPath(nose)
    _mouth(painter, ink, mood, opening)


def _uniform(painter: QPainter) -> None:
    """The border guard's green: beret, collar, epaulettes and a name tape."""
    ink = INKS["kamil"]
    painter.setPen(_pen(ink, 11))
    painter.setBrush(QColor("#3f6b4d"))
    beret = QPainterPath(QPointF(296, 268))
    beret.cubicTo(QPointF(240, 180), QPointF(330, 92), QPointF(452, 96))
    beret.cubicTo(QPointF(560, 92), QPointF(640, 150), QPointF(594, 236))
    beret.cubicTo(QPointF(500, 196), QPointF(390, 208), QPointF(296, 268))
    painter.drawPath(beret)
    painter.setPen(_pen("#26332b", 14))
    band = QPainterPath(QPointF(300, 270))
    band.cubicTo(QPointF(390, 212), QPointF(500, 200), QPointF(592, 240))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(band)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#e9dcb4"))
    painter.drawEllipse(QPointF(536, 178), 17, 20)
    painter.setPen(_pen(ink, 8))
    painter.setBrush(QColor("#3f5a47"))
    for sign, x in ((1, 150), (-1, 580)):
        painter.save()
        painter.translate(x, 628)
        painter.rotate(-28 * sign)
        painter.drawRoundedRect(QRectF(-52, -15, 104, 30), 8, 8)
        painter.setBrush(QColor("#e9dcb4"))
        painter.drawEllipse(QPointF(-18, 0), 5, 5)
        painter.drawEllipse(QPointF(8, 0), 5, 5)
        painter.setBrush(QColor("#3f5a47"))
        painter.restore()


def _jacket(painter: QPainter) -> None:
    """The driver's work jacket: an open collar over the shirt."""
    painter.setPen(_pen(INKS["driver"], 9))
    painter.setBrush(QColor("#5d6880"))
    for points in (
        ((258, 566), (300, 640), (250, 704), (210, 704), (205, 600)),
        ((470, 590), (452, 650), (490, 704), (530, 704), (530, 610)),
    ):
        path = QPainterPath(QPointF(*points[0]))
        for point in points[1:]:
            path.lineTo(QPointF(*point))
        path.closeSubpath()
        painter.drawPath(path)


@cache
def figure(
    name: str,
    size: int,
    mood: str,
    opening: int,
    blink: bool,
    gaze: tuple[float, float],
    mirrored: bool,
) -> QImage:
    """One state of a person as a picture of ``size`` logical pixels, drawn at 1.3x."""
    pixels = round(size * 1.3)
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(pixels / VIEW, pixels / VIEW)
    if mirrored:
        painter.translate(VIEW, 0)
        painter.scale(-1, 1)
    QSvgRenderer(str(FIGURES / f"{name}.svg")).render(painter, QRectF(0, 0, VIEW, VIEW))
    if name == "kamil":
        _uniform(painter)
    if name == "driver":
        _jacket(painter)
    look = (-gaze[0], gaze[1]) if mirrored else gaze
    _face(painter, name, MOODS[mood], opening, blink, look)
    painter.end()
    return image
