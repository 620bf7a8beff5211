"""Small files beside a story that its own disk refuses: held on this machine until it takes them.

They lie in the rescue folder, where the journal goes for the same reason.
"""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from studio.story.files import NOT_SAVED, write_atomically
from studio.story.finding import Place
from studio.story.journal import rescue_place
from studio.story.paths import leaves


def file_of(folder: Path, name: str) -> Path:
    """Where to read what the story calls ``name``: what was refused comes before the folder's."""
    if leaves(name):
        return folder / name
    held = _place(folder) / name
    return held if held.is_file() else folder / name


def hold(folder: Path, name: str, content: bytes | None) -> None:
    """Hold the content (None: nothing any more) for the file. Raises OSError."""
    held = _place(folder) / name
    if content is None:
        held.unlink(missing_ok=True)
        return
    held.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(held, content)


def refused_files(folder: Path) -> dict[str, bytes]:
    """All that is held for the story in ``folder``, by path below it."""
    place = _place(folder)
    found: dict[str, bytes] = {}
    with contextlib.suppress(OSError):
        for path in sorted(place.rglob("*")):
            if path.is_file() and path.suffix != ".part":
                found[path.relative_to(place).as_posix()] = path.read_bytes()
    return found


def write_refused(source: Path, target: Path) -> None:
    """Write what is held for ``source`` to ``target``. Raises StudioError (FL007)."""
    for name, content in refused_files(source).items():
        path = target / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            raise NOT_SAVED.error(Place(file=name), folder=target, reason=reason) from error


def let_go_of_refused(folder: Path) -> None:
    """Hold nothing for the story any more: it is safe elsewhere."""
    shutil.rmtree(_place(folder), ignore_errors=True)


def _place(folder: Path) -> Path:
    return rescue_place(folder) / "files"
