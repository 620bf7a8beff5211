"""Work off the interface thread: one object per piece of work, results by signal."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal


class Task(QObject):
    """Runs ``work(task)`` in the thread pool; every task ends in exactly one of two signals.

    Connect bound methods of objects of the interface thread: Qt queues the calls to it.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    advanced = Signal(float)
    """Fraction done, 0 to 1."""

    def __init__(self, work: Callable[[Task], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._cancel = threading.Event()

    def start(self) -> None:
        """Begin in the global thread pool."""
        QThreadPool.globalInstance().start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop; it looks at :meth:`cancelled` when it can."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Whether the work has been asked to stop; may be called from any thread."""
        return self._cancel.is_set()

    def _run(self) -> None:
        try:
            result = self._work(self)
        except Exception as error:  # Every failure must reach the person, whatever it is.
            self.failed.emit(error)
        else:
            self.succeeded.emit(result)
