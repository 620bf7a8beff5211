"""Random sequences of edits: each leaves the value before alone, and what results can be saved."""

from __future__ import annotations

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.story.model import Story
from tests.random_stories import stories
from tests.story.edits.random_edits import one_edit


@settings(deadline=None, max_examples=60)
@given(stories(), st.data())
def test_any_sequence_keeps_every_earlier_value_and_makes_a_sound_file(
    story: Story, data: st.DataObject
) -> None:
    before = [(story, msgspec.json.encode(story))]
    for _ in range(data.draw(st.integers(1, 12))):
        story = one_edit(data.draw, story)
        before.append((story, msgspec.json.encode(story)))
    # Undo is going back to an earlier value: none of them may have been touched.
    for value, encoded in reversed(before):
        assert msgspec.json.encode(value) == encoded
        assert msgspec.json.decode(encoded, type=Story) == value
    ids = [scene.id for scene in story.scenes]
    assert len(ids) == len(set(ids))
