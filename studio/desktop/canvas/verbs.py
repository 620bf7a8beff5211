"""What the map's commands do: each a small function over view, selection and edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSizeF, QTimer
from PySide6.QtGui import QGuiApplication

from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import CARD_WIDTH
from studio.desktop.canvas.words import translate
from studio.story import edits
from studio.story.edits.arrangement import Edge as Side
from studio.story.edits.scenes import Outcome
from studio.story.model import Next, Position, Story

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

FRAGMENT_TYPE = "application/x-scenario-studio-fragment+json"
_NEW_CHAPTER = {"pl": "Nowy rozdział", "en": "New chapter"}


_FREE_STEPS = 12


class Verbs:
    """The names of the methods are the names in the table of commands."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        self.place: QPointF | None = None
        """Where the context menu was opened: new things come there."""
        self._pasted = 0

    def forget_place(self) -> None:
        """The menu is closed. What was chosen in it runs after this, so ask again then."""
        QTimer.singleShot(0, self._clear_place)

    def _clear_place(self) -> None:
        self.place = None

    def new_scene(self) -> None:
        """Ask for the title of a new scene, in the middle of what is seen."""
        self._view.editing.name_new_scene(self._free_place())

    def new_after(self) -> None:
        """A new scene to the right, to which this one leads."""
        view = self._view
        scene_id = view.selection.scene
        if scene_id is None:
            return
        card = view.layout_of_map.cards[scene_id]
        scene = view.story.scene_by_id[scene_id]
        place = QPointF(card.x + CARD_WIDTH + 140, card.y)
        while view.layout_of_map.card_at(place + QPointF(CARD_WIDTH / 2, 20)) is not None:
            place += QPointF(0, 240)
        is_open = scene.then is None or scene.then == Next()

        def connected(story: Story, target: str) -> Story:
            if is_open:
                return edits.connect(story, edits.Port(scene_id), target)
            return edits.connect_new_choice(story, scene_id, target)

        takes = is_open or card.takes_choices
        view.editing.name_new_scene(place, connected if takes else None, card if takes else None)

    def new_note(self) -> None:
        """A note in the middle of what is seen, open for writing."""
        view, place = self._view, self._free_place()
        after = edits.add_note(view.story, "", edits.position_at(place.x(), place.y()))
        view.apply(after, translate("MapEdits", "New note"))
        note = after.sticky_notes[-1].id
        view.choose(Selection(notes=(note,)))
        view.editing.write_note(note)

    def rename(self) -> None:
        """Write the title of the scene or chapter."""
        view, selection = self._view, self._view.selection
        if selection.scene is not None:
            view.camera.finish()
            view.editing.retitle_scene(selection.scene)
        elif selection.chapter is not None:
            view.editing.retitle_chapter(selection.chapter)

    def connect_to(self) -> None:
        """Ask which scene this one shall lead to."""
        selection = self._view.selection
        if selection.scene is not None or selection.way is not None:
            self._view.connection_wanted.emit(selection.scene or selection.way)

    def set_start(self) -> None:
        """Let the film begin here."""
        view = self._view
        if view.selection.scene is not None:
            view.apply(
                edits.set_start(view.story, view.selection.scene),
                translate("MapEdits", "Set the start"),
            )

    def disconnect(self) -> None:
        """Take the selected way away."""
        view, way = self._view, self._view.selection.way
        if way is not None:
            view.choose(Selection())
            view.apply(edits.disconnect(view.story, way), translate("MapEdits", "Disconnect"))

    def go_to_target(self) -> None:
        """Go to the scene that the way leads to."""
        view, way = self._view, self._view.selection.way
        if way is not None:
            target = edits.target_of(view.story, way)
            if target is not None:
                view.go_to(target)

    def next_way(self) -> None:
        """From the scene to its first way out, from way to way, and back to the scene."""
        view, way = self._view, self._view.selection.way
        scene = way.scene if way is not None else view.selection.scene
        card = view.layout_of_map.cards.get(scene or "")
        if card is None:
            return
        ports = [row.port for row in card.rows if view.layout_of_map.edge_from(row.port)]
        number = ports.index(way) + 1 if way in ports else 0
        if number < len(ports):
            view.choose(Selection(way=ports[number]))
        else:
            view.choose(Selection((card.scene.id,)))

    def ending_success(self) -> None:
        """Make it an ending: success."""
        self._make_ending("success")

    def ending_partial(self) -> None:
        """Make it an ending: partial success."""
        self._make_ending("partial")

    def ending_failure(self) -> None:
        """Make it an ending: failure."""
        self._make_ending("failure")

    def ending_neutral(self) -> None:
        """Make it an ending without a verdict."""
        self._make_ending("neutral")

    def no_ending(self) -> None:
        """Let something follow the scene again."""
        view = self._view
        if view.selection.scene is not None:
            after = edits.reopen_ending(view.story, view.selection.scene)
            view.apply(after, translate("MapEdits", "No ending"))

    def cut(self) -> None:
        """Copy, then delete."""
        self.copy()
        self._delete(translate("MapEdits", "Cut"))

    def copy(self) -> None:
        """Put the selection on the clipboard: as JSON, also as plain text."""
        view, selection = self._view, self._view.selection
        folder = str(view.folder) if view.folder is not None else ""
        fragment = edits.copy(view.story, selection.scenes, selection.notes, folder)
        document = edits.fragment_to_json(fragment)
        data = QMimeData()
        data.setData(FRAGMENT_TYPE, document.encode())
        data.setText(document)
        QGuiApplication.clipboard().setMimeData(data)
        self._pasted = 0

    def paste(self) -> None:
        """Add what is on the clipboard; anything but a fragment of a story makes a note of it."""
        view = self._view
        data = QGuiApplication.clipboard().mimeData()
        if data.hasUrls() and view.drops.take(data, self._free_place(), None):
            return
        stored = bytes(data.data(FRAGMENT_TYPE).data()).decode(errors="replace")
        words = stored or data.text()
        try:
            fragment = edits.fragment_from_json(words)
        except ValueError:
            if words.strip():
                place = self._free_place()
                at = edits.position_at(place.x(), place.y())
                after = edits.add_note(view.story, words.strip()[:2000], at)
                view.apply(after, translate("MapEdits", "Paste"))
                view.choose(Selection(notes=(after.sticky_notes[-1].id,)))
            return
        story = view.story
        after = edits.paste(story, fragment, self._paste_place(fragment))
        view.apply(after, translate("MapEdits", "Paste"))
        scenes = after.scenes[len(story.scenes) :]
        notes = after.sticky_notes[len(story.sticky_notes) :]
        chosen = Selection(tuple(s.id for s in scenes), tuple(n.id for n in notes))
        view.choose(chosen)
        view.reveal_selection()
        if view.story is after:
            view.drops.bring_files(fragment, tuple(s.id for s in scenes))

    def duplicate(self) -> None:
        """Copies beside the originals."""
        view, selection, story = self._view, self._view.selection, self._view.story
        after = edits.duplicate(story, selection.scenes, selection.notes)
        view.apply(after, translate("MapEdits", "Duplicate"))
        scenes = after.scenes[len(story.scenes) :]
        notes = after.sticky_notes[len(story.sticky_notes) :]
        view.choose(Selection(tuple(s.id for s in scenes), tuple(n.id for n in notes)))

    def delete(self) -> None:
        """Delete scenes and notes, or the way; a chapter is dissolved and its scenes stay."""
        selection = self._view.selection
        if selection.way is not None:
            self.disconnect()
        elif selection.chapter is not None:
            self.ungroup()
        else:
            self._delete(translate("MapEdits", "Delete"))

    def select_all(self) -> None:
        """Select every scene and note."""
        view = self._view
        scenes = tuple(view.story.scene_by_id)
        view.choose(Selection(scenes, tuple(note.id for note in view.story.sticky_notes)))

    def group(self) -> None:
        """Make a chapter of the selected scenes and write its title."""
        view, language = self._view, self._view.language
        title = {language: _NEW_CHAPTER.get(language, _NEW_CHAPTER["en"])}
        after = edits.group_into_chapter(view.story, view.selection.scenes, title)
        view.apply(after, translate("MapEdits", "Group into a chapter"))
        chapter = after.chapters[-1].id
        view.choose(Selection(chapter=chapter))
        view.editing.retitle_chapter(chapter)

    def move_to_chapter(self, chapter: str) -> None:
        """Put the selected scenes into the chapter."""
        view = self._view
        after = edits.put_into_chapter(view.story, view.selection.scenes, chapter)
        view.apply(after, translate("MapEdits", "Move to a chapter"))

    def leave_chapter(self) -> None:
        """Take the selected scenes out of their chapters."""
        view = self._view
        after = edits.put_into_chapter(view.story, view.selection.scenes, None)
        view.apply(after, translate("MapEdits", "Take out of the chapter"))

    def collapse(self) -> None:
        """Collapse or open the selected chapter, or that of the selected scene."""
        view, selection = self._view, self._view.selection
        chapter = selection.chapter
        if chapter is None and selection.scene is not None:
            chapter = view.story.scene_by_id[selection.scene].chapter
        if chapter is not None:
            view.toggle_chapter(chapter)

    def ungroup(self) -> None:
        """Dissolve the selected chapter."""
        view, chapter = self._view, self._view.selection.chapter
        if chapter is not None:
            view.choose(Selection())
            view.apply(
                edits.ungroup(view.story, chapter), translate("MapEdits", "Dissolve the chapter")
            )

    def colour_chapter(self, colour: str) -> None:
        """Give the selected chapter a colour."""
        view, chapter = self._view, self._view.selection.chapter
        if chapter is not None:
            after = edits.recolour_chapter(view.story, chapter, colour)
            view.apply(after, translate("MapEdits", "Colour"))

    def colour_notes(self, colour: str) -> None:
        """Give the selected notes a colour."""
        view, after = self._view, self._view.story
        for note in view.selection.notes:
            after = edits.recolour_note(after, note, colour)
        view.apply(after, translate("MapEdits", "Colour"))

    def align_left(self) -> None:
        """Left edges in line."""
        self._align("left")

    def align_centre(self) -> None:
        """Middles in line, one below the other."""
        self._align("centre")

    def align_right(self) -> None:
        """Right edges in line."""
        self._align("right")

    def align_top(self) -> None:
        """Upper edges in line."""
        self._align("top")

    def align_middle(self) -> None:
        """Middles in line, side by side."""
        self._align("middle")

    def align_bottom(self) -> None:
        """Lower edges in line."""
        self._align("bottom")

    def distribute_across(self) -> None:
        """Equal gaps from left to right."""
        view = self._view
        after = edits.distribute(view.story, view.selection.scenes, "across", view.sizes())
        view.apply(after, translate("MapEdits", "Distribute"))

    def distribute_down(self) -> None:
        """Equal gaps from top to bottom."""
        view = self._view
        after = edits.distribute(view.story, view.selection.scenes, "down", view.sizes())
        view.apply(after, translate("MapEdits", "Distribute"))

    def arrange(self) -> None:
        """Lay the whole map out anew."""
        self._view.arranging.start(None)

    def arrange_selected(self) -> None:
        """Lay the selected scenes out anew, where they are."""
        self._view.arranging.start(self._view.selection.scenes)

    def show_selected(self) -> None:
        """Bring the selection as near as it fits."""
        view = self._view
        rect = view.selected_rect()
        if not rect.isEmpty():
            view.camera.show(rect)

    def full_size(self) -> None:
        """One canvas unit a pixel."""
        view = self._view
        view.camera.zoom_by(1 / view.camera.zoom, None, smooth=True)

    def light_paths(self) -> None:
        """Light every path into and out of the scene."""
        self._view.lighting.paths()

    def light_unreachable(self) -> None:
        """Light the scenes that no playthrough enters."""
        self._view.lighting.unreachable()

    def light_best(self) -> None:
        """Light the playthrough of right answers."""
        self._view.lighting.best()

    def light_result(self) -> None:
        """Light the playthrough of a result file."""
        self._view.lighting.ask_for_result()

    def light_none(self) -> None:
        """Show everything alike."""
        self._view.set_highlight(None)

    def minimap(self) -> None:
        """Show or hide the small map."""
        self._view.minimap.toggle()

    def _make_ending(self, outcome: Outcome) -> None:
        view = self._view
        if view.selection.scene is not None:
            after = edits.make_ending(view.story, view.selection.scene, outcome)
            view.apply(after, translate("MapEdits", "Make an ending"))

    def _delete(self, label: str) -> None:
        view, selection = self._view, self._view.selection
        after = edits.delete_scenes(view.story, selection.scenes)
        after = edits.delete_notes(after, selection.notes)
        view.choose(Selection())
        view.apply(after, label)

    def _align(self, side: Side) -> None:
        view = self._view
        after = edits.align(view.story, view.selection.scenes, side, view.sizes())
        view.apply(after, translate("MapEdits", "Align"))

    def _free_place(self) -> QPointF:
        """Where something new comes to lie: at the menu, else in the middle, off other cards."""
        view = self._view
        if self.place is not None:
            return self.place
        middle = view.camera.visible.center() - QPointF(CARD_WIDTH / 2, 90)
        steps = range(-_FREE_STEPS, _FREE_STEPS + 1)
        around = sorted(
            ((x, y) for x in steps for y in steps), key=lambda at: at[0] ** 2 + at[1] ** 2
        )
        for x, y in around:
            place = middle + QPointF(x, y) * 64
            if view.layout_of_map.is_free(QRectF(place, QSizeF(CARD_WIDTH, 180))):
                return place
        return middle

    def _paste_place(self, fragment: edits.Fragment) -> Position | None:
        if self.place is not None:
            return edits.position_at(self.place.x(), self.place.y())
        placed = (*fragment.scenes, *fragment.sticky_notes)
        if not placed:
            return None
        self._pasted += 1
        away = 40 * self._pasted
        x, y = min(s.position.x for s in placed), min(s.position.y for s in placed)
        wanted = QPointF(x + away, y + away)
        if not self._view.camera.visible.contains(wanted):
            middle = self._view.camera.visible.center()
            wanted = middle + QPointF(away - 160, away - 160)
        return edits.position_at(wanted.x(), wanted.y())
