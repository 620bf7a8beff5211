"""Words that have no room: labels, buttons and fields that show less than they say."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextEdit,
    QWidget,
)


def cut_off(root: QWidget) -> Iterator[str]:
    """Every visible widget below ``root`` whose words do not fit into it."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or _behind(widget):
            continue
        for words in _lacking(widget):
            yield f"{type(widget).__name__} “{widget.objectName()}”: {words}"


def _behind(widget: QWidget) -> bool:
    """Whether it stands in a dock behind another, which has no size of its own yet."""
    above: QWidget | None = widget
    while above is not None and not isinstance(above, QDockWidget):
        above = above.parentWidget()
    return above is not None and above.visibleRegion().isEmpty()


def _lacking(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel():
            yield from _label(widget)
        case QAbstractButton() if widget.text().strip() and not widget.layout():
            needed = widget.minimumSizeHint()
            if widget.width() < needed.width() - 1 or widget.height() < needed.height() - 1:
                yield f"{widget.text()!r} has {widget.size().toTuple()} of {needed.toTuple()}"
        case QComboBox():
            option = QStyleOptionComboBox()
            widget.initStyleOption(option)
            field = widget.style().subControlRect(
                QStyle.ComplexControl.CC_ComboBox,
                option,
                QStyle.SubControl.SC_ComboBoxEditField,
                widget,
            )
            needed = widget.fontMetrics().horizontalAdvance(widget.currentText())
            if needed > field.width() + 1 and not widget.toolTip():
                yield f"{widget.currentText()!r} has {field.width()} of {needed}"
        case QAbstractSpinBox():
            edit = widget.findChild(QLineEdit)
            assert edit is not None
            needed = widget.fontMetrics().horizontalAdvance(edit.text()) + 6
            if needed > edit.width():
                yield f"{edit.text()!r} has {edit.width()} of {needed}"
        case QLineEdit() if not widget.text() and widget.placeholderText():
            needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 20
            if needed > widget.width():
                yield f"{widget.placeholderText()!r} has {widget.width()} of {needed}"
        case QPlainTextEdit() | QTextEdit() if not widget.toPlainText():
            # Qt writes the hint of an empty field in one line.
            needed = widget.fontMetrics().horizontalAdvance(widget.placeholderText()) + 8
            if needed > widget.viewport().width():
                yield f"{widget.placeholderText()!r} has {widget.viewport().width()} of {needed}"
        case QTabBar():
            last = widget.tabRect(widget.count() - 1)
            if widget.tabRect(0).left() < 0 or last.right() > widget.width():
                yield f"tabs need {last.right()} of {widget.width()}"
        case _:
            pass


def _label(label: QLabel) -> Iterator[str]:
    words = label.text()
    if not words or label.property("elided"):
        return
    inside = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + 1:
            yield f"{words[:60]!r} is {label.height()} high, needs {needed}"
        return
    document = QTextDocument()
    document.setDefaultFont(label.font())
    document.setDocumentMargin(0)
    rich = label.textFormat() != Qt.TextFormat.PlainText and "</" in words
    document.setHtml(words) if rich else document.setPlainText(words)
    if document.idealWidth() > inside.width() + 2:
        yield f"{words[:60]!r} has {inside.width()} of {document.idealWidth():.0f}"
