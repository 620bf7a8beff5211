"""The outline: chapters, scenes, choices in the story's order, over the rows of the table."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QFont

from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.panels.table_model import EDITABLE, PLAIN, Column, SceneTable
from studio.story.model import Chapter

translate = QCoreApplication.translate
Index = QModelIndex | QPersistentModelIndex
_PART, _SCENE = 1 << 20, 1 << 21
"""An index's number says what is above it: nothing (0), a part, or a part and a scene of it."""


class OutlineModel(QAbstractItemModel):
    """A tree of what the table shows: it filters, edits and names the columns.

    Parts are the chapters, and last the scenes outside of any. Nothing is copied: parts hold the
    numbers of scenes in the story, which stay right as long as only cells change.
    """

    def __init__(self, editing: Editing, table: SceneTable, parent: QObject) -> None:
        super().__init__(parent)
        self._editing = editing
        self._table = table
        self._parts: list[tuple[str | None, list[int]]] = []
        self._choices: dict[int, list[int]] = {}
        self._places: dict[str, tuple[int, int]] | None = None
        self._shown: tuple[object, ...] = ()
        """What the parts were made of."""

    @property
    def columns(self) -> list[Column]:
        """Those of the table."""
        return self._table.columns

    @property
    def is_parted(self) -> bool:
        """Whether there are chapters; without any, all scenes stand in one part without a name."""
        return any(chapter is not None for chapter, _ in self._parts)

    def show_rows(self) -> None:
        """Show what the table now shows."""
        story = self._editing.story
        chapters = [each.id for each in story.chapters]
        shown = (self._table.codes, chapters, [each.chapter for each in story.scenes])
        if shown == self._shown:
            return
        self._shown = shown
        choices = self._table.by_scene()
        parts: dict[str | None, list[int]] = {each: [] for each in chapters}
        outside: list[int] = []
        for number in choices:
            chapter = self._table.row_at(number).scene.chapter
            parts.get(chapter or "", outside).append(number)
        made = [(chapter, scenes) for chapter, scenes in parts.items() if scenes]
        if outside or not made:
            made.append((None, outside))
        if (made, choices) == (self._parts, self._choices):
            return
        self.beginResetModel()
        self._parts, self._choices, self._places = made, choices, None
        self.endResetModel()

    def chapter_of(self, index: Index) -> Chapter | None:
        """The chapter whose part it is; None for a scene, a choice, and what is outside."""
        if not index.isValid() or index.internalId():
            return None
        chapter_id = self._parts[index.row()][0]
        return next((each for each in self._editing.story.chapters if each.id == chapter_id), None)

    def key_of(self, index: Index) -> str:
        """What it is about, the same after edits: for remembering what is unfolded."""
        place = self._place(index)
        if place is None:
            return f"part {self._parts[index.row()][0]}"
        return f"scene {self._table.row_at(place[0]).scene.id}"

    def index_of(self, scene_id: str) -> QModelIndex:
        """The scene's index; none if it is not shown."""
        if self._places is None:
            row_at = self._table.row_at
            self._places = {
                row_at(number).scene.id: (part, row)
                for part, (_, scenes) in enumerate(self._parts)
                for row, number in enumerate(scenes)
            }
        place = self._places.get(scene_id)
        if place is None:
            return QModelIndex()
        return self.index(place[1], 0, self.index(place[0], 0))

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """The index below another. (A tree view asks for every one: no call more than needed.)"""
        if parent is None or not parent.isValid():
            count, code = len(self._parts), 0
        elif parent.column():
            return QModelIndex()
        elif not (above := parent.internalId()):
            count, code = len(self._parts[parent.row()][1]), _PART + parent.row()
        else:
            scene = self._scene(parent)
            count = 0 if scene is None else len(self._choices[scene])
            code = above + _SCENE * (parent.row() + 1)
        if not (0 <= row < count and 0 <= column < len(self.columns)):
            return QModelIndex()
        return self.createIndex(row, column, code)

    def hasChildren(self, parent: Index | None = None) -> bool:
        """Whether it unfolds."""
        return self.rowCount(parent) > 0

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """What it stands below."""
        above = index.internalId() if index is not None and index.isValid() else 0
        if not above:
            return QModelIndex()
        scene, part = divmod(above, _SCENE)
        if not scene:
            return self.createIndex(part - _PART, 0, 0)
        return self.createIndex(scene - 1, 0, part)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are below."""
        if parent is None or not parent.isValid():
            return len(self._parts)
        if parent.column():
            return 0
        scene = self._scene(parent)
        if scene is None:
            above = parent.internalId()
            return 0 if above else len(self._parts[parent.row()][1])
        return len(self._choices[scene])

    def columnCount(self, parent: Index | None = None) -> int:
        """As many as the table has."""
        return len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        return self._table.headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not index.isValid():
            return None
        if not index.internalId():
            return self._part_data(index, role)
        place = self._place(index)
        return (
            None
            if place is None
            else self._table.cell(self._table.row_at(*place), index.column(), role)
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A cell that can be edited says so."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        place = self._place(index)
        if place is not None:
            return self._table.flags_of(self._table.row_at(*place), index.column())
        titled = self.chapter_of(index) is not None and index.column() < self._languages
        return EDITABLE if titled and self._may_edit else PLAIN

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Ask for the edit of a cell."""
        place = self._place(index)
        if role != Qt.ItemDataRole.EditRole:
            return False
        if place is not None:
            return self._table.put(self._table.row_at(*place), index.column(), value)
        chapter, at = self.chapter_of(index), index.column()
        if chapter is None or at >= self._languages:
            return False
        language = self._editing.story.languages[at]
        address = ("chapters", chapter.id, "title", language)
        return self._editing.put(address, str(value), translate("Table", "Title of the chapter"))

    @property
    def _languages(self) -> int:
        return len(self._editing.story.languages)

    @property
    def _may_edit(self) -> bool:
        return not self._editing.read_only

    def _scene(self, index: Index) -> int | None:
        """The number of the scene in the story, if it is a scene."""
        scene, part = divmod(index.internalId(), _SCENE)
        return None if scene or not part else self._parts[part - _PART][1][index.row()]

    def _place(self, index: Index) -> tuple[int, int | None] | None:
        """Numbers of the scene, and of the choice if it is one; None for a part."""
        scene = self._scene(index)
        if scene is not None:
            return scene, None
        above, part = divmod(index.internalId(), _SCENE)
        if not above:
            return None
        number = self._parts[part - _PART][1][above - 1]
        return number, self._choices[number][index.row()]

    def _part_data(self, index: Index, role: int) -> object:
        chapter, at = self.chapter_of(index), index.column()
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.EditRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        if at == self._languages:
            count = len(self._parts[index.row()][1])
            return translate("Table", "Scenes: {count}").format(count=count)
        if at > self._languages:
            return ""
        if chapter is None:
            return translate("Table", "Outside any chapter") if at == 0 else ""
        words = chapter.title.get(self._editing.story.languages[at], "")
        shown = role != Qt.ItemDataRole.EditRole and at == 0
        return words or (name_of(chapter, self._editing.language) if shown else "")
