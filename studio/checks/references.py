"""Does every identifier that is mentioned exist?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from studio.checks.context import Context
from studio.checks.walk import Node, below
from studio.story.finding import Finding, FindingKind
from studio.story.model import (
    AddToVariable,
    Choice,
    Chosen,
    Comparison,
    ConditionalTarget,
    Decision,
    Ending,
    Feedback,
    Indicator,
    Next,
    Noticed,
    NoticeIndicator,
    Scene,
    ScoreComparison,
    SetVariable,
    Sighting,
    Visited,
    choice_of,
)

TARGET = FindingKind(
    code="SC009",
    name="target-nowhere",
    severity="error",
    message={
        "pl": "Droga prowadzi do sceny „{id}”, która nie istnieje.",
        "en": "A way leads to the scene “{id}”, which does not exist.",
    },
    remedy={
        "pl": "Poprowadź ją do istniejącej sceny albo utwórz brakującą.",
        "en": "Lead it to an existing scene, or create the missing one.",
    },
)
TIMEOUT = FindingKind(
    code="SC010",
    name="timeout-nowhere",
    severity="error",
    message={
        "pl": "Po upływie czasu ma zapaść wybór „{id}”, którego w tej decyzji nie ma.",
        "en": "When time runs out the choice “{id}” is to be taken, which this decision lacks.",
    },
    remedy={
        "pl": "Wskaż jeden z wyborów tej decyzji.",
        "en": "Name one of the choices of this decision.",
    },
)
CHAPTER = FindingKind(
    code="SC011",
    name="unknown-chapter",
    severity="warning",
    message={
        "pl": "Rozdział „{id}” nie istnieje.",
        "en": "The chapter “{id}” does not exist.",
    },
    remedy={
        "pl": "Przenieś scenę do istniejącego rozdziału albo utwórz brakujący.",
        "en": "Move the scene to an existing chapter, or create the missing one.",
    },
)
INDICATOR = FindingKind(
    code="SC012",
    name="unknown-indicator",
    severity="error",
    message={
        "pl": "Symptom „{id}” nie istnieje.",
        "en": "The indicator “{id}” does not exist.",
    },
    remedy={
        "pl": "Wskaż istniejący symptom albo dodaj brakujący.",
        "en": "Name an existing indicator, or add the missing one.",
    },
)
COMPETENCE = FindingKind(
    code="SC013",
    name="unknown-competence",
    severity="error",
    message={
        "pl": "Kompetencja „{id}” nie istnieje.",
        "en": "The competence “{id}” does not exist.",
    },
    remedy={
        "pl": "Wskaż istniejącą kompetencję albo dodaj brakującą.",
        "en": "Name an existing competence, or add the missing one.",
    },
)
RESOURCE = FindingKind(
    code="SC014",
    name="unknown-resource",
    severity="error",
    message={
        "pl": "Materiał „{id}” nie istnieje.",
        "en": "The resource “{id}” does not exist.",
    },
    remedy={
        "pl": "Wskaż istniejący materiał albo dodaj brakujący.",
        "en": "Name an existing resource, or add the missing one.",
    },
)
VARIABLE = FindingKind(
    code="ST001",
    name="unknown-variable",
    severity="error",
    message={
        "pl": "Zmienna „{id}” nie istnieje.",
        "en": "The variable “{id}” does not exist.",
    },
    remedy={
        "pl": "Wskaż istniejącą zmienną albo dodaj brakującą.",
        "en": "Name an existing variable, or add the missing one.",
    },
)
CONDITION = FindingKind(
    code="ST002",
    name="condition-about-nothing",
    severity="error",
    message={
        "pl": "Warunek pyta o „{id}”; takiej sceny lub wyboru nie ma, więc nigdy się nie spełni.",
        "en": "A condition asks about “{id}”; there is no such scene or choice: it never holds.",
    },
    remedy={
        "pl": "Wskaż w warunku istniejącą scenę lub istniejący wybór.",
        "en": "Let the condition name an existing scene or choice.",
    },
)
MENTIONING = frozenset(
    {
        AddToVariable,
        Choice,
        Chosen,
        Comparison,
        ConditionalTarget,
        Ending,
        Feedback,
        Indicator,
        Next,
        Noticed,
        NoticeIndicator,
        Scene,
        ScoreComparison,
        SetVariable,
        Sighting,
        Visited,
    }
)
"""Structs that may mention an identifier that is given elsewhere."""
KINDS = (TARGET, TIMEOUT, CHAPTER, INDICATOR, COMPETENCE, RESOURCE, VARIABLE, CONDITION)


class Mention(Struct, frozen=True, gc=False):
    """An identifier mentioned at ``step`` below a struct, and the finding if it is unknown."""

    kind: FindingKind
    step: str
    id: str


def check(context: Context) -> Iterator[Finding]:
    """Every identifier mentioned anywhere exists; the start has a check of its own."""
    story = context.story
    known: dict[str, frozenset[str]] = {
        TARGET.code: frozenset(story.scene_by_id),
        CONDITION.code: frozenset(story.scene_by_id),
        CHAPTER.code: frozenset(each.id for each in story.chapters),
        INDICATOR.code: frozenset(each.id for each in story.indicators),
        COMPETENCE.code: frozenset(each.id for each in story.competences),
        RESOURCE.code: frozenset(each.id for each in story.resources),
        VARIABLE.code: frozenset(story.variable_by_id),
    }
    for kind, nodes in context.nodes_by_kind.items():
        for node in nodes if kind in MENTIONING else ():
            for mention in _mentions(node):
                if mention.id not in known[mention.kind.code]:
                    yield mention.kind.at(below(node.place, mention.step), id=mention.id)
    yield from _choices(context)


def _choices(context: Context) -> Iterator[Finding]:
    """Choices are known by scene, so they cannot be looked up in one set."""
    for decision, node in context.each(Decision):
        timeout = decision.on_timeout
        if timeout is not None and all(choice.id != timeout for choice in decision.choices):
            yield TIMEOUT.at(below(node.place, ".on_timeout"), id=timeout)
    for chosen, node in context.each(Chosen):
        scene = context.story.scene_by_id.get(chosen.scene)
        if scene is not None and choice_of(scene, chosen.choice) is None:
            id = f"{chosen.scene}/{chosen.choice}"
            yield CONDITION.at(below(node.place, ".choice"), id=id)


def _mentions(node: Node) -> Iterator[Mention]:
    match node.value:
        case Comparison(variable=id) | SetVariable(variable=id) | AddToVariable(variable=id):
            yield Mention(VARIABLE, ".variable", id)
        case ScoreComparison(competence=str(id)):
            yield Mention(COMPETENCE, ".competence", id)
        case Visited(scene=id) | Chosen(scene=id):
            yield Mention(CONDITION, ".scene", id)
        case Noticed(indicator=id) | NoticeIndicator(indicator=id) | Sighting(indicator=id):
            yield Mention(INDICATOR, ".indicator", id)
        case Scene(chapter=str(id)):
            yield Mention(CHAPTER, ".chapter", id)
        case Next(target=str(id)) | ConditionalTarget(target=id):
            yield Mention(TARGET, ".target", id)
        case Choice(target=target, competences=competences):
            if target is not None:
                yield Mention(TARGET, ".target", target)
            for id in competences:
                yield Mention(COMPETENCE, f".competences.{id}", id)
        case Feedback(resources=ids) | Ending(resources=ids) | Indicator(resources=ids):
            for index, id in enumerate(ids):
                yield Mention(RESOURCE, f".resources[{index}]", id)
        case _:
            return
