"""Edits of the languages of a story, and how far each is written."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from studio.story.edits.places import Address, put_value
from studio.story.edits.walk import language_fields, put_values, texts, walk
from studio.story.model import Story


def add_language(story: Story, language: str) -> Story:
    """Add a language at the end; ValueError for what is no language tag."""
    if language in story.languages:
        return story
    return put_value(story, ("languages",), (*story.languages, language))


def remove_language(story: Story, language: str) -> Story:
    """Take a language out, with every text, caption and dub in it.

    Raises KeyError if the story does not have it, ValueError if it is the only one.
    """
    if language not in story.languages:
        raise KeyError(language)
    left = tuple(each for each in story.languages if each != language)
    story = put_value(story, ("languages",), left)
    changes: dict[Address, object] = {}
    for address, struct in walk(story):
        for name in language_fields(struct):
            if language in getattr(struct, name):
                changes[(*address, name, language)] = None
        for name, key in _option_names(struct, language):
            changes[(*address, name, key, language)] = None
    return put_values(story, changes)


def write_in(story: Story, language: str) -> Story:
    """Make one of the languages the one that the story is written in: the first."""
    if language not in story.languages:
        raise KeyError(language)
    rest = (each for each in story.languages if each != language)
    return put_value(story, ("languages",), (language, *rest))


def written(story: Story) -> dict[str, tuple[int, int]]:
    """Language to (texts written in it, texts written in any language of the story)."""
    counts = dict.fromkeys(story.languages, 0)
    whole = 0
    for _, text in texts(story):
        if any(text.get(each) for each in story.languages):
            whole += 1
            for each in story.languages:
                counts[each] += bool(text.get(each))
    return {each: (count, whole) for each, count in counts.items()}


def _option_names(struct: Struct, language: str) -> list[tuple[str, str]]:
    names: Any = getattr(struct, "option_names", {})
    return [("option_names", key) for key, text in names.items() if language in text]
