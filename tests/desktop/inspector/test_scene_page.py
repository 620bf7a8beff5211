"""The page of a scene by mouse and keyboard: typing, what follows, choices, folding."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.desktop.inspector.parts import Section
from studio.desktop.inspector.pickers import SceneField, SearchPopup
from studio.desktop.inspector.rich_text import RichEdit
from studio.desktop.inspector.text_fields import PlainEdit
from studio.desktop.inspector.value_fields import NumberField
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk

LEFT = Qt.MouseButton.LeftButton


def click(widget: QWidget) -> None:
    QApplication.processEvents()
    QTest.mouseClick(widget, LEFT)


def unfold(desk: Desk, key: str) -> None:
    section = desk.field(f"section-{key}")
    assert isinstance(section, QToolButton)
    if not section.isChecked():
        click(section)


def pick(combo: QWidget, words: str) -> None:
    """Choose from a drop-down with the keyboard."""
    assert isinstance(combo, QComboBox)
    index = combo.findText(words)
    assert index >= 0, [combo.itemText(each) for each in range(combo.count())]
    combo.setFocus()
    while combo.currentIndex() != index:
        key = Qt.Key.Key_Down if combo.currentIndex() < index else Qt.Key.Key_Up
        before = combo.currentIndex()
        QTest.keyClick(combo, key)
        assert combo.currentIndex() != before


def choice(desk: Desk, choice_id: str) -> m.Choice:
    found = m.choice_of(desk.story.scene_by_id["minibus"], choice_id)
    assert found is not None
    return found


def test_typing_is_an_edit_at_once_and_one_step_for_a_visit(qtbot: QtBot, desk: Desk) -> None:
    desk.inspector.look_at(scenes=("talk",))
    title = desk.field("scenes/talk/title/en")
    assert isinstance(title, PlainEdit)
    title.setFocus()
    QTest.keyClicks(title, "A ")
    qtbot.waitUntil(lambda: len(desk.steps) == 1, timeout=3000)
    assert title.hasFocus()
    QTest.keyClicks(title, "quiet ")
    qtbot.waitUntil(lambda: len(desk.steps) == 2, timeout=3000)
    assert title.toPlainText() == "A quiet The conversation"
    assert title.textCursor().position() == 8
    desk.field("scenes/talk/title/pl").setFocus()
    assert desk.story.scene_by_id["talk"].title["en"] == "A quiet The conversation"
    assert len({visit for _, visit in desk.steps}) == 1
    title.setFocus()
    QTest.keyClicks(title, "!")
    desk.inspector.commit()
    assert len({visit for _, visit in desk.steps}) == 2


def test_what_is_not_translated_is_marked(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("talk",))
    english = desk.field("scenes/talk/title/en")
    assert isinstance(english, PlainEdit)
    assert not english.property("missing")
    english.setFocus()
    english.selectAll()
    QTest.keyClick(english, Qt.Key.Key_Delete)
    desk.inspector.commit()
    assert desk.story.scene_by_id["talk"].title == {"pl": "Rozmowa"}
    assert english.property("missing")
    marks = [each.text() for each in desk.inspector.findChildren(QLabel)]
    assert "EN · not translated" in marks


def test_enter_leaves_a_title_and_pasting_keeps_it_one_line(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("talk",))
    title = desk.field("scenes/talk/title/pl")
    assert isinstance(title, PlainEdit)
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert title.toPlainText() == "Rozmowa"
    assert desk.field("scenes/talk/title/en").hasFocus()


def test_undo_belongs_to_the_field_while_it_has_something_to_take_back(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("talk",))
    title = desk.field("scenes/talk/title/en")
    assert isinstance(title, PlainEdit)
    title.setFocus()
    QTest.keyClicks(title, "x")
    QTest.keyClick(title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert title.toPlainText() == "The conversation"


def test_the_kind_of_what_follows_is_one_click(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("papers",))
    click(desk.field("What follows-decision"))
    then = desk.story.scene_by_id["papers"].then
    assert isinstance(then, m.Decision)
    assert then.choices[0].target == "talk"
    click(desk.field("What follows-ending"))
    assert desk.story.scene_by_id["papers"].then == m.Ending()
    pick(desk.field("scenes/papers/then/outcome"), "failure")
    assert desk.story.scene_by_id["papers"].then == m.Ending(outcome="failure")


def test_a_choice_is_added_written_and_led_somewhere(qtbot: QtBot, desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    click(desk.field("add-choice"))
    new = desk.field("scenes/minibus/then/choices/choice_4/text/pl")
    assert new.hasFocus()
    QTest.keyClicks(new, "Dzwonie")
    desk.inspector.commit()
    field = desk.field("scenes/minibus/then/choices/choice_4/target")
    click(field)
    popup = next(each for each in desk.inspector.window().findChildren(SearchPopup) or _popups())
    QTest.keyClicks(popup.search, "refer")
    QTest.keyClick(popup.search, Qt.Key.Key_Return)
    assert choice(desk, "choice_4") == m.Choice(
        "choice_4", text={"pl": "Dzwonie"}, target="referred"
    )


def _popups() -> list[SearchPopup]:
    return [each for each in QApplication.topLevelWidgets() if isinstance(each, SearchPopup)]


def test_choices_move_and_go_by_their_menu(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))

    def menu_action(choice_id: str, words: str) -> None:
        button = desk.field(f"choice-menu-{choice_id}")
        assert isinstance(button, QToolButton)
        menu = button.menu()
        assert isinstance(menu, QMenu)
        menu.aboutToShow.emit()
        next(each for each in menu.actions() if each.text() == words).trigger()

    menu_action("papers", "Move down")
    then = desk.story.scene_by_id["minibus"].then
    assert isinstance(then, m.Decision)
    assert [each.id for each in then.choices] == ["talk", "papers", "wave"]
    menu_action("wave", "Delete")
    menu_action("talk", "Duplicate")
    then = desk.story.scene_by_id["minibus"].then
    assert isinstance(then, m.Decision)
    assert [each.id for each in then.choices] == ["talk", "talk_2", "papers"]


def test_details_of_a_choice_are_made_when_unfolded(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    path = "scenes/minibus/then/choices/talk/feedback/text/en"
    assert desk.inspector.findChild(QWidget, path) is None
    unfold(desk, "choice-minibus-talk")
    feedback = desk.field(path)
    assert isinstance(feedback, RichEdit)
    feedback.setFocus()
    QTest.keyClicks(feedback, "Well ")
    QTest.keyClick(feedback, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(feedback, "done")
    desk.inspector.commit()
    assert choice(desk, "talk").feedback == m.Feedback(text={"en": "Well **done**"})


def test_points_and_numbers(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    unfold(desk, "choice-minibus-talk")
    points = desk.field("scenes/minibus/then/choices/talk/competences/contact")
    assert isinstance(points, NumberField)
    points.setFocus()
    points.selectAll()
    QTest.keyClicks(points, "1,5")
    QTest.keyClick(points, Qt.Key.Key_Return)
    assert choice(desk, "talk").competences == {"contact": 1.5}
    points.selectAll()
    QTest.keyClick(points, Qt.Key.Key_Delete)
    QTest.keyClick(points, Qt.Key.Key_Return)
    assert choice(desk, "talk").competences == {}


def test_time_limit_can_be_set_and_taken_away(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    unfold(desk, "timing")
    limit = desk.field("scenes/minibus/then/time_limit")
    assert isinstance(limit, NumberField)
    assert limit.text() == "none"
    limit.setFocus()
    limit.selectAll()
    QTest.keyClicks(limit, "12")
    QTest.keyClick(limit, Qt.Key.Key_Return)
    pick(desk.field("scenes/minibus/then/on_timeout"), "take “Wave them through”")
    then = desk.story.scene_by_id["minibus"].then
    assert isinstance(then, m.Decision)
    assert (then.time_limit, then.on_timeout) == (12, "wave")
    limit.selectAll()
    QTest.keyClick(limit, Qt.Key.Key_Backspace)
    QTest.keyClick(limit, Qt.Key.Key_Return)
    then = desk.story.scene_by_id["minibus"].then
    assert isinstance(then, m.Decision)
    assert then.time_limit is None


def test_folded_sections_stay_as_they_were_left(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    unfold(desk, "order")
    desk.inspector.look_at(scenes=("talk",))
    tags = desk.field("scenes/talk/tags")
    tags.setFocus()
    QTest.keyClicks(tags, "evening, border")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert desk.story.scene_by_id["talk"].tags == ("evening", "border")


def test_sightings_discussion_effects_and_branches(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("papers",))
    for key, button in (
        ("sightings", "add-sighting"),
        ("discussion", "add-question"),
        ("effects", "add-effect-scenes/papers/effects"),
    ):
        unfold(desk, key)
        click(desk.field(button))
    click(desk.field("add-branch"))
    scene = desk.story.scene_by_id["papers"]
    assert scene.indicators == (m.Sighting("passports"),)
    assert scene.discussion == (m.Discussion({}),)
    assert scene.effects == (m.AddToVariable("trust", 1),)
    assert scene.then == m.Next(
        "talk", (m.ConditionalTarget(m.Comparison("trust", ">=", 1), "talk"),)
    )


@pytest.mark.parametrize(
    ("address", "focused"),
    [
        (("scenes", "talk", "then", "choices", "safe", "feedback", "text", "pl"), True),
        (("scenes", "minibus", "then", "time_limit"), True),
        (("scenes", "minibus", "title", "en"), True),
        (("scenes", "minibus", "script", "en"), True),
        (("settings", "pass_mark"), True),
        (("scenes", "talk", "then", "choices", "again"), False),
    ],
)
def test_any_place_can_be_shown(desk: Desk, address: edits.Address, focused: bool) -> None:
    desk.inspector.show_place(address)
    if focused:
        widget = desk.field("/".join(map(str, address)))
        assert widget.hasFocus() or widget.focusProxy().hasFocus()
    else:
        section = desk.inspector.findChild(QToolButton, "section-choice-talk-again")
        assert section is not None
        assert section.isChecked()


def test_read_only_shows_all_and_changes_nothing(desk: Desk) -> None:
    desk.show(read_only=True)
    desk.inspector.look_at(scenes=("minibus",))
    QApplication.processEvents()
    for section in desk.inspector.findChildren(Section):
        section.unfold()
    banner = [each for each in desk.inspector.findChildren(QWidget) if each.property("banner")]
    assert "read-only" in banner[0].text()
    for edit in desk.inspector.findChildren(PlainEdit):
        assert edit.isReadOnly()
    for kind in (QComboBox, NumberField):
        assert all(not each.isEnabled() for each in desk.inspector.findChildren(kind))
    ways = {each.go for each in desk.inspector.findChildren(SceneField)}
    for button in desk.inspector.findChildren(QPushButton):
        assert not button.isEnabled() or button in ways or button.objectName() == "edit-clip"


def test_every_control_has_a_name(desk: Desk) -> None:
    for scenes in ((), ("minibus",), ("papers",), ("missed",), ("minibus", "talk")):
        desk.inspector.look_at(scenes=scenes)
        QApplication.processEvents()
        for _ in range(3):
            for section in desk.inspector.findChildren(Section):
                section.unfold()
        for widget in desk.inspector.findChildren(QWidget):
            inner = isinstance(widget.parent(), QComboBox | NumberField | SearchPopup)
            inner = inner or widget.parent().inherits("QComboBoxPrivateContainer")
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and not inner:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                holder = widget.focusProxy() is not None or widget.inherits("QScrollArea")
                assert named or holder, (widget, widget.objectName())


def test_pages_of_scenes_left_are_freed(desk: Desk) -> None:
    made: list[weakref.ref[object]] = []
    for _ in range(4):
        for scene in desk.story.scenes:
            desk.inspector.look_at(scenes=(scene.id,))
            made.append(weakref.ref(desk.inspector.page))
            QApplication.processEvents()
    count = len(desk.inspector.findChildren(QWidget))
    gc.collect()
    assert [each() for each in made if each() is not None] == [desk.inspector.page]
    for scene in desk.story.scenes:
        desk.inspector.look_at(scenes=(scene.id,))
        QApplication.processEvents()
    assert len(desk.inspector.findChildren(QWidget)) == count
