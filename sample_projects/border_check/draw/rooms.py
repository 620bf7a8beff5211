"""Places near and inside: the minibus window, its cabin, its open door, the interview room."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from draw import palette as c
from draw.places import box, crossing, glow, inked, label, sky


def van_window_front(painter: QPainter) -> None:
    """The side of the minibus close by, with the driver's window left open (transparent)."""
    body = QLinearGradient(0, 0, 0, 720)
    body.setColorAt(0, QColor("#e4e7ec"))
    body.setColorAt(1, QColor("#a3adbe"))
    windows = QPainterPath()
    windows.addRoundedRect(QRectF(140, 75, 575, 480), 34, 34)
    windows.addRoundedRect(QRectF(810, 75, 430, 480), 30, 30)
    side = QPainterPath()
    side.addRect(QRectF(-160, -160, 1600, 1045))
    painter.fillPath(side - windows, body)
    painter.setPen(QPen(QColor(c.INK), 7))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(windows)
    painter.setPen(QPen(QColor(c.INK), 5))
    painter.drawLine(QPointF(762, -160), QPointF(762, 880))
    box(painter, -160, 560, 1600, 10, "#7f8a9f")
    box(painter, -160, 662, 1600, 26, "#8792a6")
    inked(painter, 640, 592, 84, 24, "#5a657c", 10)
    inked(painter, 800, 592, 84, 24, "#5a657c", 10)
    inked(painter, 30, 470, 90, 120, "#4a566d", 18)
    box(painter, 42, 482, 66, 96, "#8fa5c4", 12)


def van_window_back(painter: QPainter) -> None:
    """What is seen through the windows: the dark cab; a passenger's silhouette behind."""
    sky(painter, "dusk")
    box(painter, 130, 60, 600, 520, "#33415f")
    box(painter, 130, 60, 600, 170, "#43547a")
    box(painter, 800, 60, 450, 520, "#2a3550")
    glow(painter, 470, 110, 330, c.ROSE, 90)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1d2640"))
    for x, y in ((930, 330), (1110, 350)):
        painter.drawEllipse(QPointF(x, y), 62, 72)
        painter.drawRoundedRect(QRectF(x - 98, y + 60, 196, 220), 80, 80)
    inked(painter, 210, 330, 92, 260, "#28324b", 30)


def van_inside(painter: QPainter) -> None:
    """The cabin seen from the sliding door: four seats, windows behind, dusk outside."""
    box(painter, -160, -160, 1600, 1040, "#47566f")
    for x in (90, 520, 950):
        outside = QLinearGradient(0, 90, 0, 330)
        outside.setColorAt(0, QColor(c.DUSK))
        outside.setColorAt(0.7, QColor(c.ROSE))
        outside.setColorAt(1, QColor(c.SAND))
        painter.setPen(QPen(QColor(c.INK), 6))
        painter.setBrush(outside)
        painter.drawRoundedRect(QRectF(x, 70, 330, 250), 26, 26)
        box(painter, x + 4, 280, 322, 36, "#33435f")
    box(painter, -160, -160, 1600, 190, "#39465f")
    box(painter, -160, 24, 1600, 8, c.INK)
    inked(painter, 560, 34, 160, 18, c.LAMP, 8, 3)
    glow(painter, 640, 60, 420, c.LAMP, 70)
    for x in (208, 486, 764, 1044):
        inked(painter, x - 62, 176, 124, 84, "#3b5a66", 26, 5)
        inked(painter, x - 120, 236, 240, 330, "#4f7480", 40, 5)
    box(painter, -160, 560, 1600, 330, "#3a475f")


def van_inside_front(painter: QPainter) -> None:
    """The ledge in front of the seats with what can be noticed on it."""
    inked(painter, -170, 512, 1640, 380, "#33405a", 4, 6)
    box(painter, -170, 515, 1640, 14, "#5c6c88")
    painter.save()
    painter.translate(186, 608)
    painter.rotate(-5)
    inked(painter, -112, -54, 224, 118, "#cfa873", 4)
    for index, x in enumerate((-70, -30, 10, 50)):
        inked(
            painter, x - 22, -84 - 5 * (index % 2), 50, 62, ("#7a2f3a", "#2f4a7a")[index % 2], 4, 3
        )
        painter.setPen(QPen(QColor("#e5c873"), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(x + 3, -60 - 5 * (index % 2)), 8, 8)
    inked(painter, -112, -28, 224, 92, "#dcb883", 4)
    painter.drawLine(QPointF(-112, -28), QPointF(0, 26))
    painter.drawLine(QPointF(112, -28), QPointF(0, 26))
    painter.restore()
    bag = QColor("#dfe9ee")
    bag.setAlpha(215)
    for x, y, turn in ((452, 604, -14), (498, 618, 8), (532, 600, 20), (478, 640, -4)):
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn)
        inked(painter, -20, -38, 40, 76, "#20283a", 7, 3)
        box(painter, -15, -30, 30, 56, "#58759c", 3)
        painter.restore()
    bag.setAlpha(95)
    painter.setPen(QPen(QColor(c.CREAM), 4))
    painter.setBrush(bag)
    painter.drawPolygon(
        QPolygonF(
            [
                QPointF(*point)
                for point in (
                    (408, 556),
                    (470, 570),
                    (496, 540),
                    (530, 568),
                    (590, 552),
                    (602, 686),
                    (398, 688),
                )
            ]
        )
    )
    painter.save()
    painter.translate(800, 618)
    painter.rotate(4)
    inked(painter, -104, -66, 208, 138, "#f8f1df", 5)
    box(painter, -100, -62, 200, 22, c.RUST)
    for row, (name, amount) in enumerate(
        (("Mira", "2000 €"), ("Anton", "1800 €"), ("Lidia", "2000 €"), ("Petro", "1900 €"))
    ):
        top = -36 + row * 25
        label(painter, QRectF(-96, top, 90, 24), name, 12, "#2f3850")
        label(painter, QRectF(6, top, 92, 24), amount, 12, "#8a2f2a")
        box(painter, -94, top + 24, 188, 2, "#c7bda5")
    painter.restore()
    for x in (1012, 1092, 1172):
        inked(painter, x - 34, 584, 68, 84, "#5f7c6f", 10)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(c.INK), 5))
        painter.drawArc(QRectF(x - 18, 560, 36, 50), 0, 180 * 16)
        box(painter, x - 22, 620, 44, 5, "#d9c99a")


def van_door(painter: QPainter) -> None:
    """By the open sliding door: warm cabin on the left, the crossing on the right."""
    sky(painter, "dusk")
    painter.save()
    painter.translate(520, 40)
    crossing(painter, "dusk")
    painter.restore()
    inked(painter, -180, -60, 880, 900, c.VAN, 30, 7)
    box(painter, -180, 600, 876, 40, c.VAN_SHADE)
    inked(painter, 90, 30, 470, 690, "#33415a", 30, 7)
    glow(painter, 320, 170, 330, c.LAMP, 120)
    inked(painter, 150, 250, 150, 300, "#4f7480", 34, 5)
    inked(painter, 350, 250, 150, 300, "#4f7480", 34, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#232c42"))
    painter.drawEllipse(QPointF(226, 262), 46, 54)
    painter.drawRoundedRect(QRectF(156, 308, 140, 230), 56, 56)
    inked(painter, 590, 70, 96, 220, "#34466a", 16, 6)


def room(painter: QPainter) -> None:
    """The interview room: lamp light, a window to the dusk, a help-line poster."""
    wall = QLinearGradient(0, 0, 1280, 500)
    wall.setColorAt(0, QColor("#d9c7a8"))
    wall.setColorAt(1, QColor("#c4b59d"))
    painter.fillRect(QRectF(-160, -160, 1600, 1040), wall)
    box(painter, -160, 400, 1600, 480, "#8fa39a")
    box(painter, -160, 396, 1600, 8, "#6f827a")
    inked(painter, 60, 60, 300, 270, "#33456b", 6, 6)
    evening = QLinearGradient(0, 60, 0, 330)
    for index, colour in enumerate(c.SKIES["dusk"]):
        evening.setColorAt(index / 3, QColor(colour))
    painter.setBrush(evening)
    painter.drawRoundedRect(QRectF(68, 68, 284, 254), 4, 4)
    for y in range(84, 320, 26):
        box(painter, 68, y, 284, 5, "#efe5d0")
    box(painter, 207, 68, 6, 254, c.CREAM)
    inked(painter, 1010, 76, 178, 236, c.CREAM, 4, 5)
    box(painter, 1013, 79, 172, 58, "#3f6b6b")
    label(painter, QRectF(1012, 80, 174, 56), "KCIK", 24)
    label(painter, QRectF(1012, 146, 174, 40), "24 h", 20, c.RUST)
    label(painter, QRectF(1012, 186, 174, 36), "+48 22", 17, c.INK)
    label(painter, QRectF(1012, 218, 174, 36), "628 01 20", 19, c.INK)
    for y in (268, 282):
        box(painter, 1040, y, 118, 5, "#b9b3a2", 2)
    painter.setPen(QPen(QColor(c.INK), 5))
    painter.setBrush(QColor("#4d7a5e"))
    for x, y, rx, ry, turn in (
        (468, 330, 22, 62, -24),
        (508, 318, 24, 74, 4),
        (548, 336, 20, 58, 26),
    ):
        painter.save()
        painter.translate(x, y)
        painter.rotate(turn)
        painter.drawEllipse(QPointF(0, 0), rx, ry)
        painter.restore()
    inked(painter, 466, 380, 84, 76, c.RUST, 10, 5)
    glow(painter, 690, 200, 520, "#ffe2ae", 90)


def table(painter: QPainter) -> None:
    """The table in front: phone, water, tissues, a form; nothing between the people."""
    inked(painter, -180, 540, 1640, 380, "#a9744f", 8, 6)
    box(painter, -180, 544, 1640, 16, "#c08a60")
    inked(painter, 250, 590, 120, 70, "#20283a", 12, 5)
    box(painter, 262, 600, 96, 50, "#4c6d8f", 6)
    glass = QColor("#dcecf2")
    glass.setAlpha(190)
    painter.setPen(QPen(QColor(c.INK), 4))
    painter.setBrush(glass)
    painter.drawPolygon(
        QPolygonF([QPointF(880, 510), QPointF(940, 510), QPointF(932, 610), QPointF(888, 610)])
    )
    box(painter, 887, 548, 46, 58, "#a8cfe0", 4)
    inked(painter, 1010, 560, 128, 62, "#7f9fae", 8, 4)
    box(painter, 1046, 546, 54, 24, c.CREAM, 8)
    inked(painter, 540, 608, 170, 92, "#faf5e8", 3, 4)
    for y in (628, 644, 660, 676):
        box(painter, 560, y, 120, 4, "#b6b09f", 2)
