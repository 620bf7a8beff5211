"""One page in any of the three engines, driven by the same few verbs.

Chromium by Playwright, Firefox ESR by puppeteer-core (WebDriver BiDi) in a Node process,
WebKitGTK's MiniBrowser by its own driver under a virtual screen.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, Protocol

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import Page, sync_playwright

from tests.browser import walker

Engine = Literal["chromium", "firefox", "webkit"]
ENGINES: tuple[Engine, ...] = ("chromium", "firefox", "webkit")
FIREFOX = shutil.which("firefox-esr")
WEBKIT_DRIVER = shutil.which("WebKitWebDriver")
WEBKITS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))
BRIDGE = Path(__file__).with_name("firefox_bridge.mjs")


def missing(engine: Engine) -> str | None:
    """Why the engine cannot be used on this machine, or None."""
    if engine == "firefox" and not FIREFOX:
        return "Firefox ESR is not installed"
    if engine == "webkit" and not (WEBKIT_DRIVER and WEBKITS and shutil.which("Xvfb")):
        return "WebKitGTK is not installed"
    return None


class EnginePage(Protocol):
    """What a test may ask of a page. ``evaluate`` takes an expression, promises are awaited."""

    def goto(self, address: str) -> None: ...
    def click(self, selector: str) -> None: ...
    def press(self, key: str) -> None: ...
    def evaluate(self, expression: str) -> Any: ...
    def screenshot(self, path: Path) -> None: ...


def wait_for(page: EnginePage, expression: str, seconds: float = 60) -> Any:
    """The expression's value once it is true. Raises :class:`TimeoutError`."""
    until = time.monotonic() + seconds
    while not (value := page.evaluate(expression)):
        if time.monotonic() > until:
            raise TimeoutError(f"never true: {expression}")
        time.sleep(0.1)
    return value


@contextlib.contextmanager
def open_page(
    engine: Engine, home: Path, width: int = 1280, height: int = 720
) -> Iterator[EnginePage]:
    """A fresh page in a fresh profile; ``home`` is an empty folder for the browser's own files."""
    opener = {"chromium": _chromium, "firefox": _firefox, "webkit": _webkit}[engine]
    with opener(home, width, height) as page:
        yield page


class ChromiumPage:
    """A page of Playwright's with these verbs."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def goto(self, address: str) -> None:
        self.page.goto(address)

    def click(self, selector: str) -> None:
        self.page.click(selector)

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def evaluate(self, expression: str) -> Any:
        try:
            return self.page.evaluate(expression)
        except PlaywrightError as error:
            if "context was destroyed" not in str(error):
                raise
            # The page was being left: the one that it was left for answers.
            self.page.wait_for_load_state()
            return self.page.evaluate(expression)

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path)


@contextlib.contextmanager
def _chromium(home: Path, width: int, height: int) -> Iterator[EnginePage]:
    with sync_playwright() as playwright, walker.chromium(playwright) as browser:
        page = browser.new_page(viewport={"width": width, "height": height})
        page.set_default_timeout(walker.WAIT)
        yield ChromiumPage(page)


class _Firefox:
    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def _ask(self, act: str, what: Any) -> Any:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"do": act, "what": what}) + "\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        if "error" in reply:
            raise RuntimeError(reply["error"])
        return reply["value"]

    def goto(self, address: str) -> None:
        self._ask("goto", address)

    def click(self, selector: str) -> None:
        self._ask("click", selector)

    def press(self, key: str) -> None:
        self._ask("press", key)

    def evaluate(self, expression: str) -> Any:
        return self._ask("evaluate", expression)

    def screenshot(self, path: Path) -> None:
        self._ask("screenshot", str(path))

    def size(self, width: int, height: int) -> None:
        self._ask("size", [width, height])


@contextlib.contextmanager
def _firefox(home: Path, width: int, height: int) -> Iterator[EnginePage]:
    assert FIREFOX
    # Firefox refuses a home that belongs to somebody else.
    process = subprocess.Popen(
        ["node", str(BRIDGE), FIREFOX],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"HOME": str(home)},
    )
    page = _Firefox(process)
    try:
        page.size(width, height)
        yield page
    finally:
        assert process.stdin
        process.stdin.close()
        process.wait(timeout=30)


class _WebKit:
    def __init__(self, driver: Any) -> None:
        self.driver = driver

    def goto(self, address: str) -> None:
        self.driver.get(address)

    def click(self, selector: str) -> None:
        from selenium.common.exceptions import ElementNotInteractableException
        from selenium.webdriver.common.by import By

        for _ in range(300):
            found = self.driver.find_elements(By.CSS_SELECTOR, selector)
            if found and found[0].is_displayed():
                # What is still rising into its place cannot be clicked yet.
                with contextlib.suppress(ElementNotInteractableException):
                    found[0].click()
                    return
            time.sleep(0.1)
        raise TimeoutError(f"{selector} cannot be clicked")

    def press(self, key: str) -> None:
        from selenium.webdriver.common.action_chains import ActionChains
        from selenium.webdriver.common.keys import Keys

        named = {"Space": " ", "Enter": Keys.ENTER, "Escape": Keys.ESCAPE, "Tab": Keys.TAB}
        ActionChains(self.driver).send_keys(named.get(key, key)).perform()

    def evaluate(self, expression: str) -> Any:
        return self.driver.execute_async_script(
            f"const done = arguments[0]; Promise.resolve({expression}).then(done)"
        )

    def screenshot(self, path: Path) -> None:
        self.driver.save_screenshot(str(path))


@contextlib.contextmanager
def _webkit(home: Path, width: int, height: int) -> Iterator[EnginePage]:
    from selenium import webdriver
    from selenium.webdriver.webkitgtk.options import Options
    from selenium.webdriver.webkitgtk.service import Service

    size = f"{width}x{height}x24"
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]
    screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        assert screen.stdout is not None
        display = f":{screen.stdout.readline().strip()}"
        options = Options()
        options.binary_location = str(WEBKITS[-1])
        options.add_argument("--automation")
        environment = os.environ | {"DISPLAY": display, "HOME": str(home)}
        service = Service(WEBKIT_DRIVER, env=environment)
        driver = webdriver.WebKitGTK(options=options, service=service)
        try:
            driver.set_script_timeout(60)
            yield _WebKit(driver)
        finally:
            driver.quit()
    finally:
        screen.terminate()
        screen.wait(timeout=10)
