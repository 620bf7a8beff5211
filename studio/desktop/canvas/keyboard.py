"""The keyboard on the map: walking, searching by letters, opening, zooming, moving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.walking import Direction, Letters, Walk
from studio.desktop.canvas.words import translate
from studio.story import edits

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_KEY_STEP = 1.25
_PAUSE = 1200
_NUDGE = 8
_PAN_STEP = 80
_ARROWS: dict[int, tuple[Direction, int, int]] = {
    Qt.Key.Key_Left: ("left", -1, 0),
    Qt.Key.Key_Right: ("right", 1, 0),
    Qt.Key.Key_Up: ("up", 0, -1),
    Qt.Key.Key_Down: ("down", 0, 1),
}


class Keyboard(QObject):
    """Keys that are no commands with a shortcut of their own."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._walk = Walk()
        self.letters = Letters()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.forget_letters)

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key is for; whether it was for anything."""
        view, key, modifiers = self._view, event.key(), event.modifiers()
        if key in _ARROWS:
            self._arrow(key, modifiers)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not modifiers:
            self._open()
        elif key == Qt.Key.Key_Escape:
            self._give_up()
        elif key == Qt.Key.Key_Home and view.has_story and view.story.start is not None:
            view.go_to(view.story.start)
        elif key == Qt.Key.Key_Backspace and self.letters.typed:
            self.letters.typed = self.letters.typed[:-1]
            self._search()
        elif key == Qt.Key.Key_Space and not self.letters.typed:
            if not event.isAutoRepeat():
                view.mouse.hand = True
                view.setCursor(Qt.CursorShape.OpenHandCursor)
        elif not self.letters.typed and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom_by(_KEY_STEP)
        elif not self.letters.typed and key == Qt.Key.Key_Minus:
            view.zoom_by(1 / _KEY_STEP)
        elif self._is_letter(event):
            self.letters.typed += event.text()
            self._search()
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> None:
        """The space bar is let go."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._view.mouse.hand = False
            self._view.unsetCursor()

    def forget_letters(self) -> None:
        """Begin a new search with the next letter."""
        if self.letters.typed:
            self.letters.typed = ""
            self._view.update()

    def _arrow(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        view = self._view
        direction, x, y = _ARROWS[key]
        if modifiers & Qt.KeyboardModifier.AltModifier:
            view.camera.pan(QPointF(-x * _PAN_STEP, -y * _PAN_STEP))
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            self._nudge(x * _NUDGE, y * _NUDGE)
        elif view.has_story:
            current = view.selection.scenes[-1] if view.selection.scenes else None
            found = self._walk.step(view.layout_of_map, current, direction)
            if found is not None:
                more = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
                view.walk_to(view.layout_of_map.cards[found].scene.id, more=more)

    def _nudge(self, x: int, y: int) -> None:
        view = self._view
        selection = view.selection
        if view.read_only or not (selection.scenes or selection.notes):
            return
        by_id = view.story.scene_by_id
        scenes = {
            each: edits.position_at(by_id[each].position.x + x, by_id[each].position.y + y)
            for each in selection.scenes
        }
        notes = {
            note.id: edits.position_at(note.position.x + x, note.position.y + y)
            for note in view.story.sticky_notes
            if note.id in selection.notes
        }
        view.apply(edits.move(view.story, scenes, notes), translate("MapEdits", "Move"))

    def _open(self) -> None:
        view, selection = self._view, self._view.selection
        if selection.scene is not None:
            view.scene_opened.emit(selection.scene)
        elif selection.way is not None:
            view.commands["go_to_target"].trigger()
        elif selection.chapter is not None:
            view.toggle_chapter(selection.chapter)
        elif len(selection.notes) == 1:
            view.editing.write_note(selection.notes[0])

    def _give_up(self) -> None:
        view = self._view
        if view.mouse.cancel():
            return
        if self.letters.typed:
            self.forget_letters()
        elif view.selection:
            view.choose(Selection())
        else:
            view.set_highlight(None)

    def _search(self) -> None:
        view = self._view
        self._pause.start()
        if view.has_story:
            found = self.letters.find(view.layout_of_map, view.selected)
            if found is not None:
                view.walk_to(view.layout_of_map.cards[found].scene.id)
        view.update()

    @staticmethod
    def _is_letter(event: QKeyEvent) -> bool:
        control = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
        return bool(event.text()) and event.text().isprintable() and not event.modifiers() & control
