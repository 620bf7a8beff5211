"""Concealing places of a clip."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from studio.story import edits
from studio.story.model import Area, Clip, Concealment, Footage, Scene, Story, new_story

FACE = Concealment(Area(0.1, 0.1, 0.2, 0.2), start=1.23456)
PLATE = Concealment(Area(0.5, 0.5, 0.2, 0.2), end=2.0, manner="pixelate")


@pytest.fixture
def story() -> Story:
    scenes = (Scene(id="filmed", clip=Clip(Footage("a.mp4"))), Scene(id="bare"))
    return replace(new_story("s", {"en": "S"}, ("en",)), scenes=scenes)


def concealed(story: Story) -> tuple[Concealment, ...]:
    clip = story.scene_by_id["filmed"].clip
    assert clip is not None
    return clip.treatment.concealments if clip.treatment is not None else ()


def test_places_are_added_changed_and_taken_away(story: Story) -> None:
    both = edits.conceal(edits.conceal(story, "filmed", FACE), "filmed", PLATE)
    assert concealed(both) == (replace(FACE, start=1.235), PLATE)
    moved = replace(PLATE, start=0.5)
    assert concealed(edits.conceal(both, "filmed", moved, 1))[1] == moved
    assert edits.conceal(both, "filmed", PLATE, 1) is both
    assert concealed(edits.reveal(both, "filmed", 0)) == (PLATE,)


def test_a_mark_moved_leaves_the_place_on_its_pictures(story: Story) -> None:
    hidden = edits.conceal(story, "filmed", FACE)
    assert concealed(edits.mark_clip(hidden, "filmed", 1.0, None)) == concealed(hidden)


def test_stale_selections_are_told(story: Story) -> None:
    with pytest.raises(KeyError):
        edits.conceal(story, "bare", FACE)
    with pytest.raises(IndexError):
        edits.reveal(story, "filmed", 0)
