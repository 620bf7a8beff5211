"""Light rich text: what is shown is what the film shows, and comes back as it was."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from exporters.rich_text import compile_rich_text, plain_text
from studio.desktop.inspector.rich_text import RichEdit, fill, markdown_of
from studio.desktop.theme import LIGHT

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def again(markdown: str) -> str:
    document = QTextDocument()
    fill(document, markdown, "#0000ff")
    return markdown_of(document)


@pytest.mark.parametrize(
    "markdown",
    [
        "plain",
        "**b** and *i*",
        "***both*** x",
        "a **b *c* d** e",
        "[x **y**](https://a.pl) z",
        "- one\n- two\n\npara\n\n1. x\n2. **y**",
        "a\\\nb",
        "1\\. not a list",
        "\\- neither",
        "\\*star\\* snake_case _x",
        "a*b*c",
        "**Stop!** now",
        "5 * 3 * 2",
        "<b>&amp;",
        "[call](tel:+48226280120)",
        "",
    ],
)
def test_what_is_read_is_written_with_the_same_meaning(qtbot: QtBot, markdown: str) -> None:
    written = again(markdown)
    assert compile_rich_text(written) == compile_rich_text(markdown)
    assert again(written) == written


@given(st.text("ab *_-1.[]()\\\n#>", max_size=30))
@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
def test_words_are_never_lost(qtbot: QtBot, markdown: str) -> None:
    before = plain_text(compile_rich_text(markdown)).split()
    assert plain_text(compile_rich_text(again(markdown))).split() == before


@pytest.fixture
def edit(qtbot: QtBot) -> Iterator[RichEdit]:
    window = QWidget()
    made = RichEdit(LIGHT)
    column = QVBoxLayout(window)
    column.addWidget(made.tools)
    column.addWidget(made)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def test_untouched_words_come_back_letter_for_letter(edit: RichEdit) -> None:
    for words in ("* star list\n* two", "__bold__", "a  \nb", "trailing  "):
        edit.show_words(words)
        assert edit.words() == words


def test_looks_by_keys(edit: RichEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(edit, "bold")
    QTest.keyClick(edit, Qt.Key.Key_B, CONTROL)
    QTest.keyClicks(edit, " then ")
    QTest.keyClick(edit, Qt.Key.Key_I, CONTROL)
    QTest.keyClicks(edit, "italic")
    assert edit.words() == "**bold** then *italic*"


def test_a_list_begins_by_its_key_and_ends_on_an_empty_line(edit: RichEdit) -> None:
    QTest.keyClick(edit, Qt.Key.Key_8, CONTROL | SHIFT)
    for words in ("one", "two"):
        QTest.keyClicks(edit, words)
        QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    QTest.keyClicks(edit, "after")
    assert edit.words() == "- one\n- two\n\nafter"


def test_a_link_leads_the_selected_words(edit: RichEdit) -> None:
    edit.show_words("see KCIK now")
    cursor = edit.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(8, QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)
    edit.set_link("https://www.kcik.pl")
    assert edit.words() == "see [KCIK](https://www.kcik.pl) now"
    edit.set_link("")
    assert edit.words() == "see KCIK now"


def test_buttons_stand_over_the_words_only_while_one_writes(edit: RichEdit) -> None:
    assert not edit.tools.isHidden()
    names = [each.toolTip() for each in edit.tools.findChildren(QToolButton)]
    assert names[0] == "Bold (Ctrl+B)"
    edit.clearFocus()
    assert edit.tools.isHidden()


def test_pasting_brings_no_looks(edit: RichEdit) -> None:
    data = QMimeData()
    data.setHtml("<h1>Big</h1><script>alert(1)</script>")
    data.setText("Big")
    edit.insertFromMimeData(data)
    assert edit.words() == "Big"
