"""Moving scenes, notes and chapters, with snapping; Alt leaves them and moves copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from studio.desktop.canvas.gestures.base import Gesture, Modifiers
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import Edge, Frame, NoteBox
from studio.desktop.canvas.snapping import Snap, snap
from studio.desktop.canvas.words import translate
from studio.story import edits
from studio.story.model import Position

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_REACH = 7.0
_MOST_PAINTED = 260


class Move(Gesture):
    """Moves what is selected; ``leader`` is the rectangle under the pointer, which snaps."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(
        self,
        view: MapView,
        start: QPointF,
        scenes: Sequence[str],
        notes: Sequence[str],
        leader: QRectF,
        frame: Frame | None = None,
    ) -> None:
        super().__init__(view, start)
        self.scenes, self.notes = tuple(scenes), tuple(notes)
        self.shift = QPointF(0, 0)
        self._leader = leader
        self._frame = frame
        self._copying = False
        self._snap = Snap(QPointF(0, 0))
        moved = frozenset(self.scenes)
        layout = view.layout_of_map
        self._neighbours = [
            card.rect
            for card in layout.cards_in(_box(view.camera.visible))
            if card.key not in moved
        ] + [note.rect for key, note in layout.notes.items() if key not in self.notes]
        self._edges = _edges_of(view, self.scenes)
        view.hide_at_rest(moved)

    def drag(self, at: QPointF, modifiers: Modifiers) -> None:
        """Follow the pointer; Ctrl moves freely, without snapping."""
        super().drag(at, modifiers)
        copying = bool(modifiers & Modifiers.AltModifier)
        if copying != self._copying:
            self._copying = copying
            self.view.hide_at_rest(frozenset() if copying else frozenset(self.scenes))
        free = at - self.start
        if modifiers & Modifiers.ControlModifier:
            self._snap = Snap(QPointF(0, 0))
        else:
            reach = _REACH / self.view.camera.zoom
            self._snap = snap(self._leader.translated(free), self._neighbours, reach)
        self.shift = free + self._snap.shift

    def drop(self, modifiers: Modifiers) -> None:
        """Make one edit of it: move, or copy and move."""
        view, story = self.view, self.view.story
        shift = (self.shift.x(), self.shift.y())
        view.hide_at_rest(frozenset())
        if self._copying:
            after = edits.duplicate(story, self.scenes, self.notes, shift)
            view.apply(after, translate("MapEdits", "Duplicate"))
            made = after.scenes[len(story.scenes) :]
            notes = after.sticky_notes[len(story.sticky_notes) :]
            view.choose(Selection(tuple(s.id for s in made), tuple(n.id for n in notes)))
            return
        by_id = story.scene_by_id
        places = {each: _shifted(by_id[each].position, shift) for each in self.scenes}
        kept = {note.id: note for note in story.sticky_notes}
        note_places = {each: _shifted(kept[each].position, shift) for each in self.notes}
        after = edits.move(story, places, note_places)
        if after is not story:
            joined = self._joined()
            if joined is not None:
                after = edits.put_into_chapter(after, self.scenes, joined)
            view.apply(after, translate("MapEdits", "Move"))

    def cancel(self) -> None:
        """Show everything where it was."""
        self.view.hide_at_rest(frozenset())

    def paint(self, painter: QPainter) -> None:
        """What is moved, its curves, and the guides."""
        view, zoom = self.view, self.view.camera.zoom
        layout, moved = view.layout_of_map, frozenset(self.scenes)
        visible = view.camera.visible
        renderer = view.renderer
        if not self._copying:
            for edge in self._edges[:_MOST_PAINTED]:
                colour, width = renderer.style(edge)
                placed = _placed(edge, moved, self.shift)
                renderer.painter.edge(painter, placed, visible, zoom, colour, width)
        painter.save()
        painter.translate(self.shift)
        inside = visible.translated(-self.shift)
        painted = 0
        for key in self.scenes:
            card = layout.cards[key]
            if layout.hidden(key) or not card.rect.intersects(inside):
                continue
            painted += 1
            if renderer.far or painted > _MOST_PAINTED:
                painter.fillRect(card.rect, QColor(renderer.far_colour(card)))
            else:
                renderer.draw_card(painter, card)
        for key in self.notes:
            renderer.painter.note(painter, layout.notes[key], zoom)
        for frame in self._collapsed_frames():
            renderer.painter.box(painter, frame, zoom)
        painter.restore()
        painter.setPen(QPen(QColor(view.theme.failure), 1 / zoom, Qt.PenStyle.DashLine))
        painter.drawLines(list(self._snap.guides))

    def _collapsed_frames(self) -> list[Frame]:
        return [self._frame] if self._frame is not None and self._frame.collapsed else []

    def _joined(self) -> str | None:
        """The chapter into whose frame scenes without a chapter were dropped."""
        view = self.view
        if any(view.story.scene_by_id[each].chapter is not None for each in self.scenes):
            return None
        middle = self._leader.translated(self.shift).center()
        inside = [f for f in view.layout_of_map.frames.values() if f.rect.contains(middle)]
        smallest = min(inside, key=lambda each: each.rect.width(), default=None)
        return smallest.chapter.id if smallest is not None and self.scenes else None


class ResizeNote(Gesture):
    """Drags the corner of a sticky note."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, view: MapView, start: QPointF, box: NoteBox) -> None:
        super().__init__(view, start)
        self._box = box

    def drop(self, modifiers: Modifiers) -> None:
        """Give the note its new size."""
        size = self._size()
        after = edits.resize_note(self.view.story, self._box.note.id, size.width(), size.height())
        self.view.apply(after, translate("MapEdits", "Resize note"))

    def paint(self, painter: QPainter) -> None:
        """The new outline."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.view.theme.accent), 2 / self.view.camera.zoom))
        painter.drawRect(self._size())

    def _size(self) -> QRectF:
        grown = self.at - self.start
        rect = self._box.rect
        return QRectF(
            rect.x(),
            rect.y(),
            max(100.0, rect.width() + grown.x()),
            max(60.0, rect.height() + grown.y()),
        )


def _edges_of(view: MapView, scenes: Sequence[str]) -> list[Edge]:
    if len(scenes) > _MOST_PAINTED:
        return []
    found: dict[int, Edge] = {}
    for key in scenes:
        for edge in view.layout_of_map.edges_of(key):
            found[id(edge)] = edge
    return list(found.values())


def _placed(edge: Edge, moved: frozenset[str], shift: QPointF) -> Edge:
    start, end, low = edge.start, edge.end, edge.low
    if edge.source in moved:
        start = (start[0] + shift.x(), start[1] + shift.y())
        low = max(low, low + shift.y()) if edge.target not in moved else low + shift.y()
    if edge.target in moved:
        end = (end[0] + shift.x(), end[1] + shift.y())
    return Edge(edge.port, edge.row, edge.source, edge.target, start, end, low)


def _shifted(position: Position, shift: tuple[float, float]) -> Position:
    return edits.position_at(position.x + shift[0], position.y + shift[1])


def _box(rect: QRectF) -> tuple[float, float, float, float]:
    return rect.left(), rect.top(), rect.right(), rect.bottom()
