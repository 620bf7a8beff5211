"""From a job to a plan: what is to be done with one clip, decided before anything is encoded."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from studio.media import problems
from studio.media.cache import Cache, CachedClip, content_key
from studio.media.commandline import COPY_VERSION, RECIPE_VERSION
from studio.media.encoders import SOFTWARE, Encoder
from studio.media.encoding import Encoding, frame_rate, output_seconds
from studio.media.jobs import EncodeJob
from studio.media.probe import MediaFacts
from studio.media.profiles import PROFILES, Profile, copied_container, frame_size
from studio.story.finding import Finding, Place, StudioError
from studio.story.model import Treatment

SHORTFALL_SECONDS = 0.5
"""How much shorter than planned a finished clip may be, for sound and picture differ a little."""
_SAME_SECONDS = 0.05
_SAME_SHAPE = 0.01

Signature = tuple[int, int, int]
"""Size, modification time and inode: a file that was changed has another."""


class Plan(Struct, frozen=True):
    """A job that passed its checks; ``encoding`` None means that the streams are copied.

    ``sources`` are the files that are read, with what they looked like when they were planned.
    """

    job: EncodeJob
    key: str
    profile: Profile
    container: Literal["mp4", "webm"]
    facts: MediaFacts
    encoding: Encoding | None
    seconds: float
    sources: tuple[tuple[Path, Signature], ...]
    encoder: Encoder = SOFTWARE

    @property
    def frames(self) -> int:
        """How many frames the finished clip has, about."""
        if self.encoding is not None:
            return round(self.seconds * self.encoding.frame_rate)
        video = self.facts.video
        return round(self.seconds * video.frame_rate) if video is not None else 0

    def finished(self, cache: Cache) -> CachedClip | None:
        """The finished clip's record where the cache holds it."""
        return cache.find(self.key, self.container)


def profile_of(job: EncodeJob) -> Profile | Finding:
    """The profile that the job names, or the finding that there is none."""
    profile = PROFILES.get(job.profile)
    if profile is None:
        return problems.UNKNOWN_PROFILE.at(job.place, file=job.footage.file, detail=job.profile)
    return profile


def plan(
    job: EncodeJob,
    cache: Cache,
    version: Callable[[], str],
    profile: Profile,
    encoder: Encoder = SOFTWARE,
) -> Plan | Finding:
    """Look at the files and decide.

    ``version`` gives that of the ffmpeg that would encode; it is asked where that matters.
    """
    place, name, footage = job.place, job.footage.file, job.footage
    treatment = job.treatment or Treatment(loudness=False)
    try:
        sources = [(job.source, signature(job.source))]
        facts = cache.facts(job.source, place)
        if facts.video is None:
            return problems.NO_VIDEO.at(place, file=name)
        if job.audio is not None:
            sound_place = msgspec.structs.replace(place, file=footage.audio or job.audio.name)
            sources.append((job.audio, signature(job.audio)))
            if cache.facts(job.audio, sound_place).audio is None:
                return problems.NO_SOUND.at(sound_place, file=sound_place.file)
    except StudioError as error:
        return error.findings[0]
    except OSError as error:
        return problems.from_os_error(error, place, name).findings[0]
    mark_out = facts.seconds if footage.mark_out is None else footage.mark_out
    if facts.still and footage.mark_out is None:
        mark_out = footage.mark_in + facts.seconds
    last = float("inf") if facts.still else facts.seconds + SHORTFALL_SECONDS
    if not footage.mark_in < mark_out <= last:
        return problems.MARKS_OUTSIDE.at(
            place,
            file=name,
            mark_in=f"{footage.mark_in:.2f}",
            mark_out=f"{mark_out:.2f}",
            seconds=f"{facts.seconds:.2f}",
        )
    width, height = frame_size(job.frame_width, job.frame_height, profile)
    encoding = Encoding(
        source=job.source,
        still=facts.container if facts.still else None,
        video=facts.video,
        sound=job.audio,
        has_sound=facts.audio is not None,
        mark_in=footage.mark_in,
        seconds=(mark_out if facts.still else min(mark_out, facts.seconds)) - footage.mark_in,
        frame_width=width,
        frame_height=height,
        frame_rate=frame_rate(facts, profile),
        treatment=treatment,
        loudness=job.loudness if treatment.loudness else None,
        captions=job.captions if treatment.burn_captions else (),
        container=facts.container,
    )
    whole = footage.mark_in == 0 and mark_out >= facts.seconds - _SAME_SECONDS
    untouched = whole and job.audio is None and _leaves_alone(treatment)
    container = copied_container(facts, profile) if untouched else None
    if container is not None and not (profile.any_web or _shape_fits(facts, width, height)):
        container = None
    copied = container is not None
    try:
        if copied:
            key = content_key("copy", cache.fingerprint(job.source), container, COPY_VERSION)
        else:
            recipe = msgspec.structs.replace(encoding, source=Path(), sound=None)
            key = content_key(
                [cache.digest(path) for path, _ in sources], profile, version(), RECIPE_VERSION,
                msgspec.to_builtins(recipe, enc_hook=str), encoder.name,
            )  # fmt: skip
    except OSError as error:
        return problems.from_os_error(error, place, name).findings[0]
    return Plan(
        job=job,
        key=key,
        profile=profile,
        container=container or profile.container,
        facts=facts,
        encoding=None if copied else encoding,
        seconds=facts.seconds if copied else output_seconds(encoding),
        sources=tuple(sources),
        encoder=SOFTWARE if copied else encoder,
    )


def signature(path: Path) -> Signature:
    """What the file looks like from outside. Raises OSError."""
    status = path.stat()
    return status.st_size, status.st_mtime_ns, status.st_ino


def changed_source(plan: Plan) -> Place | None:
    """Where a source is that has changed or gone since it was planned."""
    for path, before in plan.sources:
        try:
            same = signature(path) == before
        except OSError:
            same = False
        if not same:
            own = plan.job.footage
            file = own.file if path == plan.job.source else own.audio or path.name
            return msgspec.structs.replace(plan.job.place, file=file)
    return None


def _leaves_alone(treatment: Treatment) -> bool:
    return treatment in (Treatment(loudness=False), Treatment(loudness=False, fit="crop"))


def _shape_fits(facts: MediaFacts, width: int, height: int) -> bool:
    """Whether the picture has the frame's shape (hotspots are fractions of it), no larger."""
    video = facts.video
    if video is None:
        return False
    ratio = (video.width / video.height) / (width / height)
    return abs(ratio - 1) <= _SAME_SHAPE and video.width <= width
