"""The map without a mouse: walking, searching, opening, menus; and what a screen reader hears."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.view import MapView
from studio.desktop.theme import LIGHT
from studio.story import edits
from studio.story.edits import Port
from studio.story.finding import Finding, Place
from studio.story.model import Story
from tests.desktop.stories import border_story

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    made = MapView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.setAccessibleName("Map of the story")
    made.show_story(border_story(), "en")
    made.show()
    qtbot.waitExposed(made)
    made.fit()
    made.setFocus()
    return made


def walk(view: MapView, *keys: Key) -> list[str | None]:
    passed = []
    for key in keys:
        QTest.keyClick(view, key)
        passed.append(view.selected)
    return passed


def test_arrows_walk_the_graph_and_back_the_way_one_came(view: MapView) -> None:
    assert walk(view, Key.Key_Right) == ["minibus"]
    assert walk(view, Key.Key_Right, Key.Key_Down, Key.Key_Down) == ["papers", "talk", "missed"]
    assert walk(view, Key.Key_Up, Key.Key_Right) == ["talk", "referred"]
    assert walk(view, Key.Key_Left, Key.Key_Left) == ["talk", "minibus"]
    assert walk(view, Key.Key_Home) == ["minibus"]


def test_a_scene_that_is_walked_to_comes_into_sight(view: MapView) -> None:
    view.zoom_by(1.0 / view.zoom)
    view.camera.go_to(QPointF(-4000, -4000), 1.0)
    walk(view, Key.Key_Right)
    assert view.rect().contains(view.scene_rect("minibus").toRect())


def test_shift_and_arrows_select_more(view: MapView) -> None:
    walk(view, Key.Key_Right)
    QTest.keyClick(view, Key.Key_Right, Shift)
    assert view.selection.scenes == ("minibus", "papers")


def test_letters_find_a_title_without_its_marks(view: MapView) -> None:
    view.show_story(edits.retitle_scene(border_story(), "missed", "en", "Łódź is far"), "en")
    QTest.keyClicks(view, "lodz")
    assert view.selected == "missed"
    view.keyboard.forget_letters()
    QTest.keyClicks(view, "kcik")
    assert view.selected == "referred"
    QTest.keyClick(view, Key.Key_Escape)
    assert view.keyboard.letters.typed == ""
    assert view.selected == "referred"


def test_enter_opens_and_f2_writes_the_title(qtbot: QtBot, view: MapView) -> None:
    view.select("talk")
    with qtbot.waitSignal(view.scene_opened) as caught:
        QTest.keyClick(view, Key.Key_Return)
    assert caught.args == ["talk"]
    QTest.keyClick(view, Key.Key_F2)
    assert view.editing.field is not None
    assert view.editing.field.accessibleName() == "Title of the scene"


def test_a_scene_is_made_and_moved_by_keys(view: MapView) -> None:
    asked: list[Story] = []
    view.edited.connect(lambda story, _label: (asked.append(story), view.show_story(story, "en")))
    view.select("papers")
    QTest.keyClick(view, Key.Key_Return, Control)
    field = view.editing.field
    assert field is not None
    QTest.keyClicks(field, "Third look")
    QTest.keyClick(field, Key.Key_Return)
    then = asked[-1].scene_by_id["papers"].then
    assert edits.target_of(asked[-1], edits.Port("papers", choice="choice_2")) == "third_look"
    assert then is not None
    before = asked[-1].scene_by_id["third_look"].position
    view.setFocus()
    QTest.keyClick(view, Key.Key_Down, Control)
    after = asked[-1].scene_by_id["third_look"].position
    assert (after.x, after.y) == (before.x, before.y + 8)


def test_ways_are_selected_followed_and_taken_away_by_keys(view: MapView) -> None:
    asked: list[Story] = []
    view.edited.connect(lambda story, _label: (asked.append(story), view.show_story(story, "en")))
    both = Control | Shift
    view.select("talk")
    QTest.keyClick(view, Key.Key_Right, both)
    assert view.selection.way == Port("talk", choice="safe")
    interface = QAccessible.queryAccessibleInterface(view)
    spoken = interface.text(QAccessible.Text.Description)
    assert spoken == "Are you safe? leads to Referred to KCIK"
    QTest.keyClick(view, Key.Key_Right, both)
    assert view.selection.way == Port("talk", choice="again")
    QTest.keyClick(view, Key.Key_Right, both)
    assert view.selection == Selection(("talk",))
    QTest.keyClick(view, Key.Key_Right, both)
    QTest.keyClick(view, Key.Key_Return)
    assert view.selected == "referred"
    view.choose(Selection(way=Port("talk", choice="again")))
    QTest.keyClick(view, Key.Key_Delete)
    assert edits.target_of(asked[-1], Port("talk", choice="again")) is None


def test_the_map_shows_that_tab_has_reached_it(view: MapView) -> None:
    corner = view.grab().toImage().pixelColor(1, 1).name()
    view.clearFocus()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.grab().toImage().pixelColor(1, 1).name() == LIGHT.accent
    view.clearFocus()
    assert view.grab().toImage().pixelColor(1, 1).name() == corner


def test_the_menu_key_opens_a_menu_for_the_selection(view: MapView) -> None:
    view.select("talk")
    at = view.selected_place().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    menu = view.findChild(QMenu, "map_menu")
    assert menu is not None
    names = [action.text() for action in menu.actions() if action.text()]
    assert names[:3] == ["Edit title", "New scene after this one", "Connect to…"]
    menu.close()


def test_every_command_has_words_and_no_key_is_taken_twice(view: MapView) -> None:
    keys = []
    for command, action in view.commands:
        assert action.text()
        assert action.toolTip()
        keys += [key.toString() for key in action.shortcuts() if not key.isEmpty()]
        assert command.name
    assert len(keys) == len(set(keys))


def test_a_screen_reader_meets_every_scene_with_its_ways(view: MapView) -> None:
    view.set_findings(
        [Finding("SC006", "error", Place(scene="talk"), {"pl": "", "en": ""}, {"pl": "", "en": ""})]
    )
    interface = QAccessible.queryAccessibleInterface(view)
    assert interface.role() == QAccessible.Role.List
    assert interface.text(QAccessible.Text.Name) == "Map of the story"
    assert interface.childCount() == 5
    names = [interface.child(n).text(QAccessible.Text.Name) for n in range(5)]
    assert names[2] == "The conversation"
    talk = interface.child(2)
    assert talk.parent() is interface
    assert talk.text(QAccessible.Text.Description) == (
        "decision, choices: 2; to be filmed; findings: 1; chapter The interview; "
        "Are you safe? leads to Referred to KCIK; "
        "Go back to the start leads to Minibus at the second line; "
        "reached from: Minibus at the second line, The papers"
    )
    assert not talk.state().selected
    view.select("talk")
    assert talk.state().selected
    assert interface.text(QAccessible.Text.Description).startswith("The conversation; decision")
    place = talk.rect()
    off = view.mapFromGlobal(place.center()) - view.scene_rect("talk").center().toPoint()
    assert off.manhattanLength() <= 2
    found = interface.childAt(place.center().x(), place.center().y())
    assert found is talk
    assert interface.indexOfChild(talk) == 2
    view.show_story(edits.delete_scenes(border_story(), ["talk"]), "en")
    assert interface.childCount() == 4
    assert not talk.isValid()


def test_zoom_to_the_selection_and_back_to_everything(view: MapView) -> None:
    view.choose(Selection(("talk", "referred")))
    view.commands["show_selected"].trigger()
    rect = view.scene_rect("talk").united(view.scene_rect("referred"))
    assert view.zoom > 0.9
    assert view.rect().contains(rect.toRect())
    view.fit()
    assert all(view.rect().contains(view.scene_rect(s.id).toRect()) for s in view.story.scenes)
