"""Is every scene that ways lead to really entered by somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.states.blocked import why_never_entered
from studio.story.finding import Finding, FindingKind
from studio.story.model import Ending

NEVER_ENTERED = FindingKind(
    code="SC015",
    name="scene-never-entered",
    severity="warning",
    message={
        "pl": "Do sceny „{scene}” prowadzą drogi, ale żadna nigdy się nie otwiera ({blocked}).",
        "en": "Ways lead to the scene “{scene}”, but none of them ever opens ({blocked}).",
    },
    remedy={
        "pl": "Złagodź warunek na drodze do niej albo dodaj skutek, który go spełni.",
        "en": "Loosen a condition on the way to it, or add an effect that meets it.",
    },
)
ENDING_NEVER = FindingKind(
    code="SC016",
    name="ending-never-happens",
    severity="warning",
    message={
        "pl": "Zakończenie „{scene}” nigdy nie nastąpi, choć prowadzą do niego drogi ({blocked}).",
        "en": "The ending “{scene}” never happens, although ways lead to it ({blocked}).",
    },
    remedy={
        "pl": "Złagodź warunek na drodze do niego albo dodaj skutek, który go spełni.",
        "en": "Loosen a condition on the way to it, or add an effect that meets it.",
    },
)
KINDS = (NEVER_ENTERED, ENDING_NEVER)


def check(context: Context) -> Iterator[Finding]:
    """Scenes that the bare graph reaches and no playthrough does."""
    exploration = context.exploration
    for scene, place in context.scenes:
        number = exploration.number.get(scene.id)
        if number is not None and exploration.happens(scene.id) is False:
            kind = ENDING_NEVER if isinstance(scene.then, Ending) else NEVER_ENTERED
            blocked = why_never_entered(exploration, number)
            yield kind.at(place, scene=scene.id, blocked=blocked)
