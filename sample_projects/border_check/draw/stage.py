"""Puts layers, people and camera together into frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QRadialGradient

from draw import places, rooms
from draw.figures import figure
from draw.screenplay import Actor, Shot

FRAME_RATE = 25
MARGIN = 150
SHARPNESS = 1.15
Painting = Callable[[QPainter], None]


class Speech(Protocol):
    """What the stage needs to know of a spoken line."""

    speaker: str
    start: float
    end: float
    openings: list[int]


PLACES: dict[str, tuple[list[tuple[float, Painting]], list[tuple[float, Painting]]]] = {
    f"crossing_{hour}": (
        [(0.35, partial(places.sky, hour=hour)), (0.8, partial(places.crossing, hour=hour))],
        [],
    )
    for hour in ("dusk", "night", "dawn")
} | {
    "van_window": ([(0.7, rooms.van_window_back)], [(1.0, rooms.van_window_front)]),
    "van_inside": ([(0.8, rooms.van_inside)], [(1.15, rooms.van_inside_front)]),
    "van_door": ([(0.7, rooms.van_door)], []),
    "room": ([(0.7, rooms.room)], [(1.1, rooms.table)]),
    "room_call": ([(0.7, rooms.room)], [(1.1, rooms.table)]),
}


def _layer(paint: Painting) -> QImage:
    width, height = 1280 + 2 * MARGIN, 720 + 2 * MARGIN
    image = QImage(
        round(width * SHARPNESS),
        round(height * SHARPNESS),
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(SHARPNESS, SHARPNESS)
    painter.translate(MARGIN, MARGIN)
    paint(painter)
    painter.end()
    return image


def _sprite_of_minibus(leaving: bool) -> QImage:
    return _layer(lambda painter: places.minibus(painter, 640, 560, 1.12, leaving))


def _vignette() -> QImage:
    image = QImage(1280, 720, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    gradient = QRadialGradient(QPointF(640, 340), 860)
    gradient.setColorAt(0.6, QColor(16, 20, 34, 0))
    gradient.setColorAt(1, QColor(16, 20, 34, 120))
    painter = QPainter(image)
    painter.fillRect(image.rect(), gradient)
    painter.end()
    return image


def _ease(value: float) -> float:
    value = min(1.0, max(0.0, value))
    return value * value * (3 - 2 * value)


class Stage:
    """Draws the frames of one shot."""

    def __init__(self, shot: Shot, spoken: Sequence[Speech], seconds: float) -> None:
        """Paint the layers of the shot's place once."""
        self.shot = shot
        self.spoken = spoken
        self.seconds = seconds
        self.frames = round(seconds * FRAME_RATE)
        self.rest = max(line.end for line in spoken) + 0.2
        back, front = PLACES[shot.place]
        self.back = [(depth, _layer(paint)) for depth, paint in back]
        self.front = [(depth, _layer(paint)) for depth, paint in front]
        self.vignette = _vignette()
        self.bus: QImage | None = None
        if shot.scene in ("arrival", "ending_missed"):
            self.bus = _sprite_of_minibus(shot.scene == "ending_missed")
        self.bar = _layer(lambda p: places.barrier(p, shot.scene == "ending_missed"))

    def _enter(self, painter: QPainter, camera: tuple[float, float, float], depth: float) -> None:
        x, y, zoom = camera
        scale = 1 + (zoom - 1) * depth
        painter.translate(640, 360)
        painter.scale(scale, scale)
        painter.translate(-640 + x * depth, -360 - y * depth)

    def _draw_layer(
        self,
        painter: QPainter,
        image: QImage,
        camera: tuple[float, float, float],
        depth: float,
        shift: float = 0.0,
    ) -> None:
        painter.save()
        self._enter(painter, camera, depth)
        width, height = 1280 + 2 * MARGIN, 720 + 2 * MARGIN
        painter.drawImage(QRectF(-MARGIN + shift, -MARGIN, width, height), image)
        painter.restore()

    def _bus_place(self, time: float) -> float:
        if self.shot.scene == "arrival":
            return 820 * (1 - _ease(0.25 + time / 3.6)) - 120
        if self.shot.scene == "ending_missed":
            return 60 + 900 * max(0.0, (time - 0.6) / 9) ** 1.6
        return 0.0

    def _opening(self, actor: Actor, time: float) -> int:
        for line in self.spoken:
            if line.speaker == actor.name and line.start <= time < line.end:
                index = int((time - line.start) * FRAME_RATE)
                return line.openings[min(index, len(line.openings) - 1)]
        return 0

    def _draw_actor(
        self, painter: QPainter, actor: Actor, time: float, camera: tuple[float, float, float]
    ) -> None:
        seed = sum(map(ord, actor.name)) % 17
        blink = (time + seed * 0.41) % (3.1 + seed * 0.09) < 0.13
        gaze = actor.gaze
        near_driver = actor.name == "mira" and self.shot.place in ("van_inside", "van_door")
        if near_driver and (time + 0.8) % 4.2 < 1.3:
            gaze = (11.0 if not actor.mirrored else -11.0, -2.0)
        if self.shot.place == "room" and (time + 1.2) % 5 < 1.6:
            gaze = (-4.0, 16.0)
        opening = self._opening(actor, time)
        painter.save()
        self._enter(painter, camera, 1.0)
        size = actor.size
        image = figure(actor.name, round(size), actor.mood, opening, blink, gaze, actor.mirrored)
        place = QRectF(actor.x - size / 2, actor.y - size, size, size)
        painter.drawImage(place, image)
        painter.restore()

    def _draw_phone_waves(
        self, painter: QPainter, time: float, camera: tuple[float, float, float]
    ) -> None:
        speaking = any(
            line.speaker in ("interpreter", "consultant") and line.start <= time < line.end
            for line in self.spoken
        )
        if not speaking:
            return
        painter.save()
        self._enter(painter, camera, 1.1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for ring in range(3):
            phase = (time * 0.9 + ring / 3) % 1
            colour = QColor("#fff0cc")
            colour.setAlphaF(0.75 * (1 - phase))
            painter.setPen(QPen(colour, 5))
            radius = 40 + 70 * phase
            painter.drawArc(QRectF(310 - radius, 600 - radius, 2 * radius, 2 * radius), 720, 1440)
        painter.restore()

    def draw(self, number: int) -> QImage:
        """Frame ``number`` as a 1280x720 picture."""
        time = number / FRAME_RATE
        way = _ease(time / self.rest)
        start, end = self.shot.camera
        camera = (
            start[0] + (end[0] - start[0]) * way,
            start[1] + (end[1] - start[1]) * way,
            start[2] + (end[2] - start[2]) * way,
        )
        frame = QImage(1280, 720, QImage.Format.Format_RGB32)
        frame.fill(QColor("#1c2331"))
        painter = QPainter(frame)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for depth, image in self.back:
            self._draw_layer(painter, image, camera, depth)
        if self.bus is not None:
            self._draw_layer(painter, self.bar, camera, 0.8)
            self._draw_layer(painter, self.bus, camera, 0.9, self._bus_place(time))
        for actor in self.shot.actors:
            self._draw_actor(painter, actor, time, camera)
        for depth, image in self.front:
            self._draw_layer(painter, image, camera, depth)
        self._draw_phone_waves(painter, time, camera)
        painter.drawImage(0, 0, self.vignette)
        painter.end()
        return frame
