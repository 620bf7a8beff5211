"""The command palette: finds scenes, texts and commands, and does what was chosen, by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.selection import Selection
from studio.desktop.command_palette import CommandPalette
from studio.desktop.finder import connected
from studio.desktop.palette_search import entry, ranked, scene_entries, text_entries
from studio.desktop.theme import LIGHT
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.edits import Port
from studio.story.model import Decision, Position
from tests.desktop.stories import border_story

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier


def words_of(query: str) -> list[str]:
    story = border_story()
    entries = [
        *scene_entries(story, "pl"),
        entry("command", "Otwórz", "open", "Ctrl+O"),
        *text_entries(story, "pl"),
    ]
    return [each.words for each in ranked(query, entries)]


def test_titles_come_before_texts_and_what_begins_with_the_words_comes_first() -> None:
    # The scene of that name, then the chapter, then what is said in a scene.
    assert words_of("rozm")[:3] == ["Rozmowa", "Rozmowa", "Rozmawiam na osobności"]
    assert words_of("dokumenty")[0] == "Dokumenty"
    assert "Sprawdzam dokumenty" in words_of("dokumenty")


@pytest.mark.parametrize("query", ["otworz", "OTWÓRZ", "otwurz", "otwrz"])
def test_marks_capitals_and_slips_do_no_harm(query: str) -> None:
    assert words_of(query)[0] == "Otwórz"


def test_words_may_come_in_any_order_and_nonsense_finds_nothing() -> None:
    assert words_of("kcik skierowanie")[0] == "Skierowanie do KCIK"
    assert words_of("qqqqzzzz") == []
    everything = [*border_story().scenes, "Otwórz", *text_entries(border_story(), "pl")]
    assert len(words_of("")) == len(everything)


def test_texts_know_the_scene_they_stand_in() -> None:
    found = {each.words: each for each in text_entries(border_story(), "en")}
    assert found["The driver holds every passport."].key == "papers"
    assert found["Are you safe?"].detail == "The conversation"
    assert "The papers" not in found


@pytest.fixture
def opened(window: StudioWindow, story_folder: Path) -> StudioWindow:
    window.open_folder(story_folder)
    return window


def palette(window: StudioWindow) -> CommandPalette:
    found = [each for each in window.findChildren(CommandPalette) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press(qtbot: QtBot, window: StudioWindow, key: Key) -> None:
    """Press Ctrl and the key on the map, once the window has the keys."""
    window.activateWindow()
    window.map.setFocus()
    qtbot.waitUntil(window.map.hasFocus)
    QTest.keyClick(window.map, key, Control)


def first(window: StudioWindow) -> str:
    item = palette(window).list.item(0)
    return item.text() if item is not None else ""


def test_ctrl_k_goes_to_a_scene(qtbot: QtBot, opened: StudioWindow) -> None:
    press(qtbot, opened, Key.Key_K)
    QTest.keyClicks(palette(opened).field, "kcik")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    assert opened.map.selected == "referred"


def test_a_text_is_found_and_its_scene_selected(qtbot: QtBot, opened: StudioWindow) -> None:
    opened.actions_by_name["find_anything"].trigger()
    QTest.keyClicks(palette(opened).field, "every passport")
    qtbot.waitUntil(lambda: first(opened) == "The driver holds every passport.")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    assert opened.map.selected == "papers"


def test_any_command_of_the_menus_is_carried_out(qtbot: QtBot, opened: StudioWindow) -> None:
    opened.map.select("papers")
    opened.actions_by_name["find_anything"].trigger()
    QTest.keyClicks(palette(opened).field, "start the film here")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    assert opened.document.story is not None
    assert opened.document.story.start == "papers"
    opened.actions_by_name["find_anything"].trigger()
    QTest.keyClicks(palette(opened).field, "Polski")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    command = opened.map.commands["set_start"]
    qtbot.waitUntil(lambda: command.text() == "Zacznij film tutaj")


def test_what_cannot_be_done_is_shown_but_not_carried_out(opened: StudioWindow) -> None:
    opened.map.select(None)
    opened.actions_by_name["find_anything"].trigger()
    field = palette(opened).field
    QTest.keyClicks(field, "start the film here")
    QTest.keyClick(field, Key.Key_Return)
    assert opened.document.story == border_story()
    QTest.keyClick(field, Key.Key_Escape)


def test_arrows_choose_and_escape_leaves(opened: StudioWindow) -> None:
    opened.actions_by_name["find_anything"].trigger()
    field = palette(opened).field
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Down)
    QTest.keyClick(field, Key.Key_Up)
    assert palette(opened).list.currentRow() == 1
    QTest.keyClick(field, Key.Key_Escape)
    assert opened.map.selected is None


def test_a_way_is_drawn_by_keys_to_a_scene_or_to_a_new_one(
    qtbot: QtBot, opened: StudioWindow
) -> None:
    opened.map.select("talk")
    press(qtbot, opened, Key.Key_L)
    QTest.keyClicks(palette(opened).field, "papers")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    story = opened.document.story
    assert story is not None
    assert edits.target_of(story, Port("talk", choice="choice_3")) == "papers"
    press(qtbot, opened, Key.Key_L)
    QTest.keyClicks(palette(opened).field, "Quite another place")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    story = opened.document.story
    assert story is not None
    assert edits.target_of(story, Port("talk", choice="choice_4")) == "quite_another_place"
    assert opened.map.selected == "quite_another_place"


def test_where_a_way_can_be_added_it_is() -> None:
    story = border_story()
    story = edits.add_scene(story, {"en": "Open"})
    story = connected(story, "open", "talk")
    assert edits.target_of(story, Port("open")) == "talk"
    twice = connected(story, "open", "papers")
    assert isinstance(twice.scene_by_id["open"].then, Decision)
    assert connected(story, "missed", "talk") is story


def test_in_a_large_story_enter_waits_for_what_is_being_found(
    qtbot: QtBot, window: StudioWindow
) -> None:
    entries = [entry("scene", f"Conversation {number}", str(number)) for number in range(4000)]
    chosen: list[str] = []
    asked = CommandPalette(
        window, LIGHT, entries, lambda each: chosen.append(each.key), "Which scene?"
    )
    asked.show_in(window)
    QTest.keyClicks(asked.field, "tion 3777")
    QTest.keyClick(asked.field, Key.Key_Return)
    qtbot.waitUntil(lambda: chosen == ["3777"], timeout=20_000)


def test_a_way_is_led_elsewhere_by_keys(qtbot: QtBot, opened: StudioWindow) -> None:
    opened.map.choose(Selection(way=Port("minibus", choice="wave")))
    press(qtbot, opened, Key.Key_L)
    QTest.keyClicks(palette(opened).field, "papers")
    QTest.keyClick(palette(opened).field, Key.Key_Return)
    story = opened.document.story
    assert story is not None
    assert edits.target_of(story, Port("minibus", choice="wave")) == "papers"


def test_notes_and_chapters_are_found(qtbot: QtBot, opened: StudioWindow) -> None:
    story = edits.add_note(border_story(), "Ask Ola about the light", Position(900, 900))
    opened.document.apply(story, "note")
    for words, chosen in (
        ("Ask Ola about the light", Selection(notes=("note",))),
        ("The interview", Selection(chapter="interview")),
    ):
        opened.actions_by_name["find_anything"].trigger()
        QTest.keyClicks(palette(opened).field, words)
        qtbot.waitUntil(lambda words=words: first(opened) == words)
        QTest.keyClick(palette(opened).field, Key.Key_Return)
        assert opened.map.selection == chosen
