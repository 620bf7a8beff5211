"""What preparing media costs beside plain ffmpeg, ``cp``, and a process for each look at a clip.

The reference of an export is the very ffmpeg command lines that it ran (two passes, for loudness
is measured), run again by ``xargs -P2``; ours has two workers too, and also probes, hashes, checks
and writes the film. The reference of looking at clips is ``ffprobe`` where it is installed (else
``ffmpeg -i``), one ffmpeg for the picture and one for the sound, by ``xargs -P2``. Every export
begins in a process of its own, with libraries loaded and, where not said otherwise, an empty cache.
The targets are meant for minute-long clips: ``--quick`` takes clips of a few seconds, in which what
is done once for each clip weighs far more.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness import Figure, apart, run, timed
from msgspec.structs import replace

from exporters.clips import MediaOptions
from exporters.folder import export_folder
from studio.media import making
from studio.media.analysis import waveform
from studio.media.cache import Cache
from studio.media.executors import LocalExecutor
from studio.media.runner import find_ffmpeg
from studio.media.thumbnails import picture
from studio.story.model import Clip, Ending, Footage, Next, Scene, Story, Treatment, new_story

PROCESSES = 2
THUMBNAIL_WIDTH, THUMBNAIL_HEIGHT = 320, 180
BUCKETS = 800
REPEATED = 10.0
"""Seconds of picture that are made; longer clips repeat them."""
MEMORY = 200.0
"""Megabytes that we may take, whatever the clips' length."""


def filmed(folder: Path, clips: int, seconds: float, size: str) -> Path:
    """A folder of different clips with sound; with their treatment none can be copied."""
    folder.mkdir()
    part = min(seconds, REPEATED)
    for number in range(clips):
        picture, length = folder.parent / f"{folder.name}.mp4", str(seconds)
        source = f"testsrc2=size={size}:rate=25:duration={part},hue=h={number * 30}"
        command = [find_ffmpeg(), "-v", "error", "-nostdin", "-y"]
        encoded = ["-c:v", "libx264", "-preset", "ultrafast", "-crf", "18", "-g", "250", "-bf", "0"]
        encoded += ["-pix_fmt", "yuv420p", str(picture)]
        subprocess.run([*command, "-f", "lavfi", "-i", source, *encoded], check=True)
        tone = f"sine=frequency={200 + 40 * number}:sample_rate=48000:duration={length}"
        repeated = [*command, "-stream_loop", "-1", "-i", str(picture), "-f", "lavfi", "-i", tone]
        repeated += ["-c:v", "copy", "-c:a", "aac", "-t", length, str(folder / f"{number:03}.mp4")]
        subprocess.run(repeated, check=True)
        picture.unlink()
    return folder


def story_of(folder: Path, frame: tuple[int, int], treatment: Treatment) -> Story:
    """A story that shows the folder's clips one after another."""
    files = sorted(path.name for path in folder.iterdir())
    names = [f"scene_{number}" for number in range(len(files))]
    scenes = tuple(
        Scene(
            name,
            {"en": name},
            clip=Clip(Footage(file), treatment=treatment),
            then=Next(after) if after else Ending(headline={"en": "End"}),
        )
        for name, after, file in zip(names, [*names[1:], None], files, strict=True)
    )
    plain = new_story("clips", {"en": "Clips"}, ("en",))
    settings = replace(plain.settings, frame_width=frame[0], frame_height=frame[1])
    return replace(plain, scenes=scenes, start=names[0], settings=settings)


def export(story: Story, folder: Path, place: Path) -> tuple[float, list[list[str]], str]:
    """Seconds of one export, the command lines that it ran, and what it says of the clips."""
    commands: list[list[str]] = []
    plain = making.run

    def recorded(command: Sequence[str], *others: object) -> tuple[str, ...]:
        commands.append(list(command))
        return plain(command, *others)

    making.run = recorded
    cache, options = Cache(place / "cache"), MediaOptions(executor=LocalExecutor(PROCESSES))
    before = time.perf_counter()
    report = export_folder(story, folder, place / "film", cache=cache, media=options)
    taken = time.perf_counter() - before
    assert not report.findings, report.findings
    return taken, commands, f"{report.encoded}, {report.copied}, {report.reused}"


def by_hand(commands: Sequence[Sequence[str]], sequence: bool = True) -> float:
    """Seconds of the commands by ``xargs -P2``; those that read the same file run in sequence."""
    lines: dict[str, list[str]] = {}
    for number, command in enumerate(commands):
        file = command[command.index("-i") + 1] if sequence else str(number)
        lines.setdefault(file, []).append(shlex.join(command))
    jobs = "\0".join(" && ".join(each) for each in lines.values())
    before = time.perf_counter()
    subprocess.run(
        ["xargs", "-0", "-n1", f"-P{PROCESSES}", "sh", "-c", 'eval "$0"'],
        input=jobs.encode(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - before


def exports(place: Path, clips: int, seconds: float, frame: tuple[int, int]) -> Iterator[Figure]:
    """Exports: first, again, with one clip changed."""
    folder = filmed(place / "filmed", clips, seconds, f"{frame[0]}x{frame[1]}")
    story = story_of(folder, frame, Treatment())
    what = f"{clips} clips of {seconds:g} s, {frame[0]}×{frame[1]}"
    first = apart(export, story, folder, place / "ours")
    taken, commands, how = first.result
    assert how == f"{clips}, 0, 0", how
    limit = by_hand(commands)
    reference = "the same ffmpeg commands by xargs -P2"
    yield Figure(f"export, {what}", taken, "s", "lower", 1.05 * limit, reference, limit)
    yield Figure("peak memory of ours, export", first.peak / 1e6, "MB", "lower", MEMORY)

    again, _, how = apart(export, story, folder, place / "ours").result
    assert how == f"0, 0, {clips}", how
    yield Figure("second export, nothing changed", again, "s", "lower", 0.5)

    scene = story.scenes[-1]
    assert scene.clip is not None
    footage = replace(scene.clip.footage, mark_out=seconds * 0.9)
    scene = replace(scene, clip=replace(scene.clip, footage=footage))
    changed = replace(story, scenes=(*story.scenes[:-1], scene))
    taken, commands, how = apart(export, changed, folder, place / "ours").result
    assert how == f"1, 0, {clips - 1}", how
    alone = by_hand(commands)
    yield Figure("one changed clip", taken, "s", "lower", None, "that clip's commands", alone)


def copies(place: Path, clips: int, frame: tuple[int, int]) -> Iterator[Figure]:
    """Export of minute-long clips that already fit, made by repeating a few seconds."""
    fitting = place / "fitting"
    fitting.mkdir()
    few = place / "few.mp4"
    size = f"{frame[0]}x{frame[1]}"
    ffmpeg = [find_ffmpeg(), "-v", "error", "-nostdin", "-y"]
    command = [*ffmpeg, "-f", "lavfi", "-i", f"testsrc2=size={size}:rate=25:duration=4"]
    command += ["-vf", "noise=alls=40:allf=t", "-c:v", "libx264", "-preset", "ultrafast"]
    command += ["-b:v", "6M", "-maxrate", "7M", "-bufsize", "7M", "-g", "25", "-bf", "0"]
    command += ["-pix_fmt", "yuv420p", str(few)]
    subprocess.run(command, check=True)
    sound = ["-f", "lavfi", "-i", "sine=sample_rate=48000:duration=60", "-ac", "2", "-c:a", "aac"]
    for number in range(clips):  # Other bytes, the same work.
        repeated = [*ffmpeg, "-stream_loop", "14", "-i", str(few), *sound, "-c:v", "copy"]
        repeated += ["-metadata", f"title={number}", "-movflags", "+faststart"]
        subprocess.run([*repeated, str(fitting / f"{number:03}.mp4")], check=True)
    story = story_of(fitting, frame, Treatment(loudness=False))
    taken, _, how = apart(export, story, fitting, place / "fits").result
    assert how == f"0, {clips}, 0", how
    copied = timed(
        lambda: subprocess.run(["cp", "-r", str(fitting), str(place / "copied")], check=True)
    )
    megabytes = sum(file.stat().st_size for file in fitting.iterdir()) / 1e6
    what = f"export of {clips} fitting clips of 60 s, {megabytes:.0f} MB"
    yield Figure(what, taken, "s", "lower", 1.3 * copied, "cp", copied)


def looks(place: Path, clips: int, seconds: float, size: str) -> Iterator[Figure]:
    """Facts, a thumbnail and a waveform of clips that were never seen before."""
    (one,) = filmed(place / "one", 1, seconds, size).iterdir()
    folder = place / "many"
    folder.mkdir()
    ffmpeg = [find_ffmpeg(), "-v", "error", "-nostdin", "-y"]
    for number in range(clips):  # Other bytes, the same work.
        title = ["-c", "copy", "-metadata", f"title={number}"]
        command = [*ffmpeg, "-i", str(one), *title, str(folder / f"{number:03}.mp4")]
        subprocess.run(command, check=True)
    files = sorted(folder.iterdir())
    taken = apart(look, files, place / "cache")
    probe = shutil.which("ffprobe")
    commands: list[list[str]] = []
    for file in files:
        if probe is not None:
            commands.append([probe, "-v", "error", "-show_streams", "-show_format", str(file)])
        else:
            commands.append([*ffmpeg, "-i", str(file), "-t", "0", "-f", "null", "-"])
        middle, shape = str(seconds / 2), f"scale={THUMBNAIL_WIDTH}:{THUMBNAIL_HEIGHT}"
        shot = ["-frames:v", "1", "-vf", shape, str(place / f"{file.stem}.jpg")]
        # The keyframe before the middle, as ours: with the exact frame it would take far longer.
        seek = ["-noaccurate_seek", "-ss", middle]
        commands.append([*ffmpeg, *seek, "-i", str(file), *shot])
        commands.append([*ffmpeg, "-i", str(file), "-vn", "-f", "s16le", "-"])
    processes = by_hand(commands, sequence=False)
    name = f"{'ffprobe' if probe else 'ffmpeg -i (no ffprobe here)'} and ffmpeg by xargs -P2"
    what = f"facts, thumbnail, waveform of {clips} clips of {seconds:g} s, {size}"
    yield Figure(what, taken.result, "s", "lower", processes / 3, name, processes)
    yield Figure("peak memory of ours, looking", taken.peak / 1e6, "MB", "lower", MEMORY)


def look(files: Sequence[Path], cache_folder: Path) -> float:
    """Seconds of looking at the files, as the media bin does."""
    cache = Cache(cache_folder)

    def one(file: Path) -> None:
        middle = cache.facts(file).seconds / 2
        picture(
            file, middle, width=THUMBNAIL_WIDTH, height=THUMBNAIL_HEIGHT, cache=cache, exact=False
        )
        waveform(file, BUCKETS, cache)

    def every() -> None:
        with ThreadPoolExecutor(PROCESSES) as pool:
            list(pool.map(one, files))

    return timed(every)


def figures(quick: bool) -> Iterator[Figure]:
    """Exports and looks."""
    with tempfile.TemporaryDirectory(prefix="benchmark-media-") as name:
        place = Path(name)
        if quick:
            yield from exports(place, 6, 4, (640, 360))
            yield from copies(place, 4, (640, 360))
            yield from looks(place, 12, 4, "640x360")
        else:
            yield from exports(place, 12, 60, (1920, 1080))
            yield from copies(place, 12, (1920, 1080))
            yield from looks(place, 100, 10, "1920x1080")


if __name__ == "__main__":
    run("media", figures)
