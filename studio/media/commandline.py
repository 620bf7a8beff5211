"""ffmpeg command lines as pure functions over plain values."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import ffmpeg

from studio.media.encoders import SOFTWARE, Encoder, video_options
from studio.media.encoding import Encoding, Loudness, output_seconds
from studio.media.picture_filters import picture
from studio.media.profiles import Profile
from studio.media.reading import FILE_ONLY
from studio.media.sound_filters import measured, sound

RECIPE_VERSION = 3
"""Part of the cache's key; raise it when the same request gives another command line."""
COPY_VERSION = 1
"""The same for streams that are copied: those depend on nothing but the source."""

_QUIET = ("-hide_banner", "-nostdin", "-nostats")
_COMMON = (*_QUIET, "-loglevel", "warning", "-progress", "pipe:1", "-stats_period", "0.2")
_MEASURING = (*_QUIET, "-loglevel", "info", "-progress", "pipe:1", "-stats_period", "0.2")


def copy_command(
    executable: str,
    source: Path,
    has_sound: bool,
    output: Path,
    container: Literal["mp4", "webm"] = "mp4",
) -> list[str]:
    """Copy the first video and audio stream into a fresh container, without metadata."""
    media = ffmpeg.input(f"file:{source}", **FILE_ONLY)
    streams = [media["V:0"], media["a:0"]] if has_sound else [media["V:0"]]
    options = {"c": "copy", **_container_options(container)}
    return _compile(executable, _COMMON, ffmpeg.output(*streams, f"file:{output}", **options))


def transcode_command(
    executable: str,
    encoding: Encoding,
    profile: Profile,
    output: Path,
    *,
    loudness: Loudness | None = None,
    captions: Path | None = None,
    fonts: Path = Path(),
    encoder: Encoder = SOFTWARE,
) -> list[str]:
    """Cut, edit and encode to the profile, frame-accurately, in one filter graph.

    ``loudness`` is what :func:`measure_command` found, ``captions`` an ASS file to burn in.
    """
    media = ffmpeg.input(f"file:{encoding.source}", **_cut(encoding))
    shown = picture(media["V:0"], encoding, profile.pixel_format, captions, fonts)
    for name, values in encoder.upload:
        shown = shown.filter(name, *values)
    streams: list[Any] = [shown]
    options: dict[str, Any] = {
        **video_options(profile, encoder, encoding.frame_rate),
        "fps_mode": "cfr",
        "r": f"{encoding.frame_rate:.6g}",
        "colorspace": "bt709",
        "color_primaries": "bt709",
        "color_trc": "bt709",
        "color_range": "tv",
        "t": f"{output_seconds(encoding):.6f}",
        **_container_options(profile.container),
    }
    if encoding.sounds:
        streams.append(sound(_own_sound(media, encoding), encoding, profile.audio_rate, loudness))
        options |= {
            "c:a": profile.audio_encoder,
            "b:a": f"{profile.audio_kilobits}k",
            "ar": profile.audio_rate,
            "ac": profile.audio_channels,
        }
    common = (*_COMMON, *encoder.device)
    return _compile(executable, common, ffmpeg.output(*streams, f"file:{output}", **options))


def measure_command(executable: str, encoding: Encoding, profile: Profile) -> list[str]:
    """The first pass of loudnorm over the sound as it will be heard; its log ends with JSON."""
    source = encoding.source if encoding.sound is None else encoding.sound
    own = ffmpeg.input(f"file:{source}", **_cut(encoding, sound_only=True))["a:0"]
    stream = measured(own, encoding, profile.audio_rate)
    return _compile(executable, _MEASURING, ffmpeg.output(stream, "-", f="null"))


def _own_sound(media: Any, encoding: Encoding) -> Any:
    if encoding.sound is None:
        return media["a:0"]
    return ffmpeg.input(f"file:{encoding.sound}", **_cut(encoding, sound_only=True))["a:0"]


def _cut(encoding: Encoding, sound_only: bool = False) -> dict[str, Any]:
    cut: dict[str, Any] = dict(FILE_ONLY)
    if encoding.still is not None:
        return cut if sound_only else cut | {"f": encoding.still}
    begin = encoding.mark_in - encoding.lead
    if begin > 0:
        cut["ss"] = f"{begin:.6f}"
    return cut | {"t": f"{encoding.lead + encoding.seconds:.6f}"}


def _container_options(container: Literal["mp4", "webm"]) -> dict[str, Any]:
    # Metadata can hold where and by whom a clip was filmed: it never leaves the author's machine.
    options: dict[str, Any] = {"map_metadata": -1, "map_chapters": -1, "f": container}
    if container == "mp4":
        return options | {"movflags": "+faststart"}
    return options | {"cues_to_front": 1}


def _compile(executable: str, common: tuple[str, ...], result: Any) -> list[str]:
    arguments = [str(word) for word in ffmpeg.get_args(result, overwrite_output=True)]
    return [executable, *common, *arguments]
