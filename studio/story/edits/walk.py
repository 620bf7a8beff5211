"""Every struct of a story, and every value of one kind (texts, files), with its address."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, Optional, cast, get_type_hints

from msgspec import Struct
from msgspec.structs import replace

from studio.story.edits.places import Address, Step, put_at
from studio.story.model import RelativePath, RichText, Story, Text


def walk(story: Story) -> Iterator[tuple[Address, Struct]]:
    """The story and every struct in it, in the order of the file."""
    return _walk(story, ())


def texts(story: Story) -> Iterator[tuple[Address, Mapping[str, str]]]:
    """Every text that has a translation of its own, also the empty ones."""
    for address, struct in walk(story):
        for name in _fields_of(type(struct), "text"):
            yield (*address, name), getattr(struct, name)
        for name in _fields_of(type(struct), "texts"):
            inside = cast(Mapping[str, Mapping[str, str]], getattr(struct, name))
            for key, text in inside.items():
                yield (*address, name, key), text


def author_texts(story: Story) -> Iterator[tuple[Address, str]]:
    """What authors write for themselves, in no language in particular: notes."""
    for address, struct in walk(story):
        for name in _fields_of(type(struct), "note"):
            words = getattr(struct, name)
            if words:
                yield (*address, name), words


def files(story: Story) -> Iterator[tuple[Address, str]]:
    """Every file that the story names, by the address of the naming."""
    for address, struct in walk(story):
        for name in _fields_of(type(struct), "file"):
            file = getattr(struct, name)
            if file is not None:
                yield (*address, name), file
        for name in _fields_of(type(struct), "files"):
            for key, file in cast(Mapping[str, str], getattr(struct, name)).items():
                yield (*address, name, key), file


def language_fields(struct: Struct) -> tuple[str, ...]:
    """The fields of a struct that map a language to something: texts, files, dubs."""
    return _fields_of(type(struct), "by_language")


def put_values(story: Story, changes: Mapping[Address, object]) -> Story:
    """:func:`put_value` for many addresses, in one pass over the scenes."""
    in_scenes: dict[Step, list[tuple[Address, object]]] = {}
    for address, value in changes.items():
        if len(address) > 2 and address[0] == "scenes":
            in_scenes.setdefault(address[1], []).append((address[2:], value))
        else:
            story = cast(Story, put_at(story, address, value))
    if not in_scenes:
        return story
    scenes = list(story.scenes)
    for index, scene in enumerate(scenes):
        for rest, value in in_scenes.pop(scene.id, []):
            scenes[index] = cast(Any, put_at(scenes[index], rest, value))
    if in_scenes:
        raise KeyError(next(iter(in_scenes)))
    same = all(after is before for after, before in zip(scenes, story.scenes, strict=True))
    return story if same else replace(story, scenes=tuple(scenes))


def _walk(value: object, address: Address) -> Iterator[tuple[Address, Struct]]:
    if isinstance(value, Struct):
        yield address, value
        for name in _fields_of(type(value), "structs"):
            yield from _walk(getattr(value, name), (*address, name))
    elif isinstance(value, tuple):
        for index, each in enumerate(cast(tuple[object, ...], value)):
            known = getattr(each, "id", None)
            step = known if isinstance(known, str) else index
            yield from _walk(each, (*address, step))
    elif isinstance(value, Mapping):
        for key, each in cast(Mapping[str, object], value).items():
            yield from _walk(each, (*address, key))


@cache
def _fields_of(kind: type[Struct], what: str) -> tuple[str, ...]:
    """Names of the fields of one sort, by their annotation in the model."""
    return tuple(
        name
        for name, hint in get_type_hints(kind, include_extras=True).items()
        if name in kind.__struct_fields__ and what in _sorts(name, hint)
    )


def _sorts(name: str, hint: Any) -> tuple[str, ...]:
    words = str(hint)
    if hint in (Text, RichText):
        return ("text", "by_language")
    if hint == Mapping[str, Text]:
        return ("texts",)
    if hint in (RelativePath, Optional[RelativePath]):  # noqa: UP045
        return ("file",)
    if hint == Mapping[str, RelativePath]:
        return ("files", "by_language")
    if hint is str and name in ("notes", "text"):
        return ("note",)
    if hint is str or ("studio.story.model" not in words and "ForwardRef" not in words):
        return ()
    if words.startswith("collections.abc.Mapping"):
        return ("structs", "by_language")
    return ("structs",)
