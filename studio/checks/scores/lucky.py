"""Does a trainee pass who knows nothing: at random, always the same place, the longest answer?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.numbers.chain import Habit
from studio.checks.numbers.scoring import marks_of
from studio.story.finding import Finding, FindingKind, Place

OFTEN = 0.5
"""A trainee who knows nothing should not pass more often than not."""

BY_CHANCE = FindingKind(
    code="SR003",
    name="passes-by-chance",
    severity="warning",
    message={
        "pl": "Kto klika na chybił trafił, zalicza z prawdopodobieństwem {percent}%.",
        "en": "Whoever clicks at random passes with a probability of {percent}%.",
    },
    remedy={
        "pl": "Podnieś próg, odejmij punkty za błędne wybory albo dodaj wiarygodne błędne "
        "odpowiedzi.",
        "en": "Raise the mark, take points away for wrong choices, or add plausible wrong answers.",
    },
)
FIRST_PASSES = FindingKind(
    code="SR004",
    name="first-answer-always-passes",
    severity="warning",
    message={
        "pl": "Kto zawsze wybiera pierwszą odpowiedź, zalicza z prawdopodobieństwem {percent}%.",
        "en": "Whoever always takes the first answer passes with a probability of {percent}%.",
    },
    remedy={
        "pl": "Zmień kolejność wyborów w części decyzji albo włącz w nich tasowanie.",
        "en": "Change the order of the choices in some decisions, or shuffle them.",
    },
)
LAST_PASSES = FindingKind(
    code="SR005",
    name="last-answer-always-passes",
    severity="warning",
    message={
        "pl": "Kto zawsze wybiera ostatnią odpowiedź, zalicza z prawdopodobieństwem {percent}%.",
        "en": "Whoever always takes the last answer passes with a probability of {percent}%.",
    },
    remedy={
        "pl": "Zmień kolejność wyborów w części decyzji albo włącz w nich tasowanie.",
        "en": "Change the order of the choices in some decisions, or shuffle them.",
    },
)
LONGEST_PASSES = FindingKind(
    code="SR008",
    name="longest-answer-always-passes",
    severity="warning",
    message={
        "pl": "Kto zawsze wybiera najdłuższą odpowiedź (język „{language}”), zalicza "
        "z prawdopodobieństwem {percent}%.",
        "en": "Whoever always takes the longest answer (in “{language}”) passes with a "
        "probability of {percent}%.",
    },
    remedy={
        "pl": "Skróć część właściwych odpowiedzi albo dopisz pozostałym tyle samo szczegółów.",
        "en": "Shorten some of the right answers, or give the others as much detail.",
    },
)
KINDS = (BY_CHANCE, FIRST_PASSES, LAST_PASSES)
WORDED_KINDS = (LONGEST_PASSES,)
"""Kinds that depend on the texts of the answers."""

_HABITS: tuple[tuple[Habit, FindingKind], ...] = (
    ("random", BY_CHANCE),
    ("first", FIRST_PASSES),
    ("last", LAST_PASSES),
)


def check(context: Context) -> Iterator[Finding]:
    """Habits that need no knowledge do not pass more often than not.

    Where everybody passes another finding says so; where there were too many states, none does.
    """
    if not context.exploration.exact or not marks_of(context.story):
        return
    scoring = context.scoring
    if not any(mark.failable for mark in scoring.marks):
        return
    for habit, kind in _HABITS:
        chance = scoring.passes.get(habit, 0.0)
        if chance >= OFTEN:
            yield kind.at(Place(path="$.settings.pass_mark"), percent=f"{100 * chance:.0f}")


def check_lengths(context: Context) -> Iterator[Finding]:
    """Nor does the habit of taking the longest answer, in any language of the story."""
    if not context.exploration.exact or not marks_of(context.story):
        return
    if not any(mark.failable for mark in context.scoring.marks):
        return
    for language in context.story.languages:
        chance = context.states.passes_by_the_longest(context.story, language)
        if chance is not None and chance >= OFTEN:
            place = Place(path="$.settings.pass_mark", language=language)
            yield LONGEST_PASSES.at(place, percent=f"{100 * chance:.0f}", language=language)
