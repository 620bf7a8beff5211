"""Does every ending say what it means?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Ending

NO_DEBRIEF = FindingKind(
    code="PE003",
    name="ending-without-debrief",
    severity="warning",
    message={
        "pl": "Zakończenie „{scene}” nie ma omówienia.",
        "en": "The ending “{scene}” has no debrief.",
    },
    remedy={
        "pl": "Napisz, do czego doprowadziły wybory i co warto z tego zapamiętać.",
        "en": "Write what the choices led to and what is worth remembering.",
    },
)
KINDS = (NO_DEBRIEF,)


def check(context: Context) -> Iterator[Finding]:
    """Endings have a debrief in at least one language (the others are asked of elsewhere)."""
    for scene, place in context.scenes:
        then = scene.then
        if isinstance(then, Ending) and not any(text.strip() for text in then.debrief.values()):
            yield NO_DEBRIEF.at(below(place, ".then.debrief"), scene=scene.id)
