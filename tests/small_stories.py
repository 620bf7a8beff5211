"""Small random stories by a seed: thousands of them take no longer than a few hundred drawn ones.

They are like those of ``tests/random_stories.py`` (sound and unsound, every kind of condition and
effect), without what shrinking a failing example costs: the seed tells which one failed.
"""

from __future__ import annotations

import random

from msgspec.structs import replace

from studio.story import model as m
from tests.random_stories import COMPETENCES, INDICATORS, VARIABLES

_NUMBERS = (-2, -0.5, 0, 0.1, 1, 2)
_SIGNS = ("=", "!=", "<", "<=", ">", ">=")


def small_story(seed: int) -> m.Story:
    """A story of one to five scenes; the same seed gives the same story."""
    return _Maker(random.Random(seed)).story()


class _Maker:
    def __init__(self, chance: random.Random) -> None:
        self.chance = chance
        self.ids = [f"s{number}" for number in range(chance.randint(1, 6))]

    def story(self) -> m.Story:
        pick = self.chance.choice
        mark = pick((None, None, 0, 1, 3))
        story = replace(
            m.new_story("small", {"en": "Small"}, ("en",)),
            start=pick(("s0",) * 9 + ("nowhere",)),
            variables=VARIABLES,
            indicators=tuple(m.Indicator(each) for each in INDICATORS),
            competences=tuple(
                m.Competence(each, pass_mark=pick((None, 1))) for each in COMPETENCES
            ),
            scenes=tuple(self.scene(id) for id in self.ids),
        )
        return replace(story, settings=replace(story.settings, pass_mark=mark))

    def scene(self, id: str) -> m.Scene:
        kind = self.chance.randrange(10)
        if id == self.ids[0]:
            kind %= 7  # begins with a decision or a way on, else most stories end at once
        elif id == self.ids[-1] and self.chance.random() < 0.8:
            kind = 8
        then: m.Decision | m.Next | m.Ending | None
        if kind < 5:
            then = self.decision()
        elif kind < 7:
            branches = tuple(
                m.ConditionalTarget(self.condition(), self.target())
                for _ in range(self.chance.randrange(3))
            )
            then = m.Next(self.chance.choice((None, self.target())), branches)
        else:
            then = m.Ending() if kind < 9 else None
        return m.Scene(id, then=then, effects=self.effects())

    def decision(self) -> m.Decision:
        pick = self.chance.choice
        choices = tuple(
            m.Choice(
                f"c{number}",
                {"en": pick(("Ask", "Ask her", "Ask them all"))},
                condition=pick((None, None, self.condition())),
                effects=self.effects(),
                score=pick((0, 0, 1, 2, -1)),
                competences=pick(({}, {"contact": 1})),
                verdict=pick((None, "right", "wrong")),
                feedback=pick((None, m.Feedback({"en": "So."}), m.Feedback(when="debrief"))),
                target=pick((None, self.target(), self.target())),
                once=self.chance.random() < 0.3,
                offered=self.chance.random() < 0.8,
            )
            for number in range(pick((0, 1, 2, 2, 3, 3)))
        )
        limit = pick((None, None, 1, 30))
        silent = pick((None, "c0", "c9"))
        return m.Decision(
            choices, on_timeout=silent, time_limit=limit, retry=self.chance.random() < 0.5
        )

    def target(self) -> str:
        return self.chance.choice([*self.ids * 4, "nowhere"])

    def condition(self, depth: int = 0) -> m.Condition:
        pick = self.chance.choice
        variable = pick([*(each.id for each in VARIABLES), "absent"])
        kind = self.chance.randrange(5 if depth > 1 else 8)
        match kind:
            case 0 | 1:
                value = pick((*_NUMBERS, True, False, "a", "b"))
                return m.Comparison(variable, pick(_SIGNS), value)
            case 2:
                competence = pick((None, "contact"))
                return m.ScoreComparison(pick(_SIGNS), pick(_NUMBERS), competence)
            case 3:
                return m.Visited(self.target())
            case 4:
                return m.Chosen(self.target(), pick(("c0", "c1")))
            case 5:
                return m.Not(self.condition(depth + 1))
            case 6:
                return m.AllOf((self.condition(depth + 1), self.condition(depth + 1)))
            case _:
                return m.AnyOf((self.condition(depth + 1), m.Noticed(pick(INDICATORS))))

    def effects(self) -> tuple[m.Effect, ...]:
        pick = self.chance.choice
        made: list[m.Effect] = []
        for _ in range(pick((0, 0, 1, 2))):
            variable = pick([each.id for each in VARIABLES])
            made.append(
                pick(
                    (
                        m.SetVariable(variable, pick((*_NUMBERS, True, "a"))),
                        m.AddToVariable(variable, pick((-1, 1, 0.5))),
                        m.NoticeIndicator(pick(INDICATORS)),
                    )
                )
            )
        return tuple(made)
