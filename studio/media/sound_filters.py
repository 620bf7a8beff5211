"""The sound's part of the filter graph: pure functions from a stream to a stream.

Order: gaps filled, stereo, voice pitch, loudness, seamless loop, fades, length of the picture.
"""

from __future__ import annotations

from typing import Any

import ffmpeg

from studio.media.encoding import Encoding, Loudness, output_seconds
from studio.media.picture_filters import fades

TRUE_PEAK = -1.5
"""In dBTP: the limit of common delivery specifications (EBU R128 s1 leaves it to the codec)."""
_LOUDNESS_RANGE = 11.0
_WIDEST_RANGE = 50.0


def heard(stream: Any, encoding: Encoding, rate: int) -> Any:
    """The sound before loudness is set: what the first pass measures."""
    stream = stream.filter("aresample", rate, **{"async": 1, "first_pts": 0})
    if encoding.lead > 0:
        stream = stream.filter("atrim", start=f"{encoding.lead:.6f}")
        stream = stream.filter("asetpts", "PTS-STARTPTS")
    stream = stream.filter("aformat", sample_fmts="fltp", channel_layouts="stereo")
    if encoding.treatment.voice_pitch is not None:
        stream = stream.filter("rubberband", pitch=encoding.treatment.voice_pitch)
    return stream


def measured(stream: Any, encoding: Encoding, rate: int) -> Any:
    """First pass: loudnorm writes what it measured as JSON into the log."""
    stream = heard(stream, encoding, rate)
    return stream.filter("loudnorm", **_targets(encoding), print_format="json")


def sound(stream: Any, encoding: Encoding, rate: int, loudness: Loudness | None) -> Any:
    """Everything done to the sound; ``loudness`` None leaves the level alone."""
    stream = heard(stream, encoding, rate)
    if loudness is not None:
        targets = _targets(encoding)
        # The clip's own range keeps loudnorm at one gain for the whole clip where peaks allow it.
        targets["LRA"] = min(_WIDEST_RANGE, max(_LOUDNESS_RANGE, loudness.range))
        stream = stream.filter(
            "loudnorm", **targets, measured_I=loudness.integrated, measured_LRA=loudness.range,
            measured_TP=loudness.true_peak, measured_thresh=loudness.threshold,
            offset=loudness.offset, linear="true",
        )  # fmt: skip
    stream = stream.filter("aresample", rate)
    if encoding.loop_seconds > 0:
        stream = _looped(stream, encoding)
    for kind, start, seconds in fades(encoding):
        stream = stream.filter("afade", type=kind, start_time=start, duration=seconds)
    return stream.filter("apad", whole_dur=f"{output_seconds(encoding):.6f}")


def _targets(encoding: Encoding) -> dict[str, Any]:
    return {"I": encoding.loudness, "TP": TRUE_PEAK, "LRA": _LOUDNESS_RANGE}


def _looped(stream: Any, encoding: Encoding) -> Any:
    over = encoding.loop_seconds
    halves = stream.filter("apad", whole_dur=f"{encoding.seconds:.6f}")
    halves = halves.filter_multi_output("asplit")
    body = halves[0].filter("atrim", start=over, end=encoding.seconds)
    head = halves[1].filter("atrim", end=over)
    parts = [each.filter("asetpts", "PTS-STARTPTS") for each in (body, head)]
    return ffmpeg.filter(parts, "acrossfade", duration=over)
