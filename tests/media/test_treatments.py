"""Each treatment, seen in the pixels and heard in the samples of the finished clip."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import av
import msgspec
import numpy as np
import pytest
from PIL import Image

from studio.media.analysis import clip_facts
from studio.media.cache import Cache
from studio.media.captions import Cue
from studio.media.jobs import EncodeJob, EncodeResult
from studio.media.prepare import prepare
from studio.media.probe import probe
from studio.story.model import Area, Concealment, Footage, Treatment
from tests.media.conftest import ffmpeg

Frames = np.ndarray[Any, Any]


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture(scope="module")
def checks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fine chessboard that never moves, with a tone of 400 Hz: 3 s, 320x180, 25 a second."""
    path = tmp_path_factory.mktemp("treatments") / "checks.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=gray:size=320x180:rate=25:duration=3,"
        "geq=lum='255*mod(floor(X/2)+floor(Y/2),2)':cb=128:cr=128",
        "-f", "lavfi", "-i", "sine=frequency=400:sample_rate=48000:duration=3",
        "-c:v", "libx264", "-qp", "4", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "25",
        "-c:a", "aac", "-ac", "2", str(path),
    )  # fmt: skip
    return path


def made(cache: Cache, source: Path, treatment: Treatment, **changes: Any) -> Path:
    footage = changes.pop("footage", Footage(file=source.name))
    job = EncodeJob(
        "s1", "pl", footage, source, frame_width=320, frame_height=180, treatment=treatment
    )
    outcome = prepare([msgspec.structs.replace(job, **changes)], cache)[0]
    assert isinstance(outcome, EncodeResult), outcome
    return outcome.path


def pixels(path: Path) -> Frames:
    with av.open(str(path)) as container:
        return np.stack([frame.to_ndarray(format="gray") for frame in container.decode(video=0)])


def samples(path: Path) -> Frames:
    with av.open(str(path)) as container:
        return np.concatenate(
            [frame.to_ndarray()[0] for frame in container.decode(audio=0)]
        )  # fmt: skip


def pitch(sound: Frames) -> float:
    strength = np.abs(np.fft.rfft(sound * np.hanning(len(sound))))
    return float(strength.argmax() * 48_000 / len(sound))


QUIET = Treatment(loudness=False)


@pytest.mark.parametrize("manner", ["blur", "pixelate"])
@pytest.mark.parametrize("shape", ["rectangle", "ellipse"])
def test_a_region_loses_its_detail_while_it_is_concealed(
    checks: Path, cache: Cache, manner: Any, shape: Any
) -> None:
    area = Area(0.25, 0.25, 0.5, 0.5, shape)
    hidden = Concealment(area, start=1.0, end=2.0, manner=manner)
    shown = pixels(made(cache, checks, msgspec.structs.replace(QUIET, concealments=(hidden,))))
    inside, outside = shown[:, 70:110, 140:180], shown[:, :40, :70]
    detail = inside.reshape(len(shown), -1).std(axis=1)
    assert (detail[26:49] < 8).all()
    assert (detail[:23] > 60).all()
    assert (detail[52:] > 60).all()
    assert (outside.reshape(len(shown), -1).std(axis=1) > 60).all()
    corner = shown[30, 46:52, 82:88].std()
    assert (corner > 40) == (shape == "ellipse")


def test_a_concealment_stays_on_the_source_s_time_when_the_clip_is_cut(
    checks: Path, cache: Cache
) -> None:
    hidden = Concealment(Area(0.25, 0.25, 0.5, 0.5), start=1.0, end=2.0)
    treatment = msgspec.structs.replace(QUIET, concealments=(hidden,))
    footage = Footage(file="checks.mp4", mark_in=1.5, mark_out=2.5)
    shown = pixels(made(cache, checks, treatment, footage=footage))
    assert len(shown) == 25
    detail = shown[:, 70:110, 140:180].reshape(25, -1).std(axis=1)
    assert (detail[:12] < 8).all()
    assert (detail[15:] > 60).all()


def test_a_concealed_person_stays_concealed_under_a_camera_move(checks: Path, cache: Cache) -> None:
    hidden = Concealment(Area(0.4, 0.4, 0.2, 0.2))
    treatment = msgspec.structs.replace(QUIET, concealments=(hidden,), camera="zoom_in")
    shown = pixels(made(cache, checks, treatment))
    assert (shown[:, 80:100, 145:175].reshape(len(shown), -1).std(axis=1) < 12).all()


def test_a_masked_voice_is_lower_and_lasts_as_long(checks: Path, cache: Cache) -> None:
    path = made(cache, checks, msgspec.structs.replace(QUIET, voice_pitch=0.75))
    sound = samples(path)
    assert pitch(sound[24_000:120_000]) == pytest.approx(300, abs=6)
    assert len(sound) / 48_000 == pytest.approx(3.0, abs=0.1)


@pytest.mark.parametrize(("level", "target"), [(0.02, -16.0), (0.9, -23.0), (0.5, -14.0)])
def test_loudness_reaches_its_target_and_peaks_keep_their_limit(
    tmp_path: Path, cache: Cache, level: float, target: float
) -> None:
    """Pink noise in bursts: the second pass knows the level before it begins."""
    source = tmp_path / "noise.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "color=navy:size=320x180:rate=5:duration=6",
        "-f", "lavfi", "-i", f"anoisesrc=color=pink:amplitude={level}:r=48000:d=6:seed=7,"
        "tremolo=f=1.5:d=0.7",
        "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "pcm_s16le", str(source),
    )  # fmt: skip
    facts = clip_facts(made(cache, source, Treatment(), loudness=target), cache)
    assert facts.loudness == pytest.approx(target, abs=1.0)
    assert facts.true_peak is not None
    assert facts.true_peak <= -1.0


def test_silence_is_left_silent(tmp_path: Path, cache: Cache) -> None:
    source = tmp_path / "silent.mkv"
    ffmpeg(
        "-f", "lavfi", "-i", "color=navy:size=320x180:rate=5:duration=1",
        "-f", "lavfi", "-i", "anullsrc=r=44100:cl=mono:d=1", "-shortest", str(source),
    )  # fmt: skip
    assert np.abs(samples(made(cache, source, Treatment()))).max() < 1e-3


def test_burnt_captions_are_in_the_picture_and_in_its_cache_key(
    tmp_path: Path, cache: Cache
) -> None:
    source = tmp_path / "plain.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=0x202020:size=320x180:rate=25:duration=2",
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", str(source),
    )  # fmt: skip
    treatment = msgspec.structs.replace(QUIET, burn_captions=True)
    words = (Cue(0.5, 1.5, "{\\b1}Zażółć gęślą\njaźń: \\N „tak”"),)
    path = made(cache, source, treatment, captions=words)
    shown = pixels(path)
    bottom = shown[:, 110:, :].reshape(len(shown), -1).max(axis=1)
    assert (bottom[14:36] > 200).all()
    assert (bottom[:11] < 60).all()
    assert (bottom[39:] < 60).all()
    assert shown[:, :80].max() < 60
    others = (Cue(0.5, 1.5, "inne słowa"),)
    assert made(cache, source, treatment, captions=others) != path
    assert not list((cache.folder / "partial").iterdir())


def test_a_seamless_loop_ends_where_it_begins(tmp_path: Path, cache: Cache) -> None:
    """A bright bar moves across; after the last frame comes the first one's place again."""
    source = tmp_path / "bar.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=black:size=320x180:rate=25:duration=4,"
        "geq=lum='255*lt(abs(X-N*3),12)':cb=128:cr=128",
        "-f", "lavfi", "-i", "sine=frequency=400:sample_rate=48000:duration=4",
        "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac",
        str(source),
    )  # fmt: skip
    path = made(cache, source, msgspec.structs.replace(QUIET, seamless_loop=True))
    shown = pixels(path).astype(float)
    assert probe(path).seconds == pytest.approx(3.5, abs=0.05)
    assert len(samples(path)) / 48_000 == pytest.approx(3.5, abs=0.06)

    def bar(frame: Frames) -> float:
        return float(frame[90].argmax())

    assert bar(shown[0]) == pytest.approx(12.5 * 3, abs=14)
    assert abs(bar(shown[-1]) - bar(shown[0])) < 16
    assert bar(shown[50]) > 180


@pytest.mark.parametrize("camera", ["zoom_in", "zoom_out", "pan_left", "pan_right"])
def test_a_still_moves_slowly_and_smoothly(tmp_path: Path, cache: Cache, camera: Any) -> None:
    """A picture with a bright disc off its middle: where the disc goes tells the move."""
    source = tmp_path / "100% Zdjęcie 'z' góry.png"
    grid_y, grid_x = np.mgrid[0:720, 0:1280]
    disc = ((grid_x - 900) ** 2 + (grid_y - 360) ** 2 < 60**2).astype(np.uint8) * 255
    Image.fromarray(disc).convert("RGB").save(source)
    footage = Footage(file=source.name, mark_out=2.0)
    treatment = msgspec.structs.replace(QUIET, camera=camera)
    path = made(cache, source, treatment, footage=footage)
    shown = pixels(path).astype(float)
    assert len(shown) == 50
    shown[shown < 60] = 0
    across = (shown.sum(axis=1) * np.arange(320)).sum(axis=1) / shown.sum(axis=(1, 2))
    steps = np.diff(across)
    moved = across[-1] - across[0]
    assert (moved > 4) == (camera in ("zoom_in", "pan_left"))
    assert (moved < -4) == (camera in ("zoom_out", "pan_right"))
    assert np.abs(steps - steps.mean()).max() < 0.35, "it trembles"
    size = (shown > 120).sum(axis=(1, 2))
    if camera == "zoom_in":
        assert size[-1] > 1.2 * size[0]


def test_a_still_lasts_as_long_as_its_marks_say_and_fits_the_frame(
    tmp_path: Path, cache: Cache
) -> None:
    source = tmp_path / "tall.jpg"
    Image.new("RGB", (301, 703), "white").save(source)
    path = made(cache, source, QUIET, footage=Footage(file=source.name, mark_out=1.2))
    shown = pixels(path)
    assert shown.shape == (30, 180, 320)
    assert shown[10, 90, 160] > 200 > 40 > shown[10, 90, 20]
    assert probe(path).seconds == pytest.approx(1.2, abs=0.05)


def test_a_shorter_dub_does_not_shorten_the_clip(clips: Path, tmp_path: Path, cache: Cache) -> None:
    dub = tmp_path / "dub.wav"
    ffmpeg("-f", "lavfi", "-i", "sine=frequency=300:duration=1", str(dub))
    path = made(cache, clips / "few_keyframes.mp4", QUIET, audio=dub)
    facts = probe(path)
    assert facts.seconds == pytest.approx(3.0, abs=0.05)
    assert len(samples(path)) / 48_000 == pytest.approx(3.0, abs=0.06)
