"""The export dialog: where to, what it will need, what blocks it; progress of every clip."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSettings, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
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

from studio.desktop.dialogs.export_options import ExportOptions, Wish
from studio.desktop.dialogs.problem import describe
from studio.desktop.language import in_language
from studio.desktop.tasks import Task
from studio.story.finding import Finding, InterfaceLanguage, StudioError
from studio.story.model import Story

if TYPE_CHECKING:  # At run time they are loaded when needed: the encoder's libraries take a while.
    from studio.desktop.dialogs.export_work import Exported, Outlook
    from studio.media.jobs import Progress

_MOST_SHOWN = 3
_CLIPS_SHOWN = 3
_PAUSE_MILLISECONDS = 300
_EFFORT = "export_effort"
"""Seconds of work for a second of film, by profile, as the last real export had it."""


class ExportDialog(QDialog):
    """Exports a snapshot of the story in the background."""

    def __init__(
        self,
        story: Story,
        folder: Path,
        language: InterfaceLanguage,
        parent: QWidget | None = None,
        settings: QSettings | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("export")
        self.setMinimumWidth(600)
        self.setWindowTitle(self.tr("Export film"))
        self._story = story
        self._folder = folder
        self._language: InterfaceLanguage = language
        self._settings = settings
        self._task: Task | None = None
        self._looking: Task | None = None
        self._outlook: Outlook | None = None
        self._wished: Wish | None = None
        self._index: Path | None = None

        self.out = QLineEdit(str(folder.resolve().parent / f"{folder.resolve().name}-film"))
        self.out.setObjectName("out")
        self.out.setAccessibleName(self.tr("Output folder"))
        self.out.textChanged.connect(self._look)
        self._browse = QPushButton(self.tr("Choose…"))
        self._browse.clicked.connect(self._choose)
        self.options = ExportOptions(story)
        self.options.changed.connect(self._look)
        self.outlook = QLabel()
        self.outlook.setObjectName("outlook")
        self.outlook.setWordWrap(True)
        self.outlook.setProperty("quiet", True)
        self.reason = QLineEdit()
        self.reason.setObjectName("reason")
        self.reason.setPlaceholderText(self.tr("Why it may be exported all the same"))
        self.reason.setAccessibleName(self.tr("Reason for exporting with errors"))
        self.reason.setToolTip(self.tr("The reason is kept with the film."))
        self.reason.textChanged.connect(self._update)
        self.reason.hide()
        self.progress = QProgressBar()
        self.progress.setObjectName("progress")
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the export"))
        self.progress.hide()
        self.clips = QLabel()
        self.clips.setObjectName("clips")
        self.clips.setProperty("quiet", True)
        self.clips.setMinimumHeight(self.fontMetrics().lineSpacing() * (_CLIPS_SHOWN + 1))
        self.clips.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.clips.hide()
        self.said = QLabel()
        self.said.setObjectName("said")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.RichText)
        self.said.setMinimumHeight(48)
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.show_film = self._after(self.tr("Show in browser"), "show_film", self._show_film)
        self.show_folder = self._after(self.tr("Show in folder"), "show_folder", self._show_folder)
        self.cancel = QPushButton(self.tr("Close"))
        self.cancel.setObjectName("cancel")
        self.cancel.clicked.connect(self.reject)
        self.begin = QPushButton(self.tr("Export"))
        self.begin.setObjectName("begin")
        self.begin.setProperty("primary", True)
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._start_looking)
        self._look()

    @property
    def running(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def reject(self) -> None:
        """Cancel what is under way (the dialog closes when it has stopped), else close."""
        if self._task is None:
            if self._looking is not None:
                self._looking.cancel()
            super().reject()
            return
        self._task.cancel()
        self.cancel.setEnabled(False)
        self.said.setText(self.tr("Stopping…"))

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Export as a folder"))
        heading.setProperty("heading", True)
        about = QLabel(
            self.tr("The folder plays in any browser, without a server and without internet.")
        )
        about.setProperty("quiet", True)
        about.setWordWrap(True)
        place = QHBoxLayout()
        place.addWidget(self.out, 1)
        place.addWidget(self._browse)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_film)
        buttons.addWidget(self.show_folder)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 22, 24, 20)
        column.setSpacing(8)
        column.addWidget(heading)
        column.addWidget(about)
        column.addSpacing(6)
        column.addWidget(QLabel(self.tr("Output folder")))
        column.addLayout(place)
        column.addWidget(self.options)
        column.addWidget(self.outlook)
        column.addWidget(self.reason)
        column.addSpacing(4)
        column.addWidget(self.progress)
        column.addWidget(self.clips)
        column.addWidget(self.said)
        column.addSpacing(8)
        column.addLayout(buttons)

    def _after(self, words: str, name: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(name)
        button.clicked.connect(act)
        button.hide()
        return button

    def _wish(self) -> Wish:
        return Wish(
            self._story,
            self._folder,
            Path(self.out.text().strip()).expanduser(),
            self.options.choices(),
            self.reason.text().strip() or None,
        )

    def _look(self) -> None:
        """Look ahead again, soon: languages or quality are others."""
        self._outlook = None
        self.outlook.setText(self.tr("Looking over the story…"))
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._pause.start()
        self._update()

    def _start_looking(self) -> None:
        if not self.options.choices().languages or self.running:
            return
        wish = self._wished = self._wish()

        def work(task: Task) -> Outlook:
            from studio.desktop.dialogs.export_work import look_ahead

            return look_ahead(wish, task)

        self._looking = Task(work, self)
        self._looking.succeeded.connect(self._show_outlook)
        self._looking.failed.connect(self._fail_looking)
        self._looking.start()

    def _fail_looking(self, error: BaseException) -> None:
        if self.sender() is self._looking:
            self._looking = None
            shown = error.findings[:_MOST_SHOWN] if isinstance(error, StudioError) else ()
            self.outlook.clear()
            self.said.setText("".join(describe(each, self._language) for each in shown))
            self._update()

    def _show_outlook(self, outlook: Outlook) -> None:
        if self.sender() is not self._looking:
            return
        self._looking, self._outlook = None, outlook
        self.options.blockSignals(True)
        self.options.allow(outlook.able)
        self.options.blockSignals(False)
        estimate = outlook.estimate
        megabytes = QLocale().toString(estimate.bytes / 1_000_000, "f", 1)
        about = self.tr("{size} MB") if estimate.exact else self.tr("about {size} MB")
        words = self.tr(
            "{size} · clips to encode: {encode}, to copy: {copy}, ready from before: {ready}"
        )
        parts = words.format(
            size=about.format(size=megabytes),
            encode=estimate.to_encode,
            copy=estimate.to_copy,
            ready=estimate.ready,
        )
        lines = [f"{parts} · {self._time_for(outlook)}"]
        load = outlook.load
        if load is not None:
            words = self.tr("From a slow USB stick: first picture after about {seconds} s")
            lines.append(words.format(seconds=QLocale().toString(load.first_picture, "f", 1)))
        self.outlook.setText("\n".join(lines))
        self._show_errors(outlook.errors)
        if not outlook.errors:
            about = outlook.about_the_film[:_MOST_SHOWN]
            self.said.setText("".join(describe(each, self._language) for each in about))
        self._update()

    def _time_for(self, outlook: Outlook) -> str:
        estimate = outlook.estimate
        if not estimate.to_encode:
            return self.tr("a moment")
        known = self._settings.value(self._effort_key(), 0.0, type=float) if self._settings else 0.0
        effort = known if isinstance(known, float) and known > 0 else outlook.effort
        if not effort:
            return self.tr("the time is told once encoding has begun")
        time = _duration(max(1.0, estimate.seconds_to_encode * effort))
        return self.tr("about {time} on this computer").format(time=time)

    def _effort_key(self) -> str:
        wish = self._wished or self._wish()
        return f"{_EFFORT}/{wish.profile}{'-hardware' if wish.choices.hardware else ''}"

    def _show_errors(self, errors: tuple[Finding, ...]) -> None:
        self.reason.setVisible(bool(errors))
        if not errors:
            self.said.clear()
            return
        title = self.tr("The checks report errors ({count}):").format(count=len(errors))
        rows = "".join(
            f"<li>{html.escape(each.message[self._language])}</li>" for each in errors[:5]
        )
        self.said.setText(f"<p><b>{title}</b></p><ul>{rows}</ul>")

    def _update(self) -> None:
        chosen = bool(self.options.choices().languages)
        ready = bool(self.out.text().strip()) and chosen
        errors = self._outlook.errors if self._outlook is not None else ()
        allowed = not errors or bool(self.reason.text().strip())
        self.begin.setEnabled(ready and allowed and not self.running)
        for each in (self.out, self._browse, self.options, self.reason):
            each.setEnabled(not self.running)
        self.cancel.setText(self.tr("Cancel") if self.running else self.tr("Close"))
        self.cancel.setEnabled(True)
        # When what was shown or hidden has its size; a dialog does not grow with wrapped words.
        QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        needed = self.layout().totalHeightForWidth(self.width())
        if needed > self.height():
            self.resize(self.width(), needed)

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, self.tr("Output folder"), str(Path(self.out.text()).parent)
        )
        if chosen:
            self.out.setText(chosen)

    def _begin(self) -> None:
        wish, outlook = self._wish(), self._outlook
        self._wished = wish

        def work(task: Task) -> Exported:
            from studio.desktop.dialogs.export_work import export

            return export(wish, outlook, task)

        self._pause.stop()
        self.show_film.hide()
        self.show_folder.hide()
        self.progress.setValue(0)
        self.progress.show()
        self.clips.show()
        self.said.setText(self.tr("Working…"))
        self._task = Task(work, self)
        self._task.advanced.connect(self._advance)
        self._task.told.connect(self._show_clips)
        self._task.succeeded.connect(self._succeed)
        self._task.failed.connect(self._fail)
        self._update()
        self._task.start()

    def _advance(self, fraction: float) -> None:
        self.progress.setValue(round(1000 * fraction))

    def _show_clips(self, progress: Progress) -> None:
        """Each clip that is being made, how far it is, and the time left."""
        scenes = self._story.scene_by_id
        lines = []
        for clip in progress.current:
            scene = scenes.get(clip.scene)
            title = in_language(scene.title, self._language, clip.scene) if scene else clip.scene
            lines.append(f"{title} ({clip.language})  {round(100 * clip.fraction)} %")
        words = self.tr("Clips ready: {done} of {all}").format(
            done=progress.clips_done, all=progress.clips_in_all
        )
        left = progress.seconds_left
        if left:
            words += "  ·  " + self.tr("time left: {time}").format(time=_duration(left))
        self.clips.setText("\n".join([words, *lines[:_CLIPS_SHOWN]]))

    def _succeed(self, exported: Exported) -> None:
        self._task = None
        self._index = exported.index
        self.progress.setValue(1000)
        self.clips.hide()
        seconds = self._outlook.estimate.seconds_to_encode if self._outlook is not None else 0.0
        if self._settings is not None and exported.encoded and seconds:
            self._settings.setValue(self._effort_key(), exported.seconds / seconds)
        ready = self.tr("The film is ready: {path}").format(path=html.escape(str(self._index)))
        shown = exported.findings[:_MOST_SHOWN]
        self.said.setText(
            f"<p>{ready}</p>" + "".join(describe(each, self._language) for each in shown)
        )
        self.show_film.show()
        self.show_folder.show()
        self._update()

    def _fail(self, error: BaseException) -> None:
        cancelled = self._task is not None and self._task.cancelled()
        self._task = None
        self.progress.hide()
        self.clips.hide()
        self._update()
        if cancelled:
            self.said.setText(self.tr("Cancelled. An earlier export was left as it was."))
        elif isinstance(error, StudioError):
            blocking = tuple(each for each in error.findings[1:] if each.severity == "error")
            if error.findings[0].code == "EX010":
                self._show_errors(blocking)
                self.reason.setFocus()
            else:
                shown = error.findings[:_MOST_SHOWN]
                self.said.setText("".join(describe(each, self._language) for each in shown))
        else:
            self.said.clear()
            raise error

    def _show_film(self) -> None:
        if self._index is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._index.resolve())))

    def _show_folder(self) -> None:
        if self._index is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._index.resolve().parent)))


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02d} min" if minutes else f"{rest} s"
