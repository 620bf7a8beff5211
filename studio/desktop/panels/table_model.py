"""Scenes and choices as rows of a table, on the immutable story: nothing is copied into it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QColor, QFont

from studio.desktop.inspector.choice import verdicts
from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.follow import outcomes
from studio.desktop.language import in_language
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import Choice, Decision, Ending, Next, Scene, Story

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole
SHOWN = ("both", "scenes", "choices")


@dataclass(frozen=True, slots=True)
class Row:
    """A scene, or one choice of it."""

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
    """Sorted and filtered rows; an edit repaints its row and moves none."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self._story: Story | None = None
        self._by_scene: dict[str, tuple[Row, ...]] = {}
        self._all: list[Row] = []
        self.rows: list[Row] = []
        self.columns: list[Column] = columns_for(editing)
        self._words: list[str] = []
        self._shown = "both"
        self._sorted_by: tuple[int, Qt.SortOrder] | None = None
        self._places: dict[tuple[str, str | None], int] | None = None

    def show_story(self) -> None:
        """Show the present value: where only cells differ, only these are painted anew."""
        story = self._editing.story
        if story is self._story:
            return
        before, self._story = self._by_scene, story
        self._by_scene = {}
        every: list[Row] = []
        same_order = True
        for scene in story.scenes:
            rows = before.get(scene.id)
            if rows is None or rows[0].scene is not scene:
                after = rows_of(scene)
                same = rows is not None and [r.key for r in rows] == [r.key for r in after]
                same_order = same_order and same
                rows = after
            self._by_scene[scene.id] = rows
            every += rows
        same_order = same_order and len(before) == len(self._by_scene)
        self._all = every
        if same_order and self.rows and list(before) == list(self._by_scene):
            self._replace_rows()
        else:
            self._arrange()

    def reset_columns(self) -> None:
        """Other languages: other columns."""
        self.beginResetModel()
        self.columns = columns_for(self._editing)
        self._sorted_by = None
        self.endResetModel()
        self._arrange()

    def filter(self, words: str, shown: str) -> None:
        """Show the rows that have all the words in any column; scenes, choices or both."""
        self._words, self._shown = words.casefold().split(), shown
        self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 is the order of the story."""
        self._sorted_by = (column, order) if column >= 0 else None
        self._arrange()

    def row_of(self, scene_id: str, choice_id: str | None = None) -> int | None:
        """The number of the row that shows the scene or choice, if any does."""
        if self._places is None:
            self._places = {row.key: number for number, row in enumerate(self.rows)}
        return self._places.get((scene_id, choice_id))

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

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
        if not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            words = column.show(self._editing, row)
            indented = role == Qt.ItemDataRole.DisplayRole and index.column() == 0
            return f"      {words}" if indented and row.choice is not None else words
        if role == Qt.ItemDataRole.FontRole and row.choice is None and index.column() == 0:
            font = QFont()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.ForegroundRole:
            if row.choice is not None and column.kind == "verdict" and row.choice.verdict:
                return QColor(self._editing.theme.outcome(row.choice.verdict))
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.show(self._editing, row)
        return row if role == ROW else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell that can be edited says so."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        row = self.rows[index.row()]
        if not self._editing.read_only and self.columns[index.column()].edit(row) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the edit of a cell."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        below = column.edit(row)
        if below is None or role != Qt.ItemDataRole.EditRole:
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

    def _replace_rows(self) -> None:
        fresh = {row.key: row for row in self._all}
        first, last = None, None
        for number, row in enumerate(self.rows):
            after = fresh.get(row.key, row)
            if after is not row:
                self.rows[number] = after
                first = number if first is None else first
                last = number
        if first is not None and last is not None:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _arrange(self) -> None:
        rows = self._all
        if self._shown != "both":
            wanted = self._shown == "choices"
            rows = [row for row in rows if (row.choice is not None) == wanted]
        if self._words:
            rows = [row for row in rows if self._matches(row)]
        if self._sorted_by is not None:
            column, order = self._sorted_by
            show, editing = self.columns[column].show, self._editing
            number = self.columns[column].kind == "number"
            keys = [show(editing, row) for row in rows]
            pairs = sorted(
                range(len(rows)),
                key=lambda at: _number_key(keys[at]) if number else keys[at].casefold(),
                reverse=order == Qt.SortOrder.DescendingOrder,
            )
            rows = [rows[at] for at in pairs]
        self.beginResetModel()
        self.rows = list(rows)
        self._places = None
        self.endResetModel()

    def _matches(self, row: Row) -> bool:
        scene, choice = row.scene, row.choice
        text: Mapping[str, str] = scene.title if choice is None else choice.text
        own = " ".join((scene.id, *text.values(), *scene.tags)).casefold()
        if all(word in own for word in self._words):
            return True
        cells = " ".join(each.show(self._editing, row) for each in self.columns).casefold()
        return all(word in cells for word in self._words)


def rows_of(scene: Scene) -> tuple[Row, ...]:
    """The row of a scene and those of its choices."""
    if not isinstance(scene.then, Decision):
        return (Row(scene),)
    return (Row(scene), *(Row(scene, choice) for choice in scene.then.choices))


def columns_for(editing: Editing) -> list[Column]:
    """The columns, one for the texts of each language."""
    languages = editing.story.languages

    def text(language: str) -> Column:
        def show(_editing: Editing, row: Row) -> str:
            words = row.scene.title if row.choice is None else row.choice.text
            return words.get(language, "")

        def edit(row: Row) -> Address:
            return ("title", language) if row.choice is None else ("text", language)

        return Column(
            lambda: f"{translate('Table', 'Title or choice')} · {language.upper()}",
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
