"""Is every media file in the story's folder used?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place

UNUSED = FindingKind(
    code="CL013",
    name="unused-file",
    severity="notice",
    message={
        "pl": "Pliku „{file}” nie używa żadna scena ({megabytes} MB).",
        "en": "No scene uses the file “{file}” ({megabytes} MB).",
    },
    remedy={
        "pl": "Usuń go z folderu scenariusza albo zostaw: do filmu i tak nie trafi.",
        "en": "Delete it from the story's folder, or leave it: it does not go into the film.",
    },
)
KINDS = (UNUSED,)

FOLDERS = ("media", "captions", "resources")
"""Where a story keeps its files; other folders hold what is none of the film's business."""


def check(context: Context) -> Iterator[Finding]:
    """Every file in the folders of the story is named somewhere in it."""
    if context.folder is None:
        return
    used = {file for part in context.parts for file, _ in part.files}
    for name in FOLDERS:
        for path in _files_below(context.folder / name):
            file = path.relative_to(context.folder).as_posix()
            if file not in used and not any(part.startswith(".") for part in path.parts[-2:]):
                yield UNUSED.at(Place(file=file), file=file, megabytes=_megabytes(path))


def _files_below(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.rglob("*") if path.is_file())
    except OSError:
        return []


def _megabytes(path: Path) -> str:
    try:
        return f"{path.stat().st_size / 1e6:.1f}"
    except OSError:
        return "?"
