"""Captions are files beside the story: older versions, and a crash, bring theirs back too."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton

from studio.desktop.dialogs.versions import VersionsDialog
from studio.desktop.window import StudioWindow
from studio.media.captions import Cue, encode, read
from studio.story import edits
from studio.story.files import create_story
from studio.story.model import Clip, Footage
from studio.story.versions import versions
from tests.clips import make_clip
from tests.desktop.stories import border_story

ROOT = Path(__file__).parents[2]
NAME = "captions/minibus.en.vtt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The story with one clip, captioned."""
    story = border_story()
    clip = Clip(Footage("media/clip.mp4"), captions={"en": NAME})
    scene = replace(story.scene_by_id["minibus"], clip=clip)
    made = tmp_path / "captioned"
    create_story(edits.replace_scene(story, scene), made)
    make_clip(made / "media" / "clip.mp4")
    (made / NAME).write_bytes(encode([Cue(0.0, 0.8, "First words.")]))
    return made


def type_caption(window: StudioWindow, words: str) -> None:
    window.windows.edit_clip("minibus")
    window.windows._clip.captions.table.item(0, 2).setText(words)


def caption(window: StudioWindow) -> str:
    """What the clip editor shows."""
    window.windows.edit_clip("minibus")
    return window.windows._clip.captions.table.item(0, 2).text()


def browse(window: StudioWindow) -> VersionsDialog:
    window.actions_by_name["versions"].trigger()
    found = window.findChild(VersionsDialog)
    assert isinstance(found, VersionsDialog)
    return found


def test_an_older_version_brings_its_captions_back(window: StudioWindow, folder: Path) -> None:
    window.open_folder(folder)
    for words in ("Second words.", "Third words."):
        type_caption(window, words)
        assert window.save()
    type_caption(window, "Not saved yet.")
    dialog = browse(window)
    assert dialog.list.count() == 3
    dialog.list.setCurrentRow(2)
    assert "minibus.en.vtt" in " ".join(each.text() for each in dialog.findChildren(QLabel))
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert caption(window) == "First words."
    window.actions_by_name["undo"].trigger()
    assert caption(window) == "Not saved yet."
    window.actions_by_name["redo"].trigger()
    assert caption(window) == "First words."
    assert window.save()
    window.open_folder(folder)  # The history is gone now, the versions are not.
    dialog = browse(window)
    dialog.list.setCurrentRow(1)
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert caption(window) == "Not saved yet."


def test_captions_given_up_stay_among_the_versions(window: StudioWindow, folder: Path) -> None:
    window.open_folder(folder)
    type_caption(window, "Given up.")
    window.document.give_up()
    window.open_folder(folder)
    assert caption(window) == "First words."
    dialog = browse(window)
    dialog.list.setCurrentRow(1)
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert caption(window) == "Given up."


def test_captions_that_did_not_change_are_kept_once(window: StudioWindow, folder: Path) -> None:
    window.open_folder(folder)
    for title in "abc":
        story = window.document.story
        assert story is not None
        window.document.apply(edits.retitle_scene(story, "talk", "en", title), "Title")
        assert window.save()
    assert len(versions(folder)) == 4
    assert len(list((folder / ".studio" / "versions" / "captions").iterdir())) == 1


def test_captions_that_the_disk_refuses_are_held_and_written_when_it_takes_them(
    window: StudioWindow, folder: Path
) -> None:
    window.open_folder(folder)
    assert caption(window) == "First words."
    moved = (folder / "captions").rename(folder / "elsewhere")
    (folder / "captions").write_text("no folder")
    window.windows._clip.captions.table.item(0, 2).setText("Held.")
    assert window.notices.findChild(QFrame, "notice-disk") is not None
    assert caption(window) == "Held."
    assert not window.save()
    window.document.close()  # As if the program had ended here.
    window.document._saved, window.document._refused = window.document.story, False
    window.open_folder(folder)
    assert caption(window) == "Held."
    assert window.document.dirty
    (folder / "captions").unlink()
    moved.rename(folder / "captions")
    assert read(folder / NAME)[0][0].text == "First words."
    assert window.save()
    assert not window.document.dirty
    assert read(folder / NAME)[0][0].text == "Held."
    assert caption(window) == "Held."


def test_killed_after_captioning_both_the_new_words_and_the_saved_ones_are_there(
    window: StudioWindow, folder: Path
) -> None:
    command = [sys.executable, "-m", "tests.desktop.captioning_window", str(folder)]
    for _ in range(2):  # The second time what the first left is brought back, and left again.
        with subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "seen Seen last.\n"
            process.send_signal(signal.SIGKILL)
    window.open_folder(folder)
    assert caption(window) == "Seen last."
    row = window.notices.findChild(QFrame, "notice-work")
    back = next(
        each for each in row.findChildren(QPushButton) if each.text() == "Go back to what was saved"
    )
    QTest.mouseClick(back, Qt.MouseButton.LeftButton)
    assert caption(window) == "First words."
    assert not window.document.dirty
    window.actions_by_name["redo"].trigger()
    assert caption(window) == "Seen last."
    assert window.save()
    window.open_folder(folder)
    assert caption(window) == "Seen last."
