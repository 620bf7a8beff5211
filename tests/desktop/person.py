"""Somebody at a real mouse and keyboard, which are no part of Qt (xdotool on an X display)."""

from __future__ import annotations

import subprocess

from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from studio.desktop.window import StudioWindow
from studio.story.model import Story


class Person:
    """Moves the mouse and types, as the X server sees it."""

    def __init__(self, qtbot: QtBot, window: StudioWindow) -> None:
        self.qtbot = qtbot
        self.window = window

    @property
    def story(self) -> Story:
        assert self.window.document.story is not None
        return self.window.document.story

    def do(self, *words: object) -> None:
        """Have xdotool do it while the program runs on."""
        with subprocess.Popen(["xdotool", *map(str, words)]) as process:
            self.qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        assert process.returncode == 0
        self.qtbot.wait(60)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        place = widget.mapToGlobal(at or widget.rect().center())
        self.do("mousemove", place.x(), place.y(), "sleep", 0.05, "click", 1)

    def drag(
        self, start: QPoint, end: QPoint, button: int = 1, key: str = "", drop: bool = True
    ) -> None:
        """Both in pixels of the screen; ``key`` is held meanwhile, the button at last let go."""
        words: list[object] = ["keydown", key] if key else []
        words += ["mousemove", start.x(), start.y(), "sleep", 0.1, "mousedown", button]
        for step in range(1, 9):
            at = start + (end - start) * step / 8
            words += ["sleep", 0.05, "mousemove", at.x(), at.y()]
        words += ["sleep", 0.2, *(["mouseup", button] if drop else [])]
        self.do(*words, *(["keyup", key] if key else []))

    def let_go(self) -> None:
        self.do("mouseup", 1)

    def write(self, words: str) -> None:
        """Typed into whatever has the keys: there is no window manager to give them."""
        focused = QGuiApplication.focusWindow()
        assert focused is not None
        self.do("windowfocus", focused.winId(), "sleep", 0.05)
        self.do("type", "--delay", 15, words)

    def press(self, key: str) -> None:
        self.do("key", key)
