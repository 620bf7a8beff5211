"""The clip editor's window: picture, timeline, and beside them choices, captions and facts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.clip_editor.captions_table import CaptionsTable
from studio.desktop.clip_editor.drawing import HotspotDrawing
from studio.desktop.clip_editor.timeline import Span, Timeline
from studio.desktop.icons import icon
from studio.desktop.language import in_language
from studio.desktop.playing.clip_reading import ClipHead
from studio.desktop.playing.screen import ClipScreen
from studio.desktop.tasks import Task, wait_for
from studio.desktop.theme import Theme
from studio.media.captions import Cue, encode
from studio.story import edits
from studio.story.clip_facts import ClipFacts
from studio.story.files import write_atomically
from studio.story.model import Area, Decision, Region, Scene, Story

Apply = Callable[[Story, str], None]
_CHOICE = Qt.ItemDataRole.UserRole
_BUCKETS = 1600
_FASTEST = 8.0


class ClipEditor(QWidget):
    """Edits the clip of one scene; ``apply`` takes each next story with words for the edit."""

    def __init__(self, theme: Theme, apply: Apply, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("clip_editor")
        self.resize(1180, 760)
        self._apply = apply
        self._story: Story | None = None
        self._folder = Path()
        self._scene_id: str | None = None
        self._language = "en"
        self._path: Path | None = None
        self._measuring: Task | None = None
        self._speed = 0.0
        self.screen = ClipScreen(1280, 720)
        self.drawing = HotspotDrawing(self.screen)
        self.timeline = Timeline(theme)
        self.captions = CaptionsTable()
        self.choices = QListWidget()
        self.choices.setObjectName("hotspot_choices")
        self.choices.setMaximumHeight(150)
        self.ellipse = QCheckBox()
        self.remove = QPushButton()
        self.opens = QDoubleSpinBox()
        self.limit = QDoubleSpinBox()
        for spin in (self.opens, self.limit):
            spin.setDecimals(2)
            spin.setSuffix(" s")
            spin.setRange(-0.01, 3600)
            spin.setKeyboardTracking(False)
        self.facts = QLabel()
        self.facts.setWordWrap(True)
        self.facts.setProperty("quiet", True)
        self.time = QLabel()
        self._titles = {name: QLabel() for name in ("hotspots", "decision", "facts")}
        for title in self._titles.values():
            title.setProperty("section", True)
        self._form = QFormLayout()
        self._names = (QLabel(), QLabel())
        self._tools = QToolBar()
        self._make_tools()
        self._lay_out()
        self._connect()
        self.set_theme(theme)
        self._say()

    @property
    def scene(self) -> Scene | None:
        """The scene whose clip is edited."""
        return self._story.scene_by_id.get(self._scene_id or "") if self._story else None

    def edit(self, scene_id: str) -> None:
        """Edit this scene's clip."""
        self._scene_id = scene_id
        self._path = None
        self._show()
        self.show()
        self.activateWindow()

    def tell_story(self, story: Story, folder: Path, language: str) -> None:
        """The story as it is now."""
        self._story, self._folder, self._language = story, folder, language
        if self.isVisible():
            self._show()

    def set_theme(self, theme: Theme) -> None:
        """Draw in another theme."""
        self.timeline.theme = theme
        self.timeline.update()
        for name, sign in _SIGNS.items():
            self._actions[name].setIcon(icon(sign, theme.text, theme.edge))

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let go of the file."""
        self.screen.close_clip()
        self._path = None
        if self._measuring is not None:
            self._measuring.cancel()
        super().closeEvent(event)

    # --- what is shown -----------------------------------------------------------------------

    def _show(self) -> None:
        scene, story = self.scene, self._story
        if scene is None or scene.clip is None or story is None:
            self.close()
            return
        self.setWindowTitle(
            self.tr("Clip: {scene}").format(
                scene=in_language(scene.title, self._language, scene.id)
            )
        )
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
            self._measure(path)
            files = {tag: self._folder / name for tag, name in scene.clip.captions.items()}
            self.captions.show_files(story.languages, files)
        line = self.timeline
        line.mark_in = float(footage.mark_in)
        whole = self.screen.head.seconds if self.screen.head else line.seconds
        line.mark_out = whole if footage.mark_out is None else float(footage.mark_out)
        line.poster = None if scene.clip.poster is None else float(scene.clip.poster)
        decision = scene.then if isinstance(scene.then, Decision) else None
        length = line.mark_out - line.mark_in
        line.opens = None if decision is None else float(decision.opens or length)
        if decision is not None and decision.opens is not None:
            line.opens = float(decision.opens)
        limit = None if decision is None else decision.time_limit
        line.limit = None if limit is None else float(limit)
        self._show_decision(decision)
        self._show_hotspots(decision)
        line.update()

    def _show_decision(self, decision: Decision | None) -> None:
        for spin in (self.opens, self.limit):
            spin.setEnabled(decision is not None)
            spin.blockSignals(True)
        opens = decision.opens if decision is not None else None
        limit = decision.time_limit if decision is not None else None
        self.opens.setValue(-0.01 if opens is None else float(opens))
        self.limit.setValue(-0.01 if limit is None else float(limit))
        for spin in (self.opens, self.limit):
            spin.blockSignals(False)

    def _show_hotspots(self, decision: Decision | None) -> None:
        choices = decision.choices if decision is not None else ()
        active = self._active()
        before = self.choices.blockSignals(True)
        self.choices.clear()
        areas: dict[str, Area] = {}
        names: dict[str, str] = {}
        spans: list[Span] = []
        for choice in choices:
            words = in_language(choice.text, self._language, choice.id)
            names[choice.id] = words
            item = QListWidgetItem(("▣  " if choice.region else "     ") + words)
            item.setData(_CHOICE, choice.id)
            self.choices.addItem(item)
            if choice.id == active:
                self.choices.setCurrentItem(item)
            if choice.region is not None:
                areas[choice.id] = choice.region.area
                start = self.timeline.mark_in + float(choice.region.opens)
                closes = choice.region.closes
                end = (
                    self.timeline.mark_out
                    if closes is None
                    else self.timeline.mark_in + float(closes)
                )
                spans.append(Span(choice.id, words, start, end, choice.id == active))
        self.choices.blockSignals(before)
        self.remove.setEnabled(active in areas)
        self.drawing.show(areas, active, names)
        self.timeline.show_spans(spans, self._cue_spans())

    def _cue_spans(self) -> list[Span]:
        start = self.timeline.mark_in
        return [
            Span(f"cue-{row}", cue.text.replace("\n", " "), start + cue.start, start + cue.end)
            for row, cue in enumerate(self.captions.cues())
        ]

    def _active(self) -> str | None:
        item = self.choices.currentItem()
        return item.data(_CHOICE) if item is not None else None

    def _measure(self, path: Path) -> None:
        """Waveform and facts, in the background; both are kept by the file's content."""

        def work(task: Task) -> tuple[Path, object, ClipFacts]:
            from studio.media.analysis import clip_facts, waveform

            peaks = waveform(path, _BUCKETS, cancelled=task.cancelled)
            return path, peaks, clip_facts(path, cancelled=task.cancelled)

        self.facts.setText(self.tr("Measuring…"))
        self._measuring = Task(work, self)
        self._measuring.succeeded.connect(self._show_measured)
        self._measuring.failed.connect(lambda _error: self.facts.setText(""))
        self._measuring.start()

    def _show_measured(self, measured: tuple[Path, object, ClipFacts]) -> None:
        path, peaks, facts = measured
        if path != self._path:
            return
        self.timeline.peaks = peaks  # type: ignore[assignment]
        self.timeline.update()
        rate = f"{facts.frame_rate:g}" + ("" if facts.constant_rate else " " + self.tr("(varies)"))
        lines = [
            self.tr("{width} × {height}, {rate} frames a second").format(
                width=facts.width, height=facts.height, rate=rate
            ),
            f"{facts.video_codec or '–'} / {facts.audio_codec or self.tr('no sound')}",
            self.tr("{size} MB, {seconds} s").format(
                size=f"{facts.bytes / 1e6:.1f}", seconds=f"{facts.seconds:.2f}"
            ),
        ]
        if facts.loudness is not None:
            lines.append(self.tr("loudness {value} LUFS").format(value=f"{facts.loudness:.1f}"))
        self.facts.setText("\n".join(lines))

    def _load(self, head: ClipHead) -> None:
        self.timeline.seconds = max(0.04, head.seconds)
        self._show()

    def _fail(self, reason: str) -> None:
        words = {
            "missing": self.tr("The clip’s file is missing."),
            "unreadable": self.tr("The clip cannot be read."),
            "codec": self.tr(
                "This clip is AV1: browsers show it, the studio’s own player does not. Marks and "
                "hotspots can still be set by the numbers."
            ),
        }
        self.screen.show_card("", words[reason])
        self.timeline.seconds = max(1.0, self.screen.end)
        self._show()

    def _move(self, seconds: float) -> None:
        self.timeline.move_to(seconds)
        self.captions.now = max(0.0, seconds - self.timeline.mark_in)
        rate = self.screen.head.rate if self.screen.head is not None else 25.0
        minutes, rest = divmod(seconds, 60)
        frame = self.tr("frame {number}").format(number=round(seconds * rate))
        self.time.setText(f"{int(minutes)}:{rest:05.2f}  ·  {frame}")

    # --- what is asked for -------------------------------------------------------------------

    def _do(self, story: Story, label: str) -> None:
        self._apply(story, label)

    def _mark(self, mark_in: float, mark_out: float) -> None:
        if self._story is not None and self._scene_id is not None and mark_in < mark_out:
            whole = self.screen.head.seconds if self.screen.head else self.timeline.seconds
            end = None if mark_out >= whole - 0.02 else mark_out
            self._do(edits.mark_clip(self._story, self._scene_id, mark_in, end), self.tr("Marks"))

    def _mark_in(self) -> None:
        self._mark(self.screen.seconds, self.timeline.mark_out)

    def _mark_out(self) -> None:
        rate = self.screen.head.rate if self.screen.head is not None else 25.0
        self._mark(self.timeline.mark_in, self.screen.seconds + 1 / rate)

    def _poster(self) -> None:
        if self._story is not None and self._scene_id is not None:
            at = self.screen.seconds - self.timeline.mark_in
            story = edits.choose_poster(self._story, self._scene_id, max(0.0, at))
            self._do(story, self.tr("Picture of the clip"))

    def _open_here(self) -> None:
        self._time_decision(self.screen.seconds - self.timeline.mark_in, None)

    def _time_decision(self, opens: float | None, limit: float | None) -> None:
        """Set the opening time, or the limit where ``opens`` is None."""
        scene = self.scene
        if scene is None or self._story is None or not isinstance(scene.then, Decision):
            return
        then = scene.then
        at = then.opens if opens is None else max(0.0, opens)
        left = then.time_limit if limit is None else limit
        story = edits.time_decision(self._story, scene.id, at, left)
        self._do(story, self.tr("Time of the decision"))

    def _type_decision(self) -> None:
        scene = self.scene
        if scene is None or self._story is None or not isinstance(scene.then, Decision):
            return
        opens = None if self.opens.value() < 0 else self.opens.value()
        limit = None if self.limit.value() < 0 else self.limit.value()
        story = edits.time_decision(self._story, scene.id, opens, limit)
        self._do(story, self.tr("Time of the decision"))

    def _place(self, area: Area) -> None:
        scene, active = self.scene, self._active()
        if scene is None or active is None or self._story is None:
            return
        assert isinstance(scene.then, Decision)
        before = next(each.region for each in scene.then.choices if each.id == active)
        opens = max(0.0, self.screen.seconds - self.timeline.mark_in)
        region = (
            Region(area, opens=round(opens, 3)) if before is None else replace(before, area=area)
        )
        story = edits.place_hotspot(self._story, scene.id, active, region)
        self._do(story, self.tr("Hotspot"))

    def _take_away(self) -> None:
        active = self._active()
        if active is not None and self._story is not None and self._scene_id is not None:
            story = edits.place_hotspot(self._story, self._scene_id, active, None)
            self._do(story, self.tr("Hotspot taken away"))

    def _move_span(self, name: str, start: float, end: float) -> None:
        scene = self.scene
        begin = self.timeline.mark_in
        start, end = max(0.0, start - begin), max(0.0, end - begin)
        if name.startswith("cue-"):
            self.captions.set_times(int(name[4:]), start, end)
            return
        if scene is None or self._story is None or not isinstance(scene.then, Decision):
            return
        region = next(each.region for each in scene.then.choices if each.id == name)
        if region is not None:
            length = self.timeline.mark_out - begin
            closes = None if end >= length - 0.02 else round(end, 3)
            region = replace(region, opens=round(start, 3), closes=closes)
            story = edits.place_hotspot(self._story, scene.id, name, region)
            self._do(story, self.tr("Time of the hotspot"))

    def _keep_captions(self, language: str, cues: list[Cue]) -> None:
        scene, story = self.scene, self._story
        if scene is None or scene.clip is None or story is None:
            return
        known = scene.clip.captions.get(language)
        name = known if known and known.endswith(".vtt") else f"captions/{scene.id}.{language}.vtt"
        path = self._folder / name

        def write() -> None:
            path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(path, encode(cues))

        try:
            wait_for(write)
        except OSError as error:
            self.facts.setText(
                self.tr("The captions could not be written: {reason}").format(
                    reason=error.strerror or error
                )
            )
            return
        self.captions.keep.setEnabled(False)
        if known != name:
            captions = dict(scene.clip.captions) | {language: name}
            clip = replace(scene.clip, captions=captions)
            self._do(edits.replace_scene(story, replace(scene, clip=clip)), self.tr("Captions"))

    def _shuttle(self, way: int) -> None:
        """J, K, L: backwards (by steps), stop, on; again is faster."""
        if way == 0 or self.screen.head is None:
            self._speed = 0.0
            self.screen.pause()
            self.screen.set_rate(1.0)
        elif way > 0:
            self._speed = 1.0 if self._speed <= 0 else min(_FASTEST, self._speed * 2)
            self.screen.set_rate(self._speed)
            self.screen.play()
        else:
            self._speed = -1.0 if self._speed >= 0 else max(-_FASTEST, self._speed * 2)
            self.screen.step(round(self._speed * self.screen.head.rate / 5))

    # --- building ----------------------------------------------------------------------------

    def _make_tools(self) -> None:
        acts: dict[str, tuple[str, Callable[[], None]]] = {
            "back": ("J", lambda: self._shuttle(-1)),
            "stop": ("K", lambda: self._shuttle(0)),
            "on": ("L", lambda: self._shuttle(1)),
            "frame_back": ("Left", lambda: self.screen.step(-1)),
            "frame_on": ("Right", lambda: self.screen.step(1)),
            "in": ("I", self._mark_in),
            "out": ("O", self._mark_out),
            "poster": ("P", self._poster),
            "opens": ("D", self._open_here),
        }
        self._actions = {}
        for name, (key, act) in acts.items():
            action = self._tools.addAction("")
            action.setObjectName(f"clip-{name}")
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(lambda _=False, act=act: act())
            self._actions[name] = action
            if name in ("on", "frame_on"):
                self._tools.addSeparator()
        self._tools.addSeparator()
        self._tools.addWidget(self.time)
        QShortcut(QKeySequence("Space"), self, self._toggle)
        QShortcut(QKeySequence("Escape"), self, self.close)

    def _toggle(self) -> None:
        self._shuttle(0 if self.screen.playing else 1)

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.screen, 1)
        column.addWidget(self._tools)
        column.addWidget(self.timeline)
        self._form.addRow(self._names[0], self.opens)
        self._form.addRow(self._names[1], self.limit)
        row = QHBoxLayout()
        row.addWidget(self.ellipse)
        row.addStretch(1)
        row.addWidget(self.remove)
        right = QWidget()
        beside = QVBoxLayout(right)
        beside.setContentsMargins(14, 12, 14, 12)
        beside.addWidget(self._titles["hotspots"])
        beside.addWidget(self.choices)
        beside.addLayout(row)
        beside.addWidget(self._titles["decision"])
        beside.addLayout(self._form)
        beside.addWidget(self.captions, 1)
        beside.addWidget(self._titles["facts"])
        beside.addWidget(self.facts)
        halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(right)
        halves.setStretchFactor(0, 1)
        halves.setSizes([820, 360])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(halves)

    def _connect(self) -> None:
        self.screen.loaded.connect(self._load)
        self.screen.failed.connect(self._fail)
        self.screen.moved.connect(self._move)
        self.timeline.seek_wanted.connect(self._seek)
        self.timeline.marks_wanted.connect(self._mark)
        self.timeline.decision_wanted.connect(lambda at: self._time_decision(at, None))
        self.timeline.span_wanted.connect(self._move_span)
        self.drawing.area_wanted.connect(self._place)
        self.drawing.chosen.connect(self._choose)
        self.choices.currentItemChanged.connect(lambda *_: self._show())
        self.ellipse.toggled.connect(self._use_shape)
        self.remove.clicked.connect(self._take_away)
        self.opens.valueChanged.connect(lambda _value: self._type_decision())
        self.limit.valueChanged.connect(lambda _value: self._type_decision())
        self.captions.changed.connect(
            lambda: self.timeline.show_spans(self.timeline.spans, self._cue_spans())
        )
        self.captions.seek_wanted.connect(lambda at: self._seek(self.timeline.mark_in + at))
        self.captions.save_wanted.connect(self._keep_captions)

    def _seek(self, seconds: float) -> None:
        self.screen.pause()
        self.screen.seek(seconds)
        self._move(seconds)

    def _choose(self, choice_id: str) -> None:
        for row in range(self.choices.count()):
            if self.choices.item(row).data(_CHOICE) == choice_id:
                self.choices.setCurrentRow(row)

    def _use_shape(self, ellipse: bool) -> None:
        self.drawing.shape = "ellipse" if ellipse else "rectangle"

    def _say(self) -> None:
        names = {
            "back": self.tr("Backwards; again is faster"),
            "stop": self.tr("Stop"),
            "on": self.tr("Play; again is faster"),
            "frame_back": self.tr("One frame back"),
            "frame_on": self.tr("One frame on"),
            "in": self.tr("The clip begins here"),
            "out": self.tr("The clip ends here"),
            "poster": self.tr("This picture stands for the clip"),
            "opens": self.tr("The decision opens here"),
        }
        for name, words in names.items():
            action = self._actions[name]
            action.setText(words)
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words} ({keys})")
        self._titles["hotspots"].setText(self.tr("Hotspots: pick a choice, draw on the picture"))
        self._titles["decision"].setText(self.tr("Decision"))
        self._titles["facts"].setText(self.tr("The file"))
        self._names[0].setText(self.tr("Opens at"))
        self._names[1].setText(self.tr("Time limit"))
        self.opens.setSpecialValueText(self.tr("the end of the clip"))
        self.limit.setSpecialValueText(self.tr("none"))
        self.opens.setAccessibleName(self.tr("Opens at"))
        self.limit.setAccessibleName(self.tr("Time limit"))
        self.ellipse.setText(self.tr("Ellipse"))
        self.remove.setText(self.tr("Take the hotspot away"))
        self.choices.setAccessibleName(self.tr("Choices that can be hotspots"))
        self.timeline.setAccessibleName(self.tr("Timeline of the clip"))
        self.screen.setAccessibleName(self.tr("Picture"))


_SIGNS = {
    "back": "mdi6.rewind-outline",
    "stop": "mdi6.pause",
    "on": "mdi6.play-outline",
    "frame_back": "mdi6.chevron-left",
    "frame_on": "mdi6.chevron-right",
    "in": "mdi6.contain-start",
    "out": "mdi6.contain-end",
    "poster": "mdi6.image-check-outline",
    "opens": "mdi6.comment-question-outline",
}
