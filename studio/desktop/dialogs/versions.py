"""Older versions: a list with times, the map of each, what is different, and bringing one back."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.canvas.view import MapView
from studio.desktop.dialogs.problem import describe
from studio.desktop.language import in_language
from studio.desktop.tasks import wait_for
from studio.desktop.theme import Theme
from studio.story.finding import InterfaceLanguage, StudioError
from studio.story.kept_captions import read_captions
from studio.story.model import Story
from studio.story.versions import Version, captions_of, read_version, versions

_VERSION = Qt.ItemDataRole.UserRole
_AROUND = 22
"""Room around the two lines of a row, in pixels."""


class VersionsDialog(QDialog):
    """Browses the kept versions of the story in ``folder``; ``present`` is what is open now."""

    restored = Signal(object, object, str)
    """The story value wanted back, what its caption files held, and the time of it in words."""

    def __init__(
        self,
        present: Story,
        folder: Path,
        theme: Theme,
        language: InterfaceLanguage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("versions")
        self.setWindowTitle(self.tr("Older versions"))
        self.resize(980, 620)
        self._present = present
        self._language: InterfaceLanguage = language
        self._story: Story | None = None
        self._captions: dict[str, bytes] = {}
        self._captions_now: dict[str, bytes] = {}
        self.list = QListWidget()
        self.list.setObjectName("versions_list")
        self.list.setAccessibleName(self.tr("Kept versions"))
        self.list.setFixedWidth(300)
        self.list.currentItemChanged.connect(lambda item: self._show(item))
        self._map = MapView(theme)
        self._map.read_only = True
        self._map.setAccessibleName(self.tr("Map of the chosen version"))
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setTextFormat(Qt.TextFormat.RichText)
        self.restore = QPushButton(self.tr("Bring this version back"))
        self.restore.setProperty("primary", True)
        self.restore.setEnabled(False)
        self.restore.clicked.connect(self._restore)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        about = QLabel(
            self.tr(
                "A version is kept each time you save, while you work, and when changes are "
                "given up, its captions with it. Bringing one back is an edit like any other: "
                "it can be undone."
            )
        )
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.restore)
        right = QVBoxLayout()
        right.addWidget(self._map, 1)
        right.addWidget(self._said)
        line = QHBoxLayout()
        line.setSpacing(16)
        line.addWidget(self.list)
        line.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        column.addWidget(about)
        column.addLayout(line, 1)
        column.addLayout(buttons)
        self._captions_now = wait_for(lambda: read_captions(present, folder))
        self._fill(wait_for(lambda: versions(folder)))

    def _fill(self, kept: list[Version]) -> None:
        reasons = {
            "opened": self.tr("as it was opened"),
            "saved": self.tr("saved"),
            "working": self.tr("while working"),
            "left": self.tr("given up unsaved"),
            "replaced": self.tr("found changed on the disk"),
        }
        for version in kept:
            item = QListWidgetItem(f"{_when(version)}\n{reasons[version.reason]}")
            item.setData(_VERSION, version)
            item.setSizeHint(QSize(0, 2 * self.list.fontMetrics().lineSpacing() + _AROUND))
            self.list.addItem(item)
        if not kept:
            self._said.setText(self.tr("No versions are kept yet: save the story once."))

    def _show(self, item: QListWidgetItem | None) -> None:
        self._story = None
        if item is not None:
            version: Version = item.data(_VERSION)
            try:
                self._story = wait_for(lambda: read_version(version)).story
                self._captions = wait_for(lambda: captions_of(version))
            except StudioError as error:
                self._said.setText(describe(error.findings[0], self._language))
        self.restore.setEnabled(self._story is not None)
        if self._story is not None:
            self._map.show_story(self._story, self._language)
            self._map.fit()
            self._said.setText(self._differences(self._story))

    def _differences(self, story: Story) -> str:
        """What is different in this version, against what is open now."""
        now, then = self._present.scene_by_id, story.scene_by_id
        changed = [each for each in then if each in now and then[each] != now[each]]
        spoken = [
            name for name, held in self._captions.items() if self._captions_now.get(name) != held
        ]
        lines = [
            (self.tr("Scenes only here: {names}"), [each for each in then if each not in now]),
            (self.tr("Scenes not here: {names}"), [each for each in now if each not in then]),
            (self.tr("Scenes that differ: {names}"), changed),
        ]
        said = [
            words.format(names=self._names(ids, then if ids and ids[0] in then else now))
            for words, ids in lines
            if ids
        ]
        if spoken:
            words = self.tr("Captions that differ: {names}")
            said.append(words.format(names=_first(spoken)))
        if not said:
            same = story == self._present
            said = [
                self.tr("The same as what is open.")
                if same
                else self.tr("The scenes are the same; the story's settings differ.")
            ]
        return "<br>".join(said)

    def _names(self, ids: list[str], scenes: dict) -> str:
        return _first([in_language(scenes[each].title, self._language, each) for each in ids])

    def _restore(self) -> None:
        item = self.list.currentItem()
        if self._story is not None and item is not None:
            self.restored.emit(self._story, self._captions, _when(item.data(_VERSION)))
            self.accept()


def _first(names: list[str]) -> str:
    quoted = QCoreApplication.translate("Sentences", "“{name}”")
    shown = ", ".join(quoted.format(name=each) for each in names[:6]).replace("<", "&lt;")
    return f"{shown} … (+{len(names) - 6})" if len(names) > 6 else shown


def _when(version: Version) -> str:
    local = version.time.astimezone()
    today = datetime.now().astimezone().date()
    return f"{local:%H:%M:%S}" if local.date() == today else f"{local:%Y-%m-%d %H:%M}"
