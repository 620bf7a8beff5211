"""Scratch narration by a voice of the system, so that a film can be heard before it is recorded.

espeak-ng speaks Polish, English and a hundred other languages; without it cards are silent.
"""

from __future__ import annotations

import functools
import shutil
import subprocess
import wave
from pathlib import Path

_WORDS_PER_MINUTE = 155
_LONGEST_SECONDS = 120
_PAUSE_SECONDS = 0.7


@functools.lru_cache(maxsize=32)
def voice_for(language: str) -> str | None:
    """The name of espeak-ng's voice for a language tag, or None where there is none."""
    tool = shutil.which("espeak-ng")
    if tool is None:
        return None
    for tag in (language.lower(), language.partition("-")[0].lower()):
        try:
            done = subprocess.run(
                [tool, f"--voices={tag}"], capture_output=True, text=True, timeout=20, check=True
            )
        except (OSError, subprocess.SubprocessError):
            return None
        if len(done.stdout.splitlines()) > 1:
            return tag
    return None


def narrate(text: str, language: str, target: Path) -> float | None:
    """Speak the words into a WAV file; its length in seconds, or None when nobody could."""
    voice, tool = voice_for(language), shutil.which("espeak-ng")
    if voice is None or tool is None or not text.strip():
        return None
    command = [tool, "-v", voice, "-s", str(_WORDS_PER_MINUTE), "-w", str(target), "--stdin"]
    try:
        subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=_LONGEST_SECONDS, check=True
        )
        with wave.open(str(target)) as sound:
            return sound.getnframes() / sound.getframerate()
    except (OSError, subprocess.SubprocessError, wave.Error, EOFError):
        return None


def join(parts: list[tuple[Path | None, float]], target: Path) -> None:
    """One WAV of all parts, each (file or silence, seconds on screen), the words a little late."""
    rate, width, channels = 22_050, 2, 1
    for path, _ in parts:
        if path is not None:
            with wave.open(str(path)) as sound:
                rate, width, channels = (
                    sound.getframerate(), sound.getsampwidth(), sound.getnchannels()
                )  # fmt: skip
    with wave.open(str(target), "wb") as whole:
        whole.setnchannels(channels)
        whole.setsampwidth(width)
        whole.setframerate(rate)
        for path, seconds in parts:
            room = round(seconds * rate)
            silence = min(room, round(_PAUSE_SECONDS / 2 * rate))
            frames = b""
            if path is not None:
                with wave.open(str(path)) as sound:
                    frames = sound.readframes(room - silence)
            spoken = len(frames) // (width * channels)
            whole.writeframes(b"\0" * (silence * width * channels))
            whole.writeframes(frames)
            whole.writeframes(b"\0" * ((room - silence - spoken) * width * channels))


def seconds_needed(spoken: float) -> float:
    """How long a page stays whose narration takes that long."""
    return spoken + _PAUSE_SECONDS
