"""The player's own words, one JSON file a language; a film carries those of its languages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

FALLBACK = "en"


@cache
def player_words(language: str) -> Mapping[str, str]:
    """What the player says, by key; English for a language that has no file here."""
    folder = files("exporters.web.words")
    path = folder / f"{language.split('-')[0]}.json"
    chosen = path if path.is_file() else folder / f"{FALLBACK}.json"
    return json.loads(chosen.read_text("utf-8"))
