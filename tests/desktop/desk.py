"""Holds a story as the document does, for tests of forms and panels."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.inspector import Inspector
from studio.story.model import Story
from tests.desktop.rich_story import rich_story


class Desk:
    """The present story, the steps that led to it, and the inspector that shows it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.story = rich_story()
        self.steps: list[tuple[str, object]] = []
        self.editing = Editing()
        self.inspector = Inspector(self.editing)
        self.inspector.resize(420, 900)
        self.editing.edited.connect(self._take)
        self.show()

    def show(self, *, read_only: bool = False, language: str = "en") -> None:
        """Show the present story."""
        self.editing.show(self.story, self.folder, language, read_only)

    def field(self, path: str) -> QWidget:
        """The widget of an address, written with slashes, in sight."""
        if self.inspector.page is not None:
            self.inspector.page.complete()
        QApplication.processEvents()
        found = self.inspector.findChild(QWidget, path)
        assert found is not None, path
        self.inspector.ensureWidgetVisible(found)
        QApplication.processEvents()
        return found

    def clear_steps(self) -> None:
        """Forget what was done so far."""
        self.steps.clear()

    def _take(self, story: Story, label: str, visit: object) -> None:
        self.story = story
        self.steps.append((label, visit))
        self.show()
