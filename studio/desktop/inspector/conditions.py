"""Conditions by drop-downs in a sentence: subject, verb, value; groups nest."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studio.desktop.inspector.editing import Editing, name_of
from studio.desktop.inspector.parts import CalmCombo, FlowLayout, Form, Rebuilt, quiet, tool
from studio.desktop.inspector.pickers import SearchField
from studio.desktop.inspector.sentences import (
    choice_words,
    condition_words,
    group_words,
    happened_words,
    operator_words,
    score_words,
    value_words,
)
from studio.desktop.inspector.value_fields import NumberField, PickField
from studio.story import edits
from studio.story.edits import Address
from studio.story.model import (
    AllOf,
    AnyOf,
    Chosen,
    Comparison,
    Condition,
    Decision,
    Not,
    Noticed,
    NumberVariable,
    ScoreComparison,
    TextVariable,
    Variable,
    Visited,
)

Subject = tuple[str, str | None]
_NAMES = {AllOf: "all", AnyOf: "any"}


class ConditionField(Rebuilt):
    """The condition at an address; ``none`` says what it means that there is none."""

    def __init__(self, editing: Editing, address: Address, name: str, none: str) -> None:
        super().__init__(editing)
        self.address = address
        self._name = name
        self._none = none
        self.setAccessibleName(name)

    def shape(self) -> object:
        """Conditions of equal skeleton use the same widgets."""
        condition = self.editing.value(self.address)
        return (skeleton(self.editing, condition), self.editing.read_only)

    def build(self, inside: Form) -> None:
        """Rows for the present condition."""
        condition = self.editing.value(self.address)
        if condition is None:
            inside.add(quiet(self._none))
        else:
            inside.add(self._node(condition, (), self.tr("if")))
        if isinstance(condition, AllOf | AnyOf):
            return
        add = QPushButton(
            self.tr("+ Add a condition") if condition is None else self.tr("+ Another condition")
        )
        add.setObjectName(f"add-condition-{'/'.join(map(str, self.address))}")
        add.setProperty("flat", True)
        add.setEnabled(not self.editing.read_only and bool(subjects(self.editing)))
        if not subjects(self.editing):
            add.setToolTip(self.tr("Add a variable, an indicator or a scene first."))
        add.clicked.connect(lambda: self._add(()))
        inside.add_row(add, QWidget(), stretch=1)

    def _node(self, condition: Condition, below: Address, lead: str) -> QWidget:
        while isinstance(condition, Not) and isinstance(condition.condition, Not):
            lead = f"{lead} {self.tr('it is not true that')}".strip()
            condition, below = condition.condition, (*below, "condition")
        bare = condition.condition if isinstance(condition, Not) else condition
        if isinstance(bare, AllOf | AnyOf):
            return self._group(bare, isinstance(condition, Not), below, lead)
        return ConditionRow(self, condition, below, lead)

    def _group(self, group: AllOf | AnyOf, negated: bool, below: Address, lead: str) -> QWidget:
        frame = Form(self.editing)
        head = QHBoxLayout()
        first = QLabel(lead)
        first.setProperty("joiner", True)
        head.addWidget(first)
        combo = CalmCombo()
        combo.setEnabled(not self.editing.read_only)
        combo.setAccessibleName(self.tr("How many of the conditions must hold"))
        combo.setToolTip(combo.accessibleName())
        kinds = [(AllOf, False), (AnyOf, False), (AllOf, True), (AnyOf, True)]
        combo.addItems([group_words(kind, no) for kind, no in kinds])
        combo.setCurrentIndex(kinds.index((type(group), negated)))

        def regroup(index: int) -> None:
            kind, no = kinds[index]
            made: Condition = kind(group_now().conditions)
            self.put(below, Not(made) if no else made)

        def group_now() -> Any:
            now = self.value(below)
            return now.condition if isinstance(now, Not) else now

        combo.activated.connect(regroup)
        head.addWidget(combo, 1)
        if below:
            head.addWidget(self._remover(below))
        frame.column.addLayout(head)
        box = QFrame()
        box.setProperty("group", True)
        column = QVBoxLayout(box)
        column.setContentsMargins(10, 2, 0, 2)
        column.setSpacing(4)
        inner = (*below, "condition") if negated else below
        joiner = self.tr("and") if isinstance(group, AllOf) else self.tr("or")
        for index, each in enumerate(group.conditions):
            node = self._node(each, (*inner, "conditions", index), joiner if index else "")
            frame.parts.append(node)
            column.addWidget(node)
        row = QHBoxLayout()
        for words, slot in (
            (self.tr("+ Condition"), lambda: self._add(inner)),
            (self.tr("+ Group"), lambda: self._add_group(inner, group)),
        ):
            button = QPushButton(words)
            button.setProperty("flat", True)
            button.setEnabled(not self.editing.read_only)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        frame.column.addWidget(box)
        return frame

    def _remover(self, below: Address) -> QWidget:
        words = self.tr("Remove this condition")
        return tool(self.editing, "mdi6.close", words, lambda: self.remove(below))

    def value(self, below: Address) -> Any:
        """The condition at that place."""
        return self.editing.value((*self.address, *below))

    def put(self, below: Address, condition: object, visit: object = None) -> bool:
        """Ask for another condition at that place."""
        return self.editing.put((*self.address, *below), condition, self._name, visit)

    def remove(self, below: Address) -> None:
        """Ask to take the condition at that place away."""
        self.editing.do(
            lambda story: edits.remove_condition(story, self.address, below), self._name
        )

    def _add(self, inner: Address) -> None:
        first = first_of(self.editing)
        if first is not None:
            here = (*self.address, *inner)
            self.editing.do(lambda story: edits.add_condition(story, here, first), self._name)

    def _add_group(self, inner: Address, group: AllOf | AnyOf) -> None:
        first = first_of(self.editing)
        if first is not None:
            other = AnyOf if isinstance(group, AllOf) else AllOf
            here = (*self.address, *inner, "conditions")
            self.editing.do(lambda story: edits.add_item(story, here, other((first,))), self._name)


class ConditionRow(QWidget):
    """One condition: what it is about, the verb, the value."""

    def __init__(
        self, field: ConditionField, condition: Condition, below: Address, lead: str
    ) -> None:
        super().__init__()
        self._field = field
        self._editing = field.editing
        self._below = below
        self._parts: list[Any] = []
        flow = FlowLayout(self)
        for words in (lead, self._prefix(condition)):
            if words:
                label = QLabel(words)
                label.setProperty("joiner", True)
                flow.addWidget(label)
        self._subject = CalmCombo()
        self._subject.setObjectName(f"subject-{self._path()}")
        self._subject.setAccessibleName(self.tr("What the condition is about"))
        self._subject.setToolTip(self._subject.accessibleName())
        self._subject.setEnabled(not self._editing.read_only)
        self._subject.speak()
        self._subject.activated.connect(self._take_subject)
        self._subjects: list[Subject] = []
        flow.addWidget(self._subject)
        bare = _bare(condition)
        if isinstance(bare, Comparison | ScoreComparison):
            self._add_comparison(flow, condition)
        else:
            self._add_happened(flow, bare)
        flow.addWidget(field._remover(below))

    def refresh(self) -> None:
        """Show the present subject, verb and value."""
        bare = _bare(self._field.value(self._below))
        now = subject_of(bare)
        options = subjects(self._editing, now)
        words = [name for _, name in options]
        if words != [self._subject.itemText(index) for index in range(self._subject.count())]:
            self._subject.clear()
            self._subject.addItems(words)
        self._subjects = [subject for subject, _ in options]
        self._subject.setCurrentIndex(self._subjects.index(now))
        for part in self._parts:
            part.refresh()

    def _path(self) -> str:
        return "/".join(str(step) for step in (*self._field.address, *self._below))

    def _prefix(self, condition: Condition) -> str:
        """Of a comparison, *not* stands before it; the others have it in their verb."""
        if isinstance(condition, Not) and isinstance(
            condition.condition, Comparison | ScoreComparison
        ):
            return self.tr("it is not true that")
        return ""

    def _inner(self) -> Address:
        """The steps to the condition below all *not*."""
        below, condition = self._below, self._field.value(self._below)
        while isinstance(condition, Not):
            below, condition = (*below, "condition"), condition.condition
        return below

    def _add_comparison(self, flow: FlowLayout, condition: Condition) -> None:
        bare = _bare(condition)
        here = (*self._field.address, *self._inner())
        variable = (
            self._editing.story.variable_by_id.get(bare.variable)
            if isinstance(bare, Comparison)
            else None
        )
        number = isinstance(bare, ScoreComparison) or _is_number(variable)
        operators = [
            (each, operator_words(each, number=number)) for each in edits.operators_for(variable)
        ]
        verb = PickField(self._editing, (*here, "operator"), self.tr("Comparison"), operators)
        verb.speak()
        value = value_field(
            self._editing, (*here, "value"), self.tr("Value"), variable, number=number
        )
        for widget in (verb, value):
            self._parts.append(widget)
            flow.addWidget(widget)

    def _add_happened(self, flow: FlowLayout, bare: Condition) -> None:
        kind = type(bare)
        pick = SearchField(
            self._editing,
            self.tr("Which one"),
            lambda: _object_of(_bare(self._field.value(self._below))),
            lambda: _objects(self._editing, kind),
            lambda key: self._field.put(self._inner(), _about(kind, key)),
            lambda key: _object_words(self._editing, kind, key),
        )
        pick.setObjectName(f"object-{self._path()}")
        pick.setMinimumWidth(150)
        verb = CalmCombo()
        verb.setObjectName(f"verb-{self._path()}")
        verb.setAccessibleName(self.tr("Whether it happened"))
        verb.setToolTip(verb.accessibleName())
        verb.setEnabled(not self._editing.read_only)
        verb.speak()
        verb.addItems([happened_words(kind, True), happened_words(kind, False)])
        verb.activated.connect(self._take_verb)
        self._parts.append(pick)
        self._parts.append(_Verb(verb, lambda: self._field.value(self._below)))
        flow.addWidget(pick)
        flow.addWidget(verb)

    def _take_verb(self, index: int) -> None:
        bare = _bare(self._field.value(self._below))
        self._field.put(self._below, Not(bare) if index else bare)

    def _take_subject(self, index: int) -> None:
        subject = self._subjects[index]
        before = _bare(self._field.value(self._below))
        if subject_of(before) == subject:
            return
        made = condition_about(self._editing, subject, before)
        if made is None:
            self._editing.refused.emit(self.tr("There is nothing of this kind in the story yet."))
            self.refresh()
            return
        self._field.put(self._inner(), made)


class _Verb:
    """Keeps a verb's drop-down at what the condition says."""

    def __init__(self, combo: CalmCombo, value: Any) -> None:
        self._combo, self._value = combo, value

    def refresh(self) -> None:
        """Show whether it must have happened."""
        self._combo.setCurrentIndex(1 if isinstance(self._value(), Not) else 0)


def value_field(
    editing: Editing, address: Address, name: str, variable: Variable | None, *, number: bool
) -> QWidget:
    """The field for a value of a variable."""
    if number:
        field = NumberField(editing, address, name)
        field.setMinimumWidth(64)
        field.setMaximumWidth(84)
        return field
    if isinstance(variable, TextVariable):
        options = [
            (each, value_words(variable, each, editing.language)) for each in variable.options
        ]
    else:
        options = [(each, value_words(variable, each, editing.language)) for each in (True, False)]
    pick = PickField(editing, address, name, options)
    pick.speak()
    return pick


def skeleton(editing: Editing, condition: Condition | None) -> object:
    """What decides about the widgets of a condition."""
    match condition:
        case None:
            return None
        case AllOf(conditions=conditions) | AnyOf(conditions=conditions):
            inner = tuple(skeleton(editing, each) for each in conditions)
            return (_NAMES[type(condition)], inner)
        case Not(condition=Visited() | Chosen() | Noticed() as inner):
            return skeleton(editing, inner)
        case Not(condition=inner):
            return ("not", skeleton(editing, inner))
        case Comparison(variable=name):
            variable = editing.story.variable_by_id.get(name)
            options = (
                (variable.options, tuple(sorted(map(str, variable.option_names.items()))))
                if isinstance(variable, TextVariable)
                else None
            )
            return ("compare", type(variable).__name__, options)
        case _:
            return type(condition).__name__


def subjects(editing: Editing, present: Subject | None = None) -> list[tuple[Subject, str]]:
    """Everything that a condition can be about, with its words."""
    translate = QCoreApplication.translate
    story = editing.story
    found: list[tuple[Subject, str]] = [
        (("variable", each.id), name_of(each, editing.language)) for each in story.variables
    ]
    if story.scenes:
        found.append((("score", None), score_words(editing, None)))
        found += [(("score", each.id), score_words(editing, each.id)) for each in story.competences]
        found.append((("visited", None), translate("Sentences", "the scene")))
        found.append((("chosen", None), translate("Sentences", "the choice")))
    if story.indicators:
        found.append((("noticed", None), translate("Sentences", "the indicator")))
    if present is not None and all(subject != present for subject, _ in found):
        found.append((present, f"⚠ {present[1] or present[0]}"))
    return found


def subject_of(condition: Condition) -> Subject:
    """What a condition without *not* is about."""
    match condition:
        case Comparison(variable=name):
            return ("variable", name)
        case ScoreComparison(competence=competence):
            return ("score", competence)
        case Visited():
            return ("visited", None)
        case Chosen():
            return ("chosen", None)
        case _:
            return ("noticed", None)


def condition_about(
    editing: Editing, subject: Subject, before: Condition | None = None
) -> Condition | None:
    """A condition about the subject, to begin with; None if there is nothing of the kind."""
    kind, name = subject
    story = editing.story
    if kind == "variable" and name is not None:
        kept = before if isinstance(before, Comparison) else None
        variable = story.variable_by_id.get(name)
        return edits.comparison_about(variable, kept) if variable else None
    if kind == "score":
        kept_score = before if isinstance(before, ScoreComparison) else ScoreComparison(">=", 1)
        return ScoreComparison(kept_score.operator, kept_score.value, name)
    of = {"visited": Visited, "chosen": Chosen, "noticed": Noticed}[kind]
    first = next(iter(_objects(editing, of)), None)
    return _about(of, first[0]) if first else None


def first_of(editing: Editing) -> Condition | None:
    """A condition to begin with: about what the story has first."""
    for subject, _ in subjects(editing):
        made = condition_about(editing, subject)
        if made is not None:
            return made
    return None


def condition_summary(editing: Editing, condition: Condition | None) -> str:
    """The condition with its *if*, for places where there is little room."""
    if condition is None:
        return ""
    translate = QCoreApplication.translate
    words = condition_words(editing, condition)
    return translate("Sentences", "if {condition}").format(condition=words)


def _bare(condition: Condition) -> Any:
    while isinstance(condition, Not):
        condition = condition.condition
    return condition


def _is_number(variable: Variable | None) -> bool:
    return variable is None or isinstance(variable, NumberVariable)


def _about(kind: type, key: Any) -> Condition:
    return Chosen(*key) if kind is Chosen else kind(key)


def _object_of(condition: Any) -> object:
    match condition:
        case Visited(scene=scene):
            return scene
        case Chosen(scene=scene, choice=choice):
            return (scene, choice)
        case _:
            return getattr(condition, "indicator", None)


def _objects(editing: Editing, kind: type) -> list[tuple[Any, str]]:
    story = editing.story
    if kind is Visited:
        return [(scene.id, editing.scene_title(scene.id)) for scene in story.scenes]
    if kind is Noticed:
        return [(each.id, name_of(each, editing.language)) for each in story.indicators]
    return [
        ((scene.id, choice.id), choice_words(editing, scene.id, choice.id))
        for scene in story.scenes
        if isinstance(scene.then, Decision)
        for choice in scene.then.choices
    ]


def _object_words(editing: Editing, kind: type, key: Any) -> str:
    if kind is Visited:
        known = key in editing.story.scene_by_id
        return editing.scene_title(key) if known else f"⚠ {key}"
    if kind is Noticed:
        return editing.item_name("indicators", key)
    return choice_words(editing, *key)
