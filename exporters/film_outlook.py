"""What a film will be like before it is exported: its files, and how a slow stick bears them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct

from exporters.clips import clip_jobs
from exporters.compiler import Assets, compile_film, encode_film
from exporters.film_files import FilmFiles, planned_files
from exporters.film_portability import Destination, StickLoad, check_film, stick_load
from exporters.film_script import film_script
from exporters.resources import font_address, resource_addresses
from exporters.web.words import has_player_words
from studio.checks.numbers.times import stand_in_seconds
from studio.media.cache import Cache
from studio.media.planning import Plan
from studio.media.prepare import plan_jobs
from studio.media.runner import find_ffmpeg
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Story

FOREIGN_PLAYER = FindingKind(
    code="EX006",
    name="player-speaks-english",
    severity="warning",
    message={
        "pl": "Odtwarzacz nie zna języka „{language}”: jego przyciski i komunikaty będą w tej "
        "wersji filmu po angielsku.",
        "en": "The player does not know the language “{language}”: its buttons and messages will "
        "be English in that version of the film.",
    },
    remedy={
        "pl": "Teksty scenariusza pozostaną w swoim języku. Poproś o dodanie języka do odtwarzacza "
        "albo uprzedź osoby szkolone.",
        "en": "The story's own texts stay in their language. Ask for the language to be added to "
        "the player, or tell the trainees beforehand.",
    },
)


class FilmWish(Struct, frozen=True):
    """What would be exported, and where to; None means as the story says.

    ``cards`` tells whether scenes without a clip become clips that show a card.
    """

    destination: Destination = Destination()
    languages: Sequence[str] | None = None
    profile: str | None = None
    cards: bool = True
    budget: int | None = None


class FilmOutlook(Struct, frozen=True):
    """What the planned film would be: its load on a slow stick, and what is wrong with it."""

    load: StickLoad
    findings: tuple[Finding, ...]


def film_outlook(
    story: Story,
    folder: Path,
    wish: FilmWish,
    cache: Cache,
    *,
    ffmpeg: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> FilmOutlook:
    """Plan the film and check what it would be; nothing is encoded or drawn.

    Raises :class:`StudioError` without an ffmpeg, and Cancelled.
    """
    film = plan_film(story, folder, wish, cache, ffmpeg=ffmpeg, cancelled=cancelled)
    foreign = (
        FOREIGN_PLAYER.at(Place(language=language), language=language)
        for language in wish.languages or story.languages
        if not has_player_words(language)
    )
    found = (*check_film(film, story.start, wish.destination), *foreign)
    return FilmOutlook(stick_load(film, story.start), found)


def plan_film(
    story: Story,
    folder: Path,
    wish: FilmWish,
    cache: Cache,
    *,
    ffmpeg: Path | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> FilmFiles:
    """The files that an export would write. Clips that cannot be used are left out."""
    languages = tuple(wish.languages or story.languages)
    jobs = clip_jobs(story, folder, languages, profile=wish.profile)
    plans = plan_jobs(jobs, cache, find_ffmpeg(ffmpeg), wish.budget, cancelled=cancelled)
    cards = [
        (scene.id, language, stand_in_seconds(scene, language))
        for scene in story.scenes
        for language in languages
        if wish.cards and scene.clip is None
    ]
    posters = frozenset(
        scene.id
        for scene in story.scenes
        if scene.clip is not None and scene.clip.poster is not None
    )
    addresses = resource_addresses(story, folder)
    film = compile_film(story, languages, Assets(files=addresses, font=font_address(story, folder)))
    sizes = {to: (folder / path).stat().st_size for path, to in addresses.items()}
    return planned_files(
        [each for each in plans if isinstance(each, Plan)],
        cards,
        posters,
        sizes,
        len(film_script(encode_film(film))),
        cache,
    )
