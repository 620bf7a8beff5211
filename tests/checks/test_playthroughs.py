"""The coverage set: playable, complete, and no larger than it must be."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings

from studio import cli
from studio.checks.explore import explore
from studio.checks.numbers.playthroughs import coverage
from studio.story import play
from studio.story.model import Story
from tests.brute_force import TooMany, everything
from tests.large_stories import planted
from tests.random_stories import stories

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories())
def test_the_playthroughs_are_played_and_miss_nothing(story: Story) -> None:
    try:
        truth = everything(story, 1_000)
    except TooMany:
        assume(False)
    exploration = explore(story)
    found = coverage(exploration, "en")
    covered = set()
    for each in found.playthroughs:
        state = play.start(story)
        for step in each.actions:
            state = play.step(story, state, play.Action(step.action, step.choice))
        assert (state.phase, state.scene) == ("ended", each.ending)
        assert state.tally.score == pytest.approx(each.score)
        covered |= {(t.scene, t.choice, t.timeout) for t in state.path}
    hopeful = truth.can_end()
    useful = set()
    for before, action, after in truth.edges:
        if action.action in ("choose", "timeout") and after in hopeful:
            scene = story.scene_by_id[truth.states[before].scene]
            timeout = action.action == "timeout"
            # After feedback the answer can be tried again, and end that way without counting.
            if truth.states[after].phase != "feedback" or not scene.then.retry:
                useful.add((scene.id, scene.then.on_timeout if timeout else action.choice, timeout))
    assert useful <= covered
    assert found.lower_bound <= len(found.playthroughs)


def test_no_smaller_set_exists_for_a_small_story() -> None:
    made = planted(14, defects=False)
    found = coverage(explore(made.story), "en")
    assert len(found.playthroughs) == found.lower_bound == found.bare_minimum == 2
    taken = [{(s.scene, s.choice) for s in each.steps} for each in found.playthroughs]
    every = set.union(*taken)
    assert not any(set.union(*some) == every for some in combinations(taken, 1))


def test_a_large_story_is_covered_with_as_few_as_can_be() -> None:
    made = planted(400)
    found = coverage(explore(made.story), "en")
    assert len(found.playthroughs) == found.lower_bound
    assert {step.scene for step in found.left_out} & made.closed == made.closed


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_command_lists_times_and_the_bound(capsys, language) -> None:
    assert cli.main(["paths", str(SAMPLE), "--language", language]) == 0
    told = capsys.readouterr().out
    assert {"pl": "Przebieg 1:", "en": "Playthrough 1:"}[language] in told
    assert {"pl": "Mniej niż 6", "en": "Fewer than 6"}[language] in told
    assert cli.main(["paths", str(SAMPLE), "--json"]) == 0
    document = json.loads(capsys.readouterr().out)
    assert document["coverage"]["lower_bound"] == 6
    assert len(document["coverage"]["playthroughs"]) == 6
    assert document["durations"]["endings"]
