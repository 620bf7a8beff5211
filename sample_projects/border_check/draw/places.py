"""Places outside: the border crossing at three times of day, and the minibus."""

from __future__ import annotations

import random

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
    QRadialGradient,
)

from draw import palette as c


def box(painter: QPainter, x: float, y: float, w: float, h: float, fill: str, r: float = 0) -> None:
    """A filled rectangle without outline."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(x, y, w, h), r, r)


def inked(
    painter: QPainter,
    x: float,
    y: float,
    w: float,
    h: float,
    fill: str,
    r: float = 6,
    pen: float = 4,
) -> None:
    """A filled rectangle with the film's ink line."""
    painter.setPen(QPen(QColor(c.INK), pen))
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(QRectF(x, y, w, h), r, r)


def label(painter: QPainter, area: QRectF, text: str, size: int, colour: str = c.CREAM) -> None:
    """Lettering of a sign or document."""
    font = QFont("Noto Sans", size)
    font.setBold(True)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)


def glow(painter: QPainter, x: float, y: float, radius: float, colour: str, alpha: int) -> None:
    """Soft light around a lamp."""
    gradient = QRadialGradient(QPointF(x, y), radius)
    inner = QColor(colour)
    inner.setAlpha(alpha)
    outer = QColor(colour)
    outer.setAlpha(0)
    gradient.setColorAt(0, inner)
    gradient.setColorAt(1, outer)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(gradient)
    painter.drawEllipse(QPointF(x, y), radius, radius)


def sky(painter: QPainter, hour: str) -> None:
    """Sky, a far forest and fields."""
    gradient = QLinearGradient(0, -100, 0, 470)
    for index, colour in enumerate(c.SKIES[hour]):
        gradient.setColorAt(index / 3, QColor(colour))
    painter.fillRect(QRectF(-160, -160, 1600, 1040), gradient)
    if hour == "dawn":
        glow(painter, 880, 400, 320, "#fff3d0", 220)
    if hour == "night":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(255, 255, 255, 110))
        stars = random.Random(4)
        for _ in range(60):
            painter.drawEllipse(
                QPointF(stars.uniform(-150, 1430), stars.uniform(-140, 260)), 1.3, 1.3
            )
    trees = random.Random(11)
    for base, height, fill in ((440, 70, "#3c4c6b"), (462, 46, "#2b3a55")):
        if hour == "dawn":
            fill = "#8fa39c" if height == 70 else "#6d8583"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRect(QRectF(-160, base - 10, 1600, 120))
        x = -160.0
        while x < 1440:
            tall = trees.uniform(0.5, 1.0) * height
            painter.drawPolygon(
                QPolygonF([QPointF(x, base), QPointF(x + 17, base - tall), QPointF(x + 34, base)])
            )
            x += trees.uniform(14, 26)


def crossing(painter: QPainter, hour: str) -> None:
    """The crossing: road, canopy with lamps, booth, barrier and signs."""
    ground = {"dawn": "#8b8f93", "dusk": c.ROAD, "night": "#242c42"}[hour]
    box(painter, -160, 478, 1600, 420, ground)
    box(painter, -160, 478, 1600, 7, "#2a3149" if hour != "dawn" else "#73787f")
    line = QColor("#e9dcc0")
    line.setAlpha(120)
    painter.setBrush(line)
    for x in range(-140, 1440, 190):
        painter.drawPolygon(
            QPolygonF(
                [QPointF(x, 640), QPointF(x + 96, 640), QPointF(x + 84, 650), QPointF(x - 14, 650)]
            )
        )
    for x in (170, 1120):
        inked(painter, x, 150, 22, 340, "#4b5670", 2)
    inked(painter, -180, 96, 1640, 62, "#2c3856", 2)
    box(painter, -180, 148, 1640, 9, "#e9dcc0")
    for x in (80, 350, 620, 890, 1160):
        box(painter, x, 158, 92, 9, c.LAMP, 3)
        if hour != "dawn":
            light = QLinearGradient(0, 160, 0, 480)
            light.setColorAt(0, QColor(255, 213, 138, 70))
            light.setColorAt(1, QColor(255, 213, 138, 0))
            painter.setBrush(light)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawPolygon(
                QPolygonF(
                    [
                        QPointF(x, 166),
                        QPointF(x + 92, 166),
                        QPointF(x + 220, 480),
                        QPointF(x - 128, 480),
                    ]
                )
            )
    inked(painter, 420, 104, 330, 44, "#31588f", 5, 3)
    label(painter, QRectF(420, 104, 330, 44), "RZECZPOSPOLITA POLSKA", 15)
    inked(painter, 22, 286, 150, 206, "#5c6b7d", 4)
    inked(painter, 8, 270, 178, 22, "#38445c", 3)
    inked(painter, 38, 312, 118, 84, c.LAMP, 4)
    box(painter, 94, 312, 5, 84, c.INK)
    glow(painter, 97, 354, 150, c.LAMP, 80 if hour != "dawn" else 25)
    inked(painter, 30, 412, 134, 34, "#3f6b4d", 3, 3)
    label(painter, QRectF(30, 412, 134, 34), "STRAŻ GRANICZNA", 9)


def barrier(painter: QPainter, raised: bool) -> None:
    """The red and white bar."""
    inked(painter, 214, 424, 30, 70, "#4b5670", 3)
    painter.save()
    painter.translate(229, 436)
    painter.rotate(-62 if raised else 0)
    for index in range(9):
        box(painter, index * 30, -7, 30, 14, "#c6564a" if index % 2 == 0 else c.CREAM)
    painter.restore()


def minibus(painter: QPainter, x: float, y: float, scale: float, leaving: bool = False) -> None:
    """The minibus from the side; ``x, y`` is the road under its front wheel side."""
    painter.save()
    painter.translate(x, y)
    painter.scale(-scale if leaving else scale, scale)
    glow(painter, 0, 8, 240, "#000000", 60)
    ink = QPen(QColor(c.INK), 5)
    painter.setPen(ink)
    painter.setBrush(QColor(c.VAN))
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(*point)
                for point in (
                    (-262, -30),
                    (-262, -112),
                    (-196, -128),
                    (-150, -206),
                    (240, -210),
                    (256, -196),
                    (258, -30),
                )
            ]
        )
    )
    box(painter, -260, -66, 517, 34, c.VAN_SHADE)
    painter.setPen(ink)
    painter.setBrush(QColor("#2e3d5c"))
    painter.drawPolygon(
        QPolygonF(
            [QPointF(-184, -126), QPointF(-142, -192), QPointF(-84, -192), QPointF(-84, -126)]
        )
    )
    for index in range(3):
        left = -64 + index * 104
        inked(painter, left, -192, 90, 66, "#34466a", 6)
        box(painter, left + 5, -187, 80, 56, "#c99a6a", 4)
        painter.setBrush(QColor("#2b3350"))
        painter.drawEllipse(QPointF(left + 44, -158), 15, 18)
        painter.drawRoundedRect(QRectF(left + 20, -144, 50, 16), 9, 9)
    painter.setPen(QPen(QColor(c.INK), 3))
    painter.drawLine(QPointF(-74, -200), QPointF(-74, -34))
    painter.drawLine(QPointF(140, -120), QPointF(140, -34))
    for wheel in (-168, 160):
        painter.setPen(ink)
        painter.setBrush(QColor("#252b3b"))
        painter.drawEllipse(QPointF(wheel, -26), 40, 40)
        painter.setBrush(QColor(c.STEEL))
        painter.drawEllipse(QPointF(wheel, -26), 17, 17)
    box(painter, -262, -98, 22, 20, "#fff1c4", 4)
    box(painter, 244, -110, 14, 40, "#c6564a", 3)
    glow(painter, -262, -88, 90, "#fff1c4", 190)
    if leaving:
        glow(painter, 252, -90, 90, "#e0604f", 200)
    painter.restore()
