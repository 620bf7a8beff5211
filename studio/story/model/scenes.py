"""Scenes, and what the author keeps beside them: indicators, resources, notes."""

from __future__ import annotations

from collections.abc import Mapping

from studio.story.model.base import (
    Base,
    Colour,
    Coordinate,
    LanguageTag,
    Number,
    RelativePath,
    RichText,
    Seconds,
    Slug,
    Text,
)
from studio.story.model.decisions import Continuation
from studio.story.model.footage import Card, Clip
from studio.story.model.logic import Effect


class Position(Base, frozen=True, omit_defaults=False):
    """Where the author put the scene on the map, in canvas units (pixels at 1:1)."""

    x: Coordinate = 0
    y: Coordinate = 0


class ContentNote(Base, frozen=True):
    """Shown before a hard scene; ``summary`` takes the scene's place when it is skipped."""

    text: RichText
    summary: RichText = {}


class Sighting(Base, frozen=True):
    """An indicator that can be noticed in the scene between two times."""

    indicator: Slug
    start: Seconds = 0
    end: Seconds | None = None


class Discussion(Base, frozen=True):
    """A question for the workshop, with time to talk about it."""

    question: Text
    seconds: Seconds | None = None


class Scene(Base, frozen=True):
    """One node of the graph: a clip or a card, then a decision, a way on, or an ending.

    ``then`` None means that the author has not decided yet; a check reports it.
    """

    id: Slug
    title: Text = {}
    position: Position = Position()
    chapter: Slug | None = None
    tags: tuple[str, ...] = ()
    clip: Clip | None = None
    card: Card | None = None
    then: Continuation | None = None
    effects: tuple[Effect, ...] = ()
    """Carried out each time the scene is entered."""
    content_note: ContentNote | None = None
    hard: bool = False
    indicators: tuple[Sighting, ...] = ()
    script: Text = {}
    notes: str = ""
    discussion: tuple[Discussion, ...] = ()


class Chapter(Base, frozen=True):
    """A named group of scenes."""

    id: Slug
    title: Text = {}
    colour: Colour | None = None
    collapsed: bool = False


class Indicator(Base, frozen=True):
    """A sign of trafficking that can be noticed."""

    id: Slug
    name: Text = {}
    description: RichText = {}
    resources: tuple[Slug, ...] = ()


class Competence(Base, frozen=True):
    """What is trained; ``pass_mark`` is in points of this competence."""

    id: Slug
    name: Text = {}
    description: RichText = {}
    pass_mark: Number | None = None


class Resource(Base, frozen=True):
    """A procedure, phone number, document or link; ``help`` puts it under "where to get help"."""

    id: Slug
    title: Text = {}
    description: RichText = {}
    file: Mapping[str, RelativePath] = {}
    link: Text = {}
    phone: str | None = None
    help: bool = False


class GlossaryEntry(Base, frozen=True):
    """A term and its meaning.

    ``forms`` are other forms of the term by which it is found in running text, separated by
    commas: *ofiary, ofiarą, ofiar*.
    """

    id: Slug
    term: Text
    forms: Text = {}
    meaning: RichText = {}


class StickyNote(Base, frozen=True):
    """A note on the map, for authors only."""

    id: Slug
    text: str = ""
    position: Position = Position()
    width: Coordinate = 220
    height: Coordinate = 140
    colour: Colour | None = None


class Waiver(Base, frozen=True):
    """A finding that the author accepts, with the reason; a place not named covers all places.

    ``item`` is the id of a variable, indicator, competence, resource or chapter.
    """

    code: str
    reason: str
    scene: Slug | None = None
    choice: Slug | None = None
    language: LanguageTag | None = None
    item: Slug | None = None
    file: RelativePath | None = None
