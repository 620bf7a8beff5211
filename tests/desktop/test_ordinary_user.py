"""The tests of what may not be written, without root's privileges where they are run as root."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DROPPED = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]


def _droppable() -> bool:
    if not hasattr(os, "geteuid") or os.geteuid() != 0 or shutil.which("setpriv") is None:
        return False
    return subprocess.run([*DROPPED, "true"], check=False, capture_output=True).returncode == 0


@pytest.mark.timeout(400)
@pytest.mark.skipif(not _droppable(), reason="not root, or setpriv is not possible here")
def test_without_roots_privileges() -> None:
    command = [*DROPPED, sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, "tests/desktop/test_unwritable.py"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:]
    assert "skipped" not in done.stdout
