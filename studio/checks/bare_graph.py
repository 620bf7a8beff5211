"""The story's map without its conditions: scenes, and which can follow which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import numpy as np
from msgspec import Struct

from studio.checks.explore.order import Numbers, backward_from, components
from studio.story.model import Scene, targets


class BareGraph(Struct, frozen=True, dict=True):
    """Scenes as numbers in the author's order, and an edge for every way on to one of them.

    ``lost`` are the scenes with a way on to a scene that does not exist.
    """

    ids: tuple[str, ...]
    number: dict[str, int]
    source: Numbers
    target: Numbers
    lost: frozenset[int]

    def __contains__(self, scene: str) -> bool:
        return scene in self.number

    def reached_from(self, scene: str) -> frozenset[str]:
        """The scene, and those that can be reached from it."""
        return self._named(self._towards(self.target, self.source, [self.number[scene]]))

    def leading_to(self, scenes: Iterable[str]) -> frozenset[str]:
        """The scenes, and those from which one of them can be reached."""
        goals = [self.number[scene] for scene in scenes]
        return self._named(self._towards(self.source, self.target, goals))

    @cached_property
    def group(self) -> dict[str, int]:
        """Scene id to a number that scenes share which can be reached from one another."""
        return dict(zip(self.ids, self._groups[1].tolist(), strict=True))

    @cached_property
    def closed_groups(self) -> tuple[tuple[str, ...], ...]:
        """Groups of scenes that lead only to one another, by their first scene."""
        count, group = self._groups
        open_groups = np.zeros(count, dtype=bool)
        across = group[self.source] != group[self.target]
        open_groups[group[self.source[across]]] = True
        groups: dict[int, list[str]] = {}
        for place in np.flatnonzero(~open_groups[group]).tolist():
            groups.setdefault(int(group[place]), []).append(self.ids[place])
        return tuple(tuple(each) for each in groups.values())

    @cached_property
    def _groups(self) -> tuple[int, Numbers]:
        return components(len(self.ids), self.source, self.target)

    def _towards(self, source: Numbers, target: Numbers, goals: Sequence[int]) -> Numbers:
        return backward_from(len(self.ids), source, target, np.array(goals, dtype=np.int64))

    def _named(self, marked: Numbers) -> frozenset[str]:
        return frozenset(self.ids[place] for place in np.flatnonzero(marked).tolist())


def bare_graph(scenes: Collection[Scene]) -> BareGraph:
    """The graph of scenes with distinct ids."""
    ids = tuple(scene.id for scene in scenes)
    number = {id: place for place, id in enumerate(ids)}
    source: list[int] = []
    target: list[int] = []
    lost: set[int] = set()
    for place, scene in enumerate(scenes):
        for following in targets(scene):
            to = number.get(following)
            if to is None:
                lost.add(place)
            else:
                source.append(place)
                target.append(to)
    return BareGraph(
        ids,
        number,
        np.array(source, dtype=np.int64),
        np.array(target, dtype=np.int64),
        frozenset(lost),
    )
