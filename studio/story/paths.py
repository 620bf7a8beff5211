"""Paths that a story names: what they may be, and looking them up without ever failing."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath


def leaves(file: str) -> bool:
    """Whether the name alone shows that the file is elsewhere, on any operating system."""
    posix, windows = PurePosixPath(file), PureWindowsPath(file)
    return (
        posix.is_absolute()
        or bool(windows.drive or windows.root)
        or "\\" in file
        or "://" in file
        or ".." in posix.parts
    )


def is_below(root: Path, file: str) -> bool:
    """Whether the file is below the root once links are followed."""
    try:
        return (root / file).resolve().is_relative_to(root.resolve())
    except (OSError, ValueError, RuntimeError):
        # A name that this system cannot even look up: too long, with a null, a loop of links.
        return False


def file_below(root: Path, file: str) -> Path | None:
    """The path of the file if it is one below the root, else None."""
    if leaves(file) or not is_below(root, file):
        return None
    try:
        return root / file if (root / file).is_file() else None
    except (OSError, ValueError):
        return None
