"""Bringing a chosen file into the story's folder: what stands elsewhere is copied, in the
background."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from studio.desktop.canvas.incoming import MEDIA, bring
from studio.desktop.inspector.editing import Editing
from studio.desktop.tasks import Task

_SUBTITLES = {".vtt", ".srt", ".ass", ".ssa", ".sub"}
_SHOWN_OR_HEARD = set(
    ".mp4 .mov .mkv .webm .avi .m4v .mp3 .m4a .wav .ogg .opus .flac .png .jpg .jpeg .webp".split()  # noqa: SIM905
)


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


def folder_for(path: Path) -> str:
    """Where a file of this kind belongs below the story's folder."""
    kind = path.suffix.lower()
    if kind in _SHOWN_OR_HEARD:
        return MEDIA
    return "captions" if kind in _SUBTITLES else "resources"
