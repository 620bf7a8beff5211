"""Clips follow one another in every engine: in order, ended and clicked, with no foreign frame.

How long a switch takes is judged by ``tests/benchmarks/switching.py``, not here.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from tests.browser import engines, numbered_film, recording, small_film, walker
from tests.browser.small_film import choice, decision, scene, text
from tests.browser.watching import watch

SWITCHES = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The chain of numbered clips."""
    film = numbered_film.chain(SWITCHES)
    return numbered_film.build(tmp_path_factory.mktemp("chain") / "film", film)


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_every_clip_is_seen_in_order(engine: engines.Engine, folder: Path, tmp_path: Path) -> None:
    if reason := engines.missing(engine):
        pytest.skip(reason)
    with engines.open_page(engine, tmp_path) as page:
        watched = watch(page, walker.file_address(folder) + "index.html", SWITCHES)
        elements = page.evaluate("document.querySelectorAll('video').length")
    shown = [source for _, source, _ in watched["frames"]]
    order = [each for index, each in enumerate(shown) if index == 0 or shown[index - 1] != each]
    assert order == [f"media/n{index}.mp4" for index in (0, 1, 2, 3, 4, 5, 0)]
    assert len(watched["clicks"]) == SWITCHES // 2
    assert elements <= 4


def test_no_blank_frame_is_seen_between_clips(folder: Path, tmp_path: Path) -> None:
    if reason := recording.missing():
        pytest.skip(reason)
    with recording.window() as (page, display), recording.recorded(display, tmp_path / "screen"):
        address = walker.file_address(folder) + "index.html"
        watch(engines.ChromiumPage(page), address, SWITCHES)
    blank = recording.between_clips(recording.clips_of(tmp_path / "screen"))
    assert blank == [0] * SWITCHES


@pytest.fixture(scope="module")
def bright(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bright clip whose decision leads to three dark ones."""
    folder = small_film.build(tmp_path_factory.mktemp("bright") / "film")
    small_film.plain_clip(folder / "media" / "bright.mp4", "0xf8f8f0")
    choices = [choice(to, text(to, to), to) for to in "abc"]
    asked = decision(text("Dokąd?", "Where to?"), choices)
    scenes = [scene("start", text("", ""), asked, "bright")]
    scenes += [scene(to, text("", ""), small_film.ending("neutral", {}), to) for to in "abc"]
    film = small_film.film()
    film |= {"id": "bright", "start": "start", "scenes": scenes}
    small_film.write_player(folder, film | {"content_note": small_film.NOTHING})
    return folder


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_clips_that_wait_leave_no_mark(
    engine: engines.Engine, bright: Path, tmp_path: Path
) -> None:
    if reason := engines.missing(engine):
        pytest.skip(reason)
    with engines.open_page(engine, tmp_path) as page:
        page.goto(walker.file_address(bright) + "index.html")
        page.click("#start")
        engines.wait_for(page, "document.documentElement.dataset.phase === 'deciding'")
        engines.wait_for(
            page, "[...document.querySelectorAll('video')].every(each => each.readyState > 1)"
        )
        page.screenshot(tmp_path / "seen.png")
        frame = "document.querySelector('.frame').getBoundingClientRect()"
        left, top = page.evaluate(f"(at => [at.left, at.top])({frame})")
    picture = np.asarray(Image.open(tmp_path / "seen.png").convert("RGB")).astype(int)
    shown = picture[round(top) :, round(left) :][:40, :400]
    assert shown.min() > 220, "the bright clip is not seen"
    assert np.abs(shown - shown[20, 200]).max() <= 1
