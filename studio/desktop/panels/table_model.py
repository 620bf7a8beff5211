"""Scenes and choices as rows of a table, on the immutable story: nothing is copied into it."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont

from studio.desktop.inspector.choice import verdicts
from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.follow import outcomes
from studio.desktop.language import in_language
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Choice, Decision, Ending, Next, Scene

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
EDITABLE = PLAIN | Qt.ItemFlag.ItemIsEditable
ROW = Qt.ItemDataRole.UserRole
SHOWN = ("both", "scenes", "choices")
_PER_SCENE = 4096
"""Numbers set apart for a scene and its choices."""
_AT_ONCE = 3_000
"""Rows that are sorted and filtered without turns."""
_SLICE = 250
_TURN = 0.012
"""Seconds of a turn."""


class Row(NamedTuple):
    """A scene, or one choice of it. A tuple, as there can be tens of thousands."""

    scene: Scene
    choice: Choice | None = None

    @property
    def key(self) -> tuple[str, str | None]:
        """What the row is about, by ids."""
        return (self.scene.id, self.choice.id if self.choice is not None else None)

    @property
    def address(self) -> Address:
        """Where it stands in the story."""
        if self.choice is None:
            return ("scenes", self.scene.id)
        return ("scenes", self.scene.id, "then", "choices", self.choice.id)


@dataclass(frozen=True)
class Column:
    """One column: its name, what a row shows, and what is edited there (None: nothing).

    ``edit`` gives the address below the row; ``kind`` is how: ``text``, ``number``, ``tags``,
    ``verdict``, ``chapter`` or ``target``.
    """

    name: Callable[[], str]
    show: Callable[[Editing, Row], str]
    kind: str = ""
    edit: Callable[[Row], Address | None] = lambda row: None
    width: int = 120


class SceneTable(QAbstractTableModel):
    """Sorted and filtered rows; an edit repaints cells and moves no row.

    A row is kept as a number (index of the scene and of the choice): tens of thousands of numbers
    cost the garbage collector nothing, and stay right as long as only cells change. Many rows are
    sorted and filtered in turns, between which the window answers.
    """

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._scenes: tuple[Scene, ...] = ()
        self._every: list[int] = []
        self._codes: list[int] = []
        self.columns: list[Column] = columns_for(editing)
        self._words: list[str] = []
        self._shown = "both"
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._places: dict[int, int] | None = None
        self._numbers: dict[str, int] | None = None
        self._work: Generator[None, None, list[int]] | None = None
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._take_turn)

    @property
    def rows(self) -> list[Row]:
        """All rows that are shown, in their order."""
        return [self._decode(code) for code in self._codes]

    def row(self, number: int) -> Row:
        """The row of that number."""
        return self._decode(self._codes[number])

    def show_story(self) -> None:
        """Show the present value: where only cells differ, only these are painted anew."""
        scenes = self._editing.story.scenes
        if scenes is self._scenes:
            return
        before, self._scenes = self._scenes, scenes
        self._numbers = None
        if _same_rows(before, scenes):
            if self._codes:
                last = self.index(len(self._codes) - 1, len(self.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
            return
        self._every = [
            code for number, scene in enumerate(scenes) for code in _codes_of(number, scene)
        ]
        # The rows shown until the new ones are known must not be those of scenes that are gone.
        known = set(self._every)
        self._show([code for code in self._codes if code in known])
        self._arrange()

    def reset_columns(self) -> None:
        """Other languages: other columns."""
        self.beginResetModel()
        self.columns = columns_for(self._editing)
        self._sorted_by = None
        self.endResetModel()
        self._arrange()

    @property
    def busy(self) -> bool:
        """Whether the rows shown are not yet those that were asked for last."""
        return self._work is not None

    def filter(self, words: str, shown: str) -> None:
        """Show the rows that have all the words; scenes, choices or both."""
        self._words, self._shown = words.casefold().split(), shown
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the story."""
        self._sorted_by = (column, order) if column >= 0 else None
        self._arrange()

    def row_of(self, scene_id: str) -> int | None:
        """The number of the row that shows the scene, if any does."""
        if self._numbers is None:
            self._numbers = {scene.id: at for at, scene in reversed(list(enumerate(self._scenes)))}
        if self._places is None:
            self._places = {code: number for number, code in enumerate(self._codes)}
        number = self._numbers.get(scene_id)
        return None if number is None else self._places.get(number * _PER_SCENE)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self._codes)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return self.columns[section].name() if section < len(self.columns) else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not 0 <= index.row() < len(self._codes):
            return None
        row = self.row(index.row())
        shown = self.cell(row, index.column(), role)
        indented = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
        return f"      {shown}" if indented and row.choice is not None else shown

    def cell(self, row: Row, at: int, role: int) -> object:
        """What the row shows in the column of that number."""
        column = self.columns[at]
        if role in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return column.show(self._editing, row)
        if role == Qt.ItemDataRole.FontRole and row.choice is None and at == 0:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            if row.choice is not None and column.kind == "verdict" and row.choice.verdict:
                return QColor(self._editing.theme.outcome(row.choice.verdict))
            return None
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell that can be edited says so."""
        return self.flags_of(self.row(index.row()), index.column())

    def flags_of(self, row: Row, at: int) -> Qt.ItemFlag:
        """The flags of the row in the column of that number."""
        may_edit = not self._editing.read_only and self.columns[at].edit(row) is not None
        return EDITABLE if may_edit else PLAIN

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the edit of a cell."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        return self.put(self.row(index.row()), index.column(), value)

    def put(self, row: Row, at: int, value: Any) -> bool:
        """Ask for the edit of the row in the column of that number."""
        column = self.columns[at]
        below = column.edit(row)
        if below is None:
            return False
        address = (*row.address, *below)
        name = column.name()
        if column.kind == "chapter":
            return self._editing.do(
                lambda story: edits.put_into_chapter(story, (row.scene.id,), value), name
            )
        if column.kind == "number":
            value = as_number(str(value))
            if value is None:
                return False
        if column.kind == "tags":
            value = tuple(each.strip() for each in str(value).split(",") if each.strip())
        return self._editing.put(address, value, name)

    @property
    def codes(self) -> tuple[int, ...]:
        """What is shown, in numbers that stay the same as long as the rows do."""
        return tuple(self._codes)

    def by_scene(self) -> dict[int, list[int]]:
        """The choices that are shown of each scene, by their numbers, in the story's order."""
        found: dict[int, list[int]] = {}
        for code in sorted(self._codes):
            number, choice = divmod(code, _PER_SCENE)
            choices = found.setdefault(number, [])
            if choice:
                choices.append(choice - 1)
        return found

    def row_at(self, number: int, choice: int | None = None) -> Row:
        """The row of the scene of that number in the story, or of one of its choices."""
        return self._decode(number * _PER_SCENE + (0 if choice is None else choice + 1))

    def _decode(self, code: int) -> Row:
        number, choice = divmod(code, _PER_SCENE)
        scene = self._scenes[number]
        if not choice or not isinstance(scene.then, Decision):
            return Row(scene)
        return Row(scene, scene.then.choices[choice - 1])

    def _arrange(self) -> None:
        self._work = self._arranged()
        if len(self._every) > _AT_ONCE:
            self._turns.start(0)
            return
        while self._work is not None:
            self._take_turn()

    def _take_turn(self) -> None:
        """Go on with the arrangement for a while; show it when it is made."""
        until = time.perf_counter() + _TURN
        try:
            while self._work is not None and time.perf_counter() < until:
                next(self._work)
        except StopIteration as made:
            self._work = None
            self._turns.stop()
            self._show(made.value)

    def _show(self, codes: list[int]) -> None:
        self.beginResetModel()
        self._codes = codes
        self._places = None
        self.endResetModel()

    def _arranged(self) -> Generator[None, None, list[int]]:
        """The numbers of the rows to show, in their order; stops for breath on the way."""
        codes = list(self._every)
        if self._shown != "both":
            wanted = self._shown == "choices"
            codes = [code for code in codes if bool(code % _PER_SCENE) == wanted]
        if self._words:
            matches, every, codes = self._matcher(), codes, []
            for at in range(0, len(every), _SLICE):
                codes += filter(matches, every[at : at + _SLICE])
                yield
        if self._sorted_by is not None:
            column, order = self._sorted_by
            key, keys = self._sort_key(column), {}
            for at in range(0, len(codes), _SLICE):
                keys.update((code, key(code)) for code in codes[at : at + _SLICE])
                yield
            codes.sort(key=keys.__getitem__, reverse=order == Qt.SortOrder.DescendingOrder)
        return codes

    def _sort_key(self, column: int) -> Callable[[int], Any]:
        show, editing = self.columns[column].show, self._editing
        if self.columns[column].kind == "number":
            return lambda code: _number_key(show(editing, self._decode(code)))
        return lambda code: show(editing, self._decode(code)).casefold()

    def _matcher(self) -> Callable[[int], bool]:
        """Whether a row's own words, verdict, target or chapter have all that is looked for."""
        editing, words = self._editing, self._words
        title = editing.scene_title
        chapters = {each.id: name_of(each, editing.language) for each in editing.story.chapters}
        verdict_words = dict(verdicts())

        def matches(code: int) -> bool:
            scene, choice = self._decode(code)
            if choice is not None:
                target = title(choice.target) if choice.target else ""
                parts = (*choice.text.values(), verdict_words[choice.verdict], target)
            else:
                file = scene.clip.footage.file if scene.clip is not None else ""
                chapter = chapters.get(scene.chapter or "", "")
                parts = (*scene.title.values(), *scene.tags, chapter, file)
            text = " ".join((scene.id, title(scene.id), *parts)).casefold()
            return all(word in text for word in words)

        return matches


def _codes_of(number: int, scene: Scene) -> range:
    """The numbers of a scene's row and those of its choices."""
    choices = len(scene.then.choices) if isinstance(scene.then, Decision) else 0
    return range(number * _PER_SCENE, number * _PER_SCENE + choices + 1)


def _same_rows(before: tuple[Scene, ...], after: tuple[Scene, ...]) -> bool:
    """Whether both have the same scenes and choices, by id and in order."""
    if len(before) != len(after):
        return False
    return all(
        one is two or (one.id == two.id and _choice_ids(one) == _choice_ids(two))
        for one, two in zip(before, after, strict=True)
    )


def _choice_ids(scene: Scene) -> list[str]:
    return [each.id for each in scene.then.choices] if isinstance(scene.then, Decision) else []


def columns_for(editing: Editing) -> list[Column]:
    """The columns, one for the texts of each language."""
    languages = editing.story.languages

    def text(language: str) -> Column:
        def show(_editing: Editing, row: Row) -> str:
            words = row.scene.title if row.choice is None else row.choice.text
            return words.get(language, "")

        def edit(row: Row) -> Address:
            return ("title", language) if row.choice is None else ("text", language)

        def name() -> str:
            return translate("Table", "Title or choice · {language}").format(
                language=language.upper()
            )

        return Column(
            name,
            show,
            "text",
            edit,
            230,
        )

    return [
        *(text(language) for language in languages),
        Column(lambda: translate("Table", "Scene"), _scene, width=130),
        Column(lambda: translate("Table", "Leads to"), _target, "target", _target_address, 150),
        Column(
            lambda: translate("Table", "Verdict"),
            _verdict,
            "verdict",
            lambda row: ("verdict",) if row.choice is not None else None,
            100,
        ),
        Column(
            lambda: translate("Table", "Points"),
            _points,
            "number",
            lambda row: ("score",) if row.choice is not None else None,
            70,
        ),
        Column(
            lambda: translate("Table", "Chapter"),
            _chapter,
            "chapter",
            lambda row: ("chapter",) if row.choice is None else None,
            120,
        ),
        Column(
            lambda: translate("Table", "Tags"),
            lambda _, row: ", ".join(row.scene.tags) if row.choice is None else "",
            "tags",
            lambda row: ("tags",) if row.choice is None else None,
            120,
        ),
        Column(lambda: translate("Table", "Clip"), _clip, width=150),
    ]


def as_number(words: str) -> int | float | None:
    """A number with comma or point; None for what is none."""
    try:
        value = float(words.strip().replace(",", "."))
    except ValueError:
        return None
    return int(value) if value == int(value) else value


def _number_key(words: str) -> float:
    number = as_number(words)
    return float("-inf") if number is None else number


def _scene(editing: Editing, row: Row) -> str:
    return in_language(row.scene.title, editing.language, row.scene.id)


def _target(editing: Editing, row: Row) -> str:
    if row.choice is not None:
        return editing.scene_title(row.choice.target) if row.choice.target else ""
    match row.scene.then:
        case Next(target=str(target)):
            return editing.scene_title(target)
        case Ending(outcome=outcome):
            words = translate("Table", "Ending: {outcome}")
            return words.format(outcome=dict(outcomes())[outcome])
        case Decision(choices=choices):
            return translate("Table", "Choices: {count}").format(count=len(choices))
        case _:
            return ""


def _target_address(row: Row) -> Address | None:
    if row.choice is not None:
        return ("target",)
    return ("then", "target") if isinstance(row.scene.then, Next) else None


def _verdict(_editing: Editing, row: Row) -> str:
    return dict(verdicts())[row.choice.verdict] if row.choice is not None else ""


def _points(_editing: Editing, row: Row) -> str:
    return f"{row.choice.score:g}" if row.choice is not None else ""


def _chapter(editing: Editing, row: Row) -> str:
    if row.scene.chapter is None:
        return ""
    for chapter in editing.story.chapters:
        if chapter.id == row.scene.chapter:
            return name_of(chapter, editing.language)
    return row.scene.chapter


def _clip(_editing: Editing, row: Row) -> str:
    if row.choice is not None:
        return ""
    if row.scene.clip is not None:
        return row.scene.clip.footage.file
    return translate("Table", "not filmed yet")
