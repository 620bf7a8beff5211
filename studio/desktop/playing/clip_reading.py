"""What must be known of a clip before it can be shown: read fast, from the file's head."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

import av
from av.error import FFmpegError

from studio.media.reading import FILE_ONLY

_NOT_SHOWN = ("av1",)
"""QMediaPlayer gives no frames of these and no error either (measured)."""
_DEFAULT_RATE = 25.0
_STEADY = 0.002
"""Rates that differ by less are those of a steady clip, rounded by its container."""
_HALF_FRAME = 0.5


@dataclass(frozen=True)
class ClipHead:
    """``seconds`` is the length, ``rate`` frames a second (an average where it varies).

    ``steady`` is False where frames may last unequally long; ``times`` then says when each begins,
    once that has been read.
    """

    codec: str
    width: int
    height: int
    rate: float
    seconds: float
    has_sound: bool
    steady: bool = True
    times: tuple[float, ...] = ()

    @property
    def shown_here(self) -> bool:
        """Whether the studio's own player shows its frames."""
        return self.codec not in _NOT_SHOWN

    @property
    def frames(self) -> int:
        """How many frames there are, as far as is known."""
        return len(self.times) or max(1, round(self.seconds * self.rate))

    def number_at(self, seconds: float) -> int:
        """The frame that is shown at this time, counted from 0."""
        if self.times:
            # A time that was rounded to thousandths still means the frame that begins there.
            return max(0, bisect_right(self.times, seconds + 0.0015) - 1)
        return min(self.frames - 1, max(0, round(seconds * self.rate)))

    def begin_of(self, number: int) -> float:
        """When this frame begins."""
        number = min(self.frames - 1, max(0, number))
        return self.times[number] if self.times else number / self.rate

    def end_of(self, number: int) -> float:
        """When this frame ends: the next one begins."""
        if not self.times:
            return self.begin_of(number) + 1 / self.rate
        return self.times[number + 1] if number + 1 < len(self.times) else self.seconds

    def middle_of(self, number: int) -> float:
        """A time that is well within this frame."""
        begin = self.begin_of(number)
        return begin + _HALF_FRAME * max(0.001, self.end_of(number) - begin)


def read_head(path: Path) -> ClipHead | None:
    """The head of a video file; None for a file that is missing or no video."""
    try:
        with av.open(f"file:{path}", options=dict(FILE_ONLY)) as container:
            stream = container.streams.video[0]
            seconds = float(container.duration or 0) / av.time_base
            if stream.duration and stream.time_base:
                seconds = float(stream.duration * stream.time_base)
            rate = float(stream.average_rate or stream.base_rate or _DEFAULT_RATE)
            finest = float(stream.base_rate or rate)
            # Containers that do not count their frames, such as Matroska, only claim a rate.
            counted = stream.frames > 0
            return ClipHead(
                codec=stream.codec_context.name.removeprefix("lib").replace("dav1d", "av1"),
                width=stream.codec_context.width,
                height=stream.codec_context.height,
                rate=rate,
                seconds=seconds,
                has_sound=bool(container.streams.audio),
                steady=counted and abs(rate - finest) <= _STEADY * finest,
            )
    except (FFmpegError, OSError, IndexError, ValueError):
        return None


def read_times(path: Path) -> tuple[float, ...]:
    """When each frame begins, in seconds of the file; decodes nothing. Empty for no video."""
    try:
        with av.open(f"file:{path}", options=dict(FILE_ONLY)) as container:
            stream = container.streams.video[0]
            begin = (container.start_time or 0) / av.time_base
            found = {
                float(packet.pts * packet.time_base) - begin
                for packet in container.demux(stream)
                if packet.pts is not None
            }
            return tuple(sorted(each for each in found if each >= -_HALF_FRAME / _DEFAULT_RATE))
    except (FFmpegError, OSError, IndexError, ValueError):
        return ()
