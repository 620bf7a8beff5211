"""Icons: Material Design Icons (Apache 2.0) through QtAwesome (MIT)."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon

_SIZES = (16, 24, 32, 64)


@cache
def icon(name: str, colour: str, disabled: str | None = None) -> QIcon:
    """The icon ``mdi6.<name>`` in a colour ``#rrggbb``. Needs a running QApplication.

    Drawn once in a few sizes: QtAwesome would draw it at every paint, and complains of a button
    that has no room yet.
    """
    # QtPy, below QtAwesome, looks for the binding when imported: not before Qt is there.
    import qtawesome

    drawn = qtawesome.icon(name, color=colour, color_disabled=disabled or colour)
    made = QIcon()
    for size in _SIZES:
        plain = grey = drawn.pixmap(QSize(size, size), QIcon.Mode.Normal)
        if disabled is not None:
            grey = drawn.pixmap(QSize(size, size), QIcon.Mode.Disabled)
        made.addPixmap(plain, QIcon.Mode.Normal)
        made.addPixmap(grey, QIcon.Mode.Disabled)
    return made
