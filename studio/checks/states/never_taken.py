"""Can every choice be made, and every conditional way on be taken, by somebody?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.explore import notation
from studio.checks.states.blocked import why_never_taken
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind

NEVER_ENABLED = FindingKind(
    code="SC017",
    name="choice-never-possible",
    severity="warning",
    message={
        "pl": "Wybór „{choice}” w scenie „{scene}” nigdy nie jest możliwy: {blocked}.",
        "en": "The choice “{choice}” in the scene “{scene}” is never possible: {blocked}.",
    },
    remedy={
        "pl": "Złagodź jego warunek albo dodaj wcześniej skutek, który go spełni.",
        "en": "Loosen its condition, or add an effect before it that meets it.",
    },
)
NEVER_TRUE = FindingKind(
    code="ST006",
    name="condition-never-true",
    severity="warning",
    message={
        "pl": "Warunek w scenie „{scene}” nigdy nie jest spełniony: {blocked}.",
        "en": "A condition in the scene “{scene}” is never true: {blocked}.",
    },
    remedy={
        "pl": "Popraw warunek albo usuń drogę, której strzeże.",
        "en": "Correct the condition, or remove the way that it guards.",
    },
)
ALWAYS_TRUE = FindingKind(
    code="ST007",
    name="condition-always-true",
    severity="notice",
    message={
        "pl": "Warunek w scenie „{scene}” jest zawsze spełniony: {condition}.",
        "en": "A condition in the scene “{scene}” is always true: {condition}.",
    },
    remedy={
        "pl": "Usuń warunek, jeśli tak ma być, albo popraw go.",
        "en": "Remove the condition if that is meant, or correct it.",
    },
)
SHADOWED = FindingKind(
    code="ST008",
    name="branch-never-asked",
    severity="warning",
    message={
        "pl": "Wcześniejsze warunki w scenie „{scene}” obejmują każdy przypadek; ten warunek "
        "nigdy nie jest sprawdzany: {condition}.",
        "en": "Earlier conditions in the scene “{scene}” cover every case; this one is never "
        "asked: {condition}.",
    },
    remedy={
        "pl": "Przesuń tę drogę wyżej, zawęź wcześniejsze warunki albo ją usuń.",
        "en": "Move this way further up, narrow the earlier conditions, or remove it.",
    },
)
KINDS = (NEVER_ENABLED, NEVER_TRUE, ALWAYS_TRUE, SHADOWED)


def check(context: Context) -> Iterator[Finding]:
    """Choices never possible, conditions never or always true, ways on never asked."""
    exploration = context.exploration
    places = {scene.id: place for scene, place in context.scenes}
    for way in exploration.machine.all_ways:
        if way.position is None:
            continue
        scene = exploration.machine.scenes[way.scene]
        if not exploration.happens(scene.id):
            continue
        place = places[scene.id]
        if way.choice is not None:
            place = below(place, f".then.choices[{way.position}]")
            place = replace(place, choice=way.choice.id)
        else:
            place = below(place, f".then.branches[{way.position}]")
        condition = below(place, ".condition")
        held = exploration.held(way)
        if exploration.taken(way) is False:
            proof = context.way_to(scene.id) or ()
            if way.choice is not None:
                blocked = why_never_taken(exploration, way)
                yield NEVER_ENABLED.at(
                    place, proof, scene=scene.id, choice=way.choice.id, blocked=blocked
                )
            elif way.guard is not None and held == 0:
                yield SHADOWED.at(condition, scene=scene.id, condition=notation(way.guard))
            else:
                blocked = why_never_taken(exploration, way)
                yield NEVER_TRUE.at(condition, proof, scene=scene.id, blocked=blocked)
        elif way.guard is not None and held == 2:
            yield ALWAYS_TRUE.at(condition, scene=scene.id, condition=notation(way.guard))
