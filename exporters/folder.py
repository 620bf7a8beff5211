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

from exporters.compiler import Assets, compile_film, encode_film
from exporters.film import Cue, FilmMedia
from exporters.staging import GENERATOR, place_file, require_ours, staged
from studio import __version__
from studio.media import captions
from studio.media.cache import Cache
from studio.media.jobs import EncodeJob, EncodeResult
from studio.media.prepare import prepare
from studio.story.finding import Finding, Place
from studio.story.model import Footage, Scene, Story

PLAYER_FILES = {
    "player.js": "player.js",
    "player.min.css": "player.css",
    "room.js": "room.js",
    "room.min.css": "room.css",
}
"""Files of ``web/player`` to their names in the film; those of the room load on demand."""
MIME_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}


class ExportReport(Struct, frozen=True):
    """What an export did: clips used, how they were made, and what went wrong."""

    clips: int
    encoded: int
    copied: int
    reused: int
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
) -> ExportReport:
    """Write the film to ``out``, replacing an earlier export of ours.

    ``progress`` is called with a fraction from 0 to 1. A clip that fails becomes a finding and
    its scene plays as a card. Raises :class:`StudioError` when nothing was written: the folder
    is not ours or the disk refuses; :class:`studio.media.runner.Cancelled` when it was cancelled.
    """
    require_ours(out)
    chosen = tuple(languages or story.languages)
    jobs = clip_jobs(story, folder, chosen)
    outcomes = prepare(
        jobs,
        cache or Cache(),
        progress=progress,
        cancelled=cancelled,
        ffmpeg=ffmpeg,
    )
    findings = [outcome for outcome in outcomes if isinstance(outcome, Finding)]
    results = [outcome for outcome in outcomes if isinstance(outcome, EncodeResult)]
    cues, caption_findings = read_captions(story, folder, chosen)
    findings += caption_findings
    with staged(out) as staging:
        media = place_clips(results, staging)
        addresses = place_resources(story, folder, staging)
        font = font_address(story, folder)
        film = compile_film(story, chosen, Assets(media, cues, addresses, font))
        write_page(staging, story, chosen, encode_film(film))
    return ExportReport(
        clips=len(results),
        encoded=sum(result.how == "encoded" for result in results),
        copied=sum(result.how == "copied" for result in results),
        reused=sum(result.how == "reused" for result in results),
        findings=tuple(findings),
    )


def clip_jobs(story: Story, folder: Path, languages: Sequence[str]) -> list[EncodeJob]:
    """One job for each scene and language that has a clip; equal ones share their result."""
    jobs: list[EncodeJob] = []
    for scene in story.scenes:
        for language in languages:
            footage = footage_for(scene, language)
            if scene.clip is not None and footage is not None:
                jobs.append(
                    EncodeJob(
                        scene=scene.id,
                        language=language,
                        footage=footage,
                        source=folder / footage.file,
                        audio=folder / footage.audio if footage.audio else None,
                        treatment=scene.clip.treatment,
                        profile=scene.clip.profile or story.settings.profile,
                        frame_width=story.settings.frame_width,
                        frame_height=story.settings.frame_height,
                        loudness=story.settings.loudness,
                    )
                )
    return jobs


def footage_for(scene: Scene, language: str) -> Footage | None:
    """The scene's footage in the language: dubbed where there is a dub."""
    return scene.clip and scene.clip.dubbed.get(language, scene.clip.footage)


def read_captions(
    story: Story, folder: Path, languages: Sequence[str]
) -> tuple[dict[tuple[str, str], Sequence[Cue]], list[Finding]]:
    """Cues by (scene id, language), and what was wrong with the files."""
    cues: dict[tuple[str, str], Sequence[Cue]] = {}
    findings: list[Finding] = []
    for scene in story.scenes:
        for language in languages:
            path = scene.clip.captions.get(language) if scene.clip else None
            if path is not None:
                place = Place(scene=scene.id, language=language, file=path)
                cues[scene.id, language], problems = captions.read(folder / path, place)
                findings += problems
    return cues, findings


def place_clips(results: Sequence[EncodeResult], staging: Path) -> dict[tuple[str, str], FilmMedia]:
    """Put each prepared file into ``media/`` once; (scene id, language) to its address."""
    placed: dict[Path, str] = {}
    media: dict[tuple[str, str], FilmMedia] = {}
    for result in results:
        if result.path not in placed:
            name = f"media/{result.scene}.{result.language}{result.path.suffix}"
            place_file(result.path, staging / name)
            placed[result.path] = name
        media[result.scene, result.language] = FilmMedia(
            src=placed[result.path],
            type=MIME_TYPES[result.path.suffix],
            seconds=round(result.seconds, 3),
        )
    return media


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
