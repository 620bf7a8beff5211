"""The player's own words, one JSON file a language; a film carries those of its languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

FALLBACK = "en"


@cache
def player_words(language: str) -> Mapping[str, str]:
    """What the player says, by key; English for a language that has no file here."""
    chosen = _file(language if has_player_words(language) else FALLBACK)
    return json.loads(chosen.read_text("utf-8"))


def has_player_words(language: str) -> bool:
    """Whether the player speaks the language."""
    return _file(language).is_file()


def _file(language: str) -> Traversable:
    return files("exporters.web.words") / f"{language.split('-')[0]}.json"
