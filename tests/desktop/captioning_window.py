"""A real window in which somebody captions a clip until it is killed: ``python -m … FOLDER``.

The scene gets another title first. Says a line when all is on the screen.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication

from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow
from studio.story import edits


def main(folder: Path) -> None:
    application = QApplication([])
    settings = QSettings(str(folder.parent / "captioning.ini"), QSettings.Format.IniFormat)
    translations = Translations(application)
    translations.use("en")
    window = StudioWindow(settings, translations)
    window.show()
    window.open_folder(folder)
    assert window.document.story is not None
    window.document.apply(
        edits.retitle_scene(window.document.story, "minibus", "en", "A minibus"), "Title"
    )
    window.windows.edit_clip("minibus")
    table = window.windows._clip.captions.table
    table.item(0, 2).setText("Seen last.")
    QTimer.singleShot(1500, lambda: print("seen", table.item(0, 2).text(), flush=True))
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
