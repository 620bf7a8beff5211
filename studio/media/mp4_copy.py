"""Copies a fitting MP4 as fast as the disk goes: its data as they lie, a new index before them.

Nothing of the author's machine may leave it, so the index is not copied but rebuilt from the
boxes that a player needs (ISO/IEC 14496-12 and -14): no user data, no names of cameras, no dates,
no further tracks. Where the data hold anything beside the samples of the picture and the sound
(a GPS track, say), or the file is unusual otherwise, there is no such copy and ffmpeg must write
the file anew.
"""

from __future__ import annotations

import errno
import os
import struct
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

import numpy as np

from studio.media.mp4_index import Box, Mp4Index, Track, boxes, inner, read_index

_BLOCK = 4096
"""Data keep their place within blocks of this size, so that the system need not shift them."""
_LARGE_PAGE = 2 << 20
_STEP = 16 << 20
_BUFFER = 1 << 20
_REFUSALS_OF_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EFBIG)
_LARGEST_32_BIT = (1 << 32) - 1
_FILE_TYPE = b"ftyp" + b"isom" + struct.pack(">I", 512) + b"isom" + b"iso2" + b"avc1" + b"mp41"
_KEPT = {
    b"moov": (b"mvhd", b"trak"),
    b"trak": (b"tkhd", b"edts", b"mdia"),
    b"edts": (b"elst",),
    b"mdia": (b"mdhd", b"hdlr", b"minf"),
    b"minf": (b"vmhd", b"smhd", b"dinf", b"stbl"),
    b"dinf": (b"dref",),
    b"stbl": (b"stsd", b"stts", b"ctts", b"cslg", b"stss", b"sdtp", b"stsc", b"stsz", b"stco",
              b"co64", b"sgpd", b"sbgp"),
}  # fmt: skip
_PICTURE_DETAILS = (b"avcC", b"av1C", b"colr", b"pasp", b"btrt", b"fiel")
_SOUND_DETAILS = (b"esds", b"dOps", b"btrt")
_PICTURE_FORMATS, _SOUND_FORMATS = (b"avc1", b"av01"), (b"mp4a", b"Opus")
_PICTURE_ENTRY, _SOUND_ENTRY = 86, 36
_ENCODER_NAME = slice(50, 82)
_THIS_FILE = b"\0\0\0\1"
_UNDETERMINED = b"\x55\xc4"
"""The language "und" (ISO 639-2) as ``mdhd`` packs it."""


class Mp4Copy(NamedTuple):
    """What to write: bytes that go first, then the source's bytes from ``start`` to ``end``."""

    head: bytes
    start: int
    end: int


class _Unusual(Exception):
    """Something that this copy cannot carry over exactly."""


def mp4_copy(source: Path) -> Mp4Copy | None:
    """How to copy the file's picture and sound; None when it must be written anew.

    Raises OSError.
    """
    index = read_index(source)
    if index is None or index.encrypted or b"qt  " in index.brands or not index.brands:
        return None
    try:
        picture = _first(index, b"vide", _PICTURE_FORMATS)
        sound = _first(index, b"soun", _SOUND_FORMATS)
        kept = [track for track in (picture, sound) if track is not None]
        if picture is None:
            return None
        start, end = _room(kept, index)
        length = end - start
        for wide in (False, True):
            size = struct.pack(">I", length + 8) + b"mdat"
            if length + 8 > _LARGEST_32_BIT:
                size = struct.pack(">I", 1) + b"mdat" + struct.pack(">Q", length + 16)
            numbers = frozenset(track.number for track in kept)
            before = _boxed(_FILE_TYPE)
            # The index has the same length whatever the offsets are.
            needed = len(before) + len(_index(index, numbers, 0, wide)) + len(size)
            gap = _boxed(b"free" + bytes((start - needed - 8) % _BLOCK))
            moved = needed + len(gap) - start
            if wide or max(int(track.offsets.max()) for track in kept) + moved <= _LARGEST_32_BIT:
                head = before + _index(index, numbers, moved, wide) + gap + size
                return Mp4Copy(head, start, end)
    except (_Unusual, ValueError, IndexError):
        return None
    return None


def carry_out(
    copy: Mp4Copy,
    source: Path,
    target: Path,
    on_bytes: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> bool:
    """Write the copy; False when it was cancelled or the source became shorter meanwhile.

    ``on_bytes`` gets the share done. The system copies without passing the data through us where
    it can. Raises OSError.
    """
    with source.open("rb", buffering=0) as read, target.open("wb", buffering=0) as written:
        written.write(copy.head)
        position = copy.start
        while position < copy.end:
            if cancelled():
                return False
            step = _step(position)
            done = _copied(read, written, position, min(step, copy.end - position))
            if done == 0:
                return False
            position += done
            on_bytes((position - copy.start) / (copy.end - copy.start))
    return True


def _step(position: int) -> int:
    """How much to copy at once: to a block's edge, to a large page's, then in large pages.

    Whole blocks a file system may even share; in large pages Linux copies a third faster.
    """
    for edge in (_BLOCK, _LARGE_PAGE):
        if position % edge:
            return edge - position % edge
    return _STEP


def is_whole(path: Path) -> bool:
    """Whether the file's index can be read and all that it names lies in the file."""
    index, size = read_index(path), path.stat().st_size
    return (
        index is not None
        and bool(index.tracks)
        and all(track.last_byte <= size for track in index.tracks)
    )


def _copied(read: IO[bytes], written: IO[bytes], position: int, length: int) -> int:
    """Copy up to ``length`` bytes to the end of the other file; how many it were."""
    if hasattr(os, "copy_file_range"):
        try:
            return os.copy_file_range(read.fileno(), written.fileno(), length, position)
        except OSError as error:
            if error.errno in _REFUSALS_OF_DISK:
                raise
    read.seek(position)
    data = read.read(min(length, _BUFFER))
    view = memoryview(data)
    while view:
        view = view[written.write(view) :]
    return len(data)


def _first(index: Mp4Index, handler: bytes, formats: tuple[bytes, ...]) -> Track | None:
    found = [track for track in index.tracks if track.handler == handler]
    if len(found) > 1 or (found and found[0].sample_format not in formats):
        raise _Unusual
    return found[0] if found else None


def _room(tracks: list[Track], index: Mp4Index) -> tuple[int, int]:
    """Where the samples begin and end; they must fill that room, and lie in one ``mdat``."""
    offsets = np.concatenate([track.offsets for track in tracks])
    lengths = np.concatenate([track.lengths for track in tracks])
    order = np.argsort(offsets, kind="stable")
    offsets, lengths = offsets[order], lengths[order]
    if not offsets.size or not (offsets[1:] == (offsets + lengths)[:-1]).all():
        raise _Unusual
    start, end = int(offsets[0]), int(offsets[-1] + lengths[-1])
    if not any(box.kind == b"mdat" and box.body <= start and end <= box.end
               for box in index.outer):  # fmt: skip
        raise _Unusual
    return start, end


def _index(index: Mp4Index, numbers: frozenset[int], moved: int, wide: bool) -> bytes:
    whole = next(boxes(index.data, 0, len(index.data)))
    return _rebuilt(index.data, whole, numbers, moved, wide)


def _rebuilt(data: bytes, box: Box, numbers: frozenset[int], moved: int, wide: bool) -> bytes:
    if box.kind in _KEPT:
        parts: list[bytes] = []
        for each in boxes(data, box.body, box.end):
            if each.kind not in _KEPT[box.kind]:
                continue
            if each.kind == b"trak" and _track_number(data, each) not in numbers:
                continue
            parts.append(_rebuilt(data, each, numbers, moved, wide))
        return _boxed(box.kind + b"".join(parts))
    content = bytearray(data[box.body : box.end])
    match box.kind:
        case b"mvhd" | b"tkhd" | b"mdhd":
            dates = 8 if content[0] == 0 else 16
            content[4 : 4 + dates] = bytes(dates)
            if box.kind == b"mdhd":
                content[-4:-2] = _UNDETERMINED
        case b"hdlr":
            handler = bytes(content[8:12])
            name = b"VideoHandler\0" if handler == b"vide" else b"SoundHandler\0"
            content = bytearray(bytes(8) + handler + bytes(12) + name)
        case b"dref":
            own_file = struct.pack(">IIII", 0, 1, 12, int.from_bytes(b"url ", "big")) + _THIS_FILE
            if bytes(content) != own_file:
                raise _Unusual
        case b"stsd":
            content[8:] = _sample_entry(bytes(content[8:]))
        case b"stco" | b"co64":
            return _offsets(box.kind, bytes(content), moved, wide)
        case _:
            pass
    return _boxed(box.kind + content)


def _track_number(data: bytes, trak: Box) -> int:
    header = inner(data, trak, b"tkhd")
    if header is None:
        raise _Unusual
    at = header.body + (12 if data[header.body] == 0 else 20)
    return int.from_bytes(data[at : at + 4], "big")


def _sample_entry(entry: bytes) -> bytes:
    """The one description of the samples, without the encoder's name and what nobody needs."""
    kind = entry[4:8]
    if kind in _PICTURE_FORMATS:
        fixed, kept = bytearray(entry[:_PICTURE_ENTRY]), _PICTURE_DETAILS
        fixed[_ENCODER_NAME] = bytes(32)
    elif kind in _SOUND_FORMATS and entry[16:18] == b"\0\0":
        fixed, kept = bytearray(entry[:_SOUND_ENTRY]), _SOUND_DETAILS
    else:
        raise _Unusual
    parts = [
        entry[box.start : box.end]
        for box in boxes(entry, len(fixed), len(entry))
        if box.kind in kept
    ]
    return _boxed(bytes(fixed[4:]) + b"".join(parts))


def _offsets(kind: bytes, content: bytes, moved: int, wide: bool) -> bytes:
    head, table = content[:8], content[8:]
    before = np.frombuffer(table, ">u4" if kind == b"stco" else ">u8").astype(np.int64)
    after = before + moved
    if wide:
        return _boxed(b"co64" + head + after.astype(">u8").tobytes())
    return _boxed(b"stco" + head + after.astype(">u4").tobytes())


def _boxed(content: bytes | bytearray) -> bytes:
    return struct.pack(">I", len(content) + 4) + bytes(content)
