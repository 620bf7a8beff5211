"""The history panel: every step of this sitting by its name; a click goes there."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from studio.desktop.history import Step


class HistoryPanel(QWidget):
    """Shows the steps, the present one in bold, what was undone in italics."""

    step_wanted = Signal(int)
    versions_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[Step, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("history")
        self.list.setUniformItemSizes(True)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        self._versions = QPushButton()
        self._versions.clicked.connect(self.versions_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self.list, 1)
        column.addWidget(self._versions)
        self._say()

    def show_steps(self, steps: tuple[Step, ...], index: int) -> None:
        """Show these steps; only what differs from before is touched."""
        same = 0
        for before, now in zip(self._steps, steps, strict=False):
            if before is not now:
                break
            same += 1
        while self.list.count() > same:
            self.list.takeItem(self.list.count() - 1)
        for step in steps[same:]:
            item = QListWidgetItem(f"{datetime.fromtimestamp(step.time):%H:%M}   {step.label}")
            item.setToolTip(f"{datetime.fromtimestamp(step.time):%H:%M:%S}  {step.label}")
            self.list.addItem(item)
        self._steps = steps
        for row in range(self.list.count()):
            self._dress(self.list.item(row), row - index)
        if 0 <= index < self.list.count():
            self.list.setCurrentRow(index)
            self.list.scrollToItem(self.list.item(index))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _dress(self, item: QListWidgetItem, place: int) -> None:
        font = QFont(self.list.font())
        font.setBold(place == 0)
        font.setItalic(place > 0)
        if item.font() != font:
            item.setFont(font)

    def _go(self, item: QListWidgetItem) -> None:
        self.step_wanted.emit(self.list.row(item))

    def _say(self) -> None:
        self.list.setAccessibleName(self.tr("Steps that can be gone back to"))
        self._versions.setText(self.tr("Older versions…"))
        self._versions.setToolTip(self.tr("Versions kept beside the story, from earlier days too"))
