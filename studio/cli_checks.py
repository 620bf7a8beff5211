"""The commands that look at a story and change nothing: ``check`` and ``report``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from studio.cli_media import gigabytes
from studio.cli_output import FAILED, FINE, ProgressBar, print_findings, print_json
from studio.cli_texts import say

if TYPE_CHECKING:
    from exporters.film_outlook import FilmWish
    from exporters.film_portability import StickLoad
    from exporters.inspection import Inspection
    from studio.story.files import OpenedStory
    from studio.story.finding import InterfaceLanguage


def add_check_options(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The options of ``check``."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    machine = parser.add_mutually_exclusive_group()
    machine.add_argument("--json", action="store_true", help=say("json", language))
    machine.add_argument("--sarif", action="store_true", help=say("sarif", language))
    parser.add_argument("--strict", action="store_true", help=say("strict", language))
    parser.add_argument("--out", type=Path, help=say("check_out", language))
    add_stick_option(parser, language)


def add_stick_option(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The size of the stick that the film is meant for."""
    parser.add_argument("--stick-gb", type=gigabytes, metavar="N", help=say("stick_gb", language))


def stick_bytes(options: argparse.Namespace) -> int | None:
    """The size of the stick that was named, in bytes."""
    return None if options.stick_gb is None else round(options.stick_gb * 1e9)


def run_check(options: argparse.Namespace) -> int:
    """Check a story and its files; fails on errors, with ``--strict`` on warnings too."""
    from studio.story.files import STORY_FILE, open_story

    language: InterfaceLanguage = options.language
    opened = open_story(options.folder)
    from exporters.film_outlook import FilmWish
    from exporters.film_portability import Destination

    wish = FilmWish(Destination(options.out, stick_bytes(options)))
    inspection = inspected(opened, options, wish)
    findings, waived = inspection.findings, inspection.report.waived
    errors = len(inspection.errors)
    warnings = sum(finding.severity == "warning" for finding in findings)
    if options.sarif:
        from exporters.sarif import sarif_log

        text = (options.folder / STORY_FILE).read_text(encoding="utf-8-sig", errors="replace")
        print_json(sarif_log(inspection, text, language))
    elif options.json:
        print_json(
            {
                "story": opened.story.id,
                "scenes": len(opened.story.scenes),
                "errors": errors,
                "warnings": warnings,
                "findings": findings,
                "waived": waived,
                "film": inspection.film.load if inspection.film is not None else None,
            }
        )
    else:
        print_findings(findings, language)
        for each in waived:
            print_findings([each.finding], language, waived=each.waiver.reason)
        print(
            say(
                "checked",
                language,
                scenes=len(opened.story.scenes),
                errors=errors,
                warnings=warnings,
                waived=len(waived),
            )
        )
        if inspection.film is not None:
            print(load_summary(inspection.film.load, language))
    return FAILED if errors or (options.strict and warnings) else FINE


def load_summary(load: StickLoad, language: InterfaceLanguage) -> str:
    """The size of the film, and how soon a slow stick shows something of it."""
    return say(
        "load" if load.exact else "load_about",
        language,
        megabytes=load.bytes / 1e6,
        first=load.first_picture,
        slowest=load.slowest_start,
    )


def inspected(
    opened: OpenedStory, options: argparse.Namespace, film: FilmWish | None = None
) -> Inspection:
    """The story with its files measured and every check run, with a bar while that takes."""
    from exporters.inspection import inspect_opened

    with ProgressBar(say("measuring", options.language)) as show:
        return inspect_opened(opened, options.folder, film=film, progress=show)


def add_report_options(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The options of ``report``."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    parser.add_argument("--out", type=Path, required=True, help=say("report_out", language))
    parser.add_argument("--json", action="store_true", help=say("json", language))


def run_report(options: argparse.Namespace) -> int:
    """Write the story report as HTML or PDF."""
    from exporters.report import write_report
    from studio.story.files import open_story

    opened = open_story(options.folder)
    inspection = inspected(opened, options)
    told = write_report(opened.story, inspection, options.out, options.language)
    if options.json:
        print_json({"out": options.out, "report": told})
    else:
        print(say("reported", options.language, path=options.out.resolve()))
    return FINE
