"""The shortcuts sheet: every action with its keys, searchable, and what the mouse does."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

Row = tuple[str, str]
"""Words, and the keys or the gesture."""


def keys_in_words(keys: QKeySequence) -> str:
    """The keys as the system writes them."""
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class ShortcutsSheet(QDialog):
    """Shows sections of rows in two columns; typing narrows them."""

    def __init__(
        self, sections: Sequence[tuple[str, Sequence[Row]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("shortcuts")
        self.setWindowTitle(self.tr("Keys and gestures"))
        self.resize(900, 640)
        self._rows: list[tuple[str, list[QWidget]]] = []
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._narrow)
        inside = QWidget()
        halves = QHBoxLayout(inside)
        halves.setSpacing(40)
        columns = [QVBoxLayout(), QVBoxLayout()]
        weights = [0, 0]
        for title, rows in sections:
            column = weights.index(min(weights))
            weights[column] += len(rows) + 2
            columns[column].addWidget(self._section(title, rows))
        for column in columns:
            column.addStretch(1)
            halves.addLayout(column, 1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inside)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 18, 20, 16)
        whole.addWidget(self.search)
        whole.addWidget(scroll, 1)
        whole.addLayout(buttons)

    def _section(self, title: str, rows: Sequence[Row]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 8, 0, 8)
        long = any(len(keys) > 24 for _, keys in rows)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1 if long else 0)
        heading = QLabel(title)
        heading.setProperty("section", True)
        grid.addWidget(heading, 0, 0, 1, 2)
        for number, (words, keys) in enumerate(rows, 1):
            name, how = QLabel(words), QLabel(keys)
            name.setWordWrap(True)
            how.setWordWrap(len(keys) > 24)
            how.setProperty("keys", True)
            grid.addWidget(name, number, 0)
            side = Qt.AlignmentFlag(0) if long else Qt.AlignmentFlag.AlignRight
            grid.addWidget(how, number, 1, side)
            self._rows.append((f"{words} {keys}".casefold(), [name, how]))
        return box

    def _narrow(self, wanted: str) -> None:
        for words, widgets in self._rows:
            for widget in widgets:
                widget.setVisible(wanted.casefold() in words)
