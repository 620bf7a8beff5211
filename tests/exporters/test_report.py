"""The story report: what it tells is true, both forms open, and whatever the story, it is made."""

from __future__ import annotations

import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from markupsafe import escape
from msgspec.structs import replace

from exporters.inspection import Inspection
from exporters.report import report_html, report_pdf, write_report
from exporters.report.facts import LISTED, clock, percent, points, story_report
from exporters.report.story_map import HEIGHT, WIDTH, arrange, map_svg
from exporters.report.words import WORDS
from studio.checks import run_checks
from studio.checks.explore import explore
from studio.checks.numbers.playthroughs import coverage
from studio.media.gather import Gathered
from studio.story.files import open_story
from studio.story.finding import InterfaceLanguage, StudioError
from studio.story.model import Choice, Decision, Ending, Scene, Story, Waiver, new_story
from tests.checks.few_states import few_states
from tests.random_stories import stories

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"
DAY = date(2026, 11, 24)


def inspected(story: Story) -> Inspection:
    return Inspection(run_checks(story), Gathered({}, {}))


@pytest.fixture(scope="module")
def sample() -> Story:
    return open_story(SAMPLE).story


def test_every_word_is_in_both_languages_and_used() -> None:
    folder = Path(__file__).parents[2] / "exporters" / "report"
    source = "".join(
        path.read_text("utf-8")
        for path in folder.iterdir()
        if path.name != "words.py" and path.is_file()
    )
    for key, texts in WORDS.items():
        assert set(texts) == {"pl", "en"}
        assert key in source or key.startswith("legend_"), key


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_page_needs_nothing_and_escapes_what_authors_write(sample: Story, language) -> None:
    evil = replace(
        sample,
        title={"pl": "<script>alert(1)</script>", "en": "<img src=x>"},
        waivers=(Waiver("PE002", "a <b>lesson</b>"),),
    )
    told = story_report(evil, inspected(evil), language, DAY)
    page = report_html(told, map_svg(evil, language)).decode()
    assert "<script" not in page
    assert "<img" not in page
    assert "a &lt;b&gt;lesson&lt;/b&gt;" in page
    assert not re.search(r'(src|href)="', page)
    assert WORDS["findings"][language] in page


@pytest.mark.parametrize("language", ["pl", "en"])
def test_the_playthroughs_are_those_of_paths_with_times_and_bound(
    sample: Story, language: InterfaceLanguage
) -> None:
    told = story_report(sample, inspected(sample), language, DAY)
    found = coverage(explore(sample), language)
    paths = told.paths
    assert len(paths.routes) == len(found.playthroughs) > 3
    assert {route.outcome for route in paths.routes} == {"success", "partial", "failure"}
    for route, each in zip(paths.routes, found.playthroughs, strict=True):
        assert route.about.startswith(f"{clock(each.seconds)},")
        assert route.about.endswith(f": {points(each.score, each.score)}")
    assert clock(found.seconds) in paths.about
    bound = {"pl": "mniej niż {} nie", "en": "fewer than {} cannot"}[language]
    assert bound.format(found.lower_bound) in paths.about
    page = report_html(told, map_svg(sample, language)).decode()
    assert page.count('class="route"') == len(paths.routes)
    assert str(escape(paths.about)) in page


def test_every_answer_of_the_story_is_new_in_one_playthrough(sample: Story) -> None:
    told = story_report(sample, inspected(sample), "en", DAY)
    new = [(s.scene, s.answer) for route in told.paths.routes for s in route.steps if s.new]
    assert len(new) == len(set(new))
    for scene in sample.scenes:
        if isinstance(scene.then, Decision):
            for choice in scene.then.choices:
                assert any(
                    where == scene.title["en"] and answer.startswith(choice.text["en"])
                    for where, answer in new
                ), choice.id


def test_endings_without_a_way_and_answers_without_an_ending_are_told() -> None:
    decision = Decision(
        (
            Choice("on", text={"en": "Go on"}, target="end"),
            Choice("in", text={"en": "Walk in"}, target="pit"),
        )
    )
    scenes = (
        Scene("a", {"en": "Door"}, then=decision),
        Scene("pit", {"en": "Pit"}),
        Scene("end", {"en": "Home"}, then=Ending()),
        Scene("far", {"en": "Elsewhere"}, then=Ending()),
    )
    story = replace(new_story("small", {"en": "Small"}, ("en",)), scenes=scenes, start="a")
    told = story_report(story, inspected(story), "en", DAY)
    assert told.paths.unreached == ("Elsewhere",)
    assert [(step.scene, step.answer) for step in told.paths.left_out] == [("Door", "Walk in")]
    page = report_html(told, map_svg(story, "en")).decode()
    assert "No way to these endings was found: Elsewhere." in page
    assert "Walk in" in page
    assert report_pdf(told, map_svg(story, "en")).startswith(b"%PDF-")


def test_the_pdf_opens_and_has_the_words(sample: Story, tmp_path: Path) -> None:
    out = tmp_path / "report.pdf"
    write_report(sample, inspected(sample), out, "pl", DAY)
    assert out.read_bytes().startswith(b"%PDF-")
    if shutil.which("pdftotext"):
        command = ["pdftotext", "-layout", str(out), "-"]
        text = subprocess.run(command, capture_output=True, check=True, text=True).stdout
        assert "Przebiegi do przejrzenia" in text
        assert "Kontrola na granicy" in text


@pytest.mark.parametrize("name", ["report.docx", "report", "absent/report.pdf"])
def test_what_cannot_be_written_is_told_and_leaves_nothing(
    sample: Story, tmp_path: Path, name: str
) -> None:
    with pytest.raises(StudioError) as raised:
        write_report(sample, inspected(sample), tmp_path / name, "en", DAY)
    assert raised.value.findings[0].code == "EX011"
    assert list(tmp_path.iterdir()) == []


@settings(deadline=None, max_examples=25)
@given(stories())
def test_every_story_has_a_report_and_a_map_without_overlap(story: Story) -> None:
    with few_states():
        told = story_report(story, inspected(story), "pl", DAY)
    report_html(told, map_svg(story, "pl"))
    corners = list(arrange(story).at.values())
    for index, (x, y) in enumerate(corners):
        for other_x, other_y in corners[index + 1 :]:
            assert abs(x - other_x) >= WIDTH or abs(y - other_y) >= HEIGHT


def test_an_empty_story_has_a_report_in_both_forms() -> None:
    story = new_story("empty", {"en": "Empty"}, ("en",))
    told = story_report(story, inspected(story), "en", DAY)
    assert b"Empty" in report_html(told, map_svg(story, "en"))
    assert report_pdf(told, map_svg(story, "en")).startswith(b"%PDF-")


def test_a_story_of_many_scenes_and_findings_is_set_on_pages() -> None:
    scenes = tuple(Scene(f"s{number}", {"en": f"Scene {number}"}) for number in range(120))
    story = replace(new_story("large", {"en": "Large"}, ("en",)), scenes=scenes, start="s0")
    inspection = inspected(story)
    told = story_report(story, inspection, "en", DAY)
    assert sum(group.count for group in told.findings) == len(inspection.findings)
    large = [group for group in told.findings if group.count > LISTED]
    assert large
    for group in large:
        assert len(group.told) == LISTED
        assert f"and {group.count - LISTED} more" in group.more
    assert all(len(group.told) == group.count for group in told.findings if not group.more)
    assert len(report_pdf(told, map_svg(story, "en"))) > 50_000
    page = report_html(told, map_svg(story, "en")).decode()
    assert page.count(f"<code>{large[0].code}</code>") == len(
        [group for group in told.findings if group.code == large[0].code]
    )


def test_the_scoring_table_tells_what_the_checks_know(sample: Story) -> None:
    told = story_report(sample, inspected(sample), "pl", DAY)
    assert {row.outcome for row in told.endings} == {"success", "partial", "failure"}
    chances = [float(row.at_random.removesuffix(" %").replace(",", ".")) for row in told.endings]
    assert sum(chances) == pytest.approx(100, abs=0.3)
    assert [row.mark for row in told.marks] == ["8", "3", "3", "2"]
    assert all(row.shortest != "–" for row in told.endings)


def test_points_and_chances_as_people_write_them() -> None:
    assert points(-3, 8) == "−3 … 8"
    assert points(2, 2) == "2"
    assert points(float("-inf"), 8) == "−∞ … 8"
    assert percent(0.1234, "pl") == "12,3 %"
    assert percent(0.1234, "en") == "12.3 %"
    assert percent(None, "en") == "–"


def test_times_are_said_as_on_a_clock() -> None:
    assert [clock(each) for each in (0, 65.4, 3725)] == ["0:00", "1:05", "1:02:05"]
