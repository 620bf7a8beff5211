"""What does the trainee miss without the internet?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from studio.checks.context import Context
from studio.checks.texts import texts
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Resource

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
    told: set[tuple[int, str]] = set()
    links = ((each.link, node, ".link") for each, node in context.each(Resource))
    for text, node, step in chain(texts(context), links):
        for words in text.values():
            for address in _ADDRESS.findall(words) if "://" in words else ():
                if (id(node), address) not in told:
                    told.add((id(node), address))
                    yield REMOTE.at(below(node.place, step), address=address)
