"""Does the still that stands for a clip show something?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.footage.lengths import played_seconds
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind

NO_POSTER = FindingKind(
    code="CL010",
    name="poster-missing",
    severity="notice",
    message={
        "pl": "Scena „{scene}” nie ma miniatury: w chwili {time} s obraz jest czarny.",
        "en": "The scene “{scene}” has no poster: at {time} s the picture is black.",
    },
    remedy={
        "pl": "Wybierz w edytorze ujęcia klatkę, po której poznaje się scenę.",
        "en": "In the clip editor choose a frame by which the scene is recognised.",
    },
)
KINDS = (NO_POSTER,)


def check(context: Context) -> Iterator[Finding]:
    """At the poster's time (the studio takes one a third in where none is given) there is light."""
    for scene, place in context.scenes:
        clip = scene.clip
        facts = None if clip is None else (context.clips or {}).get(clip.footage.file)
        if clip is None or facts is None:
            continue
        time = clip.poster
        if time is None:
            time = (played_seconds(clip.footage, context.clips) or 0.0) / 3
        at = clip.footage.mark_in + time
        if any(start <= at <= end for start, end in facts.black):
            yield NO_POSTER.at(below(place, ".clip.poster"), scene=scene.id, time=f"{time:.1f}")
