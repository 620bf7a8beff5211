"""Profiles are told in words a trainer knows."""

from __future__ import annotations

import pytest

from studio.desktop.language import Translations
from studio.desktop.profile_words import profile_choices, profile_words
from studio.media.profiles import PROFILES


@pytest.mark.parametrize("name", PROFILES)
def test_every_profile_has_words(name: str, translations: Translations) -> None:
    english = profile_words(name)
    assert english != name
    translations.use("pl")
    assert profile_words(name) != english


def test_what_is_the_same_is_offered_once(translations: Translations) -> None:
    del translations
    words = [each for _, each in profile_choices()]
    assert len(words) == len(set(words))
    assert {profile_words(name) for name in PROFILES} == set(words)


def test_what_the_story_uses_is_among_the_choices(translations: Translations) -> None:
    del translations
    assert "everywhere-1080" not in dict(profile_choices())
    assert "everywhere-1080" in dict(profile_choices("everywhere-1080"))


def test_a_name_that_no_profile_has_is_shown_as_it_is(translations: Translations) -> None:
    del translations
    assert profile_words("sharper-2160") == "⚠ sharper-2160"
