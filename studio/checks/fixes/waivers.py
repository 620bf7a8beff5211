"""Fixes of waivers that have no effect."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import found
from studio.story.finding import Finding, InterfaceLanguage
from studio.story.model import Story

_LABEL: Mapping[InterfaceLanguage, str] = {"pl": "Usuń pominięcie", "en": "Remove the waiver"}


def _remove(story: Story, finding: Finding) -> Story:
    waiver = found(story, finding)
    left = tuple(each for each in story.waivers if each is not waiver)
    return replace(story, waivers=left)


FIXES = (Fix("WV001", _LABEL, _remove), Fix("WV002", _LABEL, _remove))
