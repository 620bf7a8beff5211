"""Writing on the map itself: titles of scenes and chapters, notes, the title of a new scene."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from studio.desktop.canvas.gestures.connect import paint_ghost, paint_way
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import CARD_WIDTH, TITLE_HEIGHT, Card
from studio.desktop.canvas.words import font, translate
from studio.story import edits
from studio.story.model import Story

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

Connected = Callable[[Story, str], Story]
_NEW_SCENE = {"pl": "Nowa scena", "en": "New scene"}


class TitleField(QLineEdit):
    """One line on the map; Enter or leaving it takes the words, Escape gives them up."""

    taken = Signal(str)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter, Escape, or a letter."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(self.text())
        elif key == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The words are final when the focus leaves; its own menu does not count."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.taken.emit(self.text())


class NoteField(QPlainTextEdit):
    """Several lines on a note; leaving it or Ctrl+Enter takes the words, Escape gives up."""

    taken = Signal(str)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter, Escape, or a letter."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.taken.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The words are final when the focus leaves."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.taken.emit(self.toPlainText())


class Editing(QObject):
    """At most one field at a time, placed over what it writes."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self.field: TitleField | NoteField | None = None
        self._place = QRectF()
        self._take: Callable[[str], None] = lambda _words: None
        self._ghost: tuple[QPointF, Card | None] | None = None
        view.camera.changed.connect(self._put)

    def retitle_scene(self, scene_id: str) -> None:
        """Write the scene's title, in the language shown."""
        view = self._view
        card = view.layout_of_map.cards.get(scene_id)
        if card is None or view.read_only:
            return
        language = view.language

        def take(words: str) -> None:
            if scene_id in view.story.scene_by_id:
                after = edits.retitle_scene(view.story, scene_id, language, words.strip())
                view.apply(after, translate("MapEdits", "Scene title"))

        words = card.scene.title.get(language, "")
        self._open_title(card.title_rect, words, take, self.tr("Title of the scene"))

    def retitle_chapter(self, chapter_id: str) -> None:
        """Write the chapter's title, in the language shown."""
        view = self._view
        frame = view.layout_of_map.frames.get(chapter_id)
        if frame is None or view.read_only:
            return
        language = view.language

        def take(words: str) -> None:
            if any(each.id == chapter_id for each in view.story.chapters):
                after = edits.retitle_chapter(view.story, chapter_id, language, words.strip())
                view.apply(after, translate("MapEdits", "Chapter title"))

        place = QRectF(frame.rect.x() + 10, frame.rect.y() + 6, CARD_WIDTH, TITLE_HEIGHT)
        words = frame.chapter.title.get(language, "")
        self._open_title(place, words, take, self.tr("Title of the chapter"))

    def name_new_scene(
        self, corner: QPointF, connected: Connected | None = None, source: Card | None = None
    ) -> None:
        """Ask for the title of a scene that then lies at ``corner``; Escape makes none.

        The title comes first because the scene's lasting id is made from it. ``connected`` leads
        a way to it, in the same step of the history.
        """
        view = self._view
        if view.read_only:
            return
        language = view.language
        inside = [f for f in view.layout_of_map.frames.values() if f.rect.contains(corner)]
        chapter = min(inside, key=lambda each: each.rect.width(), default=None)

        def take(words: str) -> None:
            title = {language: words.strip() or _NEW_SCENE.get(language, _NEW_SCENE["en"])}
            place = edits.position_at(corner.x(), corner.y())
            owner = chapter.chapter.id if chapter is not None else None
            if owner is not None and all(each.id != owner for each in view.story.chapters):
                owner = None
            after = edits.add_scene(view.story, title, place, chapter=owner)
            made = after.scenes[-1].id
            if connected is not None:
                after = connected(after, made)
            view.apply(after, translate("MapEdits", "New scene"))
            view.choose(Selection((made,)))

        place = QRectF(corner.x(), corner.y(), CARD_WIDTH, TITLE_HEIGHT)
        self._open_title(place, "", take, self.tr("Title of the new scene"))
        if self.field is not None:
            self.field.setPlaceholderText(self.tr("Title of the new scene"))
        self._ghost = (corner, source)
        view.camera.reveal(QRectF(corner.x(), corner.y(), CARD_WIDTH, 172))
        view.update()

    def write_note(self, note_id: str) -> None:
        """Write on the sticky note."""
        view = self._view
        note = view.layout_of_map.notes.get(note_id)
        if note is None or view.read_only:
            return

        def take(words: str) -> None:
            if any(each.id == note_id for each in view.story.sticky_notes):
                view.apply(
                    edits.write_note(view.story, note_id, words),
                    translate("MapEdits", "Sticky note"),
                )

        field = NoteField(view)
        field.setPlainText(note.note.text)
        field.setAccessibleName(self.tr("Text of the note"))
        self._show(field, note.rect, take)

    def commit(self) -> None:
        """Take what is being written."""
        if self.field is not None:
            words = (
                self.field.text()
                if isinstance(self.field, QLineEdit)
                else (self.field.toPlainText())
            )
            self._finish(words)

    def cancel(self) -> None:
        """Give up what is being written."""
        self._finish(None)

    def paint(self, painter: QPainter) -> None:
        """The scene that is being named, and the way to it."""
        if self._ghost is None:
            return
        corner, source = self._ghost
        paint_ghost(painter, self._view, corner)
        if source is not None:
            end = corner + QPointF(0, TITLE_HEIGHT / 2)
            start = QPointF(source.x + CARD_WIDTH, min(corner.y(), source.y + source.height - 20))
            start.setY(max(start.y(), source.y + 20))
            paint_way(painter, self._view, start, end)

    def _open_title(
        self, place: QRectF, words: str, take: Callable[[str], None], name: str
    ) -> None:
        field = TitleField(words, self._view)
        field.setAccessibleName(name)
        field.selectAll()
        self._show(field, place, take)

    def _show(
        self, field: TitleField | NoteField, place: QRectF, take: Callable[[str], None]
    ) -> None:
        self.commit()
        self.field, self._place, self._take = field, place, take
        field.setObjectName("map_field")
        field.taken.connect(self._finish)
        field.given_up.connect(self.cancel)
        self._put()
        field.show()
        field.setFocus()

    def _put(self) -> None:
        if self.field is None:
            return
        camera = self._view.camera
        corner = camera.from_map(self._place.topLeft())
        scale = max(camera.zoom, 0.7)
        width = round(max(150.0, self._place.width() * camera.zoom))
        height = round(self._place.height() * scale)
        self.field.setFont(font(max(12, round(14 * scale)), bold=isinstance(self.field, QLineEdit)))
        self.field.setGeometry(round(corner.x()), round(corner.y()), width, max(28, height))

    def _finish(self, words: str | None) -> None:
        field, self.field, self._ghost = self.field, None, None
        if field is None:
            return
        had_focus = field.hasFocus()
        field.hide()
        field.deleteLater()
        if had_focus:
            self._view.setFocus()
        self._view.update()
        if words is not None:
            self._take(words)
