"""One-click fixes, for every kind of finding that has a safe one."""

from __future__ import annotations

from collections.abc import Mapping

from studio.checks.fixes import (
    access,
    footage,
    pedagogy,
    play,
    references,
    rules,
    structure,
    waivers,
)
from studio.checks.fixes.fix import Fix
from studio.story.finding import Finding
from studio.story.model import Story

FIXES: tuple[Fix, ...] = (
    *structure.FIXES,
    *references.FIXES,
    *rules.FIXES,
    *pedagogy.FIXES,
    *play.FIXES,
    *access.FIXES,
    *footage.FIXES,
    *waivers.FIXES,
)

_BY_CODE: Mapping[str, tuple[Fix, ...]] = {
    fix.code: tuple(each for each in FIXES if each.code == fix.code) for fix in FIXES
}


def fixes_for(finding: Finding, story: Story | None = None) -> tuple[Fix, ...]:
    """The fixes for a finding of this kind; with the story, those that change something in it."""
    fixes = _BY_CODE.get(finding.code, ())
    if story is None:
        return fixes
    return tuple(fix for fix in fixes if fix.apply(story, finding) is not story)


def fix_for(finding: Finding, story: Story | None = None) -> Fix | None:
    """The first of :func:`fixes_for`, or None where only the author can decide."""
    return next(iter(fixes_for(finding, story)), None)


__all__ = ["FIXES", "Fix", "fix_for", "fixes_for"]
