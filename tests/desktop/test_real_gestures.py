"""Every gesture on the map by the X server's own mouse, and the clipboard between two programs.

Needs the xcb platform; ``test_real_window`` runs it on a virtual screen.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.gestures import Move
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.edits import Port, target_of
from studio.story.files import create_story
from studio.story.model import Clip, Footage
from tests.clips import make_clip
from tests.desktop.person import Person
from tests.desktop.stories import border_story

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") != "xcb" or shutil.which("xdotool") is None,
        reason="needs a real window and xdotool",
    ),
    pytest.mark.timeout(120),
]
ROOT = Path(__file__).parents[2]


class Hand(Person):
    """A person before the map."""

    def place(self, scene: str) -> QPoint:
        """The title of the scene, in pixels of the screen."""
        rect = self.window.map.scene_rect(scene)
        return self.on_screen(QPointF(rect.center().x(), rect.top() + 12 * self.window.map.zoom))

    def on_screen(self, point: QPointF) -> QPoint:
        return self.window.map.mapToGlobal(point.toPoint())

    def empty(self, dx: int = 0, dy: int = 0) -> QPoint:
        """Ground below the story's first scene on which nothing lies."""
        rect = self.window.map.scene_rect("minibus")
        return self.on_screen(QPointF(rect.left() + dx, rect.bottom() + 70 + dy))


@pytest.fixture
def hand(qtbot: QtBot, window: StudioWindow, story_folder: Path) -> Hand:
    window.move(0, 0)
    window.resize(1390, 880)
    window.open_folder(story_folder)
    window.map.fit(at_once=True)
    qtbot.wait(300)
    return Hand(qtbot, window)


def test_a_port_is_dragged_to_a_scene_and_to_empty_ground(hand: Hand) -> None:
    view, port = hand.window.map, Port("minibus", "wave")
    before = target_of(hand.story, port)
    start = view.port_at(port)
    assert start is not None
    hand.drag(hand.on_screen(start), hand.place("talk"))
    assert before == "missed"
    assert target_of(hand.story, port) == "talk"
    start = view.port_at(port)
    assert start is not None
    hand.drag(hand.on_screen(start), hand.empty(dy=60))
    hand.qtbot.waitUntil(lambda: view.editing.field is not None, timeout=5_000)
    hand.write("A new road")
    hand.press("Return")
    made = hand.story.scenes[-1]
    assert made.title["en"] == "A new road"
    assert target_of(hand.story, port) == made.id


def test_alt_and_dragging_duplicates(hand: Hand) -> None:
    count = len(hand.story.scenes)
    hand.drag(hand.place("missed"), hand.place("missed") + QPoint(-260, 40), key="alt")
    assert len(hand.story.scenes) == count + 1
    made = hand.story.scenes[-1]
    assert made.title == hand.story.scene_by_id["missed"].title
    assert hand.window.map.selection.scenes == (made.id,)


def test_a_frame_and_shift_select_and_all_move_with_guides(hand: Hand) -> None:
    view = hand.window.map
    rects = [view.scene_rect(each) for each in ("talk", "missed")]
    corner = rects[0].united(rects[1])
    hand.drag(
        hand.on_screen(corner.bottomRight() + QPointF(12, 12)),
        hand.on_screen(corner.topLeft() - QPointF(12, 12)),
    )
    assert set(view.selection.scenes) == {"talk", "missed"}
    there = hand.place("referred")
    hand.do("keydown", "shift", "mousemove", there.x(), there.y(), "click", 1, "keyup", "shift")
    assert set(view.selection.scenes) == {"talk", "missed", "referred"}
    before = {each.id: each.position for each in hand.story.scenes}
    hand.qtbot.wait(600)  # Not a double click.
    start = hand.place("referred")
    hand.drag(start, start + QPoint(40, 90))
    after = {each.id: each.position for each in hand.story.scenes}
    moved = {each for each in before if after[each] != before[each]}
    assert moved == {"talk", "missed", "referred"}
    assert (
        len({(after[each].x - before[each].x, after[each].y - before[each].y) for each in moved})
        == 1
    )
    hand.press("ctrl+z")
    assert {each.id: each.position for each in hand.story.scenes} == before


def test_a_scene_snaps_to_its_neighbours_with_guides(hand: Hand) -> None:
    start = hand.place("missed")
    hand.drag(start, start + QPoint(3, 50), drop=False)
    gesture = hand.window.map.mouse.gesture
    assert isinstance(gesture, Move)
    assert gesture._snap.guides, "three pixels aside of the scene above"
    hand.let_go()
    by_id = hand.story.scene_by_id
    assert by_id["missed"].position.x == by_id["talk"].position.x
    assert by_id["missed"].position.y > 520


@pytest.mark.parametrize("click", [4, 5])
def test_the_wheel_zooms_to_the_cursor(hand: Hand, click: int) -> None:
    view, at = hand.window.map, hand.place("talk")
    local = QPointF(view.mapFromGlobal(at))
    fixed, zoom = view.to_map(local), view.zoom
    hand.do("mousemove", at.x(), at.y(), "click", "--repeat", 3, "--delay", 60, click)
    hand.qtbot.wait(300)
    assert (view.zoom > zoom) == (click == 4)
    assert view.zoom != zoom
    assert (view.to_map(local) - fixed).manhattanLength() < 4 / view.zoom


@pytest.mark.parametrize(("button", "key"), [(2, ""), (1, "space")])
def test_the_middle_button_and_the_space_bar_move_the_map(
    hand: Hand, button: int, key: str
) -> None:
    view = hand.window.map
    view.setFocus()
    hand.do("windowfocus", hand.window.winId())
    before, story = view.scene_rect("talk").topLeft(), hand.story
    hand.drag(hand.place("talk"), hand.place("talk") + QPoint(120, 60), button, key)
    shift = view.scene_rect("talk").topLeft() - before
    assert (round(shift.x()), round(shift.y())) == (120, 60)
    assert hand.story is story


@pytest.fixture
def other(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """Another studio on the same screen, in which two scenes were copied."""
    story = border_story()
    scene = replace(story.scene_by_id["papers"], clip=Clip(Footage("media/papers.mp4")))
    folder = tmp_path / "other"
    create_story(edits.replace_scene(story, scene), folder)
    make_clip(folder / "media" / "papers.mp4")
    command = [sys.executable, "-m", "tests.desktop.copying_window", str(folder), "papers", "talk"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        yield process
        process.kill()


def test_scenes_are_pasted_from_another_program_with_their_clips(
    hand: Hand, other: subprocess.Popen[str]
) -> None:
    assert other.stdout is not None
    assert other.stdout.readline() == "copied\n"
    count, window = len(hand.story.scenes), hand.window
    assert not QGuiApplication.clipboard().ownsClipboard()
    window.raise_()
    hand.do("windowfocus", window.winId())
    window.map.setFocus()
    hand.press("ctrl+v")
    hand.qtbot.waitUntil(lambda: len(hand.story.scenes) == count + 2, timeout=10_000)
    papers, talk = hand.story.scenes[-2:]
    assert papers.title["en"] == "The papers"
    assert target_of(hand.story, Port(papers.id)) == talk.id
    folder = window.document.folder
    assert folder is not None
    hand.qtbot.waitUntil(lambda: (folder / "media" / "papers.mp4").is_file(), timeout=10_000)
    hand.press("ctrl+z")
    hand.press("ctrl+z")
    hand.qtbot.waitUntil(lambda: len(hand.story.scenes) == count, timeout=5_000)
