"""Do the clips hold what the story asks of them: each limit at its edges."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from studio.checks import run_checks
from studio.checks.fixes import fixes_for
from studio.story.clip_facts import ClipFacts
from studio.story.finding import Finding
from studio.story.model import (
    Area,
    Choice,
    Clip,
    Decision,
    Ending,
    Footage,
    Next,
    Region,
    Scene,
    Settings,
    Sighting,
    Story,
    Treatment,
    new_story,
)

EMPTY = new_story("tested", {"en": "Tested"}, ("en",))
FACTS = ClipFacts(10.0, 1_000_000, 1280, 720, 25.0, True, 1.0, "h264", "aac", loudness=-16.0)
ALONE = Scene("a", clip=Clip(Footage("a.mp4")), then=Ending())


def story_of(*scenes: Scene, **more: object) -> Story:
    return replace(EMPTY, scenes=scenes, start=scenes[0].id, **more)  # type: ignore[arg-type]


def found(code: str, story: Story, clips: Mapping[str, ClipFacts] | None = None) -> list[Finding]:
    return list(run_checks(story, only={code}, clips=clips or {"a.mp4": FACTS, "b.mp4": FACTS}))


def clip(**marks: float) -> Scene:
    return replace(ALONE, clip=Clip(Footage("a.mp4", **marks)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("marks", "wrong"),
    [
        ({}, False),
        ({"mark_in": 2, "mark_out": 10}, False),
        ({"mark_in": 2, "mark_out": 10.05}, False),
        ({"mark_in": 2, "mark_out": 11}, True),
        ({"mark_in": 10}, True),
        ({"mark_in": 5, "mark_out": 5}, True),
    ],
)
def test_marks_lie_in_the_file(marks: dict[str, float], wrong: bool) -> None:
    assert bool(found("CL001", story_of(clip(**marks)))) is wrong


def test_times_lie_in_the_trimmed_clip() -> None:
    region = Region(Area(0, 0, 0.5, 0.5), opens=7)
    scene = replace(
        clip(mark_in=2, mark_out=8),
        indicators=(Sighting("sign", start=6.0), Sighting("sign", start=6.5)),
        then=Decision((Choice("x", region=region),), opens=9),
    )
    findings = found("CL002", story_of(scene))
    assert {finding.place.path for finding in findings} == {
        "$.scenes[0].indicators[1].start",
        "$.scenes[0].then.choices[0].region.opens",
        "$.scenes[0].then.opens",
    }
    opens = next(each for each in findings if (each.place.path or "").endswith("then.opens"))
    (fix,) = fixes_for(opens, story_of(scene))
    mended = fix.apply(story_of(scene), opens)
    assert mended.scenes[0].then.opens is None  # type: ignore[union-attr]


def test_a_decision_that_goes_on_ends_with_the_clip() -> None:
    def asked(**more: object) -> Story:
        fields = {"opens": 6, "time_limit": 9, "while_waiting": "continue", "on_timeout": "x"}
        decision = Decision((Choice("x"),), **(fields | more))  # type: ignore[arg-type]
        return story_of(replace(ALONE, then=decision))

    assert found("CL003", asked())
    assert not found("CL003", asked(time_limit=4))
    assert not found("CL003", asked(while_waiting="loop"))
    assert not found("CL003", asked(on_timeout=None))


def test_time_to_prepare_grows_with_the_bytes_of_what_may_follow() -> None:
    heavy = replace(FACTS, bytes=50_000_000)
    after = replace(ALONE, id="b", clip=Clip(Footage("b.mp4")))
    asking = Decision((Choice("x", target="b"), Choice("y", target="a")), opens=2.0)
    story = story_of(replace(ALONE, then=asking), after)
    assert not found("CL004", story)
    (finding,) = found("CL004", story, {"a.mp4": FACTS, "b.mp4": heavy})
    # 5 MB a second of clip, two seconds of it, at 5 MB a second, and 0.3 s to start
    assert "2.3 s" in finding.message["en"]
    playing_out = story_of(replace(ALONE, then=replace(asking, on_choice="play_out")), after)
    assert not found("CL004", playing_out, {"a.mp4": FACTS, "b.mp4": heavy})


def test_loudness_is_compared_as_it_will_sound() -> None:
    quiet = replace(FACTS, loudness=-20.0)
    clips = {"a.mp4": FACTS, "b.mp4": quiet}
    after = replace(ALONE, id="b", clip=Clip(Footage("b.mp4")))
    story = story_of(replace(ALONE, then=Next("b")), after)
    (finding,) = found("CL005", story, clips)
    assert "4 LU" in finding.message["en"]
    (fix,) = fixes_for(finding, story)
    mended = fix.apply(story, finding)
    assert not found("CL005", mended, clips)
    assert all(scene.clip and scene.clip.treatment == Treatment() for scene in mended.scenes)
    at_the_edge = {"a.mp4": FACTS, "b.mp4": replace(FACTS, loudness=-19.0)}
    assert not found("CL005", story, at_the_edge)
    silent = {"a.mp4": FACTS, "b.mp4": replace(FACTS, loudness=None)}
    assert not found("CL005", story, silent)


def test_black_within_what_is_played() -> None:
    black = {"a.mp4": replace(FACTS, black=((0.0, 2.5), (9.0, 10.0)))}
    assert found("CL006", story_of(clip()), black)
    assert not found("CL006", story_of(clip(mark_in=1)), black)
    assert found("CL006", story_of(clip(mark_in=0.4)), black)


def test_silence_matters_only_where_somebody_speaks() -> None:
    silent = {"a.mp4": replace(FACTS, loudness=None, silent=((0.0, 10.0),))}
    assert not found("CL007", story_of(clip()), silent)
    speaking = replace(ALONE, clip=Clip(Footage("a.mp4"), languages_spoken=("en",)))
    assert found("CL007", story_of(speaking), silent)
    assert not found("CL007", story_of(speaking))
    muted = Clip(Footage("a.mp4"), languages_spoken=("en",), treatment=Treatment(mute=True))
    assert found("CL007", story_of(replace(ALONE, clip=muted)))
    no_track = {"a.mp4": replace(FACTS, audio_codec=None, loudness=None)}
    assert found("CL007", story_of(speaking), no_track)
    dub = Clip(Footage("a.mp4", audio="b.mp4"), languages_spoken=("en",))
    assert not found("CL007", story_of(replace(ALONE, clip=dub)), no_track | {"b.mp4": FACTS})


def test_shape_and_size_of_the_picture() -> None:
    old = {"a.mp4": replace(FACTS, width=854, height=480)}
    assert not found("CL008", story_of(clip()), old)
    assert found("CL009", story_of(clip()), old)
    small = story_of(clip(), settings=Settings(frame_width=640, frame_height=360))
    assert not found("CL009", small, old)
    assert found("CL008", story_of(clip()), {"a.mp4": replace(FACTS, width=720, height=1280)})
    sound_only = {"a.mp4": replace(FACTS, width=0, height=0)}
    assert not found("CL008", story_of(clip()), sound_only)


def test_posters_are_not_black() -> None:
    dark = {"a.mp4": replace(FACTS, black=((3.0, 4.0),))}
    assert found("CL010", story_of(clip()), dark)
    lit = replace(ALONE, clip=Clip(Footage("a.mp4"), poster=5))
    assert not found("CL010", story_of(lit), dark)
    assert not found("CL010", story_of(clip()))


def test_frame_rates_and_keyframes() -> None:
    assert found("CL011", story_of(clip()), {"a.mp4": replace(FACTS, constant_rate=False)})
    sparse = {"a.mp4": replace(FACTS, keyframe_interval=8.0)}
    assert not found("CL012", story_of(clip()), sparse)
    assert found("CL012", story_of(clip(mark_in=3)), sparse)
    looping = Decision((Choice("x"),), opens=4, while_waiting="loop")
    assert found("CL012", story_of(replace(ALONE, then=looping)), sparse)
    assert not found("CL012", story_of(replace(ALONE, then=looping)))


def test_unused_files_are_named_once(tmp_path: Path) -> None:
    for name in ("media/a.mp4", "media/old/take 1.mp4", "captions/.hidden.vtt", "draw/x.py"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(b"x")
    used = replace(ALONE, clip=Clip(Footage("media/a.mp4")))
    report = run_checks(story_of(used), tmp_path, only={"CL013"})
    assert [finding.place.file for finding in report] == ["media/old/take 1.mp4"]


@pytest.mark.parametrize("name", ["a\0b.mp4", "x" * 5000, "media/" * 900 + "x", " ", "con"])
def test_names_that_no_disk_takes_are_findings_not_crashes(name: str, tmp_path: Path) -> None:
    scene = replace(ALONE, clip=Clip(Footage(name)))
    codes = {finding.code for finding in run_checks(story_of(scene), tmp_path)}
    assert codes & {"PT001", "PT002"}
