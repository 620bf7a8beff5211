"""State-aware exploration: what can happen in a story, whatever the trainee does.

>>> exploration = explore(story)
>>> exploration.happens("safe_place"), exploration.way_to_scene("safe_place")
"""

from studio.checks.explore.exploration import (
    STATE_LIMIT,
    Exploration,
    Graph,
    explore,
    explored,
    played,
)
from studio.checks.explore.facts import notation
from studio.checks.explore.machine import NOWHERE, Way

__all__ = [
    "NOWHERE",
    "STATE_LIMIT",
    "Exploration",
    "Graph",
    "Way",
    "explore",
    "explored",
    "notation",
    "played",
]
