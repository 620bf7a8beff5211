"""What surrounds the picture, in Firefox and WebKit as in Chromium, from ``file://``.

Captions and their language, words explained, a content note and its summary, a feedback clip in
the debrief, a room that comes back after its window was closed, a save code of another browser,
the quick exit.
"""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.browser import engines, small_film, walker
from tests.browser.engines import Engine, EnginePage, wait_for


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small film with a note before its third scene."""
    folder = small_film.build(tmp_path_factory.mktemp("films") / "film")
    film = small_film.film()
    film["scenes"][2]["content_note"] = {
        "text": small_film.rich("Widać ślady przemocy.", "Traces of violence are seen."),
        "summary": small_film.rich("W busie leżą paszporty.", "Passports lie in the minibus."),
    }
    small_film.write_player(folder, film)
    return folder


@pytest.fixture(scope="module")
def code(folder: Path) -> str:
    """The save code of another browser that stands at the third scene, by the player's module."""
    source = small_film.WEB / "player" / "src"
    script = f"""
        import {{ encodeCode }} from '{(source / "save_code.js").as_uri()}';
        import {{ actions, start, step }} from '{(source / "engine.js").as_uri()}';
        globalThis.window = {{}};
        await import('{(folder / "film.js").as_uri()}');
        const film = window.scenarioFilm;
        const taken = [];
        for (let state = start(film); state.scene !== 'look';) {{
            const action = actions(film, state)[0];
            taken.push(action);
            state = step(film, state, action);
        }}
        console.log(encodeCode(film, taken));
    """
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script], capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def there(selector: str) -> str:
    """Whether something of that kind is seen."""
    return f"Boolean(document.querySelector({json.dumps(selector)})?.getClientRects().length)"


def text(selector: str) -> str:
    """Its words."""
    return f"document.querySelector({json.dumps(selector)})?.textContent"


def choose_language(page: EnginePage, place: str, tag: str) -> None:
    """In the drop-down list of that place."""
    page.evaluate(
        f"(it => {{ it.value = '{tag}'; it.dispatchEvent(new Event('change')); return 1; }})"
        f"(document.querySelector('{place} .language'))"
    )


def begin(page: EnginePage, folder: Path, more: str = "") -> None:
    """The film in English, at eight times its speed."""
    page.goto("about:blank")
    page.goto(f"{walker.file_address(folder)}index.html#speed=8&lang=en{more}")
    wait_for(page, there("#start"))


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_what_surrounds_the_picture(
    engine: Engine, folder: Path, code: str, tmp_path: Path
) -> None:
    if reason := engines.missing(engine):
        pytest.skip(reason)
    with engines.open_page(engine, tmp_path) as page:
        plays(page, folder)
        sums_up_a_room(page, folder)
        takes_a_code(page, folder, code)
    # A tab of its own: back from the blank page would lead to the film as it was opened before.
    with engines.open_page(engine, tmp_path) as page:
        leaves(page, folder)


def plays(page: EnginePage, folder: Path) -> None:
    """From the start to the debrief and its feedback clip."""
    begin(page, folder)
    page.click("#start")
    wait_for(page, there(".choices .explained .term"))
    page.click(".explained .term")
    assert "takes no side" in wait_for(page, text("#meaning .panel-body"))
    page.press("Escape")
    choose_language(page, ".controls", "pl")
    assert "Co robisz?" in wait_for(page, text(".choices .prompt"))
    choose_language(page, ".controls", "en")
    page.click('.choice[data-choice="ask-alone"]')
    page.click("#proceed")
    assert "Traces of violence" in wait_for(page, text("#scene-note"))
    page.click("#scene-note .panel-buttons button:not(.main)")
    assert "Passports lie" in wait_for(page, text(".card-words"))
    page.click('.choice[data-choice="back"]')
    page.click('.choice[data-choice="wave-on"]')
    page.click("#proceed")
    wait_for(page, there("#debrief .watch"))
    page.click("#debrief .watch")
    wait_for(page, there('.retold video.front[src="media/c.mp4"]'))
    # WebKit's driver clicks no part of a drawing.
    page.evaluate(
        "document.querySelector('.map .node[data-scene=talk]')"
        ".dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }))"
    )
    assert page.evaluate("document.activeElement.dataset.scene") == "talk"


def sums_up_a_room(page: EnginePage, folder: Path) -> None:
    """Votes, a closed window, another answer tried out, the summary."""
    begin(page, folder, "&room")
    wait_for(page, there(".room .start-screen .eyebrow"))
    page.click("#start")
    wait_for(page, there(".tally"))
    for digit in "122":
        page.press(digit)
    assert page.evaluate(text('[data-votes="wave-on"]')) == "2"
    begin(page, folder, "&room")
    page.click(".unfinished .resume")
    wait_for(page, there(".tally"))
    assert page.evaluate(text('[data-votes="wave-on"]')) == "2"
    page.click("#follow")
    page.click("#proceed")
    wait_for(page, there("#debrief"))
    page.click("#what-if-open")
    page.click('#what-if [data-scene="talk"]')
    wait_for(page, there(".tally"))
    page.click('[data-follow="ask-alone"]')
    wait_for(page, there("#proceed"))
    page.click("#own-way")
    wait_for(page, there("#debrief[data-outcome=failure]"))
    page.click("#end-session")
    summary = wait_for(page, text("#session"))
    assert "2 × Wave the minibus on (taken)" in summary
    assert "Tried out" in summary


def takes_a_code(page: EnginePage, folder: Path, code: str) -> None:
    """A code is the same in every browser, so one of another browser serves."""
    begin(page, folder)
    wait_for(page, there(".more summary"))
    page.click(".more summary")
    page.evaluate(f"document.querySelector('#code').value = {json.dumps(code)}")
    page.click("#open-code")
    wait_for(page, there("#scene-note"))
    page.click("#scene-note .main")
    wait_for(page, there("html[data-scene=look][data-phase=deciding]"))
    page.press("z")
    assert wait_for(page, text("#save .code")) != code, "the decision has opened since"


def leaves(page: EnginePage, folder: Path) -> None:
    """Blank at once, and "back" does not lead to the film again."""
    begin(page, folder)
    page.click("#start")
    wait_for(page, there("html[data-phase=playing]"))
    page.press("q")
    wait_for(page, "location.href === 'about:blank' && !document.body.textContent.trim()")
    page.evaluate("setTimeout(() => history.back(), 100)")
    time.sleep(1)
    assert page.evaluate("location.href") == "about:blank"
