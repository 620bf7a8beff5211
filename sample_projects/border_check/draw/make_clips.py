"""Draw, voice and encode the clips: ``python draw/make_clips.py [--language pl] [--scene ID]``.

Writes ``media/<scene>.<language>.mp4`` and ``captions/<scene>.<language>.vtt``.
``--still SECONDS`` writes one PNG per clip to ``--out`` instead, to look at.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import imageio_ffmpeg  # noqa: E402
import numpy as np  # noqa: E402
from PySide6.QtGui import QGuiApplication  # noqa: E402

from draw.ambience import bed  # noqa: E402
from draw.screenplay import SHOTS, Shot  # noqa: E402
from draw.stage import FRAME_RATE, Stage  # noqa: E402
from draw.voices import RATE, mouth_openings, speak  # noqa: E402

PROJECT = HERE.parent
QUALITY = "36"
BUSY = {"arrival", "inside", "ending_success", "her_story", "ending_partial"}
"""Scenes with much detail; they bear ``BUSY_QUALITY`` (all clips fit in 7.5 MB)."""
BUSY_QUALITY = "39.5"


@dataclass(frozen=True)
class Spoken:
    """A line with its place in time and the mouth's movement."""

    speaker: str
    text: str
    start: float
    end: float
    openings: list[int]


def perform(shot: Shot, language: str) -> tuple[list[Spoken], np.ndarray]:
    """Speak all lines; returns them with their times, and the mixed stereo sound."""
    clock, spoken, voices = shot.lead, [], []
    for line in shot.lines:
        samples = speak(line.speaker, line.text(language), language)
        clock += line.pause
        end = clock + len(samples) / RATE
        spoken.append(
            Spoken(
                line.speaker, line.text(language), clock, end, mouth_openings(samples, FRAME_RATE)
            )
        )
        voices.append((clock, samples))
        clock = end
    frames = round((clock + shot.tail) * FRAME_RATE)
    sound = bed(shot.ambience, frames / FRAME_RATE)
    for start, samples in voices:
        first = int(start * RATE)
        sound[first : first + len(samples)] += samples[: len(sound) - first, None]
    return spoken, sound


def timestamp(seconds: float) -> str:
    """A WebVTT time."""
    minutes, rest = divmod(seconds, 60)
    return f"00:{int(minutes):02d}:{rest:06.3f}"


def captions(spoken: list[Spoken], names: dict[str, str]) -> str:
    """The lines as WebVTT with voice tags."""
    cues = [
        f"{number}\n{timestamp(line.start)} --> {timestamp(line.end)}\n"
        f"<v {names[line.speaker]}>{line.text}"
        for number, line in enumerate(spoken, 1)
    ]
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


NAMES = {
    "pl": {
        "kamil": "Kapral Kamil", "driver": "Kierowca", "mira": "Mira", "anton": "Anton",
        "interpreter": "Tłumaczka", "consultant": "Konsultantka KCIK",
    },
    "en": {
        "kamil": "Corporal Kamil", "driver": "Driver", "mira": "Mira", "anton": "Anton",
        "interpreter": "Interpreter", "consultant": "KCIK consultant",
    },
}  # fmt: skip


def encode(shot: Shot, spoken: list[Spoken], sound: np.ndarray, target: Path) -> None:
    """Pipe the frames into ffmpeg, exactly in the default profile."""
    with tempfile.TemporaryDirectory() as folder:
        track = Path(folder, "sound.wav")
        with wave.open(str(track), "wb") as file:
            file.setnchannels(2)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes((np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes())
        command = [
            imageio_ffmpeg.get_ffmpeg_exe(), "-y", "-loglevel", "error",
            "-f", "rawvideo", "-pix_fmt", "bgra", "-s", "1280x720", "-r", "25", "-i", "-",
            "-i", str(track),
            "-vf", "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p",
            "-c:v", "libx264", "-profile:v", "high", "-preset", "slower", "-tune", "animation",
            "-crf", BUSY_QUALITY if shot.scene in BUSY else QUALITY,
            "-g", "25", "-keyint_min", "25", "-sc_threshold", "0",
            "-x264-params", "open-gop=0:ipratio=1.25:deblock=2,2",
            "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709",
            "-af", "loudnorm=I=-16:TP=-1.5:LRA=9", "-c:a", "aac", "-b:a", "48k", "-ar", "48000",
            "-ac", "2", "-t", f"{len(sound) / RATE:.3f}", "-movflags", "+faststart", str(target),
        ]  # fmt: skip
        process = subprocess.Popen(command, stdin=subprocess.PIPE)
        assert process.stdin is not None
        stage = Stage(shot, spoken, len(sound) / RATE)
        for number in range(stage.frames):
            # The bytes are the picture's own: without a name it would be gone while they are read.
            picture = stage.draw(number)
            process.stdin.write(picture.constBits())
        process.stdin.close()
        if process.wait() != 0:
            raise RuntimeError(f"ffmpeg failed for {target}")


def main() -> None:
    """Read the options and make what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--language", choices=("pl", "en"), action="append")
    parser.add_argument("--scene", action="append")
    parser.add_argument("--still", type=float)
    parser.add_argument("--out", type=Path, default=Path())
    options = parser.parse_args()
    application = QGuiApplication.instance() or QGuiApplication([])
    for language in options.language or ("pl", "en"):
        for shot in SHOTS:
            if options.scene and shot.scene not in options.scene:
                continue
            spoken, sound = perform(shot, language)
            seconds = len(sound) / RATE
            if options.still is not None:
                stage = Stage(shot, spoken, seconds)
                picture = stage.draw(min(stage.frames - 1, int(options.still * FRAME_RATE)))
                picture.save(str(options.out / f"{shot.scene}.{language}.png"))
                continue
            target = PROJECT / "media" / f"{shot.scene}.{language}.mp4"
            encode(shot, spoken, sound, target)
            (PROJECT / "captions" / f"{shot.scene}.{language}.vtt").write_text(
                captions(spoken, NAMES[language]), encoding="utf-8"
            )
            print(
                f"{target.name}: {seconds:.2f} s, {target.stat().st_size / 1024:.0f} KB", flush=True
            )
    del application


if __name__ == "__main__":
    main()
