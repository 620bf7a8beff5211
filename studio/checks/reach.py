"""Can every scene be reached, and can the film end from it?

Both are asked of the bare graph: what is unreachable here is unreachable whatever conditions
say.
"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context, stops
from studio.story.finding import Finding, FindingKind

UNREACHABLE = FindingKind(
    code="SC004",
    name="unreachable-scene",
    severity="warning",
    message={
        "pl": "Do sceny „{scene}” nie prowadzi żadna droga od początku.",
        "en": "No way leads from the start to the scene “{scene}”.",
    },
    remedy={
        "pl": "Poprowadź do niej wybór albo przejście z innej sceny lub usuń scenę.",
        "en": "Lead a choice or a way on from another scene to it, or remove the scene.",
    },
)
NO_ENDING = FindingKind(
    code="SC005",
    name="no-way-to-an-ending",
    severity="warning",
    message={
        "pl": "Ze sceny „{scene}” nie da się dojść do żadnego zakończenia.",
        "en": "No ending can be reached from the scene “{scene}”.",
    },
    remedy={
        "pl": "Napraw ślepe zaułki, do których prowadzi, albo dodaj drogę do zakończenia.",
        "en": "Mend the dead ends that it leads to, or add a way to an ending.",
    },
)
KINDS = (UNREACHABLE, NO_ENDING)


def check(context: Context) -> Iterator[Finding]:
    """Scenes beyond reach, and scenes beyond hope that are not themselves the cause of it."""
    causes = {scene for loop in context.closed_loops for scene in loop}
    for scene, place in context.scenes:
        if context.reachable and scene.id not in context.reachable:
            yield UNREACHABLE.at(place, scene=scene.id)
        if scene.id not in context.can_end and scene.id not in causes and not stops(scene):
            # The dead end or loop further on carries the proof.
            yield NO_ENDING.at(place, scene=scene.id)
