"""The pictures of the README and the docs, made anew: ``make pictures``."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "sample_projects" / "border_check"
PICTURES = ROOT / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"


def picture_studio(target: Path) -> None:
    """The studio with the sample story, offscreen."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from studio.desktop import app

    class Pictured(app.StudioWindow):
        """Takes its own picture when thumbnails and findings are there, then ends the program."""

        def show(self) -> None:
            super().show()
            self.resize(1440, 860)
            QTimer.singleShot(4000, self.shoot)

        def shoot(self) -> None:
            self.grab().save(str(target))
            QApplication.quit()

    app.StudioWindow = Pictured
    app.run(SAMPLE)


def picture_film(film: Path, target: Path) -> None:
    """The first decision of the exported sample film in Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 720})
        page.goto((film / "index.html").as_uri())
        page.click("#start")
        page.wait_for_selector("html[data-phase=deciding]", timeout=90_000)
        page.wait_for_timeout(800)
        page.screenshot(path=target)
        browser.close()


if __name__ == "__main__":
    PICTURES.mkdir(exist_ok=True)
    if sys.argv[1:] == ["studio"]:
        picture_studio(PICTURES / "studio.png")
    else:
        picture_film(ROOT / "build" / "film", PICTURES / "film.png")
