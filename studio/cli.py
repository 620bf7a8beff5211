"""The command line: ``scenario-studio``. Heavy modules are imported by the command that needs them.

Exit codes: 0 fine, 1 findings of severity error or failed clips, 2 bad use.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from studio import __version__
from studio.cli_captions import add_captions_command, run_captions
from studio.cli_checks import (
    add_check_options,
    add_report_options,
    add_stick_option,
    inspected,
    load_summary,
    run_check,
    run_report,
    stick_bytes,
)
from studio.cli_media import (
    ClipProgressDisplay,
    add_cache_command,
    add_media_options,
    fit_bytes,
    hardware_note,
    media_options,
    run_cache,
    size_summary,
)
from studio.cli_output import BAD_USE, FAILED, FINE, print_findings, print_json
from studio.cli_paths import add_paths_options, run_paths
from studio.cli_texts import interface_language, say

if TYPE_CHECKING:
    from exporters.export_report import Made
    from studio.story.finding import InterfaceLanguage


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code and never shows a traceback for a known problem."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    language = _asked_language(words) or interface_language()
    options = _parser(language).parse_args(words)
    options.language = options.language or language
    if options.command in (None, "edit"):
        return _edit(options)
    from studio.story.finding import StudioError

    try:
        return _COMMANDS[options.command](options)
    except StudioError as error:
        print_findings(error.findings, options.language, as_json=getattr(options, "json", False))
        return BAD_USE
    except KeyboardInterrupt:
        print(say("cancelled", options.language), file=sys.stderr)
        return FAILED


def _asked_language(words: list[str]) -> InterfaceLanguage | None:
    """``--language`` also decides in which language the help is written."""
    for name, value in zip(words, [*words[1:], ""], strict=True):
        asked = name.partition("=")[2] if name.startswith("--language=") else value
        if name.startswith("--language") and asked in ("pl", "en"):
            return "pl" if asked == "pl" else "en"
    return None


def _parser(language: InterfaceLanguage) -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument(
        "--language",
        choices=("pl", "en"),
        default=argparse.SUPPRESS,
        help=say("language", language),
    )
    parser = argparse.ArgumentParser(
        prog="scenario-studio", description=say("about", language), parents=[common]
    )
    parser.set_defaults(language=None)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str) -> argparse.ArgumentParser:
        text = say(name, language)
        return commands.add_parser(name, help=text, description=text, parents=[common])

    new = command("new")
    new.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    new.add_argument("--title", help=say("title", language))
    new.add_argument(
        "--languages", nargs="+", default=["pl", "en"], help=say("languages", language)
    )
    edit = command("edit")
    edit.add_argument("folder", type=Path, nargs="?", metavar="DIR", help=say("folder", language))
    add_check_options(command("check"), language)
    add_paths_options(command("paths"), language)
    add_report_options(command("report"), language)
    export = command("export")
    export.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    export.add_argument(
        "--format", choices=("folder",), default="folder", help=say("format", language)
    )
    export.add_argument("--out", type=Path, required=True, help=say("out", language))
    export.add_argument("--languages", nargs="+", help=say("film_languages", language))
    add_media_options(export, language)
    add_stick_option(export, language)
    export.add_argument(
        "--force-with-reason", metavar="REASON", help=say("force_with_reason", language)
    )
    export.add_argument("--json", action="store_true", help=say("json", language))
    add_captions_command(command("captions"), language)
    add_cache_command(command("cache"), language)
    command("formats")
    return parser


# --- commands -------------------------------------------------------------------------------


def _edit(options: argparse.Namespace) -> int:
    from studio.desktop.app import run

    return run(getattr(options, "folder", None))


def _new(options: argparse.Namespace) -> int:
    from studio.story.files import create_story
    from studio.story.model import new_story

    title: str = options.title or options.folder.resolve().name
    languages: tuple[str, ...] = tuple(options.languages)
    story = new_story(slug(title), dict.fromkeys(languages, title), languages)
    create_story(story, options.folder)
    print(say("made", options.language, folder=options.folder))
    return FINE


def _export(options: argparse.Namespace) -> int:
    from exporters.unchanged import Export

    language: InterfaceLanguage = options.language
    started = time.perf_counter()
    export = Export(options.folder, options.out, _what_decides(options))
    made = export.already_there()
    if made is None:
        made = _export_anew(options)
        if made is None:
            return FAILED
        export.remember(made)
    elif not options.json:
        print_findings(made.outlook, language)
    report = made.report
    failed = report.findings or any(each.severity == "error" for each in report.portability)
    if options.json:
        print_json({"out": options.out, "report": report})
        return FAILED if failed else FINE
    print_findings(report.findings, language)
    print_findings((each for each in report.portability if each not in made.outlook), language)
    print(
        say(
            "exported",
            language,
            scenes=report.scenes,
            clips=report.clips,
            encoded=report.encoded,
            copied=report.copied,
            reused=report.reused,
            seconds=time.perf_counter() - started,
        )
    )
    print(size_summary(report, language))
    print(load_summary(report.load, language))
    print(say("open", language, path=(options.out / "index.html").resolve()))
    return FAILED if failed else FINE


def _what_decides(options: argparse.Namespace) -> dict[str, str]:
    """The options that decide what is exported; how messages are told and where work is done
    make no difference."""
    aside = ("language", "json", "command", "workers", "cluster", "shared_folder")
    return {name: str(value) for name, value in vars(options).items() if name not in aside}


def _export_anew(options: argparse.Namespace) -> Made | None:
    """Check, then write the film; None when the checks stop it."""
    from exporters.export_report import Made
    from exporters.film_outlook import FilmWish
    from exporters.film_portability import Destination
    from exporters.folder import export_folder
    from exporters.gate import pass_gate
    from studio.story.files import open_story
    from studio.story.finding import StudioError

    opened = open_story(options.folder)
    language: InterfaceLanguage = options.language
    for asked in options.languages or ():
        if asked not in opened.story.languages:
            known = ", ".join(opened.story.languages)
            _bad_use(say("unknown_language", language, language=asked, languages=known))
    wish = FilmWish(
        Destination(options.out, stick_bytes(options)),
        options.languages,
        options.profile,
        not options.cards_in_player,
        fit_bytes(options),
    )
    inspection = inspected(opened, options, wish)
    try:
        override = pass_gate(inspection.findings, options.force_with_reason)
    except StudioError as error:
        print_findings(error.findings, language, as_json=options.json)
        return None
    if not options.json:
        print_findings(inspection.about_the_film, language)
    if options.hardware:
        print(hardware_note(options, opened.story.settings.profile), file=sys.stderr)
    with ClipProgressDisplay(language) as display:
        report = export_folder(
            opened.story,
            options.folder,
            options.out,
            languages=options.languages,
            ffmpeg=options.ffmpeg,
            media=media_options(options, display.show),
            override=override,
            stick_bytes=stick_bytes(options),
        )
    return Made(report, tuple(inspection.about_the_film))


def _formats(options: argparse.Namespace) -> int:
    print(f"folder  {say('folder_format', options.language)}")
    return FINE


_COMMANDS = {
    "new": _new,
    "check": run_check,
    "paths": run_paths,
    "report": run_report,
    "export": _export,
    "captions": run_captions,
    "cache": run_cache,
    "formats": _formats,
}


# --- output ---------------------------------------------------------------------------------


def slug(title: str) -> str:
    """A readable identifier: lower case ASCII letters, digits and underscores."""
    plain = unicodedata.normalize("NFKD", title.replace("ł", "l").replace("Ł", "L"))
    ascii_only = plain.encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", ascii_only).strip("_")[:80] or "story"


def _bad_use(message: str) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(BAD_USE)
