"""Brings the Polish of the editor up to date: ``python -m tests.desktop.translation_tools``.

Collects the phrases (lupdate) and compiles the translations (lrelease).
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

DESKTOP = Path(__file__).parents[2] / "studio" / "desktop"
POLISH = DESKTOP / "i18n" / "studio_pl.ts"
_TOOLS = Path(sys.executable).parent


def collect(file: Path) -> None:
    """Update the .ts file from the sources; what it has already is kept."""
    sources = sorted(str(each.relative_to(DESKTOP)) for each in DESKTOP.rglob("*.py"))
    command = [str(_TOOLS / "pyside6-lupdate"), "-no-obsolete", "-locations", "none", *sources]
    command += ["-source-language", "en", "-target-language", "pl", "-ts", str(file)]
    subprocess.run(command, cwd=DESKTOP, check=True, capture_output=True)


def compile_to(file: Path, out: Path) -> None:
    """Compile a .ts file to the .qm file that Qt loads."""
    command = [str(_TOOLS / "pyside6-lrelease"), str(file), "-qm", str(out)]
    subprocess.run(command, check=True, capture_output=True)


if __name__ == "__main__":
    collect(POLISH)
    compile_to(POLISH, POLISH.with_suffix(".qm"))
