"""What forms are made of: labels, sections that fold, rows, and the base of every field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.icons import icon
from studio.desktop.inspector.editing import Editing

SPACING = 6


class Part(Protocol):
    """Anything that shows something of the story."""

    def refresh(self) -> None:
        """Show the present value."""


class Form(QWidget):
    """A column of parts that are refreshed together."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editing = editing
        self.parts: list[Part] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(SPACING)

    def add(self, part: QWidget) -> QWidget:
        """Add a widget below; one that can be refreshed will be."""
        self.column.addWidget(part)
        if hasattr(part, "refresh"):
            self.parts.append(part)
        return part

    def add_row(self, *widgets: QWidget, stretch: int = 0) -> QHBoxLayout:
        """Add widgets beside each other; the one at index ``stretch`` takes the room."""
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        for index, widget in enumerate(widgets):
            row.addWidget(widget, 1 if index == stretch else 0)
            if hasattr(widget, "refresh"):
                self.parts.append(widget)
        self.column.addLayout(row)
        return row

    def refresh(self) -> None:
        """Show the present value in every part."""
        for part in list(self.parts):
            part.refresh()

    def complete(self) -> None:
        """Make what is left for later when the form is long."""

    def let_go(self) -> None:
        """Leave the form that this is part of. What called for it may be a signal from inside."""
        self.hide()
        self.setParent(None)
        self.deleteLater()

    def commit(self) -> None:
        """Ask for the edits that are typed below but not yet made."""
        for child in self.findChildren(QWidget):
            commit = getattr(child, "commit", None)
            if commit is not None and not isinstance(child, Form):
                commit()


class Rebuilt(Form):
    """A form that is built anew when its shape changes, and only refreshed while it does not."""

    def __init__(self, editing: Editing, parent: QWidget | None = None) -> None:
        super().__init__(editing, parent)
        self._shape: object = None
        self._inside: Form | None = None

    def shape(self) -> object:
        """What decides about the widgets: if equal, they can stay. None: they always can."""
        return None

    def build(self, inside: Form) -> None:
        """Fill the form for the present shape."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the present value; keep the focus and the cursor where they were, by name."""
        shape = self.shape()
        if self._inside is not None and shape == self._shape:
            self._inside.refresh()
            return
        self._shape = shape
        focused = self._focused()
        old = self._inside
        new = self._inside = Form(self.editing, self)
        self.build(new)
        new.refresh()
        if old is not None:
            self.column.replaceWidget(old, new)
        else:
            self.column.addWidget(new)
        if focused is not None:
            # Before the old fields go, so that no key is lost between them. What was still being
            # typed is asked for as the focus leaves, which may call for another refresh.
            _hand_over(focused, new)
        if old is not None:
            old.let_go()

    def _focused(self) -> QWidget | None:
        focused = self.window().focusWidget() if self.isVisible() else None
        inside = self._inside is not None and self._inside.isAncestorOf(focused)
        return focused if inside else None


def _hand_over(focused: QWidget, new: QWidget) -> None:
    """Let the field of the same name have the focus, its cursor where it was."""
    name = focused.objectName()
    again = new.findChild(QWidget, name) if name else None
    if again is None:
        return
    new.show()
    again.setFocus(Qt.FocusReason.OtherFocusReason)
    texts = (QPlainTextEdit, QTextEdit)
    if isinstance(again, texts) and isinstance(focused, texts):
        cursor = again.textCursor()
        cursor.setPosition(min(focused.textCursor().position(), len(again.toPlainText())))
        again.setTextCursor(cursor)


class Section(Form):
    """A part of a form under a heading that folds; its body is made when first unfolded."""

    def __init__(
        self,
        editing: Editing,
        key: str,
        title: str,
        build: Callable[[Form], None],
        *,
        unfolded: bool = False,
        summary: Callable[[], str] | None = None,
        small: bool = False,
    ) -> None:
        super().__init__(editing)
        self.key = key
        self._title = title
        self._build = build
        self._summary_of = summary
        self.body: Form | None = None
        self.button = QToolButton()
        self.button.setObjectName(f"section-{key}")
        self.button.setProperty("section", True)
        self.button.setCheckable(True)
        self.button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.button.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.button.setText(title)
        self.button.setAccessibleName(title)
        self._summary = ElidedLabel()
        self._summary.setProperty("quiet", True)
        self.header = QHBoxLayout()
        self.header.setSpacing(SPACING)
        self.header.addWidget(self.button)
        self.header.addWidget(self._summary, 1)
        if not small:
            self.column.addWidget(line())
        self.column.addLayout(self.header)
        self.button.setChecked(editing.unfolded.get(key, unfolded))
        self.button.toggled.connect(self._toggle)
        self._follow()

    def unfold(self) -> None:
        """Show the body."""
        self.button.setChecked(True)

    def refresh(self) -> None:
        """Show the present value, in the summary too."""
        if self._summary_of is not None:
            self._summary.setText("" if self.button.isChecked() else self._summary_of())
        if self.button.isChecked():
            super().refresh()

    def _toggle(self, unfolded: bool) -> None:
        self.editing.unfolded[self.key] = unfolded
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        unfolded = self.button.isChecked()
        sign = "mdi6.chevron-down" if unfolded else "mdi6.chevron-right"
        self.button.setIcon(icon(sign, self.editing.theme.quiet))
        if unfolded and self.body is None:
            self.body = Form(self.editing, self)
            self.body.column.setContentsMargins(8, 0, 0, 8)
            self._build(self.body)
            self.add(self.body)
        if self.body is not None:
            self.body.setVisible(unfolded)


class ElidedLabel(QLabel):
    """One line that ends in … where the room ends; the tooltip has it whole."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        self._words = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show these words."""
        self._words = " ".join(words.split())
        self.setToolTip(self._words)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide for the new width."""
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        mode = Qt.TextElideMode.ElideRight
        super().setText(self.fontMetrics().elidedText(self._words, mode, self.width()))


class LinkButton(QPushButton):
    """A flat button that leads somewhere; its words end in … where the room ends."""

    def __init__(self, words: str, slot: Callable[[], object]) -> None:
        super().__init__()
        self._words = " ".join(words.split())
        self.setProperty("flat", True)
        self.setToolTip(self._words)
        self.setAccessibleName(self._words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: slot())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Elide for the new width."""
        super().resizeEvent(event)
        room = max(20, self.width() - 14)
        words = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setText(words.replace("&", "&&"))


class CalmCombo(QComboBox):
    """A drop-down that scrolling past does not change.

    As part of a sentence (:meth:`speak`) it is as wide as the words that it shows.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._speaks = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)

    def speak(self) -> None:
        """Be part of a sentence."""
        self._speaks = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Room for the words shown, or what drop-downs usually take."""
        usual = super().sizeHint()
        if not self._speaks:
            return usual
        words = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(words + 58, usual.height())

    def minimumSizeHint(self) -> QSize:
        """In a sentence it may be squeezed, but never to nothing."""
        usual = super().minimumSizeHint()
        return QSize(60, usual.height()) if self._speaks else usual

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()


class FlowLayout(QLayout):
    """Widgets one after another like words, in as many lines as it takes."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 4) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        """Add at the end."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item of that index, or None."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item of that index out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at that width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget into its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As small as it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest widget."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        x, y, height = rect.x(), rect.y(), 0
        row: list[tuple[QLayoutItem, int, QSize]] = []

        def place() -> None:
            for item, left, size in row if move else ():
                top = y + (height - size.height()) // 2
                item.setGeometry(QRect(left, top, size.width(), size.height()))

        for item in self._items:
            if item.widget() is not None and item.widget().isHidden():
                continue
            size = item.sizeHint().expandedTo(item.minimumSize())
            size.setWidth(min(size.width(), max(rect.width(), item.minimumSize().width())))
            if row and x + size.width() > rect.right() + 1:
                place()
                x, y, height, row = rect.x(), y + height + self.spacing(), 0, []
            row.append((item, x, size))
            x += size.width() + self.spacing()
            height = max(height, size.height())
        place()
        return y + height - rect.y()


def caption(words: str, buddy: QWidget | None = None) -> QLabel:
    """The small label over or before a field."""
    label = QLabel(words)
    label.setProperty("caption", True)
    label.setWordWrap(True)
    if buddy is not None:
        label.setBuddy(buddy)
    return label


def quiet(words: str) -> QLabel:
    """Words that explain, wrapped."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("quiet", True)
    return label


def line() -> QFrame:
    """A thin line between sections."""
    frame = QFrame()
    frame.setProperty("line", True)
    frame.setFixedHeight(1)
    return frame


def tool(editing: Editing, sign: str, words: str, slot: Callable[[], object]) -> QToolButton:
    """A small button with an icon; ``words`` are its tooltip and its accessible name."""
    button = QToolButton()
    button.setIcon(icon(sign, editing.theme.quiet, editing.theme.line))
    button.setToolTip(words)
    button.setAccessibleName(words)
    button.setProperty("small", True)
    button.setMinimumSize(24, 24)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setEnabled(not editing.read_only)
    button.clicked.connect(lambda: slot())
    return button


def read_only_words() -> str:
    """Why nothing can be changed."""
    return QCoreApplication.translate(
        "Inspector", "This story is read-only: it can be looked at, not changed."
    )
