"""Everything that can be found wrong with a story in its folder: files measured, checks run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from msgspec import Struct

from exporters.film_outlook import FilmOutlook, FilmWish, film_outlook
from studio.checks import Context, Report
from studio.checks.access import caption_times
from studio.checks.portability import stick_speed
from studio.checks.registry import report_on
from studio.media import captions
from studio.media.analysis import clip_facts
from studio.media.cache import Cache
from studio.media.gather import Gathered, gather
from studio.story.files import OpenedStory
from studio.story.finding import Finding
from studio.story.model import Scene, Story


class Inspection(Struct, frozen=True):
    """The report of all checks, with what reading the files brought up, and what is known now."""

    report: Report
    gathered: Gathered
    loading: tuple[Finding, ...] = ()
    """What opening the story reported; it cannot be waived."""
    film: FilmOutlook | None = None
    """What the film would be, where it was planned too; its findings are in the report."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything that is not waived, the loader's findings first."""
        return (*self.loading, *self.report.findings)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that block an export."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def about_the_film(self) -> tuple[Finding, ...]:
        """Those of the findings that are about the planned film, not about the story."""
        planned = () if self.film is None else self.film.findings
        return tuple(finding for finding in self.report.findings if finding in planned)


def inspect(
    story: Story,
    folder: Path,
    loading: tuple[Finding, ...] = (),
    cache: Cache | None = None,
    *,
    film: FilmWish | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Inspection:
    """Measure the story's files and ask every question of it.

    With ``film`` the export is planned, and what it would write is checked, too. Files that
    cannot be read are findings like any other and can be waived. Raises
    :class:`~studio.media.runner.Cancelled`, and with ``film`` :class:`StudioError` without ffmpeg.
    """
    cache = cache or Cache()
    gathered = gather(story, folder, cache, progress=progress, cancelled=cancelled)
    context = Context(story, folder, gathered.clips, gathered.cues)
    if film is None:
        return Inspection(report_on(context, extra=gathered.findings), gathered, loading)
    outlook = film_outlook(story, folder, film, cache, cancelled=cancelled)
    told = {finding.place.scene for finding in stick_speed.check(context)}
    extra = [
        finding
        for finding in outlook.findings
        # The clip that is copied is as heavy as its source, of which the checks tell.
        if finding.code != stick_speed.SLOW.code or finding.place.scene not in told
    ]
    report = report_on(context, extra=(*gathered.findings, *extra))
    return Inspection(report, gathered, loading, outlook)


def inspect_opened(
    opened: OpenedStory,
    folder: Path,
    cache: Cache | None = None,
    *,
    film: FilmWish | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
) -> Inspection:
    """:func:`inspect` of a story as it was opened."""
    return inspect(opened.story, folder, opened.findings, cache, film=film, progress=progress)


def inspect_captions(
    story: Story, folder: Path, scene: Scene, language: str, cache: Cache | None = None
) -> list[Finding]:
    """What can be found wrong with the times and lengths of one scene's captions (TX004 to TX007).

    Raises StudioError when the clip cannot be read.
    """
    clip = scene.clip
    file = clip.captions.get(language) if clip is not None else None
    if clip is None or file is None:
        return []
    footage = clip.dubbed.get(language, clip.footage)
    cues, _ = captions.read(folder / file)
    context = Context(
        story,
        folder,
        {footage.file: clip_facts(folder / footage.file, cache)},
        {file: tuple((cue.start, cue.end, cue.text) for cue in cues)},
    )
    return [
        finding
        for finding in caption_times.check(context)
        if (finding.place.scene, finding.place.language) == (scene.id, language)
    ]
