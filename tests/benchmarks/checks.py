"""How long it takes to check stories, and how fast states are explored."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from itertools import pairwise

from harness import Figure, apart, run, timed

from studio.checks import Context, run_checks
from studio.checks.checker import Checker
from studio.checks.explore import explore
from studio.checks.explore.layout import layout_of
from studio.checks.explore.machine import machine_of
from studio.checks.explore.search import search
from studio.checks.numbers.playthroughs import coverage
from studio.story import edits
from studio.story.model import Decision
from tests.large_stories import (
    counters,
    differences,
    flags_in_chapters,
    planted,
    questions_once,
)

TARGETS = {1_000: 0.3, 10_000: 3.0, 100_000: 40.0}


def check_seconds(scenes: int) -> tuple[float, int]:
    """Seconds of all checks on a story with planted defects, and how many answers are wrong.

    Libraries are loaded before. What was planted is known, see ``tests/large_stories.py``.
    """
    made = planted(scenes)
    run_checks(planted(30).story)
    gc.collect()
    before = time.perf_counter()
    report = run_checks(made.story)
    seconds = time.perf_counter() - before
    passes = Context(made.story).scoring.passes["random"]
    return seconds, len(differences(made, report, passes))


def search_rate(story) -> tuple[float, int]:
    """States a second, and how many there are."""
    machine = machine_of(story)
    layout = layout_of(machine)
    gc.collect()
    before = time.perf_counter()
    found = search(machine, layout, 5_000_000)
    return len(found.expanded) / (time.perf_counter() - before), len(found.expanded)


def again_after_edits(scenes: int, repeats: int) -> list[float]:
    """Seconds of checking again after edits of texts all over the story, sorted.

    Half of the edits are of titles, half of answers (whose lengths a check asks about).
    """
    story = planted(scenes).story
    checker = Checker()
    checker.run(story)
    taken: list[float] = []
    for n in range(repeats):
        scene = story.scenes[n * 83 % (scenes // 2)]
        if n % 2 and isinstance(scene.then, Decision):
            address = ("scenes", scene.id, "then", "choices", 0, "text", "en")
            story = edits.put_value(story, address, f"Words {n}")
        else:
            story = edits.retitle_scene(story, scene.id, "en", f"Words {n}")
        before = time.perf_counter()
        checker.run(story)
        taken.append(time.perf_counter() - before)
    return sorted(taken)


def figures(quick: bool) -> Iterator[Figure]:
    """All checks by size, memory, exploration, incremental checking, the coverage set."""
    sizes = (1_000, 10_000) if quick else (1_000, 10_000, 100_000)
    taken: dict[int, float] = {}
    for size in sizes:
        done = apart(check_seconds, size)
        taken[size], wrong = done.result
        yield Figure(f"all checks, {size:,} scenes", taken[size], "s", "lower", TARGETS[size])
        yield Figure(f"answers unlike what was planted, {size:,} scenes", wrong, "", "lower", 0)
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
    yield Figure("20 local flags, 500 scenes", timed(lambda: explore(story)), "s", "lower", 0.3)
    exact = explore(story).exact
    yield Figure("20 local flags, 500 scenes, decided exactly", float(exact), "", "higher", 1)
    taken_again = again_after_edits(5_000, 60)
    for name, share in (("median", 0.5), ("p95", 0.95), ("slowest", 1.0)):
        value = taken_again[min(len(taken_again) - 1, round(share * len(taken_again)))] * 1000
        figure = f"again after a text edit, 5,000 scenes, {name} of {len(taken_again)}"
        yield Figure(figure, value, "ms", "lower", 100)
    exploration = explore(planted(1_000).story)
    yield Figure(
        "coverage set, 1,000 scenes", timed(lambda: coverage(exploration, "en")), "s", "lower"
    )


if __name__ == "__main__":
    run("checks", figures)
