"""Whole texts typed, composed and pasted at once into the fields of a choice."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from studio.desktop.inspector.parts import Section
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk

TYPED = "A whole sentence, typed at once. "
TEXTS = (QPlainTextEdit, QTextEdit)


def unfold_all(desk: Desk) -> None:
    """Until nothing is folded: a section can hold others."""
    assert desk.inspector.page is not None
    desk.inspector.page.complete()
    while folded := [
        each for each in desk.inspector.findChildren(Section) if not each.button.isChecked()
    ]:
        for section in folded:
            section.unfold()
    QApplication.processEvents()


def choices(desk: Desk) -> tuple[m.Choice, ...]:
    then = desk.story.scene_by_id["minibus"].then
    assert isinstance(then, m.Decision)
    return then.choices


def commit_from_input_method(field: QWidget, words: str) -> None:
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def test_whole_texts_go_into_every_field_of_a_choice(qtbot: QtBot, desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    unfold_all(desk)
    QGuiApplication.clipboard().setText("pasted")
    page = desk.inspector.page
    assert page is not None
    first = f"/choices/{choices(desk)[0].id}/"
    fields = [
        each
        for each in page.findChildren(QWidget)
        if isinstance(each, TEXTS) and first in each.objectName()
    ]
    assert len(fields) >= 9
    for field in fields:
        desk.inspector.ensureWidgetVisible(field)
        field.setFocus()
        assert field.hasFocus()
        field.selectAll()
        QTest.keyClicks(field, TYPED)
        commit_from_input_method(field, "zażółć ")
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert field.hasFocus(), field.objectName()
    desk.inspector.commit()
    for field in fields:
        address = tuple(field.objectName().split("/"))
        assert desk.editing.value(address) == f"{TYPED}zażółć pasted", field.objectName()


class Windows(QObject):
    """Which widgets were shown as windows of their own."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.opened.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


def test_no_page_opens_a_window_that_takes_the_focus(desk: Desk) -> None:
    windows, application = Windows(), QApplication.instance()
    assert application is not None
    application.installEventFilter(windows)
    desk.inspector.look_at()
    unfold_all(desk)
    for scene in desk.story.scenes:
        desk.inspector.look_at(scenes=(scene.id,))
        unfold_all(desk)
    desk.inspector.look_at(scenes=tuple(each.id for each in desk.story.scenes))
    unfold_all(desk)
    for chapter in desk.story.chapters:
        desk.inspector.look_at(chapter=chapter.id)
        unfold_all(desk)
    application.removeEventFilter(windows)
    assert windows.opened == []


def test_a_choice_is_added_while_one_types(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    before = choices(desk)
    field = desk.field(f"scenes/minibus/then/choices/{before[0].id}/text/en")
    field.setFocus()
    QTest.keyClicks(field, TYPED)
    add = desk.field("add-choice")
    assert isinstance(add, QPushButton)
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, TYPED)
    QTest.qWait(0)
    desk.inspector.commit()
    assert len(choices(desk)) == len(before) + 1
    assert TYPED in choices(desk)[0].text["en"]
    assert TYPED.strip() in " ".join(choices(desk)[-1].text.values())


def test_the_form_of_a_choice_stays_with_its_own_undo_while_another_comes(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    first = choices(desk)[0]
    field = desk.field(f"scenes/minibus/then/choices/{first.id}/text/en")
    assert isinstance(field, QPlainTextEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, TYPED)
    desk.editing.do(lambda story: edits.add_choice(story, "minibus"), "Add a choice")
    assert QApplication.focusWidget() is field
    assert choices(desk)[0].text["en"] == first.text["en"], "it is still being typed"
    QTest.keyClicks(field, " More")
    assert field.toPlainText() == f"{TYPED} More"
    while field.document().isUndoAvailable():
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.toPlainText() == first.text["en"]


def test_a_form_made_anew_takes_over_focus_cursor_and_what_is_being_typed(desk: Desk) -> None:
    desk.inspector.look_at(scenes=("minibus",))
    questions = ("scenes", "minibus", "discussion")
    desk.story = edits.add_item(desk.story, questions, m.Discussion({"en": "Why?"}))
    desk.show()
    unfold_all(desk)
    name = "scenes/minibus/discussion/0/question/en"
    old = desk.field(name)
    assert isinstance(old, QPlainTextEdit)
    old.setFocus()
    old.selectAll()
    QTest.keyClicks(old, TYPED)
    QTest.keyClick(old, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    desk.editing.do(lambda story: edits.add_item(story, questions, m.Discussion({})), "Add")
    new = QApplication.focusWidget()
    assert isinstance(new, QPlainTextEdit)
    assert new is not old
    assert new.objectName() == name
    assert new.textCursor().position() == 0
    QTest.keyClicks(new, "More. ")
    desk.inspector.commit()
    assert desk.editing.value((*questions, 0, "question", "en")) == f"More. {TYPED}"


def test_undo_takes_away_the_choice_that_has_the_focus(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.activateWindow()
    window.map.go_to("talk")
    qtbot.waitUntil(lambda: window.inspector.findChild(QPushButton, "add-choice") is not None)
    add = window.inspector.findChild(QPushButton, "add-choice")
    assert add is not None
    before = window.document.story
    QTest.mouseClick(add, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    for _ in range(3):
        focused = QApplication.focusWidget()
        assert isinstance(focused, QPlainTextEdit)
        QTest.keyClicks(focused, TYPED)
        window.inspector.commit()
        index = window.document.index
        window.document.undo()
        window.document.undo()
        assert window.document.story == before
        QTest.qWait(0)
        window.document.go_to(index - 1)
        QTest.qWait(0)
        choice = window.inspector.findChildren(QPlainTextEdit)
        wanted = [each for each in choice if each.objectName() == focused_name(window)]
        assert wanted
        wanted[-1].setFocus()


def focused_name(window: StudioWindow) -> str:
    """The field of the choice last added."""
    story = window.document.story
    assert story is not None
    then = story.scene_by_id["talk"].then
    assert isinstance(then, m.Decision)
    return f"scenes/talk/then/choices/{then.choices[-1].id}/text/{story.languages[0]}"
