"""Edits of what the author accepts although a check reports it."""

from __future__ import annotations

from msgspec.structs import replace

from studio.story.finding import Place
from studio.story.model import Story, Waiver


def waive(story: Story, code: str, place: Place, reason: str) -> Story:
    """Accept the finding of that code at that place; an equal waiver gets the new reason.

    ValueError if the reason is blank: a waiver without one has no effect.
    """
    if not reason.strip():
        raise ValueError("a waiver needs a reason")
    waiver = Waiver(
        code=code,
        reason=reason.strip(),
        scene=place.scene,
        choice=place.choice,
        language=place.language,
        item=place.item,
        file=place.file,
    )
    if waiver in story.waivers:
        return story
    bare = replace(waiver, reason="")
    rest = tuple(each for each in story.waivers if replace(each, reason="") != bare)
    return replace(story, waivers=(*rest, waiver))


def withdraw_waiver(story: Story, waiver: Waiver) -> Story:
    """No longer accept what the waiver covers; KeyError if the story has no such waiver."""
    if waiver not in story.waivers:
        raise KeyError(waiver.code)
    return replace(story, waivers=tuple(each for each in story.waivers if each != waiver))
