"""Moves files that the story does not use to the desktop's wastebasket, after asking."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QFile, QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from studio.desktop.tasks import Task

_NAMED = 8


class Wastebasket(QObject):
    """One question, one piece of work; files are never deleted for good."""

    done = Signal(object, object)
    """Files that were moved, and those that could not be, by path below the folder."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._moving: Task | None = None

    @property
    def busy(self) -> bool:
        """Whether files are being moved."""
        return self._moving is not None

    def offer(self, folder: Path, files: Sequence[str]) -> None:
        """Ask, then move."""
        if not files or self.busy:
            return
        box = QMessageBox(self._window)
        box.setObjectName("wastebasket")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Move to the wastebasket"))
        named = list(files[:_NAMED])
        if len(files) > _NAMED:
            named.append(self.tr("… and {count} more").format(count=len(files) - _NAMED))
        box.setText(
            self.tr("Move files that the story does not use to the wastebasket ({count})?").format(
                count=len(files)
            )
        )
        box.setInformativeText(
            "\n".join(named)
            + "\n\n"
            + self.tr(
                "Older versions of the story, and steps that you undo, may still name them. You "
                "can bring them back from the wastebasket."
            )
        )
        move = box.addButton(self.tr("Move them"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        move.clicked.connect(lambda: self._move(folder, tuple(files)))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _move(self, folder: Path, files: Sequence[str]) -> None:
        def work(_task: Task) -> tuple[list[str], list[str]]:
            moved: list[str] = []
            left: list[str] = []
            # Qt makes the wastebasket, but not the folder that it stands in on a fresh account.
            home = QStandardPaths.StandardLocation.GenericDataLocation
            QDir().mkpath(QStandardPaths.writableLocation(home))
            for file in files:
                (moved if QFile.moveToTrash(str(folder / file)) else left).append(file)
            return moved, left

        self._moving = Task(work, self)
        self._moving.succeeded.connect(self._end)
        self._moving.start()

    def _end(self, result: tuple[list[str], list[str]]) -> None:
        self._moving = None
        self.done.emit(*result)
