"""The ways of playing in Firefox and WebKit as in Chromium: signs, time limits, files, a room."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from studio.results import decode_result
from tests.browser import engines, playing_film, small_film, walker
from tests.browser.engines import Engine, EnginePage, wait_for

EARS = """(() => {
  window.ticks = 0;
  const make = AudioContext.prototype.createOscillator;
  AudioContext.prototype.createOscillator = function () { ticks += 1; return make.call(this); };
  const address = URL.createObjectURL;
  URL.createObjectURL = blob => {
    blob.text().then(text => { window.savedText = text; });
    return address.call(URL, blob);
  };
})()"""
"""Counts what ticks, and catches the file where the browser would ask for a place."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film of numbered clips; its first scene has a question to talk about for a second."""
    film = playing_film.film()
    film["scenes"][0]["discussion"] = [
        {"question": small_film.text("Co widać?", "What is seen?"), "seconds": 1}
    ]
    film["scenes"][1]["then"]["time_limit"] = 7
    return playing_film.build(tmp_path_factory.mktemp("playing") / "film", film)


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_signs_time_limits_files_and_a_room(engine: Engine, folder: Path, tmp_path: Path) -> None:
    if reason := engines.missing(engine):
        pytest.skip(reason)
    with engines.open_page(engine, tmp_path) as page:
        notices(page, folder)
        half = saves(page, "z")
        resumes(page, folder, half)
        takes_time(page)
        answers(page)
        result = decode_result(saves(page).encode())
        knocks(page, folder)
        jumps(page)
    assert result.attempt.resumed == 1
    assert [each.id for each in result.indicators if each.noticed] == ["documents", "silence"]
    assert [(each.choice, each.extended) for each in result.choices[-1:]] == [("alone", True)]
    assert (result.time_limits.extended, result.time_limits.off) == (1, True)


def there(selector: str) -> str:
    """Whether something of that kind is seen."""
    return f"Boolean(document.querySelector({json.dumps(selector)})?.getClientRects().length)"


def begin(page: EnginePage, folder: Path, more: str = "") -> None:
    """The film's first screen, in English."""
    page.goto("about:blank")
    page.goto(f"{walker.file_address(folder)}index.html#lang=en{more}")
    wait_for(page, there("#start"))
    page.evaluate(EARS)


def notices(page: EnginePage, folder: Path) -> None:
    """A sign by its key, another by its place while it is there; the film goes on."""
    begin(page, folder)
    page.click("#start")
    wait_for(page, there('[data-choice="documents"]'))
    page.press("1")
    noticed = "document.querySelector('.message').textContent"
    wait_for(page, f"{noticed} === 'Noticed: The driver holds the documents'")
    page.click('.region[data-choice="silence"]')
    wait_for(page, f"{noticed}.startsWith('Noticed: Someone answers')")
    wait_for(page, there("html[data-scene=ask][data-phase=deciding]"))


def saves(page: EnginePage, key: str = "") -> str:
    """The result file's text."""
    if key:
        page.press(key)
    page.evaluate("window.savedText = ''")
    page.click("#save-result")
    return str(wait_for(page, "window.savedText"))


def resumes(page: EnginePage, folder: Path, text: str) -> None:
    """Goes on from the file in a browser that keeps nothing of it."""
    page.evaluate("localStorage.clear()")
    begin(page, folder)
    page.click(".more summary")
    page.evaluate(
        f"""(input => {{
          const files = new DataTransfer();
          files.items.add(new File([{json.dumps(text)}], 'result.json'));
          input.files = files.files;
          input.dispatchEvent(new Event('change'));
        }})(document.querySelector('#file'))"""
    )
    wait_for(page, there("html[data-scene=ask][data-phase=deciding]"))


def takes_time(page: EnginePage) -> None:
    """The last seconds tick; more time once, then no limit any more."""
    left = "Number(document.querySelector('.time-left').textContent.match(/\\d+/)[0])"
    wait_for(page, there(".timer.soon"))
    wait_for(page, "ticks > 0")
    assert page.evaluate(left) <= 5
    page.click(".timer .more-time")
    assert page.evaluate(left) > 7
    page.click(".timer .more-time")
    assert "no time limit" in wait_for(page, "document.querySelector('.timer').textContent").lower()
    assert page.evaluate("document.documentElement.dataset.phase") == "deciding"


def answers(page: EnginePage) -> None:
    """The feedback's clip, then its words."""
    page.click('.choice[data-choice="alone"]')
    wait_for(page, there('video.front[src="media/n5.mp4"]'))
    page.click("#proceed")
    wait_for(page, there("#debrief"))


def knocks(page: EnginePage, folder: Path) -> None:
    """Three when the time to talk is up, none where the sound is off."""
    begin(page, folder, "&room")
    wait_for(page, there(".room .start-screen .eyebrow"))
    page.click("#start")
    wait_for(page, there("html[data-phase=deciding]"))
    page.click(".question button")
    up = "document.querySelector('.talking .face')?.textContent === 'Time is up'"
    wait_for(page, up)
    wait_for(page, "ticks >= 3")
    page.press("1")
    assert page.evaluate(up), "a vote leaves it there"
    page.press("m")
    page.click(".question button")
    assert not page.evaluate(up)
    wait_for(page, up)
    page.evaluate("new Promise(done => setTimeout(() => done(1), 900))")
    assert page.evaluate("ticks") == 3


def jumps(page: EnginePage) -> None:
    """To a scene on the map; its answers get votes by keys."""
    page.click("#jump")
    wait_for(page, there("#room-map .node[data-scene=ask]"))
    page.evaluate(
        "document.querySelector('#room-map .node[data-scene=ask]')"
        ".dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))"
    )
    wait_for(page, there("html[data-scene=ask][data-phase=deciding]"))
    wait_for(page, there(".tally [data-votes]"))
    page.press("1")
    votes = "[...document.querySelectorAll('[data-votes]')].map(each => each.textContent).join()"
    assert page.evaluate(votes) == "1,0,0"
