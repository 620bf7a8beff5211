"""How fluid the map is: seconds and megabytes at 200, 1,000, 5,000 and 10,000 scenes.

Frames are painted into a real widget of 1280 × 800 pixels on Qt's offscreen platform, without a
graphics card; a frame's time is the processor time of the process, with the layout that large
stories get in a thread of its own, from the event to the end of painting. The reference, run in
the same call, is a QGraphicsScene with one item per scene and one per connection, which paints
less on each card than ours.
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parent))

from harness import Figure, apart, run

SIZE = (1280, 800)


def large_story(count: int):
    """``count`` scenes with one and a half times as many connections, in chapters of forty."""
    from msgspec.structs import replace

    from studio.story.model import (
        Card,
        Chapter,
        Choice,
        Decision,
        Ending,
        Next,
        Position,
        Scene,
        new_story,
    )

    lines = max(5, round((count / 1.6) ** 0.5))
    scenes = []
    for number in range(count):
        column, line = divmod(number, lines)
        onward = [(number + lines + number % 3 - 1) % count]
        if number % 2 == 0:
            onward.append((number + 1) % count)
        if number % 41 == 0:
            onward[-1] = (number + count // 3) % count
        if number % 29 == 28:
            onward[0] = max(0, number - 3 * lines)
        targets = [f"scene_{each}" for each in onward]
        if number % 97 == 96:
            then = Ending(outcome=("success", "partial", "failure")[number % 3])
        elif len(targets) == 1:
            then = Next(target=targets[0])
        else:
            then = Decision(
                choices=tuple(
                    Choice(
                        id=f"choice_{n}",
                        text={"en": f"Ask the traveller question {n} of {number}"},
                        verdict=("right", "wrong")[n % 2],
                        target=target,
                    )
                    for n, target in enumerate(targets)
                )
            )
        scenes.append(
            Scene(
                id=f"scene_{number}",
                title={"en": f"Conversation {number} at the border"},
                position=Position(x=380 * column, y=320 * line),
                chapter=f"chapter_{number // 40}",
                card=Card(text={"en": "The driver holds every passport. Two women look away."}),
                then=then,
            )
        )
    chapters = tuple(
        Chapter(id=f"chapter_{number}", title={"en": f"Part {number}"})
        for number in range((count + 39) // 40)
    )
    story = new_story("large", {"en": "Large"}, ("en",))
    return replace(story, start="scene_0", scenes=tuple(scenes), chapters=chapters)


def measure_map(count: int, frames: int) -> dict[str, float]:
    """Our map, in a process of its own."""
    from PySide6.QtCore import QPointF
    from PySide6.QtWidgets import QApplication

    from studio.desktop.canvas.camera import Camera
    from studio.desktop.canvas.view import MapView
    from studio.desktop.theme import LIGHT, apply_theme
    from studio.story import edits

    application = QApplication([])
    apply_theme(application, LIGHT)
    Camera.animated = False
    story = large_story(count)
    view = MapView(LIGHT)
    view.resize(*SIZE)
    view.show()
    while not view.windowHandle().isExposed():
        application.processEvents()
    begin = time.process_time()
    view.show_story(story, "en")
    view.fit(at_once=True)
    view.repaint()
    made = {"open": time.process_time() - begin}

    def settle() -> None:
        view._settled()
        view.repaint()

    def frame(name: str, step: Callable[[int], object], count: int = frames) -> None:
        taken: list[float] = []
        for number in range(count):
            before = time.process_time()
            step(number)
            view.repaint()
            taken.append(time.process_time() - before)
        made[name] = statistics.median(taken)
        made[f"{name} p95"] = sorted(taken)[round(0.95 * (len(taken) - 1))]

    settle()
    frame("fit redrawn", lambda _: view.renderer.invalidate_picture(), min(20, frames))
    frame("fit cached", lambda _: None)
    middle = f"scene_{count // 2}"
    for name, zoom in (("1:1", 1.0), ("mid zoom", 0.35)):
        view.go_to(middle)
        view.select(None)
        view.camera.zoom_by(zoom / view.zoom)
        settle()
        frame(f"pan {name}", lambda n: view.camera.pan(QPointF(-23 if n % 40 < 20 else 23, -9)))
        settle()
        frame(f"drag {name}", dragging(view, middle))
        drop(view)
        settle()
    view.camera.zoom_by(1 / view.zoom)
    settle()

    def wheel(number: int) -> None:
        view.camera.zoom_by(0.94 if number % 40 < 20 else 1 / 0.94, QPointF(500, 300))

    frame("zoom 1:1 to 0.3", wheel)
    view.go_to(middle)
    settle()
    view.edited.connect(lambda story, _label: view.show_story(story, "en"))

    def edit(number: int) -> None:
        view.apply(edits.retitle_scene(view.story, middle, "en", f"Title {number}"), "")

    frame("edit on screen", edit, min(20, frames))

    def connect(number: int) -> None:
        port = edits.Port("scene_0", choice="choice_0")
        view.apply(edits.connect(view.story, port, f"scene_{number % 7 + 5}"), "")

    view.go_to("scene_0")
    settle()
    frame("connect on screen", connect, min(20, frames))
    view.fit(at_once=True)
    settle()
    frame("edit at fit", edit, min(20, frames))

    taken: list[float] = []
    for _ in range(5):
        view.select(None)
        view.repaint()
        before = time.process_time()
        view.commands["select_all"].trigger()
        view.repaint()
        taken.append(time.process_time() - before)
    made["select all"] = statistics.median(taken)
    view.hide()
    return made


def dragging(view, scene: str) -> Callable[[int], object]:
    """Press on the scene and move the pointer with each frame, by real mouse events."""
    from PySide6.QtCore import QEvent, QPointF, Qt
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    start = view.scene_rect(scene).center()

    def send(kind: QEvent.Type, at: QPointF, button: Qt.MouseButton) -> None:
        event = QMouseEvent(
            kind,
            at,
            QPointF(view.mapToGlobal(at.toPoint())),
            button,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(view, event)

    send(QEvent.Type.MouseButtonPress, start, Qt.MouseButton.LeftButton)
    return lambda number: send(
        QEvent.Type.MouseMove,
        start + QPointF(8 + 5 * (number % 30), 3 * (number % 20)),
        Qt.MouseButton.NoButton,
    )


def drop(view) -> None:
    """Give the drag up."""
    view.mouse.cancel()


def measure_items(count: int, frames: int) -> dict[str, float]:
    """One graphics item per scene and per connection, in a process of its own."""
    from PySide6.QtCore import QPointF, QRectF
    from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen
    from PySide6.QtWidgets import (
        QApplication,
        QGraphicsItem,
        QGraphicsPathItem,
        QGraphicsRectItem,
        QGraphicsScene,
        QGraphicsSimpleTextItem,
        QGraphicsView,
    )

    from studio.story.model import targets

    application = QApplication([])
    story = large_story(count)
    scene = QGraphicsScene()
    begin = time.process_time()
    cards: dict[str, QGraphicsRectItem] = {}
    for each in story.scenes:
        card = QGraphicsRectItem(QRectF(0, 0, 232, 220))
        card.setBrush(QBrush(QColor("#ffffff")))
        card.setPen(QPen(QColor("#d8dce6"), 1.2))
        card.setPos(each.position.x, each.position.y)
        card.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsMovable)
        card.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        title = QGraphicsSimpleTextItem(each.title["en"], card)
        title.setPos(10, 8)
        scene.addItem(card)
        cards[each.id] = card
    for each in story.scenes:
        for target in targets(each):
            start = cards[each.id].pos() + QPointF(232, 180)
            end = cards[target].pos() + QPointF(0, 18)
            path = QPainterPath(start)
            path.cubicTo(start + QPointF(80, 0), end - QPointF(80, 0), end)
            edge = QGraphicsPathItem(path)
            edge.setPen(QPen(QColor("#8590a8"), 1.6))
            edge.setZValue(-1)
            scene.addItem(edge)
    view = QGraphicsView(scene)
    view.setRenderHint(QPainter.RenderHint.Antialiasing)
    view.resize(*SIZE)
    view.show()
    view.fitInView(scene.sceneRect())
    view.viewport().repaint()
    made = {"open": time.process_time() - begin}

    def frame(name: str, step: Callable[[int], object], count: int) -> None:
        taken: list[float] = []
        for number in range(count):
            before = time.process_time()
            step(number)
            application.processEvents()
            view.viewport().repaint()
            taken.append(time.process_time() - before)
        made[name] = statistics.median(taken)

    few = max(3, min(frames, 3000 // count))
    frame("fit redrawn", lambda _: None, few)
    made["fit cached"] = made["fit redrawn"]
    middle = cards[f"scene_{count // 2}"]
    for name, zoom in (("1:1", 1.0), ("mid zoom", 0.35)):
        view.resetTransform()
        view.scale(zoom, zoom)
        view.centerOn(middle)
        bars = view.horizontalScrollBar(), view.verticalScrollBar()

        def pan(_number: int, bars=bars) -> None:
            bars[0].setValue(bars[0].value() + 23)
            bars[1].setValue(bars[1].value() + 9)

        frame(f"pan {name}", pan, frames)
        view.centerOn(middle)
        frame(f"drag {name}", lambda n: middle.moveBy(5, 3 if n % 2 else -3), frames)
    view.hide()
    return made


TARGETS = {
    "open": (2.0, "s"),
    "pan 1:1": (0.016, "ms"),
    "pan 1:1 p95": (0.033, "ms"),
    "pan mid zoom": (0.016, "ms"),
    "pan mid zoom p95": (0.033, "ms"),
    "drag 1:1": (0.016, "ms"),
    "drag 1:1 p95": (0.033, "ms"),
    "drag mid zoom": (0.016, "ms"),
    "drag mid zoom p95": (0.033, "ms"),
    "zoom 1:1 to 0.3": (0.016, "ms"),
    "zoom 1:1 to 0.3 p95": (0.033, "ms"),
    "fit redrawn": (0.020, "ms"),
    "fit cached": (0.003, "ms"),
    "edit on screen": (0.050, "ms"),
    "connect on screen": (0.050, "ms"),
    "edit at fit": (0.050, "ms"),
    "select all": (0.050, "ms"),
}


def figures(quick: bool) -> Iterator[Figure]:
    """Every figure of the map at each size; the targets are those of 10,000 scenes."""
    for count in (200, 10_000) if quick else (200, 1_000, 5_000, 10_000):
        frames = 40 if quick else 120
        ours = apart(measure_map, count, frames)
        theirs = apart(measure_items, count, min(frames, 20))
        for name, (target, unit) in TARGETS.items():
            scale = 1000 if unit == "ms" else 1
            other = theirs.result.get(name)
            yield Figure(
                f"{name}, {count:,} scenes",
                ours.result[name] * scale,
                unit,
                "lower",
                target * scale,
                "one graphics item per scene and connection" if other is not None else None,
                other * scale if other is not None else None,
            )
        yield Figure(
            f"memory, {count:,} scenes",
            ours.peak / 1e6,
            "MB",
            "lower",
            400,
            "one graphics item per scene and connection",
            theirs.peak / 1e6,
        )


if __name__ == "__main__":
    run("canvas", figures)
