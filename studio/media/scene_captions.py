"""The captions of one scene's clip: where they are kept, and a draft of them from the script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec.structs import replace

from studio.media import problems
from studio.media.cache import Cache
from studio.media.captions import Cue
from studio.media.drafting import draft
from studio.media.speech import speech
from studio.story import edits
from studio.story.finding import Finding, Place
from studio.story.model import Clip, Scene, Story
from studio.story.paths import leaves


def clip_of(scene: Scene, language: str | None = None) -> Clip:
    """The scene's clip. Raises StudioError (MD025) when it has none."""
    if scene.clip is None:
        place = Place(scene=scene.id, language=language)
        raise problems.NO_CLIP.error(place, scene=scene.id)
    return scene.clip


def caption_address(scene: Scene, language: str) -> str:
    """Where the scene's captions in that language are written, relative to the story's folder.

    We write WebVTT; a file of another kind that was named before stays as it was. Raises like
    :func:`clip_of`.
    """
    known = clip_of(scene, language).captions.get(language)
    usable = known is not None and known.lower().endswith(".vtt") and not leaves(known)
    return known if known is not None and usable else f"captions/{scene.id}.{language}.vtt"


def with_captions(story: Story, scene: Scene, language: str) -> Story:
    """The story whose scene names :func:`caption_address`; the same story if it does already."""
    clip, address = clip_of(scene, language), caption_address(scene, language)
    if clip.captions.get(language) == address:
        return story
    captions = dict(clip.captions) | {language: address}
    return edits.replace_scene(story, replace(scene, clip=replace(clip, captions=captions)))


def draft_captions(
    scene: Scene,
    language: str,
    folder: Path,
    cache: Cache | None = None,
    *,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[list[Cue], list[Finding]]:
    """Captions from the scene's script, over the speech in what is played in that language.

    Times in seconds of the trimmed clip. Raises StudioError (MD024 without a script, MD025
    without a clip, MD001 to MD004 for the file) and Cancelled.
    """
    clip = clip_of(scene, language)
    script = scene.script.get(language, "")
    footage = clip.dubbed.get(language, clip.footage)
    file = footage.audio or footage.file
    place = Place(scene=scene.id, language=language, file=file)
    if not script.strip():
        raise problems.NO_SCRIPT.error(place, scene=scene.id, language=language)
    cache = cache or Cache()
    begin = float(footage.mark_in)
    whole = cache.facts(folder / footage.file, place).seconds
    end = whole if footage.mark_out is None else min(whole, float(footage.mark_out))
    heard = speech(folder / file, cache, place=place, cancelled=cancelled)
    within = [(start - begin, stop - begin) for start, stop in heard if stop > begin]
    cues = draft(script, within, end - begin)
    silent = not any(start < end - begin for start, _ in within)
    return cues, [problems.NO_SPEECH_HEARD.at(place, file=file)] if silent else []
