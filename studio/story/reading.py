"""How long people take to read, for cards on screen and for answers to a decision.

Sources. Answers: Trauzettel-Klosinski and Dietz, "Standardized Assessment of Reading
Performance: The New International Reading Speed Texts IReST" (Investigative Ophthalmology &
Visual Science 53, 2012, 5452-5461): 68 ms a character on average over 14 alphabetic languages,
Polish and English among them, read with attention (aloud) by practised readers; Arabic 612,
Chinese 255 and Japanese 357 characters a minute. Spaces do not count. Cards: Netflix's timed
text guide allows adults 17 to 20 characters a second for subtitles; a card has no picture to
explain it, so it stays a little longer.
"""

from __future__ import annotations

import re

CARD_CHARACTERS_PER_SECOND = 15.0
CARD_SHORTEST = 4.0

SECONDS_PER_CHARACTER = 0.068
_OTHER_SCRIPTS = {"ar": 60 / 612, "zh": 60 / 255, "ja": 60 / 357}

_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_MARKS = re.compile(r"[*_`>#]")


def card_seconds(text: str) -> float:
    """How long a card with these words stays, in seconds."""
    return round(max(CARD_SHORTEST, 1.5 + len(text) / CARD_CHARACTERS_PER_SECOND), 1)


def reading_seconds(text: str, language: str) -> float:
    """How long an average reader takes for the words, in seconds."""
    script = language.partition("-")[0]
    each = _OTHER_SCRIPTS.get(script, SECONDS_PER_CHARACTER)
    return each * sum(not character.isspace() for character in text)


def plain_words(rich: str) -> str:
    """Light Markdown without its marks, near enough to count reading time."""
    return _MARKS.sub("", _LINK.sub(r"\1", rich))
