"""Find words in all texts of a story, and replace them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec import Struct

from studio.story.edits.places import Address
from studio.story.edits.walk import author_texts, put_values, texts
from studio.story.model import Story

NOTES = ""
"""Stands for the language of what authors write for themselves."""


class Query(Struct, frozen=True):
    """What is looked for. ``languages`` None means all, and the authors' notes."""

    words: str
    regular_expression: bool = False
    whole_word: bool = False
    match_case: bool = False
    languages: tuple[str, ...] | None = None

    def pattern(self) -> re.Pattern[str]:
        """The pattern; ValueError if the regular expression is none."""
        source = self.words if self.regular_expression else re.escape(self.words)
        if self.whole_word:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        try:
            return re.compile(source, 0 if self.match_case else re.IGNORECASE)
        except re.error as error:
            raise ValueError(str(error)) from error


class Match(Struct, frozen=True):
    """A text that has what was looked for; ``spans`` are (start, end) offsets in ``words``."""

    address: Address
    language: str
    words: str
    spans: tuple[tuple[int, int], ...]


def find(story: Story, query: Query) -> tuple[Match, ...]:
    """All texts that match, in the order of the file; no words match nothing."""
    if not query.words:
        return ()
    pattern = query.pattern()
    found: list[Match] = []
    for address, language, words in every_text(story, query.languages):
        spans = tuple(each.span() for each in pattern.finditer(words) if each.group())
        if spans:
            found.append(Match(address, language, words, spans))
    return tuple(found)


def every_text(
    story: Story, languages: Collection[str] | None = None
) -> Iterator[tuple[Address, str, str]]:
    """Address, language and words of everything that is written."""
    for address, text in texts(story):
        for language, words in text.items():
            if languages is None or language in languages:
                yield (*address, language), language, words
    if languages is None or NOTES in languages:
        for address, words in author_texts(story):
            yield address, NOTES, words


def replaced(query: Query, match: Match, replacement: str) -> str:
    r"""The words of a match with the replacement in it.

    In a regular expression ``\1`` stands for the first group; ValueError for a group not there.
    """
    pattern = query.pattern()
    if not query.regular_expression:
        return pattern.sub(lambda _: replacement, match.words)
    try:
        return pattern.sub(
            lambda each: each.expand(replacement) if each.group() else "", match.words
        )
    except (re.error, IndexError) as error:
        raise ValueError(str(error)) from error


def replace_all(story: Story, query: Query, matches: Sequence[Match], replacement: str) -> Story:
    """Replace in these texts, as one edit."""
    return put_values(
        story, {match.address: replaced(query, match, replacement) for match in matches}
    )
