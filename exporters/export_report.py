"""What an export tells of itself; so small that it can be shown again without exporting."""

from __future__ import annotations

from msgspec import Struct

from studio.story.finding import Finding


class StickLoad(Struct, frozen=True):
    """How the film behaves on a stick of 5 MB/s: seconds until something is seen.

    ``first_picture`` counts from opening the page, ``slowest_start`` from asking for the clip.
    """

    bytes: int
    exact: bool
    first_picture: float
    slowest_start: float
    slowest_file: str | None


class ExportReport(Struct, frozen=True):
    """What an export did: clips used, how they were made, and what went wrong.

    ``bytes`` is what all clips take, ``estimated_bytes`` what was expected before. ``load`` and
    ``portability`` tell how the written film behaves on sticks and other systems.
    """

    scenes: int
    clips: int
    encoded: int
    copied: int
    reused: int
    estimated_bytes: int
    bytes: int
    load: StickLoad
    findings: tuple[Finding, ...] = ()
    portability: tuple[Finding, ...] = ()


class Made(Struct, frozen=True):
    """An export's report, and what was said of the film before it was written."""

    report: ExportReport
    outlook: tuple[Finding, ...] = ()
