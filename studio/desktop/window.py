"""The main window: wires the document, the map, the panels and the dialogs. No logic of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QSettings, Qt, QThreadPool
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QToolBar,
    QWidget,
)

from studio.desktop.actions import Actions
from studio.desktop.canvas.view import MapView
from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.problem import install_hook, problem_box
from studio.desktop.document import Document
from studio.desktop.language import Translations, as_language, in_language
from studio.desktop.panels.findings import FindingsPanel
from studio.desktop.panels.inspector import Inspector
from studio.desktop.panels.welcome import WelcomePanel
from studio.desktop.previews import Preview, PreviewLoader
from studio.desktop.theme import apply_theme, theme_for
from studio.story.finding import StudioError
from studio.story.model import Story

_MOST_RECENT = 8
_THEMES = ("system", "light", "dark")


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
        self._stack = QStackedWidget()
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.map)
        self.setCentralWidget(self._stack)
        self._inspector_dock = self._dock(
            "inspector_dock", self.inspector, Qt.DockWidgetArea.RightDockWidgetArea
        )
        self._findings_dock = self._dock(
            "findings_dock", self.findings, Qt.DockWidgetArea.RightDockWidgetArea
        )
        self.resizeDocks([self._inspector_dock], [360], Qt.Orientation.Horizontal)
        self.resizeDocks(
            [self._inspector_dock, self._findings_dock], [460, 240], Qt.Orientation.Vertical
        )
        self._toolbar = QToolBar()
        self._toolbar.setObjectName("toolbar")
        self._toolbar.setMovable(False)
        self.addToolBar(self._toolbar)
        self._zoom = QLabel()
        self.statusBar().addPermanentWidget(self._zoom)
        self._connect()
        self._build_menus()
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
        self._previews.stop()
        QThreadPool.globalInstance().waitForDone()
        event.accept()

    def retranslate(self) -> None:
        """Name menus, docks and actions in the interface language."""
        self.actions_by_name.retranslate()
        self._file_menu.setTitle(self.tr("&File"))
        self._edit_menu.setTitle(self.tr("&Edit"))
        self._view_menu.setTitle(self.tr("&View"))
        self._recent_menu.setTitle(self.tr("Open recent"))
        self._theme_menu.setTitle(self.tr("Theme"))
        self._language_menu.setTitle(self.tr("Language"))
        names = {
            "system": self.tr("As the system"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
        }
        for name, action in self._theme_actions.items():
            action.setText(names[name])
        self._inspector_dock.setWindowTitle(self.tr("Scene"))
        self._findings_dock.setWindowTitle(self.tr("Findings"))
        self.map.setAccessibleName(self.tr("Map of the story"))
        self.findings.list.setAccessibleName(self.tr("Findings"))

    def _dock(self, name: str, inside: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(self)
        dock.setObjectName(name)
        dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        dock.setWidget(inside)
        self.addDockWidget(area, dock)
        return dock

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
        self.welcome.folder_wanted.connect(lambda folder: self.open_folder(Path(folder)))

    def _build_menus(self) -> None:
        by_name, bar = self.actions_by_name, self.menuBar()
        self._file_menu, self._edit_menu, self._view_menu = QMenu(), QMenu(), QMenu()
        for menu in (self._file_menu, self._edit_menu, self._view_menu):
            bar.addMenu(menu)
        self._recent_menu = QMenu()
        self._file_menu.addAction(by_name["open"])
        self._file_menu.addMenu(self._recent_menu)
        self._file_menu.addAction(by_name["save"])
        self._file_menu.addSeparator()
        self._file_menu.addAction(by_name["export"])
        self._file_menu.addSeparator()
        self._file_menu.addAction(by_name["quit"])
        self._edit_menu.addActions([by_name["undo"], by_name["redo"]])
        self._view_menu.addActions([by_name["fit"], by_name["zoom_in"], by_name["zoom_out"]])
        self._view_menu.addSeparator()
        self._theme_menu, self._language_menu = QMenu(), QMenu()
        self._view_menu.addMenu(self._theme_menu)
        self._view_menu.addMenu(self._language_menu)
        self._theme_actions = self._exclusive(
            self._theme_menu, dict.fromkeys(_THEMES, ""), self._theme_name, self.use_theme
        )
        self._language_actions = self._exclusive(
            self._language_menu,
            {"pl": "Polski", "en": "English"},
            self._translations.language,
            self.use_language,
        )
        for name in ("open", "save", "", "undo", "redo", "", "fit", "zoom_out", "zoom_in"):
            if name:
                self._toolbar.addAction(by_name[name])
            else:
                self._toolbar.addSeparator()
        self._toolbar.addSeparator()
        self._toolbar.addAction(by_name["export"])
        button = self._toolbar.widgetForAction(by_name["export"])
        button.setProperty("toolButtonStyle", Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fill_recent()

    def _exclusive(
        self, menu: QMenu, names: dict[str, str], current: str, use: Callable[[str], None]
    ) -> dict[str, QAction]:
        group = QActionGroup(self)
        made: dict[str, QAction] = {}
        for name, words in names.items():
            action = QAction(words, self)
            action.setObjectName(f"use-{name}")
            action.setCheckable(True)
            action.setChecked(name == current)
            action.triggered.connect(lambda _=False, name=name: use(name))
            group.addAction(action)
            menu.addAction(action)
            made[name] = action
        return made

    def _recent(self) -> list[str]:
        stored = self._settings.value("recent", [])
        if isinstance(stored, str):
            return [stored]
        return [str(folder) for folder in stored] if isinstance(stored, list) else []

    def _fill_recent(self) -> None:
        recent = self._recent()
        self.welcome.show_recent(recent)
        self._recent_menu.clear()
        for folder in recent:
            action = self._recent_menu.addAction(folder)
            action.triggered.connect(lambda _=False, folder=folder: self.open_folder(Path(folder)))
        self._recent_menu.setEnabled(bool(recent))

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
        for name in ("export", "fit", "zoom_in", "zoom_out"):
            by_name[name].setEnabled(story is not None)
        by_name["save"].setEnabled(document.dirty and not document.read_only)
        by_name["undo"].setEnabled(document.undo_label is not None)
        by_name["redo"].setEnabled(document.redo_label is not None)
        self._inspector_dock.setVisible(story is not None)
        self._findings_dock.setVisible(story is not None)
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
