"""Compiling: languages complete, rich text as trees, everything spelt out."""

import json
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from exporters import schemas
from exporters.compiler import Assets, compile_film, encode_film
from exporters.film import Film
from exporters.rich_text import compile_rich_text, plain_text
from studio.story.files import read_story
from studio.story.model import (
    Card,
    Choice,
    Competence,
    Decision,
    Ending,
    Feedback,
    GlossaryEntry,
    Scene,
    new_story,
)
from studio.story.reading import card_seconds
from tests.documented_formats import schema_faults
from tests.random_stories import stories

VERSION1 = Path(__file__).parents[1] / "story" / "files" / "version1.json"


def compiled(story, languages=None, assets=None):
    return json.loads(encode_film(compile_film(story, languages or story.languages, assets)))


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("", []),
        ("One\ntwo", [["p", "One", " ", "two"]]),
        ("**Bold** and *slanted*", [["p", ["b", "Bold"], " and ", ["i", "slanted"]]]),
        ("- a\n- **b**", [["ul", ["a"], [["b", "b"]]]]),
        ("1. a\n2. b", [["ol", ["a"], ["b"]]]),
        ("[La Strada](tel:+48226289999)", [["p", ["a", "tel:+48226289999", "La Strada"]]]),
    ],
)
def test_light_markdown_becomes_a_tree(text, blocks):
    assert compile_rich_text(text) == blocks


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        '<img src=x onerror="alert(1)">',
        "[x](javascript:alert(1))",
        "[x](data:text/html,hello)",
        "&lt;b&gt;",
        "![x](http://example.org/a.png)",
    ],
)
def test_markup_stays_text_and_no_foreign_address_becomes_a_link(hostile):
    encoded = json.dumps(compile_rich_text(hostile))
    assert "javascript:" not in encoded.replace("(javascript:", "")
    assert not any(
        node[0] == "a" and not node[1].startswith(("http://", "https://", "mailto:", "tel:"))
        for block in compile_rich_text(hostile)
        for node in block[1:]
        if isinstance(node, list)
    )


def test_plain_text_keeps_the_words():
    assert plain_text(compile_rich_text("A *b* [c](https://d.e)\n\n- f **g**")) == "A b c\nf g\n"


def test_a_missing_translation_falls_back_to_the_source_language():
    story = new_story("one", {"pl": "Tytuł"}, ("pl", "en"))
    assert compiled(story)["title"] == {"pl": "Tytuł", "en": "Tytuł"}


def test_only_the_languages_asked_for():
    story = read_story(VERSION1.read_bytes()).story
    film = compiled(story, ["en"])
    assert film["languages"] == ["en"]
    assert '"pl"' not in json.dumps(film)


def test_every_field_is_spelt_out():
    film = compiled(read_story(VERSION1.read_bytes()).story)
    assert film["variables"][1] == {
        "kind": "flag",
        "id": "interpreter",
        "initial": False,
        "name": {},
    }
    decision = film["scenes"][0]["then"]
    assert decision["kind"] == "decision"
    assert decision["choices"][1]["region"] == {
        "area": {"x": 0.1, "y": 0.2, "width": 0.3, "height": 0.4, "shape": "rectangle"},
        "opens": 1,
        "closes": None,
    }


def test_a_scene_without_a_clip_gets_a_card_of_its_script_timed_by_reading():
    script = "word " * 60
    story = msgspec.structs.replace(
        new_story("one", {"en": "One"}, ("en",)),
        scenes=(Scene("a", script={"en": script}), Scene("b", card=Card(seconds=7))),
    )
    first, second = compiled(story)["scenes"]
    assert first["card"]["text"]["en"] == [["p", script.strip()]]
    assert first["card"]["seconds"]["en"] == card_seconds(script.strip() + "\n") > 15
    assert second["card"]["seconds"] == {"en": 7.0}


def test_pictures_of_feedback_are_addressed():
    feedback = Feedback(image="resources/a.png", image_description={"en": "A"})
    decision = Decision(choices=(Choice("x", feedback=feedback),))
    story = msgspec.structs.replace(
        new_story("one", {"en": "One"}, ("en",)), scenes=(Scene("a", then=decision),)
    )
    film = compiled(story, assets=Assets(files={"resources/a.png": "resources/01.png"}))
    assert film["scenes"][0]["then"]["choices"][0]["feedback"]["image"] == "resources/01.png"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_any_story_compiles_to_a_valid_film(story):
    film = compile_film(story, story.languages)
    assert msgspec.json.decode(encode_film(film), type=Film) == film
    assert schema_faults("film", json.loads(encode_film(film))) == []


def test_the_generated_schemas_are_fresh_and_name_the_mending_command(tmp_path, capsys):
    assert schemas.main(["--check"], Path(__file__).parents[2] / "docs") == 0
    assert schemas.main(["--check"], tmp_path) == 1
    assert "make docs" in capsys.readouterr().err


def test_forms_of_terms_are_listed_once_and_longest_first():
    entry = GlossaryEntry(
        "victim", {"pl": "ofiara"}, {"pl": "ofiary, ofiarą,,  ofiara ,", "en": "victims"}
    )
    story = replace(new_story("s", {"pl": "S"}, ("pl", "en")), glossary=(entry,))
    assert compiled(story)["glossary"][0]["forms"] == {
        "pl": ["ofiara", "ofiary", "ofiarą"],
        "en": ["victims", "ofiara"],
    }


def test_the_most_points_are_those_of_the_best_playthrough():
    """Two answers that exclude each other are not added up."""
    good = Choice("good", target="more", score=2, competences={"care": 1})
    other = Choice("other", target="end", score=3)
    more = Choice("more", target="end", competences={"care": 2})
    story = replace(
        new_story("s", {"pl": "S"}, ("pl",)),
        start="ask",
        competences=(Competence("care"),),
        scenes=(
            Scene("ask", then=Decision(choices=(good, other))),
            Scene("more", then=Decision(choices=(more,))),
            Scene("end", then=Ending("success")),
        ),
    )
    film = compiled(story)
    assert film["settings"]["most"] == 3
    assert film["competences"][0]["most"] == 3
    again = replace(good, target="ask")
    endless = replace(story.scenes[0], then=Decision(choices=(again, other)))
    film = compiled(replace(story, scenes=(endless, *story.scenes[1:])))
    assert film["settings"]["most"] is None, "points without end have no most"
