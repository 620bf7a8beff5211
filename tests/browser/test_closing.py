"""Closing the page asks where the browser keeps nothing and something would be lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser import small_film, walker
from tests.browser.walker import PROCEED, Choose

FORGETFUL = "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film's folder."""
    return small_film.build(tmp_path_factory.mktemp("films") / "film")


@pytest.fixture
def forgetful(browser: Browser) -> Iterator[Page]:
    """A page in a browser that keeps nothing."""
    context = browser.new_context()
    context.add_init_script(FORGETFUL)
    page = context.new_page()
    page.set_default_timeout(walker.WAIT)
    yield page
    context.close()


def begin(page: Page, folder: Path) -> list[str]:
    """Play to the second decision. Returns the questions asked from now on; each is answered no."""
    page.goto(walker.file_address(folder) + "index.html#speed=8")
    walker.begin(page, "en", "mouse")
    walker.take(page, Choose("ask-alone"), "mouse")
    walker.take(page, PROCEED, "mouse")
    page.wait_for_selector("html[data-scene=look]")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return asked


def close(page: Page) -> None:
    """As a person closes the tab."""
    page.close(run_before_unload=True)


def test_what_is_in_no_file_is_not_lost_by_a_slip(forgetful: Page, folder: Path) -> None:
    asked = begin(forgetful, folder)
    with forgetful.expect_event("dialog"):
        close(forgetful)
    assert asked == ["beforeunload"]
    forgetful.click(".save-open")
    with forgetful.expect_download():
        forgetful.click("#save-result")
    with forgetful.expect_event("close"):
        close(forgetful)
    assert asked == ["beforeunload"], "what was saved can go"


def test_the_quick_exit_never_asks(forgetful: Page, folder: Path) -> None:
    asked = begin(forgetful, folder)
    forgetful.keyboard.press("q")
    forgetful.wait_for_url("about:blank")
    assert asked == []


def test_nothing_is_asked_where_the_browser_keeps_the_attempt(page: Page, folder: Path) -> None:
    asked = begin(page, folder)
    with page.expect_event("close"):
        close(page)
    assert asked == []
