"""What lies in a story's folder and what the story names, compared. No Qt here."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Literal

from studio.desktop.canvas.incoming import bring, folder_for
from studio.media.cache import Cache
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Story

Kind = Literal["video", "image", "sound", "captions", "other"]
FOLDERS = ("media", "captions", "resources")
_KINDS: dict[Kind, str] = {
    "video": ".mp4 .mov .mkv .webm .avi .m4v .mpg .mpeg .mts .3gp",
    "image": ".png .jpg .jpeg .webp .gif .svg .bmp",
    "sound": ".mp3 .m4a .wav .ogg .opus .flac .aac",
    "captions": ".vtt .srt .ass .ssa .sub",
}
_BY_SUFFIX: dict[str, Kind] = {
    suffix: kind for kind, suffixes in _KINDS.items() for suffix in suffixes.split()
}


@dataclass(frozen=True)
class MediaFile:
    """One file: its path below the folder, what it is, where it is used, and its equals."""

    file: str
    kind: Kind
    bytes: int | None
    """None while the file is missing."""
    uses: tuple[Address, ...] = ()
    equals: tuple[str, ...] = ()
    """Other files with the same content."""

    @property
    def missing(self) -> bool:
        """Whether the story names it and it is not there."""
        return self.bytes is None


def kind_of(file: str) -> Kind:
    """What a file is, by its ending."""
    return _BY_SUFFIX.get(PurePosixPath(file).suffix.lower(), "other")


def scan(
    story: Story,
    folder: Path,
    cache: Cache | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[MediaFile, ...]:
    """Files that the story names and files in its media folders: missing ones first, by name."""
    uses = edits.file_uses(story)
    sizes: dict[str, int | None] = {file: _size(folder / file) for file in uses}
    for name in FOLDERS:
        for path in sorted((folder / name).rglob("*")) if (folder / name).is_dir() else ():
            if path.is_file() and not path.name.startswith("."):
                sizes.setdefault(path.relative_to(folder).as_posix(), _size(path))
    equals = equal_files(folder, sizes, cache, cancelled)
    rows = [
        MediaFile(file, kind_of(file), size, uses.get(file, ()), equals.get(file, ()))
        for file, size in sizes.items()
    ]
    return tuple(sorted(rows, key=lambda row: (not row.missing, row.file.casefold())))


def equal_files(
    folder: Path,
    sizes: Mapping[str, int | None],
    cache: Cache | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, tuple[str, ...]]:
    """Each file that has equals, with them; only files of one size are read."""
    by_size: defaultdict[int, list[str]] = defaultdict(list)
    for file, size in sizes.items():
        if size:
            by_size[size].append(file)
    cache = cache or Cache()
    found: dict[str, tuple[str, ...]] = {}
    for files in by_size.values():
        if len(files) < 2 or cancelled():
            continue
        by_digest: defaultdict[str, list[str]] = defaultdict(list)
        for file in files:
            try:
                by_digest[cache.digest(folder / file)].append(file)
            except OSError:
                continue
        for group in by_digest.values():
            for file in group if len(group) > 1 else ():
                found[file] = tuple(each for each in group if each != file)
    return found


def find_missing(
    missing: Iterable[str],
    place: Path,
    folder: Path,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, str]:
    """Look for missing files below ``place`` by name, whatever the case of its letters.

    Returns old path to new path below ``folder``; what lies elsewhere is copied into it. Of several
    files of one name the one whose folders agree most is taken. Raises StudioError if a file
    cannot be copied.
    """
    by_name: defaultdict[str, list[Path]] = defaultdict(list)
    for root, _, names in os.walk(place):
        if cancelled():
            return {}
        for name in names:
            by_name[name.casefold()].append(Path(root, name))
    found: dict[str, str] = {}
    for file in missing:
        wanted = PurePosixPath(file)
        candidates = by_name.get(wanted.name.casefold(), [])
        if candidates:
            best = max(candidates, key=lambda path: _agreement(wanted.parts, path.parts))
            found[file] = bring(best, folder, folder_for(best))
    return found


def _agreement(one: Sequence[str], two: Sequence[str]) -> int:
    pairs = zip(reversed(one), reversed(two), strict=False)
    count = 0
    for left, right in pairs:
        if left.casefold() != right.casefold():
            break
        count += 1
    return count


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size if path.is_file() else None
    except OSError:
        return None
