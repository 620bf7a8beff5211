"""Caption cues beside the picture: edited in a table, kept in the story's captions folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.clip_editor.captions_menu import CaptionsMenu
from studio.media.captions import Cue, read
from studio.story.model import Scene
from studio.story.refused_files import file_of

_NEW_SECONDS = 2.0


class CaptionsTable(QWidget):
    """The cues of one language; times in seconds of the clip."""

    changed = Signal()
    """Other cues are in the table."""
    cues_wanted = Signal(str, object)
    """A language and the cues that it is to have."""
    seek_wanted = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.languages = QComboBox()
        self.table = QTableWidget(0, 3)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 64)
        self.table.setColumnWidth(1, 64)
        self.table.setWordWrap(True)
        self.add, self.remove = QPushButton(), QPushButton()
        self.more = CaptionsMenu()
        self._title = QLabel()
        self._title.setProperty("section", True)
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self.languages)
        row = QHBoxLayout()
        for button in (self.add, self.remove, self.more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addLayout(row)
        self.now = 0.0
        self._files: dict[str, Path] = {}
        self._scene: Scene | None = None
        self._folder = Path()
        self._kept: list[Cue] = []
        self._filling = False
        self.languages.currentTextChanged.connect(lambda _tag: self._load())
        self.table.cellChanged.connect(self._edited)
        self.table.cellClicked.connect(self._go)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.table.itemSelectionChanged.connect(self._tell_menu)
        self.changed.connect(self._tell_menu)
        self.more.wanted.connect(self._take)
        self._say()

    def show_scene(
        self, scene: Scene, languages: tuple[str, ...], first: str, folder: Path
    ) -> None:
        """Show the captions of the scene's clip in these languages, read anew from the folder.

        The language chosen stays; ``first`` is shown until one is chosen.
        """
        self._scene, self._folder = scene, folder
        named = scene.clip.captions if scene.clip is not None else {}
        self._files = {tag: file_of(folder, name) for tag, name in named.items()}
        before = self.languages.blockSignals(True)
        current = self.languages.currentText() or first
        self.languages.clear()
        self.languages.addItems(list(languages))
        if current in languages:
            self.languages.setCurrentText(current)
        self.languages.blockSignals(before)
        self._load()

    def cues(self) -> list[Cue]:
        """The cues in the table whose times can be read."""
        rows = (self._cue(row) for row in range(self.table.rowCount()))
        return sorted(cue for cue in rows if cue is not None)

    def set_times(self, number: int, start: float, end: float) -> None:
        """Give the cue of this number, counted in time, other times."""
        cues = self.cues()
        if number < len(cues):
            cues[number] = Cue(start, end, cues[number].text)
            self._want(sorted(cues))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._title.setText(self.tr("Captions"))
        self.table.setHorizontalHeaderLabels([self.tr("From"), self.tr("To"), self.tr("Words")])
        self.table.setAccessibleName(self.tr("Captions"))
        self.languages.setAccessibleName(self.tr("Language of the captions"))
        self.add.setText(self.tr("Add here"))
        self.remove.setText(self.tr("Remove"))

    def _take(self, cues: list[Cue]) -> None:
        """Other cues altogether: they come back by :meth:`show_scene` once they are kept."""
        self._want(sorted(cues))

    def _tell_menu(self) -> None:
        rows = {each.row() for each in self.table.selectedIndexes()}
        ordered = self.cues()
        places = [
            place for row in rows if (cue := self._cue(row)) is not None
            for place in range(len(ordered)) if ordered[place] == cue
        ]  # fmt: skip
        self.more.show_cues(ordered, places)

    def _cue(self, row: int) -> Cue | None:
        words = [
            cell.text() if (cell := self.table.item(row, column)) else "" for column in range(3)
        ]
        try:
            start, end = (float(each.replace(",", ".")) for each in words[:2])
        except ValueError:
            return None
        return Cue(start, end, words[2].strip()) if end > start and words[2].strip() else None

    def _load(self) -> None:
        self.more.show_scene(self._scene, self.languages.currentText(), self._folder)
        path = self._files.get(self.languages.currentText())
        cues = read(path)[0] if path is not None and path.is_file() else []
        self._kept = sorted(Cue(*each) for each in cues)
        if self._kept != self.cues():
            self._filling = True
            self.table.setRowCount(0)
            for cue in self._kept:
                self._append(cue)
            self._filling = False
        self.changed.emit()

    def _append(self, cue: Cue) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        start, end = (QLocale().toString(each, "f", 2) for each in (cue.start, cue.end))
        for column, words in enumerate((start, end, cue.text)):
            self.table.setItem(row, column, QTableWidgetItem(words))

    def _add(self) -> None:
        self._append(Cue(self.now, self.now + _NEW_SECONDS, ""))
        row = self.table.rowCount() - 1
        self.table.setCurrentCell(row, 2)
        self.table.editItem(self.table.item(row, 2))

    def _remove(self) -> None:
        for row in sorted({each.row() for each in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self._edited()

    def _edited(self, *_cell: int) -> None:
        if not self._filling:
            self._want(self.cues())

    def _want(self, cues: list[Cue]) -> None:
        if cues != self._kept:
            self._kept = cues
            self.cues_wanted.emit(self.languages.currentText(), cues)

    def _go(self, row: int, _column: int) -> None:
        cell = self.table.item(row, 0)
        if cell is not None:
            try:
                self.seek_wanted.emit(float(cell.text().replace(",", ".")))
            except ValueError:
                return

    def select(self) -> None:
        """Let the keyboard into the table."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)
