"""The menu bar and the tool bar, built from the table of actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar

from studio.desktop.actions import SECTIONS, Actions

THEMES = {
    "system": QT_TRANSLATE_NOOP("Menus", "As the system"),
    "light": QT_TRANSLATE_NOOP("Menus", "Light"),
    "dark": QT_TRANSLATE_NOOP("Menus", "Dark"),
}
LANGUAGES = {"pl": "Polski", "en": "English"}
TOOLS = [
    "new",
    "open",
    "save",
    "|",
    "undo",
    "redo",
    "|",
    "fit",
    "zoom_out",
    "zoom_in",
    "|",
    "play_start",
    "export",
]
"""The tool bar's actions in order; ``|`` is a line."""
WITH_WORDS = ("play_start", "export")


class Menus(QObject):
    """Menus by section; ``submenu`` names are ``recent``, ``theme``, ``language``, ``panels``."""

    theme_wanted = Signal(str)
    language_wanted = Signal(str)
    folder_wanted = Signal(str)

    def __init__(self, window: QMainWindow, actions: Actions, theme: str, language: str) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self.by_section: dict[str, QMenu] = {}
        for section in SECTIONS:
            verbs = [verb for verb in actions.verbs if verb.section == section]
            if not verbs:
                continue
            menu = window.menuBar().addMenu("")
            menu.setToolTipsVisible(True)
            self.by_section[section] = menu
            group = verbs[0].group
            for verb in verbs:
                if verb.group != group:
                    menu.addSeparator()
                    group = verb.group
                menu.addAction(actions[verb.name])
        self.recent, self.theme, self.language, self.panels = (QMenu(window) for _ in range(4))
        self.by_section["file"].insertMenu(self._after("open"), self.recent)
        view = self.by_section["view"]
        view.addSeparator()
        for submenu in (self.panels, self.theme, self.language):
            view.addMenu(submenu)
        self.theme_actions = self._exclusive(self.theme, THEMES, theme, self.theme_wanted.emit)
        self.language_actions = self._exclusive(
            self.language, LANGUAGES, language, self.language_wanted.emit
        )
        self.toolbar = self._build_toolbar(window)

    def retranslate(self) -> None:
        """Name the menus in the interface language."""
        translate = QCoreApplication.translate
        for section, menu in self.by_section.items():
            menu.setTitle(translate("Actions", SECTIONS[section]))
        self.recent.setTitle(translate("Menus", "Open recent"))
        self.theme.setTitle(translate("Menus", "Theme"))
        self.language.setTitle(translate("Menus", "Language"))
        self.panels.setTitle(translate("Menus", "Panels"))
        self.toolbar.setWindowTitle(translate("Menus", "Tools"))
        for name, action in self.theme_actions.items():
            action.setText(translate("Menus", THEMES[name]))

    def add_menu(self, menu: QMenu, before: str) -> None:
        """Put a whole menu into the bar, before the one of a section."""
        bar = self._window.menuBar()
        bar.insertMenu(self.by_section[before].menuAction(), menu)

    def add_tools(self, actions: Sequence[QAction]) -> None:
        """Put more tools before *Show whole map*."""
        place = self._actions["fit"]
        self.toolbar.insertActions(place, list(actions))
        self.toolbar.insertSeparator(place)

    def show_recent(self, folders: Sequence[str]) -> None:
        """Offer these folders under *Open recent*."""
        self.recent.clear()
        for folder in folders:
            action = self.recent.addAction(folder)
            action.triggered.connect(lambda _=False, folder=folder: self.folder_wanted.emit(folder))
        self.recent.setEnabled(bool(folders))

    def _after(self, name: str) -> QAction | None:
        menu = self.by_section["file"]
        actions = menu.actions()
        index = actions.index(self._actions[name]) + 1
        return actions[index] if index < len(actions) else None

    def _build_toolbar(self, window: QMainWindow) -> QToolBar:
        toolbar = QToolBar(window)
        toolbar.setObjectName("toolbar")
        toolbar.setMovable(False)
        toolbar.toggleViewAction().setEnabled(False)
        known = {verb.name for verb in self._actions.verbs}
        for name in TOOLS:
            if name == "|":
                toolbar.addSeparator()
            elif name in known:
                toolbar.addAction(self._actions[name])
        for name in WITH_WORDS:
            button = toolbar.widgetForAction(self._actions[name])
            button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        window.addToolBar(toolbar)
        return toolbar

    def _exclusive(
        self, menu: QMenu, names: dict[str, str], current: str, use: Callable[[str], None]
    ) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for name, words in names.items():
            action = QAction(words, self)
            action.setObjectName(f"use-{name}")
            action.setCheckable(True)
            action.setChecked(name == current)
            action.triggered.connect(lambda _=False, name=name: use(name))
            group.addAction(action)
            menu.addAction(action)
            made[name] = action
        return made
