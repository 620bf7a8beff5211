"""Find and replace: live matches, a preview, choosing, one undo step."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.desktop.panels.find_replace import FindReplacePanel
from studio.story import edits
from tests.desktop.desk import Desk

LEFT = Qt.MouseButton.LeftButton
CHECK = Qt.ItemDataRole.CheckStateRole


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> FindReplacePanel:
    made = FindReplacePanel(desk.editing)
    qtbot.addWidget(made)
    made.resize(1000, 300)
    made.show()
    qtbot.waitExposed(made)
    made._restyle()
    return made


def look_for(qtbot: QtBot, panel: FindReplacePanel, words: str) -> None:
    panel.words.clear()
    QTest.keyClicks(panel.words, words)
    qtbot.waitUntil(lambda: not panel.busy, timeout=10_000)


def column(panel: FindReplacePanel, at: int) -> list[str]:
    return [str(panel.model.index(row, at).data()) for row in range(panel.model.rowCount())]


def test_matches_are_found_while_one_types(qtbot: QtBot, panel: FindReplacePanel) -> None:
    look_for(qtbot, panel, "minibus")
    assert set(column(panel, 1)) == {"PL", "EN"}
    assert "Minibus at the second line" in column(panel, 0)
    assert panel.replace.text() == f"Replace {panel.model.rowCount()}"
    look_for(qtbot, panel, "no such words")
    assert panel.model.rowCount() == 0
    assert not panel.replace.isEnabled()


def test_the_preview_shows_what_would_be(qtbot: QtBot, panel: FindReplacePanel) -> None:
    look_for(qtbot, panel, "the papers")
    QTest.keyClicks(panel.replacement, "every passport")
    assert "Check every passport" in column(panel, 3)
    assert "Check the papers" in column(panel, 2)
    panel.grab()


def test_case_whole_words_language(qtbot: QtBot, panel: FindReplacePanel) -> None:
    look_for(qtbot, panel, "Rozmowa")
    every = panel.model.rowCount()
    QTest.mouseClick(panel.options["case"], LEFT)
    QTest.mouseClick(panel.options["whole"], LEFT)
    panel.language.setCurrentIndex(panel.language.findData("en"))
    panel.language.activated.emit(panel.language.currentIndex())
    qtbot.waitUntil(lambda: not panel.busy, timeout=10_000)
    assert panel.model.rowCount() == 0
    panel.language.setCurrentIndex(panel.language.findData("pl"))
    panel.language.activated.emit(panel.language.currentIndex())
    qtbot.waitUntil(lambda: not panel.busy, timeout=10_000)
    assert 0 < panel.model.rowCount() <= every


def test_replacing_is_one_step_and_leaves_out_what_is_unticked(
    qtbot: QtBot, desk: Desk, panel: FindReplacePanel
) -> None:
    look_for(qtbot, panel, "the")
    before = desk.story
    count = panel.model.rowCount()
    kept = panel.model.matches[0]
    assert panel.model.setData(panel.model.index(0, 0), Qt.CheckState.Unchecked.value, CHECK)
    QTest.keyClicks(panel.replacement, "THE")
    desk.clear_steps()
    QTest.mouseClick(panel.replace, LEFT)
    assert len(desk.steps) == 1
    assert desk.steps[0][0] == "Replace “the” by “THE”"
    assert edits.value_at(desk.story, kept.address) == kept.words
    changed = [
        address
        for address, text in edits.texts(desk.story)
        if text != edits.value_at(before, address)
    ]
    assert len(changed) == count - 1


def test_a_bad_expression_is_told_not_raised(qtbot: QtBot, panel: FindReplacePanel) -> None:
    QTest.mouseClick(panel.options["regex"], LEFT)
    look_for(qtbot, panel, "(")
    assert "no regular expression" in panel._state.text()
    look_for(qtbot, panel, "(t)he")
    panel.replacement.setText(r"\2")
    QTest.mouseClick(panel.replace, LEFT)
    assert "group" in panel._state.text()
    panel.replacement.setText(r"\1is")
    assert any("tis" in each for each in column(panel, 3))


def test_a_click_goes_to_the_text(qtbot: QtBot, desk: Desk, panel: FindReplacePanel) -> None:
    look_for(qtbot, panel, "Wave them")
    with qtbot.waitSignal(desk.editing.place_wanted) as place:
        panel.table.clicked.emit(panel.model.index(0, 2))
    assert place.args[0] == ("scenes", "minibus", "then", "choices", "wave", "text", "en")


def test_an_expression_that_runs_away_is_stopped_and_the_window_stays_alive(
    qtbot: QtBot, panel: FindReplacePanel, desk: Desk
) -> None:
    story = edits.retitle_scene(desk.story, desk.story.scenes[0].id, "en", "a" * 60 + "!")
    desk.editing.show(story, desk.folder, "en", False)
    panel.options["regex"].setChecked(True)
    panel.words.setText("(a|aa)+(?P<never>a|aa)+$")
    beats = 0
    while panel._searching is None:
        qtbot.wait(10)
    while panel.busy:
        qtbot.wait(20)
        beats += 1
    assert beats > 20  # The interface went on while the expression was tried.
    assert "too long" in panel._state.text()
    assert not panel.replace.isEnabled()
    panel.options["regex"].setChecked(False)
    look_for(qtbot, panel, "aaa")
    assert panel.model.rowCount() == 1
