"""An MP4 file's index (``moov``) read by itself: when every frame is shown and where it lies.

Boxes and fields are those of ISO/IEC 14496-12. The index of an hour is two megabytes beside
gigabytes of pictures, so a file whose index says everything need not be read for its facts.
Whatever is unusual (fragments, edits, several sample descriptions) gives no answer here, and the
file is then read packet by packet.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from studio.media.timing import Timing

_LONGEST_INDEX = 64_000_000
_MOST_SAMPLES = 4_000_000
"""Of one track: 46 hours of pictures. Sound that is not compressed has more."""

Integers = NDArray[np.int64]


class Box(NamedTuple):
    """A box within bytes or a file: its kind, where it begins, where its content does, its end."""

    kind: bytes
    start: int
    body: int
    end: int


class Track(NamedTuple):
    """One track and what its tables say; ``timing`` is None where edits leave something out.

    ``offsets`` and ``lengths`` are the places of its chunks in the file, in bytes.
    """

    number: int
    handler: bytes
    time_scale: int
    sample_format: bytes
    timing: Timing | None
    offsets: Integers
    lengths: Integers

    @property
    def last_byte(self) -> int:
        """Where the data of this track end in the file."""
        return int((self.offsets + self.lengths).max()) if self.offsets.size else 0


class Mp4Index(NamedTuple):
    """The whole ``moov`` box, and where the file's outer boxes are."""

    data: bytes
    brands: tuple[bytes, ...]
    outer: tuple[Box, ...]
    faststart: bool
    encrypted: bool
    tracks: tuple[Track, ...]

    def track(self, number: int) -> Track | None:
        """The track of that number (libav's stream id)."""
        return next((each for each in self.tracks if each.number == number), None)


class _Unusual(Exception):
    """The index does not say everything, or says it in a way that is not read here."""


def read_index(path: Path) -> Mp4Index | None:
    """The file's index; None when it has none. Without tracks it is not understood here.

    Raises OSError.
    """
    outer = tuple(_outer_boxes(path))
    kinds = [box.kind for box in outer]
    if b"moov" not in kinds:
        return None
    moov = outer[kinds.index(b"moov")]
    with path.open("rb") as file:
        file.seek(moov.start)
        data = file.read(min(moov.end - moov.start, _LONGEST_INDEX))
        brands: tuple[bytes, ...] = ()
        if kinds[0] == b"ftyp" and outer[0].end - outer[0].body <= 1024:
            file.seek(outer[0].body)
            names = file.read(outer[0].end - outer[0].body)
            # Major brand, its version, then compatible brands.
            brands = tuple(names[at : at + 4] for at in range(0, len(names), 4) if at != 4)
    media = [kind for kind in kinds if kind in (b"moov", b"mdat")]
    try:
        tracks = () if b"moof" in kinds else _tracks(data)
    except (_Unusual, IndexError, ValueError, StopIteration):
        tracks = ()
    return Mp4Index(
        data=data,
        brands=brands,
        outer=outer,
        faststart=media[:1] == [b"moov"],
        # Samples whose format is hidden (ISO/IEC 23001-7).
        encrypted=b"encv" in data or b"enca" in data,
        tracks=tracks,
    )


def _tracks(data: bytes) -> tuple[Track, ...]:
    whole = next(boxes(data, 0, len(data)))
    inside = list(boxes(data, whole.body, whole.end))
    if any(box.kind in (b"mvex", b"cmov") for box in inside):
        return ()
    header = _only(inside, b"mvhd")
    movie_scale = _number(data, header.body + (12 if data[header.body] == 0 else 20), 4)
    return tuple(_track(data, box, movie_scale) for box in inside if box.kind == b"trak")


def boxes(data: bytes, start: int, end: int) -> Iterator[Box]:
    """The boxes that lie side by side between two positions.

    Raises ValueError when they do not fill the room.
    """
    position = start
    while position < end:
        size, body = _number(data, position, 4), position + 8
        if size == 1:
            size, body = _number(data, body, 8), position + 16
        if size < body - position or position + size > end:
            raise ValueError(f"a box of {size} bytes at {position}")
        yield Box(data[position + 4 : position + 8], position, body, position + size)
        position += size


def inner(data: bytes, box: Box, *path: bytes) -> Box | None:
    """The first box under that path of kinds."""
    found: Box | None = box
    for kind in path:
        if found is None:
            return None
        found = next((each for each in boxes(data, found.body, found.end) if each.kind == kind),
                     None)  # fmt: skip
    return found


def _outer_boxes(path: Path) -> Iterator[Box]:
    with path.open("rb") as file:
        end = file.seek(0, 2)
        position = 0
        while position < end:
            file.seek(position)
            header = file.read(16)
            if len(header) < 8:
                return
            size, body = int.from_bytes(header[:4], "big"), position + 8
            if size == 1:
                size, body = int.from_bytes(header[8:16], "big"), position + 16
            size = size or end - position
            if size < body - position:
                return
            yield Box(header[4:8], position, body, position + size)
            position += size


def _track(data: bytes, trak: Box, movie_scale: int) -> Track:
    header = inner(data, trak, b"tkhd")
    media = inner(data, trak, b"mdia", b"mdhd")
    handler = inner(data, trak, b"mdia", b"hdlr")
    tables = inner(data, trak, b"mdia", b"minf", b"stbl")
    if header is None or media is None or handler is None or tables is None:
        raise _Unusual
    number = _number(data, header.body + (12 if data[header.body] == 0 else 20), 4)
    time_scale = _number(data, media.body + (12 if data[media.body] == 0 else 20), 4)
    inside = list(boxes(data, tables.body, tables.end))
    description = _only(inside, b"stsd")
    if _number(data, description.body + 4, 4) != 1 or time_scale == 0:
        raise _Unusual
    sizes = _sizes(data, _only(inside, b"stsz"))
    offsets, lengths = _chunks(data, inside, sizes)
    edits = inner(data, trak, b"edts", b"elst")
    return Track(
        number=number,
        handler=data[handler.body + 8 : handler.body + 12],
        time_scale=time_scale,
        sample_format=data[description.body + 12 : description.body + 16],
        timing=_timing(data, inside, edits, sizes.size, time_scale, movie_scale),
        offsets=offsets,
        lengths=lengths,
    )


def _sizes(data: bytes, box: Box) -> Integers:
    every, count = _number(data, box.body + 4, 4), _number(data, box.body + 8, 4)
    if count > _MOST_SAMPLES:
        raise _Unusual
    if every:
        return np.full(count, every, np.int64)
    return _table(data, box, box.body + 12, count, 1)[:, 0]


def _chunks(data: bytes, inside: list[Box], sizes: Integers) -> tuple[Integers, Integers]:
    """Where each chunk begins and how long it is, from ``stco``/``co64`` and ``stsc``."""
    places = next((box for box in inside if box.kind in (b"stco", b"co64")), None)
    if places is None:
        raise _Unusual
    count = _number(data, places.body + 4, 4)
    if places.kind == b"stco":
        offsets = _table(data, places, places.body + 8, count, 1)[:, 0]
    else:
        _require_room(places, places.body + 8, count * 8)
        offsets = np.frombuffer(data, ">u8", count, places.body + 8).astype(np.int64)
    runs = _only(inside, b"stsc")
    table = _table(data, runs, runs.body + 8, _number(data, runs.body + 4, 4), 3)
    if not sizes.size or not count:
        if sizes.size != count:
            raise _Unusual
        return offsets, offsets
    chunks = np.diff(np.append(table[:, 0], count + 1))
    if not (chunks > 0).all() or chunks.sum() != count or not (table[:, 1:] > 0).all():
        raise _Unusual
    per_chunk = np.repeat(table[:, 1], chunks)
    if per_chunk.sum() != sizes.size or not (table[:, 2] == 1).all():
        raise _Unusual
    begins = np.concatenate(([0], np.cumsum(per_chunk)[:-1]))
    return offsets, np.add.reduceat(sizes, begins)


def _timing(
    data: bytes,
    inside: list[Box],
    edits: Box | None,
    count: int,
    time_scale: int,
    movie_scale: int,
) -> Timing | None:
    """When each sample is shown; None when edits leave something out or move it."""
    runs = _only(inside, b"stts")
    table = _table(data, runs, runs.body + 8, _number(data, runs.body + 4, 4), 2)
    if not count or table[:, 0].sum() != count:
        return None
    lasting = np.repeat(table[:, 1], table[:, 0])
    times = np.concatenate(([0], np.cumsum(lasting)[:-1]))
    shifts = next((box for box in inside if box.kind == b"ctts"), None)
    if shifts is not None:
        # Version 0 says unsigned, but everybody writes signed numbers and reads them so.
        table = _table(data, shifts, shifts.body + 8, _number(data, shifts.body + 4, 4), 2, True)
        if table[:, 0].sum() != count:
            return None
        times = times + np.repeat(table[:, 1], table[:, 0])
    keys = np.ones(count, np.bool_)
    marked = next((box for box in inside if box.kind == b"stss"), None)
    if marked is not None:
        keys[:] = False
        numbers = _table(data, marked, marked.body + 8, _number(data, marked.body + 4, 4), 1)
        if numbers.size and (numbers.min() < 1 or numbers.max() > count):
            return None
        keys[numbers[:, 0] - 1] = True
    if edits is not None:
        begin = _plain_edit(data, edits, int((times + lasting).max()), time_scale, movie_scale)
        if begin is None or begin != int(times.min()):
            return None
        times = times - begin
    return Timing(Fraction(1, time_scale), times, lasting, keys)


def _plain_edit(data: bytes, box: Box, end: int, time_scale: int, movie_scale: int) -> int | None:
    """Where the one edit begins, in ticks; None when there are more, or it cuts off the end."""
    version = data[box.body]
    if _number(data, box.body + 4, 4) != 1 or movie_scale == 0:
        return None
    wide = 8 if version == 1 else 4
    lasting = _number(data, box.body + 8, wide)
    begin = int.from_bytes(data[box.body + 8 + wide : box.body + 8 + 2 * wide], "big", signed=True)
    rate = _number(data, box.body + 8 + 2 * wide, 4)
    # The movie's clock is often coarser than the track's.
    reaches = begin + (lasting + 1) * time_scale / movie_scale
    return begin if begin >= 0 and rate == 0x10000 and (lasting == 0 or reaches >= end) else None


def _only(inside: list[Box], kind: bytes) -> Box:
    found = [box for box in inside if box.kind == kind]
    if len(found) != 1:
        raise _Unusual
    return found[0]


def _number(data: bytes, position: int, length: int) -> int:
    if position + length > len(data):
        raise ValueError("beyond the end")
    return int.from_bytes(data[position : position + length], "big")


def _require_room(box: Box, start: int, length: int) -> None:
    if start + length > box.end:
        raise ValueError("a table longer than its box")


def _table(
    data: bytes, box: Box, start: int, rows: int, columns: int, signed: bool = False
) -> Integers:
    """Rows of 32-bit numbers."""
    _require_room(box, start, rows * columns * 4)
    kind = ">i4" if signed else ">u4"
    flat = np.frombuffer(data, kind, rows * columns, start).astype(np.int64)
    return flat.reshape(rows, columns)
