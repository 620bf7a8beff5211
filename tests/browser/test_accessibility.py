"""WCAG 2.2 AA on every screen of the sample: axe-core, Nu HTML checker, narrow, zoomed, spoken."""

from __future__ import annotations

import json
import shutil
import subprocess
import urllib.parse
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from exporters.folder import export_folder
from studio.media.cache import Cache
from studio.story.files import open_story
from tests.browser import picture_sheet, walker
from tests.browser.screens import NAMES, screens

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_projects" / "border_check"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the exported sample."""
    root = tmp_path_factory.mktemp("sample")
    report = export_folder(open_story(SAMPLE).story, SAMPLE, root / "film", cache=Cache(root / "c"))
    assert report.findings == ()
    return walker.file_address(root / "film")


@pytest.fixture(scope="module")
def light(home: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the sample in light colours."""
    film = Path(urllib.parse.unquote(urllib.parse.urlsplit(home).path))
    copy = tmp_path_factory.mktemp("light") / "film"
    return walker.file_address(picture_sheet.with_theme(film, "light", copy))


def open_page(browser: Browser, width: int, height: int, **more: Any) -> Page:
    """A page without animations, so that nothing is judged half faded in."""
    context = browser.new_context(
        viewport={"width": width, "height": height}, reduced_motion="reduce", **more
    )
    page = context.new_page()
    page.set_default_timeout(walker.WAIT)
    return page


def faults(page: Page) -> list[str]:
    """What axe-core finds, with every rule it has switched on."""
    found = page.evaluate("axe.run({resultTypes: ['violations'], preload: false})")
    return [
        f"{each['id']}: {node['target']}" for each in found["violations"] for node in each["nodes"]
    ]


ACTS = {"button", "link", "checkbox", "combobox", "slider", "textbox", "dialog", "alertdialog"}
"""Roles that mean nothing without a name."""


def nameless(page: Page) -> list[str]:
    """What the accessibility tree holds without a name, and focus that is left behind a dialog."""
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    shown = [each for each in tree if not each.get("ignored")]
    said = [
        f"{each['role']['value']} without a name"
        for each in shown
        if each["role"]["value"] in ACTS and not each.get("name", {}).get("value", "").strip()
    ]
    roles = [each["role"]["value"] for each in shown]
    if page.locator("[role=dialog]").count():
        inside = "Boolean(document.activeElement?.closest('[role=dialog], .room-side'))"
        if not page.evaluate(inside):
            said.append("the focus is not in the dialog")
        if "main" in roles:
            said.append("what lies behind the dialog is told")
    elif "heading" not in roles:
        said.append("no heading")
    return said


def beyond(page: Page) -> int:
    """By how many pixels the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - innerWidth")


@pytest.mark.parametrize(
    ("language", "width", "height"),
    # 320 × 256 is 1280 × 1024 at 400 % zoom (WCAG 1.4.10).
    [("pl", 1280, 720), ("en", 360, 740), ("pl", 320, 256)],
)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    browser: Browser, home: str, language: str, width: int, height: int, tmp_path: Path
) -> None:
    page = open_page(browser, width, height)
    script = AXE.read_text("utf-8")
    found: dict[str, list[str]] = {}
    pages: list[Path] = []
    for name in screens(page, home, language):
        page.evaluate(script)
        found[name] = faults(page) + nameless(page)
        if beyond(page) > 0:
            found[name].append(f"{beyond(page)} px wider than the window")
        pages.append(tmp_path / f"{name}.html")
        pages[-1].write_text("<!doctype html>" + page.evaluate(SERIALISE), encoding="utf-8")
    assert list(found) == NAMES
    assert {name: each for name, each in found.items() if each} == {}
    if width == 1280:
        assert checked(pages) == []
    page.context.close()


SERIALISE = """() => {
    const copy = document.documentElement.cloneNode(true);
    copy.removeAttribute('style');
    for (const each of copy.querySelectorAll('[style]')) each.removeAttribute('style');
    for (const each of copy.querySelectorAll('[hidden]')) each.remove();
    return copy.outerHTML;
}"""
"""What is shown, as a page. Style set through the object model is no attribute of the page."""
NOT_OURS = ("Content Security Policy", "disablepictureinpicture")
"""The checker takes a file for a page without an origin, so that 'self' is nothing to it; and it
does not know the attributes of the Picture-in-Picture specification."""


def checked(pages: list[Path]) -> list[str]:
    """What the Nu HTML checker says of the pages and of the style sheets."""
    if shutil.which("java") is None:
        pytest.skip("the Nu HTML checker needs a Java runtime, which is not installed")
    player = ROOT / "exporters" / "web" / "player"
    styles = [player / "player.css", player / "later.css"]
    said: list[str] = []
    for kind, files in (("--html", pages), ("--css", styles)):
        done = subprocess.run(
            ["java", "-jar", str(CHECKER), "--skip-non-html" if kind == "--html" else kind,
             "--format", "json", *map(str, files)],
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        for each in json.loads(done.stderr)["messages"]:
            if not any(words in each["message"] for words in NOT_OURS):
                said.append(f"{Path(each['url']).name}: {each['message']}")
    return said


def test_a_light_theme_is_read_over_the_picture_and_below_it(browser: Browser, light: str) -> None:
    script = AXE.read_text("utf-8")
    for width, height in ((1280, 720), (360, 740)):
        page = open_page(browser, width, height)
        found: dict[str, list[str]] = {}
        for name in screens(page, light, "en"):
            page.evaluate(script)
            found[name] = faults(page)
            # axe does not judge words over a picture: the ground that they stand on does.
            if name in ("decision", "hotspots"):
                assert page.evaluate(ON_ITS_GROUND) >= 4.5, f"{name} at {width}"
            if name == "note":
                break
        assert {name: each for name, each in found.items() if each} == {}
        page.context.close()


ON_ITS_GROUND = r"""() => {
    const channels = (colour) => {
        const canvas = document.createElement('canvas').getContext('2d');
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = (colour) => channels(colour).slice(0, 3).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }).reduce((sum, part, index) => sum + part * [0.2126, 0.7152, 0.0722][index], 0);
    return Math.min(...[...document.querySelectorAll('.choice-list .choice')].map((each) => {
        const { backgroundColor, color } = getComputedStyle(each);
        const [low, high] = [luminance(backgroundColor.replace(/ \/ [\d.]+/, '')), luminance(color)]
            .sort((one, other) => one - other);
        return (high + 0.05) / (low + 0.05);
    }));
}"""
"""The least contrast of an answer's words with its own ground, taken as opaque."""


COLOUR = (
    """([selector, property]) => getComputedStyle(document.querySelector(selector))[property]"""
)
"""The colour in which something is drawn."""
TOLD_BY_COLOUR = {
    "decision": [
        (".timer progress", "borderTopColor", ".choices", "backgroundColor"),
        (".captions-switch", "borderTopColor", ".settings-open", "borderTopColor"),
        (".choices", "backgroundColor", ".choice kbd", "color"),
    ],
    "chapters": [("[data-chapter]:disabled", "color", "[data-chapter]:enabled", "color")],
    "debrief": [
        (".bar span", "backgroundColor", ".bar", "backgroundColor"),
        (".bar i", "backgroundColor", ".bar", "backgroundColor"),
        (".node.on rect", "stroke", ".node:not(.on) rect", "stroke"),
        (".node.here rect", "fill", ".node.here text", "fill"),
        (".node.on:not(.here) text", "fill", ".node.on:not(.here) rect", "fill"),
        (".edge.taken", "stroke", ".edge:not(.taken)", "stroke"),
        ("#restart", "color", "#restart", "backgroundColor"),
    ],
}
"""Of what two colours must differ on which screen: what is drawn, and what it is told from."""


@pytest.mark.parametrize("palette", ["dark", "light"])
def test_forced_colours_tell_what_the_films_own_tell(
    browser: Browser, home: str, palette: Any
) -> None:
    page = open_page(browser, 1280, 720, forced_colors="active", color_scheme=palette)
    for name in screens(page, home, "en"):
        for drawn, colour, other, others in TOLD_BY_COLOUR.get(name, []):
            one, two = (page.evaluate(COLOUR, each) for each in ([drawn, colour], [other, others]))
            assert one != two, f"{name}: {drawn} {colour} and {other} {others}"
        if name == "hotspots":
            place = page.evaluate(COLOUR, [".choice.region", "borderTopColor"])
            assert place == "rgb(255, 255, 255)", "with a black edge, seen on any picture"
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.dataset.choice") == "envelope"
            assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        if name == "debrief":
            break
    page.context.close()


SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
"""What a person may set for all text (WCAG 1.4.12)."""
LOST = """() => [...document.querySelectorAll('button, select, h1, h2, h3, p, li, label, summary')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true })
        && !each.closest('.unseen, .regions, .map-space'))
    .filter((each) => {
        const { right } = each.getBoundingClientRect();
        const style = getComputedStyle(each);
        const tall = each.scrollHeight > each.clientHeight + 2 && style.overflowY !== 'visible';
        const pen = document.createElement('canvas').getContext('2d');
        pen.font = style.font;
        pen.letterSpacing = style.letterSpacing;
        const shown = each.selectedOptions?.[0]?.textContent ?? '';
        const inner = each.clientWidth - parseFloat(style.paddingLeft) * 2;
        const wide = each.matches('button') ? each.scrollWidth > each.clientWidth + 2
            : pen.measureText(shown).width > inner + 1;
        return tall || wide || right > innerWidth + 1;
    }).map((each) => `${each.tagName} ${each.className} ${each.textContent.slice(0, 40)}`)"""
"""Words that are cut off, stand over their button's edge or leave the window."""


@pytest.mark.parametrize(
    ("language", "width", "height"), [("en", 1280, 720), ("pl", 360, 740), ("en", 320, 256)]
)
def test_nothing_is_lost_when_text_is_spaced_out(
    browser: Browser, home: str, language: str, width: int, height: int
) -> None:
    page = open_page(browser, width, height, bypass_csp=True)
    lost: dict[str, list[str]] = {}
    for name in screens(page, home, language):
        style = page.add_style_tag(content=SPACING)
        lost[name] = page.evaluate(LOST)
        if beyond(page) > 0:
            lost[name].append(f"{beyond(page)} px wider than the window")
        style.evaluate("each => each.remove()")
    assert {name: each for name, each in lost.items() if each} == {}
    page.context.close()


SMALL = """() => [...document.querySelectorAll(
    'button, a[href], input, select, summary, textarea, [role=button]')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true })
        && !each.closest('[inert]') && !each.matches(':not(.explained) > .term, p a'))
    .map((each) => [each, each.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 24 || height < 24)
    .map(([each, { width, height }]) => `${each.id || each.className}: ${width} × ${height}`)"""
"""Targets under 24 px (WCAG 2.5.8); words within a sentence are exempt."""
HIDDEN = """() => {
    const each = document.activeElement;
    const { left, top, right, bottom } = each.getBoundingClientRect();
    const points = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
        document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y)));
    return each === document.body || points.some((it) => each.contains(it) || it?.contains(each))
        ? null : `${each.className} ${each.textContent.slice(0, 40)}`;
}"""
"""What has the focus while nothing of it is seen (WCAG 2.4.11)."""


@pytest.mark.parametrize(("width", "height"), [(1280, 720), (360, 740)])
def test_targets_are_large_enough_and_the_focus_is_seen(
    browser: Browser, home: str, width: int, height: int
) -> None:
    page = open_page(browser, width, height)
    wrong: dict[str, list[str]] = {}
    for name in screens(page, home, "pl"):
        wrong[name] = page.evaluate(SMALL)
        if name not in ("debrief", "room-debrief", "settings", "resources", "start", "certificate"):
            continue
        for key in ["Tab"] * 40 + ["Shift+Tab"] * 40:
            page.keyboard.press(key)
            hidden = page.evaluate(HIDDEN)
            if hidden:
                wrong[name].append(f"hidden: {hidden}")
        if name == "room-debrief":
            break
    assert {name: each for name, each in wrong.items() if each} == {}
    page.context.close()


def test_at_400_percent_the_question_the_time_and_an_answer_are_seen_at_once(
    browser: Browser, home: str
) -> None:
    page = open_page(browser, 320, 256)
    for name in screens(page, home, "en"):
        if name == "decision":
            break
    for seen in (".prompt", ".time-left", ".more-time", ".choice >> nth=0"):
        box = page.locator(f".choices {seen}").first.bounding_box()
        assert box is not None
        assert box["y"] >= 0, seen
        assert box["y"] + box["height"] <= 256, seen
    page.context.close()


def test_a_screen_reader_is_told_what_matters(browser: Browser, home: str) -> None:
    """Roles, names and focus, as the browser gives them to assistive technology."""
    page = open_page(browser, 1280, 720)
    told: dict[str, str] = {}
    focus: dict[str, str] = {}
    for name in screens(page, home, "en"):
        told[name] = page.locator("body").aria_snapshot()
        focus[name] = page.evaluate(
            "(it => it.getAttribute('aria-label') || it.textContent)(document.activeElement)"
        )
        if name == "debrief":
            break
    assert 'heading "Border check" [level=1]' in told["start"]
    assert 'button "Start the film"' in told["start"]
    assert (
        'region "Your decision – The driver is in a hurry. What do you do? – Time left'
        in (told["decision"])
    )
    assert "timer" in told["decision"]
    assert "status: The driver" in told["decision"]
    assert 'dialog "Help and resources"' in told["resources"]
    assert 'link "+48 22 628 01 20"' in told["resources"]
    assert 'button "Start the film"' not in told["resources"], "what lies behind is inert"
    assert focus["resources"] == "Help and resources"
    assert 'dialog "The next scene may be hard to watch"' in told["note"]
    assert "Mira’s story Mira says" in told["card"].split("status:")[-1], "a card is read out"
    for sign in ("Envelope with passports", "Bag with phones"):
        assert sign in told["hotspots"]
    assert 'button "Pause"' in told["decision"]
    assert focus["decision"].startswith("Your decision – The driver is in a hurry.")
    assert focus["hotspots"].startswith("Your decision – What catches your attention?")
    assert focus["feedback"] == "Not the best decision"
    assert focus["debrief"], "the debrief starts at its heading"
    assert "Scenes seen:" in told["debrief"]
    page.context.close()
