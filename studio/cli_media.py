"""The command line's part about media: options of ``export``, its progress, and ``cache``."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from studio.cli_texts import say

if TYPE_CHECKING:
    from exporters.clips import MediaOptions
    from exporters.export_report import ExportReport
    from studio.media.executors import Executor
    from studio.media.jobs import ClipProgress, Progress
    from studio.story.finding import InterfaceLanguage

_NAMES = ("everywhere", "open", "small")
PROFILE_NAMES = (*_NAMES, *(f"{name}-{lines}" for name in _NAMES for lines in (1080, 720, 480)),
                 "as_is")  # fmt: skip
"""The same as ``studio.media.profiles.PROFILES``; here, so that ``--help`` loads no codec."""


def add_media_options(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The options of every command that prepares clips."""
    parser.add_argument(
        "--profile", choices=PROFILE_NAMES, metavar="PROFILE", help=say("profile", language)
    )
    parser.add_argument("--fit-gb", type=gigabytes, metavar="N", help=say("fit_gb", language))
    parser.add_argument("--hardware", action="store_true", help=say("hardware", language))
    parser.add_argument("--narrate", action="store_true", help=say("narrate", language))
    parser.add_argument("--cards-in-player", action="store_true", help=say("no_cards", language))
    parser.add_argument("--workers", type=_count, metavar="N", help=say("workers", language))
    parser.add_argument("--cluster", metavar="tcp://HOST:PORT", help=say("cluster", language))
    parser.add_argument(
        "--shared-folder", type=Path, metavar="DIR", help=say("shared_folder", language)
    )
    parser.add_argument("--ffmpeg", type=Path, help=say("ffmpeg", language))


def gigabytes(text: str) -> float:
    """A size that somebody typed; raises ValueError unless it is one."""
    value = float(text.replace(",", "."))
    if not 0 < value < 1e6:
        raise ValueError(text)
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError(text)
    return value


def fit_bytes(options: argparse.Namespace) -> int | None:
    """What all clips may take together, in bytes, if that was asked."""
    return round(options.fit_gb * 1e9) if options.fit_gb else None


def media_options(options: argparse.Namespace, watch: Callable[[Progress], None]) -> MediaOptions:
    """What the person asked for. Raises StudioError when the cluster does not answer."""
    from exporters.clips import MediaOptions

    return MediaOptions(
        profile=options.profile,
        budget=fit_bytes(options),
        hardware=options.hardware,
        cards=not options.cards_in_player,
        narrate=options.narrate,
        executor=_executor(options),
        watch=watch,
    )


def _executor(options: argparse.Namespace) -> Executor:
    from studio.media.cache import Cache
    from studio.media.executors import LocalExecutor

    if options.cluster is None:
        return LocalExecutor(options.workers)
    from studio.media.cluster import ClusterExecutor

    return ClusterExecutor(options.cluster, options.shared_folder or Cache().folder / "cluster")


def hardware_note(options: argparse.Namespace, profile: str) -> str:
    """Which hardware encoder will be used for that profile, or that none works here.

    Raises StudioError when there is no ffmpeg to ask.
    """
    from studio.media.encoders import encoder_name, hardware_encoder
    from studio.media.profiles import PROFILES
    from studio.media.runner import find_ffmpeg

    language: InterfaceLanguage = options.language
    wanted = PROFILES[options.profile or profile]
    found = hardware_encoder(find_ffmpeg(options.ffmpeg), wanted.video_codec)
    if found is None:
        return say("no_hardware", language, codec=wanted.video_codec.upper())
    return say("with_hardware", language, encoder=encoder_name(wanted, found))


def size_summary(report: ExportReport, language: InterfaceLanguage) -> str:
    """Size of all clips, beside what was expected before."""
    return say(
        "size",
        language,
        megabytes=report.bytes / 1e6,
        estimated=report.estimated_bytes / 1e6,
    )


def add_cache_command(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The options of ``cache``."""
    parser.add_argument("--limit-gb", type=gigabytes, metavar="N", help=say("limit_gb", language))
    parser.add_argument("--prune", action="store_true", help=say("prune", language))
    parser.add_argument("--clear", action="store_true", help=say("clear", language))
    parser.add_argument("--folder", type=Path, metavar="DIR", help=say("cache_folder", language))
    parser.add_argument("--json", action="store_true", help=say("json", language))


def run_cache(options: argparse.Namespace) -> int:
    """Show the cache; set its limit, prune or clear it where asked."""
    import msgspec

    from studio.media.cache import Cache
    from studio.media.eviction import evict, set_limit, usage
    from studio.media.sizes import BYTES_PER_GB

    cache = Cache(options.folder)
    if options.limit_gb is not None:
        set_limit(cache, round(options.limit_gb * BYTES_PER_GB))
    freed = 0
    if options.clear:
        freed = evict(cache, 0, in_use_seconds=0)
    elif options.prune or options.limit_gb is not None:
        freed = evict(cache)
    now = usage(cache)
    if options.json:
        document = {"freed": freed, "usage": now}
        print(msgspec.json.format(msgspec.json.encode(document), indent=2).decode())
        return 0
    language: InterfaceLanguage = options.language
    if freed:
        print(say("cache_freed", language, gigabytes=freed / BYTES_PER_GB))
    print(
        say(
            "cache_usage",
            language,
            folder=now.folder,
            clips=now.clips,
            gigabytes=now.bytes / BYTES_PER_GB,
            limit=now.limit / BYTES_PER_GB,
        )
    )
    return 0


class ClipProgressDisplay:
    """Rich bars on standard error: all clips in one, and one for each clip being made now."""

    def __init__(self, language: InterfaceLanguage) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TaskID, TextColumn

        self._language: InterfaceLanguage = language
        self._bars = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=24),
            TextColumn("{task.percentage:>3.0f} %"),
            TextColumn("{task.fields[frames]}"),
            TextColumn("{task.fields[left]}"),
            console=Console(stderr=True),
            transient=True,
        )
        title = say("preparing", language)
        self._whole = self._bars.add_task(title, total=1.0, frames="", left="")
        self._rows: dict[tuple[str, str, str], TaskID] = {}

    def __enter__(self) -> ClipProgressDisplay:
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def show(self, progress: Progress) -> None:
        """Draw how far it is."""
        self._bars.update(
            self._whole,
            completed=progress.fraction,
            description=say(
                "preparing_of",
                self._language,
                done=progress.clips_done,
                all=progress.clips_in_all,
            ),
            frames=self._frames(progress.frames, progress.frames_in_all),
            left=self._left(progress.seconds_left),
        )
        now = {(each.scene, each.language, each.file): each for each in progress.current}
        for key in [key for key in self._rows if key not in now]:
            self._bars.remove_task(self._rows.pop(key))
        for key, each in now.items():
            self._row(key, each)

    def _row(self, key: tuple[str, str, str], clip: ClipProgress) -> None:
        frames = self._frames(clip.frames, clip.frames_in_all)
        left = self._left(clip.seconds_left)
        if key not in self._rows:
            self._rows[key] = self._bars.add_task(
                f"  {clip.scene} ({clip.language})", total=1.0, frames=frames, left=left
            )
        self._bars.update(self._rows[key], completed=clip.fraction, frames=frames, left=left)

    def _frames(self, frames: int, frames_in_all: int) -> str:
        return say("frames", self._language, frames=frames, all=frames_in_all)

    def _left(self, seconds: float | None) -> str:
        if seconds is None:
            return ""
        minutes, rest = divmod(round(seconds), 60)
        return say("left", self._language, time=f"{minutes}:{rest:02d}")
