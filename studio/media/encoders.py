"""Which encoder writes the picture: software by profile, or a hardware one that really works."""

from __future__ import annotations

import functools
import subprocess
from typing import Any

from msgspec import Struct

from studio.media.profiles import Profile

_PROBE_SECONDS = 20


class Encoder(Struct, frozen=True):
    """A video encoder beside the profile's own; empty name means the profile's own.

    ``quality`` names its constant-quality option; ``device`` goes before the inputs, ``upload``
    are filters that bring frames to the device.
    """

    name: str = ""
    quality: str = "crf"
    extra: tuple[tuple[str, str], ...] = ()
    device: tuple[str, ...] = ()
    upload: tuple[tuple[str, tuple[str, ...]], ...] = ()


SOFTWARE = Encoder()

_HARDWARE = (
    Encoder("nvenc", "cq", (("preset", "p5"), ("rc", "vbr"), ("b:v", "0"))),
    Encoder("videotoolbox", "q:v"),
    Encoder("qsv", "global_quality", (("preset", "medium"),)),
    Encoder("amf", "qp_i", (("rc", "cqp"),)),
    Encoder(
        "vaapi",
        "qp",
        (),
        ("-vaapi_device", "/dev/dri/renderD128"),
        (("format", ("nv12",)), ("hwupload", ())),
    ),
)
_HARDWARE_CODECS = {"h264": "h264", "av1": "av1"}
# VideoToolbox counts quality upwards from 1 to 100.
_UPWARD_QUALITY = 65


@functools.lru_cache(maxsize=32)
def hardware_encoder(executable: str, codec: str) -> Encoder | None:
    """The first hardware encoder for the codec that really encodes a frame here, or None."""
    if codec not in _HARDWARE_CODECS:
        return None
    return next((each for each in _HARDWARE if _works(executable, each, codec)), None)


def encoder_name(profile: Profile, encoder: Encoder) -> str:
    """What ffmpeg calls it."""
    return f"{profile.video_codec}_{encoder.name}" if encoder.name else profile.video_encoder


def video_options(profile: Profile, encoder: Encoder, rate: float) -> dict[str, Any]:
    """The encoder's options for constant quality under the profile's ceiling.

    Keyframes come at least every ``keyframe_seconds``; groups are closed, so that a player can
    begin at any of them.
    """
    options: dict[str, Any] = {
        "c:v": encoder_name(profile, encoder),
        "g": max(1, int(rate * profile.keyframe_seconds + 0.001)),
        "maxrate": f"{profile.ceiling}k",
        "bufsize": f"{2 * profile.ceiling}k",
    }
    if encoder.name:
        quality = _UPWARD_QUALITY if encoder.quality == "q:v" else profile.quality
        return options | {encoder.quality: quality, **dict(encoder.extra)}
    options |= {"crf": profile.quality, "pix_fmt": profile.pixel_format}
    match profile.video_encoder:
        case "libx264":
            options |= {
                "profile:v": profile.video_profiles[0].lower(),
                "preset": profile.speed,
                "flags": "+cgop",
            }
        case "libvpx-vp9":
            # Constrained quality: the target rate is the ceiling of the whole clip.
            options |= {
                "b:v": f"{profile.ceiling}k",
                "deadline": "good",
                "cpu-used": profile.speed,
                "row-mt": 1,
                "tile-columns": 2,
            }
        case _:
            options |= {"preset": profile.speed, "svtav1-params": "enable-overlays=0"}
    return options


def _works(executable: str, encoder: Encoder, codec: str) -> bool:
    filters = ["format=yuv420p"]
    filters += ["=".join([name, ":".join(values)]).rstrip("=") for name, values in encoder.upload]
    command = [
        executable, "-v", "error", "-nostdin", *encoder.device, "-f", "lavfi", "-i",
        "color=size=640x360:rate=25:duration=0.2", "-vf", ",".join(filters),
        "-c:v", f"{codec}_{encoder.name}", "-f", "null", "-",
    ]  # fmt: skip
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PROBE_SECONDS, stdin=subprocess.DEVNULL
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return done.returncode == 0
