"""The same in a real window: the xcb platform on a virtual screen, where one is installed.

The whole reference task is driven there, and a film is made by a mouse that is no part of Qt.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = (
    "tests/desktop/test_reference_task.py",
    "tests/desktop/test_real_mouse.py",
    "tests/desktop/test_real_gestures.py",
    "tests/desktop/test_window.py::test_edit_undo_redo_save",
    "tests/desktop/test_welcome.py::test_a_new_story_from_each_template",
    "tests/desktop/test_safety.py::test_the_history_panel_lists_steps_and_a_click_goes_there",
)


@pytest.mark.timeout(500)
@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="xvfb is not installed")
def test_in_a_real_window() -> None:
    command = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24", sys.executable, "-m", "pytest"]
    done = subprocess.run(
        [*command, "-q", "-p", "no:cacheprovider", *TESTS],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=450,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
