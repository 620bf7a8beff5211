"""Whether an export would only write again what is there already.

What went in (every file below the story's folder, the options, our own program) and what came out
are compared by size and time of change, as ``make`` does, before anything else is loaded. The
record lies in the user's cache, not in the film.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec
import xxhash
from msgspec import Struct

from exporters.export_report import Made
from studio.media.cache_home import cache_place

_PROGRAM = Path(__file__).parents[1]
_PARTS = ("studio", "exporters")
_SUFFIXES = (".py", ".js", ".css", ".j2", ".json")


class _Record(Struct, frozen=True):
    inputs: str
    outputs: str
    made: Made


class Export:
    """One export as it was asked for; look at it before anything is read for it.

    ``options`` is whatever else decides what is written, as plain values.
    """

    def __init__(self, folder: Path, out: Path, options: object) -> None:
        self._out = out.absolute()
        name = xxhash.xxh3_128_hexdigest(os.fsencode(self._out))
        self._record = cache_place("exports") / f"{name}.json"
        digest = xxhash.xxh3_128(msgspec.json.encode((options, shutil.which("espeak-ng"))))
        for line in _states(folder.absolute(), self._out):
            digest.update(line)
        for part in _PARTS:
            for line in _states(_PROGRAM / part, self._out, _SUFFIXES):
                digest.update(line)
        self._inputs = digest.hexdigest()

    def already_there(self) -> Made | None:
        """What the earlier export did, its clips reused, if another one would write the same."""
        try:
            known = msgspec.json.decode(self._record.read_bytes(), type=_Record)
        except (OSError, msgspec.MsgspecError):
            return None
        if known.inputs != self._inputs or known.outputs != self._outputs():
            return None
        clips = known.made.report.clips
        report = msgspec.structs.replace(known.made.report, encoded=0, copied=0, reused=clips)
        return msgspec.structs.replace(known.made, report=report)

    def remember(self, made: Made) -> None:
        """Keep what came out; an export with findings is tried again."""
        if made.report.findings:
            return
        with suppress(OSError):
            temporary = self._record.with_suffix(f".{os.getpid()}.new")
            temporary.write_bytes(msgspec.json.encode(_Record(self._inputs, self._outputs(), made)))
            temporary.replace(self._record)

    def _outputs(self) -> str:
        digest = xxhash.xxh3_128()
        for line in _states(self._out, None):
            digest.update(line)
        return digest.hexdigest()


def _states(
    folder: Path,
    without: Path | None,
    suffixes: tuple[str, ...] = (),
    above: tuple[tuple[int, int], ...] = (),
) -> Iterator[bytes]:
    """Name, size and time of change of every file, in a stable order; hidden folders are ours.

    Links are followed, but never into a folder that is being listed already (``above``).
    """
    try:
        here = folder.stat().st_dev, folder.stat().st_ino
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield b"%s %d\n" % (os.fsencode(folder), error.errno or 0)
        return
    if here in above:
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith(".") or entry.name == "__pycache__" or path == without:
            continue
        if entry.is_dir():
            yield from _states(path, without, suffixes, (*above, here))
        elif not suffixes or entry.name.endswith(suffixes):
            try:
                status = entry.stat()
            except OSError:
                continue
            name, size, changed = os.fsencode(path), status.st_size, status.st_mtime_ns
            yield b"%s %d %d %d\n" % (name, size, changed, status.st_ino)
