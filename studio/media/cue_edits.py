"""Changes to captions as pure functions: cues in, cues out, always in order of time.

The limits are those of Netflix's Timed Text Style Guide, as in the checks of captions: two lines
of 42 characters, 17 characters a second, 5/6 of a second to 7 seconds.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence

from studio.media.captions import Cue

LINE_CHARACTERS = 42
LINES = 2
CHARACTERS_PER_SECOND = 17.0
SHORTEST_SECONDS, LONGEST_SECONDS = 5 / 6, 7.0
CUE_CHARACTERS = LINE_CHARACTERS * LINES

# Good places to break a text, the best first: between sentences, clauses, before a connecting
# word, between words.
_BREAKS = (
    re.compile(r"(?<=[.!?…])[\"”’»)]*\s+"),
    re.compile(r"(?<=[,;:–—])\s+"),
    re.compile(
        r"\s+(?=(?:i|a|ale|lub|albo|oraz|bo|że|żeby|który|która|które|gdy|kiedy|jeśli|więc|"
        r"and|but|or|because|that|which|who|when|if|so)\s)",
        re.IGNORECASE,
    ),
    re.compile(r"\s+"),
)
_UNEVEN = (0.36, 0.30, 0.24, 0.5)
"""How far from the middle (as a share) each kind of break is still better than the next kind."""


def shift(cues: Iterable[Cue], seconds: float, begin: float = 0.0) -> list[Cue]:
    """The cues that start at ``begin`` or later, moved; what would end before 0 is left out."""
    moved: list[Cue] = []
    for cue in cues:
        if cue.start < begin:
            moved.append(cue)
            continue
        start, end = _tidy(max(0.0, cue.start + seconds)), _tidy(cue.end + seconds)
        if end > start:
            moved.append(Cue(start, end, cue.text))
    return sorted(moved)


def split(cue: Cue, at: float | None = None) -> tuple[Cue, Cue] | None:
    """Two cues with the words broken where they break best; None when there is one word only.

    ``at`` is the time in seconds where the second one begins; else it goes by the characters.
    """
    words = " ".join(cue.text.split())
    share = None if at is None else (at - cue.start) / (cue.end - cue.start)
    if share is not None and not 0 < share < 1:
        return None
    place = _break_in(words, 0.5 if share is None else share)
    if place is None:
        return None
    first, second = words[: place[0]].rstrip(), words[place[1] :].lstrip()
    if at is None:
        at = cue.start + (cue.end - cue.start) * _weight(first) / _weight(first + second)
    middle = _tidy(at)
    if not cue.start < middle < cue.end:
        return None
    return Cue(cue.start, middle, wrapped(first)), Cue(middle, cue.end, wrapped(second))


def split_long(cues: Iterable[Cue]) -> list[Cue]:
    """Every cue that fills more than two lines or stands too long is split until it does not."""
    done: list[Cue] = []
    waiting = sorted(cues, reverse=True)
    while waiting:
        cue = waiting.pop()
        halves = split(cue) if _is_long(cue) else None
        if halves is None:
            done.append(cue)
        else:
            waiting += reversed(halves)
    return done


def merge(first: Cue, second: Cue) -> Cue:
    """One cue with the words of both."""
    text = wrapped(" ".join(f"{first.text} {second.text}".split()))
    return Cue(min(first.start, second.start), max(first.end, second.end), text)


def merge_at(cues: Sequence[Cue], place: int) -> list[Cue]:
    """The cues with the one at that place and the next one merged. Raises IndexError."""
    ordered = sorted(cues)
    both = merge(ordered[place], ordered[place + 1])
    return [*ordered[:place], both, *ordered[place + 2 :]]


def wrapped(text: str) -> str:
    """The words in two lines of much the same length where one line is too short for them."""
    words = " ".join(text.split())
    if len(words) <= LINE_CHARACTERS:
        return words
    place = _break_in(words, 0.5, longest=LINE_CHARACTERS)
    if place is not None:
        lines = words[: place[0]].rstrip(), words[place[1] :].lstrip()
        if all(len(line) <= LINE_CHARACTERS for line in lines):
            return "\n".join(lines)
    return "\n".join(textwrap.wrap(words, LINE_CHARACTERS))


def pieces(text: str, longest: int = CUE_CHARACTERS) -> list[str]:
    """The words in parts of that many characters at most, broken where they break best."""
    words = " ".join(text.split())
    if len(words) <= longest:
        return [words] if words else []
    place = _break_in(words, 0.5)
    if place is None:
        return [words]
    return [*pieces(words[: place[0]], longest), *pieces(words[place[1] :], longest)]


def _break_in(words: str, share: float, longest: int | None = None) -> tuple[int, int] | None:
    """Where the first part ends and the second begins, near that share of the text."""
    wanted = len(words) * share

    def fits(first: int, second: int) -> bool:
        return longest is None or max(first, len(words) - second) <= longest

    def distance(place: tuple[int, int]) -> float:
        return abs(place[0] - wanted)

    for kind, uneven in zip(_BREAKS, _UNEVEN, strict=True):
        places = [match.span() for match in kind.finditer(words) if match.start() > 0]
        places = [place for place in places if place[1] < len(words) and fits(*place)]
        if places:
            best = min(places, key=distance)
            if distance(best) <= uneven * len(words) or kind is _BREAKS[-1]:
                return best
    return None


def _is_long(cue: Cue) -> bool:
    lines = [
        line for part in cue.text.splitlines() for line in textwrap.wrap(part, LINE_CHARACTERS)
    ]
    return len(lines) > LINES or cue.end - cue.start > LONGEST_SECONDS + 0.1


def _weight(text: str) -> int:
    return max(1, sum(not character.isspace() for character in text))


def _tidy(seconds: float) -> float:
    return round(seconds, 3)


def speaking_weight(text: str) -> int:
    """How long the words take to say, in characters: the name of who speaks is not said."""
    return _weight(re.sub(r"^[^:\n]{1,30}:\s+", "", text))
