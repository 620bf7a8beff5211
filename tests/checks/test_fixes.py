"""A fix takes its finding away, adds no error, and never fails on a story that went on."""

from __future__ import annotations

import pytest

from studio.checks import run_checks
from studio.checks.fixes import FIXES, fix_for, fixes_for
from studio.checks.registry import KINDS
from studio.story.finding import Finding
from tests.checks.few_states import few_states
from tests.checks.test_pages import Example, examples
from tests.small_stories import small_story

RANK = ("error", "warning", "notice")


def errors(findings: list[Finding]) -> set[tuple[str, str | None]]:
    return {(each.code, each.place.scene) for each in findings if each.severity == "error"}


def alike(finding: Finding, findings: list[Finding]) -> int:
    """How many findings of that kind the scene has; taking a list item out moves the next one."""
    return sum(
        (each.code, each.place.scene) == (finding.code, finding.place.scene) for each in findings
    )


def apply_all(example: Example) -> set[str]:
    """The codes whose fixes were applied to the story; each application is judged."""
    story = example.story
    before = list(run_checks(story, clips=example.clips, cues=example.cues))
    applied: set[str] = set()
    for finding in before:
        for fix in fixes_for(finding, story):
            mended = fix.apply(story, finding)
            after = list(run_checks(mended, clips=example.clips, cues=example.cues))
            assert alike(finding, after) < alike(finding, before), finding
            worst = RANK.index(finding.severity)
            new = [each for each in after if not alike(each, before)]
            if finding.code.startswith(("ST0", "SR0", "TM0")):
                assert not [each for each in new if RANK.index(each.severity) < worst], finding
            # Without a start nothing is known of what play comes to, without an ending nothing of
            # points; what a story that is mended there shows is not the fix's doing.
            if finding.code not in ("SC001", "SC002"):
                more = errors(after) - errors(before)
                assert finding.code in ("SC009", "ST001", "PE004") or not more, finding
                assert {code for code, _ in more} <= {"SR001", "SC007", "SC018", "SC019"}, finding
            applied.add(finding.code)
    return applied


@pytest.mark.parametrize("part", range(2))
def test_a_fix_removes_its_finding_and_adds_none_that_is_worse(part: int) -> None:
    applied: set[str] = set()
    with few_states(500):
        for seed in range(part, 300, 2):
            try:
                applied |= apply_all(Example(small_story(seed)))
            except AssertionError as error:
                raise AssertionError(f"seed {seed}") from error
    assert {"ST006", "ST007", "ST009", "SR001", "SC009", "TM001"} <= applied


def test_every_kind_with_a_fix_is_fixed_in_the_example_of_its_page() -> None:
    fixable = {fix.code for fix in FIXES}
    for kind in KINDS:
        if kind.code in fixable:
            assert kind.code in apply_all(examples(kind)[0]), kind.code


def test_a_fix_on_another_story_does_not_fail() -> None:
    with few_states(300):
        for seed in range(150):
            after = small_story(1_000 + seed)
            for finding in run_checks(small_story(seed)):
                for fix in fixes_for(finding):
                    fix.apply(after, finding)


@pytest.mark.parametrize("each", FIXES, ids=lambda fix: fix.code)
def test_labels_are_in_both_languages_and_differ(each: object) -> None:
    label = each.label  # type: ignore[attr-defined]
    assert set(label) == {"pl", "en"}
    assert label["pl"] != label["en"]


def test_what_only_the_author_can_decide_has_no_fix() -> None:
    for kind in KINDS:
        if kind.code in ("TX001", "TX002", "SC005", "SC006"):
            (finding, *_) = [
                each for each in run_checks(examples(kind)[0].story) if each.code == kind.code
            ]
            assert fix_for(finding) is None
