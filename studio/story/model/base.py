"""What all parts of a story share: named types with their bounds, and the struct options."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from msgspec import Meta, Struct

FORMAT = "scenario-studio-story"
VERSION = 1

Slug = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9_-]*$",
        max_length=80,
        description="Stable, readable identifier; never renumbered.",
    ),
]
LanguageTag = Annotated[
    str,
    Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47, e.g. pl or en."),
]
Text = Annotated[
    Mapping[str, str], Meta(description="Language tag to plain text, e.g. {'pl': …, 'en': …}.")
]
RichText = Annotated[
    Mapping[str, str],
    Meta(description="Language tag to light Markdown: bold, italic, lists, links. Never HTML."),
]
RelativePath = Annotated[
    str, Meta(min_length=1, description="Path below the story's folder, with forward slashes.")
]
# Bounds keep every sum exact in double precision, so that Python and JavaScript agree.
Number = (
    Annotated[int, Meta(ge=-1_000_000_000, le=1_000_000_000)]
    | Annotated[float, Meta(ge=-1_000_000_000.0, le=1_000_000_000.0)]
)
Seconds = Annotated[int, Meta(ge=0, le=360_000)] | Annotated[float, Meta(ge=0.0, le=360_000.0)]
Fraction = Annotated[int, Meta(ge=0, le=1)] | Annotated[float, Meta(ge=0.0, le=1.0)]
Coordinate = (
    Annotated[int, Meta(ge=-10_000_000, le=10_000_000)]
    | Annotated[float, Meta(ge=-10_000_000.0, le=10_000_000.0)]
)
Value = bool | Number | str
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$")]


class Base(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True, gc=False):
    """Common options: immutable, compact in the file, and strict about unknown fields.

    What cannot be changed cannot come to hold itself, so the garbage collector need not look at
    it: with large stories that is a quarter of the time of opening and checking them.
    """
