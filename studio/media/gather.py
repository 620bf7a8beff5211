"""What checks ask of a story's files: every clip measured, every caption file read, once each."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from msgspec import Struct

from studio.media import captions
from studio.media.analysis import clip_facts
from studio.media.cache import Cache
from studio.media.runner import Cancelled
from studio.story import edits
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import Finding, Place, StudioError
from studio.story.model import Clip, Footage, Story
from studio.story.paths import file_below
from studio.story.refused_files import file_of

_WORKERS = 4
"""Reading and decoding let other threads run; more than a few only fight over the disk."""


class Gathered(Struct, frozen=True):
    """What is known of a story's files by their path in its folder, and what could not be read."""

    clips: Mapping[str, ClipFacts]
    cues: Mapping[str, tuple[Cue, ...]]
    findings: tuple[Finding, ...] = ()


def media_files(story: Story) -> dict[str, Place]:
    """The files that are seen or heard in scenes, each with the first place that names it."""
    found: dict[str, Place] = {}
    for address, struct in edits.walk(story):
        if isinstance(struct, Footage):
            for file in (struct.file, struct.audio):
                if file is not None:
                    found.setdefault(file, Place(_scene_of(address), file=file))
    return found


def caption_files(story: Story) -> dict[str, Place]:
    """The caption files of scenes, each with the first place that names it."""
    found: dict[str, Place] = {}
    for address, struct in edits.walk(story):
        if isinstance(struct, Clip):
            for language, file in struct.captions.items():
                place = Place(_scene_of(address), language=language, file=file)
                found.setdefault(file, place)
    return found


def gather(
    story: Story,
    folder: Path,
    cache: Cache | None = None,
    *,
    progress: Callable[[float], None] = lambda fraction: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Gathered:
    """Measure and read whatever the story names below its folder.

    A clip that was measured before comes from the cache. What is missing is left out (a check
    of the story says so); what cannot be read becomes a finding (MD001 to MD004, MD020 to
    MD022). Raises :class:`~studio.media.runner.Cancelled`.
    """
    cache = cache or Cache()
    clips: dict[str, ClipFacts] = {}
    findings: list[Finding] = []
    media = {file: place for file, place in media_files(story).items() if file_below(folder, file)}

    def measure(file: str, place: Place) -> ClipFacts | tuple[Finding, ...]:
        if cancelled():
            raise Cancelled
        try:
            return clip_facts(folder / file, cache, place=place, cancelled=cancelled)
        except Cancelled:
            raise
        except StudioError as error:
            return error.findings

    with ThreadPoolExecutor(min(_WORKERS, os.cpu_count() or 1)) as pool:
        answers = pool.map(measure, media, media.values())
        for done, (file, answer) in enumerate(zip(media, answers, strict=True), start=1):
            if isinstance(answer, ClipFacts):
                clips[file] = answer
            else:
                findings += answer
            progress(done / len(media))
    cues: dict[str, tuple[Cue, ...]] = {}
    for file, place in caption_files(story).items():
        if file_below(folder, file) or file_of(folder, file) != folder / file:
            read, problems = captions.read(file_of(folder, file), place)
            cues[file] = tuple((cue.start, cue.end, cue.text) for cue in read)
            findings += problems
    return Gathered(clips, cues, tuple(findings))


def _scene_of(address: tuple[str | int, ...]) -> str | None:
    match address:
        case ("scenes", str(scene), *_):
            return scene
        case _:
            return None
