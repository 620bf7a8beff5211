"""The table of what can be done on the map. A new command is one line here and one method of
:class:`~studio.desktop.canvas.verbs.Verbs`: menus, keys and the command palette follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QKeySequence

from studio.desktop.canvas.selection import Selection

Enabled = Callable[[Selection], bool]


def _always(_selection: Selection) -> bool:
    return True


def _something(selection: Selection) -> bool:
    return bool(selection)


def _scenes(selection: Selection) -> bool:
    return bool(selection.scenes)


def _one(selection: Selection) -> bool:
    return selection.scene is not None


def _two(selection: Selection) -> bool:
    return len(selection.scenes) >= 2


def _three(selection: Selection) -> bool:
    return len(selection.scenes) >= 3


def _placed(selection: Selection) -> bool:
    return bool(selection.scenes or selection.notes)


def _named(selection: Selection) -> bool:
    return selection.scene is not None or selection.chapter is not None


def _leads(selection: Selection) -> bool:
    return selection.scene is not None or selection.way is not None


def _chapter(selection: Selection) -> bool:
    return selection.chapter is not None


def _way(selection: Selection) -> bool:
    return selection.way is not None


@dataclass(frozen=True)
class Command:
    """One thing to do. ``words`` are in English, translated in the context ``MapCommands``."""

    name: str
    words: str
    group: str
    enabled: Enabled = _always
    keys: str | QKeySequence.StandardKey | None = None
    icon: str | None = None
    changes: bool = True
    """Whether it changes the story: not offered where that is read-only."""


Keys = QKeySequence.StandardKey
COMMANDS: tuple[Command, ...] = (
    Command(
        "new_scene",
        QT_TRANSLATE_NOOP("MapCommands", "New scene"),
        "add",
        keys="Insert",
        icon="mdi6.plus-box-outline",
    ),
    Command(
        "new_after",
        QT_TRANSLATE_NOOP("MapCommands", "New scene after this one"),
        "add",
        _one,
        "Ctrl+Return",
        "mdi6.arrow-right-bold-box-outline",
    ),
    Command(
        "new_note",
        QT_TRANSLATE_NOOP("MapCommands", "New sticky note"),
        "add",
        keys="Ctrl+Shift+M",
        icon="mdi6.note-plus-outline",
    ),
    Command(
        "rename",
        QT_TRANSLATE_NOOP("MapCommands", "Edit title"),
        "scene",
        _named,
        "F2",
        "mdi6.rename-box-outline",
    ),
    Command(
        "connect_to",
        QT_TRANSLATE_NOOP("MapCommands", "Connect to…"),
        "scene",
        _leads,
        "Ctrl+L",
        "mdi6.transit-connection-variant",
    ),
    Command(
        "set_start",
        QT_TRANSLATE_NOOP("MapCommands", "Start the film here"),
        "scene",
        _one,
        icon="mdi6.flag-outline",
    ),
    Command("disconnect", QT_TRANSLATE_NOOP("MapCommands", "Take the way away"), "way", _way),
    Command(
        "go_to_target",
        QT_TRANSLATE_NOOP("MapCommands", "Go to where it leads"),
        "way",
        _way,
        changes=False,
    ),
    Command(
        "next_way",
        QT_TRANSLATE_NOOP("MapCommands", "Select the next way out"),
        "way",
        _leads,
        "Ctrl+Shift+Right",
        changes=False,
    ),
    Command("ending_success", QT_TRANSLATE_NOOP("MapCommands", "Ending: success"), "ending", _one),
    Command(
        "ending_partial",
        QT_TRANSLATE_NOOP("MapCommands", "Ending: partial success"),
        "ending",
        _one,
    ),
    Command("ending_failure", QT_TRANSLATE_NOOP("MapCommands", "Ending: failure"), "ending", _one),
    Command(
        "ending_neutral",
        QT_TRANSLATE_NOOP("MapCommands", "Ending without a verdict"),
        "ending",
        _one,
    ),
    Command(
        "no_ending", QT_TRANSLATE_NOOP("MapCommands", "No ending: the film goes on"), "ending", _one
    ),
    Command(
        "cut",
        QT_TRANSLATE_NOOP("MapCommands", "Cut"),
        "clipboard",
        _placed,
        Keys.Cut,
        "mdi6.content-cut",
    ),
    Command(
        "copy",
        QT_TRANSLATE_NOOP("MapCommands", "Copy"),
        "clipboard",
        _placed,
        Keys.Copy,
        "mdi6.content-copy",
        changes=False,
    ),
    Command(
        "paste",
        QT_TRANSLATE_NOOP("MapCommands", "Paste"),
        "clipboard",
        keys=Keys.Paste,
        icon="mdi6.content-paste",
    ),
    Command(
        "duplicate",
        QT_TRANSLATE_NOOP("MapCommands", "Duplicate"),
        "clipboard",
        _placed,
        "Ctrl+D",
        "mdi6.content-duplicate",
    ),
    Command(
        "delete",
        QT_TRANSLATE_NOOP("MapCommands", "Delete"),
        "clipboard",
        _something,
        Keys.Delete,
        "mdi6.delete-outline",
    ),
    Command(
        "select_all",
        QT_TRANSLATE_NOOP("MapCommands", "Select all"),
        "select",
        keys=Keys.SelectAll,
        changes=False,
    ),
    Command(
        "group",
        QT_TRANSLATE_NOOP("MapCommands", "Group into a chapter"),
        "chapter",
        _scenes,
        "Ctrl+G",
        "mdi6.group",
    ),
    Command(
        "leave_chapter",
        QT_TRANSLATE_NOOP("MapCommands", "Take out of the chapter"),
        "chapter",
        _scenes,
    ),
    Command(
        "collapse",
        QT_TRANSLATE_NOOP("MapCommands", "Collapse or open the chapter"),
        "chapter",
        _named,
        "Ctrl+Shift+K",
    ),
    Command(
        "ungroup",
        QT_TRANSLATE_NOOP("MapCommands", "Dissolve the chapter"),
        "chapter",
        _chapter,
        "Ctrl+Shift+G",
        "mdi6.ungroup",
    ),
    Command(
        "align_left",
        QT_TRANSLATE_NOOP("MapCommands", "Align left"),
        "align",
        _two,
        icon="mdi6.align-horizontal-left",
    ),
    Command(
        "align_centre",
        QT_TRANSLATE_NOOP("MapCommands", "Align centres"),
        "align",
        _two,
        icon="mdi6.align-horizontal-center",
    ),
    Command(
        "align_right",
        QT_TRANSLATE_NOOP("MapCommands", "Align right"),
        "align",
        _two,
        icon="mdi6.align-horizontal-right",
    ),
    Command(
        "align_top",
        QT_TRANSLATE_NOOP("MapCommands", "Align top"),
        "align",
        _two,
        icon="mdi6.align-vertical-top",
    ),
    Command(
        "align_middle",
        QT_TRANSLATE_NOOP("MapCommands", "Align middles"),
        "align",
        _two,
        icon="mdi6.align-vertical-center",
    ),
    Command(
        "align_bottom",
        QT_TRANSLATE_NOOP("MapCommands", "Align bottom"),
        "align",
        _two,
        icon="mdi6.align-vertical-bottom",
    ),
    Command(
        "distribute_across",
        QT_TRANSLATE_NOOP("MapCommands", "Distribute across"),
        "align",
        _three,
        icon="mdi6.distribute-horizontal-center",
    ),
    Command(
        "distribute_down",
        QT_TRANSLATE_NOOP("MapCommands", "Distribute down"),
        "align",
        _three,
        icon="mdi6.distribute-vertical-center",
    ),
    Command(
        "arrange",
        QT_TRANSLATE_NOOP("MapCommands", "Arrange the whole map"),
        "arrange",
        keys="Ctrl+Shift+A",
        icon="mdi6.sitemap-outline",
    ),
    Command(
        "arrange_selected",
        QT_TRANSLATE_NOOP("MapCommands", "Arrange the selected scenes"),
        "arrange",
        _two,
    ),
    Command(
        "show_selected",
        QT_TRANSLATE_NOOP("MapCommands", "Zoom to the selection"),
        "look",
        _placed,
        "Ctrl+Shift+0",
        "mdi6.magnify-scan",
        changes=False,
    ),
    Command(
        "full_size",
        QT_TRANSLATE_NOOP("MapCommands", "Full size (1:1)"),
        "look",
        keys="Ctrl+1",
        changes=False,
    ),
    Command(
        "light_paths",
        QT_TRANSLATE_NOOP("MapCommands", "Light the paths through this scene"),
        "highlight",
        _one,
        "Ctrl+Shift+P",
        "mdi6.routes",
        changes=False,
    ),
    Command(
        "light_unreachable",
        QT_TRANSLATE_NOOP("MapCommands", "Light what cannot be reached"),
        "highlight",
        changes=False,
        icon="mdi6.map-marker-off-outline",
    ),
    Command(
        "light_best",
        QT_TRANSLATE_NOOP("MapCommands", "Light the best path"),
        "highlight",
        changes=False,
        icon="mdi6.star-outline",
    ),
    Command(
        "light_result",
        QT_TRANSLATE_NOOP("MapCommands", "Light the path of a result file…"),
        "highlight",
        changes=False,
        icon="mdi6.account-details-outline",
    ),
    Command(
        "light_none",
        QT_TRANSLATE_NOOP("MapCommands", "End the highlight"),
        "highlight",
        changes=False,
    ),
    Command(
        "minimap",
        QT_TRANSLATE_NOOP("MapCommands", "Show the small map"),
        "look",
        changes=False,
        icon="mdi6.map-outline",
    ),
)
