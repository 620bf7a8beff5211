"""Beside the picture: variables (to be changed at will), the score, and the path so far."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studio.desktop.language import in_language
from studio.story.model import FlagVariable, NumberVariable, Story, TextVariable, Value, choice_of
from studio.story.play import State

_SCENE = Qt.ItemDataRole.UserRole
_WIDEST = 1_000_000


class FactsPanel(QWidget):
    """Shows a state; asks for other values."""

    value_wanted = Signal(str, object)
    scene_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: dict[str, QWidget] = {}
        self._story: Story | None = None
        self._language = "en"
        self._values_title, self._path_title = QLabel(), QLabel()
        for title in (self._values_title, self._path_title):
            font = title.font()
            font.setBold(True)
            title.setFont(font)
        self._form = QFormLayout()
        inside = QWidget()
        inside.setLayout(self._form)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        self._points = QLabel()
        self._points.setWordWrap(True)
        self._points.setProperty("quiet", True)
        self.path = QListWidget()
        self.path.setObjectName("path")
        self.path.setWordWrap(True)
        self.path.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.path.itemClicked.connect(lambda item: self.scene_wanted.emit(item.data(_SCENE)))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.addWidget(self._values_title)
        self._scroll.setMinimumHeight(90)
        column.addWidget(self._scroll, 2)
        column.addWidget(self._points)
        column.addWidget(self._path_title)
        column.addWidget(self.path, 3)
        self._say()

    def show_state(self, story: Story, state: State, language: str) -> None:
        """Show the values, points and path of this state."""
        if self._story is None or story.variables is not self._story.variables:
            self._story, self._language = story, language
            self._rebuild(story, language)
        self._story, self._language = story, language
        for name, field in self._fields.items():
            _put(field, state.tally.variables.get(name))
        self._points.setText(self._points_of(story, state))
        self._points.setMinimumHeight(self._points.heightForWidth(max(200, self._points.width())))
        self._show_path(story, state)

    def changeEvent(self, event: QEvent) -> None:
        """Say everything in the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _say(self) -> None:
        self._values_title.setText(self.tr("Variables"))
        self._path_title.setText(self.tr("Path so far"))
        self.path.setAccessibleName(self.tr("Path so far"))

    def _rebuild(self, story: Story, language: str) -> None:
        while self._form.rowCount():
            self._form.removeRow(0)
        self._fields = {}
        for variable in story.variables:
            name = in_language(variable.name, language, variable.id)
            field = self._field(variable)
            field.setAccessibleName(name)
            self._fields[variable.id] = field
            self._form.addRow(name, field)
        if not story.variables:
            none = QLabel(self.tr("This story has no variables."))
            none.setProperty("quiet", True)
            none.setWordWrap(True)
            self._form.addRow(none)

    def _field(self, variable: NumberVariable | FlagVariable | TextVariable) -> QWidget:
        def ask(value: Value) -> None:
            self.value_wanted.emit(variable.id, value)

        match variable:
            case NumberVariable(minimum=low, maximum=high):
                spin = QDoubleSpinBox()
                spin.setDecimals(0 if isinstance(variable.initial, int) else 2)
                spin.setRange(-_WIDEST if low is None else low, _WIDEST if high is None else high)
                spin.lineEdit().setTextMargins(6, 0, 0, 0)
                spin.valueChanged.connect(
                    lambda number: ask(int(number) if number == int(number) else number)
                )
                return spin
            case FlagVariable():
                tick = QCheckBox()
                tick.toggled.connect(ask)
                return tick
            case TextVariable(options=options):
                box = QComboBox()
                for option in options:
                    names = variable.option_names.get(option, {})
                    box.addItem(in_language(names, self._language, option), option)
                box.currentIndexChanged.connect(lambda index: ask(box.itemData(index)))
                return box

    def _points_of(self, story: Story, state: State) -> str:
        lines = [self.tr("Score: {points}").format(points=state.tally.score)]
        for competence in story.competences:
            if points := state.tally.competences.get(competence.id):
                name = in_language(competence.name, self._language, competence.id)
                lines.append(f"{name}: {points}")
        if state.tally.noticed:
            known = {each.id: each for each in story.indicators}
            names = [
                in_language(known[each].name, self._language, each) if each in known else each
                for each in state.tally.noticed
            ]
            lines.append(self.tr("Noticed: {names}").format(names=", ".join(names)))
        return "\n".join(lines)

    def _show_path(self, story: Story, state: State) -> None:
        """Scenes entered, each with the choices taken there."""
        self.path.clear()
        taken = list(state.path)
        for place, scene_id in enumerate(state.entered):
            scene = story.scene_by_id.get(scene_id)
            title = in_language(scene.title, self._language, scene_id) if scene else scene_id
            lines = [f"{place + 1}.  {title}"]
            while taken and taken[0].scene == scene_id:
                each = taken.pop(0)
                choice = choice_of(scene, each.choice) if scene else None
                words = in_language(choice.text, self._language, each.choice) if choice else ""
                notes = [self.tr("time ran out")] if each.timeout else []
                notes += [self.tr("tried again")] if each.withdrawn else []
                lines.append(f"      ↳ {words}" + (f" ({', '.join(notes)})" if notes else ""))
                following = state.entered[place + 1 : place + 2]
                if taken[:1] and taken[0].scene == scene_id and following == (scene_id,):
                    break
            item = QListWidgetItem("\n".join(lines))
            item.setData(_SCENE, scene_id)
            self.path.addItem(item)
        self.path.scrollToBottom()


def _put(field: QWidget, value: Value | None) -> None:
    """Show the value without asking for it."""
    before = field.blockSignals(True)
    if isinstance(field, QDoubleSpinBox) and isinstance(value, int | float):
        field.setValue(float(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    field.blockSignals(before)
