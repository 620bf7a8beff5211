"""Work off the interface thread: one object per piece of work, results by signal."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable
from typing import ClassVar, TypeVar

from PySide6.QtCore import QEventLoop, QObject, QThreadPool, Signal

_THREADS = 6

Result = TypeVar("Result")


class Task(QObject):
    """Runs ``work(task)`` in the thread pool; every task ends in exactly one of two signals.

    Connect bound methods of objects of the interface thread: Qt queues the calls to it. A task
    outlives its ``owner`` until its work has ended, but is asked to stop when the owner goes.
    """

    succeeded = Signal(object)
    failed = Signal(object)
    advanced = Signal(float)
    """Fraction done, 0 to 1."""
    told = Signal(object)
    """Details on the way, of whatever kind the work has."""

    _running: ClassVar[set[Task]] = set()

    def __init__(self, work: Callable[[Task], object], owner: QObject | None = None) -> None:
        super().__init__()
        self._work = work
        self._cancel = threading.Event()
        self.succeeded.connect(self._end)
        self.failed.connect(self._end)
        if owner is not None:
            stop = self._cancel
            owner.destroyed.connect(lambda *_: stop.set())

    def start(self, pool: QThreadPool | None = None) -> None:
        """Begin in the pool, or in the global one, which long work may have filled."""
        Task._running.add(self)
        if pool is None:
            pool = QThreadPool.globalInstance()
            # Much of the work waits (for disks, for ffmpeg): a long export holds nothing else up.
            pool.setMaxThreadCount(max(pool.maxThreadCount(), _THREADS))
        pool.start(self._run)

    def cancel(self) -> None:
        """Ask the work to stop; it looks at :meth:`cancelled` when it can."""
        self._cancel.set()

    def cancelled(self) -> bool:
        """Whether the work has been asked to stop; may be called from any thread."""
        return self._cancel.is_set()

    def _end(self, _outcome: object) -> None:
        Task._running.discard(self)

    def _run(self) -> None:
        signal, outcome = self.succeeded, None
        try:
            outcome = self._work(self)
        except Exception as error:  # Every failure must reach the person, whatever it is.
            signal, outcome = self.failed, error
        with contextlib.suppress(RuntimeError):  # The program ends: nobody is there to be told.
            signal.emit(outcome)


class _Waiting(QObject):
    """Ends a loop from another thread."""

    ended = Signal()


def wait_for(work: Callable[[], Result]) -> Result:
    """Do the work in a thread of its own and return its result, or raise what it raised.

    Meanwhile the window goes on painting; what is clicked and typed waits its turn. Not in the
    pool: saving must not wait for an export.
    """
    outcome: list[Result] = []
    failure: list[BaseException] = []
    loop = QEventLoop()
    waiting = _Waiting()
    waiting.ended.connect(loop.quit)

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:
            failure.append(error)
        waiting.ended.emit()

    threading.Thread(target=run, daemon=True).start()
    loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
    if failure:
        raise failure[0]
    return outcome[0]
