"""What lies on the picture: choices that are or can be hotspots, and concealed places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.clip_editor.areas import PictureArea
from studio.desktop.icons import icon
from studio.desktop.inspector.parts import FlowLayout
from studio.desktop.theme import Theme
from studio.story.model import Area

_NAME = Qt.ItemDataRole.UserRole
_SIDES = ("x", "y", "width", "height")
_ROWS_SHOWN = 6
_FIELD_WIDTH = 96


class PicturePanel(QWidget):
    """Lists the places; what is asked of the chosen one is told by signals with its name."""

    chosen = Signal()
    """Another place is chosen, or none."""
    shape_changed = Signal(bool)
    """Whether an ellipse is to be drawn."""
    conceal_wanted = Signal()
    manner_wanted = Signal(str, str)
    removal_wanted = Signal(str)
    area_wanted = Signal(str, object)
    times_wanted = Signal(str, float, float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._areas: dict[str, PictureArea] = {}
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("hotspot_choices")
        self.hide_place, self.remove = QPushButton(), QPushButton()
        self.hide_place.setObjectName("conceal")
        self.ellipse = QCheckBox()
        self.manner = QComboBox()
        self.manner.addItem("", "blur")
        self.manner.addItem("", "pixelate")
        self.start, self.end = _seconds(), _seconds()
        self.sides = {side: _percent() for side in _SIDES}
        self._labels = {name: QLabel() for name in ("time", "to", "x", "y", "width", "height")}
        self._title, self._hint = QLabel(), QLabel()
        self._title.setProperty("section", True)
        self._hint.setProperty("quiet", True)
        self._hint.setWordWrap(True)
        self._lay_out()
        self.list.currentItemChanged.connect(lambda *_: self._choose())
        self.hide_place.clicked.connect(self.conceal_wanted)
        self.remove.clicked.connect(lambda: self._tell(self.removal_wanted))
        self.ellipse.toggled.connect(self._use_shape)
        self.manner.activated.connect(
            lambda _index: self._tell(self.manner_wanted, self.manner.currentData())
        )
        for spin in (self.start, self.end):
            spin.valueChanged.connect(self._type_times)
        for spin in self.sides.values():
            spin.valueChanged.connect(self._type_area)
        self._say()

    @property
    def name(self) -> str | None:
        """The chosen place."""
        item = self.list.currentItem()
        return item.data(_NAME) if item is not None else None

    def choose(self, name: str) -> None:
        """Choose the place of this name."""
        for row in range(self.list.count()):
            if self.list.item(row).data(_NAME) == name:
                self.list.setCurrentRow(row)

    def show_areas(self, areas: Sequence[PictureArea], end: float) -> None:
        """Show these places; ``end`` is the clip's end in seconds of the file."""
        active = self.name
        before = self.list.blockSignals(True)
        self.list.clear()
        self._areas = {each.name: each for each in areas}
        for each in areas:
            sign = "mdi6.cursor-default-click-outline"
            sign = "mdi6.blur" if each.conceals else sign
            colour = self._theme.accent if each.area is not None else self._theme.edge
            item = QListWidgetItem(icon(sign, colour), each.words)
            item.setData(_NAME, each.name)
            if each.area is None:
                item.setForeground(self.palette().placeholderText())
            self.list.addItem(item)
            if each.name == active:
                self.list.setCurrentItem(item)
        self.list.blockSignals(before)
        row = max(20, self.list.sizeHintForRow(0)) if areas else 20
        self.list.setFixedHeight(row * min(_ROWS_SHOWN, max(2, len(areas))) + 8)
        self._show_chosen(end)

    def set_theme(self, theme: Theme) -> None:
        """Draw the signs in another theme."""
        self._theme = theme

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _show_chosen(self, end: float) -> None:
        area = self._areas.get(self.name or "")
        placed = area is not None and area.area is not None
        self.remove.setEnabled(placed)
        conceals = area is not None and area.conceals
        self.manner.setVisible(conceals)
        self._details.setVisible(placed)
        self._hint.setVisible(not placed)
        if area is None or area.area is None:
            return
        spins = (self.start, self.end, *self.sides.values())
        for spin in (*spins, self.ellipse):
            spin.blockSignals(True)
        self.manner.setCurrentIndex(self.manner.findData(area.manner))
        self.ellipse.setChecked(area.area.shape == "ellipse")
        self.start.setValue(area.start)
        self.end.setValue(end if area.end is None else area.end)
        for side, spin in self.sides.items():
            spin.setValue(100 * float(getattr(area.area, side)))
        for spin in (*spins, self.ellipse):
            spin.blockSignals(False)

    def _choose(self) -> None:
        self.chosen.emit()

    def _use_shape(self, ellipse: bool) -> None:
        self.shape_changed.emit(ellipse)
        if self.name is not None and self._areas[self.name].area is not None:
            self._type_area()

    def _tell(self, signal: object, *values: object) -> None:
        if self.name is not None:
            signal.emit(self.name, *values)  # type: ignore[attr-defined]

    def _type_times(self) -> None:
        if self.end.value() > self.start.value():
            self._tell(self.times_wanted, self.start.value(), self.end.value())

    def _type_area(self) -> None:
        x, y, width, height = (self.sides[side].value() / 100 for side in _SIDES)
        area = Area(
            round(x, 4),
            round(y, 4),
            round(min(width, 1 - x), 4),
            round(min(height, 1 - y), 4),
            "ellipse" if self.ellipse.isChecked() else "rectangle",
        )
        if area.width > 0 and area.height > 0:
            self._tell(self.area_wanted, area)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        rows = (
            ("time", self.start, "to", self.end),
            ("x", self.sides["x"], "y", self.sides["y"]),
            ("width", self.sides["width"], "height", self.sides["height"]),
        )
        for row, (first, left, second, right) in enumerate(rows):
            grid.addWidget(self._labels[first], row, 0)
            grid.addWidget(left, row, 1)
            grid.addWidget(self._labels[second], row, 2)
            grid.addWidget(right, row, 3)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        shape = QHBoxLayout()
        shape.addWidget(self.ellipse)
        shape.addStretch(1)
        shape.addWidget(self.manner)
        self._details = QWidget()
        inside = QVBoxLayout(self._details)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(grid)
        inside.addLayout(shape)
        buttons = QWidget()
        flow = FlowLayout(buttons, 6)
        flow.addWidget(self.hide_place)
        flow.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._title)
        column.addWidget(self.list)
        column.addWidget(self._hint)
        column.addWidget(self._details)
        column.addWidget(buttons)

    def _say(self) -> None:
        self._title.setText(self.tr("On the picture"))
        self._hint.setText(
            self.tr("Pick a choice and draw on the picture: it becomes a hotspot there.")
        )
        self.list.setAccessibleName(self.tr("Hotspots and concealed places"))
        self.hide_place.setText(self.tr("Conceal a place"))
        self.hide_place.setToolTip(
            self.tr(
                "Blurs a face or a number plate for good in the exported film. Draw the place on "
                "the picture, set its time below."
            )
        )
        self.remove.setText(self.tr("Take away"))
        self.ellipse.setText(self.tr("Ellipse"))
        self.manner.setItemText(0, self.tr("Blurred"))
        self.manner.setItemText(1, self.tr("In blocks"))
        self.manner.setAccessibleName(self.tr("How the place is concealed"))
        self._labels["time"].setText(self.tr("From"))
        self._labels["to"].setText(self.tr("to"))
        self._labels["x"].setText(self.tr("Left"))
        self._labels["y"].setText(self.tr("top"))
        self._labels["width"].setText(self.tr("Width"))
        self._labels["height"].setText(self.tr("height"))
        names = {
            self.start: self.tr("From"),
            self.end: self.tr("To"),
            self.sides["x"]: self.tr("Distance from the left edge of the picture"),
            self.sides["y"]: self.tr("Distance from the upper edge of the picture"),
            self.sides["width"]: self.tr("Width, as a part of the picture’s"),
            self.sides["height"]: self.tr("Height, as a part of the picture’s"),
        }
        for field, words in names.items():
            field.setAccessibleName(words)
            field.setToolTip(words)


def _seconds() -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(0, 360_000)
    spin.setDecimals(2)
    spin.setSingleStep(0.1)
    spin.setSuffix(" s")
    spin.setKeyboardTracking(False)
    spin.setMinimumWidth(_FIELD_WIDTH)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin


def _percent() -> QDoubleSpinBox:
    spin = QDoubleSpinBox()
    spin.setRange(0, 100)
    spin.setDecimals(1)
    spin.setSuffix(" %")
    spin.setKeyboardTracking(False)
    spin.setMinimumWidth(_FIELD_WIDTH)
    spin.lineEdit().setTextMargins(6, 0, 0, 0)
    return spin
