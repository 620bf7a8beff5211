"""The story itself, its settings and look, and small questions asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta

from studio.story.model.base import (
    FORMAT,
    VERSION,
    Base,
    Colour,
    LanguageTag,
    Number,
    RelativePath,
    RichText,
    Slug,
    Text,
)
from studio.story.model.decisions import Choice, Decision, Next
from studio.story.model.logic import Variable
from studio.story.model.scenes import (
    Chapter,
    Competence,
    GlossaryEntry,
    Indicator,
    Resource,
    Scene,
    StickyNote,
    Waiver,
)


class Theme(Base, frozen=True):
    """The film's own look; None keeps the player's default."""

    accent: Colour | None = None
    background: Colour | None = None
    foreground: Colour | None = None
    logo: RelativePath | None = None
    logo_description: Text = {}
    font: RelativePath | None = None


class Settings(Base, frozen=True):
    """How the film behaves for trainees."""

    frame_width: Annotated[int, Meta(ge=64, le=7680)] = 1280
    frame_height: Annotated[int, Meta(ge=64, le=4320)] = 720
    profile: str = "everywhere"
    loudness: Annotated[float, Meta(ge=-40.0, le=-5.0)] = -16.0
    """Integrated loudness target in LUFS."""
    pass_mark: Number | None = None
    reveal_map: Literal["never", "seen", "after_success", "always"] = "seen"
    """What of the scenes not seen the debrief's map shows."""
    seek: Literal["never", "seen", "always"] = "seen"
    certificate: bool = False
    quick_exit: bool = True


class Story(Base, frozen=True, dict=True, gc=True):
    """The whole authored work. ``languages[0]`` is the language it is written in."""

    format: Literal["scenario-studio-story"]
    version: Literal[1]
    id: Slug
    title: Text
    languages: Annotated[tuple[LanguageTag, ...], Meta(min_length=1)]
    start: Slug | None = None
    description: RichText = {}
    authors: tuple[str, ...] = ()
    licence: str = ""
    content_note: RichText = {}
    settings: Settings = Settings()
    theme: Theme = Theme()
    variables: tuple[Variable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    competences: tuple[Competence, ...] = ()
    resources: tuple[Resource, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    sticky_notes: tuple[StickyNote, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    scenes: tuple[Scene, ...] = ()

    @cached_property
    def scene_by_id(self) -> Mapping[str, Scene]:
        """Scenes by id; of two scenes with one id (a finding) the first wins."""
        return {scene.id: scene for scene in reversed(self.scenes)}

    @cached_property
    def variable_by_id(self) -> Mapping[str, Variable]:
        """Variables by id."""
        return {variable.id: variable for variable in reversed(self.variables)}

    @property
    def source_language(self) -> str:
        """The language the story is written in."""
        return self.languages[0]


def new_story(story_id: str, title: Text, languages: tuple[str, ...]) -> Story:
    """An empty story in the current format version."""
    return Story(format=FORMAT, version=VERSION, id=story_id, title=title, languages=languages)


def targets(scene: Scene) -> tuple[str, ...]:
    """Ids of the scenes that can follow ``scene`` on the bare graph, in the author's order.

    A choice to stay adds nothing; ids are not checked for existence.
    """
    match scene.then:
        case Decision(choices=choices):
            return tuple(choice.target for choice in choices if choice.target is not None)
        case Next(target=target, branches=branches):
            conditional = tuple(branch.target for branch in branches)
            return conditional if target is None else (*conditional, target)
        case _:
            return ()


def choice_of(scene: Scene, choice_id: str) -> Choice | None:
    """The scene's choice of that id, or None."""
    if not isinstance(scene.then, Decision):
        return None
    return next((choice for choice in scene.then.choices if choice.id == choice_id), None)
