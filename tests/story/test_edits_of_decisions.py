"""Kinds of continuation, choices, ways on; conditions and effects."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.story import edits
from studio.story import model as m
from studio.story.rules import Facts, holds, initial_values
from tests.random_stories import VARIABLES, conditions, stories

CONDITION = ("scenes", "ask", "then", "choices", "yes", "condition")


def story_with(then: m.Continuation | None) -> m.Story:
    scenes = (m.Scene(id="ask", then=then), m.Scene(id="end", then=m.Ending()))
    return replace(
        m.new_story("s", {"en": "S"}, ("en",)),
        scenes=scenes,
        variables=VARIABLES,
        indicators=(m.Indicator("sign"),),
    )


def asking(condition: m.Condition | None = None) -> m.Story:
    choices = (m.Choice("yes", target="end", condition=condition), m.Choice("no"))
    return story_with(m.Decision(choices=choices, on_timeout="yes"))


@given(stories(), st.sampled_from(["undecided", "decision", "next", "ending"]))
def test_every_kind_can_follow_every_scene(story: m.Story, kind: edits.ContinuationKind) -> None:
    scene = story.scenes[0]
    after = edits.continue_with(story, scene.id, kind)
    assert edits.continuation_kind(after.scenes[0].then) == kind
    if kind in ("decision", "next") and m.targets(scene):
        assert m.targets(after.scenes[0])[0] in m.targets(scene)
    assert edits.continue_with(after, scene.id, kind) is after


def test_a_way_on_becomes_the_first_choice_and_back() -> None:
    story = story_with(m.Next(target="end"))
    after = edits.continue_with(story, "ask", "decision")
    assert m.targets(after.scenes[0]) == ("end",)
    assert edits.continue_with(after, "ask", "next") == story


def test_added_choices_have_ids_of_their_own() -> None:
    story = story_with(None)
    for _ in range(3):
        story = edits.add_choice(story, "ask")
    story = edits.remove_choice(story, "ask", "choice_1")
    story = edits.duplicate_choice(edits.add_choice(story, "ask", "end"), "ask", "choice_2")
    assert isinstance(story.scenes[0].then, m.Decision)
    ids = [choice.id for choice in story.scenes[0].then.choices]
    assert len(set(ids)) == len(ids) == 4
    assert ids[0] == "choice_2"
    assert m.targets(story.scenes[0]) == ("end",)


def test_a_removed_choice_is_no_longer_taken_by_the_time_limit() -> None:
    then = edits.remove_choice(asking(), "ask", "yes").scenes[0].then
    assert then == m.Decision(choices=(m.Choice("no"),))
    kept = edits.remove_choice(asking(), "ask", "no").scenes[0].then
    assert isinstance(kept, m.Decision)
    assert kept.on_timeout == "yes"
    with pytest.raises(KeyError):
        edits.remove_choice(asking(), "ask", "maybe")


def test_a_branch_begins_with_a_condition_that_can_hold() -> None:
    story = edits.add_branch(story_with(m.Next(target="end")), "ask")
    assert isinstance(story.scenes[0].then, m.Next)
    (branch,) = story.scenes[0].then.branches
    assert branch == m.ConditionalTarget(m.Comparison("count", ">=", 1), "end")
    with pytest.raises(KeyError):
        edits.add_branch(asking(), "ask")


@pytest.mark.parametrize("variable", VARIABLES)
def test_a_comparison_fits_its_variable(variable: m.Variable) -> None:
    for before in (None, m.Comparison("free", ">", 2), m.Comparison("word", "!=", "b")):
        made = edits.comparison_about(variable, before)
        assert made.variable == variable.id
        assert made.operator in edits.operators_for(variable)
        assert edits.fits(variable, made.value)
    assert edits.comparison_about(VARIABLES[0], m.Comparison("free", "<", 2)) == m.Comparison(
        "count", "<", 2
    )


@given(conditions, conditions)
def test_adding_a_condition_asks_for_both(one: m.Condition, two: m.Condition) -> None:
    story = edits.add_condition(edits.add_condition(asking(), CONDITION, one), CONDITION, two)
    facts = Facts(variables=initial_values(VARIABLES))
    both = edits.value_at(story, CONDITION)
    if isinstance(one, m.AnyOf):
        assert both == m.AnyOf((*one.conditions, two))
    else:
        assert holds(both, facts) == (holds(one, facts) and holds(two, facts))


@given(conditions)
def test_the_opposite_of_the_opposite_is_the_condition(condition: m.Condition) -> None:
    story = asking(condition)
    facts = Facts(variables=initial_values(VARIABLES))
    once = edits.negate(story, CONDITION)
    assert holds(edits.value_at(once, CONDITION), facts) != holds(condition, facts)
    twice = edits.negate(once, CONDITION)
    assert holds(edits.value_at(twice, CONDITION), facts) == holds(condition, facts)
    if not isinstance(condition, m.Not):
        assert twice == story


def test_removing_a_condition_undoes_its_group() -> None:
    flag, count = m.Comparison("flag", "=", True), m.Comparison("count", ">", 1)
    story = asking(m.AllOf((m.Not(m.AnyOf((flag, count))), m.Visited("end"))))
    first = ("conditions", 0, "condition", "conditions", 0)
    after = edits.remove_condition(story, CONDITION, first)
    assert edits.value_at(after, CONDITION) == m.AllOf((m.Not(count), m.Visited("end")))
    after = edits.remove_condition(after, CONDITION, ("conditions", 0))
    assert edits.value_at(after, CONDITION) == m.Visited("end")
    assert edits.remove_condition(after, CONDITION, ()) == asking()


def test_a_group_changes_between_all_and_any() -> None:
    flag = m.Comparison("flag", "=", True)
    story = edits.group(asking(flag), CONDITION, "any")
    assert edits.value_at(story, CONDITION) == m.AnyOf((flag,))
    assert edits.value_at(edits.group(story, CONDITION, "all"), CONDITION) == m.AllOf((flag,))
    assert edits.group(story, CONDITION, "any") is story


def test_a_first_effect_is_about_what_there_is() -> None:
    here = ("scenes", "ask", "effects")
    story = story_with(None)
    assert edits.value_at(edits.add_effect(story, here), here) == (m.AddToVariable("count", 1),)
    flags = replace(story, variables=(m.FlagVariable("flag"),))
    assert edits.value_at(edits.add_effect(flags, here), here) == (m.SetVariable("flag", True),)
    none = replace(story, variables=())
    assert edits.value_at(edits.add_effect(none, here), here) == (m.NoticeIndicator("sign"),)
    empty = replace(none, indicators=())
    assert edits.add_effect(empty, here) is empty
