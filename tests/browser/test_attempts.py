"""What surrounds the picture, in Chromium: debrief, map, attempts, result file, help, leaving."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from studio.results import Result, decode_result
from tests.browser import small_film, walker
from tests.browser.walker import PROCEED, RETRY, TIMEOUT, Choose
from tests.documented_formats import schema_faults

WON = [Choose("wave-on"), RETRY, Choose("ask-alone"), PROCEED, Choose("bag")]
LOST = [Choose("wave-on"), PROCEED]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The film's folder."""
    return small_film.build(tmp_path_factory.mktemp("films") / "film")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page with fresh storage; nothing may be said on the console."""
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.set_default_timeout(walker.WAIT)
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert said == []
    context.close()


def play(page: Page, folder: Path, steps: list[walker.Step], speed: int = 8) -> None:
    """Open the film and take the steps, in English."""
    page.goto(f"{walker.file_address(folder)}index.html#speed={speed}")
    walker.begin(page, "en", "mouse")
    for step in steps:
        walker.take(page, step, "mouse")


def saved(page: Page, button: str) -> bytes:
    """The file that the button saves."""
    with page.expect_download() as download:
        page.click(button)
    assert download.value.suggested_filename
    return Path(download.value.path()).read_bytes()


def saved_result(page: Page, button: str = "#save-result") -> Result:
    """The result file that the button saves, which must be what the documented schema says."""
    content = saved(page, button)
    assert schema_faults("result", json.loads(content)) == []
    return decode_result(content)


def test_map_shows_the_way_and_hides_what_was_not_seen(page: Page, folder: Path) -> None:
    play(page, folder, LOST)
    page.wait_for_selector("#debrief .map")
    names = page.locator(".map .node").all_text_contents()
    assert [name.strip() for name in names].count("?") == 3, (
        "look, won and broken were not seen and have no name"
    )
    assert page.locator(".map .node.on").count() == 3
    assert page.locator(".map .edge.taken").count() == 2
    label = page.get_attribute(".map", "aria-label") or ""
    assert "3 of 6" in label
    assert "Arrival → The talk → The end" in label
    page.click('.map .node[data-scene="talk"]')
    assert page.evaluate("document.activeElement.dataset.scene") == "talk"


def test_debrief_names_the_better_answer_and_leads_back_to_the_decision(
    page: Page, folder: Path
) -> None:
    play(page, folder, LOST)
    page.wait_for_selector("#debrief[data-outcome=failure]")
    better = page.inner_text(".decision .better")
    assert "Ask the woman to talk without the driver present" in better
    assert "does not speak freely" in better
    page.click(".decision .another")
    page.wait_for_selector("html[data-phase=deciding][data-scene=talk]")
    page.wait_for_selector("video.front")
    walker.take(page, Choose("ask-alone"), "mouse")
    walker.take(page, PROCEED, "mouse")
    walker.take(page, Choose("bag"), "mouse")
    page.wait_for_selector("#debrief[data-outcome=success]")
    result = saved_result(page)
    assert result.attempt.branch is not None
    assert [each.choice for each in result.choices] == ["ask-alone", "bag"]


def test_a_missed_indicator_can_be_looked_at_again(page: Page, folder: Path) -> None:
    play(page, folder, LOST, speed=1)
    page.click("li.missed .moment >> nth=1")
    page.wait_for_selector("html[data-phase=playing][data-scene=arrival]")
    page.wait_for_selector("#debrief[data-outcome=failure]", timeout=walker.WAIT)
    page.click("li.missed .moment >> nth=0")
    page.wait_for_selector("html[data-phase=playing][data-scene=arrival]")
    page.click("#look-back")
    page.wait_for_selector("#debrief[data-outcome=failure]")
    assert page.locator(".decision").count() == 1


def test_result_file_tells_the_attempt_and_no_name_that_was_not_typed(
    page: Page, folder: Path
) -> None:
    play(page, folder, [Choose("ask-alone"), PROCEED])
    page.click(".more-time")
    page.click(".more-time")
    walker.take(page, Choose("bag"), "mouse")
    page.wait_for_selector("#debrief")
    result = saved_result(page)
    assert result.attempt.name is None
    assert result.attempt.finished
    assert result.ending is not None
    assert result.ending.outcome == "success"
    assert (result.time_limits.extended, result.time_limits.off) == (1, True)
    assert [each.extended for each in result.choices] == [False, True]
    assert {each.id: each.noticed for each in result.indicators} == {
        "documents": True,
        "silence": False,
    }
    assert [each.scene for each in result.scenes] == ["arrival", "talk", "look", "won"]
    assert all(each.seconds > 0 for each in result.choices)
    page.fill(".name", "Żaneta Łoś")
    assert page.text_content("#debrief > header .printed") == "Żaneta Łoś", "so it is printed"
    assert saved_result(page).attempt.name == "Żaneta Łoś"


def test_a_clip_that_fails_stands_in_the_result(page: Page, folder: Path) -> None:
    play(page, folder, [Choose("ask-alone"), PROCEED, TIMEOUT])
    page.wait_for_selector("#debrief")
    result = saved_result(page)
    assert [each.scene for each in result.problems] == ["broken"]
    assert result.choices[-1].timeout


def test_the_film_offers_to_go_on_for_each_person(page: Page, folder: Path) -> None:
    play(page, folder, [Choose("ask-alone"), PROCEED])
    page.wait_for_selector("html[data-scene=look]")
    page.keyboard.press("z")
    page.fill("#save .name", "Anna")
    page.click("#leave")
    page.click("#start")
    page.wait_for_selector("html[data-scene=talk][data-phase=deciding]")
    page.reload()
    page.wait_for_selector(".resume >> nth=1")
    assert [text.split("\n")[0] for text in page.locator(".resume").all_inner_texts()] == [
        "Anna: The talk",
        "Anna: Inside the minibus",
    ]
    page.click(".resume >> nth=1")
    page.wait_for_selector("html[data-scene=look]")
    walker.take(page, Choose("bag"), "mouse")
    page.wait_for_selector("#debrief[data-outcome=success]")
    result = saved_result(page)
    assert (result.attempt.name, result.attempt.resumed) == ("Anna", 1)
    page.reload()
    page.wait_for_selector(".forget")
    page.click(".forget")
    page.wait_for_selector(".unfinished", state="detached")


def test_code_and_file_go_on_where_the_browser_keeps_nothing(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new Error('denied'); }})"
    )
    page = context.new_page()
    page.set_default_timeout(walker.WAIT)
    play(page, folder, [Choose("ask-alone"), PROCEED])
    page.wait_for_selector("html[data-scene=look]")
    page.click(".save-open")
    assert "remembers nothing" in page.inner_text("#save")
    code = page.inner_text("#save .code")
    left = saved(page, "#save #save-result")
    assert schema_faults("result", json.loads(left)) == []
    (tmp_path / "result.json").write_bytes(left)
    for way in ("code", "file"):
        page.reload()
        page.wait_for_selector("#start")
        assert page.locator(".resume").count() == 0
        page.click(".more summary")
        if way == "code":
            page.fill("#code", "0000-0000")
            page.click("#open-code")
            assert "does not fit the film" in page.inner_text(".more [role=alert]")
            page.fill("#code", code.lower().replace("-", " "))
            page.click("#open-code")
        else:
            page.set_input_files("#file", tmp_path / "result.json")
        page.wait_for_selector("html[data-scene=look]")
    context.close()


def test_quick_exit_leaves_nothing(page: Page, folder: Path) -> None:
    play(page, folder, [])
    page.wait_for_selector("html[data-phase=playing]")
    page.keyboard.press("q")
    page.wait_for_url("about:blank")
    assert page.title() == ""
    page.goto(f"{walker.file_address(folder)}index.html#speed=1")
    page.click("#quick-exit")
    page.wait_for_url("about:blank")
    page.go_back()
    assert page.url in ("about:blank",)


def test_help_is_one_key_away_on_every_screen(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=8")
    page.wait_for_selector("#start")
    page.keyboard.press("h")
    assert "+48 000 000 000" in page.inner_text("#resources")
    page.keyboard.press("Escape")
    page.wait_for_selector("#resources", state="detached")
    walker.begin(page, "en", "mouse")
    page.wait_for_selector("html[data-phase=deciding]")
    page.keyboard.press("h")
    page.wait_for_selector("#resources")
    page.keyboard.press("Escape")
    for step in LOST:
        walker.take(page, step, "mouse")
    page.wait_for_selector("#debrief")
    page.keyboard.press("h")
    page.wait_for_selector("#resources")


def test_a_copy_without_its_second_script_says_what_to_do(
    browser: Browser, folder: Path, tmp_path: Path
) -> None:
    shutil.copytree(folder, tmp_path / "film")
    (tmp_path / "film" / "later.js").unlink()
    page = browser.new_page()
    page.goto(walker.file_address(tmp_path / "film") + "index.html")
    page.wait_for_selector("[role=alert]")
    assert "Copy the whole folder again" in page.inner_text("[role=alert]")
    page.close()


def test_single_keys_can_be_switched_off(page: Page, folder: Path) -> None:
    play(page, folder, [])
    page.wait_for_selector("html[data-phase=deciding]")
    page.keyboard.press("o")
    page.click("#set-keys")
    page.keyboard.press("Escape")
    page.wait_for_selector("#settings", state="detached")
    for key in "1qhz":
        page.keyboard.press(key)
    assert page.get_attribute("html", "data-phase") == "deciding"
    assert page.locator("[role=dialog]").count() == 0


def test_debrief_shows_the_feedback_clip_again(page: Page, folder: Path) -> None:
    play(page, folder, LOST, speed=1)
    page.wait_for_selector("#debrief")
    assert page.locator(".retold .stage").count() == 0
    page.click(".decision .watch")
    video = '.retold video.front[src="media/c.mp4"]'
    page.wait_for_selector(video)
    page.wait_for_selector(".retold .captions span:has-text('Nobody was asked.')")
    assert page.evaluate("document.querySelectorAll('video').length") == 4
    page.click(".decision .watch")
    assert page.evaluate(f"document.querySelector('{video}').paused")
    page.click("#restart")
    page.wait_for_selector("html[data-scene=arrival]")
    page.wait_for_selector(".theatre .stage video.front")
    assert page.locator(".theatre .frame > .captions").count() == 1


def test_debrief_says_so_when_the_feedback_clip_fails(
    page: Page, folder: Path, tmp_path: Path
) -> None:
    film = small_film.film()
    wave_on = film["scenes"][1]["then"]["choices"][1]
    wave_on["feedback"] |= {"media": small_film.told("broken"), "when": "debrief"}
    copy = tmp_path / "film"
    shutil.copytree(folder, copy)
    small_film.write_player(copy, film)
    play(page, copy, [Choose("wave-on")])
    page.wait_for_selector("#debrief")
    page.click(".decision .watch")
    page.wait_for_selector(".decision [role=status]:has-text('could not be played')")
    assert not page.is_visible(".decision .watch")
    assert "The minibus drives off." in page.inner_text(".decision")
    result = saved_result(page)
    assert [each.scene for each in result.problems] == ["talk"]


def test_looking_again_comes_back_to_what_was_pressed(page: Page, folder: Path) -> None:
    play(page, folder, WON)
    page.wait_for_selector("#debrief")
    page.click('[data-indicator="silence"]')
    page.wait_for_selector("html[data-scene=arrival]")
    page.keyboard.press("Escape")
    page.wait_for_selector("#debrief")
    assert page.evaluate("document.activeElement.dataset.indicator") == "silence"


def test_words_of_the_glossary_are_explained_where_they_stand(page: Page, folder: Path) -> None:
    play(page, folder, [])
    page.wait_for_selector("html[data-phase=deciding]")
    page.click(".explained .term")
    assert "takes no side" in page.inner_text("#meaning")
    assert page.evaluate("document.querySelector('.choice .term')") is None
    page.keyboard.press("Escape")
    for step in LOST:
        walker.take(page, step, "mouse")
    page.wait_for_selector("#debrief")
    words = page.locator("#debrief .term")
    assert words.all_inner_texts() == ["controls"], "controlled is no listed form"
    words.first.click()
    assert words.first.get_attribute("aria-expanded") == "true"
    assert "freedom to decide" in page.inner_text("#debrief .meaning")
    words.first.click()
    assert page.locator("#debrief .meaning").count() == 0


def test_certificate_takes_a_name_if_one_is_typed_and_prints(page: Page, folder: Path) -> None:
    play(page, folder, WON)
    page.click("#certificate-open")
    page.wait_for_selector("#certificate")
    assert "The minibus at the border" in page.inner_text("#certificate")
    page.fill(".certificate-screen .name", "Jan Żuk")
    assert page.inner_text("#certificate .who") == "Jan Żuk"
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
    page.click("#back")
    page.wait_for_selector("#debrief")
    page.click("#certificate-open")
    assert page.inner_text("#certificate .who") == "Jan Żuk"


def test_no_certificate_without_the_marks(page: Page, folder: Path) -> None:
    play(page, folder, LOST)
    page.wait_for_selector("#debrief")
    assert page.locator("#certificate-open").count() == 0


def test_room_votes_talks_tries_out_and_sums_up(page: Page, folder: Path) -> None:
    page.goto(walker.file_address(folder) + "index.html#speed=8&room")
    page.wait_for_selector(".room .start-screen .eyebrow")
    page.select_option(".start-screen .language", "en")
    page.click("#start")
    page.wait_for_selector("html[data-phase=deciding][data-scene=talk]")
    for digit in "1222":
        page.keyboard.press(digit)
    page.click('.choice[data-choice="ask-alone"]')
    assert page.inner_text('[data-votes="ask-alone"]') == "2"
    assert page.inner_text('[data-votes="wave-on"]') == "3"
    assert page.get_attribute("html", "data-phase") == "deciding"
    page.fill("#notes", "Who speaks?")
    page.click("#follow")
    page.click("#proceed")
    page.wait_for_selector("#debrief")
    assert page.locator(".competences").count() == 0
    page.click("#what-if-open")
    page.click('#what-if [data-scene="talk"]')
    page.wait_for_selector("html[data-phase=deciding][data-scene=talk]")
    page.click('[data-follow="ask-alone"]')
    page.click("#proceed")
    page.wait_for_selector("html[data-phase=deciding][data-scene=look]")
    page.wait_for_timeout(4500)
    assert page.get_attribute("html", "data-phase") == "deciding", "no time limit in a room"
    page.click("#own-way")
    page.wait_for_selector("#debrief[data-outcome=failure]")
    page.click("#jump")
    page.click('#room-map .node[data-scene="look"]')
    page.wait_for_selector("html[data-scene=look][data-phase=deciding]")
    page.keyboard.press("2")
    page.reload()
    page.click(".unfinished .resume")
    page.wait_for_selector("html[data-scene=look][data-phase=deciding]")
    assert page.inner_text('[data-votes="back"]') == "1", "place and votes come back"
    page.click("#what-if-open")
    assert page.locator("#what-if [data-scene=talk]").count() == 1, "so do the decisions"
    page.keyboard.press("Escape")
    page.click("#end-session")
    summary = page.inner_text("#session")
    for words in ("Who speaks?", "3 × Wave the minibus on (taken)", "Tried out"):
        assert words in summary
    text = saved(page, "#save-session").decode()
    assert "Who speaks?" in text
    page.click("#new-session")
    assert page.locator(".unfinished li").count() == 1
    page.click("#start")
    page.wait_for_selector("html[data-scene=talk][data-phase=deciding]")
    assert page.input_value("#notes") == "", "a new session has notes of its own"
    kept = json.loads(page.evaluate("localStorage.getItem('scenario-studio:small_film:room')"))
    assert [each["notes"] for each in kept] == [{}, {"talk": "Who speaks?"}]
    page.reload()
    page.click(".unfinished li:nth-child(2) .forget")
    assert page.locator(".unfinished li").count() == 1


@pytest.mark.skipif(shutil.which("firefox-esr") is None, reason="Firefox ESR is not installed")
def test_attempt_is_gone_on_with_and_left_in_firefox(folder: Path) -> None:
    address = f"{walker.file_address(folder)}index.html#speed=8"
    script = str(Path(__file__).with_name("attempt_firefox.mjs"))
    done = subprocess.run(
        ["node", script, "/usr/bin/firefox-esr", address],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["problems"] == []
    assert "Inside the minibus" in told["offered"] or "Wnętrze busa" in told["offered"]
    assert (told["nodes"], told["taken"]) == (6, 3)
    assert schema_faults("result", json.loads(told["result"])) == []
    result = decode_result(told["result"].encode())
    assert result.attempt.resumed == 1
    assert result.ending is not None
    assert told["left"] == ""
