"""Edits of sticky notes: words on the map, for authors only."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from studio.story.edits.identifiers import unique_id
from studio.story.model import Position, StickyNote, Story


def add_note(story: Story, text: str, position: Position, colour: str | None = None) -> Story:
    """Add a sticky note at the end; ``sticky_notes[-1]`` of the result is it."""
    taken = {each.id for each in story.sticky_notes}
    note = StickyNote(id=unique_id("note", taken), text=text, position=position, colour=colour)
    return replace(story, sticky_notes=(*story.sticky_notes, note))


def write_note(story: Story, note_id: str, text: str) -> Story:
    """Write on the note."""
    note = _note(story, note_id)
    return story if note.text == text else _put(story, note, replace(note, text=text))


def resize_note(story: Story, note_id: str, width: float, height: float) -> Story:
    """Give the note a size in canvas units; it stays large enough to be read and caught."""
    note = _note(story, note_id)
    size = (max(100, round(width)), max(60, round(height)))
    if (note.width, note.height) == size:
        return story
    return _put(story, note, replace(note, width=size[0], height=size[1]))


def recolour_note(story: Story, note_id: str, colour: str | None) -> Story:
    """Give the note a colour ``#rrggbb``; None is the usual yellow."""
    note = _note(story, note_id)
    return story if note.colour == colour else _put(story, note, replace(note, colour=colour))


def delete_notes(story: Story, note_ids: Collection[str]) -> Story:
    """Take notes off the map."""
    for each in note_ids:
        _note(story, each)
    if not note_ids:
        return story
    kept = tuple(each for each in story.sticky_notes if each.id not in note_ids)
    return replace(story, sticky_notes=kept)


def _note(story: Story, note_id: str) -> StickyNote:
    for note in story.sticky_notes:
        if note.id == note_id:
            return note
    raise KeyError(note_id)


def _put(story: Story, before: StickyNote, after: StickyNote) -> Story:
    notes = tuple(after if each is before else each for each in story.sticky_notes)
    return replace(story, sticky_notes=notes)
