"""Plays an exported film in a real browser the way a person does, and watches what it does.

A walk is a list of steps as the reference engine knows them: ``Choose(id)``, ``PROCEED``,
``RETRY``, ``TIMEOUT``. Console errors and requests that leave the folder fail the walk.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, ConsoleMessage, Page, Playwright, Request

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WAIT = 30_000
"""Milliseconds for a scene to come up on two loaded cores."""

Hand = Literal["mouse", "keyboard"]
PROCEED, RETRY, TIMEOUT = "proceed", "retry", "timeout"


@dataclass(frozen=True)
class Choose:
    """Take the choice of that id."""

    choice: str


Step = Choose | Literal["proceed", "retry", "timeout"]


@dataclass
class Watch:
    """What the page did that it should not."""

    home: str
    problems: list[str] = field(default_factory=list)
    played: list[str] = field(default_factory=list)

    def attach(self, page: Page) -> None:
        """Listen to the page from now on."""
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"page error: {error}"))
        page.on("request", self._request)
        page.on("requestfailed", self._failed)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(f"console {message.type}: {message.text}")

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.home, "data:", "blob:")):
            self.problems.append(f"request leaves the folder: {request.url}")
        if "/media/" in request.url:
            self.played.append(request.url)

    def _failed(self, request: Request) -> None:
        # A clip that is no longer wanted is dropped while it loads: that is no fault.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"request failed: {request.url} ({request.failure})")


@contextlib.contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Debian's Chromium, headless."""
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
    try:
        yield browser
    finally:
        browser.close()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder over http on this machine; gives its address, ending in a slash."""
    handler = functools.partial(_Quiet, directory=str(folder))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def file_address(folder: Path) -> str:
    """The folder as a ``file://`` address, ending in a slash."""
    return folder.resolve().as_uri() + "/"


def walk(
    browser: Browser,
    home: str,
    language: str,
    steps: Sequence[Step],
    *,
    hand: Hand = "mouse",
    speed: float = 8,
    width: int = 1280,
    height: int = 720,
) -> Watch:
    """Play from the start screen through all steps to the debrief.

    Returns what was watched; raises Playwright's errors when the film does not come that far.
    """
    context = browser.new_context(viewport={"width": width, "height": height})
    try:
        page = context.new_page()
        page.set_default_timeout(WAIT)
        watch = Watch(home)
        watch.attach(page)
        page.goto(f"{home}index.html#speed={speed}")
        begin(page, language, hand)
        for step in steps:
            take(page, step, hand)
        wait(page, "#debrief")
        return watch
    finally:
        context.close()


def begin(page: Page, language: str, hand: Hand) -> None:
    """Choose the language and start the film."""
    page.wait_for_selector("#start")
    if page.locator("html").get_attribute("lang") != language:
        page.select_option(".start-screen .language", language)
    press(page, "#start", hand)


def take(page: Page, step: Step, hand: Hand) -> None:
    """One step; waits until it can be taken."""
    if isinstance(step, Choose):
        wait(page, "html[data-phase=deciding]", hand)
        button = f'.choice[data-choice="{step.choice}"]:not([aria-disabled])'
        page.wait_for_selector(button)
        digit = page.locator(f"{button} kbd").text_content() if hand == "keyboard" else None
        if digit:
            page.keyboard.press(digit)
        else:
            press(page, button, hand)
    elif step == TIMEOUT:
        wait(page, "html[data-phase=deciding]", hand)
        page.wait_for_selector("html:not([data-phase=deciding])")
    else:
        press(page, f"#{step}", hand)


def wait(page: Page, selector: str, hand: Hand = "mouse") -> None:
    """Wait for the selector, playing on through content notes before hard scenes."""
    note = "#scene-note .main"
    while page.wait_for_selector(f"{selector}, {note}").evaluate("it => it.closest('#scene-note')"):
        press(page, note, hand)
        page.wait_for_selector("#scene-note", state="detached")


def press(page: Page, selector: str, hand: Hand) -> None:
    """Click, or Tab to the element and press Enter."""
    page.wait_for_selector(selector)
    if hand == "mouse":
        page.click(selector)
        return
    for _ in range(40):
        if page.evaluate("selector => document.activeElement?.matches(selector)", selector):
            page.keyboard.press("Enter")
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab does not reach {selector}")
