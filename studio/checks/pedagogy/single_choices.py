"""Is there anything to decide?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Decision

ONE_CHOICE = FindingKind(
    code="PE008",
    name="decision-with-one-choice",
    severity="warning",
    message={
        "pl": "W decyzji w scenie „{scene}” jest tylko jeden wybór, więc niczego się tu nie "
        "rozstrzyga.",
        "en": "The decision in the scene “{scene}” has only one choice, so nothing is decided.",
    },
    remedy={
        "pl": "Dodaj drugi wybór, za którym ktoś mógłby się opowiedzieć, albo przejdź od razu do "
        "następnej sceny.",
        "en": "Add a second choice that somebody might take, or go straight to the next scene.",
    },
)
KINDS = (ONE_CHOICE,)


def check(context: Context) -> Iterator[Finding]:
    """Decisions have two answers at least, silence included; to find one hotspot is a task."""
    for scene, place in context.scenes:
        choices = scene.then.choices if isinstance(scene.then, Decision) else ()
        if len(choices) == 1 and choices[0].region is None:
            yield ONE_CHOICE.at(below(place, ".then.choices"), scene=scene.id)
