"""Real clips, made once per run by the ffmpeg that the studio uses."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from studio.media.runner import find_ffmpeg

MakeClip = Callable[..., Path]


def ffmpeg(*arguments: str) -> None:
    subprocess.run([find_ffmpeg(), "-v", "error", "-nostdin", "-y", *arguments], check=True)


@pytest.fixture(scope="session")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``fitting.mp4`` fits the profile (320x180, 25 frames a second, 3 s); the others do not."""
    folder = tmp_path_factory.mktemp("clips")
    picture = ("-f", "lavfi", "-i", "testsrc=size=320x180:rate=25:duration=3")
    sound = ("-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000:duration=3")
    ffmpeg(
        *picture, *sound, "-c:v", "libx264", "-profile:v", "high", "-pix_fmt", "yuv420p",
        "-g", "25", "-preset", "ultrafast", "-c:a", "aac", "-ac", "2", "-movflags", "+faststart",
        "-metadata", "location=+52.2297+021.0122/", str(folder / "fitting.mp4"),
    )  # fmt: skip
    ffmpeg(
        *picture, "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p",
        "-g", "250", "-sc_threshold", "0", str(folder / "few_keyframes.mp4"),
    )  # fmt: skip
    ffmpeg(*picture, *sound, "-c:v", "mpeg4", "-c:a", "mp3", str(folder / "old camera ż'ó.avi"))
    ffmpeg(*sound, str(folder / "sound.wav"))
    return folder
