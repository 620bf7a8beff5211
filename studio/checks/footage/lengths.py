"""How long footage plays, as far as it is known."""

from __future__ import annotations

from collections.abc import Mapping

from studio.story.clip_facts import ClipFacts
from studio.story.model import Clip, Footage


def footage_in(clip: Clip, language: str) -> Footage:
    """What is played in the language: its dub, else the footage itself."""
    return clip.dubbed.get(language, clip.footage)


def played_seconds(footage: Footage, clips: Mapping[str, ClipFacts] | None) -> float | None:
    """Seconds between the marks; None if the file's length matters and nobody knows it."""
    facts = (clips or {}).get(footage.file)
    if facts is None:
        return None if footage.mark_out is None else max(0.0, footage.mark_out - footage.mark_in)
    end = facts.seconds if footage.mark_out is None else min(footage.mark_out, facts.seconds)
    return max(0.0, end - footage.mark_in)
