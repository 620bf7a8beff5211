"""Arranging the map: computed in the background, shown as a movement, one step of the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal

from studio.desktop.canvas.arrange import Places
from studio.desktop.canvas.clusters import arrange_chapters
from studio.desktop.canvas.words import translate
from studio.desktop.tasks import Task
from studio.story import edits
from studio.story.model import Position, Story, targets

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_DURATION = 320
_MOST_ANIMATED = 250
_MOST_SCENES_ANIMATED = 2_000


class Arranging(QObject):
    """Runs one arrangement at a time; a story changed meanwhile keeps what was changed."""

    finished = Signal()

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._task: Task | None = None
        self._all = True
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(_DURATION)
        self._animation.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.valueChanged.connect(self._advance)
        self._animation.finished.connect(self._end)
        self._moves: dict[str, tuple[Position, Position]] = {}

    @property
    def busy(self) -> bool:
        """Whether an arrangement is being computed or shown."""
        return self._task is not None or bool(self._moves)

    def start(self, scenes: Sequence[str] | None) -> None:
        """Arrange these scenes where they are, or all of them."""
        view = self._view
        if self.busy or view.read_only or not view.story.scenes:
            return
        story = view.story
        chosen = tuple(story.scene_by_id) if scenes is None else tuple(scenes)
        if len(chosen) < 2:
            return
        self._all = scenes is None
        heights = {each: size[1] for each, size in view.sizes().items()}
        self._task = Task(lambda _task: places_for(story, chosen, heights), self)
        self._task.succeeded.connect(self._succeed)
        self._task.failed.connect(self._fail)
        self._task.start()

    def stop(self) -> None:
        """Another story is opened: what was being arranged is of no use any more."""
        self._animation.stop()
        self._moves = {}
        if self._task is not None:
            self._task.succeeded.disconnect(self._succeed)
            self._task = None

    def _succeed(self, places: Places) -> None:
        self._task = None
        view = self._view
        by_id = view.story.scene_by_id
        self._moves = {
            each: (by_id[each].position, edits.position_at(*place))
            for each, place in places.items()
            if each in by_id and by_id[each].position != edits.position_at(*place)
        }
        few = len(self._moves) <= _MOST_ANIMATED and len(by_id) <= _MOST_SCENES_ANIMATED
        if self._moves and few and view.camera.animated:
            self._animation.start()
        else:
            self._end()

    def _fail(self, error: BaseException) -> None:
        self._task = None
        self._view.failed.emit(error)

    def _advance(self, share: object) -> None:
        if isinstance(share, float) and self._moves and share < 1.0:
            self._view.preview_story(edits.move(self._view.story, self._between(share)))

    def _end(self) -> None:
        view, moves = self._view, self._moves
        self._moves = {}
        by_id = view.story.scene_by_id
        last = {each: after for each, (_, after) in moves.items() if each in by_id}
        after = edits.move(view.story, last)
        view.preview_story(view.story)
        words = (
            translate("MapEdits", "Arrange the map")
            if self._all
            else translate("MapEdits", "Arrange scenes")
        )
        view.apply(after, words)
        if self._all:
            view.fit()
        self.finished.emit()

    def _between(self, share: float) -> dict[str, Position]:
        by_id = self._view.story.scene_by_id
        return {
            each: Position(
                x=before.x + (after.x - before.x) * share,
                y=before.y + (after.y - before.y) * share,
            )
            for each, (before, after) in self._moves.items()
            if each in by_id
        }


def places_for(story: Story, scenes: Sequence[str], heights: dict[str, float]) -> Places:
    """Upper left corners of the scenes: the whole map from (0, 0), a part where it lay.

    Chapters of which all scenes are arranged stand together, each in a frame of its own.
    """
    chosen = set(scenes)
    inside = [scene for scene in story.scenes if scene.id in chosen]
    ways = [(scene.id, target) for scene in inside for target in targets(scene) if target in chosen]
    ordered = tuple(dict.fromkeys(scene.id for scene in inside))
    parted = {scene.chapter for scene in story.scenes if scene.id not in chosen}
    known = {each.id for each in story.chapters} - parted
    chapters = {scene.id: scene.chapter for scene in inside if scene.chapter in known}
    places = arrange_chapters(ordered, ways, heights, story.start, chapters)
    if len(chosen) == len(story.scene_by_id):
        return places
    by_id = story.scene_by_id
    left = min(by_id[each].position.x for each in scenes) - min(x for x, _ in places.values())
    top = min(by_id[each].position.y for each in scenes) - min(y for _, y in places.values())
    return {each: (x + left, y + top) for each, (x, y) in places.items()}
