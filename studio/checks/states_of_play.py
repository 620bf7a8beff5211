"""Every state that play can bring about, and what is read off it; worked out at first use."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from studio.checks.explore import Exploration, explore
from studio.checks.numbers.chain import answer_lengths
from studio.checks.numbers.scoring import (
    TEXTLESS,
    Scoring,
    chance_of_the_longest,
    explore_marks,
    scoring,
)
from studio.story.model import Story


class StatesOfPlay:
    """What play of one story can come to.

    No text has a say in it, so it stands while only texts change; what does depend on the length
    of answers is asked with the story of the moment.
    """

    def __init__(self, story: Story) -> None:
        self._story = story
        self._by_lengths: dict[str, tuple[Mapping[int, int], float | None]] = {}

    @cached_property
    def exploration(self) -> Exploration:
        """Every state that playing the story can bring about."""
        return explore(self._story)

    @cached_property
    def marked(self) -> Exploration:
        """Every state, told apart also by what decides whether pass marks are reached."""
        return explore_marks(self._story, self.exploration)

    @cached_property
    def scoring(self) -> Scoring:
        """Score ranges, and who passes by habits that do not depend on texts."""
        return scoring(self.exploration, self.marked, self._story.source_language, TEXTLESS)

    def passes_by_the_longest(self, story: Story, language: str) -> float | None:
        """The probability that always taking the longest answer passes; None if not known.

        ``story`` is this one, or one that differs in its texts only.
        """
        lengths = answer_lengths(self.marked, story, language)
        known = self._by_lengths.get(language)
        if known is None or known[0] != lengths:
            known = (lengths, chance_of_the_longest(self.marked, lengths))
            self._by_lengths[language] = known
        return known[1]
