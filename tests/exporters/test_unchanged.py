"""An export that would write the same again is not made again; any change is noticed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exporters.export_report import ExportReport, Made, StickLoad
from exporters.unchanged import Export
from studio import cli
from studio.story.files import create_story
from studio.story.model import new_story

LOAD = StickLoad(100, True, 1.0, 1.0, None)
REPORT = Made(ExportReport(3, 2, 2, 0, 0, 100, 100, LOAD))


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story, out = tmp_path / "story", tmp_path / "film"
    (story / "media").mkdir(parents=True)
    (story / "story.json").write_text("{}")
    (story / "media" / "a.mp4").write_bytes(b"a" * 100)
    out.mkdir()
    (out / "index.html").write_text("film")
    Export(story, out, {}).remember(REPORT)
    return story, out


def test_nothing_changed(folders: tuple[Path, Path]) -> None:
    report = Export(*folders, {}).already_there()
    assert report == Made(ExportReport(3, 2, 0, 0, 2, 100, 100, LOAD))


def change_clip(story: Path, _: Path) -> None:
    (story / "media" / "a.mp4").write_bytes(b"b" * 100)


def touch_story(story: Path, _: Path) -> None:
    os.utime(story / "story.json", (1, 1))


def add_file(story: Path, _: Path) -> None:
    (story / "media" / "b.mp4").touch()


def remove_output(_: Path, out: Path) -> None:
    (out / "index.html").unlink()


def add_output(_: Path, out: Path) -> None:
    (out / "more.txt").touch()


@pytest.mark.parametrize("change", [change_clip, touch_story, add_file, remove_output, add_output])
def test_any_change_is_noticed(folders: tuple[Path, Path], change: object) -> None:
    assert callable(change)
    change(*folders)
    assert Export(*folders, {}).already_there() is None


def test_other_options_and_other_places_are_other_exports(folders: tuple[Path, Path]) -> None:
    story, out = folders
    assert Export(story, out, {"profile": "open"}).already_there() is None
    shutil.copytree(out, out.with_name("other"))
    assert Export(story, out.with_name("other"), {}).already_there() is None


def test_a_film_within_the_story_and_a_loop_of_links(folders: tuple[Path, Path]) -> None:
    story, _ = folders
    (story / "media" / "again").symlink_to(story)
    out = story / "film"
    out.mkdir()
    first = Export(story, out, {})
    (out / "index.html").write_text("film")
    first.remember(REPORT)
    assert Export(story, out, {}).already_there() is not None


def test_the_command_writes_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    story, out = tmp_path / "story", tmp_path / "film"
    create_story(new_story("s", {"en": "S"}, ("en",)), story)
    words = ["export", str(story), "--out", str(out), "--force-with-reason", "a try", "--json"]
    assert cli.main(words) == 0
    stamp = (out / "film.js").stat().st_mtime_ns
    first = json.loads(capsys.readouterr().out)
    assert cli.main(words) == 0
    assert json.loads(capsys.readouterr().out)["report"]["scenes"] == first["report"]["scenes"]
    assert (out / "film.js").stat().st_mtime_ns == stamp
    (story / "story.json").write_bytes((story / "story.json").read_bytes() + b" ")
    assert cli.main(words) == 0
    assert (out / "film.js").stat().st_mtime_ns != stamp


def test_looking_loads_no_codec_and_no_check() -> None:
    """A second export answers at once because of what it does not load."""
    code = "import sys, exporters.unchanged; print([n for n in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout
    for heavy in ("'av'", "'numpy'", "'networkx'", "'studio.checks'", "'jinja2'"):
        assert heavy not in loaded
