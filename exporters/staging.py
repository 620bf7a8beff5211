"""Write an export beside its destination and swap it in when it is whole.

Whatever happens before the swap, the earlier export stays as it was. A folder is only ever
replaced if everything in it was written by us, as ``contents.json`` there says.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import msgspec
from filelock import FileLock

from exporters.gate import Override
from studio.story.finding import FindingKind, Place, StudioError

CONTENTS = "contents.json"
GENERATOR = "Scenario Studio"

NOT_OURS = FindingKind(
    code="EX001",
    name="output-not-ours",
    severity="error",
    message={
        "en": "{folder} holds something that Scenario Studio did not write ({stranger}), so it "
        "was left alone.",
        "pl": "Folder {folder} zawiera coś, czego nie zapisał program Scenario Studio "
        "({stranger}), więc pozostał nietknięty.",
    },
    remedy={
        "en": "Choose a new or an empty folder for the film, or move your own files elsewhere.",
        "pl": "Wskaż na film nowy albo pusty folder lub przenieś swoje pliki w inne miejsce.",
    },
)
NOT_WRITTEN = FindingKind(
    code="EX002",
    name="film-not-written",
    severity="error",
    message={
        "en": "The film could not be written to {folder}: {reason}. An earlier export there is "
        "untouched.",
        "pl": "Nie udało się zapisać filmu w {folder}: {reason}. Wcześniejszy eksport w tym "
        "miejscu pozostał bez zmian.",
    },
    remedy={
        "en": "Free some space, check that you may write there, or choose another folder.",
        "pl": "Zwolnij miejsce, sprawdź prawo zapisu albo wskaż inny folder.",
    },
)


def require_ours(folder: Path) -> None:
    """Raise :class:`StudioError` (EX001) unless ``folder`` is absent, empty or ours entirely."""
    stranger = _stranger(folder)
    if stranger is not None:
        raise NOT_OURS.error(Place(file=str(folder)), folder=folder, stranger=stranger)


def _stranger(folder: Path) -> str | None:
    """The name of something in the way that is not ours, or None."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        return folder.name
    if not folder.exists():
        return None
    present = {
        path.relative_to(folder).as_posix(): path
        for path in folder.rglob("*")
        if path.is_symlink() or not path.is_dir()
    }
    if not present:
        return None
    try:
        listed = json.loads((folder / CONTENTS).read_bytes())
        ours = {CONTENTS, *listed["files"]} if listed["generator"] == GENERATOR else set[str]()
    except (OSError, ValueError, KeyError, TypeError):
        ours = set[str]()
    return min((name for name in present if name not in ours), default=None)


@contextmanager
def staged(destination: Path, override: Override | None = None) -> Generator[Path]:
    """A fresh folder beside ``destination`` that takes its place when the block ends well.

    ``override`` says why errors were let through; ``contents.json`` keeps it.

    Raises :class:`StudioError`: EX001 if the destination is not ours, EX002 if the disk refuses.
    """
    destination = destination.absolute()  # not resolve(): a link must stay visible
    require_ours(destination)
    prefix = f".{destination.name}.studio-"
    name = hashlib.sha256(str(destination).encode()).hexdigest()[:16]
    lock = FileLock(Path(tempfile.gettempdir()) / f"scenario-studio-{name}.lock")
    try:
        with lock:
            destination.parent.mkdir(parents=True, exist_ok=True)
            for leftover in destination.parent.glob(f"{prefix}*"):
                shutil.rmtree(leftover, ignore_errors=True)
            staging = Path(tempfile.mkdtemp(prefix=prefix, dir=destination.parent))
            staging.chmod(0o755)
            try:
                yield staging
                _write_contents(staging, override)
                _swap(staging, destination, Path(f"{staging}-old"))
            except BaseException:
                shutil.rmtree(staging, ignore_errors=True)
                raise
    except OSError as error:
        raise StudioError(
            NOT_WRITTEN.at(
                Place(file=str(destination)),
                folder=destination,
                reason=error.strerror or error,
            )
        ) from error


def _write_contents(staging: Path, override: Override | None) -> None:
    files = sorted(
        path.relative_to(staging).as_posix() for path in staging.rglob("*") if path.is_file()
    )
    content: dict[str, object] = {"generator": GENERATOR, "files": files}
    if override is not None:
        content["forced"] = msgspec.to_builtins(override)
    text = json.dumps(content, indent=1, ensure_ascii=False)
    (staging / CONTENTS).write_text(text, encoding="utf-8")


def _swap(staging: Path, destination: Path, old: Path) -> None:
    # What came into the folder while we were busy is not ours either.
    require_ours(destination)
    if destination.exists():
        destination.rename(old)
    try:
        staging.rename(destination)
    except OSError:
        if old.exists():
            old.rename(destination)
        raise
    shutil.rmtree(old, ignore_errors=True)


def place_file(source: Path, target: Path) -> None:
    """Put a prepared file into the export: a hard link where the disk allows it, else a copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
