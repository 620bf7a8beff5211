"""The layout of the whole map, brought from one story value to the next by what differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF

from studio.desktop.canvas.grid import Box, Grid, touch
from studio.desktop.canvas.shapes import (
    BOX_HEIGHT,
    BOX_WIDTH,
    CARD_WIDTH,
    FRAME_MARGIN,
    FRAME_TITLE,
    TITLE_HEIGHT,
    Card,
    Edge,
    Frame,
    NoteBox,
    lay_out,
    lowest,
)
from studio.desktop.language import in_language
from studio.story.edits import Port
from studio.story.model import Ending, Scene, Story

EdgeKey = tuple[str, int]
"""Key of the source card and number of its row."""


class MapLayout:
    """Everything on the map of one story value; :meth:`show` lays out only what has changed."""

    def __init__(self, story: Story, language: str) -> None:
        self.story = story
        self.language = language
        self.cards: dict[str, Card] = {}
        self.order: dict[str, int] = {}
        self.in_order: list[str] = []
        """Keys of the cards in the story's order."""
        self.edges: dict[EdgeKey, Edge] = {}
        self.frames: dict[str, Frame] = {}
        self.notes: dict[str, NoteBox] = {}
        self._card_grid: Grid[str] = Grid()
        self._edge_grid: Grid[EdgeKey] = Grid()
        self._sources: defaultdict[str, set[str]] = defaultdict(set)
        self._members: defaultdict[str, set[str]] = defaultdict(set)
        self._collapsed: frozenset[str] = frozenset()
        self._bounds: QRectF | None = None
        self.revision = 0
        """Goes up when anything changes that is seen from far away: places, ways, endings."""
        self.laid_out = 0
        """How many cards the last :meth:`show` laid out."""
        self._change(story, language)

    def show(self, story: Story, language: str) -> None:
        """Become the layout of this value."""
        if language != self.language:
            self.__init__(story, language)
        elif story is not self.story:
            self._change(story, language)

    def hidden(self, key: str) -> bool:
        """Whether the card lies in a collapsed chapter."""
        return self.cards[key].scene.chapter in self._collapsed

    def cards_in(self, box: Box) -> list[Card]:
        """The cards in sight that touch the box, in the story's order: later ones lie on top."""
        cards, order = self.cards, self.order
        if self.holds_all(box):
            collapsed = self._collapsed
            if not collapsed:
                return [cards[key] for key in order]
            return [cards[k] for k in order if cards[k].scene.chapter not in collapsed]
        found = [cards[key] for key in self._card_grid.near(box) if touch(cards[key].box, box)]
        found.sort(key=lambda card: order[card.key])
        return found

    def edges_in(self, box: Box) -> list[Edge]:
        """The curves whose rectangles touch the box, in no order."""
        edges = self.edges
        if self.holds_all(box):
            return list(edges.values())
        found = [edges[key] for key in self._edge_grid.near(box)]
        return [edge for edge in found if touch(edge.box, box)]

    def holds_all(self, box: Box) -> bool:
        """Whether the box holds everything, so that there is nothing to look for."""
        bounds = self.bounds
        return (
            box[0] <= bounds.left()
            and box[1] <= bounds.top()
            and box[2] >= bounds.right()
            and box[3] >= bounds.bottom()
        )

    def edges_of(self, key: str) -> list[Edge]:
        """The curves that leave the card and those that arrive at it, each once."""
        leaving = [
            self.edges[key, number]
            for number in range(len(self.cards[key].rows))
            if (key, number) in self.edges
        ]
        arriving = [
            edge
            for source in self._sources.get(self.cards[key].scene.id, ())
            if source != key
            for edge in self._leaving(source)
            if edge.row.target == self.cards[key].scene.id
        ]
        return leaving + arriving

    def sources_of(self, scene_id: str) -> list[str]:
        """Keys of the cards with a way to the scene, in the story's order."""
        return sorted(self._sources.get(scene_id, ()), key=self.order.__getitem__)

    def card_at(self, point: QPointF) -> Card | None:
        """The topmost card under the point."""
        x, y = point.x(), point.y()
        hits = self.cards_in((x, y, x, y))
        return hits[-1] if hits else None

    def is_free(self, rect: QRectF) -> bool:
        """Whether no card and no note lies there."""
        if self.cards_in((rect.left(), rect.top(), rect.right(), rect.bottom())):
            return False
        return not any(each.rect.intersects(rect) for each in self.notes.values())

    def frame_at(self, point: QPointF) -> Frame | None:
        """The chapter whose title or box lies under the point."""
        hits = [each for each in self.frames.values() if each.title_rect.contains(point)]
        return min(hits, key=lambda each: each.rect.width(), default=None)

    def note_at(self, point: QPointF) -> NoteBox | None:
        """The topmost note under the point."""
        hits = [each for each in self.notes.values() if each.rect.contains(point)]
        return hits[-1] if hits else None

    def edge_near(self, point: QPointF, reach: float) -> Edge | None:
        """The curve nearest to the point, not further away than ``reach``."""
        x, y = point.x(), point.y()
        probe = QRectF(x - reach, y - reach, 2 * reach, 2 * reach)
        best: tuple[float, Edge] | None = None
        for edge in self.edges_in((x - reach, y - reach, x + reach, y + reach)):
            path = edge.path()
            if not path.intersects(probe):
                continue
            away = min(
                (path.pointAtPercent(step / 48) - point).manhattanLength() for step in range(49)
            )
            if best is None or away < best[0]:
                best = (away, edge)
        return best[1] if best else None

    def members(self, chapter_id: str) -> list[str]:
        """Keys of the chapter's cards, in the story's order."""
        return sorted(self._members.get(chapter_id, ()), key=self.order.__getitem__)

    @property
    def bounds(self) -> QRectF:
        """What holds everything in sight; empty for an empty map."""
        if self._bounds is None:
            shown = [card for key, card in self.cards.items() if not self.hidden(key)]
            whole = _around(card.box for card in shown) if shown else QRectF()
            for frame in self.frames.values():
                whole = whole.united(frame.rect)
            for note in self.notes.values():
                whole = whole.united(note.rect)
            self._bounds = whole
        return self._bounds

    def rect_of(self, key: str) -> QRectF:
        """Where the scene is seen: its card, or the box of its collapsed chapter."""
        card = self.cards[key]
        if self.hidden(key) and card.scene.chapter is not None:
            return self.frames[card.scene.chapter].rect
        return card.rect

    def edge_from(self, port: Port) -> Edge | None:
        """The curve that leaves from the port."""
        return next((edge for edge in self._leaving(port.scene) if edge.port == port), None)

    def _leaving(self, key: str) -> list[Edge]:
        card = self.cards.get(key)
        rows = range(len(card.rows)) if card else range(0)
        return [self.edges[key, number] for number in rows if (key, number) in self.edges]

    def _change(self, story: Story, language: str) -> None:
        before = self.cards
        keys = _keys(story)
        changed = [
            key
            for key, scene in keys.items()
            if (card := before.get(key)) is None or card.scene is not scene
        ]
        gone = (
            [key for key in before if key not in keys]
            if len(keys) < len(before) + len(changed)
            else []
        )
        notes, start = self.story.sticky_notes, self.story.start
        self.story, self.laid_out = story, len(changed)
        if self.in_order != (in_order := list(keys)):
            self.order = {key: number for number, key in enumerate(keys)}
            self.in_order = in_order
        collapsed = frozenset(each.id for each in story.chapters if each.collapsed)
        toggled = collapsed ^ self._collapsed
        self._collapsed = collapsed
        elsewhere = bool(gone or toggled) or notes is not story.sticky_notes
        reshaped = elsewhere or start != story.start
        touched: set[str] = set()
        relink: set[str] = set()
        for key in gone:
            touched |= self._forget(key)
            relink |= self._sources.get(before[key].scene.id, set())
            del before[key]
        for key in changed:
            relink.add(key)
            old = before.get(key)
            if old is not None:
                touched |= self._forget(key)
            card = lay_out(keys[key], language, key)
            before[key] = card
            if old is None or (old.x, old.y, old.height, old.scene.chapter) != (
                card.x,
                card.y,
                card.height,
                card.scene.chapter,
            ):
                relink |= self._sources.get(card.scene.id, set())
                elsewhere = True
            reshaped = reshaped or old is None or not _looks_alike_from_afar(old, card)
            touched.add(card.scene.chapter or "")
            if card.scene.chapter is not None:
                self._members[card.scene.chapter].add(key)
            for row in card.rows:
                if row.target is not None:
                    self._sources[row.target].add(key)
        for chapter in toggled:
            touched.add(chapter)
            changed += self._members.get(chapter, ())
        self._notes(story)
        framed = self.frames.keys()
        moved_boxes = self._frame(story, touched)
        if elsewhere or framed != self.frames.keys():
            self._bounds = None
        if reshaped or moved_boxes:
            self.revision += 1
        for chapter in toggled | moved_boxes:
            for key in self._members.get(chapter, ()):
                relink.add(key)
                relink |= self._sources.get(before[key].scene.id, set())
        for key in changed:
            if self.hidden(key):
                self._card_grid.discard(key)
            else:
                self._card_grid.put(key, (before[key].box,))
        for key in sorted(relink & before.keys(), key=self.order.__getitem__):
            self._link(before[key])

    def _forget(self, key: str) -> set[str]:
        """Take the card out of every index; returns the chapter it was in."""
        card = self.cards[key]
        self._card_grid.discard(key)
        for number, row in enumerate(card.rows):
            if self.edges.pop((key, number), None) is not None:
                self._edge_grid.discard((key, number))
            if row.target is not None:
                self._sources[row.target].discard(key)
        chapter = card.scene.chapter
        if chapter is None:
            return set()
        self._members[chapter].discard(key)
        return {chapter}

    def _link(self, card: Card) -> None:
        """Draw the curves that leave the card anew."""
        for number, row in enumerate(card.rows):
            key = (card.key, number)
            target = self.cards.get(row.target) if row.target is not None else None
            edge = self._edge(card, number, target) if target is not None else None
            if edge is None:
                if self.edges.pop(key, None) is not None:
                    self._edge_grid.discard(key)
            else:
                self.edges[key] = edge
                self._edge_grid.put(key, edge.boxes())

    def _edge(self, card: Card, number: int, target: Card) -> Edge | None:
        row = card.rows[number]
        source_box, target_box = self._box_frame(card), self._box_frame(target)
        if source_box is not None and source_box is target_box:
            return None
        if source_box is None:
            start, bottom = (card.x + CARD_WIDTH, card.y + row.middle), card.y + card.height
        else:
            rect = source_box.rect
            start, bottom = (rect.right(), rect.center().y()), rect.bottom()
        if target_box is None:
            end = (target.x, target.y + TITLE_HEIGHT / 2)
            bottom = max(bottom, target.y + target.height)
        else:
            rect = target_box.rect
            end, bottom = (rect.left(), rect.center().y()), max(bottom, rect.bottom())
        low = lowest(start, end, bottom, number)
        return Edge(row.port, row, card.key, target.key, start, end, low)

    def _box_frame(self, card: Card) -> Frame | None:
        if card.scene.chapter in self._collapsed and card.scene.chapter is not None:
            return self.frames.get(card.scene.chapter)
        return None

    def _notes(self, story: Story) -> None:
        old = self.notes
        self.notes = {
            note.id: old[note.id] if note.id in old and old[note.id].note is note else NoteBox(note)
            for note in story.sticky_notes
        }

    def _frame(self, story: Story, touched: set[str]) -> set[str]:
        """Bring the frames up to date; returns the collapsed chapters whose box has moved."""
        before, moved = self.frames, set[str]()
        self.frames = {}
        for number, chapter in enumerate(story.chapters):
            members = self._members.get(chapter.id)
            if not members:
                continue
            old = before.get(chapter.id)
            if old is not None and chapter.id not in touched:
                rect = old.rect
                if old.chapter is chapter and old.number == number:
                    self.frames[chapter.id] = old
                    continue
            else:
                rect = self._frame_rect(members, chapter.collapsed)
            if chapter.collapsed and (old is None or old.rect != rect):
                moved.add(chapter.id)
            title = in_language(chapter.title, self.language, chapter.id)
            self.frames[chapter.id] = Frame(chapter, number, title, rect, len(members))
        return moved

    def _frame_rect(self, members: Iterable[str], collapsed: bool) -> QRectF:
        inner = _around(self.cards[key].box for key in members)
        if collapsed:
            return QRectF(inner.x(), inner.y(), BOX_WIDTH, BOX_HEIGHT)
        margin = FRAME_MARGIN
        return inner.adjusted(-margin, -margin - FRAME_TITLE, margin, margin)


def _keys(story: Story) -> dict[str, Scene]:
    """Scenes by key: the id, or for the second scene of one id (a finding) id and number."""
    keys: dict[str, Scene] = {scene.id: scene for scene in story.scenes}
    if len(keys) == len(story.scenes):
        return keys
    keys = {}
    for scene in story.scenes:
        key = scene.id
        number = 2
        while key in keys:
            key = f"{scene.id} {number}"
            number += 1
        keys[key] = scene
    return keys


def _looks_alike_from_afar(one: Card, other: Card) -> bool:
    """Whether the cards have the same place, ways and colour."""
    return (
        one.box == other.box
        and one.scene.chapter == other.scene.chapter
        and [row.target for row in one.rows] == [row.target for row in other.rows]
        and _outcome(one) == _outcome(other)
    )


def _outcome(card: Card) -> str | None:
    return card.scene.then.outcome if isinstance(card.scene.then, Ending) else None


def _around(boxes: Iterable[Box]) -> QRectF:
    every = list(boxes)
    left, top = min(box[0] for box in every), min(box[1] for box in every)
    right, bottom = max(box[2] for box in every), max(box[3] for box in every)
    return QRectF(left, top, right - left, bottom - top)
