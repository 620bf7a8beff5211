"""What does the author accept, with which reason, and does it still stand for something?"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Waiver

STALE = FindingKind(
    code="WV001",
    name="stale-waiver",
    severity="notice",
    message={
        "pl": "Pominięcie uwagi {waived} niczego już nie dotyczy.",
        "en": "The waiver of {waived} no longer covers anything.",
    },
    remedy={
        "pl": "Usuń je: kiedyś zasłoniłoby nową uwagę. Podany powód: „{reason}”.",
        "en": "Remove it: one day it would hide a new finding. The reason given was “{reason}”.",
    },
)
NO_REASON = FindingKind(
    code="WV002",
    name="waiver-without-reason",
    severity="warning",
    message={
        "pl": "Pominięcie uwagi {waived} nie ma powodu, więc nie działa.",
        "en": "The waiver of {waived} has no reason, so it has no effect.",
    },
    remedy={
        "pl": "Napisz, dlaczego to jest w porządku, albo usuń pominięcie.",
        "en": "Write why this is acceptable, or remove the waiver.",
    },
)
KINDS = (STALE, NO_REASON)

_ELSEWHERE = ("FL", "MD", "EX")
"""Codes that the loader, the media and the exporters report: no check knows when they are gone."""


class Waived(Struct, frozen=True):
    """A finding that the author accepts, and the waiver that says why."""

    finding: Finding
    waiver: Waiver


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether the waiver stands for the finding; a place it does not name covers all places."""
    place = finding.place
    return (
        waiver.code == finding.code
        and bool(waiver.reason.strip())
        and waiver.scene in (None, place.scene)
        and waiver.choice in (None, place.choice)
        and waiver.language in (None, place.language)
        and waiver.item in (None, place.item)
        and waiver.file in (None, place.file)
    )


def divide(
    findings: Iterable[Finding], waivers: tuple[Waiver, ...]
) -> tuple[list[Finding], list[Waived]]:
    """The findings that stay, and those that a waiver covers with the first such waiver."""
    by_code: dict[str, list[Waiver]] = {}
    for waiver in waivers:
        by_code.setdefault(waiver.code, []).append(waiver)
    left: list[Finding] = []
    waived: list[Waived] = []
    for finding in findings:
        candidates = by_code.get(finding.code, ())
        waiver = next((each for each in candidates if covers(each, finding)), None)
        if waiver is None:
            left.append(finding)
        else:
            waived.append(Waived(finding, waiver))
    return left, waived


def check(
    context: Context, waived: Iterable[Waived], judged: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    """Waivers without a reason, and those that cover nothing.

    ``judged`` are the codes whose checks could speak in this run, ``known`` all there are: a
    waiver of a code that was not asked about is not called stale, one of an unknown code is.
    """
    used = {id(each.waiver) for each in waived}
    for index, waiver in enumerate(context.story.waivers):
        place = Place(
            scene=waiver.scene,
            choice=waiver.choice,
            item=waiver.item,
            language=waiver.language,
            file=waiver.file,
            path=f"$.waivers[{index}]",
        )
        if not waiver.reason.strip():
            yield NO_REASON.at(place, waived=waiver.code)
        elif id(waiver) not in used and _can_be_judged(waiver.code, judged, known):
            yield STALE.at(place, waived=waiver.code, reason=waiver.reason)


def _can_be_judged(code: str, judged: Collection[str], known: Collection[str]) -> bool:
    return code in judged or (code not in known and not code.startswith(_ELSEWHERE))
