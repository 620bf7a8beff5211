"""The journal: every value of the open story, written down in the background as it comes to be.

One record a line: eight hex digits (CRC-32 of the rest), a space, JSON. The first record holds
the whole story, the following ones what changed since the one before. A line cut short by a
crash does not match its digits: reading stops before it. A value is on the disk (flushed with
fsync) a quarter of a second after it was made, if the disk keeps up.

Where the story's own folder cannot be written, the journal goes to a folder on this machine
(``rescue``), so that work outlives a drive that was pulled out.
"""

from __future__ import annotations

import hashlib
import os
import threading
import time
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import platformdirs
from msgspec import Struct

from studio.story.files import OpenedStory, encode_story, read_story, write_atomically
from studio.story.finding import FindingKind, StudioError
from studio.story.hidden_folder import hidden_folder
from studio.story.model import Story

FILE = "journal"
PAUSE_SECONDS = 0.25
_SMALL = 4_000_000
"""Bytes of changes that are written before the journal is begun anew with a whole story."""

NOT_KEPT = FindingKind(
    code="FL010",
    name="folder-not-writable",
    severity="error",
    message={
        "en": "{folder} cannot be written: {reason}. Your changes are kept in memory and on this "
        "computer.",
        "pl": "Nie można zapisywać w folderze {folder}: {reason}. Twoje zmiany są zachowane "
        "w pamięci i na tym komputerze.",
    },
    remedy={
        "en": "Connect the drive again or free some space, or save the story elsewhere.",
        "pl": "Podłącz nośnik ponownie lub zwolnij miejsce albo zapisz scenariusz w innym miejscu.",
    },
)


class Recovered(Struct, frozen=True):
    """Work that was not saved. ``time`` is that of the last change, in seconds since the epoch."""

    opened: OpenedStory
    folder: Path
    time: float
    changes: int
    label: str


class _Pending(Struct, frozen=True):
    story: Story
    label: str
    time: float


def rescue_folder() -> Path:
    """Where journals go that cannot stand beside their story."""
    return platformdirs.user_state_path("scenario-studio") / "rescue"


def rescue_place(folder: Path, rescue: Path | None = None) -> Path:
    """Where on this machine is held what the story's own folder refuses."""
    name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    return (rescue or rescue_folder()) / name


def difference(before: Story, after: Story) -> dict[str, Any] | None:
    """What changed, to be written as JSON; None where only the whole story says it."""
    if len(after.scene_by_id) != len(after.scenes) or len(before.scene_by_id) != len(before.scenes):
        return None
    fields = {
        name: getattr(after, name)
        for name in after.__struct_fields__
        if name != "scenes" and getattr(after, name) is not getattr(before, name)
    }
    changes: dict[str, Any] = {"fields": fields}
    if after.scenes is not before.scenes:
        known = before.scene_by_id
        changes["scenes"] = [each for each in after.scenes if known.get(each.id) is not each]
        if [each.id for each in after.scenes] != [each.id for each in before.scenes]:
            changes["order"] = [each.id for each in after.scenes]
    return changes


class Journal:
    """Writes in a thread of its own; every method returns at once but :meth:`flush`.

    ``told`` is called in that thread: with the error when the story's folder cannot be written,
    with None when it can be again.
    """

    def __init__(
        self,
        folder: Path,
        told: Callable[[OSError | None], None] = lambda error: None,
        rescue: Path | None = None,
    ) -> None:
        self.folder = folder
        self._told = told
        self._rescue = rescue_place(folder, rescue) / FILE
        self._condition = threading.Condition()
        self._pending: _Pending | None = None
        self._forget = False
        self._closed = False
        self._hurry = False
        self._busy = False
        self._written: Story | None = None
        self._file: Path | None = None
        self._whole = 0
        self._since = 0
        self._in_trouble = False
        self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
        self._thread.start()

    def record(self, story: Story, label: str) -> None:
        """Write this value soon. Of values that follow each other fast the last is written."""
        with self._condition:
            self._pending = _Pending(story, label, time.time())
            self._condition.notify_all()

    def forget(self) -> None:
        """What was recorded is saved or given up: take the journal away."""
        with self._condition:
            self._pending = None
            self._forget = True
            self._condition.notify_all()

    def flush(self, seconds: float = 5.0) -> bool:
        """Wait until all that was asked for is on the disk; False if that took longer."""
        with self._condition:
            self._hurry = True
            self._condition.notify_all()
            try:
                return self._condition.wait_for(self._idle, timeout=seconds)
            finally:
                self._hurry = False

    def close(self, seconds: float = 5.0) -> None:
        """Write what is pending and end the thread."""
        with self._condition:
            self._closed = True
            self._condition.notify_all()
        self._thread.join(seconds)

    def _idle(self) -> bool:
        return self._pending is None and not self._forget and not self._busy

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(
                    lambda: self._pending is not None or self._forget or self._closed
                )
                if self._pending is not None and not self._closed and not self._forget:
                    # A moment for the edits that follow at once, such as the steps of a drag.
                    self._condition.wait_for(
                        lambda: self._closed or self._hurry, timeout=PAUSE_SECONDS
                    )
                pending, forget = self._pending, self._forget
                if pending is None and not forget:
                    return
                self._pending, self._forget, self._busy = None, False, True
            if forget:
                self._take_away()
            if pending is not None:
                self._write(pending)
            with self._condition:
                self._busy = False
                self._condition.notify_all()

    def _take_away(self) -> None:
        self._written = self._file = None
        self._in_trouble = False
        for path in (self.folder / ".studio" / FILE, self._rescue):
            try:
                path.unlink(missing_ok=True)
                for torn in path.parent.glob(f".{FILE}.*.part"):
                    torn.unlink(missing_ok=True)
            except OSError:
                continue

    def _write(self, pending: _Pending) -> None:
        try:
            self._append(pending, hidden_folder(self.folder) / FILE)
        except OSError as error:
            if not self._in_trouble:
                self._in_trouble = True
                self._told(error)
            self._write_rescue(pending)
            return
        if self._in_trouble:
            self._in_trouble = False
            self._rescue.unlink(missing_ok=True)
            self._told(None)

    def _write_rescue(self, pending: _Pending) -> None:
        try:
            self._rescue.parent.mkdir(parents=True, exist_ok=True)
            self._append(pending, self._rescue)
        except OSError:
            self._written = None  # Memory alone is left, and the person has been told.

    def _append(self, pending: _Pending, file: Path) -> None:
        """Append the record, or begin the file anew with a whole story."""
        changes = None
        if self._written is not None and self._file == file and self._since < self._limit:
            changes = difference(self._written, pending.story)
        record: dict[str, Any] = {"time": pending.time, "label": pending.label}
        if changes is None:
            line = _line(record | {"folder": str(self.folder), "story": pending.story})
            write_atomically(file, line)
            self._whole, self._since = len(line), 0
        else:
            line = _line(record | changes)
            try:
                with file.open("r+b") as target:  # Not "a": what was taken away stays away.
                    target.seek(0, os.SEEK_END)
                    target.write(line)
                    target.flush()
                    os.fsync(target.fileno())
            except OSError:
                self._written = None  # The line may be cut short: nothing can follow it.
                raise
            self._since += len(line)
        self._written, self._file = pending.story, file

    @property
    def _limit(self) -> int:
        return max(_SMALL, 2 * self._whole)


def find_work(folder: Path, rescue: Path | None = None) -> Recovered | None:
    """Work on the story in ``folder`` that was not saved, the newest; None if there is none.

    It may be the same as what is saved: the program was stopped between saving and tidying.
    """
    found = [
        work
        for path in (
            folder / ".studio" / FILE,
            rescue_place(folder, rescue) / FILE,
        )
        if (work := read_journal(path, folder)) is not None
    ]
    return max(found, key=lambda each: each.time, default=None)


def rescued(rescue: Path | None = None) -> list[Recovered]:
    """All work that stands in the rescue folder of this machine, newest first."""
    found = [read_journal(path) for path in (rescue or rescue_folder()).glob(f"*/{FILE}")]
    return sorted((each for each in found if each), key=lambda each: each.time, reverse=True)


def read_journal(path: Path, folder: Path | None = None) -> Recovered | None:
    """The last value in a journal; None where no whole record can be read."""
    try:
        lines = path.read_bytes().split(b"\n")[:-1]
    except OSError:
        return None
    document: dict[str, Any] | None = None
    last: dict[str, Any] = {}
    changes, home = 0, str(folder or path.parent)
    for line in lines:
        record = _record(line)
        if record is None or (document is None and "story" not in record):
            break
        if "story" in record:
            document = record["story"]
            home = record.get("folder", home)
        else:
            assert document is not None
            _apply(document, record)
        last = record
        changes += 1
    if document is None:
        return None
    try:
        opened = read_story(msgspec.json.encode(document))
    except StudioError:
        return None
    return Recovered(opened, folder or Path(home), last["time"], changes, last["label"])


def has_work(folder: Path, rescue: Path | None = None) -> bool:
    """Whether a journal of the story in ``folder`` is there; fast, for a list of folders."""
    places = (folder / ".studio" / FILE, rescue_place(folder, rescue) / FILE)
    return any(path.is_file() for path in places)


def let_go_of_rescue(folder: Path, rescue: Path | None = None) -> None:
    """Take the rescued journal of the story in ``folder`` away: the work is safe elsewhere."""
    (rescue_place(folder, rescue) / FILE).unlink(missing_ok=True)


def is_saved(work: Recovered, saved: Story) -> bool:
    """Whether the work equals what is on the disk: then there is nothing to bring back."""
    return encode_story(work.opened.story) == encode_story(saved)


def _apply(document: dict[str, Any], record: dict[str, Any]) -> None:
    document.update(record["fields"])
    if "scenes" not in record:
        return
    scenes = {each["id"]: each for each in document.get("scenes", ())}
    order = record.get("order") or list(scenes)
    scenes |= {each["id"]: each for each in record["scenes"]}
    document["scenes"] = [scenes[each] for each in order]


def _line(record: dict[str, Any]) -> bytes:
    content = msgspec.json.encode(record)
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _record(line: bytes) -> dict[str, Any] | None:
    digits, _, content = line.partition(b" ")
    if digits != b"%08x" % zlib.crc32(content):
        return None
    return msgspec.json.decode(content)
