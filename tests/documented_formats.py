"""Does a file hold to its documented JSON Schema, in the eyes of a validator that is not ours?"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

DOCS = Path(__file__).parents[1] / "docs"


def schema_faults(name: str, value: Any) -> list[str]:
    """What ``docs/NAME.schema.json`` says against the value, place by place."""
    return [f"{each.json_path}: {each.message}" for each in _validator(name).iter_errors(value)]


@cache
def _validator(name: str) -> Draft202012Validator:
    """The schema itself must be a valid one. The formats are open to fields of later versions; what
    this version writes is held to the fields that it documents.
    """
    schema = json.loads((DOCS / f"{name}.schema.json").read_bytes())
    Draft202012Validator.check_schema(schema)
    for kind in schema["$defs"].values():
        if "properties" in kind:
            kind["additionalProperties"] = False
    return Draft202012Validator(schema, format_checker=FormatChecker())
