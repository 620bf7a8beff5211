"""ffmpeg command lines as pure functions; the only module that knows ffmpeg-python."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ffmpeg
from msgspec import Struct

from studio.media.probe import MediaFacts
from studio.media.profiles import Profile
from studio.media.reading import FILE_ONLY
from studio.story.model import Treatment

RECIPE_VERSION = 1
"""Part of the cache's key; raise it when the same request gives another command line."""

_FALLBACK_RATE = 30.0
_COMMON = (
    "-hide_banner", "-nostdin", "-loglevel", "warning",
    "-progress", "pipe:1", "-stats_period", "0.2", "-nostats",
)  # fmt: skip


class Encoding(Struct, frozen=True):
    """What to make of one source; times in seconds of the source, sizes in pixels.

    ``sound`` replaces the source's own sound; ``loudness`` is in LUFS, None leaves it alone.
    ``seconds`` is the length to cut out.
    """

    source: Path
    sound: Path | None
    has_sound: bool
    mark_in: float
    seconds: float
    frame_width: int
    frame_height: int
    frame_rate: float
    treatment: Treatment
    loudness: float | None


def output_seconds(encoding: Encoding) -> float:
    """How long the finished clip lasts."""
    return encoding.seconds + encoding.treatment.freeze_end


def frame_rate(facts: MediaFacts, profile: Profile) -> float:
    """The constant rate to encode at: the source's own, within the profile's limit."""
    rate = facts.video.frame_rate if facts.video is not None else 0.0
    if rate <= 0:
        return _FALLBACK_RATE
    while rate > profile.maximum_rate:
        rate /= 2
    return rate


def copy_command(executable: str, source: Path, has_sound: bool, output: Path) -> list[str]:
    """Copy the first video and audio stream into a faststart MP4, without metadata."""
    media = ffmpeg.input(f"file:{source}", **FILE_ONLY)
    streams = [media["v:0"], media["a:0"]] if has_sound else [media["v:0"]]
    result = ffmpeg.output(*streams, f"file:{output}", c="copy", **_container_options())
    return _compile(executable, result)


def transcode_command(
    executable: str, encoding: Encoding, profile: Profile, output: Path
) -> list[str]:
    """Cut, edit and encode to the profile, frame-accurately, in one filter graph."""
    media = ffmpeg.input(f"file:{encoding.source}", **_cut(encoding))
    streams: list[Any] = [_picture(media["v:0"], encoding, profile)]
    options: dict[str, Any] = {
        "c:v": profile.video_encoder,
        "profile:v": profile.video_profiles[0].lower(),
        "preset": profile.preset,
        "crf": profile.quality,
        "maxrate": f"{profile.ceiling}k",
        "bufsize": f"{2 * profile.ceiling}k",
        "pix_fmt": profile.pixel_format,
        "fps_mode": "cfr",
        "r": f"{encoding.frame_rate:.6g}",
        "g": max(1, int(encoding.frame_rate * profile.keyframe_seconds + 0.001)),
        "flags": "+cgop",
        "t": f"{output_seconds(encoding):.6f}",
        **_container_options(),
    }
    if not encoding.treatment.mute and (encoding.has_sound or encoding.sound is not None):
        own = media if encoding.sound is None else ffmpeg.input(
            f"file:{encoding.sound}", **_cut(encoding)
        )  # fmt: skip
        streams.append(_sound(own["a:0"], encoding, profile))
        options |= {
            "c:a": profile.audio_encoder,
            "b:a": f"{profile.audio_kilobits}k",
            "ar": profile.audio_rate,
            "ac": profile.audio_channels,
        }
    return _compile(executable, ffmpeg.output(*streams, f"file:{output}", **options))


def _cut(encoding: Encoding) -> dict[str, Any]:
    return {**FILE_ONLY, "ss": f"{encoding.mark_in:.6f}", "t": f"{encoding.seconds:.6f}"}


def _container_options() -> dict[str, Any]:
    # Metadata can hold where and by whom a clip was filmed: it never leaves the author's machine.
    return {
        "map_metadata": -1,
        "map_chapters": -1,
        "movflags": "+faststart",
        "f": "mp4",
    }


def _picture(stream: Any, encoding: Encoding, profile: Profile) -> Any:
    treatment = encoding.treatment
    width, height = encoding.frame_width, encoding.frame_height
    shrink = treatment.fit == "pad"
    stream = stream.filter("fps", fps=f"{encoding.frame_rate:.6g}")
    stream = stream.filter("scale", "trunc(iw*if(sar,sar,1)/2)*2", "ih")
    stream = stream.filter(
        "scale", width, height,
        force_original_aspect_ratio="decrease" if shrink else "increase",
    )  # fmt: skip
    if shrink:
        stream = stream.filter("pad", width, height, "(ow-iw)/2", "(oh-ih)/2")
    else:
        stream = stream.filter("crop", width, height)
    stream = stream.filter("setsar", 1)
    if treatment.freeze_end > 0:
        stream = stream.filter("tpad", stop_mode="clone", stop_duration=treatment.freeze_end)
    for kind, start, seconds in _fades(encoding):
        stream = stream.filter("fade", type=kind, start_time=start, duration=seconds)
    return stream.filter("format", profile.pixel_format)


def _sound(stream: Any, encoding: Encoding, profile: Profile) -> Any:
    if encoding.loudness is not None:
        # EBU R128 in one pass; the true-peak limit is the -1.5 dBTP of common delivery specs.
        stream = stream.filter("loudnorm", I=encoding.loudness, TP=-1.5, LRA=11)
    stream = stream.filter("aresample", profile.audio_rate)
    for kind, start, seconds in _fades(encoding):
        stream = stream.filter("afade", type=kind, start_time=start, duration=seconds)
    return stream


def _fades(encoding: Encoding) -> list[tuple[str, float, float]]:
    treatment, length = encoding.treatment, output_seconds(encoding)
    fades: list[tuple[str, float, float]] = []
    if treatment.fade_in > 0:
        fades.append(("in", 0.0, float(treatment.fade_in)))
    if treatment.fade_out > 0:
        start = max(0.0, length - treatment.fade_out)
        fades.append(("out", start, float(treatment.fade_out)))
    return fades


def _compile(executable: str, result: Any) -> list[str]:
    arguments = [str(word) for word in ffmpeg.get_args(result, overwrite_output=True)]
    return [executable, *_COMMON, *arguments]
