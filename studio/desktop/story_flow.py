"""Opening, saving, leaving and bringing back a story: the questions asked on the way."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from studio.desktop.dialogs.new_story import NewStoryDialog, free_folder, home_of_stories
from studio.desktop.document import Document
from studio.desktop.panels.notice import NoticeBar
from studio.desktop.tasks import Task, wait_for
from studio.story.files import open_story
from studio.story.finding import Finding, InterfaceLanguage, StudioError
from studio.story.journal import Recovered, has_work, let_go_of_rescue, rescued
from studio.story.model import Story
from studio.story.open_folder import copy_story, make_story
from studio.story.refused_files import let_go_of_refused, refused_files
from studio.story.starting import Template

_MOST_RECENT = 8


class StoryFlow(QObject):
    """Stands between the menu and the document."""

    failed = Signal(object)
    recent_changed = Signal(list)
    work_found = Signal(object, object)
    """Recent folders in which a crash left work, and work rescued to this machine."""

    def __init__(
        self, window: QWidget, document: Document, notices: NoticeBar, settings: QSettings
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._notices = notices
        self._settings = settings
        self.language: InterfaceLanguage = "en"
        self._copying: Task | None = None
        document.noticed.connect(self._notice)

    def open_folder(self, folder: Path) -> None:
        """Open a story; what is wrong with it is told."""
        if not self.may_leave():
            return
        try:
            self._document.open(folder)
        except StudioError as error:
            self.failed.emit(error)
            return
        self._remember(folder)

    def look_for_work(self) -> None:
        """Look in the background for work that a crash left behind."""
        recent = self.recent()

        def work(_task: Task) -> tuple[set[str], list[Recovered]]:
            marked = {folder for folder in recent if has_work(Path(folder))}
            return marked, [each for each in rescued() if not each.folder.is_dir()]

        task = Task(work, self)
        task.succeeded.connect(self._tell_of_work)
        task.start()

    def new_story(self, template: Template = "empty") -> None:
        """Ask for title and place, make the story and open it."""
        if not self.may_leave():
            return
        dialog = NewStoryDialog(template, self.language, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._make(dialog.story, dialog.folder))
        dialog.open()

    def open_sample(self, folder: Path) -> None:
        """Open a copy of a sample, so that the sample itself stays as it is."""
        if self.may_leave():
            target = free_folder(home_of_stories(), folder.name)
            self._copy(open_story(folder).story, folder, target)

    def open_rescued(self, work: Recovered) -> None:
        """Save work whose own folder is gone in a new one, and open it there."""
        if not self.may_leave():
            return
        target = free_folder(home_of_stories(), work.folder.name)
        self._make(work.opened.story, target, refused_files(work.folder))
        if self._document.folder == target:
            let_go_of_rescue(work.folder)
            let_go_of_refused(work.folder)
            self.look_for_work()

    def _make(self, story: Story, folder: Path, files: Mapping[str, bytes] | None = None) -> None:
        try:
            wait_for(lambda: make_story(story, folder, (files or {}).items()))
        except StudioError as error:
            self.failed.emit(error)
            return
        self.open_folder(folder)

    def _tell_of_work(self, found: tuple[set[str], list[Recovered]]) -> None:
        self.work_found.emit(*found)

    def save(self) -> bool:
        """Save; False if it was refused, which is told with a way out."""
        try:
            self._document.save()
        except StudioError as error:
            self._tell_not_saved(error.findings[0])
            return False
        self._notices.take_back("disk")
        return True

    def may_leave(self) -> bool:
        """Whether the present story may be left: saved, or given up by the user."""
        if not self._document.dirty:
            return True
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self._window)
        box.setObjectName("unsaved")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to this story?"))
        box.setInformativeText(self.tr("Changes given up stay among the older versions."))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        if answer == buttons.Discard:
            self._document.give_up()
            return True
        return answer == buttons.Save and self.save()

    def choose(self) -> None:
        """Ask for a folder and open it."""
        recent = self.recent()
        start = str(Path(recent[0]).parent) if recent else str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self._window, self.tr("Open a story"), start)
        if chosen:
            self.open_folder(Path(chosen))

    def choose_elsewhere(self) -> None:
        """Ask for a place and save a copy of the story there, media included; work on there."""
        start = str(Path.home())
        chosen = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save a copy of the story as a new folder"),
            str(Path(start) / (self._document.story.id if self._document.story else "")),
            "",
            options=QFileDialog.Option.ShowDirsOnly,
        )[0]
        if chosen:
            self.save_elsewhere(Path(chosen))

    def save_elsewhere(self, target: Path) -> None:
        """Copy in the background, then open the copy; the steps of this sitting stay behind."""
        if self._document.story is not None:
            self._copy(self._document.story, self._document.folder, target)

    def _copy(self, story: Story, source: Path | None, target: Path) -> None:
        if self._copying is not None:
            return
        shown = QProgressDialog(self.tr("Copying the story…"), self.tr("Cancel"), 0, 1000)
        shown.setParent(self._window, shown.windowFlags())
        shown.setObjectName("copying")
        shown.setMinimumDuration(600)
        shown.setAutoReset(False)
        task = Task(
            lambda task: copy_story(story, source, target, task.advanced.emit, task.cancelled),
            self,
        )
        self._copying = task

        def end() -> None:
            self._copying = None
            with QSignalBlocker(shown):
                shown.reset()
            shown.deleteLater()

        def succeed(findings: tuple[Finding, ...]) -> None:
            end()
            if task.cancelled():
                return
            self._document.give_up()
            self.open_folder(target)
            for finding in findings:
                self._notice(finding)

        def fail(error: BaseException) -> None:
            end()
            self.failed.emit(error)

        shown.canceled.connect(task.cancel)
        task.advanced.connect(lambda fraction: shown.setValue(round(999 * fraction)))
        task.succeeded.connect(succeed)
        task.failed.connect(fail)
        task.start()

    def greet(self) -> None:
        """Say what is special about the story that was just opened."""
        self._notices.clear()
        document = self._document
        work = document.brought_back
        if work is not None:
            moment = datetime.fromtimestamp(work.time)
            words = self.tr(
                "The program had ended before your work was saved. It is back, with your last "
                "change of {time}."
            )
            self._notices.tell(
                "work",
                words.format(time=f"{moment:%H:%M:%S}"),
                [
                    (self.tr("Save it"), self.save),
                    (self.tr("Go back to what was saved"), lambda: document.go_to(0)),
                ],
            )
        left_out = [each for each in document.findings if each.code == "FL006"]
        if document.read_only and left_out:
            words = self.tr(
                "Parts of this story's file were not understood and are left out "
                "({count}). It is open read-only, so that they are not lost; see the findings."
            )
            self._notices.tell("broken", words.format(count=len(left_out)), warning=True)

    def recent(self) -> list[str]:
        """Folders opened before, the last first."""
        stored = self._settings.value("recent", [])
        if isinstance(stored, str):
            return [stored]
        return [str(folder) for folder in stored] if isinstance(stored, list) else []

    def _remember(self, folder: Path) -> None:
        recent = list(dict.fromkeys([str(folder.resolve()), *self.recent()]))[:_MOST_RECENT]
        self._settings.setValue("recent", recent)
        self._settings.sync()
        # Menus and the welcome page are filled once the map is on the screen.
        QTimer.singleShot(0, self, lambda: self.recent_changed.emit(recent))

    def _notice(self, finding: Finding | None) -> None:
        if finding is None:
            self._notices.take_back("disk")
            return
        kind = {"FL010": "disk", "FL009": "elsewhere"}.get(finding.code, finding.code)
        answers = []
        if finding.code in ("FL009", "FL010"):
            answers.append((self.tr("Save elsewhere…"), self.choose_elsewhere))
        words = f"{finding.message[self.language]} {finding.remedy[self.language]}"
        self._notices.tell(kind, words, answers, warning=finding.severity != "notice")

    def _tell_not_saved(self, finding: Finding) -> None:
        words = f"{finding.message[self.language]} {finding.remedy[self.language]}"
        self._notices.tell(
            "disk",
            words,
            [
                (self.tr("Try again"), self.save),
                (self.tr("Save elsewhere…"), self.choose_elsewhere),
            ],
            warning=True,
        )
