"""Does a slow USB stick keep up with the clips?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.footage.lengths import footage_in
from studio.checks.footage.margins import READY_SECONDS, START_SECONDS, STICK_BYTES_PER_SECOND
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind

SLOW = FindingKind(
    code="PT009",
    name="too-heavy-for-a-slow-stick",
    severity="warning",
    message={
        "pl": "Ujęcie „{file}” ({megabits} Mbit/s) zacznie się z wolnej pamięci USB po około "
        "{seconds} s albo będzie się zacinać.",
        "en": "From a slow stick the clip “{file}” ({megabits} Mbit/s) starts after about "
        "{seconds} s or stops again and again.",
    },
    remedy={
        "pl": "Wybierz dla niego profil, który zakoduje je na nowo z mniejszą przepływnością.",
        "en": "Choose a profile for it that encodes it anew at a lower rate.",
    },
)
KINDS = (SLOW,)

SLOWEST_START = 2.5
"""Seconds; with longer ones trainees click a second time."""


def check(context: Context) -> Iterator[Finding]:
    """The rates of clips whose streams may be copied into the film."""
    for scene, place in context.scenes:
        if scene.clip is None:
            continue
        for language in context.story.languages:
            file = footage_in(scene.clip, language).file
            facts = (context.clips or {}).get(file)
            # Anything but H.264 is encoded anew, at a rate that sticks can keep up with.
            if facts is None or facts.seconds <= 0 or facts.video_codec != "h264":
                continue
            rate = facts.bytes / facts.seconds
            first = min(facts.bytes, READY_SECONDS * rate)
            seconds = START_SECONDS + first / STICK_BYTES_PER_SECOND
            if seconds > SLOWEST_START:
                yield SLOW.at(
                    below(place, ".clip"),
                    file=file,
                    megabits=round(rate * 8 / 1e6),
                    seconds=f"{seconds:.1f}",
                )
                break
