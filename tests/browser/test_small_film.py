"""The player in Chromium on a film written by hand: every ending, both hands, both addresses."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import small_film, walker
from tests.browser.walker import PROCEED, RETRY, TIMEOUT, Choose

WON = [Choose("wave-on"), RETRY, Choose("ask-alone"), PROCEED, Choose("bag")]
LOST = [Choose("wave-on"), PROCEED]
LATE = [Choose("ask-alone"), PROCEED, TIMEOUT]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film's folder; the name has a space and letters beyond ASCII, as people's have."""
    return small_film.build(tmp_path_factory.mktemp("films") / "film próbny")


@pytest.mark.parametrize(("hand", "language"), [("mouse", "pl"), ("keyboard", "en")])
@pytest.mark.parametrize("steps", [WON, LOST], ids=["won", "lost"])
def test_ending_is_reached_from_a_file(
    browser: Browser, folder: Path, hand: walker.Hand, language: str, steps: list[walker.Step]
) -> None:
    watch = walker.walk(browser, walker.file_address(folder), language, steps, hand=hand)
    assert watch.problems == []


def test_ending_is_reached_over_http_on_a_telephone(browser: Browser, folder: Path) -> None:
    with walker.served(folder) as home:
        watch = walker.walk(browser, home, "en", WON, width=390, height=844)
    assert watch.problems == []
    assert watch.played


def test_clip_that_is_no_video_becomes_a_card_and_the_film_goes_on(
    page: Page, folder: Path
) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=1")
    walker.begin(page, "en", "mouse")
    walker.take(page, Choose("ask-alone"), "mouse")
    walker.take(page, PROCEED, "mouse")
    walker.take(page, TIMEOUT, "mouse")
    problem = page.wait_for_selector(".card .problem")
    assert problem is not None
    assert "could not be played" in (problem.text_content() or "")
    page.wait_for_selector('#debrief[data-outcome="partial"]')
    assert "No answer in time" in (page.text_content("#debrief") or "")


def test_unavailable_choice_says_why_and_cannot_be_taken(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=8")
    walker.begin(page, "pl", "mouse")
    locked = page.wait_for_selector('[data-choice="call"]')
    assert locked is not None
    assert "Jeszcze nie wiesz" in (locked.text_content() or "")
    locked.click(force=True)
    page.keyboard.press("3")
    assert page.get_attribute("html", "data-phase") == "deciding"


def test_pause_stops_the_picture_and_the_time_limit(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=4")
    walker.begin(page, "en", "mouse")
    walker.take(page, Choose("ask-alone"), "mouse")
    walker.take(page, PROCEED, "mouse")
    page.wait_for_selector(".timer")
    page.keyboard.press("Space")
    left = page.text_content(".time-left")
    at = page.evaluate("document.querySelector('video.front').currentTime")
    page.wait_for_timeout(1500)
    assert page.text_content(".time-left") == left
    assert page.evaluate("document.querySelector('video.front').currentTime") == at
    assert page.get_attribute("html", "data-phase") == "deciding"


def test_time_limit_can_be_extended_and_then_taken_away(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=8")
    walker.begin(page, "en", "mouse")
    walker.take(page, Choose("ask-alone"), "mouse")
    walker.take(page, PROCEED, "mouse")
    page.click(".more-time")
    assert int("".join(filter(str.isdigit, page.text_content(".time-left") or ""))) > 4
    page.click(".more-time")
    page.wait_for_timeout(4500)
    assert page.get_attribute("html", "data-phase") == "deciding"


def test_captions_follow_the_clip_and_can_be_switched_off(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html")
    walker.begin(page, "en", "mouse")
    page.wait_for_selector(".captions span:has-text('Your documents, please.')")
    page.keyboard.press("c")
    page.wait_for_selector(".captions span", state="detached")


def test_debrief_tells_decisions_reasons_indicators_and_starts_again(
    page: Page, folder: Path
) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=1")
    walker.begin(page, "en", "mouse")
    for step in WON:
        walker.take(page, step, "mouse")
    page.wait_for_selector("#debrief")
    said = page.inner_text("#debrief")
    for words in ("Noticed in time", "Tried again afterwards", "does not speak freely"):
        assert words in said
    assert page.inner_text("li.noticed h3") == "Documents held by someone else"
    assert page.inner_text("li.missed h3") == "Someone answers for her"
    assert "Points: 2 of 5 (needed: 2, reached)" in said
    page.click("#restart")
    page.wait_for_selector("html[data-scene=arrival]")
    page.wait_for_selector(".control.skip:visible")
    page.keyboard.press("s")
    page.wait_for_selector("html[data-scene=talk]")


def test_language_changes_in_the_middle(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=8")
    walker.begin(page, "pl", "mouse")
    page.wait_for_selector(".choices")
    page.select_option(".controls .language", "en")
    assert "What do you do?" in page.inner_text(".choices")
    assert page.get_attribute("html", "lang") == "en"


def test_injected_script_and_remote_pictures_are_refused(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html")
    page.wait_for_selector("#start")
    blocked = page.evaluate(
        """() => new Promise(resolve => {
            const seen = new Set();
            document.addEventListener('securitypolicyviolation', event => {
                seen.add(event.effectiveDirective);
                if (seen.size === 2) resolve([...seen].sort());
            });
            const script = document.createElement('script');
            script.textContent = 'window.injected = true';
            document.body.append(script);
            const image = new Image();
            image.src = 'http://127.0.0.1:9/x.png';
        })"""
    )
    assert blocked == ["img-src", "script-src-elem"]
    assert page.evaluate("window.injected") is None


def test_an_author_begins_at_any_scene_in_any_language(page: Page, folder: Path) -> None:
    address = walker.file_address(folder)
    page.goto(f"{address}index.html#lang=pl&scene=talk")
    page.click("#start")
    page.wait_for_selector("html[data-scene=talk]")
    assert page.evaluate("document.documentElement.lang") == "pl"
    page.goto("about:blank")
    page.goto(f"{address}index.html#lang=xx&scene=nowhere")
    page.click("#start")
    page.wait_for_selector("html[data-phase=playing]")
    assert page.evaluate("document.documentElement.dataset.scene") != "nowhere"
