"""A real window in which somebody types until it is killed: ``python -m … FOLDER [and-save]``.

With ``and-save`` the story is saved again and again meanwhile. Says ``<characters typed>
<monotonic time>`` before each key.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow


def main(folder: Path, save: bool) -> None:
    application = QApplication([])
    settings = QSettings(str(folder.parent / "typing.ini"), QSettings.Format.IniFormat)
    translations = Translations(application)
    translations.use("en")
    window = StudioWindow(settings, translations)
    window.show()
    window.open_folder(folder)
    window.map.go_to("talk")
    QApplication.processEvents()
    fields = window.findChildren(QPlainTextEdit)
    field = next(each for each in fields if each.accessibleName() == "Title (en)")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "x")
    typed = [1]

    def press() -> None:
        print(typed[0] + 1, time.monotonic(), flush=True)
        QTest.keyClicks(field, "x")
        typed[0] += 1
        if save and typed[0] % 5 == 0:
            window.save()

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(30)
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), "and-save" in sys.argv)
