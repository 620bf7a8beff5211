"""Hypothesis strategies for small random stories, sound and unsound ones."""

from __future__ import annotations

from hypothesis import strategies as st

from studio.story import model as m

SCENES = [f"s{number}" for number in range(6)]
VARIABLES: tuple[m.Variable, ...] = (
    m.NumberVariable("count", initial=1, minimum=-2, maximum=3),
    m.NumberVariable("free", initial=0.5),
    m.FlagVariable("flag"),
    m.TextVariable("word", options=("a", "b"), initial="a"),
)
INDICATORS = ["sign", "mark"]
COMPETENCES = ["contact"]

# "nowhere" stands for every id that points nowhere.
scene_ids = st.sampled_from([*SCENES, "nowhere"])
choice_ids = st.sampled_from(["c0", "c1", "c2", "c3"])
variable_ids = st.sampled_from([*(each.id for each in VARIABLES), "absent"])
numbers = st.sampled_from([-2, -0.5, 0, 0.1, 1, 2, 1_000_000_000])
values = st.one_of(numbers, st.booleans(), st.sampled_from(["a", "b", "c"]))
operators = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])

conditions = st.recursive(
    st.one_of(
        st.builds(m.Comparison, variable_ids, operators, values),
        st.builds(m.ScoreComparison, operators, numbers, st.sampled_from([None, "contact"])),
        st.builds(m.Visited, scene_ids),
        st.builds(m.Chosen, scene_ids, choice_ids),
        st.builds(m.Noticed, st.sampled_from(INDICATORS)),
    ),
    lambda inner: st.one_of(
        st.builds(m.AllOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(m.AnyOf, st.lists(inner, max_size=3).map(tuple)),
        st.builds(m.Not, inner),
    ),
    max_leaves=4,
)
effects = st.lists(
    st.one_of(
        st.builds(m.SetVariable, variable_ids, values),
        st.builds(m.AddToVariable, variable_ids, numbers),
        st.builds(m.NoticeIndicator, st.sampled_from(INDICATORS)),
    ),
    max_size=3,
).map(tuple)


@st.composite
def decisions(draw: st.DrawFn) -> m.Decision:
    """A decision of up to four choices, some of them stay, some go nowhere."""
    choices = tuple(
        m.Choice(
            id=f"c{number}",
            text={"en": draw(st.sampled_from(["Ask", "Ask her", "Ask them all"]))},
            condition=draw(st.one_of(st.none(), conditions)),
            effects=draw(effects),
            score=draw(numbers),
            competences=draw(st.sampled_from([{}, {"contact": 1}, {"contact": 0.1}])),
            feedback=draw(st.sampled_from([None, m.Feedback(), m.Feedback(when="debrief")])),
            target=draw(st.one_of(st.none(), scene_ids)),
            once=draw(st.booleans()),
            offered=draw(st.sampled_from([True, True, True, False])),
        )
        for number in range(draw(st.integers(0, 4)))
    )
    return m.Decision(
        choices=choices,
        on_timeout=draw(st.one_of(st.none(), choice_ids)),
        retry=draw(st.booleans()),
    )


continuations = st.one_of(
    decisions(),
    decisions(),
    st.builds(
        m.Next,
        st.one_of(st.none(), scene_ids),
        st.lists(st.builds(m.ConditionalTarget, conditions, scene_ids), max_size=2).map(tuple),
    ),
    st.just(m.Ending()),
    st.none(),
)


@st.composite
def stories(draw: st.DrawFn) -> m.Story:
    """A story of one to six scenes; it may have every kind of defect that opens."""
    scenes = tuple(
        m.Scene(id=scene, then=draw(continuations), effects=draw(effects))
        for scene in SCENES[: draw(st.integers(1, len(SCENES)))]
    )
    return m.Story(
        format=m.FORMAT,
        version=m.VERSION,
        id="random",
        title={"en": "Random"},
        languages=("en",),
        start=draw(st.sampled_from(["s0", "s0", "s0", "nowhere", None])),
        variables=VARIABLES,
        indicators=tuple(m.Indicator(each) for each in INDICATORS),
        competences=tuple(m.Competence(each) for each in COMPETENCES),
        scenes=scenes,
    )
