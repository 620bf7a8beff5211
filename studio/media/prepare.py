"""Makes a film's clips ready: copies, encodes or reuses each; one finding per clip that fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path
from typing import Literal

from msgspec import Struct

from studio.media import problems
from studio.media.cache import Cache, CachedClip, content_key
from studio.media.commandline import (
    RECIPE_VERSION,
    Encoding,
    copy_command,
    frame_rate,
    output_seconds,
    transcode_command,
)
from studio.media.probe import MediaFacts, probe
from studio.media.profiles import PROFILES, Profile, fits
from studio.media.runner import Cancelled, MediaError, find_ffmpeg, run, tool_version
from studio.story.finding import Finding, Place, StudioError
from studio.story.model import Footage, Treatment

_REPORT_SECONDS = 0.1
_SAME_SECONDS = 0.05
_SAME_SHAPE = 0.01
_SHORTFALL_SECONDS = 0.5
_NO_SPACE = "No space left on device"


class EncodeJob(Struct, frozen=True):
    """One clip to make ready. ``source`` and ``audio`` (a dub) are absolute paths.

    Frame size in pixels; ``loudness`` in LUFS, used where the treatment asks for it.
    """

    scene: str
    language: str
    footage: Footage
    source: Path
    frame_width: int
    frame_height: int
    audio: Path | None = None
    treatment: Treatment | None = None
    profile: str = "everywhere"
    loudness: float = -16.0

    @property
    def place(self) -> Place:
        """Where a problem with this clip is."""
        return Place(scene=self.scene, language=self.language, file=self.footage.file)


class EncodeResult(Struct, frozen=True):
    """A clip that is ready at ``path`` in the cache (do not change it). ``seconds`` is its length.

    ``how`` says what this run did: encoded it, copied its streams, or found it in the cache.
    """

    scene: str
    language: str
    path: Path
    seconds: float
    bytes: int
    how: Literal["encoded", "copied", "reused"]


class _Plan(Struct, frozen=True):
    """A job that passed its checks; ``encoding`` None means that the streams are copied."""

    job: EncodeJob
    key: str
    profile: Profile
    facts: MediaFacts
    encoding: Encoding | None
    seconds: float


def prepare(
    jobs: Sequence[EncodeJob],
    cache: Cache,
    *,
    progress: Callable[[float], None] = lambda fraction: None,
    cancelled: Callable[[], bool] = lambda: False,
    workers: int = 2,
    ffmpeg: Path | None = None,
) -> list[EncodeResult | Finding]:
    """Make the clips ready; result ``i`` belongs to job ``i``, a Finding where it failed.

    ``progress`` gets a fraction from 0 to 1, weighted by length, in the calling thread. Jobs that
    ask for the same thing share one file. Raises Cancelled, or StudioError without an ffmpeg.
    """
    executable = find_ffmpeg(ffmpeg)
    version = tool_version(executable)
    plans: list[_Plan | Finding] = []
    for job in jobs:
        if cancelled():
            raise Cancelled
        plans.append(_plan(job, cache, version))
    progress(0.0)
    unique: dict[str, _Plan] = {}
    for plan in plans:
        if isinstance(plan, _Plan):
            unique.setdefault(plan.key, plan)
    total = sum(plan.seconds for plan in unique.values())
    reached = dict.fromkeys(unique, 0.0)

    def make(plan: _Plan) -> EncodeResult | Finding:
        def on_seconds(seconds: float) -> None:
            reached[plan.key] = min(seconds, plan.seconds)

        outcome = _make(plan, cache, executable, on_seconds, cancelled)
        reached[plan.key] = plan.seconds
        return outcome

    with ThreadPoolExecutor(max_workers=workers, thread_name_prefix="media") as pool:
        futures = {key: pool.submit(make, plan) for key, plan in unique.items()}
        pending = set(futures.values())
        try:
            while pending:
                _, pending = wait(pending, timeout=_REPORT_SECONDS)
                if cancelled():
                    raise Cancelled
                progress(sum(reached.values()) / total if total else 1.0)
            outcomes = {key: future.result() for key, future in futures.items()}
        finally:
            for future in pending:
                future.cancel()
    progress(1.0)
    return [
        plan if isinstance(plan, Finding) else _for_job(jobs[index], outcomes[plan.key])
        for index, plan in enumerate(plans)
    ]


def _for_job(job: EncodeJob, outcome: EncodeResult | Finding) -> EncodeResult | Finding:
    """The shared outcome under this job's own scene, language and file."""
    if isinstance(outcome, EncodeResult):
        return EncodeResult(
            job.scene, job.language, outcome.path, outcome.seconds, outcome.bytes, outcome.how
        )
    return Finding(
        code=outcome.code,
        severity=outcome.severity,
        place=job.place,
        message=outcome.message,
        remedy=outcome.remedy,
    )


def _plan(job: EncodeJob, cache: Cache, version: str) -> _Plan | Finding:
    place, name, footage = job.place, job.footage.file, job.footage
    profile = PROFILES.get(job.profile)
    if profile is None:
        return problems.UNKNOWN_PROFILE.at(place, file=name, detail=job.profile)
    treatment = job.treatment or Treatment(loudness=False)
    if unavailable := _unavailable(treatment):
        return problems.TREATMENT_UNAVAILABLE.at(place, file=name, detail=", ".join(unavailable))
    try:
        facts = cache.facts(job.source, place)
        if facts.video is None:
            return problems.NO_VIDEO.at(place, file=name)
        digests = [cache.digest(job.source)]
        if job.audio is not None:
            sound_place = Place(scene=job.scene, language=job.language, file=footage.audio)
            sound_name = footage.audio or job.audio.name
            if cache.facts(job.audio, sound_place).audio is None:
                return problems.NO_SOUND.at(sound_place, file=sound_name)
            digests.append(cache.digest(job.audio))
    except StudioError as error:
        return error.findings[0]
    except OSError as error:
        return problems.from_os_error(error, place, name).findings[0]
    mark_out = facts.seconds if footage.mark_out is None else footage.mark_out
    if not footage.mark_in < mark_out <= facts.seconds + _SHORTFALL_SECONDS:
        return problems.MARKS_OUTSIDE.at(
            place,
            file=name,
            mark_in=f"{footage.mark_in:.2f}",
            mark_out=f"{mark_out:.2f}",
            seconds=f"{facts.seconds:.2f}",
        )
    encoding = Encoding(
        source=job.source,
        sound=job.audio,
        has_sound=facts.audio is not None,
        mark_in=footage.mark_in,
        seconds=min(mark_out, facts.seconds) - footage.mark_in,
        frame_width=job.frame_width - job.frame_width % 2,
        frame_height=job.frame_height - job.frame_height % 2,
        frame_rate=frame_rate(facts, profile),
        treatment=treatment,
        loudness=job.loudness if treatment.loudness else None,
    )
    whole = footage.mark_in == 0 and mark_out >= facts.seconds - _SAME_SECONDS
    copy = whole and job.audio is None and _leaves_alone(treatment) and _shape_fits(facts, job)
    copy = copy and fits(facts, profile)
    return _Plan(
        job=job,
        key=content_key(
            digests, profile, version, RECIPE_VERSION, "copy" if copy else
            [encoding.mark_in, encoding.seconds, encoding.frame_width, encoding.frame_height,
             treatment, encoding.loudness],
        ),
        profile=profile,
        facts=facts,
        encoding=None if copy else encoding,
        seconds=facts.seconds if copy else output_seconds(encoding),
    )  # fmt: skip


def _unavailable(treatment: Treatment) -> list[str]:
    """Treatments asked for that we cannot do; leaving one out could expose a person."""
    asked = {
        "concealments": bool(treatment.concealments),
        "voice_pitch": treatment.voice_pitch is not None,
        "burn_captions": treatment.burn_captions,
        "seamless_loop": treatment.seamless_loop,
        "camera": treatment.camera != "still",
    }
    return [name for name, wanted in asked.items() if wanted]


def _leaves_alone(treatment: Treatment) -> bool:
    return treatment in (Treatment(loudness=False), Treatment(loudness=False, fit="crop"))


def _shape_fits(facts: MediaFacts, job: EncodeJob) -> bool:
    """Whether the picture has the frame's shape (hotspots are fractions of it), no larger."""
    video = facts.video
    if video is None:
        return False
    ratio = (video.width / video.height) / (job.frame_width / job.frame_height)
    return abs(ratio - 1) <= _SAME_SHAPE and video.width <= job.frame_width


def _make(
    plan: _Plan,
    cache: Cache,
    executable: str,
    on_seconds: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> EncodeResult | Finding:
    """The finished clip; a Finding for whatever goes wrong with it, but Cancelled is raised."""
    job, name = plan.job, plan.job.footage.file
    try:
        found = cache.find(plan.key, plan.profile.extension)
        if found is not None:
            return _result(plan, cache, found, reused=True)
        with cache.making(plan.key, cancelled) as partial:
            found = cache.find(plan.key, plan.profile.extension)
            if found is not None:
                return _result(plan, cache, found, reused=True)
            run(_command(plan, executable, partial), on_seconds, cancelled)
            seconds = probe(partial).seconds
            if seconds < plan.seconds - _SHORTFALL_SECONDS:
                detail = f"{seconds:.1f} s / {plan.seconds:.1f} s"
                return problems.TRUNCATED.at(job.place, file=name, detail=detail)
            kept = cache.keep(
                plan.key, plan.profile.extension, partial, seconds, plan.encoding is None
            )
            return _result(plan, cache, kept, reused=False)
    except MediaError as error:
        if any(_NO_SPACE in line for line in error.log):
            return problems.DISK_FULL.at(job.place, file=name)
        return problems.ENCODING_FAILED.at(job.place, file=name, detail=str(error))
    except OSError as error:
        return problems.from_os_error(error, job.place, name).findings[0]
    except Cancelled:
        raise
    except StudioError as error:
        detail = error.findings[0].message["en"]
        return problems.ENCODING_FAILED.at(job.place, file=name, detail=detail)


def _command(plan: _Plan, executable: str, partial: Path) -> list[str]:
    if plan.encoding is None:
        return copy_command(executable, plan.job.source, plan.facts.audio is not None, partial)
    return transcode_command(executable, plan.encoding, plan.profile, partial)


def _result(plan: _Plan, cache: Cache, clip: CachedClip, reused: bool) -> EncodeResult:
    made: Literal["encoded", "copied"] = "copied" if clip.copied else "encoded"
    return EncodeResult(
        scene=plan.job.scene,
        language=plan.job.language,
        path=cache.clip_path(plan.key, plan.profile.extension),
        seconds=clip.seconds,
        bytes=clip.bytes,
        how="reused" if reused else made,
    )
