"""Every screen of the sample film, one after another: for looking and for checkers."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser import walker
from tests.browser.walker import PROCEED, Choose

BEFORE_NOTE: list[walker.Step] = [Choose("go_on"), Choose("separate"), PROCEED]
TO_THE_END: list[walker.Step] = [PROCEED, Choose("more_time"), PROCEED, Choose("offer_help")]


def screens(page: Page, home: str, language: str) -> Iterator[str]:
    """Go through the screens; each name is given while its screen is shown."""
    page.goto(f"{home}index.html#speed=16")
    page.wait_for_selector("#start")
    if page.locator("html").get_attribute("lang") != language:
        page.select_option(".start-screen .language", language)
    page.click(".more summary")
    yield "start"
    page.click("#start")
    page.wait_for_selector("html[data-phase=deciding][data-scene=driver]")
    page.click(".more-time")
    yield "decision"
    page.keyboard.press("h")
    page.wait_for_selector("#resources")
    yield "resources"
    page.keyboard.press("Escape")
    page.click(".save-open")
    page.wait_for_selector("#save")
    yield "save"
    page.keyboard.press("Escape")
    page.click(".again")
    page.wait_for_selector("#restart-question")
    yield "restart"
    page.keyboard.press("Escape")
    walker.take(page, Choose("accuse"), "mouse")
    page.wait_for_selector("#feedback")
    yield "feedback"
    page.click("#proceed")
    page.wait_for_selector("html[data-phase=deciding][data-scene=inside]")
    yield "hotspots"
    for step in BEFORE_NOTE:
        walker.take(page, step, "mouse")
    walker.take(page, Choose("safety"), "mouse")
    page.click("#proceed")
    page.wait_for_selector("#scene-note")
    yield "note"
    page.click("#scene-note .panel-buttons button >> nth=1")
    page.wait_for_selector(".card-words")
    yield "card"
    walker.take(page, Choose("testify_now"), "mouse")
    page.click("#proceed")
    page.wait_for_selector("#debrief")
    yield "debrief"
    page.reload()
    page.wait_for_selector("#start")
    page.click("#start")
    page.wait_for_selector("html[data-phase=deciding]")
    page.click(".save-open")
    page.click("#leave")
    page.wait_for_selector(".resume")
    yield "unfinished"
    page.goto("about:blank")
    page.goto(f"{home}index.html#speed=16&room")
    page.wait_for_selector(".room .start-screen .eyebrow")
    page.click("#start")
    page.wait_for_selector("html[data-phase=deciding][data-scene=driver]")
    for digit in "122":
        page.keyboard.press(digit)
    yield "room"
    page.click("#jump")
    page.wait_for_selector("#room-map")
    yield "room-map"
    page.click('#room-map .node[data-scene="ending_success"]')
    page.wait_for_selector("#debrief")
    yield "room-debrief"
    page.click("#end-session")
    page.wait_for_selector("#session")
    yield "room-summary"
