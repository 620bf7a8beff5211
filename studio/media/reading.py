"""Opening a media file in-process: local regular files in named formats, nothing else.

Everything that decodes with PyAV opens its file here, so that a playlist, a pipe or a device can
neither block the caller nor lead to another file or a network.
"""

from __future__ import annotations

import stat
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import av
import av.container
import av.error

from studio.media import problems
from studio.story.finding import Place

# Playlist formats (HLS, DASH, concat …) are left out on purpose: they point at other files.
CONTAINERS = (
    "mov,matroska,webm,avi,mpegts,mpeg,mpegvideo,flv,gif,asf,ogg,h264,hevc,mxf,dv,"
    "wav,mp3,flac,aac,aiff,ac3,ivf,obu,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,tiff_pipe"
)
FILE_ONLY = {"protocol_whitelist": "file", "format_whitelist": CONTAINERS}
_NO_LOOK_AHEAD = {"probesize": "32", "fpsprobesize": "0"}

_OPEN_SECONDS, _READ_SECONDS = 20.0, 20.0
_MOST_BAD_PACKETS = 200
# First bytes of stills, and the demuxer that reads one picture without looking at its name.
_STILLS = (
    (b"\x89PNG\r\n\x1a\n", "png_pipe"),
    (b"\xff\xd8\xff", "jpeg_pipe"),
    (b"BM", "bmp_pipe"),
    (b"II*\0", "tiff_pipe"),
    (b"MM\0*", "tiff_pipe"),
)


def still_format(path: Path) -> str | None:
    """The name of the demuxer when the file is a still picture, by its first bytes.

    A ``%`` in a still's name would make ffmpeg look for a numbered series of files. Raises
    OSError.
    """
    with path.open("rb") as file:
        head = file.read(16)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp_pipe"
    return next((name for magic, name in _STILLS if head.startswith(magic)), None)


def is_mp4(path: Path) -> bool:
    """Whether the file begins as an MP4 or MOV with an index does. Raises OSError."""
    with path.open("rb") as file:
        return file.read(8)[4:] == b"ftyp"


def require_regular(path: Path, place: Place) -> int:
    """The size in bytes of a regular, non-empty file.

    Raises StudioError: MD002 when it cannot be opened or is a pipe, a folder or a device, MD003
    when it is empty.
    """
    name = place.file or path.name
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            raise problems.from_os_error(error, place, name) from error
        raise problems.MISSING_FILE.error(place, file=name, detail=str(error)) from error
    if not stat.S_ISREG(status.st_mode):
        raise problems.MISSING_FILE.error(place, file=name, detail="not a regular file")
    if status.st_size == 0:
        raise problems.EMPTY_FILE.error(place, file=name)
    return status.st_size


@contextmanager
def opened(
    path: Path, place: Place | None = None, *, indexed: bool = False
) -> Generator[av.container.InputContainer]:
    """The file as an open container; what libav says within the block becomes a StudioError.

    ``indexed`` says that the file's index tells all that libav would else find out by decoding
    its beginning; the codec's details are then known once a frame has been decoded.
    Raises MD001 to MD003; inside the block any error of libav is MD001 too, unless the block
    turned it into something better.
    """
    place = place or Place(file=path.name)
    name = place.file or path.name
    require_regular(path, place)
    try:
        with av.open(
            f"file:{path}",
            format=still_format(path),
            options=FILE_ONLY | (_NO_LOOK_AHEAD if indexed else {}),
            metadata_errors="replace",
            timeout=(_OPEN_SECONDS, _READ_SECONDS),
        ) as container:
            yield container
    except PermissionError as error:
        raise problems.from_os_error(error, place, name) from error
    except (av.error.FFmpegError, OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or str(error)
        raise problems.NOT_A_VIDEO.error(place, file=name, detail=detail) from error


def frames(
    container: av.container.InputContainer,
    *streams: Any,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[Any]:
    """The decoded frames of the streams; what is damaged is passed over.

    Ends early when ``cancelled()`` or when damage goes on for hundreds of packets, so that a
    damaged file always comes to an end.
    """
    bad = 0
    packets = container.demux(*streams)
    while not cancelled():
        try:
            packet = next(packets)
        except StopIteration:
            return
        except av.error.FFmpegError:
            return
        try:
            decoded = packet.decode()
        except av.error.FFmpegError:
            bad += 1
            if bad > _MOST_BAD_PACKETS:
                return
            continue
        bad = 0 if decoded else bad
        yield from decoded
