"""J, K and L: backwards, stop, on; again is faster."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

from studio.desktop.playing.screen import ClipScreen

_FASTEST = 8.0
_TICK_MILLISECONDS = 40


class Shuttle(QObject):
    """Runs the picture of a screen forwards or backwards.

    No player of ours plays backwards: there the pictures are sought one after the other, as many
    as can be shown, so that the speed holds and some are left out.
    """

    def __init__(self, screen: ClipScreen, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screen = screen
        self.speed = 0.0
        """1 is the clip's own speed, less than 0 is backwards."""
        self._from = (0.0, 0.0)
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._go_back)

    def back(self) -> None:
        """Backwards; again is twice as fast."""
        if self._screen.head is None:
            return
        self.speed = -1.0 if self.speed >= 0 else max(-_FASTEST, self.speed * 2)
        self._screen.pause()
        self._from = (time.monotonic(), self._screen.seconds)
        self._timer.start()

    def stop(self) -> None:
        """Stand still."""
        self.speed = 0.0
        self._timer.stop()
        self._screen.pause()
        self._screen.set_rate(1.0)

    def on(self) -> None:
        """Forwards; again is twice as fast."""
        if self._screen.head is None:
            return
        self._timer.stop()
        self.speed = 1.0 if self.speed <= 0 else min(_FASTEST, self.speed * 2)
        self._screen.set_rate(self.speed)
        self._screen.play()

    def toggle(self) -> None:
        """Stop, or play at the clip's own speed."""
        if self._screen.playing or self._timer.isActive():
            self.stop()
        else:
            self.speed = 0.0
            self.on()

    def _go_back(self) -> None:
        began, seconds = self._from
        target = seconds + self.speed * (time.monotonic() - began)
        self._screen.show_at(max(0.0, target))
        if target <= 0:
            self.stop()
