"""What the checks find, held against the reference engine and against brute force."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.checks import Context, Report, run_checks
from studio.story import play
from studio.story.finding import Finding
from studio.story.model import (
    AddToVariable,
    Choice,
    Clip,
    Comparison,
    ConditionalTarget,
    Decision,
    Ending,
    Footage,
    Next,
    NumberVariable,
    Scene,
    Story,
    Waiver,
    new_story,
    targets,
)

STRUCTURE = frozenset(
    (
        *(f"SC{number:03}" for number in range(1, 15)),
        *(f"ST{number:03}" for number in range(1, 6)),
        "PT001",
        "PT002",
        "TX001",
    )
)
"""The codes that these tests are about, so that other questions may be asked as well."""
EMPTY = new_story("tested", {"en": "Tested"}, ("en",))
END = Scene("end", then=Ending())
IDS = ("a", "b", "c", "d", "e")


def story_of(*scenes: Scene, start: str | None = "a") -> Story:
    return replace(EMPTY, scenes=scenes, start=start)


def by_code(report: Report, code: str) -> list[Finding]:
    return [finding for finding in report if finding.code == code]


def choice(number: int, target: str | None) -> Choice:
    return Choice(f"choice_{number}", {"en": "Go"}, target=target)


def decision(*choices_to: str | None) -> Decision:
    return Decision(tuple(choice(number, to) for number, to in enumerate(choices_to)))


def replayed(story: Story, finding: Finding) -> play.State:
    state = play.start(story)
    for step in finding.proof:
        state = play.step(story, state, play.Action(step.action, step.choice))
    return state


continuations = st.one_of(
    st.none(),
    st.just(Ending()),
    st.builds(Next, target=st.sampled_from((*IDS, None))),
    st.lists(st.sampled_from((*IDS, None)), max_size=3).map(lambda to: decision(*to)),
)
stories = st.lists(continuations, min_size=5, max_size=5).map(
    lambda all_then: story_of(
        *(Scene(name, then=then) for name, then in zip(IDS, all_then, strict=True))
    )
)


def seen_by_the_engine(story: Story, first: str) -> tuple[set[str], set[str]]:
    """Scenes and phases that playing in every way from a scene comes to (no variables here)."""
    scenes: set[str] = set()
    phases: set[str] = set()
    known: set[tuple[str, str | None]] = set()
    waiting = [play.start(story, first)]
    while waiting:
        state = waiting.pop()
        if (state.phase, state.scene) in known:
            continue
        known.add((state.phase, state.scene))
        phases.add(state.phase)
        scenes.add(state.scene or "")
        waiting += [play.step(story, state, action) for action in play.actions(story, state)]
    return scenes, phases


@settings(deadline=None, max_examples=150)
@given(stories)
def test_answers_agree_with_playing_in_every_way(story: Story) -> None:
    report = run_checks(story)
    seen, _ = seen_by_the_engine(story, "a")
    assert {f.place.scene for f in by_code(report, "SC004")} == set(IDS) - seen
    without_end = {each for each in IDS if "ended" not in seen_by_the_engine(story, each)[1]}
    blamed = {f.place.scene for code in ("SC005", "SC006") for f in by_code(report, code)}
    loops = [set(loop) for loop in Context(story).closed_loops]
    assert blamed | {each for loop in loops for each in loop} == without_end
    for loop in loops:
        for each in loop:
            scenes, phases = seen_by_the_engine(story, each)
            assert scenes == loop
            assert not phases & {"stuck", "ended"}
    for finding in by_code(report, "SC006"):
        assert finding.place.scene is not None
        state = replayed(story, finding)
        if finding.place.scene in seen:
            assert (state.phase, state.scene) == ("stuck", finding.place.scene)
        else:
            assert finding.proof == ()


def test_the_proof_is_the_shortest_way_and_obeys_conditions() -> None:
    locked = Choice(
        "locked",
        {"en": "Open"},
        condition=Comparison("key", ">=", 1),
        target="dark",
    )
    story = replace(
        story_of(
            Scene("a", then=Decision((locked, choice(1, "b")))),
            Scene("b", then=Next("dark")),
            Scene("dark"),
        ),
        variables=(NumberVariable("key"),),
    )
    (finding,) = by_code(run_checks(story), "SC006")
    state = replayed(story, finding)
    assert state.phase == "stuck"
    assert state.entered == ("a", "b", "dark")


def test_a_broken_target_is_not_called_a_loop_as_well() -> None:
    story = story_of(Scene("a", then=decision("a", "gone")), END)
    codes = [finding.code for finding in run_checks(story, only=STRUCTURE)]
    assert codes == ["SC009", "SC004", "SC005"]


def test_one_branch_too_few_is_proven_to_get_stuck_or_proven_harmless() -> None:
    def story(last: int) -> Story:
        branches = tuple(ConditionalTarget(Comparison("key", "=", n), "end") for n in range(last))
        take = Choice("take", {"en": "Take"}, target="b", effects=(AddToVariable("key", 1),))
        return replace(
            story_of(
                Scene("a", then=Decision((take, choice(1, "b")))),
                Scene("b", then=Next(None, branches)),
                END,
            ),
            variables=(NumberVariable("key"),),
        )

    assert not {"SC008", "SC018"} & {finding.code for finding in run_checks(story(2))}
    (finding,) = by_code(run_checks(story(1)), "SC018")
    assert finding.place.path == "$.scenes[1].then"
    assert replayed(story(1), finding).phase == "stuck"
    assert [step.action for step in finding.proof] == ["open", "choose", "finish"]


def test_without_a_start_scenes_are_not_called_unreachable() -> None:
    assert [f.code for f in run_checks(story_of(END, start=None), only=STRUCTURE)] == ["SC001"]


def test_findings_come_by_severity_then_code_and_always_alike() -> None:
    story = story_of(
        Scene("b"), Scene("a", then=decision("b", "gone")), Scene("c", title={"pl": "C"})
    )
    report = run_checks(story, only=STRUCTURE)
    keys = [(f.severity, f.code, f.place.scene) for f in report]
    assert keys == [
        ("error", "SC006", "b"),
        ("error", "SC006", "c"),
        ("error", "SC009", "a"),
        ("warning", "SC004", "c"),
        ("warning", "SC005", "a"),
        ("warning", "TX001", "c"),
    ]
    assert run_checks(story, only=STRUCTURE) == report
    assert (report.count("error"), report.count("warning"), report.count("notice")) == (3, 3, 0)


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        (Waiver("SC004", "kept for the next edition"), 0),
        (Waiver("SC004", "kept for the next edition", scene="b"), 1),
        (Waiver("SC004", "elsewhere", scene="end"), 2),
        (Waiver("SC005", "another code", scene="b"), 2),
        (Waiver("SC004", "another place", scene="b", choice="x"), 2),
    ],
)
def test_a_waived_finding_is_counted_apart(waiver: Waiver, left: int) -> None:
    scenes = (replace(END, id="a"), replace(END, id="b"), replace(END, id="c"))
    report = run_checks(replace(story_of(*scenes), waivers=(waiver,)))
    assert len(by_code(report, "SC004")) == left
    assert len(by_code(report, "WV001")) == (left == 2)
    assert len(report.waived) == 2 - left


def test_only_the_codes_asked_for() -> None:
    story = story_of(Scene("a"), Scene("b", title={"pl": "B"}))
    assert {f.code for f in run_checks(story, only={"TX001", "SC006"})} == {"TX001", "SC006"}


def clip_story(file: str) -> Story:
    return story_of(Scene("a", clip=Clip(Footage(file)), then=Ending()))


@pytest.mark.parametrize(
    "file",
    [
        "/media/clip.mp4",
        "media/../../clip.mp4",
        "C:/media/clip.mp4",
        "C:clip.mp4",
        "media\\clip.mp4",
        "//server/share/clip.mp4",
        "https://example.org/clip.mp4",
    ],
)
def test_paths_that_leave_the_folder_are_told_even_without_a_folder(file: str) -> None:
    assert [f.code for f in run_checks(clip_story(file), only=STRUCTURE)] == ["PT002"]


def test_a_link_out_of_the_folder_leaves_it(tmp_path: Path) -> None:
    inside = tmp_path / "story"
    inside.mkdir()
    (tmp_path / "secret.mp4").write_bytes(b"there")
    (inside / "clip.mp4").symlink_to(tmp_path / "secret.mp4")
    assert [f.code for f in run_checks(clip_story("clip.mp4"), inside, only=STRUCTURE)] == ["PT002"]


def test_a_folder_is_not_a_file_and_the_place_names_it(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (finding,) = run_checks(clip_story("media"), tmp_path, only=STRUCTURE)
    assert (finding.code, finding.place.file) == ("PT001", "media")
    assert finding.place.path == "$.scenes[0].clip.footage.file"
    assert run_checks(clip_story("media"), only=STRUCTURE).findings == ()


def test_a_story_of_ten_thousand_scenes_is_checked_right() -> None:
    last = 9_999
    scenes = [
        Scene(f"s{n}", then=decision(f"s{n + 1}", f"s{min(n + 7, last)}")) for n in range(last)
    ]
    story = story_of(*scenes, Scene(f"s{last}", then=Ending()), start="s1")
    (finding,) = run_checks(story, only=STRUCTURE)
    assert (finding.code, finding.place.scene) == ("SC004", "s0")
    assert all(targets(scene) for scene in scenes)
