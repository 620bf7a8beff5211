"""The checks in the background: soon after every edit, and again when a clip has been measured."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec.structs import replace
from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal

from studio.checks import Report, checker
from studio.desktop.tasks import Task
from studio.media import captions
from studio.media.analysis import clip_facts
from studio.media.cache import Cache
from studio.media.captions import Cue
from studio.media.runner import Cancelled
from studio.story import edits
from studio.story.clip_facts import ClipFacts
from studio.story.finding import StudioError
from studio.story.model import Choice, Clip, Decision, Ending, Scene, Story, new_story
from studio.story.refused_files import file_of

_PAUSE = 60
"""Milliseconds after an edit: several edits in a row are checked once."""

Stamp = tuple[str, int, int]
"""Path below the folder, size in bytes, time of change in nanoseconds."""


class Checker(QObject):
    """Runs the checks on the value last given; clips are measured one after another meanwhile."""

    checked = Signal(object)
    """The :class:`Report` of the value last given."""
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, cache: Cache | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._wanted: tuple[Story, Path] | None = None
        self._present: tuple[Story, Path] | None = None
        self._checking: Task | None = None
        self._measuring: Task | None = None
        self._unmeasured: tuple[Stamp, ...] = ()
        self._facts: dict[Stamp, ClipFacts | None] = {}
        self._memory = Memory()
        # Not the global pool: a finding must not wait for pictures and exports.
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._start)

    def warm_up(self) -> None:
        """Check a story of two scenes: what asks the questions is then loaded (0.3 to 2 s)."""
        Task(lambda _task: checker.Checker().run(_smallest()), self).start(self._pool)

    @property
    def busy(self) -> bool:
        """Whether the last report is of an older value."""
        return self._wanted is not None or self._checking is not None

    @property
    def measuring(self) -> bool:
        """Whether clips are still to be measured: the last report lacks what they will tell."""
        return bool(self._unmeasured)

    def check(self, story: Story, folder: Path) -> None:
        """Check this value soon."""
        self._wanted = self._present = (story, folder)
        self._timer.start()

    def stop(self) -> None:
        """Ask what runs in the background to stop."""
        self._timer.stop()
        self._wanted = None
        for task in (self._checking, self._measuring):
            if task is not None:
                task.cancel()
        self._pool.waitForDone()

    def _start(self) -> None:
        if self._wanted is None or self._checking is not None:
            return
        story, folder = self._wanted
        self._wanted = None
        facts, memory = dict(self._facts), self._memory
        self._checking = Task(lambda _task: memory.report(story, folder, facts), self)
        self._checking.succeeded.connect(self._succeed)
        self._checking.failed.connect(self._fail)
        self._checking.start(self._pool)

    def _succeed(self, found: tuple[Report, tuple[Stamp, ...]]) -> None:
        self._checking = None
        if self._wanted is not None:
            self._start()
            return
        report, self._unmeasured = found
        self.checked.emit(report)
        self._measure_next()

    def _measure_next(self) -> None:
        if not self._unmeasured or self._measuring is not None or self._present is None:
            return
        stamp, folder = self._unmeasured[0], self._present[1]
        self._measuring = Task(lambda task: self._measure(task, folder, stamp), self)
        self._measuring.succeeded.connect(self._measured)
        self._measuring.failed.connect(self._not_measured)
        self._measuring.start()

    def _fail(self, error: object) -> None:
        self._checking = None
        self.failed.emit(error)

    def _measure(
        self, task: Task, folder: Path, stamp: Stamp
    ) -> tuple[Path, Stamp, ClipFacts | None]:
        if self._cache is None:
            self._cache = Cache()
        try:
            path = folder / stamp[0]
            return folder, stamp, clip_facts(path, self._cache, cancelled=task.cancelled)
        except StudioError:
            # What cannot be read is reported by the checks of files.
            return folder, stamp, None

    def _measured(self, result: tuple[Path, Stamp, ClipFacts | None]) -> None:
        self._measuring = None
        folder, stamp, facts = result
        self._facts[stamp] = facts
        if self._present is None or self._present[1] != folder:
            self._measure_next()
            return
        self._unmeasured = tuple(each for each in self._unmeasured if each != stamp)
        if self._unmeasured:
            self._measure_next()
        else:
            self.check(*self._present)

    def _not_measured(self, error: object) -> None:
        self._measuring = None
        if not isinstance(error, Cancelled):
            self._unmeasured = ()
            self.failed.emit(error)


class Memory:
    """What the last check knew, so that the next asks only what can have changed.

    Belongs to the checks' thread.
    """

    def __init__(self) -> None:
        self._checks = checker.Checker()
        self._known_cues: dict[Stamp, tuple[Cue, ...]] = {}
        self._clips: dict[str, ClipFacts] = {}
        self._cues: dict[str, Sequence[Cue]] = {}

    def report(
        self, story: Story, folder: Path, facts: Mapping[Stamp, ClipFacts | None]
    ) -> tuple[Report, tuple[Stamp, ...]]:
        """The report, and the clips that still have to be measured."""
        clips: dict[str, ClipFacts] = {}
        cues: dict[str, Sequence[Cue]] = {}
        unmeasured: list[Stamp] = []
        for file, is_clip in _media(story).items():
            stamp = _stamp(folder, file)
            if stamp is None:
                continue
            if not is_clip:
                if stamp not in self._known_cues:
                    self._known_cues[stamp] = _read_cues(file_of(folder, file))
                cues[file] = self._known_cues[stamp]
            elif stamp not in facts:
                unmeasured.append(stamp)
            elif (measured := facts[stamp]) is not None:
                clips[file] = measured
        # Equal knowledge must be the same object to count as unchanged.
        self._clips = self._clips if clips == self._clips else clips
        self._cues = self._cues if cues == self._cues else cues
        found = self._checks.run(story, folder, self._clips, self._cues)
        return found, tuple(unmeasured)


def _smallest() -> Story:
    """A loop and an ending: enough for every check to have something to ask."""
    choices = (Choice("again", target="one"), Choice("on", target="two"))
    scenes = (Scene("one", then=Decision(choices)), Scene("two", then=Ending("success")))
    return replace(new_story("smallest", {}, ("en",)), start="one", scenes=scenes)


def _media(story: Story) -> dict[str, bool]:
    """Files of clips (True) and of captions (False)."""
    found: dict[str, bool] = {}
    for _, struct in edits.walk(story):
        if isinstance(struct, Clip):
            for footage in (struct.footage, *struct.dubbed.values(), *struct.described.values()):
                found.setdefault(footage.file, True)
            for file in struct.captions.values():
                found.setdefault(file, False)
    return found


def _stamp(folder: Path, file: str) -> Stamp | None:
    try:
        status = file_of(folder, file).stat()
    except (OSError, ValueError):
        return None
    return (file, status.st_size, status.st_mtime_ns)


def _read_cues(path: Path) -> tuple[Cue, ...]:
    try:
        return tuple(captions.read(path)[0])
    except (StudioError, OSError):
        return ()
