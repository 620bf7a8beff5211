"""Can every hotspot be hit, on a small phone and with an unsteady hand?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Choice, Settings

TOO_SMALL = FindingKind(
    code="AC002",
    name="hotspot-too-small",
    severity="warning",
    message={
        "pl": "Obszar „{choice}” ma na telefonie tylko {width} × {height} pikseli; potrzeba "
        "24 × 24.",
        "en": "The hotspot “{choice}” is only {width} × {height} pixels on a phone; it needs "
        "24 × 24.",
    },
    remedy={
        "pl": "Powiększ obszar na obrazie.",
        "en": "Make the region of the picture larger.",
    },
)
KINDS = (TOO_SMALL,)

TARGET_PIXELS = 24.0
"""WCAG 2.2, success criterion 2.5.8, target size (minimum), in CSS pixels."""
PHONE_PIXELS = 360.0
"""The width of a small phone, held upright, in CSS pixels; the picture fills it."""


def phone_size(settings: Settings) -> tuple[float, float]:
    """Width and height of the picture on a small phone, in CSS pixels."""
    return PHONE_PIXELS, PHONE_PIXELS * settings.frame_height / settings.frame_width


def check(context: Context) -> Iterator[Finding]:
    """Hotspots are 24 pixels wide and high on a picture that is 360 pixels wide."""
    across, down = phone_size(context.story.settings)
    for choice, node in context.each(Choice):
        if choice.region is not None:
            area = choice.region.area
            width, height = area.width * across, area.height * down
            if min(width, height) < TARGET_PIXELS - 0.5:
                yield TOO_SMALL.at(
                    below(node.place, ".region.area"),
                    choice=choice.id,
                    width=round(width),
                    height=round(height),
                )
