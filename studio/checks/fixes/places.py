"""Where a finding's place is in the story that is to be mended."""

from __future__ import annotations

import re
from typing import Any

from studio.story import edits
from studio.story.edits.places import Address, Step
from studio.story.finding import Finding
from studio.story.model import Story

_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")


def address(story: Story, finding: Finding) -> Address:
    """The address of the finding's place; KeyError if it has none or its scene is gone.

    Unlike :func:`studio.story.edits.address_of` it keeps indexes, for a finding may speak of the
    second of two equal ids; a scene that has moved since is found by its id.
    """
    path = finding.place.path
    if path is None:
        raise KeyError(path)
    steps: list[Step] = [name or int(index) for name, index in _STEP.findall(path)]
    match steps:
        case ["scenes", int(index), *_] if finding.place.scene is not None:
            if index >= len(story.scenes) or story.scenes[index].id != finding.place.scene:
                steps[1] = finding.place.scene
        case _:
            pass
    return tuple(steps)


def found(story: Story, finding: Finding) -> Any:
    """What stands at the finding's place; KeyError if nothing does."""
    return edits.value_at(story, address(story, finding))


def put(story: Story, finding: Finding, value: object) -> Story:
    """Put the value at the finding's place."""
    return edits.put_value(story, address(story, finding), value)


def take_out(story: Story, finding: Finding) -> Story:
    """Take the list item at the finding's place out."""
    *around, step = address(story, finding)
    return edits.remove_item(story, tuple(around), step)
