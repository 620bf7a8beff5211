"""Times, scores and chances against naive play: step by step through the engine's states."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.checks.explore import explore
from studio.checks.numbers.audience import seen_at_random
from studio.checks.numbers.chain import chain_of
from studio.checks.numbers.durations import durations
from studio.checks.numbers.scoring import explore_marks, scoring
from studio.checks.numbers.times import times_of
from studio.story import play
from studio.story.files import open_story
from studio.story.model import Card, Competence, Decision, Settings, Story
from tests.brute_force import TooMany, everything
from tests.large_stories import planted
from tests.random_stories import stories
from tests.small_stories import small_story

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"
MANY = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def marked_stories(draw: st.DrawFn) -> Story:
    """Random stories with small points, pass marks, and cards of various lengths."""
    story = draw(stories())
    scenes = tuple(
        replace(scene, card=Card({"en": "words"}, seconds=draw(st.integers(1, 30))))
        for scene in story.scenes
    )
    marks = st.sampled_from([-1, 0, 1, 2])
    return replace(
        story,
        scenes=scenes,
        settings=Settings(pass_mark=draw(marks)),
        competences=(Competence("contact", pass_mark=draw(st.sampled_from([None, 0.1, 1]))),),
    )


def clicks(story: Story, state: play.State, habit: str) -> list[play.Action]:
    """What a trainee of that habit may do next, each as likely."""
    possible = [a for a in play.actions(story, state) if a.action != "timeout"]
    possible = possible or list(play.actions(story, state))
    if habit == "random" or state.phase != "deciding" or possible[0].action == "timeout":
        return [a for a in possible if habit == "random" or a.action != "retry"]
    if habit == "longest":
        return [max(possible, key=lambda action: _length(story, state, action))]
    return [possible[0] if habit == "first" else possible[-1]]


def _length(story: Story, state: play.State, action: play.Action) -> int:
    choices = story.scene_by_id[state.scene].then.choices
    return next(len(each.text.get("en", "")) for each in choices if each.id == action.choice)


class Naive:
    """A habit played on by naive iteration: what becomes of trainees, round after round."""

    def __init__(self, story: Story, habit: str, cost=None, stop_at: str | None = None) -> None:
        self.truth = truth = everything(story, 1_200, scored=True)
        after = truth.successors()
        moves = []
        for i, state in enumerate(truth.states):
            allowed = clicks(story, state, habit)
            ways = [(action, to) for action, to in after.get(i, ()) if action in allowed]
            if stop_at is not None and state.scene == stop_at and state.phase == "playing":
                ways = []
            if habit != "random":
                ways = ways[:1]
            moves.append((ways, len(ways)))
        here, spent = np.zeros(len(moves)), np.zeros(len(moves))
        self.mass, self.time = np.zeros(len(moves)), np.zeros(len(moves))
        here[0] = 1.0
        if cost is not None:
            spent[0] = cost(None, None, truth.states[0])
        for _ in range(600):
            there, later = np.zeros(len(moves)), np.zeros(len(moves))
            for i in np.flatnonzero(here):
                ways, count = moves[i]
                if not ways:
                    self.mass[i] += here[i]
                    self.time[i] += spent[i]
                for action, to in ways:
                    seconds = 0 if cost is None else cost(truth.states[i], action, truth.states[to])
                    there[to] += here[i] / count
                    later[to] += (spent[i] + here[i] * seconds) / count
            here, spent = there, later
            if here.sum() < 1e-12:
                break
        self.left = here.sum()

    def chance(self, passes=lambda state: True) -> float:
        return sum(
            float(mass)
            for mass, state in zip(self.mass, self.truth.states, strict=True)
            if state.phase == "ended" and passes(state)
        )


@MANY
@given(marked_stories(), st.sampled_from(["random", "first", "last", "longest"]))
def test_chances_and_ranges_are_those_of_playing_on_and_on(story: Story, habit: str) -> None:
    assume(story.start in story.scene_by_id)
    ids = [[c.id for c in s.then.choices] for s in story.scenes if isinstance(s.then, Decision)]
    assume(all(len(set(each)) == len(each) for each in ids))
    try:
        naive = Naive(story, habit)
    except TooMany:
        assume(False)
    plain = explore(story)
    marked = explore_marks(story, plain)
    found = scoring(plain, marked, "en")
    for mark in found.marks:
        points = [
            state.tally.score
            if mark.competence is None
            else state.tally.competences.get(mark.competence, 0)
            for state in naive.truth.states
            if state.phase == "ended"
        ]
        if points:
            assert (mark.range.fewest, mark.range.most) == (min(points), max(points))
            assert mark.attainable == (max(points) >= mark.mark)
            assert mark.failable == (min(points) < mark.mark)
            for proof, value in (
                (mark.range.fewest_proof, min(points)),
                (mark.range.most_proof, max(points)),
            ):
                state = play.start(story)
                for each in proof:
                    state = play.step(story, state, play.Action(each.action, each.choice))
                assert state.phase == "ended"
                assert value == (
                    state.tally.score
                    if mark.competence is None
                    else state.tally.competences.get(mark.competence, 0)
                )
    assume(naive.left < 1e-9 or habit != "random")

    def passes(state: play.State) -> bool:
        contact = story.competences[0].pass_mark
        return state.tally.score >= story.settings.pass_mark and (
            contact is None or state.tally.competences.get("contact", 0) >= contact
        )

    assert found.ends[habit] == pytest.approx(naive.chance(), abs=1e-8)
    assert found.passes[habit] == pytest.approx(naive.chance(passes), abs=1e-8)


@MANY
@given(marked_stories())
def test_times_are_those_of_playing_on_and_on(story: Story) -> None:
    assume(story.start in story.scene_by_id)
    plain = explore(story)
    times = times_of(plain.machine, "en")
    number = plain.number
    answers = {
        (plain.machine.scenes[way.scene].id, way.choice.id, way.timeout): times.answer[way.number]
        for way in plain.machine.all_ways
        if way.choice is not None
    }

    def cost(before, action, after) -> float:
        seconds = 0.0
        if action is not None and action.action in ("choose", "timeout"):
            timeout = action.action == "timeout"
            then = story.scene_by_id[before.scene].then
            choice = then.on_timeout if timeout else action.choice
            seconds += answers[(before.scene, choice, timeout)]
        entered = before is None or len(after.entered) > len(before.entered)
        if after.phase == "playing" and entered:
            seconds += times.watch[number[after.scene]]
        return seconds

    try:
        naive = Naive(story, "random", cost)
    except TooMany:
        assume(False)
    found = durations(plain, "en")
    truth = naive.truth
    after = truth.successors()
    shortest = [float("inf")] * len(truth.states)
    shortest[0] = cost(None, None, truth.states[0])
    for _ in range(len(truth.states)):
        changed = False
        for i, ways in after.items():
            for action, to in ways:
                seconds = shortest[i] + cost(truth.states[i], action, truth.states[to])
                if seconds < shortest[to] - 1e-9:
                    shortest[to], changed = seconds, True
        if not changed:
            break
    ended = {state.scene for state in truth.states if state.phase == "ended"}
    assert {each.scene for each in found.endings} == ended
    for each in found.endings:
        mine = [
            i for i, s in enumerate(truth.states) if s.phase == "ended" and s.scene == each.scene
        ]
        assert each.shortest == pytest.approx(min(shortest[i] for i in mine))
        assert each.longest >= each.shortest - 1e-9
        if naive.left < 1e-9:
            chance = sum(naive.mass[i] for i in mine)
            assert each.probability == pytest.approx(chance, abs=1e-8)
            if chance > 1e-6:
                expected = sum(naive.time[i] for i in mine) / chance
                assert each.expected == pytest.approx(expected, rel=1e-6)
        for proof, seconds in (
            (each.shortest_proof, each.shortest),
            (each.longest_proof, each.longest),
        ):
            state, spent = play.start(story), cost(None, None, play.start(story))
            for step in proof:
                action = play.Action(step.action, step.choice)
                following = play.step(story, state, action)
                spent += cost(state, action, following)
                state = following
            assert (state.phase, state.scene) == ("ended", each.scene)
            assert spent == pytest.approx(seconds)


def longest_by_trying(exploration, cost, start: float) -> dict[int, float]:
    """The longest way to each state that comes to no state twice, by walking every way."""
    graph = exploration.graph
    leaving: dict[int, list[tuple[int, float]]] = {}
    for source, target, way in zip(graph.source, graph.target, graph.way, strict=True):
        leaving.setdefault(int(source), []).append((int(target), cost[way]))
    found: dict[int, float] = {}
    waiting = [(0, start, frozenset({0}))]
    while waiting:
        state, spent, known = waiting.pop()
        found[state] = max(found.get(state, 0.0), spent)
        waiting += [
            (to, spent + seconds, known | {to})
            for to, seconds in leaving.get(state, ())
            if to not in known
        ]
    return found


def test_the_longest_is_found_and_the_bound_is_never_exceeded() -> None:
    looped = straight = exact = 0
    for seed in range(400):
        exploration = explore(small_story(seed), limit=100, beyond=False)
        if not exploration.exact or exploration.graph.size > 20:
            continue
        times = times_of(exploration.machine, "en")
        truth = longest_by_trying(exploration, times.cost, times.start)
        told = durations(exploration, "en")
        for each in told.endings:
            states = exploration.endings[exploration.number[each.scene]].tolist()
            longest = max(truth[state] for state in states)
            assert each.longest <= longest + 1e-9 <= each.longest_bound + 2e-9
            exact += each.longest == pytest.approx(longest)
            looped += told.loops
            straight += not told.loops
            if not told.loops:
                assert each.longest == pytest.approx(each.longest_bound)
    assert looped > 10
    assert straight > 20
    assert exact > 0.9 * (looped + straight)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(marked_stories())
def test_who_sees_a_scene_is_told_by_stopping_there(story: Story) -> None:
    assume(story.start in story.scene_by_id)
    plain = explore(story)
    seen = seen_at_random(plain, chain_of(plain, "random", "en"))
    assert {each.scene for each in seen} == {
        scene.id for scene in story.scenes if plain.happens(scene.id)
    }
    try:
        for each in seen:
            naive = Naive(story, "random", stop_at=each.scene)
            assume(naive.left < 1e-9)
            there = sum(
                float(mass)
                for mass, state in zip(naive.mass, naive.truth.states, strict=True)
                if state.scene == each.scene and state.phase == "playing"
            )
            assert each.exact
            assert each.probability == pytest.approx(there, abs=1e-8)
    except TooMany:
        assume(False)


def test_the_planted_probability_is_met_exactly() -> None:
    made = planted(300)
    plain = explore(made.story)
    found = scoring(plain, explore_marks(made.story, plain), "en")
    assert found.passes["random"] == pytest.approx(made.pass_probability, abs=1e-12)
    assert found.passes["first"] == 1.0
    assert (found.marks[0].range.fewest, found.marks[0].range.most) == (0, 6)


def test_simulated_trainees_agree_with_the_chain() -> None:
    story = open_story(SAMPLE).story
    plain = explore(story)
    found = scoring(plain, explore_marks(story, plain), "pl")
    chance = random.Random(7)
    plays, passed = 2_000, 0
    for _ in range(plays):
        state = play.start(story)
        while play.actions(story, state):
            state = play.step(story, state, chance.choice(clicks(story, state, "random")))
        tally = state.tally
        passed += tally.score >= story.settings.pass_mark and all(
            tally.competences.get(each.id, 0) >= each.pass_mark for each in story.competences
        )
    expected = found.passes["random"]
    spread = (expected * (1 - expected) / plays) ** 0.5
    assert abs(passed / plays - expected) < 4 * spread
