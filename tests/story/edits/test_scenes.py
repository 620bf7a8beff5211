"""Edits of whole scenes, their ways, and their place on the map."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from studio.story import edits
from studio.story.edits import Port
from studio.story.model import (
    Chapter,
    Choice,
    Comparison,
    ConditionalTarget,
    Decision,
    Ending,
    Next,
    Position,
    Scene,
    StickyNote,
    Story,
    Waiver,
    choice_of,
    new_story,
    targets,
)


def story_of(*scenes: Scene, **more: object) -> Story:
    made = replace(new_story("s", {"pl": "S"}, ("pl", "en")), scenes=scenes, start=scenes[0].id)
    return replace(made, **more)


@pytest.fixture
def story() -> Story:
    return story_of(
        Scene(
            id="ask",
            chapter="first",
            then=Decision(choices=(Choice(id="yes", target="go"), Choice(id="no", target="end"))),
        ),
        Scene(
            id="go",
            then=Next(
                target="end",
                branches=(ConditionalTarget(Comparison("trust", ">", 1), target="ask"),),
            ),
        ),
        Scene(id="end", chapter="last", then=Ending(outcome="success")),
        chapters=(Chapter(id="first"), Chapter(id="last")),
        waivers=(Waiver(code="SC004", reason="later", scene="end"),),
        sticky_notes=(StickyNote(id="note"),),
    )


def test_a_new_scene_gets_a_readable_id_that_nothing_points_to(story: Story) -> None:
    after = edits.add_scene(story, {"pl": "Żółta łódź — źle?"}, Position(3, 4))
    assert after.scenes[-1] == Scene(
        id="zolta_lodz_zle", title={"pl": "Żółta łódź — źle?"}, position=Position(3, 4)
    )
    assert edits.add_scene(after, {"pl": "Żółta łódź: źle"}).scenes[-1].id == "zolta_lodz_zle_2"
    without = edits.delete_scenes(story, ["end"])
    assert edits.add_scene(without, {"en": "End"}).scenes[-1].id == "end_2"
    assert edits.add_scene(story, {"pl": "—"}).scenes[-1].id == "scene"


def test_long_titles_give_short_ids() -> None:
    assert edits.slug("word " * 40, "x") == "_".join(["word"] * 12)
    assert len(edits.slug("x" * 200, "y")) == 60


def test_the_first_scene_is_the_start() -> None:
    assert edits.add_scene(new_story("s", {}, ("en",)), {"en": "Arrival"}).start == "arrival"


def test_deleting_says_where_ways_are_missing_and_never_turns_them_into_staying(
    story: Story,
) -> None:
    after = edits.delete_scenes(story, ["end"])
    assert [scene.id for scene in after.scenes] == ["ask", "go"]
    choice = choice_of(after.scene_by_id["ask"], "no")
    assert choice is not None
    assert choice.target == "end"
    then = after.scene_by_id["go"].then
    assert isinstance(then, Next)
    assert (then.target, len(then.branches)) == (None, 1)
    assert [chapter.id for chapter in after.chapters] == ["first"]
    assert after.waivers == ()
    assert edits.delete_scenes(story, ["ask"]).start is None
    assert edits.delete_scenes(story, []) is story


def test_reorder_moves_a_block_before_a_scene_or_to_the_end(story: Story) -> None:
    def order(moved: Story) -> list[str]:
        return [scene.id for scene in moved.scenes]

    assert order(edits.reorder_scenes(story, ["end", "go"], "ask")) == ["go", "end", "ask"]
    assert order(edits.reorder_scenes(story, ["ask"], None)) == ["go", "end", "ask"]
    assert edits.reorder_scenes(story, ["end"], None) is story
    assert edits.reorder_scenes(story, ["ask"], "ask") is story


def test_an_ending_can_be_made_changed_and_undone(story: Story) -> None:
    made = edits.make_ending(story, "go", "failure")
    assert made.scene_by_id["go"].then == Ending(outcome="failure")
    assert edits.make_ending(made, "go", "failure") is made
    worded = edits.put_value(made, ("scenes", "go", "then", "headline", "en"), "Missed")
    then = edits.make_ending(worded, "go", "partial").scene_by_id["go"].then
    assert then == Ending(outcome="partial", headline={"en": "Missed"})
    assert edits.reopen_ending(made, "go").scene_by_id["go"].then is None
    assert edits.reopen_ending(story, "ask") is story


def test_other_footage_keeps_what_belongs_to_the_scene(story: Story) -> None:
    first = edits.attach_clip(story, "go", "media/a.mp4")
    clip = first.scene_by_id["go"].clip
    assert clip is not None
    worded = edits.replace_scene(
        first,
        replace(
            first.scene_by_id["go"],
            clip=replace(clip, captions={"pl": "captions/a.vtt"}, poster=2),
        ),
    )
    after = edits.attach_clip(worded, "go", "media/b.mp4").scene_by_id["go"].clip
    assert after is not None
    assert (after.footage.file, after.captions, after.poster) == (
        "media/b.mp4",
        {"pl": "captions/a.vtt"},
        None,
    )
    dubbed = edits.attach_clip(first, "go", "media/a.en.mp4", "en").scene_by_id["go"].clip
    assert dubbed is not None
    assert (dubbed.footage.file, dubbed.dubbed["en"].file) == ("media/a.mp4", "media/a.en.mp4")


@pytest.mark.parametrize(
    ("port", "before"),
    [(Port("ask", choice="yes"), "go"), (Port("go", branch=0), "ask"), (Port("go"), "end")],
)
def test_every_kind_of_port_is_led_elsewhere(story: Story, port: Port, before: str) -> None:
    assert edits.target_of(story, port) == before
    after = edits.connect(story, port, port.scene)
    assert edits.target_of(after, port) == port.scene
    assert len(targets(after.scene_by_id[port.scene])) == len(
        targets(story.scene_by_id[port.scene])
    )
    assert edits.connect(story, port, before) is story


def test_a_scene_that_nothing_follows_goes_on(story: Story) -> None:
    open_scene = edits.add_scene(story, {"pl": "Nowa"})
    after = edits.connect(open_scene, Port("nowa"), "end")
    assert after.scene_by_id["nowa"].then == Next(target="end")


def test_disconnecting_leaves_the_choice_and_takes_the_branch(story: Story) -> None:
    choice = edits.disconnect(story, Port("ask", choice="yes"))
    assert edits.target_of(choice, Port("ask", choice="yes")) is None
    assert edits.disconnect(choice, Port("ask", choice="yes")) is choice
    then = edits.disconnect(story, Port("go", branch=0)).scene_by_id["go"].then
    assert then == Next(target="end")
    assert edits.disconnect(story, Port("go")).scene_by_id["go"].then == replace(
        story.scene_by_id["go"].then, target=None
    )


def test_one_more_way_makes_a_choice_and_a_plain_way_on_becomes_one(story: Story) -> None:
    more = edits.connect_new_choice(story, "ask", "ask", "Jeszcze raz")
    then = more.scene_by_id["ask"].then
    assert isinstance(then, Decision)
    assert then.choices[-1] == Choice(id="choice_3", text={"pl": "Jeszcze raz"}, target="ask")
    plain = edits.disconnect(story, Port("go", branch=0))
    then = edits.connect_new_choice(plain, "go", "ask").scene_by_id["go"].then
    assert isinstance(then, Decision)
    assert [(each.id, each.target) for each in then.choices] == [
        ("choice_1", "end"),
        ("choice_2", "ask"),
    ]
    for scene in ("go", "end"):
        with pytest.raises(ValueError, match="another choice"):
            edits.connect_new_choice(story, scene, "ask")


@pytest.mark.parametrize(
    "port", [Port("gone"), Port("ask"), Port("ask", choice="x"), Port("go", branch=4), Port("end")]
)
def test_a_port_that_is_not_there_is_a_key_error(story: Story, port: Port) -> None:
    with pytest.raises(KeyError):
        edits.target_of(story, port)
    with pytest.raises(KeyError):
        edits.connect(story, port, "go")


def places(story: Story) -> list[tuple[float, float]]:
    return [(scene.position.x, scene.position.y) for scene in story.scenes]


def test_move_puts_scenes_and_notes_and_nothing_else(story: Story) -> None:
    after = edits.move(story, {"go": Position(10, 20)}, {"note": Position(5, 6)})
    assert places(after) == [(0, 0), (10, 20), (0, 0)]
    assert after.sticky_notes[0].position == Position(5, 6)
    assert after.scenes[0] is story.scenes[0]
    assert edits.move(story, {"go": Position()}, {"note": Position()}) is story
    with pytest.raises(KeyError):
        edits.move(story, {}, {"gone": Position()})


@pytest.fixture
def scattered(story: Story) -> Story:
    return edits.move(
        story, {"ask": Position(0, 0), "go": Position(100, 30), "end": Position(400, 90)}
    )


SIZES = {"ask": (100.0, 50.0), "go": (200.0, 100.0), "end": (100.0, 70.0)}


@pytest.mark.parametrize(
    ("edge", "expected"),
    [
        ("left", [(0, 0), (0, 30), (0, 90)]),
        ("right", [(400, 0), (300, 30), (400, 90)]),
        ("centre", [(200, 0), (150, 30), (200, 90)]),
        ("top", [(0, 0), (100, 0), (400, 0)]),
        ("bottom", [(0, 110), (100, 60), (400, 90)]),
        ("middle", [(0, 55), (100, 30), (400, 45)]),
    ],
)
def test_align(
    scattered: Story, edge: edits.arrangement.Edge, expected: list[tuple[float, float]]
) -> None:
    assert places(edits.align(scattered, SIZES, edge, SIZES)) == expected
    assert edits.align(scattered, ["ask"], edge, SIZES) is scattered


def test_distribute_makes_the_gaps_equal_and_keeps_the_outermost(scattered: Story) -> None:
    assert places(edits.distribute(scattered, SIZES, "across", SIZES)) == [
        (0, 0),
        (150, 30),
        (400, 90),
    ]
    assert places(edits.distribute(scattered, SIZES, "down", SIZES)) == [
        (0, 0),
        (100, 20),
        (400, 90),
    ]
    assert edits.distribute(scattered, ["ask", "go"], "down", SIZES) is scattered
