"""Beginning a story: empty, or from one of the templates that come with the program.

A template is a whole small story in Polish and English that passes the checks: something to
change rather than a blank page.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import Literal, get_args

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from studio.story.edits import slug
from studio.story.files import STORY_FILE, read_story
from studio.story.model import Story, Text, new_story

Template = Literal["empty", "guided_conversation", "inspection", "interview"]
TEMPLATES: tuple[Template, ...] = get_args(Template)


def begin_story(template: Template, title: str, languages: tuple[str, ...]) -> Story:
    """A new story with this title in ``languages[0]``.

    A template brings its own languages, of which those asked for come first.
    """
    story_id = slug(title, "story")
    if template == "empty":
        return new_story(story_id, {languages[0]: title}, languages)
    story = template_story(template)
    own = tuple(each for each in languages if each in story.languages)
    ordered = (*own, *(each for each in story.languages if each not in own))
    named = dict.fromkeys(story.languages, title) if title else story.title
    return replace(story, id=story_id, title=named, languages=ordered)


def template_story(template: Template) -> Story:
    """The story of a template that is not the empty one."""
    source = files("studio.story") / "templates" / f"{template}.json"
    return read_story(source.read_bytes()).story


def sample_folders() -> list[Path]:
    """The sample stories: beside the installed program's modules, or in the source tree."""
    package = Path(__file__).parents[1]
    installed, source = package / "samples", package.parent / "sample_projects"
    samples = installed if installed.is_dir() else source
    return sorted(path.parent for path in samples.glob("*/story.json"))


class _Titled(Struct):
    title: Text


def title_of(folder: Path) -> Text:
    """The title of the story in a folder, read without the rest; empty if it cannot be read."""
    try:
        return msgspec.json.decode((folder / STORY_FILE).read_bytes(), type=_Titled).title
    except (OSError, msgspec.DecodeError):
        return {}
