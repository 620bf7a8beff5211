"""The panels around the map: where each stands, and the arrangement kept between starts."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QByteArray, QCoreApplication, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QWidget

from studio.desktop.panels.story_panel import StoryPanel
from studio.desktop.theme import SMALLEST_POINTS

Side = Literal["left", "right", "bottom"]

_AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
_SIZES = {"left": 210, "right": 440, "bottom": 230}
"""Widths of the sides and the height of the bottom on the first start, in pixels, with words of
the usual size."""
_LAYOUT_VERSION = 2
"""Raise it when docks come or go in a way that makes a kept arrangement look wrong."""


class Docks:
    """Panels by name. Those of one side share it as tabs; the first added is the one in front."""

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        self._window = window
        self._settings = settings
        self._docks: dict[str, QDockWidget] = {}
        self._words: dict[str, str] = {}
        self._first: dict[str, QDockWidget] = {}
        self._hidden: set[str] = set()
        self._shown = False
        corner, area = Qt.Corner, Qt.DockWidgetArea
        window.setCorner(corner.BottomLeftCorner, area.LeftDockWidgetArea)
        window.setCorner(corner.BottomRightCorner, area.RightDockWidgetArea)
        window.setDockOptions(
            QMainWindow.DockOption.AllowTabbedDocks | QMainWindow.DockOption.AnimatedDocks
        )
        for each in area.LeftDockWidgetArea, area.RightDockWidgetArea, area.BottomDockWidgetArea:
            window.setTabPosition(each, QTabWidget.TabPosition.North)

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def add(
        self, name: str, inside: QWidget, side: Side, words: str, *, closed: bool = False
    ) -> QDockWidget:
        """Put a panel at a side.

        ``words`` is its title in English, marked with ``QT_TRANSLATE_NOOP("Docks", …)``;
        ``closed`` panels wait in the *Panels* menu until they are asked for.
        """
        dock = QDockWidget(self._window)
        dock.setObjectName(name)
        dock.setWidget(inside)
        if isinstance(inside, StoryPanel):
            dock.visibilityChanged.connect(inside.set_in_front)
        dock.setFeatures(
            QDockWidget.DockWidgetFeature.DockWidgetMovable
            | QDockWidget.DockWidgetFeature.DockWidgetClosable
        )
        self._window.addDockWidget(_AREAS[side], dock)
        if side in self._first:
            self._window.tabifyDockWidget(self._first[side], dock)
            # The tab says the name already; a second line of it would take room from the panel.
            for each in (self._first[side], dock):
                each.setTitleBarWidget(QWidget())
            self._first[side].raise_()
        else:
            self._first[side] = dock
        if closed:
            self._hidden.add(name)
        self._docks[name] = dock
        self._words[name] = words
        dock.hide()
        return dock

    def toggles(self) -> list[QAction]:
        """One checkable action per panel, for a menu."""
        return [dock.toggleViewAction() for dock in self._docks.values()]

    def bring(self, name: str) -> None:
        """Show the panel in front of the others of its side."""
        dock = self._docks[name]
        dock.show()
        dock.raise_()

    def show_all(self, story_open: bool) -> None:
        """With a story the panels stand as they were left; without one there are none."""
        if story_open == self._shown:
            return
        if not story_open:
            self.keep()
        self._shown = story_open
        for action in self.toggles():
            action.setEnabled(story_open)
        if not story_open:
            for dock in self._docks.values():
                dock.hide()
            return
        kept = self._settings.value("panels")
        if isinstance(kept, QByteArray) and self._window.restoreState(kept, _LAYOUT_VERSION):
            return
        self.arrange()

    def arrange(self) -> None:
        """The arrangement of the first start."""
        for name, dock in self._docks.items():
            dock.setVisible(name not in self._hidden)
        larger = self._window.font().pointSizeF() / SMALLEST_POINTS
        for side, dock in self._first.items():
            along = Qt.Orientation.Vertical if side == "bottom" else Qt.Orientation.Horizontal
            self._window.resizeDocks([dock], [round(_SIZES[side] * larger)], along)
            dock.raise_()

    def keep(self) -> None:
        """Remember the arrangement for the next start."""
        if self._shown:
            self._settings.setValue("panels", self._window.saveState(_LAYOUT_VERSION))

    def retranslate(self) -> None:
        """Name the panels in the interface language."""
        for name, dock in self._docks.items():
            dock.setWindowTitle(QCoreApplication.translate("Docks", self._words[name]))
