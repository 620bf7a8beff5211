"""Keeping the cache within a size: what was not used for longest goes first.

Safe beside other studios: a clip is only removed while its lock is held, its record before its
file, and nothing that was used within the last minutes.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout
from msgspec import Struct

from studio.media.cache import Cache

DEFAULT_LIMIT = 20_000_000_000
"""Bytes; a film of an hour at 1080 lines takes about three thousand million."""

_IN_USE_SECONDS = 600.0
_ROOM_SHARE = 0.9
"""Evict a little below the limit, so that not every export has to."""


class Usage(Struct, frozen=True):
    """What the cache holds, in bytes and pieces; ``limit`` in bytes."""

    folder: str
    bytes: int
    clips: int
    clip_bytes: int
    limit: int
    oldest_use: float | None
    """When the piece that goes first was last used, in seconds since 1970."""


class _Limit(Struct, frozen=True):
    bytes: int


class _Piece(Struct, frozen=True):
    """One thing that can be evicted: its files, the record first."""

    paths: tuple[Path, ...]
    bytes: int
    used: float
    key: str | None


def limit_of(cache: Cache) -> int:
    """The limit in bytes that was set, else the default."""
    try:
        return msgspec.json.decode((cache.folder / "limit.json").read_bytes(), type=_Limit).bytes
    except (OSError, msgspec.MsgspecError):
        return DEFAULT_LIMIT


def set_limit(cache: Cache, limit: int) -> None:
    """Remember another limit for everyone who uses this cache. Raises OSError."""
    temporary = cache.folder / f"limit.{os.getpid()}.new"
    temporary.write_bytes(msgspec.json.encode(_Limit(limit)))
    temporary.replace(cache.folder / "limit.json")


def usage(cache: Cache) -> Usage:
    """Count what is there now."""
    pieces = _pieces(cache)
    clips = [piece for piece in pieces if piece.key is not None]
    return Usage(
        folder=str(cache.folder),
        bytes=sum(piece.bytes for piece in pieces),
        clips=len(clips),
        clip_bytes=sum(piece.bytes for piece in clips),
        limit=limit_of(cache),
        oldest_use=min((piece.used for piece in pieces), default=None),
    )


def evict(
    cache: Cache, limit: int | None = None, *, in_use_seconds: float = _IN_USE_SECONDS
) -> int:
    """Bring the cache below its limit (or another one); returns the bytes set free.

    Exports keep their clips: they are links to the same data, or copies.
    """
    pieces = sorted(_pieces(cache), key=lambda piece: piece.used)
    limit = limit_of(cache) if limit is None else limit
    total = sum(piece.bytes for piece in pieces)
    if total <= limit:
        return 0
    before, latest = total, time.time() - in_use_seconds
    for piece in pieces:
        if total <= limit * _ROOM_SHARE or piece.used > latest:
            break
        if _remove(cache, piece):
            total -= piece.bytes
    return before - total


def _remove(cache: Cache, piece: _Piece) -> bool:
    try:
        if piece.key is None:
            _unlink(piece.paths)
        else:
            with FileLock(cache.folder / "locks" / f"{piece.key}.lock", timeout=0):
                _unlink(piece.paths)
    except (OSError, Timeout):
        return False
    return True


def _unlink(paths: tuple[Path, ...]) -> None:
    for path in paths:
        path.unlink(missing_ok=True)


def _pieces(cache: Cache) -> list[_Piece]:
    found: list[_Piece] = []
    for record in (cache.folder / "clips").glob("*/*.json"):
        with suppress(OSError):
            files = (record, *(record.with_suffix(end) for end in (".mp4", ".webm")))
            present = tuple(path for path in files if path.exists())
            size = sum(path.stat().st_size for path in present)
            found.append(_Piece(present, size, record.stat().st_mtime, record.stem))
    for folder in ("derived", "facts", "files"):
        for path in (cache.folder / folder).rglob("*"):
            with suppress(OSError):
                status = path.stat()
                if path.is_file():
                    found.append(_Piece((path,), status.st_size, status.st_mtime, None))
    return found
