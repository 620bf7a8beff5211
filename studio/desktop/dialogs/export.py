"""The export dialog: where to, in which languages; progress, cancel, show in the browser."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.dialogs.problem import describe
from studio.desktop.tasks import Task
from studio.story.finding import Finding, InterfaceLanguage, StudioError
from studio.story.model import Story

_LANGUAGE_NAMES = {"pl": "polski", "en": "English"}
_MOST_SHOWN = 3


@dataclass(frozen=True)
class Exported:
    """The page to open, and what could not be put into the film."""

    index: Path
    findings: tuple[Finding, ...]


class ExportDialog(QDialog):
    """Exports a snapshot of the story in the background."""

    def __init__(
        self,
        story: Story,
        folder: Path,
        language: InterfaceLanguage,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setMinimumWidth(560)
        self.setWindowTitle(self.tr("Export film"))
        self._story = story
        self._folder = folder
        self._language: InterfaceLanguage = language
        self._task: Task | None = None
        self._index: Path | None = None

        heading = QLabel(self.tr("Export as a folder"))
        heading.setProperty("heading", True)
        about = QLabel(
            self.tr("The folder plays in any browser, without a server and without internet.")
        )
        about.setProperty("quiet", True)
        about.setWordWrap(True)
        self.out = QLineEdit(str(folder.resolve().parent / f"{folder.resolve().name}-film"))
        self.out.setObjectName("out")
        self.out.setAccessibleName(self.tr("Output folder"))
        self.out.textChanged.connect(self._update)
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.clicked.connect(self._choose)
        place = QHBoxLayout()
        place.addWidget(self.out, 1)
        place.addWidget(self._browse)
        self._languages: dict[str, QCheckBox] = {}
        ticks = QHBoxLayout()
        for tag in story.languages:
            tick = QCheckBox(_LANGUAGE_NAMES.get(tag, tag))
            tick.setObjectName(f"language-{tag}")
            tick.setChecked(True)
            tick.toggled.connect(self._update)
            self._languages[tag] = tick
            ticks.addWidget(tick)
        ticks.addStretch(1)
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.said = QLabel()
        self.said.setObjectName("said")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.RichText)
        self.said.setMinimumHeight(64)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.show_film = QPushButton(self.tr("Show in browser"))
        self.show_film.setObjectName("show_film")
        self.show_film.clicked.connect(self._show_film)
        self.show_film.hide()
        self.cancel = QPushButton(self.tr("Close"))
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.reject)
        self.begin = QPushButton(self.tr("Export"))
        self.begin.setObjectName("begin")
        self.begin.setProperty("primary", True)
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_film)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.begin)

        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(10)
        column.addWidget(heading)
        column.addWidget(about)
        column.addSpacing(6)
        column.addWidget(QLabel(self.tr("Output folder")))
        column.addLayout(place)
        column.addWidget(QLabel(self.tr("Languages")))
        column.addLayout(ticks)
        column.addSpacing(6)
        column.addWidget(self.progress)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self._update()

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def reject(self) -> None:
        """Cancel what is under way (the dialog closes when it has stopped), else close."""
        if self._task is None:
            super().reject()
            return
        self._task.cancel()
        self.cancel.setEnabled(False)
        self.said.setText(self.tr("Stopping…"))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(tag for tag, tick in self._languages.items() if tick.isChecked())

    def _update(self) -> None:
        ready = bool(self.out.text().strip()) and bool(self._chosen())
        self.begin.setEnabled(ready and not self.running)
        for each in (self.out, self._browse, *self._languages.values()):
            each.setEnabled(not self.running)
        self.cancel.setText(self.tr("Cancel") if self.running else self.tr("Close"))
        self.cancel.setEnabled(True)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Output folder"), str(Path(self.out.text()).parent)
        )
        if chosen:
            self.out.setText(chosen)

    def _begin(self) -> None:
        story, folder, languages = self._story, self._folder, self._chosen()
        out = Path(self.out.text().strip()).expanduser()

        def work(task: Task) -> Exported:
            # Here, for the encoder's libraries take a while to load.
            from exporters.folder import export_folder

            report = export_folder(
                story,
                folder,
                out,
                languages=languages,
                progress=task.advanced.emit,
                cancelled=task.cancelled,
            )
            return Exported(out / "index.html", report.findings)

        self.show_film.hide()
        self.progress.setValue(0)
        self.said.setText(self.tr("Working…"))
        self._task = Task(work, self)
        self._task.advanced.connect(self._advance)
        self._task.succeeded.connect(self._succeed)
        self._task.failed.connect(self._fail)
        self._update()
        self._task.start()

    def _advance(self, fraction: float) -> None:
        self.progress.setValue(round(1000 * fraction))

    def _succeed(self, exported: Exported) -> None:
        self._task = None
        self._index = exported.index
        self.progress.setValue(1000)
        path = html.escape(str(exported.index))
        ready = self.tr("The film is ready: {path}").format(path=path)
        shown = exported.findings[:_MOST_SHOWN]
        self.said.setText(
            f"<p>{ready}</p>" + "".join(describe(each, self._language) for each in shown)
        )
        self.show_film.show()
        self._update()

    def _fail(self, error: BaseException) -> None:
        cancelled = self._task is not None and self._task.cancelled()
        self._task = None
        self.progress.setValue(0)
        self._update()
        if cancelled:
            self.said.setText(self.tr("Cancelled. An earlier export was left as it was."))
        elif isinstance(error, StudioError):
            shown = error.findings[:_MOST_SHOWN]
            self.said.setText("".join(describe(each, self._language) for each in shown))
        else:
            self.said.clear()
            raise error

    def _show_film(self) -> None:
        if self._index is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._index.resolve())))
