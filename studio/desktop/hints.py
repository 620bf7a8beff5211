"""First-run hints: the next useful gesture, one at a time, gone when it has been made."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSettings

from studio.desktop.panels.notice import NoticeBar
from studio.story.model import Story, targets

_KIND = "hint"


class Hints(QObject):
    """Follows the story; once the user has made every gesture, or said enough, it is silent."""

    def __init__(self, notices: NoticeBar, settings: QSettings, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices
        self._settings = settings
        self._shown = ""
        self.played = False

    @property
    def over(self) -> bool:
        """Whether hints are no longer wanted."""
        return self._settings.value("hints_over", False, type=bool)

    def follow(self, story: Story | None, read_only: bool) -> None:
        """Show the hint for this story, if any."""
        wanted = "" if story is None or read_only or self.over else self._wanted(story)
        if wanted == self._shown:
            return
        self._shown = wanted
        if not wanted:
            self._notices.take_back(_KIND)
            return
        words = {
            "scene": self.tr(
                "Drop video files on the map, or double-click it: each becomes a scene."
            ),
            "connect": self.tr(
                "Drag from the dot at a scene’s right edge to another scene to lead there, or to "
                "empty space for a new scene."
            ),
            "play": self.tr("Press F5 to play what you have; edits apply while it plays."),
        }[wanted]
        self._notices.tell(_KIND, words, [(self.tr("No more hints"), self.end)])

    def end(self) -> None:
        """No more hints, now and for later starts."""
        self._settings.setValue("hints_over", True)
        self._shown = ""
        self._notices.take_back(_KIND)

    def forget(self) -> None:
        """The notices were cleared: show the hint again where it is wanted."""
        self._shown = ""

    def retranslate(self) -> None:
        """Say the hint that is shown in the new language when it is next looked at."""
        if self._notices.shows(_KIND):
            self._shown = ""

    def _wanted(self, story: Story) -> str:
        if not story.scenes:
            return "scene"
        if not any(targets(scene) for scene in story.scenes):
            return "connect"
        if not self.played:
            return "play"
        self.end()
        return ""
