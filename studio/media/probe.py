"""What a media file is, read in-process with PyAV: its packets are read, one frame is decoded."""

from __future__ import annotations

import stat
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import av
import av.container
import av.error
from msgspec import Struct

from studio.media import problems
from studio.story.finding import Place

FACTS_VERSION = 1
"""Part of the cache's key; raise it when the facts or their meaning change."""

# Playlist formats (HLS, DASH, concat …) are left out on purpose: they point at other files.
CONTAINERS = (
    "mov,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,gif,asf,ogg,h264,hevc,mxf,dv,"
    "wav,mp3,flac,aac,aiff"
)
FILE_ONLY = {"protocol_whitelist": "file", "format_whitelist": CONTAINERS}

_TRUNCATION_SECONDS = 1.0
_TRUNCATION_SHARE = 0.03


class VideoFacts(Struct, frozen=True):
    """The first video stream. Sizes in pixels as stored; ``frame_rate`` in frames a second.

    ``keyframe_interval`` is the longest time between keyframes in seconds (to the end for the
    last one). ``constant`` says whether every frame lasts equally long. ``rotation`` is in
    degrees, counter-clockwise.
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


class AudioFacts(Struct, frozen=True):
    """The first audio stream; ``rate`` in hertz."""

    codec: str
    rate: int
    channels: int


class MediaFacts(Struct, frozen=True):
    """What :func:`probe` found; ``seconds`` is the playing time."""

    path: str
    container: str
    seconds: float
    bytes: int
    faststart: bool
    video: VideoFacts | None
    audio: AudioFacts | None


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
    try:
        status = path.stat()
    except OSError as error:
        raise problems.from_os_error(error, place, name) from error
    if not stat.S_ISREG(status.st_mode):
        raise problems.MISSING_FILE.error(place, file=name, detail="not a regular file")
    if status.st_size == 0:
        raise problems.EMPTY_FILE.error(place, file=name)
    try:
        with av.open(f"file:{path}", options=dict(FILE_ONLY)) as container:
            return _read(container, path, status.st_size, place, name)
    except PermissionError as error:
        raise problems.from_os_error(error, place, name) from error
    except (av.error.FFmpegError, OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise problems.NOT_A_VIDEO.error(place, file=name, detail=detail) from error


def _read(
    container: av.container.InputContainer, path: Path, size: int, place: Place, name: str
) -> MediaFacts:
    video = next((stream for stream in container.streams.video), None)
    audio = next((stream for stream in container.streams.audio), None)
    if video is None and audio is None:
        raise problems.NOT_A_VIDEO.error(place, file=name, detail="no picture and no sound")
    declared = container.duration / av.time_base if container.duration else 0.0
    audio_facts = (
        None
        if audio is None
        else AudioFacts(codec=audio.codec_context.name, rate=audio.rate, channels=audio.channels)
    )
    stream = video if video is not None else audio
    assert stream is not None
    timeline = _Timeline(stream.time_base or Fraction(1, av.time_base))
    rotation: int | None = None
    try:
        for packet in container.demux(stream):
            timeline.add(packet)
            if video is not None and rotation is None:
                frames = video.decode(packet)
                rotation = int(frames[0].rotation) if frames else None
    except av.error.FFmpegError as error:
        raise problems.TRUNCATED.error(place, file=name, detail=error.strerror or "") from error
    own = float(stream.duration * timeline.time_base) if stream.duration else declared
    if not timeline.times or (video is not None and rotation is None):
        raise problems.TRUNCATED.error(place, file=name, detail="0 frames")
    missing = own - timeline.seconds
    if missing > max(_TRUNCATION_SECONDS, own * _TRUNCATION_SHARE):
        detail = f"{timeline.seconds:.1f} s / {own:.1f} s"
        raise problems.TRUNCATED.error(place, file=name, detail=detail)
    video_facts = None
    if video is not None:
        context = video.codec_context
        ratio = context.sample_aspect_ratio
        video_facts = VideoFacts(
            codec=context.name,
            profile=context.profile or "",
            pixel_format=context.pix_fmt or "",
            width=context.width,
            height=context.height,
            square_pixels=not ratio or ratio == 1,
            rotation=rotation or 0,
            frame_rate=float(video.average_rate or 0),
            constant=timeline.constant,
            keyframe_interval=timeline.keyframe_interval,
            starts_with_keyframe=timeline.first_is_keyframe,
            closed_groups=timeline.closed,
        )
    return MediaFacts(
        path=str(path),
        container=container.format.name,
        seconds=timeline.seconds,
        bytes=size,
        faststart=_is_faststart(path),
        video=video_facts,
        audio=audio_facts,
    )


def _is_faststart(path: Path) -> bool:
    """Whether an MP4's index (``moov``) comes before its data (ISO/IEC 14496-12, boxes)."""
    with path.open("rb") as file:
        position = 0
        while True:
            file.seek(position)
            header = file.read(16)
            if len(header) < 8:
                return False
            kind = header[4:8]
            if kind in (b"moov", b"mdat"):
                return kind == b"moov"
            size = int.from_bytes(header[:4], "big")
            if size == 1:
                size = int.from_bytes(header[8:16], "big")
            if size < 8:
                return False
            position += size
