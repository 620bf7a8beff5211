"""The real film in the real browser: exported to the cache in the background, then opened."""

from __future__ import annotations

import hashlib
import html
from pathlib import Path
from urllib.parse import quote

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from studio.desktop.tasks import Task
from studio.media.cache_home import cache_place
from studio.story.model import Story


class BrowserPreview(QObject):
    """One at a time; what is asked for while one is made comes after it."""

    said = Signal(str)
    """What goes on, in words, for the status bar; empty when nothing does."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self._next: tuple[Story, Path, str | None, str] | None = None

    def show_film(self, story: Story, folder: Path, scene: str | None, language: str) -> None:
        """Export if needed and open the film at the scene (None: its beginning)."""
        if self._task is not None:
            self._next = (story, folder, scene, language)
            return
        home = preview_folder(folder)

        def work(task: Task) -> Path:
            # Here, for the encoder's libraries take a while to load.
            from exporters.folder import export_folder

            home.mkdir(parents=True, exist_ok=True)
            export_folder(
                story,
                folder,
                home / "film",
                progress=task.advanced.emit,
                cancelled=task.cancelled,
            )
            return write_door(home, scene, language)

        self._task = Task(work, self)
        self._task.advanced.connect(self._advance)
        self._task.succeeded.connect(self._open)
        self._task.failed.connect(self._fail)
        self._task.start()
        self._advance(0.0)

    def stop(self) -> None:
        """Ask the export to stop."""
        self._next = None
        if self._task is not None:
            self._task.cancel()

    def _advance(self, fraction: float) -> None:
        words = self.tr("Preparing the film for the browser: {percent} %")
        self.said.emit(words.format(percent=round(100 * fraction)))

    def _open(self, door: Path) -> None:
        self._task = None
        self.said.emit("")
        if self._next is not None:
            wanted, self._next = self._next, None
            self.show_film(*wanted)
        else:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(door)))

    def _fail(self, error: BaseException) -> None:
        cancelled = self._task is not None and self._task.cancelled()
        self._task = None
        self.said.emit("")
        if not cancelled:
            self.failed.emit(error)


def preview_folder(folder: Path) -> Path:
    """Where the previews of the story in ``folder`` are made."""
    name = hashlib.sha256(str(folder.absolute()).encode()).hexdigest()[:16]
    return cache_place("preview") / name


def write_door(home: Path, scene: str | None, language: str) -> Path:
    """A page beside the film that leads to the scene.

    Desktops lose what follows ``#`` when they are asked to open a file, so a page carries it.
    """
    wanted = f"#lang={quote(language)}" + (f"&scene={quote(scene)}" if scene else "")
    address = html.escape(f"film/index.html{wanted}")
    door = home / "open.html"
    door.write_text(
        f'<!doctype html><meta charset="utf-8"><title>Scenario Studio</title>'
        f'<meta http-equiv="refresh" content="0; url={address}">'
        f'<a href="{address}">Scenario Studio</a>\n',
        encoding="utf-8",
    )
    return door
