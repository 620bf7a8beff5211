"""Colours of the map: readable for everybody, and told apart without seeing red or green."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from PySide6.QtGui import QColor

from studio.desktop.canvas.palette import (
    CHAPTER_COLOURS,
    NOTE_COLOURS,
    contrast,
    note_colours,
    over,
    readable,
)
from studio.desktop.theme import DARK, LIGHT, Theme

# Matrices of Machado, Oliveira, Fernandes 2009 for full deuteranopia, protanopia and tritanopia,
# on linear RGB.
DEFICITS = {
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4


def lab(colour: str, deficit: str | None) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of the colour as it is seen."""
    made = QColor(colour)
    rgb = [linear(each) for each in (made.redF(), made.greenF(), made.blueF())]
    if deficit is not None:
        rows = DEFICITS[deficit]
        rgb = [min(1, max(0, sum(a * b for a, b in zip(row, rgb, strict=True)))) for row in rows]
    red, green, blue = rgb
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883

    def f(t: float) -> float:
        return t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116

    return 116 * f(y) - 16, 500 * (f(x) - f(y)), 200 * (f(y) - f(z))


def difference(one: str, other: str, deficit: str | None) -> float:
    """CIE 1976 colour difference; about 2.3 can just be noticed."""
    pairs = zip(lab(one, deficit), lab(other, deficit), strict=True)
    return sum((a - b) ** 2 for a, b in pairs) ** 0.5


themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])


@themes
def test_words_stand_off_their_grounds(theme: Theme) -> None:
    grounds = (theme.card, theme.raised, theme.panel, theme.canvas)
    for ink in (theme.text, theme.quiet):
        for ground in grounds:
            assert contrast(QColor(ink), QColor(ground)) >= 4.5, (ink, ground)
    for mark in (theme.accent, theme.success, theme.partial, theme.failure, theme.neutral):
        assert contrast(QColor(theme.on_accent), QColor(mark)) >= 4.5, mark
        badge = over(QColor(mark), 0.12, QColor(theme.card))
        assert contrast(QColor(mark), badge) >= 4.5, mark
    assert contrast(QColor(theme.edge), QColor(theme.canvas)) >= 3.0


@themes
@pytest.mark.parametrize("colour", [*CHAPTER_COLOURS, "#000000", "#ffffff", "#7f7f7f"])
def test_titles_of_chapters_stand_off_any_colour(theme: Theme, colour: str) -> None:
    ground = over(QColor(colour), 0.13 if theme.dark else 0.08, QColor(theme.canvas))
    assert contrast(readable(QColor(colour), ground), ground) >= 4.5


@themes
@pytest.mark.parametrize("colour", [None, *NOTE_COLOURS, "#101010"])
def test_notes_can_be_read(theme: Theme, colour: str | None) -> None:
    ground, ink = note_colours(colour, theme)
    assert contrast(ink, ground) >= 4.5


@themes
@pytest.mark.parametrize("deficit", [None, *DEFICITS])
def test_start_and_outcomes_are_told_apart_by_everybody(theme: Theme, deficit: str | None) -> None:
    marks = (theme.accent, theme.success, theme.partial, theme.failure)
    for one, other in combinations(marks, 2):
        assert difference(one, other, deficit) >= 12, (one, other)


@pytest.mark.parametrize("deficit", [None, *DEFICITS])
def test_neighbouring_chapters_are_told_apart_by_everybody(deficit: str | None) -> None:
    for one, other in pairwise(CHAPTER_COLOURS):
        assert difference(one, other, deficit) >= 12, (one, other)
