"""Golden playthroughs: a story, the actions, and what must hold after each of them.

``tests/golden/NAME.json`` is ``{"story": path or object, "playthroughs": [{"name", "steps":
[{"do": action | [action, choice] | "start", "expect": {…}}]}]}``; ``expect`` names any parts of
the state, ``tally`` flattened in, and ``actions`` as a list of words such as ``choose:greet``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from studio.story import play
from studio.story.files import read_story
from studio.story.model import Story

GOLDEN = Path(__file__).parent / "golden"


def playthroughs() -> Iterator[tuple[str, Story, list[dict[str, Any]]]]:
    """Every golden playthrough as (name, story, steps)."""
    for path in sorted(GOLDEN.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        source = document["story"]
        content = (
            (path.parent / source).read_bytes()
            if isinstance(source, str)
            else json.dumps(source).encode()
        )
        opened = read_story(content)
        assert not opened.findings
        for playthrough in document["playthroughs"]:
            yield f"{path.stem}: {playthrough['name']}", opened.story, playthrough["steps"]


def action_of(step: dict[str, Any]) -> dict[str, str]:
    """The action of a step as the engines take it."""
    do = step["do"]
    return {"action": do} if isinstance(do, str) else {"action": do[0], "choice": do[1]}


def word(action: dict[str, Any]) -> str:
    """``choose:greet`` for an action."""
    return ":".join(filter(None, (action["action"], action.get("choice"))))


def as_json(state: play.State) -> dict[str, Any]:
    """The state as plain JSON values, the form that both engines are compared in."""
    return json.loads(msgspec.json.encode(state))


def expect(state: dict[str, Any], actions: list[dict[str, Any]], expected: dict[str, Any]) -> None:
    """Assert that the named parts of the state are as expected."""
    known = {**state, **state["tally"], "actions": [word(each) for each in actions]}
    assert {name: known[name] for name in expected} == expected
