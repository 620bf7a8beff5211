"""Edits of whole scenes: add, delete, replace, make the start or an ending, attach a clip."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Literal

from msgspec.structs import replace

from studio.story.edits.identifiers import first_words, slug, taken_scene_ids, unique_id
from studio.story.model import (
    Clip,
    Ending,
    Footage,
    Next,
    Position,
    Scene,
    Story,
    Text,
)

Outcome = Literal["success", "partial", "failure", "neutral"]


def replace_scene(story: Story, scene: Scene) -> Story:
    """Put the scene in the place of the one with the same id."""
    return replace_scenes(story, (scene,))


def replace_scenes(story: Story, scenes: Iterable[Scene]) -> Story:
    """Put each scene in the place of the one with the same id."""
    by_id = story.scene_by_id
    changed = {id(by_id[each.id]): each for each in scenes if by_id[each.id] is not each}
    if not changed:
        return story
    return replace(story, scenes=tuple(changed.get(id(each), each) for each in story.scenes))


def add_scene(
    story: Story,
    title: Text,
    position: Position = Position(),  # noqa: B008 (an immutable value)
    *,
    chapter: str | None = None,
    clip: Clip | None = None,
) -> Story:
    """Add a scene at the end; ``story.scenes[-1]`` of the result is it.

    Its id is a slug of the title in the language the story is written in. The first scene of a
    story becomes its start.
    """
    wanted = slug(first_words(title, story.languages), "scene")
    scene = Scene(
        id=unique_id(wanted, taken_scene_ids(story)),
        title=title,
        position=position,
        chapter=chapter,
        clip=clip,
    )
    start = story.start if story.scenes else scene.id
    return replace(story, scenes=(*story.scenes, scene), start=start)


def delete_scenes(story: Story, scene_ids: Collection[str]) -> Story:
    """Take scenes out, with their waivers and the chapters that lose their last scene.

    A choice or a conditional way that led to one keeps its target: it leads nowhere, which a
    finding says, while "no target" would quietly mean "stay in the decision". A plain way on
    becomes open. Conditions about the scenes stay and are reported, too.
    """
    gone = set(scene_ids)
    if missing := gone - story.scene_by_id.keys():
        raise KeyError(min(missing))
    if not gone:
        return story
    kept: list[Scene] = []
    for scene in story.scenes:
        if scene.id in gone:
            continue
        if isinstance(scene.then, Next) and scene.then.target in gone:
            scene = replace(scene, then=replace(scene.then, target=None))
        kept.append(scene)
    emptied = {each.chapter for each in story.scenes} - {each.chapter for each in kept}
    return replace(
        story,
        scenes=tuple(kept),
        start=None if story.start in gone else story.start,
        chapters=tuple(each for each in story.chapters if each.id not in emptied),
        waivers=tuple(each for each in story.waivers if each.scene not in gone),
    )


def reorder_scenes(story: Story, scene_ids: Collection[str], before: str | None) -> Story:
    """Move scenes, in their order, to before another one in tables and files (None: the end)."""
    moving = set(scene_ids)
    for each in (*moving, *([] if before is None else [before])):
        if each not in story.scene_by_id:
            raise KeyError(each)
    block = [each for each in story.scenes if each.id in moving]
    after: list[Scene] = []
    for scene in story.scenes:
        if scene.id == before:
            after += block
        if scene.id not in moving:
            after.append(scene)
    if before is None:
        after += block
    if len(after) != len(story.scenes) or tuple(after) == story.scenes:
        return story
    return replace(story, scenes=tuple(after))


def set_start(story: Story, scene_id: str) -> Story:
    """Let the film begin with the scene."""
    scene = story.scene_by_id[scene_id]
    return story if story.start == scene.id else replace(story, start=scene.id)


def make_ending(story: Story, scene_id: str, outcome: Outcome) -> Story:
    """Make the scene an ending with this outcome; what an ending says already is kept."""
    scene = story.scene_by_id[scene_id]
    if isinstance(scene.then, Ending):
        if scene.then.outcome == outcome:
            return story
        then = replace(scene.then, outcome=outcome)
    else:
        then = Ending(outcome=outcome)
    return replace_scene(story, replace(scene, then=then))


def reopen_ending(story: Story, scene_id: str) -> Story:
    """Make an ending a scene again that something follows; any other scene stays as it is."""
    scene = story.scene_by_id[scene_id]
    if not isinstance(scene.then, Ending):
        return story
    return replace_scene(story, replace(scene, then=None))


def attach_clip(story: Story, scene_id: str, file: str, language: str | None = None) -> Story:
    """Show the media file (relative to the story's folder) in the scene.

    A scene that has a clip gets other footage and keeps captions, treatment and dubs; marks and
    poster belonged to the old file and go. ``language`` attaches it as that language's dub.
    """
    scene = story.scene_by_id[scene_id]
    footage = Footage(file=file)
    if scene.clip is None:
        clip = Clip(footage=footage)
    elif language is not None:
        dubbed: Mapping[str, Footage] = {**scene.clip.dubbed, language: footage}
        clip = replace(scene.clip, dubbed=dubbed)
    elif scene.clip.footage.file == file:
        return story
    else:
        clip = replace(scene.clip, footage=footage, poster=None)
    return replace_scene(story, replace(scene, clip=clip))
