"""Keeps Python's search for garbage from going over the whole story again and again.

A full search looks at every object while no thread may run, the interface thread neither: 130 ms
with 10,000 scenes open. What a story is made of has no cycles and needs no search.
"""

from __future__ import annotations

import gc

_THRESHOLDS = (5_000, 10, 50)
"""New objects before a short search, short before a longer one, longer before a full one: Python's
own 700, 10, 10 make six full searches while a large story is opened."""


class Garbage:
    """Sets aside what lives long: from then on a search looks only at what came later."""

    def __init__(self) -> None:
        self._opening = False
        gc.set_threshold(*_THRESHOLDS)

    def open(self) -> None:
        """A story is being opened: what was set aside for the one before is looked at again."""
        gc.unfreeze()
        self._opening = True

    def settle(self) -> None:
        """The story is shown and has been checked: what there is now will stay."""
        if self._opening:
            gc.freeze()
            self._opening = False
