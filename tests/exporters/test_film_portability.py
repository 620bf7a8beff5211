"""The film's own files: names that every system takes, sizes, paths, and the load on a stick."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from msgspec.structs import replace

from exporters.clips import MediaOptions
from exporters.film_files import FilmFile, FilmFiles, clip_name
from exporters.film_outlook import FilmWish, film_outlook, plan_film
from exporters.film_portability import (
    Destination,
    check_film,
    remote_addresses,
    start_seconds,
    stick_load,
)
from exporters.film_script import film_script
from exporters.folder import export_folder
from exporters.inspection import inspect
from studio import cli
from studio.checks.portability.names import is_illegal
from studio.media.cache import Cache
from studio.story.finding import Place
from studio.story.model import Card, Ending, Next, Scene, Story, Waiver, new_story

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"


def film_of(*files: tuple[str, int, float | None]) -> FilmFiles:
    made = (
        FilmFile(path, size, Place("start", file=path), seconds) for path, size, seconds in files
    )
    return FilmFiles(tuple(made), exact=True)


def codes(film: FilmFiles, destination: Destination | None = None, **more) -> list[str]:
    return [finding.code for finding in check_film(film, "start", destination, **more)]


def card_story(*ids: str) -> Story:
    scenes = [
        Scene(id, card=Card({"en": f"At {id}"}, seconds=1), then=Next(to))
        for id, to in pairwise(ids)
    ]
    scenes.append(Scene(ids[-1], card=Card({"en": "The end"}, seconds=1), then=Ending()))
    return replace(new_story("cards", {"en": "Cards"}, ("en",)), scenes=tuple(scenes), start=ids[0])


@pytest.mark.parametrize("scene", ["con", "nul", "lpt1", "a" * 80, "driver"])
@pytest.mark.parametrize("use", ["clip", "feedback", "described", "loop"])
def test_names_of_clips_are_legal_and_short(scene: str, use) -> None:
    name = clip_name(scene, "b" * 80 if use == "feedback" else None, "pl", use)
    assert not is_illegal(f"{name}.mp4")
    assert len(name) <= 100


def test_names_of_clips_stay_distinct() -> None:
    long = [clip_name("a" * 80, "b" * 79 + last, "pl", "feedback") for last in "xy"]
    assert long[0] != long[1]
    assert clip_name("con", None, "pl", "clip") != clip_name("con_", None, "pl", "clip")
    assert clip_name("driver", None, "pl", "clip") == "driver.pl"


def test_names_sizes_and_paths_at_their_limits(tmp_path: Path) -> None:
    assert codes(film_of(("media/a.mp4", 10, 1.0))) == []
    assert codes(film_of(("media/aux.mp4", 10, 1.0))) == ["PT003"]
    assert codes(film_of(("media/A.mp4", 10, 1.0), ("media/a.mp4", 10, 1.0))) == ["PT004"]
    assert codes(film_of(("media/a.mp4", 2**32 - 1, 1e5))) == []
    assert codes(film_of(("media/a.mp4", 2**32, 1e5))) == ["PT005"]
    room = 240 - len(str(tmp_path)) - 1
    assert codes(film_of(("x" * room, 1, None)), Destination(tmp_path)) == []
    assert codes(film_of(("x" * (room + 1), 1, None)), Destination(tmp_path)) == ["PT006"]


def test_the_stick_named_counts_in_blocks_and_else_the_free_space(tmp_path: Path) -> None:
    small = film_of(*((f"media/{n}.mp4", 1, None) for n in range(10)))
    assert codes(small, Destination(stick_bytes=10 * 32_768)) == []
    assert codes(small, Destination(stick_bytes=10 * 32_768 - 1)) == ["EX003"]
    huge = film_of(
        ("media/a.webm", 2**32 - 1, None), *((f"{n}", 2**32 - 1, None) for n in range(9999))
    )
    assert codes(huge, Destination(tmp_path / "not" / "there" / "yet")) == ["EX003"]
    assert codes(huge, Destination(tmp_path), written=True) == []


def test_the_load_is_the_arithmetic_of_a_slow_stick() -> None:
    clip = FilmFile("media/a.mp4", 10_000_000, Place("start"), 10.0)
    # Two seconds of a clip of 1 MB/s at 5 MB/s, and 0.3 s to open the file.
    assert start_seconds(clip) == pytest.approx(0.3 + 0.4)
    # 100 MB in 10 s: half of it must have been read before it can play through.
    assert start_seconds(replace(clip, bytes=100_000_000)) == pytest.approx(0.3 + 10.0)
    page = ("index.html", 1_000_000, None), ("film.js", 1_500_000, None)
    load = stick_load(film_of(*page, ("media/a.mp4", 10_000_000, 10.0)), "start")
    assert load.first_picture == pytest.approx(0.3 + 0.5 + 0.7)
    assert (load.slowest_file, load.slowest_start) == ("media/a.mp4", 0.7)
    assert codes(film_of(*page, ("media/a.mp4", 100_000_000, 10.0))) == ["PT009", "EX005"]


def test_what_is_planned_is_what_is_written(tmp_path: Path) -> None:
    story = card_story("con", "end")
    cache = Cache(tmp_path / "cache")
    planned = plan_film(story, tmp_path, FilmWish(), cache)
    report = export_folder(
        story, tmp_path, tmp_path / "film", cache=cache, media=MediaOptions(cards=True)
    )
    written = {
        path.relative_to(tmp_path / "film").as_posix()
        for path in (tmp_path / "film").rglob("*")
        if path.is_file()
    }
    assert {file.path for file in planned.files} == written - {"contents.json"}
    assert "media/~con.en.mp4" in written
    assert report.portability == ()
    assert report.load.bytes == sum(
        (tmp_path / "film" / each).stat().st_size for each in written - {"contents.json"}
    )
    assert report.load.exact
    assert not planned.exact


def test_a_film_that_would_load_from_the_network_is_told(tmp_path: Path) -> None:
    pages = {
        "index.html": '<a href="https://kcik.pl">k</a><script src="https://cdn.example/x.js">',
        "player.css": "@font-face{src:url(//fonts.example/a.woff2)} b{background:url(a.png)}",
        "film.js": film_script(
            b'{"resources":[{"link":{"en":"https://ok.example"},'
            b'"file":{"en":"https://bad.example/a.pdf"}}],"media":{"en":{"src":"media/a.mp4"}}}'
        ).decode(),
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = remote_addresses(tmp_path)
    assert {(f.code, f.place.file, f.message["en"].rsplit(": ")[-1]) for f in found} == {
        ("EX004", "index.html", "https://cdn.example/x.js."),
        ("EX004", "player.css", "//fonts.example/a.woff2."),
        ("EX004", "film.js", "https://bad.example/a.pdf."),
    }


def test_check_and_export_tell_of_the_stick(tmp_path: Path, capsys) -> None:
    assert cli.main(["check", str(SAMPLE), "--stick-gb", "0.001", "--language", "en"]) == 0
    told = capsys.readouterr()
    assert "EX003" in told.err
    assert "From a slow stick" in told.out
    assert cli.main(["check", str(SAMPLE), "--stick-gb", "0.001", "--strict", "--json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert {"bytes", "exact", "first_picture", "slowest_start", "slowest_file"} == set(
        document["film"]
    )
    assert "EX003" in {finding["code"] for finding in document["findings"]}


def test_a_finding_about_the_film_can_be_waived(tmp_path: Path) -> None:
    wish = FilmWish(Destination(stick_bytes=1))
    story = card_story("start", "end")
    cache = Cache(tmp_path / "cache")
    found = inspect(story, tmp_path, cache=cache, film=wish)
    assert [each.code for each in found.about_the_film] == ["EX003"]
    waived = replace(story, waivers=(Waiver("EX003", reason="The stick comes later."),))
    found = inspect(waived, tmp_path, cache=cache, film=wish)
    assert found.about_the_film == ()
    assert [each.finding.code for each in found.report.waived] == ["EX003"]
    assert "WV001" not in {each.code for each in found.findings}


@pytest.mark.parametrize(("language", "told"), [("uk", 0), ("ar-SY", 0), ("de", 1)])
def test_the_author_is_told_where_the_player_will_speak_english(
    tmp_path: Path, language: str, told: int
) -> None:
    story = replace(card_story("a", "b"), languages=("en", language))
    outlook = film_outlook(story, tmp_path, FilmWish(), Cache(tmp_path / "cache"))
    found = [each for each in outlook.findings if each.code == "EX006"]
    assert [each.place.language for each in found] == [language] * told
