"""Icons: Material Design Icons (Apache 2.0) through QtAwesome (MIT)."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QIcon


@cache
def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """The icon ``mdi6.<name>`` in a colour ``#rrggbb``. Needs a running QApplication."""
    # QtPy, below QtAwesome, looks for the binding when imported: not before Qt is there.
    import qtawesome

    return qtawesome.icon(name, color=colour, color_disabled=disabled or colour)
