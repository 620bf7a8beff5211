"""A story that has something of everything, for panels."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.desktop.language import Translations
from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, translations: Translations) -> Desk:
    """The story in an empty folder; its inspector is not shown."""
    made = Desk(tmp_path)
    qtbot.addWidget(made.inspector)
    return made
