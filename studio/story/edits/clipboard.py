"""Copy, paste and duplicate: scenes and notes as a fragment of a story that can travel as JSON."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Literal, TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from studio.story.edits.arrangement import position_at
from studio.story.edits.identifiers import taken_scene_ids, unique_id
from studio.story.model import (
    AddToVariable,
    Base,
    Chapter,
    Choice,
    Chosen,
    Comparison,
    Competence,
    ConditionalTarget,
    Ending,
    Feedback,
    Indicator,
    Next,
    Noticed,
    NoticeIndicator,
    Position,
    Resource,
    Scene,
    ScoreComparison,
    SetVariable,
    Sighting,
    Slug,
    StickyNote,
    Story,
    Variable,
    Visited,
    targets,
)

FRAGMENT = "scenario-studio-fragment"
AnyStruct = TypeVar("AnyStruct", bound=Struct)
Item = TypeVar("Item", bound=Variable | Indicator | Competence | Resource | Chapter)


class Fragment(Base, frozen=True):
    """Scenes and notes with everything of their story that they speak of.

    ``story`` is the id of the story they come from; ``folder`` is where its files lie, for a
    paste into another story on the same computer.
    """

    format: Literal["scenario-studio-fragment"]
    version: Literal[1]
    story: Slug
    folder: str = ""
    scenes: tuple[Scene, ...] = ()
    sticky_notes: tuple[StickyNote, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    variables: tuple[Variable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    competences: tuple[Competence, ...] = ()
    resources: tuple[Resource, ...] = ()


def copy(
    story: Story, scene_ids: Collection[str], note_ids: Collection[str] = (), folder: str = ""
) -> Fragment:
    """The scenes and notes, in the story's order, and the definitions that they use."""
    for each in scene_ids:
        if each not in story.scene_by_id:
            raise KeyError(each)
    scenes = tuple(each for each in story.scenes if each.id in scene_ids)
    used = {words for scene in scenes for words in _mentions(scene)}
    indicators = tuple(each for each in story.indicators if each.id in used)
    used |= {resource for each in indicators for resource in each.resources}
    chapters = {each.chapter for each in scenes}
    return Fragment(
        format=FRAGMENT,
        version=1,
        story=story.id,
        folder=folder,
        scenes=scenes,
        sticky_notes=tuple(each for each in story.sticky_notes if each.id in note_ids),
        chapters=tuple(each for each in story.chapters if each.id in chapters),
        variables=tuple(each for each in story.variables if each.id in used),
        indicators=indicators,
        competences=tuple(each for each in story.competences if each.id in used),
        resources=tuple(each for each in story.resources if each.id in used),
    )


def fragment_to_json(fragment: Fragment) -> str:
    """The fragment as a JSON document."""
    return msgspec.json.format(msgspec.json.encode(fragment), indent=2).decode()


def fragment_from_json(document: str) -> Fragment:
    """The fragment in the document; ValueError for anything else."""
    try:
        return msgspec.json.decode(document, type=Fragment)
    except (msgspec.MsgspecError, UnicodeError, RecursionError) as error:
        raise ValueError("this is no fragment of a story") from error


def paste(story: Story, fragment: Fragment, at: Position | None = None) -> Story:
    """Add the fragment's scenes and notes; they are the last ones of the result.

    The upper left corner of the fragment comes to ``at`` (None: where it was). Ids that are taken
    are renamed, and ways and conditions inside the fragment follow. Ways out of it lead to where
    they led when it comes from this very story; from another story they lead nowhere, never to a
    scene that happens to have the same id. Definitions that this story lacks come along.
    """
    taken = taken_scene_ids(story)
    names: dict[str, str] = {}
    for scene in fragment.scenes:
        names[scene.id] = unique_id(scene.id, taken)
        taken.add(names[scene.id])
    if fragment.story != story.id:
        for scene in fragment.scenes:
            for target in targets(scene):
                if target not in names:
                    names[target] = unique_id(target, taken)
                    taken.add(names[target])
    shift = _shift(fragment, at)
    scenes = [
        replace(
            _renamed(each, names),
            id=names[each.id],
            position=position_at(each.position.x + shift[0], each.position.y + shift[1]),
        )
        for each in fragment.scenes
    ]
    notes = list(story.sticky_notes)
    for note in fragment.sticky_notes:
        place = position_at(note.position.x + shift[0], note.position.y + shift[1])
        name = unique_id(note.id, {each.id for each in notes})
        notes.append(replace(note, id=name, position=place))
    start = story.start
    if not story.scenes and scenes:
        start = scenes[0].id
    return replace(
        story,
        start=start,
        scenes=(*story.scenes, *scenes),
        sticky_notes=tuple(notes),
        chapters=_with(story.chapters, fragment.chapters),
        variables=_with(story.variables, fragment.variables),
        indicators=_with(story.indicators, fragment.indicators),
        competences=_with(story.competences, fragment.competences),
        resources=_with(story.resources, fragment.resources),
    )


def duplicate(
    story: Story,
    scene_ids: Collection[str],
    note_ids: Collection[str] = (),
    offset: tuple[float, float] = (40, 40),
) -> Story:
    """Copy scenes and notes beside themselves; the copies are the last ones of the result."""
    fragment = copy(story, scene_ids, note_ids)
    x, y = _corner(fragment)
    return paste(story, fragment, position_at(x + offset[0], y + offset[1]))


def _corner(fragment: Fragment) -> tuple[float, float]:
    placed = (*fragment.scenes, *fragment.sticky_notes)
    if not placed:
        return 0, 0
    return min(each.position.x for each in placed), min(each.position.y for each in placed)


def _shift(fragment: Fragment, at: Position | None) -> tuple[float, float]:
    if at is None:
        return 0, 0
    x, y = _corner(fragment)
    return at.x - x, at.y - y


def _with(present: tuple[Item, ...], more: tuple[Item, ...]) -> tuple[Item, ...]:
    ids = {each.id for each in present}
    new = tuple(each for each in more if each.id not in ids)
    return (*present, *new) if new else present


def _mentions(value: object) -> Iterator[str]:
    """Ids of variables, indicators, competences and resources that the value speaks of."""
    match value:
        case Comparison() | SetVariable() | AddToVariable():
            yield value.variable
        case Noticed() | NoticeIndicator() | Sighting():
            yield value.indicator
        case ScoreComparison(competence=str() as competence):
            yield competence
        case Choice():
            yield from value.competences
        case Feedback() | Ending():
            yield from value.resources
        case _:
            pass
    if isinstance(value, Struct):
        for name in value.__struct_fields__:
            yield from _mentions(getattr(value, name))
    elif isinstance(value, tuple):
        for each in value:
            yield from _mentions(each)


def _renamed(value: AnyStruct, names: Mapping[str, str]) -> AnyStruct:
    """The struct with every scene id inside it, at any depth, under its new name."""
    changes: dict[str, Any] = {}
    for name in value.__struct_fields__:
        before = getattr(value, name)
        after = before
        if isinstance(before, Struct):
            after = _renamed(before, names)
        elif isinstance(before, tuple):
            inner = tuple(
                _renamed(each, names) if isinstance(each, Struct) else each for each in before
            )
            if any(new is not old for new, old in zip(inner, before, strict=True)):
                after = inner
        if after is not before:
            changes[name] = after
    if isinstance(value, Visited | Chosen) and value.scene in names:
        changes["scene"] = names[value.scene]
    if isinstance(value, Choice | Next | ConditionalTarget) and value.target is not None:
        changes["target"] = names.get(value.target, value.target)
    return replace(value, **changes) if changes else value
