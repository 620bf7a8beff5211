"""Edits of chapters: named, coloured groups of scenes."""

from __future__ import annotations

from collections.abc import Collection

from msgspec.structs import replace

from studio.story.edits.identifiers import first_words, slug, unique_id
from studio.story.edits.scenes import replace_scenes
from studio.story.edits.texts import with_text
from studio.story.model import Chapter, Story, Text


def group_into_chapter(
    story: Story, scene_ids: Collection[str], title: Text, colour: str | None = None
) -> Story:
    """Make a chapter of the scenes; ``chapters[-1]`` of the result is it.

    Scenes leave the chapter they were in; one that loses its last scene goes.
    """
    if not scene_ids:
        raise ValueError("a chapter needs a scene")
    wanted = slug(first_words(title, story.languages), "chapter")
    taken = {each.id for each in story.chapters} | {each.chapter or "" for each in story.scenes}
    chapter = Chapter(id=unique_id(wanted, taken), title=title, colour=colour)
    return put_into_chapter(
        replace(story, chapters=(*story.chapters, chapter)), scene_ids, chapter.id
    )


def put_into_chapter(story: Story, scene_ids: Collection[str], chapter_id: str | None) -> Story:
    """Move the scenes to a chapter, or out of any; a chapter left without scenes goes."""
    if chapter_id is not None:
        _chapter(story, chapter_id)
    scenes = [story.scene_by_id[each] for each in scene_ids]
    moved = [replace(each, chapter=chapter_id) for each in scenes if each.chapter != chapter_id]
    if not moved:
        return story
    left = {each.chapter for each in scenes}
    after = replace_scenes(story, moved)
    emptied = left - {each.chapter for each in after.scenes}
    chapters = tuple(each for each in after.chapters if each.id not in emptied)
    return after if len(chapters) == len(after.chapters) else replace(after, chapters=chapters)


def ungroup(story: Story, chapter_id: str) -> Story:
    """Dissolve the chapter; its scenes stay, in none."""
    chapter = _chapter(story, chapter_id)
    inside = [each for each in story.scenes if each.chapter == chapter_id]
    after = replace_scenes(story, [replace(each, chapter=None) for each in inside])
    return replace(after, chapters=tuple(each for each in after.chapters if each is not chapter))


def retitle_chapter(story: Story, chapter_id: str, language: str, words: str) -> Story:
    """Name the chapter in one language."""
    chapter = _chapter(story, chapter_id)
    title = with_text(chapter.title, language, words)
    return story if title is chapter.title else _put(story, chapter, replace(chapter, title=title))


def recolour_chapter(story: Story, chapter_id: str, colour: str | None) -> Story:
    """Give the chapter a colour ``#rrggbb``; None lets the map choose."""
    chapter = _chapter(story, chapter_id)
    if chapter.colour == colour:
        return story
    return _put(story, chapter, replace(chapter, colour=colour))


def collapse_chapter(story: Story, chapter_id: str, collapsed: bool) -> Story:
    """Show the chapter on the map as one small frame, or open it again."""
    chapter = _chapter(story, chapter_id)
    if chapter.collapsed == collapsed:
        return story
    return _put(story, chapter, replace(chapter, collapsed=collapsed))


def _chapter(story: Story, chapter_id: str) -> Chapter:
    for chapter in story.chapters:
        if chapter.id == chapter_id:
            return chapter
    raise KeyError(chapter_id)


def _put(story: Story, before: Chapter, after: Chapter) -> Story:
    chapters = tuple(after if each is before else each for each in story.chapters)
    return replace(story, chapters=chapters)
