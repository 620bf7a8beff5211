"""The sample film in WebKitGTK, to each ending, from ``file://``, where it is installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
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


def press(driver: WebDriver, selector: str) -> None:
    """Click the element once it can be clicked, playing on through content notes."""

    def clicked(_: WebDriver) -> bool:
        for each in driver.find_elements(By.CSS_SELECTOR, "#scene-note .main"):
            if each.is_displayed():
                each.click()
                return False
        found = driver.find_elements(By.CSS_SELECTOR, selector)
        if not found or not found[0].is_displayed():
            return False
        found[0].click()
        return True

    WebDriverWait(driver, 60, 0.2).until(clicked, f"{selector} cannot be clicked")


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_ending_in_webkit(webkit: WebDriver, folder: Path, ending: str) -> None:
    webkit.get(f"{walker.file_address(folder)}index.html#speed={FASTEST}")
    press(webkit, "#start")
    for step in shortest(ending):
        if isinstance(step, walker.Choose):
            press(webkit, f'.choice[data-choice="{step.choice}"]:not([aria-disabled])')
        else:
            press(webkit, f"#{step}")
    WebDriverWait(webkit, 60, 0.2).until(
        lambda driver: driver.find_elements(By.ID, "debrief"), "no debrief"
    )
    state = webkit.execute_script(
        "return [document.documentElement.dataset.phase, document.documentElement.dataset.scene]"
    )
    assert state == ["ended", ending]
