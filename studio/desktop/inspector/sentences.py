"""Conditions and effects in words, as sentences of the interface language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from studio.desktop.inspector.editing import Editing
from studio.desktop.language import in_language
from studio.story.model import (
    AddToVariable,
    AllOf,
    AnyOf,
    Chosen,
    Comparison,
    Condition,
    Effect,
    FlagVariable,
    Not,
    Noticed,
    NoticeIndicator,
    NumberVariable,
    ScoreComparison,
    SetVariable,
    TextVariable,
    Value,
    Variable,
    Visited,
    choice_of,
)

translate = QCoreApplication.translate


def operator_words(operator: str, *, number: bool) -> str:
    """A comparison as a verb: of a number, or of a flag or word."""
    if not number:
        return {
            "=": translate("Sentences", "is"),
            "!=": translate("Sentences", "is not"),
        }.get(operator, operator)
    return {
        ">=": translate("Sentences", "is at least"),
        "<=": translate("Sentences", "is at most"),
        ">": translate("Sentences", "is more than"),
        "<": translate("Sentences", "is less than"),
        "=": translate("Sentences", "is exactly"),
        "!=": translate("Sentences", "is anything but"),
    }[operator]


def happened_words(kind: type, happened: bool) -> str:
    """Whether a scene was seen, a choice made, an indicator noticed."""
    if kind is Visited:
        yes = translate("Sentences", "has been seen")
        no = translate("Sentences", "has not been seen")
    elif kind is Chosen:
        yes = translate("Sentences", "has been made")
        no = translate("Sentences", "has not been made")
    else:
        yes = translate("Sentences", "has been noticed")
        no = translate("Sentences", "has not been noticed")
    return yes if happened else no


def group_words(kind: type, negated: bool) -> str:
    """What a group asks of its conditions."""
    if kind is AllOf:
        if negated:
            return translate("Sentences", "not all of these hold")
        return translate("Sentences", "all of these hold")
    if negated:
        return translate("Sentences", "none of these holds")
    return translate("Sentences", "at least one of these holds")


def value_words(variable: Variable | None, value: Value, language: str) -> str:
    """A value of a variable as it is named."""
    if isinstance(value, bool):
        return translate("Sentences", "yes") if value else translate("Sentences", "no")
    if isinstance(variable, TextVariable) and isinstance(value, str):
        return in_language(variable.option_names.get(value, {}), language, value)
    if isinstance(value, str):
        return value
    return number_words(value)


def number_words(value: float) -> str:
    """A number with the comma or point of the interface language."""
    return f"{value:g}".replace(".", QLocale().decimalPoint())


def choice_words(editing: Editing, scene_id: str, choice_id: str) -> str:
    """A choice by its words and its scene."""
    scene = editing.story.scene_by_id.get(scene_id)
    choice = choice_of(scene, choice_id) if scene else None
    words = in_language(choice.text, editing.language, choice_id) if choice else choice_id
    return translate("Sentences", "“{choice}” in “{scene}”").format(
        choice=words, scene=editing.scene_title(scene_id)
    )


def condition_words(editing: Editing, condition: Condition | None) -> str:
    """The whole condition as words that follow *if*; nothing is no words."""
    match condition:
        case None:
            return ""
        case Not(condition=AllOf() | AnyOf() as group):
            return _group(editing, group, negated=True)
        case AllOf() | AnyOf():
            return _group(editing, condition, negated=False)
        case Not(condition=Visited() | Chosen() | Noticed() as inner):
            return _happened(editing, inner, happened=False)
        case Visited() | Chosen() | Noticed():
            return _happened(editing, condition, happened=True)
        case Not(condition=inner):
            return translate("Sentences", "it is not true that {condition}").format(
                condition=condition_words(editing, inner)
            )
        case Comparison(variable=name, operator=operator, value=value):
            variable = editing.story.variable_by_id.get(name)
            number = variable is None or isinstance(variable, NumberVariable)
            return translate("Sentences", "{variable} {verb} {value}").format(
                variable=translate("Sentences", "“{name}”").format(
                    name=editing.item_name("variables", name)
                ),
                verb=operator_words(operator, number=number),
                value=value_words(variable, value, editing.language),
            )
        case ScoreComparison(operator=operator, value=value, competence=competence):
            return translate("Sentences", "{variable} {verb} {value}").format(
                variable=score_words(editing, competence),
                verb=operator_words(operator, number=True),
                value=number_words(value),
            )


def score_words(editing: Editing, competence: str | None) -> str:
    """The score, overall or of one competence."""
    if competence is None:
        return translate("Sentences", "the score")
    return translate("Sentences", "the score in “{name}”").format(
        name=editing.item_name("competences", competence)
    )


def effect_words(editing: Editing, effect: Effect) -> str:
    """An effect as an order."""
    match effect:
        case AddToVariable(variable=name, amount=amount):
            words = (
                translate("Sentences", "decrease “{variable}” by {value}")
                if amount < 0
                else translate("Sentences", "increase “{variable}” by {value}")
            )
            named = editing.item_name("variables", name)
            return words.format(variable=named, value=number_words(abs(amount)))
        case SetVariable(variable=name, value=value):
            variable = editing.story.variable_by_id.get(name)
            return translate("Sentences", "set “{variable}” to {value}").format(
                variable=editing.item_name("variables", name),
                value=value_words(variable, value, editing.language),
            )
        case NoticeIndicator(indicator=name):
            return translate("Sentences", "note the indicator “{name}”").format(
                name=editing.item_name("indicators", name)
            )


def _happened(editing: Editing, condition: Visited | Chosen | Noticed, *, happened: bool) -> str:
    verb = happened_words(type(condition), happened)
    match condition:
        case Visited(scene=scene):
            words = translate("Sentences", "the scene “{name}” {verb}")
            return words.format(name=editing.scene_title(scene), verb=verb)
        case Chosen(scene=scene, choice=choice):
            words = translate("Sentences", "the choice {name} {verb}")
            return words.format(name=choice_words(editing, scene, choice), verb=verb)
        case Noticed(indicator=indicator):
            words = translate("Sentences", "the indicator “{name}” {verb}")
            return words.format(name=editing.item_name("indicators", indicator), verb=verb)


def _group(editing: Editing, group: AllOf | AnyOf, *, negated: bool) -> str:
    parts = [condition_words(editing, each) for each in group.conditions]
    nested = [isinstance(each, AllOf | AnyOf) for each in group.conditions]
    parts = [f"({words})" if inner else words for words, inner in zip(parts, nested, strict=True)]
    joiner = (
        translate("Sentences", " and ")
        if isinstance(group, AllOf)
        else translate("Sentences", " or ")
    )
    words = joiner.join(parts) or group_words(type(group), False)
    if not negated:
        return words
    return translate("Sentences", "it is not true that {condition}").format(condition=words)


def kind_words(variable: Variable) -> str:
    """What kind of variable it is."""
    if isinstance(variable, NumberVariable):
        return translate("Sentences", "number")
    if isinstance(variable, FlagVariable):
        return translate("Sentences", "yes or no")
    return translate("Sentences", "one of a few words")
