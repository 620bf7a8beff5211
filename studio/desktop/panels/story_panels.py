"""All panels that show and edit the story, and the roads between them."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QObject

from studio.desktop.docks import Docks
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.inspector import Inspector
from studio.desktop.panels.contents import KINDS, ContentsPanel
from studio.desktop.panels.find_replace import FindReplacePanel
from studio.desktop.panels.findings import FindingsPanel
from studio.desktop.panels.media_bin import MediaBin
from studio.desktop.panels.table import TablePanel
from studio.story.edits import Address
from studio.story.finding import InterfaceLanguage


class StoryPanels(QObject):
    """Makes the panels on one :class:`Editing`, puts them into the docks, leads to places."""

    def __init__(self, editing: Editing, language: InterfaceLanguage, docks: Docks) -> None:
        super().__init__(editing)
        self._docks = docks
        self.inspector = Inspector(editing)
        self.contents = ContentsPanel(editing)
        self.findings = FindingsPanel(editing, language)
        self.table = TablePanel(editing)
        self.media = MediaBin(editing)
        self.find = FindReplacePanel(editing)
        for name, panel, side, words in (
            ("inspector", self.inspector, "right", QT_TRANSLATE_NOOP("Docks", "Properties")),
            ("contents", self.contents, "right", QT_TRANSLATE_NOOP("Docks", "Story contents")),
            ("findings", self.findings, "bottom", QT_TRANSLATE_NOOP("Docks", "Findings")),
            ("table", self.table, "bottom", QT_TRANSLATE_NOOP("Docks", "Outline and table")),
            ("media", self.media, "bottom", QT_TRANSLATE_NOOP("Docks", "Media")),
            ("find", self.find, "bottom", QT_TRANSLATE_NOOP("Docks", "Find and replace")),
        ):
            docks.add(name, panel, side, words)
        editing.commit_wanted.connect(self.inspector.commit)
        editing.commit_wanted.connect(self.contents.commit)
        editing.place_wanted.connect(self.show_place)
        self.findings.place_wanted.connect(self.show_place)

    def show_place(self, address: Address) -> None:
        """Bring the field of an address to the front and put the cursor there."""
        if address and address[0] in KINDS and len(address) > 1:
            self._docks.bring("contents")
            self.contents.show_item(address[0], str(address[1]))
            return
        self._docks.bring("inspector")
        self.inspector.show_place(address)

    def show_find(self) -> None:
        """Bring find and replace to the front, ready to type."""
        self._docks.bring("find")
        self.find.begin()

    def stop(self) -> None:
        """Ask whatever works in the background to stop."""
        self.findings.checker.stop()
        self.media.stop()
