"""Variables, conditions, effects: story state as structures, never code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from studio.story.model.base import Base, Number, Slug, Text, Value


class NumberVariable(Base, frozen=True, tag="number", tag_field="kind"):
    """A number, kept between ``minimum`` and ``maximum`` (inclusive) by every effect."""

    id: Slug
    initial: Number = 0
    minimum: Number | None = None
    maximum: Number | None = None
    name: Text = {}


class FlagVariable(Base, frozen=True, tag="flag", tag_field="kind"):
    """True or false."""

    id: Slug
    initial: bool = False
    name: Text = {}


class TextVariable(Base, frozen=True, tag="text", tag_field="kind"):
    """One of a fixed list of options; the options are identifiers, named per language."""

    id: Slug
    options: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    initial: Slug
    name: Text = {}
    option_names: Mapping[str, Text] = {}


Variable = NumberVariable | FlagVariable | TextVariable

Operator = Literal["=", "!=", "<", "<=", ">", ">="]


class Comparison(Base, frozen=True, tag="compare", tag_field="if"):
    """``variable operator value``; order operators are for numbers only."""

    variable: Slug
    operator: Operator
    value: Value


class ScoreComparison(Base, frozen=True, tag="score", tag_field="if"):
    """The score so far, overall or of one competence, against a number."""

    operator: Operator
    value: Number
    competence: Slug | None = None


class Visited(Base, frozen=True, tag="visited", tag_field="if"):
    """True once the scene has been entered (the scene that is being played counts)."""

    scene: Slug


class Chosen(Base, frozen=True, tag="chosen", tag_field="if"):
    """True once the choice has been taken and not withdrawn by trying again."""

    scene: Slug
    choice: Slug


class Noticed(Base, frozen=True, tag="noticed", tag_field="if"):
    """True once the indicator has been noticed."""

    indicator: Slug


class AllOf(Base, frozen=True, tag="all", tag_field="if"):
    """True if every condition is true; an empty list is true."""

    conditions: tuple[Condition, ...]


class AnyOf(Base, frozen=True, tag="any", tag_field="if"):
    """True if some condition is true; an empty list is false."""

    conditions: tuple[Condition, ...]


class Not(Base, frozen=True, tag="not", tag_field="if"):
    """True if the condition is false."""

    condition: Condition


Condition = Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not


class SetVariable(Base, frozen=True, tag="set", tag_field="do"):
    """Give the variable a value."""

    variable: Slug
    value: Value


class AddToVariable(Base, frozen=True, tag="add", tag_field="do"):
    """Add to a number variable (a negative amount takes away)."""

    variable: Slug
    amount: Number


class NoticeIndicator(Base, frozen=True, tag="notice", tag_field="do"):
    """Mark the indicator as noticed."""

    indicator: Slug


Effect = SetVariable | AddToVariable | NoticeIndicator
