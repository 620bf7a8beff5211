"""Draft captions stand over the speech; they are in order and can be read."""

from __future__ import annotations

import shutil
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.media.cache import Cache
from studio.media.drafting import caption_texts, draft
from studio.media.narration import narrate
from studio.media.scene_captions import caption_address, draft_captions, with_captions
from studio.media.speech import speech
from studio.story.finding import StudioError
from studio.story.model import Clip, Footage, Scene, new_story
from tests.media.conftest import ffmpeg

SCRIPT = (
    "Kierowca: Proszę pytać mnie. Oni nie znają języka.\n"
    "(Mira patrzy w ziemię.)\n"
    "Mira: Wszystko dobrze [szeptem].\n"
    "Mira: Jedziemy do pracy."
)


def test_what_the_captions_say() -> None:
    assert caption_texts(SCRIPT) == [
        "Kierowca: Proszę pytać mnie. Oni nie znają języka.",
        "Mira: Wszystko dobrze .",
        "Jedziemy do pracy.",
    ]


def test_captions_end_at_the_pauses() -> None:
    cues = draft("Pierwsze zdanie tutaj.\nDrugie zdanie tutaj.", [(2.0, 4.2), (7.0, 9.0)], 12)
    assert [cue.start for cue in cues] == [2.0, 7.0]
    assert 4.2 <= cues[0].end <= 5
    assert 9.0 <= cues[1].end <= 12


def test_without_speech_they_follow_at_reading_speed() -> None:
    cues = draft(SCRIPT, [], 60)
    assert cues[0].start == 0
    assert cues[-1].end < 10
    assert draft("", [(0, 1)], 60) == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text("abc .?!,żół", min_size=3, max_size=120), min_size=1, max_size=8),
    st.lists(st.tuples(st.floats(0, 5), st.floats(0.2, 6)), max_size=8),
)
def test_they_are_in_order_within_the_clip_and_say_everything(
    lines: list[str], pauses_and_speech: list[tuple[float, float]]
) -> None:
    now, spans = 0.0, []
    for pause, lasting in pauses_and_speech:
        spans.append((now + pause, now + pause + lasting))
        now += pause + lasting
    script, seconds = "\n".join(lines), now + 5
    cues = draft(script, spans, seconds)
    assert len(cues) == len(caption_texts(script))
    assert all(cue.end > cue.start for cue in cues)
    assert all(before.start <= after.start for before, after in pairwise(cues))
    assert " ".join(" ".join(cue.text for cue in cues).split()) == " ".join(
        " ".join(caption_texts(script)).split()
    )


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Noise, a sentence at 2 s, a pause, another sentence at 6 s."""
    if shutil.which("espeak-ng") is None:
        pytest.skip("espeak-ng is not installed")
    folder = tmp_path_factory.mktemp("spoken")
    assert narrate("Proszę pokazać paszport.", "pl", folder / "a.wav")
    assert narrate("Jedziemy do pracy.", "pl", folder / "b.wav")
    ffmpeg(
        "-f", "lavfi", "-i", "anoisesrc=amplitude=0.004:duration=9:color=pink:seed=3",
        "-i", str(folder / "a.wav"), "-i", str(folder / "b.wav"),
        "-f", "lavfi", "-i", "color=size=160x90:rate=10:duration=9",
        "-filter_complex", "[1]adelay=2000:all=1[a];[2]adelay=6000:all=1[b];"
        "[0][a][b]amix=inputs=3:normalize=0:duration=first[s]",
        "-map", "3:v", "-map", "[s]", "-c:v", "libx264", "-c:a", "aac", str(folder / "clip.mp4"),
    )  # fmt: skip
    return folder / "clip.mp4"


def test_speech_is_heard_where_it_is(spoken: Path, tmp_path: Path) -> None:
    found = speech(spoken, Cache(tmp_path))
    assert found[0][0] == pytest.approx(2.0, abs=0.25)
    assert any(start == pytest.approx(6.0, abs=0.25) for start, _ in found)
    assert not any(3.9 < (start + end) / 2 < 5.8 for start, end in found)
    assert speech(spoken, Cache(tmp_path)) == found


def test_a_scene_gets_captions_where_its_words_are_spoken(spoken: Path, tmp_path: Path) -> None:
    clip = Clip(Footage("clip.mp4", mark_in=1.0))
    words = {"pl": "Strażniczka: Proszę pokazać paszport.\nMira: Jedziemy do pracy."}
    scene = Scene("s1", {"pl": "s"}, clip=clip, script=words)
    cues, findings = draft_captions(scene, "pl", spoken.parent, Cache(tmp_path))
    assert findings == []
    assert [cue.start for cue in cues] == pytest.approx([1.0, 5.0], abs=0.25)
    with pytest.raises(StudioError) as raised:
        draft_captions(scene, "en", spoken.parent, Cache(tmp_path))
    assert raised.value.findings[0].code == "MD024"
    with pytest.raises(StudioError) as raised:
        draft_captions(replace(scene, clip=None), "pl", spoken.parent, Cache(tmp_path))
    assert raised.value.findings[0].code == "MD025"
    silent = replace(scene, clip=replace(clip, footage=Footage("clip.mp4", mark_in=8.6)))
    assert draft_captions(silent, "pl", spoken.parent, Cache(tmp_path))[1][0].code == "MD023"


def test_the_story_names_the_file_once() -> None:
    scene = Scene("s1", clip=Clip(Footage("a.mp4"), captions={"en": "captions/old.srt"}))
    story = replace(new_story("x", {"en": "X"}, ("en",)), scenes=(scene,))
    assert caption_address(scene, "en") == "captions/s1.en.vtt"
    after = with_captions(story, scene, "en")
    changed = after.scenes[0]
    assert changed.clip is not None
    assert changed.clip.captions == {"en": "captions/s1.en.vtt"}
    assert with_captions(after, changed, "en") is after
