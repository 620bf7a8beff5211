from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.media import thumbnails
from studio.media.cache import Cache
from studio.media.runner import Cancelled
from studio.media.tone_mapping import to_standard_range
from studio.story.finding import StudioError
from tests.media.conftest import ffmpeg


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture(scope="module")
def seconds_by_colour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A red, a green and a blue second in one long group of pictures."""
    path = tmp_path_factory.mktemp("thumbnails") / "colours.mp4"
    sources = [
        word
        for colour in ("red", "lime", "blue")
        for word in ("-f", "lavfi", "-i", f"color={colour}:size=320x180:rate=25:duration=1")
    ]
    ffmpeg(
        *sources, "-filter_complex", "concat=n=3", "-c:v", "libx264", "-preset", "ultrafast",
        "-pix_fmt", "yuv420p", "-g", "500", "-sc_threshold", "0", str(path),
    )  # fmt: skip
    return path


def strongest(shot: np.ndarray) -> str:
    return ("red", "lime", "blue")[int(shot.reshape(-1, 3).mean(axis=0).argmax())]


def test_the_picture_at_a_time_is_the_one_on_screen(seconds_by_colour: Path, cache: Cache) -> None:
    times = [2.5, 0.0, 0.96, 1.0, 1.96, 99.0]
    shots = thumbnails.pictures(seconds_by_colour, times, width=160, height=160, cache=cache)
    assert [strongest(shot) for shot in shots] == ["blue", "red", "red", "lime", "lime", "blue"]
    assert {shot.shape for shot in shots} == {(90, 160, 3)}


def test_it_is_remembered(seconds_by_colour: Path, cache: Cache) -> None:
    shot = thumbnails.picture(seconds_by_colour, 1.5, width=64, height=64, cache=cache)
    kept = next((cache.folder / "derived").rglob("*.jpg"))
    kept.write_bytes(thumbnails.encode_picture(255 - shot))
    again = thumbnails.picture(seconds_by_colour, 1.5, width=64, height=64, cache=cache)
    assert strongest(again) != "lime"


@pytest.mark.parametrize(("turn", "top"), [(90, "right"), (180, "bottom"), (270, "left")])
def test_phone_footage_stands_upright(clips: Path, tmp_path: Path, turn: int, top: str) -> None:
    """The stored picture is red on the side that becomes the top."""
    box = {"right": "x=160:w=160:h=180", "bottom": "y=90:w=320:h=90", "left": "w=160:h=180"}[top]
    plain, turned = tmp_path / "plain.mp4", tmp_path / "turned.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=blue:size=320x180:rate=25:duration=0.2",
        "-vf", f"drawbox={box}:color=red:t=fill", "-c:v", "libx264", "-pix_fmt", "yuv420p",
        str(plain),
    )  # fmt: skip
    ffmpeg("-display_rotation", str(turn), "-i", str(plain), "-c", "copy", str(turned))
    shot = thumbnails.picture(turned, 0, width=100, height=100, cache=Cache(tmp_path / "c"))
    assert shot.shape[:2] == ((100, 56) if turn != 180 else (56, 100))
    assert strongest(shot[: shot.shape[0] // 3]) == "red"
    assert strongest(shot[-shot.shape[0] // 3 :]) == "blue"


def test_anamorphic_footage_is_widened(tmp_path: Path, cache: Cache) -> None:
    path = tmp_path / "dv.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc=size=720x576:rate=25:duration=0.2",
        "-vf", "setsar=64/45", "-c:v", "libx264", "-pix_fmt", "yuv420p", str(path),
    )  # fmt: skip
    shot = thumbnails.picture(path, 0, width=320, height=320, cache=cache)
    assert shot.shape[:2] == (180, 320)


def test_high_dynamic_range_is_neither_washed_out_nor_burnt(tmp_path: Path, cache: Cache) -> None:
    """White at 203 cd/m2 (BT.2408) is code 0.58 in PQ; left alone it would be a middle grey."""
    path = tmp_path / "hdr.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "color=0x949494:size=128x72:rate=25:duration=0.2",
        "-vf", "format=yuv420p10le,setparams=color_trc=smpte2084:color_primaries=bt2020:"
        "colorspace=bt2020nc", "-c:v", "libx265", "-x265-params", "log-level=error",
        "-color_trc", "smpte2084", "-color_primaries", "bt2020", "-colorspace", "bt2020nc",
        str(path),
    )  # fmt: skip
    shot = thumbnails.picture(path, 0, width=64, height=64, cache=cache)
    assert 170 < shot.mean() < 250
    assert abs(float(shot[..., 0].mean()) - float(shot[..., 2].mean())) < 6


def test_tone_mapping_keeps_the_order_of_brightness() -> None:
    ramp = np.repeat(np.linspace(0, 1, 64, dtype=np.float32)[:, None], 3, axis=1)
    for transfer in ("pq", "hlg"):
        mapped = to_standard_range(ramp, transfer)[:, 1].astype(int)
        assert (np.diff(mapped) >= 0).all()
        assert mapped[0] == 0
        assert mapped[-1] == 255


@pytest.mark.parametrize("name", ["picture.png", "100%03d żółw.jpg", "wrong.mp4", "photo.webp"])
def test_stills_are_pictures_too(tmp_path: Path, cache: Cache, name: str) -> None:
    path = tmp_path / name
    kind = {"png": "PNG", "jpg": "JPEG", "mp4": "PNG", "webp": "WEBP"}[name.rsplit(".", 1)[1]]
    Image.new("RGB", (301, 199), "lime").save(path, kind)
    shot = thumbnails.picture(path, 3, width=100, height=100, cache=cache)
    assert shot.shape[:2] == (66, 100)
    assert strongest(shot) == "lime"


def test_sound_and_damage_are_findings(clips: Path, tmp_path: Path, cache: Cache) -> None:
    with pytest.raises(StudioError) as raised:
        thumbnails.picture(clips / "sound.wav", 0, width=64, height=64, cache=cache)
    assert raised.value.findings[0].code == "MD005"
    broken = tmp_path / "broken.mp4"
    broken.write_bytes((clips / "few_keyframes.mp4").read_bytes()[:900])
    with pytest.raises(StudioError):
        thumbnails.picture(broken, 0, width=64, height=64, cache=cache)
    with pytest.raises(Cancelled):
        thumbnails.picture(
            clips / "fitting.mp4", 1, width=64, height=64, cache=cache, cancelled=lambda: True
        )
