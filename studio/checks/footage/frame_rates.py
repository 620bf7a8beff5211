"""Can the clips be cut and looped exactly, without being encoded anew?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Decision, Footage

VARIABLE = FindingKind(
    code="CL011",
    name="variable-frame-rate",
    severity="notice",
    message={
        "pl": "Plik „{file}” ma zmienną liczbę klatek na sekundę, jak nagrania z telefonów "
        "i ekranu.",
        "en": "The file “{file}” has a variable frame rate, as recordings of phones and screens "
        "have.",
    },
    remedy={
        "pl": "Eksport zakoduje go na nowo; sprawdź potem, czy dźwięk zgadza się z ustami.",
        "en": "The export encodes it anew; look afterwards whether sound and lips agree.",
    },
)
NO_KEYFRAME = FindingKind(
    code="CL012",
    name="no-keyframe-where-needed",
    severity="notice",
    message={
        "pl": "Plik „{file}” ma klatki kluczowe co {interval} s, a film ma w nim skakać do "
        "{time} s.",
        "en": "The file “{file}” has keyframes every {interval} s, and the film is to jump to "
        "{time} s in it.",
    },
    remedy={
        "pl": "Eksport zakoduje go na nowo z klatką co sekundę; podgląd w studiu może się "
        "przycinać.",
        "en": "The export encodes it anew with a keyframe every second; the preview in the studio "
        "may stutter.",
    },
)
KINDS = (VARIABLE, NO_KEYFRAME)

CLOSE_ENOUGH = 1.1
"""Seconds between keyframes with which a jump is quick: the profile *everywhere* has one."""


def check(context: Context) -> Iterator[Finding]:
    """Footage has a constant frame rate, and keyframes where it begins, or loops, in the middle."""
    clips = context.clips or {}
    for footage, node in context.each(Footage):
        facts = clips.get(footage.file)
        if facts is not None and facts.video_codec is not None and not facts.constant_rate:
            yield VARIABLE.at(replace(node.place, file=footage.file), file=footage.file)
    for scene, place in context.scenes:
        if scene.clip is None:
            continue
        footage = scene.clip.footage
        facts = clips.get(footage.file)
        if facts is None or facts.keyframe_interval <= CLOSE_ENOUGH:
            continue
        jumps = [float(footage.mark_in)]
        match scene.then:
            case Decision(while_waiting="loop", loop=None, opens=opens) if opens is not None:
                jumps.append(float(footage.mark_in + opens))
            case _:
                pass
        if max(jumps) > 0:
            yield NO_KEYFRAME.at(
                replace(below(place, ".clip.footage"), file=footage.file),
                file=footage.file,
                interval=f"{facts.keyframe_interval:.1f}",
                time=f"{max(jumps):g}",
            )
