"""The pictures of the README and the docs, made anew: ``make pictures``.

``studio`` takes the studio in its states (empty, 5, 50, 5,000 scenes; both themes; both
languages; 100 % and 200 %) into ``build/pictures``, to be looked at, and those that the guide
shows into ``docs/pictures``. ``film`` takes the film in Chromium.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_projects" / "border_check"
PICTURES = ROOT / "docs" / "pictures"
EVERY = ROOT / "build" / "pictures"
CHROMIUM = "/usr/bin/chromium"
STATES = ("empty", "sample", "5", "50", "5000")
_KEPT = {
    ("sample", "light", "en", 1): "studio.png",
    ("sample", "dark", "pl", 1): "studio-pl.png",
    ("empty", "light", "en", 1): "welcome.png",
    ("empty", "light", "pl", 1): "welcome-pl.png",
}
_WINDOWS = ("play", "clip", "export", "versions", "shortcuts")


def picture_states() -> None:
    """Every state, each scale in a process of its own: Qt fixes the scale at its start."""
    for scale in (1, 2):
        environment = os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, str(Path(__file__)), "states", str(scale)]
        subprocess.run(command, check=True, env=environment, cwd=ROOT)


def picture_at_scale(scale: int) -> None:
    """All states at one scale; the side windows once, in both languages."""
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication, QWidget

    from studio.desktop.language import Translations
    from studio.desktop.window import StudioWindow

    EVERY.mkdir(parents=True, exist_ok=True)
    PICTURES.mkdir(exist_ok=True)
    application = QApplication([])
    translations = Translations(application)
    home = Path(tempfile.mkdtemp())

    def keep(widget: QWidget, name: str, kept: str | None) -> None:
        shot = widget.grab()
        shot.save(str(EVERY / f"{name}.png"))
        if kept is not None:
            shot.save(str(PICTURES / kept))

    for theme in ("light", "dark"):
        for language in ("en", "pl"):
            settings = QSettings(str(home / f"{theme}{language}.ini"), QSettings.Format.IniFormat)
            settings.setValue("theme", theme)
            settings.setValue("hints_over", True)
            translations.use(language)
            window = StudioWindow(settings, translations)
            window.resize(1280, 800)
            window.show()
            for state in STATES:
                if state != "empty":
                    window.open_folder(story_folder(state, home))
                    wait(5000 if state == "sample" else 1500)
                if state == "sample":
                    window.map.go_to("driver")
                wait(700)
                name = f"{state}-{theme}-{language}-{scale}"
                keep(window, name, _KEPT.get((state, theme, language, scale)))
                if state == "sample" and theme == "light" and scale == 1:
                    picture_windows(window, language, keep)
            window.close()
    application.quit()


def wait(milliseconds: int) -> None:
    """Let the window live for a while. (QTest.qWait would keep what works in the background from
    Python's lock.)"""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def picture_windows(window, language: str, keep) -> None:
    """The windows beside the main one, with the sample."""
    from PySide6.QtWidgets import QDialog

    windows = window.windows
    windows.play_scene()
    wait(2500)
    windows._play.conductor.skip()
    wait(800)
    keep(windows._play, f"play-{language}", f"play-{language}.png")
    windows.close_play()
    windows.edit_clip("inside")
    wait(4000)
    windows._clip._seek(4.0)
    windows._clip.choices.setCurrentRow(0)
    wait(1500)
    keep(windows._clip, f"clip-{language}", f"clip-{language}.png")
    windows.close_play()
    for name in ("export", "versions", "shortcuts"):
        window.actions_by_name[name].trigger()
        wait(1200)
        dialog = window.findChild(QDialog, name)
        if name == "export":
            dialog.out.setText(f"~/{window.document.folder.name}-film")
            while dialog._outlook is None:
                wait(200)
        kept = f"{name}-{language}.png" if name == "export" else None
        keep(dialog, f"{name}-{language}", kept)
        dialog.close()
        wait(100)


def story_folder(state: str, home: Path) -> Path:
    """A copy of the sample, or a made-up story with so many scenes."""
    from msgspec.structs import replace

    from studio.story.files import create_story
    from studio.story.model import Choice, Decision, Position, Scene, new_story
    from studio.story.open_folder import copy_story

    folder = home / state
    if folder.exists():
        return folder
    if state == "sample":
        from studio.story.files import open_story

        copy_story(open_story(SAMPLE).story, SAMPLE, folder)
        return folder
    count = int(state)
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
    create_story(replace(story, start="s0", scenes=scenes), folder)
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
            picture_states()
        case ["states", scale]:
            picture_at_scale(int(scale))
        case _:
            PICTURES.mkdir(exist_ok=True)
            picture_film(ROOT / "build" / "film", PICTURES / "film.png")
