"""The sample film in Chromium: each ending, both languages, both hands, ``file://`` and http."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
from collections import deque
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from exporters.film_script import read_film_script
from exporters.folder import export_folder
from studio.media.cache import Cache
from studio.story import play
from studio.story.files import open_story
from studio.story.model import Ending
from tests.browser import walker
from tests.documented_formats import schema_faults

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"
STORY = open_story(SAMPLE).story
ENDINGS = [scene.id for scene in STORY.scenes if isinstance(scene.then, Ending)]
FASTEST = 16
FIREFOX_WALK = Path(__file__).with_name("walk_firefox.mjs")


def shortest(ending: str) -> list[walker.Step]:
    """What a person does on the shortest way to the ending, by the reference engine."""
    first = play.start(STORY)
    queue: deque[tuple[play.State, list[walker.Step]]] = deque([(first, [])])
    known = {first.scene}
    while queue:
        state, steps = queue.popleft()
        if state.phase == "ended" and state.scene == ending:
            return steps
        for action in play.actions(STORY, state):
            if action.action in ("timeout", "retry"):
                continue
            after = play.step(STORY, state, action)
            key = (after.phase, after.scene, str(after.tally.variables), len(after.path))
            if key in known or len(after.path) > 12:
                continue
            known.add(key)
            done: list[walker.Step] = list(steps)
            if action.action == "choose":
                done.append(walker.Choose(action.choice or ""))
            elif action.action == "proceed":
                done.append(walker.PROCEED)
            queue.append((after, done))
    raise AssertionError(f"no way to {ending}")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The exported film."""
    root = tmp_path_factory.mktemp("sample")
    report = export_folder(STORY, SAMPLE, root / "film", cache=Cache(root / "cache"))
    assert report.findings == ()
    assert report.encoded == 0, "the sample's clips fit the profile as they are"
    film = read_film_script((root / "film" / "film.js").read_text("utf-8"))
    assert schema_faults("film", film) == []
    return root / "film"


def test_the_film_has_three_endings() -> None:
    assert len(ENDINGS) == 3


@pytest.mark.parametrize(
    ("language", "hand", "address"),
    [
        ("pl", "mouse", "file"),
        ("en", "keyboard", "file"),
        ("en", "mouse", "http"),
        ("pl", "keyboard", "http"),
    ],
)
@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending(
    browser: Browser,
    folder: Path,
    ending: str,
    language: str,
    hand: walker.Hand,
    address: str,
) -> None:
    opened = (
        walker.served(folder)
        if address == "http"
        else contextlib.nullcontext(walker.file_address(folder))
    )
    with opened as home:
        watch = walker.walk(browser, home, language, shortest(ending), hand=hand, speed=FASTEST)
    assert watch.problems == []
    assert any(f"{ending}.{language}" in address for address in watch.played)


@pytest.mark.skipif(shutil.which("firefox-esr") is None, reason="Firefox ESR is not installed")
@pytest.mark.parametrize(("language", "hand"), [("pl", "mouse"), ("en", "keyboard")])
@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_in_firefox(
    folder: Path, ending: str, language: str, hand: walker.Hand, tmp_path: Path
) -> None:
    words = [
        f"choose:{step.choice}" if isinstance(step, walker.Choose) else step
        for step in shortest(ending)
    ]
    address = f"{walker.file_address(folder)}index.html#speed={FASTEST}"
    done = subprocess.run(
        [
            "node",
            str(FIREFOX_WALK),
            "/usr/bin/firefox-esr",
            address,
            language,
            hand,
            json.dumps(words),
        ],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        # Firefox refuses a home that belongs to somebody else.
        env=os.environ | {"HOME": str(tmp_path)},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert json.loads(done.stdout) == {
        "problems": [],
        "phase": "ended",
        "scene": ending,
        "lang": language,
    }
