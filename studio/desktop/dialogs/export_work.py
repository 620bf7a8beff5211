"""What the export dialog does off the interface thread: looking ahead, and exporting."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from exporters.cards import card_jobs
from exporters.clips import MediaOptions, clip_jobs, read_captions
from exporters.film_outlook import FilmWish
from exporters.film_portability import Destination, StickLoad
from exporters.folder import export_folder
from exporters.gate import pass_gate
from exporters.inspection import inspect
from studio.desktop.dialogs.export_options import Abilities, Wish
from studio.desktop.tasks import Task
from studio.media.cache import Cache
from studio.media.encoders import hardware_encoder
from studio.media.jobs import Estimate
from studio.media.narration import voice_for
from studio.media.prepare import estimate_jobs
from studio.media.profiles import PROFILES
from studio.media.runner import find_ffmpeg
from studio.media.speed import encoding_effort
from studio.story.finding import Finding
from studio.story.model import Story


@dataclass(frozen=True)
class Outlook:
    """What an export would meet: findings of all checks, and what it would need.

    ``effort`` is the seconds of work that a second of film takes here, None if not known.
    ``about_the_film`` are those of the findings that the planned film has; ``load`` tells how a
    slow stick would bear it.
    """

    findings: tuple[Finding, ...]
    estimate: Estimate
    able: Abilities
    effort: float | None
    about_the_film: tuple[Finding, ...] = ()
    load: StickLoad | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What blocks the export."""
        return tuple(each for each in self.findings if each.severity == "error")


@dataclass(frozen=True)
class Exported:
    """The page to open, what could not be put into the film, and how long it took.

    ``encoded`` counts the clips that were encoded.
    """

    index: Path
    findings: tuple[Finding, ...]
    bytes: int
    encoded: int
    seconds: float


def abilities(story: Story) -> Abilities:
    """What this computer can do for the story's languages; tries the graphics card once."""
    voices = frozenset(each for each in story.languages if voice_for(each) is not None)
    return Abilities(voices, hardware_encoder(find_ffmpeg(None), "h264") is not None)


def look_ahead(wish: Wish, task: Task) -> Outlook:
    """Check the story and estimate the export, cards of unfilmed scenes too; exports nothing.

    Raises StudioError, among others when the clips cannot be made to fit.
    """
    cache, chosen = Cache(), wish.choices
    able = abilities(wish.story)
    cues, _ = read_captions(wish.story, wish.folder, chosen.languages)
    jobs = clip_jobs(wish.story, wish.folder, chosen.languages, cues, chosen.profile)
    if chosen.cards:
        cards, _ = card_jobs(
            wish.story,
            wish.folder,
            chosen.languages,
            cache,
            narrate=chosen.narrate,
            profile=chosen.profile,
            cancelled=task.cancelled,
        )
        jobs += cards
    estimate = estimate_jobs(
        jobs,
        cache,
        budget=chosen.budget,
        hardware=chosen.hardware,
        cancelled=task.cancelled,
    )
    film = FilmWish(
        Destination(wish.out),
        chosen.languages,
        chosen.profile,
        chosen.cards,
        chosen.budget,
    )
    inspection = inspect(wish.story, wish.folder, film=film, cancelled=task.cancelled)
    load = inspection.film.load if inspection.film is not None else None
    profile = PROFILES.get(wish.profile)
    effort = None
    if profile is not None and estimate.to_encode and not task.cancelled():
        effort = encoding_effort(profile, chosen.hardware)
    return Outlook(inspection.findings, estimate, able, effort, inspection.about_the_film, load)


def export(wish: Wish, outlook: Outlook | None, task: Task) -> Exported:
    """Export; raises StudioError, and Cancelled when it was cancelled."""
    began = time.monotonic()
    chosen = wish.choices
    findings = (outlook or look_ahead(wish, task)).findings
    report = export_folder(
        wish.story,
        wish.folder,
        wish.out,
        languages=chosen.languages,
        progress=task.advanced.emit,
        cancelled=task.cancelled,
        media=MediaOptions(
            profile=chosen.profile,
            budget=chosen.budget,
            hardware=chosen.hardware,
            cards=chosen.cards,
            narrate=chosen.narrate,
            watch=task.told.emit,
        ),
        override=pass_gate(findings, wish.reason),
    )
    return Exported(
        wish.out / "index.html",
        (*report.findings, *report.portability),
        report.bytes,
        report.encoded,
        time.monotonic() - began,
    )
