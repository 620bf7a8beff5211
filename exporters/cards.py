"""Scenes without a clip as clips of cards: the whole film plays before anything is shot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from exporters.rich_text import compile_rich_text, plain_text
from studio.media import problems
from studio.media.cache import Cache
from studio.media.card_clip import card_clip
from studio.media.card_design import ACCENT, BACKGROUND, FOREGROUND, CardContent
from studio.media.jobs import EncodeJob
from studio.media.narration import seconds_needed
from studio.media.runner import Cancelled
from studio.story.finding import Finding, Place, StudioError
from studio.story.model import Ending, Footage, Scene, Story, Treatment
from studio.story.reading import card_seconds

TO_BE_FILMED: Mapping[str, str] = {
    "en": "To be filmed",
    "pl": "Do nagrania",
    "uk": "Буде знято",
    "de": "Noch zu drehen",
    "ro": "De filmat",
    "bg": "Предстои заснемане",
    "cs": "K natočení",
    "sk": "Na natočenie",
    "hu": "Forgatásra vár",
    "lt": "Bus filmuojama",
    "ru": "Будет снято",
    "es": "Por filmar",
    "fr": "À tourner",
    "it": "Da girare",
    "nl": "Nog te filmen",
    "pt": "A filmar",
}
"""The mark on a scene that nobody has made a clip or a card for, by language (else English)."""


def card_jobs(
    story: Story,
    folder: Path,
    languages: Sequence[str],
    cache: Cache,
    *,
    narrate: bool = False,
    profile: str | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> tuple[list[EncodeJob], list[Finding]]:
    """A job for each scene without a clip and each language, and what was wrong on the way.

    Draws the cards, which takes a while for a long story. Raises Cancelled.
    """
    jobs: list[EncodeJob] = []
    findings: list[Finding] = []
    for scene in story.scenes:
        if scene.clip is not None:
            continue
        for language in languages:
            if cancelled():
                raise Cancelled
            try:
                jobs.append(_job(story, folder, scene, language, cache, narrate, profile))
            except OSError as error:
                place = Place(scene=scene.id, language=language)
                findings += problems.from_os_error(error, place, scene.id).findings
            except StudioError as error:
                findings += error.findings
    return jobs, findings


def card_content(story: Story, folder: Path, scene: Scene, language: str) -> CardContent:
    """What stands on the scene's card: the author's words, else its script."""
    theme = story.theme

    def said(text: Mapping[str, str]) -> str:
        return text.get(language) or text.get(story.source_language) or ""

    card = scene.card
    words = said(card.text) if card is not None else ""
    plain = plain_text(compile_rich_text(words)) if words else said(scene.script)
    title = said(scene.title)
    if not title and isinstance(scene.then, Ending):
        title = said(scene.then.headline)
    has_image = card is not None and card.image is not None
    chapter = next((each for each in story.chapters if each.id == scene.chapter), None)
    return CardContent(
        title=title or ("" if plain or has_image else scene.id.replace("_", " ")),
        paragraphs=tuple(line.strip() for line in plain.splitlines() if line.strip()),
        eyebrow=said(chapter.title) if chapter is not None else "",
        mark="" if card is not None else TO_BE_FILMED.get(language, TO_BE_FILMED["en"]),
        image=folder / card.image if card is not None and card.image else None,
        accent=theme.accent or ACCENT,
        background=theme.background or BACKGROUND,
        foreground=theme.foreground or FOREGROUND,
    )


def _job(
    story: Story,
    folder: Path,
    scene: Scene,
    language: str,
    cache: Cache,
    narrate: bool,
    profile: str | None,
) -> EncodeJob:
    settings, card = story.settings, scene.card
    content = card_content(story, folder, scene, language)
    recorded = card.narration.get(language) if card is not None else None
    seconds = float(card.seconds) if card is not None and card.seconds is not None else None
    if recorded is not None:
        place = Place(scene=scene.id, language=language, file=recorded)
        spoken = seconds_needed(cache.facts(folder / recorded, place).seconds)
        seconds = max(seconds or 0.0, spoken)
    drawn = card_clip(
        content,
        cache,
        settings.frame_width - settings.frame_width % 2,
        settings.frame_height - settings.frame_height % 2,
        card_seconds,
        seconds=seconds,
        narration_language=language if narrate and recorded is None else None,
    )
    sound = folder / recorded if recorded is not None else drawn.sound
    return EncodeJob(
        scene=scene.id,
        language=language,
        footage=Footage(file=card.image if card is not None and card.image else scene.id),
        source=drawn.picture,
        audio=sound,
        treatment=Treatment(loudness=sound is not None),
        profile=profile or settings.profile,
        frame_width=settings.frame_width,
        frame_height=settings.frame_height,
        loudness=settings.loudness,
        use="card",
    )
