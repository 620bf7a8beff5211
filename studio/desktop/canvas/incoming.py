"""Media files from elsewhere: looked at, then copied into the story's folder. No Qt here."""

from __future__ import annotations

import errno
import filecmp
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from studio.media import problems
from studio.media.probe import picture_stream
from studio.media.reading import opened
from studio.story.edits import slug, unique_id
from studio.story.finding import Finding, FindingKind, Place, StudioError

MEDIA = "media"
_SUBTITLES = {".vtt", ".srt", ".ass", ".ssa", ".sub"}
_SHOWN_OR_HEARD = set(
    ".mp4 .mov .mkv .webm .avi .m4v .mp3 .m4a .wav .ogg .opus .flac .png .jpg .jpeg .webp".split()  # noqa: SIM905
)

FOLDER_DROPPED = FindingKind(
    code="DT001",
    name="folder-instead-of-clip",
    severity="error",
    message={
        "pl": "„{file}” to folder, a sceną może zostać tylko plik wideo.",
        "en": "“{file}” is a folder; only a video file can become a scene.",
    },
    remedy={
        "pl": "Otwórz folder i przeciągnij na mapę pliki, które w nim leżą.",
        "en": "Open the folder and drag the files inside it onto the map.",
    },
)
NO_STORY_FOLDER = FindingKind(
    code="DT002",
    name="story-not-stored-yet",
    severity="error",
    message={
        "pl": "Pliku „{file}” nie ma dokąd skopiować: scenariusz nie ma jeszcze folderu.",
        "en": "There is nowhere to copy “{file}” to: the story has no folder yet.",
    },
    remedy={
        "pl": "Zapisz scenariusz, a potem przeciągnij plik jeszcze raz.",
        "en": "Save the story, then drag the file once more.",
    },
)
NOT_COPIED = FindingKind(
    code="DT003",
    name="clip-not-copied",
    severity="error",
    message={
        "pl": "Pliku „{file}” nie udało się skopiować do folderu {folder}: {reason}.",
        "en": "“{file}” could not be copied into {folder}: {reason}.",
    },
    remedy={
        "pl": "Zapisz scenariusz w innym miejscu, a potem przeciągnij plik jeszcze raz.",
        "en": "Save the story elsewhere, then drag the file once more.",
    },
)


@dataclass(frozen=True)
class Taken:
    """Files by source that now lie in the story's folder, and what was wrong with the others."""

    files: Mapping[Path, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()


def take_files(
    sources: Sequence[Path], folder: Path, cancelled: Callable[[], bool] = lambda: False
) -> Taken:
    """Copy each video into ``folder/media``; paths in the result are relative to ``folder``.

    A file that lies in the story's folder already is not copied, nor is one whose equal lies in
    ``media``. What is no video is left and told: a folder, a text, a sound.
    """
    files: dict[Path, str] = {}
    findings: list[Finding] = []
    for source in sources:
        if cancelled():
            break
        try:
            _require_picture(source)
            files[source] = bring(source, folder)
        except StudioError as error:
            findings += error.findings
    return Taken(files, tuple(findings))


def bring(source: Path, folder: Path, into: str = MEDIA) -> str:
    """Copy a file into ``folder/into`` unless it is there; its path relative to ``folder``.

    Raises StudioError (MD002, MD007, DT003) when it cannot be read or written. The copy appears
    under its name when it is whole.
    """
    place = Place(file=source.name)
    try:
        inside = source.resolve()
        if inside.is_relative_to(folder.resolve()):
            return inside.relative_to(folder.resolve()).as_posix()
        media = folder / into
        media.mkdir(exist_ok=True)
        suffix = source.suffix.lower()
        stem = slug(source.stem, "clip")
        taken = {each.stem for each in media.iterdir()}
        for each in (media / f"{stem}{suffix}", *sorted(media.glob(f"{stem}_*{suffix}"))):
            if each.is_file() and filecmp.cmp(source, each, shallow=False):
                return each.relative_to(folder).as_posix()
        target = media / f"{unique_id(stem, taken)}{suffix}"
        part = target.with_name(f".{target.name}.part")
        try:
            shutil.copyfile(source, part)
            part.replace(target)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        if not full and error.filename != str(source):
            reason = error.strerror or str(error)
            values = {"file": source.name, "folder": folder, "reason": reason}
            raise NOT_COPIED.error(place, **values) from error
        raise problems.from_os_error(error, place, source.name) from error
    return target.relative_to(folder).as_posix()


def folder_for(path: Path) -> str:
    """Where a file of this kind belongs below the story's folder."""
    kind = path.suffix.lower()
    if kind in _SHOWN_OR_HEARD:
        return MEDIA
    return "captions" if kind in _SUBTITLES else "resources"


def _require_picture(source: Path) -> None:
    place = Place(file=source.name)
    if source.is_dir():
        raise FOLDER_DROPPED.error(place, file=source.name)
    with opened(source, place) as container:
        if picture_stream(container) is None:
            raise problems.NO_VIDEO.error(place, file=source.name)
