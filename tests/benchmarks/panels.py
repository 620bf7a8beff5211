"""How long the interface thread is kept by inspector and table, and how soon findings appear.

Milliseconds of the interface thread are its own processor time: what other programs take does
not count, what Qt lays out and paints does. What is done in turns, between which the window
answers, counts by its longest turn. The table's reference is a QTableWidget filled with an
item for each cell, in the same run. Findings are timed by the clock, from the edit to the report.
"""

from __future__ import annotations

import itertools
import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from harness import Figure, run

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QTableWidget, QTableWidgetItem

from studio.desktop.inspector.editing import Editing
from studio.desktop.inspector.inspector import Inspector
from studio.desktop.panels.findings import FindingsPanel
from studio.desktop.panels.table import TablePanel
from studio.desktop.theme import LIGHT, apply_theme
from studio.story import edits
from studio.story import model as m
from tests.desktop.stories import wide_story

LIMIT = 50.0
"""Milliseconds that the interface thread may be kept by anything."""
SOON = 300.0
FOLDER = Path("nowhere")


def kept(
    action: Callable[[], object], repeats: int = 7, of_turns: Callable[[list[float]], float] = max
) -> float:
    """Median milliseconds that the interface thread is kept by an action or by a turn of what
    follows of it; between the two, and between turns, it looks for what the user does."""
    application = QApplication.instance()
    assert application is not None
    taken: list[float] = []
    for _ in range(repeats):
        turns: list[float] = []
        before = time.thread_time()
        action()
        turns.append(1000 * (time.thread_time() - before))
        for _ in range(12):
            before = time.thread_time()
            application.processEvents()
            turns.append(1000 * (time.thread_time() - before))
            time.sleep(0.01)
        taken.append(of_turns(turns))
    return statistics.median(taken)


def editing_on(scenes: int) -> Editing:
    """An :class:`Editing` on a net of scenes with two choices each, in two languages."""
    story = replace(
        wide_story(scenes // 100, 100),
        languages=("pl", "en"),
        variables=(m.NumberVariable("trust"),),
    )
    editing = Editing()
    editing.edited.connect(lambda after, _label, _visit: editing.show(after, FOLDER, "en", False))
    editing.show(story, FOLDER, "en", False)
    return editing


def of_forms(scenes: int) -> Iterator[Figure]:
    """Inspector and table at a size."""
    size = f"{scenes:,} scenes"
    editing = editing_on(scenes)
    inspector = Inspector(editing)
    inspector.resize(420, 900)
    inspector.show()
    ids = itertools.cycle(each.id for each in editing.story.scenes)
    words = itertools.count()

    def title() -> bool:
        return editing.put(("scenes", "s0-0", "title", "en"), f"Title {next(words)}", "Title")

    def figure(name: str, value: float, reference: float | None = None) -> Figure:
        peer = "QTableWidget with an item for each cell" if reference is not None else None
        return Figure(f"{name}, {size}", value, "ms", "lower", LIMIT, peer, reference)

    def select() -> None:
        inspector.look_at(scenes=(next(ids),))

    yield figure("select a scene", kept(select))
    whole = kept(select, of_turns=sum)
    yield Figure(f"select a scene, all turns, {size}", whole, "ms", "lower")
    yield figure("type a title", kept(title))
    shown = inspector.about.scenes[0]
    yield figure(
        "add a choice", kept(lambda: editing.do(lambda story: edits.add_choice(story, shown), "x"))
    )
    table = TablePanel(editing)
    table.resize(1000, 300)
    yield figure("open the table", kept(table.show, 1), kept(lambda: filled(editing, table), 1))
    yield figure("type a title with the table open", kept(title))
    yield figure("sort the table", kept(lambda: table.model.sort(1), 3))
    table.model.sort(-1, Qt.SortOrder.AscendingOrder)
    yield figure("filter the table", kept(lambda: table.model.filter("s5-5 on", "both"), 3))


def filled(editing: Editing, table: TablePanel) -> QTableWidget:
    """The table as most would make it."""
    model = table.model
    widget = QTableWidget(model.rowCount(), model.columnCount())
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            widget.setItem(row, column, QTableWidgetItem(model.index(row, column).data()))
    widget.resize(1000, 300)
    widget.show()
    return widget


def of_findings(scenes: int, repeats: int) -> Iterator[Figure]:
    """From an edit to the report, by the clock."""
    editing = editing_on(scenes)
    panel = FindingsPanel(editing, "en")
    panel.resize(900, 230)
    panel.show()
    loop = QEventLoop()
    panel.checked.connect(loop.quit)
    taken: list[float] = []
    for number in range(repeats + 1):
        after = edits.put_value(editing.story, ("scenes", "s5-5", "title", "en"), f"Title {number}")
        before = time.perf_counter()
        editing.show(after, FOLDER, "en", False)
        panel.check(after, FOLDER, ())
        loop.exec()
        taken.append(1000 * (time.perf_counter() - before))
    yield Figure(
        f"edit to findings, {scenes:,} scenes",
        statistics.median(taken[1:]),
        "ms",
        "lower",
        SOON if scenes <= 1000 else None,
    )


def figures(quick: bool) -> Iterator[Figure]:
    """All figures; the quick run leaves the largest findings out."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    apply_theme(application, LIGHT)
    for scenes in (1000, 10_000):
        yield from of_forms(scenes)
    yield from of_findings(1000, 5 if quick else 20)
    if not quick:
        yield from of_findings(10_000, 5)


if __name__ == "__main__":
    run("panels", figures)
