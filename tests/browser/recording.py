"""What the eye would see: a real window of Chromium, recorded from a virtual screen.

Frames that a page reports are not all: a picture can be black for a moment that no event tells.
"""

from __future__ import annotations

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import imageio_ffmpeg
import numpy as np
from playwright.sync_api import Page, sync_playwright

from tests.browser import numbered_film, walker

WIDTH, HEIGHT, RATE = 1280, 720, 60
LEFT, TOP, WIDE, HIGH = 560, 300, 160, 24
"""A spot of the screen that lies on the clip's plain colour."""
LIKE = 14
"""Levels of 255 that a colour may be off."""


def missing() -> str | None:
    """Why nothing can be recorded on this machine, or None."""
    return None if shutil.which("Xvfb") else "Xvfb is not installed"


@contextlib.contextmanager
def window() -> Iterator[tuple[Page, str]]:
    """A page in a window that fills a virtual screen, and the screen's name."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", f"{WIDTH}x{HEIGHT}x24"]
    screen = subprocess.Popen(
        [*command, "-nolisten", "tcp"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        assert screen.stdout is not None
        display = f":{screen.stdout.readline().strip()}"
        size = [f"--window-size={WIDTH},{HEIGHT}", "--window-position=0,0"]
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=walker.CHROMIUM,
                args=[*walker.ARGUMENTS, *size],
                headless=False,
                env={"DISPLAY": display},
            )
            yield browser.new_page(no_viewport=True), display
            browser.close()
    finally:
        screen.terminate()
        screen.wait(timeout=10)


@contextlib.contextmanager
def recorded(display: str, path: Path) -> Iterator[None]:
    """Records the spot into ``path`` as raw RGB while the block runs."""
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error", "-f", "x11grab",
        "-framerate", str(RATE), "-video_size", f"{WIDTH}x{HEIGHT}", "-i", display,
        "-vf", f"crop={WIDE}:{HIGH}:{LEFT}:{TOP}", "-pix_fmt", "rgb24", "-f", "rawvideo", str(path),
    ]  # fmt: skip
    recorder = subprocess.Popen(command)
    try:
        yield
    finally:
        recorder.terminate()
        recorder.wait(timeout=10)


def clips_of(path: Path) -> list[int | None]:
    """The clip that each recorded frame shows, by its colour; None where it is another colour."""
    size = WIDE * HIGH * 3
    raw = np.fromfile(path, np.uint8)
    frames = raw[: len(raw) // size * size].reshape(-1, HIGH * WIDE, 3).mean(axis=1)
    colours = np.array([numbered_film.colour_of(clip) for clip in range(numbered_film.CLIPS)])
    off = np.abs(frames[:, None, :] - colours[None]).max(axis=2)
    return [int(row.argmin()) if row.min() < LIKE else None for row in off]


def between_clips(clips: list[int | None]) -> list[int]:
    """For each change from one clip to the next, how many frames between show neither."""
    found: list[int] = []
    last, strange = None, 0
    for clip in clips:
        if clip is None:
            strange += 1
            continue
        if last is not None and clip != last:
            found.append(strange)
        last, strange = clip, 0
    return found
