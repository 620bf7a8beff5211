"""The story's contents beside its scenes: variables, indicators, competences, resources,
glossary. A list of each, and the form of the selected one."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.parts import tool
from studio.desktop.panels.item_forms import ItemForm, UsesList
from studio.desktop.panels.story_panel import StoryPanel
from studio.desktop.tasks import Task
from studio.story import edits
from studio.story.edits import Address, ItemKind
from studio.story.model import Story

KINDS: tuple[ItemKind, ...] = (
    "variables",
    "indicators",
    "competences",
    "resources",
    "glossary",
)
_ID = Qt.ItemDataRole.UserRole
_PAUSE = 250


class ContentsPanel(StoryPanel):
    """One tab for each kind of item."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editing = editing
        self._selected: dict[ItemKind, str] = {}
        self._shown_form: tuple[ItemKind, str] | None = None
        self._form: ItemForm | None = None
        self._uses: dict[tuple[ItemKind, str], tuple[Address, ...]] = {}
        self._counted: Story | None = None
        self._counting: Task | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._count_uses)
        self.tabs = QTabBar()
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setDrawBase(False)
        for _ in KINDS:
            self.tabs.addTab("")
        self.tabs.currentChanged.connect(self._show_kind)
        self.list = QListWidget()
        self.list.setObjectName("contents")
        self.list.currentItemChanged.connect(self._take_current)
        self._about = QLabel()
        self._about.setWordWrap(True)
        self._about.setProperty("quiet", True)
        self._about.setContentsMargins(10, 4, 10, 4)
        self.add = QPushButton()
        self.add.setObjectName("add-item")
        self.add.clicked.connect(self._add)
        self._tools = QWidget()
        self._row = QHBoxLayout(self._tools)
        self._row.setContentsMargins(10, 2, 10, 4)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.uses = UsesList(editing)
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._about)
        column.addWidget(self.list, 1)
        column.addWidget(self._tools)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(top)
        split.addWidget(self._scroll)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        split.setSizes([230, 470])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.tabs)
        whole.addWidget(split, 1)
        editing.shown.connect(self.refresh)
        editing.on_restyled(self._restyle)
        self._say()

    @property
    def kind(self) -> ItemKind:
        """The kind of the tab in front."""
        return KINDS[max(0, self.tabs.currentIndex())]

    def show_item(self, kind: ItemKind, item_id: str) -> None:
        """Bring the item's form to the front."""
        self._selected[kind] = item_id
        self.tabs.setCurrentIndex(KINDS.index(kind))
        self.refresh()

    def commit(self) -> None:
        """Ask for the edits that are typed but not yet made."""
        if self._form is not None:
            self._form.commit()

    def refresh(self) -> None:
        """Show the present value."""
        if not self._editing.is_open or not self.seen:
            return
        self._fill_list()
        self._show_form()
        if self._counted is not self._editing.story:
            self._pause.start()

    def _show_kind(self) -> None:
        self.commit()
        self._say()
        self.refresh()

    def _fill_list(self) -> None:
        kind = self.kind
        items = edits.items_of(self._editing.story, kind)
        ids = [each.id for each in items]
        if renamed := self._editing.renamed_to(kind, self._selected.get(kind), ids):
            self._selected[kind] = renamed
        if self._selected.get(kind) not in ids:
            beside = max(0, min(self.list.currentRow(), len(ids) - 1))
            self._selected[kind] = ids[beside] if ids else ""
        rows = [(each.id, name_of(each, self._editing.language)) for each in items]
        self.list.blockSignals(True)
        while self.list.count() > len(rows):
            self.list.takeItem(self.list.count() - 1)
        for index, (item_id, name) in enumerate(rows):
            item = self.list.item(index)
            if item is None:
                item = QListWidgetItem()
                self.list.addItem(item)
            count = len(self._uses.get((kind, item_id), ()))
            words = f"{name}   · {count}" if count else name
            if item.text() != words:
                item.setText(words)
            item.setData(_ID, item_id)
            item.setToolTip(item_id)
            if item_id == self._selected[kind]:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        self._about.setText(self._hints()[kind])

    def _show_form(self) -> None:
        wanted = (self.kind, self._selected.get(self.kind, ""))
        if wanted != self._shown_form or self._form is None:
            self._shown_form = wanted
            inside = QWidget()
            column = QVBoxLayout(inside)
            column.setContentsMargins(12, 8, 12, 12)
            self._form = None
            if wanted[1]:
                self._form = ItemForm(self._editing, *wanted)
                self.uses = UsesList(self._editing)
                column.addWidget(self._form)
                column.addWidget(self.uses)
            column.addStretch(1)
            old = self._scroll.takeWidget()
            if old is not None:
                old.deleteLater()
            self._scroll.setWidget(inside)
            self._show_uses()
        if self._form is not None:
            self._form.refresh()
        for button in self._tools.findChildren(QWidget):
            if button is not self.add:
                button.setEnabled(bool(wanted[1]) and not self._editing.read_only)

    def _take_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.commit()
            self._selected[self.kind] = item.data(_ID)
            self._show_form()

    def _add(self) -> None:
        kind, language = self.kind, self._editing.language
        name = self._new_names()[kind]
        self._editing.do(
            lambda story: edits.add_named(story, kind, language, name), self.add.toolTip()
        )
        items = edits.items_of(self._editing.story, kind)
        if items:
            self.show_item(kind, items[-1].id)
            first = (
                next(
                    iter(
                        self._form.findChildren(QWidget, f"{kind}/{items[-1].id}/name/{language}")
                    ),
                    None,
                )
                if self._form
                else None
            )
            if first is not None:
                first.setFocus()

    def _remove(self) -> None:
        kind, item_id = self.kind, self._selected.get(self.kind, "")
        uses = edits.uses_of(self._editing.story, kind, item_id)

        def remove() -> None:
            self._editing.do(
                lambda story: edits.remove_named(story, kind, item_id), self.tr("Remove an item")
            )

        if not uses:
            remove()
            return
        box = QMessageBox(self.window())
        box.setObjectName("remove-item")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Remove an item"))
        name = self._editing.item_name(kind, item_id)
        words = self.tr("“{name}” is used in {count} places. Remove it all the same?")
        box.setText(words.format(name=name, count=len(uses)))
        box.setInformativeText(self.tr("The findings will show each place. You can undo this."))
        button = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        button.clicked.connect(remove)
        box.open()

    def _move(self, by: int) -> None:
        kind, item_id = self.kind, self._selected.get(self.kind, "")
        ids = [each.id for each in edits.items_of(self._editing.story, kind)]
        if item_id in ids:
            at = ids.index(item_id) + by
            self._editing.do(
                lambda story: edits.move_item(story, (kind,), item_id, at), self.tr("Move")
            )

    def _duplicate(self) -> None:
        kind, item_id = self.kind, self._selected.get(self.kind, "")
        self._editing.do(
            lambda story: edits.duplicate_item(story, kind, item_id), self.tr("Duplicate")
        )
        ids = [each.id for each in edits.items_of(self._editing.story, kind)]
        if item_id in ids[:-1]:
            self.show_item(kind, ids[ids.index(item_id) + 1])

    def _count_uses(self) -> None:
        if self._counting is not None:
            return
        story = self._editing.story
        self._counting = Task(lambda _task: (story, edits.all_uses(story)), self)
        self._counting.succeeded.connect(self._take_uses)
        self._counting.failed.connect(self._editing.failed)
        self._counting.start()

    def _take_uses(self, result: tuple[Story, dict[tuple[ItemKind, str], tuple[Address, ...]]]):
        self._counting = None
        self._counted, self._uses = result
        if self._counted is not self._editing.story:
            self._pause.start()
        if self.seen:
            self._fill_list()
            self._show_uses()

    def _show_uses(self) -> None:
        if self._shown_form is not None and self._form is not None:
            self.uses.show_uses(self._uses.get(self._shown_form, ()))

    def _restyle(self) -> None:
        self._form = None
        self._say()
        self.refresh()

    def _say(self) -> None:
        names = {
            "variables": self.tr("Variables"),
            "indicators": self.tr("Indicators"),
            "competences": self.tr("Competences"),
            "resources": self.tr("Resources"),
            "glossary": self.tr("Glossary"),
        }
        for index, kind in enumerate(KINDS):
            self.tabs.setTabText(index, names[kind])
        self.tabs.setAccessibleName(self.tr("Kinds of contents"))
        self.list.setAccessibleName(names[self.kind])
        self.add.setText(self.tr("+ Add"))
        self.add.setToolTip(self._new_names()[self.kind])
        self.add.setAccessibleName(self._new_names()[self.kind])
        self.add.setEnabled(not self._editing.read_only)
        while self._row.count():
            widget = self._row.takeAt(0).widget()
            if widget is not None and widget is not self.add:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self._row.addWidget(self.add)
        self._row.addStretch(1)
        for sign, words, slot, name in (
            ("mdi6.arrow-up", self.tr("Move up"), lambda: self._move(-1), "item-up"),
            ("mdi6.arrow-down", self.tr("Move down"), lambda: self._move(1), "item-down"),
            ("mdi6.content-copy", self.tr("Duplicate"), self._duplicate, "item-copy"),
            ("mdi6.trash-can-outline", self.tr("Remove"), self._remove, "item-remove"),
        ):
            button = tool(self._editing, sign, words, slot)
            button.setObjectName(name)
            self._row.addWidget(button)

    def _new_names(self) -> dict[ItemKind, str]:
        return {
            "variables": self.tr("New variable"),
            "indicators": self.tr("New indicator"),
            "competences": self.tr("New competence"),
            "resources": self.tr("New resource"),
            "glossary": self.tr("New term"),
        }

    def _hints(self) -> dict[ItemKind, str]:
        return {
            "variables": self.tr(
                "What the story remembers: choices change it, conditions ask for it."
            ),
            "indicators": self.tr("Signs of trafficking that can be noticed in a scene."),
            "competences": self.tr("What is trained: choices give points for it."),
            "resources": self.tr("Procedures, phone numbers, documents and links."),
            "glossary": self.tr("Terms that trainees can look up."),
        }
