"""Generated documentation of the formats: ``python -m exporters.schemas [--check]``."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec

from exporters.film import Film
from studio.results import Result
from studio.story.model import Story

DOCUMENTS = {
    "story.schema.json": Story,
    "film.schema.json": Film,
    "result.schema.json": Result,
}


def schema(kind: type) -> bytes:
    """The JSON Schema (2020-12) of a struct, formatted."""
    return msgspec.json.format(msgspec.json.encode(msgspec.json.schema(kind)), indent=2) + b"\n"


def main(arguments: list[str], docs: Path = Path("docs")) -> int:
    """Write the schemas, or with ``--check`` tell which are stale; returns the exit code."""
    stale = 0
    for name, kind in DOCUMENTS.items():
        path = docs / name
        content = schema(kind)
        if "--check" not in arguments:
            path.write_bytes(content)
        elif not path.exists() or path.read_bytes() != content:
            print(f"{path} is stale; mend it with: make docs", file=sys.stderr)
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
