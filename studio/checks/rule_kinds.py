"""Do conditions and effects suit the kind of the variable they speak of?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from studio.checks.context import Context
from studio.checks.walk import Node
from studio.story.finding import Finding, FindingKind
from studio.story.model import (
    AddToVariable,
    Comparison,
    Effect,
    FlagVariable,
    NoticeIndicator,
    NumberVariable,
    SetVariable,
    TextVariable,
    Value,
    Variable,
)
from studio.story.rules import clamp, is_number

CONDITION = FindingKind(
    code="ST003",
    name="condition-of-the-wrong-kind",
    severity="error",
    message={
        "pl": "Warunek porównuje zmienną „{variable}” z „{value}”, czym ona nigdy nie będzie.",
        "en": "A condition compares the variable “{variable}” with “{value}”, "
        "which it can never be.",
    },
    remedy={
        "pl": "Porównaj liczbę z liczbą, znacznik z prawdą lub fałszem, tekst z jedną z jego "
        "opcji; <, <=, > i >= są tylko dla liczb.",
        "en": "Compare a number with a number, a flag with true or false, a text with one of its "
        "options; <, <=, > and >= are for numbers only.",
    },
)
EFFECT = FindingKind(
    code="ST004",
    name="effect-of-the-wrong-kind",
    severity="error",
    message={
        "pl": "Skutek nie pasuje do zmiennej „{variable}” i niczego nie zmieni.",
        "en": "An effect does not suit the variable “{variable}” and changes nothing.",
    },
    remedy={
        "pl": "Nadaj wartość tego samego rodzaju co zmienna; dodawać można tylko do liczb.",
        "en": "Give a value of the variable's own kind; only numbers can be added to.",
    },
)
INITIAL = FindingKind(
    code="ST005",
    name="impossible-initial-value",
    severity="error",
    message={
        "pl": "Wartość początkowa zmiennej „{variable}” wykracza poza jej opcje lub granice.",
        "en": "The initial value of the variable “{variable}” is not among its options or bounds.",
    },
    remedy={
        "pl": "Popraw wartość początkową albo opcje lub granice zmiennej.",
        "en": "Correct the initial value, or the variable's options or bounds.",
    },
)
KINDS = (CONDITION, EFFECT, INITIAL)


def check(context: Context) -> Iterator[Finding]:
    """Values in conditions, effects and variables are values that the variable can have."""
    variables = context.story.variable_by_id
    for value, node in context.each(NumberVariable, TextVariable):
        yield from _wrong(value, node, value)
    for value, node in context.each(Comparison, SetVariable, AddToVariable):
        yield from _wrong(value, node, variables.get(value.variable))


def _wrong(rule: Struct, node: Node, variable: Variable | None) -> Iterator[Finding]:
    match rule:
        case NumberVariable() as number:
            if clamp(number, number.initial) != number.initial:
                yield INITIAL.at(node.place, variable=number.id)
        case TextVariable(id=id, options=options, initial=initial):
            if initial not in options:
                yield INITIAL.at(node.place, variable=id)
        case Comparison(operator=sign, value=value) if variable is not None:
            ordered = sign not in ("=", "!=")
            if not _suits(variable, value) or (ordered and not is_number(value)):
                yield CONDITION.at(node.place, variable=variable.id, value=value)
        case SetVariable() | AddToVariable() as effect if variable is not None:
            if not effect_suits(variable, effect):
                yield EFFECT.at(node.place, variable=variable.id)
        case _:
            return


def effect_suits(variable: Variable, effect: Effect) -> bool:
    """Whether the effect gives the variable a value that it can have."""
    match effect:
        case SetVariable(value=value):
            return _suits(variable, value)
        case AddToVariable():
            return isinstance(variable, NumberVariable)
        case NoticeIndicator():
            return True


def _suits(variable: Variable, value: Value) -> bool:
    match variable:
        case NumberVariable():
            return is_number(value)
        case FlagVariable():
            return isinstance(value, bool)
        case TextVariable(options=options):
            return value in options
