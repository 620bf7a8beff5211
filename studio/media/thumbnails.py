"""Pictures out of clips and stills: upright, in square pixels, HDR brought to what screens show.

Works in-process from any thread; the results are remembered in the cache by content.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import av
import av.container
import av.error
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from studio.media import problems
from studio.media.cache import Cache
from studio.media.probe import picture_stream, transfer_of
from studio.media.reading import frames, is_mp4, opened, require_regular
from studio.media.runner import Cancelled
from studio.media.tone_mapping import to_standard_range
from studio.story.finding import Place

THUMBNAILS_VERSION = 2
"""Part of the cache's key; raise it when the same request gives another picture."""

Picture = NDArray[np.uint8]
"""Height, width, three: red, green and blue from 0 to 255."""

_JPEG_QUALITY = 82
_HALF_FRAME = 0.5
_DEFAULT_RATE = 25.0
_PACKETS_TO_KEYFRAME = 8
_SEARCH_BACK = (0.0, 3.0, 15.0, float("inf"))
"""Seconds before the wanted time at which to begin decoding, one after the other."""


def picture(
    path: Path,
    seconds: float,
    *,
    width: int,
    height: int,
    cache: Cache | None = None,
    place: Place | None = None,
    exact: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
) -> Picture:
    """The frame shown at ``seconds`` of the file, fitted into ``width`` x ``height`` pixels.

    Its shape is kept, so one side may be shorter. Past the end it is the last frame; with
    ``exact`` False it may be a keyframe just before, which is quicker in long clips. Raises
    StudioError (MD001 to MD005) and Cancelled.
    """
    return pictures(
        path,
        [seconds],
        width=width,
        height=height,
        cache=cache,
        place=place,
        exact=exact,
        cancelled=cancelled,
    )[0]


def pictures(
    path: Path,
    times: Sequence[float],
    *,
    width: int,
    height: int,
    cache: Cache | None = None,
    place: Place | None = None,
    exact: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[Picture]:
    """One :func:`picture` for each time, for a film strip; the file is opened at most once."""
    cache = cache or Cache()
    names = [
        f"picture-{THUMBNAILS_VERSION}-{width}x{height}-{round(time * 1000)}-{int(exact)}"
        for time in times
    ]
    known = [cache.find_derived(path, name, "jpg") for name in names]
    missing = [index for index, data in enumerate(known) if data is None]
    result = [None if data is None else _decode(data) for data in known]
    if missing:
        wanted = sorted(missing, key=lambda index: times[index])
        require_regular(path, place or Place(file=path.name))
        with opened(path, place, indexed=is_mp4(path)) as container:
            shots = _shots(
                container, [times[index] for index in wanted], place or Place(file=path.name),
                (width, height), exact, cancelled,
            )  # fmt: skip
        for index, shot in zip(wanted, shots, strict=True):
            cache.keep_derived(path, names[index], "jpg", encode_picture(shot))
            result[index] = shot
    return [each for each in result if each is not None]


def encode_picture(shot: Picture, kind: str = "JPEG") -> bytes:
    """The picture as a JPEG (or "PNG") file's bytes."""
    target = io.BytesIO()
    options: dict[str, Any] = {"quality": _JPEG_QUALITY} if kind == "JPEG" else {}
    Image.fromarray(shot).save(target, kind, **options)
    return target.getvalue()


def _decode(data: bytes) -> Picture:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def _shots(
    container: av.container.InputContainer,
    times: list[float],
    place: Place,
    box: tuple[int, int],
    exact: bool,
    cancelled: Callable[[], bool],
) -> list[Picture]:
    """The pictures at the rising times."""
    stream = picture_stream(container)
    name = place.file or ""
    if stream is None:
        raise problems.NO_VIDEO.error(place, file=name)
    stream.thread_type = "SLICE"
    offset = (container.start_time or 0) / av.time_base
    half = _HALF_FRAME / float(stream.average_rate or _DEFAULT_RATE)
    aspect = float(stream.sample_aspect_ratio or 1)
    still = container.format.name.endswith("_pipe")
    shots: list[Picture] = []
    last: Any = None
    for seconds in times:
        if last is None or not still:
            last = _frame_at(container, stream, offset + seconds, half, exact, cancelled)
        if cancelled():
            raise Cancelled
        if last is None:
            raise problems.TRUNCATED.error(place, file=name, detail="0 frames")
        shots.append(shown(last, box, aspect))
    return shots


def _frame_at(
    container: av.container.InputContainer,
    stream: Any,
    time: float,
    half: float,
    exact: bool,
    cancelled: Callable[[], bool],
) -> Any | None:
    """The frame on screen at ``time``: the last one that began before it, half a frame allowed.

    A stream without an index may be entered too late: then the search begins further back.
    """
    found = None
    for target in dict.fromkeys(max(0.0, time - back) for back in _SEARCH_BACK):
        try:
            container.seek(int(target * av.time_base))
        except av.error.FFmpegError:
            if target > 0:
                continue
        if not exact:
            key = _keyframe(container, stream)
            if key is not None:
                return key
            container.seek(int(target * av.time_base))
        last = None
        for frame in frames(container, stream, cancelled=cancelled):
            if frame.time is not None and frame.time > time + half:
                found = found or frame
                break
            last = frame
            if not exact or frame.time is None:
                break
        if last is not None:
            return last
    return found


def _keyframe(container: av.container.InputContainer, stream: Any) -> Any | None:
    """The picture of the next keyframe alone; None where that is not so simple."""
    try:
        for packet in itertools.islice(container.demux(stream), _PACKETS_TO_KEYFRAME):
            if packet.is_keyframe and packet.size:
                # Flushed at once: a decoder else waits for frames that are shown earlier.
                found = [*stream.decode(packet), *stream.decode(None)]
                stream.codec_context.flush_buffers()
                return found[0] if found else None
    except av.error.FFmpegError:
        return None
    return None


def shown(frame: av.VideoFrame, box: tuple[int, int], aspect: float) -> Picture:
    """The frame fitted into the box, turned upright, in the colours of an ordinary screen.

    ``aspect`` is a pixel's width by its height.
    """
    turned = frame.rotation % 180 != 0
    wide, high = frame.width * aspect, float(frame.height)
    room_wide, room_high = (box[1], box[0]) if turned else box
    scale = min(room_wide / wide, room_high / high)
    width, height = max(1, round(wide * scale)), max(1, round(high * scale))
    transfer = transfer_of(frame)
    if transfer == "sdr":
        pixels = frame.reformat(width=width, height=height, format="rgb24").to_ndarray()
    else:
        deep = frame.reformat(width=width, height=height, format="rgb48le").to_ndarray()
        pixels = to_standard_range(deep / np.float32(65535), transfer)
    upright = np.rot90(pixels, k=round(frame.rotation / 90) % 4)
    return np.ascontiguousarray(upright, dtype=np.uint8)
