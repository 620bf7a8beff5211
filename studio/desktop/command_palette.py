"""The command palette (Ctrl+K): one field that finds any scene, text or command."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.palette_search import Entry, entry, ranked, text_entries
from studio.desktop.tasks import Task
from studio.desktop.theme import Theme
from studio.story.model import Story

_WIDTH, _ROW, _ROWS = 620, 40, 11
_ENTRY = Qt.ItemDataRole.UserRole
_SIGNS = {
    "command": "mdi6.lightning-bolt-outline",
    "scene": "mdi6.movie-open-outline",
    "text": "mdi6.text",
}
NEW_SCENE = "\0new"
"""The key of the entry that makes a scene of the words typed."""


class CommandPalette(QDialog):
    """Asks for one entry and hands it to ``chosen``; it closes itself.

    ``offers_new`` adds an entry that makes a new scene of what was typed.
    """

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        entries: Sequence[Entry],
        chosen: Callable[[Entry], object],
        question: str,
        *,
        offers_new: bool = False,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("command_palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(question)
        self._entries = list(entries)
        self._chosen = chosen
        self._offers_new = offers_new
        self._task: Task | None = None
        self._signs = {kind: icon(name, theme.quiet) for kind, name in _SIGNS.items()}
        self.field = QLineEdit()
        self.field.setObjectName("palette_field")
        self.field.setPlaceholderText(question)
        self.field.setAccessibleName(question)
        self.field.setClearButtonEnabled(True)
        self.field.setStyleSheet("font-size: 13pt; padding: 9px 11px;")
        self.field.textEdited.connect(lambda _words: self._fill())
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setItemDelegate(_Row(theme, self.list))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(6)
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.setStyleSheet(
            f"QDialog {{ background: {theme.panel}; border: 1px solid {theme.edge}; }}"
        )
        self.resize(_WIDTH, 96 + _ROW * _ROWS)
        self._fill()

    def search_texts(self, story: Story, language: str) -> None:
        """Add every text of the story; they are collected in the background."""
        self._task = Task(lambda _task: text_entries(story, language), self)
        self._task.succeeded.connect(self._add)
        self._task.start()

    def show_in(self, window: QWidget) -> None:
        """Open in the upper middle of the window."""
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 90)
        self.open()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down, page and Enter are for the list while the field has the keys."""
        if watched is self.field and isinstance(event, QKeyEvent):
            if event.type() != QEvent.Type.KeyPress:
                return super().eventFilter(watched, event)
            steps = {
                Qt.Key.Key_Down: 1,
                Qt.Key.Key_Up: -1,
                Qt.Key.Key_PageDown: _ROWS - 1,
                Qt.Key.Key_PageUp: 1 - _ROWS,
            }
            key = Qt.Key(event.key())
            if key in steps:
                last = self.list.count() - 1
                self.list.setCurrentRow(max(0, min(last, self.list.currentRow() + steps[key])))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                item = self.list.currentItem()
                if item is not None:
                    self._take(item)
                return True
        return super().eventFilter(watched, event)

    def _add(self, entries: list[Entry]) -> None:
        self._task = None
        self._entries += entries
        if self.field.text():
            self._fill()

    def _fill(self) -> None:
        words = self.field.text().strip()
        found = ranked(words, self._entries)
        if self._offers_new and words:
            label = self.tr("New scene “{words}”").format(words=words)
            found.append(entry("command", label, NEW_SCENE))
        self.list.clear()
        for each in found:
            item = QListWidgetItem(self._signs[each.kind], each.words)
            item.setData(_ENTRY, each)
            spoken = f"{each.words}, {each.detail}" if each.detail else each.words
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            if not each.enabled:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
        if not found:
            nothing = QListWidgetItem(self.tr("Nothing fits."))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.list.addItem(nothing)
        self.list.setCurrentRow(0)

    def _take(self, item: QListWidgetItem) -> None:
        each = item.data(_ENTRY)
        if not isinstance(each, Entry) or not each.enabled:
            return
        chosen = self._chosen
        self.accept()
        chosen(each)


class _Row(QStyledItemDelegate):
    """Words at the left, what they belong to or their keys at the right."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows of one height."""
        return QSize(200, _ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Leave room at the right, then write the detail there."""
        each = index.data(_ENTRY)
        detail = each.detail if isinstance(each, Entry) else ""
        measure = QFontMetrics(option.font)
        room = (
            min(measure.horizontalAdvance(detail) + 4, option.rect.width() * 2 // 5)
            if detail
            else 0
        )
        drawn = QStyleOptionViewItem(option)
        self.initStyleOption(drawn, index)
        if isinstance(each, Entry) and not each.enabled:
            quiet = QColor(self._theme.edge)
            drawn.palette.setColor(QPalette.ColorRole.Text, quiet)
        words = drawn.text
        space = option.rect.width() - room - 70
        drawn.text = measure.elidedText(words, Qt.TextElideMode.ElideRight, space)
        style = drawn.widget.style() if drawn.widget is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, drawn, painter, drawn.widget)
        if room:
            painter.save()
            painter.setPen(QColor(self._theme.quiet))
            painter.setFont(option.font)
            place = QRect(option.rect)
            place.setRight(place.right() - 14)
            fitted = measure.elidedText(detail, Qt.TextElideMode.ElideRight, room)
            align = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, int(align), fitted)
            painter.restore()
