"""What can be done with all captions of a clip: draft, move, split, merge, bring in, write out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMenu, QPushButton, QWidget

from studio.desktop.tasks import Task, wait_for
from studio.media import captions, cue_edits
from studio.media.captions import Cue
from studio.story.files import NOT_SAVED, write_atomically
from studio.story.finding import Finding, Place, StudioError
from studio.story.model import Scene

_FARTHEST = 3600.0
_ENDINGS = ("vtt", "srt", "ass")


class CaptionsMenu(QPushButton):
    """A button with a menu; tell it the captions by :meth:`show_cues`."""

    wanted = Signal(object)
    """All cues as they are to be."""
    failed = Signal(object)
    """A StudioError with what went wrong or wants a look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cues: list[Cue] = []
        self._rows: tuple[int, ...] = ()
        self._scene: Scene | None = None
        self._language = ""
        self._folder = Path()
        self._drafting: Task | None = None
        menu = QMenu(self)
        acts: dict[str, Callable[[], None]] = {
            "draft": self._draft,
            "shift": self._shift,
            "split": self._split,
            "merge": self._merge,
            "import": self._import,
            "export": self._export,
        }
        self.acts: dict[str, QAction] = {}
        for name, act in acts.items():
            if name in ("shift", "import"):
                menu.addSeparator()
            action = menu.addAction("")
            action.setObjectName(f"captions-{name}")
            action.triggered.connect(lambda _=False, act=act: act())
            self.acts[name] = action
        self.setMenu(menu)
        self._say()
        self._enable()

    def show_cues(self, cues: Sequence[Cue], rows: Sequence[int]) -> None:
        """The captions as they are now, and which of them are selected."""
        self._cues = sorted(cues)
        self._rows = tuple(sorted(row for row in rows if row < len(self._cues)))
        self._enable()

    def show_scene(self, scene: Scene | None, language: str, folder: Path) -> None:
        """Whose captions they are, in which language, of the story in which folder."""
        self._scene, self._language, self._folder = scene, language, folder
        self._enable()

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self.setText(self.tr("More"))
        self.setAccessibleName(self.tr("More to do with the captions"))
        names = {
            "draft": self.tr("Draft from the script"),
            "shift": self.tr("Move all…"),
            "split": self.tr("Split"),
            "merge": self.tr("Merge with the next one"),
            "import": self.tr("Bring in a caption file…"),
            "export": self.tr("Write as a file…"),
        }
        for name, words in names.items():
            self.acts[name].setText(words)
        self.acts["draft"].setToolTip(
            self.tr("Lays the words of the scene’s script over the speech in its clip")
        )
        self.acts["split"].setToolTip(
            self.tr("The selected captions, else all that are too long to be read")
        )

    def _enable(self) -> None:
        some = bool(self._cues)
        script = self._scene.script.get(self._language, "") if self._scene is not None else ""
        self.acts["draft"].setEnabled(bool(script.strip()) and self._drafting is None)
        self.acts["shift"].setEnabled(some)
        self.acts["split"].setEnabled(some)
        self.acts["merge"].setEnabled(bool(self._rows) and self._rows[0] + 1 < len(self._cues))
        self.acts["import"].setEnabled(self._scene is not None)
        self.acts["export"].setEnabled(some)

    # --- what is done ------------------------------------------------------------------------

    def _draft(self) -> None:
        scene, language, folder = self._scene, self._language, self._folder
        if scene is None:
            return

        def work(task: Task) -> tuple[str, str, list[Cue], list[Finding]]:
            from studio.media.scene_captions import draft_captions

            cues, findings = draft_captions(scene, language, folder, cancelled=task.cancelled)
            return scene.id, language, cues, findings

        self._drafting = Task(work, self)
        self._drafting.succeeded.connect(self._show_draft)
        self._drafting.failed.connect(self._fail)
        self._drafting.start()
        self._enable()

    def _show_draft(self, drafted: tuple[str, str, list[Cue], list[Finding]]) -> None:
        scene_id, language, cues, findings = drafted
        self._drafting = None
        self._enable()
        # Another clip or language may be shown by now.
        if self._scene is not None and (self._scene.id, self._language) == (scene_id, language):
            self.wanted.emit(cues)
            self._report(findings)

    def _fail(self, error: BaseException) -> None:
        self._drafting = None
        self._enable()
        if isinstance(error, StudioError):
            self.failed.emit(error)

    def _shift(self) -> None:
        seconds, given = QInputDialog.getDouble(
            self.window(),
            self.tr("Move all captions"),
            self.tr("By how many seconds? Negative means earlier."),
            0.0,
            -_FARTHEST,
            _FARTHEST,
            2,
        )
        if given and seconds:
            self.wanted.emit(cue_edits.shift(self._cues, seconds))

    def _split(self) -> None:
        if not self._rows:
            self.wanted.emit(cue_edits.split_long(self._cues))
            return
        parts: list[Cue] = []
        for row, cue in enumerate(self._cues):
            parts += (cue_edits.split(cue) if row in self._rows else None) or (cue,)
        self.wanted.emit(parts)

    def _merge(self) -> None:
        """The selected captions become one; one alone takes the next in."""
        first = self._rows[0]
        last = max(self._rows[-1], first + 1)
        cues = self._cues
        for _ in range(last - first):
            cues = cue_edits.merge_at(cues, first)
        self.wanted.emit(cues)

    def _import(self) -> None:
        kinds = " ".join(f"*.{ending}" for ending in _ENDINGS)
        chosen, _ = QFileDialog.getOpenFileName(
            self.window(),
            self.tr("Bring in a caption file"),
            str(self._folder),
            self.tr("Captions ({kinds})").format(kinds=kinds),
        )
        if not chosen or self._scene is None:
            return
        path = Path(chosen)
        place = Place(scene=self._scene.id, language=self._language, file=path.name)
        cues, findings = wait_for(lambda: captions.read(path, place))
        if cues:
            self.wanted.emit(cues)
        self._report(findings)

    def _export(self) -> None:
        if self._scene is None:
            return
        name = f"{self._scene.id}.{self._language}.srt"
        chosen, _ = QFileDialog.getSaveFileName(
            self.window(),
            self.tr("Write the captions as a file"),
            str(self._folder.parent / name),
            ";;".join(f"{ending.upper()} (*.{ending})" for ending in ("srt", "vtt", "ass")),
        )
        if not chosen:
            return
        path = Path(chosen)
        kind = captions.kind_of(path)
        if kind is None:
            path, kind = path.with_name(f"{path.name}.srt"), "srt"
        data = captions.encode(self._cues, kind)
        try:
            wait_for(lambda: write_atomically(path, data))
        except OSError as error:
            self.failed.emit(
                NOT_SAVED.error(
                    Place(file=path.name), folder=path.parent, reason=error.strerror or error
                )
            )

    def _report(self, findings: Sequence[Finding]) -> None:
        if findings:
            self.failed.emit(StudioError(*findings))
