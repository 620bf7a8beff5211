"""All checks, in one explicit list, and the function that runs them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Literal

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
    waivers,
)
from studio.checks.access import caption_times, contrast, dubbing, hotspots, pictures, transcripts
from studio.checks.context import Context
from studio.checks.footage import (
    empty_footage,
    frame_rates,
    loudness,
    margins,
    marks,
    posters,
    shapes,
    unused,
)
from studio.checks.pace import answer_windows, rarely_seen
from studio.checks.pedagogy import (
    content_notes,
    debriefs,
    explanations,
    giveaways,
    single_choices,
    time_limits,
    ways_back,
)
from studio.checks.portability import addresses, clashes, names, sizes, stick_speed
from studio.checks.scores import exercised, lucky, pass_marks
from studio.checks.states import idle_variables, limits, never_entered, never_taken, soft_locks
from studio.checks.waivers import Waived
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import Finding, FindingKind, Severity
from studio.story.model import Story

Scope = Literal["scene", "disk", "graph", "files", "story"]
Need = Literal["folder", "clips", "cues"]


class Check(Struct, frozen=True):
    """One question: the function that answers it and the kinds of findings it can give.

    ``scope`` says what an answer depends on, so that :class:`~studio.checks.checker.Checker` need
    not ask everything again after an edit:

    scene
        Each scene, and what is not a scene, is asked by itself: what is found there depends on
        it and on what is not a scene, on no other scene.
    disk
        As ``scene``, and on which files are there.
    graph
        The whole story is asked, but none of its scenes' texts matters (see
        :func:`~studio.checks.checker.skeleton`).
    files
        The whole story is asked, and only the files that it names and those that are there matter.
    story
        Anything; asked again after every edit.

    Whatever is known of clips and captions may be used in any scope. ``needs`` is what must be
    known for the check to say anything at all.
    """

    run: Callable[[Context], Iterable[Finding]]
    kinds: tuple[FindingKind, ...]
    scope: Scope = "story"
    needs: Need | None = None


CHECKS: tuple[Check, ...] = (
    Check(start.check, start.KINDS, "graph"),
    Check(identifiers.check, identifiers.KINDS, "graph"),
    Check(reach.check, reach.KINDS, "graph"),
    Check(dead_ends.check, dead_ends.KINDS, "graph"),
    Check(never_entered.check, never_entered.KINDS, "graph"),
    Check(never_taken.check, never_taken.KINDS, "graph"),
    Check(soft_locks.check, soft_locks.KINDS, "graph"),
    Check(idle_variables.check, idle_variables.KINDS, "graph"),
    Check(limits.check, limits.KINDS, "graph"),
    Check(pass_marks.check, pass_marks.KINDS, "graph"),
    Check(lucky.check, lucky.KINDS, "graph"),
    Check(lucky.check_lengths, lucky.WORDED_KINDS),
    Check(exercised.check, exercised.KINDS, "graph"),
    Check(answer_windows.check, answer_windows.KINDS, "scene"),
    Check(rarely_seen.check, rarely_seen.KINDS, "graph"),
    Check(references.check, references.KINDS, "graph"),
    Check(rule_kinds.check, rule_kinds.KINDS, "scene"),
    Check(files.check, files.KINDS, "disk"),
    Check(texts.check, texts.KINDS, "scene"),
    Check(captions.check, captions.KINDS, "scene"),
    Check(explanations.check, explanations.KINDS, "scene"),
    Check(ways_back.check, ways_back.KINDS, "graph"),
    Check(debriefs.check, debriefs.KINDS, "scene"),
    Check(time_limits.check, time_limits.KINDS, "scene"),
    Check(giveaways.check, giveaways.KINDS),
    Check(single_choices.check, single_choices.KINDS, "scene"),
    Check(content_notes.check, content_notes.KINDS, "scene"),
    Check(caption_times.check, caption_times.KINDS, "scene", needs="cues"),
    Check(transcripts.check, transcripts.KINDS, "scene"),
    Check(dubbing.check, dubbing.KINDS, "scene"),
    Check(contrast.check, contrast.KINDS, "scene"),
    Check(hotspots.check, hotspots.KINDS, "scene"),
    Check(pictures.check, pictures.KINDS, "scene"),
    Check(marks.check, marks.KINDS, "scene", needs="clips"),
    Check(margins.check, margins.KINDS, "graph", needs="clips"),
    Check(loudness.check, loudness.KINDS, "graph", needs="clips"),
    Check(empty_footage.check, empty_footage.KINDS, "scene", needs="clips"),
    Check(shapes.check, shapes.KINDS, "scene", needs="clips"),
    Check(posters.check, posters.KINDS, "scene", needs="clips"),
    Check(frame_rates.check, frame_rates.KINDS, "scene", needs="clips"),
    Check(unused.check, unused.KINDS, "files", needs="folder"),
    Check(names.check, names.KINDS, "scene"),
    Check(clashes.check, clashes.KINDS, "files"),
    Check(sizes.check, sizes.KINDS, "files", needs="folder"),
    Check(stick_speed.check, stick_speed.KINDS, "scene", needs="clips"),
    Check(addresses.check, addresses.KINDS, "scene"),
)

KINDS: tuple[FindingKind, ...] = (
    *(kind for check in CHECKS for kind in check.kinds),
    *waivers.KINDS,
)

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


class Report(Struct, frozen=True):
    """What the checks found; ``waived`` are the findings that the author accepts."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...] = ()

    def __iter__(self) -> Iterator[Finding]:
        """The findings that are not waived."""
        return iter(self.findings)

    def count(self, severity: Severity) -> int:
        """How many findings of that severity are not waived."""
        return sum(finding.severity == severity for finding in self.findings)


def run_checks(
    story: Story,
    folder: Path | None = None,
    only: Collection[str] | None = None,
    clips: Mapping[str, ClipFacts] | None = None,
    cues: Mapping[str, Sequence[Cue]] | None = None,
) -> Report:
    """Ask every question of the story; with ``only``, those that give the codes named.

    ``folder`` is where the story's files stand, ``clips`` and ``cues`` what is known of the
    media and caption files, by their path relative to the folder. Of what is None nothing is
    said. Findings come by severity, code and place. Safe to call from any thread.
    """
    return report_on(Context(story, folder, clips, cues), only)


def report_on(
    context: Context, only: Collection[str] | None = None, extra: Iterable[Finding] = ()
) -> Report:
    """:func:`run_checks` of a context; ``extra`` are findings that others made about its files."""
    found = [*extra]
    for check in CHECKS:
        if only is None or any(kind.code in only for kind in check.kinds):
            found += check.run(context)
    return report(context, found, only)


def report(
    context: Context, found: Iterable[Finding], only: Collection[str] | None = None
) -> Report:
    """The findings in order, set apart by the story's waivers; waivers are checked too."""
    judged = frozenset(
        kind.code
        for check in CHECKS
        if check.needs is None or getattr(context, check.needs) is not None
        for kind in check.kinds
    )
    known = frozenset(kind.code for kind in KINDS)
    left, waived = waivers.divide(found, context.story.waivers)
    if only is None or any(kind.code in only for kind in waivers.KINDS):
        asked = judged if only is None else judged & frozenset(only)
        left += waivers.check(context, waived, asked, known)
    if only is not None:
        left = [finding for finding in left if finding.code in only]
        waived = [each for each in waived if each.finding.code in only]
    left.sort(key=_order)
    waived.sort(key=lambda each: _order(each.finding))
    return Report(tuple(left), tuple(waived))


def _order(finding: Finding) -> tuple[object, ...]:
    place = finding.place
    parts = (place.scene, place.choice, place.item, place.language, place.path)
    return (_SEVERITIES.index(finding.severity), finding.code, *(part or "" for part in parts))
