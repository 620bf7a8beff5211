"""Does the story begin somewhere?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place

NO_START = FindingKind(
    code="SC001",
    name="missing-start",
    severity="error",
    message={
        "pl": "Scenariusz nie ma sceny początkowej.",
        "en": "The story has no start scene.",
    },
    remedy={
        "pl": "Wskaż scenę, od której zaczyna się film.",
        "en": "Say which scene the film begins with.",
    },
)
START_NOWHERE = FindingKind(
    code="SC002",
    name="start-nowhere",
    severity="error",
    message={
        "pl": "Scena początkowa „{scene}” nie istnieje.",
        "en": "The start scene “{scene}” does not exist.",
    },
    remedy={
        "pl": "Wskaż jako początek jedną z istniejących scen.",
        "en": "Make one of the existing scenes the start.",
    },
)
KINDS = (NO_START, START_NOWHERE)


def check(context: Context) -> Iterator[Finding]:
    """The start is named and exists."""
    start = context.story.start
    if start is None:
        yield NO_START.at(Place(path="$.start"))
    elif start not in context.story.scene_by_id:
        yield START_NOWHERE.at(Place(path="$.start"), scene=start)
