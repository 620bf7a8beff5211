"""The map for screen readers: every scene in sight is a child that says its title and ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QWindow,
)
from PySide6.QtWidgets import QWidget

from studio.desktop.canvas.shapes import Card, Row
from studio.desktop.canvas.words import clock, outcome_words, translate
from studio.desktop.language import in_language
from studio.story.edits import Port
from studio.story.model import Decision, Ending

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView


def spoken(view: MapView, card: Card) -> str:
    """What a screen reader says of the scene: title, kind, state, ways out and in."""
    layout, scene = view.layout_of_map, card.scene
    look = view.renderer.look(card)
    parts: list[str] = []
    if look.start:
        parts.append(translate("MapSpoken", "start of the film"))
    if isinstance(scene.then, Ending):
        parts.append(outcome_words(scene.then.outcome))
    elif isinstance(scene.then, Decision):
        words = translate("MapSpoken", "decision, choices: {count}")
        parts.append(words.format(count=len(scene.then.choices)))
    if scene.clip is None and scene.card is None:
        parts.append(translate("MapSpoken", "to be filmed"))
    elif look.seconds is not None:
        parts.append(translate("MapSpoken", "length {time}").format(time=clock(look.seconds)))
    if look.errors or look.warnings:
        found = look.errors + look.warnings
        parts.append(translate("MapSpoken", "findings: {count}").format(count=found))
    if look.captions_missing:
        parts.append(translate("MapSpoken", "captions are missing"))
    if scene.chapter is not None:
        words = translate("MapSpoken", "chapter {title}")
        parts.append(words.format(title=view.chapter_title(scene.chapter)))
    parts += [_way(view, row) for row in card.rows]
    sources = [layout.cards[key].title for key in layout.sources_of(scene.id)]
    if sources:
        words = translate("MapSpoken", "reached from: {titles}")
        parts.append(words.format(titles=", ".join(dict.fromkeys(sources))))
    return "; ".join(parts)


def spoken_way(view: MapView, port: Port) -> str:
    """What a screen reader says of a selected way."""
    card = view.layout_of_map.cards.get(port.scene)
    row = next((each for each in card.rows if each.port == port), None) if card else None
    return _way(view, row) if row is not None else ""


def _way(view: MapView, row: Row) -> str:
    name = row.text or translate("MapSpoken", "next")
    if row.missing == "stays":
        return translate("MapSpoken", "{way} stays here").format(way=name)
    scene = view.story.scene_by_id.get(row.target or "")
    if scene is None:
        return translate("MapSpoken", "{way} leads nowhere").format(way=name)
    title = in_language(scene.title, view.language, scene.id)
    return translate("MapSpoken", "{way} leads to {title}").format(way=name, title=title)


class SceneInterface(QAccessibleInterface):
    """One scene. It looks itself up by key, so it never holds an outdated story."""

    def __init__(self, owner: MapInterface, key: str) -> None:
        super().__init__()
        self._owner = owner
        self.key = key

    @property
    def _card(self) -> Card | None:
        return self._owner.view.layout_of_map.cards.get(self.key)

    def isValid(self) -> bool:
        return self._card is not None

    def object(self) -> QObject | None:
        return None

    def window(self) -> QWindow | None:
        return self._owner.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        return self._owner

    def childCount(self) -> int:
        return 0

    def child(self, index: int) -> QAccessibleInterface | None:
        return None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state, view = QAccessible.State(), self._owner.view
        state.focusable = state.selectable = state.multiSelectable = True
        card = self._card
        if card is None:
            state.invalid = True
            return state
        state.selected = card.scene.id in view.selected_set
        state.focused = view.hasFocus() and view.selected == card.scene.id
        state.offscreen = not view.camera.visible.intersects(view.layout_of_map.rect_of(self.key))
        return state

    def rect(self) -> QRect:
        view = self._owner.view
        if self._card is None:
            return QRect()
        rect = view.layout_of_map.rect_of(self.key)
        corner = view.camera.from_map(rect.topLeft()).toPoint()
        size = (rect.size() * view.camera.zoom).toSize()
        return QRect(view.mapToGlobal(corner), size)

    def text(self, kind: QAccessible.Text) -> str:
        card = self._card
        if card is None:
            return ""
        if kind == QAccessible.Text.Name:
            return card.title
        if kind == QAccessible.Text.Description:
            return spoken(self._owner.view, card)
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names are the story's: nothing to set."""


class MapInterface(QAccessibleInterface):
    """The map as a list of its scenes, in the story's order."""

    def __init__(self, view: MapView) -> None:
        super().__init__()
        self.view = view
        self._children: dict[str, SceneInterface] = {}

    def scene(self, key: str) -> SceneInterface:
        """The child for the card."""
        if key not in self._children:
            self._children[key] = SceneInterface(self, key)
        return self._children[key]

    def isValid(self) -> bool:
        return True

    def object(self) -> QObject:
        return self.view

    def window(self) -> QWindow | None:
        return self.view.window().windowHandle()

    def parent(self) -> QAccessibleInterface | None:
        parent = self.view.parentWidget()
        return QAccessible.queryAccessibleInterface(parent) if parent is not None else None

    def childCount(self) -> int:
        return len(self.view.layout_of_map.cards)

    def child(self, index: int) -> QAccessibleInterface | None:
        keys = self.view.layout_of_map.in_order
        return self.scene(keys[index]) if 0 <= index < len(keys) else None

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        place = self.view.mapFromGlobal(QPoint(x, y))
        card = self.view.layout_of_map.card_at(self.view.camera.to_map(place.toPointF()))
        return self.scene(card.key) if card is not None else None

    def focusChild(self) -> QAccessibleInterface | None:
        selected = self.view.selected
        return self.scene(selected) if selected is not None else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        key = getattr(child, "key", None)
        return self.view.layout_of_map.order.get(key, -1) if isinstance(key, str) else -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        state.focusable = state.multiSelectable = True
        state.focused = self.view.hasFocus()
        return state

    def rect(self) -> QRect:
        return QRect(self.view.mapToGlobal(QPoint(0, 0)), self.view.size())

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            return self.view.accessibleName()
        if kind == QAccessible.Text.Description:
            if self.view.selection.way is not None:
                return spoken_way(self.view, self.view.selection.way)
            card = self.view.layout_of_map.cards.get(self.view.selected or "")
            return f"{card.title}; {spoken(self.view, card)}" if card is not None else ""
        return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Names come from the window."""


class Announcer:
    """Tells a screen reader of a new selection."""

    def __init__(self, view: MapView) -> None:
        self._view = view
        install()

    def selection_changed(self) -> None:
        """Say the scene that is selected now, or how many are."""
        if not QAccessible.isActive():
            return
        view = self._view
        QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.SelectionWithin))
        scenes = view.selection.scenes
        card = view.layout_of_map.cards.get(view.selected or "")
        if card is not None:
            words = f"{card.title}; {spoken(view, card)}"
        elif view.selection.way is not None:
            words = spoken_way(view, view.selection.way)
        elif scenes:
            words = translate("MapSpoken", "selected scenes: {count}").format(count=len(scenes))
        else:
            return
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, words))


_interfaces: dict[int, MapInterface] = {}
_installed = False


def install() -> None:
    """Let Qt ask us for the interface of maps; once for the whole program."""
    global _installed
    if not _installed:
        _installed = True
        QAccessible.installFactory(_interface_for)


def _interface_for(_class_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget) or thing.objectName() != "map":
        return None
    if not hasattr(thing, "layout_of_map"):
        return None
    made = MapInterface(thing)
    # Qt keeps only a pointer: ours must live as long as the widget.
    _interfaces[id(thing)] = made
    key = id(thing)
    thing.destroyed.connect(lambda: _interfaces.pop(key, None))
    return made
