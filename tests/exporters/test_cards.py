"""A story of which nothing is filmed plays as clips of cards."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.cards import card_content, card_jobs
from exporters.clips import MediaOptions
from exporters.folder import export_folder
from studio.media.cache import Cache
from studio.media.probe import probe
from studio.media.runner import Cancelled
from studio.story.model import Card, Chapter, Ending, Next, Scene, Theme, new_story
from studio.story.model.story import Story
from studio.story.reading import card_seconds
from tests.film_scripts import read_film


@pytest.fixture
def story() -> Story:
    scenes = (
        Scene(
            id="bus",
            title={"pl": "Autobus", "en": "The bus"},
            chapter="border",
            script={"pl": "Mira: On ma mój paszport.", "en": "Mira: He has my passport."},
            then=Next("note"),
        ),
        Scene(
            id="note",
            card=Card(
                text={"pl": "**Tydzień później** w schronisku", "en": "A week later"}, seconds=2
            ),
            then=Next("end"),
        ),
        Scene(id="end", then=Ending(headline={"pl": "Bezpieczna", "en": "Safe"})),
    )
    plain = new_story("unfilmed", {"pl": "Nienakręcony", "en": "Not filmed"}, ("pl", "en"))
    settings = plain.settings
    return type(plain)(
        **{
            **{name: getattr(plain, name) for name in plain.__struct_fields__},
            "scenes": scenes,
            "start": "bus",
            "chapters": (Chapter("border", {"pl": "Granica", "en": "Border"}),),
            "theme": Theme(accent="#b8674c"),
            "settings": type(settings)(frame_width=320, frame_height=180),
        }
    )


def test_each_scene_has_a_clip_in_each_language(story: Story, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    options = MediaOptions(cards=True)
    report = export_folder(story, tmp_path, tmp_path / "film", cache=cache, media=options)
    assert report.findings == ()
    assert report.clips == 6
    scenes = {scene["id"]: scene for scene in read_film(tmp_path / "film")["scenes"]}
    for scene in scenes.values():
        for language in ("pl", "en"):
            media = scene["media"][language]
            assert media["card"] is True
            facts = probe(tmp_path / "film" / media["src"])
            assert facts.seconds == pytest.approx(media["seconds"], abs=0.1)
    assert scenes["note"]["media"]["pl"]["seconds"] == pytest.approx(2.0, abs=0.1)
    wanted = card_seconds("Autobus\nOn ma mój paszport.")
    assert scenes["bus"]["media"]["pl"]["seconds"] == pytest.approx(wanted, abs=0.1)
    again = export_folder(story, tmp_path, tmp_path / "film", cache=cache, media=options)
    assert (again.encoded, again.reused) == (0, 6)


def test_the_player_shows_them_itself_where_that_is_wanted(story: Story, tmp_path: Path) -> None:
    report = export_folder(story, tmp_path, tmp_path / "film", cache=Cache(tmp_path / "cache"))
    assert report.clips == 0
    assert all(scene["media"] == {} for scene in read_film(tmp_path / "film")["scenes"])


def test_drawing_them_can_be_cancelled(story: Story, tmp_path: Path) -> None:
    answers = iter((False, False, True))
    with pytest.raises(Cancelled):
        card_jobs(
            story, tmp_path, ("pl", "en"), Cache(tmp_path / "c"), cancelled=lambda: next(answers)
        )
    assert next(answers, None) is None


def test_what_stands_on_them(story: Story, tmp_path: Path) -> None:
    bus, note, end = (card_content(story, tmp_path, scene, "pl") for scene in story.scenes)
    assert (bus.title, bus.eyebrow, bus.mark) == ("Autobus", "Granica", "Do nagrania")
    assert bus.paragraphs == ("Mira: On ma mój paszport.",)
    assert (note.paragraphs, note.mark) == (("Tydzień później w schronisku",), "")
    assert end.title == "Bezpieczna"
    assert bus.accent == "#b8674c"
    assert card_content(story, tmp_path, story.scenes[0], "en").mark == "To be filmed"


def test_recorded_narration_decides_how_long_a_card_stays(story: Story, tmp_path: Path) -> None:
    from tests.media.conftest import ffmpeg

    ffmpeg("-f", "lavfi", "-i", "sine=frequency=300:duration=5", str(tmp_path / "voice.wav"))
    scenes = list(story.scenes)
    card = Card(text={"pl": "Krótko"}, narration={"pl": "voice.wav"})
    scenes[1] = Scene(id="note", card=card, then=Next("end"))
    spoken = type(story)(
        **{
            **{name: getattr(story, name) for name in story.__struct_fields__},
            "scenes": tuple(scenes),
            "languages": ("pl",),
        }
    )
    out = tmp_path / "film"
    export_folder(
        spoken, tmp_path, out, cache=Cache(tmp_path / "c"), media=MediaOptions(cards=True)
    )
    media = next(each for each in read_film(out)["scenes"] if each["id"] == "note")["media"]["pl"]
    facts = probe(out / media["src"])
    assert facts.seconds > 5.2
    assert facts.audio is not None
