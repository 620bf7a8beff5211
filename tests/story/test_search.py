"""Find and replace over every text of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.story import edits
from studio.story import model as m
from studio.story.edits import Query, find, replace_all
from tests.story.test_places import whole_story


def story_of(*words: str) -> m.Story:
    scenes = tuple(
        m.Scene(f"s{index}", title={"pl": each, "en": "police"}, notes="policja?")
        for index, each in enumerate(words)
    )
    return replace(m.new_story("s", {}, ("pl", "en")), scenes=scenes)


def found(query: Query, *words: str) -> list[str]:
    return [match.words for match in find(story_of(*words), query)]


def test_case_words_and_languages() -> None:
    words = ("Policja", "policjant", "POLICJA dzwoni")
    assert len(found(Query("policja"), *words)) == 6
    assert found(Query("policja", languages=("pl",)), *words) == list(words)
    assert found(Query("policja", whole_word=True, languages=("pl",)), *words) == [
        "Policja",
        "POLICJA dzwoni",
    ]
    assert found(Query("policja", match_case=True, languages=("pl",)), *words) == ["policjant"]
    assert found(Query("police", languages=("en",)), "x") == ["police"]
    assert found(Query("policja", languages=(edits.NOTES,)), "x") == ["policja?"]
    assert found(Query(""), *words) == []


def test_regular_expressions_with_groups() -> None:
    query = Query(r"(\d+) zł", regular_expression=True)
    story = story_of("Dług: 300 zł i 20 zł")
    (match,) = find(story, query)
    assert match.spans == ((6, 12), (15, 20))
    after = replace_all(story, query, (match,), r"\1 PLN")
    assert after.scenes[0].title["pl"] == "Dług: 300 PLN i 20 PLN"
    with pytest.raises(ValueError, match="missing \\)"):
        find(story, Query("(", regular_expression=True))
    with pytest.raises(ValueError, match="group"):
        replace_all(story, query, (match,), r"\7")


def test_a_replacement_is_taken_as_it_stands() -> None:
    story = story_of("a.b")
    query = Query("a.b")
    after = replace_all(story, query, find(story, query), r"\1$&")
    assert after.scenes[0].title["pl"] == r"\1$&"
    assert find(story_of("axb"), query) == ()


def test_only_the_chosen_texts_change_and_all_in_one_story() -> None:
    story = story_of("jeden", "jeden", "dwa")
    query = Query("jeden")
    matches = find(story, query)
    after = replace_all(story, query, matches[1:], "trzy")
    assert [scene.title["pl"] for scene in after.scenes] == ["jeden", "trzy", "dwa"]
    assert after.scenes[0] is story.scenes[0]
    assert replace_all(story, query, (), "trzy") is story


def test_replacing_everything_away_takes_the_language_out() -> None:
    story = story_of("jeden")
    query = Query("jeden", languages=("pl",))
    assert replace_all(story, query, find(story, query), "").scenes[0].title == {"en": "police"}


@given(st.lists(st.text("aab. \\", min_size=1, max_size=8), min_size=1, max_size=3))
def test_replacing_by_itself_changes_nothing(words: list[str]) -> None:
    story = story_of(*words)
    query = Query("a", match_case=True)
    matches = find(story, query)
    assert replace_all(story, query, matches, "a") is story
    for match in matches:
        assert {match.words[start:end] for start, end in match.spans} == {"a"}


def test_all_texts_of_a_whole_story_are_searched() -> None:
    addresses = {match.address for match in find(whole_story(), Query("."))}
    assert addresses == set()
    everything = {match.language for match in find(whole_story(), Query("e"))}
    assert everything == {"pl"}
