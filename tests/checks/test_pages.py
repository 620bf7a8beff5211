"""Each code has a page; the page says what the code says; its examples are true."""

import json
import re
from pathlib import Path

import msgspec
import pytest

from studio.checks import pages, run_checks
from studio.checks.registry import KINDS
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import FindingKind
from studio.story.model import Story

EACH_KIND = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("media/clip.mp4", "captions/clip.vtt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"there")
    for name, gigabytes in (("large/huge.mp4", 5), ("large/vast.mp4", 9)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        with (tmp_path / name).open("wb") as sparse:
            sparse.truncate(gigabytes * 10**9)
    return tmp_path


class Example(msgspec.Struct):
    """A story of a page, and what is known of its media and captions."""

    story: Story
    clips: dict[str, ClipFacts] | None = None
    cues: dict[str, list[Cue]] | None = None

    def codes(self, folder: Path) -> set[str]:
        report = run_checks(self.story, folder, clips=self.clips, cues=self.cues)
        return {finding.code for finding in report}


def examples(kind: FindingKind) -> list[Example]:
    """The stories of the page; a block of facts goes with the stories after it."""
    page = pages.page_path(kind).read_text(encoding="utf-8")
    found: list[Example] = []
    facts: dict[str, object] = {}
    for name, block in re.findall(r"```json( facts)?\n(.*?)```", page, re.DOTALL):
        if name:
            facts = json.loads(block)
        else:
            found.append(msgspec.convert({"story": json.loads(block), **facts}, Example))
    return found


@EACH_KIND
def test_the_first_example_has_the_finding_and_the_mended_one_no_longer(
    kind: FindingKind, folder: Path
) -> None:
    bad, mended = (example.codes(folder) for example in examples(kind))
    assert kind.code in bad
    assert mended <= bad - {kind.code}


@EACH_KIND
def test_the_page_is_fresh(kind: FindingKind) -> None:
    page = pages.page_path(kind).read_text(encoding="utf-8")
    assert pages.fresh(kind, page) == page, "run: python -m studio.checks.pages"


@EACH_KIND
def test_both_languages_are_there_and_differ(kind: FindingKind) -> None:
    for text in (kind.message, kind.remedy):
        assert set(text) == {"pl", "en"}
        assert text["pl"] != text["en"]
        fields = [sorted(re.findall(r"\{\w+\}", each)) for each in text.values()]
        assert fields[0] == fields[1]


def test_codes_and_names_are_given_once_and_no_page_is_left_over() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)
    families = {kind.code[:2] for kind in KINDS}
    on_disk = {path for path in pages.FOLDER.glob("*.md") if path.name[:2] in families}
    assert on_disk == {pages.page_path(kind) for kind in KINDS}


def test_a_stale_page_is_told_then_written_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for kind in KINDS:
        source = pages.page_path(kind)
        (tmp_path / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    monkeypatch.setattr(pages, "page_path", lambda kind: tmp_path / f"{kind.code}-{kind.name}.md")
    assert pages.main(["--check"]) == 0
    stale = tmp_path / "SC001-missing-start.md"
    text = stale.read_text(encoding="utf-8")
    stale.write_text(text.replace("no start scene", "nothing"), encoding="utf-8")
    assert pages.main(["--check"]) == 1
    assert stale.name in capsys.readouterr().err
    assert pages.main([]) == 0
    assert stale.read_text(encoding="utf-8") == text
