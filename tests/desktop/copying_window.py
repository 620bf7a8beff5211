"""A studio of its own in which scenes are copied: ``python -m … FOLDER SCENE…``; says when."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from studio.desktop.canvas.selection import Selection
from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow


def main(folder: Path, scenes: tuple[str, ...]) -> None:
    application = QApplication([])
    settings = QSettings(str(folder.parent / "copying.ini"), QSettings.Format.IniFormat)
    translations = Translations(application)
    translations.use("en")
    window = StudioWindow(settings, translations)
    window.show()
    window.open_folder(folder)
    window.map.choose(Selection(scenes))
    window.map.commands["copy"].trigger()
    QTimer.singleShot(200, lambda: print("copied", flush=True))
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
