"""What is known of media and caption files, for whoever asks of the story: checks, editor, reports.

The media package measures and reads them; it stands here so that checks need not know how.
"""

from __future__ import annotations

from msgspec import Struct

Span = tuple[float, float]
"""Start and end in seconds of the source file."""


Cue = tuple[float, float, str]
"""One caption: start and end in seconds of the trimmed clip, and its text with line breaks."""


class ClipFacts(Struct, frozen=True):
    """One media file. Sizes in pixels as shown (after rotation); times in seconds of the file.

    ``loudness`` is integrated (LUFS, EBU R128), ``true_peak`` in dBTP; both None without sound
    or where the sound is too quiet to measure. ``cuts`` are times of scene changes.
    """

    seconds: float
    bytes: int
    width: int
    height: int
    frame_rate: float
    constant_rate: bool
    keyframe_interval: float
    video_codec: str | None
    audio_codec: str | None
    loudness: float | None = None
    true_peak: float | None = None
    black: tuple[Span, ...] = ()
    silent: tuple[Span, ...] = ()
    cuts: tuple[float, ...] = ()
