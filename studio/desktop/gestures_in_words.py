"""The rows of the shortcuts sheet: actions and commands with their keys, gestures of the mouse."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction

from studio.desktop.actions import SECTIONS, Actions
from studio.desktop.canvas.commands import MapCommands
from studio.desktop.dialogs.shortcuts import Row, keys_in_words


def sections_of(actions: Actions, commands: MapCommands) -> list[tuple[str, list[Row]]]:
    """Title and rows of each section, in the interface language."""
    translate = QCoreApplication.translate
    sections: list[tuple[str, list[Row]]] = []
    for section, title in SECTIONS.items():
        rows = _rows([action for verb, action in actions if verb.section == section])
        if rows:
            sections.append((translate("Actions", title).replace("&", ""), rows))
    sections.append(
        (translate("Gestures", "On the map"), _rows([action for _, action in commands]))
    )
    sections.append((translate("Gestures", "Walking the map"), _walking()))
    sections.append((translate("Gestures", "With the mouse"), _gestures()))
    sections.append((translate("Gestures", "While playing and in the clip editor"), _playing()))
    return sections


def _rows(actions: list[QAction]) -> list[Row]:
    return [
        (action.text().rstrip("…").replace("&", ""), keys_in_words(action.shortcut()))
        for action in actions
        if not action.shortcut().isEmpty()
    ]


def _walking() -> list[Row]:
    translate = QCoreApplication.translate
    return [
        (translate("Gestures", "Along the ways and back"), "→  ←"),
        (translate("Gestures", "Among the choices of one decision"), "↑  ↓"),
        (translate("Gestures", "Find a title"), translate("Gestures", "Type its letters")),
        (translate("Gestures", "Open the scene, follow the way"), translate("Gestures", "Enter")),
        (translate("Gestures", "To the first scene"), "Home"),
        (translate("Gestures", "Move the selected scenes"), translate("Gestures", "Ctrl+arrows")),
        (translate("Gestures", "Move the map"), translate("Gestures", "Alt+arrows")),
        (translate("Gestures", "Select more"), translate("Gestures", "Shift+arrows")),
    ]


def _gestures() -> list[Row]:
    translate = QCoreApplication.translate
    return [
        (
            translate("Gestures", "New scene"),
            translate("Gestures", "Double-click on empty ground, or drop a video"),
        ),
        (
            translate("Gestures", "Lead to a scene, or to a new one"),
            translate("Gestures", "Drag from a dot at the right edge"),
        ),
        (translate("Gestures", "Edit a title"), translate("Gestures", "Double-click")),
        (translate("Gestures", "Duplicate"), translate("Gestures", "Alt and drag")),
        (
            translate("Gestures", "Select many"),
            translate("Gestures", "Drag a frame, or Shift and click"),
        ),
        (
            translate("Gestures", "Move the map"),
            translate("Gestures", "Space and drag, or the middle button"),
        ),
        (translate("Gestures", "Zoom"), translate("Gestures", "The wheel, or pinch")),
    ]


def _playing() -> list[Row]:
    translate = QCoreApplication.translate
    return [
        (translate("Gestures", "Pause and go on"), translate("Gestures", "Space")),
        (translate("Gestures", "Take a choice"), "1 … 9"),
        (translate("Gestures", "Skip to what comes next"), "→"),
        (translate("Gestures", "Play backwards, stop, play (again: faster)"), "J  K  L"),
        (translate("Gestures", "One frame back or on"), "←  →"),
        (translate("Gestures", "Set the beginning, the end of the clip"), "I  O"),
    ]
