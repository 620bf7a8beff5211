"""Fixes of clips that the encoder or the player can mend."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import address, put
from studio.story.edits import replace_scenes
from studio.story.finding import Finding
from studio.story.model import Scene, Story, Treatment, targets


def _open_at_the_end(story: Story, finding: Finding) -> Story:
    """A decision that has not opened by then opens when the clip ends: say so."""
    return put(story, finding, None) if address(story, finding)[-1] == "opens" else story


def _drop_poster(story: Story, finding: Finding) -> Story:
    """Beyond the clip there is no picture to choose."""
    return put(story, finding, None) if address(story, finding)[-1] == "poster" else story


def _level(story: Story, finding: Finding) -> Story:
    """Level the clip and those that can follow it; the pictures are left as they are."""
    scene = story.scene_by_id[finding.place.scene or ""]
    return replace_scenes(story, [*_levelled(story, scene)])


def _levelled(story: Story, scene: Scene) -> Iterator[Scene]:
    following = [story.scene_by_id.get(target) for target in targets(scene)]
    for each in dict.fromkeys(one.id for one in (scene, *following) if one is not None):
        found = story.scene_by_id[each]
        if found.clip is None:
            continue
        treatment = found.clip.treatment
        if treatment is None or not treatment.loudness:
            levelled = Treatment() if treatment is None else replace(treatment, loudness=True)
            yield replace(found, clip=replace(found.clip, treatment=levelled))


FIXES = (
    Fix(
        "CL002",
        {
            "pl": "Otwórz decyzję na końcu ujęcia",
            "en": "Open the decision at the end of the clip",
        },
        _open_at_the_end,
    ),
    Fix(
        "CL002",
        {"pl": "Usuń miniaturę spoza ujęcia", "en": "Remove the poster beyond the clip"},
        _drop_poster,
    ),
    Fix(
        "CL005",
        {
            "pl": "Wyrównaj głośność tych ujęć",
            "en": "Level the loudness of these clips",
        },
        _level,
    ),
)
