"""Every struct of a story, once, with its place: what most checks loop over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from typing import cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from studio.story.finding import Place
from studio.story.model import (
    Card,
    Chapter,
    Choice,
    Clip,
    Competence,
    Feedback,
    FlagVariable,
    Footage,
    GlossaryEntry,
    Indicator,
    NumberVariable,
    Resource,
    Scene,
    StickyNote,
    Story,
    TextVariable,
    Theme,
)

ITEMS = (
    NumberVariable,
    FlagVariable,
    TextVariable,
    Indicator,
    Competence,
    Resource,
    GlossaryEntry,
    Chapter,
    StickyNote,
)
NAMING_FILES = frozenset({Footage, Clip, Card, Feedback, Resource, Theme})
"""Structs that may name a file, see :func:`named_files`."""


class Node(Struct, frozen=True, gc=False):
    """One struct of the story and where it stands: ``step`` below ``parent``.

    The place is put together only when somebody asks: most nodes have nothing to report.
    """

    value: Struct
    parent: Node | None
    step: str

    @property
    def place(self) -> Place:
        """Where the struct stands; ``path`` is its JSON path."""
        steps: list[str] = []
        named: dict[type, str] = {}
        node: Node | None = self
        while node is not None:
            steps.append(node.step)
            match node.value:
                case Scene(id=id) | Choice(id=id):
                    named.setdefault(type(node.value), id)
                case value if isinstance(value, ITEMS):
                    named.setdefault(Struct, value.id)
                case _:
                    pass
            node = node.parent
        return Place(
            named.get(Scene), named.get(Choice), named.get(Struct), path="".join(reversed(steps))
        )


def walk_head(story: Story) -> Iterator[Node]:
    """The story itself and every struct in it but the scenes, in the order of the file."""
    return _walk(story, None, "$", leave_out="scenes")


def walk_scene(scene: Scene, index: int) -> Iterator[Node]:
    """The scene at that index and every struct in it."""
    return _walk(scene, None, f"$.scenes[{index}]")


def below(place: Place, step: str) -> Place:
    """The place one step further down, e.g. ``.clip`` or ``[3]``."""
    return replace(place, path=f"{place.path}{step}")


def _walk(
    value: Struct, parent: Node | None, step: str, leave_out: str | None = None
) -> Iterator[Node]:
    node = Node(value, parent, step)
    yield node
    for name in fields_with_structs(type(value)):
        inside = getattr(value, name)
        if not inside or name == leave_out:
            continue
        if isinstance(inside, Struct):
            yield from _walk(inside, node, f".{name}")
        elif isinstance(inside, tuple):
            for index, each in enumerate(cast(tuple[Struct, ...], inside)):
                yield from _walk(each, node, f".{name}[{index}]")
        else:
            for key, each in cast(Mapping[str, Struct], inside).items():
                yield from _walk(each, node, f".{name}.{key}")


def fields_with_structs(kind: type[Struct]) -> tuple[str, ...]:
    """The fields of a struct of the model that hold structs: one, a tuple or a mapping of them."""
    return _fields_by_kind()[kind]


@cache
def _fields_by_kind() -> Mapping[type[Struct], tuple[str, ...]]:
    fields: dict[type[Struct], tuple[str, ...]] = {}
    waiting: list[msgspec.inspect.Type] = [msgspec.inspect.type_info(Story)]
    while waiting:
        kind = waiting.pop()
        if isinstance(kind, msgspec.inspect.StructType) and kind.cls not in fields:
            inside = {field.name: tuple(_structs_in(field.type)) for field in kind.fields}
            fields[kind.cls] = tuple(name for name, structs in inside.items() if structs)
            waiting += chain.from_iterable(inside.values())
    return fields


def _structs_in(kind: msgspec.inspect.Type) -> Iterator[msgspec.inspect.StructType]:
    match kind:
        case msgspec.inspect.StructType():
            yield kind
        case msgspec.inspect.UnionType(types=kinds):
            for each in kinds:
                yield from _structs_in(each)
        case msgspec.inspect.VarTupleType(item_type=inner):
            yield from _structs_in(inner)
        case msgspec.inspect.DictType(value_type=inner) | msgspec.inspect.Metadata(type=inner):
            yield from _structs_in(inner)
        case _:
            return


def named_files(node: Node) -> Iterator[tuple[str, Place]]:
    """The files that the struct itself names, each with the place of the naming."""
    for step, file, language in _files_of(node):
        place = replace(below(node.place, step), file=file)
        yield file, replace(place, language=language) if language else place


def _files_of(node: Node) -> Iterator[tuple[str, str, str | None]]:
    single: dict[str, str | None] = {}
    by_language: dict[str, dict[str, str]] = {}
    match node.value:
        case Footage(file=file, audio=audio):
            single = {"file": file, "audio": audio}
        case Clip(captions=captions):
            by_language = {"captions": dict(captions)}
        case Card(image=image, narration=narration):
            single, by_language = {"image": image}, {"narration": dict(narration)}
        case Feedback(image=image):
            single = {"image": image}
        case Resource(file=files):
            by_language = {"file": dict(files)}
        case Theme(logo=logo, font=font):
            single = {"logo": logo, "font": font}
        case _:
            return
    for name, file in single.items():
        if file is not None:
            yield f".{name}", file, None
    for name, files in by_language.items():
        for language, file in files.items():
            yield f".{name}.{language}", file, language
