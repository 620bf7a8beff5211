"""Kept versions of a story, in ``.studio/versions``: browsable, restorable, thinned with age.

Each is the whole ``story.json``, packed. The name carries the time (UTC), why it was kept and
the first digits of its hash: ``20261124T153012.345Z-saved-1f0c9a2b.json.gz``. The story's caption
files are kept with it, see :mod:`studio.story.kept_captions`.
"""

from __future__ import annotations

import gzip
import re
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal, get_args

from msgspec import Struct

from studio.story import kept_captions
from studio.story.files import UNREADABLE, OpenedStory, read_story, write_atomically
from studio.story.finding import Place
from studio.story.hidden_folder import hidden_folder

Reason = Literal["opened", "saved", "working", "left", "replaced"]
"""``working`` every so often, ``left`` when given up unsaved, ``replaced`` found on the disk."""

_REASONS = "|".join(get_args(Reason))
_NAME = re.compile(rf"(\d{{8}}T\d{{6}}\.\d{{3}})Z-({_REASONS})-([0-9a-f]{{8}})\.json\.gz")
_STEPS = (
    (timedelta(hours=1), timedelta(0)),
    (timedelta(days=1), timedelta(minutes=10)),
    (timedelta(days=14), timedelta(hours=4)),
    (timedelta(days=120), timedelta(days=1)),
)
"""Up to this age, one in this time is kept; above the last, one a week."""


class Version(Struct, frozen=True):
    """One kept version; ``time`` in UTC."""

    path: Path
    time: datetime
    reason: Reason
    digest: str


def versions(folder: Path) -> list[Version]:
    """The kept versions of the story in ``folder``, newest first; none where none can be read."""
    try:
        names = sorted((folder / ".studio" / "versions").iterdir(), reverse=True)
    except OSError:
        return []
    return [version for path in names if (version := _version(path)) is not None]


def keep_version(
    folder: Path, content: bytes, reason: Reason, captions: Mapping[str, bytes] | None = None
) -> Version | None:
    """Keep these bytes of a ``story.json``, and what its caption files hold, by name.

    None if the newest version is the same. Raises OSError. Older versions are thinned on the way.
    """
    story = kept_captions.digest(content)
    both = "".join(
        f"{name}\0{kept_captions.digest(held)}\n" for name, held in sorted((captions or {}).items())
    )
    digest = (kept_captions.digest(f"{story}\n{both}".encode()) if both else story)[:8]
    kept = versions(folder)
    if kept and kept[0].digest == digest:
        return None
    place = hidden_folder(folder) / "versions"
    place.mkdir(exist_ok=True)
    now = datetime.fromtimestamp(time.time(), UTC)
    stamp = now.strftime("%Y%m%dT%H%M%S.") + f"{now.microsecond // 1000:03d}"
    path = place / f"{stamp}Z-{reason}-{digest}.json.gz"
    if captions:
        kept_captions.hold(place / "captions", _listing(path), story, captions)
    write_atomically(path, gzip.compress(content, compresslevel=3, mtime=0))
    gone = superfluous(kept, now)
    for version in gone:
        version.path.unlink(missing_ok=True)
        _listing(version.path).unlink(missing_ok=True)
    if gone:
        kept_captions.let_go(place / "captions", place.glob(f"*{kept_captions.SUFFIX}"))
    return _version(path)


def read_version(version: Version) -> OpenedStory:
    """The story of a kept version; raises :class:`StudioError` if its file is damaged."""
    try:
        return read_story(gzip.decompress(version.path.read_bytes()))
    except (OSError, EOFError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        place = Place(file=version.path.name)
        raise UNREADABLE.error(place, file=version.path, reason=reason) from error


def captions_of(version: Version) -> dict[str, bytes]:
    """What the story's caption files held, by name, as far as they were kept with the version."""
    kept = kept_captions.read_list(_listing(version.path))
    return kept_captions.fetch(version.path.parent / "captions", kept) if kept else {}


def captions_of_file(folder: Path, content: bytes) -> dict[str, bytes] | None:
    """What the caption files held when these bytes of a ``story.json`` were last kept.

    None if no version holds these bytes and captions.
    """
    story = kept_captions.digest(content)
    for version in versions(folder):
        kept = kept_captions.read_list(_listing(version.path))
        if kept is not None and kept.story == story:
            return kept_captions.fetch(version.path.parent / "captions", kept)
    return None


def superfluous(kept: list[Version], now: datetime) -> list[Version]:
    """Those of the versions (newest first) that are too close to an older one for their age."""
    gone: list[Version] = []
    last: datetime | None = None
    for version in reversed(kept):
        gap = _gap(now - version.time)
        if last is not None and version.time - last < gap:
            gone.append(version)
        else:
            last = version.time
    return gone


def _gap(age: timedelta) -> timedelta:
    return next((gap for limit, gap in _STEPS if age <= limit), timedelta(days=7))


def _listing(path: Path) -> Path:
    return path.with_name(path.name.removesuffix(".json.gz") + kept_captions.SUFFIX)


def _version(path: Path) -> Version | None:
    match = _NAME.fullmatch(path.name)
    if match is None:
        return None
    stamp, reason, digest = match.groups()
    moment = datetime.strptime(stamp, "%Y%m%dT%H%M%S.%f").replace(tzinfo=UTC)
    known = {each: each for each in get_args(Reason)}
    return Version(path, moment, known[reason], digest)
