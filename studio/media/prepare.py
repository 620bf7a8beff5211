"""Makes a film's clips ready: copies, encodes or reuses each; one finding per clip that fails."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import msgspec

from studio.media.cache import Cache
from studio.media.encoders import SOFTWARE, hardware_encoder
from studio.media.eviction import evict
from studio.media.executors import Executor, LocalExecutor, Outcome, Work, usual_workers
from studio.media.jobs import (
    ClipProgress,
    EncodeJob,
    EncodeResult,
    Estimate,
    Progress,
)
from studio.media.making import result_of
from studio.media.planning import Plan, plan, profile_of
from studio.media.profiles import Profile
from studio.media.runner import Cancelled, Reached, find_ffmpeg, tool_version
from studio.media.sizes import estimate, fitted_profiles
from studio.story.finding import Finding

_ENOUGH_TO_JUDGE = 1.0
"""Seconds of work before a remaining time is named."""


def prepare(
    jobs: Sequence[EncodeJob],
    cache: Cache,
    *,
    progress: Callable[[float], None] = lambda fraction: None,
    watch: Callable[[Progress], None] = lambda progress: None,
    estimated: Callable[[Estimate], None] = lambda estimate: None,
    cancelled: Callable[[], bool] = lambda: False,
    executor: Executor | None = None,
    ffmpeg: Path | None = None,
    budget: int | None = None,
    hardware: bool = False,
) -> list[Outcome]:
    """Make the clips ready; result ``i`` belongs to job ``i``, a Finding where it failed.

    ``progress`` gets a fraction from 0 to 1, weighted by length, and ``watch`` the details, both
    in the calling thread about ten times a second; ``estimated`` is called once, before anything
    is encoded. Jobs that ask for the same thing share one
    file. ``budget`` is what all clips together may take, in bytes; ``hardware`` uses a hardware
    encoder where one works. Raises Cancelled; StudioError without an ffmpeg (MD012) or when the
    budget is too small (MD016).
    """
    executable = find_ffmpeg(ffmpeg)
    plans = plan_jobs(jobs, cache, executable, budget, hardware, cancelled)
    estimated(estimate([each for each in plans if isinstance(each, Plan)], cache))
    whole: dict[str, Plan] = {}
    for each in plans:
        if isinstance(each, Plan):
            whole.setdefault(each.key, each)
    outcomes: dict[str, Outcome] = {}
    for key, each in whole.items():
        found = each.finished(cache)
        if found is not None:
            outcomes[key] = result_of(each, cache, found, "reused")
    tally = _Tally(list(whole.values()), set(outcomes))
    progress(tally.progress().fraction if whole else 0.0)
    waiting = [each for key, each in whole.items() if key not in outcomes]
    if waiting:
        chosen = executor or LocalExecutor()
        for ended in chosen.carry_out(Work(waiting, cache, executable, tally.reached, cancelled)):
            if ended is not None:
                outcomes[ended[0]] = ended[1]
                tally.done(ended[0])
            now = tally.progress()
            progress(now.fraction)
            watch(now)
        with suppress(OSError):
            evict(cache)
    progress(1.0)
    watch(tally.progress())
    return [
        each if isinstance(each, Finding) else _for_job(job, outcomes[each.key])
        for job, each in zip(jobs, plans, strict=True)
    ]


def estimate_jobs(
    jobs: Sequence[EncodeJob],
    cache: Cache,
    *,
    ffmpeg: Path | None = None,
    budget: int | None = None,
    hardware: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Estimate:
    """What :func:`prepare` would need for these jobs, without encoding anything.

    Files that cannot be used count as nothing. Raises like :func:`prepare`.
    """
    plans = plan_jobs(jobs, cache, find_ffmpeg(ffmpeg), budget, hardware, cancelled)
    return estimate([each for each in plans if isinstance(each, Plan)], cache)


def plan_jobs(
    jobs: Sequence[EncodeJob],
    cache: Cache,
    executable: str,
    budget: int | None = None,
    hardware: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Plan | Finding]:
    """What is to be done for each job, or why it cannot be; nothing is encoded.

    ``executable`` is the ffmpeg that would be used. Raises Cancelled.
    """

    def version() -> str:
        return tool_version(executable, cache.folder)

    def planned(job: EncodeJob, profile: Profile) -> Plan | Finding:
        if cancelled():
            raise Cancelled
        encoder = hardware_encoder(executable, profile.video_codec) if hardware else None
        return plan(job, cache, version, profile, encoder or SOFTWARE)

    def first(job: EncodeJob) -> Plan | Finding:
        profile = profile_of(job)
        return profile if isinstance(profile, Finding) else planned(job, profile)

    with ThreadPoolExecutor(usual_workers(), thread_name_prefix="plan") as pool:
        plans = list(pool.map(first, jobs))
    if budget is None:
        return plans
    others = fitted_profiles([each for each in plans if isinstance(each, Plan)], budget)
    return [
        planned(job, others[each.key]) if isinstance(each, Plan) and each.key in others else each
        for job, each in zip(jobs, plans, strict=True)
    ]


def _for_job(job: EncodeJob, outcome: Outcome) -> Outcome:
    """The shared outcome under this job's own scene, language and file."""
    if isinstance(outcome, EncodeResult):
        findings = tuple(
            msgspec.structs.replace(finding, place=job.place) for finding in outcome.findings
        )
        return msgspec.structs.replace(
            outcome, scene=job.scene, language=job.language, use=job.use, choice=job.choice,
            findings=findings,
        )  # fmt: skip
    own = outcome.place.file in (job.footage.file, job.footage.audio)
    place = msgspec.structs.replace(job.place, file=outcome.place.file) if own else job.place
    return msgspec.structs.replace(outcome, place=place)


class _Tally:
    """How far each clip is, and what that says about the rest."""

    def __init__(self, plans: Sequence[Plan], ready: set[str]) -> None:
        self._plans = {each.key: each for each in plans}
        self._done = set(ready)
        self._ready = frozenset(ready)
        self._reached: dict[str, Reached] = {}
        self._began: dict[str, float] = {}
        self._start = time.monotonic()

    def reached(self, key: str, reached: Reached) -> None:
        """Called from the threads that watch ffmpeg."""
        self._began.setdefault(key, time.monotonic())
        self._reached[key] = reached

    def done(self, key: str) -> None:
        self._done.add(key)

    def progress(self) -> Progress:
        now = time.monotonic()
        total = sum(each.seconds for each in self._plans.values())
        made = reused = 0.0
        frames = 0
        current: list[ClipProgress] = []
        for key, each in self._plans.items():
            reached = self._reached.get(key)
            if key in self._done:
                made += each.seconds
                reused += each.seconds if key in self._ready else 0.0
                frames += each.frames
            elif reached is not None:
                share = min(1.0, reached.seconds / each.seconds) if each.seconds > 0 else 0.0
                made += share * each.seconds
                frames += reached.frames
                current.append(
                    ClipProgress(
                        scene=each.job.scene,
                        language=each.job.language,
                        file=each.job.footage.file,
                        fraction=share,
                        frames=reached.frames,
                        frames_in_all=each.frames,
                        seconds_left=_left(now - self._began[key], share),
                    )
                )
        share_of_work = (made - reused) / (total - reused) if total > reused else 1.0
        return Progress(
            fraction=made / total if total > 0 else 1.0,
            clips_done=len(self._done),
            clips_in_all=len(self._plans),
            frames=frames,
            frames_in_all=sum(each.frames for each in self._plans.values()),
            seconds_left=_left(now - self._start, share_of_work),
            current=tuple(current),
        )


def _left(spent: float, share: float) -> float | None:
    if share >= 1.0:
        return 0.0
    if share <= 0.0 or spent < _ENOUGH_TO_JUDGE:
        return None
    return spent * (1 - share) / share
