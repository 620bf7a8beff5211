"""Find and replace over all texts: every match with what it would become, one undo step."""

from __future__ import annotations

from collections.abc import Sequence

import regex
from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    Qt,
    QThreadPool,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import CalmCombo
from studio.desktop.panels.item_forms import place_words
from studio.desktop.panels.story_panel import StoryPanel
from studio.desktop.tasks import Task
from studio.story import edits
from studio.story.edits import NOTES, Match, Query
from studio.story.model import Story

Index = QModelIndex | QPersistentModelIndex
_PAUSE = 150
_PATIENCE_FOR_A_LINE = 0.02
"""Seconds for the preview of one line, which is painted."""
_BEFORE_MATCH = 40
_MATCH = Qt.ItemDataRole.UserRole
_PARTS = Qt.ItemDataRole.UserRole + 1
Part = tuple[str, bool]
"""A piece of a line, and whether it is the match."""


class MatchesModel(QAbstractTableModel):
    """The matches: chosen or not, where, in which language, before and after."""

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        self.query = Query("")
        self.replacement = ""
        self.matches: tuple[Match, ...] = ()
        self.left_out: set[edits.Address] = set()

    def show_matches(self, query: Query, matches: tuple[Match, ...]) -> None:
        """Show these matches."""
        self.beginResetModel()
        self.query, self.matches = query, matches
        self.left_out &= {match.address for match in matches}
        self.endResetModel()

    def set_replacement(self, words: str) -> None:
        """Show what the texts would become."""
        self.replacement = words
        if self.matches:
            last = self.index(len(self.matches) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 3), last)

    def chosen(self) -> tuple[Match, ...]:
        """The matches that are to be replaced."""
        return tuple(match for match in self.matches if match.address not in self.left_out)

    def rowCount(self, parent: Index | None = None) -> int:
        """How many texts."""
        return 0 if parent is not None and parent.isValid() else len(self.matches)

    def columnCount(self, parent: Index | None = None) -> int:
        """Where, language, before, after."""
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """The names of the columns."""
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (self.tr("Where"), self.tr("Language"), self.tr("Found"), self.tr("Replaced"))[
            section
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a cell shows."""
        if not 0 <= index.row() < len(self.matches):
            return None
        match = self.matches[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            chosen = match.address not in self.left_out
            return Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked
        if role == _MATCH:
            return match
        if role == _PARTS and index.column() >= 2:
            return self._parts(match, replaced=index.column() == 3)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            if index.column() == 0:
                return place_words(self._editing, match.address)
            if index.column() == 1:
                return match.language.upper() or self.tr("notes")
            if role == Qt.ItemDataRole.ToolTipRole:
                return match.words
            return "".join(words for words, _ in self._parts(match, replaced=index.column() == 3))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Choose a match, or leave it out."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        address = self.matches[index.row()].address
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.left_out.discard(address)
        else:
            self.left_out.add(address)
        self.dataChanged.emit(index, index)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The first column can be checked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def _parts(self, match: Match, *, replaced: bool) -> list[Part]:
        """The line from a little before the first match; without a replacement nothing after."""
        start = max(0, match.spans[0][0] - _BEFORE_MATCH)
        parts: list[Part] = [("…", False)] if start else []
        at = start
        for begin, end in match.spans:
            parts.append((match.words[at:begin], False))
            words = match.words[begin:end]
            if replaced:
                words = self._replaced(match.words, begin)
            parts.append((words, True))
            at = end
        parts.append((match.words[at:], False))
        return [(words.replace("\n", " "), found) for words, found in parts if words]

    def _replaced(self, words: str, begin: int) -> str:
        if not self.query.regular_expression:
            return self.replacement
        try:
            found = self.query.pattern().match(words, begin, timeout=_PATIENCE_FOR_A_LINE)
            return found.expand(self.replacement) if found else self.replacement
        except (regex.error, IndexError, TimeoutError):
            return self.replacement


class MatchDelegate(QStyledItemDelegate):
    """Paints a line with its matches marked."""

    def __init__(self, editing: Editing, parent: QWidget) -> None:
        super().__init__(parent)
        self._editing = editing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Marked words on the row's ground."""
        parts: Sequence[Part] | None = index.data(_PARTS)
        if parts is None:
            super().paint(painter, option, index)
            return
        styled = QStyleOptionViewItem(option)
        self.initStyleOption(styled, index)
        styled.text = ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, styled, painter, option.widget)
        theme = self._editing.theme
        layout = QTextLayout("".join(words for words, _ in parts), option.font)
        formats: list[QTextLayout.FormatRange] = []
        at = 0
        for words, found in parts:
            if found:
                span = QTextLayout.FormatRange()
                look = QTextCharFormat()
                look.setFontWeight(QFont.Weight.Bold)
                look.setForeground(QColor(theme.accent))
                span.start, span.length, span.format = at, len(words), look
                formats.append(span)
            at += len(words)
        layout.setFormats(formats)
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        rect = option.rect.adjusted(6, 0, -4, 0)
        painter.save()
        painter.setPen(QColor(theme.text))
        painter.setFont(option.font)
        top = rect.top() + (rect.height() - line.height()) / 2
        if line.naturalTextWidth() > rect.width():
            room = rect.width() - option.fontMetrics.horizontalAdvance("…")
            last = line.xToCursor(room, QTextLine.CursorPosition.CursorOnCharacter)
            end = rect.left() + round(line.cursorToX(last)[0])
            painter.drawText(QPointF(end, top + line.ascent()), "…")
            rect.setRight(end - 1)
        painter.setClipRect(rect)
        layout.draw(painter, QPointF(rect.left(), top), [], QRectF(rect))
        painter.restore()


class FindReplacePanel(StoryPanel):
    """Words to find, words to put, how, and the matches with their preview."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._editing = editing
        self._searching: Task | None = None
        self._searched: tuple[Story, Query] | None = None
        self._languages: tuple[str, ...] = ()
        self.words = QLineEdit()
        self.words.setObjectName("find-words")
        self.replacement = QLineEdit()
        self.replacement.setObjectName("find-replacement")
        self.options: dict[str, QToolButton] = {}
        self.language = CalmCombo()
        self.language.setObjectName("find-language")
        self.language.setMinimumContentsLength(12)
        self.replace = QPushButton()
        self.replace.setObjectName("find-replace-all")
        self.replace.setProperty("primary", True)
        self._state = QLabel()
        self._state.setObjectName("find-state")
        self._state.setProperty("quiet", True)
        top = QHBoxLayout()
        for widget in (self.words, self.replacement):
            widget.setClearButtonEnabled(True)
            top.addWidget(widget, 3)
        for name, sign in (
            ("case", "mdi6.format-letter-case"),
            ("whole", "mdi6.format-letter-matches"),
            ("regex", "mdi6.regex"),
        ):
            button = QToolButton()
            button.setObjectName(f"find-{name}")
            button.setCheckable(True)
            button.setProperty("small", True)
            button.setMinimumSize(28, 26)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.toggled.connect(self._soon)
            button.setProperty("sign", sign)
            self.options[name] = button
            top.addWidget(button)
        top.addWidget(self.language, 1)
        top.addWidget(self.replace)
        self.model = MatchesModel(editing)
        self.table = QTableView()
        self.table.setObjectName("matches")
        self.table.setModel(self.model)
        self.table.setItemDelegate(MatchDelegate(editing, self))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(28)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.resizeSection(0, 240)
        header.resizeSection(1, 80)
        for column in (2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.table.clicked.connect(self._go)
        self.table.activated.connect(self._go)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._search)
        self.words.textChanged.connect(self._soon)
        self.language.activated.connect(self._soon)
        self.replacement.textChanged.connect(self.model.set_replacement)
        self.replace.clicked.connect(self._replace)
        self.model.dataChanged.connect(self._count)
        self.model.modelReset.connect(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 6, 8, 6)
        column.addLayout(top)
        column.addWidget(self._state)
        column.addWidget(self.table, 1)
        editing.shown.connect(self.refresh)
        editing.on_restyled(self._restyle)
        self._say()

    @property
    def busy(self) -> bool:
        """Whether the matches are not yet those of the present words and story."""
        return self._pause.isActive() or self._searching is not None

    def begin(self) -> None:
        """Take the keys, ready to write what is looked for."""
        self.words.setFocus()
        self.words.selectAll()

    def refresh(self) -> None:
        """Look again in the present value."""
        if self._editing.is_open and self.seen and self.words.text():
            self._pause.start()

    def query(self) -> Query:
        """What is looked for."""
        language = self.language.currentData()
        return Query(
            self.words.text(),
            regular_expression=self.options["regex"].isChecked(),
            whole_word=self.options["whole"].isChecked(),
            match_case=self.options["case"].isChecked(),
            languages=None if language is None else (language,),
        )

    def _soon(self) -> None:
        self._pause.start()

    def _search(self) -> None:
        if self._searching is not None or not self._editing.is_open:
            return
        story, query = self._editing.story, self.query()
        try:
            query.pattern()
        except ValueError as error:
            self.model.show_matches(Query(""), ())
            words = self.tr("This is no regular expression: {reason}")
            self._state.setText(words.format(reason=error))
            return
        self._searched = (story, query)
        self._searching = Task(lambda _task: edits.find(story, query), self)
        self._searching.succeeded.connect(self._found)
        self._searching.failed.connect(self._failed)
        self._searching.start(self._pool)

    def _found(self, matches: tuple[Match, ...]) -> None:
        self._searching = None
        if self._searched is None:
            return
        story, query = self._searched
        if story is not self._editing.story or query != self.query():
            self._pause.start()
            return
        self.model.show_matches(query, matches)

    def _failed(self, error: object) -> None:
        self._searching = None
        if not isinstance(error, TimeoutError):
            self._editing.failed.emit(error)
        elif self._searched is not None and self._searched[1] != self.query():
            self._pause.start()
        else:
            self.model.show_matches(Query(""), ())
            self._state.setText(
                self.tr(
                    "This expression would take too long: it can match in too many ways. Make it "
                    "simpler, for instance without a repetition inside a repetition."
                )
            )

    def _replace(self) -> None:
        if self.busy:
            return
        query, chosen = self.model.query, self.model.chosen()
        words = self.replacement.text()
        label = self.tr("Replace “{old}” by “{new}”").format(old=query.words, new=words)
        done = self._editing.do(lambda story: edits.replace_all(story, query, chosen, words), label)
        if not done:
            self._state.setText(self.tr("The replacement names a group that is not there."))

    def _go(self, index: QModelIndex) -> None:
        match: Match | None = index.data(_MATCH)
        if match is not None:
            if match.address[0] == "scenes":
                self._editing.scene_wanted.emit(str(match.address[1]))
            self._editing.place_wanted.emit(match.address)

    def _count(self) -> None:
        chosen = self.model.chosen()
        places = sum(len(match.spans) for match in chosen)
        self.replace.setText(self.tr("Replace {count}").format(count=places))
        self.replace.setEnabled(bool(chosen) and not self._editing.read_only)
        if not self.model.query.words:
            self._state.setText(self.tr("Searches every text of the story, and the notes."))
        elif not self.model.matches:
            self._state.setText(self.tr("Nothing found."))
        else:
            words = self.tr("Found {places} times in {texts} texts. Untick what shall stay.")
            every = sum(len(match.spans) for match in self.model.matches)
            self._state.setText(words.format(places=every, texts=len(self.model.matches)))

    def _restyle(self) -> None:
        self._say()
        self.refresh()

    def _say(self) -> None:
        for field, words in (
            (self.words, self.tr("Find")),
            (self.replacement, self.tr("Replace by")),
        ):
            field.setPlaceholderText(words)
            field.setAccessibleName(words)
        for name, words in (
            ("case", self.tr("Match capitals")),
            ("whole", self.tr("Whole words")),
            ("regex", self.tr("Regular expression")),
        ):
            button = self.options[name]
            button.setToolTip(words)
            button.setAccessibleName(words)
            button.setIcon(icon(str(button.property("sign")), self._editing.theme.text))
        languages = self._editing.story.languages
        present = self.language.currentData()
        self.language.clear()
        self.language.addItem(self.tr("All languages"), None)
        for each in languages:
            self.language.addItem(each.upper(), each)
        self.language.addItem(self.tr("Authors’ notes"), NOTES)
        self.language.setCurrentIndex(max(0, self.language.findData(present)))
        self.language.setAccessibleName(self.tr("Where to look"))
        self.language.setToolTip(self.tr("Where to look"))
        self.table.setAccessibleName(self.tr("Texts that match"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 3)
        self._count()
