"""Where plans are carried out: here on this machine."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import NamedTuple, Protocol

from studio.media.cache import Cache
from studio.media.jobs import EncodeResult
from studio.media.making import make
from studio.media.planning import Plan
from studio.media.runner import Cancelled, Reached
from studio.story.finding import Finding

Outcome = EncodeResult | Finding
Report = Callable[[str, Reached], None]
"""Called with a plan's key and how far it is, from any thread."""

_POLL_SECONDS = 0.1


class Work(NamedTuple):
    """Plans to carry out into the cache by that ffmpeg, who hears of it, and who may stop it."""

    plans: Sequence[Plan]
    cache: Cache
    executable: str
    report: Report
    cancelled: Callable[[], bool]

    @property
    def longest_first(self) -> list[Plan]:
        """The last to end is then a short one."""
        return sorted(self.plans, key=lambda plan: -plan.seconds)


class Executor(Protocol):
    """Carries out plans; several studios may share one."""

    def carry_out(self, work: Work) -> Iterator[tuple[str, Outcome] | None]:
        """Key and outcome of each plan as it ends, None about ten times a second between.

        Raises Cancelled within a second of ``cancelled()``, with nothing left running.
        """
        ...


def usual_workers() -> int:
    """How many ffmpeg processes run at once: two on two cores, half as many as cores on more.

    One encoder uses several cores but not evenly: on two cores two processes gained a fifth, one
    thread each lost (docs/benchmarks.md).
    """
    return max(2, (os.cpu_count() or 2) // 2)


class LocalExecutor:
    """ffmpeg processes on this machine, each watched by a thread."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or usual_workers()

    def carry_out(self, work: Work) -> Iterator[tuple[str, Outcome] | None]:
        """See :class:`Executor`."""
        stopped = threading.Event()

        def one(plan: Plan) -> Outcome:
            def on_progress(reached: Reached) -> None:
                work.report(plan.key, reached)

            return make(
                plan,
                work.cache,
                work.executable,
                on_progress,
                lambda: stopped.is_set() or work.cancelled(),
            )

        with ThreadPoolExecutor(self.workers, thread_name_prefix="media") as pool:
            futures: dict[Future[Outcome], str] = {
                pool.submit(one, plan): plan.key for plan in work.longest_first
            }
            pending = set(futures)
            try:
                while pending:
                    done, pending = wait(pending, _POLL_SECONDS, FIRST_COMPLETED)
                    if work.cancelled():
                        raise Cancelled
                    for future in done:
                        yield futures[future], future.result()
                    yield None
            finally:
                # However it ends, by cancelling, Ctrl-C or an error: no ffmpeg goes on.
                stopped.set()
                for future in pending:
                    future.cancel()
