"""Checking again after an edit gives what checking everything gives, whatever the edit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.checks import run_checks
from studio.checks.checker import Checker, skeleton
from studio.checks.registry import CHECKS
from studio.story import edits
from studio.story.clip_facts import ClipFacts
from studio.story.model import (
    Choice,
    Clip,
    ContentNote,
    Decision,
    Ending,
    Feedback,
    Footage,
    GlossaryEntry,
    Scene,
    StickyNote,
    Story,
    Theme,
    Waiver,
)
from tests.checks.few_states import few_states
from tests.random_stories import SCENES, continuations, stories

FACTS = ClipFacts(4.0, 900_000, 1280, 720, 25.0, True, 1.0, "h264", "aac", loudness=-16.0)
CLIPS = {"a.mp4": FACTS, "b.mp4": replace(FACTS, loudness=-30.0, black=((0.0, 3.0),))}
CUES = {"a.vtt": [(0.0, 0.3, "Far too quick")]}
TEXTS = st.sampled_from([{}, {"en": "Wrong."}, {"en": "She looks away."}, {"pl": "Ona milczy."}])


@st.composite
def scenes(draw: st.DrawFn, name: str) -> Scene:
    """A scene with texts, clips and notes, and what random stories have."""
    then = draw(continuations)
    if isinstance(then, Decision):
        then = replace(
            then,
            prompt=draw(TEXTS),
            time_limit=draw(st.sampled_from([None, 5])),
            shuffle=draw(st.booleans()),
            choices=tuple(
                replace(
                    choice,
                    text=draw(TEXTS),
                    verdict=draw(st.sampled_from([None, "right", "wrong"])),
                    feedback=draw(st.sampled_from([None, Feedback({"en": "Wrong."}), Feedback()])),
                )
                for choice in then.choices
            ),
        )
    clip = st.builds(
        Clip,
        footage=st.builds(
            Footage, file=st.sampled_from(["a.mp4", "b.mp4", "absent.mp4"]), mark_in=st.just(0.5)
        ),
        captions=st.sampled_from([{}, {"en": "a.vtt"}]),
        languages_spoken=st.sampled_from([(), ("en",)]),
    )
    return Scene(
        id=name,
        title=draw(TEXTS),
        then=then,
        clip=draw(st.one_of(st.none(), clip)),
        content_note=draw(st.sampled_from([None, ContentNote({"en": "Threats."})])),
        hard=draw(st.booleans()),
        notes=draw(st.sampled_from(["", "film again"])),
    )


@st.composite
def edited(draw: st.DrawFn, story: Story) -> Story:
    """The story after one edit of any sort."""
    kind = draw(
        st.sampled_from(["scene", "scene", "scene", "text", "add", "remove", "move", "head"])
    )
    index = draw(st.integers(0, max(0, len(story.scenes) - 1)))
    listed = list(story.scenes)
    if kind == "head":
        change = draw(
            st.sampled_from(
                [
                    {"title": {"en": "Another"}},
                    {"languages": ("en", "pl")},
                    {"languages": ("en",)},
                    {"theme": Theme(foreground="#777777", background="#777777")},
                    {"start": "s1"},
                    {"variables": ()},
                    {"indicators": ()},
                    {"glossary": (GlossaryEntry("a", {"en": "A"}), GlossaryEntry("a", {}))},
                    {"sticky_notes": (StickyNote("n"), StickyNote("n"))},
                    {"waivers": (Waiver("SC004", "kept"), Waiver("PE001", ""))},
                ]
            )
        )
        return replace(story, **change)
    if kind == "text" and listed:
        return edits.replace_scene(story, replace(listed[index], title=draw(TEXTS)))
    if kind == "remove" and listed:
        del listed[index]
    elif kind == "move" and listed:
        listed.append(listed.pop(index))
    elif kind == "scene" and listed:
        listed[index] = draw(scenes(listed[index].id))
    else:
        listed.insert(index, draw(scenes(draw(st.sampled_from(SCENES)))))
    return replace(story, scenes=tuple(listed))


@settings(deadline=None, max_examples=12)
@given(st.data(), stories())
def test_a_run_after_an_edit_equals_a_full_run(data: st.DataObject, story: Story) -> None:
    checker = Checker()
    with few_states():
        for clips, cues in ((None, None), (CLIPS, CUES), (CLIPS, CUES), (CLIPS, None)):
            full = run_checks(story, None, clips=clips, cues=cues)
            assert checker.run(story, None, clips, cues) == full
            story = data.draw(edited(story))
        for _ in range(3):
            assert checker.run(story) == run_checks(story)
            story = data.draw(edited(story))


def story_with_files() -> Story:
    scene = Scene("a", clip=Clip(Footage("media/a.mp4")), then=Ending())
    return Story("scenario-studio-story", 1, "s", {"en": "S"}, ("en",), "a", scenes=(scene,))


def test_files_that_come_and_go_are_noticed(tmp_path: Path) -> None:
    checker, story = Checker(), story_with_files()
    assert "PT001" in {finding.code for finding in checker.run(story, tmp_path)}
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "a.mp4").write_bytes(b"x")
    assert "PT001" not in {finding.code for finding in checker.run(story, tmp_path)}
    (tmp_path / "media" / "b.mp4").write_bytes(b"x")
    assert checker.run(story, tmp_path) == run_checks(story, tmp_path)
    assert "CL013" in {finding.code for finding in checker.run(story, tmp_path)}


def test_a_text_edit_asks_the_edited_scene_and_not_the_graph(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    scenes = tuple(Scene(f"s{n}", {"en": "Title"}, then=Ending()) for n in range(20))
    story = replace(story_with_files(), scenes=scenes, start="s0")
    asked: list[tuple[str, int]] = []

    def counted(check: object) -> object:
        run, scope = check.run, check.scope  # type: ignore[attr-defined]

        def ask(context: object) -> Iterator[object]:
            asked.append((scope, len(context.parts)))  # type: ignore[attr-defined]
            return run(context)

        return replace(check, run=ask)  # type: ignore[type-var]

    monkeypatch.setattr("studio.checks.checker.CHECKS", tuple(map(counted, CHECKS)))
    checker = Checker()
    checker.run(story)
    asked.clear()
    checker.run(edits.retitle_scene(story, "s7", "en", "Another"))
    assert {scope for scope, _ in asked} <= {"scene", "disk", "story", "files"}
    narrow = [size for scope, size in asked if scope in ("scene", "disk")]
    assert narrow == [1] * sum(check.scope in ("scene", "disk") for check in CHECKS)


@given(st.data())
def test_a_skeleton_has_no_words(data: st.DataObject) -> None:
    scene = data.draw(scenes("a"))
    bare = skeleton(scene)
    assert "She looks away." not in repr(bare)
    assert skeleton(bare) == bare
    assert [choice.id for choice in _choices(bare)] == [choice.id for choice in _choices(scene)]


def _choices(scene: Scene) -> tuple[Choice, ...]:
    return scene.then.choices if isinstance(scene.then, Decision) else ()
