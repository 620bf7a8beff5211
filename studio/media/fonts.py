"""The typeface that comes with the program, so that no letter is ever a box.

Source Sans Pro (SIL Open Font License) has Latin, Greek and Cyrillic letters.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

FAMILY = "Source Sans Pro"
FONT_FOLDER = Path(str(files("font_source_sans_pro"))) / "files"


def font_file(weight: str = "Regular") -> Path:
    """The file of a weight: Light, Regular, It, Semibold, Bold."""
    return FONT_FOLDER / f"SourceSansPro-{weight}.ttf"
