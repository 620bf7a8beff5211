"""How long the picture stands still between two clips, in three engines, from ``file://``.

Clips carry their number in every frame. The page is watched with ``requestVideoFrameCallback``
on every video element; a frame counts when its element is the one in front. A gap is the time
from the last frame of the old clip to the first of the new one: one frame lasts 33 ms. In the
same run the same clips are played by one element whose ``src`` is changed (naive). Also here:
click to picture, the first-to-second-frame pause, what a screen recording shows and what
is heard at a switch, memory over a walk of 200 scenes, and the time to the first interactive frame
of a small and of a 1,000-scene film.
"""

from __future__ import annotations

import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from harness import Figure, run
from playwright.sync_api import sync_playwright

from tests.browser import engines, numbered_film, recording, small_film, walker
from tests.browser.engines import Engine
from tests.browser.watching import WATCH, watch

FRAME = 1000 / numbered_film.RATE
CLOCK = 1
"""Milliseconds that Firefox's clock is exact to."""
ENOUGH = 40
"""Switches of each kind, at least."""

NAIVE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>naive</title></head>
<body><video style="position: fixed; inset: 0; width: 100%%; height: 100%%" playsinline
preload="auto"></video><button id="start" style="position: relative">start</button>
<script>
const root = document.documentElement; const video = document.querySelector('video');
const names = %s; let at = 0;
const show = () => {
  if (at >= names.length) { root.dataset.phase = 'ended'; return; }
  video.src = names[at]; video.play();
  const here = at; root.dataset.scene = at; root.dataset.phase = 'playing';
  at += 1;
  if (here %% 2) video.ontimeupdate = () => {
    if (video.currentTime < 0.7 || root.dataset.phase !== 'playing') return;
    root.dataset.phase = 'deciding';
  };
  else { video.ontimeupdate = null; video.onended = show; }
  if (here %% 2) video.onended = null;
};
const choice = document.createElement('button');
choice.className = 'choice'; choice.dataset.choice = 'on'; choice.textContent = 'on';
choice.onclick = show; document.body.append(choice);
document.getElementById('start').onclick = show;
</script></body></html>"""


def switches_of(watched: dict[str, Any]) -> list[dict[str, float]]:
    """Each change of clip: its kind, gap, pause after the first frame, click to picture (ms)."""
    frames, clicks = watched["frames"], watched["clicks"]
    found: list[dict[str, float]] = []
    last = 0.0
    for index in range(1, len(frames) - 1):
        (before, old, _), (now, new, _) = frames[index - 1], frames[index]
        if old == new:
            continue
        pushed = [each for each in clicks if last < each <= now]
        pause = frames[index + 1][0] - now
        row = {"click": float(bool(pushed)), "gap": now - before, "pause": pause}
        if pushed:
            row["answer"] = now - pushed[-1]
        found.append(row)
        last = now
    return found


def p95(values: list[float]) -> float:
    """The 95th percentile (nearest rank)."""
    return sorted(values)[max(0, -(-len(values) * 95 // 100) - 1)]


def write_films(folder: Path, switches: int) -> None:
    """The chain as our film and as the naive page."""
    small_film.write_player(folder, numbered_film.chain(switches))
    clips = [f"media/n{index % numbered_film.CLIPS}.mp4" for index in range(switches + 1)]
    naive = NAIVE % numbered_film.as_script(clips)
    (folder / "naive.html").write_text(naive, encoding="utf-8")


def switching(engine: Engine, folder: Path, home: Path, each: int) -> Iterator[Figure]:
    """Gaps, pauses and answers of one engine, ours beside naive."""
    count = each * 2 + 2
    write_films(folder, count)
    with engines.open_page(engine, home) as page:
        address = walker.file_address(folder)
        ours = switches_of(watch(page, address + "index.html", count))
        theirs = switches_of(watch(page, address + "naive.html", count))
    for kind, click in (("end", 0.0), ("click", 1.0)):
        mine = [row for row in ours if row["click"] == click]
        plain = [row for row in theirs if row["click"] == click]
        for name, middle, target in (("median", statistics.median, FRAME), ("p95", p95, 2 * FRAME)):
            yield Figure(
                f"{engine}, {kind}: gap, {name} of {len(mine)}",
                middle([row["gap"] for row in mine]), "ms", "lower", round(target + CLOCK),
                "src changed", middle([row["gap"] for row in plain]),
            )  # fmt: skip
        yield Figure(
            f"{engine}, {kind}: first to second frame, median",
            statistics.median(row["pause"] for row in mine), "ms", "lower", None,
            "src changed", statistics.median(row["pause"] for row in plain),
        )  # fmt: skip
    yield Figure(
        f"{engine}: click to the new picture, median",
        statistics.median(row["answer"] for row in ours if row["click"]), "ms", "lower", None,
        "src changed", statistics.median(row["answer"] for row in theirs if row["click"]),
    )  # fmt: skip


LISTEN = """(() => {
  const context = new AudioContext();
  const ear = new AnalyserNode(context, { fftSize: 2048 });
  for (const video of document.querySelectorAll('video')) {
    context.createMediaElementSource(video).connect(ear);
  }
  ear.connect(context.destination);
  context.resume();
  const wave = new Float32Array(2048);
  window.heard = [];
  setInterval(() => {
    ear.getFloatTimeDomainData(wave);
    const newest = wave.subarray(-480);
    const level = Math.sqrt(newest.reduce((sum, each) => sum + each * each, 0) / 480);
    const front = document.querySelector('video.front')?.getAttribute('src') ?? '';
    heard.push([performance.now(), level, front]);
  }, 5);
})()"""
"""Hears what the page plays, ten milliseconds at a time. Over http: from a file it is silence."""


def quiet_at_switches(heard: list[tuple[float, float, str]]) -> list[tuple[float, float]]:
    """Around each switch: the longest time below a quarter of the usual level (ms), and the
    lowest level by the usual one."""
    usual = statistics.median(level for _, level, _ in heard)
    found: list[tuple[float, float]] = []
    for index in range(1, len(heard)):
        at, _, source = heard[index]
        if not heard[index - 1][2] or source == heard[index - 1][2]:
            continue
        near = [each for each in heard if abs(each[0] - at) < 300]
        longest, since = 0.0, None
        for moment, level, _ in near:
            if level < usual / 4:
                since = moment if since is None else since
                longest = max(longest, moment - since)
            else:
                since = None
        found.append((longest, min(level for _, level, _ in near) / usual))
    return found


def sounding(folder: Path, switches: int) -> Iterator[Figure]:
    """What is heard where one clip follows another: tones of one loudness, in Chromium."""
    small_film.write_player(folder, numbered_film.chain(switches))
    with (
        walker.served(folder) as home,
        sync_playwright() as playwright,
        walker.chromium(playwright) as browser,
    ):
        page = browser.new_page()
        page.goto(home + "index.html")
        page.wait_for_selector("#start")
        page.evaluate(WATCH)
        page.evaluate(LISTEN)
        page.click("#start")
        page.wait_for_selector("html[data-phase=ended]", timeout=300_000)
        found = quiet_at_switches(page.evaluate("heard"))
    silences = [silence for silence, _ in found]
    yield Figure(f"sound at a switch: longest silence, median of {len(found)}",
                 statistics.median(silences), "ms", "lower", 40)  # fmt: skip
    yield Figure(f"sound at a switch: longest silence, p95 of {len(found)}",
                 p95(silences), "ms", "lower", None)  # fmt: skip
    yield Figure(f"sound at a switch: lowest level by the usual one, median of {len(found)}",
                 statistics.median(level for _, level in found), "", "higher", None)  # fmt: skip


def looking(folder: Path, root: Path, switches: int) -> Iterator[Figure]:
    """What a screen recording of a real window shows between two clips, ours beside naive."""
    write_films(folder, switches)
    blank: list[list[int]] = []
    with recording.window() as (page, display):
        for name in ("index.html", "naive.html"):
            with recording.recorded(display, root / "screen.raw"):
                watch(engines.ChromiumPage(page), walker.file_address(folder) + name, switches)
            blank.append(recording.between_clips(recording.clips_of(root / "screen.raw")))
    ours, theirs = blank
    yield Figure(
        f"chromium, screen recording at {recording.RATE}/s: blank frames at {len(ours)} switches",
        sum(ours), "", "lower", 0, "src changed", sum(theirs),
    )  # fmt: skip


INTERACTIVE = """new MutationObserver((_, observer) => {
  if (!document.querySelector('#start')) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.interactive = performance.now(); }));
}).observe(document, { childList: true, subtree: true })"""


def starting(folder: Path, repeats: int) -> Iterator[Figure]:
    """Milliseconds from navigation to the first frame with the start button, in Chromium."""
    address = walker.file_address(folder) + "index.html"
    with sync_playwright() as playwright, walker.chromium(playwright) as browser:
        for scenes in (10, 1000):
            small_film.write_player(folder, numbered_film.chain(scenes))
            taken: list[float] = []
            for _ in range(repeats):
                context = browser.new_context()
                page = context.new_page()
                page.add_init_script(INTERACTIVE)
                page.goto(address)
                page.wait_for_selector("#start")
                while not (at := page.evaluate("window.interactive ?? 0")):
                    page.wait_for_timeout(20)
                taken.append(at)
                context.close()
            name = f"first interactive frame, {scenes:,} scenes, median of {repeats}"
            yield Figure(name, statistics.median(taken), "ms", "lower", 300)


def tree_memory() -> float:
    """Resident megabytes of all processes that descend from this one, this one left out."""
    parents: dict[int, int] = {}
    resident: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            status = (entry / "status").read_text()
        except OSError:
            continue
        facts = dict(line.split(":", 1) for line in status.splitlines() if ":" in line)
        parents[int(entry.name)] = int(facts["PPid"])
        resident[int(entry.name)] = int(facts.get("VmRSS", "0 kB").split()[0])
    ours = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in ours} - ours:
        ours |= more
    return sum(resident[pid] for pid in ours if pid != os.getpid()) / 1024


def walking(folder: Path, scenes: int) -> Iterator[Figure]:
    """What Chromium holds after a fifth of a long walk and at its end, clips played at 8x."""
    small_film.write_player(folder, numbered_film.chain(scenes))
    with sync_playwright() as playwright, walker.chromium(playwright) as browser:
        page = browser.new_page()
        page.set_default_timeout(300_000)
        page.goto(walker.file_address(folder) + "index.html#speed=8")
        page.wait_for_selector("#start")
        page.evaluate(WATCH)
        page.click("#start")
        # Asked by number: at this speed a scene may be over before anyone asks for it by name.
        number = "Number((document.documentElement.dataset.scene ?? 's0').slice(1))"
        while page.evaluate(number) < scenes // 5:
            page.wait_for_timeout(50)
        early = tree_memory()
        page.wait_for_selector("html[data-phase=ended]")
        late = tree_memory()
        elements = page.locator("video").count()
    yield Figure(f"memory of a walk of {scenes} scenes, growth from scene {scenes // 5} on",
                 late - early, "MB", "lower", 50, "held at that scene", early)  # fmt: skip
    yield Figure("video elements", elements, "", "lower", 4)


def figures(quick: bool) -> Iterator[Figure]:
    """All of them; engines that are not installed are left out."""
    with tempfile.TemporaryDirectory(prefix="switching-") as temporary:
        root = Path(temporary)
        folder = numbered_film.build(root / "film", numbered_film.chain(2))
        for engine in engines.ENGINES:
            if engines.missing(engine):
                continue
            home = root / engine
            home.mkdir()
            yield from switching(engine, folder, home, 3 if quick else ENOUGH)
        if not recording.missing():
            yield from looking(folder, root, 4 if quick else ENOUGH)
        yield from sounding(folder, 4 if quick else ENOUGH)
        yield from starting(folder, 3 if quick else 15)
        yield from walking(folder, 30 if quick else 200)


if __name__ == "__main__":
    run("switching", figures)
