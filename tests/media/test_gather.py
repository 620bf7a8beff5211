"""What checks ask of a story's files, from real clips."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from studio.media.cache import Cache
from studio.media.gather import gather
from studio.media.runner import Cancelled
from studio.story.model import Choice, Clip, Decision, Feedback, Footage, Scene, Story, new_story
from tests.clips import make_clip

VTT = "WEBVTT\n\n00:00.100 --> 00:00.900\nZażółć gęślą jaźń\n"


@pytest.fixture
def story(tmp_path: Path) -> Story:
    make_clip(tmp_path / "story" / "media" / "talk.mp4")
    (tmp_path / "story" / "talk.vtt").write_text(VTT, encoding="utf-8")
    (tmp_path / "story" / "broken.mp4").write_text("not a video")
    (tmp_path / "secret.mp4").write_bytes(b"outside")
    talk = Clip(
        Footage("media/talk.mp4", audio="broken.mp4"),
        captions={"pl": "talk.vtt", "en": "absent.vtt"},
        dubbed={"en": Footage("../secret.mp4")},
    )
    answer = Choice("yes", feedback=Feedback(clip=Clip(Footage("media/talk.mp4"))))
    scenes = (Scene("talk", clip=talk, then=Decision((answer,))),)
    return replace(new_story("s", {"pl": "S"}, ("pl", "en")), scenes=scenes)


def test_clips_are_measured_captions_read_and_bad_files_told(story: Story, tmp_path: Path) -> None:
    fractions: list[float] = []
    gathered = gather(
        story, tmp_path / "story", Cache(tmp_path / "cache"), progress=fractions.append
    )
    assert set(gathered.clips) == {"media/talk.mp4"}
    assert gathered.clips["media/talk.mp4"].width > 0
    assert gathered.cues == {"talk.vtt": ((0.1, 0.9, "Zażółć gęślą jaźń"),)}
    assert [(f.code, f.place.scene, f.place.file) for f in gathered.findings] == [
        ("MD001", "talk", "broken.mp4")
    ]
    assert fractions[-1] == 1.0


def test_measuring_can_be_cancelled(story: Story, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        gather(story, tmp_path / "story", Cache(tmp_path / "cache"), cancelled=lambda: True)
