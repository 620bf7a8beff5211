"""Clips follow one another in every engine: in order, ended and clicked, with no foreign frame.

How long a switch takes is judged by ``tests/benchmarks/switching.py``, not here.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

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


SOUNDS = """(() => {
  const { get, set } = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'volume');
  window.sounds = [];
  Object.defineProperty(HTMLMediaElement.prototype, 'volume', {
    get,
    set(value) {
      set.call(this, value);
      const playing = [...document.querySelectorAll('video')].filter(each => !each.paused);
      sounds.push([performance.now(),
        Object.fromEntries(playing.map(each => [each.getAttribute('src'), each.volume]))]);
    },
  });
  new MutationObserver(() => { window.swapped = performance.now(); })
    .observe(document.querySelector('.stage'), { subtree: true, attributeFilter: ['class'] });
})()"""
"""Each time a volume is set: when, and how loud each clip is that plays then."""

VIDEOS = "[...document.querySelectorAll('video')]"
FRONT = "document.querySelector('video.front')"


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_sound_goes_over_and_never_dips(
    engine: engines.Engine, folder: Path, tmp_path: Path
) -> None:
    if reason := engines.missing(engine):
        pytest.skip(reason)
    with engines.open_page(engine, tmp_path) as page:
        page.goto(walker.file_address(folder) + "index.html")
        engines.wait_for(page, "Boolean(document.querySelector('#start'))")
        page.evaluate(SOUNDS)
        page.click("#start")
        engines.wait_for(page, "document.documentElement.dataset.phase === 'deciding'")
        engines.wait_for(page, f"{FRONT}.currentTime > 1")
        page.evaluate("window.sounds.length = 0")
        page.click('.choice[data-choice="on"]')
        engines.wait_for(page, f"{FRONT}.currentTime > 0.4 && {FRONT}.src.includes('n2')")
        swapped, sounds = page.evaluate("[window.swapped, window.sounds]")
        left = page.evaluate(f"{VIDEOS}.filter(it => !it.paused).map(it => it.volume)")
    old, new = "media/n1.mp4", "media/n2.mp4"
    fade = [(at, loud[old], loud[new]) for at, loud in sounds if old in loud and loud.get(new)]
    assert len(fade) >= 4, "both are heard for a while"
    assert all(before**2 + after**2 > 0.99 for _, before, after in fade), "no dip"
    assert [each[1] for each in fade] == sorted((each[1] for each in fade), reverse=True)
    assert [each[2] for each in fade] == sorted(each[2] for each in fade)
    assert fade[-1][1:] == (pytest.approx(0, abs=0.01), 1)
    assert left == [1], "the old clip rests"
    # Forty milliseconds, and what a timer is late on a busy machine.
    assert 39 <= fade[-1][0] - swapped < 200


def test_the_first_sound_after_a_held_picture_does_not_dip(page: Page, bright: Path) -> None:
    page.goto(walker.file_address(bright) + "index.html")
    page.wait_for_selector("#start")
    page.evaluate(SOUNDS)
    page.click("#start")
    page.click('.choice[data-choice="a"]')
    page.wait_for_selector('video.front[src="media/a.mp4"]')
    engines.wait_for(engines.ChromiumPage(page), f"{FRONT}.currentTime > 0.4")
    heard = [loud["media/a.mp4"] for _, loud in page.evaluate("sounds") if "media/a.mp4" in loud]
    assert set(heard) <= {1}
    assert page.evaluate(f"{FRONT}.volume") == 1
    assert page.evaluate(f"{VIDEOS}.filter(it => !it.paused).length") <= 1
