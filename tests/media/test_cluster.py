"""A real scheduler and two real workers on loopback, one of which is killed in mid-job."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path

import pytest

from studio.media.cache import Cache
from studio.media.jobs import EncodeJob, EncodeResult, Progress
from studio.media.prepare import prepare
from studio.media.runner import Cancelled
from studio.story.finding import Finding, StudioError
from studio.story.model import Footage
from tests.media.conftest import ffmpeg

pytest.importorskip("distributed", reason="the extra [cluster] is not installed")
from studio.media.cluster import ClusterExecutor

QUIET = {"DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s",
         "DASK_DISTRIBUTED__SCHEDULER__WORKER_SADDLE": "0"}  # fmt: skip


def start(*words: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", *words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        text=True, env={**os.environ, **QUIET}, start_new_session=True,
    )  # fmt: skip


@pytest.fixture
def cluster(tmp_path: Path) -> Generator[tuple[str, list[subprocess.Popen[str]]]]:
    scheduler = start(
        "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard"
    )
    running = [scheduler]
    try:
        address = ""
        assert scheduler.stderr is not None
        for line in scheduler.stderr:
            if "Scheduler at:" in line:
                address = line.split("Scheduler at:")[1].strip()
                break
        assert address.startswith("tcp://")
        for number in range(2):
            running.append(
                start(
                    "distributed.cli.dask_worker",
                    address,
                    "--no-nanny",
                    "--nthreads",
                    "1",
                    "--no-dashboard",
                    "--name",
                    f"w{number}",
                    "--local-directory",
                    str(tmp_path / f"w{number}"),
                )
            )
        yield address, running[1:]
    finally:
        for each in reversed(running):
            if each.poll() is None:
                os.killpg(each.pid, signal.SIGKILL)
            each.communicate(timeout=10)


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"film {number}.mkv" for number in range(3)]
    for number, path in enumerate(paths):
        ffmpeg(
            "-f", "lavfi", "-i", f"testsrc2=size=640x360:rate=30:duration={6 + number}",
            "-c:v", "mpeg4", "-q:v", "4", str(path),
        )  # fmt: skip
    return paths


def job(source: Path) -> EncodeJob:
    return EncodeJob(
        source.stem, "pl", Footage(file=source.name), source, frame_width=640, frame_height=360
    )


def test_a_worker_killed_in_mid_job_loses_nothing(
    cluster: tuple[str, list[subprocess.Popen[str]]], sources: list[Path], tmp_path: Path
) -> None:
    address, workers = cluster
    seen: list[Progress] = []
    killed: list[float] = []

    def watch(progress: Progress) -> None:
        seen.append(progress)
        if not killed and any(each.frames > 0 for each in progress.current):
            os.kill(workers[0].pid, signal.SIGKILL)
            killed.append(time.monotonic())

    missing = job(tmp_path / "nowhere.mp4")
    cache = Cache(tmp_path / "cache")
    executor = ClusterExecutor(address, tmp_path / "shared")
    outcomes = prepare([*map(job, sources), missing], cache, executor=executor, watch=watch)
    assert killed
    assert [type(outcome) for outcome in outcomes] == [*[EncodeResult] * 3, Finding]
    for outcome in outcomes[:3]:
        assert isinstance(outcome, EncodeResult)
        assert outcome.path.is_relative_to(cache.folder)
        assert outcome.path.stat().st_size == outcome.bytes
    assert seen[-1].fraction == 1.0
    assert list((tmp_path / "shared" / "cache" / "partial").iterdir()) == []
    again = prepare(list(map(job, sources)), cache)
    assert [each.how for each in again if isinstance(each, EncodeResult)] == ["reused"] * 3


def test_cancelling_stops_the_workers(
    cluster: tuple[str, list[subprocess.Popen[str]]], sources: list[Path], tmp_path: Path
) -> None:
    address, _ = cluster
    busy: list[bool] = []

    def watch(progress: Progress) -> None:
        if any(each.frames > 0 for each in progress.current):
            busy.append(True)

    executor = ClusterExecutor(address, tmp_path / "shared")
    with pytest.raises(Cancelled):
        prepare(
            list(map(job, sources)), Cache(tmp_path / "cache"),
            executor=executor, watch=watch, cancelled=lambda: bool(busy),
        )  # fmt: skip
    partial = tmp_path / "shared" / "cache" / "partial"
    deadline = time.monotonic() + 10
    while list(partial.iterdir()) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert list(partial.iterdir()) == []


def test_no_scheduler_is_said_plainly(
    sources: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("studio.media.cluster._CONNECT_SECONDS", 1)
    executor = ClusterExecutor("tcp://127.0.0.1:9", tmp_path / "shared")
    with pytest.raises(StudioError) as raised:
        prepare([job(sources[0])], Cache(tmp_path / "cache"), executor=executor)
    assert raised.value.findings[0].code == "MD018"
