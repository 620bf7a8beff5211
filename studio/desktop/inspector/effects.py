"""Effects by drop-downs in a sentence: increase, decrease, set, note an indicator."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from studio.desktop.inspector.conditions import value_field
from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.parts import CalmCombo, FlowLayout, Form, Rebuilt, quiet, tool
from studio.desktop.inspector.value_fields import NumberField, PickField
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import (
    AddToVariable,
    Effect,
    NoticeIndicator,
    NumberVariable,
    SetVariable,
    TextVariable,
)

Verb = str


class EffectsField(Rebuilt):
    """The list of effects at an address, one sentence each."""

    def __init__(self, editing: Editing, address: Address, name: str, none: str) -> None:
        super().__init__(editing)
        self._address = address
        self._name = name
        self._none = none
        self.setAccessibleName(name)

    def shape(self) -> object:
        """Lists of equal kinds use the same widgets."""
        effects: tuple[Effect, ...] = self.editing.value(self._address, ())
        kinds = tuple(self._kind(each) for each in effects)
        return (kinds, self.editing.read_only, bool(edits.first_effect(self.editing.story)))

    def build(self, inside: Form) -> None:
        """A row for each effect."""
        effects: tuple[Effect, ...] = self.editing.value(self._address, ())
        if not effects:
            inside.add(quiet(self._none))
        for index, effect in enumerate(effects):
            inside.add(EffectRow(self.editing, (*self._address, index), self._name, effect))
        add = QPushButton(self.tr("+ Add an effect"))
        add.setObjectName(f"add-effect-{'/'.join(map(str, self._address))}")
        add.setProperty("flat", True)
        possible = edits.first_effect(self.editing.story) is not None
        add.setEnabled(possible and not self.editing.read_only)
        if not possible:
            add.setToolTip(self.tr("Add a variable or an indicator first."))
        add.clicked.connect(
            lambda: self.editing.do(
                lambda story: edits.add_effect(story, self._address), self._name
            )
        )
        inside.add_row(add, QWidget(), stretch=1)

    def _kind(self, effect: Effect) -> object:
        match effect:
            case SetVariable(variable=name):
                variable = self.editing.story.variable_by_id.get(name)
                options = variable.options if isinstance(variable, TextVariable) else None
                return ("set", type(variable).__name__, options)
            case AddToVariable(amount=amount):
                return "decrease" if amount < 0 else "increase"
            case NoticeIndicator():
                return "notice"


class EffectRow(QWidget):
    """One effect as a sentence."""

    def __init__(self, editing: Editing, address: Address, name: str, effect: Effect) -> None:
        super().__init__()
        self._editing = editing
        self._address = address
        self._name = name
        self._parts: list[Any] = []
        flow = FlowLayout(self)
        path = "/".join(str(step) for step in address)
        self._verb = CalmCombo()
        self._verb.setObjectName(f"verb-{path}")
        self._verb.setAccessibleName(self.tr("What happens"))
        self._verb.setToolTip(self._verb.accessibleName())
        self._verb.setEnabled(not editing.read_only)
        self._verb.speak()
        verbs = {
            "increase": self.tr("increase"),
            "decrease": self.tr("decrease"),
            "set": self.tr("set"),
            "notice": self.tr("note the indicator"),
        }
        self._verbs = [each for each in verbs if self._possible(each) or each == verb_of(effect)]
        self._verb.addItems([verbs[each] for each in self._verbs])
        self._verb.setCurrentIndex(self._verbs.index(verb_of(effect)))
        self._verb.activated.connect(lambda index: self._take(self._verbs[index]))
        flow.addWidget(self._verb)
        if isinstance(effect, NoticeIndicator):
            flow.addWidget(self._pick("indicator", self.tr("Indicator")))
        else:
            flow.addWidget(self._pick("variable", self.tr("Variable")))
            number = isinstance(effect, AddToVariable)
            label = QLabel(self.tr("by", "increase trust by 2") if number else self.tr("to"))
            label.setProperty("joiner", True)
            flow.addWidget(label)
            flow.addWidget(self._value(effect))
        remove = tool(
            editing,
            "mdi6.close",
            self.tr("Remove this effect"),
            lambda: editing.do(
                lambda story: edits.remove_item(story, address[:-1], address[-1]), name
            ),
        )
        flow.addWidget(remove)

    def refresh(self) -> None:
        """Show the present names and values."""
        for part in self._parts:
            part.refresh()

    def _pick(self, field: str, name: str) -> QWidget:
        pick = PickField(
            self._editing,
            (*self._address, field),
            name,
            lambda: self._names(field),
            lambda key: self._aim(field, key),
        )
        pick.speak()
        self._parts.append(pick)
        return pick

    def _value(self, effect: Effect) -> QWidget:
        if isinstance(effect, AddToVariable):
            amount = NumberField(
                self._editing,
                (*self._address, "amount"),
                self.tr("Amount"),
                least=0.0,
                sign=-1 if effect.amount < 0 else 1,
            )
            amount.setMinimumWidth(64)
            amount.setMaximumWidth(84)
            self._parts.append(amount)
            return amount
        assert isinstance(effect, SetVariable)
        variable = self._editing.story.variable_by_id.get(effect.variable)
        number = variable is None or isinstance(variable, NumberVariable)
        here = (*self._address, "value")
        field = value_field(self._editing, here, self.tr("Value"), variable, number=number)
        self._parts.append(field)
        return field

    def _names(self, field: str) -> list[tuple[object, str]]:
        story, language = self._editing.story, self._editing.language
        if field == "indicator":
            return [(each.id, name_of(each, language)) for each in story.indicators]
        adding = isinstance(self._editing.value(self._address), AddToVariable)
        return [
            (each.id, name_of(each, language))
            for each in story.variables
            if not adding or isinstance(each, NumberVariable)
        ]

    def _aim(self, field: str, key: object) -> None:
        before = self._editing.value(self._address)
        if isinstance(before, SetVariable):
            variable = self._editing.story.variable_by_id[str(key)]
            self._editing.put(self._address, edits.assignment_of(variable, before), self._name)
        else:
            self._editing.put((*self._address, field), key, self._name)

    def _possible(self, verb: Verb) -> bool:
        story = self._editing.story
        if verb == "notice":
            return bool(story.indicators)
        if verb == "set":
            return bool(story.variables)
        return any(isinstance(each, NumberVariable) for each in story.variables)

    def _take(self, verb: Verb) -> None:
        before: Effect = self._editing.value(self._address)
        if verb == verb_of(before):
            return
        story = self._editing.story
        about = story.variable_by_id.get(getattr(before, "variable", ""))
        numbers = [each for each in story.variables if isinstance(each, NumberVariable)]
        made: Effect
        if verb == "notice":
            made = NoticeIndicator(story.indicators[0].id)
        elif verb == "set":
            made = edits.assignment_of(about or story.variables[0])
        else:
            number = about if isinstance(about, NumberVariable) else numbers[0]
            size = abs(before.amount) if isinstance(before, AddToVariable) else 1
            made = AddToVariable(number.id, (size or 1) * (-1 if verb == "decrease" else 1))
        self._editing.put(self._address, made, self._name)


def verb_of(effect: Effect) -> Verb:
    """What an effect does, as a word."""
    match effect:
        case AddToVariable(amount=amount):
            return "decrease" if amount < 0 else "increase"
        case SetVariable():
            return "set"
        case NoticeIndicator():
            return "notice"
