"""Runs one ffmpeg: real progress, cancelled within a second, the end of its log kept."""

from __future__ import annotations

import functools
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, NamedTuple

import msgspec
from msgspec import Struct

from studio.media import problems
from studio.story.finding import Place, StudioError

_POLL_SECONDS = 0.1
_STALL_SECONDS = 120.0
_LOG_LINES = 60


class Cancelled(StudioError):
    """The person cancelled; finished clips stay in the cache, nothing half-made is left."""

    def __init__(self) -> None:
        super().__init__(problems.CANCELLED.at(Place()))


class MediaError(Exception):
    """ffmpeg failed. ``log`` holds its last lines, ``command`` what was run."""

    def __init__(self, command: Sequence[str], log: Sequence[str], reason: str) -> None:
        super().__init__(f"{reason}: {log[-1]}" if log else reason)
        self.command = tuple(command)
        self.log = tuple(log)
        self.reason = reason


class Reached(NamedTuple):
    """ffmpeg's own progress: output time in seconds, and frames written."""

    seconds: float
    frames: int


def find_ffmpeg(named: Path | None = None) -> str:
    """The ffmpeg to run: the named one, else the one of the imageio-ffmpeg wheel.

    Raises StudioError (MD012) when there is none.
    """
    if named is not None:
        if not named.is_file():
            raise problems.NO_FFMPEG.error(Place(file=str(named)), detail=str(named))
        return str(named)
    return _usual_ffmpeg()


@functools.lru_cache(maxsize=1)
def _usual_ffmpeg() -> str:
    spec = importlib.util.find_spec("imageio_ffmpeg")
    if spec is not None and spec.origin is not None and "IMAGEIO_FFMPEG_EXE" not in os.environ:
        # imageio-ffmpeg itself runs the program to try it, which takes longer than many exports.
        packed = list((Path(spec.origin).parent / "binaries").glob("ffmpeg-*"))
        if len(packed) == 1:
            return str(packed[0])
    try:
        import imageio_ffmpeg

        return imageio_ffmpeg.get_ffmpeg_exe()
    except (ImportError, RuntimeError) as error:
        raise problems.NO_FFMPEG.error(Place(), detail=str(error)) from error


class _Known(Struct, frozen=True):
    """What a program said of itself, and what its file looked like then."""

    path: str
    size: int
    mtime_ns: int
    version: str


def tool_version(executable: str, memory: Path | None = None) -> str:
    """The first line of ``ffmpeg -version``. Raises StudioError (MD012) if it does not run.

    ``memory`` is a folder where the answer is kept for as long as the program's file is the same.
    """
    try:
        status = Path(executable).stat()
    except OSError:
        return _version_of(executable)
    if memory is None:
        return _version_of(executable)
    record = memory / "ffmpeg.json"
    try:
        known = msgspec.json.decode(record.read_bytes(), type=_Known)
        if known == _Known(executable, status.st_size, status.st_mtime_ns, known.version):
            return known.version
    except (OSError, msgspec.MsgspecError):
        pass
    version = _version_of(executable)
    known = _Known(executable, status.st_size, status.st_mtime_ns, version)
    with suppress(OSError):
        temporary = record.with_name(f"{record.name}.{os.getpid()}.new")
        temporary.write_bytes(msgspec.json.encode(known))
        temporary.replace(record)
    return version


@functools.lru_cache(maxsize=8)
def _version_of(executable: str) -> str:
    try:
        done = subprocess.run(
            [executable, "-version"], capture_output=True, text=True, timeout=20, check=True
        )
    except (OSError, subprocess.SubprocessError) as error:
        place = Place(file=executable)
        raise problems.NO_FFMPEG.error(place, detail=str(error)) from error
    return done.stdout.partition("\n")[0]


@functools.lru_cache(maxsize=1)
def _dies_with_us() -> tuple[str, ...]:
    """What to put before a command so that it ends even when we are killed outright.

    Linux sends the child a signal when its parent is gone (prctl PR_SET_PDEATHSIG); util-linux's
    ``setpriv`` asks for that without code of ours between fork and exec.
    """
    tool = shutil.which("setpriv") if sys.platform == "linux" else None
    return (tool, "--pdeathsig", "KILL", "--") if tool is not None else ()


def run(
    command: Sequence[str],
    on_progress: Callable[[Reached], None],
    cancelled: Callable[[], bool],
    stall_seconds: float = _STALL_SECONDS,
) -> tuple[str, ...]:
    """Run ffmpeg to its end and return the last lines of its log.

    Raises :class:`Cancelled`, :class:`MediaError` (failed, or silent for two minutes) or OSError
    when it cannot start. The caller removes the output file then. Call it from a thread that
    lives as long as the program: where the system can, ffmpeg is killed when that thread ends.
    """
    log: deque[str] = deque(maxlen=_LOG_LINES)
    last_sign = [time.monotonic()]
    frames = [0]

    def follow_progress(stream: IO[str]) -> None:
        reached = -1.0
        for line in stream:
            key, _, value = line.strip().partition("=")
            if key == "frame" and value.isdigit():
                frames[0] = int(value)
            if key == "out_time_us" and value.lstrip("-").isdigit():
                seconds = max(0.0, int(value) / 1_000_000)
                if seconds > reached:
                    reached = seconds
                    last_sign[0] = time.monotonic()
                on_progress(Reached(seconds, frames[0]))

    def follow_log(stream: IO[str]) -> None:
        for line in stream:
            if line.strip():
                log.append(line.strip())

    with subprocess.Popen(
        [*_dies_with_us(), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        readers = [
            threading.Thread(target=follow_progress, args=(process.stdout,), daemon=True),
            threading.Thread(target=follow_log, args=(process.stderr,), daemon=True),
        ]
        for reader in readers:
            reader.start()
        try:
            while True:
                # The end of its output comes at once; waiting for the process itself polls.
                readers[0].join(_POLL_SECONDS)
                try:
                    code = process.wait(0 if readers[0].is_alive() else _POLL_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    if cancelled():
                        raise Cancelled from None
                    if time.monotonic() - last_sign[0] > stall_seconds:
                        raise MediaError(command, log, "ffmpeg made no progress") from None
        finally:
            if process.poll() is None:
                process.kill()
            for reader in readers:
                reader.join(timeout=5)
    if code != 0:
        raise MediaError(command, log, f"ffmpeg ended with code {code}")
    return tuple(log)
