"""One shape for everything that we report: loader, checks, media and exporters.

A :class:`FindingKind` is declared once, beside the code that reports it; its page in
``docs/findings/`` carries the same message. :class:`StudioError` is the exception form.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from msgspec import Struct

Severity = Literal["error", "warning", "notice"]
InterfaceLanguage = Literal["pl", "en"]
INTERFACE_LANGUAGES: tuple[InterfaceLanguage, ...] = get_args(InterfaceLanguage)


class Place(Struct, frozen=True, omit_defaults=True, gc=False):
    """Where something is: in the story (scene, choice, …) or in a file.

    ``path`` is a JSON path such as ``$.scenes[3].clip``; ``line`` counts from 1.
    """

    scene: str | None = None
    choice: str | None = None
    item: str | None = None
    """Id of a variable, indicator, competence, resource or chapter."""
    language: str | None = None
    file: str | None = None
    path: str | None = None
    line: int | None = None


class ProofStep(Struct, frozen=True, omit_defaults=True, gc=False):
    """One action of the engine, see :mod:`studio.story.play`."""

    action: str
    choice: str | None = None


class FindingKind(Struct, frozen=True):
    """What a code means. Messages are ``str.format`` templates, one per interface language."""

    code: str
    name: str
    """The slug of the documentation page, e.g. ``unreachable-scene``."""
    severity: Severity
    message: Mapping[InterfaceLanguage, str]
    remedy: Mapping[InterfaceLanguage, str]

    def at(self, place: Place, proof: tuple[ProofStep, ...] = (), **values: object) -> Finding:
        """The finding of this kind at a place; ``values`` fill the templates."""
        return Finding(
            code=self.code,
            severity=self.severity,
            place=place,
            message={lang: text.format(**values) for lang, text in self.message.items()},
            remedy={lang: text.format(**values) for lang, text in self.remedy.items()},
            proof=proof,
        )

    def error(self, place: Place, **values: object) -> StudioError:
        """The exception that carries this finding."""
        return StudioError(self.at(place, (), **values))


class Finding(Struct, frozen=True, omit_defaults=True, gc=False):
    """One thing found: what (message), where (place), what to do (remedy)."""

    code: str
    severity: Severity
    place: Place
    message: Mapping[InterfaceLanguage, str]
    remedy: Mapping[InterfaceLanguage, str]
    proof: tuple[ProofStep, ...] = ()


class StudioError(Exception):
    """An operation was refused or failed; nothing was changed. Carries one finding or more."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("; ".join(finding.message["en"] for finding in findings))
        self.findings = findings
