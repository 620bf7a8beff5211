"""What an export needs of the media package: the jobs of a story, and their results as media.

Every use of footage is prepared: a scene's clip in each language, its audio-described version,
the footage that loops while a decision waits, feedback clips, and cards for scenes without a clip.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from exporters.compiler import Prepared, feedback_place
from exporters.film import Cue, FilmMedia
from exporters.film_files import clip_name
from exporters.staging import place_file
from studio.media import captions, thumbnails
from studio.media.cache import Cache
from studio.media.executors import Executor
from studio.media.jobs import EncodeJob, EncodeResult, Progress, Use
from studio.story.finding import Finding, Place, StudioError
from studio.story.model import Clip, Decision, Footage, Scene, Story, Treatment

MIME_TYPES = {".mp4": "video/mp4", ".webm": "video/webm"}

Cues = Mapping[tuple[str, str], Sequence[Cue]]


class MediaOptions(Struct, frozen=True):
    """How clips are prepared, beside what the story says.

    ``profile`` takes the place of the story's and the clips' own; ``budget`` is what all clips
    may take together, in bytes. ``cards`` makes scenes without a clip into clips that show a
    card; else the player shows the card itself. ``narrate`` lets the system's voice read them.
    """

    profile: str | None = None
    budget: int | None = None
    hardware: bool = False
    cards: bool = False
    narrate: bool = False
    executor: Executor | None = None
    watch: Callable[[Progress], None] = lambda progress: None


AS_THE_STORY_SAYS = MediaOptions()


def clip_jobs(
    story: Story,
    folder: Path,
    languages: Sequence[str],
    cues: Cues | None = None,
    profile: str | None = None,
) -> list[EncodeJob]:
    """One job for each use of footage and language; equal ones share their result."""
    builder = _Jobs(story, folder, cues or {}, profile)
    return [
        job
        for scene in story.scenes
        for language in languages
        for job in builder.of_scene(scene, language)
    ]


class _Jobs:
    def __init__(self, story: Story, folder: Path, cues: Cues, profile: str | None) -> None:
        self._story = story
        self._folder = folder
        self._cues = cues
        self._profile = profile

    def of_scene(self, scene: Scene, language: str) -> Iterator[EncodeJob]:
        if scene.clip is not None:
            footage = scene.clip.dubbed.get(language, scene.clip.footage)
            yield self._job(scene, language, scene.clip, footage)
            if language in scene.clip.described:
                described = scene.clip.described[language]
                yield self._job(scene, language, scene.clip, described, "described")
        if not isinstance(scene.then, Decision):
            return
        if scene.then.loop is not None:
            yield self._job(
                scene, language, _looped(scene, scene.then.loop), scene.then.loop, "loop"
            )
        for choice in scene.then.choices:
            clip = choice.feedback.clip if choice.feedback is not None else None
            if clip is not None:
                footage = clip.dubbed.get(language, clip.footage)
                yield self._job(scene, language, clip, footage, "feedback", choice.id)

    def _job(
        self,
        scene: Scene,
        language: str,
        clip: Clip,
        footage: Footage,
        use: Use = "clip",
        choice: str | None = None,
    ) -> EncodeJob:
        settings = self._story.settings
        own_cues = self._cues.get((scene.id, language), ()) if use in ("clip", "described") else ()
        return EncodeJob(
            scene=scene.id,
            language=language,
            footage=footage,
            source=self._folder / footage.file,
            audio=self._folder / footage.audio if footage.audio else None,
            treatment=clip.treatment,
            profile=self._profile or clip.profile or settings.profile,
            frame_width=settings.frame_width,
            frame_height=settings.frame_height,
            loudness=settings.loudness,
            captions=tuple(captions.Cue(*cue) for cue in own_cues),
            use=use,
            choice=choice,
        )


def _looped(scene: Scene, footage: Footage) -> Clip:
    """The waiting footage as a clip: treated like the scene's own, but without beginning or end.

    Concealments stay, whatever the file: rather too much is hidden than a face shown.
    """
    own = scene.clip.treatment if scene.clip is not None else None
    treatment = msgspec.structs.replace(
        own or Treatment(loudness=False),
        seamless_loop=True,
        fade_in=0,
        fade_out=0,
        freeze_end=0,
        burn_captions=False,
        camera="still",
    )
    profile = scene.clip.profile if scene.clip is not None else None
    return Clip(footage=footage, treatment=treatment, profile=profile)


def read_captions(
    story: Story, folder: Path, languages: Sequence[str]
) -> tuple[dict[tuple[str, str], Sequence[Cue]], list[Finding]]:
    """Cues by (scene id, language), of feedback clips by (scene id/choice id, language), and what
    was wrong with the files."""
    cues: dict[tuple[str, str], Sequence[Cue]] = {}
    findings: list[Finding] = []
    for scene in story.scenes:
        clips = {scene.id: scene.clip}
        for choice in scene.then.choices if isinstance(scene.then, Decision) else ():
            if choice.feedback is not None:
                clips[feedback_place(scene.id, choice.id)] = choice.feedback.clip
        for name, clip in clips.items():
            for language in languages:
                path = clip.captions.get(language) if clip else None
                if path is not None:
                    place = Place(scene=scene.id, language=language, file=path)
                    cues[name, language], problems = captions.read(folder / path, place)
                    findings += problems
    return cues, findings


def place_clips(
    story: Story, results: Sequence[EncodeResult], staging: Path, cache: Cache
) -> Prepared:
    """Put each prepared file into ``media/`` once, with its poster where one is asked for."""
    placed: dict[Path, FilmMedia] = {}
    clips: dict[tuple[str, str], FilmMedia] = {}
    described: dict[tuple[str, str], FilmMedia] = {}
    loops: dict[str, FilmMedia] = {}
    feedback: dict[tuple[str, str, str], FilmMedia] = {}
    for result in results:
        if result.path not in placed:
            placed[result.path] = _placed(result, _poster_time(story, result), staging, cache)
        media = placed[result.path]
        match result.use:
            case "clip" | "card":
                clips[result.scene, result.language] = media
            case "described":
                described[result.scene, result.language] = media
            case "loop":
                loops[result.scene] = media
            case "feedback":
                feedback[result.scene, result.choice or "", result.language] = media
    return Prepared(clips, described, loops, feedback)


def clip_places(prepared: Prepared) -> dict[str, tuple[Place, float]]:
    """The place and the seconds of each prepared clip, by its address; the first use counts."""
    found: dict[str, tuple[Place, float]] = {}
    for (scene, language), media in (*prepared.clips.items(), *prepared.described.items()):
        found.setdefault(media.src, (Place(scene, language=language), media.seconds))
    for scene, media in prepared.loops.items():
        found.setdefault(media.src, (Place(scene), media.seconds))
    for (scene, choice, language), media in prepared.feedback.items():
        found.setdefault(media.src, (Place(scene, choice, language=language), media.seconds))
    return found


def _placed(result: EncodeResult, poster: float | None, staging: Path, cache: Cache) -> FilmMedia:
    name = clip_name(result.scene, result.choice, result.language, result.use)
    place_file(result.path, staging / f"media/{name}{result.path.suffix}")
    address = None
    if poster is not None:
        try:
            data = cache.derived(
                result.path, f"poster-{round(poster * 1000)}", "jpg",
                lambda: _poster(result.path, poster, cache),
            )  # fmt: skip
        except StudioError:
            data = None
        if data:
            address = f"media/{name}.jpg"
            (staging / address).write_bytes(data)
    return FilmMedia(
        src=f"media/{name}{result.path.suffix}",
        type=MIME_TYPES[result.path.suffix],
        seconds=round(result.seconds, 3),
        poster=address,
        card=result.use == "card",
    )


def _poster(path: Path, seconds: float, cache: Cache) -> bytes:
    """The picture at that time as a JPEG file, as large as the clip; empty without a picture."""
    video = cache.facts(path).video
    if video is None:
        return b""
    width, height = video.shown_size
    shot = thumbnails.picture(path, seconds, width=width, height=height, cache=cache)
    return thumbnails.encode_picture(shot)


def _poster_time(story: Story, result: EncodeResult) -> float | None:
    """When the poster is taken, in seconds of the finished clip: what was concealed stays so."""
    scene = story.scene_by_id.get(result.scene)
    clip = scene.clip if scene is not None else None
    if clip is None or clip.poster is None or result.use not in ("clip", "described"):
        return None
    return float(clip.poster)
