"""Waivers keep the reason and the place."""

from __future__ import annotations

import pytest

from studio.story import edits
from studio.story.finding import Place
from studio.story.model import Waiver, new_story

STORY = new_story("s", {"en": "S"}, ("en",))


def test_waive_keeps_the_reason_and_the_place() -> None:
    place = Place("talk", "yes", language="pl", path="$.scenes[1].then.choices[0].text")
    after = edits.waive(STORY, "TX001", place, "  said in the clip ")
    (waiver,) = after.waivers
    assert waiver == Waiver("TX001", "said in the clip", "talk", "yes", "pl")
    assert edits.waive(after, "TX001", place, "said in the clip") is after
    (again,) = edits.waive(after, "TX001", place, "another reason").waivers
    assert again.reason == "another reason"
    assert edits.withdraw_waiver(after, waiver).waivers == ()
    with pytest.raises(KeyError):
        edits.withdraw_waiver(after, again)


def test_a_waiver_without_a_reason_is_refused() -> None:
    with pytest.raises(ValueError, match="reason"):
        edits.waive(STORY, "TX001", Place(), " ")
