"""A walk through everything the studio shows: each page, panel, dialog and window by name.

Pictures, the audit of names, and the search for words that are cut off all go this way; a new
window belongs here, and is looked at by all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget

from studio.desktop.canvas.selection import Selection
from studio.desktop.command_palette import CommandPalette
from studio.desktop.dialogs.export import ExportDialog
from studio.desktop.dialogs.versions import VersionsDialog
from studio.desktop.inspector.parts import Section
from studio.desktop.panels.contents import KINDS
from studio.desktop.tasks import Task
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.files import open_story
from studio.story.finding import StudioError
from studio.story.model import Area, Concealment, Position, Story
from studio.story.open_folder import copy_story

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check"
Stop = tuple[str, QWidget]


def settle(calm: int = 200, longest: int = 20_000, ready: Callable[[], bool] | None = None) -> None:
    """Let the window live until nothing works in the background and ``ready`` holds.

    (QTest.qWait would keep what works in the background from Python's lock.)
    """
    loop = QEventLoop()
    quiet = 0
    step = 40

    def look() -> None:
        nonlocal quiet, longest
        longest -= step
        idle = not Task._running and (ready is None or ready())
        quiet = quiet + step if idle else 0
        if quiet >= calm or longest <= 0:
            loop.quit()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(step)
    loop.exec()


def unfold_all(root: QWidget) -> None:
    """Open every section, those within others too."""
    while folded := [each for each in root.findChildren(Section) if not each.button.isChecked()]:
        for each in folded:
            each.unfold()
    QApplication.processEvents()


def copy_of_sample(folder: Path) -> Path:
    """The sample story, put into this folder."""
    copy_story(open_story(SAMPLE).story, SAMPLE, folder)
    return folder


def with_faults(story: Story) -> Story:
    """Something left to do, so that there is much to show: a way that leads nowhere, a scene that
    nothing leads to; and a concealed face."""
    story = edits.disconnect(story, edits.Port("silence", "press"))
    story = edits.add_scene(story, {"en": "Left over"}, Position(x=0, y=1400))
    place = Area(shape="rectangle", x=0.12, y=0.38, width=0.13, height=0.24)
    return edits.conceal(story, "inside", Concealment(area=place))


def tour(window: StudioWindow, folder: Path) -> Iterator[Stop]:
    """Everything in turn, from the welcome screen on; ``folder`` is where the story may be put."""
    settle()
    yield "welcome", window
    window.flow.new_story("guided_conversation")
    yield from _dialog(window, "new_story")
    window.open_folder(copy_of_sample(folder))
    story = window.document.story
    assert story is not None
    window.document.apply(with_faults(story), "Faults")
    settle(600)
    yield from _pages(window)
    yield from _panels(window)
    yield from _dialogs(window)
    yield from _clip_editor(window)
    yield from _play(window)


def _pages(window: StudioWindow) -> Iterator[Stop]:
    """The properties of each kind of thing, folded as they come, then all unfolded."""
    docks, view, inspector = window.docks, window.map, window.inspector
    docks.bring("inspector")
    story = window.document.story
    assert story is not None

    def page(name: str) -> Iterator[Stop]:
        settle(400, ready=lambda: not view.camera.gliding)
        yield f"page-{name}", window
        assert inspector.page is not None
        inspector.page.complete()
        unfold_all(inspector)
        settle()
        yield f"page-{name}-unfolded", inspector.widget()

    view.choose(Selection())
    yield from page("story")
    for name, scene in (
        ("next", "arrival"),
        ("decision", "driver"),
        ("hotspots", "inside"),
        ("ending", "ending_success"),
        ("unwritten", story.scenes[-1].id),
    ):
        view.go_to(scene)
        yield from page(name)
    way = edits.Port("her_story", "offer_help")
    view.go_to(way.scene)
    view.choose(Selection(way=way))
    yield from page("choice")
    view.choose(Selection(chapter=story.chapters[0].id))
    yield from page("chapter")
    view.choose(Selection(scenes=("driver", "inside", "contact")))
    yield from page("many")


def _panels(window: StudioWindow) -> Iterator[Stop]:
    docks, panels = window.docks, window.panels
    window.map.go_to("driver")
    docks.bring("findings")
    settle(400)
    panels.findings.list.setCurrentIndex(panels.findings.model.index(0, 0))
    settle()
    yield "panel-findings", window
    docks.bring("media")
    settle(400, ready=lambda: not panels.media.busy)
    panels.media.table.selectRow(0)
    settle(400)
    yield "panel-media", window
    docks.bring("table")
    settle(400)
    yield "panel-table", window
    panels.table.forms["outline"].click()
    settle(400)
    yield "panel-outline", window
    panels.find.words.setText("o")
    panels.find.replacement.setText("oo")
    panels.show_find()
    settle(500, ready=lambda: not panels.find.busy)
    yield "panel-find", window
    docks.bring("contents")
    for number, kind in enumerate(KINDS):
        panels.contents.tabs.setCurrentIndex(number)
        settle(400)
        yield f"panel-{kind}", window
    docks.bring("history")
    settle(300)
    yield "panel-history", window
    docks["history"].hide()
    docks.bring("inspector")
    docks.bring("findings")


def _dialogs(window: StudioWindow) -> Iterator[Stop]:
    yield from export_dialog(window)
    for name in ("shortcuts", "versions"):
        window.actions_by_name[name].trigger()
        if name == "versions":
            shown = window.findChild(QDialog, name)
            assert isinstance(shown, VersionsDialog)
            settle(300)
            shown.list.setCurrentRow(0)
        yield from _dialog(window, name)
    window.actions_by_name["play_given"].trigger()
    yield from _dialog(window, "playthroughs")
    window.finder.open()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    palette.field.setText("a")
    palette.field.textEdited.emit("a")
    yield from _dialog(window, "command_palette")
    try:
        open_story(Path("nowhere"))
    except StudioError as error:
        window.tell(error)
    yield from _dialog(window, "problem")


def export_dialog(window: StudioWindow) -> Iterator[Stop]:
    """The export dialog once it knows what the film will need."""
    window.actions_by_name["export"].trigger()
    dialog = window.findChild(QDialog, "export")
    assert isinstance(dialog, ExportDialog)
    dialog.out.setText("~/border_check-film")
    settle(300, ready=lambda: dialog._outlook is not None)
    yield from _dialog(window, "export")


def _dialog(window: StudioWindow, name: str) -> Iterator[Stop]:
    dialog = window.findChild(QDialog, name)
    assert dialog is not None, name
    settle(400)
    yield f"dialog-{name}", dialog
    dialog.close()
    settle(100)


def _clip_editor(window: StudioWindow) -> Iterator[Stop]:
    window.windows.edit_clip("inside")
    editor = window.windows._clip
    assert editor is not None
    settle(800, ready=lambda: editor.screen.head is not None)
    yield "clip", editor
    editor._seek(4.0)
    editor.choices.setCurrentRow(0)
    settle(600)
    yield "clip-hotspot", editor
    editor.choices.setCurrentRow(editor.choices.count() - 1)
    settle(600)
    yield "clip-concealed", editor
    editor.close()


def _play(window: StudioWindow) -> Iterator[Stop]:
    window.map.go_to("inside")
    window.windows.play_scene()
    play = window.windows._play
    assert play is not None
    settle(1500)
    yield "play", play
    play.conductor.skip()
    settle(800)
    yield "play-decision", play
    rehearsal = play.rehearsal
    assert rehearsal is not None
    play.choices.findChildren(QPushButton)[0].click()
    settle(800)
    yield "play-answered", play
    window.map.go_to("ending_success")
    window.windows.play_scene()
    settle(600)
    play.conductor.skip()
    settle(800)
    yield "play-ending", play
    play.close()
