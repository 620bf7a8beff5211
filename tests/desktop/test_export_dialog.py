"""What can be chosen in the export dialog reaches the film; what cannot be had is told."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.window import StudioWindow
from studio.media.analysis import clip_facts
from studio.story.files import save_story
from studio.story.model import Clip, Ending, Footage, Next, Scene, new_story
from tests.clips import make_clip
from tests.film_scripts import read_film


@pytest.fixture
def dialog(
    qtbot: QtBot, window: StudioWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> ExportDialog:
    """The dialog on a story with a filmed scene and one that is not, in English."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story = new_story("two", {"en": "Two"}, ("en",))
    scenes = (
        Scene("bus", {"en": "The bus"}, clip=Clip(Footage("media/bus.mp4")), then=Next("home")),
        Scene("home", {"en": "Home"}, script={"en": "You are safe."}, then=Ending()),
    )
    settings = replace(story.settings, frame_width=320, frame_height=180)
    make_clip(tmp_path / "two" / "media" / "bus.mp4", 2.0, size="640x360")
    save_story(replace(story, scenes=scenes, start="bus", settings=settings), tmp_path / "two")
    window.open_folder(tmp_path / "two")
    window.actions_by_name["export"].trigger()
    made = window.findChild(ExportDialog)
    made.out.setText(str(tmp_path / "film"))
    qtbot.waitUntil(lambda: made._outlook is not None, timeout=120_000)
    return made


def export(qtbot: QtBot, dialog: ExportDialog) -> dict:
    dialog.reason.setText("A rehearsal")
    QTest.mouseClick(dialog.begin, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog.running, timeout=120_000)
    return read_film(Path(dialog.out.text()))


def test_size_and_time_are_told_before(qtbot: QtBot, dialog: ExportDialog) -> None:
    words = dialog.outlook.text()
    assert "MB" in words
    assert "encode: 2" in words
    assert "on this computer" in words
    assert dialog._outlook is not None
    assert 2.0 < dialog._outlook.estimate.seconds_to_encode < 6.0
    export(qtbot, dialog)
    # The next time is told by how long it really took.
    assert dialog._settings is not None
    effort = dialog._settings.value(dialog._effort_key(), 0.0, type=float)
    assert isinstance(effort, float)
    assert effort > 0
    dialog.close()


@pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="no voice on this computer")
def test_cards_are_read_aloud_on_request(qtbot: QtBot, dialog: ExportDialog) -> None:
    loud: list[float | None] = []
    for _ in range(2):
        film = export(qtbot, dialog)
        card = Path(dialog.out.text()) / film["scenes"][1]["media"]["en"]["src"]
        loud.append(clip_facts(card).loudness)
        dialog.options.narrate.click()
        qtbot.waitUntil(lambda: dialog._outlook is not None, timeout=120_000)
    assert loud[0] is None
    assert loud[1] is not None
    dialog.close()


def test_a_film_is_made_to_fit_or_it_is_told(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.options.budget.setValue(0.1)
    qtbot.waitUntil(lambda: dialog._outlook is not None, timeout=120_000)
    assert dialog._outlook is not None
    assert dialog._outlook.estimate.bytes < 100_000_000
    assert dialog._wish().choices.budget == 100_000_000
    dialog.options.budget.setDecimals(6)
    dialog.options.budget.setValue(0.000_01)
    qtbot.waitUntil(lambda: not dialog.outlook.text() and bool(dialog.said.text()), timeout=60_000)
    assert dialog._outlook is None
    dialog.close()


def test_without_cards_only_filmed_scenes_are_clips(qtbot: QtBot, dialog: ExportDialog) -> None:
    dialog.options.cards.click()
    qtbot.waitUntil(lambda: dialog._outlook is not None, timeout=120_000)
    assert "encode: 1" in dialog.outlook.text()
    film = export(qtbot, dialog)
    assert not film["scenes"][1].get("media")
    dialog.close()
