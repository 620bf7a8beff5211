"""The window's actions: names, keys, icons, in one table."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studio.desktop.icons import icon
from studio.desktop.theme import Theme

Key = QKeySequence.StandardKey

_ICONS = {
    "open": "mdi6.folder-open-outline",
    "save": "mdi6.content-save-outline",
    "undo": "mdi6.undo",
    "redo": "mdi6.redo",
    "export": "mdi6.export-variant",
    "fit": "mdi6.fit-to-page-outline",
    "zoom_in": "mdi6.magnify-plus-outline",
    "zoom_out": "mdi6.magnify-minus-outline",
}
_KEYS: dict[str, QKeySequence | QKeySequence.StandardKey] = {
    "open": Key.Open,
    "save": Key.Save,
    "undo": Key.Undo,
    "redo": Key.Redo,
    "quit": Key.Quit,
    "zoom_in": Key.ZoomIn,
    "zoom_out": Key.ZoomOut,
    "export": QKeySequence("Ctrl+E"),
    "fit": QKeySequence("Ctrl+0"),
}


class Actions:
    """Every action by name."""

    def __init__(self, owner: QWidget, slots: dict[str, Callable[[], object]]) -> None:
        self._all: dict[str, QAction] = {}
        for name, slot in slots.items():
            action = QAction(owner)
            action.setObjectName(name)
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            if name in _KEYS:
                action.setShortcut(_KEYS[name])
            self._all[name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def retranslate(self) -> None:
        """Name the actions in the interface language."""
        translate = QCoreApplication.translate
        names = {
            "open": translate("Actions", "Open…"),
            "save": translate("Actions", "Save"),
            "undo": translate("Actions", "Undo"),
            "redo": translate("Actions", "Redo"),
            "quit": translate("Actions", "Quit"),
            "export": translate("Actions", "Export film…"),
            "fit": translate("Actions", "Show whole map"),
            "zoom_in": translate("Actions", "Zoom in"),
            "zoom_out": translate("Actions", "Zoom out"),
        }
        for name, action in self._all.items():
            action.setText(names[name])
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{names[name]} ({keys})" if keys else names[name])

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for name, file in _ICONS.items():
            self._all[name].setIcon(icon(file, theme.text, theme.edge))
