"""Findings about what can happen, against planted defects and against playing in every way."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import HealthCheck, assume, given, settings
from msgspec.structs import replace

from studio.checks import Context, run_checks
from studio.checks.context import stops
from studio.checks.explore import explore
from studio.checks.registry import report_on
from studio.story import play
from studio.story.model import (
    AddToVariable,
    Choice,
    Comparison,
    Decision,
    Ending,
    Next,
    NumberVariable,
    Scene,
    Story,
    new_story,
    targets,
)
from tests.brute_force import TooMany, everything
from tests.large_stories import differences, flags_in_chapters, planted, questions_once
from tests.random_stories import stories


def places(story: Story, *codes: str) -> set[str]:
    return {f.place.scene for f in run_checks(story, only=set(codes))}


def replayed(story: Story, proof) -> play.State:
    state = play.start(story)
    for each in proof:
        state = play.step(story, state, play.Action(each.action, each.choice))
    return state


@pytest.mark.parametrize("scenes", [60, 700])
def test_every_planted_defect_is_found_and_nothing_else(scenes: int) -> None:
    made = planted(scenes)
    context = Context(made.story)
    found = report_on(context)
    assert differences(made, found, context.scoring.passes["random"]) == []
    by_code = defaultdict(list)
    for finding in found:
        by_code[finding.code].append(finding)
    for finding in by_code["SC018"]:
        assert replayed(made.story, finding.proof).phase == "stuck"
    for finding in by_code["SC019"]:
        assert replayed(made.story, finding.proof).scene == finding.place.scene
    blocked = {f.message["en"] for f in by_code["SC017"] if f.place.choice == "reach"}
    assert all("_trust > 3" in message for message in blocked)


def test_a_sound_large_story_has_no_finding_about_states() -> None:
    codes = {finding.code for finding in run_checks(planted(200, defects=False).story)}
    assert not {code for code in codes if code.startswith("SC")}


def test_twenty_flags_over_five_hundred_scenes_are_decided_exactly() -> None:
    story = flags_in_chapters(20, 25)
    found = explore(story)
    assert found.exact
    assert found.states < 3 * len(story.scenes)
    never = {(f.place.scene, f.place.choice) for f in run_checks(story, only={"SC017"})}
    assert never == {(f"c{chapter}_s24", "never") for chapter in range(20)}


def test_questions_to_ask_once_are_every_subset() -> None:
    found = explore(questions_once(10))
    assert found.exact
    assert found.states == 2**10 + 1


def endless(leave: Comparison) -> Story:
    up = Choice("up", {"en": "Up"}, effects=(AddToVariable("n", 1),))
    down = Choice("down", {"en": "Down"}, effects=(AddToVariable("n", -1),))
    scenes = (
        Scene(
            "a",
            then=Decision((up, down, Choice("out", {"en": "Out"}, target="b", condition=leave))),
        ),
        Scene(
            "b",
            then=Decision(
                (
                    Choice("on", {"en": "On"}, target="end"),
                    Choice("no", {"en": "No"}, target="c", condition=Comparison("m", "=", 1)),
                )
            ),
        ),
        Scene("c", then=Next("end")),
        Scene("end", then=Ending()),
    )
    return replace(
        new_story("endless", {"en": "Endless"}, ("en",)),
        scenes=scenes,
        start="a",
        variables=(NumberVariable("n"), NumberVariable("m")),
    )


def test_endless_states_are_answered_in_part_and_say_so() -> None:
    found = explore(endless(Comparison("n", "=", 3)), limit=500)
    assert not found.exact
    assert found.happens("end") is True
    assert found.happens("c") is False, "nothing ever sets m, whatever n is"
    far = explore(endless(Comparison("n", "=", 1_000_000)), limit=500)
    assert far.happens("b") is None
    assert far.way_to_scene("b") is None


def test_a_number_that_only_rises_is_finite_however_long_the_loop() -> None:
    up = Choice("up", {"en": "Up"}, effects=(AddToVariable("n", 1),))
    out = Choice("out", {"en": "Out"}, target="end", condition=Comparison("n", ">=", 3))
    story = replace(
        new_story("rising", {"en": "Rising"}, ("en",)),
        scenes=(Scene("a", then=Decision((up, out))), Scene("end", then=Ending())),
        start="a",
        variables=(NumberVariable("n"),),
    )
    found = explore(story)
    assert found.exact
    assert found.states == 6
    assert len(found.way_to_scene("end")) == 5


@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_findings_about_states_are_those_of_playing_in_every_way(story: Story) -> None:
    """The checks never fail, and say neither more nor less than naive play finds."""
    by_code = defaultdict(set)
    found = run_checks(story)
    for finding in found:
        by_code[finding.code].add(finding.place.scene)
    if story.start not in story.scene_by_id:
        return
    try:
        truth = everything(story, 1_500)
    except TooMany:
        assume(False)
    entered, stuck = truth.entered(), truth.stuck()
    context = Context(story)
    connected = context.exploration.number
    assert by_code["SC015"] | by_code["SC016"] == set(connected) - set(entered)
    assert by_code["SC018"] <= set(stuck)
    assert {scene for scene in stuck if _must_be_a_lock(story, scene)} <= by_code["SC018"]
    hopeful = truth.can_end()
    if len(hopeful) == len(truth.states):
        assert not by_code["SC018"] | by_code["SC019"]
    for finding in found:
        if finding.code == "SC018":
            assert replayed(story, finding.proof).phase == "stuck"
        if finding.code == "SC019":
            _assert_trapped(story, finding.proof)
    if by_code["SC019"]:
        loops = {scene for loop in context.closed_loops for scene in loop}
        assert by_code["SC019"] - loops


def _must_be_a_lock(story: Story, scene: str) -> bool:
    """Whether the film stops there for want of a way, not of the scene that a way leads to."""
    then = story.scene_by_id[scene].then
    if stops(story.scene_by_id[scene]):
        return False
    return all(target in story.scene_by_id for target in targets(story.scene_by_id[scene])) and (
        isinstance(then, Decision | Next)
    )


def _assert_trapped(story: Story, proof) -> None:
    """From the end of the proof neither an ending nor a stop can be reached."""
    tally = replayed(story, proof)
    known, waiting = {_name(tally)}, [tally]
    while waiting and len(known) < 500:
        state = waiting.pop()
        assert state.phase not in ("ended", "stuck")
        for action in play.actions(story, state):
            after = play.step(story, state, action)
            if _name(after) not in known:
                known.add(_name(after))
                waiting.append(after)


def _name(state: play.State):
    facts = state.facts()
    return (
        state.phase,
        state.scene,
        tuple(state.tally.variables.items()),
        frozenset(facts.visited),
        frozenset(facts.taken),
        frozenset(facts.noticed),
        state.path[-1].choice if state.phase == "feedback" else None,
    )
