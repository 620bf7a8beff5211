"""Each edit makes the next value, shares the rest, and leaves the one before alone."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from studio.story import edits
from studio.story.model import Choice, Decision, Ending, Scene, Story, new_story


@pytest.fixture
def story() -> Story:
    ask = Scene(
        id="ask",
        title={"pl": "Pytanie"},
        then=Decision(choices=(Choice(id="yes", text={"en": "Yes"}, target="end"),)),
    )
    end = Scene(id="end", then=Ending(outcome="success"))
    return replace(new_story("s", {"en": "S"}, ("pl", "en")), scenes=(ask, end))


def test_retitle_changes_one_language_and_shares_the_other_scenes(story: Story) -> None:
    after = edits.retitle_scene(story, "ask", "en", "Question")
    assert after.scene_by_id["ask"].title == {"pl": "Pytanie", "en": "Question"}
    assert story.scene_by_id["ask"].title == {"pl": "Pytanie"}
    assert after.scenes[1] is story.scenes[1]


def test_no_words_take_the_language_out(story: Story) -> None:
    assert edits.retitle_scene(story, "ask", "pl", "").scene_by_id["ask"].title == {}


def test_an_edit_that_changes_nothing_returns_the_same_story(story: Story) -> None:
    assert edits.retitle_scene(story, "ask", "pl", "Pytanie") is story
    assert edits.replace_scene(story, story.scenes[0]) is story


def test_a_scene_that_is_not_there_is_a_key_error(story: Story) -> None:
    with pytest.raises(KeyError):
        edits.retitle_scene(story, "gone", "en", "x")
