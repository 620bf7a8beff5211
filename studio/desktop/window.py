"""The main window: wires the document, the map, the panels and the dialogs. No logic of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QSettings, QThreadPool
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.actions import Actions
from studio.desktop.canvas.highlight import of_state
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.view import MapView
from studio.desktop.dialogs.problem import install_hook, problem_box
from studio.desktop.docks import Docks
from studio.desktop.document import Document
from studio.desktop.dressing import Dressing
from studio.desktop.finder import Finder
from studio.desktop.garbage import Garbage
from studio.desktop.gestures_in_words import sections_of
from studio.desktop.hints import Hints
from studio.desktop.inspector.editing import Editing
from studio.desktop.language import Translations, as_language, in_language
from studio.desktop.menus import Menus
from studio.desktop.panels.history import HistoryPanel
from studio.desktop.panels.notice import NoticeBar
from studio.desktop.panels.story_panels import StoryPanels
from studio.desktop.panels.welcome import WelcomePanel
from studio.desktop.previews import Preview, PreviewLoader
from studio.desktop.side_windows import SideWindows
from studio.desktop.slices import Slices
from studio.desktop.story_flow import StoryFlow
from studio.desktop.theme import apply_theme, theme_for
from studio.story.journal import Recovered
from studio.story.model import Story
from studio.story.play import State


class StudioWindow(QMainWindow):
    """The editor's window; ``settings`` remembers language, theme and recent stories."""

    def __init__(self, settings: QSettings, translations: Translations) -> None:
        super().__init__()
        self.resize(1280, 800)
        self._slices = Slices(self)
        self._dressing = Dressing(self)
        self._garbage = Garbage()
        self._settings = settings
        self._translations = translations
        self._theme_name = str(settings.value("theme", "system"))
        theme = theme_for(self._theme_name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)
        self.document = Document(self)
        self.map = MapView(theme)
        self.notices = NoticeBar(theme)
        self.flow = StoryFlow(self, self.document, self.notices, settings)
        self.flow.language = translations.language
        self.editing = Editing(self)
        self.editing.theme = theme
        self.welcome = WelcomePanel(theme)
        self.hints = Hints(self.notices, settings, self)
        self.history = HistoryPanel()
        self.windows = SideWindows(
            self, self.document, theme, self._commit, lambda: self.map.selected, settings
        )
        self.windows.language = translations.language
        self._previews = PreviewLoader(self)
        self.actions_by_name = Actions(
            self,
            {
                "new": self._new,
                "open": self._choose,
                "save": self.save,
                "save_elsewhere": self._save_elsewhere,
                "versions": self.windows.show_versions,
                "export": self.windows.export,
                "play_start": self.windows.play_start,
                "play_scene": self.windows.play_scene,
                "play_given": self.windows.choose_playthrough,
                "edit_clip": self.windows.edit_selected_clip,
                "browser_start": self.windows.browser_start,
                "browser_scene": self.windows.browser_scene,
                "quit": self.close,
                "shortcuts": self._show_shortcuts,
                "undo": self._undo,
                "redo": self._redo,
                "find_anything": lambda: self.finder.open(),
                "find": lambda: self.panels.show_find(),
                "fit": self.map.fit,
                "zoom_in": lambda: self.map.zoom_by(1.25),
                "zoom_out": lambda: self.map.zoom_by(0.8),
            },
        )
        self.finder = Finder(self, self.map)
        self.menus = Menus(
            self, self.actions_by_name, self._theme_name, self._translations.language
        )
        self.docks = Docks(self, settings)
        self.panels = StoryPanels(self.editing, translations.language, self.docks)
        self.inspector, self.findings = self.panels.inspector, self.panels.findings
        self.docks.add(
            "history", self.history, "left", QT_TRANSLATE_NOOP("Docks", "History"), closed=True
        )
        self.menus.panels.addActions(self.docks.toggles())
        self.map_menu = self.map.commands.menu_of_all()
        self.menus.add_menu(self.map_menu, before="view")
        self.menus.add_tools(
            [self.map.commands[each] for each in ("new_scene", "new_note", "arrange")]
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.map)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.notices)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self._zoom = QLabel()
        self.statusBar().addPermanentWidget(self._zoom)
        self._connect()
        self._fill_recent(self.flow.recent())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)
        self.actions_by_name.set_theme(theme)
        self.retranslate()
        self._show_document()
        self.flow.look_for_work()

    def open_folder(self, folder: Path) -> None:
        """Open a story; what is wrong with it is told in a dialog."""
        self._commit()
        self.flow.open_folder(folder)

    def save(self) -> bool:
        """Save; False if it was refused, which is told above the map."""
        self._commit()
        return self.flow.save()

    def tell(self, error: BaseException) -> None:
        """Show an error kindly."""
        problem_box(error, self._translations.language, self).open()

    def use_language(self, language: str) -> None:
        """Switch the language of the interface, now and for the next start."""
        self._settings.setValue("language", language)
        self._translations.use(as_language(language))
        install_hook(self._translations.language)
        self.findings.language = self._translations.language
        self.flow.language = self.windows.language = self._translations.language
        story = self.document.story
        if story is not None:
            self.editing.language = self._story_language(story)
        self.hints.retranslate()
        self._slices.add([*self.editing.builders, self._show_document])

    def use_theme(self, name: str) -> None:
        """Switch the theme, now and for the next start."""
        self._theme_name = name
        self._settings.setValue("theme", name)
        theme = self.editing.theme = theme_for(name)
        takers = (self.map, self.actions_by_name, self.notices, self.welcome, self.windows)
        self._slices.add(lambda taker=taker: taker.set_theme(theme) for taker in takers)
        self._slices.add(self._dressing.steps(theme))
        self._slices.add(self.editing.builders)

    def _follow_system(self) -> None:
        """The system went light or dark; whoever chose a theme keeps it."""
        if self._theme_name == "system":
            self.use_theme("system")

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes; wait for what works in the background."""
        self._commit()
        if not self.flow.may_leave():
            event.ignore()
            return
        self.windows.stop()
        self.panels.stop()
        self.docks.keep()
        self._previews.stop()
        self.document.close()
        QThreadPool.globalInstance().waitForDone()
        event.accept()

    def retranslate(self) -> None:
        """Name menus, docks and actions in the interface language."""
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        self.docks.retranslate()
        self.map_menu.setTitle(self.tr("&Map"))
        self.map.setAccessibleName(self.tr("Map of the story"))

    def _connect(self) -> None:
        self.document.opened.connect(self._garbage.open)
        self.document.opened.connect(self._start_afresh)
        self.document.changed.connect(self._show_document)
        self.history.step_wanted.connect(self._go_to_step)
        self.history.versions_wanted.connect(self.windows.show_versions)
        self.flow.failed.connect(self.tell)
        self.windows.failed.connect(self.tell)
        self.windows.scene_wanted.connect(self.map.go_to)
        self.windows.said.connect(self.statusBar().showMessage)
        self.flow.recent_changed.connect(self._fill_recent)
        self.map.selection_changed.connect(self._show_selected)
        self.map.zoom_changed.connect(self._show_zoom)
        self.map.edited.connect(self._apply_from_map)
        self.map.scene_opened.connect(self._open_scene)
        self.map.said.connect(lambda words: self.statusBar().showMessage(words, 6000))
        self.map.failed.connect(self.tell)
        self.findings.checked.connect(self._garbage.settle)
        self.findings.checked.connect(lambda: self.map.set_findings(self.findings.findings))
        self.editing.edited.connect(self._apply)
        self.editing.scene_wanted.connect(self.map.go_to)
        self.editing.clip_wanted.connect(self.windows.edit_clip)
        self.editing.refused.connect(self.statusBar().showMessage)
        self.editing.failed.connect(self.tell)
        self.findings.proof_wanted.connect(self.windows.play_given)
        self.findings.path_wanted.connect(self.map.lighting.proof)
        self.panels.table.scenes_selected.connect(self._select_from_table)
        self.panels.table.scene_wanted.connect(self.map.go_to)
        self.findings.scene_wanted.connect(self.map.go_to)
        self.findings.failed.connect(self.tell)
        self._previews.loaded.connect(self._show_preview)
        self.map.pictures_wanted.connect(self._previews.prefer)
        self.welcome.open_wanted.connect(self._choose)
        self.welcome.new_wanted.connect(self.flow.new_story)
        self.welcome.sample_wanted.connect(lambda folder: self.flow.open_sample(Path(folder)))
        self.welcome.rescue_wanted.connect(self.flow.open_rescued)
        self.flow.work_found.connect(self._show_work)
        self.windows.played.connect(self._has_played)
        self.windows.passed.connect(self._light_playthrough)
        for offer in (self.welcome, self.menus):
            offer.folder_wanted.connect(lambda folder: self.open_folder(Path(folder)))
        self.menus.theme_wanted.connect(self.use_theme)
        self.menus.language_wanted.connect(self.use_language)

    def _commit(self) -> None:
        """Take what is still being typed, on the map or in a form."""
        self.map.editing.commit()
        self.editing.commit()

    def _apply_from_map(self, story: Story, label: str) -> None:
        self.document.apply(story, label)

    def _open_scene(self, scene_id: str) -> None:
        """Work in the scene: its panel comes to the front and takes the keys."""
        self.map.select(scene_id)
        self.docks.bring("inspector")
        self.inspector.setFocus()
        self.inspector.focusNextChild()

    def _fill_recent(self, recent: list[str]) -> None:
        self.welcome.show_recent(recent)
        self.menus.show_recent(recent)

    def _show_work(self, folders: set[str], rescued: list[Recovered]) -> None:
        self.welcome.mark_unsaved(folders)
        self.welcome.show_rescued(rescued)

    def _has_played(self) -> None:
        self.hints.played = True
        self.hints.follow(self.document.story, self.document.read_only)

    def _light_playthrough(self, state: State | None) -> None:
        """Show on the map where the film that plays has been; None: it plays no longer."""
        if state is None:
            self.map.set_highlight(None)
        elif len(state.entered) > 1:
            self.map.set_highlight(of_state(self.map.story, state))

    def _show_shortcuts(self) -> None:
        self.windows.show_shortcuts(sections_of(self.actions_by_name, self.map.commands))

    def _new(self) -> None:
        self._commit()
        self.flow.new_story()

    def _choose(self) -> None:
        self._commit()
        self.flow.choose()

    def _save_elsewhere(self) -> None:
        self._commit()
        self.flow.choose_elsewhere()

    def _apply(self, story: Story, label: str, visit: object) -> None:
        """An edit of a form; those of one visit to a field become one step of the history."""
        with self.document.burst(visit):
            self.document.apply(story, label)

    def _go_to_step(self, index: int) -> None:
        self._commit()
        self.document.go_to(index)

    def _undo(self) -> None:
        self._commit()
        self.document.undo()

    def _redo(self) -> None:
        self._commit()
        self.document.redo()

    def _start_afresh(self) -> None:
        self.map.forget()
        self._previews.forget()
        self._stack.setCurrentWidget(self.map)
        self._show_document()
        self.map.fit(at_once=True)
        self.map.setFocus()
        self.flow.greet()
        self.hints.forget()
        self.hints.follow(self.document.story, self.document.read_only)

    def _show_document(self) -> None:
        document, by_name = self.document, self.actions_by_name
        story = document.story
        by_name.allow(story is not None)
        by_name["save"].setEnabled(document.dirty and not document.read_only)
        by_name["save_elsewhere"].setEnabled(story is not None and not document.findings)
        by_name["undo"].setEnabled(document.undo_label is not None)
        by_name["redo"].setEnabled(document.redo_label is not None)
        self.docks.show_all(story is not None)
        self.history.show_steps(document.steps, document.index)
        self.hints.follow(story, document.read_only)
        if story is None or document.folder is None:
            self.setWindowTitle("Scenario Studio")
            return
        language = self._story_language(story)
        title = in_language(story.title, language, story.id)
        if document.read_only:
            title += " · " + self.tr("read-only")
        self.setWindowTitle(f"{title}[*] - Scenario Studio")
        self.setWindowModified(document.dirty)
        self.map.folder, self.map.read_only = document.folder, document.read_only
        self.map.show_story(story, language)
        self.editing.show(story, document.folder, language, document.read_only)
        self.findings.check(story, document.folder, document.findings)
        self._previews.load(story, document.folder)

    def _story_language(self, story: Story) -> str:
        """The interface's language if the story has it, else the one it is written in."""
        language = self._translations.language
        return language if language in story.languages else story.source_language

    def _show_selected(self) -> None:
        selected = self.map.selection
        if selected.way is not None:
            self.inspector.look_at(scenes=(selected.way.scene,), choice=selected.way.choice)
        else:
            self.inspector.look_at(scenes=selected.scenes, chapter=selected.chapter)
        self.panels.table.select_scenes(selected.scenes)
        self.windows.selection_changed()

    def _select_from_table(self, scenes: tuple[str, ...]) -> None:
        self.map.choose(Selection(scenes=scenes))
        if len(scenes) == 1:
            self.map.go_to(scenes[0])

    def _show_preview(self, scene_id: str, preview: Preview) -> None:
        self.map.set_preview(scene_id, preview.picture, preview.seconds)

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{round(100 * zoom)} %")
