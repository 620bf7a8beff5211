"""What the export dialog does off the interface thread: looking ahead, and exporting."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from exporters.cards import card_jobs
from exporters.clips import MediaOptions, clip_jobs, read_captions
from exporters.folder import export_folder
from exporters.gate import pass_gate
from exporters.inspection import inspect_opened
from studio.desktop.tasks import Task
from studio.media.cache import Cache
from studio.media.jobs import Estimate
from studio.media.prepare import estimate_jobs
from studio.story.files import OpenedStory
from studio.story.finding import Finding
from studio.story.model import Story


@dataclass(frozen=True)
class Wish:
    """What is to be exported: a snapshot of the story and the choices made in the dialog.

    ``profile`` None leaves each clip its own; ``reason`` lets errors pass and is recorded.
    """

    story: Story
    folder: Path
    out: Path
    languages: tuple[str, ...]
    profile: str | None
    reason: str | None = None


@dataclass(frozen=True)
class Outlook:
    """What an export would meet: findings of all checks, and what it would need."""

    findings: tuple[Finding, ...]
    estimate: Estimate

    @property
    def errors(self) -> tuple[Finding, ...]:
        """What blocks the export."""
        return tuple(each for each in self.findings if each.severity == "error")


@dataclass(frozen=True)
class Exported:
    """The page to open, what could not be put into the film, and how long it took."""

    index: Path
    findings: tuple[Finding, ...]
    bytes: int
    encoded: int
    seconds: float


def look_ahead(wish: Wish, task: Task) -> Outlook:
    """Check the story and estimate the export, cards of unfilmed scenes too; encodes nothing."""
    cache = Cache()
    cues, _ = read_captions(wish.story, wish.folder, wish.languages)
    jobs = clip_jobs(wish.story, wish.folder, wish.languages, cues, wish.profile)
    cards, _ = card_jobs(
        wish.story,
        wish.folder,
        wish.languages,
        cache,
        profile=wish.profile,
        cancelled=task.cancelled,
    )
    estimate = estimate_jobs(jobs + cards, cache, cancelled=task.cancelled)
    inspection = inspect_opened(OpenedStory(wish.story), wish.folder)
    return Outlook(tuple(inspection.findings), estimate)


def export(wish: Wish, outlook: Outlook | None, task: Task) -> Exported:
    """Export; raises StudioError, and Cancelled when it was cancelled."""
    began = time.monotonic()
    findings = (outlook or look_ahead(wish, task)).findings
    report = export_folder(
        wish.story,
        wish.folder,
        wish.out,
        languages=wish.languages,
        progress=task.advanced.emit,
        cancelled=task.cancelled,
        media=MediaOptions(profile=wish.profile, cards=True, watch=task.told.emit),
        override=pass_gate(findings, wish.reason),
    )
    return Exported(
        wish.out / "index.html",
        report.findings,
        report.bytes,
        report.encoded,
        time.monotonic() - began,
    )
