"""What stands in the middle while no story is open: begin one, go on with one, try a sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.language import in_language
from studio.desktop.theme import Theme
from studio.story.journal import Recovered
from studio.story.starting import TEMPLATES, sample_folders, title_of

_SIGNS = {
    "empty": "mdi6.file-outline",
    "guided_conversation": "mdi6.forum-outline",
    "inspection": "mdi6.magnify-scan",
    "interview": "mdi6.account-voice",
}

_AROUND_WORDS = 14 + 26 + 12 + 14
"""Margins of an offer, its sign and the room beside that, in pixels."""


class Offer(QPushButton):
    """A large button: a sign, a name, and what to expect under it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("offer", True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._sign, self._name, self._note = QLabel(), QLabel(), QLabel()
        for label in (self._sign, self._name, self._note):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            label.setTextFormat(Qt.TextFormat.PlainText)
        font = self._name.font()
        font.setBold(True)
        self._name.setFont(font)
        self._name.setWordWrap(True)
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        self._note.setAlignment(Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._note, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def say(self, name: str, note: str) -> None:
        """Give it words; its height follows them."""
        self._name.setText(name)
        self._note.setText(note)
        self.setAccessibleName(name)
        self.setAccessibleDescription(note)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower one is higher."""
        super().resizeEvent(event)
        # Not within the event: the words inside would keep the places of the old size.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing()
        room = self.width() - _AROUND_WORDS
        words = self._name.heightForWidth(room) + self._note.heightForWidth(room)
        self.setMinimumHeight(max(line * 4, words + 2) + 26)

    def draw(self, sign: str, colour: str) -> None:
        """Draw the sign."""
        self._sign.setPixmap(icon(sign, colour).pixmap(QSize(26, 26)))


class WelcomePanel(QWidget):
    """The first page."""

    new_wanted = Signal(str)
    """The name of a template."""
    open_wanted = Signal()
    folder_wanted = Signal(str)
    sample_wanted = Signal(str)
    rescue_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._theme = theme
        self._title = QLabel("Scenario Studio")
        self._title.setProperty("hero", True)
        self._about = QLabel()
        self._about.setProperty("quiet", True)
        self._about.setWordWrap(True)
        self.offers = {name: Offer() for name in TEMPLATES}
        for name, offer in self.offers.items():
            offer.setObjectName(f"new-{name}")
            offer.clicked.connect(lambda _=False, name=name: self.new_wanted.emit(name))
        self.open_button = QPushButton()
        self.open_button.clicked.connect(self.open_wanted)
        self._new_title, self._recent_title = _heading(), _heading()
        self._sample_title, self._rescue_title = _heading(), _heading()
        self._recent, self._samples, self._rescues = (QVBoxLayout() for _ in range(3))
        self._buttons: dict[str, list[QPushButton]] = {"recent": [], "samples": [], "rescues": []}
        self._unsaved: set[str] = set()
        self._folders: list[str] = []
        self._lay_out()
        self._say()
        self.set_theme(theme)
        self._sample_titles = {path: title_of(path) for path in sample_folders()}
        self._show_samples()
        self.show_recent([])
        self.show_rescued([])

    def _show_samples(self) -> None:
        """Offer the samples by their titles in the interface language."""
        language = QLocale().name()[:2]
        rows = [
            (
                in_language(title, language, path.name),
                self.tr("A copy of it is opened: change it as you like."),
                self._give(self.sample_wanted, str(path)),
            )
            for path, title in self._sample_titles.items()
        ]
        self._fill("samples", self._samples, self._sample_title, rows)

    def show_recent(self, folders: list[str]) -> None:
        """Offer these folders; those with unsaved work say so."""
        self._folders = folders
        rows = []
        for folder in folders:
            unsaved = folder in self._unsaved
            note = self.tr("has unsaved work, which will be brought back") if unsaved else ""
            name = Path(folder).name + ("  •" if unsaved else "")
            tip = f"{folder}\n{note}" if note else folder
            rows.append((name, tip, self._give(self.folder_wanted, folder)))
        self._fill("recent", self._recent, self._recent_title, rows)

    def mark_unsaved(self, folders: set[str]) -> None:
        """Say of these of the recent folders that a crash left work in them."""
        self._unsaved = folders
        self.show_recent(self._folders)

    def show_rescued(self, work: list[Recovered]) -> None:
        """Offer work whose own folder could not be written when it was made."""
        self._fill(
            "rescues",
            self._rescues,
            self._rescue_title,
            [
                (each.folder.name, str(each.folder), self._give(self.rescue_wanted, each))
                for each in work
            ],
        )

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        for name, offer in self.offers.items():
            offer.draw(_SIGNS[name], theme.accent)
        self.open_button.setIcon(icon("mdi6.folder-open-outline", theme.text))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self.show_recent(self._folders)
            self._show_samples()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setSpacing(12)
        for place, offer in enumerate(self.offers.values()):
            grid.addWidget(offer, place // 2, place % 2)
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._new_title)
        left.addLayout(grid)
        left.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(6)
        for title, rows in (
            (self._rescue_title, self._rescues),
            (self._recent_title, self._recent),
            (self._sample_title, self._samples),
        ):
            rows.setSpacing(2)
            right.addWidget(title)
            right.addLayout(rows)
            rows.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.open_button)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(48)
        halves.addLayout(left, 5)
        halves.addLayout(right, 3)
        inside = QWidget()
        inside.setMaximumWidth(1120)
        column = QVBoxLayout(inside)
        column.setContentsMargins(40, 36, 40, 36)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self._about)
        column.addSpacing(26)
        column.addLayout(halves)
        column.addStretch(1)
        middle = QWidget()
        row = QHBoxLayout(middle)
        row.addStretch(1)
        row.addWidget(inside, 100)
        row.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setWidget(middle)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def _give(self, signal: object, value: object) -> Callable[[], None]:
        return lambda: signal.emit(value)  # type: ignore[attr-defined]

    def _fill(
        self,
        kind: str,
        layout: QVBoxLayout,
        title: QLabel,
        rows: list[tuple[str, str, Callable[[], None]]],
    ) -> None:
        for button in self._buttons[kind]:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons[kind] = []
        for name, tip, act in rows:
            button = QPushButton(name.replace("&", "&&"))
            button.setProperty("row", True)
            button.setToolTip(tip)
            button.clicked.connect(lambda _=False, act=act: act())
            layout.addWidget(button)
            self._buttons[kind].append(button)
        title.setVisible(bool(rows))

    def _say(self) -> None:
        self._about.setText(
            self.tr("Branching training films: draw the map, film the scenes, export one folder.")
        )
        self._new_title.setText(self.tr("New story"))
        self._recent_title.setText(self.tr("Recent"))
        self._sample_title.setText(self.tr("Samples"))
        self._rescue_title.setText(self.tr("Unsaved work kept on this computer"))
        self.open_button.setText(self.tr("Open a story…"))
        for name, (title, note) in template_words().items():
            self.offers[name].say(title, note)


def template_words() -> dict[str, tuple[str, str]]:
    """Template to its name and what to expect of it, in the interface language."""
    translate = QCoreApplication.translate
    return {
        "empty": (
            translate("WelcomePanel", "Empty story"),
            translate("WelcomePanel", "An empty map, for a plan of your own."),
        ),
        "guided_conversation": (
            translate("WelcomePanel", "Guided conversation"),
            translate(
                "WelcomePanel",
                "A talk with a person whom somebody keeps from speaking; trust opens a way.",
            ),
        ),
        "inspection": (
            translate("WelcomePanel", "Inspection with indicators"),
            translate(
                "WelcomePanel", "Look around a place; the signs that are noticed decide the ending."
            ),
        ),
        "interview": (
            translate("WelcomePanel", "Interview"),
            translate(
                "WelcomePanel",
                "Questions to a possible victim, one with a time limit; a score decides.",
            ),
        ),
    }


def _heading() -> QLabel:
    label = QLabel()
    label.setProperty("section", True)
    return label
