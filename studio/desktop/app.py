"""Starts the editor."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from studio import __version__
from studio.desktop.dialogs.problem import install_hook
from studio.desktop.language import Translations, as_language
from studio.desktop.window import StudioWindow

_IDLE = 400
"""Milliseconds after which the window stands and the machine has time for what comes next."""


def run(folder: Path | None = None, arguments: Sequence[str] = ()) -> int:
    """Open the window, with the story in ``folder`` if given; returns the exit code.

    ``arguments`` are for Qt itself, e.g. ``-platform offscreen``.
    """
    application = QApplication([sys.argv[0], *arguments])
    application.setApplicationName("scenario-studio")
    application.setApplicationDisplayName("Scenario Studio")
    application.setApplicationVersion(__version__)
    application.setOrganizationName("scenario-studio")
    settings = QSettings()
    translations = Translations(application)
    translations.use(as_language(settings.value("language")))
    install_hook(translations.language)
    window = StudioWindow(settings, translations)
    room = window.screen().availableSize()
    if window.width() > room.width() or window.height() > room.height():
        window.showMaximized()
    else:
        window.show()
    QTimer.singleShot(_IDLE, window, window.findings.checker.warm_up)
    if folder is not None:
        # When the loop runs, so that a message about the story has a window to stand on.
        QTimer.singleShot(0, lambda: window.open_folder(folder))
    return application.exec()
