"""Puts the sample stories into the wheel; everything else is said in ``pyproject.toml``."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SAMPLES = Path(__file__).parent / "sample_projects"


class BuildWithSamples(build_py):
    """Copies ``sample_projects`` beside the studio's modules, where an installed studio looks.

    They stand outside the package in the source tree, where people look for them; setuptools takes
    data from inside packages only.
    """

    def run(self) -> None:
        """Build, then copy; an editable install reads the source tree."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "studio" / "samples"
        shutil.rmtree(target, ignore_errors=True)
        left_out = shutil.ignore_patterns(".*", "*.part", "draw")
        shutil.copytree(SAMPLES, target, ignore=left_out)


setup(cmdclass={"build_py": BuildWithSamples})
