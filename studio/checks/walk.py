"""Every struct of a story, once, with its place: what most checks loop over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

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


class Node(Struct, frozen=True):
    """One struct of the story and where it stands; ``place.path`` is its JSON path."""

    value: Struct
    place: Place


def walk_head(story: Story) -> Iterator[Node]:
    """The story itself and every struct in it but the scenes, in the order of the file."""
    place = Place(path="$")
    yield Node(story, place)
    for name in story.__struct_fields__:
        if name != "scenes":
            yield from _walk(getattr(story, name), below(place, f".{name}"))


def walk_scene(scene: Scene, index: int) -> Iterator[Node]:
    """The scene at that index and every struct in it."""
    return _walk(scene, Place(path=f"$.scenes[{index}]"))


def below(place: Place, step: str) -> Place:
    """The place one step further down, e.g. ``.clip`` or ``[3]``."""
    return replace(place, path=f"{place.path}{step}")


def _walk(value: object, place: Place) -> Iterator[Node]:
    match value:
        case Struct():
            place = _named(value, place)
            yield Node(value, place)
            for name in value.__struct_fields__:
                inside = getattr(value, name)
                if isinstance(inside, Struct | tuple | Mapping) and inside:
                    yield from _walk(inside, below(place, f".{name}"))
        case tuple():
            for index, each in enumerate(cast(tuple[object, ...], value)):
                if isinstance(each, Struct):
                    yield from _walk(each, below(place, f"[{index}]"))
        case Mapping():
            for key, each in cast(Mapping[str, object], value).items():
                if isinstance(each, Struct):
                    yield from _walk(each, below(place, f".{key}"))
        case _:
            return


def _named(value: Struct, place: Place) -> Place:
    if isinstance(value, Scene):
        return replace(place, scene=value.id)
    if isinstance(value, Choice):
        return replace(place, choice=value.id)
    if isinstance(value, ITEMS):
        return replace(place, item=value.id)
    return place


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
