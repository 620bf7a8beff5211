"""Is the trainee warned before a hard scene?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind

NO_NOTE = FindingKind(
    code="PE010",
    name="hard-scene-without-note",
    severity="warning",
    message={
        "pl": "Scena „{scene}” jest oznaczona jako trudna, a nie zapowiada jej uwaga o treści.",
        "en": "The scene “{scene}” is marked as hard, and no content note announces it.",
    },
    remedy={
        "pl": "Napisz, o czym jest ta scena, i streść ją dla tych, którzy ją pominą.",
        "en": "Write what the scene is about, and sum it up for those who skip it.",
    },
)
KINDS = (NO_NOTE,)


def check(context: Context) -> Iterator[Finding]:
    """Scenes marked as hard have a content note."""
    for scene, place in context.scenes:
        note = scene.content_note
        if scene.hard and (note is None or not any(text.strip() for text in note.text.values())):
            yield NO_NOTE.at(below(place, ".content_note"), scene=scene.id)
