"""A real application offscreen; every test fails on a Qt warning."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.camera import Camera
from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow
from studio.story.files import create_story
from tests.desktop.stories import border_story

_OFFSCREEN = ("plugin does not support", "PulseAudio", "No audio device", "No RHI backend")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform has no size hints, no window above another, nor a
    sound card: none of it is a fault."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore(*_OFFSCREEN))


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Journals rescued from tests stay with their test."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture(autouse=True)
def still_map(monkeypatch: pytest.MonkeyPatch) -> None:
    """The map moves at once, so that a test may ask where something lies."""
    monkeypatch.setattr(Camera, "animated", False)


@pytest.fixture
def story_folder(tmp_path: Path) -> Path:
    """A folder with a small whole story."""
    folder = tmp_path / "border"
    create_story(border_story(), folder)
    return folder


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    """English to begin with, and again afterwards."""
    made = Translations(qapp)
    made.use("en")
    yield made
    made.use("en")


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, translations: Translations) -> Iterator[StudioWindow]:
    """The window, shown, with settings of its own and no story."""
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", "light")
    made = StudioWindow(settings, translations)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.document.changed.disconnect()
    made.document.give_up()  # A test's leftovers must not ask to be saved.
    made.close()
    made.deleteLater()
