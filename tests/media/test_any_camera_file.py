"""Whatever a camera wrote becomes a clip that fits the profile and shows the same."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import pytest

from studio.media import thumbnails
from studio.media.cache import Cache
from studio.media.jobs import EncodeJob, EncodeResult
from studio.media.prepare import prepare
from studio.media.probe import probe
from studio.media.profiles import EVERYWHERE, OPEN, PROFILES, SMALL, fits, frame_size
from studio.story.finding import Finding
from studio.story.model import Footage
from tests.media.samples import SAMPLES, make_sample, turned


@pytest.fixture(scope="session")
def camera_files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("camera files")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Cache:
    return Cache(tmp_path_factory.mktemp("cache of camera files"))


def job(source: Path, profile: str = "everywhere", **marks: float) -> EncodeJob:
    return EncodeJob(
        "s1", "pl", Footage(file=source.name, **marks), source,
        frame_width=160, frame_height=90, profile=profile,
    )  # fmt: skip


def made(source: Path, cache: Cache, profile: str = "everywhere", **marks: float) -> EncodeResult:
    outcome = prepare([job(source, profile, **marks)], cache)[0]
    assert not isinstance(outcome, Finding), outcome.message["en"]
    return outcome


@pytest.mark.parametrize("name", SAMPLES)
def test_it_becomes_a_clip_that_plays_everywhere(
    name: str, camera_files: Path, cache: Cache
) -> None:
    source = make_sample(name, camera_files)
    before = probe(source)
    result = made(source, cache)
    after = probe(result.path)
    assert fits(after, EVERYWHERE)
    assert after.faststart
    assert result.findings == ()
    assert after.seconds == pytest.approx(before.seconds, abs=0.1)
    assert (after.audio is None) == (before.audio is None)
    assert after.video is not None
    assert (after.video.width, after.video.height) == (160, 90)
    assert not any(path.name == "x" for path in Path.cwd().iterdir())
    # The same picture in the middle of the clip, bars at the sides left away.
    shots = [
        thumbnails.picture(path, before.seconds / 2, width=160, height=90, cache=cache)
        for path in (source, result.path)
    ]
    narrow = min(shot.shape[1] for shot in shots)
    parts = [_middle(shot, narrow) for shot in shots]
    if before.video is not None and not before.video.interlaced:
        assert np.abs(parts[0] - parts[1]).mean() < 22


def _middle(shot: np.ndarray, width: int) -> np.ndarray:
    left = (shot.shape[1] - width) // 2
    small = shot[: 90 // 9 * 9, left : left + width // 8 * 8].astype(float)
    return small.reshape(-1, 9, small.shape[1] // 8, 8, 3).mean(axis=(1, 3))


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_turned_phone_footage_stands_upright(
    degrees: int, camera_files: Path, cache: Cache, tmp_path: Path
) -> None:
    source = turned(make_sample("h264.mp4", camera_files), degrees, tmp_path / "turned.mp4")
    result = made(source, cache)
    shots = [
        thumbnails.picture(path, 0.5, width=160, height=90, cache=cache).astype(float)
        for path in (source, result.path)
    ]
    wide = shots[0].shape[1]
    left = (160 - wide) // 2
    assert np.abs(shots[0] - shots[1][:, left : left + wide]).mean() < 25


def test_interlaced_footage_loses_its_combs(camera_files: Path, cache: Cache) -> None:
    source = make_sample("interlaced.mts", camera_files)
    facts = probe(source)
    assert facts.video is not None
    assert facts.video.interlaced

    def combing(path: Path) -> float:
        with av.open(str(path)) as container:
            shots = [frame.to_ndarray(format="gray").astype(float)
                     for frame in container.decode(video=0)]  # fmt: skip
        return max(
            float(np.abs(shot[:-2] - 2 * shot[1:-1] + shot[2:])[:, 40:120].mean())
            for shot in shots[5:15]
        )

    assert combing(made(source, cache).path) < 0.7 * combing(source)


@pytest.mark.parametrize("name", ["hdr10.mkv", "hlg.mp4"])
def test_high_dynamic_range_becomes_ordinary(name: str, camera_files: Path, cache: Cache) -> None:
    with av.open(str(made(make_sample(name, camera_files), cache).path)) as container:
        frame = next(iter(container.decode(video=0)))
        assert (frame.color_trc, frame.colorspace) == (1, 1)
        brightness = frame.to_ndarray(format="gray")
    assert 40 < brightness.mean() < 200
    assert brightness.std() > 30


def test_late_pictures_keep_step_with_the_sound(camera_files: Path, cache: Cache) -> None:
    result = made(make_sample("late picture.mkv", camera_files), cache)
    assert result.seconds == pytest.approx(1.4, abs=0.1)


@pytest.mark.parametrize("name", ["avchd 00001.MTS", "xvid.avi", "vp9.webm", "variable.mp4"])
def test_cuts_are_exact_in_every_container(name: str, camera_files: Path, cache: Cache) -> None:
    source = make_sample(name, camera_files)
    result = made(source, cache, mark_in=0.4, mark_out=0.8)
    assert result.seconds == pytest.approx(0.4, abs=0.05)
    first = thumbnails.picture(result.path, 0, width=160, height=90, cache=cache).astype(float)
    distances = [
        np.abs(
            thumbnails.picture(source, number / 25, width=160, height=90, cache=cache) - first
        ).mean()
        for number in range(6, 15)
    ]
    assert abs(int(np.argmin(distances)) + 6 - 10) <= 1


@pytest.mark.parametrize("profile", [OPEN, SMALL], ids=lambda profile: profile.name)
def test_other_profiles(profile, camera_files: Path, cache: Cache) -> None:
    result = made(make_sample("h264.mp4", camera_files), cache, profile.name)
    facts = probe(result.path)
    assert fits(facts, profile)
    assert result.path.suffix == f".{profile.container}"
    assert facts.audio is not None
    assert facts.audio.codec == "opus"


def test_frames_are_brought_within_the_profile() -> None:
    assert frame_size(3840, 2160, EVERYWHERE) == (1920, 1080)
    assert frame_size(1920, 1080, PROFILES["everywhere-720"]) == (1280, 720)
    assert frame_size(1080, 1920, PROFILES["open-480"]) == (480, 854)
    assert frame_size(640, 360, PROFILES["small-720"]) == (640, 360)


def test_as_is_copies_what_browsers_play(camera_files: Path, cache: Cache) -> None:
    for name, how in (("vp9.webm", "copied"), ("h264.mp4", "copied"), ("hevc.mov", "encoded")):
        result = made(make_sample(name, camera_files), cache, "as_is")
        assert (name, result.how) == (name, how)
    assert made(camera_files / "vp9.webm", cache, "as_is").path.suffix == ".webm"
