"""Export as a folder: ``index.html``, one script, one style sheet, the film's data, media.

The folder runs from ``file://`` and over http, asks nothing of the network, and holds no
absolute path. Stages: prepare clips, read captions, copy files, compile, write, swap.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Sequence
from importlib.resources import files as package_files
from pathlib import Path, PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from msgspec import Struct

from exporters.cards import card_jobs
from exporters.clips import AS_THE_STORY_SAYS, MediaOptions, clip_jobs, place_clips, read_captions
from exporters.compiler import Assets, compile_film, encode_film
from exporters.gate import Override
from exporters.staging import GENERATOR, place_file, require_ours, staged
from studio import __version__
from studio.media.cache import Cache
from studio.media.jobs import EncodeResult, Estimate
from studio.media.prepare import prepare
from studio.story.finding import Finding
from studio.story.model import Story

PLAYER_FILES = {
    "player.js": "player.js",
    "player.min.css": "player.css",
    "later.js": "later.js",
    "later.min.css": "later.css",
}
"""Files of ``web/player`` to their names in the film; *later* loads after the start screen."""


class ExportReport(Struct, frozen=True):
    """What an export did: clips used, how they were made, and what went wrong.

    ``bytes`` is what all clips take, ``estimated_bytes`` what was expected before.
    """

    clips: int
    encoded: int
    copied: int
    reused: int
    estimated_bytes: int
    bytes: int
    findings: tuple[Finding, ...] = ()


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
) -> ExportReport:
    """Write the film to ``out``, replacing an earlier export of ours.

    ``override`` (from :func:`exporters.gate.pass_gate`) stands in the export's record.

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
    return ExportReport(
        clips=len(results),
        encoded=sum(result.how == "encoded" for result in results),
        copied=sum(result.how == "copied" for result in results),
        reused=sum(result.how == "reused" for result in results),
        estimated_bytes=estimates[0].bytes,
        bytes=sum({result.path: result.bytes for result in results}.values()),
        findings=tuple(findings),
    )


def place_resources(story: Story, folder: Path, staging: Path) -> dict[str, str]:
    """Copy resources, card images and the logo; story path to the address in the film.

    Names become ``resources/NN-name``, so that no two clash on a disk that ignores case.
    """
    addresses: dict[str, str] = {}
    for path in _resource_paths(story):
        source = folder / path
        if path not in addresses and source.is_file():
            suffix = PurePosixPath(path).suffix.lower()
            address = f"resources/{len(addresses) + 1:02d}{suffix}"
            place_file(source.resolve(), staging / address)
            addresses[path] = address
    return addresses


def font_address(story: Story, folder: Path) -> str | None:
    """The theme's font as a data address; None without a font or when its file is missing."""
    if story.theme.font is None or not (folder / story.theme.font).is_file():
        return None
    data = base64.b64encode((folder / story.theme.font).read_bytes()).decode("ascii")
    return f"data:font/{PurePosixPath(story.theme.font).suffix[1:].lower()};base64,{data}"


def _resource_paths(story: Story) -> list[str]:
    paths = [path for resource in story.resources for path in resource.file.values()]
    paths += [story.theme.logo] if story.theme.logo else []
    for scene in story.scenes:
        if scene.card is not None and scene.card.image is not None:
            paths.append(scene.card.image)
        for choice in getattr(scene.then, "choices", ()):
            if choice.feedback is not None and choice.feedback.image is not None:
                paths.append(choice.feedback.image)
    return paths


def write_page(staging: Path, story: Story, languages: Sequence[str], film: bytes) -> None:
    """Write ``index.html``, the player's script and style, and the film's data as a script."""
    player = package_files("exporters") / "web" / "player"
    for source, name in PLAYER_FILES.items():
        (staging / name).write_bytes((player / source).read_bytes())
    # U+2028 and U+2029 end a line in older scripts; JSON allows them inside strings.
    data = film.replace(b"\xe2\x80\xa8", rb"\u2028").replace(b"\xe2\x80\xa9", rb"\u2029")
    (staging / "film.js").write_bytes(b"window.scenarioFilm = " + data + b";\n")
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
