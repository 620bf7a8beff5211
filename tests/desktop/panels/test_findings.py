"""The findings panel: live, filtered, with fixes, proofs, waivers and the way to the field."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from studio.checks import run_checks
from studio.checks.waivers import Waived
from studio.desktop.panels.findings import FindingsPanel, address_of
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story import model as m
from studio.story.finding import Finding, Place
from tests.clips import make_clip
from tests.desktop.desk import Desk

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk) -> FindingsPanel:
    made = FindingsPanel(desk.editing, "en")
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    qtbot.waitExposed(made)
    return made


def check(qtbot: QtBot, desk: Desk, panel: FindingsPanel) -> None:
    with qtbot.waitSignal(panel.checked, timeout=20_000):
        panel.check(desk.story, desk.folder, ())


def select(panel: FindingsPanel, code: str) -> None:
    row = next(at for at, each in enumerate(panel.model.rows) if code_of(each) == code)
    panel.list.setCurrentIndex(panel.model.index(row, 0))


def code_of(row: object) -> str:
    return row.finding.code if isinstance(row, Waived) else row.code  # type: ignore[attr-defined]


def press(panel: FindingsPanel, words: str) -> None:
    buttons = [each for each in panel.details.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(next(each for each in buttons if each.text() == words), LEFT)


def codes(panel: FindingsPanel) -> list[str]:
    return [code_of(each) for each in panel.model.rows]


def test_an_edit_is_checked_soon_and_counted(
    qtbot: QtBot, desk: Desk, panel: FindingsPanel
) -> None:
    check(qtbot, desk, panel)
    errors = int(panel.filters["error"].text())
    desk.story = edits.put_value(
        desk.story, ("scenes", "minibus", "then", "choices", "talk", "target"), "nowhere"
    )
    desk.show()
    check(qtbot, desk, panel)
    assert "SC009" in codes(panel)
    assert int(panel.filters["error"].text()) > errors


def test_only_what_is_wanted_is_shown(qtbot: QtBot, desk: Desk, panel: FindingsPanel) -> None:
    check(qtbot, desk, panel)
    every = len(panel.model.rows)
    QTest.mouseClick(panel.filters["notice"], LEFT)
    assert all(each.severity != "notice" for each in panel.model.rows)  # type: ignore[union-attr]
    QTest.mouseClick(panel.filters["notice"], LEFT)
    assert len(panel.model.rows) == every
    QTest.keyClicks(panel.search, "conversation")
    assert 0 < len(panel.model.rows) < every


def test_a_fix_is_one_click_and_one_step(qtbot: QtBot, desk: Desk, panel: FindingsPanel) -> None:
    desk.story = edits.put_value(desk.story, ("scenes", "talk", "chapter"), "gone")
    desk.show()
    check(qtbot, desk, panel)
    select(panel, "SC011")
    desk.clear_steps()
    fixes = [each for each in panel.details.findChildren(QPushButton) if each.property("primary")]
    QTest.mouseClick(fixes[0], LEFT)
    assert "SC011" not in {each.code for each in run_checks(desk.story)}
    assert len(desk.steps) == 1


def test_accepting_needs_a_reason_and_can_be_withdrawn(
    qtbot: QtBot, desk: Desk, panel: FindingsPanel
) -> None:
    check(qtbot, desk, panel)
    code = codes(panel)[0]
    select(panel, code)
    panel.details.accept("  ")
    assert desk.story.waivers == ()
    panel.details.accept("The trainer tells it in the room.")
    check(qtbot, desk, panel)
    assert panel.filters["waived"].text() != "0"
    before = len(panel.model.rows)
    QTest.mouseClick(panel.filters["waived"], LEFT)
    assert len(panel.model.rows) > before
    last = panel.model.index(len(panel.model.rows) - 1, 0)
    panel.list.setCurrentIndex(last)
    press(panel, "No longer accept")
    assert desk.story.waivers == ()


def test_a_proof_can_be_played(qtbot: QtBot, desk: Desk, panel: FindingsPanel) -> None:
    desk.story = edits.put_value(desk.story, ("scenes", "talk", "then"), None)
    desk.show()
    check(qtbot, desk, panel)
    row = next(each for each in panel.model.rows if getattr(each, "proof", ()))
    select(panel, code_of(row))
    with qtbot.waitSignal(panel.proof_wanted) as played:
        press(panel, "Play to this place")
    assert played.args[0]


def test_addresses_lead_to_choice_and_language(desk: Desk) -> None:
    story = edits.put_value(
        desk.story, ("scenes", "minibus", "then", "choices", "talk", "text", "en"), ""
    )
    finding = next(each for each in run_checks(story) if each.place.choice == "talk")
    address = address_of(story, finding)
    assert address[:5] == ("scenes", "minibus", "then", "choices", "talk")
    assert address[-1] == "en"


def test_a_click_goes_to_the_field(qtbot: QtBot, window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    story = edits.put_value(
        story, ("scenes", "minibus", "then", "choices", "talk", "text", "en"), ""
    )
    with qtbot.waitSignal(window.findings.checked, timeout=20_000):
        window.document.apply(story, "x")
    rows = window.findings.model.rows
    row = next(at for at, each in enumerate(rows) if each.place.choice == "talk")  # type: ignore[union-attr]
    window.docks.bring("findings")
    window.activateWindow()
    index = window.findings.model.index(row, 0)
    window.findings.list.scrollTo(index)
    place = window.findings.list.visualRect(index).center()
    QTest.mouseClick(window.findings.list.viewport(), LEFT, pos=place)
    assert window.map.selected == "minibus"
    focused = window.focusWidget()
    assert focused is not None
    assert focused.objectName() == "scenes/minibus/then/choices/talk/text/en"


def test_findings_of_the_story_come_before_those_of_its_clips(
    qtbot: QtBot, desk: Desk, panel: FindingsPanel
) -> None:
    make_clip(desk.folder / "media" / "short.mp4", 1.0)
    desk.story = edits.attach_clip(desk.story, "minibus", "media/short.mp4")
    desk.story = edits.put_value(desk.story, ("scenes", "minibus", "then", "opens"), 60.0)
    desk.show()
    state = panel.findChild(QLabel, "findings-state")
    assert state is not None
    check(qtbot, desk, panel)
    assert panel.findings
    assert "CL002" not in codes(panel)
    assert state.text() == "Measuring clips…"
    qtbot.waitUntil(lambda: "CL002" in codes(panel), timeout=20_000)
    assert not panel.checker.measuring
    assert state.text() == ""


def test_a_clip_that_was_measured_is_checked_again(
    qtbot: QtBot, desk: Desk, panel: FindingsPanel
) -> None:
    (desk.folder / "media").mkdir()
    (desk.folder / "media" / "broken.mp4").write_bytes(b"no film")
    desk.story = edits.attach_clip(desk.story, "talk", "media/broken.mp4")
    desk.show()
    check(qtbot, desk, panel)
    qtbot.waitUntil(lambda: not panel.checker.busy and not panel.checker.measuring, timeout=20_000)
    assert m.Clip(m.Footage("media/broken.mp4")) == desk.story.scene_by_id["talk"].clip


def test_another_story_does_not_begin_with_the_findings_of_the_one_before(
    qtbot: QtBot, desk: Desk, panel: FindingsPanel
) -> None:
    desk.story = edits.retitle_scene(desk.story, "minibus", "en", "")
    desk.show()
    check(qtbot, desk, panel)
    assert panel.findings
    panel.check(m.new_story("other", {}, ("en",)), desk.folder / "other", ())
    assert not panel.findings
    assert not panel.model.rows


def test_the_first_check_finds_everything_loaded() -> None:
    asked = (
        "import sys; from studio.desktop.panels import checking as c;"
        "from studio.story.files import open_story; from pathlib import Path;"
        "story = open_story(Path('sample_projects/border_check')).story;"
        "c.checker.Checker().run(c._smallest()); before = set(sys.modules);"
        "c.checker.Checker().run(story);"
        "print(sorted(set(sys.modules) - before))"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run(
        [sys.executable, "-c", asked], cwd=root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_message_that_names_a_thousand_scenes_is_cut_off(
    desk: Desk, panel: FindingsPanel
) -> None:
    finding = Finding("GR001", "error", Place(), {"en": "scene " * 1000}, {"en": "Mend it."})
    panel.model.show_rows([finding])
    words = str(panel.model.index(0, 0).data())
    assert len(words) < 300
    assert words.endswith("…")
