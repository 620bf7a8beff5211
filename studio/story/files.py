"""Open and save a story folder: ``story.json`` beside ``media/ captions/ resources/``.

Opening collects problems and opens what it can; a story with problems of form is opened
read-only, so that nothing that we did not understand is ever saved away. Saving is atomic.
"""

from __future__ import annotations

import json
import os
import re
import tempfile
from pathlib import Path
from typing import Any

import msgspec
from json_source_map import calculate
from msgspec import Struct

from studio.story import upgrades
from studio.story.finding import Finding, FindingKind, Place, StudioError
from studio.story.model import FORMAT, VERSION, Story

STORY_FILE = "story.json"
SUBFOLDERS = ("media", "captions", "resources")
_MOST_PROBLEMS = 200
Step = str | int

NO_STORY = FindingKind(
    code="FL001",
    name="no-story-here",
    severity="error",
    message={
        "en": "There is no story in {folder}: {file} is missing.",
        "pl": "W folderze {folder} nie ma scenariusza: brakuje pliku {file}.",
    },
    remedy={
        "en": "Choose the folder that holds story.json, or make a new story.",
        "pl": "Wskaż folder z plikiem story.json albo utwórz nowy scenariusz.",
    },
)
UNREADABLE = FindingKind(
    code="FL002",
    name="unreadable-file",
    severity="error",
    message={
        "en": "{file} cannot be read: {reason}.",
        "pl": "Nie można odczytać pliku {file}: {reason}.",
    },
    remedy={
        "en": "Check that the drive is connected and that you may read the file.",
        "pl": "Sprawdź, czy nośnik jest podłączony i czy masz prawo odczytu pliku.",
    },
)
BROKEN_JSON = FindingKind(
    code="FL003",
    name="broken-json",
    severity="error",
    message={
        "en": "{file} is not valid JSON: {reason}, line {line}, column {column}.",
        "pl": "Plik {file} nie jest poprawnym plikiem JSON: {reason}, wiersz {line}, "
        "kolumna {column}.",
    },
    remedy={
        "en": "Mend the line in a text editor, or bring back an earlier copy of the file.",
        "pl": "Popraw ten wiersz w edytorze tekstu albo przywróć wcześniejszą kopię pliku.",
    },
)
NOT_A_STORY = FindingKind(
    code="FL004",
    name="not-a-story",
    severity="error",
    message={
        "en": "{file} is not a Scenario Studio story.",
        "pl": "Plik {file} nie jest scenariuszem programu Scenario Studio.",
    },
    remedy={
        "en": "Choose a folder made by Scenario Studio.",
        "pl": "Wskaż folder utworzony w programie Scenario Studio.",
    },
)
UNKNOWN_VERSION = FindingKind(
    code="FL005",
    name="unknown-version",
    severity="error",
    message={
        "en": "{file} has format version {version}; this program knows versions up to {known}.",
        "pl": "Plik {file} ma format w wersji {version}, a ten program zna wersje do {known}.",
    },
    remedy={
        "en": "Install a newer Scenario Studio to open this story.",
        "pl": "Zainstaluj nowszą wersję Scenario Studio, aby otworzyć ten scenariusz.",
    },
)
LEFT_OUT = FindingKind(
    code="FL006",
    name="part-left-out",
    severity="error",
    message={
        "en": "Line {line} of {file} was left out: {reason} (at {path}).",
        "pl": "Pominięto wiersz {line} pliku {file}: {reason} (w miejscu {path}).",
    },
    remedy={
        "en": "Mend the place in a text editor. Until then the story is open read-only, "
        "so that nothing is lost.",
        "pl": "Popraw to miejsce w edytorze tekstu. Do tego czasu scenariusz jest otwarty "
        "tylko do odczytu, aby nic nie przepadło.",
    },
)
NOT_SAVED = FindingKind(
    code="FL007",
    name="not-saved",
    severity="error",
    message={
        "en": "The story could not be saved in {folder}: {reason}. The earlier file is untouched.",
        "pl": "Nie udało się zapisać scenariusza w {folder}: {reason}. Poprzedni plik pozostał "
        "bez zmian.",
    },
    remedy={
        "en": "Free some space or choose another folder, then save again.",
        "pl": "Zwolnij miejsce albo wskaż inny folder i zapisz ponownie.",
    },
)
FOLDER_TAKEN = FindingKind(
    code="FL008",
    name="folder-taken",
    severity="error",
    message={
        "en": "{folder} exists and is not empty.",
        "pl": "Folder {folder} już istnieje i nie jest pusty.",
    },
    remedy={
        "en": "Name a new or an empty folder for the new story.",
        "pl": "Podaj nowy albo pusty folder na nowy scenariusz.",
    },
)
KINDS = (
    NO_STORY,
    UNREADABLE,
    BROKEN_JSON,
    NOT_A_STORY,
    UNKNOWN_VERSION,
    LEFT_OUT,
    NOT_SAVED,
    FOLDER_TAKEN,
)


class OpenedStory(Struct, frozen=True):
    """A story as opened. ``read_only`` is set when a part of the file was not understood."""

    story: Story
    findings: tuple[Finding, ...] = ()
    read_only: bool = False


def open_story(folder: Path) -> OpenedStory:
    """Open the story in ``folder``. Raises :class:`StudioError` when nothing can be opened."""
    return read_story(read_content(folder))


def read_content(folder: Path) -> bytes:
    """The bytes of the folder's ``story.json``; raises :class:`StudioError`."""
    path = folder / STORY_FILE
    place = Place(file=STORY_FILE)
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise NO_STORY.error(place, folder=folder, file=STORY_FILE) from None
    except OSError as error:
        raise UNREADABLE.error(place, file=path, reason=error.strerror) from error


def read_story(content: bytes) -> OpenedStory:
    """The story in the bytes of a ``story.json`` (UTF-8, a byte order mark is tolerated)."""
    place = Place(file=STORY_FILE)
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BROKEN_JSON.error(
            Place(file=STORY_FILE, line=line),
            file=STORY_FILE,
            reason="not UTF-8",
            line=line,
            column=error.start - content.rfind(b"\n", 0, error.start),
        ) from None
    except json.JSONDecodeError as error:
        raise BROKEN_JSON.error(
            Place(file=STORY_FILE, line=error.lineno),
            file=STORY_FILE,
            reason=error.msg,
            line=error.lineno,
            column=error.colno,
        ) from None
    except RecursionError:
        raise NOT_A_STORY.error(place, file=STORY_FILE) from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise NOT_A_STORY.error(place, file=STORY_FILE)
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or not 1 <= version <= VERSION:
        raise UNKNOWN_VERSION.error(
            Place(file=STORY_FILE, path="$.version"),
            file=STORY_FILE,
            version=version,
            known=VERSION,
        )
    document = upgrades.upgrade(document)
    return _convert_what_is_sound(document, text)


def _convert_what_is_sound(document: dict[str, Any], text: str) -> OpenedStory:
    """Convert; what does not fit the model is taken out, one place at a time, and reported."""
    problems: list[Finding] = []
    numbering = _Numbering()
    while True:
        try:
            return OpenedStory(
                msgspec.convert(document, Story), tuple(problems), read_only=bool(problems)
            )
        except msgspec.ValidationError as error:
            steps, reason = _steps_and_reason(str(error))
            finding = _left_out(numbering.original(document, steps), text, reason)
            too_many = len(problems) >= _MOST_PROBLEMS
            if too_many or not _take_out(document, steps, numbering):
                raise StudioError(finding) from None
            problems.append(finding)


class _Numbering:
    """Remembers which place of the file each list element came from, as elements are removed."""

    def __init__(self) -> None:
        self._origins: dict[int, list[int]] = {}

    def remove(self, elements: list[Any], index: int) -> None:
        """Delete the element and remember where the others stood."""
        origins = self._origins.setdefault(id(elements), list(range(len(elements))))
        del elements[index]
        del origins[index]

    def original(self, document: dict[str, Any], steps: list[Step]) -> list[Step]:
        """The steps with the indexes that they have in the file."""
        holder: Any = document
        found: list[Step] = []
        for step in steps:
            origins = self._origins.get(id(holder))
            found.append(origins[step] if origins and isinstance(step, int) else step)
            try:
                holder = holder[step]
            except (KeyError, IndexError, TypeError):
                holder = None
        return found


def _steps_and_reason(message: str) -> tuple[list[Step], str]:
    """msgspec's message as the steps to the place and the reason.

    ``$.scenes[3].clip`` becomes ``['scenes', 3, 'clip']``; msgspec does not name the key of a
    mapping's value, so the mapping itself is the place.
    """
    reason, separator, path = message.rpartition(" - at `")
    if not separator:
        reason, path = message, "$"
    steps: list[Step] = []
    for name, index in re.findall(r"\.([A-Za-z_]\w*)|\[(\d+|\.\.\.)\]", path):
        if index == "...":
            break
        steps.append(name if name else int(index))
    unknown = re.search(r"unknown field `(.+)`", reason)
    return ([*steps, unknown[1]] if unknown else steps), reason


def _take_out(document: dict[str, Any], steps: list[Step], numbering: _Numbering) -> bool:
    """Remove the offending place from the document; False if there is nothing to remove."""
    holder: Any = document
    for step in steps[:-1]:
        holder = holder[step]
    if steps and isinstance(holder, dict) and steps[-1] in holder:
        del holder[steps[-1]]
        return True
    if steps and isinstance(holder, list) and isinstance(steps[-1], int):
        numbering.remove(holder, steps[-1])
        return True
    return False


def _left_out(steps: list[Step], text: str, reason: str) -> Finding:
    path = "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps)
    line = _line_of(text, steps)
    return LEFT_OUT.at(
        Place(file=STORY_FILE, path=path, line=line, scene=_scene_at(text, steps)),
        file=STORY_FILE,
        line=line,
        reason=reason,
        path=path,
    )


def _line_of(text: str, steps: list[Step]) -> int:
    """The line, from 1, of the nearest place that the file has on the way of the steps."""
    places = calculate(text)
    for length in range(len(steps), 0, -1):
        entry = places.get("".join(f"/{step}" for step in steps[:length]))
        if entry is not None:
            return (entry.key_start or entry.value_start).line + 1
    return 1


def _scene_at(text: str, steps: list[Step]) -> str | None:
    if len(steps) < 2 or steps[0] != "scenes" or not isinstance(steps[1], int):
        return None
    scene = json.loads(text)["scenes"][steps[1]]
    identifier = scene.get("id") if isinstance(scene, dict) else None
    return identifier if isinstance(identifier, str) else None


def encode_story(story: Story) -> bytes:
    """The bytes of ``story.json``: UTF-8, two-space indent, stable order, final newline."""
    return msgspec.json.format(msgspec.json.encode(story), indent=2) + b"\n"


def save_story(story: Story, folder: Path) -> None:
    """Save atomically; raises :class:`StudioError` and leaves the earlier file on failure."""
    save_content(encode_story(story), folder)


def save_content(content: bytes, folder: Path) -> None:
    """Save the bytes of a ``story.json`` as :func:`save_story` does."""
    try:
        write_atomically(folder / STORY_FILE, content)
    except OSError as error:
        raise NOT_SAVED.error(
            Place(file=STORY_FILE), folder=folder, reason=error.strerror or error
        ) from error


def create_story(story: Story, folder: Path) -> None:
    """Make a story folder that was not there (or is empty) and save the story in it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FOLDER_TAKEN.error(Place(file=str(folder)), folder=folder)
    try:
        for name in SUBFOLDERS:
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NOT_SAVED.error(
            Place(file=str(folder)), folder=folder, reason=error.strerror or error
        ) from error
    save_story(story, folder)


def write_atomically(path: Path, content: bytes) -> None:
    """Write to a temporary file beside, fsync, rename, fsync the directory. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644 if not path.exists() else path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    if hasattr(os, "O_DIRECTORY"):
        directory = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
