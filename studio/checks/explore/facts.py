"""What conditions can ask about, as small hashable keys, and who asks and who changes it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from studio.story.model import (
    AddToVariable,
    AllOf,
    AnyOf,
    Choice,
    Chosen,
    Comparison,
    Condition,
    Effect,
    FlagVariable,
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
from studio.story.rules import Facts, holds, is_number

FactKind = Literal["variable", "score", "competence", "visited", "chosen", "noticed"]
Fact = tuple[FactKind, str, str]
"""Kind, identifier (of a scene, variable, …), and the choice where there is one."""

SCORE: Fact = ("score", "", "")


def variable_fact(variable: str) -> Fact:
    """The value of a variable."""
    return ("variable", variable, "")


def competence_fact(competence: str) -> Fact:
    """The points of a competence."""
    return ("competence", competence, "")


def visited_fact(scene: str) -> Fact:
    """Whether the scene has been entered."""
    return ("visited", scene, "")


def chosen_fact(scene: str, choice: str) -> Fact:
    """Whether the choice has been taken and not withdrawn."""
    return ("chosen", scene, choice)


def noticed_fact(indicator: str) -> Fact:
    """Whether the indicator has been noticed."""
    return ("noticed", indicator, "")


def atoms(condition: Condition | None) -> Iterator[Condition]:
    """The parts of the condition that ask one thing each."""
    match condition:
        case None:
            return
        case AllOf(conditions=parts) | AnyOf(conditions=parts):
            for part in parts:
                yield from atoms(part)
        case Not(condition=inner):
            yield from atoms(inner)
        case _:
            yield condition


def asked(atom: Condition) -> tuple[Fact, Value | None]:
    """The fact that an atom asks about, and the value it is compared with."""
    match atom:
        case Comparison(variable=variable, value=value):
            return variable_fact(variable), value
        case ScoreComparison(competence=None, value=value):
            return SCORE, value
        case ScoreComparison(competence=str(competence), value=value):
            return competence_fact(competence), value
        case Visited(scene=scene):
            return visited_fact(scene), None
        case Chosen(scene=scene, choice=choice):
            return chosen_fact(scene, choice), None
        case Noticed(indicator=indicator):
            return noticed_fact(indicator), None
        case _:
            raise TypeError(f"not an atom: {atom}")


class Write:
    """What one step does to one fact: sets it to ``value`` or adds ``amount``."""

    __slots__ = ("amount", "fact", "value")

    def __init__(self, fact: Fact, value: Value | None = None, amount: Number | None = None):
        self.fact = fact
        self.value = value
        self.amount = amount


def effect_writes(
    effects: tuple[Effect, ...], variables: Mapping[str, Variable]
) -> Iterator[Write]:
    """The writes of effects; those that the engine ignores (wrong kind) are left out."""
    for effect in effects:
        match effect:
            case NoticeIndicator(indicator=indicator):
                yield Write(noticed_fact(indicator), True)
            case SetVariable(variable=id, value=value):
                if _can_hold(variables.get(id), value):
                    yield Write(variable_fact(id), value)
            case AddToVariable(variable=id, amount=amount):
                if isinstance(variables.get(id), NumberVariable):
                    # Even nothing added clamps, but a value is always within its bounds.
                    yield Write(variable_fact(id), amount=amount)


def choice_writes(scene: str, choice: Choice, variables: Mapping[str, Variable]) -> Iterator[Write]:
    """The writes of taking a choice, in the engine's order."""
    yield from effect_writes(choice.effects, variables)
    if choice.score:
        yield Write(SCORE, amount=choice.score)
    for competence, points in choice.competences.items():
        if points:
            yield Write(competence_fact(competence), amount=points)
    yield Write(chosen_fact(scene, choice.id), True)


def _can_hold(variable: Variable | None, value: Value) -> bool:
    match variable:
        case None:
            return False
        case NumberVariable():
            return is_number(value)
        case FlagVariable():
            return isinstance(value, bool)
        case _:
            return isinstance(value, str)


def verdict(condition: Condition | None, facts: Facts, unknown: frozenset[Fact]) -> bool | None:
    """Whether the condition holds; None if that hangs on a fact that is not followed."""
    if condition is None:
        return True
    if not unknown:
        return holds(condition, facts)
    match condition:
        case AllOf(conditions=parts):
            found = [verdict(part, facts, unknown) for part in parts]
            return False if False in found else None if None in found else True
        case AnyOf(conditions=parts):
            found = [verdict(part, facts, unknown) for part in parts]
            return True if True in found else None if None in found else False
        case Not(condition=inner):
            answer = verdict(inner, facts, unknown)
            return None if answer is None else not answer
        case _:
            return None if asked(condition)[0] in unknown else holds(condition, facts)


_SIGNS = {"=": "=", "!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def notation(condition: Condition) -> str:
    """The condition as a short formula that reads alike in every language."""
    match condition:
        case Comparison(variable=variable, operator=sign, value=value):
            return f"{variable} {_SIGNS[sign]} {_value(value)}"
        case ScoreComparison(operator=sign, value=value, competence=competence):
            return f"{competence or 'Σ'} {_SIGNS[sign]} {_value(value)}"
        case Visited(scene=scene):
            return f"✓ {scene}"
        case Chosen(scene=scene, choice=choice):
            return f"✓ {scene} → {choice}"
        case Noticed(indicator=indicator):
            return f"✓ {indicator}"
        case Not(condition=inner):
            return f"¬({notation(inner)})"
        case AllOf(conditions=parts):
            return " ∧ ".join(_bracketed(part) for part in parts) or "⊤"
        case AnyOf(conditions=parts):
            return " ∨ ".join(_bracketed(part) for part in parts) or "⊥"


def _bracketed(condition: Condition) -> str:
    text = notation(condition)
    return f"({text})" if isinstance(condition, AllOf | AnyOf) else text


def _value(value: Value) -> str:
    if isinstance(value, bool):
        return "✓" if value else "✗"
    return f"{value:g}" if isinstance(value, int | float) else value
