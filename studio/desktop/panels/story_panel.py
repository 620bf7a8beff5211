"""A panel at a side of the window that follows the story while it can be seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget


class StoryPanel(QWidget):
    """Shows the present value in :meth:`refresh`, says its words in :meth:`_say`.

    To Qt a panel behind another one's tab is visible, only moved out of the window. Following the
    story there costs as much as in front: who holds the panels tells :meth:`set_in_front`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_front = True

    @property
    def seen(self) -> bool:
        """Whether the panel is open and no other one stands before it."""
        return self._in_front and self.isVisible()

    def set_in_front(self, in_front: bool) -> None:
        """Another panel of the side has come before this one, or gone from there."""
        came = in_front and not self._in_front
        self._in_front = in_front
        if came and self.isVisible():
            self.catch_up()

    def catch_up(self) -> None:
        """Show what has changed while the panel was not seen."""
        self.refresh()

    def refresh(self) -> None:
        """Show the present value, if the panel can be seen."""

    def _say(self) -> None:
        """Say everything in the language of the studio."""

    def showEvent(self, event: QShowEvent) -> None:
        """What changed while it was hidden is shown now."""
        super().showEvent(event)
        self.catch_up()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
