"""Pictures of every screen of an exported film, and sheets of them to look at.

    python -m tests.browser.picture_sheet FILM OUT [--widths 360,1280,3840] [--languages pl,en]
        [--themes dark,light,forced-dark,forced-light] [--screens start,debrief]

FILM is the folder of the exported sample (``make film``). ``OUT/NAME-WIDTH-LANGUAGE-THEME.png`` are
the pictures, ``OUT/sheet-WIDTH-LANGUAGE-THEME.png`` all of one kind side by side. Forced colours
are the system's, of a dark or a light palette.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, sync_playwright

from exporters.film_script import film_script, read_film_script
from exporters.folder import PLAYER_FILES
from tests.browser import walker
from tests.browser.screens import screens
from tests.browser.small_film import WEB

HEIGHTS = {360: 740, 1280: 720, 1920: 1080, 3840: 2160}
COLUMNS = {360: 8}
TILE = 460
"""Pixels of a picture's width on a sheet, where fewer than eight stand side by side."""
LIGHT = {"background": "#fbf9f4", "foreground": "#1b2230", "accent": "#a4502f"}


def with_theme(film: Path, theme: str, copy: Path) -> Path:
    """A copy of the film with today's player, in a light theme if asked for."""
    shutil.copytree(film, copy)
    for source, name in PLAYER_FILES.items():
        (copy / name).write_bytes((WEB / "player" / source).read_bytes())
    if theme == "light":
        data = copy / "film.js"
        story = read_film_script(data.read_text("utf-8"))
        story["theme"] |= LIGHT
        data.write_bytes(film_script(json.dumps(story, ensure_ascii=False).encode()))
    return copy


def take(
    browser: Browser, film: Path, out: Path, width: int, language: str, theme: str, only: set[str]
) -> list[Path]:
    """A picture of each screen; whole pages where they are longer than the window."""
    height = HEIGHTS.get(width, width * 9 // 16)
    context = browser.new_context(
        viewport={"width": width, "height": height},
        reduced_motion="reduce",
        forced_colors="active" if theme.startswith("forced") else "none",
        color_scheme="light" if theme.endswith("light") else "dark",
    )
    page = context.new_page()
    page.set_default_timeout(walker.WAIT)
    pictures: list[Path] = []
    for name in screens(page, walker.file_address(film), language):
        if only and name not in only:
            continue
        picture = out / f"{name}-{width}-{language}-{theme}.png"
        page.screenshot(path=picture)
        pictures.append(picture)
        # What scrolls is looked at once more at its whole length.
        longest = page.evaluate("document.querySelector('.screen').scrollHeight")
        if page.is_visible(".screen") and longest > height:
            page.set_viewport_size({"width": width, "height": min(longest, 6 * height)})
            page.screenshot(path=out / f"{name}-whole-{width}-{language}-{theme}.png")
            page.set_viewport_size({"width": width, "height": height})
    context.close()
    return pictures


def sheet(pictures: list[Path], out: Path, width: int) -> None:
    """The pictures in rows, each with its name."""
    columns = COLUMNS.get(width, 4)
    tile = TILE if columns == 4 else TILE * 4 // columns
    tall = tile * HEIGHTS.get(width, width * 9 // 16) // width
    rows = -(-len(pictures) // columns)
    made = Image.new("RGB", (columns * (tile + 8), rows * (tall + 24)), "white")
    drawing = ImageDraw.Draw(made)
    for index, picture in enumerate(pictures):
        left, top = index % columns * (tile + 8), index // columns * (tall + 24)
        with Image.open(picture) as opened:
            made.paste(opened.convert("RGB").resize((tile, tall)), (left, top + 18))
        drawing.text((left + 2, top + 2), picture.stem, fill="black")
    made.save(out)


def main() -> None:
    """Take the pictures that the command line asks for."""
    parser = argparse.ArgumentParser(description="Pictures of every screen of the sample film.")
    parser.add_argument("film", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--widths", default="360,1280,3840")
    parser.add_argument("--languages", default="pl,en")
    parser.add_argument("--themes", default="dark,light")
    parser.add_argument("--screens", default="")
    asked = parser.parse_args()
    asked.out.mkdir(parents=True, exist_ok=True)
    only = set(filter(None, asked.screens.split(",")))
    with (
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
        walker.chromium(playwright) as browser,
    ):
        for theme in asked.themes.split(","):
            film = with_theme(asked.film, theme, Path(folder) / theme)
            for width in map(int, asked.widths.split(",")):
                for language in asked.languages.split(","):
                    pictures = take(browser, film, asked.out, width, language, theme, only)
                    name = f"sheet-{width}-{language}-{theme}.png"
                    sheet(pictures, asked.out / name, width)
                    print(asked.out / name)


if __name__ == "__main__":
    main()
