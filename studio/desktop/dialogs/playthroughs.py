"""Playthroughs to choose from: those that together make every choice, and results of trainees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.language import in_language
from studio.desktop.tasks import Task
from studio.results import Result, decode_result
from studio.story.finding import InterfaceLanguage, ProofStep
from studio.story.model import Decision, Scene, Story, choice_of

_ACTIONS = Qt.ItemDataRole.UserRole
_STEPS = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class _Row:
    """A playthrough in words: its line, its steps, and the engine's actions."""

    words: str
    steps: str
    actions: tuple[ProofStep, ...]


class PlaythroughsDialog(QDialog):
    """Lists them and asks to play one."""

    play_wanted = Signal(object)
    """Its actions from the start."""

    def __init__(
        self, story: Story, language: InterfaceLanguage, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("playthroughs")
        self.setWindowTitle(self.tr("Play a playthrough"))
        self.resize(820, 540)
        self._story = story
        self._language = language
        about = QLabel(
            self.tr(
                "Together these playthroughs make every choice: watch them all, and you have seen "
                "the whole film. A trainee’s result file is played as it was."
            )
        )
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        self.list = QListWidget()
        self.list.setObjectName("playthroughs_list")
        self.list.setAccessibleName(self.tr("Playthroughs"))
        self.list.currentItemChanged.connect(lambda *_: self._show())
        self.list.itemActivated.connect(lambda _item: self._play())
        self._steps = QLabel()
        self._steps.setWordWrap(True)
        self._steps.setTextFormat(Qt.TextFormat.PlainText)
        self._steps.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._steps.setContentsMargins(10, 8, 10, 8)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self._steps)
        self.said = QLabel(self.tr("Looking for them…"))
        self.said.setWordWrap(True)
        self.said.setProperty("quiet", True)
        self.from_file = QPushButton(self.tr("Result file…"))
        self.from_file.clicked.connect(self._choose)
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        self.play = QPushButton(self.tr("Play"))
        self.play.setObjectName("play_it")
        self.play.setProperty("primary", True)
        self.play.setDefault(True)
        self.play.setEnabled(False)
        self.play.clicked.connect(self._play)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.list, 2)
        middle.addWidget(scroll, 3)
        buttons = QHBoxLayout()
        buttons.addWidget(self.from_file)
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self.play)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(10)
        column.addWidget(about)
        column.addLayout(middle, 1)
        column.addWidget(self.said)
        column.addLayout(buttons)
        self._looking = Task(lambda _task: _cover(story), self)
        self._looking.succeeded.connect(self._show_cover)
        self._looking.failed.connect(self._fail)
        self._looking.start()

    def open_result(self, path: Path) -> None:
        """Add the playthrough of a result file, or say why that cannot be."""
        try:
            result = decode_result(path.read_bytes())
        except OSError as error:
            reason = error.strerror or str(error)
            words = self.tr("{file} cannot be read: {reason}.")
            self.said.setText(words.format(file=path.name, reason=reason))
            return
        except msgspec.DecodeError:
            words = self.tr("{file} is no result file of a film made here.")
            self.said.setText(words.format(file=path.name))
            return
        if result.film.id != self._story.id:
            words = self.tr("{file} is from another film: {title}.")
            self.said.setText(words.format(file=path.name, title=result.film.title))
            return
        self._add(self._row_of_result(result))
        self.list.setCurrentRow(self.list.count() - 1)
        self.said.setText(self.tr("Where the story has changed since, playing stops and says so."))

    def _show_cover(self, found: object) -> None:
        from studio.checks.numbers.playthroughs import Coverage

        assert isinstance(found, Coverage)
        for number, each in enumerate(found.playthroughs, 1):
            minutes, seconds = divmod(round(each.seconds), 60)
            ending = self._title(each.ending)
            answers = [(step.scene, step.choice) for step in each.steps if step.choice is not None]
            words = f"{number}   {minutes}:{seconds:02}   {ending}"
            self._add(_Row(words, self._in_words(answers), each.actions))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        if not found.playthroughs:
            self.said.setText(self.tr("No way leads from the start to an ending yet."))
        elif not found.exact:
            self.said.setText(
                self.tr("The story has too many states to look at them all: some may be missing.")
            )
        else:
            self.said.clear()

    def _fail(self, error: BaseException) -> None:
        self.said.setText(self.tr("They could not be found: the story has errors to mend first."))
        self.said.setToolTip(str(error))

    def _row_of_result(self, result: Result) -> _Row:
        name = result.attempt.name or result.attempt.started[:16].replace("T", " ")
        ending = self._title(result.ending.scene) if result.ending else self.tr("not finished")
        actions = tuple(ProofStep(each.action, choice=each.choice) for each in result.actions)
        answers = [(each.scene, each.choice) for each in result.choices]
        return _Row(f"{name}   {ending}", self._in_words(answers), actions)

    def _add(self, row: _Row) -> None:
        item = QListWidgetItem(row.words)
        item.setData(_ACTIONS, row.actions)
        item.setData(_STEPS, row.steps)
        self.list.addItem(item)

    def _in_words(self, answers: Iterable[tuple[str, str]]) -> str:
        lines: list[str] = []
        for scene_id, choice_id in answers:
            scene = self._story.scene_by_id.get(scene_id)
            choice = choice_of(scene, choice_id) if _decides(scene) else None
            words = in_language(choice.text, self._language, choice_id) if choice else choice_id
            lines.append(f"{self._title(scene_id)}\n      ↳ {words}")
        return "\n".join(lines)

    def _title(self, scene_id: str) -> str:
        scene = self._story.scene_by_id.get(scene_id)
        return in_language(scene.title, self._language, scene_id) if scene else scene_id

    def _show(self) -> None:
        item = self.list.currentItem()
        self.play.setEnabled(item is not None)
        self._steps.setText(item.data(_STEPS) if item is not None else "")

    def _play(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            actions: Sequence[ProofStep] = item.data(_ACTIONS)
            self.accept()
            self.play_wanted.emit(actions)

    def _choose(self) -> None:
        kinds = f"{self.tr('Result files')} (*.json);;{self.tr('All files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Result file"), str(Path.home()), kinds
        )
        if chosen:
            self.open_result(Path(chosen))


def _decides(scene: Scene | None) -> bool:
    return scene is not None and isinstance(scene.then, Decision)


def _cover(story: Story) -> object:
    """The playthroughs that make every choice; times go by cards and the marks of clips."""
    # Here, for the solver's libraries take a while to load.
    from studio.checks.explore import explore
    from studio.checks.numbers.playthroughs import coverage

    return coverage(explore(story), story.source_language)
