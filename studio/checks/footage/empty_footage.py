"""Is there anything to see, and to hear where somebody speaks?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.footage.lengths import played_seconds
from studio.checks.walk import below
from studio.story.clip_facts import ClipFacts, Span
from studio.story.finding import Finding, FindingKind
from studio.story.model import Clip, Footage

BLACK = FindingKind(
    code="CL006",
    name="black-clip",
    severity="warning",
    message={
        "pl": "Ujęcie „{file}” jest czarne przez {seconds} s.",
        "en": "The clip “{file}” is black for {seconds} s.",
    },
    remedy={
        "pl": "Przytnij je, wskaż inny plik albo zastąp planszą, jeśli tak ma być.",
        "en": "Trim it, name another file, or use a card if that is meant.",
    },
)
SILENT = FindingKind(
    code="CL007",
    name="silent-clip",
    severity="warning",
    message={
        "pl": "W ujęciu „{file}” ktoś ma mówić, a nic nie słychać.",
        "en": "Somebody is said to speak in the clip “{file}”, and nothing is heard.",
    },
    remedy={
        "pl": "Sprawdź, czy plik ma dźwięk, albo usuń języki z listy słyszanych w ujęciu.",
        "en": "Look whether the file has sound, or take the languages off the list of those "
        "spoken.",
    },
)
KINDS = (BLACK, SILENT)

LONGEST_BLACK = 2.0
"""Seconds. A fade through black is shorter; a longer one looks as if the film had stopped."""
MOSTLY = 0.95


def check(context: Context) -> Iterator[Finding]:
    """Footage is not black for more than two seconds on end, and not silent where it speaks."""
    clips = context.clips or {}
    for clip, node in context.each(Clip):
        named = {"footage": clip.footage} | {
            f"dubbed.{tag}": each for tag, each in clip.dubbed.items()
        }
        for step, footage in named.items():
            facts = clips.get(footage.file)
            place = replace(below(node.place, f".{step}"), file=footage.file)
            if facts is not None:
                black = max(
                    (end - start for start, end in _within(footage, facts.black)), default=0
                )
                if black > LONGEST_BLACK:
                    yield BLACK.at(place, file=footage.file, seconds=f"{black:.1f}")
            sound = clips.get(footage.audio or footage.file)
            muted = clip.treatment is not None and clip.treatment.mute
            if (
                sound is not None
                and clip.languages_spoken
                and (muted or _is_silent(footage, sound, played_seconds(footage, clips)))
            ):
                yield SILENT.at(place, file=footage.audio or footage.file)


def _within(footage: Footage, spans: Sequence[Span]) -> Iterator[Span]:
    """The parts of the spans that are played."""
    out = float("inf") if footage.mark_out is None else footage.mark_out
    for start, end in spans:
        first, last = max(start, footage.mark_in), min(end, out)
        if last > first:
            yield first, last


def _is_silent(footage: Footage, sound: ClipFacts, seconds: float | None) -> bool:
    if sound.audio_codec is None:
        return True
    if footage.audio is not None:
        return sound.loudness is None
    quiet = sum(end - start for start, end in _within(footage, sound.silent))
    return sound.loudness is None or (seconds is not None and quiet > MOSTLY * seconds > 0)
