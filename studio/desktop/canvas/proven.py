"""What is lit after looking at every state: the best playthrough, what never happens."""

from __future__ import annotations

import numpy as np

from studio.checks.explore import Exploration, Way, explore
from studio.checks.numbers.routes import shortest
from studio.desktop.canvas.highlight import COST, OUTCOMES, Highlight, best_path
from studio.story.edits import Port
from studio.story.model import Ending, Next, Story


def never_entered(story: Story) -> Highlight:
    """The scenes that no playthrough enters: no way leads there, or only under conditions that
    never hold. A scene of which that is not known (too many states) is not among them."""
    exploration = explore(story)
    never = (scene for scene in story.scene_by_id if exploration.happens(scene) is False)
    return Highlight("unreachable", frozenset(never))


def best_playthrough(story: Story) -> Highlight:
    """A playthrough, conditions and effects included, to the best ending by right answers.

    If none was met among the states looked at, the author's path on the bare graph: ``proven``
    is then False.
    """
    exploration = explore(story, beyond=False)
    ways = _best_ways(exploration)
    if ways is None:
        return best_path(story)
    scenes = exploration.machine.scenes
    order = [scenes[ways[0].scene].id] if ways else [str(story.start)]
    ports: set[Port] = set()
    for way in ways:
        if way.enters:
            ports.add(_port(exploration, way))
            order.append(scenes[way.target].id)
    return Highlight("best", frozenset(order), frozenset(ports), tuple(order))


def _best_ways(exploration: Exploration) -> tuple[Way, ...] | None:
    """The ways of the best playthrough that ends; None if no ending was met."""
    graph, machine = exploration.graph, exploration.machine
    if graph.size == 0:
        return None
    costs = [COST[way.choice.verdict if way.choice else None] for way in machine.all_ways]
    routes = shortest(exploration, np.array(costs, dtype=float))
    rank = np.array(
        [
            OUTCOMES[scene.then.outcome] if isinstance(scene.then, Ending) else np.nan
            for scene in machine.scenes
        ]
        + [np.nan]
    )
    total = routes.value + rank[graph.scene]
    if np.isnan(total).all():
        return None
    return routes.ways_to(exploration, int(np.nanargmin(total)))


def _port(exploration: Exploration, way: Way) -> Port:
    scene = exploration.machine.scenes[way.scene]
    if way.choice is not None:
        return Port(scene.id, choice=way.choice.id)
    branched = isinstance(scene.then, Next) and way.position is not None
    return Port(scene.id, branch=way.position if branched else None)
