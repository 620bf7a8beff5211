"""Work on the interface thread that is done a slice at a time, so that the window stays alive."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

_SLICE = 0.008
"""Seconds after which no further step is begun in this turn."""


class Slices(QObject):
    """Does steps in their order; between two slices the window paints and takes the keys."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: deque[Callable[[], object]] = deque()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._slice)

    @property
    def busy(self) -> bool:
        """Whether steps are left."""
        return bool(self._steps)

    def add(self, steps: Iterable[Callable[[], object]]) -> None:
        """Do these after those that are left."""
        self._steps.extend(steps)
        if self._steps:
            self._timer.start()

    def _slice(self) -> None:
        end = time.perf_counter() + _SLICE
        while self._steps:
            self._steps.popleft()()
            if time.perf_counter() >= end:
                return
        self._timer.stop()
