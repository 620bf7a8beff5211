"""Edits of many scenes at once."""

from __future__ import annotations

from collections.abc import Collection

from studio.story.edits.places import Address
from studio.story.edits.walk import put_values
from studio.story.model import Story


def add_tag(story: Story, scenes: Collection[str], tag: str) -> Story:
    """Give all these scenes a tag; KeyError if one of them is not there."""
    changes: dict[Address, object] = {}
    for scene_id in scenes:
        tags = story.scene_by_id[scene_id].tags
        if tag not in tags:
            changes["scenes", scene_id, "tags"] = (*tags, tag)
    return put_values(story, changes)


def remove_tag(story: Story, scenes: Collection[str], tag: str) -> Story:
    """Take a tag from all these scenes; KeyError if one of them is not there."""
    changes: dict[Address, object] = {}
    for scene_id in scenes:
        tags = story.scene_by_id[scene_id].tags
        if tag in tags:
            changes["scenes", scene_id, "tags"] = tuple(each for each in tags if each != tag)
    return put_values(story, changes)


def put_in_scenes(story: Story, scenes: Collection[str], below: Address, value: object) -> Story:
    """Put one value at the same place below each scene, e.g. ``("chapter",)``.

    A scene without the part named first (a clip) is passed over.
    """
    changes: dict[Address, object] = {}
    for scene_id in scenes:
        scene = story.scene_by_id[scene_id]
        if len(below) == 1 or getattr(scene, str(below[0])) is not None:
            changes["scenes", scene_id, *below] = value
    return put_values(story, changes)
