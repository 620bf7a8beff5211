"""Are the files that the story names there, inside its folder?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import Node, below
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Card, Clip, Feedback, Footage, Resource, Theme
from studio.story.paths import file_below, is_below, leaves

MISSING = FindingKind(
    code="PT001",
    name="missing-file",
    severity="error",
    message={
        "pl": "Brakuje pliku „{file}”.",
        "en": "The file “{file}” is missing.",
    },
    remedy={
        "pl": "Skopiuj go do folderu scenariusza albo wskaż inny plik.",
        "en": "Copy it into the story's folder, or name another file.",
    },
)
OUTSIDE = FindingKind(
    code="PT002",
    name="file-outside-the-folder",
    severity="error",
    message={
        "pl": "Ścieżka „{file}” wychodzi poza folder scenariusza.",
        "en": "The path “{file}” leads out of the story's folder.",
    },
    remedy={
        "pl": "Skopiuj plik do folderu scenariusza i podaj ścieżkę względną z ukośnikami „/”.",
        "en": "Copy the file into the story's folder and give a relative path with “/”.",
    },
)
KINDS = (MISSING, OUTSIDE)


def check(context: Context) -> Iterator[Finding]:
    """Every file named is a file below the story's folder."""
    root = context.folder
    for node in context.nodes:
        for file, place in named_files(node):
            if leaves(file) or (root is not None and not is_below(root, file)):
                yield OUTSIDE.at(place, file=file)
            elif root is not None and file_below(root, file) is None:
                yield MISSING.at(place, file=file)


def named_files(node: Node) -> Iterator[tuple[str, Place]]:
    """The files that the struct itself names, each with the place of the naming."""
    for step, file, language in _named(node):
        place = replace(below(node.place, step), file=file)
        yield file, replace(place, language=language) if language else place


def _named(node: Node) -> Iterator[tuple[str, str, str | None]]:
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
