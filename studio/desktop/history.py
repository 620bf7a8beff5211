"""The values of the story so far, and which of them is the present one."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

from studio.desktop.file_changes import Changes, together
from studio.story.model import Story


@dataclass(frozen=True)
class Step:
    """One value and the words for the edit that made it; ``time`` in seconds since the epoch.

    Steps of one ``burst`` that follow each other become one: a visit to a field is one step.
    ``files`` are those that the edit wrote beside the story's own.
    """

    story: Story
    label: str
    time: float
    burst: object = None
    files: Changes = field(default_factory=dict)


class History:
    """Undo keeps old values: nothing is ever computed backwards. Values share what is equal."""

    def __init__(self, story: Story, label: str) -> None:
        self.steps = [Step(story, label, time.time())]
        self.index = 0

    @property
    def present(self) -> Step:
        """The step that is shown now."""
        return self.steps[self.index]

    def add(
        self, story: Story, label: str, burst: object = None, files: Changes | None = None
    ) -> None:
        """Make ``story`` the present value; what had been undone is forgotten."""
        del self.steps[self.index + 1 :]
        now = time.time()
        last = self.steps[-1]
        if burst is not None and last.burst == burst and last.label == label:
            self.steps[-1] = Step(story, label, now, burst, together(last.files, files or {}))
            return
        self.steps.append(Step(story, label, now, burst, files or {}))
        self.index += 1

    def go_to(self, index: int) -> bool:
        """Make an earlier or later value the present one; False if there is no such value."""
        if index == self.index or not 0 <= index < len(self.steps):
            return False
        self.index = index
        return True
