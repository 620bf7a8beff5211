"""The table: sorted, filtered, edited in place; its selection is the map's; quick when large."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.desktop.panels.table import TablePanel
from studio.desktop.panels.table_model import SceneTable
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk

EDIT = Qt.ItemDataRole.EditRole


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> TablePanel:
    made = TablePanel(desk.editing)
    qtbot.addWidget(made)
    made.resize(1100, 400)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made._restyle()
    return made


def column(model: SceneTable, name: str) -> int:
    return next(at for at, each in enumerate(model.columns) if each.name() == name)


def texts(panel: TablePanel, name: str) -> list[str]:
    at = column(panel.model, name)
    return [str(panel.model.index(row, at).data(EDIT)) for row in range(panel.model.rowCount())]


def write(panel: TablePanel, row: int, name: str, words: str) -> None:
    """Open the cell's editor by double-click, write, Enter."""
    index = panel.model.index(row, column(panel.model, name))
    panel.view.scrollTo(index)
    place = panel.view.visualRect(index).center()
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    editor = panel.view.viewport().findChild(QWidget, "", Qt.FindChildOption.FindDirectChildrenOnly)
    editors = [
        each for each in panel.view.viewport().children() if isinstance(each, QLineEdit | QComboBox)
    ]
    assert editors, editor
    line = editors[-1]
    if isinstance(line, QComboBox):
        line.setCurrentIndex(line.findText(words))
        line.activated.emit(line.currentIndex())
        return
    assert isinstance(line, QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    QApplication.processEvents()


def test_every_scene_and_choice_has_a_row_in_the_storys_order(panel: TablePanel) -> None:
    assert texts(panel, "Title or choice · EN")[:5] == [
        "Minibus at the second line",
        "Check the papers",
        "Talk to each woman alone",
        "Wave them through",
        "The papers",
    ]
    assert panel.model.rowCount() == 10
    assert texts(panel, "Leads to")[-1] == "Ending: success"


def test_sorting_and_back_to_the_storys_order(panel: TablePanel) -> None:
    before = texts(panel, "Title or choice · EN")
    panel.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.DescendingOrder)
    after = texts(panel, "Title or choice · EN")
    assert after == sorted(before, key=str.casefold, reverse=True)
    panel.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert texts(panel, "Title or choice · EN") == before


def test_filtering_by_words_of_any_column(qtbot: QtBot, panel: TablePanel) -> None:
    QTest.keyClicks(panel.search, "wrong wave")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1, timeout=3000)
    assert texts(panel, "Title or choice · EN") == ["Wave them through"]
    panel.search.clear()
    panel.shown.setCurrentIndex(1)
    panel.shown.activated.emit(1)
    assert panel.model.rowCount() == 5


def test_cells_are_edited_in_place(desk: Desk, panel: TablePanel) -> None:
    write(panel, 0, "Title or choice · EN", "At the border")
    assert desk.story.scene_by_id["minibus"].title["en"] == "At the border"
    write(panel, 3, "Points", "-1,5")
    write(panel, 3, "Verdict", "acceptable")
    write(panel, 3, "Leads to", "Referred to KCIK")
    choice = m.choice_of(desk.story.scene_by_id["minibus"], "wave")
    assert choice is not None
    assert (choice.score, choice.verdict, choice.target) == (-1.5, "acceptable", "referred")
    write(panel, 0, "Tags", "evening, cold")
    write(panel, 0, "Chapter", "The interview")
    scene = desk.story.scene_by_id["minibus"]
    assert (scene.tags, scene.chapter) == (("evening", "cold"), "interview")


def test_an_edit_moves_no_row_and_keeps_the_selection(desk: Desk, panel: TablePanel) -> None:
    panel.view.horizontalHeader().setSortIndicator(1, Qt.SortOrder.AscendingOrder)
    rows = [row.key for row in panel.model.rows]
    panel.view.selectRow(2)
    first = next(at for at, row in enumerate(panel.model.rows) if row.choice is None)
    index = panel.model.index(first, 1)
    assert panel.model.setData(index, "Zzz", EDIT)
    assert [row.key for row in panel.model.rows] == rows
    assert panel.view.selectionModel().selectedRows()[0].row() == 2
    assert texts(panel, "Title or choice · EN")[first] == "Zzz"


def test_what_cannot_be_is_refused_kindly(qtbot: QtBot, desk: Desk, panel: TablePanel) -> None:
    desk.clear_steps()
    with qtbot.waitSignal(desk.editing.refused) as told:
        write(panel, 1, "Leads to", "No such place")
    assert "No such place" in told.args[0]
    index = panel.model.index(1, column(panel.model, "Points"))
    assert not panel.model.setData(index, "many", EDIT)
    assert desk.steps == []


def test_read_only_cells_cannot_be_edited(desk: Desk, panel: TablePanel) -> None:
    desk.show(read_only=True)
    flags = {panel.model.flags(panel.model.index(0, at)) for at in range(9)}
    assert all(not each & Qt.ItemFlag.ItemIsEditable for each in flags)


def test_selection_is_shared_with_the_map(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.docks.bring("table")
    table = window.panels.table
    qtbot.waitUntil(lambda: table.model.rowCount() == 10, timeout=3000)
    window.map.go_to("talk")
    rows = [index.row() for index in table.view.selectionModel().selectedRows()]
    assert [table.model.rows[row].scene.id for row in rows] == ["talk"]
    table.view.selectRow(0)
    assert window.map.selected == "minibus"
    assert window.inspector.about.scenes == ("minibus",)


def test_random_edits_leave_the_table_equal_to_the_story(desk: Desk, panel: TablePanel) -> None:
    for edit in (
        lambda story: edits.add_choice(story, "papers", "talk"),
        lambda story: edits.delete_scenes(story, ["missed"]),
        lambda story: edits.add_scene(story, {"en": "New"}),
        lambda story: edits.put_value(story, ("scenes", "talk", "title", "en"), "T"),
        lambda story: edits.reorder_scenes(story, ["talk"], "minibus"),
        lambda story: edits.remove_choice(story, "minibus", "talk"),
    ):
        desk.editing.do(edit, "x")
        expected = [
            key
            for scene in desk.story.scenes
            for key in (
                (scene.id, None),
                *(
                    (scene.id, each.id)
                    for each in (scene.then.choices if isinstance(scene.then, m.Decision) else ())
                ),
            )
        ]
        assert [row.key for row in panel.model.rows] == expected
        assert all(row.scene is desk.story.scene_by_id[row.scene.id] for row in panel.model.rows)
