"""What is lit on the map: paths through a scene, the path that was meant, a playthrough."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from studio.results.result_file import Result
from studio.story.edits import Port
from studio.story.finding import ProofStep
from studio.story.model import Choice, Decision, Ending, Next, Scene, Story, targets
from studio.story.play import Action, NotPossible, State, start, step

Kind = Literal["paths", "unreachable", "best", "playthrough"]
COST: Mapping[str | None, int] = {"right": 1, None: 3, "acceptable": 6, "wrong": 60}
OUTCOMES: Mapping[str, int] = {"success": 0, "partial": 200, "neutral": 300, "failure": 2_000}


@dataclass(frozen=True)
class Highlight:
    """Scenes and ways that stand out; everything else steps back."""

    kind: Kind
    scenes: frozenset[str]
    ports: frozenset[Port] = frozenset()
    order: tuple[str, ...] = field(default=())
    """Scene ids in the order in which they are passed, for a numbered path."""
    proven: bool = True
    """False for a path that leaves conditions aside."""


def paths_through(story: Story, scene_id: str) -> Highlight:
    """Every scene on a way from the start side into the scene, and on a way out of it."""
    ahead = _reached({scene.id: targets(scene) for scene in story.scenes}, [scene_id])
    back = _reached(_reversed(story), [scene_id])
    ports = {
        port
        for scene in story.scenes
        for port, target in ways(scene)
        if (scene.id in back and target in back) or (scene.id in ahead and target in ahead)
    }
    return Highlight("paths", frozenset(ahead | back), frozenset(ports))


def best_path(story: Story) -> Highlight:
    """A way from the start to the best ending, by right answers where the author marked them.

    Conditions are left aside: it is the path that the author meant, not one that was proven
    (for that see :mod:`studio.desktop.canvas.proven`).
    """
    if story.start not in story.scene_by_id or story.start is None:
        return Highlight("best", frozenset())
    queue: list[tuple[int, str]] = [(0, story.start)]
    came: dict[str, tuple[str, Port] | None] = {story.start: None}
    costs, done = {story.start: 0}, set[str]()
    best: tuple[int, str] | None = None
    while queue:
        cost, scene_id = heapq.heappop(queue)
        if scene_id in done:
            continue
        done.add(scene_id)
        scene = story.scene_by_id[scene_id]
        if isinstance(scene.then, Ending):
            rank = cost + OUTCOMES[scene.then.outcome]
            best = min(best, (rank, scene_id)) if best else (rank, scene_id)
            continue
        for port, target in ways(scene):
            if target not in story.scene_by_id:
                continue
            further = cost + COST.get(_verdict(scene, port), 3)
            if further < costs.get(target, further + 1):
                costs[target] = further
                came[target] = (scene_id, port)
                heapq.heappush(queue, (further, target))
    if best is None:
        return Highlight("best", frozenset())
    scenes, ports = [best[1]], set[Port]()
    while (step := came[scenes[-1]]) is not None:
        scenes.append(step[0])
        ports.add(step[1])
    scenes.reverse()
    return Highlight("best", frozenset(scenes), frozenset(ports), tuple(scenes), proven=False)


def playthrough(story: Story, scene_ids: Sequence[str], chosen: Iterable[Port] = ()) -> Highlight:
    """The scenes passed, in order, and the ways from each to the next one.

    Of a decision's ways those ``chosen`` are lit; without any, all that lead there.
    """
    taken, ports = set(chosen), set[Port]()
    for here, after in pairwise(scene_ids):
        scene = story.scene_by_id.get(here)
        joining = {port for port, target in ways(scene) if target == after} if scene else set()
        ports |= joining & taken or joining
    return Highlight("playthrough", frozenset(scene_ids), frozenset(ports), tuple(scene_ids))


def played(story: Story, steps: Iterable[ProofStep]) -> Highlight:
    """The playthrough of the engine's actions, as far as they are possible."""
    state = start(story)
    for each in steps:
        try:
            state = step(story, state, Action(each.action, each.choice))  # type: ignore[arg-type]
        except NotPossible:
            break
    return of_state(story, state)


def of_state(story: Story, state: State) -> Highlight:
    """The playthrough that led to the state."""
    chosen = [Port(taken.scene, choice=taken.choice) for taken in state.path]
    return playthrough(story, state.entered, chosen)


def of_result(story: Story, result: Result) -> Highlight:
    """The playthrough of a trainee, as the result file tells it."""
    chosen = [Port(each.scene, choice=each.choice) for each in result.choices]
    return playthrough(story, [each.scene for each in result.scenes], chosen)


def ways(scene: Scene) -> list[tuple[Port, str]]:
    """The ports of a scene that lead somewhere, and where."""
    match scene.then:
        case Decision(choices=choices):
            return [
                (Port(scene.id, choice=choice.id), choice.target)
                for choice in choices
                if choice.target is not None
            ]
        case Next(target=target, branches=branches):
            made = [
                (Port(scene.id, branch=number), branch.target)
                for number, branch in enumerate(branches)
            ]
            return made if target is None else [*made, (Port(scene.id), target)]
        case _:
            return []


def _verdict(scene: Scene, port: Port) -> str | None:
    choices: tuple[Choice, ...] = scene.then.choices if isinstance(scene.then, Decision) else ()
    return next((each.verdict for each in choices if each.id == port.choice), None)


def _reversed(story: Story) -> Mapping[str, list[str]]:
    back: dict[str, list[str]] = {}
    for scene in story.scenes:
        for target in targets(scene):
            back.setdefault(target, []).append(scene.id)
    return back


def _reached(ways_on: Mapping[str, Iterable[str]], start: Iterable[str]) -> set[str]:
    seen = set(start)
    queue = deque(seen)
    while queue:
        for target in ways_on.get(queue.popleft(), ()):
            if target not in seen:
                seen.add(target)
                queue.append(target)
    return seen
