"""How long the interface thread is kept by one turn of Qt's event loop."""

from __future__ import annotations

import time

from PySide6.QtCore import QEventLoop, QTimer


def live(milliseconds: int) -> None:
    """Let the window live. (QTest.qWait would keep Python's lock from what works beside it.)"""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


class Turns:
    """The longest turn since the start, in milliseconds of the thread's processor time."""

    def __init__(self) -> None:
        self.longest = 0.0
        self.beats = 0
        self._last = time.thread_time()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, 1000 * (now - self._last))
        self._last = now
        self.beats += 1

    def stop(self) -> None:
        """Beat no more."""
        self._timer.stop()
