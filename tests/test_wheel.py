"""The wheel that people install has everything that it needs, the sample stories too."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOOK = """
from pathlib import Path
from studio.story import starting
from studio.story.files import open_story
folder, = starting.sample_folders()
assert Path(starting.__file__).is_relative_to(Path(r"{place}")), starting.__file__
assert folder.is_relative_to(Path(r"{place}")), folder
opened = open_story(folder)
assert not opened.read_only and len(opened.story.scenes) > 5
assert starting.title_of(folder) == opened.story.title
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy of what the repository holds, so that nothing is left in the tree."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    for name in listed.split("\0"):
        path = ROOT / name
        if name.startswith(("studio/", "exporters/", "sample_projects/")) or "/" not in name:
            if not name or not path.is_file():
                continue
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).hardlink_to(path)
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    done = subprocess.run(
        [*command, "-w", str(folder), str(source)], capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return next(folder.glob("*.whl"))


def test_the_samples_are_whole_in_an_installed_studio(wheel: Path, tmp_path: Path) -> None:
    place = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    for source in sorted((ROOT / "sample_projects").glob("*/story.json")):
        installed = place / "studio" / "samples" / source.parent.name
        for kind in ("story.json", "media", "captions", "resources"):
            wanted = source.parent / kind
            files = [wanted] if wanted.is_file() else wanted.rglob("*")
            for each in files:
                if each.is_file() and not each.name.startswith("."):
                    found = installed / each.relative_to(source.parent)
                    assert found.read_bytes() == each.read_bytes(), found
    assert not list((place / "studio" / "samples").rglob(".studio"))
    command = [sys.executable, "-c", LOOK.format(place=place)]
    subprocess.run(command, cwd=tmp_path, check=True, env={"PYTHONPATH": str(place)})
