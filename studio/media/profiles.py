"""Encoding profiles: what a finished clip must be like, and whether a file already is.

A profile's name is ``everywhere``, ``open``, ``small`` or ``as_is``, alone (up to 1080 lines) or
with its lines: ``everywhere-720``, ``open-480``.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from studio.media.probe import MediaFacts

HEIGHTS = (1080, 720, 480)


class Profile(Struct, frozen=True):
    """How clips are encoded. Sizes in pixels, ``keyframe_seconds`` the longest group.

    ``quality`` is the encoder's constant rate factor (lower is better); ``ceiling`` caps the bit
    rate of the picture, in kilobits a second, over a buffer of two seconds. ``speed`` is the
    encoder's preset. The short side of a frame has at most ``maximum_height`` pixels, the long
    side ``maximum_width``. ``any_web`` accepts whatever browsers play as it is.
    """

    name: str
    container: Literal["mp4", "webm"]
    video_encoder: str
    video_codec: str
    video_profiles: tuple[str, ...]
    pixel_format: str
    maximum_height: int
    maximum_width: int
    maximum_rate: float
    keyframe_seconds: float
    quality: int
    ceiling: int
    speed: str
    audio_encoder: str
    audio_codec: str
    audio_rate: int
    audio_channels: int
    audio_kilobits: int
    any_web: bool = False

    @property
    def extension(self) -> str:
        """The finished file's extension, without the dot."""
        return self.container


EVERYWHERE = Profile(
    name="everywhere",
    container="mp4",
    video_encoder="libx264",
    video_codec="h264",
    video_profiles=("High", "Main", "Constrained Baseline", "Baseline"),
    pixel_format="yuv420p",
    maximum_height=1080,
    maximum_width=1920,
    maximum_rate=60.0,
    keyframe_seconds=1.0,
    quality=21,
    ceiling=8000,
    speed="veryfast",
    audio_encoder="aac",
    audio_codec="aac",
    audio_rate=48_000,
    audio_channels=2,
    audio_kilobits=160,
)
OPEN = msgspec.structs.replace(
    EVERYWHERE,
    name="open",
    container="webm",
    video_encoder="libvpx-vp9",
    video_codec="vp9",
    video_profiles=("Profile 0",),
    keyframe_seconds=2.0,
    quality=33,
    ceiling=5000,
    speed="5",
    audio_encoder="libopus",
    audio_codec="opus",
    audio_kilobits=128,
)
SMALL = msgspec.structs.replace(
    EVERYWHERE,
    name="small",
    video_encoder="libsvtav1",
    video_codec="av1",
    video_profiles=("Main",),
    keyframe_seconds=2.0,
    quality=35,
    ceiling=4000,
    speed="10",
    audio_encoder="libopus",
    audio_codec="opus",
    audio_kilobits=96,
)
AS_IS = msgspec.structs.replace(EVERYWHERE, name="as_is", any_web=True)

# Bits grow more slowly than pixels: by about their power of 0.75.
_CEILING_SHARES = {1080: 1.0, 720: 0.55, 480: 0.3}


def _at_height(profile: Profile, height: int) -> Profile:
    return msgspec.structs.replace(
        profile,
        name=f"{profile.name}-{height}",
        maximum_height=height,
        maximum_width=round(height * 16 / 9 / 2) * 2,
        ceiling=round(profile.ceiling * _CEILING_SHARES[height]),
        audio_kilobits=profile.audio_kilobits if height > 480 else 96,
    )


FAMILIES = (EVERYWHERE, OPEN, SMALL, AS_IS)
PROFILES: Mapping[str, Profile] = {
    **{profile.name: profile for profile in FAMILIES},
    **{
        sized.name: sized
        for profile in FAMILIES[:3]
        for sized in (_at_height(profile, height) for height in HEIGHTS)
    },
}
"""Every profile by its name."""

_RATE_TOLERANCE = 0.02
_CEILING_TOLERANCE = 1.25
_CONTAINER_NAMES = {"mp4": "mp4", "webm": "webm"}
_WEB = (
    ("mp4", "h264", ("aac", "mp3", "opus")),
    ("mp4", "av1", ("aac", "opus")),
    ("webm", "vp8", ("vorbis", "opus")),
    ("webm", "vp9", ("vorbis", "opus")),
    ("webm", "av1", ("vorbis", "opus")),
)


def frame_size(width: int, height: int, profile: Profile) -> tuple[int, int]:
    """The film's frame brought within the profile, in whole pairs of pixels."""
    long, short = max(width, height), min(width, height)
    scale = min(1.0, profile.maximum_width / long, profile.maximum_height / short)
    return max(2, round(width * scale / 2) * 2), max(2, round(height * scale / 2) * 2)


def bit_rate(facts: MediaFacts) -> float:
    """The whole file's mean rate in kilobits a second."""
    return facts.bytes * 8 / 1000 / facts.seconds if facts.seconds > 0 else float("inf")


def copied_container(facts: MediaFacts, profile: Profile) -> Literal["mp4", "webm"] | None:
    """The container to copy the streams into, or None when they must be encoded anew.

    The container itself is always rewritten, without metadata and with its index in front.
    """
    if profile.any_web:
        return _web_container(facts)
    return profile.container if fits(facts, profile) else None


def fits(facts: MediaFacts, profile: Profile) -> bool:
    """Whether the streams are what the profile asks for, below its ceiling with a margin."""
    video, audio = facts.video, facts.audio
    containers = facts.container.split(",")
    if video is None or facts.still or _CONTAINER_NAMES[profile.container] not in containers:
        return False
    long, short = max(video.width, video.height), min(video.width, video.height)
    picture = (
        video.codec == profile.video_codec
        and video.profile in profile.video_profiles
        and video.pixel_format == profile.pixel_format
        and long <= profile.maximum_width
        and short <= profile.maximum_height
        and video.width % 2 == 0
        and video.height % 2 == 0
        and video.square_pixels
        and video.rotation == 0
        and not video.interlaced
        and video.transfer == "sdr"
    )
    timing = (
        video.constant
        and 0 < video.frame_rate <= profile.maximum_rate + _RATE_TOLERANCE
        and video.keyframe_interval <= profile.keyframe_seconds + _RATE_TOLERANCE
        and video.starts_with_keyframe
        and video.closed_groups
    )
    sound = audio is None or (
        audio.codec == profile.audio_codec
        and audio.rate == profile.audio_rate
        and audio.channels == profile.audio_channels
    )
    allowed = (profile.ceiling + profile.audio_kilobits) * _CEILING_TOLERANCE
    return picture and timing and sound and bit_rate(facts) <= allowed


def _web_container(facts: MediaFacts) -> Literal["mp4", "webm"] | None:
    """The container in which every current browser plays these streams, or None."""
    video, audio = facts.video, facts.audio
    if video is None or facts.still or video.pixel_format != "yuv420p":
        return None
    if video.interlaced or video.transfer != "sdr" or video.rotation or not video.square_pixels:
        return None
    containers = facts.container.split(",")
    for container, codec, sounds in _WEB:
        named = _CONTAINER_NAMES[container] in containers
        if named and video.codec == codec and (audio is None or audio.codec in sounds):
            return "webm" if container == "webm" else "mp4"
    return None
