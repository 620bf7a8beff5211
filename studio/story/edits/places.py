"""Any value of a story by its address: read it, put another in its place, and edit lists.

An address is a tuple of steps down from the story. A step is the name of a field, the id of a
list's item (its index where items have no id), or the key of a mapping::

    ("scenes", "talk", "then", "choices", "safe", "text", "pl")

Of two items with one id the first is meant, as everywhere. A step that leads to nothing raises
:class:`KeyError`: the caller has a stale selection. What a file could not hold is refused with
:class:`ValueError`, so that no field of the editor can make a story that does not open again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, cast, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields, replace

from studio.story.model import ContentNote, Feedback, Story, Treatment

Step = str | int
Address = tuple[Step, ...]

_PATH_STEP = re.compile(r"\.([^.\[\]]+)|\[(\d+)\]")
# A note without words is no note: left empty, these leave the story again.
_NOTHING_WHEN_BLANK = (ContentNote, Feedback, Treatment)


def value_at(story: Story, address: Address) -> Any:
    """The value there. Below a part that is not there yet (a choice without feedback), what a
    blank one would say."""
    value: object = story
    if len(address) > 1 and address[0] == "scenes" and isinstance(address[1], str):
        value, address = story.scene_by_id[address[1]], address[2:]
    above: object = None
    for step in address:
        above = value
        if isinstance(value, Struct):
            field = _field(type(value), step)
            inside = getattr(value, field.name)
            value = _blank(type(value), field.name) if inside is None else inside
        else:
            value = _inside(value, step)
    return None if _is_absent(value, above, address) else value


def put_value(story: Story, address: Address, value: object) -> Story:
    """Put ``value`` at the address; the parts above it that are not there yet are made.

    In a mapping (a text, the points of competences), None or no words take the key out.
    """
    return cast(Story, put_at(story, address, value))


def add_item(story: Story, address: Address, item: object, index: int | None = None) -> Story:
    """Add to the list at the address, before ``index`` (at the end if None)."""
    items = _items(story, address)
    at = len(items) if index is None else max(0, min(index, len(items)))
    return put_value(story, address, (*items[:at], item, *items[at:]))


def remove_item(story: Story, address: Address, step: Step) -> Story:
    """Take the item with the id (or index) ``step`` out of the list at the address."""
    items = _items(story, address)
    index = _index(items, step)
    return put_value(story, address, (*items[:index], *items[index + 1 :]))


def move_item(story: Story, address: Address, step: Step, index: int) -> Story:
    """Move an item of the list at the address so that it stands at ``index``."""
    items = _items(story, address)
    before = _index(items, step)
    rest = (*items[:before], *items[before + 1 :])
    at = max(0, min(index, len(rest)))
    if at == before:
        return story
    return put_value(story, address, (*rest[:at], items[before], *rest[at:]))


def address_of(story: Story, path: str) -> Address:
    """The address of a JSON path such as ``$.scenes[3].clip``, as far as it can be followed."""
    steps: list[Step] = []
    value: object = story
    for name, digits in _PATH_STEP.findall(path):
        try:
            if isinstance(value, tuple):
                items = cast(tuple[object, ...], value)
                value = items[int(digits)]
                known = getattr(value, "id", None)
                steps.append(known if isinstance(known, str) else int(digits))
            elif isinstance(value, Mapping):
                value = cast(Mapping[str, object], value)[name]
                steps.append(name)
            else:
                value = getattr(value, name)
                steps.append(name)
        except (KeyError, IndexError, AttributeError, ValueError):
            break
    return tuple(steps)


def _items(story: Story, address: Address) -> tuple[object, ...]:
    items = value_at(story, address)
    if not isinstance(items, tuple):
        raise KeyError(address)
    return cast(tuple[object, ...], items)


def put_at(value: object, address: Address, new: object) -> object:
    """:func:`put_value` below any part of a story; an address from there on."""
    if not address:
        return new
    step, rest = address[0], address[1:]
    if isinstance(value, Struct):
        return _put_field(value, step, rest, new)
    if isinstance(value, tuple):
        items = cast(tuple[object, ...], value)
        index = _index(items, step)
        after = put_at(items[index], rest, new)
        if after is items[index]:
            return items
        return (*items[:index], after, *items[index + 1 :])
    if isinstance(value, Mapping):
        return _put_key(cast(Mapping[str, object], value), str(step), rest, new)
    raise KeyError(step)


def _put_field(value: Struct, step: Step, rest: Address, new: object) -> Struct:
    field = _field(type(value), step)
    before = getattr(value, field.name)
    inside = _blank(type(value), field.name) if before is None and rest else before
    after = put_at(inside, rest, new)
    if after is inside or (after == inside and type(after) is type(inside)):
        return value
    if not rest:
        try:
            after = msgspec.convert(after, field.type)
        except msgspec.ValidationError as error:
            raise ValueError(str(error)) from error
    if isinstance(after, _NOTHING_WHEN_BLANK) and after == _blank(type(value), field.name):
        after = None
    return replace(value, **{field.name: after})


def _put_key(
    value: Mapping[str, object], key: str, rest: Address, new: object
) -> Mapping[str, object]:
    if rest:
        inside = value.get(key, {})
        after = put_at(inside, rest, new)
        return value if after is inside else {**value, key: after}
    if new is None or new == "":
        return {each: value[each] for each in value if each != key} if key in value else value
    return value if value.get(key) == new else {**value, key: new}


def _inside(value: object, step: Step) -> object:
    if isinstance(value, tuple):
        items = cast(tuple[object, ...], value)
        return items[_index(items, step)]
    if isinstance(value, Mapping):
        return cast(Mapping[str, object], value).get(str(step))
    raise KeyError(step)


def _index(items: tuple[object, ...], step: Step) -> int:
    if isinstance(step, int):
        if 0 <= step < len(items):
            return step
        raise KeyError(step)
    for index, item in enumerate(items):
        if getattr(item, "id", None) == step:
            return index
    raise KeyError(step)


def _field(kind: type[Struct], step: Step) -> FieldInfo:
    field = _fields(kind).get(step)
    if field is None:
        raise KeyError(step)
    return field


@cache
def _fields(kind: type[Struct]) -> Mapping[Step, FieldInfo]:
    return {field.name: field for field in fields(kind)}


@cache
def _blank(kind: type[Struct], name: str) -> Struct | None:
    """What an optional part says before it is made; None if it cannot be made from nothing."""
    optional = [each for each in get_args(_fields(kind)[name].type) if isinstance(each, type)]
    structs = [each for each in optional if issubclass(each, Struct)]
    if len(structs) != 1:
        return None
    needed = [field for field in fields(structs[0]) if field.required]
    if not all(_is_text(field.type) for field in needed):
        return None
    return structs[0](**{field.name: {} for field in needed})


def _is_text(kind: object) -> bool:
    origin = get_origin(get_args(kind)[0]) if get_args(kind) else None
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _is_absent(value: object, above: object, address: Address) -> bool:
    """Whether the part at the end of the address is only a blank one."""
    if not isinstance(value, Struct) or not isinstance(above, Struct):
        return False
    return getattr(above, _field(type(above), address[-1]).name) is None
