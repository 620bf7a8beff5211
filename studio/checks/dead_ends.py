"""Where does the film stop without an ending?"""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind, ProofStep
from studio.story.model import Decision, Next, Scene, targets

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


def stops(scene: Scene) -> bool:
    """Whether nothing can follow the scene, not even an answer that stays in it."""
    match scene.then:
        case None | Decision(choices=()) | Next(target=None, branches=()):
            return True
        case _:
            return False


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


def closed_loops(context: Context) -> tuple[tuple[str, ...], ...]:
    """Groups of scenes that lead only to one another, each in the author's order.

    A decision whose every answer stays in it is such a group of one. Groups with a target that
    does not exist are left out: that is another finding, and mending it may open the loop.
    """
    scene_by_id = context.story.scene_by_id
    order = {scene.id: index for index, (scene, _) in enumerate(context.scenes)}
    loops: list[tuple[str, ...]] = []
    for group in nx.attracting_components(context.graph):
        scenes = [scene_by_id[each] for each in group]
        lost = any(to not in scene_by_id for scene in scenes for to in targets(scene))
        if not lost and not group & context.can_end and not any(map(stops, scenes)):
            loops.append(tuple(sorted(group, key=order.__getitem__)))
    return tuple(sorted(loops, key=lambda loop: order[loop[0]]))


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
    for loop in closed_loops(context):
        way = context.way_to(loop[0]) or ()
        yield LOOP.at(places[loop[0]], way, scenes=", ".join(loop))
