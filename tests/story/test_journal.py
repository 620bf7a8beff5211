"""The journal: what is written is read again, whatever happens in between."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.story.files import create_story, open_story, save_story
from studio.story.hidden_folder import NAME, hidden_folder
from studio.story.journal import FILE, Journal, difference, find_work, is_saved, rescued
from studio.story.lock import Holder, StoryLock, take_lock
from studio.story.model import Scene, Story, new_story
from studio.story.open_folder import OpenFolder
from tests.random_stories import stories

ROOT = Path(__file__).parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "story"
    create_story(new_story("story", {"en": "0"}, ("en",)), made)
    return made


@pytest.fixture(autouse=True)
def rescue(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "scenario-studio" / "rescue"


def titled(story: Story, number: int) -> Story:
    return replace(story, title={"en": str(number)})


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(values=st.lists(stories(), min_size=1, max_size=6))
def test_the_last_value_is_read_again(values: list[Story], tmp_path: Path) -> None:
    folder = tmp_path / str(time.monotonic_ns())
    create_story(values[0], folder)
    journal = Journal(folder, rescue=tmp_path / "rescue")
    for number, value in enumerate(values):
        journal.record(value, f"edit {number}")
        assert journal.flush()
    journal.close()
    work = find_work(folder, tmp_path / "rescue")
    assert work is not None
    assert is_saved(work, values[-1])
    assert work.label == f"edit {len(values) - 1}"


def test_only_what_changed_is_written(folder: Path) -> None:
    scenes = tuple(Scene(id=f"s{number}", notes="n" * 200) for number in range(500))
    before = replace(open_story(folder).story, scenes=scenes)
    after = replace(before, scenes=(*scenes[:9], replace(scenes[9], notes="new"), *scenes[10:]))
    changes = difference(before, after)
    assert changes == {"fields": {}, "scenes": [after.scenes[9]]}
    journal = Journal(folder)
    journal.record(before, "many")
    assert journal.flush()
    file = folder / NAME / FILE
    whole = file.stat().st_size
    journal.record(after, "one")
    assert journal.flush()
    assert file.stat().st_size - whole < 300
    journal.close()


def test_two_scenes_of_one_id_are_kept_both(folder: Path) -> None:
    scenes = (Scene(id="a", notes="one"), Scene(id="a", notes="two"))
    value = replace(open_story(folder).story, scenes=scenes)
    journal = Journal(folder)
    for story in (value, titled(value, 1)):
        journal.record(story, "")
        assert journal.flush()
    journal.close()
    work = find_work(folder)
    assert work is not None
    assert work.opened.story == titled(value, 1)


def test_a_journal_cut_anywhere_gives_an_earlier_value(folder: Path) -> None:
    journal = Journal(folder)
    story = open_story(folder).story
    for number in range(1, 5):
        journal.record(titled(story, number), "")
        assert journal.flush()
    journal.close()
    file = folder / NAME / FILE
    content = file.read_bytes()
    ends = [place for place, byte in enumerate(content) if byte == ord("\n")]
    for cut in range(len(content)):
        file.write_bytes(content[:cut])
        whole = sum(end < cut for end in ends)
        work = find_work(folder)
        assert (work.opened.story.title["en"] if work else "0") == str(whole)


def test_after_saving_there_is_nothing_to_bring_back(folder: Path) -> None:
    home = OpenFolder(folder, lambda finding: None)
    home.record(titled(home.opened.story, 1), "")
    home.save(titled(home.opened.story, 1))
    home.close()
    assert find_work(folder) is None
    assert OpenFolder(folder, lambda finding: None).work is None


def test_a_crash_between_saving_and_tidying_offers_nothing(folder: Path) -> None:
    story = titled(open_story(folder).story, 1)
    journal = Journal(folder)
    journal.record(story, "")
    journal.close()
    save_story(story, folder)
    assert OpenFolder(folder, lambda finding: None).work is None


def test_a_drive_that_refuses_is_told_and_the_work_goes_to_this_machine(
    folder: Path, rescue: Path, tmp_path: Path
) -> None:
    told: list[str] = []
    home = OpenFolder(folder, lambda finding: told.append(finding.code if finding else "well"))
    story = home.opened.story
    folder.rename(tmp_path / "unplugged")
    home.record(titled(story, 1), "first")
    assert home._journal is not None
    assert home._journal.flush()
    assert told == ["FL010"]
    home.record(titled(story, 2), "second")
    assert home._journal.flush()
    work = rescued(rescue)
    assert [each.opened.story.title["en"] for each in work] == ["2"]
    assert work[0].folder == folder
    (tmp_path / "unplugged").rename(folder)
    home.record(titled(story, 3), "third")
    assert home._journal.flush()
    assert told == ["FL010", "well"]
    assert rescued(rescue) == []
    found = find_work(folder)
    assert found is not None
    assert found.opened.story.title["en"] == "3"
    home.close()


def run_until(folder: Path, seconds: float, *options: str) -> tuple[int, int]:
    """Edit in another process and kill it; the last number a second before, and the last said."""
    command = [sys.executable, "-m", "tests.story.journaled_edits", str(folder), *options]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline()]
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        killed = time.monotonic()
        said += [line for line in process.stdout if line.endswith("\n")]
    numbers = [(int(number), float(at)) for number, at in (line.split() for line in said)]
    safe = max((number for number, at in numbers if at < killed - 1), default=0)
    return safe, numbers[-1][0]


@pytest.mark.parametrize("saving", [False, True])
def test_kill_9_at_any_moment_loses_a_second_at_most(folder: Path, saving: bool) -> None:
    chance = random.Random(7)
    last = 0
    for moment in [0.0, 0.05, 0.3, *(chance.uniform(0, 1.6) for _ in range(3))]:
        safe, said = run_until(folder, moment, *(["save"] if saving else []))
        work = find_work(folder)
        saved = int(open_story(folder).story.title["en"])
        kept = max(saved, int(work.opened.story.title["en"]) if work else 0)
        assert max(safe, last) <= kept <= said
        last = kept
        if work is not None and kept != saved:
            check_whole(work.opened.story, kept)


def check_whole(story: Story, number: int) -> None:
    """Nothing of the value is torn: its scenes are those of its number."""
    assert story.title["en"] == str(number)
    assert all(scene.id.startswith("s") for scene in story.scenes)


def test_one_window_writes(folder: Path) -> None:
    first = take_lock(folder)
    assert isinstance(first, StoryLock)
    assert isinstance(take_lock(folder), Holder)
    second = OpenFolder(folder, lambda finding: None)
    assert second.read_only
    assert second.reason is not None
    assert second.reason.code == "FL009"
    first.release()
    third = take_lock(folder)
    assert isinstance(third, StoryLock)
    third.release()


def test_a_lock_left_by_a_crash_holds_nobody_up(folder: Path) -> None:
    run_until(folder, 0.1)
    assert (folder / NAME / "lock.json").exists()
    lock = take_lock(folder)
    assert isinstance(lock, StoryLock)
    lock.release()


def test_a_fresh_note_of_another_machine_counts_and_an_old_one_does_not(folder: Path) -> None:
    note = hidden_folder(folder) / "lock.json"
    note.write_bytes(msgspec.json.encode(Holder("ola", "border-post-7", 12, time.time())))
    holder = take_lock(folder)
    assert isinstance(holder, Holder)
    assert holder.host == "border-post-7"
    an_hour_ago = time.time() - 3600
    os.utime(note, (an_hour_ago, an_hour_ago))
    lock = take_lock(folder)
    assert isinstance(lock, StoryLock)
    lock.release()
