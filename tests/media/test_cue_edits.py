"""Captions are shifted, split and merged; whatever is done, no word is lost."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.media.captions import Cue
from studio.media.cue_edits import (
    LINE_CHARACTERS,
    merge_at,
    pieces,
    shift,
    split,
    split_long,
    wrapped,
)

CUES = [Cue(1, 2, "Dobry wieczór."), Cue(3, 5, "Proszę paszport."), Cue(6, 8, "Dziękuję.")]
WORDS = st.lists(st.text("abcżó.,? ", min_size=1, max_size=12), min_size=1, max_size=30)


def test_shifting_moves_all_or_what_comes_later() -> None:
    assert [cue.start for cue in shift(CUES, 0.5)] == [1.5, 3.5, 6.5]
    assert [cue.start for cue in shift(CUES, 1, begin=3)] == [1, 4, 7]
    assert shift(CUES, 0) == CUES


def test_what_would_end_before_the_clip_begins_is_left_out() -> None:
    assert shift(CUES, -4) == [Cue(0, 1, "Proszę paszport."), Cue(2, 4, "Dziękuję.")]


def test_a_split_goes_between_sentences_and_by_their_length() -> None:
    first, second = split(Cue(0, 10, "Tak. Jedziemy do pracy za granicę.")) or CUES[:2]
    assert first.text + "|" + second.text != "Tak.|Jedziemy do pracy za granicę."  # too uneven
    first, second = (
        split(Cue(0, 8, "Oni nie znają języka.\nA my się bardzo spieszymy.")) or CUES[:2]
    )
    assert (first.text, second.text) == ("Oni nie znają języka.", "A my się bardzo spieszymy.")
    assert first.end == second.start
    assert 3 < first.end < 4.5


def test_a_split_at_a_time_takes_the_words_until_then() -> None:
    first, second = split(Cue(0, 10, "one two three four five six seven"), at=3) or CUES[:2]
    assert (first.end, second.start) == (3, 3)
    assert len(first.text) < len(second.text)


@pytest.mark.parametrize(("text", "at"), [("word", None), ("two words", 11), ("two words", 0)])
def test_what_cannot_be_split(text: str, at: float | None) -> None:
    assert split(Cue(0, 10, text), at) is None


def test_merging_keeps_words_and_times() -> None:
    assert merge_at(CUES, 0) == [Cue(1, 5, "Dobry wieczór. Proszę paszport."), CUES[2]]
    with pytest.raises(IndexError):
        merge_at(CUES, 2)


def test_long_captions_come_apart_until_they_can_be_read() -> None:
    long = Cue(0, 20, "To jest bardzo długie zdanie, którego nikt nie zdąży przeczytać. " * 4)
    parts = split_long([long, Cue(21, 22, "Krótki.")])
    assert len(parts) >= 5
    assert parts[-1].text == "Krótki."
    assert all(part.end - part.start <= 7.1 for part in parts)
    assert all(len(part.text.splitlines()) <= 2 for part in parts)


@settings(max_examples=80, deadline=None)
@given(WORDS, st.floats(1, 40))
def test_no_word_is_lost(words: list[str], seconds: float) -> None:
    text = " ".join(" ".join(words).split())
    parts = split_long([Cue(0, seconds, text)])
    assert " ".join(" ".join(part.text for part in parts).split()) == text
    assert all(before.end == after.start for before, after in itertools.pairwise(parts))
    assert " ".join(pieces(text)) == text
    assert " ".join(wrapped(text).split()) == text
    if len(text) > LINE_CHARACTERS:
        assert "\n" in wrapped(text) or " " not in text
