"""The frames of one clip, one after the other: for who plays or scrubs a clip by its pictures.

Unlike :mod:`studio.media.thumbnails` nothing is kept in the cache, and the file stays open, so
that the next frame costs one decoding and not a search.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import av
import av.error

from studio.media import problems
from studio.media.probe import picture_stream
from studio.media.reading import frames, opened
from studio.media.thumbnails import Picture, shown
from studio.story.finding import Place

_READ_ON_SECONDS = 2.0
"""Up to here it is quicker to decode what lies between than to search anew."""
_SEARCH_BACK = (0.0, 3.0, 15.0, float("inf"))


class FrameReader:
    """Reads one file; not for use by two threads at once."""

    def __init__(self, path: Path) -> None:
        """Open the file; raises StudioError (MD001 to MD004)."""
        self._open = ExitStack()
        place = Place(file=path.name)
        self._container = self._open.enter_context(opened(path, place))
        stream = picture_stream(self._container)
        if stream is None:
            self._open.close()
            raise problems.NO_VIDEO.error(place, file=path.name)
        stream.thread_type = "SLICE"
        self._stream: Any = stream
        self._offset = (self._container.start_time or 0) / av.time_base
        self._aspect = float(stream.sample_aspect_ratio or 1)
        self._following: Iterator[Any] | None = None
        self._frame: Any = None
        self._ahead: Any = None

    def picture_at(self, seconds: float, width: int, height: int) -> Picture | None:
        """The last frame that began at ``seconds`` of the file or before, fitted into the box.

        Past the end it is the last frame; None where nothing can be decoded.
        """
        time = self._offset + max(0.0, seconds)
        known = self._frame
        if known is None or not known.time <= time <= known.time + _READ_ON_SECONDS:
            self._search(time)
        while self._ahead is not None and self._ahead.time <= time:
            self._advance()
        return None if self._frame is None else shown(self._frame, (width, height), self._aspect)

    def close(self) -> None:
        """Let go of the file."""
        self._following = self._frame = self._ahead = None
        self._open.close()

    def _search(self, time: float) -> None:
        """Begin at a keyframe before the time, further back where a file has no index."""
        for target in dict.fromkeys(max(0.0, time - back) for back in _SEARCH_BACK):
            try:
                self._container.seek(int(target * av.time_base))
            except av.error.FFmpegError:
                if target > 0:
                    continue
            self._following = frames(self._container, self._stream)
            self._frame = self._ahead = None
            self._advance()
            self._advance()
            if self._frame is not None and (self._frame.time <= time or target == 0):
                return

    def _advance(self) -> None:
        assert self._following is not None
        if self._ahead is not None:
            self._frame = self._ahead
        self._ahead = next((each for each in self._following if each.time is not None), None)
