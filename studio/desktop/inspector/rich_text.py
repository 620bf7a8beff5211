"""Light rich text as it will look: bold, italic, lists, links. Stored as light Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QInputDialog,
    QLineEdit,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QWidget,
)

from exporters.rich_text import compile_rich_text, plain_text
from studio.desktop.icons import icon
from studio.desktop.theme import Theme

_MOST_LINES = 14
_BREAK = "\u2028"
_ESCAPED = re.compile(r"([\\*\[\]]|(?<![^\W_])_|_(?![^\W_]))")
_LOOKS_LIKE_A_LIST = re.compile(r"^([-+]|\d+[.)])(?=\s|$)")
_BULLETS, _NUMBERS = QTextListFormat.Style.ListDisc, QTextListFormat.Style.ListDecimal
Style = tuple[str, bool, bool]
"""Link address (empty for none), bold, italic."""


def fill(document: QTextDocument, markdown: str, link_colour: str) -> None:
    """Let the document look as the film will show the Markdown."""
    document.clear()
    cursor = QTextCursor(document)
    first = True
    for kind, *parts in compile_rich_text(markdown):
        items = [parts] if kind == "p" else parts
        made = None
        for item in items:
            if not first:
                cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
            first = False
            _insert(cursor, item, ("", False, False), link_colour)
            if kind != "p":
                if made is None:
                    made = cursor.createList(_BULLETS if kind == "ul" else _NUMBERS)
                else:
                    made.add(cursor.block())
    document.clearUndoRedoStacks()


def markdown_of(document: QTextDocument) -> str:
    """The document as light Markdown; :func:`fill` makes the same document of it."""
    paragraphs: list[str] = []
    block, before = document.begin(), None
    while block.isValid():
        listed = block.textList()
        words = _inline(block)
        if listed is not None:
            number = listed.itemNumber(block) + 1
            sign = "-" if listed.format().style() == _BULLETS else f"{number}."
            item = f"{sign} {words}".rstrip() if words else sign
            if before is not None and listed is before and paragraphs:
                paragraphs[-1] += "\n" + item
            else:
                paragraphs.append(item)
        elif words:
            paragraphs.append(words)
        before = listed
        block = block.next()
    return "\n\n".join(paragraphs)


class RichEdit(QTextEdit):
    """Words with a few looks; the buttons stand over it while it has the focus."""

    def __init__(self, theme: Theme, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self._theme = theme
        self._source = ""
        self._filled = ""
        self._keys: dict[str, Callable[[], None]] = {}
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.document().setDocumentMargin(2)
        self.document().setIndentWidth(18)
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.tools = QWidget()
        self.tools.hide()
        self.fit()

    def _make_tools(self) -> None:
        """The buttons, when they are first needed: most fields are only read."""
        row = QHBoxLayout(self.tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        key = QKeySequence.StandardKey
        for sign, words, keys, slot in (
            ("mdi6.format-bold", self.tr("Bold"), QKeySequence(key.Bold), self.bold),
            ("mdi6.format-italic", self.tr("Italic"), QKeySequence(key.Italic), self.italic),
            (
                "mdi6.format-list-bulleted",
                self.tr("Bullets"),
                QKeySequence("Ctrl+Shift+8"),
                lambda: self._list(_BULLETS),
            ),
            (
                "mdi6.format-list-numbered",
                self.tr("Numbers"),
                QKeySequence("Ctrl+Shift+7"),
                lambda: self._list(_NUMBERS),
            ),
            ("mdi6.link-variant", self.tr("Link…"), QKeySequence("Ctrl+L"), self.link),
        ):
            row.addWidget(self._tool(sign, words, keys, slot))
        row.addStretch(1)

    def words(self) -> str:
        """What is written, as light Markdown; untouched words come back letter for letter."""
        now = markdown_of(self.document())
        return self._source if now == self._filled else now

    def show_words(self, words: str) -> None:
        """Show this Markdown; the cursor stays where it can."""
        at = self.textCursor().position()
        fill(self.document(), words, self._theme.accent)
        self._source, self._filled = words, markdown_of(self.document())
        cursor = self.textCursor()
        cursor.setPosition(min(at, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def bold(self) -> None:
        """Bold on or off."""
        bold = self.fontWeight() > QFont.Weight.Normal
        self.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)

    def italic(self) -> None:
        """Italic on or off."""
        self.setFontItalic(not self.fontItalic())

    def link(self) -> None:
        """Ask for an address and lead the selected words there; no address takes it away."""
        cursor = self.textCursor()
        before = cursor.charFormat().anchorHref()
        if before and not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        address, given = QInputDialog.getText(
            self.window(),
            self.tr("Link"),
            self.tr("Address (https://…, mailto:…, tel:…)"),
            QLineEdit.EchoMode.Normal,
            before or "https://",
        )
        if given:
            self.set_link(address.strip(), cursor)

    def set_link(self, address: str, cursor: QTextCursor | None = None) -> None:
        """Lead the selected words to the address; without a selection the address is written."""
        cursor = cursor or self.textCursor()
        if not cursor.hasSelection() and address:
            cursor.insertText(address, _format((address, False, False), self._theme.accent))
            return
        style = QTextCharFormat()
        style.setAnchor(bool(address))
        style.setAnchorHref(address)
        style.setFontUnderline(bool(address))
        style.setForeground(QColor(self._theme.accent if address else self._theme.text))
        cursor.mergeCharFormat(style)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower field is higher."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Take the height that the words need; a field beside may make it higher."""
        line = self.fontMetrics().lineSpacing()
        needed = max(self._lines * line, round(self.document().size().height()))
        shown = min(needed, _MOST_LINES * line)
        always, never = Qt.ScrollBarPolicy.ScrollBarAsNeeded, Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(always if needed > shown else never)
        self.setMinimumHeight(shown + 14)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Looks by keys; Enter on an empty item ends the list."""
        block = self.textCursor().block()
        slot = self._slot_of(event)
        if slot is not None and not self.isReadOnly():
            slot()
        elif event.key() == Qt.Key.Key_Return and _is_empty_item(block):
            self._list(block.textList().format().style())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """What is pasted brings no looks of its own."""
        self.insertPlainText(source.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the buttons."""
        super().focusInEvent(event)
        if not self._keys:
            self._make_tools()
        self.tools.setVisible(not self.isReadOnly())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the buttons, unless a menu took the focus for a moment."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.tools.hide()

    def event(self, event: QEvent) -> bool:
        """With nothing typed to take back, undo is the window's."""
        from studio.desktop.inspector.text_fields import undo_is_the_windows

        if undo_is_the_windows(event, self):
            event.ignore()
            return False
        is_key = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if is_key and self._slot_of(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def _slot_of(self, event: QKeyEvent) -> Callable[[], None] | None:
        keys = QKeySequence(event.keyCombination()).toString()
        # With Shift, the digits give other signs.
        keys = keys.replace("Shift+*", "Shift+8").replace("Shift+&", "Shift+7")
        return self._keys.get(keys)

    def _list(self, style: QTextListFormat.Style) -> None:
        cursor = self.textCursor()
        cursor.beginEditBlock()
        listed = cursor.currentList()
        if listed is not None and listed.format().style() == style:
            block = self.document().findBlock(cursor.selectionStart())
            while block.isValid() and block.position() <= cursor.selectionEnd():
                if block.textList() is not None:
                    block.textList().remove(block)
                each = QTextCursor(block)
                each.setBlockFormat(QTextBlockFormat())
                block = block.next()
        else:
            cursor.createList(style)
        cursor.endEditBlock()

    def _tool(
        self, sign: str, words: str, keys: QKeySequence, slot: Callable[[], None]
    ) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(sign, self._theme.text))
        shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{words.rstrip('…')} ({shown})")
        button.setAccessibleName(words.rstrip("…"))
        button.setProperty("small", True)
        button.setFixedSize(28, 26)
        # Pressing a button must not take the focus, and so the selection, from the words.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: slot())
        self._keys[keys.toString()] = slot
        return button


def _insert(cursor: QTextCursor, nodes: list[Any], style: Style, link_colour: str) -> None:
    for node in nodes:
        link, bold, italic = style
        if isinstance(node, str):
            cursor.insertText(node.replace("\n", _BREAK), _format(style, link_colour))
        elif node[0] == "a":
            _insert(cursor, node[2:], (node[1], bold, italic), link_colour)
        else:
            inner = (link, bold or node[0] == "b", italic or node[0] == "i")
            _insert(cursor, node[1:], inner, link_colour)


def _format(style: Style, link_colour: str) -> QTextCharFormat:
    link, bold, italic = style
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setFontItalic(italic)
    if link:
        made.setAnchor(True)
        made.setAnchorHref(link)
        made.setFontUnderline(True)
        made.setForeground(QColor(link_colour))
    return made


def _inline(block: QTextBlock) -> str:
    """The words of one block in Markdown. Should signs run together so that they would be read
    as words, the words are kept and the looks go."""
    written = _LOOKS_LIKE_A_LIST.sub(_escape_list, _with_signs(block))
    bare = [part for part in block.text().replace(_BREAK, " ").split() if part]
    read = plain_text(compile_rich_text(written)).split()
    return (
        written
        if read == bare
        else _LOOKS_LIKE_A_LIST.sub(_escape_list, _escape(block.text().strip()))
    )


def _with_signs(block: QTextBlock) -> str:
    """Signs open and close where the look changes."""
    out: list[str] = []
    now: Style = ("", False, False)
    for words, style in _runs(block):
        bare = words.strip()
        before = words[: len(words) - len(words.lstrip())]
        after = words[len(words.rstrip()) :] if bare else ""
        if not bare:
            out.append(words)
            continue
        if style != now:
            # Spaces stay outside of the signs, or the signs would not count as signs.
            trailing = _trailing_spaces(out)
            out.append(_closing(now, style))
            out.append(trailing + before)
            out.append(_opening(now, style))
        else:
            out.append(before)
        now = style
        out.append(_escape(bare))
        out.append(after)
    trailing = _trailing_spaces(out)
    out.append(_closing(now, ("", False, False)))
    return ("".join(out) + trailing).strip()


def _escape(words: str) -> str:
    return _ESCAPED.sub(r"\\\1", words).replace(_BREAK, "\\\n")


def _runs(block: QTextBlock) -> list[tuple[str, Style]]:
    runs: list[tuple[str, Style]] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        look = fragment.charFormat()
        style = (
            look.anchorHref(),
            look.fontWeight() > QFont.Weight.Normal,
            look.fontItalic(),
        )
        if runs and runs[-1][1] == style:
            runs[-1] = (runs[-1][0] + fragment.text(), style)
        else:
            runs.append((fragment.text(), style))
        iterator += 1
    return runs


def _trailing_spaces(out: list[str]) -> str:
    trailing = ""
    while out and not out[-1].strip(" ") and not out[-1].endswith("\n"):
        trailing = out.pop() + trailing
    return trailing


def _closing(now: Style, then: Style) -> str:
    """The ends of what is open and does not go on, innermost first."""
    open_now, kept = _signs(now), _in_common(now, then)
    return "".join(end for _, end in reversed(open_now[kept:]))


def _opening(now: Style, then: Style) -> str:
    return "".join(begin for begin, _ in _signs(then)[_in_common(now, then) :])


def _signs(style: Style) -> list[tuple[str, str]]:
    """Begin and end of each look, outermost first."""
    link, bold, italic = style
    signs = [("[", f"]({link})")] if link else []
    return signs + [("**", "**")] * bold + [("*", "*")] * italic


def _in_common(now: Style, then: Style) -> int:
    both = zip(_signs(now), _signs(then), strict=False)
    return next(
        (at for at, (one, two) in enumerate(both) if one != two),
        min(len(_signs(now)), len(_signs(then))),
    )


def _escape_list(match: re.Match[str]) -> str:
    sign = match.group(1)
    return f"{sign[:-1]}\\{sign[-1]}"


def _is_empty_item(block: QTextBlock) -> bool:
    return block.textList() is not None and not block.text()
