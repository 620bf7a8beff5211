"""The sample film in WebKitGTK, to each ending, from ``file://``, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.select import Select
from selenium.webdriver.support.ui import WebDriverWait
from selenium.webdriver.webkitgtk.options import Options
from selenium.webdriver.webkitgtk.service import Service

from tests.browser import walker
from tests.browser.test_sample_film import ENDINGS, FASTEST, folder, shortest

DRIVER = shutil.which("WebKitWebDriver")
BROWSERS = sorted(Path("/usr/lib").glob("*/webkit2gtk-4*/MiniBrowser"))

pytestmark = pytest.mark.skipif(
    not (DRIVER and BROWSERS and shutil.which("Xvfb")), reason="WebKitGTK is not installed"
)
__all__ = ["folder"]


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A virtual screen of our own."""
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert screen.stdout is not None
    yield f":{screen.stdout.readline().strip()}"
    screen.terminate()
    screen.wait(timeout=10)


@pytest.fixture
def webkit(display: str, tmp_path: Path) -> Iterator[WebDriver]:
    """A fresh MiniBrowser under WebDriver."""
    options = Options()
    options.binary_location = str(BROWSERS[-1])
    options.add_argument("--automation")
    environment = os.environ | {"DISPLAY": display, "HOME": str(tmp_path)}
    driver = webdriver.WebKitGTK(options=options, service=Service(DRIVER, env=environment))
    yield driver
    driver.quit()


def act(driver: WebDriver, element: WebElement, hand: walker.Hand) -> None:
    """Click it, or press its digit, or Tab to it and press Enter."""
    if hand == "mouse":
        element.click()
        return
    digits = element.find_elements(By.TAG_NAME, "kbd")
    if digits:
        ActionChains(driver).send_keys(digits[0].get_attribute("textContent")).perform()
        return
    for _ in range(40):
        if driver.switch_to.active_element == element:
            ActionChains(driver).send_keys(Keys.ENTER).perform()
            return
        ActionChains(driver).send_keys(Keys.TAB).perform()
    raise AssertionError("Tab does not reach the element")


def press(driver: WebDriver, selector: str, hand: walker.Hand) -> None:
    """Use the element once it is there, playing on through content notes."""

    def clicked(_: WebDriver) -> bool:
        for each in driver.find_elements(By.CSS_SELECTOR, "#scene-note .main"):
            if each.is_displayed():
                act(driver, each, hand)
                return False
        found = driver.find_elements(By.CSS_SELECTOR, selector)
        if not found or not found[0].is_displayed():
            return False
        act(driver, found[0], hand)
        return True

    WebDriverWait(driver, 60, 0.2).until(clicked, f"{selector} cannot be clicked")


@pytest.mark.parametrize(("language", "hand"), [("pl", "mouse"), ("en", "keyboard")])
@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_in_webkit(
    webkit: WebDriver, folder: Path, ending: str, language: str, hand: walker.Hand
) -> None:
    webkit.get(f"{walker.file_address(folder)}index.html#speed={FASTEST}")
    chooser = webkit.find_element(By.CSS_SELECTOR, ".start-screen .language")
    Select(chooser).select_by_value(language)
    press(webkit, "#start", hand)
    for step in shortest(ending):
        if isinstance(step, walker.Choose):
            press(webkit, f'.choice[data-choice="{step.choice}"]:not([aria-disabled])', hand)
        else:
            press(webkit, f"#{step}", hand)
    WebDriverWait(webkit, 60, 0.2).until(
        lambda driver: driver.find_elements(By.ID, "debrief"), "no debrief"
    )
    state = webkit.execute_script(
        "const it = document.documentElement; return [it.dataset.phase, it.dataset.scene, it.lang]"
    )
    assert state == ["ended", ending, language]
