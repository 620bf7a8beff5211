"""All checks, in one explicit list, and the function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from msgspec import Struct

from studio.checks import (
    captions,
    dead_ends,
    files,
    identifiers,
    reach,
    references,
    rule_kinds,
    start,
    texts,
)
from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place, Severity
from studio.story.model import Story, Waiver


class Check(Struct, frozen=True):
    """One question: the function that answers it and the kinds of findings it can give."""

    run: Callable[[Context], Iterable[Finding]]
    kinds: tuple[FindingKind, ...]


CHECKS: tuple[Check, ...] = (
    Check(start.check, start.KINDS),
    Check(identifiers.check, identifiers.KINDS),
    Check(reach.check, reach.KINDS),
    Check(dead_ends.check, dead_ends.KINDS),
    Check(references.check, references.KINDS),
    Check(rule_kinds.check, rule_kinds.KINDS),
    Check(files.check, files.KINDS),
    Check(texts.check, texts.KINDS),
    Check(captions.check, captions.KINDS),
)

KINDS: tuple[FindingKind, ...] = tuple(kind for check in CHECKS for kind in check.kinds)

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


class Report(Struct, frozen=True):
    """What the checks found; ``waived`` are the findings that the author accepts."""

    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        """The findings that are not waived."""
        return iter(self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity are not waived."""
        return sum(finding.severity == severity for finding in self.findings)


def run_checks(
    story: Story, folder: Path | None = None, only: Collection[str] | None = None
) -> Report:
    """Ask every question of the story; with ``only``, those that give the codes named.

    ``folder`` is where the story's files stand; without it nothing is said about missing
    files. Findings come by severity, code and place. Safe to call from any thread.
    """
    context = Context(story, folder)
    found = [
        finding
        for check in CHECKS
        if only is None or any(kind.code in only for kind in check.kinds)
        for finding in check.run(context)
        if only is None or finding.code in only
    ]
    found.sort(key=_order)
    waived = [finding for finding in found if _is_waived(finding, story.waivers)]
    left = [finding for finding in found if not _is_waived(finding, story.waivers)]
    return Report(tuple(left), tuple(waived))


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    parts = (place.scene, place.choice, place.item, place.language, place.path)
    return (_SEVERITIES.index(finding.severity), finding.code, *(part or "" for part in parts))


def _is_waived(finding: Finding, waivers: Iterable[Waiver]) -> bool:
    return any(_covers(waiver, finding.code, finding.place) for waiver in waivers)


def _covers(waiver: Waiver, code: str, place: Place) -> bool:
    """A waiver without a scene, choice or language covers them all."""
    return (
        waiver.code == code
        and waiver.scene in (None, place.scene)
        and waiver.choice in (None, place.choice)
        and waiver.language in (None, place.language)
    )
