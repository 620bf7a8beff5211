"""A mouse and a keyboard that are no part of Qt: the X server moves and types (xdotool).

Files are dragged in from another window, a connection is drawn, titles are typed, a film is
exported. Needs the xcb platform; ``test_real_window`` runs it on a virtual screen.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.new_story import NewStoryDialog
from studio.desktop.window import StudioWindow
from studio.story.edits import Port, target_of
from tests.clips import make_clip
from tests.desktop.person import Person

pytestmark = [
    pytest.mark.skipif(
        os.environ.get("QT_QPA_PLATFORM") != "xcb" or shutil.which("xdotool") is None,
        reason="needs a real window and xdotool",
    ),
    pytest.mark.timeout(150),
]


class FileManager(QLabel):
    """A window of its own from which files are dragged."""

    def __init__(self, files: list[Path]) -> None:
        super().__init__("files")
        self.files = files
        self.setGeometry(1290, 20, 100, 60)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Begin a real drag; the X server's mouse ends it."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(each)) for each in self.files])
            drag = QDrag(self)
            drag.setMimeData(data)
            drag.exec(Qt.DropAction.CopyAction)


def test_a_film_by_the_real_mouse(
    qtbot: QtBot, window: StudioWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "documents"
    monkeypatch.setattr("studio.desktop.dialogs.new_story.home_of_stories", lambda: home)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    clips = [make_clip(tmp_path / f"{name}.mp4", 1.0) for name in ("arrival", "talk")]
    window.move(0, 0)
    person = Person(qtbot, window)
    person.click(window.welcome.offers["empty"])
    qtbot.waitUntil(lambda: window.findChild(NewStoryDialog) is not None, timeout=10_000)
    title = window.findChild(NewStoryDialog).findChild(QLineEdit, "title")
    person.click(title)
    person.write("Night shift")
    assert title.text() == "Night shift"
    person.press("Return")
    qtbot.waitUntil(lambda: window.document.folder == home / "night_shift", timeout=10_000)

    files = FileManager(clips)
    qtbot.addWidget(files)
    files.show()
    qtbot.waitExposed(files)
    view = window.map
    person.drag(files.mapToGlobal(files.rect().center()), view.mapToGlobal(QPoint(160, 200)))
    qtbot.waitUntil(lambda: len(person.story.scenes) == 2, timeout=60_000)
    files.close()
    first, second = (scene.id for scene in person.story.scenes)
    assert all(scene.clip is not None for scene in person.story.scenes)
    view.fit(at_once=True)
    qtbot.wait(200)

    port = Port(first)
    at = view.port_at(port)
    assert at is not None
    start = at.toPoint()
    person.drag(
        view.mapToGlobal(start), view.mapToGlobal(view.scene_rect(second).center().toPoint())
    )
    qtbot.waitUntil(lambda: target_of(person.story, port) == second, timeout=10_000)

    place = view.scene_rect(second).center().toPoint()
    person.do(
        "mousemove", *view.mapToGlobal(place).toTuple(), "sleep", 0.1, "click", "--repeat", 2, 1
    )  # fmt: skip
    qtbot.waitUntil(lambda: view.editing.field is not None, timeout=10_000)
    person.press("ctrl+a")
    person.write("The talk")
    person.press("Return")
    qtbot.waitUntil(
        lambda: person.story.scene_by_id[second].title.get("en") == "The talk", timeout=10_000
    )
    person.press("ctrl+z")
    qtbot.waitUntil(lambda: window.document.redo_label is not None, timeout=10_000)
    person.press("ctrl+s")
    qtbot.waitUntil(lambda: not window.document.dirty, timeout=10_000)

    person.press("ctrl+e")
    qtbot.waitUntil(lambda: window.findChild(ExportDialog) is not None, timeout=10_000)
    export = window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: export._outlook is not None, timeout=60_000)
    if export.reason.isVisible():
        person.click(export.reason)
        person.write("A rehearsal")
    person.click(export.begin)
    qtbot.waitUntil(lambda: export.show_folder.isVisible(), timeout=100_000)
    assert (Path(export.out.text()) / "index.html").is_file()
    export.close()
