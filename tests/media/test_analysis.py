from __future__ import annotations

import threading
import time
from pathlib import Path

import numpy as np
import pytest

from studio.media.analysis import clip_facts, waveform
from studio.media.cache import Cache
from studio.media.runner import Cancelled
from studio.story.finding import StudioError
from tests.media.conftest import ffmpeg


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture(scope="module")
def acts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of pattern and a loud tone, one black and silent, two of another pattern."""
    path = tmp_path_factory.mktemp("acts") / "acts.mov"
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2",
        "-f", "lavfi", "-i", "color=black:size=320x180:rate=25:duration=1",
        "-f", "lavfi", "-i", "mandelbrot=size=320x180:rate=25",
        "-f", "lavfi", "-i",
        "aevalsrc='if(between(t,2,3),0,0.5*sin(2*PI*1000*t))':s=48000:d=5",
        "-filter_complex", "[2]trim=duration=2[c];[0][1][c]concat=n=3",
        "-map", "3:a", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p",
        "-c:a", "pcm_s16le", "-t", "5", str(path),
    )  # fmt: skip
    return path


def test_facts_say_where_it_is_black_silent_and_cut(acts: Path, cache: Cache) -> None:
    facts = clip_facts(acts, cache)
    assert (facts.width, facts.height, facts.video_codec) == (320, 180, "h264")
    assert facts.seconds == pytest.approx(5.0, abs=0.1)
    assert facts.black == (pytest.approx((2.0, 3.0), abs=0.09),)
    assert facts.silent == (pytest.approx((2.0, 3.0), abs=0.09),)
    assert [round(cut) for cut in facts.cuts] == [2, 3]
    assert facts.loudness == pytest.approx(-9.0, abs=1.0)


def test_loudness_of_the_tone_that_the_standard_is_calibrated_with(
    tmp_path: Path, cache: Cache
) -> None:
    """BS.1770: 997 Hz at full scale in one channel is -3.01 LUFS; half of it 6.02 dB less."""
    path = tmp_path / "tone.wav"
    ffmpeg("-f", "lavfi", "-i", "aevalsrc=0.5*sin(2*PI*997*t):s=48000:d=3", str(path))
    facts = clip_facts(path, cache)
    assert facts.loudness == pytest.approx(-9.03, abs=0.1)
    assert facts.true_peak == pytest.approx(-6.02, abs=0.1)


def test_facts_come_from_the_cache_the_second_time(acts: Path, cache: Cache) -> None:
    first = clip_facts(acts, cache)
    assert clip_facts(acts, Cache(cache.folder)) == first
    kept = list((cache.folder / "derived").rglob("*.json"))
    assert len(kept) == 1
    kept[0].write_bytes(kept[0].read_bytes().replace(b'"loudness":', b'"loudness":-1e1,"x":'))
    assert clip_facts(acts, cache).loudness == -10.0


def test_sound_too_quiet_to_measure_has_no_loudness(tmp_path: Path, cache: Cache) -> None:
    path = tmp_path / "quiet.wav"
    ffmpeg("-f", "lavfi", "-i", "anullsrc=r=48000:cl=mono:d=1", str(path))
    facts = clip_facts(path, cache)
    assert facts.loudness is None
    assert facts.true_peak is None
    assert facts.silent == (pytest.approx((0.0, 1.0), abs=0.05),)


def test_a_waveform_shows_where_the_sound_is(acts: Path, cache: Cache) -> None:
    peaks = waveform(acts, 50, cache)
    assert peaks.shape == (50, 2)
    for loud in (peaks[2:17], peaks[33:47]):
        assert loud[:, 1] == pytest.approx(0.5, abs=0.06)
        assert loud[:, 0] == pytest.approx(-0.5, abs=0.06)
    assert np.abs(peaks[22:29]).max() < 0.02
    part = waveform(acts, 10, cache, start=2.2, end=2.8)
    assert np.abs(part).max() < 0.02


def test_no_sound_is_a_flat_line(clips: Path, cache: Cache) -> None:
    assert not waveform(clips / "few_keyframes.mp4", 8, cache).any()


def test_a_waveform_follows_every_channel(tmp_path: Path, cache: Cache) -> None:
    path = tmp_path / "right.wav"
    ffmpeg("-f", "lavfi", "-i", "aevalsrc=0|0.8*sin(2*PI*300*t):s=44100:d=1", str(path))
    assert waveform(path, 4, cache)[1:3, 1] == pytest.approx(0.8, abs=0.02)


def test_cancelling_ends_it_and_keeps_nothing(acts: Path, cache: Cache) -> None:
    for work in (lambda **how: clip_facts(acts, cache, **how),
                 lambda **how: waveform(acts, 10, cache, **how)):  # fmt: skip
        with pytest.raises(Cancelled):
            work(cancelled=lambda: True)
    assert not [path for path in (cache.folder / "derived").rglob("*") if path.is_file()]


def test_many_threads_agree(acts: Path, cache: Cache) -> None:
    results: list[object] = []
    threads = [
        threading.Thread(target=lambda: results.append(clip_facts(acts, cache))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(results) == 4
    assert len({repr(result) for result in results}) == 1


@pytest.mark.parametrize("share", [0.35, 0.7])
def test_damaged_files_end_in_a_finding(
    clips: Path, tmp_path: Path, cache: Cache, share: float
) -> None:
    data = (clips / "fitting.mp4").read_bytes()
    path = tmp_path / "cut.mp4"
    path.write_bytes(data[: int(len(data) * share)])
    began = time.monotonic()
    with pytest.raises(StudioError):
        clip_facts(path, cache)
    assert time.monotonic() - began < 20


def test_real_footage(cache: Cache) -> None:
    path = Path(__file__).parents[3] / "shared/inputs/video/bigbuckbunny.mp4"
    if not path.exists():
        pytest.skip("the shared video is not on this machine")
    facts = clip_facts(path, cache)
    assert facts.loudness is not None
    assert -40 < facts.loudness < -20
    assert waveform(path, 20, cache).any()
