"""What the exploration of a story tells: what happens, what never does, and what is not known."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cached_property

import numpy as np
from msgspec import Struct

from studio.checks.explore.facts import Fact
from studio.checks.explore.layout import Layout, layout_of
from studio.checks.explore.machine import FINISH, NOWHERE, OPEN, Machine, Way, machine_of
from studio.checks.explore.order import Numbers, backward_from, grouped
from studio.checks.explore.sampling import Sample, sample
from studio.checks.explore.search import Search, facts_of, search
from studio.story.finding import ProofStep
from studio.story.model import Condition, Decision, Ending, Story, Value
from studio.story.rules import Facts

_NO_STATES = np.zeros(0, dtype=np.int64)
STATE_LIMIT = 400_000
"""States looked at, at most, before the answer is given in part (about a second of work)."""


class Graph(Struct, frozen=True):
    """The states and what leads from one to the next, as arrays.

    Edge ``k`` leads from ``source[k]`` to ``target[k]`` by way ``way[k]``; edges of one state
    stand together, in the author's order. ``scene`` is ``NOWHERE`` for a way to no scene.
    """

    scene: Numbers
    source: Numbers
    target: Numbers
    way: Numbers

    @property
    def size(self) -> int:
        """How many states there are."""
        return len(self.scene)


class Exploration(Struct, frozen=True, dict=True):
    """Every state of the story that can occur (``exact``), or the nearest ones.

    If the states were too many, ``outer`` is a search that leaves some facts open, takes both
    ways where a condition hangs on them, and hence meets at least all that can happen: what it
    does not meet never happens. ``sample`` holds what random playthroughs came across.
    """

    machine: Machine
    layout: Layout
    found: Search
    outer: Search | None = None
    sample: Sample | None = None

    @property
    def exact(self) -> bool:
        """Whether every state was looked at, so that each answer is yes or no."""
        return self.found.complete and not self.layout.unfollowed

    @property
    def states(self) -> int:
        """How many states were looked at."""
        return len(self.found.expanded)

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each scene that the bare graph reaches."""
        return {scene.id: number for number, scene in enumerate(self.machine.scenes)}

    @cached_property
    def ways_into(self) -> dict[int, list[Way]]:
        """The ways that enter each scene from another, by its number."""
        found: dict[int, list[Way]] = {}
        for way in self.machine.all_ways:
            if way.enters and way.scene != way.target:
                found.setdefault(way.target, []).append(way)
        return found

    @cached_property
    def graph(self) -> Graph:
        """The states and edges. Without exactness the states at the rim have no edges yet."""
        found = self.found
        counts = np.diff(np.array([0, *found.ends], dtype=np.int64))
        return Graph(
            scene=np.array(found.scene, dtype=np.int32),
            source=np.repeat(np.array(found.expanded, dtype=np.int32), counts),
            target=np.array(found.edge_target, dtype=np.int32),
            way=np.array(found.edge_way, dtype=np.int32),
        )

    @cached_property
    def _first_state(self) -> dict[int, int]:
        """The nearest state of each scene."""
        scenes = self.graph.scene
        if self.found.complete:
            nearest = np.array(self.found.expanded, dtype=np.int32)
        else:
            nearest = np.argsort(np.array(self.found.distance), kind="stable")
        entered, first = np.unique(scenes[nearest], return_index=True)
        return dict(zip(entered.tolist(), nearest[first].tolist(), strict=True))

    @cached_property
    def _first_edge(self) -> dict[int, int]:
        """The edge from the nearest state in which each way can be taken."""
        ways, first = np.unique(self.graph.way, return_index=True)
        return dict(zip(ways.tolist(), first.tolist(), strict=True))

    def happens(self, scene: str) -> bool | None:
        """Whether the scene can be entered; None if that is not known."""
        number = self.number.get(scene)
        if number is None:
            return False
        if number in self._first_state or (self.sample and scene in self.sample.scenes):
            return True
        if self.exact or (self.outer is not None and number not in self._outer_scenes):
            return False
        return None

    def taken(self, way: Way) -> bool | None:
        """Whether the way can be taken; None if that is not known."""
        if way.number in self._first_edge or (self.sample and self.sample.took(way)):
            return True
        if self.exact or (self.outer is not None and way.number not in self._outer_ways):
            return False
        return None

    def held(self, way: Way) -> int | None:
        """What the way's condition answers: bit 0 false, bit 1 true; None if not known.

        Every answer counted is proven; without exactness 1 and 2 are known only from outside.
        """
        if self.exact:
            return self.found.held.get(way.number, 0)
        inside = self.found.held.get(way.number, 0) if not self.layout.unfollowed else 0
        if inside == 3 or self.outer is None:
            return 3 if inside == 3 else None
        outside = self.outer.held.get(way.number, 0)
        return outside if outside != 3 else None

    @cached_property
    def _outer_scenes(self) -> frozenset[int]:
        return frozenset(self.outer.scene if self.outer is not None else ())

    @cached_property
    def _outer_ways(self) -> frozenset[int]:
        return frozenset(self.outer.edge_way if self.outer is not None else ())

    # --- states -----------------------------------------------------------------------------

    @cached_property
    def looked_at(self) -> Numbers:
        """Whether each state's edges are known (all are, if exact)."""
        known = np.zeros(self.graph.size, dtype=bool)
        known[np.array(self.found.expanded, dtype=np.int64)] = True
        return known

    @cached_property
    def ended(self) -> Numbers:
        """Whether each state is at an ending."""
        endings = [isinstance(scene.then, Ending) for scene in self.machine.scenes]
        return np.array([*endings, False])[self.graph.scene]

    @cached_property
    def stuck(self) -> Numbers:
        """Whether the film stops in each state without an ending."""
        leaves = np.zeros(self.graph.size, dtype=bool)
        leaves[self.graph.source] = True
        return self.looked_at & ~leaves & ~self.ended

    @cached_property
    def endings(self) -> dict[int, Numbers]:
        """The states at each ending, by its scene's number."""
        states = np.flatnonzero(self.ended)
        return {
            number: states[places] for number, places in grouped(self.graph.scene[states]).items()
        }

    @cached_property
    def _by_scene(self) -> dict[int, Numbers]:
        return grouped(self.graph.scene)

    @cached_property
    def can_end(self) -> Numbers:
        """Whether an ending can come after each state. Only right if exact."""
        graph = self.graph
        goals = np.flatnonzero(self.ended)
        return backward_from(graph.size, graph.source, graph.target, goals)

    def value(self, state: int, fact: Fact) -> Value | None:
        """The value of a fact in a state; None if it is not followed there."""
        scene = self.found.scene[state]
        field = self.layout.live[scene].get(fact) if scene != NOWHERE else None
        if field is not None:
            return field.decode(self.found.bits[state])
        return self.layout.initial.get(fact)

    def facts(self, state: int, facts: Collection[Fact]) -> Facts:
        """Those facts as conditions see them in the state."""
        values = {fact: self.value(state, fact) for fact in facts}
        return facts_of({fact: value for fact, value in values.items() if value is not None})

    def states_in(self, scene: str) -> Iterator[int]:
        """The states of a scene."""
        number = self.number.get(scene)
        if number is not None:
            yield from self._by_scene.get(number, _NO_STATES).tolist()

    # --- witnesses --------------------------------------------------------------------------

    def ways_to(self, state: int) -> tuple[Way, ...]:
        """The ways of a shortest playthrough to the state."""
        found, ways = self.found, list[Way]()
        while found.parent[state] >= 0:
            ways.append(self.machine.all_ways[found.via[state]])
            state = found.parent[state]
        return tuple(reversed(ways))

    def play(self, ways: Collection[Way]) -> tuple[ProofStep, ...]:
        """The engine's actions for ways from the start on; the last scene is not yet opened."""
        return played(self.machine, ways)

    def way_to_scene(self, scene: str) -> tuple[ProofStep, ...] | None:
        """The shortest actions that enter the scene; None if none are known."""
        state = self._first_state.get(self.number.get(scene, NOWHERE))
        if state is not None and scene in self.number:
            return self.play(self.ways_to(state))
        return self.sample.scenes.get(scene) if self.sample else None

    def way_to_state(self, state: int) -> tuple[ProofStep, ...]:
        """The shortest actions to the state, until the engine waits, stops or has ended."""
        ways = self.ways_to(state)
        return (*self.play(ways), *self._opening(state, ways))

    def way_through(self, way: Way) -> tuple[ProofStep, ...] | None:
        """The shortest actions that end with the way; None if none are known."""
        edge = self._first_edge.get(way.number)
        if edge is not None:
            return self.play((*self.ways_to(int(self.graph.source[edge])), way))
        return self.sample.through(way) if self.sample else None

    def _opening(self, state: int, ways: tuple[Way, ...]) -> tuple[ProofStep, ...]:
        scene = self.found.scene[state]
        if scene == NOWHERE or (ways and not ways[-1].enters):
            return ()
        return (OPEN,) if isinstance(self.machine.scenes[scene].then, Decision) else (FINISH,)


def played(machine: Machine, ways: Collection[Way]) -> tuple[ProofStep, ...]:
    """The engine's actions for ways from the start on."""
    actions: list[ProofStep] = []
    entered = True
    for way in ways:
        if entered and way.choice is not None:
            actions.append(OPEN)
        actions.extend(way.actions)
        entered = way.enters
    return tuple(actions)


def explore(
    story: Story,
    goals: tuple[Condition, ...] = (),
    limit: int = STATE_LIMIT,
    beyond: bool = True,
) -> Exploration:
    """Look at every state that playing the story can bring about, ``limit`` at most.

    ``goals`` are conditions that every ending asks besides, e.g. whether a mark is reached.
    Without ``beyond`` nothing is asked about what lies beyond the limit.
    """
    machine = machine_of(story, goals)
    return explored(machine, layout_of(machine), limit, beyond)


def explored(
    machine: Machine, layout: Layout, limit: int = STATE_LIMIT, beyond: bool = True
) -> Exploration:
    """:func:`explore` of a story that was made ready before."""
    found = search(machine, layout, limit)
    if not beyond or (found.complete and not layout.unfollowed):
        return Exploration(machine, layout, found)
    return Exploration(machine, layout, found, _outer(machine, layout, limit), sample(machine))


def _outer(machine: Machine, layout: Layout, limit: int) -> Search | None:
    """A complete search that follows fewer facts, the widest and longest followed left out."""
    weight: dict[Fact, int] = {}
    for fields in layout.live:
        for fact, field in fields.items():
            weight[fact] = weight.get(fact, 0) + (field.width if field.width < 20 else 1000)
    facts = sorted(weight, key=lambda fact: -weight[fact])
    left_out = set(layout.unfollowed)
    while True:
        # Half of what is still followed goes each time; with nothing followed states are scenes.
        left_out |= set(facts[: max(1, (len(facts) + 1) // 2)])
        facts = [fact for fact in facts if fact not in left_out]
        outside = layout_of(machine, frozenset(left_out))
        found = search(machine, outside, max(limit, 2 * len(machine.scenes) + 2))
        if found.complete:
            return found
        if not facts:
            return None
