"""Each edit makes the next value, shares the rest, and leaves the one before alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from studio.story import edits
from studio.story.model import Choice, Decision, Ending, Scene, Story, choice_of, new_story


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
    assert edits.write_card(story, "ask", "pl", "") is story
    assert edits.write_prompt(story, "ask", "pl", "") is story
    assert edits.write_choice(story, "ask", "yes", "en", "Yes") is story
    assert edits.write_headline(story, "end", "en", "") is story
    assert edits.replace_scene(story, story.scenes[0]) is story


def test_write_card_makes_the_card(story: Story) -> None:
    card = edits.write_card(story, "end", "en", "Done").scene_by_id["end"].card
    assert card is not None
    assert card.text == {"en": "Done"}


def test_write_prompt_keeps_the_choices(story: Story) -> None:
    then = edits.write_prompt(story, "ask", "en", "Well?").scene_by_id["ask"].then
    before = story.scene_by_id["ask"].then
    assert isinstance(then, Decision)
    assert isinstance(before, Decision)
    assert then.prompt == {"en": "Well?"}
    assert then.choices is before.choices


def test_write_choice_keeps_its_target(story: Story) -> None:
    after = edits.write_choice(story, "ask", "yes", "pl", "Tak")
    choice = choice_of(after.scene_by_id["ask"], "yes")
    assert choice is not None
    assert (choice.text, choice.target) == ({"en": "Yes", "pl": "Tak"}, "end")


def test_write_headline_keeps_the_outcome(story: Story) -> None:
    then = edits.write_headline(story, "end", "en", "Well done").scene_by_id["end"].then
    assert then == Ending(outcome="success", headline={"en": "Well done"})


@pytest.mark.parametrize(
    "edit",
    [
        lambda story: edits.retitle_scene(story, "gone", "en", "x"),
        lambda story: edits.write_prompt(story, "end", "en", "x"),
        lambda story: edits.write_choice(story, "ask", "no", "en", "x"),
        lambda story: edits.write_headline(story, "ask", "en", "x"),
    ],
)
def test_what_is_not_there_is_a_key_error(story: Story, edit: Callable[[Story], Story]) -> None:
    with pytest.raises(KeyError):
        edit(story)
