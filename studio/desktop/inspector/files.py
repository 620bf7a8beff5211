"""Bringing files into the story's folder: what stands elsewhere is copied, in the background."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from studio.desktop.inspector.editing import Editing
from studio.desktop.tasks import Task

SOUND_AND_PICTURE = {".mp4", ".mov", ".mkv", ".webm", ".avi", ".m4v", ".mp3", ".m4a", ".wav"}
SUBTITLES = {".vtt", ".srt", ".ass", ".ssa", ".sub"}


def bring_in(editing: Editing, path: Path, done: Callable[[str], object]) -> None:
    """Call ``done`` with the path below the story's folder; copy the file there if need be.

    The same file brought in twice is one file; another one of the same name gets a number.
    """
    folder = editing.folder
    if folder is None:
        return
    inside = below(folder, path)
    if inside is not None:
        done(inside)
        return
    task = Task(lambda _task: copy_in(folder, path), editing)

    def succeed(file: str) -> None:
        if editing.folder == folder:
            done(file)

    def fail(error: object) -> None:
        words = QCoreApplication.translate("Files", "“{name}” could not be copied: {reason}")
        editing.refused.emit(words.format(name=path.name, reason=error))

    task.succeeded.connect(succeed)
    task.failed.connect(fail)
    task.start()


def below(folder: Path, path: Path) -> str | None:
    """The path below the folder with forward slashes; None if it stands elsewhere."""
    try:
        return path.resolve().relative_to(folder.resolve()).as_posix()
    except ValueError:
        return None


def copy_in(folder: Path, path: Path) -> str:
    """Copy the file into the story's folder; returns its path below. OSError if it fails."""
    target = folder / place_for(path)
    number, stem = 1, target.stem
    while target.exists():
        if filecmp.cmp(target, path, shallow=False):
            return target.relative_to(folder).as_posix()
        number += 1
        target = target.with_stem(f"{stem}_{number}")
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_name(f".{target.name}.part")
    try:
        shutil.copyfile(path, unfinished)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    return target.relative_to(folder).as_posix()


def place_for(path: Path) -> Path:
    """Where a file of this kind belongs below the story's folder."""
    kind = path.suffix.lower()
    if kind in SOUND_AND_PICTURE:
        return Path("media", path.name)
    return Path("captions" if kind in SUBTITLES else "resources", path.name)
