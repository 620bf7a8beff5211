"""Where does the film stop without an ending?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context, stops
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind, ProofStep
from studio.story.model import Decision, Next, Scene

DEAD_END = FindingKind(
    code="SC006",
    name="dead-end",
    severity="error",
    message={
        "pl": "Film zatrzymuje się w scenie „{scene}”: nie ma ona dalszego ciągu.",
        "en": "The film stops in the scene “{scene}”: nothing follows it.",
    },
    remedy={
        "pl": "Dodaj decyzję z wyborami, wskaż następną scenę albo zrób z niej zakończenie.",
        "en": "Add a decision with choices, name the next scene, or make it an ending.",
    },
)
LOOP = FindingKind(
    code="SC007",
    name="loop-without-exit",
    severity="error",
    message={
        "pl": "Z pętli nie ma wyjścia: {scenes}.",
        "en": "There is no way out of the loop: {scenes}.",
    },
    remedy={
        "pl": "Dodaj w jednej z tych scen drogę poza pętlę, ku zakończeniu.",
        "en": "In one of these scenes add a way out of the loop, towards an ending.",
    },
)
NO_FALLBACK = FindingKind(
    code="SC008",
    name="no-way-when-no-condition-holds",
    severity="warning",
    message={
        "pl": "Gdy żaden warunek nie jest spełniony, film zatrzyma się w scenie „{scene}”.",
        "en": "When no condition holds, the film stops in the scene “{scene}”.",
    },
    remedy={
        "pl": "Wskaż scenę, do której film przejdzie w pozostałych przypadkach.",
        "en": "Name the scene that the film goes to in all other cases.",
    },
)
KINDS = (DEAD_END, LOOP, NO_FALLBACK)


def may_stop(context: Context, scene: Scene) -> bool:
    """Whether the conditions of a way on may leave a case out, and nobody can tell.

    Where every state was looked at, getting stuck is proven (SC018) or excluded.
    """
    if not isinstance(scene.then, Next) or scene.then.target is not None:
        return False
    exploration = context.exploration
    if exploration.exact or scene.id not in exploration.number:
        return False
    last = exploration.machine.ways[exploration.number[scene.id]][-1]
    return exploration.taken(last) is None


def check(context: Context) -> Iterator[Finding]:
    """Scenes that nothing follows, loops without exit, ways on that may be missing."""
    places = {scene.id: place for scene, place in context.scenes}
    for scene, place in context.scenes:
        if stops(scene):
            last = "open" if isinstance(scene.then, Decision) else "finish"
            way = context.way_to(scene.id)
            proof = () if way is None else (*way, ProofStep(last))
            yield DEAD_END.at(below(place, ".then"), proof, scene=scene.id)
        elif may_stop(context, scene):
            yield NO_FALLBACK.at(below(place, ".then"), scene=scene.id)
    for loop in context.closed_loops:
        way = context.way_to(loop[0]) or ()
        yield LOOP.at(places[loop[0]], way, scenes=", ".join(loop))
