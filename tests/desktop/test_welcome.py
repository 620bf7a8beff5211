"""The first page, new stories from templates, samples, work found again, hints, keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from studio.checks.registry import run_checks
from studio.desktop.dialogs.new_story import NewStoryDialog
from studio.desktop.dialogs.shortcuts import ShortcutsSheet
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.files import create_story, open_story
from studio.story.journal import Journal, rescued
from studio.story.model import Position
from studio.story.starting import (
    TEMPLATES,
    Template,
    begin_story,
    sample_folders,
    title_of,
)
from tests.desktop.stories import border_story


@pytest.fixture(autouse=True)
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "documents"
    for module in ("dialogs.new_story", "story_flow"):
        monkeypatch.setattr(f"studio.desktop.{module}.home_of_stories", lambda: home)
    return home


def make(window: StudioWindow, template: str, title: str) -> None:
    QTest.mouseClick(window.welcome.offers[template], Qt.MouseButton.LeftButton)
    dialog = window.findChild(NewStoryDialog)
    assert isinstance(dialog, NewStoryDialog)
    assert not dialog.make.isEnabled()
    field = dialog.findChild(QLineEdit, "title")
    QTest.keyClicks(field, title)
    QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_new_story_from_each_template(
    window: StudioWindow, documents: Path, template: Template
) -> None:
    make(window, template, "Night shift")
    assert window.document.folder == documents / "night_shift"
    story = open_story(documents / "night_shift").story
    assert story.title["en"] == "Night shift"
    assert set(story.languages) == {"pl", "en"}
    assert bool(story.scenes) == (template != "empty")
    assert window.map.isVisible()


@pytest.mark.parametrize("template", [each for each in TEMPLATES if each != "empty"])
def test_templates_pass_the_checks(template: Template, tmp_path: Path) -> None:
    story = begin_story(template, "Nocna zmiana", ("pl", "en"))
    create_story(story, tmp_path / "story")
    found = run_checks(story, tmp_path / "story").findings
    assert [each for each in found if each.severity != "notice"] == []


def test_a_title_taken_gets_a_folder_of_its_own(window: StudioWindow, documents: Path) -> None:
    (documents / "night_shift").mkdir(parents=True)
    make(window, "empty", "Night shift")
    assert window.document.folder == documents / "night_shift-2"


def test_a_sample_opens_as_a_copy(qtbot: QtBot, window: StudioWindow, documents: Path) -> None:
    sample = sample_folders()[0]
    buttons = window.welcome.findChildren(QPushButton)
    words = title_of(sample)["en"]
    button = next(each for each in buttons if each.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.document.folder == documents / sample.name, timeout=30_000)
    assert (documents / sample.name / "media").is_dir()
    assert not (sample / ".studio").exists() or window.document.folder != sample


def test_work_whose_folder_is_gone_is_offered_and_saved_anew(
    qtbot: QtBot, window: StudioWindow, documents: Path, tmp_path: Path
) -> None:
    journal = Journal(tmp_path / "stick" / "night")
    journal.record(border_story(), "edit")
    assert journal.flush()
    journal.close()
    assert len(rescued()) == 1
    window.flow.look_for_work()
    qtbot.waitUntil(lambda: bool(window.welcome._buttons["rescues"]), timeout=10_000)
    QTest.mouseClick(window.welcome._buttons["rescues"][0], Qt.MouseButton.LeftButton)
    assert window.document.folder == documents / "night"
    assert window.document.story == border_story()
    assert rescued() == []


def test_a_recent_story_with_work_from_a_crash_is_marked(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    journal = Journal(story_folder)
    journal.record(edits.retitle_scene(border_story(), "talk", "en", "x"), "edit")
    journal.close()
    window.flow._remember(story_folder)
    window.flow.look_for_work()
    qtbot.waitUntil(
        lambda: any("•" in each.text() for each in window.welcome._buttons["recent"]),
        timeout=10_000,
    )


def hint(window: StudioWindow) -> str:
    row = window.notices.findChild(QFrame, "notice-hint")
    return " ".join(each.text() for each in row.findChildren(QLabel)) if row else ""


def test_hints_follow_what_was_done_and_then_are_silent(
    window: StudioWindow, documents: Path
) -> None:
    make(window, "empty", "Night shift")
    assert "Drop video files" in hint(window)
    for name in ("One", "Two"):
        story = window.document.story
        assert story is not None
        window.document.apply(edits.add_scene(story, {"en": name}, Position()), "New scene")
    assert "Drag from the dot" in hint(window)
    story = window.document.story
    assert story is not None
    first, second = (each.id for each in story.scenes)
    window.document.apply(edits.connect_new_choice(story, first, second), "Connect")
    assert "F5" in hint(window)
    window.actions_by_name["play_start"].trigger()
    assert hint(window) == ""
    assert window.hints.over
    window.windows.close_play()


def test_the_keys_are_listed_in_the_language_and_can_be_searched(
    qtbot: QtBot, window: StudioWindow
) -> None:
    window.use_language("pl")
    qtbot.waitUntil(lambda: window.actions_by_name["save"].text() == "Zapisz")
    window.actions_by_name["shortcuts"].trigger()
    sheet = window.findChild(ShortcutsSheet)
    assert isinstance(sheet, ShortcutsSheet)
    sheet.search.setText("cofnij")
    shown = [each.text() for each in sheet.findChildren(QLabel) if each.isVisible()]
    assert "Cofnij" in shown
    assert "Zapisz" not in shown
    sheet.close()
