"""The window end to end: open, edit, undo, save, findings, errors told kindly, export."""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.problem import install_hook
from studio.desktop.inspector.pickers import SceneField
from studio.desktop.inspector.text_fields import PlainEdit
from studio.desktop.window import StudioWindow
from studio.media.jobs import Progress
from studio.story import edits
from studio.story.files import open_story, save_story
from studio.story.model import Ending, Next, Scene, new_story
from tests.desktop.stories import border_story
from tests.film_scripts import read_film


def field(window: StudioWindow, name: str) -> PlainEdit:
    found = window.inspector.findChildren(PlainEdit)
    return next(each for each in found if each.accessibleName() == name)


def select(window: StudioWindow, scene: str) -> None:
    place = window.map.scene_rect(scene).center().toPoint()
    QTest.mouseClick(window.map, Qt.MouseButton.LeftButton, pos=place)
    assert window.map.selected == scene
    assert window.inspector.page is not None
    window.inspector.page.complete()


def type_into(target: PlainEdit, words: str) -> None:
    target.setFocus()
    target.selectAll()
    QTest.keyClicks(target, words)


def problem(window: StudioWindow) -> QMessageBox:
    box = window.findChild(QMessageBox, "problem")
    assert isinstance(box, QMessageBox)
    return box


def test_first_page_offers_what_was_open_last(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    assert window.welcome.isVisible()
    window.open_folder(story_folder)
    assert window.map.isVisible()
    qtbot.waitUntil(lambda: bool(window.menus.recent.actions()))
    names = [each.text() for each in window.welcome.findChildren(QPushButton)]
    assert "border" in names
    assert window.menus.recent.actions()[0].text() == str(story_folder)


def test_edit_undo_redo_save(window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    select(window, "talk")
    type_into(field(window, "Title (en)"), "Interview")
    field(window, "Title (pl)").setFocus()
    window.inspector.commit()
    assert window.document.story is not None
    assert window.document.story.scene_by_id["talk"].title["en"] == "Interview"
    assert window.isWindowModified()
    window.actions_by_name["undo"].trigger()
    assert window.document.story == border_story()
    assert field(window, "Title (en)").toPlainText() == "The conversation"
    assert not window.document.dirty
    window.actions_by_name["redo"].trigger()
    window.actions_by_name["save"].trigger()
    assert open_story(story_folder).story.scene_by_id["talk"].title["en"] == "Interview"
    assert not window.isWindowModified()


def test_saving_takes_what_is_still_being_typed(window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    select(window, "minibus")
    type_into(field(window, "Choice 2 (en)"), "Ask them one by one")
    assert window.save()
    then = open_story(story_folder).story.scene_by_id["minibus"].then
    assert "Ask them one by one" in str(then)


def test_a_choice_leads_to_its_scene(window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    select(window, "minibus")
    ways = window.inspector.findChildren(SceneField)
    way = next(each for each in ways if "They drove on" in each.pick.accessibleName())
    QTest.mouseClick(way.go, Qt.MouseButton.LeftButton)
    assert window.map.selected == "missed"


def test_findings_are_shown_and_lead_to_the_scene(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    story = border_story()
    broken = edits.retitle_scene(story, "missed", "en", "")
    save_story(broken, story_folder)
    with qtbot.waitSignal(window.findings.checked, timeout=10_000):
        window.open_folder(story_folder)
    rows = window.findings.model.rows
    row = next(at for at, each in enumerate(rows) if each.place.scene == "missed")
    index = window.findings.model.index(row, 0)
    window.findings.list.scrollTo(index)
    place = window.findings.list.visualRect(index).center()
    QTest.mouseClick(window.findings.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.map.selected == "missed"


def test_a_broken_file_is_told_and_the_open_story_stays(
    window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    window.open_folder(story_folder)
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "story.json").write_text('{"format": ', encoding="utf-8")
    window.open_folder(broken)
    assert "story.json" in problem(window).text()
    assert "Traceback" not in problem(window).text()
    assert window.document.folder == story_folder


def test_a_story_with_an_unknown_part_is_read_only(
    window: StudioWindow, story_folder: Path
) -> None:
    path = story_folder / "story.json"
    content = path.read_text("utf-8").replace('"id": "border",', '"id": "border", "colour": 3,')
    path.write_text(content, encoding="utf-8")
    window.open_folder(story_folder)
    assert "read-only" in window.windowTitle()
    select(window, "talk")
    assert field(window, "Title (en)").isReadOnly()
    assert not window.actions_by_name["save"].isEnabled()
    assert path.read_text("utf-8") == content


def test_closing_asks_about_unsaved_changes(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    select(window, "talk")
    type_into(field(window, "Title (en)"), "Lost?")

    def answer() -> None:
        box = window.findChild(QMessageBox, "unsaved")
        assert isinstance(box, QMessageBox)
        box.button(QMessageBox.StandardButton.Cancel).click()

    QTimer.singleShot(200, answer)
    assert not window.close()
    assert window.isVisible()
    assert window.document.dirty


def test_an_unexpected_error_is_a_dialog_not_a_traceback(
    qtbot: QtBot, window: StudioWindow
) -> None:
    before = sys.excepthook
    install_hook("en")
    try:
        window.activateWindow()
        error = ValueError("no such <thing>")
        sys.excepthook(ValueError, error, None)
        boxes = [
            each
            for each in window.findChildren(QMessageBox)
            if "no such &lt;thing&gt;" in each.informativeText()
        ]
        assert len(boxes) == 1
        boxes[0].close()
    finally:
        sys.excepthook = before


def export_dialog(window: StudioWindow, out: Path) -> ExportDialog:
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.out.setText(str(out))
    return dialog


def test_export_writes_a_film(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    window.open_folder(story_folder)
    dialog = export_dialog(window, tmp_path / "film")
    QTest.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    assert dialog.running
    qtbot.waitUntil(lambda: not dialog.running, timeout=120_000)
    assert (tmp_path / "film" / "index.html").is_file(), dialog.said.text()
    assert dialog.show_film.isVisible()
    dialog.close()


class Listener(QObject):
    """Keeps each progress told, and what the dialog shows of it (its own slot ran before)."""

    def __init__(self, dialog: ExportDialog) -> None:
        super().__init__(dialog)
        self.dialog = dialog
        self.told: list[Progress] = []
        self.shown: list[str] = []

    def hear(self, progress: object) -> None:
        assert isinstance(progress, Progress)
        self.told.append(progress)
        self.shown.append(self.dialog.clips.text())


def test_unfilmed_scenes_are_exported_as_cards_with_real_progress(
    qtbot: QtBot, window: StudioWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story = new_story("unfilmed", {"en": "Not filmed"}, ("en",))
    scenes = (
        # Long enough to be seen at work.
        Scene("bus", {"en": "The bus"}, script={"en": "Come with me. " * 40}, then=Next("home")),
        Scene("home", {"en": "Home"}, then=Ending(headline={"en": "Safe"})),
    )
    settings = replace(story.settings, frame_width=320, frame_height=180)
    story = replace(story, scenes=scenes, start="bus", settings=settings)
    (tmp_path / "unfilmed").mkdir()
    save_story(story, tmp_path / "unfilmed")
    window.open_folder(tmp_path / "unfilmed")
    dialog = export_dialog(window, tmp_path / "film")
    qtbot.waitUntil(lambda: "encode: 2" in dialog.outlook.text(), timeout=120_000)
    dialog.reason.setText("A rehearsal")
    QTest.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    listener = Listener(dialog)
    assert dialog._task is not None
    dialog._task.told.connect(listener.hear)
    qtbot.waitUntil(lambda: not dialog.running, timeout=120_000)
    made = read_film(tmp_path / "film")
    assert [each["media"]["en"]["card"] for each in made["scenes"]] == [True, True]
    assert listener.told[-1].frames == listener.told[-1].frames_in_all > 0
    assert "Clips ready: 2 of 2" in listener.shown[-1]
    # Which of the two is caught on the way depends on the machine.
    names = ("The bus (en)", "Home (en)")
    assert any(name in each for each in listener.shown for name in names), listener.shown
    dialog.close()


def test_export_over_a_strangers_folder_is_refused_kindly(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    taken = tmp_path / "holiday"
    taken.mkdir()
    (taken / "photo.jpg").write_bytes(b"mine")
    window.open_folder(story_folder)
    dialog = export_dialog(window, taken)
    QTest.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.running, timeout=30_000)
    assert "holiday" in dialog.said.text()
    assert not dialog.show_film.isVisible()
    assert (taken / "photo.jpg").read_bytes() == b"mine"
    dialog.close()


def test_errors_block_the_export_until_a_reason_is_given(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    save_story(replace(border_story(), start=None), story_folder)
    window.open_folder(story_folder)
    dialog = export_dialog(window, tmp_path / "film")
    qtbot.waitUntil(lambda: dialog.reason.isVisible(), timeout=60_000)
    assert not dialog.begin.isEnabled()
    assert "Errors" in dialog.said.text() or "errors" in dialog.said.text()
    dialog.reason.setText("A rehearsal with colleagues")
    QTest.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.running, timeout=60_000)
    contents = (tmp_path / "film" / "contents.json").read_text("utf-8")
    assert "A rehearsal with colleagues" in contents
    dialog.close()


def test_a_search_for_garbage_does_not_go_over_the_story(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    with qtbot.waitSignal(window.findings.checked, timeout=20_000):
        window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    assert gc.is_tracked(story.scenes)
    looked_at = {id(each) for each in gc.get_objects()}
    assert id(story.scenes) not in looked_at
    assert id(window.map.layout_of_map.cards) not in looked_at
    gc.unfreeze()
    assert id(story.scenes) in {id(each) for each in gc.get_objects()}
