"""Names, sizes and rates, at their limits."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from studio.checks import run_checks
from studio.checks.portability.names import is_illegal
from studio.story.clip_facts import ClipFacts
from studio.story.finding import Finding
from studio.story.model import Clip, Ending, Footage, Resource, Scene, Story, new_story


def story_of(*files: str, **more: object) -> Story:
    scenes = tuple(
        Scene(f"s{number}", clip=Clip(Footage(file)), then=Ending())
        for number, file in enumerate(files)
    )
    return replace(new_story("s", {"en": "S"}, ("en",)), scenes=scenes, **more)  # type: ignore[arg-type]


def found(code: str, story: Story, **known: object) -> list[Finding]:
    return list(run_checks(story, only={code}, **known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "illegal"),
    [
        ("clip.mp4", False),
        ("Ujęcie 1.mp4", False),
        ("con", True),
        ("CON.mp4", True),
        ("com1.pl.mp4", True),
        ("contact.mp4", False),
        ("what?.mp4", True),
        ("clip.mp4 ", True),
        ("clip.", True),
        ("a:b.mp4", True),
        ("tab\there", True),
        (".hidden", False),
    ],
)
def test_names_that_windows_refuses(name: str, illegal: bool) -> None:
    assert is_illegal(name) is illegal


def test_folders_are_names_too() -> None:
    assert found("PT003", story_of("media/aux/clip.mp4"))


def test_names_that_differ_by_case_or_composition() -> None:
    assert not found("PT004", story_of("a.mp4", "a.mp4", "b.mp4"))
    assert len(found("PT004", story_of("media/A.mp4", "media/a.mp4", "media/A.mp4"))) == 1
    assert found("PT004", story_of("ó.mp4", "o\u0301.mp4"))


def test_lengths_count_the_folder(tmp_path: Path) -> None:
    room = 240 - len(str(tmp_path)) - 1
    assert not found("PT006", story_of("x" * room), folder=tmp_path)
    assert found("PT006", story_of("x" * (room + 1)), folder=tmp_path)


def test_sizes_of_files_each_once(tmp_path: Path) -> None:
    for name, size in (("a.mp4", 2**32 - 1), ("b.mp4", 2**32)):
        with (tmp_path / name).open("wb") as sparse:
            sparse.truncate(size)
    assert [f.place.file for f in found("PT005", story_of("a.mp4", "b.mp4"), folder=tmp_path)] == [
        "b.mp4"
    ]
    assert found("PT007", story_of("a.mp4", "b.mp4"), folder=tmp_path)
    assert not found("PT007", story_of("a.mp4", "a.mp4"), folder=tmp_path)


def test_rates_of_what_is_copied() -> None:
    facts = ClipFacts(10.0, 54_000_000, 1280, 720, 25.0, True, 1.0, "h264", "aac")
    assert not found("PT009", story_of("a.mp4"), clips={"a.mp4": facts})
    heavy = replace(facts, bytes=60_000_000)
    assert found("PT009", story_of("a.mp4"), clips={"a.mp4": heavy})
    assert not found(
        "PT009", story_of("a.mp4"), clips={"a.mp4": replace(heavy, video_codec="hevc")}
    )


def test_addresses_in_words_and_links() -> None:
    web = "https://example.org/a"
    resource = Resource(
        "r", link={"en": web, "pl": web}, description={"en": f"See [{web}]({web})."}
    )
    findings = found("PT008", story_of(resources=(resource,)))
    assert [finding.message["en"].split()[2] for finding in findings] == [web]
