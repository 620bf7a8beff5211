"""Files beside ``story.json`` that an edit writes, so that undo and redo write them too."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from studio.story.files import NOT_SAVED, write_atomically
from studio.story.finding import Place, StudioError
from studio.story.refused_files import file_of, hold, refused_files


@dataclass(frozen=True)
class FileChange:
    """What a file held before and after an edit; None: it was not there."""

    before: bytes | None
    after: bytes | None


Changes = Mapping[str, FileChange]
"""By path below the story's folder."""


@dataclass(frozen=True)
class Written:
    """What changed; ``refusal`` is why the story's folder did not take all of it."""

    changes: Changes
    refusal: OSError | None = None


def write_files(folder: Path, contents: Mapping[str, bytes | None]) -> Written:
    """Write (None: remove) each file; what the folder refuses is held on this machine.

    Raises StudioError (FL007) where not even that can be; what was written before is put back.
    """
    done: dict[str, FileChange] = {}
    refusal: OSError | None = None
    for name, content in contents.items():
        try:
            now = file_of(folder, name)
            before = _read(now)
            try:
                # What was held only has not replaced anything in the folder.
                if content is not None or now == folder / name:
                    _write(folder / name, content)
                hold(folder, name, None)
            except OSError as error:
                refusal = error
                hold(folder, name, content)
        except OSError as error:
            with contextlib.suppress(StudioError):
                write_files(folder, {name: change.before for name, change in done.items()})
            reason = error.strerror or str(error)
            raise NOT_SAVED.error(Place(file=name), folder=folder, reason=reason) from error
        if before != content:
            done[name] = FileChange(before, content)
    return Written(done, refusal)


def changes_since(folder: Path, before: Mapping[str, bytes]) -> dict[str, FileChange]:
    """What is different now, or refused, from what the files held before or hold in the folder."""
    changes: dict[str, FileChange] = {}
    with contextlib.suppress(OSError):
        in_folder = {name: _read(folder / name) for name in refused_files(folder)}
        for name, content in (in_folder | dict(before)).items():
            now = _read(file_of(folder, name))
            if now != content:
                changes[name] = FileChange(content, now)
    return changes


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


def _read(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _write(path: Path, content: bytes | None) -> None:
    if _read(path) == content:
        return
    if content is None:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, content)
