"""A folder as a slow USB stick gives it: mounted once more, read at so many bytes a second.

A file system in user space (FUSE) of its own process; all readers share the one speed. What was
read once comes from the system's memory, as with a real stick.

    python slow_stick.py FOLDER MOUNT_POINT BYTES_PER_SECOND
"""

from __future__ import annotations

import contextlib
import ctypes.util
import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

SPEED = 5_000_000
"""Bytes a second of the stick that the player must cope with."""


def missing() -> str | None:
    """Why no folder can be slowed down on this machine, or None."""
    if not os.access("/dev/fuse", os.R_OK | os.W_OK):
        return "/dev/fuse cannot be used"
    if not (ctypes.util.find_library("fuse3") or ctypes.util.find_library("fuse")):
        return "libfuse is not installed"
    return None


@contextlib.contextmanager
def slow(folder: Path, mount_point: Path, speed: int = SPEED) -> Iterator[Path]:
    """The folder, slow, at ``mount_point`` (an empty folder). ``speed``: bytes a second."""
    process = subprocess.Popen(
        [sys.executable, __file__, str(folder), str(mount_point), str(speed)],
        stderr=subprocess.DEVNULL,
    )
    try:
        until = time.monotonic() + 20
        while not mount_point.is_mount():
            if process.poll() is not None or time.monotonic() > until:
                raise RuntimeError("the slow folder cannot be mounted")
            time.sleep(0.05)
        yield mount_point
    finally:
        subprocess.run(["umount", "-l", str(mount_point)], check=False)
        process.terminate()
        process.wait(timeout=10)


def serve(folder: str, mount_point: str, speed: int) -> None:
    """Mounts and serves until unmounted."""
    import mfusepy  # loads libfuse, which other machines may not have

    class Stick(mfusepy.Operations):
        """Read-only; one queue for all readers."""

        use_ns = True

        def __init__(self) -> None:
            self.queue = threading.Lock()
            self.free_at = time.monotonic()

        def wait(self, size: int) -> None:
            with self.queue:
                self.free_at = max(self.free_at, time.monotonic()) + size / speed
                until = self.free_at
            time.sleep(max(0.0, until - time.monotonic()))

        def getattr(self, path: str, fh: int | None = None) -> dict[str, int]:
            found = os.lstat(folder + path)
            names = ("st_mode", "st_nlink", "st_size", "st_uid", "st_gid")
            return {name: getattr(found, name) for name in names} | {
                "st_mtime": found.st_mtime_ns, "st_ctime": found.st_ctime_ns,
                "st_atime": found.st_atime_ns,
            }  # fmt: skip

        def readdir(self, path: str, fh: int) -> list[str]:
            return [".", "..", *os.listdir(folder + path)]  # noqa: PTH208

        def open(self, path: str, flags: int) -> int:
            return os.open(folder + path, flags)

        def read(self, path: str, size: int, offset: int, fh: int) -> bytes:
            data = os.pread(fh, size, offset)
            self.wait(len(data))
            return data

        def release(self, path: str, fh: int) -> int:
            os.close(fh)
            return 0

    mfusepy.FUSE(Stick(), mount_point, foreground=True, ro=True, kernel_cache=True)


if __name__ == "__main__":
    serve(sys.argv[1], sys.argv[2], int(sys.argv[3]))
