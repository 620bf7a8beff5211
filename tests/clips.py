"""Small real clips for tests, made by the real ffmpeg."""

from __future__ import annotations

import subprocess
from pathlib import Path

import imageio_ffmpeg


def make_clip(
    path: Path, seconds: float = 1.0, *, sound: bool = True, size: str = "320x180"
) -> Path:
    """A test pattern with a tone that fits the profile *everywhere*."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture = ["-f", "lavfi", "-i", f"testsrc2=size={size}:rate=25:duration={seconds}"]
    tone = ["-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=48000:duration={seconds}"]
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", *picture, *(tone if sound else []),
        "-c:v", "libx264", "-profile:v", "high", "-pix_fmt", "yuv420p", "-preset", "ultrafast",
        "-x264-params", "cabac=1:8x8dct=1:keyint=25:min-keyint=25:scenecut=0:open-gop=0",
        *(["-c:a", "aac", "-ac", "2", "-ar", "48000"] if sound else []),
        "-movflags", "+faststart", str(path),
    ]  # fmt: skip
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)
    return path
