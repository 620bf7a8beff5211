"""The clip editor's tools: each with its key, and the moment that is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QLocale
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QLabel, QToolBar, QWidget

from studio.desktop.icons import icon
from studio.desktop.theme import Theme

_KEYS = {
    "back": "J",
    "stop": "K",
    "on": "L",
    "frame_back": "Left",
    "frame_on": "Right",
    "in": "I",
    "out": "O",
    "poster": "P",
    "opens": "D",
}
_SIGNS = {
    "back": "mdi6.rewind-outline",
    "stop": "mdi6.pause",
    "on": "mdi6.play-outline",
    "frame_back": "mdi6.chevron-left",
    "frame_on": "mdi6.chevron-right",
    "in": "mdi6.contain-start",
    "out": "mdi6.contain-end",
    "poster": "mdi6.image-check-outline",
    "opens": "mdi6.comment-question-outline",
}
_LAST_OF_A_GROUP = ("on", "frame_on")


class ClipTools(QToolBar):
    """``acts`` says what each tool does."""

    def __init__(
        self, acts: Mapping[str, Callable[[], object]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.time = QLabel()
        self.by_name: dict[str, QAction] = {}
        for name, key in _KEYS.items():
            action = self.addAction("")
            action.setObjectName(f"clip-{name}")
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, act=acts[name]: act())
            self.by_name[name] = action
            if name in _LAST_OF_A_GROUP:
                self.addSeparator()
        self.addSeparator()
        self.addWidget(self.time)
        self._say()

    def show_time(self, seconds: float, number: int) -> None:
        """The moment in the file and the frame of this number."""
        minutes, rest = divmod(seconds, 60)
        frame = self.tr("frame {number}").format(number=number)
        moment = f"{rest:05.2f}".replace(".", QLocale().decimalPoint())
        self.time.setText(f"{int(minutes)}:{moment}  ·  {frame}")

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        for name, sign in _SIGNS.items():
            self.by_name[name].setIcon(icon(sign, theme.text, theme.edge))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        names = {
            "back": self.tr("Backwards; again is faster"),
            "stop": self.tr("Stop"),
            "on": self.tr("Play; again is faster"),
            "frame_back": self.tr("One frame back"),
            "frame_on": self.tr("One frame on"),
            "in": self.tr("The clip begins here"),
            "out": self.tr("The clip ends here"),
            "poster": self.tr("This picture stands for the clip"),
            "opens": self.tr("The decision opens here"),
        }
        for name, words in names.items():
            action = self.by_name[name]
            action.setText(words)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({keys})")
