"""What to make of one source, as plain values: the input of the filter graph and command line."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from studio.media.captions import Cue
from studio.media.probe import MediaFacts, VideoFacts
from studio.media.profiles import Profile
from studio.story.model import Treatment

_FALLBACK_RATE = 30.0
_STILL_RATE = 25.0
_USUAL_RATES = (24.0, 25.0, 30.0, 50.0, 60.0)
_INDEXED = ("mov", "matroska", "avi", "mxf")
_LEAD_SECONDS, _LONGEST_LEAD = 2.0, 60.0
_LOOP_SECONDS = 0.5
_LOOP_SHARE = 4


class Encoding(Struct, frozen=True):
    """One clip to encode; times in seconds of the source, sizes in pixels.

    ``still`` names the demuxer when the source is a still picture. ``sound`` replaces the
    source's own sound; ``loudness`` is in LUFS, None leaves it alone. ``seconds`` is the length
    to cut out. ``captions`` are burnt into the picture, in seconds of the finished clip.
    ``container`` is the source's, by libav's names.
    """

    source: Path
    still: str | None
    video: VideoFacts
    sound: Path | None
    has_sound: bool
    mark_in: float
    seconds: float
    frame_width: int
    frame_height: int
    frame_rate: float
    treatment: Treatment
    loudness: float | None
    captions: tuple[Cue, ...] = ()
    container: str = "mov"

    @property
    def lead(self) -> float:
        """How much before the in point reading begins; the graph cuts it off.

        Streams without an index are entered between keyframes, and of footage with a variable
        rate the frame on screen at the in point may have begun long before it.
        """
        if self.still is not None or self.mark_in <= 0:
            return 0.0
        indexed = self.container.split(",")[0] in _INDEXED
        if indexed and self.video.constant:
            return 0.0
        longest = self.video.keyframe_interval
        wanted = longest + _LEAD_SECONDS if longest < _LONGEST_LEAD else _LONGEST_LEAD
        return min(self.mark_in, wanted)

    @property
    def sounds(self) -> bool:
        """Whether the finished clip has a sound track."""
        return not self.treatment.mute and (self.has_sound or self.sound is not None)

    @property
    def loop_seconds(self) -> float:
        """How long the end of a seamless loop runs over into its beginning."""
        if not self.treatment.seamless_loop:
            return 0.0
        return min(_LOOP_SECONDS, self.seconds / _LOOP_SHARE)


class Loudness(Struct, frozen=True):
    """What loudnorm measured in its first pass (LUFS, LU, dBTP, LUFS, LU)."""

    integrated: float
    range: float
    true_peak: float
    threshold: float
    offset: float


def output_seconds(encoding: Encoding) -> float:
    """How long the finished clip lasts."""
    return encoding.seconds - encoding.loop_seconds + encoding.treatment.freeze_end


def frame_rate(facts: MediaFacts, profile: Profile) -> float:
    """The constant rate to encode at: the source's own, within the profile's limit.

    Footage of a variable rate gets the next usual one, so that none of its frames is lost.
    """
    if facts.still:
        return _STILL_RATE
    video = facts.video
    rate = video.frame_rate if video is not None else 0.0
    if rate <= 0:
        return _FALLBACK_RATE
    if video is not None and not video.constant:
        rate = next((usual for usual in _USUAL_RATES if usual >= rate * 0.98), rate)
    while rate > profile.maximum_rate:
        rate /= 2
    return rate
