"""The inspector on a story that has something of everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from studio.desktop.language import Translations
from tests.desktop.desk import Desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, translations: Translations) -> Desk:
    """The inspector, shown."""
    made = Desk(tmp_path)
    qtbot.addWidget(made.inspector)
    made.inspector.show()
    qtbot.waitExposed(made.inspector)
    made.inspector.activateWindow()
    return made
