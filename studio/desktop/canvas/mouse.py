"""The mouse on the map: clicks, and the gestures that drags begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QMouseEvent

from studio.desktop.canvas.gestures import Gesture, begin
from studio.desktop.canvas.hits import Hit, hit_at
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import TITLE_HEIGHT

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_CLICK = 5
_BORDER = 22
_SCROLL = 14


class Mouse(QObject):
    """Holds the press and the gesture under way."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.gesture: Gesture | None = None
        self.hover: Hit | None = None
        self.hand = False
        """Whether the space bar is held: drags move the map."""
        self._pressed: tuple[QPointF, QPointF, Hit, Qt.MouseButton] | None = None
        self._last = QPointF()
        self._modifiers = Qt.KeyboardModifier.NoModifier
        self._scroll = QTimer(self)
        self._scroll.setInterval(16)
        self._scroll.timeout.connect(self._scroll_at_border)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a gesture."""
        view = self._view
        view.editing.commit()
        if self.gesture is not None or not view.has_story:
            return
        at = view.camera.to_map(event.position())
        hit = hit_at(view.layout_of_map, at, view.camera.zoom)
        view.remember_selection()
        self._pressed = (event.position(), at, hit, event.button())

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture, begin it once the pointer has left the click, or hover."""
        view = self._view
        self._last, self._modifiers = event.position(), event.modifiers()
        if self._pressed is None:
            self._hover(event.position())
            return
        place, at, hit, button = self._pressed
        if self.gesture is None:
            if (event.position() - place).manhattanLength() < _CLICK:
                return
            self.gesture = begin(view, hit, at, button, self.hand)
            if self.gesture is None:
                self._pressed = None
                return
            if self.gesture.cursor is not None:
                view.setCursor(self.gesture.cursor)
            if self.gesture.scrolls:
                self._scroll.start()
        self.gesture.drag(view.camera.to_map(event.position()), event.modifiers())
        view.update()

    def release(self, event: QMouseEvent) -> None:
        """End the gesture, or click."""
        view, pressed, gesture = self._view, self._pressed, self.gesture
        self._end()
        if gesture is not None:
            gesture.drag(view.camera.to_map(event.position()), event.modifiers())
            gesture.drop(event.modifiers())
        elif pressed is not None and event.button() == Qt.MouseButton.LeftButton:
            self._click(pressed[2], event.modifiers())
        view.update()

    def double_click(self, event: QMouseEvent) -> None:
        """Write where the pointer is: a title, a note, or a new scene on empty ground."""
        view = self._view
        self._pressed = None
        if event.button() != Qt.MouseButton.LeftButton or not view.has_story:
            return
        at = view.camera.to_map(event.position())
        hit = hit_at(view.layout_of_map, at, view.camera.zoom)
        if hit.card is not None:
            view.editing.retitle_scene(hit.card.scene.id)
        elif hit.note is not None:
            view.editing.write_note(hit.note.note.id)
        elif hit.frame is not None and hit.kind != "toggle":
            view.editing.retitle_chapter(hit.frame.chapter.id)
        elif hit.kind == "empty":
            view.editing.name_new_scene(at - QPointF(20, TITLE_HEIGHT / 2))

    def context_menu(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the thing under the pointer, or with what is selected."""
        view = self._view
        view.editing.commit()
        if not view.has_story:
            return
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = view.selected_place()
            view.commands.open_menu(view.mapToGlobal(place.toPoint()), view.camera.to_map(place))
            return
        at = view.camera.to_map(QPointF(event.pos()))
        hit = hit_at(view.layout_of_map, at, view.camera.zoom)
        self._select_for_menu(hit)
        view.commands.open_menu(event.globalPos(), at)

    def cancel(self) -> bool:
        """Give up the gesture under way; whether there was one."""
        gesture = self.gesture
        self._end()
        if gesture is None:
            return False
        gesture.cancel()
        self._view.update()
        return True

    def leave(self) -> None:
        """The pointer has left the map."""
        if self.hover is not None:
            self.hover = None
            self._view.update()

    def _end(self) -> None:
        self.gesture, self._pressed = None, None
        self._scroll.stop()
        self._view.unsetCursor()

    def _click(self, hit: Hit, modifiers: Qt.KeyboardModifier) -> None:
        view = self._view
        more = bool(
            modifiers & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        )
        if hit.kind == "toggle" and hit.frame is not None:
            view.toggle_chapter(hit.frame.chapter.id)
        elif hit.edge is not None:
            view.choose(Selection(way=hit.edge.port))
        elif hit.card is not None:
            scene = hit.card.scene.id
            view.choose(view.selection.toggled(scene=scene) if more else Selection((scene,)))
        elif hit.note is not None:
            note = hit.note.note.id
            view.choose(view.selection.toggled(note=note) if more else Selection(notes=(note,)))
        elif hit.frame is not None:
            view.choose(Selection(chapter=hit.frame.chapter.id))
        elif not more:
            view.choose(Selection())

    def _select_for_menu(self, hit: Hit) -> None:
        view, selection = self._view, self._view.selection
        if hit.card is not None:
            if hit.kind == "port" and hit.row is not None and hit.row.target is not None:
                view.choose(Selection(way=hit.row.port))
            elif hit.card.scene.id not in selection.scenes:
                view.choose(Selection((hit.card.scene.id,)))
        elif hit.note is not None:
            if hit.note.note.id not in selection.notes:
                view.choose(Selection(notes=(hit.note.note.id,)))
        elif hit.edge is not None:
            view.choose(Selection(way=hit.edge.port))
        elif hit.frame is not None:
            view.choose(Selection(chapter=hit.frame.chapter.id))
        else:
            view.choose(Selection())

    def _hover(self, place: QPointF) -> None:
        view = self._view
        if not view.has_story:
            return
        hit = hit_at(view.layout_of_map, view.camera.to_map(place), view.camera.zoom)
        if hit == self.hover:
            return
        self.hover = hit
        shapes = {
            "port": Qt.CursorShape.CrossCursor,
            "more": Qt.CursorShape.CrossCursor,
            "tip": Qt.CursorShape.CrossCursor,
            "corner": Qt.CursorShape.SizeFDiagCursor,
            "toggle": Qt.CursorShape.PointingHandCursor,
            "edge": Qt.CursorShape.PointingHandCursor,
        }
        if self.hand:
            view.setCursor(Qt.CursorShape.OpenHandCursor)
        elif hit.kind in shapes:
            view.setCursor(shapes[hit.kind])
        else:
            view.unsetCursor()
        view.update()

    def _scroll_at_border(self) -> None:
        view = self._view
        if self.gesture is None:
            return
        x = _towards(self._last.x(), view.width())
        y = _towards(self._last.y(), view.height())
        if x or y:
            view.camera.pan(QPointF(x, y))
            self.gesture.drag(view.camera.to_map(self._last), self._modifiers)
            view.update()


def _towards(at: float, length: float) -> float:
    if at < _BORDER:
        return _SCROLL
    return -_SCROLL if at > length - _BORDER else 0
