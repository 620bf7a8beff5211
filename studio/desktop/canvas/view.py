"""The map as a widget: shows a story value, turns what the user does into edits, selects."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QImage,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QStyle, QWidget

from studio.desktop.canvas.accessible import Announcer
from studio.desktop.canvas.arranging import Arranging
from studio.desktop.canvas.camera import Camera
from studio.desktop.canvas.cards import Look
from studio.desktop.canvas.commands import MapCommands
from studio.desktop.canvas.drops import Drops
from studio.desktop.canvas.editing import Editing
from studio.desktop.canvas.highlight import Highlight
from studio.desktop.canvas.keyboard import Keyboard
from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.lighting import Lighting
from studio.desktop.canvas.looks import Looks
from studio.desktop.canvas.map_input import MapInput
from studio.desktop.canvas.minimap import Minimap
from studio.desktop.canvas.mouse import Mouse
from studio.desktop.canvas.overlay import Overlay
from studio.desktop.canvas.pinch import Pinch
from studio.desktop.canvas.renderer import Renderer
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import CARD_WIDTH, Card
from studio.desktop.language import in_language
from studio.desktop.tasks import wait_for
from studio.desktop.theme import Theme
from studio.story import edits
from studio.story.finding import Finding
from studio.story.model import Story, new_story

_SETTLED = 140
_NEAR = 0.8
_MANY = 200
"""Changed cards from which the whole picture is made anew."""
_LARGE = 400
"""Scenes from which a layout is made off the interface thread."""
_NOTHING = new_story("nothing", {}, ("en",))


class MapView(MapInput):
    """Shows a story's graph and asks for edits; it never changes the story itself."""

    edited = Signal(object, str)
    """The next story, and the words for the edit."""
    selection_changed = Signal()
    scene_selected = Signal(str)
    """Id of the one scene that is selected; empty when none or several are."""
    scene_opened = Signal(str)
    """The user wants to work in this scene."""
    connection_wanted = Signal(object)
    """The user wants to choose where something shall lead: a scene's id, or a port."""
    zoom_changed = Signal(float)
    said = Signal(str)
    """A sentence for the user, in the interface language."""
    failed = Signal(object)
    """An error for the user."""
    pictures_wanted = Signal(object)
    """Ids of scenes in sight that have no picture (yet, or any more): wanted next."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("map")
        self.setMinimumSize(240, 160)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.theme = theme
        self.folder: Path | None = None
        """Where the story is stored; None while it is nowhere."""
        self.read_only = False
        self.selection = Selection()
        self.selection_at_press = Selection()
        self.layout_of_map = MapLayout(_NOTHING, "en")
        self.selected_set: frozenset[str] = frozenset()
        self._shown: Story = _NOTHING
        self.looks = Looks()
        self.camera = Camera(self)
        self.pinch = Pinch(self)
        self.renderer = Renderer(theme, self.camera)
        self.renderer.pictures = self.looks.pictures
        self.renderer.look = self._look
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLED)
        self._settle.timeout.connect(self._settled)
        self.mouse = Mouse(self)
        self.keyboard = Keyboard(self)
        self.editing = Editing(self)
        self.arranging = Arranging(self)
        self.drops = Drops(self)
        self.lighting = Lighting(self)
        self.minimap = Minimap(self)
        self.commands = MapCommands(self)
        self._overlay = Overlay(self)
        self._announcer = Announcer(self)
        self.camera.changed.connect(self._moved)
        self.camera.zoomed.connect(self.zoom_changed)

    @property
    def zoom(self) -> float:
        """Screen pixels per canvas unit."""
        return self.camera.zoom

    @property
    def has_story(self) -> bool:
        """Whether a story is shown."""
        return self._shown is not _NOTHING

    @property
    def story(self) -> Story:
        """The value shown; an empty story when there is none."""
        return self._shown

    @property
    def language(self) -> str:
        """The language in which the story is shown."""
        return self.layout_of_map.language

    @property
    def selected(self) -> str | None:
        """Id of the selected scene, if it is the only thing selected."""
        return self.selection.scene

    def apply(self, story: Story, label: str) -> None:
        """Ask for an edit; one that changes nothing is none."""
        if story is not self._shown and not self.read_only:
            self.edited.emit(story, label)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.renderer.set_theme(theme)
        self.commands.set_theme(theme)
        self.minimap.refresh(soon=False)
        self.update()

    def show_story(self, story: Story, language: str) -> None:
        """Show this value; what did not change is not laid out again."""
        self._shown = story
        self._show(story, language)
        self.choose(self.selection.within(story))
        highlight = self.renderer.highlight
        if highlight is not None and not highlight.scenes & story.scene_by_id.keys():
            self.set_highlight(None)
        self.commands.update()

    def preview_story(self, story: Story) -> None:
        """Show a value that is no step of the history, while something moves."""
        self._show(story, self.language)

    def forget(self) -> None:
        """Before another story: no selection, no pictures."""
        self.editing.cancel()
        self.mouse.cancel()
        self.arranging.stop()
        self._shown = _NOTHING
        self.layout_of_map = MapLayout(_NOTHING, "en")
        self.renderer.layout = None
        self.choose(Selection())
        self.set_highlight(None)
        self.looks.forget()
        self.renderer.card_pictures.clear()
        self.renderer.invalidate()

    def set_preview(self, scene_id: str, picture: QImage, seconds: float) -> None:
        """A picture and the length in seconds of the scene's clip."""
        self.looks.set_preview(scene_id, picture, seconds, self._in_sight)
        self._repaint_scene(scene_id)

    def set_findings(self, findings: Iterable[Finding]) -> None:
        """Show on each card how many errors and warnings the checks found in the scene."""
        changed = self.looks.set_findings(findings)
        if len(changed) > _MANY:
            self.renderer.invalidate()
            self.update()
            return
        for each in changed:
            self._repaint_scene(each)

    def set_highlight(self, highlight: Highlight | None) -> None:
        """Let scenes and ways stand out; None shows everything alike."""
        if highlight != self.renderer.highlight:
            self.renderer.highlight = highlight
            self.renderer.overview.forget()
            self.renderer.invalidate()
            self.minimap.refresh()
            self.update()

    def choose(self, selection: Selection) -> None:
        """Select these things and nothing else."""
        if selection == self.selection:
            return
        before, self.selection = self.selection, selection
        self.selected_set = frozenset(selection.scenes)
        lit = frozenset([selection.scene] if selection.scene is not None else [])
        if lit != self.renderer.lit:
            for key in lit ^ self.renderer.lit:
                if key in self.layout_of_map.cards:
                    for edge in self.layout_of_map.edges_of(key):
                        left, top, right, bottom = edge.box
                        self.renderer.invalidate_rect(QRectF(left, top, right - left, bottom - top))
            self.renderer.lit = lit
        self.commands.update()
        self._announcer.selection_changed()
        self.selection_changed.emit()
        self._settle.start()
        if before.scene != selection.scene:
            self.scene_selected.emit(selection.scene or "")
        self.update()

    def select(self, scene_id: str | None) -> None:
        """Select one scene, or nothing."""
        self.choose(Selection((scene_id,)) if scene_id else Selection())

    def remember_selection(self) -> None:
        """A press begins: a frame may add to what is selected now."""
        self.selection_at_press = self.selection

    def go_to(self, scene_id: str) -> None:
        """Select the scene and bring it to the middle, near enough to read."""
        if scene_id not in self.layout_of_map.cards:
            return
        self.fitted = False
        rect = self.layout_of_map.rect_of(scene_id)
        self.camera.go_to(rect.center(), max(self.camera.zoom, _NEAR))
        self.select(scene_id)

    def walk_to(self, scene_id: str, *, more: bool = False) -> None:
        """Select the scene, in addition if ``more``, and move no further than needed to see it."""
        if scene_id not in self.layout_of_map.cards:
            return
        kept = tuple(each for each in self.selection.scenes if each != scene_id) if more else ()
        self.choose(Selection((*kept, scene_id)))
        self.fitted = False
        self.camera.reveal(self.layout_of_map.rect_of(scene_id))

    def fit(self, *, at_once: bool = False) -> None:
        """Show the whole map, at most at 1:1."""
        if self.layout_of_map.bounds.isEmpty():
            return
        self.fitted = True
        if self.isVisible():
            self.camera.show(self.layout_of_map.bounds)
            if at_once:
                self.camera.finish()

    def zoom_by(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the widget (its middle if None), which stays where it is."""
        self.fitted = False
        self.camera.zoom_by(factor, at, smooth=True)

    def zoom_about(self, fixed: QPointF, at: QPointF, zoom: float) -> None:
        """Take this zoom with the point of the map at the point of the widget."""
        self.fitted = False
        self.camera.zoom_about(fixed, at, zoom)

    def toggle_chapter(self, chapter_id: str) -> None:
        """Collapse or open the chapter."""
        frame = self.layout_of_map.frames.get(chapter_id)
        if frame is not None:
            after = edits.collapse_chapter(self.story, chapter_id, not frame.collapsed)
            label = (
                self.tr("Open the chapter") if frame.collapsed else self.tr("Collapse the chapter")
            )
            self.apply(after, label)

    def hide_at_rest(self, keys: frozenset[str]) -> None:
        """Leave these cards and their curves out of the picture at rest: they are dragged."""
        if keys != self.renderer.without:
            self.renderer.without = keys
            self.renderer.invalidate_picture()
            self.update()

    def to_map(self, point: QPointF) -> QPointF:
        """From a point of the widget to canvas units."""
        return self.camera.to_map(point)

    def from_map(self, point: QPointF) -> QPointF:
        """From canvas units to a point of the widget."""
        return self.camera.from_map(point)

    def scene_rect(self, scene_id: str) -> QRectF:
        """Where the scene's card is in the widget; empty if there is no such scene."""
        card = self.layout_of_map.cards.get(scene_id)
        return self._on_widget(card.rect) if card is not None else QRectF()

    def port_at(self, port: edits.Port) -> QPointF | None:
        """Where the port is in the widget; None if there is no such port."""
        card = self.layout_of_map.cards.get(port.scene)
        for row in card.rows if card is not None else ():
            if row.port == port and card is not None:
                return self.camera.from_map(card.row_port(row))
        return None

    def sizes(self) -> dict[str, tuple[float, float]]:
        """Width and height of every scene's card, in canvas units."""
        cards = self.layout_of_map.cards
        return {each: (CARD_WIDTH, cards[each].height) for each in self.story.scene_by_id}

    def selected_rect(self) -> QRectF:
        """What holds the selected scenes and notes, in canvas units; empty if there are none."""
        layout, whole = self.layout_of_map, QRectF()
        for each in self.selection.scenes:
            whole = whole.united(layout.rect_of(each))
        for each in self.selection.notes:
            whole = whole.united(layout.notes[each].rect)
        frame = layout.frames.get(self.selection.chapter or "")
        return whole.united(frame.rect) if frame is not None else whole

    def selected_place(self) -> QPointF:
        """A point of the widget at the selection, for a menu opened by key."""
        rect = self.selected_rect()
        inside = QPointF(self.width() / 2, self.height() / 2)
        if rect.isEmpty():
            return inside
        at = self.camera.from_map(rect.center())
        return at if QRectF(self.rect()).contains(at) else inside

    def show_scenes(self, scenes: Iterable[str]) -> None:
        """Bring all of these scenes into sight, if they are not: at most at 1:1."""
        whole = QRectF()
        for each in scenes:
            whole = whole.united(self.layout_of_map.rect_of(each))
        if not whole.isEmpty() and not self.camera.visible.contains(whole):
            self.fitted = False
            self.camera.show(whole)

    def reveal_selection(self) -> None:
        """Move no further than needed to see what is selected."""
        rect = self.selected_rect()
        if not rect.isEmpty():
            self.camera.reveal(rect)

    def chapter_title(self, chapter_id: str) -> str:
        """The chapter's title in the language shown."""
        for chapter in self.story.chapters:
            if chapter.id == chapter_id:
                return in_language(chapter.title, self.language, chapter.id)
        return chapter_id

    def _show(self, story: Story, language: str) -> None:
        layout = self.layout_of_map
        if layout.story is _NOTHING or layout.language != language:
            large = len(story.scenes) > _LARGE

            def lay_out() -> MapLayout:
                return MapLayout(story, language)

            layout = wait_for(lay_out) if large else lay_out()
        else:
            layout.show(story, language)
        self.layout_of_map = self.renderer.layout = layout
        self.renderer.invalidate()
        self.mouse.hover = None
        self.minimap.refresh()
        self.minimap.place()
        self._want_pictures()
        self.update()

    def _look(self, card: Card) -> Look:
        return self.looks.of(card, self.layout_of_map.story, self.language)

    def _in_sight(self, scene_id: str) -> bool:
        card = self.layout_of_map.cards.get(scene_id)
        return card is not None and card.rect.intersects(self.camera.visible)

    def _repaint_scene(self, scene_id: str) -> None:
        if scene_id in self.layout_of_map.cards:
            self.renderer.invalidate_rect(self.layout_of_map.rect_of(scene_id))
            self.update()

    def _on_widget(self, rect: QRectF) -> QRectF:
        return QRectF(self.camera.from_map(rect.topLeft()), rect.size() * self.camera.zoom)

    def _moved(self) -> None:
        self.renderer.moving = True
        self._settle.start()
        self.update()

    def _settled(self) -> None:
        if self.camera.gliding:
            self._settle.start()
            return
        self.renderer.moving = False
        self.minimap.give_way()
        self._want_pictures()
        if self.renderer.settle():
            self.update()

    def _want_pictures(self) -> None:
        if self.camera.zoom < 0.2:
            return
        seen = self.camera.visible
        cards = self.layout_of_map.cards_in((seen.left(), seen.top(), seen.right(), seen.bottom()))
        wanted = [
            card.scene.id
            for card in cards
            if card.scene.clip is not None and card.scene.id not in self.looks.pictures
        ]
        if wanted:
            self.pictures_wanted.emit(wanted)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the map at rest and what lies above it."""
        painter = QPainter(self)
        self.renderer.paint(painter)
        self._overlay.paint(painter)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A map that was fitted stays fitted."""
        super().resizeEvent(event)
        self.camera.resize(QSizeF(self.size()), self.devicePixelRatioF())
        self.minimap.place()
        if self.fitted:
            self.camera.show(self.layout_of_map.bounds)
            self.camera.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """A fit asked for before the widget had a size is done now."""
        super().showEvent(event)
        self.pinch.watch(self.window().windowHandle())
        self.camera.resize(QSizeF(self.size()), self.devicePixelRatioF())
        duration = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        self.camera.animated = self.camera.animated and duration > 0
        if self.fitted:
            self.fit(at_once=True)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language; paint in the new resolution."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.commands.retranslate()
            self.minimap.retranslate()
            self.renderer.card_pictures.clear()
            self.renderer.invalidate()
            self.update()
