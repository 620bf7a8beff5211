"""Can the pass mark be reached, and can it be missed?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.numbers.scoring import Mark, marks_of
from studio.story.finding import Finding, FindingKind, Place

OUT_OF_REACH = FindingKind(
    code="SR001",
    name="pass-mark-out-of-reach",
    severity="error",
    message={
        "pl": "Progu {mark} ({of}) nikt nie osiągnie: najwyższy możliwy wynik to {most}.",
        "en": "Nobody can reach the mark {mark} ({of}): the best possible result is {most}.",
    },
    remedy={
        "pl": "Obniż próg albo dodaj punkty za właściwe wybory.",
        "en": "Lower the mark, or give points for the right choices.",
    },
)
NEVER_MISSED = FindingKind(
    code="SR002",
    name="pass-mark-never-missed",
    severity="warning",
    message={
        "pl": "Próg {mark} ({of}) osiąga każdy: najniższy możliwy wynik to {fewest}.",
        "en": "Everybody reaches the mark {mark} ({of}): the worst possible result is {fewest}.",
    },
    remedy={
        "pl": "Podnieś próg albo odejmij punkty za błędne wybory.",
        "en": "Raise the mark, or take points away for wrong choices.",
    },
)
KINDS = (OUT_OF_REACH, NEVER_MISSED)


def check(context: Context) -> Iterator[Finding]:
    """Each pass mark lies within what playthroughs can bring."""
    if not context.exploration.exact or not marks_of(context.story):
        return
    scoring = context.scoring
    if not scoring.endings:
        return
    for mark in scoring.marks:
        values = {"mark": f"{mark.mark:g}", "of": mark.competence or "Σ"}
        if not mark.attainable:
            proof = mark.range.most_proof
            most = f"{mark.range.most:g}"
            yield OUT_OF_REACH.at(mark_place(context, mark), proof, most=most, **values)
        elif not mark.failable:
            proof = mark.range.fewest_proof
            fewest = f"{mark.range.fewest:g}"
            yield NEVER_MISSED.at(mark_place(context, mark), proof, fewest=fewest, **values)


def mark_place(context: Context, mark: Mark) -> Place:
    """Where the mark is written."""
    if mark.competence is None:
        return Place(path="$.settings.pass_mark")
    ids = [each.id for each in context.story.competences]
    path = f"$.competences[{ids.index(mark.competence)}].pass_mark"
    return Place(item=mark.competence, path=path)
