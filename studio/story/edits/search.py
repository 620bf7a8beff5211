"""Find words in all texts of a story, and replace them."""

from __future__ import annotations

import time
from collections.abc import Collection, Iterator, Sequence

import regex
from msgspec import Struct

from studio.story.edits.places import Address
from studio.story.edits.walk import author_texts, put_values, texts
from studio.story.model import Story

NOTES = ""
"""Stands for the language of what authors write for themselves."""

PATIENCE = 2.0
"""Seconds for a whole search: a regular expression may try more ways than there is time for."""
_LEAST = 0.001


class Query(Struct, frozen=True):
    """What is looked for. ``languages`` None means all, and the authors' notes."""

    words: str
    regular_expression: bool = False
    whole_word: bool = False
    match_case: bool = False
    languages: tuple[str, ...] | None = None

    def pattern(self) -> regex.Pattern[str]:
        """The pattern; ValueError if the regular expression is none."""
        source = self.words if self.regular_expression else regex.escape(self.words)
        if self.whole_word:
            source = rf"(?<!\w)(?:{source})(?!\w)"
        try:
            return regex.compile(source, 0 if self.match_case else regex.IGNORECASE)
        except regex.error as error:
            raise ValueError(str(error)) from error


class Match(Struct, frozen=True):
    """A text that has what was looked for; ``spans`` are (start, end) offsets in ``words``."""

    address: Address
    language: str
    words: str
    spans: tuple[tuple[int, int], ...]


def find(story: Story, query: Query, seconds: float = PATIENCE) -> tuple[Match, ...]:
    """All texts that match, in the order of the file; no words match nothing.

    Raises TimeoutError when the pattern takes longer than ``seconds``; others may run meanwhile,
    for the matching does not hold Python's lock.
    """
    if not query.words:
        return ()
    pattern = query.pattern()
    found: list[Match] = []
    end = time.monotonic() + seconds
    for address, language, words in every_text(story, query.languages):
        left = max(_LEAST, end - time.monotonic())
        matches = pattern.finditer(words, concurrent=True, timeout=left)
        spans = tuple(each.span() for each in matches if each.group())
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
    Raises TimeoutError like :func:`find`.
    """
    pattern = query.pattern()
    if not query.regular_expression:
        return pattern.sub(lambda _: replacement, match.words)
    try:
        return pattern.sub(
            lambda each: each.expand(replacement) if each.group() else "",
            match.words,
            timeout=PATIENCE,
        )
    except (regex.error, IndexError) as error:
        raise ValueError(str(error)) from error


def replace_all(story: Story, query: Query, matches: Sequence[Match], replacement: str) -> Story:
    """Replace in these texts, as one edit."""
    return put_values(
        story, {match.address: replaced(query, match, replacement) for match in matches}
    )
