"""Colours of chapters and notes: told apart by people with any colour vision."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QColor

from studio.desktop.theme import Theme

# Hues of Okabe and Ito's set (Color Universal Design, 2008), darkened or lightened for our grounds.
CHAPTER_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#b58900")
NOTE_COLOURS = ("#f6d860", "#9fd3f5", "#a8dfc4", "#f3b8d2", "#f5c092")


def chapter_colour(colour: str | None, number: int) -> QColor:
    """The author's colour, or one by the chapter's place in the story."""
    return QColor(colour or CHAPTER_COLOURS[number % len(CHAPTER_COLOURS)])


def readable(colour: QColor, ground: QColor, least: float = 4.5) -> QColor:
    """The colour, made darker or lighter until it stands off the ground by ``least`` to 1."""
    return QColor(_readable(colour.name(), ground.name(), least))


@lru_cache(maxsize=512)
def _readable(colour: str, ground: str, least: float) -> str:
    below = QColor(ground)
    towards_light = luminance(below) < 0.18
    made = QColor(colour)
    for _ in range(24):
        if contrast(made, below) >= least:
            return made.name()
        made = _step(made, towards_light)
    return "#ffffff" if towards_light else "#000000"


def contrast(one: QColor, other: QColor) -> float:
    """The contrast ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2, 0 to 1."""

    def linear(share: float) -> float:
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(each) for each in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def over(colour: QColor, share: float, ground: QColor) -> QColor:
    """The colour laid over the ground with an opacity of ``share``."""
    mixed = [
        round(top * share + below * (1 - share))
        for top, below in (
            (colour.red(), ground.red()),
            (colour.green(), ground.green()),
            (colour.blue(), ground.blue()),
        )
    ]
    return QColor(*mixed)


def note_colours(colour: str | None, theme: Theme) -> tuple[QColor, QColor]:
    """Ground and words of a sticky note; in the dark a note is darker, too."""
    ground = QColor(colour or NOTE_COLOURS[0])
    if theme.dark:
        ground = over(ground, 0.78, QColor(theme.canvas))
    words = QColor("#1b2233")
    return ground, readable(words, ground)


def _step(colour: QColor, lighter: bool) -> QColor:
    return over(colour, 0.88, QColor("#ffffff" if lighter else "#000000"))
