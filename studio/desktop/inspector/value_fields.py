"""Fields for what is not words: numbers, yes or no, one of a few, colours."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QIcon, QPixmap, QValidator, QWheelEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QColorDialog,
    QDoubleSpinBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.parts import CalmCombo, tool
from studio.story.edits import Address
from studio.story.rules import is_number

_LIMIT = 1_000_000_000.0


class NumberField(QDoubleSpinBox):
    """A number, or nothing where ``none`` says in words what nothing means.

    Emptied, it is nothing again. With ``sign`` -1 it shows the amount that is taken away.
    """

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        *,
        none: str | None = None,
        least: float = -_LIMIT,
        most: float = _LIMIT,
        step: float = 1.0,
        suffix: str = "",
        whole: bool = False,
        sign: int = 1,
    ) -> None:
        super().__init__()
        self._editing = editing
        self.address = address
        self._name = name
        self._none = none
        self._least = least
        self._whole = whole
        self._sign = sign
        self._visit: object = object()
        self._shown: float | None = None
        self.setDecimals(0 if whole else 3)
        self.setRange(least - step if none is not None else least, most)
        self.setSingleStep(step)
        self.setSuffix(suffix)
        if none is not None:
            self.setSpecialValueText(none)
            self.valueChanged.connect(self._offer_clearing)
        self.lineEdit().setTextMargins(6, 0, 0, 0)
        self.setObjectName("/".join(str(each) for each in address))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setEnabled(not editing.read_only)
        self.setMinimumWidth(96)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._ask)

    def refresh(self) -> None:
        """Show the story's number, unless another is being typed."""
        value = self._editing.value(self.address)
        fits = value is None or is_number(value)
        self.setToolTip(self._name if fits else f"{self._name}: ⚠ {value}")
        value = value if fits else 0
        shown = (
            self.minimum()
            if value is None and self._none is not None
            else self._sign * float(value or 0)
        )
        if shown != self._shown:
            self._shown = shown
            self.blockSignals(True)
            self.setValue(shown)
            self.blockSignals(False)
            self._offer_clearing()

    def textFromValue(self, value: float) -> str:
        """No more decimals than it has, with the comma or point of the language."""
        words = f"{value:.3f}".rstrip("0").rstrip(".") if not self._whole else f"{value:.0f}"
        return (
            words.replace("-0", "0", 1)
            if words == "-0"
            else words.replace(".", QLocale().decimalPoint())
        )

    def valueFromText(self, words: str) -> float:
        """Comma and point both part decimals; no words are nothing."""
        bare = words.removesuffix(self.suffix()).strip()
        if self._none is not None and bare in ("", self._none):
            return self.minimum()
        try:
            value = float(bare.replace(",", ".").replace("−", "-"))
        except ValueError:
            return self.value()
        return max(value, self._least) if math.isfinite(value) else self.value()

    def validate(self, words: str, at: int) -> object:
        """Let anything be typed that may become a number."""
        bare = words.removesuffix(self.suffix()).strip()
        if bare == "" or bare == self._none:
            fine = QValidator.State.Acceptable if self._none is not None else None
            return (fine or QValidator.State.Intermediate, words, at)
        allowed = "0123456789-−" if self._whole else "0123456789.,-−"
        if any(each not in allowed for each in bare):
            return (QValidator.State.Invalid, words, at)
        try:
            float(bare.replace(",", ".").replace("−", "-"))
        except ValueError:
            return (QValidator.State.Intermediate, words, at)
        return (QValidator.State.Acceptable, words, at)

    def stepBy(self, steps: int) -> None:
        """From nothing up to the least."""
        if self._none is not None and self.value() == self.minimum() and steps > 0:
            self.setValue(max(self._least, 0.0))
            return
        super().stepBy(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()

    def commit(self) -> None:
        """Take what is typed."""
        self.interpretText()

    def _offer_clearing(self) -> None:
        something = self._none is not None and self.value() > self.minimum()
        self.lineEdit().setClearButtonEnabled(something)

    def _ask(self, value: float) -> None:
        self._shown = value
        nothing = self._none is not None and value < self._least
        exact = self._sign * (int(value) if value == int(value) else round(value, 3))
        if not self._editing.put(self.address, None if nothing else exact, self._name, self._visit):
            self._shown = None
            self.refresh()


class CheckField(QCheckBox):
    """Yes or no."""

    def __init__(self, editing: Editing, address: Address, name: str) -> None:
        super().__init__(name)
        self._editing = editing
        self._address = address
        self.setObjectName("/".join(str(each) for each in address))
        self.setEnabled(not editing.read_only)
        self.clicked.connect(lambda yes: editing.put(address, yes, name))

    def refresh(self) -> None:
        """Show the story's yes or no."""
        self.setChecked(bool(self._editing.value(self._address)))


Options = Sequence[tuple[object, str]]


class PickField(CalmCombo):
    """One of a few, by words; ``options`` are pairs of the value and its words."""

    def __init__(
        self,
        editing: Editing,
        address: Address,
        name: str,
        options: Options | Callable[[], Options],
        put: Callable[[object], object] | None = None,
    ) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._options_of = options if callable(options) else lambda: options
        self._options: Options = ()
        self.setObjectName("/".join(str(each) for each in address))
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setEnabled(not editing.read_only)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        ask = put or (lambda value: editing.put(address, value, name))
        self.activated.connect(lambda index: ask(self._options[index][0]))

    def refresh(self) -> None:
        """Show the story's value; one that is not among the options is shown as it is."""
        value = self._editing.value(self._address)
        options = list(self._options_of())
        if all(each != value for each, _ in options):
            options.append((value, "—" if value is None else f"⚠ {value}"))
        if options != self._options:
            self._options = options
            self.clear()
            self.addItems([words for _, words in options])
        at = next(index for index, (each, _) in enumerate(options) if each == value)
        self.setCurrentIndex(at)


class SegmentsField(QWidget):
    """One of two to four, all in sight."""

    def __init__(
        self,
        editing: Editing,
        name: str,
        options: Options,
        get: Callable[[], object],
        put: Callable[[object], object],
    ) -> None:
        super().__init__()
        self._get = get
        self._buttons: list[tuple[object, QPushButton]] = []
        self._group = QButtonGroup(self)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, (value, words) in enumerate(options):
            button = QPushButton(words)
            button.setCheckable(True)
            button.setProperty(
                "segment", "first" if not index else "last" if index + 1 == len(options) else "mid"
            )
            button.setObjectName(f"{name}-{value}")
            button.setAccessibleName(f"{name}: {words}")
            button.setEnabled(not editing.read_only)
            button.clicked.connect(lambda _=False, value=value: (put(value), self.refresh()))
            self._group.addButton(button)
            self._buttons.append((value, button))
            row.addWidget(button, len(words) + 4)

    def refresh(self) -> None:
        """Press the button of the present value."""
        now = self._get()
        for value, button in self._buttons:
            if value == now:
                button.setChecked(True)


class ColourField(QWidget):
    """A colour by swatch or by ``#rrggbb``; nothing is the usual one."""

    def __init__(self, editing: Editing, address: Address, name: str, usual: str) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._name = name
        self._usual = usual
        self.swatch = QPushButton()
        self.swatch.setProperty("swatch", True)
        self.swatch.setFixedWidth(44)
        self.swatch.setAccessibleName(self.tr("{name}: choose a colour").format(name=name))
        self.swatch.setToolTip(self.swatch.accessibleName())
        self.swatch.clicked.connect(self._choose)
        self.code = QLineEdit()
        self.code.setObjectName("/".join(str(each) for each in address))
        self.code.setAccessibleName(name)
        self.code.setPlaceholderText(usual)
        self.code.editingFinished.connect(self._typed)
        clear = tool(editing, "mdi6.backup-restore", self.tr("Use the usual colour"), self._clear)
        for each in (self.swatch, self.code):
            each.setEnabled(not editing.read_only)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.swatch)
        row.addWidget(self.code, 1)
        row.addWidget(clear)

    def refresh(self) -> None:
        """Show the story's colour."""
        colour = self._editing.value(self._address)
        if self.code.text() != (colour or ""):
            self.code.setText(colour or "")
        picture = QPixmap(24, 16)
        picture.fill(QColor(colour or self._usual))
        self.swatch.setIcon(QIcon(picture))

    def _put(self, colour: str | None) -> None:
        if not self._editing.put(self._address, colour, self._name):
            self.refresh()

    def _typed(self) -> None:
        words = self.code.text().strip()
        if words != (self._editing.value(self._address) or ""):
            typed = words if words.startswith("#") or not words else f"#{words}"
            self._put(typed.lower() or None)

    def _choose(self) -> None:
        before = QColor(self._editing.value(self._address) or self._usual)
        chosen = QColorDialog.getColor(
            before, self.window(), self._name, QColorDialog.ColorDialogOption.DontUseNativeDialog
        )
        if chosen.isValid():
            self._put(chosen.name())

    def _clear(self) -> None:
        self._put(None)
