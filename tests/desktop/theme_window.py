"""A real window while the system goes dark and light: says what the window shows.

Run by ``test_accessible``, in a process of its own: only a desktop's platform theme (not the
offscreen platform) has a colour scheme.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication

from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow


def main(folder: Path) -> None:
    """Switch the system, print the theme; then choose a theme, which stays."""
    application = QApplication([])
    hints = application.styleHints()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    window = StudioWindow(settings, Translations(application))
    window.show()

    def shown(scheme: Qt.ColorScheme) -> str:
        hints.setColorScheme(scheme)
        application.processEvents()
        while window._slices.busy:
            application.processEvents()
        themes = {window.map.theme.dark, window.editing.theme.dark, window.welcome._theme.dark}
        ground = application.palette().window().color().lightness() < 128
        assert themes == {ground}
        return "dark" if ground else "light"

    for scheme in (Qt.ColorScheme.Dark, Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        print(shown(scheme))
    window.menus.theme_actions["light"].trigger()
    hints.setColorScheme(Qt.ColorScheme.Light)
    stays = shown(Qt.ColorScheme.Dark) == "light"
    print("stays" if stays else "goes")
    window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
