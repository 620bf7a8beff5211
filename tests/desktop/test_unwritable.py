"""What an ordinary user may not write: folder, file, cache, target, settings. Nothing is lost.

Root may write everywhere: ``test_ordinary_user`` runs these without root's privileges.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QFrame, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow
from studio.media.captions import Cue, encode, read
from studio.story import edits
from studio.story.files import create_story, open_story
from studio.story.model import Clip, Footage, Story
from tests.clips import make_clip
from tests.desktop.stories import border_story

NAME = "captions/minibus.en.vtt"


def _refused() -> bool:
    """Whether this process is held by permissions at all."""
    return os.geteuid() != 0 or not any(
        int(line.split()[1], 16) for line in Path("/proc/self/status").read_text().splitlines()
        if line.startswith("CapEff")
    )  # fmt: skip


pytestmark = [
    pytest.mark.skipif(os.name != "posix" or not _refused(), reason="nothing is refused here"),
    pytest.mark.timeout(120),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A story with one captioned clip; everything may be removed again afterwards."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story = border_story()
    clip = Clip(Footage("media/clip.mp4"), captions={"en": NAME})
    scene = replace(story.scene_by_id["minibus"], clip=clip)
    made = tmp_path / "guarded"
    create_story(edits.replace_scene(story, scene), made)
    make_clip(made / "media" / "clip.mp4")
    (made / NAME).write_bytes(encode([Cue(0.0, 0.8, "First words.")]))
    yield made
    allow(tmp_path)


def forbid(folder: Path) -> None:
    """No writing in the folder nor below."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o555 if path.is_dir() else 0o444)


def allow(folder: Path) -> None:
    folder.chmod(0o755)
    for path in sorted(folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() else 0o644)


def told(window: StudioWindow, kind: str) -> str:
    row = window.notices.findChild(QFrame, f"notice-{kind}")
    return " ".join(each.text() for each in row.findChildren(QLabel)) if row is not None else ""


def press(window: StudioWindow, kind: str, words: str) -> None:
    row = window.notices.findChild(QFrame, f"notice-{kind}")
    button = next(each for each in row.findChildren(QPushButton) if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def problem(window: StudioWindow) -> str:
    """The words of the message box that is open, which is closed."""
    box = window.findChild(QMessageBox, "problem")
    if box is None:
        return ""
    words = f"{box.text()} {box.informativeText()}"
    box.setParent(None)
    box.close()
    return words


def present(window: StudioWindow) -> Story:
    assert window.document.story is not None
    return window.document.story


def retitle(window: StudioWindow, words: str) -> None:
    story = edits.retitle_scene(present(window), "talk", "en", words)
    window.document.apply(story, "Title")


def elsewhere(
    qtbot: QtBot, window: StudioWindow, target: Path, monkeypatch: pytest.MonkeyPatch
) -> Story:
    """Press *Save elsewhere…* and choose the target; the story found there."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(target), ""))
    press(window, "disk", "Save elsewhere…")
    qtbot.waitUntil(lambda: window.document.folder == target, timeout=20_000)
    assert not window.document.dirty
    assert not window.document.read_only
    assert told(window, "disk") == ""
    return open_story(target).story


def drop(window: StudioWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    enter = QDragEnterEvent(
        QPoint(600, 420),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window.map, enter)
    event = QDropEvent(
        QPointF(600, 420),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        QEvent.Type.Drop,
    )
    QApplication.sendEvent(window.map, event)


def test_a_read_only_folder_is_told_at_once_and_the_work_saved_elsewhere(
    qtbot: QtBot,
    window: StudioWindow,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    forbid(folder)
    window.open_folder(folder)
    assert "cannot be written" in told(window, "disk")
    assert "Save elsewhere…" in [each.text() for each in window.notices.findChildren(QPushButton)]
    retitle(window, "Kept")
    assert not window.save()
    assert "could not be saved" in told(window, "disk")
    assert present(window).scene_by_id["talk"].title["en"] == "Kept"
    story = elsewhere(qtbot, window, tmp_path / "copy", monkeypatch)
    assert story.scene_by_id["talk"].title["en"] == "Kept"
    retitle(window, "On we go")
    assert window.save()
    assert (tmp_path / "copy" / "media" / "clip.mp4").stat().st_mode & 0o200


def test_the_same_in_polish(window: StudioWindow, folder: Path) -> None:
    window.use_language("pl")
    forbid(folder)
    window.open_folder(folder)
    assert "Nie można zapisywać w folderze" in told(window, "disk")
    retitle(window, "Kept")
    assert not window.save()
    assert "Nie udało się zapisać scenariusza" in told(window, "disk")
    window.use_language("en")


def test_work_in_a_read_only_folder_is_back_after_a_crash(
    window: StudioWindow, folder: Path
) -> None:
    forbid(folder)
    window.open_folder(folder)
    retitle(window, "Kept")
    home = window.document._home
    assert home is not None
    assert home._journal.flush()
    window.document._home = None  # The program is gone; nobody tidies up.
    window.document._saved = window.document.story
    window.open_folder(folder)
    assert present(window).scene_by_id["talk"].title["en"] == "Kept"
    assert told(window, "work")
    assert "cannot be written" in told(window, "disk")


def test_a_read_only_story_file_in_a_folder_that_may_be_written_is_saved(
    window: StudioWindow, folder: Path
) -> None:
    (folder / "story.json").chmod(0o444)
    window.open_folder(folder)
    retitle(window, "Kept")
    assert window.save()
    assert open_story(folder).story.scene_by_id["talk"].title["en"] == "Kept"


def test_a_folder_turned_read_only_while_open_and_back(
    qtbot: QtBot, window: StudioWindow, folder: Path
) -> None:
    window.open_folder(folder)
    forbid(folder)
    retitle(window, "Kept")
    qtbot.waitUntil(lambda: "cannot be written" in told(window, "disk"), timeout=10_000)
    assert not window.save()
    allow(folder)
    press(window, "disk", "Try again")
    assert told(window, "disk") == ""
    assert open_story(folder).story.scene_by_id["talk"].title["en"] == "Kept"


def test_captions_typed_in_a_read_only_folder_are_kept_and_saved_elsewhere(
    qtbot: QtBot,
    window: StudioWindow,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window.open_folder(folder)
    forbid(folder)
    window.windows.edit_clip("minibus")
    table = window.windows._clip.captions.table
    table.item(0, 2).setText("Kept.")
    assert problem(window) == ""
    assert "cannot be written" in told(window, "disk")
    assert table.item(0, 2).text() == "Kept."
    window.actions_by_name["undo"].trigger()
    assert table.item(0, 2).text() == "First words."
    window.actions_by_name["redo"].trigger()
    assert table.item(0, 2).text() == "Kept."
    elsewhere(qtbot, window, tmp_path / "copy", monkeypatch)
    assert [cue.text for cue in read(tmp_path / "copy" / NAME)[0]] == ["Kept."]
    assert [cue.text for cue in read(folder / NAME)[0]] == ["First words."]


def test_a_video_dropped_on_a_read_only_story_is_refused_kindly(
    qtbot: QtBot, window: StudioWindow, folder: Path, tmp_path: Path
) -> None:
    clip = make_clip(tmp_path / "arrival.mp4")
    window.open_folder(folder)
    forbid(folder)
    before = window.document.story
    drop(window, clip)
    qtbot.waitUntil(lambda: window.findChild(QMessageBox, "problem") is not None, timeout=20_000)
    words = problem(window)
    assert "“arrival.mp4” could not be copied" in words
    assert "not expect" not in words
    assert window.document.story is before


def test_without_a_cache_pictures_are_shown_all_the_same(
    qtbot: QtBot, window: StudioWindow, folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "cache").mkdir()
    forbid(tmp_path / "cache")
    pictures: set[str] = set()
    window._previews.loaded.connect(lambda scene, _: pictures.add(scene))
    window.open_folder(folder)
    qtbot.waitUntil(lambda: pictures == {"minibus"}, timeout=20_000)
    window.windows.edit_clip("minibus")
    editor = window.windows._clip
    qtbot.waitUntil(lambda: editor.screen.head is not None, timeout=20_000)
    qtbot.waitUntil(lambda: editor.timeline.peaks is not None, timeout=30_000)
    assert problem(window) == ""


def test_an_export_that_cannot_write_says_what_and_where(
    qtbot: QtBot, window: StudioWindow, folder: Path, tmp_path: Path
) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    forbid(closed)
    window.open_folder(folder)
    dialog = export_to(qtbot, window, closed / "film")

    def said() -> str:
        return " ".join(each.text() for each in dialog.findChildren(QLabel)) + problem(window)

    words: list[str] = []
    qtbot.waitUntil(lambda: bool(words.append(said()) or str(closed) in words[-1]), timeout=60_000)
    assert "not expect" not in " ".join(words)
    dialog.close()


def test_without_a_cache_a_film_is_exported_and_shown_in_the_browser(
    qtbot: QtBot,
    window: StudioWindow,
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "cache").mkdir()
    forbid(tmp_path / "cache")
    window.open_folder(folder)
    dialog = export_to(qtbot, window, tmp_path / "film")
    qtbot.waitUntil(lambda: dialog.show_folder.isVisible(), timeout=60_000)
    assert (tmp_path / "film" / "index.html").is_file()
    dialog.close()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window.actions_by_name["browser_start"].trigger()
    qtbot.waitUntil(lambda: bool(opened), timeout=60_000)
    assert Path(opened[0]).is_file()
    assert problem(window) == ""


def export_to(qtbot: QtBot, window: StudioWindow, out: Path) -> ExportDialog:
    """Begin an export to that folder."""
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(ExportDialog)
    assert isinstance(dialog, ExportDialog)
    dialog.out.setText(str(out))
    qtbot.waitUntil(lambda: dialog._outlook is not None, timeout=60_000)
    if dialog.reason.isVisible():
        dialog.reason.setText("A rehearsal")
    QTest.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    return dialog


def test_settings_that_cannot_be_written_change_nothing_else(
    qtbot: QtBot, translations: Translations, folder: Path, tmp_path: Path
) -> None:
    place = tmp_path / "config"
    place.mkdir()
    (place / "studio.ini").write_text("[General]\ntheme=light\n")
    forbid(place)
    settings = QSettings(str(place / "studio.ini"), QSettings.Format.IniFormat)
    window = StudioWindow(settings, translations)
    qtbot.addWidget(window)
    window.show()
    window.open_folder(folder)
    window.use_theme("dark")
    window.use_language("pl")
    window.use_language("en")
    retitle(window, "Kept")
    assert window.save()
    assert problem(window) == ""
    window.close()


def test_a_recent_folder_that_is_gone_or_closed_is_told(
    window: StudioWindow, folder: Path, tmp_path: Path
) -> None:
    window.open_folder(folder)
    story = window.document.story
    shutil.move(folder, tmp_path / "unplugged")
    window.menus.folder_wanted.emit(str(folder))
    assert str(folder) in problem(window)
    assert window.document.story is story
    closed = tmp_path / "closed"
    shutil.copytree(tmp_path / "unplugged", closed)
    closed.chmod(0)
    window.menus.folder_wanted.emit(str(closed))
    assert str(closed) in problem(window)
    assert window.document.story is story
