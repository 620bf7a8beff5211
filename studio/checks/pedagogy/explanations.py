"""Does the trainee learn why a wrong choice was wrong?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Choice, Feedback

UNEXPLAINED = FindingKind(
    code="PE001",
    name="wrong-choice-unexplained",
    severity="warning",
    message={
        "pl": "Wybór „{choice}” jest oznaczony jako błędny, a nic nie mówi dlaczego.",
        "en": "The choice “{choice}” is marked wrong, and nothing says why.",
    },
    remedy={
        "pl": "Dodaj informację zwrotną: co z tego wynika i dlaczego inny wybór był lepszy.",
        "en": "Add feedback: what comes of it, and why another choice was better.",
    },
)
ONLY_WRONG = FindingKind(
    code="PE009",
    name="feedback-says-only-wrong",
    severity="warning",
    message={
        "pl": "Informacja zwrotna „{text}” mówi tylko, że wybór jest błędny.",
        "en": "The feedback “{text}” says only that the choice is wrong.",
    },
    remedy={
        "pl": "Opisz skutek wyboru i powód: z samego „źle” nikt się niczego nie uczy.",
        "en": "Describe what the choice leads to and why: from “wrong” alone nobody learns.",
    },
)
KINDS = (UNEXPLAINED, ONLY_WRONG)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Feedback made of such words alone tells nothing but the verdict. First the words that carry
# the verdict, then those that only surround them.
_VERDICTS: Mapping[str, frozenset[str]] = {
    "pl": _words(
        "źle błąd błędna błędny błędne błędnie niepoprawna niepoprawny niepoprawne niepoprawnie "
        "nieprawidłowa nieprawidłowy nieprawidłowe nieprawidłowo niewłaściwa niewłaściwy "
        "niewłaściwe niewłaściwie nieprawda zła zły złe pomyłka pudło nie niestety spróbuj"
    ),
    "en": _words(
        "wrong incorrect incorrectly mistake mistaken error bad no not nope isn't wasn't sorry "
        "unfortunately false try"
    ),
}
_AROUND: Mapping[str, frozenset[str]] = {
    "pl": _words(
        "to jest była był było odpowiedź odpowiedzi wybór wyboru decyzja decyzji dobra dobry "
        "dobre dobrze poprawna poprawny poprawnie prawidłowa prawidłowy właściwa właściwy jeszcze "
        "raz ponownie znowu tym razem masz racji ta ten twoja twój a się mylisz"
    ),
    "en": _words(
        "that that's this it it's is was the a an your you you're are were answer choice decision "
        "option one right correct good again once more better luck next time oops"
    ),
}


def check(context: Context) -> Iterator[Finding]:
    """Choices marked wrong have feedback, and feedback that says more than the verdict."""
    for choice, node in context.each(Choice):
        if choice.verdict != "wrong":
            continue
        if not _says_something(choice.feedback):
            yield UNEXPLAINED.at(below(node.place, ".feedback"), choice=choice.id)
            continue
        assert choice.feedback is not None
        for language, words in choice.feedback.text.items():
            explained = choice.feedback.why.get(language, "").strip()
            if not explained and only_a_verdict(words, language):
                place = below(node.place, f".feedback.text.{language}")
                yield ONLY_WRONG.at(replace(place, language=language), text=words.strip())


def only_a_verdict(text: str, language: str) -> bool:
    """Whether the text says nothing but that something is wrong. Unknown languages: no."""
    main = language.partition("-")[0]
    words = set(re.findall(r"[\w'’]+", text.lower().replace("’", "'")))
    verdicts = _VERDICTS.get(main, frozenset[str]())
    return bool(words & verdicts) and words <= verdicts | _AROUND.get(main, frozenset[str]())


def _says_something(feedback: Feedback | None) -> bool:
    if feedback is None:
        return False
    texts = (*feedback.text.values(), *feedback.why.values())
    shown = feedback.clip is not None or feedback.image is not None
    return shown or any(text.strip() for text in texts)
