"""What a media file is, read in-process with PyAV: one frame is decoded.

The times of all frames come from the index of an MP4 that has a plain one, else from the packets.
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal, NamedTuple

import av
import av.container
import av.error
import av.stream
import numpy as np
from av.video.reformatter import ColorTrc
from msgspec import Struct

from studio.media import problems
from studio.media.mp4_index import Mp4Index, read_index
from studio.media.reading import opened, require_regular
from studio.media.timing import Timing
from studio.story.finding import Place

FACTS_VERSION = 3
"""Part of the cache's key; raise it when the facts or their meaning change."""

STILL_SECONDS = 5.0
"""How long a still picture lasts as a clip whose out point is not set."""

Transfer = Literal["sdr", "pq", "hlg"]

_UNSPECIFIED_MATRIX = 2  # AVCOL_SPC_UNSPECIFIED
_INTERLACED_ORDERS = ("TT", "BB", "TB", "BT")
_PACKETS_TO_FIRST_FRAME = 64
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


def probe(path: Path, place: Place | None = None) -> MediaFacts:
    """The facts of a regular file on this machine.

    Raises :class:`~studio.story.finding.StudioError` (MD001 to MD004) when the file is missing,
    empty, unreadable or cut short. A file with sound alone is fine: ``video`` is None.
    """
    place = place or Place(file=path.name)
    name = place.file or path.name
    size = require_regular(path, place)
    index = _index(path, place, name)
    if index is not None and index.encrypted:
        raise problems.ENCRYPTED.error(place, file=name)
    seen = None
    if index is not None and _says_all(index, size):
        with opened(path, place, indexed=True) as container:
            seen = first_look(container, index)
            if seen is not None:
                return facts_of(container, seen, path, size, index)
    with opened(path, place) as container:
        seen = _read_through(container, place, name)
        return facts_of(container, seen, path, size, index)


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


class Seen(NamedTuple):
    """When the frames of the first stream are shown, and its first frame if it is a picture."""

    timing: Timing
    first: av.VideoFrame | None


def first_look(container: av.container.InputContainer, index: Mp4Index) -> Seen | None:
    """What the index says, and the first frame; None when the file must be read through."""
    stream = picture_stream(container)
    track = index.track(stream.id) if stream is not None else None
    if stream is None or track is None or track.timing is None:
        return None
    stream.thread_type = "NONE"
    stream.codec_context.thread_count = 1
    try:
        for packet in itertools.islice(container.demux(stream), _PACKETS_TO_FIRST_FRAME):
            for frame in stream.decode(packet):
                return Seen(track.timing, frame)
    except av.error.FFmpegError:
        return None
    return None


def _read_through(container: av.container.InputContainer, place: Place, name: str) -> Seen:
    """Every packet of the first stream is read. Raises StudioError (MD001, MD004)."""
    video = picture_stream(container)
    stream = video if video is not None else sound_stream(container)
    if stream is None:
        raise problems.NOT_A_VIDEO.error(place, file=name, detail="no picture and no sound")
    rows: list[tuple[int, int, bool]] = []
    first: av.VideoFrame | None = None
    try:
        for packet in container.demux(stream):
            if packet.pts is not None:
                rows.append((packet.pts, packet.duration or 0, packet.is_keyframe))
            if video is not None and first is None:
                first = next(iter(video.decode(packet)), None)
    except av.error.FFmpegError as error:
        raise problems.TRUNCATED.error(place, file=name, detail=error.strerror or "") from error
    table = np.array(rows, dtype=np.int64).reshape(-1, 3)
    base = stream.time_base or Fraction(1, av.time_base)
    timing = Timing(base, table[:, 0], table[:, 1], table[:, 2].astype(np.bool_))
    still = container.format.name.endswith("_pipe")
    if (not rows and not still) or (video is not None and first is None):
        raise problems.TRUNCATED.error(place, file=name, detail="0 frames")
    declared = container.duration / av.time_base if container.duration else 0.0
    own = float(stream.duration * base) if stream.duration else declared
    missing = own - timing.seconds
    if not still and missing > max(_TRUNCATION_SECONDS, own * _TRUNCATION_SHARE):
        detail = f"{timing.seconds:.1f} s / {own:.1f} s"
        raise problems.TRUNCATED.error(place, file=name, detail=detail)
    # Damaged time stamps would make hours out of seconds when the rate is made constant.
    if timing.longest_hole > _LONGEST_HOLE_SECONDS:
        detail = f"{timing.longest_hole:.0f} s without a picture"
        raise problems.TRUNCATED.error(place, file=name, detail=detail)
    return Seen(timing, first)


def facts_of(
    container: av.container.InputContainer,
    seen: Seen,
    path: Path,
    size: int,
    index: Mp4Index | None,
) -> MediaFacts:
    """The facts of an open file of that size in bytes."""
    video, audio = picture_stream(container), sound_stream(container)
    still = container.format.name.endswith("_pipe")
    # Sound that begins before the picture counts: marks are measured from where the file begins.
    lead = seen.timing.begin - (container.start_time or 0) / av.time_base
    seconds = seen.timing.seconds + (lead if lead > _LEAD_SECONDS else 0.0)
    return MediaFacts(
        path=str(path),
        container=container.format.name,
        seconds=STILL_SECONDS if still else seconds,
        bytes=size,
        faststart=index is not None and index.faststart,
        video=None
        if video is None or seen.first is None
        else _video_facts(video, seen.first, seen.timing),
        audio=None
        if audio is None
        else AudioFacts(
            codec=audio.codec_context.codec.canonical_name, rate=audio.rate, channels=audio.channels
        ),
        still=still,
    )


def _video_facts(stream: Any, first: av.VideoFrame, timing: Timing) -> VideoFacts:
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
        constant=timing.constant,
        keyframe_interval=timing.keyframe_interval,
        starts_with_keyframe=timing.first_is_keyframe,
        closed_groups=timing.closed,
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


def _index(path: Path, place: Place, name: str) -> Mp4Index | None:
    try:
        return read_index(path)
    except OSError as error:
        raise problems.from_os_error(error, place, name) from error


def _says_all(index: Mp4Index, size: int) -> bool:
    """Whether one track has pictures, its times are plain, and all data lie within the file."""
    pictures = [track for track in index.tracks if track.handler == b"vide"]
    return (
        len(pictures) == 1
        and pictures[0].timing is not None
        and pictures[0].timing.longest_hole <= _LONGEST_HOLE_SECONDS
        and all(track.last_byte <= size for track in index.tracks)
    )
