"""The film format, version 1: what the player reads. ``docs/film-format.md`` describes it.

The story's own structs for conditions, effects and regions appear here unchanged: both engines
give them one meaning. Everything else is resolved: every text in every film language, light
Markdown as trees (:mod:`exporters.rich_text`), captions as cues, media as relative addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from exporters.rich_text import Blocks
from studio.story.model import Condition, ConditionalTarget, Effect, Number, Region, Variable

FORMAT = "scenario-studio-film"
VERSION = 1

Text = Mapping[str, str]
Rich = Mapping[str, Blocks]
Cue = tuple[float, float, str]


class FilmMedia(Struct, frozen=True):
    """One clip in one language: relative address, MIME type, length in seconds.

    ``poster`` is the address of a picture of it; ``card`` says that the clip shows the scene's
    card, whose words are in the scene's ``card``.
    """

    src: str
    type: str
    seconds: float
    poster: str | None
    card: bool


class FilmCard(Struct, frozen=True):
    """What stands in for the clip; ``seconds`` per language, by reading speed if not given."""

    text: Rich
    image: str | None
    image_description: Text
    seconds: Mapping[str, float]


class FilmFeedback(Struct, frozen=True):
    """Feedback about a choice; ``media`` is a clip by language, empty without one."""

    text: Rich
    why: Rich
    when: Literal["at_once", "debrief"]
    image: str | None
    image_description: Text
    resources: tuple[str, ...]
    media: Mapping[str, FilmMedia]
    captions: Mapping[str, tuple[Cue, ...]]


class FilmChoice(Struct, frozen=True):
    """One choice of a decision."""

    id: str
    text: Text
    region: Region | None
    condition: Condition | None
    when_unavailable: Literal["hide", "disable"]
    unavailable_reason: Text
    effects: tuple[Effect, ...]
    score: Number
    competences: Mapping[str, Number]
    verdict: Literal["right", "acceptable", "wrong"] | None
    feedback: FilmFeedback | None
    target: str | None
    once: bool
    offered: bool


class FilmDecision(Struct, frozen=True, tag="decision", tag_field="kind"):
    """A decision; times in seconds of the exported clip."""

    prompt: Text
    opens: float | None
    time_limit: float | None
    on_timeout: str | None
    while_waiting: Literal["hold", "loop", "continue"]
    on_choice: Literal["cut", "play_out"]
    retry: bool
    shuffle: bool
    hint_after: float | None
    choices: tuple[FilmChoice, ...]
    loop: FilmMedia | None
    """Footage that runs round and round while the decision waits, if it is not the clip's own."""


class FilmNext(Struct, frozen=True, tag="next", tag_field="kind"):
    """One way on."""

    target: str | None
    branches: tuple[ConditionalTarget, ...]


class FilmEnding(Struct, frozen=True, tag="ending", tag_field="kind"):
    """An ending with its debrief."""

    outcome: Literal["success", "partial", "failure", "neutral"]
    headline: Text
    debrief: Rich
    resources: tuple[str, ...]


class FilmSighting(Struct, frozen=True):
    """When an indicator can be noticed."""

    indicator: str
    start: float
    end: float | None


class FilmContentNote(Struct, frozen=True):
    """The note before a hard scene and the summary that replaces it."""

    text: Rich
    summary: Rich


class FilmDiscussion(Struct, frozen=True):
    """A workshop question."""

    question: Text
    seconds: float | None


class FilmScene(Struct, frozen=True):
    """One scene."""

    id: str
    title: Text
    position: tuple[float, float]
    chapter: str | None
    media: Mapping[str, FilmMedia]
    described: Mapping[str, FilmMedia]
    """The same with audio description, in the languages that have it."""
    captions: Mapping[str, tuple[Cue, ...]]
    card: FilmCard
    transcript: Rich
    effects: tuple[Effect, ...]
    indicators: tuple[FilmSighting, ...]
    content_note: FilmContentNote | None
    hard: bool
    discussion: tuple[FilmDiscussion, ...]
    then: FilmDecision | FilmNext | FilmEnding | None


class FilmIndicator(Struct, frozen=True):
    """An indicator."""

    id: str
    name: Text
    description: Rich
    resources: tuple[str, ...]


class FilmCompetence(Struct, frozen=True):
    """A competence; ``most`` are the points that the best playthrough gains (None: unknown)."""

    id: str
    name: Text
    description: Rich
    pass_mark: Number | None
    most: float | None


class FilmResource(Struct, frozen=True):
    """A resource; ``file`` maps language to a relative address."""

    id: str
    title: Text
    description: Rich
    file: Mapping[str, str]
    link: Text
    phone: str | None
    help: bool


class FilmTerm(Struct, frozen=True):
    """A glossary entry; ``forms`` are what it is found by in running text, longest first."""

    id: str
    term: Text
    forms: Mapping[str, tuple[str, ...]]
    meaning: Rich


class FilmChapter(Struct, frozen=True):
    """A chapter."""

    id: str
    title: Text


class FilmSettings(Struct, frozen=True):
    """How the film behaves; ``most`` is the best score of all playthroughs (None: unknown)."""

    frame_width: int
    frame_height: int
    pass_mark: Number | None
    most: float | None
    reveal_map: Literal["never", "seen", "after_success", "always"]
    seek: Literal["never", "seen", "always"]
    certificate: bool
    quick_exit: bool


class FilmTheme(Struct, frozen=True):
    """The film's look; None keeps the player's default.

    ``font`` is a data address: Firefox reads no font file from ``file://``.
    """

    accent: str | None
    background: str | None
    foreground: str | None
    logo: str | None
    logo_description: Text
    font: str | None


class Film(Struct, frozen=True):
    """The compiled film. ``hash`` identifies the story's content that it was made from.

    ``words`` are what the player itself says, by language and key (``exporters/web/words``).
    """

    format: str
    version: int
    id: str
    hash: str
    languages: tuple[str, ...]
    words: Mapping[str, Mapping[str, str]]
    title: Text
    description: Rich
    content_note: Rich
    start: str | None
    settings: FilmSettings
    theme: FilmTheme
    variables: tuple[Variable, ...]
    indicators: tuple[FilmIndicator, ...]
    competences: tuple[FilmCompetence, ...]
    resources: tuple[FilmResource, ...]
    glossary: tuple[FilmTerm, ...]
    chapters: tuple[FilmChapter, ...]
    scenes: tuple[FilmScene, ...]
