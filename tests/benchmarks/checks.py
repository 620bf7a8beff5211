"""How long it takes to check stories, and how fast states are explored."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from itertools import pairwise

from harness import Figure, apart, run, timed

from studio.checks import run_checks
from studio.checks.checker import Checker
from studio.checks.explore import explore
from studio.checks.explore.layout import layout_of
from studio.checks.explore.machine import machine_of
from studio.checks.explore.search import search
from studio.checks.numbers.playthroughs import coverage
from studio.story import edits
from tests.large_stories import counters, flags_in_chapters, planted, questions_once

TARGETS = {1_000: 0.3, 10_000: 3.0, 100_000: 40.0}


def check_seconds(scenes: int) -> float:
    """Seconds of all checks on a story with planted defects; libraries are loaded before."""
    story = planted(scenes).story
    run_checks(planted(30).story)
    gc.collect()
    before = time.perf_counter()
    run_checks(story)
    return time.perf_counter() - before


def search_rate(story) -> tuple[float, int]:
    """States a second, and how many there are."""
    machine = machine_of(story)
    layout = layout_of(machine)
    gc.collect()
    before = time.perf_counter()
    found = search(machine, layout, 5_000_000)
    return len(found.expanded) / (time.perf_counter() - before), len(found.expanded)


def figures(quick: bool) -> Iterator[Figure]:
    """All checks by size, memory, exploration, incremental checking, the coverage set."""
    sizes = (1_000, 10_000) if quick else (1_000, 10_000, 100_000)
    taken: dict[int, float] = {}
    for size in sizes:
        done = apart(check_seconds, size)
        taken[size] = done.result
        yield Figure(f"all checks, {size:,} scenes", done.result, "s", "lower", TARGETS[size])
        target = 1.5 if size == 100_000 else None
        yield Figure(f"peak memory, {size:,} scenes", done.peak / 1e9, "GB", "lower", target)
    for small, large in pairwise(sizes):
        growth = taken[large] / taken[small]
        yield Figure(f"growth from {small:,} to {large:,} scenes", growth, "times", "lower", 15)
    for name, story in (
        ("10 open flags over 250 scenes", flags_in_chapters(10, 25, open_flags=10)),
        ("16 questions to ask once", questions_once(16)),
        ("three counters to 40", counters(3, 40)),
    ):
        rate, states = search_rate(story)
        yield Figure(f"exploring {name} ({states:,} states)", rate, "states/s", "higher", 200_000)
    story = flags_in_chapters(20, 25)
    yield Figure("20 local flags, 500 scenes, exactly", timed(lambda: explore(story)), "s", "lower")
    assert explore(story).exact
    story = planted(5_000).story
    checker = Checker()
    checker.run(story)
    words = [f"Words {n}" for n in range(5)]

    def edit() -> None:
        nonlocal story
        story = edits.retitle_scene(story, story.scenes[100].id, "en", words.pop())
        checker.run(story)

    yield Figure("again after a text edit, 5,000 scenes", timed(edit, 5) * 1000, "ms", "lower", 100)
    exploration = explore(planted(1_000).story)
    yield Figure(
        "coverage set, 1,000 scenes", timed(lambda: coverage(exploration, "en")), "s", "lower"
    )


if __name__ == "__main__":
    run("checks", figures)
