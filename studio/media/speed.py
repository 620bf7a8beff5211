"""How fast this computer encodes: measured by encoding a second, so that a time can be told."""

from __future__ import annotations

import functools
import subprocess
import time

from studio.media.encoders import SOFTWARE, hardware_encoder, video_options
from studio.media.profiles import Profile
from studio.media.runner import find_ffmpeg

_SECONDS, _RATE = 1, 25
_PATIENCE = 40.0
_OTHER_WORK = 1.3
"""Allowed for sound, loudness and scaling beside the picture; a real export corrects it."""


@functools.lru_cache(maxsize=32)
def encoding_effort(profile: Profile, hardware: bool = False) -> float | None:
    """Seconds of work for a second of film in this profile, or None where it cannot be told.

    Encodes a second of moving test picture with some noise; takes as long as that does. The
    answer stands for the rest of the process. Raises StudioError (MD012) without ffmpeg.
    """
    executable = find_ffmpeg(None)
    found = hardware_encoder(executable, profile.video_codec) if hardware else None
    encoder = found or SOFTWARE
    height = profile.maximum_height
    width = min(profile.maximum_width, height * 16 // 9 // 2 * 2)
    filters = ["noise=alls=12:allf=t", f"format={profile.pixel_format}"]
    filters += ["=".join([name, ":".join(values)]).rstrip("=") for name, values in encoder.upload]
    options = video_options(profile, encoder, _RATE)
    words = [word for name, value in options.items() for word in (f"-{name}", str(value))]
    command = [
        executable, "-v", "error", "-nostdin", *encoder.device, "-f", "lavfi", "-i",
        f"testsrc2=size={width}x{height}:rate={_RATE}:duration={_SECONDS}",
        "-vf", ",".join(filters), *words, "-f", "null", "-",
    ]  # fmt: skip
    began = time.monotonic()
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PATIENCE, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return (time.monotonic() - began) / _SECONDS * _OTHER_WORK if done.returncode == 0 else None
