"""The window's actions: section, name, words, icon and keys, in one table.

A new action is one line of :data:`VERBS` and one slot in the window: menu, tooltip, shortcuts
sheet and command palette follow from the table.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from studio.desktop.icons import icon
from studio.desktop.theme import Theme

Key = QKeySequence.StandardKey
Keys = QKeySequence | QKeySequence.StandardKey | str


@dataclass(frozen=True)
class Verb:
    """One action. ``section`` is the menu it stands in; ``group`` parts a menu by lines.

    ``words`` are in English and translated in the context ``Actions``.
    """

    section: str
    name: str
    words: str
    icon: str | None = None
    keys: Keys | None = None
    group: int = 0
    needs_story: bool = True


VERBS: tuple[Verb, ...] = (
    Verb(
        "file",
        "new",
        QT_TRANSLATE_NOOP("Actions", "New story…"),
        "mdi6.file-plus-outline",
        Key.New,
        needs_story=False,
    ),
    Verb(
        "file",
        "open",
        QT_TRANSLATE_NOOP("Actions", "Open…"),
        "mdi6.folder-open-outline",
        Key.Open,
        needs_story=False,
    ),
    Verb(
        "file",
        "save",
        QT_TRANSLATE_NOOP("Actions", "Save"),
        "mdi6.content-save-outline",
        Key.Save,
        1,
    ),
    Verb(
        "file",
        "save_elsewhere",
        QT_TRANSLATE_NOOP("Actions", "Save a copy elsewhere…"),
        "mdi6.content-save-move-outline",
        Key.SaveAs,
        1,
    ),
    Verb(
        "file",
        "versions",
        QT_TRANSLATE_NOOP("Actions", "Older versions…"),
        "mdi6.history",
        "Ctrl+Shift+H",
        1,
    ),
    Verb(
        "file",
        "export",
        QT_TRANSLATE_NOOP("Actions", "Export film…"),
        "mdi6.export-variant",
        "Ctrl+E",
        2,
    ),
    Verb(
        "file", "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), None, Key.Quit, 9, needs_story=False
    ),
    Verb("edit", "undo", QT_TRANSLATE_NOOP("Actions", "Undo"), "mdi6.undo", Key.Undo),
    Verb("edit", "redo", QT_TRANSLATE_NOOP("Actions", "Redo"), "mdi6.redo", Key.Redo),
    Verb(
        "edit",
        "find_anything",
        QT_TRANSLATE_NOOP("Actions", "Find anything…"),
        "mdi6.magnify",
        "Ctrl+K",
        1,
        needs_story=False,
    ),
    Verb(
        "edit",
        "find",
        QT_TRANSLATE_NOOP("Actions", "Find and replace…"),
        "mdi6.text-search",
        Key.Find,
        1,
    ),
    Verb(
        "view",
        "fit",
        QT_TRANSLATE_NOOP("Actions", "Show whole map"),
        "mdi6.fit-to-page-outline",
        "Ctrl+0",
    ),
    Verb(
        "view",
        "zoom_in",
        QT_TRANSLATE_NOOP("Actions", "Zoom in"),
        "mdi6.magnify-plus-outline",
        Key.ZoomIn,
    ),
    Verb(
        "view",
        "zoom_out",
        QT_TRANSLATE_NOOP("Actions", "Zoom out"),
        "mdi6.magnify-minus-outline",
        Key.ZoomOut,
    ),
    Verb(
        "edit",
        "edit_clip",
        QT_TRANSLATE_NOOP("Actions", "Clip editor"),
        "mdi6.filmstrip-box",
        "Ctrl+Shift+C",
        3,
    ),
    Verb(
        "play",
        "play_start",
        QT_TRANSLATE_NOOP("Actions", "Play from the start"),
        "mdi6.play-outline",
        "F5",
    ),
    Verb(
        "play",
        "play_scene",
        QT_TRANSLATE_NOOP("Actions", "Play from the selected scene"),
        "mdi6.play-box-outline",
        "Shift+F5",
    ),
    Verb(
        "play",
        "play_given",
        QT_TRANSLATE_NOOP("Actions", "Play a playthrough…"),
        "mdi6.routes",
        "Alt+F5",
    ),
    Verb(
        "play",
        "browser_start",
        QT_TRANSLATE_NOOP("Actions", "Open the film in the browser"),
        "mdi6.web",
        "Ctrl+F5",
        1,
    ),
    Verb(
        "play",
        "browser_scene",
        QT_TRANSLATE_NOOP("Actions", "Open the selected scene in the browser"),
        None,
        "Ctrl+Shift+F5",
        1,
    ),
    Verb(
        "help",
        "shortcuts",
        QT_TRANSLATE_NOOP("Actions", "Keys and gestures"),
        "mdi6.keyboard-outline",
        "F1",
        needs_story=False,
    ),
)

SECTIONS: Mapping[str, str] = {
    "file": QT_TRANSLATE_NOOP("Actions", "&File"),
    "edit": QT_TRANSLATE_NOOP("Actions", "&Edit"),
    "view": QT_TRANSLATE_NOOP("Actions", "&View"),
    "play": QT_TRANSLATE_NOOP("Actions", "&Play"),
    "help": QT_TRANSLATE_NOOP("Actions", "&Help"),
}
"""Menus in the order in which they stand. Only those with an action are shown."""


class Actions:
    """Every action by name. ``slots`` says what each does; one without a slot is not made."""

    def __init__(self, owner: QWidget, slots: Mapping[str, Callable[[], object]]) -> None:
        unknown = slots.keys() - {verb.name for verb in VERBS}
        if unknown:
            raise KeyError(f"not in the table: {sorted(unknown)}")
        self._all: dict[str, QAction] = {}
        self.verbs = tuple(verb for verb in VERBS if verb.name in slots)
        for verb in self.verbs:
            action = QAction(owner)
            action.setObjectName(verb.name)
            slot = slots[verb.name]
            action.triggered.connect(lambda _checked=False, slot=slot: slot())
            if verb.keys is not None:
                action.setShortcut(
                    QKeySequence(verb.keys) if isinstance(verb.keys, str) else verb.keys
                )
            self._all[verb.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._all[name]

    def __iter__(self) -> Iterator[tuple[Verb, QAction]]:
        return iter((verb, self._all[verb.name]) for verb in self.verbs)

    def allow(self, story_open: bool) -> None:
        """Grey out what needs a story while none is open."""
        for verb, action in self:
            if verb.needs_story:
                action.setEnabled(story_open)

    def retranslate(self) -> None:
        """Name the actions in the interface language; tooltips carry the keys."""
        for verb, action in self:
            words = QCoreApplication.translate("Actions", verb.words)
            action.setText(words)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.rstrip('…')} ({keys})" if keys else words.rstrip("…"))

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for verb, action in self:
            if verb.icon is not None:
                action.setIcon(icon(verb.icon, theme.text, theme.edge))
