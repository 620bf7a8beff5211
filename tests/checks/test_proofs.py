"""Each proof can be played and is a shortest one; where there is none, words say what blocks."""

from __future__ import annotations

import pytest

from studio.checks import Context
from studio.checks.registry import KINDS, report_on
from studio.story import play
from studio.story.finding import Finding
from studio.story.model import Story
from tests.brute_force import Everything, TooMany, everything
from tests.checks.few_states import few_states
from tests.large_stories import planted
from tests.small_stories import small_story

ABOUT_STATES = {
    "SC006": "stuck",
    "SC007": "playing",
    "SC017": "playing",
    "SC018": "stuck",
    "SC019": "playing deciding",
    "ST006": "playing",
    "SR001": "ended",
    "SR002": "ended",
}
"""Codes with a proof, and the phases in which it may end."""
EXPLAINED = {"SC015", "SC016", "SC017", "ST006", "ST007", "ST008"}
"""Codes whose message names the conditions that block, or that always hold."""


def played(story: Story, finding: Finding) -> play.State:
    """The state after the proof; every action must be one that the engine offers."""
    state = play.start(story)
    for each in finding.proof:
        action = play.Action(each.action, each.choice)
        assert action in play.actions(story, state), (finding.code, action)
        state = play.step(story, state, action)
    return state


def distance_of(truth: Everything, finding: Finding) -> int | None:
    """The least number of actions to what the finding is about; None where that is not a scene."""
    scene = finding.place.scene
    match finding.code:
        case "SC006" | "SC018":
            return truth.stuck().get(scene)
        case "SC007" | "SC017" | "ST006":
            return truth.entered().get(scene)
        case _:
            return None


def assert_proven(story: Story, finding: Finding, truth: Everything | None) -> None:
    if finding.code in EXPLAINED:
        assert "{" not in finding.message["en"]
        assert any(sign in finding.message["en"] for sign in "=≠<≤>≥✓∅⊤⊥¬×")
    if finding.proof:
        state = played(story, finding)
        assert state.phase in ABOUT_STATES[finding.code].split(), finding
        if finding.code not in ("SR001", "SR002"):
            assert state.scene == finding.place.scene
        shortest = None if truth is None else distance_of(truth, finding)
        if shortest is not None:
            assert len(finding.proof) == shortest
    elif finding.code in ABOUT_STATES and truth is not None:
        # Nothing to play: the scene is the first one, or never entered at all.
        entered = truth.entered().get(finding.place.scene)
        assert entered in (None, 0) or finding.code in ("SR001", "SR002"), finding


def test_the_codes_with_a_proof_are_these() -> None:
    assert {*ABOUT_STATES, *EXPLAINED} <= {kind.code for kind in KINDS}


@pytest.mark.parametrize("part", range(4))
def test_proofs_of_hundreds_of_small_stories(part: int) -> None:
    codes: set[str] = set()
    for seed in range(part, 400, 4):
        story = small_story(seed)
        try:
            truth = everything(story, 1_500)
        except TooMany:
            truth = None
        with few_states(3_000):
            found = report_on(Context(story))
        for finding in found:
            try:
                assert_proven(story, finding, truth)
            except AssertionError as error:
                raise AssertionError(f"seed {seed}: {finding.code}") from error
            codes.add(finding.code)
    assert {"SC006", "SC015", "SC017", "SC018", "ST006", "ST008"} <= codes


def test_proofs_of_a_large_story() -> None:
    made = planted(300)
    found = report_on(Context(made.story))
    for finding in found:
        assert_proven(made.story, finding, None)
    assert {finding.code for finding in found if finding.proof} >= {"SC006", "SC018", "SC019"}
