"""The cache of finished clips, addressed by what they were made from.

Layout below the folder: ``files/`` remembers the digests of unchanged source files, ``facts/``
what the probe found, ``derived/`` waveforms, pictures and the like, ``clips/`` the finished files
with their record, ``partial/`` what is being made, ``locks/`` one lock per clip.

What is encoded goes by a digest of all the source's bytes. What is quick to make again (facts,
pictures, waveforms, copies) goes by a fingerprint: size, time of change and three samples, so that
a camera's gigabytes need not be read for a thumbnail. Both outlive renaming and moving a file.
A clip counts only once its record is in place, and that is renamed in after the file is whole and
on disk: a killed program leaves no half file that could be taken for a whole one, and two
programs may share the folder.
"""

from __future__ import annotations

import errno
import functools
import hashlib
import os
import stat
import time
from collections.abc import Callable, Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

import msgspec
import xxhash
from filelock import FileLock, Timeout
from msgspec import Struct

from studio.media.cache_home import cache_place
from studio.media.probe import FACTS_VERSION, MediaFacts, probe
from studio.media.reading import require_regular
from studio.media.runner import Cancelled
from studio.story.finding import Place

_RACY_NANOSECONDS = 2_000_000_000
_SAMPLE_BYTES = 64 * 1024
_READ_BYTES = 1 << 20
_LOCK_POLL_SECONDS = 0.2
_S = TypeVar("_S", bound=Struct)


class _KnownFile(Struct, frozen=True):
    """A source file as it was when its digest was taken."""

    size: int
    mtime_ns: int
    inode: int
    xxh3: str


class CachedClip(Struct, frozen=True):
    """The record of a finished clip; ``copied`` when its streams were copied, not encoded.

    ``damage`` is what ffmpeg said of damaged parts of the source. ``boot`` names the run of the
    operating system for a clip that was not forced to disk: it counts only until that ends.
    """

    bytes: int
    seconds: float
    copied: bool
    damage: str | None = None
    boot: str | None = None


class Cache:
    """Finished clips and what is known of source files, below one folder.

    Without ``folder`` it is below the user's own cache directory (:func:`cache_place`). Safe for
    several threads and processes. Methods raise OSError when the disk refuses.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or cache_place("media")
        for name in ("files", "facts", "derived", "clips", "partial", "locks"):
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        self._remove_abandoned()

    @staticmethod
    def fingerprint(path: Path) -> str:
        """Names the file's content by its size, its time of change and samples of its bytes."""
        with path.open("rb", buffering=0) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.EINVAL, "not a regular file")
            digest = xxhash.xxh3_128(b"%d %d " % (status.st_size, status.st_mtime_ns))
            last = max(0, status.st_size - _SAMPLE_BYTES)
            for position in sorted({0, last // 2, last}):
                file.seek(position)
                digest.update(file.read(_SAMPLE_BYTES))
        return digest.hexdigest()

    def digest(self, path: Path) -> str:
        """XXH3 (128 bits) of the file's bytes, remembered by path, size, time and inode."""
        place = self.folder / "files" / f"{_sha(os.fsencode(path.absolute()))}.json"
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            # A pipe or a device has no end.
            raise OSError(errno.EINVAL, "not a regular file")
        known = _load(place, _KnownFile)
        if known is not None and (known.size, known.mtime_ns, known.inode) == (
            status.st_size,
            status.st_mtime_ns,
            status.st_ino,
        ):
            return known.xxh3
        digest = _content_digest(path)
        # A file written just now may change again within the same tick of the file system's clock.
        if time.time_ns() - status.st_mtime_ns > _RACY_NANOSECONDS:
            _store(place, _KnownFile(status.st_size, status.st_mtime_ns, status.st_ino, digest))
        return digest

    def facts(self, path: Path, place: Place | None = None) -> MediaFacts:
        """:func:`studio.media.probe.probe`, remembered. Raises the same errors."""
        try:
            require_regular(path, place or Place(file=path.name))
            record = self.folder / "facts" / f"{self.fingerprint(path)}.{FACTS_VERSION}.json"
        except OSError:
            return probe(path, place)
        known = _load(record, MediaFacts)
        if known is None:
            known = probe(path, place)
            with suppress(OSError):
                _store(record, known)
        return msgspec.structs.replace(known, path=str(path))

    def derived(self, path: Path, name: str, extension: str, make: Callable[[], bytes]) -> bytes:
        """What ``make()`` gives for this source file, remembered under ``name``."""
        known = self.find_derived(path, name, extension)
        if known is None:
            known = make()
            self.keep_derived(path, name, extension, known)
        return known

    def find_derived(self, path: Path, name: str, extension: str) -> bytes | None:
        """The bytes kept for this file under ``name``, or None."""
        try:
            place = self._derived_path(path, name, extension)
            data = place.read_bytes()
            os.utime(place)
        except OSError:
            return None
        return data

    def keep_derived(self, path: Path, name: str, extension: str, data: bytes) -> None:
        """Keep the bytes for this file; a cache that cannot be written to is no problem."""
        with suppress(OSError):
            place = self._derived_path(path, name, extension)
            place.parent.mkdir(parents=True, exist_ok=True)
            _write(place, data)

    def derived_path(self, key: str, name: str, extension: str) -> Path:
        """Where something made from the content with this key lies."""
        return self.folder / "derived" / key[:2] / f"{key}.{name}.{extension}"

    def _derived_path(self, path: Path, name: str, extension: str) -> Path:
        return self.derived_path(self.fingerprint(path), name, extension)

    def clip_path(self, key: str, extension: str) -> Path:
        """Where the finished clip of this key lies once it is there."""
        return self.folder / "clips" / key[:2] / f"{key}.{extension}"

    def find(self, key: str, extension: str) -> CachedClip | None:
        """The finished clip's record, or None when it is not there whole."""
        path = self.clip_path(key, extension)
        record = _load(path.with_suffix(".json"), CachedClip)
        try:
            whole = record is not None and path.stat().st_size == record.bytes
            if whole:
                os.utime(path.with_suffix(".json"))
        except OSError:
            return None
        whole = whole and record is not None and record.boot in (None, _boot_id())
        return record if whole else None

    @contextmanager
    def making(self, key: str, cancelled: Callable[[], bool] = lambda: False) -> Generator[Path]:
        """Hold the key's lock and give a path for the half-made file; it is removed at the end.

        Look again with :meth:`find` inside: another program may just have made the clip.
        Raises :class:`~studio.media.runner.Cancelled` while it waits.
        """
        lock = FileLock(self.folder / "locks" / f"{key}.lock")
        while True:
            try:
                lock.acquire(timeout=_LOCK_POLL_SECONDS)
                break
            except Timeout:
                if cancelled():
                    raise Cancelled from None
        partial = self.folder / "partial" / f"{key}.{os.getpid()}"
        try:
            # Nobody else holds the lock: what lies there was left by a program that was killed.
            for left in (self.folder / "partial").glob(f"{key}.*"):
                left.unlink(missing_ok=True)
            yield partial
        finally:
            partial.unlink(missing_ok=True)
            lock.release()

    def keep(
        self,
        key: str,
        extension: str,
        partial: Path,
        seconds: float,
        copied: bool,
        damage: str | None = None,
    ) -> CachedClip:
        """Put a finished file in its place; call it inside :meth:`making`.

        An encoded clip is forced to disk. A copied one is as quick to make again: it counts only
        until the machine restarts, so that copying is not held up by the disk.
        """
        path = self.clip_path(key, extension)
        path.parent.mkdir(exist_ok=True)
        boot = _boot_id() if copied else None
        record = CachedClip(partial.stat().st_size, seconds, copied, damage, boot)
        if boot is None:
            with partial.open("rb") as file:
                os.fsync(file.fileno())
        partial.replace(path)
        _store(path.with_suffix(".json"), record)
        return record

    def _remove_abandoned(self) -> None:
        """Remove what a killed program was making: its lock is free."""
        for partial in (self.folder / "partial").iterdir():
            lock = FileLock(self.folder / "locks" / f"{partial.name.split('.')[0]}.lock")
            with suppress(Timeout, OSError), lock.acquire(timeout=0):
                partial.unlink(missing_ok=True)


def _content_digest(path: Path) -> str:
    """Read once, as fast as memory goes (docs/decisions/0203-copies-without-ffmpeg.md)."""
    digest, buffer = xxhash.xxh3_128(), bytearray(_READ_BYTES)
    view = memoryview(buffer)
    with path.open("rb", buffering=0) as file:
        while count := file.readinto(buffer):
            digest.update(view[:count])
    return digest.hexdigest()


@functools.lru_cache(maxsize=1)
def _boot_id() -> str | None:
    """Names this run of the operating system, or None where it does not tell."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return None


def content_key(*parts: object) -> str:
    """SHA-256 over structs, numbers and texts in a stable form."""
    return _sha(msgspec.json.encode(parts, order="sorted"))


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _load(path: Path, kind: type[_S]) -> _S | None:
    """The struct in the file; None when it is absent or not what we write."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except (OSError, msgspec.MsgspecError):
        return None


def _store(path: Path, value: Struct) -> None:
    _write(path, msgspec.json.encode(value))


def _write(path: Path, data: bytes) -> None:
    """Write beside the place and rename, so that nobody ever reads a half file."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}-{time.monotonic_ns()}.new")
    try:
        temporary.write_bytes(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
