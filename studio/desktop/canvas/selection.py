"""What is selected on the map. It belongs to the view, never to the story."""

from __future__ import annotations

from dataclasses import dataclass

from studio.story.edits import Port
from studio.story.model import Story


@dataclass(frozen=True)
class Selection:
    """Scenes and notes, or one chapter, or one way; ids in the order of selection."""

    scenes: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    chapter: str | None = None
    way: Port | None = None

    def __bool__(self) -> bool:
        return bool(self.scenes or self.notes or self.chapter or self.way)

    @property
    def scene(self) -> str | None:
        """The scene, if nothing but one scene is selected."""
        return self.scenes[0] if len(self.scenes) == 1 and not self.notes else None

    def toggled(self, *, scene: str | None = None, note: str | None = None) -> Selection:
        """With one more scene or note, or without it if it was selected."""
        scenes, notes = self.scenes, self.notes
        if scene is not None:
            scenes = _toggle(scenes, scene)
        if note is not None:
            notes = _toggle(notes, note)
        return Selection(scenes, notes)

    def within(self, story: Story) -> Selection:
        """What of the selection is still there in this value."""
        scenes = tuple(each for each in self.scenes if each in story.scene_by_id)
        known = {each.id for each in story.sticky_notes} if self.notes else set()
        notes = tuple(each for each in self.notes if each in known)
        chapter = self.chapter
        if chapter is not None and all(each.id != chapter for each in story.chapters):
            chapter = None
        way = self.way
        if way is not None and way.scene not in story.scene_by_id:
            way = None
        return Selection(scenes, notes, chapter, way)


def _toggle(ids: tuple[str, ...], each: str) -> tuple[str, ...]:
    return tuple(other for other in ids if other != each) if each in ids else (*ids, each)
