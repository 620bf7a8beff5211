"""Caption files as kept versions hold them: small texts, each content once, named by its hash.

Beside a version stands a list (``….captions.json``) of the files and the SHA-256 of each; the
contents are in ``.studio/versions/captions``. Captions that did not change cost nothing more.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from studio.story.edits.walk import walk
from studio.story.files import write_atomically
from studio.story.model import Clip, Story
from studio.story.paths import file_below
from studio.story.refused_files import file_of

SUFFIX = ".captions.json"
_LARGEST = 2_000_000
"""Bytes. What is larger than this is no caption file that anyone wrote."""


class Kept(Struct, frozen=True):
    """``story`` is the hash of the ``story.json`` that the captions belong to."""

    story: str
    files: dict[str, str]


def digest(content: bytes) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(content).hexdigest()


def read_captions(story: Story, folder: Path) -> dict[str, bytes]:
    """What the caption files that the story names hold, as far as they are there, by name."""
    names = {
        name
        for _, struct in walk(story)
        if isinstance(struct, Clip)
        for name in struct.captions.values()
    }
    found: dict[str, bytes] = {}
    for name in sorted(names):
        held = file_of(folder, name)
        path = held if held != folder / name else file_below(folder, name)
        with contextlib.suppress(OSError):
            if path is not None and path.stat().st_size <= _LARGEST:
                found[name] = path.read_bytes()
    return found


def hold(place: Path, listing: Path, story: str, captions: Mapping[str, bytes]) -> None:
    """Write the contents that are not there yet, then the list. Raises OSError."""
    place.mkdir(exist_ok=True)
    files: dict[str, str] = {}
    for name, content in captions.items():
        files[name] = digest(content)
        path = place / files[name]
        # A file cut short by a crash is written again: its size tells.
        if not path.is_file() or path.stat().st_size != len(content):
            part = path.with_suffix(f".{os.getpid()}.part")
            part.write_bytes(content)
            part.replace(path)
    write_atomically(listing, msgspec.json.encode(Kept(story, files)))


def read_list(listing: Path) -> Kept | None:
    """The list of a version; None where it has none, or none that can be read."""
    try:
        return msgspec.json.decode(listing.read_bytes(), type=Kept)
    except (OSError, msgspec.DecodeError):
        return None


def fetch(place: Path, kept: Kept) -> dict[str, bytes]:
    """What the files held; those whose content is damaged are left out."""
    found: dict[str, bytes] = {}
    for name, wanted in kept.files.items():
        with contextlib.suppress(OSError):
            content = (place / wanted).read_bytes()
            if digest(content) == wanted:
                found[name] = content
    return found


def let_go(place: Path, listings: Iterable[Path]) -> None:
    """Remove the contents that none of the lists names; none if one of them cannot be read."""
    needed: set[str] = set()
    for listing in listings:
        kept = read_list(listing)
        if kept is None:
            return
        needed.update(kept.files.values())
    with contextlib.suppress(OSError):
        for path in place.iterdir():
            if path.name not in needed:
                path.unlink(missing_ok=True)
