"""Edits of conditions and effects: values to begin with, and how groups are made and undone."""

from __future__ import annotations

from typing import Literal, cast

from studio.story.edits.places import Address, Step, add_item, put_value, value_at
from studio.story.model import (
    AddToVariable,
    AllOf,
    AnyOf,
    Comparison,
    Condition,
    Effect,
    FlagVariable,
    Not,
    NoticeIndicator,
    NumberVariable,
    Operator,
    SetVariable,
    Story,
    Value,
    Variable,
)
from studio.story.rules import is_number

GroupKind = Literal["all", "any"]
ORDERED: tuple[Operator, ...] = (">=", "<=", ">", "<", "=", "!=")
UNORDERED: tuple[Operator, ...] = ("=", "!=")


def operators_for(variable: Variable | None) -> tuple[Operator, ...]:
    """The comparisons that make sense for a variable: order is for numbers only."""
    return ORDERED if variable is None or isinstance(variable, NumberVariable) else UNORDERED


def fits(variable: Variable, value: Value) -> bool:
    """Whether a value is one that the variable can have."""
    if isinstance(variable, NumberVariable):
        return is_number(value)
    if isinstance(variable, FlagVariable):
        return isinstance(value, bool)
    return value in variable.options


def comparison_about(variable: Variable, before: Comparison | None = None) -> Comparison:
    """A comparison of the variable; what ``before`` said is kept where it fits."""
    allowed = operators_for(variable)
    operator = before.operator if before is not None and before.operator in allowed else allowed[0]
    value = before.value if before is not None else _first_value(variable)
    if not fits(variable, value):
        value = _first_value(variable)
    return Comparison(variable.id, operator, value)


def assignment_of(variable: Variable, before: SetVariable | None = None) -> SetVariable:
    """An effect that sets the variable; the value of ``before`` is kept where it fits."""
    value = before.value if before is not None else _first_value(variable)
    return SetVariable(variable.id, value if fits(variable, value) else _first_value(variable))


def first_effect(story: Story) -> Effect | None:
    """An effect to begin with; None while the story has nothing that could change."""
    for variable in story.variables:
        if isinstance(variable, NumberVariable):
            return AddToVariable(variable.id, 1)
    if story.variables:
        return assignment_of(story.variables[0])
    return NoticeIndicator(story.indicators[0].id) if story.indicators else None


def add_condition(story: Story, address: Address, condition: Condition) -> Story:
    """Add a condition to the one at the address: alone, it becomes a group of *all*."""
    before = value_at(story, address)
    match before:
        case None:
            return put_value(story, address, condition)
        case AllOf() | AnyOf():
            return add_item(story, (*address, "conditions"), condition)
        case _:
            return put_value(story, address, AllOf((cast(Condition, before), condition)))


def remove_condition(story: Story, whole: Address, below: Address) -> Story:
    """Take away the condition at ``below``, steps under the condition at ``whole``.

    A group that has only one condition left becomes that condition; an empty one goes too.
    """
    after = without(value_at(story, whole), below)
    return put_value(story, whole, after)


def without(condition: Condition, below: Address) -> Condition | None:
    """The condition without the part at ``below``; None if nothing is left."""
    if not below:
        return None
    if isinstance(condition, Not):
        inner = without(condition.condition, below[1:])
        return None if inner is None else Not(inner)
    if not isinstance(condition, AllOf | AnyOf):
        raise KeyError(below)
    index = _as_index(below[1], len(condition.conditions))
    inner = without(condition.conditions[index], below[2:])
    conditions = condition.conditions
    kept = () if inner is None else (inner,)
    left = (*conditions[:index], *kept, *conditions[index + 1 :])
    if not left:
        return None
    return left[0] if len(left) == 1 else type(condition)(left)


def group(story: Story, address: Address, kind: GroupKind) -> Story:
    """Say whether all or any of a group must hold; one condition alone becomes a group."""
    before = cast(Condition, value_at(story, address))
    made = AllOf if kind == "all" else AnyOf
    if isinstance(before, AllOf | AnyOf):
        return story if type(before) is made else put_value(story, address, made(before.conditions))
    return put_value(story, address, made((before,)))


def negate(story: Story, address: Address) -> Story:
    """The opposite of the condition at the address; twice gives the condition again."""
    before = cast(Condition, value_at(story, address))
    after = before.condition if isinstance(before, Not) else Not(before)
    return put_value(story, address, after)


def add_effect(story: Story, address: Address) -> Story:
    """Add an effect to begin with to the list; nothing to change, nothing added."""
    effect = first_effect(story)
    return story if effect is None else add_item(story, address, effect)


def _as_index(step: Step, length: int) -> int:
    if isinstance(step, int) and 0 <= step < length:
        return step
    raise KeyError(step)


def _first_value(variable: Variable) -> Value:
    if isinstance(variable, NumberVariable):
        return 1
    return True if isinstance(variable, FlagVariable) else variable.options[0]
