"""The command line: ``scenario-studio``. Heavy modules are imported by the command that needs them.

Exit codes: 0 fine, 1 findings of severity error or failed clips, 2 bad use.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from studio import __version__
from studio.cli_media import (
    ClipProgressDisplay,
    add_cache_command,
    add_media_options,
    media_options,
    run_cache,
    size_summary,
)
from studio.cli_texts import interface_language, say

if TYPE_CHECKING:
    from studio.checks.registry import Report
    from studio.story.files import OpenedStory
    from studio.story.finding import Finding, InterfaceLanguage

FINE, FAILED, BAD_USE = 0, 1, 2


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
        _report(error.findings, options.language, as_json=getattr(options, "json", False))
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
    check = command("check")
    check.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    check.add_argument("--json", action="store_true", help=say("json", language))
    check.add_argument("--strict", action="store_true", help=say("strict", language))
    export = command("export")
    export.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    export.add_argument(
        "--format", choices=("folder",), default="folder", help=say("format", language)
    )
    export.add_argument("--out", type=Path, required=True, help=say("out", language))
    export.add_argument("--languages", nargs="+", help=say("film_languages", language))
    add_media_options(export, language)
    export.add_argument("--force", action="store_true", help=say("force", language))
    export.add_argument("--json", action="store_true", help=say("json", language))
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


def _check(options: argparse.Namespace) -> int:
    from studio.story.files import open_story

    opened = open_story(options.folder)
    report = _checked(opened, options.folder)
    findings = (*opened.findings, *report.findings)
    errors = sum(finding.severity == "error" for finding in findings)
    warnings = sum(finding.severity == "warning" for finding in findings)
    failed = errors + (warnings if options.strict else 0)
    if options.json:
        _print_json(
            {
                "story": opened.story.id,
                "scenes": len(opened.story.scenes),
                "errors": errors,
                "warnings": warnings,
                "waived": len(report.waived),
                "findings": findings,
            }
        )
    else:
        _report(findings, options.language)
        print(
            say(
                "checked",
                options.language,
                scenes=len(opened.story.scenes),
                errors=errors,
                warnings=warnings,
                waived=len(report.waived),
            )
        )
    return FAILED if failed else FINE


def _checked(opened: OpenedStory, folder: Path) -> Report:
    from studio.checks.registry import run_checks

    return run_checks(opened.story, folder)


def _export(options: argparse.Namespace) -> int:
    from exporters.folder import export_folder
    from studio.story.files import open_story

    opened = open_story(options.folder)
    language: InterfaceLanguage = options.language
    for asked in options.languages or ():
        if asked not in opened.story.languages:
            known = ", ".join(opened.story.languages)
            _bad_use(say("unknown_language", language, language=asked, languages=known))
    findings = (*opened.findings, *_checked(opened, options.folder).findings)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors and not options.force:
        _report(errors, language, as_json=options.json)
        print(say("blocked", language), file=sys.stderr)
        return FAILED
    started = time.perf_counter()
    with ClipProgressDisplay(language) as display:
        report = export_folder(
            opened.story,
            options.folder,
            options.out,
            languages=options.languages,
            ffmpeg=options.ffmpeg,
            media=media_options(options, display.show),
        )
    if options.json:
        _print_json({"out": options.out, "report": report})
        return FAILED if report.findings else FINE
    _report(report.findings, language)
    print(
        say(
            "exported",
            language,
            scenes=len(opened.story.scenes),
            clips=report.clips,
            encoded=report.encoded,
            copied=report.copied,
            reused=report.reused,
            seconds=time.perf_counter() - started,
        )
    )
    print(size_summary(report, language))
    print(say("open", language, path=(options.out / "index.html").resolve()))
    return FAILED if report.findings else FINE


def _formats(options: argparse.Namespace) -> int:
    print(f"folder  {say('folder_format', options.language)}")
    return FINE


_COMMANDS = {
    "new": _new,
    "check": _check,
    "export": _export,
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


def _report(
    findings: Iterable[Finding], language: InterfaceLanguage, *, as_json: bool = False
) -> None:
    if as_json:
        _print_json({"findings": tuple(findings)})
        return
    for finding in findings:
        place = finding.place
        parts = [
            place.file,
            say("line", language, line=place.line) if place.line else None,
            say("scene", language, scene=place.scene) if place.scene else None,
            say("choice", language, choice=place.choice) if place.choice else None,
            place.item,
            place.language,
        ]
        named = ", ".join(part for part in parts if part)
        where = f" ({named})" if named else ""
        head = f"{say(finding.severity, language)} {finding.code}"
        print(f"{head}{where}: {finding.message[language]}", file=sys.stderr)
        remedy = say("what_to_do", language, remedy=finding.remedy[language])
        print(f"    {remedy}", file=sys.stderr)


def _print_json(document: object) -> None:
    import msgspec

    encoded = msgspec.json.encode(document, enc_hook=str)
    print(msgspec.json.format(encoded, indent=2).decode())
