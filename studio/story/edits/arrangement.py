"""Edits of where scenes and notes lie on the map. Sizes are the map's: it passes them in."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

from msgspec.structs import replace

from studio.story.edits.scenes import replace_scenes
from studio.story.model import Position, Scene, Story

Edge = Literal["left", "centre", "right", "top", "middle", "bottom"]
Size = tuple[float, float]
_FURTHEST = 10_000_000


def position_at(x: float, y: float) -> Position:
    """The position, in whole canvas units (one change of a scene is a small diff)."""
    return Position(x=_whole(x), y=_whole(y))


def move(
    story: Story,
    scenes: Mapping[str, Position],
    notes: Mapping[str, Position] | None = None,
) -> Story:
    """Put scenes and sticky notes, by id, where they shall lie."""
    by_id = story.scene_by_id
    after = replace_scenes(
        story,
        [
            replace(by_id[each], position=position)
            for each, position in scenes.items()
            if by_id[each].position != position
        ],
    )
    if not notes:
        return after
    if missing := notes.keys() - {each.id for each in story.sticky_notes}:
        raise KeyError(min(missing))
    if all(notes.get(each.id, each.position) == each.position for each in story.sticky_notes):
        return after
    moved = tuple(
        replace(each, position=notes[each.id]) if each.id in notes else each
        for each in story.sticky_notes
    )
    return replace(after, sticky_notes=moved)


def align(story: Story, scene_ids: Collection[str], edge: Edge, sizes: Mapping[str, Size]) -> Story:
    """Align the scenes' cards on the outermost edge, or on the middle of all of them."""
    scenes = [story.scene_by_id[each] for each in scene_ids]
    if len(scenes) < 2:
        return story
    across = edge in ("left", "centre", "right")
    before = [_start(each, across) for each in scenes]
    lengths = [_length(sizes, each.id, across) for each in scenes]
    low = min(before)
    high = max(start + length for start, length in zip(before, lengths, strict=True))
    placed: dict[str, Position] = {}
    for scene, length in zip(scenes, lengths, strict=True):
        if edge in ("left", "top"):
            start = low
        elif edge in ("right", "bottom"):
            start = high - length
        else:
            start = (low + high - length) / 2
        placed[scene.id] = _with_start(scene, start, across)
    return move(story, placed)


def distribute(
    story: Story,
    scene_ids: Collection[str],
    direction: Literal["across", "down"],
    sizes: Mapping[str, Size],
) -> Story:
    """Make the gaps between the scenes' cards equal; the outermost two stay."""
    across = direction == "across"
    scenes = sorted(
        (story.scene_by_id[each] for each in scene_ids), key=lambda each: _start(each, across)
    )
    if len(scenes) < 3:
        return story
    first, last = _start(scenes[0], across), _start(scenes[-1], across)
    inner = sum(_length(sizes, each.id, across) for each in scenes[:-1])
    gap = (last - first - inner) / (len(scenes) - 1)
    placed: dict[str, Position] = {}
    at = first
    for scene in scenes[:-1]:
        placed[scene.id] = _with_start(scene, at, across)
        at += _length(sizes, scene.id, across) + gap
    return move(story, placed)


def _whole(value: float) -> int:
    return max(-_FURTHEST, min(_FURTHEST, round(value)))


def _start(scene: Scene, across: bool) -> float:
    return scene.position.x if across else scene.position.y


def _length(sizes: Mapping[str, Size], scene_id: str, across: bool) -> float:
    return sizes[scene_id][0 if across else 1]


def _with_start(scene: Scene, start: float, across: bool) -> Position:
    place = _whole(start)
    return replace(scene.position, x=place) if across else replace(scene.position, y=place)
