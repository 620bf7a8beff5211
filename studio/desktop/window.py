"""The main window: wires the document, the map, the panels and the dialogs. No logic of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QEvent, QSettings, Qt, QThreadPool
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
)

from studio.desktop.actions import Actions
from studio.desktop.canvas.view import MapView
from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.problem import install_hook, problem_box
from studio.desktop.docks import Docks
from studio.desktop.document import Document
from studio.desktop.language import Translations, as_language, in_language
from studio.desktop.menus import Menus
from studio.desktop.panels.findings import FindingsPanel
from studio.desktop.panels.inspector import Inspector
from studio.desktop.panels.welcome import WelcomePanel
from studio.desktop.previews import Preview, PreviewLoader
from studio.desktop.theme import apply_theme, theme_for
from studio.story.finding import StudioError
from studio.story.model import Story

_MOST_RECENT = 8


class StudioWindow(QMainWindow):
    """The editor's window; ``settings`` remembers language, theme and recent stories."""

    def __init__(self, settings: QSettings, translations: Translations) -> None:
        super().__init__()
        self.resize(1280, 800)
        self._settings = settings
        self._translations = translations
        self._theme_name = str(settings.value("theme", "system"))
        theme = theme_for(self._theme_name)
        self.document = Document(self)
        self.map = MapView(theme)
        self.welcome = WelcomePanel()
        self.inspector = Inspector()
        self.findings = FindingsPanel(theme, translations.language)
        self._previews = PreviewLoader(self)
        self.actions_by_name = Actions(
            self,
            {
                "open": self._choose,
                "save": self.save,
                "export": self.export,
                "quit": self.close,
                "undo": self._undo,
                "redo": self._redo,
                "fit": self.map.fit,
                "zoom_in": lambda: self.map.zoom_by(1.25),
                "zoom_out": lambda: self.map.zoom_by(0.8),
            },
        )
        self.menus = Menus(
            self, self.actions_by_name, self._theme_name, self._translations.language
        )
        self.docks = Docks(self, settings)
        self.docks.add("inspector", self.inspector, "right", QT_TRANSLATE_NOOP("Docks", "Scene"))
        self.docks.add("findings", self.findings, "bottom", QT_TRANSLATE_NOOP("Docks", "Findings"))
        self.menus.panels.addActions(self.docks.toggles())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.map)
        self.setCentralWidget(self._stack)
        self._zoom = QLabel()
        self.statusBar().addPermanentWidget(self._zoom)
        self._connect()
        self._fill_recent()
        self.use_theme(self._theme_name)
        self.retranslate()
        self._show_document()

    def open_folder(self, folder: Path) -> None:
        """Open a story; what is wrong with it is told in a dialog."""
        if not self._may_leave():
            return
        try:
            self.document.open(folder)
        except StudioError as error:
            self.tell(error)
            return
        recent = [str(folder.resolve()), *self._recent()]
        self._settings.setValue("recent", list(dict.fromkeys(recent))[:_MOST_RECENT])
        self._fill_recent()

    def save(self) -> bool:
        """Save; False if it was refused, which is told in a dialog."""
        self.inspector.commit()
        try:
            self.document.save()
        except StudioError as error:
            self.tell(error)
            return False
        return True

    def export(self) -> None:
        """Open the export dialog on the present value."""
        self.inspector.commit()
        if self.document.story is None or self.document.folder is None:
            return
        dialog = ExportDialog(
            self.document.story, self.document.folder, self._translations.language, self
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def tell(self, error: BaseException) -> None:
        """Show an error kindly."""
        problem_box(error, self._translations.language, self).open()

    def use_language(self, language: str) -> None:
        """Switch the language of the interface, now and for the next start."""
        self._settings.setValue("language", language)
        self._translations.use(as_language(language))
        install_hook(self._translations.language)
        self.findings.set_language(self._translations.language)
        self._show_document()

    def use_theme(self, name: str) -> None:
        """Switch the theme, now and for the next start."""
        self._theme_name = name
        self._settings.setValue("theme", name)
        theme = theme_for(name)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)
        self.map.set_theme(theme)
        self.findings.set_theme(theme)
        self.actions_by_name.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes; wait for what works in the background."""
        if not self._may_leave():
            event.ignore()
            return
        self.docks.keep()
        self._previews.stop()
        QThreadPool.globalInstance().waitForDone()
        event.accept()

    def retranslate(self) -> None:
        """Name menus, docks and actions in the interface language."""
        self.actions_by_name.retranslate()
        self.menus.retranslate()
        self.docks.retranslate()
        self.map.setAccessibleName(self.tr("Map of the story"))
        self.findings.list.setAccessibleName(self.tr("Findings"))

    def _connect(self) -> None:
        self.document.opened.connect(self._start_afresh)
        self.document.changed.connect(self._show_document)
        self.map.scene_selected.connect(self._select_scene)
        self.map.zoom_changed.connect(self._show_zoom)
        self.inspector.edited.connect(self.document.apply)
        self.inspector.scene_wanted.connect(self.map.go_to)
        self.findings.scene_wanted.connect(self.map.go_to)
        self.findings.failed.connect(self.tell)
        self._previews.loaded.connect(self._show_preview)
        self.welcome.open_wanted.connect(self._choose)
        for offer in (self.welcome, self.menus):
            offer.folder_wanted.connect(lambda folder: self.open_folder(Path(folder)))
        self.menus.theme_wanted.connect(self.use_theme)
        self.menus.language_wanted.connect(self.use_language)

    def _recent(self) -> list[str]:
        stored = self._settings.value("recent", [])
        if isinstance(stored, str):
            return [stored]
        return [str(folder) for folder in stored] if isinstance(stored, list) else []

    def _fill_recent(self) -> None:
        recent = self._recent()
        self.welcome.show_recent(recent)
        self.menus.show_recent(recent)

    def _choose(self) -> None:
        recent = self._recent()
        start = str(Path(recent[0]).parent) if recent else str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Open a story"), start)
        if chosen:
            self.open_folder(Path(chosen))

    def _undo(self) -> None:
        self.inspector.commit()
        self.document.undo()

    def _redo(self) -> None:
        self.inspector.commit()
        self.document.redo()

    def _may_leave(self) -> bool:
        """Whether the present story may be left: saved, or given up by the user."""
        self.inspector.commit()
        if not self.document.dirty:
            return True
        buttons = QMessageBox.StandardButton
        box = QMessageBox(self)
        box.setObjectName("unsaved")
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to this story?"))
        box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
        box.setDefaultButton(buttons.Save)
        answer = box.exec()
        return answer == buttons.Discard or (answer == buttons.Save and self.save())

    def _start_afresh(self) -> None:
        self.map.forget()
        self._previews.forget()
        self._stack.setCurrentWidget(self.map)
        self._show_document()
        self.map.fit()

    def _show_document(self) -> None:
        document, by_name = self.document, self.actions_by_name
        story = document.story
        by_name.allow(story is not None)
        by_name["save"].setEnabled(document.dirty and not document.read_only)
        by_name["undo"].setEnabled(document.undo_label is not None)
        by_name["redo"].setEnabled(document.redo_label is not None)
        self.docks.show_all(story is not None)
        self.setWindowModified(document.dirty)
        if story is None or document.folder is None:
            self.setWindowTitle("Scenario Studio")
            return
        language = self._story_language(story)
        title = in_language(story.title, language, story.id)
        if document.read_only:
            title += " · " + self.tr("read-only")
        self.setWindowTitle(f"{title}[*] - Scenario Studio")
        self.map.show_story(story, language)
        self._show_scene()
        self.findings.check(story, document.folder, document.findings)
        self._previews.load(story, document.folder)

    def _story_language(self, story: Story) -> str:
        """The interface's language if the story has it, else the one it is written in."""
        language = self._translations.language
        return language if language in story.languages else story.source_language

    def _select_scene(self) -> None:
        self.inspector.commit()
        self._show_scene()

    def _show_scene(self) -> None:
        story = self.document.story
        if story is not None:
            language = self._story_language(story)
            self.inspector.show_scene(story, self.map.selected, language, self.document.read_only)

    def _show_preview(self, scene_id: str, preview: Preview) -> None:
        self.map.set_preview(scene_id, preview.picture, preview.seconds)

    def _show_zoom(self, zoom: float) -> None:
        self._zoom.setText(f"{round(100 * zoom)} %")
