"""Copy and paste: within a story, into another one, as JSON."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from studio.story import edits
from studio.story.model import (
    AllOf,
    Chapter,
    Choice,
    Chosen,
    Comparison,
    Competence,
    Decision,
    Ending,
    Feedback,
    Indicator,
    Next,
    NumberVariable,
    Position,
    Resource,
    Scene,
    Sighting,
    StickyNote,
    Story,
    Visited,
    new_story,
    targets,
)


@pytest.fixture
def story() -> Story:
    ask = Scene(
        id="ask",
        position=Position(100, 50),
        chapter="talk",
        indicators=(Sighting("fear"),),
        then=Decision(
            choices=(
                Choice(
                    id="yes",
                    target="go",
                    condition=AllOf((Comparison("trust", ">", 1), Visited("go"))),
                    competences={"contact": 2},
                    feedback=Feedback(resources=("line",)),
                ),
                Choice(id="no", target="end"),
            )
        ),
    )
    go = Scene(
        id="go",
        position=Position(400, 20),
        then=Next(target="ask", branches=()),
    )
    again = replace(
        go,
        id="again",
        then=Decision(choices=(Choice(id="x", target="ask", condition=Chosen("ask", "yes")),)),
    )
    return replace(
        new_story("s", {"pl": "S"}, ("pl", "en")),
        start="ask",
        scenes=(ask, go, again, Scene(id="end", then=Ending())),
        chapters=(Chapter(id="talk", colour="#123456"), Chapter(id="other")),
        variables=(NumberVariable("trust"), NumberVariable("unused")),
        indicators=(Indicator("fear", resources=("leaflet",)),),
        competences=(Competence("contact"),),
        resources=(Resource("line"), Resource("leaflet"), Resource("unused")),
        sticky_notes=(StickyNote("note", text="n", position=Position(60, 90)),),
    )


def test_a_fragment_carries_what_its_scenes_speak_of(story: Story) -> None:
    fragment = edits.copy(story, ["go", "ask"])
    assert [each.id for each in fragment.scenes] == ["ask", "go"]
    assert [each.id for each in fragment.variables] == ["trust"]
    assert [each.id for each in fragment.indicators] == ["fear"]
    assert [each.id for each in fragment.competences] == ["contact"]
    assert [each.id for each in fragment.resources] == ["line", "leaflet"]
    assert [each.id for each in fragment.chapters] == ["talk"]
    with pytest.raises(KeyError):
        edits.copy(story, ["gone"])


def test_copies_are_renamed_inner_ways_and_conditions_follow_outer_ways_stay(
    story: Story,
) -> None:
    after = edits.duplicate(story, ["ask", "go", "again"], ["note"], (40, 40))
    ask, go, again = after.scenes[-3:]
    assert [ask.id, go.id, again.id] == ["ask_2", "go_2", "again_2"]
    assert targets(ask) == ("go_2", "end")
    assert targets(go) == ("ask_2",)
    assert isinstance(ask.then, Decision)
    assert ask.then.choices[0].condition == AllOf((Comparison("trust", ">", 1), Visited("go_2")))
    assert isinstance(again.then, Decision)
    assert again.then.choices[0].condition == Chosen("ask_2", "yes")
    assert (ask.position, ask.chapter) == (Position(140, 90), "talk")
    assert after.sticky_notes[-1] == StickyNote("note_2", text="n", position=Position(100, 130))
    assert after.scenes[:4] == story.scenes
    assert (after.chapters, after.start) == (story.chapters, "ask")


def test_paste_into_another_story_brings_definitions_and_never_links_by_chance(
    story: Story,
) -> None:
    other = replace(
        new_story("other", {"en": "O"}, ("en",)), scenes=(Scene(id="end"), Scene(id="go"))
    )
    document = edits.fragment_to_json(edits.copy(story, ["ask", "go"], folder="/stories/s"))
    fragment = edits.fragment_from_json(document)
    assert fragment.folder == "/stories/s"
    after = edits.paste(other, fragment, Position(1000, 1000))
    ask, go = after.scenes[-2:]
    assert (ask.id, go.id) == ("ask", "go_2")
    assert targets(ask)[0] == "go_2"
    assert targets(ask)[1] not in after.scene_by_id
    assert (ask.position, go.position) == (Position(1000, 1030), Position(1300, 1000))
    assert [each.id for each in after.variables] == ["trust"]
    assert [each.id for each in after.chapters] == ["talk"]


def test_paste_into_an_empty_story_makes_a_start(story: Story) -> None:
    empty = new_story("e", {}, ("en",))
    assert edits.paste(empty, edits.copy(story, ["go"])).start == "go"


@pytest.mark.parametrize(
    "document",
    [
        "",
        "hello",
        "[]",
        '{"format": "scenario-studio-fragment", "version": 2, "story": "s"}',
        '{"format": "scenario-studio-fragment", "version": 1, "story": "s", "scenes": [{}]}',
        "[" * 100_000,
    ],
)
def test_other_text_on_the_clipboard_is_no_fragment(document: str) -> None:
    with pytest.raises(ValueError, match="no fragment"):
        edits.fragment_from_json(document)
