"""An open folder: kept versions, saving over another program's work, copies elsewhere."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from studio.story.files import create_story, open_story, save_story
from studio.story.finding import StudioError
from studio.story.model import Clip, Footage, Scene, Story, new_story
from studio.story.open_folder import OpenFolder, copy_story
from studio.story.versions import (
    Version,
    captions_of,
    keep_version,
    read_version,
    superfluous,
    versions,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "story"
    create_story(new_story("story", {"en": "first"}, ("en",)), made)
    (made / "media" / "a.mp4").write_bytes(b"clip")
    return made


def open_folder(folder: Path) -> OpenFolder:
    return OpenFolder(folder, lambda finding: None)


def titled(story: Story, title: str) -> Story:
    return replace(story, title={"en": title})


def titles(folder: Path) -> list[tuple[str, str]]:
    return [(each.reason, read_version(each).story.title["en"]) for each in versions(folder)]


def test_each_saved_value_is_kept_and_can_be_read_again(folder: Path) -> None:
    home = open_folder(folder)
    for title in ("second", "third", "third"):
        home.save(titled(home.opened.story, title))
    home.keep(titled(home.opened.story, "given up"), "left")
    home.close()
    assert titles(folder) == [
        ("left", "given up"),
        ("saved", "third"),
        ("saved", "second"),
        ("opened", "first"),
    ]


def test_what_another_program_wrote_is_kept(folder: Path) -> None:
    home = open_folder(folder)
    save_story(titled(home.opened.story, "from git"), folder)
    notices = home.save(titled(home.opened.story, "mine"))
    home.close()
    assert [each.code for each in notices] == ["FL011"]
    assert open_story(folder).story.title["en"] == "mine"
    assert ("replaced", "from git") in titles(folder)


def test_versions_thin_out_with_age() -> None:
    now = datetime(2026, 11, 24, 12, tzinfo=UTC)
    every = timedelta(minutes=5)
    kept = [
        Version(Path(str(number)), now - number * every, "saved", "")
        for number in range(12 * 24 * 60)
    ]
    gone = set(superfluous(kept, now))
    left = [each for each in kept if each not in gone]
    assert kept[-1] in left, "the oldest stays"
    assert left[:12] == kept[:12], "the last hour stays whole"
    assert len(left) < 350
    for older, newer in zip(left[1:], left, strict=False):
        age = now - older.time
        limit = timedelta(minutes=10) if age < timedelta(days=1) else timedelta(hours=24)
        if age < timedelta(days=14):
            assert newer.time - older.time <= limit + every
    assert not superfluous(left, now), "thinning again takes nothing more"


def test_a_damaged_version_is_told_kindly(folder: Path) -> None:
    version = keep_version(folder, (folder / "story.json").read_bytes(), "saved")
    assert version is not None
    version.path.write_bytes(version.path.read_bytes()[:40])
    with pytest.raises(StudioError) as caught:
        read_version(version)
    assert caught.value.findings[0].code == "FL002"


def test_a_copy_has_the_files_but_not_the_journal(folder: Path, tmp_path: Path) -> None:
    home = open_folder(folder)
    assert copy_story(home.opened.story, folder, tmp_path / "copy") == ()
    home.close()
    assert (tmp_path / "copy" / "media" / "a.mp4").read_bytes() == b"clip"
    assert not (tmp_path / "copy" / ".studio").exists()
    assert open_story(tmp_path / "copy").story == home.opened.story


def test_a_copy_from_a_drive_that_is_gone_still_saves_the_story(
    folder: Path, tmp_path: Path
) -> None:
    story = titled(open_story(folder).story, "kept in memory")
    folder.rename(tmp_path / "unplugged")
    copy_story(story, folder, tmp_path / "copy")
    assert open_story(tmp_path / "copy").story == story


@pytest.mark.parametrize("name", ["story", "story/media/copy"])
def test_a_copy_into_a_taken_folder_is_refused(folder: Path, tmp_path: Path, name: str) -> None:
    with pytest.raises(StudioError) as caught:
        copy_story(open_story(folder).story, folder, tmp_path / name)
    assert caught.value.findings[0].code == "FL008"


def captioned(folder: Path) -> Story:
    clip = Clip(Footage("media/a.mp4"), captions={"en": "captions/a.vtt", "pl": "../../a.vtt"})
    return replace(open_story(folder).story, scenes=(Scene(id="a", clip=clip),))


def test_captions_go_when_their_last_version_goes(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A month of work, a save every hour: what old versions alone need is let go with them."""
    now = [time.time() - 30 * 24 * 3600]
    monkeypatch.setattr("time.time", lambda: now[0])
    home, story = open_folder(folder), captioned(folder)
    captions = folder / "captions" / "a.vtt"
    for hour in range(30 * 24):
        now[0] += 3600
        captions.write_text(f"of hour {hour}")
        home.keep(story, "saved")
    home.close()
    kept = versions(folder)
    held = [captions_of(each).get("captions/a.vtt") for each in kept]
    assert held[0] == b"of hour 719"
    assert None not in held[:-1], "the first version is from before there were captions"
    place = folder / ".studio" / "versions"
    assert len(list((place / "captions").iterdir())) == len(kept) - 1
    assert len(list(place.glob("*.captions.json"))) == len(kept) - 1


def test_captions_cut_short_are_left_out_and_written_again(folder: Path) -> None:
    home, story = open_folder(folder), captioned(folder)
    (folder / "captions" / "a.vtt").write_text("WEBVTT")
    home.keep(story, "saved")
    [content] = (folder / ".studio" / "versions" / "captions").iterdir()
    content.write_text("WEB")
    assert captions_of(versions(folder)[0]) == {}
    home.keep(titled(story, "later"), "saved")
    home.close()
    assert captions_of(versions(folder)[0]) == {"captions/a.vtt": b"WEBVTT"}
