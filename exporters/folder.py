"""Export as a folder: ``index.html``, one script, one style sheet, the film's data, media.

The folder runs from ``file://`` and over http, asks nothing of the network, and holds no
absolute path. Stages: prepare clips, read captions, copy files, compile, write, swap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib.resources import files as package_files
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct

from exporters.cards import card_jobs
from exporters.clips import (
    AS_THE_STORY_SAYS,
    MediaOptions,
    clip_jobs,
    clip_places,
    place_clips,
    read_captions,
)
from exporters.compiler import Assets, compile_film, encode_film
from exporters.export_report import ExportReport
from exporters.film_files import PLAYER_FILES, written_files
from exporters.film_portability import (
    Destination,
    check_film,
    remote_addresses,
    stick_load,
)
from exporters.film_script import film_script
from exporters.gate import Override
from exporters.resources import font_address, place_resources
from exporters.staging import GENERATOR, require_ours, staged
from studio import __version__
from studio.media.cache import Cache
from studio.media.jobs import EncodeResult, Estimate
from studio.media.prepare import prepare
from studio.story.finding import Finding
from studio.story.model import Story


class PageContext(Struct, frozen=True):
    """What ``index.html.j2`` may use, as ``page``."""

    language: str
    title: str
    generator: str


def export_folder(
    story: Story,
    folder: Path,
    out: Path,
    *,
    languages: Sequence[str] | None = None,
    progress: Callable[[float], None] = lambda fraction: None,
    cancelled: Callable[[], bool] = lambda: False,
    ffmpeg: Path | None = None,
    cache: Cache | None = None,
    media: MediaOptions = AS_THE_STORY_SAYS,
    override: Override | None = None,
    stick_bytes: int | None = None,
) -> ExportReport:
    """Write the film to ``out``, replacing an earlier export of ours.

    ``override`` (from :func:`exporters.gate.pass_gate`) stands in the export's record;
    ``stick_bytes`` is the size of the stick that the film is meant for.

    ``progress`` is called with a fraction from 0 to 1. A clip that fails becomes a finding and
    its scene plays as a card. Raises :class:`StudioError` when nothing was written: the folder
    is not ours or the disk refuses; :class:`studio.media.runner.Cancelled` when it was cancelled.
    """
    require_ours(out)
    chosen = tuple(languages or story.languages)
    cache = cache or Cache()
    cues, findings = read_captions(story, folder, chosen)
    jobs = clip_jobs(story, folder, chosen, cues, media.profile)
    if media.cards:
        more, card_findings = card_jobs(
            story,
            folder,
            chosen,
            cache,
            narrate=media.narrate,
            profile=media.profile,
            cancelled=cancelled,
        )
        jobs += more
        findings += card_findings
    estimates: list[Estimate] = []
    outcomes = prepare(
        jobs,
        cache,
        progress=progress,
        watch=media.watch,
        estimated=estimates.append,
        cancelled=cancelled,
        executor=media.executor,
        ffmpeg=ffmpeg,
        budget=media.budget,
        hardware=media.hardware,
    )
    results = [outcome for outcome in outcomes if isinstance(outcome, EncodeResult)]
    findings = [outcome for outcome in outcomes if isinstance(outcome, Finding)] + findings
    findings += [finding for result in results for finding in result.findings]
    with staged(out, override) as staging:
        prepared = place_clips(story, results, staging, cache)
        addresses = place_resources(story, folder, staging)
        font = font_address(story, folder)
        film = compile_film(story, chosen, Assets(prepared, cues, addresses, font))
        write_page(staging, story, chosen, encode_film(film))
        written = written_files(staging, clip_places(prepared))
        portability = (
            *check_film(written, story.start, Destination(out, stick_bytes), written=True),
            *remote_addresses(staging),
        )
    return ExportReport(
        scenes=len(story.scenes),
        clips=len(results),
        encoded=sum(result.how == "encoded" for result in results),
        copied=sum(result.how == "copied" for result in results),
        reused=sum(result.how == "reused" for result in results),
        estimated_bytes=estimates[0].bytes,
        bytes=sum({result.path: result.bytes for result in results}.values()),
        load=stick_load(written, story.start),
        findings=tuple(findings),
        portability=portability,
    )


def write_page(staging: Path, story: Story, languages: Sequence[str], film: bytes) -> None:
    """Write ``index.html``, the player's script and style, and the film's data as a script."""
    player = package_files("exporters") / "web" / "player"
    for source, name in PLAYER_FILES.items():
        (staging / name).write_bytes((player / source).read_bytes())
    (staging / "film.js").write_bytes(film_script(film))
    environment = Environment(
        loader=PackageLoader("exporters.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
    )
    context = PageContext(
        language=languages[0],
        title=story.title.get(languages[0]) or story.title.get(story.source_language) or story.id,
        generator=f"{GENERATOR} {__version__}",
    )
    page = environment.get_template("index.html.j2").render(page=context)
    (staging / "index.html").write_text(page, encoding="utf-8")
