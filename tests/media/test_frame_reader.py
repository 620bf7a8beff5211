"""Frames read one after the other are those that the thumbnails find one by one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from studio.media.cache import Cache
from studio.media.frame_reader import FrameReader
from studio.media.thumbnails import picture
from studio.story.finding import StudioError
from tests.media.conftest import ffmpeg


@pytest.fixture(scope="module", params=["libx264", "libsvtav1", "libvpx-vp9"])
def counted(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seconds at 10 frames a second; frame n has the brightness 16 + 7n."""
    ending = "webm" if "vpx" in request.param else "mp4"
    path = tmp_path_factory.mktemp("frames") / f"counted.{ending}"
    ffmpeg(
        "-f", "lavfi", "-i", "color=black:s=64x64:r=10:d=3", "-vf",
        "geq=lum='16+N*7':cb=128:cr=128", "-c:v", request.param, "-g", "12",
        "-pix_fmt", "yuv420p", str(path),
    )  # fmt: skip
    return path


def number_of(shot: np.ndarray) -> int:
    return round(int(shot[32, 32, 0]) * 219 / 255 / 7)


def test_onwards_backwards_and_by_leaps(counted: Path, tmp_path: Path) -> None:
    reader = FrameReader(counted)
    cache = Cache(tmp_path / "cache")
    for seconds in (0.05, 0.15, 0.17, 1.25, 2.95, 2.85, 0.35, 99.0, 0.0):
        shot = reader.picture_at(seconds, 64, 64)
        assert shot is not None
        assert number_of(shot) == min(29, int(seconds * 10 + 1e-6)), seconds
        known = picture(counted, min(seconds, 2.95) - 0.04, width=64, height=64, cache=cache)
        assert abs(number_of(known) - number_of(shot)) <= 1
    reader.close()


def test_what_is_no_video_is_told(tmp_path: Path) -> None:
    path = tmp_path / "words.mp4"
    path.write_text("no video")
    with pytest.raises(StudioError) as told:
        FrameReader(path)
    assert told.value.findings[0].code == "MD001"
