"""Fields for words: they ask for an edit while one types, one undo step for a visit."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import caption
from studio.desktop.inspector.rich_text import RichEdit
from studio.story.edits import Address

PAUSE = 400
"""Milliseconds from the first key to the edit: what is typed is soon in the journal."""
_MOST_LINES = 14
_UNDO_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class PlainEdit(QPlainTextEdit):
    """Plain words over one line or more; as high as its words need. Enter leaves a single line."""

    def __init__(self, lines: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def words(self) -> str:
        """What is written."""
        return self.toPlainText()

    def show_words(self, words: str) -> None:
        """Write these words; the cursor stays where it can."""
        at = self.textCursor().position()
        self.setPlainText(words)
        cursor = self.textCursor()
        cursor.setPosition(min(at, len(words)))
        self.setTextCursor(cursor)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower field is higher."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the words need; a field beside may make it higher."""
        needed = max(self._lines, round(self.document().size().height()))
        shown = min(needed, _MOST_LINES)
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if needed > shown else never)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * shown + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A title has no second line."""
        if self._lines == 1 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.focusNextChild()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted into one line becomes one line."""
        words = source.text()
        self.insertPlainText(" ".join(words.split()) if self._lines == 1 else words)

    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, undo is the window's."""
        if undo_is_the_windows(event, self):
            event.ignore()
            return False
        return super().event(event)


def undo_is_the_windows(event: QEvent, field: QPlainTextEdit | QTextEdit) -> bool:
    """Whether a shortcut is an undo (redo) for which the field has nothing of its own."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    undo, redo = (event.matches(each) for each in _UNDO_KEYS)
    document = field.document()
    nothing = not document.isUndoAvailable() if undo else not document.isRedoAvailable()
    return (undo or redo) and nothing


class WordsField(QWidget):
    """One string of the story at an address: in one language of a text, or in none.

    What is typed becomes an edit while one types and when the field is left.
    """

    left = Signal()

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        *,
        lines: int = 1,
        rich: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._editing = editing
        self.address = address
        self._name = name
        self._shown: str | None = None
        self._visit: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self.commit)
        self.edit: PlainEdit | RichEdit
        self.edit = RichEdit(editing.theme, lines) if rich else PlainEdit(lines)
        self.edit.setObjectName("/".join(str(step) for step in address))
        self.set_name(name)
        self.edit.setPlaceholderText(placeholder)
        self.edit.setReadOnly(editing.read_only)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if isinstance(self.edit, RichEdit):
            column.addWidget(self.edit.tools)
        column.addWidget(self.edit, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setFocusProxy(self.edit)

    def set_name(self, name: str) -> None:
        """Be called this, also as a step of the history."""
        self._name = name
        self.edit.setAccessibleName(name)
        self.edit.setToolTip(name)

    def refresh(self) -> None:
        """Show the story's words, unless others are being typed just now."""
        words = self._editing.value(self.address) or ""
        if words != self._shown and not self._timer.isActive():
            self._shown = words
            if self.edit.words() != words:
                self._timer.blockSignals(True)
                self.edit.show_words(words)
                self._timer.stop()
                self._timer.blockSignals(False)

    def commit(self) -> None:
        """Ask for the edit that is typed but not yet made."""
        self._timer.stop()
        if self._shown is None:
            return
        words = self.edit.words()
        if words != self._shown:
            self._shown = words
            self._editing.put(self.address, words, self._name, self._visit)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A visit is from when the focus comes to when it goes."""
        if isinstance(event, QFocusEvent):
            popup = event.reason() == Qt.FocusReason.PopupFocusReason
            if event.type() == QEvent.Type.FocusIn and not popup:
                self._visit = object()
            elif event.type() == QEvent.Type.FocusOut:
                self.commit()
                if not popup:
                    self.left.emit()
        return False

    def _typed(self) -> None:
        if self._shown is not None and not self._timer.isActive():
            self._timer.start()


class TextsField(QWidget):
    """A text in every language of the story, side by side; what is not translated is marked."""

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        *,
        lines: int = 1,
        rich: bool = False,
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._marks: dict[str, QLabel] = {}
        self.fields: dict[str, WordsField] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        languages = editing.story.languages
        for index, language in enumerate(languages):
            row, column = 2 * (index // 2), index % 2
            field = WordsField(
                editing,
                (*address, language),
                name,
                lines=lines,
                rich=rich,
                placeholder=placeholder,
            )
            mark = caption("", field.edit)
            for each in (mark, field.edit):
                each.setProperty("missing", False)
            self._marks[language] = mark
            self.fields[language] = field
            grid.addWidget(mark, row, column, Qt.AlignmentFlag.AlignBottom)
            field.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            grid.addWidget(field, row + 1, column)
            grid.setColumnStretch(column, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.set_name(name)
        self.setFocusProxy(self.fields[languages[0]])

    def set_name(self, name: str) -> None:
        """Be called this above the first field, and in every language by its code."""
        self._heading = name
        for language, field in self.fields.items():
            field.set_name(f"{name} ({language})")
            self._marks[language].setAccessibleName(f"{name} ({language})")

    def refresh(self) -> None:
        """Show the words, and which languages still lack them."""
        text = self._editing.value(self._address) or {}
        wanted = any(text.get(each) for each in self.fields)
        for language, field in self.fields.items():
            missing = wanted and not text.get(language)
            mark = self._marks[language]
            words = f"{self._heading} · {language.upper()}" if field is self._first else language
            words = words if field is self._first else language.upper()
            if missing:
                words += " · " + self.tr("not translated")
            mark.setText(words)
            if mark.property("missing") != missing:
                for each in (mark, field.edit):
                    each.setProperty("missing", missing)
                    each.style().unpolish(each)
                    each.style().polish(each)
            field.refresh()

    @property
    def _first(self) -> WordsField:
        return next(iter(self.fields.values()))


class LineField(QLineEdit):
    """A short word that is not a text: an id, a phone number. Asked for when it is finished."""

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        placeholder: str = "",
        convert: Callable[[str], object] = str,
    ) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._name = name
        self._convert = convert
        self._shown = ""
        self.setObjectName("/".join(str(step) for step in address))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setPlaceholderText(placeholder)
        self.setReadOnly(editing.read_only)
        self.editingFinished.connect(self.commit)

    def refresh(self) -> None:
        """Show the story's word, unless another is being typed."""
        value = self._editing.value(self._address)
        words = ", ".join(value) if isinstance(value, tuple) else str(value or "")
        if words != self._shown:
            self._shown = words
            self.setText(words)

    def commit(self) -> None:
        """Ask for what was typed; what is refused becomes what it was."""
        if self.text() == self._shown:
            return
        typed, self._shown = self.text(), self.text()
        if not self._editing.put(self._address, self._convert(typed), self._name):
            self._shown = ""
            self.refresh()


def words_or_none(words: str) -> str | None:
    """No words stand for nothing."""
    return words.strip() or None


def words_in_list(words: str) -> tuple[str, ...]:
    """Words parted by commas."""
    return tuple(each.strip() for each in words.split(",") if each.strip())
