"""Bringing a chosen file into the story's folder: what stands elsewhere is copied, in the
background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from studio.desktop.canvas.incoming import bring, folder_for
from studio.desktop.inspector.editing import Editing
from studio.desktop.tasks import Task


class Bringing(QObject):
    """Calls ``done`` with the path below the story's folder once the file is there."""

    def __init__(self, editing: Editing, done: Callable[[str], object]) -> None:
        super().__init__(editing)
        self._editing = editing
        self._done = done
        self._folder = editing.folder

    def start(self, path: Path) -> None:
        """Copy if need be; the same file brought in twice is one file."""
        folder = self._folder
        if folder is None:
            return
        task = Task(lambda _task: bring(path, folder, folder_for(path)), self)
        task.succeeded.connect(self._succeed)
        task.failed.connect(self._fail)
        task.start()

    def _succeed(self, file: str) -> None:
        if self._editing.folder == self._folder:
            self._done(file)
        self.deleteLater()

    def _fail(self, error: object) -> None:
        self._editing.failed.emit(error)
        self.deleteLater()
