"""What is asked of media preparation, what comes back, and how far it is: plain values."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from msgspec import Struct

from studio.media.captions import Cue
from studio.story.finding import Finding, Place
from studio.story.model import Footage, Treatment

Use = Literal["clip", "described", "loop", "feedback", "card"]
How = Literal["encoded", "copied", "reused"]


class EncodeJob(Struct, frozen=True):
    """One clip to make ready. ``source`` and ``audio`` (a dub) are absolute paths.

    Frame size in pixels; ``loudness`` in LUFS, used where the treatment asks for it. ``captions``
    are burnt in where the treatment asks for it, in seconds of the finished clip. ``use`` says
    what the clip is for; ``choice`` names the choice of a feedback clip.
    """

    scene: str
    language: str
    footage: Footage
    source: Path
    frame_width: int
    frame_height: int
    audio: Path | None = None
    treatment: Treatment | None = None
    profile: str = "everywhere"
    loudness: float = -16.0
    captions: tuple[Cue, ...] = ()
    use: Use = "clip"
    choice: str | None = None

    @property
    def place(self) -> Place:
        """Where a problem with this clip is."""
        return Place(
            scene=self.scene, choice=self.choice, language=self.language, file=self.footage.file
        )


class EncodeResult(Struct, frozen=True):
    """A clip that is ready at ``path`` in the cache (do not change it). ``seconds`` is its length.

    ``how`` says what this run did: encoded it, copied its streams, or found it in the cache.
    ``findings`` are warnings about a clip that can be used nevertheless.
    """

    scene: str
    language: str
    path: Path
    seconds: float
    bytes: int
    how: How
    use: Use = "clip"
    choice: str | None = None
    findings: tuple[Finding, ...] = ()


class ClipProgress(Struct, frozen=True):
    """How far one clip is; ``seconds_left`` is None until there is something to go by."""

    scene: str
    language: str
    file: str
    fraction: float
    frames: int
    frames_in_all: int
    seconds_left: float | None


class Progress(Struct, frozen=True):
    """How far the whole preparation is: clips done of all, and those being made now."""

    fraction: float
    clips_done: int
    clips_in_all: int
    frames: int
    frames_in_all: int
    seconds_left: float | None
    current: tuple[ClipProgress, ...] = ()


class Estimate(Struct, frozen=True):
    """What an export will need: bytes of all clips, and how many would be encoded or copied.

    ``exact`` says whether every size is known because nothing has to be encoded;
    ``seconds_to_encode`` is the length of what does, stills and cards counted for a quarter.
    """

    bytes: int
    clips: int
    to_encode: int
    to_copy: int
    ready: int
    exact: bool
    seconds_to_encode: float = 0.0
