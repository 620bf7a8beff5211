"""Notices above the map: what a person should know now, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.theme import Theme

Answer = tuple[str, Callable[[], object]]
"""The words of a button and what it does; the notice goes when it is pressed."""


class NoticeBar(QWidget):
    """Shows notices under each other, one of a ``kind``; out of the way when there is none."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: dict[str, QFrame] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    def tell(
        self, kind: str, words: str, answers: Sequence[Answer] = (), *, warning: bool = False
    ) -> None:
        """Show the words; a notice of the same kind is replaced."""
        self.take_back(kind)
        row = QFrame()
        row.setObjectName(f"notice-{kind}")
        row.setProperty("notice", "warning" if warning else "plain")
        line = QHBoxLayout(row)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(10)
        sign = QLabel()
        sign.setObjectName("sign")
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        line.addWidget(sign)
        line.addWidget(label, 1)
        for name, act in answers:
            button = QPushButton(name)
            button.clicked.connect(lambda _=False, act=act: (self.take_back(kind), act()))
            line.addWidget(button)
        close = QToolButton()
        close.setObjectName("close")
        close.setAccessibleName(self.tr("Close this notice"))
        close.setToolTip(self.tr("Close this notice"))
        close.clicked.connect(lambda: self.take_back(kind))
        line.addWidget(close)
        self._rows[kind] = row
        self._column.addWidget(row)
        self._paint(row)
        self.show()
        row.setAccessibleName(words)

    def shows(self, kind: str) -> bool:
        """Whether a notice of this kind is shown."""
        return kind in self._rows

    def take_back(self, kind: str) -> None:
        """Take the notice of this kind away, if it is shown."""
        row = self._rows.pop(kind, None)
        if row is not None:
            row.setParent(None)
            row.deleteLater()
        self.setVisible(bool(self._rows))

    def clear(self) -> None:
        """Take every notice away."""
        for kind in list(self._rows):
            self.take_back(kind)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        for row in self._rows.values():
            self._paint(row)

    def changeEvent(self, event: QEvent) -> None:
        """Say what is ours in the new language; the notices stay in that of their time."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            for row in self._rows.values():
                close = row.findChild(QToolButton, "close")
                close.setAccessibleName(self.tr("Close this notice"))
                close.setToolTip(self.tr("Close this notice"))

    def _paint(self, row: QFrame) -> None:
        warning = row.property("notice") == "warning"
        colour = self._theme.partial if warning else self._theme.accent
        sign = "mdi6.alert-outline" if warning else "mdi6.information-outline"
        row.findChild(QLabel, "sign").setPixmap(icon(sign, colour).pixmap(20, 20))
        row.findChild(QToolButton, "close").setIcon(icon("mdi6.close", self._theme.quiet))
