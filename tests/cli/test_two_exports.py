"""Two whole programs on one cache: nothing is encoded twice, and a killed one spoils nothing."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from studio.media.encoders import hardware_encoder
from studio.media.probe import probe
from studio.media.runner import find_ffmpeg
from studio.story.files import create_story
from studio.story.model import Clip, Ending, Footage, Next, Scene, new_story

CLIPS = 4
SECONDS = 2
pytestmark = pytest.mark.timeout(180)


@pytest.fixture(scope="module")
def story(tmp_path_factory):
    """Clips that must all be encoded, for their picture is too large for the frame."""
    folder = tmp_path_factory.mktemp("films") / "story"
    names = [f"s{number}" for number in range(CLIPS)]
    scenes = tuple(
        Scene(
            name,
            {"en": name},
            clip=Clip(Footage(f"media/{name}.mp4")),
            then=Next(after) if after else Ending(headline={"en": "End"}),
        )
        for name, after in zip(names, [*names[1:], None], strict=True)
    )
    plain = new_story("two", {"en": "Two"}, ("en",))
    settings = replace(plain.settings, frame_width=640, frame_height=360)
    create_story(replace(plain, scenes=scenes, start="s0", settings=settings), folder)
    for number, name in enumerate(names):
        pattern = f"testsrc2=size=1280x720:rate=25:duration={SECONDS},hue=h={number * 40}"
        command = [find_ffmpeg(), "-v", "error", "-y", "-f", "lavfi", "-i", pattern]
        command += ["-c:v", "libx264", "-preset", "ultrafast", str(folder / f"media/{name}.mp4")]
        subprocess.run(command, check=True)
    return folder


def start(story: Path, out: Path, home: Path) -> subprocess.Popen:
    words = ["export", str(story), "--out", str(out), "--json", "--force-with-reason", "a test"]
    return subprocess.Popen(
        [sys.executable, "-m", "studio", *words],
        env=os.environ | {"XDG_CACHE_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def ended(export: subprocess.Popen) -> dict:
    output, errors = export.communicate(timeout=120)
    assert export.returncode == 0, errors.decode()[-2000:]
    return json.loads(output)["report"]


def half_made(home: Path) -> list[Path]:
    return list((home / "scenario-studio" / "media" / "partial").glob("*"))


def test_two_exports_at_once_share_the_work(story, tmp_path):
    outs = [tmp_path / "first", tmp_path / "second"]
    reports = [ended(each) for each in [start(story, out, tmp_path / "home") for out in outs]]
    assert sum(report["encoded"] for report in reports) == CLIPS
    assert sum(report["reused"] for report in reports) == CLIPS
    for out in outs:
        found = sorted((out / "media").glob("*.mp4"))
        assert len(found) == CLIPS
        assert all(abs(probe(path).seconds - SECONDS) < 0.1 for path in found)
    assert half_made(tmp_path / "home") == []


def test_an_export_killed_beside_another_spoils_nothing(story, tmp_path):
    home = tmp_path / "home"
    killed = start(story, tmp_path / "killed", home)
    deadline = time.monotonic() + 60
    while not half_made(home) and time.monotonic() < deadline:
        time.sleep(0.01)
    other = start(story, tmp_path / "other", home)
    killed.kill()
    killed.wait(10)
    report = ended(other)
    assert report["encoded"] + report["reused"] == CLIPS
    assert not (tmp_path / "killed").exists()
    assert half_made(home) == []
    assert ended(start(story, tmp_path / "killed", home))["reused"] == CLIPS
    assert all(
        abs(probe(path).seconds - SECONDS) < 0.1
        for path in (tmp_path / "killed" / "media").glob("*.mp4")
    )
    assert not list(tmp_path.glob(".killed*"))


def test_hardware_that_is_not_there_is_said_and_done_without(story, tmp_path):
    """On a machine with a working hardware encoder it is named instead."""
    words = ["export", str(story), "--out", str(tmp_path / "film"), "--hardware"]
    words += ["--force-with-reason", "a test", "--language", "en"]
    done = subprocess.run(
        [sys.executable, "-m", "studio", *words],
        env=os.environ | {"XDG_CACHE_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    encoder = hardware_encoder(find_ffmpeg(), "h264")
    wanted = "Encoding in hardware" if encoder else "No hardware encoder for H264 works"
    assert wanted in done.stderr
    assert len(list((tmp_path / "film" / "media").glob("*.mp4"))) == CLIPS
