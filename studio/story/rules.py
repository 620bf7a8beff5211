"""What conditions and effects mean. The player's ``engine.js`` says the same in JavaScript."""

from __future__ import annotations

import operator
from collections.abc import Callable, Collection, Mapping
from typing import TypeGuard

from msgspec import Struct

from studio.story.model import (
    AddToVariable,
    AllOf,
    AnyOf,
    Chosen,
    Comparison,
    Condition,
    Effect,
    Not,
    Noticed,
    NoticeIndicator,
    Number,
    NumberVariable,
    ScoreComparison,
    SetVariable,
    Value,
    Variable,
    Visited,
)

_ORDER: Mapping[str, Callable[[Number, Number], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Facts(Struct, frozen=True):
    """What a condition can ask about: the part of the play state that rules see.

    ``taken`` holds ``(scene, choice)`` pairs; ``competences`` maps id to points.
    """

    variables: Mapping[str, Value]
    score: Number = 0
    competences: Mapping[str, Number] = {}
    visited: Collection[str] = ()
    taken: Collection[tuple[str, str]] = ()
    noticed: Collection[str] = ()


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether the value is a number in the story's sense (true and false are not)."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def compare(left: Value | None, comparison: str, right: Value) -> bool:
    """``left comparison right``. Values of different kinds are unequal, and never ordered."""
    if is_number(left) and is_number(right):
        if comparison in _ORDER:
            return _ORDER[comparison](left, right)
        equal = left == right
    else:
        equal = type(left) is type(right) and left == right
    return {"=": equal, "!=": not equal}.get(comparison, False)


def holds(condition: Condition | None, facts: Facts) -> bool:
    """Whether the condition is true; no condition is true. An unknown variable equals nothing."""
    match condition:
        case None:
            return True
        case Comparison(variable=variable, operator=sign, value=value):
            return compare(facts.variables.get(variable), sign, value)
        case ScoreComparison(operator=sign, value=value, competence=None):
            return compare(facts.score, sign, value)
        case ScoreComparison(operator=sign, value=value, competence=competence):
            return compare(facts.competences.get(competence or "", 0), sign, value)
        case Visited(scene=scene):
            return scene in facts.visited
        case Chosen(scene=scene, choice=choice):
            return (scene, choice) in facts.taken
        case Noticed(indicator=indicator):
            return indicator in facts.noticed
        case AllOf(conditions=conditions):
            return all(holds(each, facts) for each in conditions)
        case AnyOf(conditions=conditions):
            return any(holds(each, facts) for each in conditions)
        case Not(condition=inner):
            return not holds(inner, facts)


def clamp(variable: NumberVariable, number: Number) -> Number:
    """The number, kept within the variable's bounds; the minimum wins if they cross."""
    if variable.maximum is not None and number > variable.maximum:
        number = variable.maximum
    if variable.minimum is not None and number < variable.minimum:
        number = variable.minimum
    return number


def initial_values(variables: Collection[Variable]) -> dict[str, Value]:
    """Variable id to its initial value (numbers within their bounds)."""
    return {
        each.id: clamp(each, each.initial) if isinstance(each, NumberVariable) else each.initial
        for each in variables
    }


def assign(variable: Variable | None, before: Value | None, effect: Effect) -> Value | None:
    """The variable's value after a ``set`` or ``add`` effect.

    An effect of the wrong kind (a word into a number, an addition to a flag) changes nothing:
    checks report it, and a film never stops because of it.
    """
    if variable is None or before is None:
        return before
    match effect:
        case SetVariable(value=value):
            if isinstance(variable, NumberVariable):
                return clamp(variable, value) if is_number(value) else before
            return value if type(value) is type(before) else before
        case AddToVariable(amount=amount):
            if isinstance(variable, NumberVariable) and is_number(before):
                return clamp(variable, before + amount)
            return before
        case NoticeIndicator():
            return before
