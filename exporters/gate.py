"""The gate before an export: errors block it, unless somebody says why they may pass."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from msgspec import Struct

from studio.story.finding import Finding, FindingKind, Place, StudioError

BLOCKED = FindingKind(
    code="EX010",
    name="export-blocked",
    severity="error",
    message={
        "en": "Nothing was exported: the checks report errors ({count}).",
        "pl": "Nic nie wyeksportowano: sprawdzenie zgłasza błędy ({count}).",
    },
    remedy={
        "en": "Mend the errors, or export all the same and give a reason, which is kept with the "
        "film (--force-with-reason).",
        "pl": "Popraw błędy albo wyeksportuj mimo to i podaj powód, który zostanie zapisany razem "
        "z filmem (--force-with-reason).",
    },
)


class Passed(Struct, frozen=True, omit_defaults=True):
    """One error that was let through, as it stands in the export's record."""

    code: str
    message: str
    scene: str | None = None
    choice: str | None = None
    item: str | None = None
    file: str | None = None


class Override(Struct, frozen=True):
    """The record of a forced export: who reads the film later can see what was known."""

    reason: str
    time: str
    """When, in UTC, as ISO 8601."""
    errors: tuple[Passed, ...]


def pass_gate(findings: Iterable[Finding], reason: str | None = None) -> Override | None:
    """None if nothing blocks; with a reason, the record of what is let through.

    Raises :class:`StudioError` (EX010 and the errors themselves) if errors block the export; a
    blank reason is none.
    """
    errors = tuple(finding for finding in findings if finding.severity == "error")
    if not errors:
        return None
    if reason is None or not reason.strip():
        raise StudioError(BLOCKED.at(Place(), count=len(errors)), *errors)
    return Override(
        reason=reason.strip(),
        time=datetime.now(UTC).isoformat(timespec="seconds"),
        errors=tuple(_passed(finding) for finding in errors),
    )


def _passed(finding: Finding) -> Passed:
    place = finding.place
    return Passed(
        finding.code, finding.message["en"], place.scene, place.choice, place.item, place.file
    )
