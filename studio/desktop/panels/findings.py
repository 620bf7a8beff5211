"""The findings panel: what the checks report on the present value; a click goes there."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from studio.desktop.icons import icon
from studio.desktop.tasks import Task
from studio.desktop.theme import Theme
from studio.story.finding import Finding, InterfaceLanguage
from studio.story.model import Story

_SCENE = Qt.ItemDataRole.UserRole
_PAUSE = 300
_SIGNS = {
    "error": "mdi6.alert-octagon",
    "warning": "mdi6.alert",
    "notice": "mdi6.information-outline",
}
_ORDER = {"error": 0, "warning": 1, "notice": 2}


class FindingsPanel(QWidget):
    """Runs the checks in the background, a moment after the last change."""

    scene_wanted = Signal(str)
    checked = Signal()
    """The findings shown are those of the value last given."""
    failed = Signal(object)

    def __init__(
        self, theme: Theme, language: InterfaceLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._language: InterfaceLanguage = language
        self._findings: tuple[Finding, ...] = ()
        self._loading: tuple[Finding, ...] = ()
        self._wanted: tuple[Story, Path] | None = None
        self._task: Task | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._start)
        self._summary = QLabel()
        self._summary.setProperty("quiet", True)
        self.list = QListWidget()
        self.list.setObjectName("findings")
        self.list.setWordWrap(True)
        self.list.setSpacing(1)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._go)
        self.list.itemActivated.connect(self._go)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.addWidget(self._summary)
        column.addWidget(self.list, 1)
        self._fill()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What was last reported, errors first."""
        return self._findings

    def check(self, story: Story, folder: Path, loading: tuple[Finding, ...]) -> None:
        """Check this value soon; ``loading`` is what opening the file reported."""
        self._wanted = (story, folder)
        self._loading = loading
        self._timer.start()
        self._summarise()

    def set_language(self, language: InterfaceLanguage) -> None:
        """Show the messages in another language."""
        self._language = language
        self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Say the summary in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._summarise()

    def _start(self) -> None:
        if self._wanted is None or self._task is not None:
            return
        story, folder = self._wanted
        self._wanted = None

        def work(_task: Task) -> tuple[Finding, ...]:
            from studio.checks import run_checks

            return tuple(run_checks(story, folder))

        self._task = Task(work, self)
        self._task.succeeded.connect(self._succeed)
        self._task.failed.connect(self._fail)
        self._task.start()

    def _succeed(self, findings: tuple[Finding, ...]) -> None:
        self._task = None
        if self._wanted is not None:
            self._start()
            return
        both = (*self._loading, *findings)
        self._findings = tuple(sorted(both, key=lambda each: _ORDER[each.severity]))
        self._fill()
        self.checked.emit()

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._summary.clear()
        self.failed.emit(error)

    def _summarise(self) -> None:
        if self._wanted is not None or self._task is not None:
            self._summary.setText(self.tr("Checking…"))
            return
        if not self._findings:
            self._summary.setText(self.tr("Nothing to report."))
            return
        counts = Counter(each.severity for each in self._findings)
        words = self.tr("Errors: {errors} · warnings: {warnings} · notices: {notices}")
        self._summary.setText(
            words.format(
                errors=counts["error"], warnings=counts["warning"], notices=counts["notice"]
            )
        )

    def _fill(self) -> None:
        self._summarise()
        colours = {
            "error": self._theme.failure,
            "warning": self._theme.partial,
            "notice": self._theme.quiet,
        }
        self.list.clear()
        for finding in self._findings:
            item = QListWidgetItem(
                icon(_SIGNS[finding.severity], colours[finding.severity]),
                finding.message[self._language],
            )
            item.setToolTip(f"{finding.code} · {finding.remedy[self._language]}")
            item.setData(_SCENE, finding.place.scene)
            self.list.addItem(item)

    def _go(self, item: QListWidgetItem) -> None:
        scene = item.data(_SCENE)
        if scene:
            self.scene_wanted.emit(scene)
