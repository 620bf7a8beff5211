from __future__ import annotations

import os
from pathlib import Path

import pytest

from studio.media.probe import probe
from studio.media.profiles import EVERYWHERE, fits
from studio.story.finding import StudioError


def code_of(path: Path) -> str:
    with pytest.raises(StudioError) as raised:
        probe(path)
    return raised.value.findings[0].code


def test_facts_of_a_fitting_clip(clips: Path) -> None:
    facts = probe(clips / "fitting.mp4")
    assert facts.seconds == pytest.approx(3.0, abs=0.01)
    assert facts.faststart
    assert facts.video is not None
    assert (facts.video.codec, facts.video.width, facts.video.height) == ("h264", 320, 180)
    assert facts.video.frame_rate == 25
    assert facts.video.constant
    assert facts.video.closed_groups
    assert facts.video.keyframe_interval <= 1.0
    assert facts.audio is not None
    assert (facts.audio.codec, facts.audio.rate, facts.audio.channels) == ("aac", 48000, 2)
    assert fits(facts, EVERYWHERE)


@pytest.mark.parametrize("name", ["few_keyframes.mp4", "old camera ż'ó.avi"])
def test_what_does_not_fit(clips: Path, name: str) -> None:
    facts = probe(clips / name)
    assert facts.video is not None
    assert not fits(facts, EVERYWHERE)


def test_few_keyframes_are_measured(clips: Path) -> None:
    video = probe(clips / "few_keyframes.mp4").video
    assert video is not None
    assert video.keyframe_interval == pytest.approx(3.0, abs=0.05)


def test_sound_alone_has_no_video(clips: Path) -> None:
    facts = probe(clips / "sound.wav")
    assert facts.video is None
    assert facts.audio is not None


def test_missing_empty_and_text_files(tmp_path: Path) -> None:
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.mp4").write_text("not a film\n" * 200)
    assert code_of(tmp_path / "nowhere.mp4") == "MD002"
    assert code_of(tmp_path / "empty.mp4") == "MD003"
    assert code_of(tmp_path / "text.mp4") == "MD001"
    assert code_of(tmp_path) == "MD002"


def test_a_pipe_is_refused_and_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.mp4")
    assert code_of(tmp_path / "pipe.mp4") == "MD002"


def test_a_playlist_cannot_lead_elsewhere(clips: Path, tmp_path: Path) -> None:
    playlist = tmp_path / "clip.mp4"
    playlist.write_text(f"#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n{clips}/fitting.mp4\n")
    assert code_of(playlist) == "MD001"


@pytest.mark.parametrize("share", [0.3, 0.6])
def test_cut_short(clips: Path, tmp_path: Path, share: float) -> None:
    """With the index in front a cut file still opens, so its length must be measured."""
    data = (clips / "fitting.mp4").read_bytes()
    (tmp_path / "cut.mp4").write_bytes(data[: int(len(data) * share)])
    assert code_of(tmp_path / "cut.mp4") == "MD004"
    data = (clips / "few_keyframes.mp4").read_bytes()
    (tmp_path / "no_index.mp4").write_bytes(data[: int(len(data) * share)])
    assert code_of(tmp_path / "no_index.mp4") == "MD001"
