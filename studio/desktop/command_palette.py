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
from studio.desktop.palette_search import Entry, entry, ranked
from studio.desktop.tasks import Task
from studio.desktop.theme import Theme

_WIDTH, _ROW, _ROWS = 620, 40, 11
_MOST_AT_ONCE = 3_000
"""More entries than these are ranked in the background."""
_ENTRY = Qt.ItemDataRole.UserRole
_SIGNS = {
    "command": "mdi6.lightning-bolt-outline",
    "scene": "mdi6.movie-open-outline",
    "text": "mdi6.text",
    "chapter": "mdi6.group",
    "note": "mdi6.note-outline",
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
        self._shown: str | None = None
        """The words whose findings are listed."""
        self._entered = False
        """Enter was pressed before they were listed: take the first one when they are."""
        self._signs = {kind: icon(name, theme.quiet) for kind, name in _SIGNS.items()}
        self.field = QLineEdit()
        self.field.setObjectName("palette_field")
        self.field.setPlaceholderText(question)
        self.field.setAccessibleName(question)
        self.field.setClearButtonEnabled(True)
        points = 1.3 * self.font().pointSizeF()
        self.field.setStyleSheet(f"font-size: {points:g}pt; padding: 9px 11px;")
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
        self.setProperty("finder", True)
        # Whole rows, and a little room around them.
        self.list.setFixedHeight(_ROW * _ROWS + 10)
        self.resize(_WIDTH, self.sizeHint().height())
        self._fill()

    def add(self, entries: Sequence[Entry]) -> None:
        """Add entries before the others."""
        self._entries = [*entries, *self._entries]
        self._fill()

    def collect(self, collect: Callable[[], list[Entry]]) -> None:
        """Add entries that take a while to collect: in the background."""
        task = Task(lambda _task: collect(), self)
        task.succeeded.connect(self._add)
        task.start()

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
                self._enter()
                return True
        return super().eventFilter(watched, event)

    def _add(self, entries: list[Entry]) -> None:
        self._entries = self._entries + entries
        self._fill()

    def _fill(self) -> None:
        words, entries = self.field.text().strip(), self._entries
        if len(entries) <= _MOST_AT_ONCE:
            self._show(words, ranked(words, entries))
            return
        task = Task(lambda _task: (words, ranked(words, entries)), self)
        task.succeeded.connect(self._show_ranked)
        task.start()

    def _show_ranked(self, answer: tuple[str, list[Entry]]) -> None:
        words, found = answer
        if words == self.field.text().strip():
            self._show(words, found)

    def _show(self, words: str, found: list[Entry]) -> None:
        kept = self.list.currentItem()
        before = kept.data(_ENTRY) if kept is not None and self.list.currentRow() > 0 else None
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
        self.list.setCurrentRow(found.index(before) if before in found else 0)
        self._shown = words
        if self._entered:
            self._entered = False
            self._enter()

    def _enter(self) -> None:
        item = self.list.currentItem()
        if self._shown != self.field.text().strip():
            self._entered = True
        elif item is not None:
            self._take(item)

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
