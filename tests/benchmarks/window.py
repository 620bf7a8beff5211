"""How long the whole studio's window is kept by what a trainer usually does.

A real window on Qt's offscreen platform, with all its panels. A turn is what runs before the
window looks again for what the user does; each figure is the longest turn from the action until
the window has been at rest for a while, in processor time of the interface thread (median of the
repeats). What other threads take of Python's lock does not count here, nor do other programs.
"""

from __future__ import annotations

import itertools
import os
import statistics
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from harness import Figure, run

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from studio.desktop.command_palette import CommandPalette
from studio.desktop.language import Translations
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.files import create_story
from studio.story.model import Chapter, Position
from tests.large_stories import planted
from tests.turns import Turns, live

LIMIT = 50.0
"""Milliseconds that the interface thread may be kept by anything."""


def kept(action: Callable[[], object], rest: int, repeats: int) -> float:
    """Median over the repeats of the longest turn that follows from the action."""
    taken: list[float] = []
    for _ in range(repeats):
        turns = Turns()
        action()
        live(rest)
        turns.stop()
        taken.append(turns.longest)
    return statistics.median(taken)


def of_window(scenes: int, repeats: int) -> Iterator[Figure]:
    """All actions on a story of that size."""
    with tempfile.TemporaryDirectory(prefix="window-") as place:
        os.environ["XDG_STATE_HOME"] = os.environ["XDG_CACHE_HOME"] = place
        yield from _of_window(scenes, repeats, Path(place))


def _of_window(scenes: int, repeats: int, place: Path) -> Iterator[Figure]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    size = f"{scenes:,} scenes"
    rest = 400 if scenes <= 1000 else 1500
    settings = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)
    settings.setValue("theme", "light")
    translations = Translations(application)
    translations.use("en")
    window = StudioWindow(settings, translations)
    window.show()
    live(500)
    made = planted(scenes).story
    placed = tuple(
        replace(
            scene,
            position=Position(x=320 * (number % 100), y=360 * (number // 100)),
            chapter=f"row-{number // 100}",
        )
        for number, scene in enumerate(made.scenes)
    )
    chapters = tuple(
        Chapter(id=f"row-{number}", title={"en": f"Row {number}"})
        for number in range((len(placed) + 99) // 100)
    )
    create_story(replace(made, scenes=placed, chapters=chapters), place / "story")
    named, commands, numbers = window.actions_by_name, window.map.commands, itertools.count()
    some = placed[len(placed) // 2].id

    def figure(name: str, action: Callable[[], object], times: int = repeats) -> Figure:
        return Figure(f"{name}, {size}", kept(action, rest, times), "ms", "lower", LIMIT)

    def edit() -> None:
        story = window.document.story
        assert story is not None
        after = edits.retitle_scene(story, some, "en", f"Title {next(numbers)}")
        window.document.apply(after, "Title")

    def add() -> None:
        commands["new_scene"].trigger()
        window.map.editing.commit()

    def toggle(menu: dict[str, object], *names: str) -> Callable[[], None]:
        turn = itertools.cycle(names)
        return lambda: menu[next(turn)].trigger()  # type: ignore[attr-defined]

    def palette() -> CommandPalette:
        return window.findChild(CommandPalette)

    def write(letters: str) -> Callable[[], None]:
        return lambda: QTest.keyClicks(palette().field, letters)

    def form(name: str) -> None:
        window.panels.table.forms[name].click()

    yield figure("open the story", lambda: window.open_folder(place / "story"), 1)
    live(4 * rest)
    yield figure("go to a scene", lambda: window.map.go_to(some), 1)
    live(2 * rest)
    yield figure("edit at 1:1 until findings are there", edit)
    yield figure("undo", named["undo"].trigger)
    yield figure("add a scene", add)
    yield figure("switch the theme", toggle(window.menus.theme_actions, "dark", "light"), 4)
    yield figure("switch the language", toggle(window.menus.language_actions, "pl", "en"), 4)
    yield figure("bring the table", lambda: window.docks.bring("table"), 1)
    yield figure("show the outline", lambda: form("outline"), 1)
    yield figure("edit with the outline", edit)
    yield figure(
        "switch the theme with the outline", toggle(window.menus.theme_actions, "dark", "light"), 4
    )
    yield figure(
        "switch the language with the outline", toggle(window.menus.language_actions, "pl", "en"), 4
    )
    form("table")
    live(rest)
    yield figure("edit with the table", edit)
    yield figure("filter the table", lambda: window.panels.table.search.setText("while"), 1)
    window.panels.table.search.clear()
    live(rest)
    yield figure("bring the findings", lambda: window.docks.bring("findings"), 1)
    yield figure("open the command palette", named["find_anything"].trigger, 1)
    yield figure("its first letter", write("w"), 1)
    yield figure("its second letter", write("h"), 1)
    yield figure("its third letter", write("a"), 1)
    palette().reject()
    live(rest)
    yield figure("bring find and replace", named["find"].trigger, 1)
    yield figure("find a word", lambda: QTest.keyClicks(window.panels.find.words, "the"), 1)
    yield figure("bring the media", lambda: window.docks.bring("media"), 1)
    yield figure("select all", commands["select_all"].trigger, 1)
    window.map.select(some)
    live(rest)
    yield figure("show the whole map", named["fit"].trigger, 1)
    yield figure("save", window.save, 1)

    def export() -> None:
        named["export"].trigger()

    yield figure("open the export dialog", export, 1)
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    live(rest)
    window.document.give_up()
    window.close()
    window.deleteLater()
    live(100)


def figures(quick: bool) -> Iterator[Figure]:
    """All figures; the quick run leaves the large story out."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    for scenes in (1000,) if quick else (1000, 10_000):
        yield from of_window(scenes, 3 if quick else 5)


if __name__ == "__main__":
    run("window", figures)
