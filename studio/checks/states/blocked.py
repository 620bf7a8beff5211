"""Why a way is never taken, as a formula that reads alike in every language."""

from __future__ import annotations

from itertools import islice

from studio.checks.explore import Exploration, Way, notation
from studio.checks.explore.facts import asked, atoms
from studio.story.model import AllOf, Condition
from studio.story.rules import holds

_STATES_LOOKED_AT = 2_000
_WAYS_NAMED = 4
NEVER = "∅"


def why_never_taken(exploration: Exploration, way: Way) -> str:
    """The parts of the way's condition that never hold where it is asked, else all of it."""
    if way.guard is None:
        return NEVER
    parts = way.guard.conditions if isinstance(way.guard, AllOf) else (way.guard,)
    scene = exploration.machine.scenes[way.scene].id
    never = [part for part in parts if not _ever(exploration, scene, part)]
    return " ∧ ".join(notation(part) for part in never) if never else notation(way.guard)


def why_never_entered(exploration: Exploration, scene: int) -> str:
    """For each way to the scene what blocks it; ∅ marks a scene that is never entered itself."""
    machine = exploration.machine
    found: list[str] = []
    ways = exploration.ways_into.get(scene, [])
    for way in ways[:_WAYS_NAMED]:
        before = machine.scenes[way.scene].id
        name = before if way.choice is None else f"{before} → {way.choice.id}"
        if exploration.happens(before):
            found.append(f"{name}: {why_never_taken(exploration, way)}")
        else:
            found.append(f"{name}: {NEVER}")
    more = ["…"] if len(ways) > _WAYS_NAMED else []
    return "; ".join([*found, *more])


def _ever(exploration: Exploration, scene: str, condition: Condition) -> bool:
    facts = {asked(atom)[0] for atom in atoms(condition)}
    if not exploration.exact:
        return False
    states = islice(exploration.states_in(scene), _STATES_LOOKED_AT)
    return any(holds(condition, exploration.facts(state, facts)) for state in states)
