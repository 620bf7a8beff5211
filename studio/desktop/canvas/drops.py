"""Files dropped on the map: copied in the background, then scenes are made or get their clip."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QPointF, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from studio.desktop.canvas.hits import Hit
from studio.desktop.canvas.incoming import (
    NO_STORY_FOLDER,
    Taken,
    bring,
    folder_for,
    take_files,
)
from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.shapes import CARD_WIDTH, TITLE_HEIGHT
from studio.desktop.canvas.words import translate
from studio.desktop.tasks import Task
from studio.story import edits
from studio.story.edits import Fragment
from studio.story.finding import Place, StudioError
from studio.story.model import Clip, Footage
from studio.story.paths import leaves
from studio.story.refused_files import file_of

if TYPE_CHECKING:
    from studio.desktop.canvas.view import MapView

_STEP = 320


class Drops(QObject):
    """Takes what is dropped; several drops may be under way at once."""

    taken = Signal(object)
    """Ids of the scenes that were made or got a clip."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self._view = view
        self._running: list[Task] = []

    @property
    def busy(self) -> bool:
        """Whether files are being copied."""
        return bool(self._running)

    def enter(self, event: QDragEnterEvent) -> None:
        """Files are welcome where the story may be changed."""
        view = self._view
        if view.has_story and not view.read_only and _paths(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Ring the scene that would get the file."""
        view = self._view
        card = view.layout_of_map.card_at(view.camera.to_map(event.position()))
        hover = Hit("card", card=card) if card is not None else None
        if hover != view.mouse.hover:
            view.mouse.hover = hover
            view.update()
        event.acceptProposedAction()

    def leave(self) -> None:
        """The files went elsewhere."""
        self._view.mouse.leave()

    def drop(self, event: QDropEvent) -> None:
        """On a scene the first file is attached; every other one makes a scene."""
        view = self._view
        at = view.camera.to_map(event.position())
        card = view.layout_of_map.card_at(at)
        view.mouse.leave()
        if self.take(event.mimeData(), at, card.scene.id if card is not None else None):
            event.acceptProposedAction()

    def take(self, data: QMimeData, at: QPointF, scene: str | None) -> bool:
        """Copy the files in the background; whether there were any."""
        view, paths = self._view, _paths(data)
        if not paths or view.read_only:
            return False
        folder = view.folder
        if folder is None:
            name = paths[0].name
            view.failed.emit(NO_STORY_FOLDER.error(Place(file=name), file=name))
            return False
        words = translate("MapEdits", "Files being copied into the story: {count}")
        view.said.emit(words.format(count=len(paths)))
        task = Task(lambda task: take_files(paths, folder, task.cancelled), self)
        self._running.append(task)
        story_id = view.story.id

        def succeed(taken: Taken) -> None:
            self._running.remove(task)
            if view.has_story and view.story.id == story_id and view.folder == folder:
                self._place(taken, at, scene)

        self._connect(task, succeed)
        task.start()
        return True

    def bring_files(self, fragment: Fragment, scenes: tuple[str, ...]) -> None:
        """After a paste from another story: copy its files here and name the copies.

        A file of the same name that is here already may be quite another one.
        """
        view = self._view
        folder, source = view.folder, fragment.folder
        if folder is None or not source or Path(source) == folder:
            return
        wanted = [file for file in edits.files_of_scenes(view.story, scenes) if not leaves(file)]
        if not wanted:
            return

        def work(_task: Task) -> dict[str, str]:
            present = {
                each: path for each in wanted if (path := file_of(Path(source), each)).is_file()
            }
            return {each: bring(path, folder, _beside(each)) for each, path in present.items()}

        task = Task(work, self)
        self._running.append(task)

        def succeed(moved: dict[str, str]) -> None:
            self._running.remove(task)
            if view.has_story and view.folder == folder:
                after = edits.relink(view.story, moved, scenes)
                view.apply(after, translate("MapEdits", "Copy media of pasted scenes"))

        self._connect(task, succeed)
        task.start()

    def _connect(self, task: Task, succeed: object) -> None:
        answers = _Answers(self, task, succeed, self._fail)
        task.succeeded.connect(answers.succeed)
        task.failed.connect(answers.fail)

    def _fail(self, task: Task, error: BaseException) -> None:
        if task in self._running:
            self._running.remove(task)
        self._view.failed.emit(error)

    def _place(self, taken: Taken, at: QPointF, scene: str | None) -> None:
        view, story = self._view, self._view.story
        after, touched = story, list[str]()
        files = list(taken.files.items())
        if scene is not None and scene in story.scene_by_id and files:
            after = edits.attach_clip(after, scene, files.pop(0)[1])
            touched.append(scene)
        place = at - QPointF(CARD_WIDTH / 2, TITLE_HEIGHT)
        if scene is not None and scene in view.layout_of_map.cards:
            card = view.layout_of_map.cards[scene]
            place = QPointF(card.x, card.y + card.height + 60)
        for number, (source, file) in enumerate(files):
            column, line = number % 4, number // 4
            where = edits.position_at(place.x() + _STEP * column, place.y() + _STEP * line)
            title = {view.language: _title(source)}
            clip = Clip(footage=Footage(file=file))
            after = edits.add_scene(after, title, where, clip=clip)
            touched.append(after.scenes[-1].id)
        if after is not story:
            view.apply(after, translate("MapEdits", "Add clips"))
            view.choose(Selection(tuple(touched)))
        if taken.findings:
            view.failed.emit(StudioError(*taken.findings))
        self.taken.emit(tuple(touched))


class _Answers(QObject):
    """Brings a task's answer to the interface thread: Qt queues calls to an object of it."""

    def __init__(self, drops: Drops, task: Task, succeed, fail) -> None:
        super().__init__(drops)
        self._task, self._succeed, self._fail = task, succeed, fail

    def succeed(self, result: object) -> None:
        self._succeed(result)
        self.deleteLater()

    def fail(self, error: BaseException) -> None:
        self._fail(self._task, error)
        self.deleteLater()


def _paths(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


def _beside(file: str) -> str:
    """The folder in which a file of another story lay there, and is to lie here."""
    parts = Path(file).parts
    return parts[0] if len(parts) > 1 else folder_for(Path(file))


def _title(source: Path) -> str:
    words = source.stem.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:] if words else source.name
