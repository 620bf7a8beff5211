"""The play window: beside the map, so that the story can be mended while it plays."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QScrollArea,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.language import in_language
from studio.desktop.playing.captions_line import CaptionsLine
from studio.desktop.playing.choices_panel import ChoicesPanel
from studio.desktop.playing.concealing import ConcealedPlaces
from studio.desktop.playing.conductor import Conductor
from studio.desktop.playing.facts_panel import FactsPanel
from studio.desktop.playing.hotspots import Hotspots
from studio.desktop.playing.rehearsal import Rehearsal
from studio.desktop.playing.screen import ClipScreen
from studio.desktop.theme import Theme
from studio.story.finding import ProofStep
from studio.story.model import Decision, Story
from studio.story.play import Action
from studio.story.refused_files import file_of

_SPEEDS = (1, 2, 4, 8)


class PlayWindow(QWidget):
    """Plays the open story from anywhere, or a given playthrough."""

    scene_wanted = Signal(str)
    """Show this scene on the map."""
    passed = Signal(object)
    """The state that is played, after each step; None when the window is closed."""
    browser_wanted = Signal(object)
    """Play the real film in the browser from this scene id (None: the start)."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("play")
        self.resize(1120, 690)
        self._story: Story | None = None
        self._language = "en"
        self._selected: str | None = None
        self.screen = ClipScreen(1280, 720)
        self.screen.viewport().installEventFilter(self)
        self.conductor = Conductor(self.screen, self)
        self._hotspots = Hotspots(self.screen)
        self._concealed = ConcealedPlaces(self.screen)
        self.captions = CaptionsLine(self.screen)
        self.choices = ChoicesPanel()
        self.facts = FactsPanel()
        self._said = QLabel()
        self._said.setWordWrap(True)
        self._said.setContentsMargins(14, 4, 14, 4)
        self._said.hide()
        self._said.setProperty("quiet", True)
        self._left = QProgressBar()
        self._left.setTextVisible(False)
        self._left.setRange(0, 1000)
        self._left.setFixedHeight(6)
        self._tools = QToolBar()
        self._actions = {
            name: self._tools.addAction("")
            for name in ("start", "here", "back", "pause", "skip", "end", "captions")
        }
        self._signs = {
            "start": "mdi6.skip-backward-outline",
            "here": "mdi6.map-marker-right-outline",
            "back": "mdi6.undo-variant",
            "pause": "mdi6.pause",
            "skip": "mdi6.skip-next-outline",
            "end": "mdi6.skip-forward-outline",
            "captions": "mdi6.closed-caption",
            "browser": "mdi6.web",
        }
        keys = {"back": "Backspace", "pause": "Space", "skip": "Right", "end": "End"}
        for name, key in (keys | {"captions": "C"}).items():
            self._actions[name].setShortcut(QKeySequence(key))
        self._actions["start"].triggered.connect(lambda: self.play())
        self._actions["here"].triggered.connect(self._play_here)
        self._actions["back"].triggered.connect(self.conductor.back)
        self._actions["pause"].triggered.connect(
            lambda: self.conductor.set_paused(not self.conductor.paused)
        )
        self._actions["skip"].triggered.connect(self.conductor.skip)
        self._actions["end"].triggered.connect(self.conductor.skip_to_end)
        self._actions["captions"].setCheckable(True)
        self._actions["captions"].setChecked(True)
        self._actions["captions"].toggled.connect(self._use_captions)
        self._tools.addSeparator()
        self._speed = QComboBox()
        for speed in _SPEEDS:
            self._speed.addItem(f"{speed} ×", float(speed))
        self._speed.currentIndexChanged.connect(
            lambda index: self.conductor.set_speed(self._speed.itemData(index))
        )
        self._languages = QComboBox()
        self._languages.currentTextChanged.connect(self._use_language)
        self._tools.addWidget(self._speed)
        self._tools.addWidget(self._languages)
        self._tools.addSeparator()
        self._actions["browser"] = self._tools.addAction("")
        self._actions["browser"].triggered.connect(self._ask_for_browser)
        QShortcut(QKeySequence("Escape"), self, self.close)
        self._lay_out()
        self.conductor.changed.connect(self._show_state)
        self.conductor.ticked.connect(self._show_time)
        self.conductor.clip_failed.connect(self._tell_clip)
        self.conductor.strayed.connect(self._tell_strayed)
        self.choices.wanted.connect(self.conductor.do)
        self.choices.note_answered.connect(
            lambda instead: self.conductor.answer_note(instead=instead)
        )
        self.facts.value_wanted.connect(self._give)
        self.facts.scene_wanted.connect(self.scene_wanted)
        self.set_theme(theme)
        self._say()

    @property
    def rehearsal(self) -> Rehearsal | None:
        """What is played, if anything is."""
        return self.conductor.rehearsal

    def tell_story(self, story: Story, folder: Path, language: str, selected: str | None) -> None:
        """The story as it is now; what plays goes on with it at the next step."""
        self._story, self._language, self._selected = story, language, selected
        self.conductor.folder = folder
        self._actions["here"].setEnabled(selected is not None)
        width, height = story.settings.frame_width, story.settings.frame_height
        if (self.screen.frame.width(), self.screen.frame.height()) != (width, height):
            self.screen.set_frame(width, height)
        shown = [self._languages.itemText(each) for each in range(self._languages.count())]
        if shown != list(story.languages):
            before = self._languages.blockSignals(True)
            self._languages.clear()
            self._languages.addItems(list(story.languages))
            self._languages.setCurrentText(language)
            self._languages.blockSignals(before)
            self.conductor.language = self._languages.currentText()
        if self.rehearsal is not None and self.rehearsal.story is not story:
            self.rehearsal.retell(story)
            self._follow_captions(anew=True)
            self.conductor.retell()

    def play(self, scene: str | None = None, given: Iterable[ProofStep | Action] = ()) -> None:
        """Play from a scene (None: the start), with the values that are set if it is not the start.

        ``given`` steps are taken by themselves; a choice made by hand takes over.
        """
        if self._story is None:
            return
        values = None
        if scene is not None and self.rehearsal is not None:
            values = self.rehearsal.state.tally.variables
        self._said.hide()
        self.conductor.begin(Rehearsal(self._story, scene, values), given)
        self.show()
        self.raise_()
        self.activateWindow()
        self.screen.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme
        for name, sign in self._signs.items():
            self._actions[name].setIcon(icon(sign, theme.text, theme.edge))
        self._show_pause()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            self._show_state()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Nothing plays on unseen."""
        self.conductor.stop()
        self.passed.emit(None)
        super().closeEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click on a hotspot takes its choice."""
        if (
            watched is self.screen.viewport()
            and event.type() == QEvent.Type.MouseButtonPress
            and isinstance(event, QMouseEvent)
        ):
            point = self.screen.mapToScene(event.position().toPoint())
            choice = self._hotspots.at(point)
            if choice is not None:
                self.conductor.do(Action("choose", choice.id))
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        below = QScrollArea()
        below.setWidgetResizable(True)
        below.setWidget(self.choices)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.screen, 5)
        column.addWidget(self._left)
        column.addWidget(self._said)
        column.addWidget(below, 3)
        halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(self.facts)
        halves.setSizes([800, 320])
        halves.setStretchFactor(0, 1)
        top = QHBoxLayout()
        top.addWidget(self._tools, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(halves, 1)

    def _say(self) -> None:
        names = {
            "start": self.tr("From the start"),
            "here": self.tr("From the selected scene, with these values"),
            "back": self.tr("Back to the beginning of the scene"),
            "skip": self.tr("Skip to what comes next"),
            "end": self.tr("To the end of the given playthrough"),
            "captions": self.tr("Captions"),
            "browser": self.tr("Open in the browser"),
        }
        for name, words in names.items():
            self._name(name, words)
        self._speed.setAccessibleName(self.tr("Speed"))
        self._speed.setToolTip(self.tr("Speed of clips and cards; time limits stay as they are"))
        self._languages.setAccessibleName(self.tr("Language of the film"))
        self._languages.setToolTip(self.tr("Language of the film"))
        self.screen.setAccessibleName(self.tr("Picture"))
        self._show_pause()

    def _name(self, name: str, words: str) -> None:
        action = self._actions[name]
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setText(words)
        action.setToolTip(f"{words} ({keys})" if keys else words)

    def _show_pause(self) -> None:
        paused = self.conductor.paused
        self._name("pause", self.tr("Go on") if paused else self.tr("Pause"))
        sign = "mdi6.play" if paused else "mdi6.pause"
        self._actions["pause"].setIcon(icon(sign, self._theme.text, self._theme.edge))

    def _play_here(self) -> None:
        self.play(self._selected)

    def _ask_for_browser(self) -> None:
        self.conductor.set_paused(True)
        self.browser_wanted.emit(self.rehearsal.state.scene if self.rehearsal else None)

    def _use_language(self, language: str) -> None:
        self.conductor.language = language
        self._show_state()

    def _give(self, variable: str, value: object) -> None:
        if self.rehearsal is not None:
            self.rehearsal.give(variable, value)  # type: ignore[arg-type]
            self._show_state()

    def _show_state(self) -> None:
        self._show_pause()
        rehearsal = self.rehearsal
        if rehearsal is None:
            return
        language = self.conductor.language
        scene = self.conductor.scene
        title = in_language(scene.title, language, scene.id) if scene else ""
        self.setWindowTitle(self.tr("Play: {scene}").format(scene=title))
        self._actions["end"].setVisible(self.conductor.given > 0)
        if self.conductor.note is not None:
            self.choices.show_note(self.conductor.note, language)
        else:
            self.choices.show_state(rehearsal, language)
        clip = self.conductor.clip
        treatment = clip.treatment if clip is not None else None
        self._concealed.show(treatment.concealments if treatment is not None else ())
        self._follow_captions()
        self.facts.show_state(rehearsal.story, rehearsal.state, language)
        self.passed.emit(rehearsal.state)
        self._show_time()

    def _show_time(self) -> None:
        conductor, rehearsal = self.conductor, self.rehearsal
        if rehearsal is None:
            return
        scene, state = conductor.scene, rehearsal.state
        choices = []
        if scene is not None and isinstance(scene.then, Decision) and state.phase == "deciding":
            choices = [each.choice for each in rehearsal.prospects() if each.enabled]
        self._hotspots.show(choices, conductor.elapsed, conductor.language)
        self.captions.show_at(conductor.elapsed if conductor.clip is not None else -1.0)
        limit = conductor.limit
        whole = conductor.card_seconds if conductor.on_card else self._clip_seconds()
        if limit is not None and isinstance(scene and scene.then, Decision):
            self._left.setValue(round(1000 * limit / float(scene.then.time_limit or 1)))
        else:
            self._left.setValue(round(1000 * min(1.0, conductor.elapsed / whole)) if whole else 0)

    def _follow_captions(self, *, anew: bool = False) -> None:
        clip = self.conductor.clip
        file = clip.captions.get(self.conductor.language) if clip is not None else None
        self.captions.follow(file_of(self.conductor.folder, file) if file else None, anew=anew)

    def _use_captions(self, on: bool) -> None:
        self.captions.on = on
        self._signs["captions"] = f"mdi6.closed-caption{'' if on else '-outline'}"
        self.set_theme(self._theme)
        self._show_time()

    def _tell_strayed(self) -> None:
        self._said.setText(
            self.tr(
                "The story has changed: from here on it does not allow what was played then. You "
                "can go on by hand."
            )
        )
        self._said.show()

    def _clip_seconds(self) -> float:
        return max(0.0, self.screen.end - self.screen.begin)

    def _tell_clip(self, reason: str) -> None:
        words = {
            "missing": self.tr("The clip's file is missing: a card stands in for it."),
            "unreadable": self.tr("The clip cannot be read: a card stands in for it."),
        }
        self._said.setText(words[reason])
        self._said.show()
