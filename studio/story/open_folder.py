"""A story's folder while it is open for editing: lock, journal, saving, kept versions.

The value itself is elsewhere (the editor's history): here is only where it is kept safe. All
of it may be slow, as disks are: call it off the interface thread.
"""

from __future__ import annotations

import contextlib
import shutil
import stat
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from studio.story.files import (
    FOLDER_TAKEN,
    NOT_SAVED,
    STORY_FILE,
    OpenedStory,
    create_story,
    encode_story,
    read_content,
    read_story,
    save_content,
)
from studio.story.finding import Finding, FindingKind, Place, StudioError
from studio.story.journal import NOT_KEPT, Journal, Recovered, find_work, is_saved
from studio.story.kept_captions import digest, read_captions
from studio.story.lock import OPEN_ELSEWHERE, Holder, StoryLock, take_lock
from studio.story.model import Story
from studio.story.refused_files import let_go_of_refused, write_refused
from studio.story.versions import Reason, captions_of_file, keep_version

REPLACED = FindingKind(
    code="FL011",
    name="changed-by-another-program",
    severity="notice",
    message={
        "en": "{file} had been changed by another program since you opened it. Your story is "
        "saved now, and what was there is kept as an older version.",
        "pl": "Plik {file} został zmieniony przez inny program po otwarciu. Twój scenariusz jest "
        "teraz zapisany, a poprzednia zawartość została zachowana jako wcześniejsza wersja.",
    },
    remedy={
        "en": "Look at it under “Older versions”, if the change was meant.",
        "pl": "Jeśli ta zmiana była celowa, obejrzyj ją w oknie „Wcześniejsze wersje”.",
    },
)
NOT_COPIED = FindingKind(
    code="FL012",
    name="files-not-copied",
    severity="warning",
    message={
        "en": "{count} files of the story could not be copied, the first is {file}: {reason}.",
        "pl": "Nie udało się skopiować plików scenariusza ({count}), pierwszy z nich to {file}: "
        "{reason}.",
    },
    remedy={
        "en": "The story itself is saved. Copy the missing files when the drive is there again.",
        "pl": "Sam scenariusz jest zapisany. Skopiuj brakujące pliki, gdy nośnik będzie znów "
        "dostępny.",
    },
)
KINDS = (OPEN_ELSEWHERE, NOT_KEPT, REPLACED, NOT_COPIED)


class OpenFolder:
    """An open story; ``opened`` is what the file held.

    ``reason`` says why the story is read-only here, or what is wrong with the disk; ``work`` is
    what a crash left behind, and ``captions_saved`` what caption files held when the story was
    saved before it. ``told`` is called from another thread when the disk begins to
    refuse (with the finding) and when it is well again (with None).
    """

    def __init__(self, folder: Path, told: Callable[[Finding | None], None]) -> None:
        """Open the story in ``folder``. Raises StudioError when nothing can be opened."""
        self.folder = folder
        self._told = told
        content = read_content(folder)
        self.opened: OpenedStory = read_story(content)
        self.read_only = self.opened.read_only
        self.reason: Finding | None = None
        self.work: Recovered | None = None
        self.captions_saved: dict[str, bytes] = {}
        self._digest = digest(content)
        self._lock: StoryLock | None = None
        self._journal: Journal | None = None
        self._take_lock()
        if self.read_only:
            return
        self._journal = Journal(folder, self._tell_of_trouble)
        self._find_work()
        if self.work is None:
            self.keep(self.opened.story, "opened", content)
        else:
            self._keep_what_was_left(self.work, content)

    def record(self, story: Story, label: str) -> None:
        """Keep this value against a crash; returns at once."""
        if self._journal is not None:
            self._journal.record(story, label)

    def save(self, story: Story) -> tuple[Finding, ...]:
        """Write the story; raises StudioError and leaves the earlier file. Returns notices."""
        content = encode_story(story)
        notices: list[Finding] = []
        with contextlib.suppress(OSError):
            found = (self.folder / STORY_FILE).read_bytes()
            if digest(found) != self._digest:
                self._keep_found(found)
                notices.append(REPLACED.at(Place(file=STORY_FILE), file=STORY_FILE))
        save_content(content, self.folder)
        self._digest = digest(content)
        if self._journal is not None:
            self._journal.forget()
            self._journal.flush()
        write_refused(self.folder, self.folder)
        let_go_of_refused(self.folder)
        self.keep(story, "saved")
        return tuple(notices)

    def keep(self, story: Story, reason: Reason, content: bytes | None = None) -> None:
        """Keep a version with its captions; a disk that refuses is told of elsewhere."""
        with contextlib.suppress(OSError):
            captions = read_captions(story, self.folder)
            keep_version(self.folder, content or encode_story(story), reason, captions)

    def forget_work(self) -> None:
        """The value is the saved one again: a crash would lose nothing."""
        if self._journal is not None:
            self._journal.forget()

    def close(self) -> None:
        """Write what is pending and let others open the story."""
        if self._journal is not None:
            self._journal.close()
        if self._lock is not None:
            self._lock.release()

    def _take_lock(self) -> None:
        try:
            taken = take_lock(self.folder)
        except OSError as error:
            self.reason = self.trouble(error)
            return
        if isinstance(taken, Holder):
            self.read_only = True
            since = datetime.fromtimestamp(taken.since)
            self.reason = OPEN_ELSEWHERE.at(
                Place(file=STORY_FILE),
                user=taken.user,
                host=taken.host,
                since=f"{since:%H:%M}" if since.date() == datetime.now().date() else f"{since:%c}",
            )
        else:
            self._lock = taken

    def _find_work(self) -> None:
        work = find_work(self.folder)
        if work is None:
            return
        if is_saved(work, self.opened.story):
            self.forget_work()
        else:
            self.work = work

    def _keep_what_was_left(self, work: Recovered, content: bytes) -> None:
        """Edits write captions at once: what they held before is with the version saved last."""
        before = captions_of_file(self.folder, content)
        if before is None:
            self.keep(self.opened.story, "opened", content)
        else:
            self.captions_saved = before
        self.keep(work.opened.story, "working")

    def _keep_found(self, content: bytes) -> None:
        """Keep what another program wrote, whatever it is."""
        try:
            story = read_story(content).story
        except StudioError:
            keep_version(self.folder, content, "replaced")
        else:
            self.keep(story, "replaced", content)

    def _tell_of_trouble(self, error: OSError | None) -> None:
        self._told(None if error is None else self.trouble(error))

    def trouble(self, error: OSError) -> Finding:
        """What to tell when the folder refuses."""
        reason = error.strerror or str(error)
        return NOT_KEPT.at(Place(file=str(self.folder)), folder=self.folder, reason=reason)


def copy_story(
    story: Story,
    source: Path | None,
    target: Path,
    progress: Callable[[float], None] = lambda fraction: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Finding, ...]:
    """Save the story in a new folder with the files of ``source`` beside it.

    Raises StudioError when the story itself cannot be saved there or the folder is taken; files
    that cannot be copied are one finding. When cancelled the copy is left as far as it came.
    """
    if source is not None and target.resolve().is_relative_to(source.resolve()):
        raise FOLDER_TAKEN.error(Place(file=str(target)), folder=target)
    create_story(story, target)
    files = _files(source) if source is not None else []
    total = sum(size for _, size in files) or 1
    done, failed = 0, list[tuple[str, str]]()
    for path, size in files:
        if cancelled():
            break
        assert source is not None
        inside = path.relative_to(source)
        try:
            (target / inside.parent).mkdir(parents=True, exist_ok=True)
            shutil.copy2(path, target / inside)
            (target / inside).chmod(path.stat().st_mode | stat.S_IWUSR)
        except OSError as error:
            failed.append((inside.as_posix(), error.strerror or str(error)))
        done += size
        progress(done / total)
    if source is not None:
        write_refused(source, target)
    if not failed:
        return ()
    name, reason = failed[0]
    return (NOT_COPIED.at(Place(file=name), count=len(failed), file=name, reason=reason),)


def make_story(story: Story, folder: Path, files: Iterable[tuple[str, bytes]] = ()) -> None:
    """A new story folder with small files in it (path in the folder, content)."""
    create_story(story, folder)
    for name, content in files:
        path = folder / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        except OSError as error:
            reason = error.strerror or str(error)
            raise NOT_SAVED.error(Place(file=name), folder=folder, reason=reason) from error


def _files(folder: Path) -> list[tuple[Path, int]]:
    """The files of a story but its own: no hidden ones, no ``story.json``."""
    found: list[tuple[Path, int]] = []
    with contextlib.suppress(OSError):
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(folder)
            hidden = any(part.startswith(".") for part in inside.parts)
            if not hidden and inside.as_posix() != STORY_FILE and path.is_file():
                found.append((path, path.stat().st_size))
    return found
