"""Panels behind another one's tab wait until they are seen."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from studio.desktop.window import StudioWindow


def test_a_panel_behind_another_follows_when_it_comes_to_the_front(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.show()
    window.open_folder(story_folder)
    table = window.panels.table
    window.docks.bring("table")
    qtbot.waitUntil(lambda: table.seen)
    before = table.model.rowCount()
    window.docks.bring("findings")
    qtbot.waitUntil(lambda: not table.seen)
    window.map.commands["new_scene"].trigger()
    window.map.editing.commit()
    assert table.model.rowCount() == before
    window.docks.bring("table")
    qtbot.waitUntil(lambda: table.seen)
    assert table.model.rowCount() == before + 1
