"""Can play come to a point where nothing can be done, or from which no ending can be reached?"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from studio.checks.context import Context, stops
from studio.checks.explore import NOWHERE, notation
from studio.checks.explore.order import components
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Decision, Next, Scene

SOFT_LOCK = FindingKind(
    code="SC018",
    name="soft-lock",
    severity="error",
    message={
        "pl": "W scenie „{scene}” film może utknąć: żadna droga nie jest wtedy możliwa "
        "({conditions}).",
        "en": "The film can get stuck in the scene “{scene}”: no way is possible then "
        "({conditions}).",
    },
    remedy={
        "pl": "Dodaj wybór bez warunku albo przejście na pozostałe przypadki.",
        "en": "Add a choice without a condition, or a way on for all other cases.",
    },
)
NO_WAY_OUT = FindingKind(
    code="SC019",
    name="no-way-out",
    severity="error",
    message={
        "pl": "Od tego miejsca nie da się już dojść do zakończenia, film krąży w kółko: {scenes}.",
        "en": "From here on no ending can be reached, the film goes round and round: {scenes}.",
    },
    remedy={
        "pl": "Złagodź warunek drogi, która wychodzi z tych scen, albo dodaj drogę bez warunku.",
        "en": "Loosen the condition of a way that leads out of these scenes, or add one without.",
    },
)
KINDS = (SOFT_LOCK, NO_WAY_OUT)


def check(context: Context) -> Iterator[Finding]:
    """States with no enabled choice, and groups of states that lead only to one another."""
    yield from _soft_locks(context)
    yield from _traps(context)


def _soft_locks(context: Context) -> Iterator[Finding]:
    exploration = context.exploration
    machine = exploration.machine
    if exploration.found.overflow:
        return
    nearest: dict[str, int] = {}
    for state in np.flatnonzero(exploration.stuck).tolist():
        number = exploration.found.scene[state]
        if number == NOWHERE:
            way = machine.all_ways[exploration.found.via[state]]
            scene = machine.scenes[way.scene]
            # A target that does not exist is another finding; here there is none at all.
            if not (isinstance(scene.then, Next) and scene.then.target is None):
                continue
            if way.position is not None:
                continue
        else:
            scene = machine.scenes[number]
        if stops(scene):
            continue
        before = nearest.get(scene.id)
        distance = exploration.found.distance
        if before is None or distance[state] < distance[before]:
            nearest[scene.id] = state
    for scene, place in context.scenes:
        if scene.id in nearest:
            proof = exploration.way_to_state(nearest[scene.id])
            where = below(place, ".then")
            yield SOFT_LOCK.at(where, proof, scene=scene.id, conditions=_conditions(scene))


def _conditions(scene: Scene) -> str:
    match scene.then:
        case Decision(choices=choices):
            offered = [each for each in choices if each.offered]
            named = [
                f"{each.id}: {notation(each.condition)}"
                for each in offered
                if each.condition is not None
            ]
            named += [f"{each.id}: 1×" for each in offered if each.once and each.condition is None]
        case Next(branches=branches):
            named = [f"{each.target}: {notation(each.condition)}" for each in branches]
        case _:
            named = []
    return "; ".join(named) or "∅"


def _traps(context: Context) -> Iterator[Finding]:
    exploration = context.exploration
    graph = exploration.graph
    if graph.size == 0 or exploration.found.overflow:
        return
    count, group = components(graph.size, graph.source, graph.target)
    # A group is closed if none of its states ends, stops, is not looked at, or leads elsewhere.
    open_group = np.zeros(count, dtype=bool)
    leaves = np.zeros(graph.size, dtype=bool)
    leaves[graph.source] = True
    open_group[group[~leaves]] = True
    across = group[graph.source] != group[graph.target]
    open_group[group[graph.source[across]]] = True
    members = np.flatnonzero(~open_group[group])
    told = {scene for loop in context.closed_loops for scene in loop}
    traps: dict[tuple[str, ...], int] = {}
    by_group: dict[int, list[int]] = {}
    for state in members.tolist():
        by_group.setdefault(int(group[state]), []).append(state)
    distance = exploration.found.distance
    scenes = exploration.machine.scenes
    for states in by_group.values():
        inside = tuple(
            scenes[number].id for number in sorted({exploration.found.scene[s] for s in states})
        )
        if told.issuperset(inside):
            continue
        nearest = min(states, key=distance.__getitem__)
        if inside not in traps or distance[nearest] < distance[traps[inside]]:
            traps[inside] = nearest
    places = {scene.id: place for scene, place in context.scenes}
    for inside, state in sorted(traps.items()):
        scene = scenes[exploration.found.scene[state]].id
        proof = exploration.play(exploration.ways_to(state))
        yield NO_WAY_OUT.at(places[scene], proof, scenes=", ".join(inside))
