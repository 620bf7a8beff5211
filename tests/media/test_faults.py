"""Whatever is wrong with a file or goes wrong on the way: one clear problem, the rest goes on."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest

from studio.media.cache import Cache
from studio.media.jobs import EncodeJob, EncodeResult
from studio.media.prepare import prepare
from studio.media.runner import find_ffmpeg
from studio.story.finding import Finding
from studio.story.model import Footage, Treatment
from tests.media.conftest import ffmpeg
from tests.media.samples import make_sample

DAMAGED = ("h264.mp4", "hevc.mov", "vp9.webm", "avchd 00001.MTS", "mjpeg.avi", "surround.mkv")
BIT_FLIPS, TRUNCATIONS = 22, 14

ALL_OF_THEM = """
import json, sys, time
from pathlib import Path
from studio.media import thumbnails
from studio.media.analysis import clip_facts, waveform
from studio.media.cache import Cache
from studio.media.jobs import EncodeJob
from studio.media.prepare import prepare
from studio.story.finding import Finding, StudioError
from studio.story.model import Footage

files, cache = sorted(Path(sys.argv[1]).iterdir()), Cache(Path(sys.argv[2]))
looked = []
for path in files:
    began = time.monotonic()
    problems = []
    for look in (lambda: clip_facts(path, cache), lambda: waveform(path, 50, cache),
                 lambda: thumbnails.picture(path, 0.3, width=64, height=64, cache=cache)):
        try:
            look()
        except StudioError as error:
            problems.append(error.findings[0].code)
    looked.append((time.monotonic() - began, problems))
jobs = [EncodeJob(f"s{n}", "pl", Footage(file=path.name), path, frame_width=64, frame_height=36)
        for n, path in enumerate(files)]
outcomes = prepare(jobs, cache)
print(json.dumps({
    "slowest": max(seconds for seconds, _ in looked),
    "codes": sorted({code for _, problems in looked for code in problems}),
    "failed": [[each.code, each.place.scene, each.message["pl"]]
               for each in outcomes if isinstance(each, Finding)],
    "warned": sum(bool(each.findings) for each in outcomes if not isinstance(each, Finding)),
    "made": sum(not isinstance(each, Finding) for each in outcomes),
}))
"""


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def job(source: Path, **changes: object) -> EncodeJob:
    plain = EncodeJob(
        "s1", "pl", Footage(file=source.name), source, frame_width=320, frame_height=180
    )
    return msgspec.structs.replace(plain, **changes)


def failed(outcome: EncodeResult | Finding) -> Finding:
    assert isinstance(outcome, Finding), outcome
    return outcome


def script(path: Path, words: str) -> Path:
    """A program that stands in front of the real ffmpeg."""
    path.write_text(f'#!/bin/sh\nreal="{find_ffmpeg()}"\n{words}\n')
    path.chmod(0o755)
    return path


def test_two_hundred_damaged_files(tmp_path: Path) -> None:
    """In a process of its own, for a crash of a decoder must not pass unseen."""
    whole, damaged = tmp_path / "whole", tmp_path / "damaged"
    whole.mkdir()
    damaged.mkdir()
    dice = random.Random(20)
    for name in DAMAGED:
        data = make_sample(name, whole).read_bytes()
        stem, suffix = Path(name).stem, Path(name).suffix
        for number in range(BIT_FLIPS):
            bad = bytearray(data)
            for _ in range(dice.choice((1, 8, 60))):
                bad[dice.randrange(len(bad))] ^= 1 << dice.randrange(8)
            (damaged / f"{stem} flip {number}{suffix}").write_bytes(bad)
        for number in range(TRUNCATIONS):
            cut = dice.randrange(1, len(data))
            (damaged / f"{stem} cut {number}{suffix}").write_bytes(data[:cut])
    assert len(list(damaged.iterdir())) >= 200
    child = subprocess.run(
        [sys.executable, "-c", ALL_OF_THEM, str(damaged), str(tmp_path / "cache")],
        capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr[-2000:]
    seen = json.loads(child.stdout.splitlines()[-1])
    assert seen["slowest"] < 30
    assert seen["made"] + len(seen["failed"]) >= 200
    assert seen["made"] > 20
    assert len(seen["failed"]) > 40
    for code, scene, message in seen["failed"]:
        assert code in {"MD001", "MD002", "MD004", "MD005", "MD008"}, message
        assert scene.startswith("s")
        assert len(message) > 20
    assert list((tmp_path / "cache" / "partial").iterdir()) == []


def test_an_encrypted_file_is_named(clips: Path, cache: Cache, tmp_path: Path) -> None:
    source = tmp_path / "secret.mp4"
    ffmpeg(
        "-i", str(clips / "fitting.mp4"), "-c", "copy", "-encryption_scheme", "cenc-aes-ctr",
        "-encryption_key", "0" * 31 + "1", "-encryption_kid", "0" * 31 + "2", str(source),
    )  # fmt: skip
    outcomes = prepare([job(source), job(clips / "fitting.mp4")], cache)
    assert failed(outcomes[0]).code == "MD017"
    assert isinstance(outcomes[1], EncodeResult)


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_never_ends_is_refused_at_once(tmp_path: Path, cache: Cache, kind: str) -> None:
    path = tmp_path / "clip.mp4"
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()
    began = time.monotonic()
    assert failed(prepare([job(path)], cache)[0]).code == "MD002"
    assert time.monotonic() - began < 5


PLAYLISTS = {
    "hls.m3u8": "#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n{path}\n#EXT-X-ENDLIST\n",
    "hls.mp4": "#EXTM3U\n#EXTINF:3,\nhttp://127.0.0.1:{port}/a.ts\n",
    "concat.mp4": "ffconcat version 1.0\nfile '{path}'\n",
    "dash.mpd": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static" '
    'mediaPresentationDuration="PT3S"><Period><AdaptationSet mimeType="video/mp4">'
    '<Representation id="1" bandwidth="1"><BaseURL>http://127.0.0.1:{port}/a.mp4</BaseURL>'
    "</Representation></AdaptationSet></Period></MPD>",
    "stream.sdp": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\n"
    "m=video {port} RTP/AVP 96\na=rtpmap:96 H264/90000\n",
    "picture.svg": '<svg xmlns="http://www.w3.org/2000/svg" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"><image xlink:href="http://127.0.0.1:{port}/a"/></svg>',
}


@pytest.mark.parametrize("name", PLAYLISTS)
def test_a_playlist_leads_nowhere(name: str, clips: Path, tmp_path: Path, cache: Cache) -> None:
    """Neither another file nor the network is touched: a listener hears nothing."""
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        listener.settimeout(0.2)
        path = tmp_path / name
        path.write_text(
            PLAYLISTS[name].format(path=clips / "fitting.mp4", port=listener.getsockname()[1])
        )
        assert failed(prepare([job(path)], cache)[0]).code == "MD001"
        with pytest.raises(TimeoutError):
            listener.accept()


def test_an_eight_k_picture_becomes_a_clip(tmp_path: Path, cache: Cache) -> None:
    source = tmp_path / "8k.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=teal:size=7680x4320:rate=25", "-frames:v", "3",
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", str(source),
    )  # fmt: skip
    outcome = prepare([job(source)], cache)[0]
    assert isinstance(outcome, EncodeResult), outcome


def test_a_source_that_goes_while_it_is_read(clips: Path, tmp_path: Path, cache: Cache) -> None:
    source = tmp_path / "going.mp4"
    source.write_bytes((clips / "few_keyframes.mp4").read_bytes())
    words = f'case "$1" in -version) ;; *) rm -f "{source}";; esac\nexec "$real" "$@"'
    outcomes = prepare(
        [job(source), job(clips / "fitting.mp4")], cache, ffmpeg=script(tmp_path / "ff", words)
    )
    finding = failed(outcomes[0])
    assert finding.code == "MD014"
    assert finding.place.file == "going.mp4"
    assert isinstance(outcomes[1], EncodeResult)


def test_a_source_that_changes_while_it_is_read_is_not_kept(
    clips: Path, tmp_path: Path, cache: Cache
) -> None:
    source = tmp_path / "growing.mp4"
    source.write_bytes((clips / "few_keyframes.mp4").read_bytes())
    words = (
        'case "$1" in -version) exec "$real" "$@";; esac\n'
        f'"$real" "$@"; code=$?; printf more >> "{source}"; exit $code'
    )
    assert failed(
        prepare([job(source)], cache, ffmpeg=script(tmp_path / "ff", words))[0]
    ).code == "MD014"  # fmt: skip
    assert not list((cache.folder / "clips").rglob("*.mp4"))


def test_a_killed_ffmpeg_is_one_problem(clips: Path, tmp_path: Path, cache: Cache) -> None:
    words = (
        'case "$*" in -version) exec "$real" "$@";; *few_keyframes*) '
        'echo "half way" >&2; kill -9 $$;; esac\nexec "$real" "$@"'
    )
    outcomes = prepare(
        [job(clips / "few_keyframes.mp4"), job(clips / "old camera ż'ó.avi")],
        cache, ffmpeg=script(tmp_path / "ff", words),
    )  # fmt: skip
    finding = failed(outcomes[0])
    assert (finding.code, finding.place.scene) == ("MD008", "s1")
    assert "half way" in finding.message["en"]
    assert isinstance(outcomes[1], EncodeResult)
    assert list((cache.folder / "partial").iterdir()) == []


def test_a_hanging_ffmpeg_is_given_up(clips: Path, tmp_path: Path) -> None:
    from studio.media.runner import MediaError, run

    hanging = script(tmp_path / "ff", "exec sleep 60")
    with pytest.raises(MediaError, match="no progress"):
        run([str(hanging)], lambda reached: None, lambda: False, stall_seconds=0.5)


def test_no_ffmpeg_at_all(clips: Path, tmp_path: Path, cache: Cache) -> None:
    from studio.story.finding import StudioError

    (tmp_path / "ff").write_text("not a program")
    for missing in (tmp_path / "nowhere", tmp_path / "ff"):
        with pytest.raises(StudioError) as raised:
            prepare([job(clips / "few_keyframes.mp4")], cache, ffmpeg=missing)
        assert raised.value.findings[0].code == "MD012"
    # What only has to be copied needs none.
    outcome = prepare([job(clips / "fitting.mp4")], cache, ffmpeg=tmp_path / "ff")[0]
    assert isinstance(outcome, EncodeResult)


def test_damage_that_can_be_passed_over_is_a_warning(tmp_path: Path, cache: Cache) -> None:
    """Pictures spoilt in the middle: the clip is made, and the person is told to look at it."""
    source = tmp_path / "spoilt.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=25:duration=2", "-c:v", "libx264",
        "-preset", "ultrafast", "-pix_fmt", "yuv420p", str(source),
    )  # fmt: skip
    data = bytearray(source.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 200] = b"\xa5" * 200
    source.write_bytes(data)
    outcome = prepare([job(source, treatment=Treatment(loudness=False, fade_in=0.1))], cache)[0]
    assert isinstance(outcome, EncodeResult), outcome
    assert [finding.code for finding in outcome.findings] == ["MD015"]
    again = prepare([job(source, treatment=Treatment(loudness=False, fade_in=0.1))], cache)[0]
    assert isinstance(again, EncodeResult)
    assert [finding.code for finding in again.findings] == ["MD015"]


LONG_WORK = """
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)  # A background job ignores it else.
from pathlib import Path
from studio.media.cache import Cache
from studio.media.jobs import EncodeJob
from studio.media.prepare import prepare
from studio.story.model import Footage
source = Path(sys.argv[1])
job = EncodeJob("s1", "pl", Footage(file=source.name), source, frame_width=1280, frame_height=720)
def watch(progress):
    if progress.frames > 0: print("busy", flush=True)
prepare([job], Cache(Path(sys.argv[2])), watch=watch)
"""


def children_of(process: int) -> list[int]:
    found = subprocess.run(
        ["ps", "-o", "pid=", "--ppid", str(process)], capture_output=True, text=True, check=False
    )
    return [int(word) for word in found.stdout.split()]


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel's parent death signal")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT])
def test_however_the_studio_ends_no_ffmpeg_goes_on(tmp_path: Path, how: signal.Signals) -> None:
    source = tmp_path / "long.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "testsrc2=size=1280x720:rate=30:duration=30",
        "-c:v", "mpeg4", "-q:v", "5", str(source),
    )  # fmt: skip
    studio = subprocess.Popen(
        [sys.executable, "-c", LONG_WORK, str(source), str(tmp_path / "cache")],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    with studio:
        assert studio.stdout is not None
        assert studio.stdout.readline() == b"busy\n"
        workers = [pid for pid in children_of(studio.pid) if alive(pid)]
        assert workers
        os.kill(studio.pid, how)
        deadline = time.monotonic() + 10
        while time.monotonic() < deadline and any(alive(pid) for pid in workers):
            time.sleep(0.05)
        assert not any(alive(pid) for pid in workers)
        studio.wait(10)
    again = Cache(tmp_path / "cache")
    assert list((again.folder / "partial").iterdir()) == []
    assert not list((again.folder / "clips").rglob("*.mp4"))
