"""The story as scenes and ways between them: what the engine can do, made ready to explore.

A *way* is one thing that can happen in a scene, from the moment it can be decided until the
next scene can be decided upon: an answer with its feedback, the time limit, or the way on. The
engine's phases need no states of their own: a scene is entered, its decision opens (nothing
changes), an answer is chosen, its feedback passes (``retry`` restores everything that a
condition can see, so it leads back to the very state before). The actions of each way are kept,
so every path of ways can be played.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec import Struct

from studio.checks.explore.facts import (
    Fact,
    Write,
    asked,
    atoms,
    choice_writes,
    chosen_fact,
    effect_writes,
    visited_fact,
)
from studio.story.finding import ProofStep
from studio.story.model import (
    Choice,
    Condition,
    Decision,
    Ending,
    Next,
    Scene,
    Story,
    Value,
    choice_of,
)

NOWHERE = -1
"""The target of a way that leads to no scene of the story."""

OPEN, FINISH = ProofStep("open"), ProofStep("finish")
TIMEOUT, PROCEED = ProofStep("timeout"), ProofStep("proceed")


class Way(Struct, frozen=True, gc=False):
    """One thing that can happen in a scene. Scenes are numbers into ``Machine.scenes``.

    ``once`` is the fact that uses the way up. ``choice`` is the one whose consequences follow.
    ``position`` counts the scene's choices or conditional targets; it is None for the time
    limit and for the way on when no condition holds.
    """

    number: int
    scene: int
    target: int
    guard: Condition | None
    once: Fact | None
    writes: tuple[Write, ...]
    actions: tuple[ProofStep, ...]
    enters: bool = True
    choice: Choice | None = None
    timeout: bool = False
    position: int | None = None


class Question(Struct, frozen=True, gc=False):
    """Something that a scene asks: a fact, and the value it is compared with."""

    fact: Fact
    value: Value | None


class Machine(Struct, frozen=True):
    """Scenes that the bare graph reaches from the start, and their ways, in the author's order.

    ``ways`` holds the ways of each scene; ``all_ways`` every way by its number. ``start`` is
    None without a start scene. ``questions`` are what the conditions of each scene ask.
    """

    story: Story
    scenes: tuple[Scene, ...]
    start: int | None
    ways: tuple[tuple[Way, ...], ...]
    all_ways: tuple[Way, ...]
    entries: tuple[tuple[Write, ...], ...]
    questions: tuple[tuple[Question, ...], ...]
    goals: tuple[Condition, ...] = ()


def machine_of(story: Story, goals: tuple[Condition, ...] = ()) -> Machine:
    """Make the story ready. ``goals`` are conditions that every ending asks besides."""
    scenes, index = _reachable(story)
    if not scenes:
        return Machine(story, (), None, (), (), (), (), goals)
    questions = tuple(_questions(scene, goals) for scene in scenes)
    read = {question.fact for each in questions for question in each}
    entries = tuple(_entry(scene, story, read) for scene in scenes)
    ways: list[tuple[Way, ...]] = []
    all_ways: list[Way] = []
    for number, scene in enumerate(scenes):
        made = tuple(_ways(story, scene, number, len(all_ways), index, entries, read))
        ways.append(made)
        all_ways.extend(made)
    return Machine(story, scenes, 0, tuple(ways), tuple(all_ways), entries, questions, goals)


def conditions_of(scene: Scene) -> Iterable[Condition]:
    """The conditions that the engine asks in a scene."""
    match scene.then:
        case Decision(choices=choices):
            for choice in choices:
                if choice.condition is not None and choice.offered:
                    yield choice.condition
        case Next(branches=branches):
            for branch in branches:
                yield branch.condition
        case _:
            return


def _reachable(story: Story) -> tuple[tuple[Scene, ...], dict[str, int]]:
    """Scenes in the order of a breadth-first search from the start; the start is number 0.

    Only what the engine can take counts: a choice that is not offered leads nowhere unless the
    time limit takes it.
    """
    by_id = story.scene_by_id
    first = by_id.get(story.start or "")
    if first is None:
        return (), {}
    scenes, index = [first], {first.id: 0}
    for scene in scenes:
        for target in _targets(scene):
            if target is not None and target not in index and target in by_id:
                index[target] = len(scenes)
                scenes.append(by_id[target])
    return tuple(scenes), index


def _targets(scene: Scene) -> Iterable[str | None]:
    match scene.then:
        case Decision() as decision:
            for choice in _taken_choices(scene, decision):
                yield choice.target
        case Next(target=target, branches=branches):
            for branch in branches:
                yield branch.target
            yield target
        case _:
            return


def _taken_choices(scene: Scene, decision: Decision) -> Iterable[Choice]:
    """Choices whose consequences can happen: of two with one id the first counts."""
    offered = {choice.id for choice in decision.choices if choice.offered}
    seen: set[str] = set()
    for choice in decision.choices:
        if choice.id not in seen and (choice.id in offered or choice.id == decision.on_timeout):
            yield choice
        seen.add(choice.id)


def _questions(scene: Scene, goals: tuple[Condition, ...]) -> tuple[Question, ...]:
    found = [Question(*asked(atom)) for each in conditions_of(scene) for atom in atoms(each)]
    if isinstance(scene.then, Decision):
        found += (
            Question(chosen_fact(scene.id, choice.id), None)
            for choice in scene.then.choices
            if choice.once and choice.offered
        )
    elif goals and isinstance(scene.then, Ending):
        found += (Question(*asked(atom)) for each in goals for atom in atoms(each))
    return tuple(found)


def _entry(scene: Scene, story: Story, read: set[Fact]) -> tuple[Write, ...]:
    visited = visited_fact(scene.id)
    effects = effect_writes(scene.effects, story.variable_by_id) if scene.effects else ()
    kept = [write for write in effects if write.fact in read]
    if visited in read:
        kept.append(Write(visited, True))
    return tuple(kept)


def _ways(
    story: Story,
    scene: Scene,
    number: int,
    first: int,
    index: dict[str, int],
    entries: tuple[tuple[Write, ...], ...],
    read: set[Fact],
) -> Iterable[Way]:
    def onward(target: str | None) -> tuple[int, tuple[Write, ...]]:
        to = index.get(target or "", NOWHERE)
        return to, () if to == NOWHERE else entries[to]

    match scene.then:
        case Decision() as decision:
            yield from _answers(story, scene, decision, number, first, onward, read)
        case Next(target=target, branches=branches):
            for branch, each in enumerate(branches):
                to, writes = onward(each.target)
                yield Way(
                    first + branch,
                    number,
                    to,
                    each.condition,
                    None,
                    writes,
                    (FINISH,),
                    position=branch,
                )
            to, writes = onward(target)
            yield Way(first + len(branches), number, to, None, None, writes, (FINISH,))
        case _:
            return


def _answers(
    story: Story,
    scene: Scene,
    decision: Decision,
    number: int,
    first: int,
    onward: Callable[[str | None], tuple[int, tuple[Write, ...]]],
    read: set[Fact],
) -> Iterable[Way]:
    """The offered answers in the author's order, then the time limit."""
    meant: dict[str, tuple[Choice, int, tuple[Write, ...], tuple[ProofStep, ...]]] = {}

    def consequences(id: str) -> tuple[Choice, int, tuple[Write, ...], tuple[ProofStep, ...]]:
        if id not in meant:
            choice = choice_of(scene, id)
            assert choice is not None
            to, entered = (number, ()) if choice.target is None else onward(choice.target)
            own = choice_writes(scene.id, choice, story.variable_by_id) if read else ()
            writes = (*(write for write in own if write.fact in read), *entered)
            shown = choice.feedback is not None and choice.feedback.when == "at_once"
            meant[id] = choice, to, writes, (PROCEED,) if shown else ()
        return meant[id]

    count = first
    for position, choice in enumerate(decision.choices):
        if choice.offered:
            meaning, to, writes, after = consequences(choice.id)
            yield Way(
                count,
                number,
                to,
                choice.condition,
                chosen_fact(scene.id, choice.id) if choice.once else None,
                writes,
                (ProofStep("choose", choice.id), *after),
                enters=meaning.target is not None,
                choice=meaning,
                position=position,
            )
            count += 1
    if decision.on_timeout is not None and choice_of(scene, decision.on_timeout) is not None:
        meaning, to, writes, after = consequences(decision.on_timeout)
        yield Way(
            count,
            number,
            to,
            None,
            None,
            writes,
            (TIMEOUT, *after),
            enters=meaning.target is not None,
            choice=meaning,
            timeout=True,
        )
