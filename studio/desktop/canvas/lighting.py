"""Lights paths on the map. What has to look at every state is found in the background."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from studio.desktop.canvas import highlight, proven
from studio.desktop.canvas.highlight import Highlight
from studio.desktop.canvas.words import translate
from studio.desktop.tasks import Task
from studio.results.result_file import decode_result
from studio.story.finding import ProofStep
from studio.story.model import Story

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView


class Lighting(QObject):
    """One question at a time; the last one asked is answered."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._task: Task | None = None
        self._nothing = ""

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._task is not None

    def paths(self) -> None:
        """Light every path into and out of the selected scene."""
        scene = self._view.selection.scene
        if scene is not None:
            self._show(highlight.paths_through(self._view.story, scene))

    def unreachable(self) -> None:
        """Light the scenes that no playthrough enters."""
        self._ask(proven.never_entered, translate("MapEdits", "Every scene can be reached."))

    def best(self) -> None:
        """Light the playthrough of right answers to the best ending."""
        self._ask(
            proven.best_playthrough,
            translate("MapEdits", "No path leads from the start to an ending yet."),
        )

    def ask_for_result(self) -> None:
        """Light the playthrough of a result file that the user chooses."""
        kinds = (
            f"{translate('MapEdits', 'Results')} (*.json);;{translate('MapEdits', 'All files')} (*)"
        )
        chosen, _ = QFileDialog.getOpenFileName(
            self._view.window(), translate("MapEdits", "Choose a trainee's result file"), "", kinds
        )
        if chosen:
            self.result(Path(chosen))

    def result(self, path: Path) -> None:
        """Light the playthrough of this result file; what is none is told kindly."""
        view = self._view
        try:
            result = decode_result(path.read_bytes())
        except (OSError, msgspec.DecodeError):
            words = translate("MapEdits", "{name} is not a result file of a film.")
            view.said.emit(words.format(name=path.name))
            return
        gone = [each.scene for each in result.scenes if each.scene not in view.story.scene_by_id]
        self._show(highlight.of_result(view.story, result))
        if len(gone) == len(result.scenes):
            view.said.emit(translate("MapEdits", "The result is of another story."))
        elif gone:
            words = translate("MapEdits", "Scenes of the result that are no longer here: {count}.")
            view.said.emit(words.format(count=len(set(gone))))

    def proof(self, steps: Iterable[ProofStep]) -> None:
        """Light the playthrough of a finding's proof, all of it in sight."""
        self._show(highlight.played(self._view.story, steps))

    def _ask(self, question: Callable[[Story], Highlight], nothing: str) -> None:
        story, self._nothing = self._view.story, nothing
        if self._task is not None:
            self._task.cancel()
        self._task = Task(lambda task: (task, question(story)), self)
        self._task.succeeded.connect(self._answer)
        self._task.failed.connect(self._fail)
        self._task.start()

    def _answer(self, answer: tuple[Task, Highlight]) -> None:
        task, found = answer
        if task is not self._task:
            return
        self._task = None
        view = self._view
        if not found.scenes & view.story.scene_by_id.keys():
            view.said.emit(self._nothing)
            return
        self._show(found)
        if not found.proven:
            words = translate("MapEdits", "The path that was meant: conditions are left aside.")
            view.said.emit(words)

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._view.failed.emit(error)

    def _show(self, found: Highlight) -> None:
        here = found.scenes & self._view.story.scene_by_id.keys()
        if here:
            self._view.set_highlight(found)
            self._view.show_scenes(here)
