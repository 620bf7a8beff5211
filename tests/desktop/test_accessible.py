"""Every control has a name and, where it shows no words, a tooltip; keys stand in tooltips."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from studio.desktop.window import StudioWindow
from studio.story.files import create_story
from tests.desktop.rich_story import rich_story
from tests.desktop.tour import unfold_all

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def is_inner(widget: QWidget) -> bool:
    """A part of a control that Qt makes and names itself."""
    above = widget.parentWidget()
    if widget.objectName().startswith("qt_") or isinstance(widget, QHeaderView | QScrollBar):
        return True
    if isinstance(above, QAbstractSpinBox | QComboBox) and isinstance(widget, QLineEdit):
        return True
    while above is not None:
        inside = isinstance(above, QHeaderView | QAbstractItemView | QTabBar | QLineEdit)
        if inside or type(above).__name__ == "QComboBoxPrivateContainer":
            return True
        if isinstance(above, QComboBox) and isinstance(widget, QAbstractItemView):
            return True
        above = above.parentWidget()
    return False


def faults(root: QWidget) -> Iterator[str]:
    """What a screen reader, or somebody who does not know an icon, would miss."""
    for widget in root.findChildren(QWidget):
        if not isinstance(widget, CONTROLS) or is_inner(widget):
            continue
        where = f"{type(widget).__name__} “{widget.objectName()}” in {path_of(widget)}"
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name).strip():
            yield f"no name: {where}"
        if isinstance(widget, QAbstractButton) and not widget.toolTip():
            shows = widget.text().strip() and (
                not isinstance(widget, QToolButton)
                or widget.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
                or widget.icon().isNull()
            )
            # An offer on the welcome screen shows its words by labels inside.
            if not shows and widget.layout() is None:
                yield f"no tooltip: {where}"


def path_of(widget: QWidget) -> str:
    names: list[str] = []
    above = widget.parentWidget()
    while above is not None and len(names) < 4:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " < ".join(names)


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_control_of_the_window_has_a_name(
    window: StudioWindow, tmp_path: Path, language: str
) -> None:
    window.menus.language_actions[language].trigger()
    QApplication.processEvents()
    assert list(faults(window)) == [], "the welcome screen"
    folder = tmp_path / "rich"
    create_story(rich_story(), folder)
    window.open_folder(folder)
    for toggle in window.docks.toggles():
        if not toggle.isChecked():
            toggle.trigger()
    found = set(faults(window))
    story = window.document.story
    assert story is not None
    pages = [{"scenes": (each.id,)} for each in story.scenes]
    pages += [{"scenes": tuple(story.scene_by_id)}, {"chapter": story.chapters[0].id}]
    for page in pages:
        window.inspector.look_at(**page)  # type: ignore[arg-type]
        assert window.inspector.page is not None
        window.inspector.page.complete()
        unfold_all(window)
        found |= set(faults(window.inspector))
    assert sorted(found) == []


@pytest.mark.parametrize("language", ["en", "pl"])
def test_every_tooltip_and_the_sheet_have_the_keys(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, language: str
) -> None:
    window.open_folder(story_folder)
    window.menus.language_actions[language].trigger()
    QApplication.processEvents()
    window.actions_by_name["shortcuts"].trigger()
    sheet = window.findChild(QDialog, "shortcuts")
    assert sheet is not None
    labels = {label.text() for label in sheet.findChildren(QWidget) if hasattr(label, "text")}
    lacking: list[str] = []
    for action in window.findChildren(QAction):
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if not keys or not action.text():
            continue
        if keys not in action.toolTip():
            lacking.append(f"tooltip of “{action.text()}” without {keys}")
        if keys not in labels:
            lacking.append(f"sheet without {keys} “{action.text()}”")
    assert lacking == []


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs a virtual screen")
def test_the_theme_follows_the_system_live(tmp_path: Path) -> None:
    environment = os.environ | {
        "QT_QPA_PLATFORM": "xcb",
        "QT_QPA_PLATFORMTHEME": "gnome",
        "XDG_STATE_HOME": str(tmp_path),
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    command = ["xvfb-run", "-a", sys.executable, "-m", "tests.desktop.theme_window", str(tmp_path)]
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.split() == ["dark", "light", "dark", "stays"], done.stderr


def test_a_scrolled_page_is_reached_by_keys(window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    for area in window.findChildren(QAbstractScrollArea):
        if isinstance(area, QHeaderView) or is_inner(area):
            continue
        if isinstance(area, QAbstractItemView | QTextEdit | QPlainTextEdit):
            assert area.focusPolicy() & Qt.FocusPolicy.TabFocus, area.objectName()
