"""Can the right answer be guessed from where it stands or how long it is?

Haladyna, Downing and Rodriguez, "A review of multiple-choice item-writing guidelines" (Applied
Measurement in Education 15, 2002), guidelines 20 and 24: vary the place of the right answer,
and keep the answers about equally long.
"""

from __future__ import annotations

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
        "pl": "We wszystkich decyzjach ({count}) właściwa odpowiedź stoi na miejscu {position} "
        "z n.",
        "en": "In all decisions ({count}) the right answer stands in place {position} of n.",
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
        "pl": "We wszystkich decyzjach ({count}) właściwa odpowiedź jest najdłuższa "
        "(język „{language}”).",
        "en": "In all decisions ({count}) the right answer is the longest one (in “{language}”).",
    },
    remedy={
        "pl": "Skróć właściwe odpowiedzi albo dopisz pozostałym tyle samo szczegółów ({scenes}).",
        "en": "Shorten the right answers, or give the others as much detail ({scenes}).",
    },
)
KINDS = (SAME_PLACE, LONGEST)

FEWEST = 3
"""With fewer decisions the pattern may well be chance, and a trainee cannot learn it."""
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
    if len(asked) < FEWEST:
        return
    for language in context.story.languages:
        if all(_is_longest(each, language) for each in asked):
            yield LONGEST.at(
                Place(path="$.scenes", language=language),
                count=len(asked),
                language=language,
                scenes=_names(asked),
            )


def _places(asked: Sequence[Question]) -> Iterator[Finding]:
    if len(asked) < FEWEST:
        return
    from_start = {each.right for each in asked}
    from_end = {len(each.choices) - each.right for each in asked}
    if len(from_start) == 1:
        position = str(from_start.pop() + 1)
    elif from_end == {1}:
        position = "n"
    else:
        return
    yield SAME_PLACE.at(
        Place(path="$.scenes"), count=len(asked), position=position, scenes=_names(asked)
    )


def _shuffled(question: Question) -> bool:
    return isinstance(question.scene.then, Decision) and question.scene.then.shuffle


def _is_longest(question: Question, language: str) -> bool:
    lengths = [len(choice.text.get(language, "")) for choice in question.choices]
    right = lengths.pop(question.right)
    return right > max(lengths)


def _names(asked: Sequence[Question]) -> str:
    names = [each.scene.id for each in asked]
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")
