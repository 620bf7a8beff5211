"""The files of a film: what they are called, and what an export will write or has written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from importlib.resources import files as package_files
from pathlib import Path

from msgspec import Struct

from studio.checks.portability.names import is_illegal
from studio.media.cache import Cache
from studio.media.jobs import Use
from studio.media.planning import Plan
from studio.media.sizes import STILL_KILOBITS, estimated_bytes
from studio.story.finding import Place

PLAYER_FILES = {
    "player.js": "player.js",
    "player.min.css": "player.css",
    "later.js": "later.js",
    "later.min.css": "later.css",
}
"""Files of ``web/player`` to their names in the film; *later* loads after the start screen."""
BEFORE_THE_FIRST_PICTURE = ("index.html", "player.js", "player.css", "film.js")

_LONGEST_NAME = 100
_KEPT = 80
_PAGE_BYTES = 4096
_POSTER_BYTES = 60_000


class FilmFile(Struct, frozen=True):
    """One file of the film. ``place`` says what of the story it holds, with the file's address.

    ``bytes`` is an estimate where a clip has yet to be encoded; ``seconds`` is a clip's length.
    """

    path: str
    bytes: int
    place: Place
    seconds: float | None = None


class FilmFiles(Struct, frozen=True):
    """All files of a film; ``exact`` tells whether every size is known."""

    files: tuple[FilmFile, ...]
    exact: bool

    @property
    def bytes(self) -> int:
        """The size of all files together."""
        return sum(file.bytes for file in self.files)


def clip_name(scene: str, choice: str | None, language: str, use: Use) -> str:
    """The name of a clip in the film, without extension: readable, legal and short anywhere.

    Names that Windows reserves get a tilde in front, very long ones end in a number made of the
    whole; identifiers have no tilde, so neither can meet another name.
    """
    parts = [scene, *([choice] if choice else []), language]
    name = ".".join(parts if use in ("clip", "card") else [*parts, use])
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_KEPT]}~{hashlib.sha256(name.encode()).hexdigest()[:12]}"
    return f"~{name}" if is_illegal(name) else name


def planned_files(
    plans: Sequence[Plan],
    cards: Sequence[tuple[str, str, float]],
    posters: frozenset[str],
    resources: Mapping[str, int],
    film_bytes: int,
    cache: Cache,
) -> FilmFiles:
    """What an export of these plans would write; equal clips are written once.

    Cards are not drawn here, so equal ones count each: the film may turn out a little smaller.

    ``cards`` are scene, language and seconds of cards that become clips, ``posters`` the scenes
    with a poster, ``resources`` addresses in the film with their sizes, ``film_bytes`` the size
    of the film's data.
    """
    files = [_made("index.html", _PAGE_BYTES), _made("film.js", film_bytes)]
    player = package_files("exporters") / "web" / "player"
    files += [_made(to, len((player / name).read_bytes())) for name, to in PLAYER_FILES.items()]
    exact = not cards
    placed: set[str] = set()
    for plan in plans:
        if plan.key in placed:
            continue
        placed.add(plan.key)
        job, found = plan.job, plan.finished(cache)
        exact = exact and (found is not None or plan.encoding is None)
        size = found.bytes if found is not None else round(estimated_bytes(plan))
        name = clip_name(job.scene, job.choice, job.language, job.use)
        place = Place(job.scene, job.choice, language=job.language)
        files.append(_made(f"media/{name}.{plan.container}", size, place, plan.seconds))
        if job.scene in posters and job.use in ("clip", "described"):
            files.append(_made(f"media/{name}.jpg", _POSTER_BYTES, place))
    for scene, language, seconds in cards:
        path = f"media/{clip_name(scene, None, language, 'card')}.mp4"
        size = round(STILL_KILOBITS * 125 * seconds)
        files.append(_made(path, size, Place(scene, language=language), seconds))
    files += [_made(address, size) for address, size in resources.items()]
    return FilmFiles(tuple(files), exact)


def written_files(out: Path, clips: Mapping[str, tuple[Place, float]]) -> FilmFiles:
    """What stands in the film's folder; ``clips`` are address to place and seconds of each clip."""
    files: list[FilmFile] = []
    for path in sorted(each for each in out.rglob("*") if each.is_file()):
        address = path.relative_to(out).as_posix()
        place, seconds = clips.get(address, (Place(), None))
        files.append(_made(address, path.stat().st_size, place, seconds))
    return FilmFiles(tuple(files), exact=True)


def _made(
    path: str, size: int, place: Place | None = None, seconds: float | None = None
) -> FilmFile:
    at = place or Place()
    return FilmFile(
        path, size, Place(at.scene, at.choice, language=at.language, file=path), seconds
    )
