"""Facts from an MP4's index alone are those that reading every packet gives; copies keep all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import av
import pytest

from studio.media import mp4_copy as copies
from studio.media import probe as probing
from studio.media.mp4_index import read_index
from studio.media.probe import MediaFacts, probe
from studio.media.runner import find_ffmpeg
from tests.media.samples import make_sample

FROM_THE_INDEX = ["h264.mp4", "variable.mp4", "high rate.mp4", "mono.mp4", "no sound.mp4",
                  "hlg.mp4", "prores.mov", "hevc.mov", "dnxhr.mov"]  # fmt: skip


def ffmpeg(*words: str) -> str:
    command = [find_ffmpeg(), "-v", "error", "-nostdin", "-y", *words]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def read_through(path: Path, monkeypatch: pytest.MonkeyPatch) -> MediaFacts:
    """The facts as they are found where the index does not say all."""
    with monkeypatch.context() as patch:
        patch.setattr(probing, "_says_all", lambda index, size: False)
        return probe(path)


@pytest.mark.parametrize("name", FROM_THE_INDEX)
def test_the_index_says_the_same_as_the_packets(
    name: str, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_sample(name, tmp_path_factory.getbasetemp())
    index = read_index(path)
    assert index is not None
    assert probing._says_all(index, path.stat().st_size)  # pyright: ignore[reportPrivateUsage]
    assert probe(path) == read_through(path, monkeypatch)


@pytest.mark.parametrize(
    "options",
    ["-bf 3 -g 12", "-bf 2 -g 250 -x264-params open-gop=1:keyint=10", "-g 5 -r 24000/1001"],
)
def test_reordered_frames_and_open_groups(
    options: str, clips: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "clip.mp4"
    ffmpeg("-i", str(clips / "fitting.mp4"), "-c:v", "libx264", *options.split(), str(path))
    assert probe(path) == read_through(path, monkeypatch)


def test_a_file_that_begins_within_its_data_is_read_through(clips: Path, tmp_path: Path) -> None:
    """Cut without encoding: the edit list hides what lies between keyframe and begin."""
    path = tmp_path / "cut.mp4"
    source = str(clips / "few_keyframes.mp4")
    ffmpeg("-ss", "1.3", "-i", source, "-c", "copy", str(path))
    index = read_index(path)
    assert index is not None
    assert all(track.timing is None for track in index.tracks if track.handler == b"vide")
    assert probe(path).video is not None


def streams(path: Path) -> str:
    """A hash of the packets with their times, of every stream."""
    return ffmpeg("-i", f"file:{path}", "-c", "copy", "-f", "framehash", "-")


def copied(source: Path, target: Path) -> bool:
    copy = copies.mp4_copy(source)
    if copy is None:
        return False
    assert copies.carry_out(copy, source, target, lambda share: None, lambda: False)
    assert copies.is_whole(target)
    return True


def test_a_copy_has_the_same_packets_and_nothing_else(clips: Path, tmp_path: Path) -> None:
    source, target = tmp_path / "source.mp4", tmp_path / "copy.mp4"
    secrets = ["title=Lublin", "location=+51.2465+022.5684/", "comment=Anna Nowak"]
    tags = [word for secret in secrets for word in ("-metadata", secret)]
    tags += ["-metadata", "creation_time=2026-05-01T10:00:00Z"]
    tags += ["-metadata:s:v", "handler_name=Camera of Anna", "-movflags", "use_metadata_tags"]
    ffmpeg("-i", str(clips / "fitting.mp4"), "-c", "copy", *tags, str(source))
    assert b"Lublin" in source.read_bytes()
    assert copied(source, target)
    assert streams(target) == streams(source)
    data = target.read_bytes()
    for word in (b"Lublin", b"51.2465", b"Anna", b"udta", b"meta", b"Lavc", b"Lavf"):
        assert word not in data[: data.index(b"mdat")]
    with av.open(str(target)) as container:
        assert "creation_time" not in container.metadata
    assert probe(target).faststart
    assert target.stat().st_size < source.stat().st_size + 8192


def test_the_copy_plays_to_its_end(clips: Path, tmp_path: Path) -> None:
    assert copied(clips / "fitting.mp4", tmp_path / "copy.mp4")

    def pictures(path: Path) -> str:
        return ffmpeg("-i", str(path), "-f", "framemd5", "-")

    assert pictures(tmp_path / "copy.mp4") == pictures(clips / "fitting.mp4")


def test_a_further_track_is_never_copied(clips: Path, tmp_path: Path) -> None:
    """Its data lie between those of the picture: where somebody was, perhaps."""
    words = tmp_path / "words.srt"
    words.write_text("1\n00:00:00,500 --> 00:00:01,000\nAnna\n")
    source = tmp_path / "source.mp4"
    inputs = ["-i", str(clips / "fitting.mp4"), "-i", str(words)]
    ffmpeg(*inputs, "-map", "0", "-map", "1", "-c", "copy", "-c:s", "mov_text", str(source))
    assert copies.mp4_copy(source) is None


def test_what_is_unusual_is_left_to_ffmpeg(clips: Path, tmp_path: Path) -> None:
    fragments, film = tmp_path / "fragments.mp4", tmp_path / "film.mov"
    source = str(clips / "fitting.mp4")
    ffmpeg("-i", source, "-c", "copy", "-movflags", "frag_keyframe+empty_moov", str(fragments))
    ffmpeg("-i", source, "-c", "copy", str(film))
    assert copies.mp4_copy(fragments) is None
    assert copies.mp4_copy(film) is None
    assert copies.mp4_copy(clips / "old camera ż'ó.avi") is None


def test_damaged_indexes_never_raise(clips: Path, tmp_path: Path) -> None:
    whole = (clips / "fitting.mp4").read_bytes()
    index = read_index(clips / "fitting.mp4")
    assert index is not None
    begin = whole.index(b"moov") - 4
    path = tmp_path / "damaged.mp4"
    for position in range(begin, begin + len(index.data), 11):
        damaged = bytearray(whole)
        damaged[position] ^= 0xFF
        path.write_bytes(damaged)
        read_index(path)
        copies.mp4_copy(path)
