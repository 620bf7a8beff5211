"""Is there time to get the next clips ready before one of them must appear?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.footage.lengths import footage_in, played_seconds
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Decision, Scene, targets

TOO_LITTLE = FindingKind(
    code="CL004",
    name="too-little-time-to-prepare",
    severity="warning",
    message={
        "pl": "Od wejścia do sceny „{scene}” do pierwszego możliwego przejścia mija {given} s, "
        "a przygotowanie następnych ujęć ({count}) z pamięci USB trwa około {needed} s.",
        "en": "From entering the scene “{scene}” to the first possible switch there are {given} s, "
        "and getting the next clips ({count}) ready from a USB stick takes about {needed} s.",
    },
    remedy={
        "pl": "Otwórz decyzję później, dograj ujęcie do końca po wyborze albo zmniejsz pliki "
        "następnych ujęć.",
        "en": "Open the decision later, let the clip play out after the choice, or make the files "
        "of the next clips smaller.",
    },
)
KINDS = (TOO_LITTLE,)

STICK_BYTES_PER_SECOND = 5_000_000.0
"""A slow USB 2 stick, read by a browser."""
READY_SECONDS = 2.0
"""How much of a clip must have been read before it starts without stopping again."""
START_SECONDS = 0.3
"""From asking for a clip in a folder until it can play, measured in Chromium and Firefox."""


def check(context: Context) -> Iterator[Finding]:
    """Each clip with clips after it lasts long enough to load the beginnings of those."""
    if context.clips is None:
        return
    for scene, place in context.scenes:
        worst: tuple[float, float, int] | None = None
        for language in context.story.languages:
            given = seconds_until_switch(context, scene, language)
            needed, count = seconds_to_prepare(context, scene, language)
            if given is not None and given < needed and (worst is None or needed > worst[1]):
                worst = (given, needed, count)
        if worst is not None:
            given, needed, count = worst
            yield TOO_LITTLE.at(
                below(place, ".then"),
                scene=scene.id,
                given=f"{given:.1f}",
                needed=f"{needed:.1f}",
                count=count,
            )


def seconds_until_switch(context: Context, scene: Scene, language: str) -> float | None:
    """From entering the scene to the first moment at which another one may have to appear."""
    if scene.clip is None:
        return None
    length = played_seconds(footage_in(scene.clip, language), context.clips)
    match scene.then:
        case Decision(opens=opens, on_choice="cut") if opens is not None and length is not None:
            return min(float(opens), length)
        case _:
            return length


def seconds_to_prepare(context: Context, scene: Scene, language: str) -> tuple[float, int]:
    """How long a slow stick takes to bring the beginnings of the next clips, and how many."""
    clips = context.clips or {}
    files: dict[str, float] = {}
    for target in dict.fromkeys(targets(scene)):
        following = context.story.scene_by_id.get(target)
        if following is not None and following.clip is not None and following.id != scene.id:
            file = footage_in(following.clip, language).file
            facts = clips.get(file)
            if facts is not None and facts.seconds > 0:
                rate = facts.bytes / facts.seconds
                files[file] = min(facts.bytes, rate * READY_SECONDS)
    if not files:
        return 0.0, 0
    return START_SECONDS + sum(files.values()) / STICK_BYTES_PER_SECOND, len(files)
