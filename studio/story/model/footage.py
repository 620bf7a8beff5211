"""What is shown: footage with marks and treatment, clips, cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from studio.story.model.base import (
    Base,
    Fraction,
    LanguageTag,
    RelativePath,
    RichText,
    Seconds,
    Text,
)


class Area(Base, frozen=True):
    """A rectangle or ellipse (the one inscribed in the rectangle) on the picture."""

    x: Fraction
    y: Fraction
    width: Fraction
    height: Fraction
    shape: Literal["rectangle", "ellipse"] = "rectangle"


class Concealment(Base, frozen=True):
    """A region blurred or pixelated from ``start`` to ``end`` to protect a person shown.

    Times are seconds of the source file, so that moving the in point never moves it off a face;
    the area is a part of the frame.
    """

    area: Area
    start: Seconds = 0
    end: Seconds | None = None
    manner: Literal["blur", "pixelate"] = "blur"


class Treatment(Base, frozen=True):
    """Non-destructive changes made to footage when it is encoded."""

    fit: Literal["pad", "crop"] = "pad"
    fade_in: Seconds = 0
    fade_out: Seconds = 0
    freeze_end: Seconds = 0
    mute: bool = False
    loudness: bool = True
    voice_pitch: Annotated[float, Meta(ge=0.5, le=2.0)] | None = None
    concealments: tuple[Concealment, ...] = ()
    burn_captions: bool = False
    seamless_loop: bool = False
    camera: Literal["still", "zoom_in", "zoom_out", "pan_left", "pan_right"] = "still"


class Footage(Base, frozen=True):
    """A media file with in and out points, in seconds of the source file.

    ``audio`` is a second file whose sound replaces the first one's (a dub).
    """

    file: RelativePath
    mark_in: Seconds = 0
    mark_out: Seconds | None = None
    audio: RelativePath | None = None


class Clip(Base, frozen=True):
    """What is shown in a scene: footage, and footage of its own for dubbed languages.

    ``poster`` is in seconds of the clip, counted from its in point.
    """

    footage: Footage
    dubbed: Mapping[str, Footage] = {}
    captions: Mapping[str, RelativePath] = {}
    described: Mapping[str, Footage] = {}
    """Per language, an alternative with audio description."""
    transcript: RichText = {}
    poster: Seconds | None = None
    treatment: Treatment | None = None
    profile: str | None = None
    languages_spoken: tuple[LanguageTag, ...] = ()
    """Languages heard in the footage; empty when nobody speaks."""


class Card(Base, frozen=True):
    """A still or text that stands in for a clip; ``seconds`` None means by reading speed."""

    text: RichText = {}
    image: RelativePath | None = None
    image_description: Text = {}
    seconds: Seconds | None = None
    narration: Mapping[str, RelativePath] = {}
