"""Clips that cannot be played: the trainee reads what happened, the story goes on, it is noted.

In every engine. Chromium plays HEVC to its end with no frame and no error; Firefox and WebKitGTK
decode it where FFmpeg is there to do so, and then there is nothing to tell.
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import pytest
from playwright.sync_api import Page

from tests.browser import engines, numbered_film, small_film, walker
from tests.browser.small_film import choice, decision, ending, rich, scene, text

FRONT = "document.querySelector('video.front')"
ABOVE = """document.querySelector('.card-words > p:last-of-type').getBoundingClientRect().bottom
    <= document.querySelector('.choices .prompt').getBoundingClientRect().top"""
SPOILT = ("missing", "empty", "cut", "words", "hevc", "sound")


def spoil(media: Path, how: str) -> None:
    """Put something that does not play in the place of the clip of that name."""
    path, sound = media / f"{how}.mp4", media / "n0.mp4"
    ffmpeg = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", str(sound)]
    if how == "empty":
        path.touch()
    elif how == "cut":
        path.write_bytes(sound.read_bytes()[:3000])
    elif how == "words":
        path.write_text("this is not a video", encoding="utf-8")
    elif how == "hevc":
        coding = ["-c:v", "libx265", "-x265-params", "log-level=error", "-tag:v", "hvc1"]
        subprocess.run([*ffmpeg, *coding, "-c:a", "copy", str(path)], check=True)
    elif how == "sound":
        subprocess.run([*ffmpeg, "-vn", "-c:a", "copy", str(path)], check=True)


def film() -> dict[str, Any]:
    """One scene after another whose clip is spoilt, each with a question; then the end."""
    scenes = []
    for how, following in zip(SPOILT, [*SPOILT[1:], "end"], strict=True):
        go = choice("on", text("Dalej", "Go on"), following)
        other = choice("over", text("Koniec", "To the end"), "end")
        asked = decision(text("Dalej?", "Go on?"), [go, other])
        made = scene(how, text(how, how), asked, how)
        made["card"]["text"] = rich("To, co widać. " * 20, "What can be seen in this scene. " * 22)
        scenes.append(made)
    scenes.append(scene("end", text("Koniec", "End"), ending("neutral", {}), "n0"))
    return small_film.film() | {
        "id": "spoilt", "start": SPOILT[0], "scenes": scenes, "content_note": small_film.NOTHING,
        "languages": ["en"],
    }  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film and its clips."""
    folder = tmp_path_factory.mktemp("spoilt") / "film"
    (folder / "media").mkdir(parents=True)
    numbered_film.make_numbered_clip(folder / "media" / "n0.mp4", 0)
    for how in SPOILT:
        spoil(folder / "media", how)
    small_film.write_player(folder, film())
    return folder


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_what_cannot_be_played_is_told_and_the_story_goes_on(
    engine: engines.Engine, folder: Path, tmp_path: Path
) -> None:
    if reason := engines.missing(engine):
        pytest.skip(reason)
    told: dict[str, str] = {}
    seen: set[str] = set()
    with engines.open_page(engine, tmp_path) as page:
        page.goto(walker.file_address(folder) + "index.html#speed=4")
        page.click("#start")
        for how in SPOILT:
            here = f"html[data-scene={how}][data-phase=deciding]"
            engines.wait_for(page, f"Boolean(document.querySelector('{here}'))")
            told[how] = page.evaluate("document.querySelector('.card')?.textContent ?? ''")
            if told[how]:
                assert page.evaluate(ABOVE), "the card is read above the question"
            if page.evaluate(f"{FRONT}?.getAttribute('src').includes('{how}') ?? false"):
                seen.add(how)
            page.click('.choice[data-choice="on"]')
        engines.wait_for(page, "Boolean(document.querySelector('#debrief'))")
        key = "scenario-studio:spoilt:attempts"
        kept = page.evaluate(f"JSON.parse(localStorage.getItem('{key}'))")
    unplayable = set(SPOILT) if engine == "chromium" else set(SPOILT) - seen
    assert set(SPOILT) - unplayable <= {"hevc"}
    assert {how for how, words in told.items() if "could not be played" in words} == unplayable
    assert all("What can be seen in this scene." in told[how] for how in unplayable)
    assert {each["scene"] for each in kept[0]["problems"]} == unplayable


def test_a_size_that_is_known_late_is_no_fault(page: Page, tmp_path: Path) -> None:
    """As WebKit does when one starts at once: the data come, the size a moment later."""
    folder = small_film.build(tmp_path / "film")
    page.add_init_script(
        """const videos = HTMLVideoElement.prototype;
        const { get } = Object.getOwnPropertyDescriptor(videos, 'videoWidth');
        const came = new WeakMap();
        addEventListener('loadeddata', ({ target }) => came.set(target, performance.now()), true);
        Object.defineProperty(videos, 'videoWidth', { get() {
          return performance.now() - came.get(this) > 150 ? get.call(this) : 0; } });"""
    )
    page.goto(walker.file_address(folder) + "index.html#lang=en")
    page.evaluate("document.querySelector('#start').click()")
    page.wait_for_selector("html[data-scene=talk][data-phase=deciding]")
    assert page.locator(".card").is_hidden()
    kept = page.evaluate("JSON.parse(localStorage.getItem('scenario-studio:small_film:attempts'))")
    assert kept[0]["problems"] == []
