"""Edits of what a story keeps beside its scenes: variables, indicators, competences, resources,
glossary. An item's new id reaches everything that mentions it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal, cast

from msgspec import Struct
from msgspec.structs import replace

from studio.story.edits.identifiers import slug, unique_id
from studio.story.edits.places import Address, add_item, put_value, remove_item, value_at
from studio.story.edits.walk import put_values, walk
from studio.story.model import (
    AddToVariable,
    Choice,
    Comparison,
    Competence,
    Ending,
    Feedback,
    FlagVariable,
    GlossaryEntry,
    Indicator,
    Noticed,
    NoticeIndicator,
    NumberVariable,
    Resource,
    ScoreComparison,
    SetVariable,
    Sighting,
    Story,
    TextVariable,
)

ItemKind = Literal["variables", "indicators", "competences", "resources", "glossary"]
VariableKind = Literal["number", "flag", "text"]


def add_named(
    story: Story, kind: ItemKind, language: str, words: str, variable: VariableKind = "number"
) -> Story:
    """Add an item called ``words`` at the end of its list; its id is made from them."""
    taken = {item.id for item in items_of(story, kind)}
    text = {language: words} if words else {}
    made = unique_id(slug(words, kind.removesuffix("s")), taken)
    item: Struct
    match kind:
        case "variables":
            item = {
                "number": lambda: NumberVariable(made, name=text),
                "flag": lambda: FlagVariable(made, name=text),
                "text": lambda: TextVariable(made, ("option_1",), "option_1", name=text),
            }[variable]()
        case "indicators":
            item = Indicator(made, name=text)
        case "competences":
            item = Competence(made, name=text)
        case "resources":
            item = Resource(made, title=text)
        case "glossary":
            item = GlossaryEntry(made, term=text)
    return add_item(story, (kind,), item)


def duplicate_item(story: Story, kind: ItemKind, item_id: str) -> Story:
    """Add a copy of the item right after it, with an id of its own."""
    items = items_of(story, kind)
    index = next((at for at, each in enumerate(items) if each.id == item_id), None)
    if index is None:
        raise KeyError(item_id)
    new_id = unique_id(item_id, {each.id for each in items})
    return add_item(story, (kind,), replace(items[index], id=new_id), index + 1)


def remove_named(story: Story, kind: ItemKind, item_id: str) -> Story:
    """Take the item out of its list. What mentions it stays (:func:`uses_of`): a check tells."""
    return remove_item(story, (kind,), item_id)


def rename_item(story: Story, kind: ItemKind, old: str, new: str) -> Story:
    """Give an item another id, also wherever it is mentioned.

    Raises KeyError if there is no such item, ValueError if ``new`` is taken or is no id.
    """
    if old == new:
        return story
    taken = {item.id for item in items_of(story, kind)}
    if old not in taken:
        raise KeyError(old)
    if new in taken:
        raise ValueError(new)
    changes: dict[Address, object] = {}
    for address, mention in _mentions(story, kind, old):
        if isinstance(mention, tuple):
            ids = cast(tuple[str, ...], mention)
            changes[address] = tuple(new if each == old else each for each in ids)
        elif isinstance(mention, dict):
            points = cast(dict[str, object], mention)
            changes[address] = {new if each == old else each: points[each] for each in points}
        else:
            changes[address] = new
    return put_value(put_values(story, changes), (kind, old, "id"), new)


def uses_of(story: Story, kind: ItemKind, item_id: str) -> tuple[Address, ...]:
    """Where the item is mentioned: addresses of the fields that do."""
    return tuple(address for address, _ in _mentions(story, kind, item_id))


def all_uses(story: Story) -> dict[tuple[ItemKind, str], tuple[Address, ...]]:
    """Every item that is mentioned, by kind and id, and where: one pass over the story."""
    uses: dict[tuple[ItemKind, str], list[Address]] = {}
    for address, found, _ in _all_mentions(story):
        for item in found:
            uses.setdefault(item, []).append(address)
    return {item: tuple(addresses) for item, addresses in uses.items()}


def items_of(
    story: Story, kind: ItemKind
) -> tuple[
    NumberVariable
    | FlagVariable
    | TextVariable
    | Indicator
    | Competence
    | Resource
    | GlossaryEntry,
    ...,
]:
    """The list of one kind."""
    return value_at(story, (kind,))


def change_variable_kind(story: Story, variable_id: str, kind: VariableKind) -> Story:
    """Make a variable a number, a flag or a choice of words; id and name stay."""
    before = story.variable_by_id[variable_id]
    made = {
        "number": lambda: NumberVariable(before.id, name=before.name),
        "flag": lambda: FlagVariable(before.id, name=before.name),
        "text": lambda: TextVariable(before.id, ("option_1",), "option_1", name=before.name),
    }[kind]()
    return story if type(made) is type(before) else put_value(story, ("variables", before.id), made)


def set_options(story: Story, variable_id: str, options: tuple[str, ...]) -> Story:
    """Give a variable of words its options; names of options that go, go too.

    Raises KeyError if the variable has no options, ValueError for an empty list, a double one or
    what is no id.
    """
    variable = story.variable_by_id[variable_id]
    if not isinstance(variable, TextVariable):
        raise KeyError(variable_id)
    if len(set(options)) != len(options):
        raise ValueError(options)
    story = put_value(story, ("variables", variable_id, "options"), options)
    names = {each: words for each, words in variable.option_names.items() if each in options}
    story = put_value(story, ("variables", variable_id, "option_names"), names)
    if variable.initial in options:
        return story
    return put_value(story, ("variables", variable_id, "initial"), options[0])


def _mentions(story: Story, kind: ItemKind, item_id: str) -> Iterator[tuple[Address, object]]:
    for address, found, value in _all_mentions(story):
        if (kind, item_id) in found:
            yield address, value


def _all_mentions(
    story: Story,
) -> Iterator[tuple[Address, tuple[tuple[ItemKind, str], ...], object]]:
    """Each field that mentions items: its address, what it mentions, and its value."""
    for address, struct in walk(story):
        match struct:
            case Comparison(variable=id) | SetVariable(variable=id) | AddToVariable(variable=id):
                yield (*address, "variable"), (("variables", id),), id
            case ScoreComparison(competence=str(id)):
                yield (*address, "competence"), (("competences", id),), id
            case Noticed(indicator=id) | NoticeIndicator(indicator=id) | Sighting(indicator=id):
                yield (*address, "indicator"), (("indicators", id),), id
            case Choice(competences=points) if points:
                found = _all_of("competences", points)
                yield (*address, "competences"), found, dict(points)
            case Feedback(resources=ids) | Ending(resources=ids) | Indicator(resources=ids):
                if ids:
                    found = _all_of("resources", ids)
                    yield (*address, "resources"), found, ids
            case _:
                pass


def _all_of(kind: ItemKind, ids: Collection[str]) -> tuple[tuple[ItemKind, str], ...]:
    return tuple((kind, each) for each in ids)
