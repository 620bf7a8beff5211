"""Everything the studio shows, in both languages, on a laptop: named, whole, reached by Tab."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from studio.desktop.window import StudioWindow
from tests.desktop.cut_off import cut_off
from tests.desktop.test_accessible import CONTROLS, faults, is_inner, path_of
from tests.desktop.tour import tour


def unreached(root: QWidget) -> set[str]:
    """The controls of a dialog that the Tab key does not come to."""
    root.activateWindow()
    wanted = {
        each
        for each in root.findChildren(QWidget)
        if isinstance(each, CONTROLS)
        and not is_inner(each)
        and each.isVisible()
        and each.isEnabled()
        and each.focusPolicy() != Qt.FocusPolicy.NoFocus
    }
    reached: set[QWidget] = set()
    for _ in range(2 * len(wanted) + 20):
        focused = QApplication.focusWidget()
        if focused is None or focused.window() is not root:
            break
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    return {f"not by Tab: {type(each).__name__} in {path_of(each)}" for each in wanted - reached}


@pytest.mark.timeout(240)
@pytest.mark.parametrize("language", ["en", "pl"])
def test_everything_is_named_whole_and_reached(
    window: StudioWindow, tmp_path: Path, language: str
) -> None:
    window.menus.language_actions[language].trigger()
    window.resize(1366, 768)
    found: set[str] = set()
    seen: set[str] = set()
    for name, widget in tour(window, tmp_path / "border_check"):
        seen.add(name)
        found |= {f"{name}: {each}" for each in faults(widget)}
        found |= {f"{name}: {each}" for each in cut_off(widget)}
        if isinstance(widget, QDialog):
            found |= {f"{name}: {each}" for each in unreached(widget)}
    assert sorted(found) == []
    assert len(seen) > 40
