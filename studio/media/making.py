"""Carrying out one plan: the finished clip in the cache, or one finding."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import msgspec

from studio.media import problems
from studio.media.burning import captions_as_ass
from studio.media.cache import Cache, CachedClip
from studio.media.commandline import copy_command, measure_command, transcode_command
from studio.media.encoding import Encoding, Loudness
from studio.media.fonts import FONT_FOLDER
from studio.media.jobs import EncodeResult, How
from studio.media.mp4_copy import carry_out, is_whole, mp4_copy
from studio.media.planning import SHORTFALL_SECONDS, Plan, changed_source
from studio.media.probe import probe
from studio.media.runner import Cancelled, MediaError, Reached, run
from studio.story.finding import Finding, StudioError

_NO_SPACE = ("No space left on device", "Disk quota exceeded")
# What ffmpeg says of packets that it had to skip or make up.
_DAMAGE = re.compile(
    r"error while decoding|Error submitting packet|corrupt|Invalid data found|"
    r"Decode error rate|concealing \d+|Packet mismatch|missing picture",
    re.IGNORECASE,
)
_MEASURE_SHARE = 0.05
_LOWEST_LUFS = -69.0


def make(
    plan: Plan,
    cache: Cache,
    executable: str,
    on_progress: Callable[[Reached], None],
    cancelled: Callable[[], bool],
) -> EncodeResult | Finding:
    """The finished clip; a Finding for whatever goes wrong with it, but Cancelled is raised."""
    job, name = plan.job, plan.job.footage.file
    try:
        found = plan.finished(cache)
        if found is not None:
            return result_of(plan, cache, found, "reused")
        with cache.making(plan.key, cancelled) as partial:
            found = plan.finished(cache)
            if found is not None:
                return result_of(plan, cache, found, "reused")
            log, seconds = _write(plan, executable, partial, on_progress, cancelled)
            place = changed_source(plan)
            if place is not None:
                return problems.CHANGED_WHILE_READ.at(place, file=place.file)
            if seconds is None:
                seconds = probe(partial).seconds
            damage = [line for line in log if _DAMAGE.search(line)]
            if seconds < plan.seconds - SHORTFALL_SECONDS:
                detail = f"{seconds:.1f} s / {plan.seconds:.1f} s"
                detail = f"{detail}; {damage[-1]}" if damage else detail
                return problems.TRUNCATED.at(job.place, file=name, detail=detail)
            kept = cache.keep(
                plan.key, plan.container, partial, seconds, plan.encoding is None,
                damage[-1] if damage else None,
            )  # fmt: skip
            return result_of(plan, cache, kept, "copied" if kept.copied else "encoded")
    except MediaError as error:
        place = changed_source(plan)
        if any(words in line for line in error.log for words in _NO_SPACE):
            return problems.DISK_FULL.at(job.place, file=name)
        if place is not None:
            return problems.CHANGED_WHILE_READ.at(place, file=place.file)
        return problems.ENCODING_FAILED.at(job.place, file=name, detail=str(error))
    except OSError as error:
        return problems.from_os_error(error, job.place, name).findings[0]
    except Cancelled:
        raise
    except StudioError as error:
        detail = error.findings[0].message["en"]
        return problems.ENCODING_FAILED.at(job.place, file=name, detail=detail)


def result_of(plan: Plan, cache: Cache, clip: CachedClip, how: How) -> EncodeResult:
    """The result for a clip that is in the cache."""
    job = plan.job
    warning = problems.DAMAGED_BUT_USED
    return EncodeResult(
        scene=job.scene,
        language=job.language,
        path=cache.clip_path(plan.key, plan.container),
        seconds=clip.seconds,
        bytes=clip.bytes,
        how=how,
        use=job.use,
        choice=job.choice,
        findings=()
        if clip.damage is None
        else (warning.at(job.place, file=job.footage.file, detail=clip.damage),),
    )


def _write(
    plan: Plan,
    executable: str,
    partial: Path,
    on_progress: Callable[[Reached], None],
    cancelled: Callable[[], bool],
) -> tuple[tuple[str, ...], float | None]:
    """ffmpeg's log, and the clip's length in seconds where it need not be measured."""
    encoding = plan.encoding
    if encoding is None:
        if plan.container == "mp4" and _copy_bytes(plan, partial, on_progress, cancelled):
            return (), plan.facts.seconds
        has_sound = plan.facts.audio is not None
        command = copy_command(executable, plan.job.source, has_sound, partial, plan.container)
        return run(command, on_progress, cancelled), None
    loudness = None
    if encoding.sounds and encoding.loudness is not None:

        def on_measured(reached: Reached) -> None:
            on_progress(Reached(reached.seconds * _MEASURE_SHARE, 0))

        log = run(measure_command(executable, encoding, plan.profile), on_measured, cancelled)
        loudness = _loudness(log)
    captions = _captions_file(encoding, partial)
    command = transcode_command(
        executable, encoding, plan.profile, partial, loudness=loudness, captions=captions,
        fonts=FONT_FOLDER, encoder=plan.encoder,
    )  # fmt: skip
    try:
        return run(command, on_progress, cancelled), None
    finally:
        if captions is not None:
            captions.unlink(missing_ok=True)


def _copy_bytes(
    plan: Plan,
    partial: Path,
    on_progress: Callable[[Reached], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Copy an MP4 with a new index but without ffmpeg; False where that cannot be done."""
    copy = mp4_copy(plan.job.source)
    if copy is None:
        return False

    def on_bytes(share: float) -> None:
        on_progress(Reached(share * plan.seconds, round(share * plan.frames)))

    whole = carry_out(copy, plan.job.source, partial, on_bytes, cancelled) and is_whole(partial)
    if cancelled():
        raise Cancelled
    return whole


def _captions_file(encoding: Encoding, partial: Path) -> Path | None:
    """The captions to burn, beside the half-made file and with its key as the start of the name."""
    if not encoding.captions:
        return None
    path = partial.with_name(f"{partial.name}.ass")
    text = captions_as_ass(encoding.captions, encoding.frame_width, encoding.frame_height)
    path.write_text(text, encoding="utf-8")
    return path


def _loudness(log: tuple[str, ...]) -> Loudness | None:
    """What loudnorm printed; None where there is nothing loud enough to measure."""
    text = "\n".join(log)
    begin, end = text.rfind("{"), text.rfind("}")
    try:
        values = {name: float(value) for name, value in json.loads(text[begin : end + 1]).items()
                  if name.startswith(("input_", "target_"))}  # fmt: skip
        found = msgspec.convert(
            {
                "integrated": values["input_i"],
                "range": values["input_lra"],
                "true_peak": values["input_tp"],
                "threshold": values["input_thresh"],
                "offset": values["target_offset"],
            },
            Loudness,
        )
    except (ValueError, KeyError, msgspec.ValidationError):
        return None
    return found if found.integrated > _LOWEST_LUFS else None
