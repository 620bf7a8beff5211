"""Opens the command palette: on everything, or on the scenes that a way can lead to."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import CARD_WIDTH
from studio.desktop.canvas.view import MapView
from studio.desktop.command_palette import NEW_SCENE, CommandPalette
from studio.desktop.palette_search import Entry, entry, scene_entries, text_entries
from studio.story import edits
from studio.story.edits import Port
from studio.story.model import Story

_FEW = 500
"""So many scenes are listed at once, more in the background."""


class Finder(QObject):
    """The commands are the actions of the window's menus, whoever put them there."""

    def __init__(self, window: QMainWindow, map_view: MapView) -> None:
        super().__init__(window)
        self._window = window
        self._map = map_view
        map_view.connection_wanted.connect(self.choose_target)

    def open(self) -> None:
        """Ask for any scene, text or command."""
        view = self._map
        view.commands.update()
        found = list(actions_of(self._window))
        actions = {str(number): action for number, (action, _) in enumerate(found)}
        entries = [
            entry(
                "command",
                action.text().replace("&", "").rstrip("…"),
                str(number),
                _keys(action) or path,
                enabled=action.isEnabled(),
            )
            for number, (action, path) in enumerate(found)
        ]
        entries.sort(key=lambda each: not each.enabled)

        def chosen(each: Entry) -> None:
            if each.kind == "command":
                actions[each.key].trigger()
            else:
                self._go(each)

        question = self.tr("Find a scene, a text or a command")
        palette = CommandPalette(self._window, view.theme, entries, chosen, question)
        if view.has_story:
            story, language = view.story, view.language
            few = len(story.scenes) <= _FEW
            if few:
                palette.add(scene_entries(story, language))
            palette.collect(
                lambda: (
                    ([] if few else scene_entries(story, language)) + text_entries(story, language)
                )
            )
        palette.show_in(self._window)

    def _go(self, each: Entry) -> None:
        view = self._map
        if each.kind == "note":
            view.choose(Selection(notes=(each.key,)))
            view.reveal_selection()
        elif each.kind == "chapter":
            view.choose(Selection(chapter=each.key))
            view.reveal_selection()
        else:
            view.go_to(each.key)
        view.setFocus()

    def choose_target(self, source: str | Port) -> None:
        """Ask where the scene, or one of its ways, shall lead; it may be to a new scene."""
        view = self._map
        scene_id = source.scene if isinstance(source, Port) else source
        others = [each for each in scene_entries(view.story, view.language) if each.key != scene_id]

        def chosen(each: Entry) -> None:
            if each.key == NEW_SCENE:
                self._connect_new(source, palette.field.text().strip())
            elif {scene_id, each.key} <= view.story.scene_by_id.keys():
                after = connected(view.story, source, each.key)
                view.apply(after, self.tr("Connect"))
            view.setFocus()

        question = self.tr("Which scene follows?")
        palette = CommandPalette(
            self._window, view.theme, others, chosen, question, offers_new=True
        )
        palette.show_in(self._window)

    def _connect_new(self, source: str | Port, title: str) -> None:
        view = self._map
        scene_id = source.scene if isinstance(source, Port) else source
        card = view.layout_of_map.cards.get(scene_id)
        if card is None:
            return
        place = QPointF(card.x + CARD_WIDTH + 148, card.y)
        while view.layout_of_map.card_at(place + QPointF(20, 20)) is not None:
            place += QPointF(0, 260)
        where = edits.position_at(place.x(), place.y())
        after = edits.add_scene(
            view.story, {view.language: title}, where, chapter=card.scene.chapter
        )
        made = after.scenes[-1].id
        view.apply(connected(after, source, made), self.tr("New scene"))
        view.choose(Selection((made,)))
        view.reveal_selection()


def connected(story: Story, source: str | Port, target: str) -> Story:
    """Lead the way to the target, or the scene: its open way if it has one, else one more choice.

    A scene with conditional ways keeps them and gets a new way for all other cases; an ending
    stays an ending.
    """
    if isinstance(source, Port):
        return edits.connect(story, source, target)
    scene = story.scene_by_id[source]
    kind = edits.continuation_kind(scene.then)
    if kind == "ending":
        return story
    if kind == "undecided" or is_open(story, source):
        return edits.connect(story, edits.Port(source), target)
    try:
        return edits.connect_new_choice(story, source, target)
    except ValueError:
        return edits.connect(story, edits.Port(source), target)


def is_open(story: Story, source: str) -> bool:
    """Whether the scene has a plain way on that leads nowhere yet."""
    try:
        return edits.target_of(story, edits.Port(source)) is None
    except KeyError:
        return False


def actions_of(window: QMainWindow) -> Iterator[tuple[QAction, str]]:
    """Every action in the menu bar with the names of its menus, each action once."""
    seen: set[int] = set()

    def inside(menu: QMenu, path: str) -> Iterator[tuple[QAction, str]]:
        for action in menu.actions():
            below = action.menu()
            if isinstance(below, QMenu):
                yield from inside(below, f"{path} › {_plain(action)}")
            elif not action.isSeparator() and action.text() and id(action) not in seen:
                seen.add(id(action))
                yield action, path

    for top in window.menuBar().actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            yield from inside(menu, _plain(top))


def _plain(action: QAction) -> str:
    return action.text().replace("&", "")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
