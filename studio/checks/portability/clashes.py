"""Are there files that are one and the same for Windows and for USB sticks?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind
from studio.story.paths import leaves

CLASH = FindingKind(
    code="PT004",
    name="names-differ-only-by-case",
    severity="warning",
    message={
        "pl": "Nazwy „{file}” i „{other}” różnią się tylko wielkością liter lub zapisem znaków.",
        "en": "The names “{file}” and “{other}” differ only by case or by how letters are encoded.",
    },
    remedy={
        "pl": "Zmień jedną z nich: w systemie Windows i na pamięci USB byłby to jeden plik.",
        "en": "Rename one of them: on Windows and on a stick they would be one file.",
    },
)
KINDS = (CLASH,)


def check(context: Context) -> Iterator[Finding]:
    """No two names are equal once case and the composition of letters are left aside."""
    known: dict[str, str] = {}
    told: set[str] = set()
    for part in context.parts:
        for file, place in part.files:
            if leaves(file) or file in told:
                continue
            told.add(file)
            other = known.setdefault(unicodedata.normalize("NFC", file).casefold(), file)
            if other != file:
                yield CLASH.at(place, file=file, other=other)
