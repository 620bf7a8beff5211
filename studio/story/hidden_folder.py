"""``.studio`` in a story's folder: lock, journal and kept versions. Never part of an export.

It moves with the story, and tells git to leave it alone.
"""

from __future__ import annotations

from pathlib import Path

NAME = ".studio"


def hidden_folder(folder: Path) -> Path:
    """The folder, made where it was not there; raises OSError where that cannot be."""
    hidden = folder / NAME
    if not hidden.is_dir():
        hidden.mkdir()
    ignore = hidden / ".gitignore"
    if not ignore.exists():
        ignore.write_text("*\n", encoding="utf-8")
    return hidden
