"""Opening and saving: nothing lost, nothing half-written, every refusal says where."""

import errno
import json
import os
from pathlib import Path

import pytest

from studio.story import files, upgrades
from studio.story.finding import StudioError
from studio.story.model import new_story

FIXTURES = Path(__file__).parent / "files"
VERSION1 = (FIXTURES / "version1.json").read_bytes()


def broken(change) -> bytes:
    document = json.loads(VERSION1)
    change(document)
    return json.dumps(document, indent=1).encode()


def code_of(error) -> str:
    (finding,) = error.value.findings
    return finding.code


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("version*.json")), ids=lambda path: path.stem)
def test_every_old_version_still_opens(path):
    opened = files.read_story(path.read_bytes())
    assert not opened.findings
    assert not opened.read_only


def test_save_and_open_give_the_same_story(tmp_path):
    story = files.read_story(VERSION1).story
    files.save_story(story, tmp_path)
    assert files.open_story(tmp_path).story == story
    assert [path.name for path in tmp_path.iterdir()] == ["story.json"]


def test_one_scenes_change_is_a_local_diff(tmp_path):
    story = files.read_story(VERSION1).story
    before = files.encode_story(story).decode().splitlines()
    document = json.loads(files.encode_story(story))
    document["scenes"][2]["notes"] = "A note"
    after = files.encode_story(files.read_story(json.dumps(document).encode()).story)
    changed = set(after.decode().splitlines()) - set(before)
    assert len(changed) <= 2


def test_a_byte_order_mark_is_tolerated():
    assert files.read_story(b"\xef\xbb\xbf" + VERSION1).story.id == "guided_talk"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "FL003"),
        (b"{", "FL003"),
        (b'{\n "format": "scenario-studio-story",\n oops}', "FL003"),
        (b"\xff\xfe{}", "FL003"),
        (b"[]", "FL004"),
        (b"{}", "FL004"),
        (b'{"format": "twine"}', "FL004"),
        (b"[" * 200_000, "FL004"),
        (broken(lambda story: story.update(version=2)), "FL005"),
        (broken(lambda story: story.update(version="1")), "FL005"),
        (broken(lambda story: story.update(version=True)), "FL005"),
        (broken(lambda story: story.pop("version")), "FL005"),
        (broken(lambda story: story.pop("title")), "FL006"),
        (broken(lambda story: story.update(languages=[])), "FL006"),
    ],
)
def test_what_cannot_be_opened_is_refused_with_a_code(content, code):
    with pytest.raises(StudioError) as error:
        files.read_story(content)
    assert code_of(error) == code


def test_broken_json_names_the_line():
    with pytest.raises(StudioError) as error:
        files.read_story(b'{\n "format": "scenario-studio-story",\n oops}')
    (finding,) = error.value.findings
    assert finding.place.line == 3
    assert "line 3" in finding.message["en"]
    assert "wiersz 3" in finding.message["pl"]


def test_a_broken_part_is_left_out_named_by_line_and_scene_and_the_rest_opens_read_only():
    def change(story):
        story["scenes"][0]["then"]["choices"][2]["score"] = "many"
        story["scenes"][1]["surprise"] = True
        del story["scenes"][2]["id"]
        story["scenes"][4]["then"]["outcome"] = "sad"

    content = broken(change)
    opened = files.read_story(content)
    assert opened.read_only
    lines = content.decode().splitlines()
    found = {finding.place.path: finding for finding in opened.findings}
    assert set(found) == {
        "$.scenes[0].then.choices[2].score",
        "$.scenes[1].surprise",
        "$.scenes[2]",
        "$.scenes[4].then.outcome",
    }
    score = found["$.scenes[0].then.choices[2].score"]
    assert score.place.scene == "arrival"
    assert '"many"' in lines[score.place.line - 1]
    assert found["$.scenes[4].then.outcome"].place.scene == "lost"
    assert '"sad"' in lines[found["$.scenes[4].then.outcome"].place.line - 1]
    assert [scene.id for scene in opened.story.scenes] == ["arrival", "talk", "helped", "lost"]


def test_a_folder_without_a_story_says_so(tmp_path):
    with pytest.raises(StudioError) as error:
        files.open_story(tmp_path / "nowhere")
    assert code_of(error) == "FL001"


def test_a_failed_save_leaves_the_earlier_file_and_no_litter(tmp_path, monkeypatch):
    story = files.read_story(VERSION1).story
    files.save_story(story, tmp_path)
    before = (tmp_path / "story.json").read_bytes()

    def full(_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StudioError) as error:
        files.save_story(new_story("other", {"en": "Other"}, ("en",)), tmp_path)
    assert code_of(error) == "FL007"
    assert (tmp_path / "story.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["story.json"]


def test_a_new_story_needs_an_empty_folder(tmp_path):
    story = new_story("other", {"en": "Other"}, ("en",))
    files.create_story(story, tmp_path / "made")
    assert files.open_story(tmp_path / "made").story == story
    with pytest.raises(StudioError) as error:
        files.create_story(story, tmp_path / "made")
    assert code_of(error) == "FL008"


def test_upgrades_run_one_step_a_version():
    steps = {
        1: lambda document: {**document, "a": 1},
        2: lambda document: {**document, "b": document["a"] + 1},
    }
    assert upgrades.upgrade({"version": 1}, steps, 3) == {"version": 3, "a": 1, "b": 2}
