"""What clips will take, and holding them to a budget."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from studio.media.cache import Cache
from studio.media.jobs import EncodeJob, EncodeResult
from studio.media.planning import Plan, plan
from studio.media.prepare import estimate_jobs, prepare
from studio.media.profiles import EVERYWHERE, PROFILES
from studio.media.sizes import estimate, fitted_profiles
from studio.story.finding import StudioError
from studio.story.model import Footage
from tests.media.conftest import ffmpeg


@pytest.fixture(scope="module")
def noisy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six seconds that no encoder can make small: 640x360, moving noise, a tone."""
    path = tmp_path_factory.mktemp("sizes") / "noise.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc2=size=640x360:rate=25:duration=6",
        "-f", "lavfi", "-i", "sine=frequency=300:sample_rate=48000:duration=6",
        "-vf", "noise=alls=60:allf=t", "-c:v", "libx264", "-preset", "ultrafast", "-crf", "10",
        "-pix_fmt", "yuv420p", "-g", "250", "-c:a", "aac", str(path),
    )  # fmt: skip
    return path


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def job(source: Path, **changes: object) -> EncodeJob:
    plain = EncodeJob(
        "s1", "pl", Footage(file=source.name), source, frame_width=640, frame_height=360
    )
    return msgspec.structs.replace(plain, **changes)


def planned(source: Path, cache: Cache, seconds: float | None = None) -> Plan:
    result = plan(job(source), cache, lambda: "version", EVERYWHERE)
    assert isinstance(result, Plan)
    if seconds is None:
        return result
    return msgspec.structs.replace(result, seconds=seconds, key=f"{seconds}")


@pytest.fixture(scope="module")
def free(noisy: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Cache, EncodeResult]:
    """The noise without a budget, encoded once, and the cache it lies in."""
    cache = Cache(tmp_path_factory.mktemp("free"))
    outcome = prepare([job(noisy)], cache)[0]
    assert isinstance(outcome, EncodeResult)
    return cache, outcome


@pytest.mark.parametrize("budget", [800_000, 200_000])
def test_what_is_asked_to_fit_fits(
    noisy: Path, free: tuple[Cache, EncodeResult], budget: int
) -> None:
    """Also where the file's own index takes a part that counts."""
    assert free[1].bytes > 2 * budget
    held = prepare([job(noisy)], free[0], budget=budget)[0]
    assert isinstance(held, EncodeResult)
    assert 0.4 * budget < held.bytes <= budget


def test_a_budget_that_is_large_enough_changes_nothing(
    noisy: Path, free: tuple[Cache, EncodeResult]
) -> None:
    again = prepare([job(noisy)], free[0], budget=1_000_000_000)[0]
    assert isinstance(again, EncodeResult)
    assert (again.path, again.how) == (free[1].path, "reused")


def test_long_films_get_fewer_lines_rather_than_blocks(noisy: Path, cache: Cache) -> None:
    hour = planned(noisy, cache, 3600.0)
    for budget, lines in ((2.5e9, 1080), (9e8, 720), (3e8, 480)):
        profile = fitted_profiles([hour], round(budget))[hour.key]
        assert profile.maximum_height == lines
        assert (profile.ceiling + profile.audio_kilobits) * 125 * 3600 <= budget


def test_small_clips_leave_their_share_to_large_ones(
    clips: Path, noisy: Path, cache: Cache
) -> None:
    small, large = planned(clips / "fitting.mp4", cache), planned(noisy, cache, 100.0)
    assert small.encoding is None
    profiles = fitted_profiles([small, large], 20_000_000)
    assert set(profiles) == {large.key}


def test_too_small_a_budget_says_what_is_needed(noisy: Path, cache: Cache) -> None:
    with pytest.raises(StudioError) as raised:
        prepare([job(noisy)], cache, budget=50_000)
    finding = raised.value.findings[0]
    assert finding.code == "MD016"
    assert "0.000148 GB" in finding.message["en"]


def test_the_estimate_is_exact_where_nothing_is_encoded(clips: Path, cache: Cache) -> None:
    jobs = [job(clips / "fitting.mp4"), job(clips / "fitting.mp4", language="en")]
    before = estimate_jobs(jobs, cache)
    assert (before.clips, before.to_copy, before.to_encode, before.exact) == (1, 1, 0, True)
    assert before.bytes == pytest.approx((clips / "fitting.mp4").stat().st_size)
    prepare(jobs, cache)
    assert estimate_jobs(jobs, cache).ready == 1


def test_the_estimate_of_filmed_footage_is_of_the_right_size(cache: Cache) -> None:
    film = Path(__file__).parents[3] / "shared/inputs/video/bikes.mp4"
    if not film.exists():
        pytest.skip("the shared video is not on this machine")
    told: list[int] = []
    outcome = prepare([job(film)], cache, estimated=lambda each: told.append(each.bytes))[0]
    assert isinstance(outcome, EncodeResult)
    assert len(told) == 1
    assert outcome.bytes / 2 < told[0] < outcome.bytes * 2


def test_a_finished_clip_is_estimated_by_its_record(
    noisy: Path, free: tuple[Cache, EncodeResult]
) -> None:
    assert estimate_jobs([job(noisy)], free[0]).bytes == free[1].bytes


def test_every_family_has_its_lines() -> None:
    assert {"everywhere-480", "open-1080", "small-720", "as_is", "everywhere"} <= set(PROFILES)
    assert estimate([], Cache.__new__(Cache)).bytes == 0
