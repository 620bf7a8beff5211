"""``scenario-studio captions`` as a person uses it, on a sample film."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from studio import cli
from studio.media.captions import read
from studio.story.files import open_story

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"


@pytest.fixture
def story(tmp_path):
    """The sample's first scene with its clip, without captions."""
    document = json.loads((SAMPLE / "story.json").read_text(encoding="utf-8"))
    for scene in document["scenes"]:
        if "clip" in scene:
            scene["clip"].pop("captions", None)
    folder = tmp_path / "story"
    (folder / "media").mkdir(parents=True)
    (folder / "story.json").write_text(json.dumps(document), encoding="utf-8")
    clip = open_story(folder).story.scene_by_id["arrival"].clip
    shutil.copy(SAMPLE / clip.footage.file, folder / clip.footage.file)
    return folder


def captions(*words):
    return cli.main(["captions", *(str(word) for word in words)])


def test_draft_shift_split_merge_and_export(story, tmp_path, capsys):
    assert captions("draft", story, "arrival") == 0
    file = story / "captions" / "arrival.pl.vtt"
    drafted, _ = read(file)
    assert "Busik do kontroli" in drafted[0].text
    assert open_story(story).story.scene_by_id["arrival"].clip.captions == {
        "pl": "captions/arrival.pl.vtt"
    }
    assert captions("check", story, "arrival") == 0
    assert captions("shift", story, "arrival", "1.5", "--from", "5") == 0
    shifted, _ = read(file)
    assert shifted[0].start == drafted[0].start
    assert shifted[-1].start == pytest.approx(drafted[-1].start + 1.5)
    assert captions("merge", story, "arrival", "--at", shifted[0].start) == 0
    assert len(read(file)[0]) == len(drafted) - 1
    assert captions("split", story, "arrival") == 0
    assert len(read(file)[0]) >= len(drafted) - 1
    for kind in ("srt", "vtt", "ass"):
        out = tmp_path / f"out.{kind}"
        assert captions("export", story, "arrival", "--out", out) == 0
        assert [cue.text for cue in read(out)[0]] == [cue.text for cue in read(file)[0]]
    assert "Traceback" not in capsys.readouterr().err


def test_import_mends_the_encoding_and_says_so(story, tmp_path, capsys):
    source = tmp_path / "stare.srt"
    words = "1\n00:00:01,000 --> 00:00:03,500\nZażółć gęślą jaźń, proszę państwa.\n"
    source.write_bytes(words.encode("cp1250"))
    assert captions("import", story, "arrival", source, "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["cues"][0]["text"] == "Zażółć gęślą jaźń, proszę państwa."
    assert [finding["code"] for finding in told["findings"]] == ["MD021"]
    assert (story / "captions" / "arrival.pl.vtt").read_text("utf-8").startswith("WEBVTT")


def test_check_says_what_cannot_be_read(story, tmp_path, capsys):
    source = tmp_path / "fast.srt"
    source.write_text("1\n00:00:01,000 --> 00:00:01,500\n" + "słowa " * 12 + "\n", "utf-8")
    assert captions("import", story, "arrival", source) == 0
    capsys.readouterr()
    assert captions("check", story, "arrival", "--json") == 0
    assert [each["code"] for each in json.loads(capsys.readouterr().out)["findings"]] == ["TX004"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["draft", "nowhere"], 2),
        (["draft", "arrival", "--for", "de"], 2),
        (["check", "arrival"], 2),
        (["draft", "ending_success"], 2),
    ],
)
def test_what_cannot_be_done_is_said(story, capsys, words, code):
    assert captions(words[0], story, *words[1:]) == code
    told = capsys.readouterr().err
    assert told
    assert "Traceback" not in told
    assert not (story / "captions").exists()


def test_captions_that_are_there_are_not_replaced_unasked(story):
    assert captions("draft", story, "arrival") == 0
    before = (story / "captions" / "arrival.pl.vtt").read_bytes()
    assert captions("draft", story, "arrival") == 2
    assert captions("draft", story, "arrival", "--replace") == 0
    assert (story / "captions" / "arrival.pl.vtt").read_bytes() == before


def test_a_story_that_is_open_elsewhere_is_left_alone(story):
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys, pathlib\nfrom studio.story.open_folder import OpenFolder\n"
            "kept = OpenFolder(pathlib.Path(sys.argv[1]), print)\nprint('open', flush=True)\n"
            "sys.stdin.read()",
            str(story),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    with holder:
        assert holder.stdout.readline() == b"open\n"
        assert captions("draft", story, "arrival") == 1
        assert not (story / "captions").exists()
        holder.stdin.close()
