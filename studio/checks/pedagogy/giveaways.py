"""Can the right answer be guessed from where it stands or how long it is?

Haladyna, Downing and Rodriguez, "A review of multiple-choice item-writing guidelines" (Applied
Measurement in Education 15, 2002), guidelines 20 and 24: vary the place of the right answer,
and keep the answers about equally long.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from msgspec import Struct

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Choice, Decision, Scene

SAME_PLACE = FindingKind(
    code="PE006",
    name="right-answer-always-in-the-same-place",
    severity="warning",
    message={
        "pl": "W {count} z {all} decyzji właściwa odpowiedź stoi na miejscu {position} z n.",
        "en": "In {count} of {all} decisions the right answer stands in place {position} of n.",
    },
    remedy={
        "pl": "Zmień kolejność wyborów w części decyzji ({scenes}) albo włącz w nich tasowanie.",
        "en": "Change the order of the choices in some of them ({scenes}), or shuffle them.",
    },
)
LONGEST = FindingKind(
    code="PE007",
    name="right-answer-always-the-longest",
    severity="warning",
    message={
        "pl": "W {count} z {all} decyzji właściwa odpowiedź jest wyraźnie najdłuższa "
        "(język „{language}”).",
        "en": "In {count} of {all} decisions the right answer is clearly the longest one "
        "(in “{language}”).",
    },
    remedy={
        "pl": "Skróć właściwe odpowiedzi albo dopisz pozostałym tyle samo szczegółów ({scenes}).",
        "en": "Shorten the right answers, or give the others as much detail ({scenes}).",
    },
)
KINDS = (SAME_PLACE, LONGEST)

FEWEST = 3
"""With fewer decisions the pattern may well be chance, and a trainee cannot learn it."""
NEARLY_ALWAYS = 0.9
"""Share of the decisions: an exception in ten does not keep a trainee from relying on a rule."""
CLEARLY_LONGER = 1.1
"""How many times as long as any other: nobody sees a smaller difference, or learns from it."""
_SHOWN = 6


class Question(Struct, frozen=True):
    """A decision with one right answer among several that are read, and where it stands."""

    scene: Scene
    choices: tuple[Choice, ...]
    right: int


def questions(context: Context) -> tuple[Question, ...]:
    """The decisions with exactly one right answer among two or more offered as text."""
    found: list[Question] = []
    for scene, _ in context.scenes:
        if not isinstance(scene.then, Decision):
            continue
        listed = tuple(
            choice for choice in scene.then.choices if choice.offered and choice.region is None
        )
        right = [index for index, choice in enumerate(listed) if choice.verdict == "right"]
        if len(listed) >= 2 and len(right) == 1:
            found.append(Question(scene, listed, right[0]))
    return tuple(found)


def check(context: Context) -> Iterator[Finding]:
    """The right answer is not always first, or last, or at one place; and not always longest."""
    asked = questions(context)
    yield from _places([each for each in asked if not _shuffled(each)])
    for language in context.story.languages:
        long = [each for each in asked if _is_longest(each, language)]
        if _nearly_all(long, asked):
            yield LONGEST.at(
                Place(path="$.scenes", language=language),
                count=len(long),
                all=len(asked),
                language=language,
                scenes=_names(long),
            )


def _places(asked: Sequence[Question]) -> Iterator[Finding]:
    from_start = Counter(each.right for each in asked)
    place = max(from_start, key=from_start.__getitem__, default=0)
    same = {
        str(place + 1): [each for each in asked if each.right == place],
        "n": [each for each in asked if each.right == len(each.choices) - 1],
    }
    for position, found in same.items():
        if _nearly_all(found, asked):
            yield SAME_PLACE.at(
                Place(path="$.scenes"),
                count=len(found),
                all=len(asked),
                position=position,
                scenes=_names(found),
            )
            return


def _nearly_all(some: Sequence[Question], asked: Sequence[Question]) -> bool:
    return len(some) >= max(FEWEST, NEARLY_ALWAYS * len(asked))


def _shuffled(question: Question) -> bool:
    return isinstance(question.scene.then, Decision) and question.scene.then.shuffle


def _is_longest(question: Question, language: str) -> bool:
    lengths = [len(choice.text.get(language, "")) for choice in question.choices]
    right = lengths.pop(question.right)
    return right > 0 and right >= CLEARLY_LONGER * max(lengths)


def _names(asked: Sequence[Question]) -> str:
    names = [each.scene.id for each in asked]
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
