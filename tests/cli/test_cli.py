"""The command line as a person uses it: words, exit codes, nothing on disk after a refusal."""

import json
import string
import subprocess
import sys
from pathlib import Path

import pytest

from studio import cli
from studio.cli_texts import TEXTS, interface_language
from studio.story.files import open_story

VERSION1 = Path(__file__).parents[1] / "story" / "files" / "version1.json"


@pytest.fixture
def story(tmp_path):
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "story.json").write_bytes(VERSION1.read_bytes())
    return folder


def test_new_check_and_formats(tmp_path, capsys):
    assert cli.main(["new", str(tmp_path / "mine"), "--title", "Żółta Łódź"]) == 0
    assert open_story(tmp_path / "mine").story.id == "zolta_lodz"
    assert cli.main(["check", str(tmp_path / "mine")]) == 1
    assert cli.main(["formats"]) == 0
    assert "folder" in capsys.readouterr().out


def test_check_as_json_is_one_document(story, capsys):
    document = json.loads((story / "story.json").read_text(encoding="utf-8"))
    document["start"] = "atlantis"
    (story / "story.json").write_text(json.dumps(document), encoding="utf-8")
    code = cli.main(["check", str(story), "--json"])
    report = json.loads(capsys.readouterr().out)
    assert report["scenes"] == 5
    assert code == 1
    assert report["errors"] >= 1
    assert len(report["findings"]) >= report["errors"]
    assert all(set(finding["message"]) == {"pl", "en"} for finding in report["findings"])


@pytest.mark.parametrize("language", ["pl", "en"])
def test_findings_are_told_with_place_and_remedy(story, capsys, language):
    document = json.loads((story / "story.json").read_text(encoding="utf-8"))
    document["scenes"][1]["then"]["choices"][0]["target"] = "atlantis"
    (story / "story.json").write_text(json.dumps(document), encoding="utf-8")
    assert cli.main(["check", str(story), "--language", language]) == 1
    told = capsys.readouterr().err
    assert "atlantis" in told
    assert {"pl": "Co zrobić:", "en": "What to do:"}[language] in told
    assert {"pl": "scena talk", "en": "scene talk"}[language] in told


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", VERSION1.read_bytes().replace(b'"version": 1', b'"version": 99')]
)
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_broken_story_is_bad_use_and_writes_nothing(tmp_path, capsys, content, command):
    (tmp_path / "story.json").write_bytes(content)
    out = ["--out", str(tmp_path / "film")] if command == "export" else []
    assert cli.main([command, str(tmp_path), *out]) == 2
    assert "FL00" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["story.json"]


@pytest.mark.parametrize("arguments", [["sing"], ["check"], ["export", "x"], ["check", "x", "--y"]])
def test_unknown_words_are_bad_use(arguments, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main(arguments)
    assert leaving.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_an_export_with_errors_is_blocked(story, tmp_path, capsys):
    document = json.loads((story / "story.json").read_text(encoding="utf-8"))
    document["start"] = "atlantis"
    (story / "story.json").write_text(json.dumps(document), encoding="utf-8")
    out = tmp_path / "film"
    assert cli.main(["export", str(story), "--out", str(out)]) == 1
    assert not out.exists()
    told = capsys.readouterr().err
    assert "EX010" in told
    assert "SC002" in told
    blank = ["export", str(story), "--out", str(out), "--force-with-reason", " "]
    assert cli.main(blank) == 1
    assert not out.exists()


def test_an_export_forced_with_a_reason_keeps_it_in_its_record(story, tmp_path):
    document = json.loads((story / "story.json").read_text(encoding="utf-8"))
    document["start"] = "atlantis"
    (story / "story.json").write_text(json.dumps(document), encoding="utf-8")
    out = tmp_path / "film"
    reason = "Próbny pokaz; początek wskażemy jutro."
    cli.main(["export", str(story), "--out", str(out), "--force-with-reason", reason])
    record = json.loads((out / "contents.json").read_text(encoding="utf-8"))["forced"]
    assert record["reason"] == reason
    assert "SC002" in {each["code"] for each in record["errors"]}
    assert record["time"].startswith("20")


def test_a_language_that_the_story_lacks_is_bad_use(story, tmp_path, capsys):
    with pytest.raises(SystemExit) as leaving:
        cli.main(["export", str(story), "--out", str(tmp_path / "f"), "--languages", "uk"])
    assert leaving.value.code == 2
    assert "uk" in capsys.readouterr().err


def test_every_text_exists_in_both_languages_with_the_same_blanks():
    def blanks(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    for key, texts in TEXTS.items():
        assert set(texts) == {"pl", "en"}, key
        assert blanks(texts["pl"]) == blanks(texts["en"]), key


def test_the_language_follows_the_environment():
    assert interface_language({"LANG": "pl_PL.UTF-8"}) == "pl"
    assert interface_language({"LC_ALL": "en_GB", "LANG": "pl_PL"}) == "en"
    assert interface_language({}) == "en"


def test_commands_but_edit_do_not_import_qt(story):
    program = (
        "import sys; from studio.cli import main; main(sys.argv[1:]); "
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    command = [sys.executable, "-c", program, "check", str(story)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0


def test_a_waived_finding_is_told_with_its_reason_and_does_not_fail(story, capsys):
    document = json.loads((story / "story.json").read_text(encoding="utf-8"))
    document["start"] = "atlantis"
    document["waivers"] = [{"code": "SC002", "reason": "for the pilot"}]
    (story / "story.json").write_text(json.dumps(document), encoding="utf-8")
    cli.main(["check", str(story), "--json"])
    report = json.loads(capsys.readouterr().out)
    assert [each["finding"]["code"] for each in report["waived"]] == ["SC002"]
    assert report["waived"][0]["waiver"]["reason"] == "for the pilot"
    assert "SC002" not in {each["code"] for each in report["findings"]}
    cli.main(["check", str(story), "--language", "pl"])
    assert "Pominięte: for the pilot" in capsys.readouterr().err
