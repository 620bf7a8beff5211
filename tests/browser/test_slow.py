"""A slow stick, a slow processor: the last frame is held, a spinner says so, never is it black."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser import engines, numbered_film, slow_stick, small_film, walker

SWITCHES = 4
HEAVY = "20M"
"""Bits a second of the clips, as of a film in 4K: five of a stick's bytes carry two seconds."""

STATE = """() => ({
  scene: document.documentElement.dataset.scene ?? '',
  phase: document.documentElement.dataset.phase ?? '',
  spinner: !document.querySelector('.spinner').hidden,
  frames: document.querySelector('video.front') !== null,
})"""
STANDING = """(() => {
  let since = 0;
  let from = 0;
  window.standing = [];
  const front = () => document.querySelector('video.front');
  const moves = () => {
    since = performance.now();
    from = front()?.currentTime ?? 0;
  };
  for (const video of document.querySelectorAll('video')) {
    const frame = () => {
      if (video === front()) moves();
      video.requestVideoFrameCallback(frame);
    };
    video.requestVideoFrameCallback(frame);
  }
  setInterval(() => {
    const video = front();
    if (!video || video.paused || video.ended || Math.abs(video.currentTime - from) > 0.1) moves();
    else if (performance.now() - since > 800) {
      standing.push(!document.querySelector('.spinner').hidden);
    }
    document.querySelector('.choice[data-choice="on"]:not([aria-disabled])')?.click();
  }, 50);
})()"""
"""For each look at a clip that has stood still for long: whether the spinner says so."""
ANSWER = "document.querySelector('.choice[data-choice=\"on\"]:not([aria-disabled])')?.click()"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A chain of clips that are heavy to read."""
    folder = tmp_path_factory.mktemp("heavy") / "film"
    (folder / "media").mkdir(parents=True)
    for clip in range(SWITCHES + 1):
        path = folder / "media" / f"n{clip}.mp4"
        numbered_film.make_numbered_clip(path, clip, bits=HEAVY)
        assert path.stat().st_size > 3_000_000
    small_film.write_player(folder, numbered_film.chain(SWITCHES))
    return folder


@pytest.fixture
def stick(folder: Path, tmp_path: Path) -> Iterator[Path]:
    """The folder on a stick of 5 MB/s."""
    if reason := slow_stick.missing():
        pytest.skip(reason)
    mount_point = tmp_path / "stick"
    mount_point.mkdir()
    with slow_stick.slow(folder, mount_point) as slow:
        yield slow


def look_on(page: Page, folder: Path) -> list[tuple[str, bool, tuple[int, int] | None]]:
    """Play through, answering at once: scene, spinner, and the numbered frame of every look."""
    page.goto(walker.file_address(folder) + "index.html")
    page.click("#start")
    page.wait_for_selector("video.front", state="attached")
    looks = []
    while (state := page.evaluate(STATE))["phase"] != "ended":
        picture = Image.open(io.BytesIO(page.screenshot(type="jpeg", quality=90)))
        read = numbered_film.read_frame(np.asarray(picture.convert("RGB")))
        if page.evaluate(STATE)["phase"] == "ended":
            break
        looks.append((state["scene"], state["spinner"], read))
        page.evaluate(ANSWER)
    return looks


def in_order(looks: list[tuple[str, bool, tuple[int, int] | None]]) -> None:
    """Every look shows a frame, and clips come one after another, none again."""
    assert [each for each in looks if each[2] is None] == [], "black, or no frame"
    clips = [each[2][0] for each in looks if each[2]]
    order = [each for index, each in enumerate(clips) if index == 0 or clips[index - 1] != each]
    # A look takes its time: a clip may pass unseen between two.
    expected = iter([*range(SWITCHES), 0])
    assert all(each in expected for each in order), order
    assert len(order) >= SWITCHES - 1


def test_a_slow_stick_never_shows_black(page: Page, stick: Path) -> None:
    in_order(look_on(page, stick))


def test_a_slow_processor_never_shows_black(page: Page, folder: Path) -> None:
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    in_order(look_on(page, folder))


def test_a_very_slow_stick_holds_the_last_frame_under_a_spinner(
    page: Page, folder: Path, tmp_path: Path
) -> None:
    if reason := slow_stick.missing():
        pytest.skip(reason)
    mount_point = tmp_path / "stick"
    mount_point.mkdir()
    with slow_stick.slow(folder, mount_point, 1_000_000) as slow:
        looks = look_on(page, slow)
    in_order(looks)
    waited = [(int(scene[1:]), read[0]) for scene, spinner, read in looks if spinner and read]
    assert waited, "nothing was late"
    assert all(seen in (scene - 1, scene) for scene, seen in waited), "the clip before is held"
    assert any(seen == scene - 1 for scene, seen in waited), "the next clip came late"
    assert any(seen == scene for scene, seen in waited), "the clip that is seen had to wait"


@pytest.mark.parametrize("engine", ["firefox", "webkit"])
def test_a_clip_that_stands_still_has_a_spinner(
    engine: engines.Engine, folder: Path, tmp_path: Path
) -> None:
    if reason := slow_stick.missing() or engines.missing(engine):
        pytest.skip(reason)
    for name in ("stick", "home"):
        (tmp_path / name).mkdir()
    with (
        slow_stick.slow(folder, tmp_path / "stick", 500_000) as slow,
        engines.open_page(engine, tmp_path / "home") as page,
    ):
        page.goto(walker.file_address(slow) + "index.html")
        engines.wait_for(page, "Boolean(document.querySelector('#start'))")
        page.evaluate(STANDING)
        page.click("#start")
        looks = engines.wait_for(page, "window.standing.length > 5 && window.standing")
    assert all(looks)
