"""When somebody speaks in a clip, by WebRTC's voice activity detector over its decoded sound."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

import av
import av.error
import msgspec
import numpy as np
import webrtcvad

from studio.media.cache import Cache
from studio.media.probe import sound_stream
from studio.media.reading import frames, opened
from studio.media.runner import Cancelled
from studio.story.clip_facts import Span
from studio.story.finding import Place

SPEECH_VERSION = 1
"""Part of the cache's key; raise it when the answer for the same sound changes."""

_RATE = 16_000
_FRAME_SECONDS = 0.03
_FRAME_BYTES = round(_RATE * _FRAME_SECONDS) * 2
_STRICTNESS = 2
"""Of WebRTC's four, from 0: little that is not speech, and no word lost."""
_SILENCE, _LEAST_RANGE = -90.0, 9.0
"""Decibels; with a smaller range between quiet and loud the level says nothing."""
_LOUD_SHARE = 0.45
_SHORTEST_PAUSE, _SHORTEST_SPEECH = 0.30, 0.15
_SHORTEST_ALONE, _ALONE_SECONDS = 0.30, 0.70


def speech(
    path: Path,
    cache: Cache | None = None,
    *,
    place: Place | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[Span, ...]:
    """Start and end of each stretch of speech, in seconds of the file; empty without sound.

    Remembered in the cache. Raises StudioError (MD001 to MD004) and Cancelled.
    """
    kept = (cache or Cache()).derived(
        path,
        f"speech-{SPEECH_VERSION}",
        "json",
        lambda: msgspec.json.encode(_spans(_activity(path, place, cancelled))),
    )
    return msgspec.json.decode(kept, type=tuple[Span, ...])


def _activity(path: Path, place: Place | None, cancelled: Callable[[], bool]) -> list[bool]:
    """For each 30 ms whether somebody speaks: the detector says so, and it is loud enough.

    Alone it takes much background for speech, above all in the first second.
    """
    detector = webrtcvad.Vad(_STRICTNESS)
    heard: list[bool] = []
    levels: list[float] = []
    with opened(path, place) as container:
        stream = sound_stream(container)
        if stream is None:
            return []
        begin = (container.start_time or 0) / av.time_base
        resampler = av.AudioResampler(format="s16", layout="mono", rate=_RATE)
        rest = b""
        for frame in frames(container, stream, cancelled=cancelled):
            if not heard and not rest and frame.time is not None and frame.time > begin:
                heard = [False] * round((frame.time - begin) / _FRAME_SECONDS)
                levels = [_SILENCE] * len(heard)
            try:
                rest += b"".join(bytes(each.planes[0])[: each.samples * 2]
                                 for each in resampler.resample(frame))  # fmt: skip
            except (av.error.FFmpegError, ValueError):
                continue  # The layout changed in mid-file: damage.
            while len(rest) >= _FRAME_BYTES:
                heard.append(detector.is_speech(rest[:_FRAME_BYTES], _RATE))
                levels.append(_level(rest[:_FRAME_BYTES]))
                rest = rest[_FRAME_BYTES:]
    if cancelled():
        raise Cancelled
    enough = _loud_enough(levels)
    return [speaks and level >= enough for speaks, level in zip(heard, levels, strict=True)]


def _level(samples: bytes) -> float:
    """Decibels below full scale."""
    values = np.frombuffer(samples, np.int16).astype(np.float64)
    return max(_SILENCE, 20 * math.log10(max(1e-9, math.sqrt(float(np.mean(values**2))) / 32768)))


def _loud_enough(levels: list[float]) -> float:
    """Nearly half the way from what is quiet in the clip to what is loud."""
    if not levels:
        return _SILENCE
    quiet, loud = (float(level) for level in np.percentile(levels, (10, 90)))
    return quiet + (loud - quiet) * _LOUD_SHARE if loud - quiet > _LEAST_RANGE else _SILENCE


def _spans(heard: list[bool]) -> tuple[Span, ...]:
    """Stretches of speech; short pauses belong to them, short noises do not count."""
    spans: list[Span] = []
    begin: int | None = None
    for index, speaks in enumerate([*heard, False]):
        if speaks and begin is None:
            begin = index
        elif not speaks and begin is not None:
            start, end = begin * _FRAME_SECONDS, index * _FRAME_SECONDS
            begin = None
            if spans and start - spans[-1][1] < _SHORTEST_PAUSE:
                spans[-1] = spans[-1][0], end
            else:
                spans.append((start, end))
    kept = [span for index, span in enumerate(spans) if not _is_noise(spans, index)]
    return tuple((round(start, 3), round(end, 3)) for start, end in kept)


def _is_noise(spans: list[Span], index: int) -> bool:
    """Very short, or short and far from any speech."""
    start, end = spans[index]
    before = start - spans[index - 1][1] if index else math.inf
    after = spans[index + 1][0] - end if index + 1 < len(spans) else math.inf
    alone = min(before, after) > _ALONE_SECONDS
    return end - start < (_SHORTEST_ALONE if alone else _SHORTEST_SPEECH)
