"""The exploration against playing in every way with the reference engine."""

from __future__ import annotations

from hypothesis import HealthCheck, assume, given, settings

from studio.checks.explore import NOWHERE, explore
from studio.story import play
from studio.story.model import Story
from tests.brute_force import TooMany, everything
from tests.random_stories import stories


def replayed(story: Story, proof) -> play.State:
    state = play.start(story)
    for each in proof:
        state = play.step(story, state, play.Action(each.action, each.choice))
    return state


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_every_answer_is_that_of_playing_in_every_way(story: Story) -> None:
    try:
        truth = everything(story, 1_500)
    except TooMany:
        assume(False)
    found = explore(story)
    assert found.exact
    entered = truth.entered()
    for scene in story.scenes:
        assert found.happens(scene.id) == (scene.id in entered)
        proof = found.way_to_scene(scene.id)
        if scene.id in entered:
            assert len(proof) == entered[scene.id]
            assert replayed(story, proof).scene == scene.id
        else:
            assert proof is None
    taken = truth.taken()
    for way in found.machine.all_ways:
        if way.choice is not None:
            scene = found.machine.scenes[way.scene]
            key = (scene.id, way.choice.id, way.timeout)
            if sum(each.id == way.choice.id for each in scene.then.choices) == 1:
                assert found.taken(way) == (key in taken)
            if found.taken(way):
                proof = found.way_through(way)
                assert len(proof) >= taken[key]
                state = replayed(story, proof)
                assert (state.path[-1].scene, state.path[-1].choice) == key[:2]


@settings(max_examples=250, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_stuck_states_and_hopeless_states_are_those_of_the_engine(story: Story) -> None:
    try:
        truth = everything(story, 1_500)
    except TooMany:
        assume(False)
    found = explore(story)
    stuck: dict[str | None, int] = {}
    for state in found.stuck.nonzero()[0]:
        proof = found.way_to_state(int(state))
        end = replayed(story, proof)
        assert end.phase == "stuck"
        stuck[end.scene] = min(stuck.get(end.scene, 10**9), len(proof))
    if found.machine.start is not None:
        assert stuck == truth.stuck()
    if found.machine.start is not None:
        hopeful = truth.can_end()
        without = {
            state.scene
            for i, state in enumerate(truth.states)
            if i not in hopeful and state.phase != "feedback"
        }
        machine = found.machine
        hopeless = {
            # A way to nowhere leaves the engine in the scene that it led away from.
            machine.scenes[scene if scene != NOWHERE else machine.all_ways[via].scene].id
            for scene, via, can_end in zip(
                found.graph.scene, found.found.via, found.can_end, strict=True
            )
            if not can_end
        }
        assert hopeless == without
