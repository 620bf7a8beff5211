"""Every screen of the sample film, one after another: for looking and for checkers."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser import walker
from tests.browser.walker import PROCEED, Choose

SIGNS: list[walker.Step] = [
    step for sign in ("envelope", "phones", "list", "bags") for step in (Choose(sign), PROCEED)
]
BEFORE_NOTE: list[walker.Step] = [Choose("go_on"), Choose("separate"), PROCEED]
PANELS = {"o": "settings", "k": "chapters", "h": "resources", "z": "save"}
"""Keys and the panels that they open."""
NAMES = [
    "start", "decision", "settings", "chapters", "resources", "save", "restart", "transcript",
    "feedback", "hotspots", "note", "card", "debrief", "certificate", "unfinished", "room",
    "what-if", "room-map", "room-debrief", "room-summary", "room-start",
]  # fmt: skip
"""Every screen, in the order in which :func:`screens` shows them."""


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
    for key, panel in PANELS.items():
        page.keyboard.press(key)
        page.wait_for_selector(f"#{panel}")
        yield panel
        page.keyboard.press("Escape")
        page.wait_for_selector(f"#{panel}", state="detached")
    page.click(".again")
    page.wait_for_selector("#restart-question")
    yield "restart"
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.wait_for_selector(".transcript:visible")
    yield "transcript"
    page.keyboard.press("t")
    walker.take(page, Choose("accuse"), "mouse")
    page.wait_for_selector("#feedback")
    yield "feedback"
    page.click("#proceed")
    page.wait_for_selector("html[data-phase=deciding][data-scene=inside]")
    yield "hotspots"
    for step in [*SIGNS, *BEFORE_NOTE]:
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
    page.click("#debrief .term >> nth=0")
    yield "debrief"
    page.click('.decision[data-scene="her_story"] .another')
    walker.take(page, Choose("offer_help"), "mouse")
    walker.take(page, PROCEED, "mouse")
    page.click("#certificate-open")
    page.fill(".certificate-screen .name", "Żaneta Świątek")
    yield "certificate"
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
    page.click("#what-if-open")
    page.wait_for_selector("#what-if")
    yield "what-if"
    page.keyboard.press("Escape")
    page.click("#jump")
    page.wait_for_selector("#room-map")
    yield "room-map"
    page.click('#room-map .node[data-scene="ending_success"]')
    page.wait_for_selector("#debrief")
    yield "room-debrief"
    page.click("#end-session")
    page.wait_for_selector("#session")
    yield "room-summary"
    page.click("#new-session")
    page.wait_for_selector(".unfinished .resume")
    yield "room-start"
