"""Nothing is lost: undo, history, crash, lock, a disk that refuses, older versions."""

from __future__ import annotations

import json
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from studio.desktop.dialogs.versions import VersionsDialog
from studio.desktop.document import Document
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.files import create_story, open_story
from studio.story.journal import find_work
from studio.story.model import Story
from studio.story.open_folder import OpenFolder
from tests.desktop.stories import border_story

ROOT = Path(__file__).parents[2]


def notice(window: StudioWindow, kind: str) -> QFrame:
    found = window.notices.findChild(QFrame, f"notice-{kind}")
    assert isinstance(found, QFrame)
    return found


def press(row: QFrame, words: str) -> None:
    button = next(each for each in row.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def words_of(row: QFrame) -> str:
    return " ".join(each.text() for each in row.findChildren(QLabel))


def random_edit(story: Story, chance: random.Random) -> Story:
    """One edit of some kind at some place; sometimes one that changes nothing."""
    scene = chance.choice(story.scenes)
    words = chance.choice(["", "one", "two", "three"])
    match chance.randrange(4):
        case 0:
            return edits.retitle_scene(story, scene.id, "en", words)
        case 1:
            return edits.put_value(story, ("scenes", scene.id, "card", "text", "pl"), words)
        case 2:
            return edits.retitle_scene(story, story.scenes[0].id, "pl", words)
        case _:
            title = scene.title.get("en", "")
            return edits.put_value(story, ("scenes", scene.id, "card", "text", "en"), title)


@pytest.mark.parametrize("seed", range(25))
def test_any_edits_all_undone_give_the_start_and_all_redone_the_end(
    seed: int, qtbot: QtBot, story_folder: Path
) -> None:
    chance = random.Random(seed)
    document = Document()
    document.open(story_folder)
    start = document.story
    for _ in range(chance.randrange(1, 60)):
        assert document.story is not None
        match chance.randrange(6):
            case 0:
                document.undo()
            case 1:
                document.redo()
            case 2:
                document.go_to(chance.randrange(len(document.steps)))
            case _:
                document.apply(random_edit(document.story, chance), "edit")
    values = [step.story for step in document.steps]
    while document.undo_label is not None:
        document.undo()
    assert document.story is start
    assert not document.dirty
    while document.redo_label is not None:
        document.redo()
    assert document.story is values[-1]
    document.close()


def test_the_history_panel_lists_steps_and_a_click_goes_there(
    window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.docks.bring("history")
    for number in range(3):
        assert window.document.story is not None
        story = edits.retitle_scene(window.document.story, "talk", "en", str(number))
        window.document.apply(story, f"Title {number}")
    shown = window.history.list
    labels = [shown.item(row).text()[8:] for row in range(shown.count())]
    assert labels == ["As saved", "Title 0", "Title 1", "Title 2"]
    place = shown.visualItemRect(shown.item(1)).center()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.document.story is not None
    assert window.document.story.scene_by_id["talk"].title["en"] == "0"
    assert shown.count() == 4
    assert shown.item(1).font().bold()
    assert shown.item(3).font().italic()


def test_typing_is_one_step_and_safe_while_it_goes_on(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    for number in range(5):
        story = window.document.story
        assert story is not None
        with window.document.burst("a field"):
            window.document.apply(
                edits.retitle_scene(story, "talk", "en", "x" * number), "Title (en)"
            )
    assert len(window.document.steps) == 2
    window.document.undo()
    assert window.document.story == border_story()


def test_killed_while_typing_the_next_start_has_the_work(
    qtbot: QtBot, window: StudioWindow, tmp_path: Path
) -> None:
    folder = tmp_path / "typed"
    create_story(border_story(), folder)
    command = [sys.executable, "-m", "tests.desktop.typing_window", str(folder)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(2.5)
        process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        said += [line for line in process.stdout if line.endswith("\n")]
    typed = [(int(number), float(at)) for number, at in (line.split() for line in said)]
    safe = max(number for number, at in typed if at < killed - 1)
    window.open_folder(folder)
    story = window.document.story
    assert story is not None
    kept = len(story.scene_by_id["talk"].title["en"])
    assert safe <= kept <= typed[-1][0]
    assert window.document.dirty
    row = notice(window, "work")
    assert "before your work was saved" in words_of(row)
    press(row, "Go back to what was saved")
    assert window.document.story == border_story()
    window.document.redo()
    assert window.save()
    assert len(open_story(folder).story.scene_by_id["talk"].title["en"]) == kept
    assert find_work(folder) is None


@pytest.mark.parametrize("seed", range(2))
def test_killed_at_any_moment_the_file_is_whole_and_the_work_is_there(
    window: StudioWindow, tmp_path: Path, seed: int
) -> None:
    """Between edits, in the middle of a save, while a version is kept: whenever it comes.

    How much is kept is measured by the test before, where nothing else keeps the disk busy.
    """
    folder = tmp_path / "killed"
    create_story(border_story(), folder)
    command = [sys.executable, "-m", "tests.desktop.typing_window", str(folder), "and-save"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(random.Random(seed).uniform(0.2, 1.6))
        process.send_signal(signal.SIGKILL)
        said += [line for line in process.stdout if line.endswith("\n")]
    typed = [(int(number), float(at)) for number, at in (line.split() for line in said)]
    assert not open_story(folder).read_only
    window.open_folder(folder)
    story = window.document.story
    assert story is not None
    assert not window.document.read_only
    title = story.scene_by_id["talk"].title["en"]
    kept = len(title) if set(title) == {"x"} else 0
    assert kept <= typed[-1][0]


def test_a_full_disk_is_told_and_nothing_is_lost(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    before = (story_folder / "story.json").read_bytes()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, hard))
    try:
        window.document.apply(edits.retitle_scene(story, "talk", "en", "Kept"), "Title")
        assert not window.save()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (story_folder / "story.json").read_bytes() == before
    assert not list(story_folder.glob("*.part")) + list(story_folder.glob(".*.part"))
    assert window.document.dirty
    assert "could not be saved" in words_of(notice(window, "disk"))
    press(notice(window, "disk"), "Try again")
    assert not window.document.dirty
    assert window.notices.findChild(QFrame, "notice-disk") is None
    assert open_story(story_folder).story.scene_by_id["talk"].title["en"] == "Kept"


def test_a_second_window_is_read_only_and_says_why(
    window: StudioWindow, story_folder: Path
) -> None:
    other = OpenFolder(story_folder, lambda finding: None)
    window.open_folder(story_folder)
    assert "read-only" in window.windowTitle()
    assert "another window" in words_of(notice(window, "elsewhere"))
    story = window.document.story
    assert story is not None
    window.document.apply(edits.retitle_scene(story, "talk", "en", "x"), "Title")
    assert window.document.story is story
    other.close()
    window.open_folder(story_folder)
    assert not window.document.read_only
    assert window.notices.findChild(QFrame, "notice-elsewhere") is None


def test_a_drive_pulled_out_is_told_and_the_story_saved_elsewhere(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    window.open_folder(story_folder)
    story_folder.rename(tmp_path / "unplugged")
    story = window.document.story
    assert story is not None
    window.document.apply(edits.retitle_scene(story, "talk", "en", "Kept"), "Title")
    qtbot.waitUntil(
        lambda: window.notices.findChild(QFrame, "notice-disk") is not None, timeout=10_000
    )
    assert "cannot be written" in words_of(notice(window, "disk"))
    assert not window.save()
    assert window.document.dirty
    assert "could not be saved" in words_of(notice(window, "disk"))
    window.flow.save_elsewhere(tmp_path / "elsewhere")
    qtbot.waitUntil(lambda: window.document.folder == tmp_path / "elsewhere", timeout=20_000)
    saved = open_story(tmp_path / "elsewhere").story
    assert saved.scene_by_id["talk"].title["en"] == "Kept"
    assert not window.document.dirty


def test_an_older_version_is_shown_and_brought_back(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    for title in ("Second", "Third"):
        story = window.document.story
        assert story is not None
        window.document.apply(edits.retitle_scene(story, "talk", "en", title), "Title")
        assert window.save()
    window.actions_by_name["versions"].trigger()
    dialog = window.findChild(VersionsDialog)
    assert isinstance(dialog, VersionsDialog)
    kept = dialog.findChild(QListWidget, "versions_list")
    assert kept.count() == 3
    kept.setCurrentRow(1)
    assert "Second" in " ".join(each.text() for each in dialog.findChildren(QLabel))
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert window.document.story is not None
    assert window.document.story.scene_by_id["talk"].title["en"] == "Second"
    window.actions_by_name["undo"].trigger()
    assert window.document.story.scene_by_id["talk"].title["en"] == "Third"


def test_a_broken_story_opens_what_can_be_opened_and_says_what_was_left(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    path = story_folder / "story.json"
    document = json.loads(path.read_bytes())
    document["scenes"][1]["then"] = {"kind": "nonsense"}
    document["scenes"][3]["title"] = 7
    broken = json.dumps(document).encode()
    path.write_bytes(broken)
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    assert len(story.scenes) >= 3
    assert "read-only" in window.windowTitle()
    left = [each for each in window.document.findings if each.code == "FL006"]
    assert len(left) >= 2
    assert f"({len(left)})" in words_of(notice(window, "broken"))
    qtbot.waitUntil(
        lambda: sum(each.code == "FL006" for each in window.findings.findings) == len(left),
        timeout=30_000,
    )
    window.document.apply(edits.retitle_scene(story, "talk", "en", "x"), "Title")
    assert window.document.story is story
    assert not window.save() or path.read_bytes() == broken
    assert path.read_bytes() == broken
    path.write_text("{ this is no story")
    window.open_folder(story_folder)
    assert window.document.story is story  # What was open stays; the reason is told.
