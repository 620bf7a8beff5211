"""Can the captions be read in the time that they stand?

The limits are those of Netflix's Timed Text Style Guide (general requirements, English template
and Polish guide): 17 characters a second for adults, 5/6 of a second to 7 seconds a caption, two
lines of 42 characters. BBC's subtitle guidelines (160 to 180 words a minute) come to much the
same.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.footage.lengths import footage_in, played_seconds
from studio.checks.walk import below
from studio.story.clip_facts import Cue
from studio.story.finding import Finding, FindingKind
from studio.story.model import Clip

TOO_FAST = FindingKind(
    code="TX004",
    name="captions-too-fast",
    severity="warning",
    message={
        "pl": "Napisy są za szybkie ({count}), np. {time} s: „{text}”.",
        "en": "Captions go too fast ({count}), such as at {time} s: “{text}”.",
    },
    remedy={
        "pl": "Zostaw je dłużej albo skróć: da się przeczytać 17 znaków na sekundę, a napis musi "
        "stać co najmniej 5/6 sekundy.",
        "en": "Leave them longer or shorten them: 17 characters a second can be read, and a "
        "caption must stand for 5/6 of a second at least.",
    },
)
TOO_LONG = FindingKind(
    code="TX005",
    name="captions-too-long",
    severity="warning",
    message={
        "pl": "Napisy są za długie ({count}), np. {time} s: „{text}”.",
        "en": "Captions are too long ({count}), such as at {time} s: “{text}”.",
    },
    remedy={
        "pl": "Podziel je: najwyżej dwa wiersze po 42 znaki i najwyżej 7 sekund.",
        "en": "Split them: two lines of 42 characters and 7 seconds at most.",
    },
)
OVERLAP = FindingKind(
    code="TX006",
    name="captions-overlap",
    severity="warning",
    message={
        "pl": "Napisy nachodzą na siebie ({count}), np. {time} s: „{text}”.",
        "en": "Captions overlap ({count}), such as at {time} s: “{text}”.",
    },
    remedy={
        "pl": "Zakończ każdy napis, zanim zacznie się następny.",
        "en": "Let each caption end before the next one begins.",
    },
)
OUTSIDE = FindingKind(
    code="TX007",
    name="captions-outside-the-clip",
    severity="warning",
    message={
        "pl": "Napisy wykraczają poza ujęcie ({count}), np. {time} s: „{text}”.",
        "en": "Captions run beyond the clip ({count}), such as at {time} s: “{text}”.",
    },
    remedy={
        "pl": "Popraw ich czasy: liczą się od początku przyciętego ujęcia.",
        "en": "Correct their times: they count from the beginning of the trimmed clip.",
    },
)
KINDS = (TOO_FAST, TOO_LONG, OVERLAP, OUTSIDE)

CHARACTERS_PER_SECOND = 17.0
SHORTEST_SECONDS = 5 / 6
LONGEST_SECONDS = 7.0
LINES = 2
LINE_CHARACTERS = 42
_SLACK = 0.1
"""Seconds by which times may be off: frames and milliseconds are rounded differently."""
_SHOWN = 50


def check(context: Context) -> Iterator[Finding]:
    """Each caption file once for each thing that is wrong with it, with the first place."""
    for clip, node in context.each(Clip):
        for language, file in clip.captions.items():
            cues = sorted((context.cues or {}).get(file, ()))
            place = replace(
                below(node.place, f".captions.{language}"), file=file, language=language
            )
            seconds = played_seconds(footage_in(clip, language), context.clips)
            for kind, wrong in (
                (TOO_FAST, _which(cues, is_too_fast)),
                (TOO_LONG, _which(cues, is_too_long)),
                (OVERLAP, [after for before, after in pairwise(cues) if overlap(before, after)]),
                (OUTSIDE, _which(cues, lambda cue, end=seconds: _outside(cue, end))),
            ):
                if wrong:
                    start, _, text = wrong[0]
                    yield kind.at(place, count=len(wrong), time=f"{start:.1f}", text=_excerpt(text))


def is_too_fast(cue: Cue) -> bool:
    """Whether there is too little time to read the caption."""
    start, end, text = cue
    characters = len(" ".join(text.split()))
    needed = max(SHORTEST_SECONDS, characters / CHARACTERS_PER_SECOND)
    return end - start < needed - _SLACK


def is_too_long(cue: Cue) -> bool:
    """Whether the caption stands too long or fills more than two lines."""
    start, end, text = cue
    lines = [line for part in text.splitlines() for line in textwrap.wrap(part, LINE_CHARACTERS)]
    return end - start > LONGEST_SECONDS + _SLACK or len(lines) > LINES


def overlap(before: Cue, after: Cue) -> bool:
    """Whether the second caption begins while the first one stands."""
    return after[0] < before[1] - _SLACK / 10


def _outside(cue: Cue, seconds: float | None) -> bool:
    return seconds is not None and (cue[1] > seconds + _SLACK or cue[0] < 0)


def _which(cues: Sequence[Cue], wrong: Callable[[Cue], bool]) -> list[Cue]:
    return [cue for cue in cues if wrong(cue)]


def _excerpt(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"
