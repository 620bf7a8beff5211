"""Walking the graph by arrow keys, and finding a scene by the letters of its title."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.shapes import Card

Direction = Literal["left", "right", "up", "down"]


class Walk:
    """Remembers the way by which a scene was entered: back leads there, up and down go among
    the scenes that the last one leads to."""

    def __init__(self) -> None:
        self._trail: list[str] = []

    def step(self, layout: MapLayout, key: str | None, direction: Direction) -> str | None:
        """The key of the next card from ``key`` (None: the start); None where there is no way."""
        if key is None or key not in layout.cards:
            self._trail.clear()
            start = layout.story.start
            if start in layout.cards:
                return start
            return next(iter(layout.cards), None)
        card = layout.cards[key]
        parent = self._parent(layout, card)
        if direction == "right":
            onward = _targets(layout, card)
            if onward:
                self._trail.append(key)
                return onward[0]
            return None
        if direction == "left":
            if self._trail and self._trail[-1] == parent:
                self._trail.pop()
            return parent
        step = 1 if direction == "down" else -1
        siblings = _targets(layout, layout.cards[parent]) if parent is not None else []
        if key in siblings:
            index = siblings.index(key) + step
            if 0 <= index < len(siblings):
                if not self._trail or self._trail[-1] != parent:
                    self._trail.append(parent or "")
                return siblings[index]
        return _beside(layout, card, step)

    def _parent(self, layout: MapLayout, card: Card) -> str | None:
        if self._trail:
            last = self._trail[-1]
            if last in layout.cards and card.key in _targets(layout, layout.cards[last]):
                return last
            self._trail.clear()
        return next((key for key in layout.sources_of(card.scene.id) if key != card.key), None)


class Letters:
    """Letters typed one after another, and the scene they lead to."""

    def __init__(self) -> None:
        self.typed = ""

    def find(self, layout: MapLayout, current: str | None) -> str | None:
        """The scene whose title fits best: begins with the letters, has a word that does, or
        holds them; of several the next one after ``current``."""
        wanted = folded(self.typed)
        if not wanted:
            return None
        keys = list(layout.cards)
        if current in layout.order:
            begin = layout.order[current]
            keys = keys[begin:] + keys[:begin]
        best: tuple[int, str] | None = None
        for key in keys:
            title = folded(layout.cards[key].title)
            if title.startswith(wanted):
                return key
            rank = 1 if f" {wanted}" in title else 2 if wanted in title else 3
            if rank < 3 and (best is None or rank < best[0]):
                best = (rank, key)
        return best[1] if best else None


@lru_cache(maxsize=65_536)
def folded(words: str) -> str:
    """The words without marks and in small letters: what people type to find them."""
    plain = unicodedata.normalize("NFKD", words.replace("ł", "l").replace("Ł", "L"))
    return "".join(each for each in plain if not unicodedata.combining(each)).casefold()


def _targets(layout: MapLayout, card: Card) -> list[str]:
    known = [row.target for row in card.rows if row.target in layout.cards]
    return [each for each in dict.fromkeys(known) if each is not None and each != card.key]


def _beside(layout: MapLayout, card: Card, step: int) -> str | None:
    """The nearest card in sight straight above or below."""
    best: tuple[float, str] | None = None
    for key, other in layout.cards.items():
        away = (other.y - card.y) * step
        if away <= 0 or layout.hidden(key):
            continue
        far = away + 2.5 * abs(other.x - card.x)
        if best is None or far < best[0]:
            best = (far, key)
    return best[1] if best else None
