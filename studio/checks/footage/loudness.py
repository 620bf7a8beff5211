"""Does the sound jump when one clip follows another?

Loudness is integrated loudness by EBU R 128, which lets programmes miss their common target by
1 LU at most; three times that is a step that makes people reach for the volume.
"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.footage.lengths import footage_in
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Clip, Scene, targets

JUMP = FindingKind(
    code="CL005",
    name="loudness-jump",
    severity="warning",
    message={
        "pl": "Między scenami „{scene}” i „{following}” głośność skacze o {jump} LU "
        "(język „{language}”).",
        "en": "Between the scenes “{scene}” and “{following}” the loudness jumps by {jump} LU "
        "(in “{language}”).",
    },
    remedy={
        "pl": "Wyrównaj głośność obu ujęć do głośności filmu.",
        "en": "Level both clips to the film's loudness.",
    },
)
KINDS = (JUMP,)

LARGEST = 3.0
"""Loudness units."""


def check(context: Context) -> Iterator[Finding]:
    """Scenes that can follow one another differ by 3 LU at most, as the film will sound."""
    if not context.clips:
        return
    for scene, place in context.scenes:
        for target in dict.fromkeys(targets(scene)):
            following = context.story.scene_by_id.get(target)
            jump = None if following is None else _largest_jump(context, scene, following)
            if jump is not None and jump[0] > LARGEST:
                yield JUMP.at(
                    below(place, ".clip"),
                    scene=scene.id,
                    following=target,
                    jump=f"{jump[0]:.0f}",
                    language=jump[1],
                )


def heard(context: Context, clip: Clip | None, language: str) -> float | None:
    """The clip's loudness in the film, in LUFS; None if it is silent or not known."""
    if clip is None or (clip.treatment is not None and clip.treatment.mute):
        return None
    footage = footage_in(clip, language)
    facts = (context.clips or {}).get(footage.audio or footage.file)
    if facts is None or facts.loudness is None:
        return None
    levelled = clip.treatment is not None and clip.treatment.loudness
    return context.story.settings.loudness if levelled else facts.loudness


def _largest_jump(context: Context, scene: Scene, following: Scene) -> tuple[float, str] | None:
    jumps: list[tuple[float, str]] = []
    for language in context.story.languages:
        before = heard(context, scene.clip, language)
        after = heard(context, following.clip, language)
        if before is not None and after is not None:
            jumps.append((abs(after - before), language))
    return max(jumps, default=None)
