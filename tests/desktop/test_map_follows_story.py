"""Whatever is edited, in whatever order: what the map shows equals the story, undone as well."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.desktop.canvas.layout import MapLayout
from studio.story.edits import duplicate
from studio.story.model import Scene, Story, targets
from tests.desktop.map_tools import layout_equals_story
from tests.desktop.stories import wide_story
from tests.random_stories import stories
from tests.story.edits.random_edits import one_edit


@settings(deadline=None, max_examples=60)
@given(stories(), st.data())
def test_the_layout_follows_any_sequence_of_edits_and_back(
    story: Story, data: st.DataObject
) -> None:
    values = [story]
    layout = MapLayout(story, "en")
    for _ in range(data.draw(st.integers(1, 8))):
        values.append(one_edit(data.draw, values[-1]))
        layout.show(values[-1], "en")
        assert layout_equals_story(layout, values[-1])
    for value in reversed(values):
        layout.show(value, "en")
    assert layout_equals_story(layout, story)


def test_every_way_of_the_story_is_a_curve() -> None:
    story = duplicate(wide_story(6, 5), ["s0-0", "s3-3"])
    layout = MapLayout(story, "en")
    drawn = sorted((edge.source, edge.target) for edge in layout.edges.values())
    assert drawn == sorted((scene.id, each) for scene in story.scenes for each in targets(scene))


def test_two_scenes_of_one_id_are_both_shown() -> None:
    story = replace(wide_story(2, 1), scenes=(*wide_story(2, 1).scenes, Scene(id="s0-0")))
    layout = MapLayout(story, "en")
    assert [card.scene.id for card in layout.cards.values()] == ["s0-0", "s1-0", "s0-0"]
    assert layout_equals_story(layout, story)
