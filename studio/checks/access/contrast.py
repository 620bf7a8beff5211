"""Can the film's own colours be told apart?

Contrast as WCAG 2.2 defines it ("relative luminance", "contrast ratio"): text needs 4.5 to 1
(success criterion 1.4.3), parts of controls 3 to 1 (1.4.11). Words in the accent colour and words
on it are no matter: the player makes them readable by itself (theme.js).
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Theme

LOW_CONTRAST = FindingKind(
    code="AC001",
    name="low-contrast",
    severity="warning",
    message={
        "pl": "Kolory {first} i {second} mają kontrast {ratio}:1; potrzeba {needed}:1.",
        "en": "The contrast of {first} and {second} is {ratio}:1; {needed}:1 is needed.",
    },
    remedy={
        "pl": "Rozjaśnij jeden z nich albo przyciemnij drugi; nieczytelne kolory tekstu film "
        "zastępuje własnymi.",
        "en": "Make one of them lighter, or the other one darker; in place of text colours that "
        "cannot be read the film takes its own.",
    },
)
KINDS = (LOW_CONTRAST,)

TEXT = 4.5
CONTROLS = 3.0
# The player's own colours stand in for those that the theme leaves open (theme.js; a test holds
# them together).
ACCENT = "#f2b84b"
BACKGROUND = "#0c0f14"
FOREGROUND = "#f4f1ea"


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 (black) to 1 (white)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


class Pair(Struct, frozen=True):
    """Two colours that are seen together, and the theme's field that is to be changed."""

    field: str
    first: str
    second: str
    needed: float

    @property
    def readable(self) -> bool:
        """Whether they differ enough."""
        return contrast(self.first, self.second) >= self.needed


def pairs(theme: Theme) -> tuple[Pair, ...]:
    """Text on the background, and the accent on the background."""
    background = theme.background or BACKGROUND
    return (
        Pair(
            "foreground" if theme.foreground else "background",
            theme.foreground or FOREGROUND,
            background,
            TEXT,
        ),
        Pair(
            "accent" if theme.accent else "background",
            theme.accent or ACCENT,
            background,
            CONTROLS,
        ),
    )


def check(context: Context) -> Iterator[Finding]:
    """Words on the background, and the accent on the background."""
    themes = (theme for theme, _ in context.each(Theme))
    for pair in (pair for theme in themes for pair in pairs(theme)):
        if not pair.readable:
            yield LOW_CONTRAST.at(
                Place(path=f"$.theme.{pair.field}"),
                first=pair.first,
                second=pair.second,
                ratio=f"{contrast(pair.first, pair.second):.1f}",
                needed=f"{pair.needed:g}",
            )
