"""The layered layout: left to right, nothing overlaps, cycles do no harm, large maps work too."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from studio.desktop.canvas import arrange as module
from studio.desktop.canvas.arrange import (
    WIDTH,
    Places,
    arrange,
    crossings,
    directed,
    without_cycles,
)
from studio.desktop.canvas.arranging import places_for
from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.view import MapView
from studio.desktop.theme import LIGHT
from studio.story import edits
from studio.story.model import Chapter, Story
from tests.desktop.map_tools import shown_equals_story
from tests.desktop.stories import border_story, wide_story
from tests.random_stories import stories


def overlaps(places: Places, heights: dict[str, float]) -> list[tuple[str, str]]:
    found = []
    columns: dict[float, list[tuple[float, str]]] = {}
    for each, (x, y) in places.items():
        columns.setdefault(x, []).append((y, each))
    for column in columns.values():
        column.sort()
        for (y, each), (after, other) in pairwise(column):
            if y + heights[each] > after:
                found.append((each, other))
    lefts = sorted(columns)
    assert all(b - a >= WIDTH for a, b in pairwise(lefts))
    return found


def test_a_line_becomes_a_row_from_the_start() -> None:
    heights = dict.fromkeys("dcba", 200.0)
    places = arrange("dcba", [("a", "b"), ("b", "c"), ("c", "d")], heights, "a")
    assert [places[each][0] for each in "abcd"] == sorted(places[each][0] for each in "abcd")
    assert {places[each][1] for each in "abcd"} == {0}


def test_a_fork_is_parted_and_joined_symmetrically() -> None:
    heights = dict.fromkeys("abcd", 200.0)
    ways = [("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")]
    places = arrange("abcd", ways, heights, "a")
    assert places["b"][0] == places["c"][0]
    middle = (places["b"][1] + places["c"][1]) / 2
    assert places["a"][1] == pytest.approx(middle, abs=1)
    assert places["d"][1] == pytest.approx(middle, abs=1)


def test_ways_back_are_turned_round_seen_from_the_start() -> None:
    ways = [("c", "a"), ("a", "b"), ("b", "c")]
    assert without_cycles("cab", ways, "a") == [("a", "c"), ("a", "b"), ("b", "c")]
    assert without_cycles("cab", ways, "b") == [("c", "a"), ("b", "a"), ("b", "c")]
    assert without_cycles("xa", [("x", "a")], "a") == [("a", "x")]


scenes = st.integers(1, 24)


@settings(deadline=None, max_examples=80)
@given(scenes, st.data())
def test_nothing_overlaps_and_ways_lead_right(count: int, data: st.DataObject) -> None:
    names = [f"s{number}" for number in range(count)]
    ways = data.draw(st.lists(st.tuples(st.sampled_from(names), st.sampled_from(names))))
    heights = {each: float(data.draw(st.integers(100, 500))) for each in names}
    start = data.draw(st.sampled_from([None, *names]))
    places = arrange(names, ways, heights, start)
    assert places.keys() == set(names)
    assert overlaps(places, heights) == []
    pairs = [pair for pair in dict.fromkeys(ways) if pair[0] != pair[1]]
    for source, target in directed(names, pairs, start):
        assert places[source][0] < places[target][0]
    if any(start in pair for pair in pairs):
        assert places[start or ""][0] == 0
    assert places == arrange(names, ways, heights, start)


@pytest.mark.parametrize("large", [False, True])
def test_both_ways_of_ordering_cross_less_than_the_order_of_writing(
    large: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if large:
        monkeypatch.setattr(module, "LARGE", 0)
    chance = random.Random(3)
    names = [f"s{number}" for number in range(120)]
    ways = [(names[n], names[min(119, n + chance.randrange(1, 20))]) for n in range(119)]
    ways += [(names[n], names[min(119, n + chance.randrange(1, 20))]) for n in range(0, 119, 2)]
    heights = {each: chance.choice([172.0, 238.0, 294.0]) for each in names}
    places = arrange(names, ways, heights, "s0")
    assert overlaps(places, heights) == []

    def crossed(order: dict[str, float]) -> int:
        columns: dict[float, list[str]] = {}
        for each, (x, _) in places.items():
            columns.setdefault(x, []).append(each)
        layers = [sorted(columns[x], key=order.__getitem__) for x in sorted(columns)]
        return crossings(layers, ways)

    written = {each: float(number) for number, each in enumerate(names)}
    assert crossed({each: y for each, (_, y) in places.items()}) < 0.8 * crossed(written)


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    made = MapView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.edited.connect(lambda story, _label: made.show_story(story, "en"))
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_whole_map_is_arranged_in_the_background_as_one_step(
    qtbot: QtBot, view: MapView
) -> None:
    steps: list[str] = []
    view.show_story(wide_story(6, 5), "en")
    view.edited.connect(lambda _story, label: steps.append(label))
    with qtbot.waitSignal(view.arranging.finished):
        view.commands["arrange"].trigger()
    assert steps == ["Arrange the map"]
    assert shown_equals_story(view, view.story)
    heights = {each: size[1] for each, size in view.sizes().items()}
    places = {s.id: (float(s.position.x), float(s.position.y)) for s in view.story.scenes}
    assert overlaps(places, heights) == []


def test_an_arrangement_that_moves_ends_where_it_should(
    qtbot: QtBot, view: MapView, monkeypatch: pytest.MonkeyPatch
) -> None:
    view.show_story(border_story(), "en")
    with qtbot.waitSignal(view.arranging.finished):
        view.commands["arrange"].trigger()
    still = {scene.id: scene.position for scene in view.story.scenes}
    view.show_story(border_story(), "en")
    view.camera.animated = True
    with qtbot.waitSignal(view.arranging.finished):
        view.commands["arrange"].trigger()
    assert {scene.id: scene.position for scene in view.story.scenes} == still
    assert shown_equals_story(view, view.story)


def test_a_part_is_arranged_where_it_lies(qtbot: QtBot, view: MapView) -> None:
    view.show_story(border_story(), "en")
    before = {scene.id: scene.position for scene in view.story.scenes}
    view.choose(Selection(("talk", "missed", "referred")))
    with qtbot.waitSignal(view.arranging.finished):
        view.commands["arrange_selected"].trigger()
    after = {scene.id: scene.position for scene in view.story.scenes}
    assert all(after[each] == before[each] for each in ("minibus", "papers"))
    assert min(after[each].x for each in ("talk", "missed", "referred")) == 760
    assert min(after[each].y for each in ("talk", "missed", "referred")) == 140


def moved(story: Story, places: Places) -> Story:
    return edits.move(story, {each: edits.position_at(*place) for each, place in places.items()})


@settings(deadline=None, max_examples=60)
@given(stories(), st.data())
def test_frames_of_chapters_overlap_nothing_that_is_not_theirs(
    story: Story, data: st.DataObject
) -> None:
    names = data.draw(st.sampled_from([("a",), ("a", "b"), ("a", "b", "c")]))
    story = replace(story, chapters=tuple(Chapter(each) for each in names))
    for scene in story.scenes:
        chapter = data.draw(st.sampled_from([None, *names]))
        story = edits.put_value(story, ("scenes", scene.id, "chapter"), chapter)
    heights = {each: card.height for each, card in MapLayout(story, "en").cards.items()}
    places = places_for(story, tuple(story.scene_by_id), heights)
    layout = MapLayout(moved(story, places), "en")
    frames = [each for each in layout.frames.values() if not each.collapsed]
    for number, frame in enumerate(frames):
        for other in frames[number + 1 :]:
            assert not frame.rect.intersects(other.rect)
        for card in layout.cards.values():
            if card.scene.chapter != frame.chapter.id and not layout.hidden(card.key):
                assert not frame.rect.intersects(card.rect), (frame.chapter.id, card.key)


def test_chapters_follow_each_other_from_left_to_right() -> None:
    story = border_story()
    places = places_for(story, tuple(story.scene_by_id), dict.fromkeys(story.scene_by_id, 200.0))
    assert max(places[each][0] for each in ("minibus", "papers")) < places["talk"][0]
    assert places["talk"][0] < places["referred"][0]


def test_a_net_of_ways_back_and_forth_does_not_become_one_long_row() -> None:
    story = wide_story(15, 15)
    layout = MapLayout(story, "en")
    heights = {each: card.height for each, card in layout.cards.items()}
    places = places_for(story, tuple(story.scene_by_id), heights)
    assert overlaps(places, heights) == []
    after = MapLayout(moved(story, places), "en").bounds
    assert after.width() < 5 * after.height()
