"""Can every file be copied to Windows, and to a stick in FAT32 or exFAT?

Rules of "Naming Files, Paths, and Namespaces" (Windows documentation) and of the exFAT
specification, table 35; FAT32 with long names forbids the same characters.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind
from studio.story.paths import leaves

ILLEGAL = FindingKind(
    code="PT003",
    name="name-illegal-on-windows",
    severity="warning",
    message={
        "pl": "Nazwy „{name}” nie przyjmie system Windows ani pamięć USB.",
        "en": "Windows and USB sticks do not take the name “{name}”.",
    },
    remedy={
        "pl": 'Zmień nazwę: bez znaków < > : " | ? *, bez kropki i spacji na końcu, inną niż '
        "CON, PRN, AUX, NUL, COM1, LPT1.",
        "en": 'Rename it: without < > : " | ? *, without a dot or space at its end, other than '
        "CON, PRN, AUX, NUL, COM1, LPT1.",
    },
)
TOO_LONG = FindingKind(
    code="PT006",
    name="path-too-long",
    severity="warning",
    message={
        "pl": "Ścieżka „{file}” ma razem z folderem {length} znaków.",
        "en": "The path “{file}” has {length} characters with its folder.",
    },
    remedy={
        "pl": "Skróć nazwy albo przenieś scenariusz wyżej: Windows przyjmuje mniej więcej 240 "
        "znaków.",
        "en": "Shorten the names, or move the story higher up: Windows takes about 240 characters.",
    },
)
KINDS = (ILLEGAL, TOO_LONG)

LONGEST = 240
"""Windows allows 259 characters in a path; copying programs add a few of their own."""
_FORBIDDEN = frozenset('<>:"|?*\\')
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)


def is_illegal(name: str) -> bool:
    """Whether Windows, FAT32 or exFAT refuse the name of one file or folder."""
    stem = name.split(".")[0].rstrip(" ").lower()
    return (
        stem in _DEVICES
        or name[-1:] in (" ", ".")
        or any(letter in _FORBIDDEN or ord(letter) < 32 for letter in name)
    )


def check(context: Context) -> Iterator[Finding]:
    """Names of the story's files; those of the film are made so that every system takes them."""
    for part in context.parts:
        for file, place in part.files:
            if leaves(file):
                continue
            for name in PurePosixPath(file).parts:
                if is_illegal(name):
                    yield ILLEGAL.at(place, name=name)
            length = len(str(context.folder.absolute() / file)) if context.folder else len(file)
            if length > LONGEST:
                yield TOO_LONG.at(place, file=file, length=length)
