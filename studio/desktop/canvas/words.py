"""Words of the map in the interface language, and the fonts that it is written in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontMetricsF

from studio.desktop.theme import FAMILIES

translate = QCoreApplication.translate
"""``translate(context, English words)``; a name that lupdate knows."""


def font(size: float, bold: bool = False) -> QFont:
    """A font of ``size`` canvas units."""
    made = QFont()
    made.setFamilies(FAMILIES)
    made.setPixelSize(max(1, round(size)))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def outcome_words(outcome: str) -> str:
    """An ending's badge in the interface language."""
    return {
        "success": translate("Map", "Ending: success"),
        "partial": translate("Map", "Ending: partial success"),
        "failure": translate("Map", "Ending: failure"),
    }.get(outcome, translate("Map", "Ending"))


def clock(seconds: float) -> str:
    """Seconds as ``m:ss``."""
    whole = round(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def wrapped(words: str, measure: QFontMetricsF, width: float, lines: int) -> list[str]:
    """The words in at most so many lines of this width; what does not fit becomes an ellipsis."""
    made: list[str] = []
    line = ""
    rest = words.split()
    while rest:
        longer = f"{line} {rest[0]}".strip()
        if measure.horizontalAdvance(longer) <= width or not line:
            line = longer
            rest.pop(0)
            if measure.horizontalAdvance(line) > width:
                if len(made) == lines - 1 or not rest:
                    break
                made.append(elided(line, measure, width))
                line = ""
            continue
        if len(made) == lines - 1:
            line = f"{line} {' '.join(rest)}"
            break
        made.append(line)
        line = ""
    if line:
        made.append(elided(line, measure, width))
    return made


def elided(words: str, measure: QFontMetricsF, width: float) -> str:
    """The words, cut at the right with an ellipsis where they do not fit."""
    return measure.elidedText(words, Qt.TextElideMode.ElideRight, width)
