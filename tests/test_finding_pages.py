"""Every code that loader, media and exporters can report has a page that carries its words."""

import string
from pathlib import Path

import pytest

from exporters import film_outlook, film_portability, gate, report, staging
from studio.checks.registry import KINDS as CHECK_KINDS
from studio.desktop.canvas import incoming
from studio.media import problems
from studio.story import files, open_folder
from studio.story.finding import FindingKind

FINDINGS = Path(__file__).parents[1] / "docs" / "findings"
KINDS = (
    *files.KINDS,
    *open_folder.KINDS,
    gate.BLOCKED,
    report.NOT_WRITTEN,
    *film_portability.KINDS,
    film_outlook.FOREIGN_PLAYER,
    *(kind for kind in vars(staging).values() if isinstance(kind, FindingKind)),
    *(kind for kind in vars(incoming).values() if isinstance(kind, FindingKind)),
    *(kind for kind in vars(problems).values() if isinstance(kind, FindingKind)),
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.code)
def test_the_page_carries_the_words(kind):
    page = (FINDINGS / f"{kind.code}-{kind.name}.md").read_text(encoding="utf-8")
    for language in ("pl", "en"):
        assert kind.message[language] in page
        assert kind.remedy[language] in page


def test_codes_are_unique_and_every_page_belongs_to_one():
    codes = [kind.code for kind in (*KINDS, *CHECK_KINDS)]
    assert len(codes) == len(set(codes))
    assert {path.name.split("-")[0] for path in FINDINGS.glob("*.md")} == set(codes)


@pytest.mark.parametrize("kind", [*KINDS, *CHECK_KINDS], ids=lambda kind: kind.code)
def test_both_languages_fill_the_same_blanks(kind):
    def blanks(text):
        return {name for _, name, _, _ in string.Formatter().parse(text) if name}

    assert set(kind.message) == set(kind.remedy) == {"pl", "en"}
    assert blanks(kind.message["pl"]) == blanks(kind.message["en"])
    assert blanks(kind.remedy["pl"]) <= blanks(kind.message["en"]) | blanks(kind.remedy["en"])
