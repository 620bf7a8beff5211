"""The Polish of the editor is complete, fresh, and switches at run time."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtWidgets import QFrame
from pytestqt.qtbot import QtBot

from studio.desktop.window import StudioWindow
from tests.desktop.translation_tools import POLISH, collect, compile_to

_MEND = "run: python -m tests.desktop.translation_tools"


def test_every_phrase_has_polish_with_the_same_places() -> None:
    messages = ElementTree.parse(POLISH).getroot().findall("context/message")
    assert len(messages) > 50
    for message in messages:
        source = message.findtext("source") or ""
        translation = message.find("translation")
        assert translation is not None
        assert translation.get("type") is None
        assert translation.text, f"no Polish for “{source}”"
        places = re.findall(r"\{\w+\}", source)
        assert sorted(places) == sorted(re.findall(r"\{\w+\}", translation.text))


def test_phrases_are_those_of_the_sources(tmp_path: Path) -> None:
    fresh = tmp_path / "studio_pl.ts"
    shutil.copy(POLISH, fresh)
    collect(fresh)
    assert fresh.read_text("utf-8") == POLISH.read_text("utf-8"), _MEND


def test_compiled_file_is_that_of_the_phrases(tmp_path: Path) -> None:
    fresh = tmp_path / "studio_pl.qm"
    compile_to(POLISH, fresh)
    assert fresh.read_bytes() == POLISH.with_suffix(".qm").read_bytes(), _MEND


def test_language_switches_at_run_time(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    assert window.windowTitle().startswith("Border check")
    window.menus.language_actions["pl"].trigger()
    qtbot.waitUntil(lambda: window.actions_by_name["save"].text() == "Zapisz")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Kontrola na granicy"))
    assert window.menus.by_section["file"].title() == "&Plik"
    window.menus.language_actions["en"].trigger()
    qtbot.waitUntil(lambda: window.actions_by_name["save"].text() == "Save")
    qtbot.waitUntil(lambda: window.windowTitle().startswith("Border check"))


def test_the_hint_is_said_in_the_new_language(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    hint = window.notices.findChild(QFrame, "notice-hint")
    assert hint.accessibleName().startswith("Press F5")
    window.menus.language_actions["pl"].trigger()

    def said() -> str:
        return window.notices.findChild(QFrame, "notice-hint").accessibleName()

    qtbot.waitUntil(lambda: said().startswith("Naciśnij F5"))
