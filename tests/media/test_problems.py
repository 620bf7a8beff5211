from __future__ import annotations

import errno
from pathlib import Path

import pytest

from studio.media.problems import KINDS, from_os_error
from studio.story.finding import FindingKind, Place

PAGES = Path(__file__).parents[2] / "docs" / "findings"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_each_kind_has_a_page_with_its_messages(kind: FindingKind) -> None:
    page = (PAGES / f"{kind.code}-{kind.name}.md").read_text(encoding="utf-8")
    for text in (*kind.message.values(), *kind.remedy.values()):
        assert text in page


def test_codes_are_unique() -> None:
    assert len({kind.code for kind in KINDS}) == len(KINDS)


def test_a_full_disk_is_named() -> None:
    error = from_os_error(OSError(errno.ENOSPC, "x"), Place(scene="s1"), "a.mp4")
    assert error.findings[0].code == "MD007"
