"""What must be known of a clip before it can be shown: read fast, from the file's head."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import av
from av.error import FFmpegError

_NOT_SHOWN = ("av1",)
"""QMediaPlayer gives no frames of these and no error either (measured)."""
_DEFAULT_RATE = 25.0


@dataclass(frozen=True)
class ClipHead:
    """``seconds`` is the length, ``rate`` frames a second (an average where it varies)."""

    codec: str
    width: int
    height: int
    rate: float
    seconds: float
    has_sound: bool

    @property
    def shown_here(self) -> bool:
        """Whether the studio's own player shows its frames."""
        return self.codec not in _NOT_SHOWN


def read_head(path: Path) -> ClipHead | None:
    """The head of a video file; None for a file that is missing or no video."""
    try:
        with av.open(f"file:{path}", options={"protocol_whitelist": "file"}) as container:
            stream = container.streams.video[0]
            seconds = float(container.duration or 0) / av.time_base
            if stream.duration and stream.time_base:
                seconds = float(stream.duration * stream.time_base)
            return ClipHead(
                codec=stream.codec_context.name.removeprefix("lib").replace("dav1d", "av1"),
                width=stream.codec_context.width,
                height=stream.codec_context.height,
                rate=float(stream.average_rate or stream.base_rate or _DEFAULT_RATE),
                seconds=seconds,
                has_sound=bool(container.streams.audio),
            )
    except (FFmpegError, OSError, IndexError, ValueError):
        return None
