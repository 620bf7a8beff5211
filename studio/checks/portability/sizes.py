"""Does everything fit on a USB stick?"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place
from studio.story.paths import file_below

OVER_4_GIB = FindingKind(
    code="PT005",
    name="file-over-4-gib",
    severity="warning",
    message={
        "pl": "Plik „{file}” ma {gigabytes} GB.",
        "en": "The file “{file}” has {gigabytes} GB.",
    },
    remedy={
        "pl": "Pamięć w formacie FAT32 przyjmie najwyżej 4 GiB: podziel nagranie albo sformatuj "
        "pamięć jako exFAT.",
        "en": "A stick in FAT32 takes 4 GiB at most: split the recording, or format the stick as "
        "exFAT.",
    },
)
OVER_A_STICK = FindingKind(
    code="PT007",
    name="larger-than-a-stick",
    severity="notice",
    message={
        "pl": "Pliki scenariusza mają razem {gigabytes} GB i nie zmieszczą się na pamięci 8 GB.",
        "en": "The story's files have {gigabytes} GB together and do not fit on a stick of 8 GB.",
    },
    remedy={
        "pl": "Przed eksportem okno eksportu pokaże rozmiar filmu; do kopii scenariusza weź "
        "większą pamięć.",
        "en": "The export dialog shows the film's size beforehand; take a larger stick for a copy "
        "of the story.",
    },
)
KINDS = (OVER_4_GIB, OVER_A_STICK)

LARGEST_FAT32 = 2**32 - 1
"""Bytes; the size field of a FAT32 directory entry has 32 bits."""
STICK_BYTES = 8_000_000_000


def check(context: Context) -> Iterator[Finding]:
    """Sizes of the files that are named, each and together."""
    if context.folder is not None:
        yield from _sizes(context, context.folder)


def _sizes(context: Context, folder: Path) -> Iterator[Finding]:
    total = 0
    known: set[str] = set()
    for part in context.parts:
        for file, place in part.files:
            path = None if file in known else file_below(folder, file)
            known.add(file)
            if path is None:
                continue
            size = _size(path)
            total += size
            if size > LARGEST_FAT32:
                yield OVER_4_GIB.at(place, file=file, gigabytes=f"{size / 1e9:.1f}")
    if total > STICK_BYTES:
        yield OVER_A_STICK.at(Place(path="$"), gigabytes=f"{total / 1e9:.1f}")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
