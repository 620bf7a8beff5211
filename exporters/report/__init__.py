"""The printable story report: numbers, map, findings, scores, playthroughs to review.

One set of facts, two forms: a page of HTML that needs nothing beside it, and a PDF set by Typst.
"""

from __future__ import annotations

import tempfile
from datetime import date
from importlib.resources import files as package_files
from pathlib import Path

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from exporters.inspection import Inspection
from exporters.report.facts import StoryReport, story_report
from exporters.report.story_map import COLOURS, map_svg
from studio.media.fonts import FONT_FOLDER
from studio.story.finding import FindingKind, InterfaceLanguage, Place
from studio.story.model import Story

NOT_WRITTEN = FindingKind(
    code="EX011",
    name="report-not-written",
    severity="error",
    message={
        "en": "The report could not be written to {file}: {reason}.",
        "pl": "Nie udało się zapisać raportu w pliku {file}: {reason}.",
    },
    remedy={
        "en": "Name a file that ends in .html or .pdf, in a folder where you may write.",
        "pl": "Podaj plik o nazwie kończącej się na .html lub .pdf, w folderze, w którym możesz "
        "zapisywać.",
    },
)


def write_report(
    story: Story,
    inspection: Inspection,
    out: Path,
    language: InterfaceLanguage,
    today: date | None = None,
) -> StoryReport:
    """Write the report to ``out``, as HTML or PDF by its suffix; returns what it tells.

    Raises :class:`~studio.story.finding.StudioError` (EX011) for another suffix or when the disk
    refuses; a file that was there is then left as it was.
    """
    makers = {".html": report_html, ".htm": report_html, ".pdf": report_pdf}
    place = Place(file=str(out))
    make = makers.get(out.suffix.lower())
    if make is None:
        raise NOT_WRITTEN.error(place, file=out, reason=f"„{out.suffix}” ≠ .html, .pdf")
    told = story_report(story, inspection, language, today or date.today())
    content = make(told, map_svg(story, language))
    half = out.with_name(f".{out.name}.part")
    try:
        half.write_bytes(content)
        half.replace(out)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise NOT_WRITTEN.error(place, file=out, reason=error.strerror or error) from error
    return told


def report_html(report: StoryReport, svg: str) -> bytes:
    """One page with everything in it; nothing is loaded and nothing runs."""
    environment = Environment(
        loader=PackageLoader("exporters.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    page = environment.get_template("report.html.j2").render(
        report=report, map_svg=Markup(svg), legend=COLOURS
    )
    return page.encode()


def report_pdf(report: StoryReport, svg: str) -> bytes:
    """A tagged PDF on A4."""
    import typst

    with tempfile.TemporaryDirectory(prefix="scenario-studio-report-") as name:
        folder = Path(name)
        source = package_files("exporters.report") / "report.typ"
        (folder / "report.typ").write_bytes(source.read_bytes())
        (folder / "map.svg").write_text(svg, encoding="utf-8")
        data = msgspec.to_builtins(report) | {"legend": COLOURS}
        (folder / "report.json").write_bytes(msgspec.json.encode(data))
        made = typst.compile(
            str(folder / "report.typ"),
            root=name,
            font_paths=[str(FONT_FOLDER)],
            ignore_system_fonts=True,
            format="pdf",
        )
    assert isinstance(made, bytes)
    return made
