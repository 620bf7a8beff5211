"""Story contents: add, name, change, rename, order and remove what scenes refer to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from studio.desktop.inspector.text_fields import PlainEdit
from studio.desktop.panels.contents import KINDS, ContentsPanel
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> ContentsPanel:
    made = ContentsPanel(desk.editing)
    qtbot.addWidget(made)
    made.resize(420, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def child(panel: QWidget, name: str) -> QWidget:
    QApplication.processEvents()
    found = panel.findChild(QWidget, name)
    assert found is not None, name
    return found


def click(panel: QWidget, name: str) -> None:
    QTest.mouseClick(child(panel, name), LEFT)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_added_and_removed(
    desk: Desk, panel: ContentsPanel, kind: edits.ItemKind
) -> None:
    panel.tabs.setCurrentIndex(KINDS.index(kind))
    before = edits.items_of(desk.story, kind)
    click(panel, "add-item")
    assert len(edits.items_of(desk.story, kind)) == len(before) + 1
    assert panel.list.currentRow() == len(before)
    click(panel, "item-copy")
    assert len(edits.items_of(desk.story, kind)) == len(before) + 2
    click(panel, "item-remove")
    click(panel, "item-remove")
    assert edits.items_of(desk.story, kind) == before


def test_a_variable_is_named_bounded_and_changes_its_kind(desk: Desk, panel: ContentsPanel) -> None:
    click(panel, "add-item")
    item = desk.story.variables[-1]
    name = child(panel, f"variables/{item.id}/name/en")
    assert isinstance(name, PlainEdit)
    name.setFocus()
    name.selectAll()
    QTest.keyClicks(name, "Patience")
    panel.commit()
    most = child(panel, f"variables/{item.id}/maximum")
    most.setFocus()
    QTest.keyClick(most, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(most, "5")
    QTest.keyClick(most, Qt.Key.Key_Return)
    assert desk.story.variables[-1] == m.NumberVariable(item.id, maximum=5, name={"en": "Patience"})
    click(panel, "Kind of variable-text")
    line = child(panel, "new-option")
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "very calm")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.story.variables[-1] == m.TextVariable(
        item.id,
        ("option_1", "very_calm"),
        "option_1",
        name={"en": "Patience"},
        option_names={"very_calm": {"en": "very calm"}},
    )


def test_another_id_reaches_every_mention_and_stays_selected(
    desk: Desk, panel: ContentsPanel
) -> None:
    line = child(panel, "variables/trust/id")
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "confidence")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert desk.story.variables[0].id == "confidence"
    assert edits.uses_of(desk.story, "variables", "confidence")
    assert not edits.uses_of(desk.story, "variables", "trust")
    again = child(panel, "variables/confidence/id")
    assert isinstance(again, QLineEdit)
    again.selectAll()
    QTest.keyClicks(again, "Not an id!")
    QTest.keyClick(again, Qt.Key.Key_Return)
    assert again.text() == "confidence"
    assert desk.story.variables[0].id == "confidence"


def test_items_move(desk: Desk, panel: ContentsPanel) -> None:
    panel.show_item("variables", "mood")
    click(panel, "item-up")
    assert [each.id for each in desk.story.variables] == ["trust", "mood", "phone"]
    assert panel.list.currentRow() == 1


def test_removing_what_is_used_asks_first(qtbot: QtBot, desk: Desk, panel: ContentsPanel) -> None:
    click(panel, "item-remove")
    box = panel.window().findChild(QMessageBox, "remove-item")
    assert isinstance(box, QMessageBox)
    assert "1 place" in box.text()
    assert desk.story.variables[0].id == "trust"
    remove = next(each for each in box.buttons() if each.text() == "Remove")
    QTest.mouseClick(remove, LEFT)
    assert desk.story.variables[0].id == "phone"


def test_uses_are_counted_in_the_background_and_lead_there(
    qtbot: QtBot, desk: Desk, panel: ContentsPanel
) -> None:
    qtbot.waitUntil(lambda: "· 1" in panel.list.item(0).text(), timeout=10_000)
    QApplication.processEvents()
    buttons = panel.uses.findChildren(QPushButton)
    with qtbot.waitSignal(desk.editing.place_wanted) as place:
        QTest.mouseClick(buttons[0], LEFT)
    assert place.args[0][:2] == ("scenes", "talk")
    assert "The conversation" in buttons[0].accessibleName()


def test_read_only_offers_nothing(desk: Desk, panel: ContentsPanel) -> None:
    desk.show(read_only=True)
    for name in ("add-item", "item-up", "item-copy", "item-remove"):
        assert not child(panel, name).isEnabled()
    assert child(panel, "variables/trust/id").isReadOnly()  # type: ignore[attr-defined]
