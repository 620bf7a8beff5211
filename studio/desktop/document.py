"""The open story: its present value, the values before and after, and where it is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import copy
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from studio.desktop.file_changes import Changes, changes_since, contents_at, write_files
from studio.desktop.history import History, Step
from studio.desktop.tasks import wait_for
from studio.story.finding import Finding, StudioError
from studio.story.journal import Recovered
from studio.story.model import Story
from studio.story.open_folder import OpenFolder
from studio.story.refused_files import refused_files

_WORKING_VERSION_MINUTES = 10


class Document(QObject):
    """Holds the current story; :meth:`apply` is the only way it changes.

    Whatever touches the disk is done off the interface thread, the calls wait for it while the
    window goes on painting.
    """

    changed = Signal()
    opened = Signal()
    noticed = Signal(object)
    """A :class:`Finding` to tell at once, or None: the disk is well again."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.findings: tuple[Finding, ...] = ()
        self.read_only = False
        self.brought_back: Recovered | None = None
        """What a crash left behind of this story and is now the present value, if anything."""
        self._home: OpenFolder | None = None
        self._history: History | None = None
        self._saved: Story | None = None
        self._refused = False
        self._burst: object = None
        self._keeping = QTimer(self)
        self._keeping.setInterval(_WORKING_VERSION_MINUTES * 60_000)
        self._keeping.timeout.connect(self._keep_working_version)

    @property
    def story(self) -> Story | None:
        """The present value; None before anything is open."""
        return self._history.present.story if self._history else None

    @property
    def dirty(self) -> bool:
        """Whether the present value, or a file beside it, differs from the one on disk."""
        return self.story is not self._saved or self._refused

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every value that can be gone to, oldest first."""
        return tuple(self._history.steps) if self._history else ()

    @property
    def index(self) -> int:
        """Which of the steps is the present one."""
        return self._history.index if self._history else -1

    @property
    def undo_label(self) -> str | None:
        """The words of the edit that undo takes back, or None."""
        return self.steps[self.index].label if self.index > 0 else None

    @property
    def redo_label(self) -> str | None:
        """The words of the edit that redo brings back, or None."""
        following = self.index + 1
        return self.steps[following].label if following < len(self.steps) else None

    def open(self, folder: Path) -> None:
        """Open the story in the folder; raises StudioError and keeps the present one."""
        if self._home is not None and folder.resolve() == self._home.folder.resolve():
            self.close()  # Its own lock would be in the way.
        home = wait_for(lambda: OpenFolder(folder, self.noticed.emit))
        self.close()
        self._home = home
        self.folder = folder
        self.findings = home.opened.findings
        self.read_only = home.read_only
        self._history = History(home.opened.story, self.tr("As saved"))
        self._saved = home.opened.story
        self.brought_back = home.work
        self._keeping.start()
        self._bring_work_back(home)
        self.opened.emit()
        self.changed.emit()
        if home.reason is not None:
            self.noticed.emit(home.reason)

    def save(self) -> None:
        """Write the present value to its folder; raises StudioError and stays dirty."""
        story, home = self.story, self._home
        if story is None or home is None or self.read_only:
            return
        notices = wait_for(lambda: home.save(story))
        self._saved, self._refused = story, False
        if self.dirty:
            home.record(self._present.story, self._present.label)
        self.changed.emit()
        for notice in notices:
            self.noticed.emit(notice)

    def apply(
        self, story: Story, label: str, files: Mapping[str, bytes | None] | None = None
    ) -> None:
        """Make ``story`` the present value; what had been undone is forgotten.

        ``files`` are written at once beside the story's own, by path below the folder (None:
        removed); undo brings back what they held. What the folder refuses is held on this
        machine; raises StudioError if that cannot be, and the story stays as it was.
        """
        if self.read_only or self._history is None or story is self.story:
            return
        changes = self._write(files) if files else None
        self._history.add(story, label, self._burst, changes)
        self._moved()

    def bring_back(self, story: Story, label: str, captions: Mapping[str, bytes]) -> None:
        """Make an older version the present value, with its captions; raises as :meth:`apply`.

        The present value stays among the kept versions too.
        """
        present, home = self.story, self._home
        if present is not None and home is not None and not self.read_only:
            wait_for(lambda: home.keep(present, "working"))
            self.apply(story, label, captions)

    @contextmanager
    def burst(self, key: object) -> Iterator[None]:
        """Edits of one ``key`` and label that follow each other become one step."""
        self._burst = key
        try:
            yield
        finally:
            self._burst = None

    def undo(self) -> None:
        """Go back one value."""
        self.go_to(self.index - 1)

    def redo(self) -> None:
        """Go forward one value."""
        self.go_to(self.index + 1)

    def go_to(self, index: int) -> None:
        """Go to any of the steps; those after it can still be gone to."""
        if self._history is not None and self._restore_files(index) and self._history.go_to(index):
            self._moved()

    def give_up(self) -> None:
        """Leave the changes unsaved; they stay among the kept versions."""
        story, home = self.story, self._home
        if story is None or home is None or not self.dirty:
            return
        wait_for(lambda: home.keep(story, "left"))
        saved = [number for number, step in enumerate(self.steps) if step.story is self._saved]
        if saved:
            self._restore_files(saved[-1])
        home.forget_work()
        self._saved, self._refused = story, False

    def close(self) -> None:
        """Let go of the folder. The value stays until another is opened."""
        self._keeping.stop()
        home, self._home = self._home, None
        if home is not None:
            wait_for(home.close)

    @property
    def _present(self) -> Step:
        assert self._history is not None
        return self._history.present

    def _restore_files(self, index: int) -> bool:
        """Give the files that edits wrote what they held at the step; False if the disk refuses."""
        steps = self.steps
        if not 0 <= index < len(steps):
            return True
        contents = contents_at([step.files for step in steps], self.index, index)
        try:
            self._write(contents)
        except StudioError as error:
            self.noticed.emit(error.findings[0])
            return False
        return True

    def _write(self, files: Mapping[str, bytes | None]) -> Changes:
        home = self._home
        if home is None or not files:
            return {}
        written, self._refused = wait_for(
            lambda: (write_files(home.folder, files), bool(refused_files(home.folder)))
        )
        if written.refusal is not None:
            self.noticed.emit(home.trouble(written.refusal))
        return written.changes

    def _bring_work_back(self, home: OpenFolder) -> None:
        """What a crash left is one step, with the files that edits had written."""
        self._refused = False
        if self.read_only or self._history is None:
            return
        changes = wait_for(lambda: changes_since(home.folder, home.captions_saved))
        self._refused = bool(wait_for(lambda: refused_files(home.folder)))
        if home.work is None and not self._refused:
            return
        story = home.work.opened.story if home.work is not None else copy(home.opened.story)
        self._history.add(story, self.tr("Unsaved work brought back"), None, changes)
        home.record(self._present.story, self._present.label)

    def _moved(self) -> None:
        if self._home is not None:
            if self.dirty:
                self._home.record(self._present.story, self._present.label)
            else:
                self._home.forget_work()
        self.changed.emit()

    def _keep_working_version(self) -> None:
        story, home = self.story, self._home
        if story is not None and home is not None and self.dirty and not self.read_only:
            wait_for(lambda: home.keep(story, "working"))
