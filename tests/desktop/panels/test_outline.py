"""The outline: chapters, scenes, choices; folded, walked by keys, filtered, edited in place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from studio.desktop.panels.outline import OutlineView
from studio.desktop.panels.table import TablePanel
from studio.desktop.panels.table_model import ROW, Row
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk
from tests.random_stories import stories
from tests.story.edits.random_edits import one_edit

Tree = list[tuple[str, "Tree"]]


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> TablePanel:
    made = TablePanel(desk.editing)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made._restyle()
    made.forms["outline"].click()
    return made


def tree(view: OutlineView, parent: QModelIndex | None = None) -> Tree:
    """What stands below, by titles, ids of scenes and ids of choices."""
    model = view.model()
    parent = parent or view.rootIndex()
    found: Tree = []
    for number in range(model.rowCount(parent)):
        index = model.index(number, 0, parent)
        row: Row | None = index.data(ROW)
        name = index.data() if row is None else (row.choice or row.scene).id
        found.append((name, tree(view, index)))
    return found


def expected(story: m.Story) -> Tree:
    """The same from the story."""

    def scenes(chapter: str | None) -> Tree:
        known = {each.id for each in story.chapters}
        return [
            (scene.id, [(each.id, []) for each in choices_of(scene)])
            for scene in story.scenes
            if (scene.chapter if scene.chapter in known else None) == chapter
        ]

    parts = [
        (each.title.get(story.languages[0]) or each.id, scenes(each.id)) for each in story.chapters
    ]
    parts = [each for each in parts if each[1]]
    outside = scenes(None)
    if not parts:
        return outside
    return [*parts, ("Outside any chapter", outside)] if outside else parts


def choices_of(scene: m.Scene) -> tuple[m.Choice, ...]:
    return scene.then.choices if isinstance(scene.then, m.Decision) else ()


def test_chapters_hold_their_scenes_and_these_their_choices(desk: Desk, panel: TablePanel) -> None:
    found = tree(panel.outline)
    assert found == expected(desk.story)
    assert [name for name, _ in found] == ["Kontrola", "Rozmowa", "Outside any chapter"]
    assert found[0][1][0] == ("minibus", [("papers", []), ("talk", []), ("wave", [])])


def test_a_story_without_chapters_begins_with_its_scenes(desk: Desk, panel: TablePanel) -> None:
    for chapter in desk.story.chapters:
        desk.editing.do(lambda story, gone=chapter.id: edits.ungroup(story, gone), "x")
    assert tree(panel.outline) == expected(desk.story)
    assert tree(panel.outline)[0][0] == "minibus"


def test_it_is_walked_and_folded_by_keys_and_enter_goes_to_the_scene(
    qtbot: QtBot, desk: Desk, panel: TablePanel
) -> None:
    view = panel.outline
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    assert view.isExpanded(view.currentIndex())
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data(ROW).scene.id == "minibus"
    assert not view.isExpanded(view.currentIndex())
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().data(ROW).choice.id == "papers"
    with qtbot.waitSignal(panel.scene_wanted) as wanted:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == ["minibus"]
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert not view.isExpanded(view.currentIndex())


def test_titles_are_edited_in_place(desk: Desk, panel: TablePanel) -> None:
    view = panel.outline

    def write(words: str) -> None:
        view.edit(view.currentIndex())
        line = view.viewport().findChildren(QLineEdit)[-1]
        assert isinstance(line, QLineEdit)
        line.selectAll()
        QTest.keyClicks(line, words)
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()

    english = desk.story.languages.index("en")
    view.setCurrentIndex(view.model().index(0, english))
    write("Chapter one")
    assert desk.story.chapters[0].title["en"] == "Chapter one"
    view.setCurrentIndex(panel.tree_model.index_of("talk").siblingAtColumn(english))
    write("The talk")
    assert desk.story.scene_by_id["talk"].title["en"] == "The talk"
    assert not view.model().setData(view.model().index(2, 0), "No chapter")


def test_what_is_unfolded_stays_so_through_edits(desk: Desk, panel: TablePanel) -> None:
    view = panel.outline
    view.expand(panel.tree_model.index_of("talk"))
    view.collapse(view.model().index(0, 0))
    desk.editing.do(lambda story: edits.add_scene(story, {"en": "New"}), "x")
    assert tree(view) == expected(desk.story)
    assert view.isExpanded(panel.tree_model.index_of("talk"))
    assert not view.isExpanded(view.model().index(0, 0))


def test_a_filter_leaves_what_is_found_and_what_it_stands_in(
    qtbot: QtBot, desk: Desk, panel: TablePanel
) -> None:
    panel.search.setText("alone")
    qtbot.waitUntil(lambda: panel.model.rowCount() == 1)
    assert tree(panel.outline) == [("Kontrola", [("minibus", [("talk", [])])])]
    assert panel.outline.isExpanded(panel.tree_model.index_of("minibus"))
    panel.search.clear()
    qtbot.waitUntil(lambda: tree(panel.outline) == expected(desk.story))


def test_its_selection_is_that_of_the_map(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.docks.bring("table")
    table = window.panels.table
    table.forms["outline"].click()
    window.map.go_to("talk")
    chosen = table.outline.selectionModel().selectedRows()
    assert [each.data(ROW).scene.id for each in chosen] == ["talk"]
    table.outline.setCurrentIndex(table.tree_model.index_of("papers"))
    assert window.map.selected == "papers"


@settings(
    deadline=None,
    max_examples=20,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(story=stories(), data=st.data())
def test_it_equals_the_story_after_any_edits(
    desk: Desk, panel: TablePanel, story: m.Story, data: st.DataObject
) -> None:
    QAbstractItemModelTester(panel.tree_model, panel)
    desk.story = story
    desk.show()
    for _ in range(data.draw(st.integers(1, 5))):
        desk.story = one_edit(data.draw, desk.story)
        desk.show()
        assert keys(tree(panel.outline)) == keys(expected(desk.story))


def keys(parts: Tree) -> list[object]:
    """Without the chapters' names, which depend on the language."""
    return [[keys_below(each) for each in below] if below else name for name, below in parts]


def keys_below(each: tuple[str, Tree]) -> object:
    return (each[0], [name for name, _ in each[1]])
