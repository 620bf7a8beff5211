"""The open story: its present value, the values before and after, and where it is stored."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from studio.story.files import open_story, save_story
from studio.story.finding import Finding
from studio.story.model import Story


@dataclass(frozen=True)
class Step:
    """One value in the history and the words for the edit that made it."""

    story: Story
    label: str


class Document(QObject):
    """Holds the current story. Undo keeps old values: nothing is ever computed backwards."""

    changed = Signal()
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder: Path | None = None
        self.findings: tuple[Finding, ...] = ()
        self.read_only = False
        self._steps: list[Step] = []
        self._index = -1
        self._saved: Story | None = None

    @property
    def story(self) -> Story | None:
        """The present value; None before anything is open."""
        return self._steps[self._index].story if self._steps else None

    @property
    def dirty(self) -> bool:
        """Whether the present value differs from the one on disk."""
        return self.story is not self._saved

    @property
    def undo_label(self) -> str | None:
        """The words of the edit that undo takes back, or None."""
        return self._steps[self._index].label if self._index > 0 else None

    @property
    def redo_label(self) -> str | None:
        """The words of the edit that redo brings back, or None."""
        following = self._index + 1
        return self._steps[following].label if following < len(self._steps) else None

    def open(self, folder: Path) -> None:
        """Open the story in the folder; raises StudioError and keeps the present one."""
        opened = open_story(folder)
        self.folder = folder
        self.findings = opened.findings
        self.read_only = opened.read_only
        self._steps = [Step(opened.story, "")]
        self._index = 0
        self._saved = opened.story
        self.opened.emit()
        self.changed.emit()

    def save(self) -> None:
        """Write the present value to its folder; raises StudioError and stays dirty."""
        story = self.story
        if story is None or self.folder is None or self.read_only:
            return
        save_story(story, self.folder)
        self._saved = story
        self.changed.emit()

    def apply(self, story: Story, label: str) -> None:
        """Make ``story`` the present value; what had been undone is forgotten."""
        if self.read_only or story is self.story:
            return
        del self._steps[self._index + 1 :]
        self._steps.append(Step(story, label))
        self._index += 1
        self.changed.emit()

    def undo(self) -> None:
        """Go back one value."""
        if self._index > 0:
            self._index -= 1
            self.changed.emit()

    def redo(self) -> None:
        """Go forward one value."""
        if self._index + 1 < len(self._steps):
            self._index += 1
            self.changed.emit()
