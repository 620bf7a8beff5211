"""A new story: its title, its languages, and the folder it will live in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.panels.welcome import template_words
from studio.story.edits import slug
from studio.story.finding import InterfaceLanguage
from studio.story.model import Story
from studio.story.starting import Template, begin_story

_LANGUAGE_NAMES = {"pl": "polski", "en": "English"}


def home_of_stories() -> Path:
    """Where new stories go unless another place is chosen."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place or Path.home()) / "Scenario Studio"


def free_folder(parent: Path, name: str) -> Path:
    """A folder of that name, or of that name and a number, which is not there yet."""
    folder, number = parent / name, 2
    while folder.exists():
        folder, number = parent / f"{name}-{number}", number + 1
    return folder


class NewStoryDialog(QDialog):
    """Asks for title, languages and place; ``story`` and ``folder`` are the answer."""

    def __init__(
        self, template: Template, language: InterfaceLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("new_story")
        self.setWindowTitle(self.tr("New story"))
        self.setMinimumWidth(540)
        self._template: Template = template
        self._chosen_place = False
        self._parent_folder = home_of_stories()
        name, note = template_words()[template]
        heading, about = QLabel(name), QLabel(note)
        heading.setProperty("heading", True)
        about.setProperty("quiet", True)
        about.setWordWrap(True)
        self.title = QLineEdit()
        self.title.setObjectName("title")
        self.title.setAccessibleName(self.tr("Title"))
        self.title.setPlaceholderText(self.tr("e.g. Night shift"))
        self.title.textChanged.connect(self._update)
        self._ticks: dict[str, QCheckBox] = {}
        ticks = QHBoxLayout()
        ticks.setSpacing(18)
        first: tuple[str, ...] = (language, *(each for each in _LANGUAGE_NAMES if each != language))
        for tag in first:
            tick = QCheckBox(_LANGUAGE_NAMES[tag])
            tick.setObjectName(f"language-{tag}")
            tick.setChecked(True)
            tick.setEnabled(template == "empty")
            tick.toggled.connect(self._update)
            self._ticks[tag] = tick
            ticks.addWidget(tick)
        ticks.addStretch(1)
        self.place = QLineEdit()
        self.place.setObjectName("place")
        self.place.setAccessibleName(self.tr("Folder"))
        self.place.textEdited.connect(self._place_edited)
        browse = QPushButton(self.tr("Choose…"))
        browse.clicked.connect(self._choose)
        places = QHBoxLayout()
        places.addWidget(self.place, 1)
        places.addWidget(browse)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.make = QPushButton(self.tr("Make the story"))
        self.make.setObjectName("make")
        self.make.setProperty("primary", True)
        self.make.setDefault(True)
        self.make.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(about)
        column.addSpacing(8)
        for words, inside in (
            (self.tr("Title"), self.title),
            (self.tr("Languages of the film"), ticks),
            (self.tr("Folder"), places),
        ):
            column.addWidget(QLabel(words))
            if isinstance(inside, QWidget):
                column.addWidget(inside)
            else:
                column.addLayout(inside)
        column.addSpacing(10)
        column.addLayout(buttons)
        self._update()

    @property
    def folder(self) -> Path:
        """The folder to make."""
        return Path(self.place.text().strip()).expanduser()

    @property
    def story(self) -> Story:
        """The story to begin with."""
        tags = tuple(tag for tag, tick in self._ticks.items() if tick.isChecked())
        return begin_story(self._template, self.title.text().strip(), tags)

    def _update(self) -> None:
        if not self._chosen_place:
            name = slug(self.title.text().strip(), "story")
            self.place.setText(str(free_folder(self._parent_folder, name)))
        tags = any(tick.isChecked() for tick in self._ticks.values())
        ready = bool(self.title.text().strip() and self.place.text().strip() and tags)
        self.make.setEnabled(ready)

    def _place_edited(self) -> None:
        self._chosen_place = True
        self._update()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Where to make the story’s folder"), str(self._parent_folder)
        )
        if chosen:
            self._parent_folder = Path(chosen)
            self._chosen_place = False
            self._update()
