"""Pictures of a clip decoded by the studio itself, where Qt shows none of it (AV1, 10 bit)."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.desktop.tasks import Task
from studio.media.frame_reader import FrameReader

_Reader = list[FrameReader]


class OwnPictures(QObject):
    """Decodes the wanted picture in the background, then the one wanted by then."""

    ready = Signal(QImage)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._reader: _Reader = []
        self._working: Task | None = None
        self._wanted: tuple[float, int, int] | None = None

    def want(self, path: Path, seconds: float, width: int, height: int) -> None:
        """Show the picture at this time of the file, within so many pixels."""
        if path != self._path:
            self.forget()
            self._path = path
        self._wanted = seconds, width, height
        if self._working is None:
            self._begin()

    def forget(self) -> None:
        """Let go of the file."""
        self._path, self._wanted = None, None
        reader, self._reader = self._reader, []
        if self._working is None:
            for each in reader:
                each.close()

    def _begin(self) -> None:
        path, wanted, reader = self._path, self._wanted, self._reader
        if path is None or wanted is None:
            return
        self._wanted = None

        def work(_task: Task) -> tuple[Path, _Reader, QImage]:
            if not reader:
                reader.append(FrameReader(path))
            shot = reader[0].picture_at(*wanted)
            if shot is None:
                return path, reader, QImage()
            high, wide = shot.shape[:2]
            image = QImage(shot.tobytes(), wide, high, 3 * wide, QImage.Format.Format_RGB888)
            return path, reader, image.copy()

        self._working = Task(work, self)
        self._working.succeeded.connect(self._show)
        self._working.failed.connect(self._fail)
        self._working.start()

    def _show(self, shot: tuple[Path, _Reader, QImage]) -> None:
        self._working = None
        path, reader, image = shot
        if reader is not self._reader:  # Another file is shown by now.
            for each in reader:
                each.close()
        elif path == self._path and not image.isNull():
            self.ready.emit(image)
        self._begin()

    def _fail(self, _error: BaseException) -> None:
        self._working = None
