"""The clip editor's window: picture and timeline, beside them places, decision, captions, facts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.clip_editor.areas import (
    PictureArea,
    areas_of,
    concealed_name,
    concealments_of,
)
from studio.desktop.clip_editor.captions_table import CaptionsTable
from studio.desktop.clip_editor.clip_edits import Apply, ClipEdits
from studio.desktop.clip_editor.decision_times import DecisionTimes
from studio.desktop.clip_editor.drawing import AreaDrawing
from studio.desktop.clip_editor.facts import FileFacts
from studio.desktop.clip_editor.picture_panel import PicturePanel
from studio.desktop.clip_editor.shuttle import Shuttle
from studio.desktop.clip_editor.timeline import Span, Timeline
from studio.desktop.clip_editor.tools import ClipTools
from studio.desktop.language import in_language
from studio.desktop.playing.clip_reading import ClipHead
from studio.desktop.playing.concealing import ConcealedPlaces
from studio.desktop.playing.screen import ClipScreen
from studio.desktop.theme import Theme
from studio.story.model import Area, Decision, Scene, Story

_CUE = "cue-"
_UNKNOWN_RATE = 25.0


class ClipEditor(QWidget):
    """Edits the clip of one scene; ``apply`` takes each next story with words for the edit."""

    undo_wanted = Signal()
    redo_wanted = Signal()
    failed = Signal(object)

    def __init__(self, theme: Theme, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("clip_editor")
        self.resize(1180, 690)
        self._folder = Path()
        self._language = "en"
        self._path: Path | None = None
        self._captioned: Scene | None = None
        self._theme = theme
        self.edits = ClipEdits(apply, self)
        self.screen = ClipScreen(1280, 720)
        self.shuttle = Shuttle(self.screen, self)
        self._concealed = ConcealedPlaces(self.screen)
        self.drawing = AreaDrawing(self.screen)
        self.timeline = Timeline(theme)
        self.picture = PicturePanel(theme)
        self.choices, self.remove = self.picture.list, self.picture.remove
        self.captions = CaptionsTable()
        self.captions.setMinimumHeight(190)
        self.decision = DecisionTimes()
        self.opens, self.limit = self.decision.opens, self.decision.limit
        self.facts = FileFacts()
        self._facts_title = QLabel()
        self._facts_title.setProperty("section", True)
        self.tools = self._made_tools()
        self._make_shortcuts()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._say()

    @property
    def scene(self) -> Scene | None:
        """The scene whose clip is edited."""
        return self.edits.scene

    def edit(self, scene_id: str) -> None:
        """Edit this scene's clip."""
        self.edits.scene_id = scene_id
        self._path = None
        self._show()
        self.show()
        self.activateWindow()

    def tell_story(self, story: Story, folder: Path, language: str) -> None:
        """The story as it is now."""
        self.edits.story, self._folder, self._language = story, folder, language
        if self.isVisible():
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self._theme = self.timeline.theme = theme
        self.timeline.update()
        self.picture.set_theme(theme)
        self.tools.set_theme(theme)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()
            if self.isVisible():
                self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the file."""
        self.shuttle.stop()
        self.screen.close_clip()
        self._path = None
        self.facts.stop()
        super().closeEvent(event)

    # --- what is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        scene, story = self.scene, self.edits.story
        if scene is None or scene.clip is None or story is None:
            self.close()
            return
        title = in_language(scene.title, self._language, scene.id)
        self.setWindowTitle(self.tr("Clip: {scene}").format(scene=title))
        footage = scene.clip.footage
        size = story.settings.frame_width, story.settings.frame_height
        if (self.screen.frame.width(), self.screen.frame.height()) != size:
            self.screen.set_frame(*size)
        path = self._folder / footage.file
        if path != self._path:
            self._path = path
            self.timeline.peaks = None
            treatment = scene.clip.treatment
            crop = treatment is not None and treatment.fit == "crop"
            self.screen.show_clip(path, 0.0, None, crop=crop, play=False)
            self.facts.measure(path)
        if scene is not self._captioned:
            self._captioned = scene
            self.captions.show_scene(scene, story.languages, self._language, self._folder)
        line, begin, end = self.timeline, self.edits.begin, self.edits.end
        line.mark_in, line.mark_out = begin, end
        line.poster = None if scene.clip.poster is None else float(scene.clip.poster)
        decision = scene.then if isinstance(scene.then, Decision) else None
        line.opens = line.limit = None
        if decision is not None:
            line.opens = end - begin if decision.opens is None else float(decision.opens)
            line.limit = None if decision.time_limit is None else float(decision.time_limit)
        self.decision.show_decision(decision)
        self._show_areas(scene)

    def _show_areas(self, scene: Scene) -> None:
        areas = areas_of(scene, self._language, self.tr("Concealed {number}"))
        self.picture.show_areas(areas, self.edits.end)
        active = self.picture.name
        self.drawing.show(areas, active)
        self._concealed.show(concealments_of(scene))
        placed = [each for each in areas if each.area is not None]
        self.timeline.show_spans(
            {
                "hotspots": [self._span(each, active) for each in placed if not each.conceals],
                "concealed": [self._span(each, active) for each in placed if each.conceals],
                "captions": self._cue_spans(),
            }
        )

    def _span(self, area: PictureArea, active: str | None) -> Span:
        begin, end = self.edits.begin, self.edits.end
        last = end if area.end is None else min(end, area.end)
        return Span(area.name, area.words, max(begin, area.start), last, area.name == active)

    def _cue_spans(self) -> list[Span]:
        start = self.edits.begin
        return [
            Span(f"{_CUE}{row}", cue.text.replace("\n", " "), start + cue.start, start + cue.end)
            for row, cue in enumerate(self.captions.cues())
        ]

    def _show_peaks(self, peaks: object) -> None:
        self.timeline.peaks = peaks  # type: ignore[assignment]
        self.timeline.update()

    def _load(self, head: ClipHead) -> None:
        self.edits.length = self.timeline.seconds = max(0.04, head.seconds)
        self._show()
        self._move(self.screen.seconds)

    def _fail(self, reason: str) -> None:
        words = {
            "missing": self.tr("The clip’s file is missing."),
            "unreadable": self.tr("The clip cannot be read."),
        }
        self.screen.show_card("", words[reason])
        self.edits.length = self.timeline.seconds = max(1.0, self.screen.end)
        self._show()

    def _move(self, seconds: float) -> None:
        self.timeline.move_to(seconds)
        self.captions.now = max(0.0, seconds - self.edits.begin)
        head = self.screen.head
        number = head.number_at(seconds) if head is not None else round(seconds * _UNKNOWN_RATE)
        self.tools.show_time(seconds, number)

    # --- what is asked for -------------------------------------------------------------------

    def _mark_in(self) -> None:
        self.edits.mark(self.screen.seconds, self.edits.end)

    def _mark_out(self) -> None:
        head, at = self.screen.head, self.screen.seconds
        end = at + 1 / _UNKNOWN_RATE if head is None else head.end_of(head.number_at(at))
        self.edits.mark(self.edits.begin, end)

    def _place(self, area: Area) -> None:
        name = self.picture.name
        if name is not None:
            self.edits.place(name, area, self.screen.seconds)

    def _move_span(self, name: str, start: float, end: float) -> None:
        if name.startswith(_CUE):
            begin = self.edits.begin
            number = int(name.removeprefix(_CUE))
            self.captions.set_times(number, max(0.0, start - begin), max(0.0, end - begin))
        else:
            self.edits.time(name, start, end)

    def _seek(self, seconds: float) -> None:
        self.shuttle.stop()
        self.screen.show_at(seconds)

    def _use_shape(self, ellipse: bool) -> None:
        self.drawing.shape = "ellipse" if ellipse else "rectangle"

    def _choose_another(self) -> None:
        if self.scene is not None:
            self._show_areas(self.scene)

    # --- building ----------------------------------------------------------------------------

    def _made_tools(self) -> ClipTools:
        return ClipTools(
            {
                "back": self.shuttle.back,
                "stop": self.shuttle.stop,
                "on": self.shuttle.on,
                "frame_back": lambda: self.screen.step(-1),
                "frame_on": lambda: self.screen.step(1),
                "in": self._mark_in,
                "out": self._mark_out,
                "poster": lambda: self.edits.choose_poster(self.screen.seconds),
                "opens": lambda: self.edits.open_decision(self.screen.seconds - self.edits.begin),
            }
        )

    def _make_shortcuts(self) -> None:
        QShortcut(QKeySequence("Space"), self, self.shuttle.toggle)
        QShortcut(QKeySequence("Escape"), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self, self.undo_wanted.emit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Redo), self, self.redo_wanted.emit)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.screen, 1)
        column.addWidget(self.tools)
        column.addWidget(self.timeline)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(14, 12, 14, 12)
        beside.addWidget(self.picture)
        beside.addWidget(self.decision)
        beside.addWidget(self.captions, 1)
        beside.addWidget(self._facts_title)
        beside.addWidget(self.facts)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(right)
        bar = scroll.verticalScrollBar().sizeHint().width()
        scroll.setMinimumWidth(right.minimumSizeHint().width() + bar)
        halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(scroll)
        halves.setStretchFactor(0, 1)
        halves.setSizes([800, 380])
        halves.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _connect(self) -> None:
        self.screen.loaded.connect(self._load)
        self.screen.failed.connect(self._fail)
        self.screen.moved.connect(self._move)
        self.facts.measured.connect(self._show_peaks)
        self.timeline.seek_wanted.connect(self._seek)
        self.timeline.marks_wanted.connect(self.edits.mark)
        self.timeline.decision_wanted.connect(self.edits.open_decision)
        self.timeline.span_wanted.connect(self._move_span)
        self.drawing.area_wanted.connect(self._place)
        self.drawing.chosen.connect(self.picture.choose)
        self.picture.chosen.connect(self._choose_another)
        self.picture.shape_changed.connect(self._use_shape)
        self.picture.conceal_wanted.connect(self.edits.conceal)
        self.picture.manner_wanted.connect(self.edits.conceal_by)
        self.picture.removal_wanted.connect(self.edits.take_away)
        self.picture.area_wanted.connect(
            lambda name, area: self.edits.place(name, area, self.screen.seconds)
        )
        self.picture.times_wanted.connect(self.edits.time)
        self.edits.concealed.connect(lambda index: self.picture.choose(concealed_name(index)))
        self.edits.failed.connect(self.failed)
        self.decision.wanted.connect(self.edits.time_decision)
        self.captions.changed.connect(
            lambda: self.timeline.show_spans({"captions": self._cue_spans()})
        )
        self.captions.seek_wanted.connect(lambda at: self._seek(self.edits.begin + at))
        self.captions.cues_wanted.connect(self.edits.caption)
        self.captions.more.failed.connect(self.failed)

    def _say(self) -> None:
        self._facts_title.setText(self.tr("The file"))
        self.timeline.setAccessibleName(self.tr("Timeline of the clip"))
        self.screen.setAccessibleName(self.tr("Picture"))
