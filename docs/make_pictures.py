"""The pictures of the README and the docs, made anew: ``make pictures``.

``studio`` takes the studio in its states (empty, 5, 50, 5,000 scenes; both themes; both
languages; 100 % and 200 %) into ``build/pictures``, to be looked at, and those that the guide
shows into ``docs/pictures``. ``film`` takes the film in Chromium.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
EVERY = ROOT / "build" / "pictures"
CHROMIUM = "/usr/bin/chromium"
STATES = ("empty", "5", "50", "5000")
LOOKS = (
    ("light", "en", 1, 0),
    ("light", "pl", 1, 0),
    ("dark", "en", 1, 0),
    ("dark", "pl", 1, 0),
    ("light", "pl", 2, 0),
    ("dark", "en", 2, 0),
    ("light", "pl", 1, 16),
)
"""Theme, language, scale, and the system's font size in points (0: as it is)."""
_SIZE = (1366, 768)
_KEPT = {
    (shown, look): f"{name}{ending}.png"
    for look, ending in (("light-en-1", "-en"), ("light-pl-1", "-pl"))
    for shown, name in (
        ("play-decision", "play"),
        ("clip-hotspot", "clip"),
        ("sample-dialog-export", "export"),
    )
} | {
    ("welcome", "light-en-1"): "welcome.png",
    ("welcome", "light-pl-1"): "welcome-pl.png",
    ("sample", "light-en-1"): "studio.png",
    ("sample", "dark-pl-1"): "studio-pl.png",
}
"""What the README and the guide show: of which stop, in which look."""


def picture_studio() -> None:
    """Every look in a process of its own: Qt fixes the scale at its start."""
    for theme, language, scale, points in LOOKS:
        environment = os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, str(Path(__file__)), "look", theme, language, str(scale)]
        subprocess.run([*command, str(points)], check=True, env=environment, cwd=ROOT)


def picture_look(theme: str, language: str, scale: int, points: int) -> None:
    """The states of the map, then everything the tour comes by, in one look."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QWidget

    from studio.desktop.language import Translations
    from studio.desktop.window import StudioWindow
    from tests.desktop.tour import copy_of_sample, export_dialog, settle, tour

    name = f"{theme}-{language}-{scale}" + (f"-{points}pt" if points else "")
    place = EVERY / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    PICTURES.mkdir(exist_ok=True)
    application = QApplication([])
    if points:
        font = application.font()
        font.setPointSize(points)
        application.setFont(font)
    translations = Translations(application)
    home = Path(tempfile.mkdtemp())
    settings = QSettings(str(home / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", theme)
    translations.use(language)
    taken: list[Path] = []

    def keep(widget: QWidget, shown: str) -> None:
        path = place / f"{len(taken):02}-{shown}.png"
        taken.append(path)
        shot = widget.grab()
        shot.save(str(path))
        kept = _KEPT.get((shown, name))
        if kept is not None:
            shot.save(str(PICTURES / kept))

    window = StudioWindow(settings, translations)
    window.resize(*_SIZE)
    window.show()
    for shown, widget in tour(window, home / "border_check"):
        keep(widget, shown)
    window.document.give_up()
    for state in STATES:
        window.open_folder(story_folder(state, home))
        settle(1500)
        keep(window, f"map-{state}")
    settings.setValue("hints_over", True)
    window.open_folder(copy_of_sample(home / "sample"))
    window.map.go_to("driver")
    settle(1500, ready=lambda: not window.map.camera.gliding)
    keep(window, "sample")
    for shown, widget in export_dialog(window):
        keep(widget, f"sample-{shown}")
    window.close()
    application.quit()
    sheets(place, taken)


def sheets(place: Path, taken: list[Path]) -> None:
    """Many pictures side by side, to be looked over: six on a sheet."""
    from PIL import Image, ImageDraw

    width, height, columns, lines = 1100, 640, 2, 3
    for number, first in enumerate(range(0, len(taken), columns * lines)):
        sheet = Image.new("RGB", (width * columns, height * lines), "#777")
        pen = ImageDraw.Draw(sheet)
        for index, path in enumerate(taken[first : first + columns * lines]):
            left, top = index % columns * width, index // columns * height
            shot = Image.open(path).convert("RGB")
            shot.thumbnail((width - 8, height - 24))
            sheet.paste(shot, (left + 4, top + 20))
            pen.text((left + 6, top + 4), path.stem, fill="white")
        sheet.save(place / f"sheet-{number}.png")


def story_folder(state: str, home: Path) -> Path:
    """A made-up story with so many scenes."""
    from msgspec.structs import replace

    from studio.story.files import create_story
    from studio.story.model import Choice, Decision, Position, Scene, new_story

    folder = home / state
    if folder.exists():
        return folder
    count = 0 if state == "empty" else int(state)
    lines = max(2, round(count**0.5 / 1.6))
    scenes = tuple(
        Scene(
            id=f"s{number}",
            title={"en": f"Scene {number + 1}", "pl": f"Scena {number + 1}"},
            position=Position(x=380 * (number // lines), y=320 * (number % lines)),
            then=Decision(
                choices=tuple(
                    Choice(
                        id=f"c{step}",
                        text={"en": f"Choice {step}", "pl": f"Wybór {step}"},
                        target=f"s{(number + step * lines) % count}",
                    )
                    for step in (1, 2)
                )
            ),
        )
        for number in range(count)
    )
    story = new_story(f"story-{count}", {"en": "A story", "pl": "Scenariusz"}, ("en", "pl"))
    create_story(replace(story, start="s0", scenes=scenes) if scenes else story, folder)
    return folder


def picture_film(film: Path, target: Path) -> None:
    """The first decision of the exported sample film in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto((film / "index.html").as_uri())
        page.click("#start")
        page.mouse.move(640, 200)
        page.wait_for_selector("html[data-phase=deciding]", timeout=90_000)
        page.wait_for_timeout(800)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    match sys.argv[1:]:
        case ["studio"]:
            picture_studio()
        case ["look", theme, language, scale, points]:
            picture_look(theme, language, int(scale), int(points))
        case _:
            PICTURES.mkdir(exist_ok=True)
            picture_film(ROOT / "build" / "film", PICTURES / "film.png")
