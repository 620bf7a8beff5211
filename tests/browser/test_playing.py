"""The rules of playing, one by one, in Chromium on a film of numbered clips."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser import numbered_film, playing_film, small_film, walker
from tests.browser.engines import wait_for as until
from tests.browser.walker import PROCEED, Choose

FRONT = "document.querySelector('video.front')"


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the film and its clips."""
    return playing_film.build(tmp_path_factory.mktemp("playing") / "film")


def test_signs_are_noticed_while_the_film_goes_on(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    page.wait_for_selector('[data-choice="documents"]')
    assert page.get_attribute("ul.regions", "aria-label") == "Your decision – What do you notice?"
    before = page.evaluate(f"{FRONT}.currentTime")
    page.keyboard.press("1")
    page.wait_for_selector(".message:has-text('Noticed: The driver holds the documents')")
    page.wait_for_selector('[data-choice="documents"]', state="detached")
    assert page.evaluate("document.activeElement.matches('.regions')"), "nobody is lost"
    until(page, f"{FRONT}.currentTime > {before} + 0.3")
    playing_film.to_question(page)
    tally = page.evaluate(
        "JSON.parse(localStorage.getItem('scenario-studio:playing:attempts'))[0].actions"
    )
    assert [each["action"] for each in tally] == ["open", "choose", "timeout", "open"]


def test_a_place_opens_and_closes_with_the_clip(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    place = page.locator('[data-choice="silence"]')
    page.wait_for_selector('[data-choice="silence"]', state="attached")
    assert place.is_hidden()
    page.wait_for_selector('[data-choice="silence"]:visible')
    at = page.evaluate(f"{FRONT}.currentTime")
    assert 1.4 <= at <= 2.5
    page.wait_for_selector('[data-choice="silence"]:visible', state="hidden")


def test_a_waiting_clip_loops_without_a_dark_or_foreign_frame(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    playing_film.to_question(page)
    until(page, f"{FRONT}?.getAttribute('src').includes('n3')")
    page.evaluate(
        """() => { window.used = new Set(); window.sources = new Set(); window.turns = 0;
          let last = 0;
          const look = () => { const video = document.querySelector('video.front');
            used.add(video); sources.add(video.getAttribute('src'));
            if (video.currentTime < last - 1) turns += 1;
            last = video.currentTime; requestAnimationFrame(look); };
          look(); }"""
    )
    seen = []
    for _ in range(16):
        seen.append(numbered_film.seen_clip(page))
        page.wait_for_timeout(300)
    assert {clip for clip, _ in seen} == {3}, seen
    assert page.evaluate("[used.size >= 2, [...sources], turns >= 1]") == [
        True, ["media/n3.mp4"], True,
    ]  # fmt: skip
    assert page.locator("video").count() <= 4


def test_a_feedback_clip_plays_before_its_words(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    playing_film.to_question(page)
    walker.take(page, Choose("alone"), "mouse")
    page.wait_for_selector("html[data-phase=feedback]")
    page.wait_for_selector(".captions span:has-text('A sigh.')")
    until(page, f"{FRONT}?.getAttribute('src').includes('n5')")
    assert page.locator("#feedback").count() == 0
    page.wait_for_selector("#feedback:has-text('She breathes out.')")
    walker.take(page, PROCEED, "mouse")
    page.wait_for_selector("html[data-scene=won]")


def test_a_feedback_clip_can_be_skipped(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    playing_film.to_question(page)
    walker.take(page, Choose("alone"), "mouse")
    page.wait_for_selector(".control.skip:visible")
    page.keyboard.press("s")
    page.wait_for_selector("#feedback")
    until(page, f"{FRONT}.paused")


def choices(page: Page) -> list[str]:
    """The choices in the order they stand."""
    return page.eval_on_selector_all(
        ".choice-list .choice", "all => all.map(it => it.dataset.choice)"
    )


def test_the_order_holds_in_an_attempt_and_the_last_choice_is_marked(
    page: Page, clips: Path
) -> None:
    playing_film.start(page, clips, speed=4)
    playing_film.to_question(page)
    page.wait_for_selector(".choice-list .choice")
    before = choices(page)
    page.select_option(".controls .language", "pl")
    page.wait_for_selector(".choices h2:has-text('Co robisz?')")
    assert choices(page) == before
    assert page.locator(".last-time").count() == 0
    walker.take(page, Choose("wait"), "mouse")
    page.click("#debrief #restart")
    playing_film.to_question(page)
    assert page.inner_text('[data-choice="wait"] .last-time') == "Ostatnio wybrana odpowiedź"
    assert page.locator(".last-time").count() == 1


def test_orders_differ_between_attempts(page: Page, clips: Path) -> None:
    orders = set()
    for _ in range(8):
        playing_film.start(page, clips, speed=8)
        playing_film.to_question(page)
        page.wait_for_selector(".choice-list .choice")
        orders.add(tuple(choices(page)))
        page.evaluate("localStorage.clear()")
        page.goto("about:blank")
        if len(orders) > 1:
            return
    raise AssertionError(f"always the same order: {orders}")


def test_time_limits_can_be_doubled_or_switched_off_for_good(page: Page, clips: Path) -> None:
    playing_film.start(page, clips, speed=4)
    page.keyboard.press("o")
    page.select_option("#set-limits", "longer")
    page.keyboard.press("Escape")
    playing_film.to_question(page)
    assert "60" in (page.text_content(".time-left") or "")
    page.keyboard.press("o")
    page.select_option("#set-limits", "off")
    page.keyboard.press("Escape")
    page.reload()
    walker.begin(page, "en", "mouse")
    playing_film.to_question(page)
    assert page.locator(".timer").count() == 0
    walker.take(page, Choose("wait"), "mouse")
    page.wait_for_selector("#debrief")
    kept = page.evaluate("JSON.parse(localStorage.getItem('scenario-studio:playing:attempts'))")
    assert any(each["unlimited"] for each in kept)
    assert any("ask" in each["extended"] for each in kept)


def test_the_last_seconds_are_seen_heard_and_told(page: Page, clips: Path) -> None:
    film = playing_film.film()
    film["scenes"][1]["then"]["time_limit"] = 6
    page.add_init_script(
        """window.ticks = 0; const make = AudioContext.prototype.createOscillator;
        AudioContext.prototype.createOscillator = function () {
          ticks += 1; return make.call(this); };"""
    )
    playing_film.start(page, clips, film, speed=4)
    playing_film.to_question(page)
    page.wait_for_selector(".timer.soon")
    page.wait_for_selector(".unseen[aria-live=polite]:has-text('Time left:')", state="attached")
    page.wait_for_selector("html[data-scene=lost]")
    assert 1 <= page.evaluate("ticks") <= 5


def test_one_can_go_back_within_what_was_seen_and_no_further(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    until(page, f"{FRONT}?.getAttribute('src').includes('n2.') && {FRONT}.currentTime > 1")
    page.keyboard.press("Space")
    limit = page.evaluate(f"{FRONT}.currentTime")
    slider = page.locator(".seek")
    slider.fill("2.9")
    assert page.evaluate(f"{FRONT}.currentTime") <= limit + 0.05
    slider.fill("0.3")
    at = page.evaluate(f"{FRONT}.currentTime")
    assert at == pytest.approx(0.3, abs=0.06)
    assert page.get_attribute(".seek", "aria-valuetext") == "0:00 / 0:03"


@pytest.mark.parametrize(("setting", "shown"), [("never", False), ("always", True)])
def test_the_author_says_whether_one_may_seek(
    page: Page, clips: Path, setting: str, shown: bool
) -> None:
    playing_film.start(page, clips, playing_film.film(seek=setting))
    until(page, f"{FRONT}?.getAttribute('src').includes('n2.') && {FRONT}.currentTime > 0.2")
    assert page.is_visible(".seek") == shown
    if shown:
        page.locator(".seek").fill("2.2")
        assert page.evaluate(f"{FRONT}.currentTime") > 2.1


HEIGHTS_OF_CAPTIONS = """() => {
  const list = document.querySelector('.choices');
  const was = list.hidden;
  const heights = [true, false].map((hidden) => {
    list.hidden = hidden;
    return document.querySelector('.captions span').getBoundingClientRect().y;
  });
  list.hidden = was;
  return heights;
}"""
"""Where the captions stand without and with the list of what can be pointed at, in pixels."""


def test_speech_captions_and_description_are_chosen_apart(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    page.wait_for_selector(".captions span:has-text('Good morning.')")
    until(page, f"{FRONT}?.getAttribute('src').includes('n8')")
    page.keyboard.press("o")
    page.select_option("#set-audio", "pl")
    page.select_option("#set-captionSize", "1.9")
    page.select_option("#set-captionPlace", "top")
    page.uncheck("#set-captionBox")
    page.keyboard.press("Escape")
    until(page, f"{FRONT}?.getAttribute('src').includes('n1')")
    assert page.get_attribute("html", "lang") == "en"
    page.wait_for_selector(".captions.top.bare span:has-text('Good morning.')")
    page.wait_for_selector(".choices.pointing")
    alone, beside_a_list_above = page.evaluate(HEIGHTS_OF_CAPTIONS)
    assert alone < 360 < beside_a_list_above
    page.keyboard.press("o")
    page.select_option("#set-audio", "")
    page.select_option("#set-captionLanguage", "pl")
    page.check("#set-described")
    page.keyboard.press("Escape")
    until(page, f"{FRONT}?.getAttribute('src').includes('n9')")
    page.wait_for_selector(".captions span:has-text('Dzień dobry.')")


def test_the_transcript_stands_beside_the_picture_and_follows(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    page.wait_for_selector("html[data-phase=deciding]")
    page.keyboard.press("t")
    page.wait_for_selector(".transcript .now:has-text('Good morning.')")
    picture = page.locator(".frame").bounding_box()
    words = page.locator(".transcript").bounding_box()
    assert picture["x"] + picture["width"] <= words["x"] + 1
    page.keyboard.press("t")
    page.wait_for_selector(".transcript", state="hidden")


def test_chapters_lead_back_to_what_was_reached(page: Page, clips: Path) -> None:
    playing_film.start(page, clips, speed=4)
    page.wait_for_selector("html[data-phase=deciding]")
    page.keyboard.press("k")
    assert page.is_disabled('[data-chapter="second"]')
    page.keyboard.press("Escape")
    playing_film.to_question(page)
    page.click(".control.chapters-open")
    page.click('[data-chapter="first"]')
    page.wait_for_selector("html[data-scene=watch]")


def test_speed_is_the_trainees_and_kept(page: Page, clips: Path) -> None:
    playing_film.start(page, clips)
    page.keyboard.press("o")
    page.select_option("#set-rate", "1.5")
    page.keyboard.press("Escape")
    page.wait_for_selector("html[data-scene=ask]")
    page.wait_for_selector("video.front")
    assert page.evaluate(f"{FRONT}.playbackRate") == 1.5


def test_a_language_from_right_to_left_turns_the_page_not_the_picture(
    page: Page, clips: Path
) -> None:
    film = playing_film.with_arabic(playing_film.film())
    small_film.write_player(clips, film)
    page.goto(f"{walker.file_address(clips)}index.html")
    walker.begin(page, "ar", "mouse")
    place = page.wait_for_selector('[data-choice="documents"]:visible').bounding_box()
    assert place["x"] == pytest.approx(128, abs=2)
    assert page.get_attribute("html", "dir") == "rtl"
    pause = page.locator(".control.pause").bounding_box()
    assert pause["x"] > 1000
    playing_film.to_question(page)
    digits = page.eval_on_selector_all(
        ".choice-list kbd", "all => all.map(it => it.getBoundingClientRect().x)"
    )
    assert digits == sorted(digits, reverse=True)


def test_no_text_of_an_author_becomes_markup(page: Page, clips: Path) -> None:
    playing_film.start(page, clips, playing_film.with_hostile_texts(playing_film.film()), speed=2)
    hostile = "document.querySelector('img[src=x], script:not([src]), b') ?? window.hacked ?? null"
    assert page.evaluate(hostile) is None
    page.wait_for_selector('[data-choice="documents"]')
    page.keyboard.press("1")
    page.keyboard.press("t")
    for key, panel in (("o", "#settings"), ("k", "#chapters"), ("h", "#resources")):
        page.keyboard.press(key)
        page.wait_for_selector(panel)
        assert page.evaluate(hostile) is None
        page.keyboard.press("Escape")
    playing_film.to_question(page)
    assert playing_film.HOSTILE in (page.text_content(".choices .prompt") or "")
    walker.take(page, Choose("alone"), "mouse")
    page.wait_for_selector("#feedback")
    assert page.evaluate(hostile) is None
    walker.take(page, PROCEED, "mouse")
    page.wait_for_selector("#debrief")
    assert playing_film.HOSTILE in (page.text_content("#debrief") or "")
    assert page.evaluate(hostile) is None
    assert page.locator("a[href^='javascript']").count() == 0


def test_the_scene_is_seen_again_while_its_time_limit_stands_still(page: Page, clips: Path) -> None:
    playing_film.start(page, clips, speed=2)
    playing_film.to_question(page)
    page.click(".see-again")
    page.wait_for_selector(".choices", state="hidden")
    until(page, f"{FRONT}?.getAttribute('src').includes('n2') && {FRONT}.currentTime < 2.5")
    page.keyboard.press("1")
    assert page.get_attribute("html", "data-phase") == "deciding", "no answer without its question"
    page.wait_for_selector(".choices")
    left = int("".join(filter(str.isdigit, page.text_content(".time-left") or "")))
    assert left >= 26, "the clip's three seconds were not counted"
    assert page.evaluate("document.activeElement.matches('.choices')")
    page.click(".see-again")
    page.keyboard.press("o")
    page.keyboard.press("Escape")
    page.keyboard.press("s")
    page.wait_for_selector(".choices .prompt:has-text('What do you do?')")
    walker.take(page, Choose("wait"), "mouse")
    page.wait_for_selector("#debrief")


def test_the_author_may_allow_no_second_look(page: Page, clips: Path) -> None:
    playing_film.start(page, clips, playing_film.film(seek="never"), speed=4)
    playing_film.to_question(page)
    page.wait_for_selector(".choices .choice")
    assert page.locator(".see-again").count() == 0


@pytest.mark.parametrize("manner", ["play_out", "cut"])
def test_a_choice_locks_and_the_clip_plays_out_or_is_cut(
    page: Page, clips: Path, manner: str
) -> None:
    film = playing_film.film()
    asked = film["scenes"][1]["then"]
    asked.update(opens=0.3, while_waiting="continue", on_choice=manner)
    playing_film.start(page, clips, film)
    playing_film.to_question(page)
    page.evaluate(
        """() => { window.last = 0;
          const look = () => { const video = document.querySelector('video.front');
            if (video?.getAttribute('src').includes('n2')) last = video.currentTime;
            requestAnimationFrame(look); };
          look(); }"""
    )
    until(page, f"{FRONT}?.getAttribute('src').includes('n2')")
    page.click('.choice[data-choice="wait"]')
    if manner == "play_out":
        assert page.get_attribute('[data-choice="leave"]', "aria-disabled") == "true"
        assert page.locator('[data-choice="wait"].taken').count() == 1
        page.keyboard.press("1")
    page.wait_for_selector("html[data-scene=lost]")
    until(page, f"{FRONT}?.getAttribute('src').includes('n7')")
    seen = page.evaluate("last")
    assert seen > playing_film.LENGTH - 0.4 if manner == "play_out" else seen < 2.5
    kept = page.evaluate("JSON.parse(localStorage.getItem('scenario-studio:playing:attempts'))")
    assert [each.get("choice") for each in kept[0]["actions"] if each["action"] == "choose"] == [
        "wait"
    ]


def test_one_answer_is_an_answer(page: Page, clips: Path) -> None:
    film = playing_film.film()
    asked = film["scenes"][1]["then"]
    asked["choices"] = [each for each in asked["choices"] if each["id"] in ("wait", "late")]
    playing_film.start(page, clips, film, speed=4)
    playing_film.to_question(page)
    assert page.locator(".choice-list .choice").count() == 1
    page.keyboard.press("1")
    page.wait_for_selector("#debrief")


def test_captions_come_with_their_picture(page: Page, clips: Path) -> None:
    film = playing_film.film()
    film["scenes"][1]["captions"] = {"en": [[0, 3, "Who are you?"]]}
    small_film.write_player(clips, film)
    page.goto(walker.file_address(clips) + "index.html#speed=2")
    page.wait_for_selector("#start")
    page.evaluate(
        """() => {
          window.told = [];
          new MutationObserver(() => told.push([
            document.querySelector('.captions').textContent,
            document.querySelector('video.front')?.getAttribute('src')]))
            .observe(document.querySelector('.captions'), { childList: true });
        }"""
    )
    walker.begin(page, "en", "mouse")
    playing_film.to_question(page)
    # The waiting clip is footage of its own, in which nobody speaks.
    page.wait_for_selector('video.front[src="media/n3.mp4"]')
    page.wait_for_timeout(1500)
    told = [each for each in page.evaluate("told") if each[0]]
    assert told == [["Good morning.", "media/n8.mp4"], ["Who are you?", "media/n2.mp4"]]
    assert page.text_content(".captions") == ""


def test_an_answer_stands_still_under_the_pointer(page: Page, clips: Path) -> None:
    playing_film.start(page, clips, speed=2)
    playing_film.to_question(page)
    page.wait_for_selector(".choices .choice")
    page.wait_for_timeout(600)
    answer = "document.querySelector('.choice-list .choice').getBoundingClientRect()"
    left, bottom = page.evaluate(f"[{answer}.left, {answer}.bottom]")
    seen = set[float]()
    for step in range(12):
        # Its lowest line: what rises from under the pointer falls back at once.
        page.mouse.move(left + 40 + step, bottom - 0.5)
        page.wait_for_timeout(60)
        seen.add(page.evaluate(f"{answer}.bottom"))
    assert seen == {bottom}
