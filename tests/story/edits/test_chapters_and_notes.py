"""Edits of chapters and sticky notes."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from studio.story import edits
from studio.story.model import Chapter, Position, Scene, Story, new_story


@pytest.fixture
def story() -> Story:
    scenes = tuple(Scene(id=each) for each in ("one", "two", "three"))
    return replace(new_story("s", {"pl": "S"}, ("pl", "en")), scenes=scenes)


def chapters_of(story: Story) -> list[str | None]:
    return [scene.chapter for scene in story.scenes]


def test_grouping_makes_a_chapter_and_dissolves_what_is_left_empty(story: Story) -> None:
    first = edits.group_into_chapter(story, ["one", "two"], {"pl": "Rozmowa"}, "#112233")
    assert first.chapters == (Chapter(id="rozmowa", title={"pl": "Rozmowa"}, colour="#112233"),)
    assert chapters_of(first) == ["rozmowa", "rozmowa", None]
    second = edits.group_into_chapter(first, ["one", "two"], {"pl": "Rozmowa"})
    assert [each.id for each in second.chapters] == ["rozmowa_2"]
    with pytest.raises(ValueError, match="needs a scene"):
        edits.group_into_chapter(story, [], {})


def test_scenes_change_chapters(story: Story) -> None:
    made = edits.group_into_chapter(story, ["one", "two"], {"pl": "Rozmowa"})
    joined = edits.put_into_chapter(made, ["three"], "rozmowa")
    assert chapters_of(joined) == ["rozmowa"] * 3
    assert edits.put_into_chapter(joined, ["three"], "rozmowa") is joined
    assert edits.put_into_chapter(joined, ["one", "two", "three"], None).chapters == ()
    with pytest.raises(KeyError):
        edits.put_into_chapter(story, ["one"], "gone")


def test_ungrouping_keeps_the_scenes(story: Story) -> None:
    made = edits.group_into_chapter(story, ["one", "two"], {"pl": "Rozmowa"})
    assert edits.ungroup(made, "rozmowa") == story


def test_a_chapter_is_named_coloured_and_collapsed(story: Story) -> None:
    made = edits.group_into_chapter(story, ["one"], {"pl": "Rozmowa"})
    named = edits.retitle_chapter(made, "rozmowa", "en", "The talk")
    coloured = edits.recolour_chapter(named, "rozmowa", "#abcdef")
    closed = edits.collapse_chapter(coloured, "rozmowa", True)
    assert closed.chapters == (
        Chapter(
            id="rozmowa",
            title={"pl": "Rozmowa", "en": "The talk"},
            colour="#abcdef",
            collapsed=True,
        ),
    )
    assert edits.retitle_chapter(closed, "rozmowa", "en", "The talk") is closed
    assert edits.recolour_chapter(closed, "rozmowa", "#abcdef") is closed
    assert edits.collapse_chapter(closed, "rozmowa", True) is closed


def test_notes_are_added_written_resized_coloured_and_deleted(story: Story) -> None:
    made = edits.add_note(story, "Ask Ola", Position(1, 2))
    made = edits.add_note(made, "Film at night", Position(3, 4), "#ffeeaa")
    assert [each.id for each in made.sticky_notes] == ["note", "note_2"]
    changed = edits.write_note(made, "note", "Ask Ola about the light")
    changed = edits.resize_note(changed, "note", 300.4, 20)
    changed = edits.recolour_note(changed, "note", "#aaccff")
    note = changed.sticky_notes[0]
    assert (note.text, note.width, note.height, note.colour) == (
        "Ask Ola about the light",
        300,
        60,
        "#aaccff",
    )
    assert edits.write_note(changed, "note", note.text) is changed
    assert edits.resize_note(changed, "note", 300, 60) is changed
    assert edits.recolour_note(changed, "note", "#aaccff") is changed
    assert edits.delete_notes(changed, ["note"]).sticky_notes == made.sticky_notes[1:]
    with pytest.raises(KeyError):
        edits.delete_notes(story, ["note"])
