"""Speech: espeak-ng shaped with sox, one recognisable voice for each person."""

from __future__ import annotations

import subprocess
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

RATE = 48_000
Samples = np.ndarray


@dataclass(frozen=True)
class Voice:
    """espeak-ng settings and the sox effects that give the voice its place and colour."""

    variant: str
    speed: int
    pitch: int
    effects: tuple[str, ...]


NEAR = ("highpass", "85", "lowpass", "7200", "bass", "+2", "treble", "-2")
AIR = ("reverb", "14", "50", "35")
PHONE = ("highpass", "330", "lowpass", "3400", "bass", "-2")
VOICES = {
    "kamil": Voice("m3", 152, 42, (*NEAR, *AIR)),
    "driver": Voice("m7", 158, 22, (*NEAR, "bass", "+3", *AIR)),
    "mira": Voice("f2", 138, 58, (*NEAR, "gain", "-1", *AIR)),
    "anton": Voice("m1", 132, 34, (*NEAR, *AIR)),
    "interpreter": Voice("f3", 150, 46, PHONE),
    "consultant": Voice("f4", 146, 40, PHONE),
}
LANGUAGES = {"pl": "pl", "en": "en-gb"}


def _read(path: Path) -> Samples:
    with wave.open(str(path)) as file:
        raw = np.frombuffer(file.readframes(file.getnframes()), dtype=np.int16)
    return raw.astype(np.float32) / 32768


def speak(speaker: str, text: str, language: str) -> Samples:
    """The line as mono samples at 48 kHz, trimmed, at an even level."""
    voice = VOICES[speaker]
    with tempfile.TemporaryDirectory() as folder:
        raw, shaped = Path(folder, "raw.wav"), Path(folder, "shaped.wav")
        subprocess.run(
            ["espeak-ng", "-v", f"{LANGUAGES[language]}+{voice.variant}", "-s", str(voice.speed),
             "-p", str(voice.pitch), "-g", "2", "-w", str(raw), text],
            check=True,
        )  # fmt: skip
        subprocess.run(
            ["sox", str(raw), "-b", "16", "-r", str(RATE), str(shaped),
             "gain", "-8", *voice.effects,
             "compand", "0.02,0.15", "6:-60,-50,-30,-20,-10,-9,0,-6", "norm", "-4"],
            check=True, capture_output=True,
        )  # fmt: skip
        samples = _read(shaped)
    loud = np.flatnonzero(np.abs(samples) > 0.012)
    samples = samples[max(0, loud[0] - 400) : loud[-1] + 4000]
    level = float(np.sqrt(np.mean(samples**2)))
    return np.clip(samples * (0.15 / level), -0.92, 0.92)


def mouth_openings(samples: Samples, frame_rate: int) -> list[int]:
    """For each frame how far the mouth is open, 0 to 3, from the loudness."""
    step = RATE // frame_rate
    blocks = [samples[start : start + step] for start in range(0, len(samples), step)]
    loudness = np.array([float(np.sqrt(np.mean(block**2))) for block in blocks])
    steps = np.digitize(loudness, [0.035, 0.1, 0.19])
    return [
        int(max(steps[max(0, i - 1)], steps[i]) if i % 2 else steps[i]) for i in range(len(steps))
    ]
