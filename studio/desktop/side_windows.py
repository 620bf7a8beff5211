"""The windows and dialogs beside the main one: play, export, older versions, the browser."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, QSettings, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from studio.desktop.clip_editor.editor import ClipEditor
from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.playthroughs import PlaythroughsDialog
from studio.desktop.dialogs.shortcuts import Row, ShortcutsSheet
from studio.desktop.dialogs.versions import VersionsDialog
from studio.desktop.document import Document
from studio.desktop.playing.browser import BrowserPreview
from studio.desktop.playing.window import PlayWindow
from studio.desktop.theme import Theme
from studio.story.finding import InterfaceLanguage, ProofStep, StudioError
from studio.story.model import Story
from studio.story.play import Action


class SideWindows(QObject):
    """Opens them on the present value of the document.

    ``commit`` takes what is still being typed; ``selected`` gives the selected scene's id.
    """

    scene_wanted = Signal(str)
    said = Signal(str)
    played = Signal()
    passed = Signal(object)
    """The state that is played, after each step; None when nothing is played any more."""
    failed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        document: Document,
        theme: Theme,
        commit: Callable[[], None],
        selected: Callable[[], str | None],
        settings: QSettings,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._document = document
        self._theme = theme
        self._commit = commit
        self._selected = selected
        self._settings = settings
        self.language: InterfaceLanguage = "en"
        self._play: PlayWindow | None = None
        self._clip: ClipEditor | None = None
        self._browser = BrowserPreview(self)
        self._browser.said.connect(self.said)
        self._browser.failed.connect(self.failed)
        document.changed.connect(self._tell_story)
        document.opened.connect(self.close_play)

    @property
    def film_language(self) -> str:
        """The interface's language if the story has it, else the one it is written in."""
        story = self._document.story
        if story is None or self.language in story.languages:
            return self.language
        return story.source_language

    def play_start(self) -> None:
        """Play from the start."""
        self._show_play(None)

    def play_scene(self) -> None:
        """Play from the selected scene."""
        self._show_play(self._selected())

    def play_given(self, steps: Iterable[ProofStep | Action]) -> None:
        """Play a finding's proof or any playthrough from the start."""
        self._show_play(None, steps)

    def choose_playthrough(self) -> None:
        """Choose one of the playthroughs that make every choice, or a result file, and play it."""
        self._commit()
        story = self._document.story
        if story is not None:
            dialog = PlaythroughsDialog(story, self.language, self._window)
            dialog.play_wanted.connect(self.play_given)
            self._open(dialog)

    def browser_start(self) -> None:
        """Play the real film from the start in the browser."""
        self.show_in_browser(None)

    def browser_scene(self) -> None:
        """Play the real film from the selected scene in the browser."""
        self.show_in_browser(self._selected())

    def show_in_browser(self, scene: str | None) -> None:
        """Export to the cache in the background, then open the browser."""
        self._commit()
        story, folder = self._document.story, self._document.folder
        if story is not None and folder is not None:
            self._browser.show_film(story, folder, scene, self.film_language)

    def export(self) -> None:
        """Open the export dialog."""
        self._commit()
        story, folder = self._document.story, self._document.folder
        if story is not None and folder is not None:
            self._open(ExportDialog(story, folder, self.language, self._window, self._settings))

    def show_versions(self) -> None:
        """Browse the kept versions and bring one back."""
        self._commit()
        story, folder = self._document.story, self._document.folder
        if story is not None and folder is not None:
            dialog = VersionsDialog(story, folder, self._theme, self.language, self._window)
            dialog.restored.connect(self._restore)
            self._open(dialog)

    def show_shortcuts(self, sections: Sequence[tuple[str, Sequence[Row]]]) -> None:
        """Show the keys and gestures."""
        self._open(ShortcutsSheet(sections, self._window))

    def edit_clip(self, scene: str) -> None:
        """Open the clip editor on the clip of this scene, if it has one."""
        self._commit()
        story = self._document.story
        if story is None or scene not in story.scene_by_id:
            return
        if story.scene_by_id[scene].clip is None:
            self.said.emit(self.tr("This scene has no clip yet: drop a video file on it."))
            return
        if self._clip is None:
            self._clip = ClipEditor(self._theme, self._document.apply, self._window)
            self._clip.undo_wanted.connect(self._document.undo)
            self._clip.redo_wanted.connect(self._document.redo)
            self._clip.failed.connect(self.failed)
        self._tell_story()
        self._clip.edit(scene)

    def edit_selected_clip(self) -> None:
        """Open the clip editor on the selected scene."""
        scene = self._selected()
        if scene is not None:
            self.edit_clip(scene)

    def set_theme(self, theme: Theme) -> None:
        """Dress the windows that are open."""
        self._theme = theme
        if self._play is not None:
            self._play.set_theme(theme)
        if self._clip is not None:
            self._clip.set_theme(theme)

    def selection_changed(self) -> None:
        """Another scene is selected on the map."""
        self._tell_story()

    def close_play(self) -> None:
        """Another story is opened, or none."""
        for window in (self._play, self._clip):
            if window is not None:
                window.close()

    def stop(self) -> None:
        """Ask whatever works in the background to stop."""
        self._browser.stop()
        self.close_play()

    def _show_play(self, scene: str | None, given: Iterable[ProofStep | Action] = ()) -> None:
        self._commit()
        if self._document.story is None:
            return
        if self._play is None:
            self._play = PlayWindow(self._theme, self._window)
            self._play.scene_wanted.connect(self.scene_wanted)
            self._play.browser_wanted.connect(self.show_in_browser)
            self._play.passed.connect(self.passed)
        self._tell_story()
        self._play.play(scene, given)
        self.played.emit()

    def _tell_story(self) -> None:
        story, folder = self._document.story, self._document.folder
        if self._play is not None and story is not None and folder is not None:
            self._play.tell_story(story, folder, self.film_language, self._selected())
        if self._clip is not None and story is not None and folder is not None:
            self._clip.tell_story(story, folder, self.film_language)

    def _restore(self, story: Story, captions: Mapping[str, bytes], when: str) -> None:
        label = self.tr("Version of {time} brought back").format(time=when)
        try:
            self._document.bring_back(story, label, captions)
        except StudioError as error:
            self.failed.emit(error)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
