"""Are the files that the story names there, inside its folder?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind
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
    for part in context.parts:
        for file, place in part.files:
            if leaves(file) or (root is not None and not is_below(root, file)):
                yield OUTSIDE.at(place, file=file)
            elif root is not None and file_below(root, file) is None:
                yield MISSING.at(place, file=file)
