"""The outline as a tree that unfolds, is walked by keys and edited in place."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QTreeView, QWidget

from studio.desktop.panels.outline_model import OutlineModel
from studio.desktop.panels.table_model import ROW

_LARGE = 2_000
"""Scenes from which chapters stand folded at first: the view asks for every row unfolded."""
_MOST_UNFOLDED = 400
"""Scenes found that are unfolded by a filter: more than these nobody reads."""


class OutlineView(QTreeView):
    """Chapters stand unfolded (in a very large story folded) and scenes folded, until the user
    says otherwise.

    Arrows walk and fold (left, right), F2 edits, Enter goes to the scene on the map.
    """

    scenes_selected = Signal(object)
    """Ids of the scenes that the user selected here, from the top."""
    scene_wanted = Signal(str)

    def __init__(
        self, model: OutlineModel, delegate: QStyledItemDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self._model = model
        self._folded: dict[str, bool] = {}
        """What the user folded (True) or unfolded, by key."""
        self._restoring = False
        self._searching = False
        self._follows = False
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(True)
        self.header().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        self.expanded.connect(lambda index: self._remember(index, folded=False))
        self.collapsed.connect(lambda index: self._remember(index, folded=True))
        model.modelReset.connect(self._restore)
        self.selectionModel().selectionChanged.connect(self._selected)

    def search(self, searching: bool) -> None:
        """While one looks for words, scenes stand unfolded so that what was found is seen."""
        if searching != self._searching:
            self._searching = searching
            self._restore()

    def select_scenes(self, scenes: tuple[str, ...]) -> None:
        """Select the rows of what is selected on the map."""
        found = [self._model.index_of(each) for each in scenes]
        shown = [index for index in found if index.isValid()]
        selection = QItemSelection()
        for index in shown:
            selection.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self._follows = True
        current = self.currentIndex().data(ROW)
        # A choice that is walked to has its scene selected on the map: stay at the choice.
        if shown and (current is None or current.scene.id not in scenes):
            self.selectionModel().setCurrentIndex(shown[0], flag.NoUpdate)
            self.scrollTo(shown[0])
        if not (current is not None and current.choice is not None and len(shown) == 1):
            self.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        self._follows = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the scene."""
        row = self.currentIndex().data(ROW)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and row is not None and self.state() != QAbstractItemView.State.EditingState:
            self.scene_wanted.emit(row.scene.id)
            return
        super().keyPressEvent(event)

    def _selected(self) -> None:
        if self._follows:
            return
        rows = [index.data(ROW) for index in sorted(self.selectionModel().selectedRows())]
        self.scenes_selected.emit(
            tuple(dict.fromkeys(row.scene.id for row in rows if row is not None))
        )

    def _remember(self, index: QModelIndex, *, folded: bool) -> None:
        if not self._restoring:
            self._folded[self._model.key_of(index)] = folded

    def _restore(self) -> None:
        model, self._restoring = self._model, True
        parted = model.is_parted
        self.setRootIndex(QModelIndex() if parted else model.index(0, 0))
        tops = [model.index(row, 0) for row in range(model.rowCount())]
        scenes = sum(model.rowCount(each) for each in tops)
        many, large = scenes > _MOST_UNFOLDED, parted and scenes > _LARGE
        for part in tops:
            unfolded = self._searching or not self._folded.get(model.key_of(part), large)
            self.setExpanded(part, unfolded)
            if self._searching and not many:
                for row in range(model.rowCount(part)):
                    self.setExpanded(model.index(row, 0, part), True)
        for key, folded in self._folded.items():
            if not folded and key.startswith("scene "):
                scene = model.index_of(key.removeprefix("scene "))
                if scene.isValid():
                    self.setExpanded(scene, True)
        self._restoring = False
