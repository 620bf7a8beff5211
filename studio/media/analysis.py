"""What is in a clip: loudness, silence, black, scene cuts, and its waveform, measured in-process.

Everything is remembered in the cache by content, works from any thread and ends soon after
``cancelled()`` turns true. Damage inside a file is passed over; a file that cannot be read at all
is a StudioError like those of :func:`studio.media.probe.probe`.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import av
import av.error
import msgspec
import numpy as np
from av.filter import Graph
from msgspec import Struct
from numpy.typing import NDArray

from studio.media.cache import Cache
from studio.media.probe import MediaFacts, picture_stream, sound_stream
from studio.media.reading import frames, is_mp4, opened, require_regular
from studio.media.runner import Cancelled
from studio.story.clip_facts import ClipFacts, Span
from studio.story.finding import Place

ANALYSIS_VERSION = 1
"""Part of the cache's key; raise it when the measurements or their meaning change."""

WAVEFORM_RATE = 100
"""How finely a waveform is kept, in pairs of peaks a second."""

_USUAL_RATE = 48_000
_SILENCE = "noise=-50dB:d=0.5"
_BLACK = "d=0.2:pic_th=0.98:pix_th=0.10"
_CUT = "threshold=10"
_LOOKED_AT = "w=160:h=-2:flags=fast_bilinear"
_QUIETEST_LUFS = -69.0
"""ebur128 reports its absolute gate, -70 LUFS, when nothing is loud enough to measure."""


class _Measured(Struct, frozen=True):
    """What the filters say of one file; the rest of the facts comes from the probe."""

    loudness: float | None = None
    true_peak: float | None = None
    black: tuple[Span, ...] = ()
    silent: tuple[Span, ...] = ()
    cuts: tuple[float, ...] = ()


def clip_facts(
    path: Path,
    cache: Cache | None = None,
    *,
    place: Place | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> ClipFacts:
    """All facts of one media file; decodes it once and remembers what it found.

    Loudness and true peak follow EBU R128 (libavfilter's ``ebur128``). Silence is below -50 dB
    for half a second or longer, black 98 % of the picture for 0.2 s or longer. Raises StudioError
    (MD001 to MD004) and :class:`~studio.media.runner.Cancelled`.
    """
    cache = cache or Cache()
    facts = cache.facts(path, place)

    def measure() -> bytes:
        return msgspec.json.encode(_measure(path, facts, place, cancelled))

    name = f"facts-{ANALYSIS_VERSION}"
    measured = msgspec.json.decode(cache.derived(path, name, "json", measure), type=_Measured)
    video, audio = facts.video, facts.audio
    width, height = video.shown_size if video is not None else (0, 0)
    return ClipFacts(
        seconds=facts.seconds,
        bytes=facts.bytes,
        width=width,
        height=height,
        frame_rate=video.frame_rate if video is not None else 0.0,
        constant_rate=video is not None and video.constant,
        keyframe_interval=video.keyframe_interval if video is not None else 0.0,
        video_codec=video.codec if video is not None else None,
        audio_codec=audio.codec if audio is not None else None,
        loudness=measured.loudness,
        true_peak=measured.true_peak,
        black=measured.black,
        silent=measured.silent,
        cuts=measured.cuts,
    )


def waveform(
    path: Path,
    buckets: int,
    cache: Cache | None = None,
    *,
    start: float = 0.0,
    end: float | None = None,
    place: Place | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> NDArray[np.float32]:
    """The sound's lowest and highest value in each of ``buckets`` equal parts.

    Shape ``(buckets, 2)``, values from -1 to 1 over all channels, zeros without sound. ``start``
    and ``end`` are seconds of the file. Finer than :data:`WAVEFORM_RATE` it repeats itself.
    Raises like :func:`clip_facts`.
    """
    if buckets < 1:
        raise ValueError("a waveform needs at least one bucket")
    cache = cache or Cache()
    kept = cache.derived(
        path,
        f"waveform-{ANALYSIS_VERSION}",
        "peaks",
        lambda: _read_peaks(path, place, cancelled).tobytes(),
    )
    peaks = np.frombuffer(kept, dtype=np.int8).reshape(-1, 2)
    last = len(peaks) / WAVEFORM_RATE if end is None else end
    edges = np.linspace(max(0.0, start), max(start, last), buckets + 1) * WAVEFORM_RATE
    result = np.zeros((buckets, 2), dtype=np.float32)
    for index in range(buckets):
        first = int(edges[index])
        part = peaks[first : max(first + 1, math.ceil(edges[index + 1]))]
        if len(part):
            result[index] = part[:, 0].min() / 127, part[:, 1].max() / 127
    return result


# --- reading ----------------------------------------------------------------------------------


def _read_peaks(path: Path, place: Place | None, cancelled: Callable[[], bool]) -> NDArray[np.int8]:
    require_regular(path, place or Place(file=path.name))
    with opened(path, place, indexed=is_mp4(path)) as container:
        stream = sound_stream(container)
        if stream is None:
            return np.zeros((0, 2), dtype=np.int8)
        # Frames are small: a second of them at once costs Python a fiftieth.
        second = stream.rate or _USUAL_RATE
        per_peak = max(1, round(second / WAVEFORM_RATE))
        collected = av.AudioFifo()
        parts: list[NDArray[np.int8]] = []
        for frame in frames(container, stream, cancelled=cancelled):
            frame.pts = None
            try:
                collected.write(frame)
            except (av.error.FFmpegError, ValueError):
                continue  # The layout changed in mid-file: damage.
            while collected.samples >= second + per_peak:
                parts.append(_peaks(collected.read(per_peak * WAVEFORM_RATE), per_peak))
        rest = collected.read() if collected.samples else None
        if rest is not None:
            parts.append(_peaks(rest, per_peak))
        if cancelled():
            raise Cancelled
    return np.concatenate(parts) if parts else np.zeros((0, 2), dtype=np.int8)


def _peaks(frame: Any, per_peak: int) -> NDArray[np.int8]:
    """Lowest and highest value of all channels in each part of the frame."""
    samples: NDArray[Any] = frame.to_ndarray()
    if not frame.format.is_planar:
        samples = samples.reshape(-1, len(frame.layout.channels)).T
    starts = np.arange(0, samples.shape[1], per_peak)
    pairs = np.stack(
        [
            np.minimum.reduceat(samples, starts, axis=1).min(axis=0),
            np.maximum.reduceat(samples, starts, axis=1).max(axis=0),
        ],
        axis=1,
    ).astype(np.float64)
    match samples.dtype.kind:
        case "i":
            pairs /= np.iinfo(samples.dtype).max
        case "u":
            pairs = (pairs - 128) / 127
        case _:
            pass
    return np.rint(np.clip(np.nan_to_num(pairs), -1, 1) * 127).astype(np.int8)


def _measure(
    path: Path, facts: MediaFacts, place: Place | None, cancelled: Callable[[], bool]
) -> _Measured:
    if facts.still:
        return _Measured()
    with opened(path, place) as container:
        offset = (container.start_time or 0) / av.time_base
        picture = picture_stream(container)
        sound = sound_stream(container)
        watcher = _Watcher(offset, facts.seconds)
        graphs: dict[int, Graph] = {}
        wanted = [stream for stream in (picture, sound) if stream is not None]
        if picture is not None:
            picture.thread_type = "AUTO"
            # Deblocking makes no difference to what is looked at and costs half the time.
            picture.codec_context.options = {"skip_loop_filter": "all"}
        for frame in frames(container, *wanted, cancelled=cancelled):
            is_picture = isinstance(frame, av.VideoFrame)
            try:
                graph = graphs.get(is_picture)
                if graph is None:
                    graph = _picture_graph(picture) if is_picture else _sound_graph(sound)
                    graphs[is_picture] = graph
                graph.push(frame)
            except (av.error.FFmpegError, ValueError):
                continue  # A frame that does not fit the others is damage.
            watcher.take(_pulled(graph))
        if cancelled():
            raise Cancelled
        for graph in graphs.values():
            try:
                graph.push(None)
            except (av.error.FFmpegError, ValueError):
                continue
            watcher.take(_pulled(graph))
    return watcher.measured()


def _picture_graph(stream: Any) -> Graph:
    graph = Graph()
    graph.link_nodes(
        graph.add_buffer(template=stream),
        graph.add("scale", _LOOKED_AT),
        graph.add("blackdetect", _BLACK),
        graph.add("scdet", _CUT),
        graph.add("buffersink"),
    ).configure()
    return graph


def _sound_graph(stream: Any) -> Graph:
    graph = Graph()
    graph.link_nodes(
        graph.add_abuffer(template=stream),
        graph.add("aformat", "sample_rates=48000:sample_fmts=flt"),
        graph.add("silencedetect", _SILENCE),
        graph.add("ebur128", "metadata=1:peak=true"),
        graph.add("abuffersink"),
    ).configure()
    return graph


def _pulled(graph: Graph) -> Iterator[Mapping[str, str]]:
    while True:
        try:
            yield graph.pull().metadata
        except (av.error.BlockingIOError, av.error.EOFError):
            return


class _Watcher:
    """Collects what the filters write beside the frames; times become seconds of the file."""

    def __init__(self, offset: float, seconds: float) -> None:
        self._offset = offset
        self._seconds = seconds
        self._spans: dict[str, list[Span]] = {"black": [], "silence": []}
        self._open: dict[str, float] = {}
        self._cuts: list[float] = []
        self._loudness = -math.inf
        self._peak = 0.0

    def take(self, notes: Iterator[Mapping[str, str]]) -> None:
        for note in notes:
            for kind in self._spans:
                if (start := note.get(f"lavfi.{kind}_start")) is not None:
                    self._open[kind] = self._time(start)
                if (end := note.get(f"lavfi.{kind}_end")) is not None:
                    self._close(kind, self._time(end))
            if (cut := note.get("lavfi.scd.time")) is not None:
                self._cuts.append(self._time(cut))
            if (loudness := note.get("lavfi.r128.I")) is not None:
                self._loudness = float(loudness)
            if (peak := note.get("lavfi.r128.true_peak")) is not None:
                self._peak = max(self._peak, float(peak))

    def measured(self) -> _Measured:
        for kind in list(self._open):
            self._close(kind, self._seconds)
        heard = math.isfinite(self._loudness) and self._loudness > _QUIETEST_LUFS
        return _Measured(
            loudness=round(self._loudness, 2) if heard else None,
            true_peak=round(20 * math.log10(self._peak), 2) if heard and self._peak > 0 else None,
            black=tuple(self._spans["black"]),
            silent=tuple(self._spans["silence"]),
            cuts=tuple(self._cuts),
        )

    def _time(self, text: str) -> float:
        return round(min(max(0.0, float(text) - self._offset), self._seconds), 3)

    def _close(self, kind: str, end: float) -> None:
        start = self._open.pop(kind, None)
        if start is not None and end > start:
            self._spans[kind].append((start, end))
