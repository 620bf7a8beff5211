"""A card as a piece of film: its pages one after the other, silent or with scratch narration.

The result is an intermediate file with one frame for each page (and a few between them), kept in
the cache; :mod:`studio.media.prepare` encodes it like any clip.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path

import av
import msgspec
import numpy as np
from msgspec import Struct
from PIL import Image

from studio.media.cache import Cache, content_key
from studio.media.card_design import CARD_VERSION, CardContent, draw_card, page_words
from studio.media.narration import join, narrate, seconds_needed, voice_for

_TURN_FRAMES, _TURN_STEP = 8, 40
"""Between two pages: so many pictures, each so many milliseconds."""


class CardClip(Struct, frozen=True):
    """Where the card's picture and sound are, and how long it lasts in seconds."""

    picture: Path
    sound: Path | None
    seconds: float


class _Made(Struct, frozen=True):
    seconds: float
    sounds: bool


def card_clip(
    content: CardContent,
    cache: Cache,
    width: int,
    height: int,
    reading_seconds: Callable[[str], float],
    *,
    seconds: float | None = None,
    narration_language: str | None = None,
) -> CardClip:
    """The card, drawn once for each content; ``seconds`` fixes its length.

    With ``narration_language`` the system's voice reads it where there is one, and pages stay as
    long as it takes. Raises OSError when the cache cannot be written.
    """
    voice = voice_for(narration_language) if narration_language is not None else None
    words = page_words(content, width, height)
    image = None
    if content.image is not None and content.image.is_file():
        image = cache.digest(content.image)
    key = content_key(
        CARD_VERSION, msgspec.structs.replace(content, image=None), image, width, height,
        [reading_seconds(each) for each in words], seconds, voice,
    )  # fmt: skip
    picture = cache.derived_path(key, "card", "mov")
    sound = picture.with_suffix(".wav")
    record = picture.with_suffix(".json")
    try:
        made = msgspec.json.decode(record.read_bytes(), type=_Made)
        for path in (record, picture, *([sound] if made.sounds else [])):
            os.utime(path)
    except (OSError, msgspec.MsgspecError):
        made = _make(
            content, (width, height), words, reading_seconds, seconds, voice, picture, sound
        )
        record.write_bytes(msgspec.json.encode(made))
    return CardClip(picture, sound if made.sounds else None, made.seconds)


def _make(
    content: CardContent,
    size: tuple[int, int],
    words: Sequence[str],
    reading_seconds: Callable[[str], float],
    fixed: float | None,
    voice: str | None,
    picture: Path,
    sound: Path,
) -> _Made:
    picture.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=picture.parent, prefix="card-") as folder:
        spoken: list[tuple[Path | None, float]] = []
        for number, text in enumerate(words):
            path = Path(folder) / f"{number}.wav"
            lasting = narrate(text, voice, path) if voice is not None else None
            needed = reading_seconds(text)
            if lasting is not None:
                needed = max(needed, seconds_needed(lasting))
            spoken.append((path if lasting is not None else None, needed))
        total = sum(needed for _, needed in spoken)
        if fixed is not None:
            spoken = [(path, needed * fixed / total) for path, needed in spoken]
        sounds = any(path is not None for path, _ in spoken)
        if sounds:
            joined = Path(folder) / "whole.wav"
            join(spoken, joined)
            joined.replace(sound)
        film = Path(folder) / "whole.mov"
        _write_pages(draw_card(content, *size), [needed for _, needed in spoken], film)
        film.replace(picture)
    return _Made(sum(needed for _, needed in spoken), sounds)


def _write_pages(pages: Sequence[Image.Image], seconds: Sequence[float], target: Path) -> None:
    """One frame for each page at its time, pages fading into one another."""
    with av.open(str(target), "w", format="mov") as container:
        stream = container.add_stream("png", rate=Fraction(1000, _TURN_STEP))
        stream.width, stream.height = pages[0].size
        stream.pix_fmt = "rgb24"
        stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)

        def put(page: Image.Image, milliseconds: int) -> None:
            frame = av.VideoFrame.from_ndarray(np.asarray(page), format="rgb24")
            frame.pts, frame.time_base = milliseconds, Fraction(1, 1000)
            container.mux(stream.encode(frame))

        now = 0
        for number, page in enumerate(pages):
            put(page, now)
            now += round(seconds[number] * 1000)
            if number + 1 < len(pages):
                for step in range(_TURN_FRAMES, 0, -1):
                    share = 1 - step / (_TURN_FRAMES + 1)
                    put(Image.blend(page, pages[number + 1], share), now - step * _TURN_STEP)
        put(pages[-1], now - _TURN_STEP)
        container.mux(stream.encode(None))
