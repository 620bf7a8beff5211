"""Edits of where and when in a clip: marks, poster, the decision's times, hotspots, concealments.

Times of poster, decision and hotspots count from the clip's beginning, ``mark_in``: when that
moves they are moved against it, so that they stay on the same pictures.
"""

from __future__ import annotations

from msgspec.structs import replace

from studio.story.edits.scenes import replace_scene
from studio.story.model import (
    Choice,
    Clip,
    Concealment,
    Decision,
    Region,
    Scene,
    Story,
    Treatment,
)

_DIGITS = 3


def mark_clip(story: Story, scene_id: str, mark_in: float, mark_out: float | None) -> Story:
    """Set the beginning and the end (None: the file's end), in seconds of the file."""
    scene, clip = _clip(story, scene_id)
    footage = replace(
        clip.footage,
        mark_in=_rounded(mark_in),
        mark_out=None if mark_out is None else _rounded(mark_out),
    )
    if footage == clip.footage:
        return story
    moved = float(footage.mark_in) - float(clip.footage.mark_in)
    clip = replace(clip, footage=footage)
    if moved:
        clip = replace(clip, poster=_shifted(clip.poster, moved))
    return replace_scene(story, replace(_moved(scene, moved), clip=clip))


def choose_poster(story: Story, scene_id: str, seconds: float | None) -> Story:
    """The picture that stands for the clip, in seconds of the clip (None: chosen for you)."""
    scene, clip = _clip(story, scene_id)
    poster = None if seconds is None else _rounded(seconds)
    if poster == clip.poster:
        return story
    return replace_scene(story, replace(scene, clip=replace(clip, poster=poster)))


def time_decision(
    story: Story, scene_id: str, opens: float | None, time_limit: float | None
) -> Story:
    """When the decision opens (None: at the end of the clip) and how long it stays open."""
    scene = story.scene_by_id[scene_id]
    if not isinstance(scene.then, Decision):
        raise KeyError(scene_id)
    then = replace(
        scene.then,
        opens=None if opens is None else _rounded(opens),
        time_limit=None if time_limit is None else _rounded(time_limit),
    )
    return story if then == scene.then else replace_scene(story, replace(scene, then=then))


def place_hotspot(story: Story, scene_id: str, choice_id: str, region: Region | None) -> Story:
    """Make the choice a region of the picture, or (None) words again."""
    scene = story.scene_by_id[scene_id]
    then = scene.then
    if not isinstance(then, Decision) or all(each.id != choice_id for each in then.choices):
        raise KeyError(choice_id)
    choices = tuple(
        replace(each, region=region) if each.id == choice_id else each for each in then.choices
    )
    if choices == then.choices:
        return story
    return replace_scene(story, replace(scene, then=replace(then, choices=choices)))


def conceal(
    story: Story, scene_id: str, concealment: Concealment, index: int | None = None
) -> Story:
    """Conceal a place of the picture: one more, or another in place of the one at ``index``.

    Its times count from the file's beginning. Raises IndexError where there is no such place.
    """
    scene, clip = _clip(story, scene_id)
    before = _concealments(clip)
    concealment = replace(
        concealment,
        start=_rounded(concealment.start),
        end=None if concealment.end is None else _rounded(concealment.end),
    )
    if index is None:
        return _with_concealments(story, scene, clip, (*before, concealment))
    if before[index] == concealment:
        return story
    after = (*before[:index], concealment, *before[index + 1 :])
    return _with_concealments(story, scene, clip, after)


def reveal(story: Story, scene_id: str, index: int) -> Story:
    """Conceal the place at ``index`` no longer. Raises IndexError where there is none."""
    scene, clip = _clip(story, scene_id)
    before = _concealments(clip)
    if not 0 <= index < len(before):
        raise IndexError(index)
    return _with_concealments(story, scene, clip, (*before[:index], *before[index + 1 :]))


def _concealments(clip: Clip) -> tuple[Concealment, ...]:
    return clip.treatment.concealments if clip.treatment is not None else ()


def _with_concealments(
    story: Story, scene: Scene, clip: Clip, concealments: tuple[Concealment, ...]
) -> Story:
    treatment = replace(clip.treatment or Treatment(), concealments=concealments)
    return replace_scene(story, replace(scene, clip=replace(clip, treatment=treatment)))


def _clip(story: Story, scene_id: str) -> tuple[Scene, Clip]:
    scene = story.scene_by_id[scene_id]
    if scene.clip is None:
        raise KeyError(scene_id)
    return scene, scene.clip


def _moved(scene: Scene, moved: float) -> Scene:
    if not moved or not isinstance(scene.then, Decision):
        return scene
    then = scene.then
    choices = tuple(_moved_choice(each, moved) for each in then.choices)
    return replace(scene, then=replace(then, opens=_shifted(then.opens, moved), choices=choices))


def _moved_choice(choice: Choice, moved: float) -> Choice:
    region = choice.region
    if region is None:
        return choice
    opens = _shifted(region.opens, moved) or 0
    return replace(
        choice, region=replace(region, opens=opens, closes=_shifted(region.closes, moved))
    )


def _shifted(seconds: float | None, moved: float) -> float | None:
    return None if seconds is None else _rounded(max(0.0, seconds - moved))


def _rounded(seconds: float) -> float:
    return round(max(0.0, float(seconds)), _DIGITS)
