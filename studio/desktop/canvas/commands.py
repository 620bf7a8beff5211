"""What can be done on the map, in one table: keys, menus and the command palette follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu

from studio.desktop.canvas.palette import CHAPTER_COLOURS, NOTE_COLOURS
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.verbs import Verbs
from studio.desktop.icons import icon
from studio.desktop.theme import Theme
from studio.story.model import Ending

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

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
        _one,
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


class MapCommands(QObject):
    """The commands as actions of the map. Their keys work while the map has the focus."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._verbs = Verbs(view)
        self._actions: dict[str, QAction] = {}
        self._submenus: list[QMenu] = []
        for command in COMMANDS:
            action = QAction(view)
            action.setObjectName(f"map-{command.name}")
            run = getattr(self._verbs, command.name)
            action.triggered.connect(lambda _=False, run=run: run())
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            if command.keys is not None:
                action.setShortcut(
                    QKeySequence(command.keys) if isinstance(command.keys, str) else command.keys
                )
            view.addAction(action)
            self._actions[command.name] = action
        # On a Mac keyboard the key that deletes is Backspace.
        self._actions["delete"].setShortcuts([QKeySequence(Keys.Delete)])
        self._actions["minimap"].setCheckable(True)
        self._actions["minimap"].setChecked(True)
        self.retranslate()
        self.set_theme(view.theme)
        self.update()

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def __iter__(self) -> Iterator[tuple[Command, QAction]]:
        return iter((command, self._actions[command.name]) for command in COMMANDS)

    def retranslate(self) -> None:
        """Name the commands in the interface language; tooltips carry the keys."""
        for command, action in self:
            words = QCoreApplication.translate("MapCommands", command.words)
            action.setText(words)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.rstrip('…')} ({keys})" if keys else words.rstrip("…"))
        names = (self.tr("Chapter"), self.tr("Align and arrange"), self.tr("Highlight"))
        for submenu, words in zip(self._submenus, names, strict=False):
            submenu.setTitle(words)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for command, action in self:
            if command.icon is not None:
                action.setIcon(icon(command.icon, theme.text, theme.edge))

    def update(self) -> None:
        """Grey out what the selection, or a story that may not be changed, does not allow."""
        view = self._view
        for command, action in self:
            able = view.has_story and command.enabled(view.selection)
            action.setEnabled(able and not (command.changes and view.read_only))

    def fill(self, menu: QMenu, groups: tuple[str, ...]) -> None:
        """Put groups of commands into a menu, parted by lines."""
        for group in groups:
            menu.addSeparator()
            menu.addActions([action for command, action in self if command.group == group])

    def menu_of_all(self) -> QMenu:
        """A menu of every command, for the menu bar."""
        menu = QMenu()
        self.fill(menu, ("add", "scene", "way", "ending"))
        menus = (("chapter",), ("align", "arrange"), ("highlight",))
        self._submenus = [QMenu(menu) for _ in menus]
        for submenu, groups in zip(self._submenus, menus, strict=True):
            menu.addSeparator()
            self.fill(submenu, groups)
            menu.addMenu(submenu)
        self.fill(menu, ("clipboard", "select", "look"))
        self.retranslate()
        return menu

    def open_menu(self, at: QPoint, place: QPointF) -> None:
        """The context menu for what is selected; new things come to ``place`` on the map."""
        self._verbs.place = place
        menu = self.menu()
        menu.aboutToHide.connect(self._verbs.forget_place)
        menu.popup(at)

    def menu(self) -> QMenu:
        """A menu of what can be done with the present selection."""
        self.update()
        view, selection = self._view, self._view.selection
        menu = QMenu(view)
        menu.setObjectName("map_menu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if selection.way is not None:
            self.fill(menu, ("way",))
        elif selection.chapter is not None:
            for name in ("rename", "collapse", "ungroup"):
                menu.addAction(self[name])
            menu.addMenu(self._colours(CHAPTER_COLOURS, self._verbs.colour_chapter))
        elif selection.scenes:
            self._scene_menu(menu)
        elif selection.notes:
            self.fill(menu, ("clipboard",))
            menu.addMenu(self._colours(NOTE_COLOURS, self._verbs.colour_notes))
        else:
            for name in ("new_scene", "new_note", "paste", "select_all"):
                menu.addAction(self[name])
            menu.addSeparator()
            menu.addAction(self["arrange"])
            self.fill(menu, ("highlight",))
        return menu

    def _scene_menu(self, menu: QMenu) -> None:
        selection, view = self._view.selection, self._view
        if selection.scene is not None:
            for name in ("rename", "new_after", "connect_to"):
                menu.addAction(self[name])
            menu.addSeparator()
            menu.addAction(self["set_start"])
            ending = QMenu(self.tr("Ending"), menu)
            self.fill(ending, ("ending",))
            is_ending = isinstance(view.story.scene_by_id[selection.scene].then, Ending)
            self["no_ending"].setEnabled(is_ending and not view.read_only)
            menu.addMenu(ending)
        else:
            align = QMenu(self.tr("Align and distribute"), menu)
            self.fill(align, ("align",))
            menu.addMenu(align)
            menu.addAction(self["arrange_selected"])
        chapter = QMenu(self.tr("Chapter"), menu)
        chapter.addAction(self["group"])
        for each in view.story.chapters:
            title = view.chapter_title(each.id)
            action = chapter.addAction(self.tr("Move to “{title}”").format(title=title))
            action.setEnabled(not view.read_only)
            action.triggered.connect(
                lambda _=False, chapter_id=each.id: self._verbs.move_to_chapter(chapter_id)
            )
        chapter.addAction(self["leave_chapter"])
        menu.addMenu(chapter)
        self.fill(menu, ("clipboard",))
        menu.addSeparator()
        menu.addAction(self["light_paths"])
        menu.addAction(self["show_selected"])

    def _colours(self, colours: tuple[str, ...], use: Callable[[str], None]) -> QMenu:
        names = (
            self.tr("Blue"),
            self.tr("Orange"),
            self.tr("Green"),
            self.tr("Pink"),
            self.tr("Light blue"),
            self.tr("Yellow"),
        )
        if colours is NOTE_COLOURS:
            names = (names[5], names[0], names[2], names[3], names[1])
        menu = QMenu(self.tr("Colour"), self._view)
        menu.setEnabled(not self._view.read_only)
        for name, colour in zip(names, colours, strict=True):
            swatch = QPixmap(16, 16)
            swatch.fill(QColor(colour))
            action = menu.addAction(QIcon(swatch), name)
            action.triggered.connect(lambda _=False, colour=colour: use(colour))
        return menu
