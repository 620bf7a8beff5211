"""The interface language, switchable at run time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from studio.story.finding import INTERFACE_LANGUAGES, InterfaceLanguage

TRANSLATIONS = Path(__file__).with_name("i18n")


def system_language() -> InterfaceLanguage:
    """Polish on a Polish system, else English."""
    return "pl" if QLocale.system().language() == QLocale.Language.Polish else "en"


def as_language(value: object) -> InterfaceLanguage:
    """The value if it is a language of the interface, else the system's."""
    if value in INTERFACE_LANGUAGES:
        return value
    return system_language()


class Translations:
    """Installs the translators of one language: ours, and Qt's own for standard dialogs."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []
        self.language: InterfaceLanguage = "en"

    def use(self, language: InterfaceLanguage) -> None:
        """Switch; Qt sends every widget a LanguageChange event."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed = []
        self.language = language
        QLocale.setDefault(QLocale(language))
        if language == "en":
            return
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        for folder, name in (
            (qt_folder, f"qtbase_{language}"),
            (str(TRANSLATIONS), f"studio_{language}"),
        ):
            translator = QTranslator(self._application)
            if translator.load(name, folder):
                self._application.installTranslator(translator)
                self._installed.append(translator)


def in_language(text: Mapping[str, str], language: str, fallback: str = "") -> str:
    """The words in the language, else in any other, else the fallback."""
    return text.get(language) or next((each for each in text.values() if each), fallback)
