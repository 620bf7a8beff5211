"""Clips made by the workers of a Dask cluster (optional extra ``[cluster]``).

The studio copies sources into a folder that every machine sees under the same path, sends each
plan as one task, and takes the finished clips from the shared cache there. A task whose worker is
lost is carried out by another one. Dask speaks over the network that its address names: it is the
only part of the studio that does, and only when it is asked to.
"""

from __future__ import annotations

import os
import shutil
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from studio.media import problems
from studio.media.cache import Cache
from studio.media.executors import Outcome, Work
from studio.media.making import make, result_of
from studio.media.planning import Plan, signature
from studio.media.runner import Cancelled, Reached, find_ffmpeg, tool_version
from studio.story.finding import Finding, Place

_POLL_SECONDS = 0.1
_TELL_SECONDS = 0.3
_ASK_SECONDS = 0.3
_CONNECT_SECONDS = 10
_RETRIES = 3


class ClusterExecutor:
    """Sends plans to the scheduler at ``address``; ``shared`` is seen by all under one path."""

    def __init__(self, address: str, shared: Path) -> None:
        self._address = address
        self._shared = shared.absolute()

    def carry_out(self, work: Work) -> Iterator[tuple[str, Outcome] | None]:
        """See :class:`studio.media.executors.Executor`. Raises StudioError (MD018) as well."""
        distributed = _distributed(self._address)
        try:
            client: Any = distributed.Client(
                self._address, timeout=_CONNECT_SECONDS, set_as_default=False
            )
        except (OSError, ValueError) as error:
            raise problems.NO_CLUSTER.error(
                Place(), address=self._address, detail=str(error)
            ) from error
        with client:
            yield from self._follow(client, work)

    def _follow(self, client: Any, work: Work) -> Iterator[tuple[str, Outcome] | None]:
        run = f"scenario-studio-{uuid.uuid4().hex}"
        flag = self._shared / "cancelled" / run
        shared_cache = Cache(self._shared / "cache")
        version = tool_version(work.executable, work.cache.folder)

        def heard(event: tuple[float, tuple[str, float, int]]) -> None:
            key, seconds, frames = event[1]
            work.report(key, Reached(seconds, frames))

        client.subscribe_topic(run, heard)
        by_key = {plan.key: plan for plan in work.plans}
        futures: dict[str, Any] = {}
        try:
            for plan in work.longest_first:
                if work.cancelled():
                    raise Cancelled
                futures[plan.key] = client.submit(
                    make_on_worker, self._with_shared_sources(plan, work.cache),
                    str(shared_cache.folder), version, run, str(flag),
                    key=f"{plan.key}-{run}", retries=_RETRIES, pure=False,
                )  # fmt: skip
            while futures:
                ended = [key for key, future in futures.items() if future.done()]
                for key in ended:
                    yield key, _taken(by_key[key], futures.pop(key), shared_cache, work.cache)
                if work.cancelled():
                    raise Cancelled
                yield None
                if not ended:
                    time.sleep(_POLL_SECONDS)
        finally:
            if futures:
                flag.parent.mkdir(parents=True, exist_ok=True)
                flag.touch()
                client.cancel(list(futures.values()), force=True)
            client.unsubscribe_topic(run)

    def _with_shared_sources(self, plan: Plan, cache: Cache) -> Plan:
        """The plan with its sources in the shared folder, put there once for each content."""
        moved: dict[Path, Path] = {}
        for path, _ in plan.sources:
            place = self._shared / "sources" / f"{cache.digest(path)}{path.suffix.lower()[:8]}"
            if not place.exists():
                place.parent.mkdir(parents=True, exist_ok=True)
                partial = place.with_name(f"{place.name}.{os.getpid()}.new")
                shutil.copyfile(path, partial)
                partial.replace(place)
            moved[path] = place
        job = msgspec.structs.replace(
            plan.job,
            source=moved[plan.job.source],
            audio=moved[plan.job.audio] if plan.job.audio is not None else None,
        )
        encoding = plan.encoding
        if encoding is not None:
            sound = moved[encoding.sound] if encoding.sound is not None else None
            encoding = msgspec.structs.replace(encoding, source=moved[encoding.source], sound=sound)
        sources = tuple((place, signature(place)) for place in moved.values())
        return msgspec.structs.replace(plan, job=job, encoding=encoding, sources=sources)


def make_on_worker(
    plan: Plan, cache_folder: str, version: str, topic: str, flag: str
) -> dict[str, Any]:
    """Runs on a worker: makes the clip in the shared cache; the outcome as plain values.

    Also on a worker whose ffmpeg is another version: the outcome then says so as a finding.
    """
    distributed = _distributed("")
    worker: Any = distributed.get_worker()
    executable = find_ffmpeg()
    if tool_version(executable) != version:
        finding = problems.OTHER_FFMPEG.at(
            plan.job.place, address=str(worker.address), detail=tool_version(executable)
        )
        return {"finding": msgspec.to_builtins(finding)}
    told = [0.0]
    asked: list[Any] = [0.0, False]
    lock = threading.Lock()

    def on_progress(reached: Reached) -> None:
        now = time.monotonic()
        if now - told[0] >= _TELL_SECONDS:
            told[0] = now
            worker.log_event(topic, (plan.key, reached.seconds, reached.frames))

    def cancelled() -> bool:
        with lock:
            now = time.monotonic()
            if now - asked[0] >= _ASK_SECONDS:
                asked[:] = [now, Path(flag).exists()]
            return bool(asked[1])

    outcome = make(plan, Cache(Path(cache_folder)), executable, on_progress, cancelled)
    if isinstance(outcome, Finding):
        return {"finding": msgspec.to_builtins(outcome)}
    return {"how": outcome.how}


def _taken(plan: Plan, future: Any, shared: Cache, cache: Cache) -> Outcome:
    """The outcome of a task; its clip is linked or copied into this machine's cache."""
    name = plan.job.footage.file
    error = future.exception()
    if error is not None:
        detail = f"{type(error).__name__}: {error}".splitlines()[0]
        return problems.ENCODING_FAILED.at(plan.job.place, file=name, detail=detail)
    answer = future.result()
    if "finding" in answer:
        return msgspec.convert(answer["finding"], Finding)
    record = plan.finished(shared)
    if record is None:
        return problems.ENCODING_FAILED.at(
            plan.job.place, file=name, detail="the finished clip is not in the shared folder"
        )
    source = shared.clip_path(plan.key, plan.container)
    try:
        with cache.making(plan.key) as partial:
            partial.unlink(missing_ok=True)
            with suppress(OSError):
                os.link(source, partial)
            if not partial.exists():
                shutil.copyfile(source, partial)
            kept = cache.keep(
                plan.key, plan.container, partial, record.seconds, record.copied, record.damage
            )
    except OSError as problem:
        return problems.from_os_error(problem, plan.job.place, name).findings[0]
    return result_of(plan, cache, kept, answer["how"])


def _distributed(address: str) -> Any:
    try:
        import distributed
    except ImportError as error:
        detail = "pip install 'scenario-studio[cluster]'"
        raise problems.NO_CLUSTER.error(Place(), address=address, detail=detail) from error
    return distributed
