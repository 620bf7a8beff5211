"""All scenes and choices, filtered and edited in place: as a sorted table or as an outline."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.inspector.choice import verdicts
from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.parts import CalmCombo
from studio.desktop.panels.outline import OutlineView
from studio.desktop.panels.outline_model import OutlineModel
from studio.desktop.panels.story_panel import StoryPanel
from studio.desktop.panels.table_model import ROW, SHOWN, SceneTable

Index = QModelIndex | QPersistentModelIndex
_PAUSE = 150
_MOST_SELECTED = 300
"""Scenes selected on the map that are selected here as well."""


class CellDelegate(QStyledItemDelegate):
    """Editors by column: drop-downs for verdicts and chapters, titles that complete for scenes."""

    def __init__(self, editing: Editing, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        kind = self._kind(index)
        if kind in ("verdict", "chapter"):
            combo = QComboBox(parent)
            for value, words in self._options(kind):
                combo.addItem(words, value)
            combo.activated.connect(lambda: self.commitData.emit(combo))
            return combo
        line = QLineEdit(parent)
        if kind == "target":
            titles = [self._editing.scene_title(each.id) for each in self._editing.story.scenes]
            completer = QCompleter(titles, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            line.setCompleter(completer)
            line.setPlaceholderText(self.tr("Title of a scene"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what the cell says."""
        words = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(words)))
        elif isinstance(editor, QLineEdit):
            editor.setText(words)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Ask for what was chosen or written."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentData(), Qt.ItemDataRole.EditRole)
        elif isinstance(editor, QLineEdit):
            words = editor.text()
            if words == str(index.data(Qt.ItemDataRole.EditRole) or ""):
                return
            if self._kind(index) != "target":
                model.setData(index, words, Qt.ItemDataRole.EditRole)
                return
            scene = self._scene_called(words)
            if scene is not None or not words.strip():
                model.setData(index, scene, Qt.ItemDataRole.EditRole)
            else:
                self._editing.refused.emit(
                    self.tr("There is no scene called “{title}”.").format(title=words)
                )

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """The editor covers its cell, and is high enough to be read."""
        rect = option.rect
        rect.setHeight(max(rect.height(), editor.sizeHint().height()))
        editor.setGeometry(rect)

    def _kind(self, index: Index) -> str:
        model = index.model()
        assert isinstance(model, SceneTable | OutlineModel)
        return model.columns[index.column()].kind

    def _options(self, kind: str) -> list[tuple[object, str]]:
        if kind == "verdict":
            return verdicts()
        language = self._editing.language
        chapters = self._editing.story.chapters
        return [(None, ""), *((each.id, name_of(each, language)) for each in chapters)]

    def _scene_called(self, words: str) -> str | None:
        wanted = words.strip().casefold()
        for scene in self._editing.story.scenes:
            if wanted in (scene.id, self._editing.scene_title(scene.id).casefold()):
                return scene.id
        return None


class TablePanel(StoryPanel):
    """Table and outline with one filter; their selection is that of the map."""

    scenes_selected = Signal(object)
    """Ids of the scenes that the user selected here, in the order of the table."""
    scene_wanted = Signal(str)
    """Show the scene on the map: its row was double-clicked where nothing can be edited."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editing = editing
        self._following = False
        self._scenes: tuple[str, ...] = ()
        self.model = SceneTable(editing)
        self.search = QLineEdit()
        self.search.setObjectName("table-search")
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(260)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._filter)
        self.search.textChanged.connect(self._pause.start)
        self.shown = CalmCombo()
        self.shown.setObjectName("table-shown")
        self.shown.addItems([""] * len(SHOWN))
        self.shown.setMinimumContentsLength(16)
        self.shown.activated.connect(self._filter)
        self._count = QLabel()
        self._count.setProperty("quiet", True)
        self.forms: dict[str, QToolButton] = {}
        group = QButtonGroup(self)
        top = QHBoxLayout()
        for form, sign in (("table", "mdi6.table"), ("outline", "mdi6.file-tree-outline")):
            button = QToolButton()
            button.setObjectName(f"as-{form}")
            button.setCheckable(True)
            button.setChecked(form == "table")
            button.setProperty("filter", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.setIcon(icon(sign, editing.theme.text))
            group.addButton(button)
            self.forms[form] = button
            top.addWidget(button)
        self.forms["outline"].toggled.connect(self._change_form)
        for widget in (self.search, self.shown, self._count):
            top.addWidget(widget)
        top.addStretch(1)
        self.view = QTableView()
        self.view.setObjectName("table")
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(editing, self))
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.setSortingEnabled(False)
        self.view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(28)
        header = self.view.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sortIndicatorChanged.connect(self.model.sort)
        self.view.selectionModel().selectionChanged.connect(self._selected)
        self.view.doubleClicked.connect(self._double_clicked)
        self.model.modelReset.connect(self._say_count)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(top)
        self.tree_model = OutlineModel(editing, self.model, self)
        self.outline = OutlineView(self.tree_model, CellDelegate(editing, self))
        self.outline.scenes_selected.connect(self._take)
        self.outline.scene_wanted.connect(self.scene_wanted)
        self.model.modelReset.connect(self._show_outline)
        self.model.modelReset.connect(self._follow_map)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.outline)
        column.addWidget(self._stack, 1)
        editing.shown.connect(self.refresh)
        editing.on_restyled(self._restyle)
        self._say()

    def refresh(self) -> None:
        """Show the present value, if it can be seen."""
        if self._editing.is_open and self.seen:
            self.model.show_story()
            self._show_outline()

    def select_scenes(self, scenes: tuple[str, ...]) -> None:
        """Select the rows of what is selected on the map."""
        if scenes != self._scenes:
            self._scenes = scenes
            if self.seen:
                self._follow_map()

    def catch_up(self) -> None:
        """Show what has changed while the panel was not seen."""
        self.refresh()
        self._follow_map()

    def _change_form(self, outline: bool) -> None:
        self._stack.setCurrentWidget(self.outline if outline else self.view)
        self._show_outline()
        self._follow_map()

    def _show_outline(self) -> None:
        if self.forms["outline"].isChecked():
            self.tree_model.show_rows()
            self.outline.search(bool(self.search.text().split()))
            self.outline.viewport().update()

    def _filter(self) -> None:
        self.model.filter(self.search.text(), SHOWN[self.shown.currentIndex()])

    def _selected(self) -> None:
        if self._following:
            return
        rows = sorted({index.row() for index in self.view.selectionModel().selectedRows()})
        found = dict.fromkeys(self.model.row(row).scene.id for row in rows)
        self._take(tuple(found))

    def _take(self, scenes: tuple[str, ...]) -> None:
        self._scenes = scenes
        self.scenes_selected.emit(scenes)

    def _follow_map(self) -> None:
        if self.forms["outline"].isChecked():
            self.outline.select_scenes(self._scenes if len(self._scenes) <= _MOST_SELECTED else ())
            return
        # Qt takes a range for each: thousands would hold the window for a second.
        few = self._scenes if len(self._scenes) <= _MOST_SELECTED else ()
        rows = [self.model.row_of(each) for each in few]
        shown = [row for row in rows if row is not None]
        selection = QItemSelection()
        last = self.model.columnCount() - 1
        for row in shown:
            selection.select(self.model.index(row, 0), self.model.index(row, last))
        self._following = True
        flag = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().select(selection, flag.ClearAndSelect | flag.Rows)
        if shown:
            self.view.scrollTo(self.model.index(shown[0], 0))
        self._following = False

    def _double_clicked(self, index: QModelIndex) -> None:
        if not self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.scene_wanted.emit(index.data(ROW).scene.id)

    def _restyle(self) -> None:
        self._say()
        self.model.reset_columns()
        for number, each in enumerate(self.model.columns):
            self.view.setColumnWidth(number, each.width)
        self._show_outline()
        self.outline.header().reset()
        for number, each in enumerate(self.model.columns):
            self.outline.setColumnWidth(number, each.width + (90 if number == 0 else 0))
        for form, sign in (("table", "mdi6.table"), ("outline", "mdi6.file-tree-outline")):
            self.forms[form].setIcon(icon(sign, self._editing.theme.text))
        self.refresh()

    def _say_count(self) -> None:
        count = self.model.rowCount()
        self._count.setText(self.tr("Rows: {count}").format(count=count))

    def _say(self) -> None:
        for index, words in enumerate(
            (self.tr("Scenes and choices"), self.tr("Only scenes"), self.tr("Only choices"))
        ):
            self.shown.setItemText(index, words)
        self.shown.setAccessibleName(self.tr("Rows to show"))
        self.shown.setToolTip(self.tr("Rows to show"))
        self.search.setPlaceholderText(self.tr("Filter the table…"))
        self.search.setAccessibleName(self.tr("Filter the table…"))
        self.view.setAccessibleName(self.tr("Scenes and choices"))
        self.outline.setAccessibleName(self.tr("Outline of the story"))
        for form, name, tip in (
            ("table", self.tr("Table"), self.tr("All rows, sorted by any column")),
            (
                "outline",
                self.tr("Outline"),
                self.tr("Chapters, scenes and choices that unfold, in the story's order"),
            ),
        ):
            self.forms[form].setText(name)
            self.forms[form].setAccessibleName(name)
            self.forms[form].setToolTip(tip)
        self._say_count()
