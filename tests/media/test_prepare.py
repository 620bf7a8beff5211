from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import av
import msgspec
import pytest

from studio.media.cache import Cache
from studio.media.jobs import EncodeJob, EncodeResult
from studio.media.prepare import prepare
from studio.media.probe import probe
from studio.media.profiles import EVERYWHERE, fits
from studio.media.runner import Cancelled, find_ffmpeg
from studio.story.finding import Finding
from studio.story.model import Footage, Treatment
from tests.media.conftest import ffmpeg


def job(
    source: Path, mark_in: float = 0, mark_out: float | None = None, **changes: Any
) -> EncodeJob:
    footage = Footage(file=f"media/{source.name}", mark_in=mark_in, mark_out=mark_out)
    plain = EncodeJob("s1", "pl", footage, source, frame_width=320, frame_height=180)
    return msgspec.structs.replace(plain, **changes)


def ready(outcome: EncodeResult | Finding) -> EncodeResult:
    assert isinstance(outcome, EncodeResult), outcome
    return outcome


def leftovers(cache: Cache) -> list[Path]:
    return list((cache.folder / "partial").iterdir())


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def test_a_fitting_clip_is_copied_without_its_metadata(clips: Path, cache: Cache) -> None:
    result = ready(prepare([job(clips / "fitting.mp4")], cache)[0])
    assert result.how == "copied"
    with av.open(str(result.path)) as copy, av.open(str(clips / "fitting.mp4")) as source:
        copied = [bytes(packet) for packet in copy.demux(video=0)]
        assert copied == [bytes(packet) for packet in source.demux(video=0)]
        assert "location" in source.metadata
        assert "location" not in copy.metadata
    assert probe(result.path).faststart


@pytest.mark.parametrize("name", ["few_keyframes.mp4", "old camera ż'ó.avi"])
def test_other_clips_are_encoded_to_the_profile(clips: Path, cache: Cache, name: str) -> None:
    seen: list[float] = []
    result = ready(prepare([job(clips / name)], cache, progress=seen.append)[0])
    facts = probe(result.path)
    assert result.how == "encoded"
    assert fits(facts, EVERYWHERE)
    assert facts.faststart
    assert facts.seconds == pytest.approx(3.0, abs=0.05)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert leftovers(cache) == []


def test_a_trim_is_exact_to_the_frame(clips: Path, cache: Cache) -> None:
    source = clips / "few_keyframes.mp4"
    result = ready(prepare([job(source, mark_in=1.0, mark_out=2.0)], cache)[0])

    def grey(path: Path) -> list[Any]:
        with av.open(str(path)) as container:
            return [
                frame.to_ndarray(format="gray").astype(int) for frame in container.decode(video=0)
            ]

    cut, whole = grey(result.path), grey(source)
    assert len(cut) == 25
    distance = [abs(cut[0] - frame).mean() for frame in whole]
    assert distance.index(min(distance)) == 25
    distance = [abs(cut[-1] - frame).mean() for frame in whole]
    assert distance.index(min(distance)) == 49


def test_treatment_pads_fades_freezes_and_mutes(clips: Path, cache: Cache) -> None:
    treatment = Treatment(fade_in=0.5, freeze_end=1, mute=True)
    wide = job(clips / "fitting.mp4", treatment=treatment, frame_width=320, frame_height=240)
    result = ready(prepare([wide], cache)[0])
    facts = probe(result.path)
    assert facts.audio is None
    assert facts.video is not None
    assert (facts.video.width, facts.video.height) == (320, 240)
    assert facts.seconds == pytest.approx(4.0, abs=0.05)
    with av.open(str(result.path)) as container:
        frames = [frame.to_ndarray(format="gray") for frame in container.decode(video=0)]
    assert frames[0].mean() < 20 < frames[50].mean()
    assert frames[50][:20].mean() < 20


def test_loudness_reaches_its_target(clips: Path, cache: Cache) -> None:
    loud = job(clips / "fitting.mp4", treatment=Treatment(), loudness=-16.0)
    result = ready(prepare([loud], cache)[0])
    command = ["-i", str(result.path), "-af", "ebur128", "-f", "null", "-"]
    log = subprocess.run([find_ffmpeg(), *command], capture_output=True, text=True).stderr
    measured = float(log.rsplit("I:", 1)[1].split()[0])
    assert measured == pytest.approx(-16.0, abs=1.5)


def test_a_dub_replaces_the_sound(clips: Path, cache: Cache) -> None:
    dubbed = job(clips / "few_keyframes.mp4", audio=clips / "sound.wav")
    facts = probe(ready(prepare([dubbed], cache)[0]).path)
    assert facts.audio is not None
    assert facts.audio.channels == 2


def test_second_time_nothing_is_encoded_and_sharing(clips: Path, cache: Cache) -> None:
    source = clips / "old camera ż'ó.avi"
    jobs = [job(source), job(source, language="en"), job(source, mark_in=1)]
    first = [ready(outcome) for outcome in prepare(jobs, cache)]
    assert first[0].path == first[1].path != first[2].path
    stamps = [result.path.stat().st_mtime_ns for result in first]
    began = time.monotonic()
    second = [ready(outcome) for outcome in prepare(jobs, Cache(cache.folder))]
    assert time.monotonic() - began < 1.0
    assert [result.how for result in second] == ["reused"] * 3
    assert [result.path.stat().st_mtime_ns for result in second] == stamps


def test_changed_content_under_the_same_name_is_seen(
    clips: Path, cache: Cache, tmp_path: Path
) -> None:
    source = tmp_path / "clip.mp4"
    shutil.copy(clips / "few_keyframes.mp4", source)
    first = ready(prepare([job(source)], cache)[0])
    shutil.copy(clips / "fitting.mp4", source)
    assert ready(prepare([job(source)], cache)[0]).path != first.path


def test_one_finding_for_each_bad_clip_and_the_rest_goes_on(
    clips: Path, cache: Cache, tmp_path: Path
) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.mp4").write_text("x" * 5000)
    outcomes = prepare(
        [
            job(tmp_path / "missing.mp4"),
            job(tmp_path / "empty.mp4"),
            job(tmp_path / "text.mp4"),
            job(clips / "sound.wav"),
            job(clips / "few_keyframes.mp4", audio=clips / "few_keyframes.mp4"),
            job(clips / "fitting.mp4", mark_in=5),
            job(clips / "fitting.mp4", profile="cinema"),
            job(clips / "fitting.mp4"),
        ],
        cache,
    )
    codes = [outcome.code for outcome in outcomes if isinstance(outcome, Finding)]
    assert codes == [
        "MD002", "MD003", "MD001", "MD005", "MD006", "MD009", "MD011"
    ]  # fmt: skip
    assert isinstance(outcomes[-1], EncodeResult)
    first = outcomes[0]
    assert isinstance(first, Finding)
    assert (first.place.scene, first.place.file) == ("s1", "media/missing.mp4")
    assert "missing.mp4" in first.message["pl"]


def test_a_failing_ffmpeg_gives_its_last_line(clips: Path, cache: Cache, tmp_path: Path) -> None:
    wrong = tmp_path / "ffmpeg"
    wrong.write_text(
        "#!/bin/sh\n"
        'case "$1" in -version) echo "ffmpeg version wrong";; '
        '*) echo "first" >&2; echo "Conversion failed!" >&2; exit 1;; esac\n'
    )
    wrong.chmod(0o755)
    outcome = prepare([job(clips / "few_keyframes.mp4")], cache, ffmpeg=wrong)[0]
    assert isinstance(outcome, Finding)
    assert outcome.code == "MD008"
    assert "Conversion failed!" in outcome.message["en"]
    assert leftovers(cache) == []


def test_cancel_within_a_second_leaves_nothing(cache: Cache, tmp_path: Path) -> None:
    source = tmp_path / "long.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30:duration=20",
        "-c:v", "mpeg4", str(source),
    )  # fmt: skip
    seen: list[float] = []
    stop_at: list[float] = []

    def cancelled() -> bool:
        if not stop_at and seen and seen[-1] > 0:
            stop_at.append(time.monotonic())
        return bool(stop_at)

    with pytest.raises(Cancelled):
        prepare(
            [job(source, frame_width=1280, frame_height=720)],
            cache,
            progress=seen.append,
            cancelled=cancelled,
        )
    assert time.monotonic() - stop_at[0] < 1.0
    assert 0 < seen[-1] < 1
    assert leftovers(cache) == []
    assert not list((cache.folder / "clips").rglob("*.mp4"))


def test_a_killed_program_leaves_no_half_clip(clips: Path, cache: Cache) -> None:
    script = (
        "import sys; from pathlib import Path; from studio.media.cache import Cache\n"
        "with Cache(Path(sys.argv[1])).making('a' * 64) as partial:\n"
        "    partial.write_bytes(b'half'); print('ready', flush=True); sys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(cache.folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        Cache(cache.folder)
        assert len(leftovers(cache)) == 1, "a living program's file stays"
        os.kill(process.pid, signal.SIGKILL)
    assert len(leftovers(cache)) == 1
    again = Cache(cache.folder)
    assert leftovers(again) == []
    assert again.find("a" * 64, "mp4") is None


def test_a_full_disk_is_named_and_nothing_is_left(cache: Cache, tmp_path: Path) -> None:
    """A real full disk: a file system of 1 MB, where this machine lets us mount one."""
    small = tmp_path / "small"
    small.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(small)]
    if shutil.which("mount") is None or subprocess.run(command, capture_output=True).returncode:
        pytest.skip("mounting a small file system needs root")
    try:
        source = tmp_path / "noise.mkv"
        ffmpeg(
            "-f", "lavfi", "-i", "nullsrc=size=640x360:rate=25:duration=4,geq=random(1)*255",
            "-c:v", "libx264", "-preset", "ultrafast", "-g", "250", str(source),
        )  # fmt: skip
        tight = Cache(small)
        outcome = prepare([job(source, frame_width=640, frame_height=360)], tight)[0]
        assert isinstance(outcome, Finding)
        assert outcome.code == "MD007"
        assert leftovers(tight) == []
        assert not list(small.rglob("*.mp4"))
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_cut_cache_file_is_not_taken_for_whole(clips: Path, cache: Cache) -> None:
    result = ready(prepare([job(clips / "fitting.mp4")], cache)[0])
    whole = result.path.read_bytes()
    result.path.write_bytes(whole[:1000])
    again = ready(prepare([job(clips / "fitting.mp4")], cache)[0])
    assert again.how == "copied"
    assert again.path.read_bytes() == whole
