"""How large the clips will be: estimated before, held to a budget where one is set."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from studio.media import problems
from studio.media.cache import Cache
from studio.media.encoding import Encoding, output_seconds
from studio.media.jobs import Estimate
from studio.media.planning import Plan
from studio.media.profiles import AS_IS, EVERYWHERE, FAMILIES, HEIGHTS, PROFILES, Profile, bit_rate
from studio.story.finding import Place

BYTES_PER_GB = 1_000_000_000
"""As sticks and shops count: 10 to the power of 9."""

# Bits per pixel that constant quality takes on filmed footage, measured with our own presets.
_BITS_PER_PIXEL = {"libx264": 0.085, "libvpx-vp9": 0.055, "libsvtav1": 0.04}
# Against the source's own rate: a decoded and re-encoded picture rarely needs more than this.
_AGAINST_SOURCE = {"libx264": 1.1, "libvpx-vp9": 0.8, "libsvtav1": 0.7}
STILL_KILOBITS = 500.0
"""What a card that stands still takes, at most."""
_STILL_EFFORT = 0.25
_SAFETY = 0.98
_BUFFER_SECONDS = 2.0
_FILE_OVERHEAD = 4096
_INDEX_BYTES = 1400
"""What a second takes in an MP4's index: each frame of picture and sound has its numbers there."""
_SMALLEST_VIDEO_KILOBITS = 100
_SHARE_FOR_HEIGHT = 0.35
_AUDIO_SHARE, _SMALLEST_AUDIO_KILOBITS = 0.15, 48


def estimate(plans: Sequence[Plan], cache: Cache) -> Estimate:
    """What these plans will need; clips that several jobs share count once."""
    unique = {plan.key: plan for plan in plans}.values()
    ready = {plan.key: found for plan in unique if (found := plan.finished(cache)) is not None}
    total = 0.0
    for plan in unique:
        total += ready[plan.key].bytes if plan.key in ready else estimated_bytes(plan)
    waiting = [plan for plan in unique if plan.key not in ready]
    to_encode = sum(plan.encoding is not None for plan in waiting)
    return Estimate(
        bytes=round(total),
        clips=len(unique),
        to_encode=to_encode,
        to_copy=len(waiting) - to_encode,
        ready=len(ready),
        exact=to_encode == 0,
        seconds_to_encode=sum(_encoded_seconds(plan) for plan in waiting),
    )


def _encoded_seconds(plan: Plan) -> float:
    """How much there is to encode; a picture that stands still is quickly done."""
    if plan.encoding is None:
        return 0.0
    still = plan.facts.still or plan.job.use == "card"
    return output_seconds(plan.encoding) * (_STILL_EFFORT if still else 1.0)


def estimated_bytes(plan: Plan) -> float:
    """How large the clip will be, about; exactly where its streams are copied."""
    if plan.encoding is None:
        return plan.facts.bytes
    profile = plan.profile
    pixels = plan.encoding.frame_width * plan.encoding.frame_height
    if plan.facts.still or plan.job.use == "card":
        kilobits = STILL_KILOBITS
    else:
        kilobits = _BITS_PER_PIXEL[profile.video_encoder] * pixels * plan.encoding.frame_rate / 1000
        kilobits = min(kilobits, _by_source(plan, pixels) * _AGAINST_SOURCE[profile.video_encoder])
    audio = profile.audio_kilobits if plan.encoding.sounds else 0
    return (min(kilobits, profile.ceiling) + audio) * 125 * plan.seconds


def _by_source(plan: Plan, pixels: int) -> float:
    """The source's rate scaled by its picture's size (bits grow as pixels to the power 0.75)."""
    video = plan.facts.video
    assert video is not None
    return bit_rate(plan.facts) * min(1.0, pixels / (video.width * video.height)) ** 0.75


def fitted_profiles(plans: Sequence[Plan], budget: int) -> Mapping[str, Profile]:
    """Other profiles for those plans (by key) that are too large for ``budget`` bytes in all.

    Every clip gets the same ceiling, clips below it keep what they have; where the ceiling is low
    for 1080 lines the clip gets fewer lines, which looks better than blocks. The ceilings hold,
    so the result is never larger. Raises StudioError (MD016) when not even the smallest fits.
    """
    unique = {plan.key: plan for plan in plans}.values()
    overhead = sum(_FILE_OVERHEAD + _INDEX_BYTES * plan.seconds for plan in unique)
    limit = budget * _SAFETY - overhead
    bounds = {plan.key: _upper_bytes(plan) for plan in unique}
    if sum(bounds.values()) <= limit:
        return {}
    kilobits = _common_rate([(_lasting(plan), bounds[plan.key]) for plan in unique], limit)
    result: dict[str, Profile] = {}
    for plan in unique:
        if bounds[plan.key] > kilobits * 125 * _lasting(plan):
            result[plan.key] = _below(plan.profile, kilobits, _sounds(plan.encoding))
            if result[plan.key].ceiling < _SMALLEST_VIDEO_KILOBITS:
                needed = _SMALLEST_VIDEO_KILOBITS + _SMALLEST_AUDIO_KILOBITS
                smallest = sum(_lasting(each) for each in unique) * needed * 125
                raise problems.BUDGET_TOO_SMALL.error(
                    Place(),
                    budget=f"{budget / BYTES_PER_GB:.3g}",
                    needed=f"{smallest / BYTES_PER_GB:.3g}",
                )
    return result


def _lasting(plan: Plan) -> float:
    """Seconds that the rate can be spent on: the encoder's buffer counts too."""
    return plan.seconds + (_BUFFER_SECONDS if plan.encoding is not None else 0.0)


def _upper_bytes(plan: Plan) -> float:
    if plan.encoding is None:
        return plan.facts.bytes
    audio = plan.profile.audio_kilobits if plan.encoding.sounds else 0
    return (plan.profile.ceiling + audio) * 125 * _lasting(plan)


def _common_rate(clips: Iterable[tuple[float, float]], limit: float) -> float:
    """The rate in kilobits a second at which the clips (seconds, bytes at most) fill the limit."""
    seconds_left = 0.0
    by_rate = sorted((bytes_ / seconds, seconds) for seconds, bytes_ in clips if seconds > 0)
    seconds_left = sum(seconds for _, seconds in by_rate)
    for rate, seconds in by_rate:
        if rate * seconds_left > limit:
            break
        limit -= rate * seconds
        seconds_left -= seconds
    return limit / seconds_left / 125 if seconds_left > 0 else 0.0


def _below(profile: Profile, kilobits: float, sounds: bool) -> Profile:
    audio = 0
    if sounds:
        share = round(kilobits * _AUDIO_SHARE)
        audio = max(_SMALLEST_AUDIO_KILOBITS, min(profile.audio_kilobits, share))
    video = int(kilobits - audio)
    named = profile.name.partition("-")[0]
    family = next((each for each in FAMILIES if each.name == named), EVERYWHERE)
    family = EVERYWHERE if family is AS_IS else family
    chosen = PROFILES[f"{family.name}-{HEIGHTS[-1]}"]
    for height in HEIGHTS:
        sized = PROFILES[f"{family.name}-{height}"]
        if height <= profile.maximum_height and video >= sized.ceiling * _SHARE_FOR_HEIGHT:
            chosen = sized
            break
    ceiling = min(chosen.ceiling, video)
    return msgspec.structs.replace(
        chosen, ceiling=ceiling, audio_kilobits=audio or chosen.audio_kilobits
    )


def _sounds(encoding: Encoding | None) -> bool:
    return encoding is None or encoding.sounds
