"""Pictures and lengths of clips for the map, read in the background."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from studio.desktop.tasks import Task
from studio.media import thumbnails
from studio.media.cache import Cache
from studio.media.runner import Cancelled
from studio.story.finding import StudioError
from studio.story.model import Clip, Story

_WIDTH, _HEIGHT = 464, 261


@dataclass(frozen=True)
class Preview:
    """A frame of the clip and the length of what is played, in seconds."""

    picture: QImage
    seconds: float


def read_preview(
    path: Path,
    clip: Clip,
    cache: Cache | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Preview | None:
    """The clip's poster frame (else one a third in); None for a file that shows nothing.

    A clip that cannot be read is for the checks to report; the map only stays without picture.
    """
    try:
        cache = cache or Cache()
        whole = cache.facts(path).seconds
        mark_in = float(clip.footage.mark_in)
        mark_out = clip.footage.mark_out
        end = min(whole, float(mark_out)) if mark_out is not None else whole
        seconds = max(0.0, end - mark_in)
        poster = float(clip.poster) if clip.poster is not None else seconds / 3
        shot = thumbnails.picture(
            path, mark_in + poster, width=_WIDTH, height=_HEIGHT, cache=cache, cancelled=cancelled
        )
    except (StudioError, Cancelled, OSError):
        return None
    return Preview(_letterboxed(shot), seconds)


def _letterboxed(shot: thumbnails.Picture) -> QImage:
    """The picture in the middle of a black one of the map's shape."""
    height, width = shot.shape[:2]
    pixels = np.zeros((_HEIGHT, _WIDTH, 3), dtype=np.uint8)
    top, left = (_HEIGHT - height) // 2, (_WIDTH - width) // 2
    pixels[top : top + height, left : left + width] = shot
    return QImage(pixels.tobytes(), _WIDTH, _HEIGHT, 3 * _WIDTH, QImage.Format.Format_RGB888).copy()


class _Queue:
    """Clips that wait to be read, by scene id; used from two threads."""

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._waiting: dict[str, Clip] = {}
        self._read = False

    def put(self, clips: dict[str, Clip], *, first: bool) -> bool:
        """Let clips wait, before all others if ``first``; whether a reader must be started."""
        with self._guard:
            before, after = (clips, self._waiting) if first else (self._waiting, clips)
            self._waiting = {**before, **after, **clips}
            start = bool(self._waiting) and not self._read
            self._read = self._read or start
            return start

    def take(self) -> tuple[str, Clip] | None:
        """The next one; None ends the reader."""
        with self._guard:
            if not self._waiting:
                self._read = False
                return None
            scene_id = next(iter(self._waiting))
            return scene_id, self._waiting.pop(scene_id)

    def clear(self) -> None:
        """Let nothing wait any more."""
        with self._guard:
            self._waiting = {}


class PreviewLoader(QObject):
    """Reads the previews of a story's clips in the background, first those that are in sight."""

    loaded = Signal(str, object)
    """Scene id and its :class:`Preview`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._known: dict[str, Clip] = {}
        self._folder = Path()
        self._queue = _Queue()
        self._task: Task | None = None

    def forget(self) -> None:
        """Before another story."""
        self.stop()
        self._known.clear()

    def stop(self) -> None:
        """Ask the reading to stop."""
        self._queue.clear()
        self._queue = _Queue()
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def load(self, story: Story, folder: Path) -> None:
        """Begin to read the clips that are new or have changed; each is read once."""
        self._folder = folder
        wanted = {
            scene.id: scene.clip
            for scene in story.scenes
            if scene.clip is not None and self._known.get(scene.id) is not scene.clip
        }
        self._known.update(wanted)
        self._want(wanted, first=False)

    def prefer(self, scene_ids: Iterable[str]) -> None:
        """Read these next, again if they have been read before."""
        wanted = {each: self._known[each] for each in scene_ids if each in self._known}
        self._want(wanted, first=True)

    def _want(self, clips: dict[str, Clip], *, first: bool) -> None:
        if clips and self._queue.put(clips, first=first):
            queue, folder = self._queue, self._folder
            self._task = Task(lambda task: self._read(task, queue, folder), self)
            self._task.start()

    def _read(self, task: Task, queue: _Queue, folder: Path) -> None:
        cache = Cache()
        while not task.cancelled() and (taken := queue.take()) is not None:
            scene_id, clip = taken
            preview = read_preview(folder / clip.footage.file, clip, cache, task.cancelled)
            if preview is not None and not task.cancelled():
                self.loaded.emit(scene_id, preview)
