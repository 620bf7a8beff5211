"""Reads the film back out of an exported folder."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from exporters.film_script import read_film_script


def read_film(folder: Path) -> Any:
    """The value that ``film.js`` of the folder gives the player."""
    return read_film_script((folder / "film.js").read_text(encoding="utf-8"))
