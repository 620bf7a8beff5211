"""What stands in the middle while no story is open: open one, or a recent one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class WelcomePanel(QWidget):
    """The first page."""

    open_wanted = Signal()
    folder_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel("Scenario Studio")
        self._title.setProperty("hero", True)
        self._about = QLabel()
        self._about.setProperty("quiet", True)
        self.open_button = QPushButton()
        self.open_button.setProperty("primary", True)
        self.open_button.clicked.connect(self.open_wanted)
        self._recent_title = QLabel()
        self._recent_title.setProperty("quiet", True)
        self._recent = QVBoxLayout()
        self._buttons: list[QPushButton] = []
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        centre = Qt.AlignmentFlag.AlignHCenter
        column.addWidget(self._title, 0, centre)
        column.addWidget(self._about, 0, centre)
        column.addSpacing(10)
        column.addWidget(self.open_button, 0, centre)
        column.addSpacing(16)
        column.addWidget(self._recent_title, 0, centre)
        column.addLayout(self._recent)
        column.addStretch(3)
        self._say()

    def show_recent(self, folders: list[str]) -> None:
        """Offer these folders."""
        for button in self._buttons:
            button.deleteLater()
        self._buttons = []
        for folder in folders:
            button = QPushButton(Path(folder).name.replace("&", "&&"))
            button.setToolTip(folder)
            button.setMinimumWidth(280)
            button.clicked.connect(lambda _=False, folder=folder: self.folder_wanted.emit(folder))
            self._recent.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
            self._buttons.append(button)
        self._recent_title.setVisible(bool(folders))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._about.setText(self.tr("Branching training films, from a drawn map to a film."))
        self.open_button.setText(self.tr("Open a story…"))
        self._recent_title.setText(self.tr("Recent"))
