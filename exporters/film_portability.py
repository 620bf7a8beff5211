"""Does the film, as it will be or has been written, survive sticks, other systems and no network?

The checks of ``studio/checks/portability`` look at the story's own files; here are the files that
the compiler writes, which have other names and sizes. The kinds are the same where the question
is the same.
"""

from __future__ import annotations

import re
import shutil
import unicodedata
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Any, cast

from msgspec import Struct

from exporters.export_report import StickLoad
from exporters.film_files import BEFORE_THE_FIRST_PICTURE, FilmFile, FilmFiles
from exporters.film_script import read_film_script
from studio.checks.footage.margins import READY_SECONDS, START_SECONDS, STICK_BYTES_PER_SECOND
from studio.checks.portability.clashes import CLASH
from studio.checks.portability.names import ILLEGAL, LONGEST, TOO_LONG, is_illegal
from studio.checks.portability.sizes import LARGEST_FAT32, OVER_4_GIB
from studio.checks.portability.stick_speed import SLOW, SLOWEST_START
from studio.story.finding import Finding, FindingKind, Place

TOO_LARGE = FindingKind(
    code="EX003",
    name="film-larger-than-the-stick",
    severity="warning",
    message={
        "pl": "Film zajmie {gigabytes} GB i nie zmieści się w {room} GB ({where}).",
        "en": "The film takes {gigabytes} GB and does not fit into {room} GB ({where}).",
    },
    remedy={
        "pl": "Wybierz profil, który tworzy mniejsze pliki, podaj rozmiar, w którym film ma się "
        "zmieścić (--fit-gb), albo weź większą pamięć.",
        "en": "Choose a profile that makes smaller files, say what size the film has to fit "
        "(--fit-gb), or take a larger stick.",
    },
)
FROM_THE_NETWORK = FindingKind(
    code="EX004",
    name="film-asks-the-network",
    severity="error",
    message={
        "pl": "Plik filmu „{file}” wczytuje coś z sieci: {address}.",
        "en": "The film's file “{file}” loads something from the network: {address}.",
    },
    remedy={
        "pl": "Wyeksportuj film ponownie. Jeśli to nie pomoże, zgłoś to: film musi działać bez "
        "sieci.",
        "en": "Export the film anew. If that does not help, report it: a film must work offline.",
    },
)
LATE = FindingKind(
    code="EX005",
    name="first-picture-late",
    severity="warning",
    message={
        "pl": "Z wolnej pamięci USB pierwszy obraz pojawi się dopiero po około {seconds} s.",
        "en": "From a slow stick the first picture appears only after about {seconds} s.",
    },
    remedy={
        "pl": "Zmniejsz plik pierwszego ujęcia, a w motywie podaj mniejszy plik czcionki.",
        "en": "Make the first clip's file smaller, and give a smaller font in the theme.",
    },
)
KINDS = (TOO_LARGE, FROM_THE_NETWORK, LATE)

LATEST_PICTURE = 5.0
"""Seconds from opening the page; by then people have begun to click around."""
CLUSTER_BYTES = 32_768
"""What a file takes on a stick at least: sticks of 8 to 32 GB are formatted in such clusters."""


class Destination(Struct, frozen=True):
    """Where the film goes; ``stick_bytes`` is the room that the author names.

    Without it the free space of the disk counts on which ``out`` lies (or will lie).
    """

    out: Path | None = None
    stick_bytes: int | None = None


def start_seconds(file: FilmFile) -> float:
    """From asking for a clip on a slow stick until it plays on without stopping."""
    if not file.seconds:
        return 0.0
    beginning = min(1.0, READY_SECONDS / file.seconds) * file.bytes
    # A clip that comes faster than the stick reads has to be read ahead of all that it lacks.
    lacking = max(0.0, file.bytes - STICK_BYTES_PER_SECOND * file.seconds)
    return START_SECONDS + max(beginning, lacking) / STICK_BYTES_PER_SECOND


def stick_load(film: FilmFiles, start: str | None) -> StickLoad:
    """The load of the film whose first scene is ``start``."""
    clips = [file for file in film.files if file.seconds]
    slowest = max(clips, key=start_seconds, default=None)
    page = sum(file.bytes for file in film.files if file.path in BEFORE_THE_FIRST_PICTURE)
    first = [start_seconds(file) for file in clips if file.place.scene == start]
    return StickLoad(
        film.bytes,
        film.exact,
        round(START_SECONDS + page / STICK_BYTES_PER_SECOND + max(first, default=0.0), 2),
        round(start_seconds(slowest), 2) if slowest is not None else 0.0,
        slowest.path if slowest is not None else None,
    )


def check_film(
    film: FilmFiles,
    start: str | None,
    destination: Destination | None = None,
    written: bool = False,
) -> tuple[Finding, ...]:
    """Names, sizes, lengths of paths, and how long a slow stick takes.

    A film that is ``written`` does not have to fit once more into the space that it left free.
    """
    where = destination or Destination()
    return (
        *_names(film),
        *_sizes(film, where, written),
        *_paths(film, where.out),
        *_speed(film, start),
    )


def _names(film: FilmFiles) -> Iterator[Finding]:
    known: dict[str, str] = {}
    for file in film.files:
        for name in PurePosixPath(file.path).parts:
            if is_illegal(name):
                yield ILLEGAL.at(file.place, name=name)
        folded = unicodedata.normalize("NFC", file.path).casefold()
        other = known.setdefault(folded, file.path)
        if other is not file.path:
            yield CLASH.at(file.place, file=file.path, other=other)


def _sizes(film: FilmFiles, destination: Destination, written: bool) -> Iterator[Finding]:
    for file in film.files:
        if file.bytes > LARGEST_FAT32:
            yield OVER_4_GIB.at(file.place, file=file.path, gigabytes=f"{file.bytes / 1e9:.1f}")
    room = destination.stick_bytes
    if room is None and destination.out is not None and not written:
        room = free_bytes(destination.out)
    needed = sum(-(-file.bytes // CLUSTER_BYTES) * CLUSTER_BYTES for file in film.files)
    if room is not None and needed > room:
        where = "USB" if destination.stick_bytes is not None else str(destination.out)
        yield TOO_LARGE.at(
            Place(path="$"),
            gigabytes=_gigabytes(needed),
            room=_gigabytes(room),
            where=where,
        )


def _gigabytes(size: int) -> str:
    return f"{size / 1e9:.1f}" if size >= 1e8 else f"{size / 1e9:.3f}"


def free_bytes(out: Path) -> int | None:
    """The free space on the disk on which the folder lies or will lie; None if nobody can say."""
    for folder in (out.absolute(), *out.absolute().parents):
        if folder.is_dir():
            try:
                return shutil.disk_usage(folder).free
            except OSError:
                return None
    return None


def _paths(film: FilmFiles, out: Path | None) -> Iterator[Finding]:
    """The longest path only: with it, all others grow shorter."""
    longest = max(film.files, key=lambda file: len(file.path), default=None)
    if longest is None:
        return
    length = len(longest.path) + (len(str(out.absolute())) + 1 if out is not None else 0)
    if length > LONGEST:
        yield TOO_LONG.at(longest.place, file=longest.path, length=length)


def _speed(film: FilmFiles, start: str | None) -> Iterator[Finding]:
    for file in film.files:
        seconds = start_seconds(file)
        if file.seconds and seconds > SLOWEST_START:
            yield SLOW.at(
                file.place,
                file=file.path,
                megabits=round(file.bytes * 8 / 1e6 / file.seconds),
                seconds=f"{seconds:.1f}",
            )
    load = stick_load(film, start)
    if load.first_picture > LATEST_PICTURE:
        yield LATE.at(Place(scene=start), seconds=f"{load.first_picture:.1f}")


# --- what the written film would load --------------------------------------------------------

_REMOTE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
_IN_STYLE = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])([^"')]+)""", re.IGNORECASE)
_LOADED = frozenset({"src", "poster", "logo", "image", "file", "font"})
"""Fields of the film's data whose address the player loads; links open only on a click."""


def remote_addresses(out: Path) -> tuple[Finding, ...]:
    """What the written film's page, styles and data would load from the network."""
    found: list[Finding] = []
    for path in sorted(out.rglob("*")):
        if path.suffix not in (".html", ".css") and path.name != "film.js":
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        name = path.relative_to(out).as_posix()
        match path.suffix:
            case ".html":
                page = _Page()
                page.feed(text)
                addresses = page.addresses
            case ".css":
                addresses = _IN_STYLE.findall(text)
            case _:
                addresses = list(_loaded(read_film_script(text), ""))
        found += (
            FROM_THE_NETWORK.at(Place(file=name), file=name, address=address)
            for address in dict.fromkeys(addresses)
            if _REMOTE.match(address)
        )
    return tuple(found)


class _Page(HTMLParser):
    """Addresses that a page loads by itself: not those of links."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (name in ("src", "poster", "srcset") or (tag, name) == ("link", "href")):
                self.addresses.append(value)


def _loaded(value: Any, name: str) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, each in cast(Mapping[str, Any], value).items():
            # ``file`` and the like may be one address or one for each language.
            yield from _loaded(each, key if key in _LOADED or name not in _LOADED else name)
    elif isinstance(value, list):
        for each in cast(list[Any], value):
            yield from _loaded(each, name)
    elif isinstance(value, str) and name in _LOADED:
        yield value
