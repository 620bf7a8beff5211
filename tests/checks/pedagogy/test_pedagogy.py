"""Does the film teach: held against brute force where there is one, and against cases by hand."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.checks import run_checks
from studio.checks.pedagogy.explanations import only_a_verdict
from studio.story.finding import Finding
from studio.story.model import (
    Area,
    Choice,
    Decision,
    Ending,
    Feedback,
    Next,
    Region,
    Scene,
    Story,
    new_story,
    targets,
)

EMPTY = new_story("tested", {"en": "Tested"}, ("pl", "en"))
SAID = Feedback({"en": "She falls silent.", "pl": "Ona milknie."})
IDS = ("a", "b", "c", "d", "e")


def found(code: str, *scenes: Scene) -> list[Finding]:
    story = replace(EMPTY, scenes=scenes, start=scenes[0].id)
    return list(run_checks(story, only={code}))


def asking(*choices: Choice, name: str = "ask", **more: object) -> Scene:
    return Scene(name, then=Decision(choices, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "language", "only"),
    [
        ("Źle!", "pl", True),
        ("Niestety, to nie jest dobra odpowiedź. Spróbuj jeszcze raz.", "pl", True),
        ("Błędny wybór.", "pl", True),
        ("To zły moment: kierowca słyszy każde słowo.", "pl", False),
        ("Dobra odpowiedź!", "pl", False),
        ("Wrong.", "en", True),
        ("Sorry, that’s not the right answer. Try again!", "en", True),
        ("Incorrect", "en-GB", True),
        ("Wrong place: the driver hears every word.", "en", False),
        ("", "en", False),
        ("Falsch!", "de", False),
    ],
)
def test_feedback_that_says_only_that_it_is_wrong(text: str, language: str, only: bool) -> None:
    assert only_a_verdict(text, language) is only


def test_each_language_is_judged_by_itself_and_a_reason_is_enough() -> None:
    feedback = Feedback({"pl": "Źle.", "en": "Wrong."}, why={"en": "The driver hears it."})
    (finding,) = found("PE009", asking(Choice("no", verdict="wrong", feedback=feedback)))
    assert (finding.place.language, finding.place.choice) == ("pl", "no")


def test_a_wrong_choice_is_explained_by_words_a_clip_or_a_picture() -> None:
    assert found("PE001", asking(Choice("no", verdict="wrong")))
    assert found("PE001", asking(Choice("no", verdict="wrong", feedback=Feedback({"en": " "}))))
    assert not found("PE001", asking(Choice("no", verdict="wrong", feedback=SAID)))
    assert not found(
        "PE001", asking(Choice("no", verdict="wrong", feedback=Feedback(image="map.png")))
    )
    assert not found("PE001", asking(Choice("yes", verdict="right"), Choice("hm")))


outcomes = st.sampled_from(["success", "partial", "failure", "neutral"])
small_scenes = st.lists(
    st.one_of(
        st.builds(Ending, outcome=outcomes),
        st.builds(Next, target=st.sampled_from(IDS)),
        st.lists(
            st.builds(
                Choice,
                id=st.just("x"),
                verdict=st.sampled_from(["wrong", None]),
                target=st.sampled_from([*IDS, None, "gone"]),
                feedback=st.sampled_from([None, SAID, replace(SAID, when="debrief")]),
            ),
            min_size=1,
            max_size=3,
        ).flatmap(
            lambda choices: st.builds(
                Decision,
                choices=st.just(tuple(replace(each, id=f"x{n}") for n, each in enumerate(choices))),
                retry=st.booleans(),
            )
        ),
    ),
    min_size=5,
    max_size=5,
).map(lambda all_then: tuple(Scene(i, then=t) for i, t in zip(IDS, all_then, strict=True)))


def reached(scenes: dict[str, Scene], first: str) -> set[str]:
    known: set[str] = set()
    waiting = [first]
    while waiting:
        each = waiting.pop()
        if each in scenes and each not in known:
            known.add(each)
            waiting += targets(scenes[each])
    return known


@settings(deadline=None, max_examples=150)
@given(small_scenes)
def test_ways_back_agree_with_walking_every_way(scenes: tuple[Scene, ...]) -> None:
    by_id = {scene.id: scene for scene in scenes}
    good = {
        scene.id
        for scene in scenes
        if isinstance(scene.then, Ending) and scene.then.outcome in ("success", "partial")
    }
    expected = {
        (scene.id, choice.id)
        for scene in scenes
        if isinstance(scene.then, Decision)
        for choice in scene.then.choices
        if good
        and choice.verdict == "wrong"
        and choice.target in by_id
        and not reached(by_id, choice.target) & {*good, scene.id}
        and not (scene.then.retry and choice.feedback == SAID)
    }
    assert {(f.place.scene, f.place.choice) for f in found("PE002", *scenes)} == expected


def test_time_limits() -> None:
    limited = asking(Choice("yes", verdict="right"), Choice("no"), time_limit=9)
    assert found("PE004", limited)
    assert isinstance(limited.then, Decision)
    waiting_is_right = replace(limited, then=replace(limited.then, on_timeout="yes"))
    assert not found("PE004", waiting_is_right)
    assert found("PE005", waiting_is_right)
    no = replace(limited, then=replace(limited.then, on_timeout="no"))
    assert not found("PE005", no)
    assert not found("PE004", asking(Choice("yes"), Choice("no")))


def questions(
    *right_places: int, of: int = 3, shuffle: bool = False, long: bool = False
) -> tuple[Scene, ...]:
    return tuple(
        asking(
            *(
                Choice(
                    f"c{index}",
                    {"en": "Long enough" if long == (index == right) else "Short"},
                    verdict="right" if index == right else None,
                )
                for index in range(of)
            ),
            name=f"ask_{number}",
            shuffle=shuffle,
        )
        for number, right in enumerate(right_places)
    )


def test_the_right_answer_always_in_the_same_place() -> None:
    assert "place 2 of n" in found("PE006", *questions(1, 1, 1))[0].message["en"]
    assert not found("PE006", *questions(1, 1, 0))
    assert not found("PE006", *questions(1, 1))
    assert not found("PE006", *questions(1, 1, 1, shuffle=True))
    last = (*questions(2, 2), *(replace(each, id="other") for each in questions(1, of=2)))
    assert "place n of n" in found("PE006", *last)[0].message["en"]


def test_the_right_answer_always_the_longest_in_one_language() -> None:
    (finding,) = found("PE007", *questions(0, 1, 2, long=True))
    assert finding.place.language == "en"
    assert not found("PE007", *questions(0, 1, 2))
    hotspots = tuple(
        replace(
            scene,
            then=replace(
                scene.then,
                choices=tuple(
                    replace(each, region=Region(Area(0, 0, 0.5, 0.5)))
                    for each in scene.then.choices  # type: ignore[union-attr]
                ),
            ),
        )
        for scene in questions(0, 1, 2, long=True)
    )
    assert not found("PE007", *hotspots)


def test_a_rule_that_nearly_always_works_is_told_and_a_small_difference_is_none() -> None:
    nine = questions(*(0, 1, 2) * 3, long=True)
    other = replace(questions(0)[0], id="other")
    (finding,) = found("PE007", *nine, other)
    assert "In 9 of 10 decisions" in finding.message["en"]
    assert not found("PE007", *nine, other, replace(other, id="another"))
    places = questions(*(1,) * 9, 0)
    assert (
        "In 9 of 10 decisions the right answer stands in place 2"
        in (found("PE006", *places)[0].message["en"])
    )
    close = tuple(
        asking(
            Choice("yes", {"en": "x" * 21}, verdict="right"),
            Choice("no", {"en": "x" * 20}),
            name=f"ask_{n}",
        )
        for n in range(3)
    )
    assert not found("PE007", *close), "one character in twenty is not seen"


def test_one_choice_is_no_decision_but_one_hotspot_is_a_task() -> None:
    assert found("PE008", asking(Choice("on")))
    assert not found("PE008", asking(Choice("on"), Choice("wait", offered=False)))
    assert not found("PE008", asking(Choice("there", region=Region(Area(0, 0, 0.1, 0.1)))))


def test_a_hard_scene_and_an_ending_need_words() -> None:
    hard = Scene("a", hard=True, then=Ending())
    assert found("PE010", hard)
    assert found("PE003", hard)
    assert not found("PE003", replace(hard, then=Ending(debrief={"pl": "Koniec."})))


def test_nothing_is_asked_of_an_empty_story() -> None:
    empty: Story = EMPTY
    codes = {finding.code for finding in run_checks(empty)}
    assert not {code for code in codes if code.startswith("PE")}
