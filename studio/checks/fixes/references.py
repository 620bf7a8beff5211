"""Fixes of identifiers that point nowhere: what is meant is declared, or the mention removed."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import found, put, take_out
from studio.checks.walk import walk_head, walk_scene
from studio.story.finding import Finding
from studio.story.model import (
    AddToVariable,
    Chapter,
    Comparison,
    Competence,
    Ending,
    FlagVariable,
    Indicator,
    NumberVariable,
    Position,
    Scene,
    SetVariable,
    Story,
    choice_of,
)
from studio.story.rules import is_number

_STEP_RIGHT = 320
"""How far right of the scene that leads to it a new scene stands, in canvas units."""


def _words(story: Story, identifier: str) -> dict[str, str]:
    """A name to begin with, in the language the story is written in."""
    return {story.source_language: identifier.replace("_", " ").replace("-", " ").capitalize()}


def _mentioned(story: Story, finding: Finding) -> str:
    """The identifier at the place; KeyError if another thing stands there by now."""
    mentioned = found(story, finding)
    if not isinstance(mentioned, str):
        raise KeyError(mentioned)
    return mentioned


def _create_scene(story: Story, finding: Finding) -> Story:
    wanted = _mentioned(story, finding)
    if wanted in story.scene_by_id:
        return story
    source = story.scene_by_id[finding.place.scene or ""].position
    scene = Scene(
        wanted,
        _words(story, wanted),
        Position(min(source.x + _STEP_RIGHT, 10_000_000), source.y),
        then=Ending(),
    )
    return replace(story, scenes=(*story.scenes, scene))


def _drop_timeout(story: Story, finding: Finding) -> Story:
    """An answer that is not there is never taken, so nothing changes for the trainee."""
    mentioned = _mentioned(story, finding)
    if choice_of(story.scene_by_id[finding.place.scene or ""], mentioned) is not None:
        return story
    return put(story, finding, None)


def _declare_chapter(story: Story, finding: Finding) -> Story:
    wanted = _mentioned(story, finding)
    if any(each.id == wanted for each in story.chapters):
        return story
    return replace(story, chapters=(*story.chapters, Chapter(wanted, _words(story, wanted))))


def _declare_indicator(story: Story, finding: Finding) -> Story:
    wanted = _mentioned(story, finding)
    if any(each.id == wanted for each in story.indicators):
        return story
    return replace(story, indicators=(*story.indicators, Indicator(wanted, _words(story, wanted))))


def _declare_competence(story: Story, finding: Finding) -> Story:
    path = finding.place.path or ""
    # A choice mentions a competence by a key, a condition by a value.
    by_key = is_number(found(story, finding))
    wanted = path.rpartition(".")[2] if by_key else _mentioned(story, finding)
    if any(each.id == wanted for each in story.competences):
        return story
    competence = Competence(wanted, _words(story, wanted))
    return replace(story, competences=(*story.competences, competence))


def _drop_resource(story: Story, finding: Finding) -> Story:
    """A material that is not there is not shown, so nothing changes for the trainee."""
    mentioned = _mentioned(story, finding)
    if any(each.id == mentioned for each in story.resources):
        return story
    return take_out(story, finding)


def _declare_variable(story: Story, finding: Finding) -> Story:
    """Declare what every mention agrees on: a flag that begins false, or a number from 0."""
    wanted = _mentioned(story, finding)
    if wanted in story.variable_by_id:
        return story
    kinds = set(_kinds_meant(story, wanted))
    if len(kinds) != 1:
        return story
    name = _words(story, wanted)
    match kinds.pop():
        case "flag":
            variable = FlagVariable(wanted, name=name)
        case "number":
            variable = NumberVariable(wanted, name=name)
        case _:
            return story
    return replace(story, variables=(*story.variables, variable))


def _kinds_meant(story: Story, variable: str) -> Iterator[str]:
    nodes = [*walk_head(story)]
    nodes += [node for index, scene in enumerate(story.scenes) for node in walk_scene(scene, index)]
    for node in nodes:
        match node.value:
            case AddToVariable(variable=name) if name == variable:
                yield "number"
            case Comparison(variable=name, operator=sign, value=value) if name == variable:
                ordered = sign not in ("=", "!=")
                yield "number" if is_number(value) else _kind(value) if not ordered else "unclear"
            case SetVariable(variable=name, value=value) if name == variable:
                yield _kind(value)
            case _:
                continue


def _kind(value: object) -> str:
    return "flag" if isinstance(value, bool) else "number" if is_number(value) else "text"


FIXES = (
    Fix(
        "SC009",
        {
            "pl": "Utwórz brakującą scenę (na razie jako zakończenie)",
            "en": "Create the missing scene (as an ending for now)",
        },
        _create_scene,
    ),
    Fix(
        "SC010",
        {
            "pl": "Usuń odwołanie do wyboru, którego nie ma",
            "en": "Remove the mention of a choice that is not there",
        },
        _drop_timeout,
    ),
    Fix("SC011", {"pl": "Utwórz ten rozdział", "en": "Create this chapter"}, _declare_chapter),
    Fix("SC012", {"pl": "Dodaj ten symptom", "en": "Add this indicator"}, _declare_indicator),
    Fix("SC013", {"pl": "Dodaj tę kompetencję", "en": "Add this competence"}, _declare_competence),
    Fix(
        "SC014",
        {"pl": "Usuń odwołanie do materiału", "en": "Remove the mention of the resource"},
        _drop_resource,
    ),
    Fix("ST001", {"pl": "Dodaj tę zmienną", "en": "Add this variable"}, _declare_variable),
)
