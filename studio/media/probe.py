"""What a media file is, read in-process with PyAV: its packets are read, one frame is decoded."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

import av
import av.container
import av.error
import av.stream
from av.video.reformatter import ColorTrc
from msgspec import Struct

from studio.media import problems
from studio.media.reading import opened, require_regular
from studio.story.finding import Place

FACTS_VERSION = 2
"""Part of the cache's key; raise it when the facts or their meaning change."""

STILL_SECONDS = 5.0
"""How long a still picture lasts as a clip whose out point is not set."""

Transfer = Literal["sdr", "pq", "hlg"]

_UNSPECIFIED_MATRIX = 2  # AVCOL_SPC_UNSPECIFIED
_INTERLACED_ORDERS = ("TT", "BB", "TB", "BT")
_LONGEST_INDEX = 64_000_000
_LEAD_SECONDS = 0.1
_LONGEST_HOLE_SECONDS = 900.0
_TRUNCATION_SECONDS = 0.5
_TRUNCATION_SHARE = 0.03


class VideoFacts(Struct, frozen=True):
    """The first video stream. Sizes in pixels as stored; ``frame_rate`` in frames a second.

    ``keyframe_interval`` is the longest time between keyframes in seconds (to the end for the
    last one). ``constant`` says whether every frame lasts equally long. ``rotation`` is in
    degrees, counter-clockwise; ``pixel_aspect`` is the width of a pixel by its height.
    ``transfer`` is "pq" (SMPTE ST 2084, HDR10) or "hlg" (ARIB STD-B67) for HDR;
    ``matrix_known`` says whether the file tells its colour matrix.
    """

    codec: str
    profile: str
    pixel_format: str
    width: int
    height: int
    square_pixels: bool
    rotation: int
    frame_rate: float
    constant: bool
    keyframe_interval: float
    starts_with_keyframe: bool
    closed_groups: bool
    pixel_aspect: float = 1.0
    interlaced: bool = False
    transfer: Transfer = "sdr"
    matrix_known: bool = False

    @property
    def shown_size(self) -> tuple[int, int]:
        """Width and height in pixels as shown: square pixels, turned upright."""
        width = max(1, round(self.width * self.pixel_aspect))
        upright = self.rotation % 180 == 0
        return (width, self.height) if upright else (self.height, width)


class AudioFacts(Struct, frozen=True):
    """The first audio stream; ``rate`` in hertz."""

    codec: str
    rate: int
    channels: int


class MediaFacts(Struct, frozen=True):
    """What :func:`probe` found; ``seconds`` is the playing time.

    A still picture has :data:`STILL_SECONDS`, but may be shown as long as its marks say.
    """

    path: str
    container: str
    seconds: float
    bytes: int
    faststart: bool
    video: VideoFacts | None
    audio: AudioFacts | None
    still: bool = False


class _Timeline:
    """Collects the packets of the video stream: pairs of times and keyframes, no pictures."""

    def __init__(self, time_base: Fraction) -> None:
        self.time_base = time_base
        self.times: list[int] = []
        self.keyframes: list[int] = []
        self.end = 0
        self.first_is_keyframe = False
        self.closed = True

    def add(self, packet: av.Packet) -> None:
        if packet.pts is None:
            return
        if not self.times:
            self.first_is_keyframe = packet.is_keyframe
        if packet.is_keyframe:
            self.keyframes.append(packet.pts)
        elif self.keyframes and packet.pts < self.keyframes[-1]:
            self.closed = False
        self.times.append(packet.pts)
        self.end = max(self.end, packet.pts + (packet.duration or 0))

    @property
    def seconds(self) -> float:
        return float((self.end - min(self.times)) * self.time_base) if self.times else 0.0

    @property
    def longest_hole(self) -> float:
        """The longest time without a frame, in seconds."""
        steps = (after - before for before, after in pairwise(sorted(self.times)))
        return float(max(steps, default=0) * self.time_base)

    @property
    def constant(self) -> bool:
        """Whether neighbouring frames differ by one tick of rounding at most."""
        ordered = sorted(self.times)
        steps = [after - before for before, after in pairwise(ordered)]
        return not steps or max(steps) - min(steps) <= 1

    @property
    def keyframe_interval(self) -> float:
        marks = [*sorted(self.keyframes), self.end]
        gaps = [after - before for before, after in pairwise(marks)]
        return float(max(gaps) * self.time_base) if gaps else float("inf")


def probe(path: Path, place: Place | None = None) -> MediaFacts:
    """The facts of a regular file on this machine.

    Raises :class:`~studio.story.finding.StudioError` (MD001 to MD004) when the file is missing,
    empty, unreadable or cut short. A file with sound alone is fine: ``video`` is None.
    """
    place = place or Place(file=path.name)
    name = place.file or path.name
    size = require_regular(path, place)
    with opened(path, place) as container:
        if "mp4" in container.format.name.split(",") and _is_encrypted(path):
            raise problems.ENCRYPTED.error(place, file=name)
        return _read(container, path, size, place, name)


def picture_stream(container: av.container.InputContainer) -> Any | None:
    """The first video stream that is not a cover picture of a sound file, or None."""
    pictures = av.stream.Disposition.attached_pic
    streams = (each for each in container.streams.video if not each.disposition & pictures)
    return next((each for each in streams if _can_be_decoded(each)), None)


def sound_stream(container: av.container.InputContainer) -> Any | None:
    """The first audio stream that can be decoded, or None."""
    return next((each for each in container.streams.audio if _can_be_decoded(each)), None)


def _can_be_decoded(stream: Any) -> bool:
    """A stream of a codec that libav does not know (or damage) has no context at all."""
    return stream.codec_context is not None


def _read(
    container: av.container.InputContainer, path: Path, size: int, place: Place, name: str
) -> MediaFacts:
    video = picture_stream(container)
    audio = sound_stream(container)
    if video is None and audio is None:
        raise problems.NOT_A_VIDEO.error(place, file=name, detail="no picture and no sound")
    declared = container.duration / av.time_base if container.duration else 0.0
    audio_facts = (
        None
        if audio is None
        else AudioFacts(
            codec=audio.codec_context.codec.canonical_name, rate=audio.rate, channels=audio.channels
        )
    )
    stream = video if video is not None else audio
    assert stream is not None
    timeline = _Timeline(stream.time_base or Fraction(1, av.time_base))
    first: av.VideoFrame | None = None
    try:
        for packet in container.demux(stream):
            timeline.add(packet)
            if video is not None and first is None:
                first = next(iter(video.decode(packet)), None)
    except av.error.FFmpegError as error:
        raise problems.TRUNCATED.error(place, file=name, detail=error.strerror or "") from error
    still = container.format.name.endswith("_pipe")
    own = float(stream.duration * timeline.time_base) if stream.duration else declared
    if (not timeline.times and not still) or (video is not None and first is None):
        raise problems.TRUNCATED.error(place, file=name, detail="0 frames")
    missing = own - timeline.seconds
    if not still and missing > max(_TRUNCATION_SECONDS, own * _TRUNCATION_SHARE):
        detail = f"{timeline.seconds:.1f} s / {own:.1f} s"
        raise problems.TRUNCATED.error(place, file=name, detail=detail)
    # Damaged time stamps would make hours out of seconds when the rate is made constant.
    if timeline.longest_hole > _LONGEST_HOLE_SECONDS:
        detail = f"{timeline.longest_hole:.0f} s without a picture"
        raise problems.TRUNCATED.error(place, file=name, detail=detail)
    # Sound that begins before the picture counts: marks are measured from where the file begins.
    began = (container.start_time or 0) / av.time_base
    lead = float(min(timeline.times, default=0) * timeline.time_base) - began
    seconds = timeline.seconds + (lead if lead > _LEAD_SECONDS else 0.0)
    return MediaFacts(
        path=str(path),
        container=container.format.name,
        seconds=STILL_SECONDS if still else seconds,
        bytes=size,
        faststart=_is_faststart(path),
        video=None if video is None or first is None else _video_facts(video, first, timeline),
        audio=audio_facts,
        still=still,
    )


def _video_facts(stream: Any, first: av.VideoFrame, timeline: _Timeline) -> VideoFacts:
    context = stream.codec_context
    aspect = stream.sample_aspect_ratio or context.sample_aspect_ratio or Fraction(1)
    return VideoFacts(
        codec=context.codec.canonical_name,
        profile=context.profile or "",
        pixel_format=context.pix_fmt or "",
        width=first.width,
        height=first.height,
        square_pixels=aspect == 1,
        rotation=int(first.rotation),
        frame_rate=float(stream.average_rate or stream.guessed_rate or 0),
        constant=timeline.constant,
        keyframe_interval=timeline.keyframe_interval,
        starts_with_keyframe=timeline.first_is_keyframe,
        closed_groups=timeline.closed,
        pixel_aspect=float(aspect),
        interlaced=first.interlaced_frame or _field_order(context) in _INTERLACED_ORDERS,
        transfer=transfer_of(first),
        matrix_known=first.colorspace != _UNSPECIFIED_MATRIX,
    )


def _field_order(context: Any) -> str:
    order = getattr(context, "field_order", None)
    return getattr(order, "name", str(order)).upper()


def transfer_of(frame: av.VideoFrame) -> Transfer:
    """How the frame's brightness is coded: two curves of HDR, or an ordinary one."""
    if frame.color_trc == ColorTrc.SMPTE2084:
        return "pq"
    return "hlg" if frame.color_trc == ColorTrc.ARIB_STD_B67 else "sdr"


def _boxes(path: Path) -> Iterator[tuple[bytes, int, int]]:
    """Kind, position and size of an MP4's outer boxes (ISO/IEC 14496-12)."""
    with path.open("rb") as file:
        position = 0
        while True:
            file.seek(position)
            header = file.read(16)
            if len(header) < 8:
                return
            size = int.from_bytes(header[:4], "big")
            if size == 1:
                size = int.from_bytes(header[8:16], "big")
            yield header[4:8], position, size
            if size < 8:
                return
            position += size


def _is_faststart(path: Path) -> bool:
    """Whether an MP4's index (``moov``) comes before its data."""
    kinds = (kind for kind, _, _ in _boxes(path))
    return next((kind == b"moov" for kind in kinds if kind in (b"moov", b"mdat")), False)


def _is_encrypted(path: Path) -> bool:
    """Whether an MP4's index says that samples are encrypted (ISO/IEC 23001-7, ``encv``)."""
    for kind, position, size in _boxes(path):
        if kind == b"moov":
            with path.open("rb") as file:
                file.seek(position)
                index = file.read(min(size, _LONGEST_INDEX))
            return b"encv" in index or b"enca" in index
    return False
