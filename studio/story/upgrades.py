"""Bring the document of an older ``story.json`` to the present version, one step a version.

A step is a function dict -> dict from version N to N + 1. Version 1 is the first, so there is
no step yet. Every old version keeps a fixture in ``tests/story/files``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from studio.story.model import VERSION

Document = dict[str, Any]
STEPS: Mapping[int, Callable[[Document], Document]] = {}


def upgrade(
    document: Document,
    steps: Mapping[int, Callable[[Document], Document]] = STEPS,
    version: int = VERSION,
) -> Document:
    """The document in format ``version``; raises KeyError where a step is missing."""
    while document["version"] < version:
        number = document["version"]
        document = {**steps[number](document), "version": number + 1}
    return document
