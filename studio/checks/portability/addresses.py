"""What does the trainee miss without the internet?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import cast

from studio.checks.context import Context
from studio.checks.texts import FIELDS
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind

REMOTE = FindingKind(
    code="PT008",
    name="remote-address",
    severity="notice",
    message={
        "pl": "Adres {address} otworzy się tylko tam, gdzie jest internet.",
        "en": "The address {address} opens only where there is internet.",
    },
    remedy={
        "pl": "Podaj to, co najważniejsze, także w tekście lub dołącz plik.",
        "en": "Give what matters most in words as well, or add a file.",
    },
)
KINDS = (REMOTE,)

_ADDRESS = re.compile(r"https?://[^\s)\]>„”\"]+")


def check(context: Context) -> Iterator[Finding]:
    """Texts and links that lead out of the film; each address once for each thing that has it."""
    for node in context.nodes:
        found: dict[str, str] = {}
        for name in node.value.__struct_fields__:
            value = getattr(node.value, name)
            if (name in FIELDS or name == "link") and isinstance(value, Mapping):
                for text in cast(Mapping[str, object], value).values():
                    for address in _ADDRESS.findall(text) if isinstance(text, str) else ():
                        found.setdefault(address, name)
        for address, name in found.items():
            yield REMOTE.at(below(node.place, f".{name}"), address=address)
