"""An inspector on a story of its own, with a document's worth of undo behind it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.inspector import Inspector
from studio.desktop.language import Translations
from studio.story.model import Story
from tests.desktop.inspector.rich_story import rich_story


class Desk:
    """Holds the story as the document does, and the inspector that shows it."""

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
        QApplication.processEvents()
        found = self.inspector.findChild(QWidget, path)
        assert found is not None, path
        self.inspector.ensureWidgetVisible(found)
        QApplication.processEvents()
        return found

    def _take(self, story: Story, label: str, visit: object) -> None:
        self.story = story
        self.steps.append((label, visit))
        self.show()


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, translations: Translations) -> Desk:
    """The inspector, shown."""
    made = Desk(tmp_path)
    qtbot.addWidget(made.inspector)
    made.inspector.show()
    qtbot.waitExposed(made.inspector)
    made.inspector.activateWindow()
    return made
