"""A film whose frames carry their clip and number, for watching how clips follow one another.

Every frame has a row of 16 black or white squares along its top: 8 bits for the clip (most
significant first), 8 for the frame. The rest is filled with the clip's own colour, which is
never black.
"""

from __future__ import annotations

import colorsys
import io
import json
import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
from PIL import Image
from playwright.sync_api import Page

from tests.browser import small_film
from tests.browser.small_film import choice, decision, ending, scene, text

WIDTH, HEIGHT, RATE = 640, 360, 30
BITS = 16
SQUARE = WIDTH // BITS
CLIPS = 12
SECONDS = 1.6


def colour_of(clip: int) -> tuple[int, int, int]:
    """The clip's colour, bright and unlike its neighbours'."""
    red, green, blue = colorsys.hsv_to_rgb((clip * 5 % CLIPS) / CLIPS, 0.55, 0.8)
    return round(red * 255), round(green * 255), round(blue * 255)


def frame(clip: int, number: int) -> np.ndarray:
    """One frame as HEIGHT x WIDTH x 3 bytes."""
    picture = np.full((HEIGHT, WIDTH, 3), colour_of(clip), np.uint8)
    word = (clip << 8) | number
    for bit in range(BITS):
        lit = word >> (BITS - 1 - bit) & 1
        picture[:SQUARE, bit * SQUARE : (bit + 1) * SQUARE] = 255 if lit else 0
    # Something that moves, so that the encoder has motion to code as a film has.
    left = number * 11 % (WIDTH - 80)
    picture[180:260, left : left + 80] = 235
    return picture


def read_frame(picture: np.ndarray) -> tuple[int, int] | None:
    """(clip, number) of a frame's picture of any size, or None where there is no row of squares."""
    height, width = picture.shape[:2]
    row = picture[round(height * SQUARE / HEIGHT / 2)].mean(axis=1)
    word = 0
    for bit in range(BITS):
        value = row[round((bit + 0.5) * width / BITS)]
        if 80 < value < 175:
            return None
        word = word << 1 | int(value >= 175)
    return word >> 8, word & 255


def seen_clip(page: Page) -> tuple[int, int]:
    """(clip, frame number) of the picture, read from its squares; 1280 x 720 viewports."""
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    read = read_frame(np.asarray(picture))
    assert read is not None, "no numbered frame is seen"
    return read


def make_numbered_clip(
    path: Path, clip: int, seconds: float = SECONDS, bits: str | None = None
) -> None:
    """Encode the clip with a tone of its own; ``bits`` fills it up to so many a second ("20M")."""
    tone = f"sine=frequency={220 + 40 * clip}:sample_rate=48000:duration={seconds}"
    command = [
        imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-v", "error",
        "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE),
        "-i", "-", "-f", "lavfi", "-i", tone, "-c:v", "libx264", "-preset", "veryfast",
        "-pix_fmt", "yuv420p", "-g", "60", "-c:a", "aac", "-ac", "2", "-shortest",
        "-movflags", "+faststart", str(path),
    ]  # fmt: skip
    if bits:
        rate = ["-b:v", bits, "-minrate", bits, "-maxrate", bits, "-bufsize", bits]
        command[-1:-1] = [*rate, "-x264-params", "nal-hrd=cbr"]
    pictures = b"".join(frame(clip, number).tobytes() for number in range(round(seconds * RATE)))
    subprocess.run(command, input=pictures, check=True)


def chain(switches: int) -> dict[str, Any]:
    """A film of clips in a row: every second one leads on by itself, the others ask.

    A decision opens in its clip's first third, the picture continues, a choice cuts.
    """
    film = small_film.film()
    scenes: list[dict[str, Any]] = []
    for index in range(switches):
        following, other = f"s{index + 1}", f"s{min(index + 2, switches)}"
        then: dict[str, Any] = {"kind": "next", "target": following, "branches": []}
        if index % 2:
            then = decision(
                text("Dalej?", "Go on?"),
                [
                    choice("on", text("Dalej", "Go on"), following),
                    choice("over", text("Przeskocz", "Skip one"), other),
                ],
                opens=0.7,
                while_waiting="continue",
            )
        scenes.append(scene(f"s{index}", text("", ""), then, f"n{index % CLIPS}"))
    scenes.append(scene(f"s{switches}", text("Koniec", "End"), ending("neutral", {}), "n0"))
    for each in scenes:
        for media in each["media"].values():
            media["seconds"] = SECONDS
    note = small_film.NOTHING
    return film | {"id": "numbered", "start": "s0", "scenes": scenes, "content_note": note}


def build(folder: Path, film: dict[str, Any]) -> Path:
    """Write the film and its numbered clips. Returns the folder."""
    (folder / "media").mkdir(parents=True)
    for clip in range(CLIPS):
        make_numbered_clip(folder / "media" / f"n{clip}.mp4", clip)
    small_film.write_player(folder, film)
    return folder


def as_script(value: Any) -> str:
    """The value as a JavaScript literal."""
    return json.dumps(value, ensure_ascii=False)
