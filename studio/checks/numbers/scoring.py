"""Is the score fair? What can be reached, and who passes without knowing anything."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from msgspec import Struct

from studio.checks.explore import STATE_LIMIT, Exploration, explore, explored
from studio.checks.explore.facts import asked, atoms
from studio.checks.explore.layout import layout_of
from studio.checks.explore.machine import FINISH, machine_of
from studio.checks.explore.order import Numbers
from studio.checks.numbers.chain import HABITS, Habit, chain_of
from studio.checks.numbers.routes import Routes, most
from studio.story.finding import ProofStep
from studio.story.model import Condition, Number, ScoreComparison, Story
from studio.story.rules import holds

TEXTLESS: tuple[Habit, ...] = ("random", "first", "last")
"""Habits for which no text need be read."""
NEGLIGIBLE = 1e-9
"""Probability that may be left out of a figure."""
_NEAR_LIMIT = 30_000
_NO_STATES = np.zeros(0, dtype=np.int64)


class Range(Struct, frozen=True):
    """Fewest and most points; infinite where a loop gives or takes points without end.

    The proofs are the engine's actions of a playthrough with exactly that many, empty where
    there is none.
    """

    fewest: float
    most: float
    fewest_proof: tuple[ProofStep, ...] = ()
    most_proof: tuple[ProofStep, ...] = ()


class EndingScore(Struct, frozen=True):
    """The score range of one ending, and how probable it is by clicking at random."""

    scene: str
    range: Range
    probability: float | None


class Mark(Struct, frozen=True):
    """A pass mark and what becomes of it; ``competence`` None is the whole score.

    ``chances`` are the exact probabilities of reaching it by habit; empty if there were too
    many states to tell.
    """

    competence: str | None
    mark: Number
    range: Range
    chances: dict[Habit, float]

    @property
    def attainable(self) -> bool:
        """Whether some playthrough that ends reaches the mark."""
        return self.range.most >= self.mark

    @property
    def failable(self) -> bool:
        """Whether some playthrough that ends misses the mark."""
        return self.range.fewest < self.mark


class Scoring(Struct, frozen=True):
    """Points of the whole story.

    ``ends`` and ``passes`` are probabilities by habit: of coming to an ending, and of reaching
    every mark there; a habit is left out if too much of it is not known. ``exact`` is False if
    there were too many states: ranges then hold for the states that were looked at.
    """

    endings: tuple[EndingScore, ...]
    marks: tuple[Mark, ...]
    ends: dict[Habit, float]
    passes: dict[Habit, float]
    exact: bool


def marks_of(story: Story) -> tuple[tuple[str | None, Number], ...]:
    """The pass marks: of the whole score (None), and of competences."""
    whole = story.settings.pass_mark
    marks: list[tuple[str | None, Number]] = [] if whole is None else [(None, whole)]
    marks += ((each.id, each.pass_mark) for each in story.competences if each.pass_mark is not None)
    return tuple(marks)


def most_points(story: Story) -> dict[str | None, float]:
    """The most points that a playthrough which ends can gain, by competence (None: the score).

    What cannot be told is left out: points without end, no ending, more states than are looked
    at quickly.
    """
    plain = explore(story, limit=_NEAR_LIMIT, beyond=False)
    ended = np.flatnonzero(plain.ended)
    if not plain.exact or not len(ended):
        return {}
    most_at_end = {
        competence: float(_extremes(plain, competence)[0].value[ended].max())
        for competence in (None, *(each.id for each in story.competences))
    }
    return {key: points for key, points in most_at_end.items() if np.isfinite(points)}


def explore_marks(story: Story, plain: Exploration | None = None) -> Exploration:
    """Every state, told apart also by what decides whether marks are reached.

    ``plain`` is an exploration without marks, which is enough for a story that has none. Where
    points rise and fall without end, states are looked at until next to nobody gets further.
    """
    goals = _goals(story)
    if not goals and plain is not None:
        return plain
    machine = machine_of(story, goals)
    layout = layout_of(machine)
    near = explored(machine, layout, _NEAR_LIMIT, beyond=False)
    endless = len(near.found.scene) <= _NEAR_LIMIT
    if near.exact or endless or beyond_reach(near) <= NEGLIGIBLE:
        return near
    return explored(machine, layout, max(STATE_LIMIT, 10 * len(story.scenes)), beyond=False)


def beyond_reach(marked: Exploration) -> float:
    """The probability that clicking at random leaves the states that were looked at."""
    if marked.found.overflow or marked.layout.unfollowed:
        return 1.0
    return float(chain_of(marked, "random", "").visits[~marked.looked_at].sum())


def scoring(
    plain: Exploration,
    marked: Exploration,
    language: str,
    habits: tuple[Habit, ...] = HABITS,
) -> Scoring:
    """The scores; ``plain`` as by ``explore``, ``marked`` as by :func:`explore_marks`.

    ``language`` is that of the texts by which the longest answer is told.
    """
    story = plain.machine.story
    chances: dict[Habit, Numbers] = {}
    if marked.graph.size and not (marked.found.overflow or marked.layout.unfollowed):
        for habit in habits:
            visits = chain_of(marked, habit, language).visits
            if visits[~marked.looked_at].sum() <= NEGLIGIBLE:
                chances[habit] = visits * marked.ended
    whole = _extremes(plain, None)
    return Scoring(
        _endings(plain, chances.get("random"), marked, whole),
        tuple(
            _mark(
                plain,
                marked,
                chances,
                whole if competence is None else _extremes(plain, competence),
                competence,
                mark,
            )
            for competence, mark in marks_of(story)
        ),
        {habit: float(mass.sum()) for habit, mass in chances.items()},
        {
            habit: float(mass[_passing(marked, _goals(story))].sum())
            for habit, mass in chances.items()
        },
        plain.exact,
    )


def chance_of_the_longest(marked: Exploration, lengths: Mapping[int, int]) -> float | None:
    """The probability that always taking the longest answer passes; None if not known.

    ``lengths`` as by :func:`~studio.checks.numbers.chain.answer_lengths`.
    """
    if not marked.graph.size or marked.found.overflow or marked.layout.unfollowed:
        return None
    visits = chain_of(marked, "longest", "", lengths).visits
    if visits[~marked.looked_at].sum() > NEGLIGIBLE:
        return None
    ended = visits * marked.ended
    return float(ended[_passing(marked, _goals(marked.machine.story))].sum())


def _goals(story: Story) -> tuple[Condition, ...]:
    return tuple(ScoreComparison(">=", mark, competence) for competence, mark in marks_of(story))


def _passing(marked: Exploration, goals: tuple[Condition, ...]) -> Numbers:
    """Whether each state is an ending at which all goals hold."""
    passing = np.zeros(marked.graph.size, dtype=bool)
    facts = {asked(atom)[0] for goal in goals for atom in atoms(goal)}
    for state in np.flatnonzero(marked.ended).tolist():
        seen = marked.facts(state, facts)
        passing[state] = all(holds(goal, seen) for goal in goals)
    return passing


def _mark(
    plain: Exploration,
    marked: Exploration,
    chances: dict[Habit, Numbers],
    extremes: tuple[Routes, Routes],
    competence: str | None,
    mark: Number,
) -> Mark:
    high, low = extremes
    ended = np.flatnonzero(plain.ended)
    passing = _passing(marked, (ScoreComparison(">=", mark, competence),))
    return Mark(
        competence,
        mark,
        _range(plain, high, low, ended),
        {habit: float(mass[passing].sum()) for habit, mass in chances.items()},
    )


def _endings(
    plain: Exploration,
    at_random: Numbers | None,
    marked: Exploration,
    extremes: tuple[Routes, Routes],
) -> tuple[EndingScore, ...]:
    high, low = extremes
    found: list[EndingScore] = []
    for number, states in plain.endings.items():
        probability = None
        if at_random is not None:
            probability = float(at_random[marked.endings.get(number, _NO_STATES)].sum())
        found.append(
            EndingScore(
                plain.machine.scenes[number].id, _range(plain, high, low, states), probability
            )
        )
    return tuple(found)


def _extremes(plain: Exploration, competence: str | None) -> tuple[Routes, Routes]:
    """The most points on the way to each state, and the most points lost."""
    gain = np.array(
        [
            0
            if way.choice is None
            else way.choice.score
            if competence is None
            else way.choice.competences.get(competence, 0)
            for way in plain.machine.all_ways
        ],
        dtype=float,
    )
    return most(plain, gain), most(plain, -gain)


def _range(plain: Exploration, high: Routes, low: Routes, states: Numbers) -> Range:
    if len(states) == 0:
        return Range(float("nan"), float("nan"))
    top = int(states[np.argmax(high.value[states])])
    bottom = int(states[np.argmax(low.value[states])])
    return Range(
        0.0 - float(low.value[bottom]),
        float(high.value[top]),
        _proof(plain, low, bottom),
        _proof(plain, high, top),
    )


def _proof(plain: Exploration, routes: Routes, state: int) -> tuple[ProofStep, ...]:
    if not np.isfinite(routes.value[state]):
        return ()
    return (*plain.play(routes.ways_to(plain, state)), FINISH)
