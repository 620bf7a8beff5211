"""Conditions and effects by drop-downs: what is read is what the story says, in both languages."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QWidget

from studio.desktop.inspector.conditions import ConditionField
from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.effects import EffectsField
from studio.desktop.inspector.sentences import condition_words, effect_words
from studio.desktop.inspector.value_fields import NumberField
from studio.desktop.language import Translations
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk
from tests.desktop.inspector.test_scene_page import click, pick, unfold
from tests.desktop.rich_story import rich_story
from tests.random_stories import conditions

CHOICE = ("scenes", "minibus", "then", "choices", "talk")
HERE = (*CHOICE, "condition")
PATH = "/".join(HERE)

COMPARE = m.Comparison("trust", ">=", 2)
NESTED = m.AllOf(
    (
        COMPARE,
        m.Not(m.Chosen("minibus", "wave")),
        m.AnyOf((m.Noticed("debt"), m.Comparison("phone", "=", True))),
    )
)


def open_choice(desk: Desk, condition: m.Condition | None = None) -> None:
    desk.story = edits.put_value(desk.story, HERE, condition)
    desk.show()
    desk.inspector.look_at(scenes=("minibus",))
    unfold(desk, "choice-minibus-talk")


def now(desk: Desk) -> Any:
    return edits.value_at(desk.story, HERE)


def words_of(desk: Desk) -> list[str]:
    """What can be read in the condition's field, in order."""
    field = next(
        each for each in desk.inspector.findChildren(ConditionField) if each.address == HERE
    )
    words: list[str] = []
    for widget in field.findChildren(QWidget):
        if not isinstance(widget, QComboBox | QLabel | NumberField):
            continue
        if isinstance(widget, QComboBox):
            words.append(widget.currentText())
        elif isinstance(widget, NumberField) or widget.text():
            words.append(widget.text())
    return words


def test_a_condition_is_built_by_drop_downs(desk: Desk) -> None:
    open_choice(desk)
    click(desk.field(f"add-condition-{PATH}"))
    assert now(desk) == m.Comparison("trust", ">=", 1)
    assert [each for each in words_of(desk) if each != "1"] == ["if", "trust", "is at least"]
    pick(desk.field(f"{PATH}/operator"), "is less than")
    value = desk.field(f"{PATH}/value")
    assert isinstance(value, NumberField)
    value.setFocus()
    value.selectAll()
    QTest.keyClicks(value, "4")
    QTest.keyClick(value, Qt.Key.Key_Return)
    assert now(desk) == m.Comparison("trust", "<", 4)


def test_the_subject_can_be_anything_of_the_story(desk: Desk) -> None:
    open_choice(desk, COMPARE)
    subject = f"subject-{PATH}"
    for words, expected in (
        ("phone returned", m.Comparison("phone", "=", True)),
        ("mood", m.Comparison("mood", "=", "calm")),
        ("the score", m.ScoreComparison(">=", 1)),
        ("the score in “Contact”", m.ScoreComparison(">=", 1, "contact")),
        ("the scene", m.Visited("minibus")),
        ("the choice", m.Chosen("minibus", "papers")),
        ("the indicator", m.Noticed("passports")),
    ):
        combo = desk.field(subject)
        assert isinstance(combo, QComboBox)
        combo.setCurrentIndex(combo.findText(words))
        combo.activated.emit(combo.currentIndex())
        assert now(desk) == expected
    pick(desk.field(f"verb-{PATH}"), "has not been noticed")
    assert now(desk) == m.Not(m.Noticed("passports"))


def test_groups_are_made_changed_and_undone(desk: Desk) -> None:
    open_choice(desk, COMPARE)
    click(desk.field(f"add-condition-{PATH}"))
    assert now(desk) == m.AllOf((COMPARE, m.Comparison("trust", ">=", 1)))
    combos = desk.inspector.findChildren(QComboBox)
    group = next(each for each in combos if each.currentText() == "all of these hold")
    pick(group, "none of these holds")
    assert now(desk) == m.Not(m.AnyOf((COMPARE, m.Comparison("trust", ">=", 1))))
    QApplication.processEvents()
    removers = [
        each
        for each in desk.inspector.findChildren(QToolButton)
        if each.accessibleName() == "Remove this condition" and each.isVisible()
    ]
    click(removers[0])
    assert now(desk) == m.Not(m.Comparison("trust", ">=", 1))


def test_a_number_keeps_the_focus_while_the_story_changes(desk: Desk) -> None:
    open_choice(desk, NESTED)
    value = desk.field(f"{PATH}/conditions/0/value")
    assert isinstance(value, NumberField)
    value.setFocus()
    QTest.keyClick(value, Qt.Key.Key_Up)
    QTest.keyClick(value, Qt.Key.Key_Up)
    assert value.hasFocus()
    assert now(desk).conditions[0] == m.Comparison("trust", ">=", 4)
    assert len({visit for _, visit in desk.steps}) == 1


def test_a_nested_condition_reads_as_a_sentence(desk: Desk, translations: Translations) -> None:
    assert condition_words(desk.editing, NESTED) == (
        "“trust” is at least 2 and the choice “Wave them through” in “Minibus at the second line” "
        "has not been made and (the indicator “Debt” has been noticed or “phone returned” is yes)"
    )
    translations.use("pl")
    desk.show(language="pl")
    assert condition_words(desk.editing, NESTED) == (
        "„zaufanie” wynosi co najmniej 2 i wybór „Przepuszczam” w scenie „Minibus na drugiej "
        "linii” nie został dokonany i (symptom „Dług” został zauważony lub „telefon oddany” "
        "ma wartość tak)"
    )
    effect = m.AddToVariable("trust", -1.5)
    assert effect_words(desk.editing, effect) == "zmniejsz „zaufanie” o 1,5"


@given(conditions)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_every_condition_can_be_shown_and_said(desk: Desk, condition: m.Condition) -> None:
    desk.steps.clear()
    open_choice(desk, condition)
    assert desk.steps == []
    assert condition_words(desk.editing, condition)
    assert now(desk) == condition


def test_what_does_not_exist_is_shown_as_such(desk: Desk) -> None:
    open_choice(desk, m.AllOf((m.Comparison("gone", "=", 1), m.Visited("nowhere"))))
    assert any("⚠ gone" in each for each in words_of(desk))
    assert now(desk).conditions[0] == m.Comparison("gone", "=", 1)


@pytest.mark.parametrize(
    ("verb", "expected"),
    [
        ("decrease", m.AddToVariable("trust", -1)),
        ("set", m.SetVariable("trust", 1)),
        ("note the indicator", m.NoticeIndicator("passports")),
    ],
)
def test_effects_are_sentences_too(desk: Desk, verb: str, expected: m.Effect) -> None:
    open_choice(desk)
    path = "/".join((*CHOICE, "effects"))
    click(desk.field(f"add-effect-{path}"))
    assert edits.value_at(desk.story, (*CHOICE, "effects")) == (m.AddToVariable("trust", 1),)
    combo = desk.field(f"verb-{path}/0")
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findText(verb))
    combo.activated.emit(combo.currentIndex())
    assert edits.value_at(desk.story, (*CHOICE, "effects")) == (expected,)


def test_the_amount_of_a_decrease_is_shown_without_its_sign(desk: Desk) -> None:
    desk.story = edits.put_value(desk.story, (*CHOICE, "effects"), (m.AddToVariable("trust", -2),))
    desk.show()
    open_choice(desk)
    amount = desk.field("/".join((*CHOICE, "effects", "0", "amount")))
    assert isinstance(amount, NumberField)
    assert amount.text() == "2"
    amount.setFocus()
    amount.selectAll()
    QTest.keyClicks(amount, "3")
    QTest.keyClick(amount, Qt.Key.Key_Return)
    assert edits.value_at(desk.story, (*CHOICE, "effects")) == (m.AddToVariable("trust", -3),)


def test_an_empty_story_offers_nothing_to_be_about() -> None:
    editing = Editing()
    field = EffectsField(editing, ("scenes", "x", "effects"), "Effects", "None.")
    assert not field.shape()[2]
    assert rich_story().variables
