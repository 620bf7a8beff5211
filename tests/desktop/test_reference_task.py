"""The reference task: a film from nothing, by mouse and keyboard on the real widgets, counted.

From an empty story: five scenes with clips dropped in, six choices with feedback in two
languages, one condition, one hotspot, one timed decision, check, export, and the exported film
played in Chromium.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.new_story import NewStoryDialog
from studio.desktop.inspector.pickers import SearchPopup
from studio.desktop.window import StudioWindow
from studio.story.model import Decision, Ending, Story
from tests.browser import walker
from tests.clips import make_clip

pytestmark = pytest.mark.timeout(300)
LEFT = Qt.MouseButton.LeftButton
MOST = 120


class Hand:
    """Clicks, drags (counted as two) and keys (texts not counted) on the window."""

    def __init__(self, window: StudioWindow) -> None:
        self.window = window
        self.count = 0

    @property
    def story(self) -> Story:
        assert self.window.document.story is not None
        return self.window.document.story

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        # Offscreen nobody but the program itself brings a window back to the front.
        if not widget.window().isActiveWindow():
            widget.window().activateWindow()
        QApplication.processEvents()
        self.count += 1
        QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())
        QApplication.processEvents()

    def press(self, widget: QWidget, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
        self.count += 1
        held = Qt.KeyboardModifier.NoModifier
        for each in modifiers:
            held |= each
        QTest.keyClick(widget, key, held)
        QApplication.processEvents()

    def write(self, words: str) -> None:
        """Into whatever has the focus; a text, so not counted."""
        for letter in words:
            target = QApplication.focusWidget()
            assert target is not None, f"the focus went while writing “{words}”"
            QTest.keyClick(target, letter)
        QApplication.processEvents()

    def field(self, name: str) -> QWidget:
        """The field of the inspector, scrolled to."""
        self.window.inspector.commit()
        QApplication.processEvents()
        found = self.window.inspector.findChild(QWidget, name)
        assert found is not None, name
        self.window.inspector.ensureWidgetVisible(found)
        QApplication.processEvents()
        return found

    def drop(self, files: list[Path]) -> None:
        view, at = self.window.map, QPoint(200, 260)
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
        copy, plain = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(view, QDragEnterEvent(at, copy, data, LEFT, plain))
        QApplication.sendEvent(view, QDropEvent(QPointF(at), copy, data, LEFT, plain))
        self.count += 2

    def choose_scene(self, scene_id: str) -> None:
        self.click(self.window.map, self.window.map.scene_rect(scene_id).center().toPoint())
        assert self.window.map.selected == scene_id

    def lead_to(self, field: QWidget, words: str) -> None:
        self.click(field)
        popups = [*self.window.findChildren(SearchPopup), *QApplication.topLevelWidgets()]
        popup = next(each for each in popups if isinstance(each, SearchPopup) and each.isVisible())
        QTest.keyClicks(popup.search, words)
        self.press(popup.search, Qt.Key.Key_Return)

    def write_choice(self, scene_id: str, number: int, target: str) -> str:
        """A choice with words and feedback in both languages, leading to the scene."""
        then = self.story.scene_by_id[scene_id].then
        if not isinstance(then, Decision) or len(then.choices) < number:
            self.click(self.field("add-choice"))
        then = self.story.scene_by_id[scene_id].then
        assert isinstance(then, Decision)
        choice = then.choices[number - 1].id
        path = f"scenes/{scene_id}/then/choices/{choice}"
        for language, words in (("en", f"Answer {number}"), ("pl", f"Odpowiedź {number}")):
            self.click(self.field(f"{path}/text/{language}"))
            self.write(words)
        self.lead_to(self.field(f"{path}/target"), target)
        self.click(self.field(f"section-choice-{scene_id}-{choice}"))
        for language, words in (
            ("en", "This is how it goes on, and why."),
            ("pl", "Tak to idzie dalej, i dlatego."),
        ):
            self.click(self.field(f"{path}/feedback/text/{language}"))
            self.write(words)
        self.window.inspector.commit()
        return choice


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("filmed")
    names = ("arrival", "talk", "safe", "partly", "missed")
    return [make_clip(folder / f"{name}.mp4", 2.0, size="640x360") for name in names]


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = tmp_path / "documents"
    monkeypatch.setattr("studio.desktop.dialogs.new_story.home_of_stories", lambda: home)
    return home


def test_a_film_from_nothing_to_chromium(
    qtbot: QtBot, window: StudioWindow, clips: list[Path], documents: Path, tmp_path: Path
) -> None:
    hand = Hand(window)
    hand.click(window.welcome.offers["empty"])
    dialog = window.findChild(NewStoryDialog)
    title = dialog.findChild(QLineEdit, "title")
    QTest.keyClicks(title, "Night shift")
    hand.press(title, Qt.Key.Key_Return)
    assert window.document.folder == documents / "night_shift"

    hand.drop(clips)
    qtbot.waitUntil(lambda: len(hand.story.scenes) == 5, timeout=60_000)
    arrival, talk, *endings = (scene.id for scene in hand.story.scenes)
    window.map.fit()
    QApplication.processEvents()

    hand.choose_scene(arrival)
    hand.click(hand.field("What follows-decision"))
    for language, words in (("en", "What do you do?"), ("pl", "Co robisz?")):
        hand.click(hand.field(f"scenes/{arrival}/then/prompt/{language}"))
        hand.write(words)
    hotspot = hand.write_choice(arrival, 1, "talk")
    hand.write_choice(arrival, 2, "partly")
    hand.write_choice(arrival, 3, "missed")

    hand.choose_scene(talk)
    hand.click(hand.field("What follows-decision"))
    for language, words in (("en", "And now?"), ("pl", "A teraz?")):
        hand.click(hand.field(f"scenes/{talk}/then/prompt/{language}"))
        hand.write(words)
    conditional = hand.write_choice(talk, 1, "safe")
    hand.write_choice(talk, 2, "partly")
    hand.write_choice(talk, 3, "missed")
    path = f"scenes/{talk}/then/choices/{conditional}/condition"
    hand.click(hand.field(f"add-condition-{path}"))

    for ending in endings:
        hand.choose_scene(ending)
        hand.click(hand.field("What follows-ending"))

    hand.choose_scene(arrival)
    hand.count += 1
    window.actions_by_name["edit_clip"].trigger()
    editor = window.windows._clip
    assert editor is not None
    qtbot.waitUntil(lambda: editor.screen.head is not None, timeout=60_000)
    item = editor.choices.item(0)
    hand.click(editor.choices.viewport(), editor.choices.visualItemRect(item).center())
    frame, view = editor.screen.frame, editor.screen.viewport()
    corners = [
        editor.screen.mapFromScene(QPointF(frame.width() * share, frame.height() * share))
        for share in (0.3, 0.6)
    ]
    QTest.mousePress(view, LEFT, pos=corners[0])
    QTest.mouseMove(view, corners[1])
    QTest.mouseRelease(view, LEFT, pos=corners[1])
    hand.count += 2
    hand.click(editor.limit)
    editor.limit.selectAll()
    QTest.keyClicks(editor.limit, "12")
    hand.press(editor.limit, Qt.Key.Key_Return)
    hand.press(editor, Qt.Key.Key_Escape)
    then = hand.story.scene_by_id[arrival].then
    assert isinstance(then, Decision)
    assert then.time_limit == 12
    assert next(each.region for each in then.choices if each.id == hotspot) is not None

    hand.count += 1
    window.actions_by_name["save"].trigger()
    hand.count += 1
    window.actions_by_name["export"].trigger()
    export = window.findChild(ExportDialog)
    qtbot.waitUntil(lambda: export._outlook is not None, timeout=120_000)
    errors = [each.message["en"] for each in export._outlook.errors]
    assert errors == []
    hand.click(export.begin)
    qtbot.waitUntil(lambda: not export.running, timeout=120_000)
    film = Path(export.out.text())
    assert (film / "index.html").is_file(), export.said.text()
    export.close()

    check_story(hand.story, arrival, talk, endings)
    play_in_chromium(film, hotspot)
    print(f"\nreference task: {hand.count} clicks and keystrokes (aim: under {MOST})")
    assert hand.count < MOST


def check_story(story: Story, arrival: str, talk: str, endings: list[str]) -> None:
    decisions = [story.scene_by_id[each].then for each in (arrival, talk)]
    choices = [choice for then in decisions for choice in then.choices]
    assert len(choices) == 6
    for choice in choices:
        assert set(choice.text) == {"pl", "en"}
        assert choice.feedback is not None
        assert set(choice.feedback.text) == {"pl", "en"}
    assert sum(choice.condition is not None for choice in choices) == 1
    assert all(isinstance(story.scene_by_id[each].then, Ending) for each in endings)
    assert all(scene.clip is not None for scene in story.scenes)


def play_in_chromium(film: Path, hotspot: str) -> None:
    with sync_playwright() as playwright, walker.chromium(playwright) as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.set_default_timeout(60_000)
        page.goto(f"{walker.file_address(film)}index.html#lang=en")
        page.click("#start")
        page.wait_for_selector("html[data-phase=deciding]")
        page.click(f"[data-choice={hotspot}]")
        page.wait_for_selector("html[data-phase=feedback]")
