"""What all checks share: the story, its files, and what is worth computing only once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from studio.checks.bare_graph import BareGraph, bare_graph
from studio.checks.explore import Exploration
from studio.checks.numbers.scoring import Scoring
from studio.checks.states_of_play import StatesOfPlay
from studio.checks.walk import NAMING_FILES, Node, named_files, walk_head, walk_scene
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import Place, ProofStep
from studio.story.model import Decision, Ending, Next, Scene, Story

Kind = TypeVar("Kind", bound=Struct)


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
        return tuple(
            named
            for node in self.nodes
            if type(node.value) in NAMING_FILES
            for named in named_files(node)
        )


def parts_of(story: Story) -> tuple[Part, ...]:
    """The head and then each scene."""
    parts = [Part(story)]
    known: set[str] = set()
    for index, scene in enumerate(story.scenes):
        parts.append(Part(None, scene, index, scene.id not in known))
        known.add(scene.id)
    return tuple(parts)


def stops(scene: Scene) -> bool:
    """Whether nothing can follow the scene, not even an answer that stays in it."""
    match scene.then:
        case None | Decision(choices=()) | Next(target=None, branches=()):
            return True
        case _:
            return False


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
    known_states: StatesOfPlay | None = None
    """The states of a story that differs from this one in its texts only, if they are known."""

    @cached_property
    def parts(self) -> tuple[Part, ...]:
        """The parts to look at."""
        return parts_of(self.story) if self.only is None else self.only

    @cached_property
    def nodes(self) -> tuple[Node, ...]:
        """Every struct with its place, in the order of the file."""
        return tuple(chain.from_iterable(part.nodes for part in self.parts))

    @cached_property
    def nodes_by_kind(self) -> Mapping[type[Struct], Sequence[Node]]:
        """The nodes of each class of the model."""
        found: dict[type[Struct], list[Node]] = {}
        for node in self.nodes:
            found.setdefault(type(node.value), []).append(node)
        return found

    def each(self, *kinds: type[Kind]) -> Iterator[tuple[Kind, Node]]:
        """The structs of those classes with their nodes."""
        for kind in kinds:
            for node in self.nodes_by_kind.get(kind, ()):
                yield cast(Kind, node.value), node

    @cached_property
    def scenes(self) -> tuple[tuple[Scene, Place], ...]:
        """The scenes that are played (of two with one id the first), with their places."""
        return tuple(
            (part.scene, Place(part.scene.id, path=f"$.scenes[{part.index}]"))
            for part in self.parts
            if part.scene is not None and part.played
        )

    def narrowed(self, part: Part) -> Context:
        """The same story with nothing to look at but one part of it."""
        return replace(self, only=(part,))

    @cached_property
    def graph(self) -> BareGraph:
        """The scenes that are played, and the ways between them."""
        return bare_graph([scene for scene, _ in self.scenes])

    @cached_property
    def reachable(self) -> frozenset[str]:
        """Scenes that can be reached from the start if every condition could hold."""
        start = self.story.start
        if start is None or start not in self.graph:
            return frozenset()
        return self.graph.reached_from(start)

    @cached_property
    def can_end(self) -> frozenset[str]:
        """Scenes from which an ending can be reached if every condition could hold."""
        endings = (scene.id for scene, _ in self.scenes if isinstance(scene.then, Ending))
        return self.graph.leading_to(endings)

    @cached_property
    def closed_loops(self) -> tuple[tuple[str, ...], ...]:
        """Groups of scenes that lead only to one another, each in the author's order.

        A decision whose every answer stays in it is such a group of one. Groups with a target
        that does not exist are left out: that is another finding, and mending it may open the
        loop; groups with a dead end are, too.
        """
        graph, scene_by_id = self.graph, self.story.scene_by_id
        return tuple(
            loop
            for loop in graph.closed_groups
            if not self.can_end.intersection(loop)
            and not any(graph.number[id] in graph.lost or stops(scene_by_id[id]) for id in loop)
        )

    @cached_property
    def states(self) -> StatesOfPlay:
        """Every state that playing the story can bring about, and what is read off it."""
        return self.known_states or StatesOfPlay(self.story)

    @property
    def exploration(self) -> Exploration:
        """Every state that playing the story can bring about."""
        return self.states.exploration

    def way_to(self, scene: str) -> tuple[ProofStep, ...] | None:
        """The shortest actions of the engine that enter the scene; None if it never happens.

        None, too, if there are too many states to look at and no way was found.
        """
        return self.exploration.way_to_scene(scene)

    @property
    def scoring(self) -> Scoring:
        """Score ranges, and who passes by habits that do not depend on texts."""
        return self.states.scoring
