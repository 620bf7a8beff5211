"""Encoding profiles: what a finished clip must be like, and whether a file already is."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from studio.media.probe import MediaFacts


class Profile(Struct, frozen=True):
    """How clips are encoded. Sizes in pixels, ``keyframe_seconds`` the longest group.

    ``quality`` is x264's constant rate factor (lower is better); ``ceiling`` caps the bit rate,
    in kilobits a second, over a buffer of two seconds.
    """

    name: str
    extension: str
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
    preset: str
    audio_encoder: str
    audio_codec: str
    audio_rate: int
    audio_channels: int
    audio_kilobits: int


EVERYWHERE = Profile(
    name="everywhere",
    extension="mp4",
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
    preset="veryfast",
    audio_encoder="aac",
    audio_codec="aac",
    audio_rate=48_000,
    audio_channels=2,
    audio_kilobits=160,
)
PROFILES: Mapping[str, Profile] = {EVERYWHERE.name: EVERYWHERE}

_RATE_TOLERANCE = 0.02


def fits(facts: MediaFacts, profile: Profile) -> bool:
    """Whether the streams may be copied as they are (the container is rewritten anyway)."""
    video, audio = facts.video, facts.audio
    if video is None or "mp4" not in facts.container.split(","):
        return False
    picture = (
        video.codec == profile.video_codec
        and video.profile in profile.video_profiles
        and video.pixel_format == profile.pixel_format
        and video.width <= profile.maximum_width
        and video.height <= profile.maximum_height
        and video.width % 2 == 0
        and video.height % 2 == 0
        and video.square_pixels
        and video.rotation == 0
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
    return picture and timing and sound
