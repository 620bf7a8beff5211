"""Do the times that the story names lie within the clip?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.footage.lengths import footage_in, played_seconds
from studio.checks.walk import Node, below
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Decision, Footage, Scene

MARKS = FindingKind(
    code="CL001",
    name="marks-beyond-the-file",
    severity="error",
    message={
        "pl": "Znaczniki ujęcia ({start}–{end} s) nie mieszczą się w pliku „{file}”, który trwa "
        "{seconds} s.",
        "en": "The marks of the clip ({start}–{end} s) do not fit into the file “{file}”, which "
        "lasts {seconds} s.",
    },
    remedy={
        "pl": "Przesuń początek i koniec ujęcia.",
        "en": "Move the in and out points.",
    },
)
BEYOND = FindingKind(
    code="CL002",
    name="time-beyond-the-clip",
    severity="warning",
    message={
        "pl": "Czas {time} s ({path}) leży poza ujęciem, które trwa {seconds} s.",
        "en": "The time {time} s ({path}) lies beyond the clip, which lasts {seconds} s.",
    },
    remedy={
        "pl": "Podaj wcześniejszy czas: liczy się on od początku przyciętego ujęcia.",
        "en": "Give an earlier time: it counts from the beginning of the trimmed clip.",
    },
)
TOO_SHORT = FindingKind(
    code="CL003",
    name="clip-too-short-for-the-decision",
    severity="warning",
    message={
        "pl": "Na decyzję jest {limit} s, ale ujęcie kończy się {rest} s po jej otwarciu i wtedy "
        "czas mija.",
        "en": "The decision allows {limit} s, but the clip ends {rest} s after it opens, and then "
        "time is up.",
    },
    remedy={
        "pl": "Otwórz decyzję wcześniej, skróć limit czasu albo zatrzymaj lub zapętl obraz.",
        "en": "Open the decision earlier, shorten the time limit, or hold or loop the picture.",
    },
)
KINDS = (MARKS, BEYOND, TOO_SHORT)

_SLACK = 0.1
"""Seconds: the last frame may end a little before or after the length that a file declares."""


def check(context: Context) -> Iterator[Finding]:
    """In and out points lie in their file, times of the scene in the trimmed clip."""
    for footage, node in context.each(Footage):
        yield from _marks(context, footage, node)
    for scene, place in context.scenes:
        seconds = longest_seconds(context, scene)
        if scene.clip is None or seconds is None:
            continue
        for step, time in _times(scene):
            if time > seconds + _SLACK:
                where = below(place, step)
                yield BEYOND.at(where, time=f"{time:g}", path=where.path, seconds=f"{seconds:.1f}")
        yield from _cut_short(scene, place, seconds)


def longest_seconds(context: Context, scene: Scene) -> float | None:
    """How long the scene's clip plays in the language in which it plays longest, if known."""
    if scene.clip is None:
        return None
    lengths = [
        played_seconds(footage_in(scene.clip, language), context.clips)
        for language in context.story.languages
    ]
    known = [length for length in lengths if length is not None]
    return max(known) if len(known) == len(lengths) and known else None


def _marks(context: Context, footage: Footage, node: Node) -> Iterator[Finding]:
    facts = (context.clips or {}).get(footage.file)
    if facts is None:
        return
    end = facts.seconds if footage.mark_out is None else footage.mark_out
    if end > facts.seconds + _SLACK or footage.mark_in >= min(end, facts.seconds):
        yield MARKS.at(
            replace(node.place, file=footage.file),
            file=footage.file,
            start=f"{footage.mark_in:g}",
            end=f"{end:g}",
            seconds=f"{facts.seconds:.1f}",
        )


def _times(scene: Scene) -> Iterator[tuple[str, float]]:
    if scene.clip is not None and scene.clip.poster is not None:
        yield ".clip.poster", scene.clip.poster
    for index, sighting in enumerate(scene.indicators):
        yield f".indicators[{index}].start", sighting.start
    if isinstance(scene.then, Decision):
        if scene.then.opens is not None:
            yield ".then.opens", scene.then.opens
        for index, choice in enumerate(scene.then.choices):
            if choice.region is not None:
                yield f".then.choices[{index}].region.opens", choice.region.opens


def _cut_short(scene: Scene, place: Place, seconds: float) -> Iterator[Finding]:
    """A decision that goes on with the picture and has a default closes when the clip ends."""
    match scene.then:
        case Decision(while_waiting="continue", time_limit=limit, on_timeout=str()) as decision:
            rest = max(0.0, seconds - (seconds if decision.opens is None else decision.opens))
            if limit is not None and decision.opens is not None and limit > rest + _SLACK:
                where = below(place, ".then.time_limit")
                yield TOO_SHORT.at(where, limit=f"{limit:g}", rest=f"{rest:.1f}")
        case _:
            return
