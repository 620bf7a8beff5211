"""Files beside ``story.json`` that an edit writes, so that undo and redo write them too."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.story.files import NOT_SAVED, write_atomically
from studio.story.finding import Place


@dataclass(frozen=True)
class FileChange:
    """What a file held before and after an edit; None: it was not there."""

    before: bytes | None
    after: bytes | None


Changes = Mapping[str, FileChange]
"""By path below the story's folder."""


def write_files(folder: Path, contents: Mapping[str, bytes | None]) -> dict[str, FileChange]:
    """Write (None: remove) each file and return what changed.

    Raises StudioError (FL007); what was written before that is put back.
    """
    done: dict[str, FileChange] = {}
    for name, content in contents.items():
        path = folder / name
        try:
            before = path.read_bytes() if path.is_file() else None
            if before != content:
                _write(path, content)
                done[name] = FileChange(before, content)
        except OSError as error:
            for earlier, change in done.items():
                with contextlib.suppress(OSError):
                    _write(folder / earlier, change.before)
            reason = error.strerror or str(error)
            raise NOT_SAVED.error(Place(file=name), folder=folder, reason=reason) from error
    return done


def changes_since(folder: Path, before: Mapping[str, bytes]) -> dict[str, FileChange]:
    """What is different in the files from what they held before."""
    now: dict[str, bytes | None] = {}
    for name in before:
        path = folder / name
        with contextlib.suppress(OSError):
            now[name] = path.read_bytes() if path.is_file() else None
    return {
        name: FileChange(before[name], after)
        for name, after in now.items()
        if after != before[name]
    }


def together(first: Changes, second: Changes) -> dict[str, FileChange]:
    """Two changes, one after the other, as one."""
    both = dict(first)
    for name, change in second.items():
        before = first[name].before if name in first else change.before
        both[name] = FileChange(before, change.after)
    return both


def contents_at(steps: Sequence[Changes], present: int, wanted: int) -> dict[str, bytes | None]:
    """What files must hold to go from one step to another; ``steps`` are those of the history."""
    contents: dict[str, bytes | None] = {}
    for number in range(present, wanted, -1):
        contents.update({name: each.before for name, each in steps[number].items()})
    for number in range(present + 1, wanted + 1):
        contents.update({name: each.after for name, each in steps[number].items()})
    return contents


def _write(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, content)
