"""What can be done on the map, in one table: keys, menus and the command palette follow from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QKeySequence, QPixmap
from PySide6.QtWidgets import QMenu

from studio.desktop.canvas.command_table import COMMANDS, Command
from studio.desktop.canvas.palette import CHAPTER_COLOURS, NOTE_COLOURS
from studio.desktop.canvas.verbs import Verbs
from studio.desktop.icons import icon
from studio.desktop.theme import Theme
from studio.story.model import Ending

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView


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
