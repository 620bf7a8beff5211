"""A window that went dark while it was open looks like one that began dark."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from studio.desktop.theme import DARK, LIGHT, SHEET, apply_theme
from studio.desktop.window import StudioWindow


def settle(qtbot: QtBot, window: StudioWindow) -> None:
    qtbot.waitUntil(lambda: not window._slices.busy and not window.findings.checker.busy)
    qtbot.wait(300)


def picture(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image, QPoint())
    return image


def unlike(one: QImage, other: QImage) -> int:
    """How many of the pixels differ, every third looked at."""
    assert one.size() == other.size()
    return sum(
        one.pixel(x, y) != other.pixel(x, y)
        for x in range(0, one.width(), 3)
        for y in range(0, one.height(), 3)
    )


@pytest.mark.parametrize("panel", ["findings", "contents"])
def test_switched_live_as_from_the_start(
    qtbot: QtBot,
    qapp: QApplication,
    window: StudioWindow,
    story_folder: Path,
    panel: str,
) -> None:
    window.open_folder(story_folder)
    window.docks.bring(panel)
    window.map.select("talk")
    settle(qtbot, window)
    light = picture(window)
    window.menus.theme_actions["dark"].trigger()
    settle(qtbot, window)
    switched = picture(window)
    assert unlike(light, switched) > 50_000

    apply_theme(qapp, DARK)
    for piece in window.children():
        if isinstance(piece, QWidget):
            piece.setStyleSheet("")
    settle(qtbot, window)
    assert unlike(switched, picture(window)) == 0
    apply_theme(qapp, LIGHT)


def test_a_dialog_opened_after_the_switch_wears_it(
    qtbot: QtBot, qapp: QApplication, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.menus.theme_actions["dark"].trigger()
    settle(qtbot, window)
    for name in ("export", "find_anything", "shortcuts"):
        window.actions_by_name[name].trigger()
        (dialog,) = (each for each in window.findChildren(QDialog) if each.isVisible())
        qtbot.wait(100)
        ground = picture(dialog).pixelColor(3, dialog.height() - 4)
        assert ground.lightness() < 60
        assert dialog.styleSheet() == qapp.property(SHEET)
        dialog.reject()
        qtbot.waitUntil(lambda dialog=dialog: not isValid(dialog))
