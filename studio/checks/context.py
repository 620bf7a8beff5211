"""What all checks share: the story, its files, and what is worth computing only once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path

import networkx as nx
from msgspec import Struct
from msgspec.structs import replace

from studio.checks.explore import Exploration, explore
from studio.checks.numbers.scoring import TEXTLESS, Scoring, explore_marks, scoring
from studio.checks.walk import Node, named_files, walk_head, walk_scene
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import Place, ProofStep
from studio.story.model import Ending, Scene, Story, targets


class Part(Struct, frozen=True, dict=True):
    """One scene of the story at its index, or (without a scene) everything but the scenes."""

    story: Story | None
    """Only the head has it: a scene's part must not keep an old story alive."""
    scene: Scene | None = None
    index: int = 0
    played: bool = True
    """False for a scene whose id an earlier one has: nothing leads to it."""

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every struct of the part with its place in the story, in the order of the file."""
        if self.scene is not None:
            return tuple(walk_scene(self.scene, self.index))
        return () if self.story is None else tuple(walk_head(self.story))

    @cached_property
    def files(self) -> tuple[tuple[str, Place], ...]:
        """The files that the part names, each with the place of the naming."""
        return tuple(named for node in self.nodes for named in named_files(node))


def parts_of(story: Story) -> tuple[Part, ...]:
    """The head and then each scene."""
    parts = [Part(story)]
    known: set[str] = set()
    for index, scene in enumerate(story.scenes):
        parts.append(Part(None, scene, index, scene.id not in known))
        known.add(scene.id)
    return tuple(parts)


class Context(Struct, frozen=True, dict=True):
    """A story, and as far as they are known its folder, clips and captions.

    ``clips`` and ``cues`` map a path relative to the story's folder to what is known of that
    file; None means that nobody looked, and then nothing is said about them. Values are computed
    at first use. One context belongs to one run of the checks, hence to one thread.
    """

    story: Story
    folder: Path | None = None
    clips: Mapping[str, ClipFacts] | None = None
    cues: Mapping[str, Sequence[Cue]] | None = None
    only: tuple[Part, ...] | None = None
    """The parts to look at; None means the whole story."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts to look at."""
        return parts_of(self.story) if self.only is None else self.only

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every struct with its place, in the order of the file."""
        return tuple(chain.from_iterable(part.nodes for part in self.parts))

    @cached_property
    def scenes(self) -> tuple[tuple[Scene, Place], ...]:
        """The scenes that are played (of two with one id the first), with their places."""
        return tuple(
            (part.scene, part.nodes[0].place)
            for part in self.parts
            if part.scene is not None and part.played
        )

    def narrowed(self, part: Part) -> Context:
        """The same story with nothing to look at but one part of it."""
        return replace(self, only=(part,))

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
    def exploration(self) -> Exploration:
        """Every state that playing the story can bring about."""
        return explore(self.story)

    def way_to(self, scene: str) -> tuple[ProofStep, ...] | None:
        """The shortest actions of the engine that enter the scene; None if it never happens.

        None, too, if there are too many states to look at and no way was found.
        """
        return self.exploration.way_to_scene(scene)

    @cached_property
    def scoring(self) -> Scoring:
        """Score ranges, and who passes by habits that do not depend on texts."""
        marked = explore_marks(self.story, self.exploration)
        return scoring(self.exploration, marked, self.story.source_language, TEXTLESS)
