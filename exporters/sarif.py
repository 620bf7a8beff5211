"""Findings as SARIF 2.1.0 (OASIS standard, 27 March 2020), for code-review systems.

Places are given twice: as the line of ``story.json`` and as the logical place (scene, choice).
A waiver is a suppression with its reason; a proof is a code flow, one location an action.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any

import json_source_map

from exporters.inspection import Inspection
from studio import __version__
from studio.checks.registry import KINDS as CHECK_KINDS
from studio.checks.waivers import Waived
from studio.media import problems
from studio.story import files
from studio.story.finding import Finding, FindingKind, InterfaceLanguage, Place

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""Names the standard; nothing is fetched."""
STORY_FILE = "story.json"

_LEVELS: Mapping[str, str] = {"error": "error", "warning": "warning", "notice": "note"}
_KINDS: tuple[FindingKind, ...] = (
    *CHECK_KINDS,
    *files.KINDS,
    *(kind for kind in vars(problems).values() if isinstance(kind, FindingKind)),
)


def sarif_log(
    inspection: Inspection, story_text: str, language: InterfaceLanguage
) -> dict[str, Any]:
    """The log as JSON values. ``story_text`` is the content of ``story.json``, for line numbers."""
    waived: list[tuple[Finding, Waived | None]] = [
        (each.finding, each) for each in inspection.report.waived
    ]
    found = [*((finding, None) for finding in inspection.findings), *waived]
    codes = {finding.code for finding, _ in found}
    rules = [kind for kind in _KINDS if kind.code in codes]
    index = {kind.code: number for number, kind in enumerate(rules)}
    lines = _Lines(story_text)
    return {
        "$schema": SCHEMA,
        "version": VERSION,
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "Scenario Studio",
                        "version": __version__,
                        "language": language,
                        "rules": [_rule(kind, language) for kind in rules],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [
                    _result(finding, waiver, index, lines, language) for finding, waiver in found
                ],
            }
        ],
    }


class _Lines:
    """Line numbers of JSON paths in the story's text; of a path not there, its nearest parent's."""

    def __init__(self, text: str) -> None:
        try:
            places = json_source_map.calculate(text)
        except (ValueError, IndexError, RecursionError):
            places = {}
        self._lines = {pointer: entry.value_start.line + 1 for pointer, entry in places.items()}

    def of(self, place: Place) -> int:
        """The line, counted from 1."""
        if place.line is not None:
            return place.line
        path = (place.path or "$").removeprefix("$")
        pointer = path.replace("[", "/").replace("]", "").replace(".", "/")
        while pointer and pointer not in self._lines:
            pointer = pointer.rpartition("/")[0]
        return self._lines.get(pointer, 1)


def _rule(kind: FindingKind, language: InterfaceLanguage) -> dict[str, Any]:
    words = kind.name.replace("-", " ")
    return {
        "id": kind.code,
        "name": "".join(word.capitalize() for word in kind.name.split("-")),
        "shortDescription": {"text": f"{words[:1].upper()}{words[1:]}"},
        "fullDescription": {"text": kind.message[language]},
        "help": {"text": kind.remedy[language]},
        "defaultConfiguration": {"level": _LEVELS[kind.severity]},
    }


def _result(
    finding: Finding,
    waived: Waived | None,
    index: Mapping[str, int],
    lines: _Lines,
    language: InterfaceLanguage,
) -> dict[str, Any]:
    place = finding.place
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message[language]} {finding.remedy[language]}"},
        "locations": [_location(place, lines)],
        "partialFingerprints": {"findingPlace/v1": _fingerprint(finding)},
    }
    if finding.code in index:
        result["ruleIndex"] = index[finding.code]
    if finding.proof:
        steps = [
            {"location": {"message": {"text": " ".join(filter(None, (step.action, step.choice)))}}}
            for step in finding.proof
        ]
        result["codeFlows"] = [{"threadFlows": [{"locations": steps}]}]
    if waived is not None:
        result["suppressions"] = [
            {"kind": "inSource", "status": "accepted", "justification": waived.waiver.reason}
        ]
    return result


def _location(place: Place, lines: _Lines) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {
            "artifactLocation": {"uri": STORY_FILE},
            "region": {"startLine": lines.of(place)},
        }
    }
    named = [
        {"name": name, "kind": kind, "fullyQualifiedName": path}
        for kind, name, path in (
            ("scene", place.scene, f"scene {place.scene}"),
            ("choice", place.choice, f"scene {place.scene} / choice {place.choice}"),
            ("item", place.item, f"item {place.item}"),
            ("file", place.file, f"file {place.file}"),
        )
        if name is not None
    ]
    if named:
        location["logicalLocations"] = named
    return location


def _fingerprint(finding: Finding) -> str:
    """Stays the same while the finding stays at its scene, whatever line that comes to be on."""
    place = finding.place
    parts = (
        finding.code,
        place.scene,
        place.choice,
        place.item,
        place.language,
        place.file,
        (place.path or "").partition("].")[2] or place.path,
    )
    return hashlib.sha256("\x1f".join(part or "" for part in parts).encode()).hexdigest()[:32]
