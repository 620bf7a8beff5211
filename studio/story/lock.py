"""Who has a story open for writing: one window at a time, on one machine or over a share.

The operating system's lock (through filelock) is let go even after ``kill -9``, so a lock left
by a crash holds nobody up. Where a share has no such locks, the note with who and when counts
as long as its holder renews it.
"""

from __future__ import annotations

import getpass
import os
import platform
import threading
import time
from pathlib import Path

import msgspec
from filelock import FileLock, Timeout
from msgspec import Struct

from studio.story.finding import FindingKind
from studio.story.hidden_folder import hidden_folder

_BEAT_SECONDS = 30.0
_STALE_SECONDS = 180.0
"""A note of another machine that is older than this was left by a crash. Clocks differ a little."""

OPEN_ELSEWHERE = FindingKind(
    code="FL009",
    name="open-elsewhere",
    severity="notice",
    message={
        "en": "This story has been open in another window since {since}: {user} on {host}. "
        "It is shown here read-only.",
        "pl": "Ten scenariusz jest od {since} otwarty w innym oknie: {user} na komputerze "
        "{host}. Tutaj jest tylko do odczytu.",
    },
    remedy={
        "en": "Close it there and open it here again, or save a copy elsewhere to work on.",
        "pl": "Zamknij go tam i otwórz tutaj ponownie albo zapisz kopię w innym miejscu "
        "i pracuj na kopii.",
    },
)


class Holder(Struct, frozen=True):
    """Who holds a story; ``since`` in seconds since the epoch."""

    user: str
    host: str
    process: int
    since: float


class StoryLock:
    """Held until :meth:`release` or the end of the process."""

    def __init__(self, note: Path, lock: FileLock | None) -> None:
        self._note = note
        self._lock = lock
        self._holder = Holder(_user(), platform.node(), os.getpid(), time.time())
        self._released = threading.Event()
        note.write_bytes(msgspec.json.encode(self._holder))
        threading.Thread(target=self._beat, name="story-lock", daemon=True).start()

    def release(self) -> None:
        """Let others write; may be called twice, and when the drive is gone."""
        if self._released.is_set():
            return
        self._released.set()
        try:
            self._note.unlink(missing_ok=True)
            if self._lock is not None:
                self._lock.release()
        except OSError:
            pass  # The drive is gone, and the lock with it.

    def _beat(self) -> None:
        while not self._released.wait(_BEAT_SECONDS):
            try:
                os.utime(self._note)
            except OSError:
                continue


def take_lock(folder: Path) -> StoryLock | Holder:
    """The lock of the story, or who holds it. Raises OSError where nothing can be written."""
    hidden = hidden_folder(folder)
    note = hidden / "lock.json"
    lock: FileLock | None = FileLock(hidden / "lock", thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        return _read(note) or Holder("?", "?", 0, time.time())
    except NotImplementedError:  # A share without locks: the note alone must do.
        lock = None
    holder = _read(note)
    if holder is not None and _alive(holder, note, locked=lock is not None):
        if lock is not None:
            lock.release()
        return holder
    return StoryLock(note, lock)


def _alive(holder: Holder, note: Path, *, locked: bool) -> bool:
    """Whether the note is of a running program, given that we got the system's lock or not."""
    if locked and holder.host == platform.node():
        return False
    try:
        return time.time() - note.stat().st_mtime < _STALE_SECONDS
    except OSError:
        return False


def _read(note: Path) -> Holder | None:
    try:
        return msgspec.json.decode(note.read_bytes(), type=Holder)
    except (OSError, msgspec.DecodeError):
        return None


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "?"
