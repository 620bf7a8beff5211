"""What all checks share: the story, its folder, and what is worth computing only once."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import networkx as nx
from msgspec import Struct

from studio.checks.walk import Node, walk
from studio.checks.witness import Way, shortest_ways
from studio.story.finding import Place, ProofStep
from studio.story.model import Ending, Scene, Story, targets


class Context(Struct, frozen=True, dict=True):
    """A story and, when it stands on disk, its folder. Values are computed at first use.

    One context belongs to one run of the checks, hence to one thread.
    """

    story: Story
    folder: Path | None = None

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every struct of the story with its place."""
        return tuple(walk(self.story))

    @cached_property
    def scenes(self) -> tuple[tuple[Scene, Place], ...]:
        """The scenes that are played (of two with one id the first), with their places."""
        found = {
            node.value.id: (node.value, node.place)
            for node in reversed(self.nodes)
            if isinstance(node.value, Scene)
        }
        return tuple(reversed(found.values()))

    @cached_property
    def graph(self) -> nx.DiGraph:
        """Scene ids, and an edge for every way on that leads to a scene of the story."""
        graph = nx.DiGraph()
        graph.add_nodes_from(scene.id for scene, _ in self.scenes)
        graph.add_edges_from(
            (scene.id, target)
            for scene, _ in self.scenes
            for target in targets(scene)
            if target in self.story.scene_by_id
        )
        return graph

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Scenes that can be reached from the start if every condition could hold."""
        start = self.story.start
        if start is None or start not in self.graph:
            return frozenset()
        return frozenset({start} | nx.descendants(self.graph, start))

    @cached_property
    def can_end(self) -> frozenset[str]:
        """Scenes from which an ending can be reached if every condition could hold."""
        found = {scene.id for scene, _ in self.scenes if isinstance(scene.then, Ending)}
        waiting = list(found)
        while waiting:
            for before in self.graph.predecessors(waiting.pop()):
                if before not in found:
                    found.add(before)
                    waiting.append(before)
        return frozenset(found)

    @cached_property
    def _ways(self) -> dict[str, Way]:
        return shortest_ways(self.story)

    def way_to(self, scene: str) -> tuple[ProofStep, ...] | None:
        """Actions of the engine that lead from the start to the scene.

        None if the search (which is bounded, see :mod:`studio.checks.witness`) found none.
        """
        way = self._ways.get(scene)
        return None if way is None else way.steps()
