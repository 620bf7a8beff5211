"""Edits of whole scenes."""

from __future__ import annotations

from msgspec.structs import replace

from studio.story.model import Scene, Story


def replace_scene(story: Story, scene: Scene) -> Story:
    """Put the scene in the place of the one with the same id."""
    before = story.scene_by_id[scene.id]
    if before is scene:
        return story
    scenes = tuple(scene if each is before else each for each in story.scenes)
    return replace(story, scenes=scenes)
