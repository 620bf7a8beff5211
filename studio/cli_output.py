"""What every command prints with: findings, JSON, a bar that shows how far it is."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from studio.cli_texts import say

if TYPE_CHECKING:
    from studio.story.finding import Finding, InterfaceLanguage

FINE, FAILED, BAD_USE = 0, 1, 2
"""Exit codes."""


def print_findings(
    findings: Iterable[Finding],
    language: InterfaceLanguage,
    *,
    as_json: bool = False,
    waived: str | None = None,
) -> None:
    """Print each finding with its place and remedy (or why it is waived) on standard error.

    ``as_json`` prints one document with all of them on standard output instead.
    """
    if as_json:
        print_json({"findings": tuple(findings)})
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
        if waived is None:
            after = say("what_to_do", language, remedy=finding.remedy[language])
        else:
            after = say("waived_because", language, reason=waived)
        print(f"    {after}", file=sys.stderr)


def print_json(document: object) -> None:
    """Print one JSON document on standard output; what JSON does not know becomes its text."""
    import msgspec

    encoded = msgspec.json.encode(document, enc_hook=str)
    print(msgspec.json.format(encoded, indent=2).decode())


class ProgressBar:
    """A bar on standard error, where that is a terminal; called with a fraction from 0 to 1."""

    def __init__(self, title: str) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            TextColumn("{task.percentage:>3.0f} %"),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            disable=not sys.stderr.isatty(),
        )
        self._task = self._bar.add_task(title, total=1.0)

    def __enter__(self) -> ProgressBar:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, fraction: float) -> None:
        self._bar.update(self._task, completed=fraction)
