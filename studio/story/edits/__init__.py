"""Edits: pure functions from one story to the next, one verb each.

An edit that changes nothing returns the same object, so that no empty step enters the history.
A scene or choice that is not there raises :class:`KeyError`: the caller has a stale selection.
"""

from studio.story.edits.scenes import replace_scene
from studio.story.edits.texts import (
    retitle_scene,
    with_text,
    write_card,
    write_choice,
    write_headline,
    write_prompt,
)

__all__ = [
    "replace_scene",
    "retitle_scene",
    "with_text",
    "write_card",
    "write_choice",
    "write_headline",
    "write_prompt",
]
