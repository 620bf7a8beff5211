"""Gestures on the map with real mouse events, each ending in one edit that can be undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.selection import Selection
from studio.desktop.canvas.view import MapView
from studio.desktop.document import Document
from studio.desktop.theme import LIGHT
from studio.story import edits
from studio.story.edits import Port
from studio.story.model import Decision, Next, Story, new_story, targets
from tests.desktop.map_tools import drag, shown_equals_story
from tests.desktop.stories import border_story

Shift = Qt.KeyboardModifier.ShiftModifier
Alt = Qt.KeyboardModifier.AltModifier
Control = Qt.KeyboardModifier.ControlModifier
Left = Qt.MouseButton.LeftButton


class Stage:
    """A map and the history of what it asked for."""

    def __init__(self, view: MapView, story: Story) -> None:
        self.view = view
        self.steps = [story]
        self.labels: list[str] = []
        view.edited.connect(self.apply)

    @property
    def story(self) -> Story:
        return self.steps[-1]

    def apply(self, story: Story, label: str) -> None:
        self.steps.append(story)
        self.labels.append(label)
        self.view.show_story(story, "en")

    def middle(self, scene: str) -> QPoint:
        return self.view.scene_rect(scene).center().toPoint()

    def port(self, port: Port) -> QPoint:
        at = self.view.port_at(port)
        assert at is not None
        return at.toPoint()

    def at(self, x: float, y: float) -> QPoint:
        return self.view.from_map(QPointF(x, y)).toPoint()

    def field(self) -> QLineEdit | QPlainTextEdit:
        field = self.view.editing.field
        assert field is not None
        return field

    def write(self, words: str) -> None:
        field = self.field()
        field.selectAll()
        QTest.keyClicks(field, words)
        QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    view = MapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(1400, 900)
    story = border_story()
    view.show_story(story, "en")
    view.show()
    qtbot.waitExposed(view)
    view.fit()
    view.minimap.toggle()
    return Stage(view, story)


def test_drag_from_a_port_to_a_scene_connects(stage: Stage) -> None:
    drag(stage.view, stage.port(Port("minibus", choice="papers")), stage.middle("missed"))
    assert stage.labels == ["Connect"]
    assert edits.target_of(stage.story, Port("minibus", choice="papers")) == "missed"
    assert shown_equals_story(stage.view, stage.story)


def test_drag_to_empty_ground_asks_for_a_title_and_makes_a_connected_scene(stage: Stage) -> None:
    drag(stage.view, stage.port(Port("papers")), stage.at(480, 700))
    assert stage.labels == []
    stage.write("A second look")
    assert stage.labels == ["New scene"]
    made = stage.story.scenes[-1]
    assert (made.id, made.title) == ("a_second_look", {"en": "A second look"})
    assert stage.story.scene_by_id["papers"].then == Next(target="a_second_look")
    assert abs(made.position.x - 480) < 3
    assert stage.view.selected == "a_second_look"


def test_escape_while_naming_makes_nothing(stage: Stage) -> None:
    drag(stage.view, stage.port(Port("papers")), stage.at(480, 700))
    QTest.keyClick(stage.field(), Qt.Key.Key_Escape)
    assert stage.labels == []
    assert stage.view.editing.field is None
    assert stage.view.hasFocus()


def test_the_plus_sign_draws_one_more_choice(stage: Stage) -> None:
    card = stage.view.layout_of_map.cards["talk"]
    drag(stage.view, stage.view.from_map(card.more).toPoint(), stage.middle("papers"))
    assert stage.labels == ["Add choice"]
    then = stage.story.scene_by_id["talk"].then
    assert isinstance(then, Decision)
    assert [choice.target for choice in then.choices] == ["referred", "minibus", "papers"]


def test_the_end_of_a_way_is_led_to_another_scene(stage: Stage) -> None:
    edge = stage.view.layout_of_map.edge_from(Port("papers"))
    assert edge is not None
    tip = stage.view.from_map(QPointF(edge.end[0] - 8, edge.end[1])).toPoint()
    drag(stage.view, tip, stage.middle("referred"))
    assert stage.view.mouse.gesture is None
    changed = [scene.id for scene in stage.story.scenes if "referred" in targets(scene)]
    assert len(changed) == 2


def test_a_way_is_selected_and_deleted(stage: Stage) -> None:
    edge = stage.view.layout_of_map.edge_from(Port("minibus", choice="wave"))
    assert edge is not None
    at = stage.view.from_map(edge.path().pointAtPercent(0.7)).toPoint()
    QTest.mouseClick(stage.view, Left, pos=at)
    assert stage.view.selection.way == Port("minibus", choice="wave")
    stage.view.setFocus()
    QTest.keyClick(stage.view, Qt.Key.Key_Delete)
    assert edits.target_of(stage.story, Port("minibus", choice="wave")) is None
    assert stage.view.layout_of_map.edge_from(Port("minibus", choice="wave")) is None


def test_a_scene_is_moved_and_snaps_to_its_neighbours(stage: Stage) -> None:
    before = stage.story.scene_by_id["missed"].position
    start = stage.middle("missed")
    drag(stage.view, start, start + QPoint(203, 100), modifiers=Control)
    free = stage.story.scene_by_id["missed"].position
    zoom = stage.view.zoom
    assert abs(free.x - before.x - 203 / zoom) <= 1
    start = stage.middle("missed")
    target = stage.story.scene_by_id["referred"].position.x
    near = round((target - free.x) * zoom) + 4
    drag(stage.view, start, start + QPoint(near, 0))
    assert stage.story.scene_by_id["missed"].position.x == target
    assert stage.labels == ["Move", "Move"]
    assert shown_equals_story(stage.view, stage.story)


def test_escape_gives_a_drag_up(stage: Stage) -> None:
    start = stage.middle("missed")
    QTest.mousePress(stage.view, Left, pos=start)
    for step in range(1, 4):
        QTest.mouseMove(stage.view, start + QPoint(20 * step, 0))
    stage.view.setFocus()
    QTest.keyClick(stage.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(stage.view, Left, pos=start + QPoint(60, 0))
    assert stage.labels == []
    assert stage.view.renderer.without == frozenset()


def test_alt_drag_duplicates(stage: Stage) -> None:
    start = stage.middle("missed")
    drag(stage.view, start, start + QPoint(150, 60), modifiers=Alt)
    assert stage.labels == ["Duplicate"]
    assert [scene.id for scene in stage.story.scenes][-1] == "missed_2"
    assert stage.story.scene_by_id["missed"] == border_story().scene_by_id["missed"]
    assert stage.view.selection.scenes == ("missed_2",)


def test_frame_and_shift_select_many_which_move_together(stage: Stage) -> None:
    drag(stage.view, stage.at(300, 0), stage.at(800, 300))
    assert set(stage.view.selection.scenes) == {"papers", "talk"}
    QTest.mouseClick(stage.view, Left, Shift, stage.middle("missed"))
    assert stage.view.selection.scenes == ("papers", "talk", "missed")
    QTest.mouseClick(stage.view, Left, Shift, stage.middle("papers"))
    assert stage.view.selection.scenes == ("talk", "missed")
    before = stage.story
    drag(stage.view, stage.middle("talk"), stage.middle("talk") + QPoint(0, 80), modifiers=Control)
    moved = {
        scene.id
        for scene in stage.story.scenes
        if scene.position != before.scene_by_id[scene.id].position
    }
    assert moved == {"talk", "missed"}
    assert len(stage.labels) == 1


def test_double_click_writes_the_title_in_place(stage: Stage) -> None:
    QTest.mouseDClick(stage.view, Left, pos=stage.middle("talk"))
    stage.write("The interview")
    assert stage.story.scene_by_id["talk"].title == {"pl": "Rozmowa", "en": "The interview"}
    assert stage.labels == ["Scene title"]


def test_double_click_on_empty_ground_makes_a_scene(stage: Stage) -> None:
    QTest.mouseDClick(stage.view, Left, pos=stage.at(400, 700))
    stage.write("Epilogue")
    assert stage.story.scenes[-1].id == "epilogue"
    assert targets(stage.story.scenes[-1]) == ()


def test_a_chapter_is_moved_by_its_title_collapsed_and_opened(stage: Stage) -> None:
    frame = stage.view.layout_of_map.frames["interview"]
    start = stage.view.from_map(frame.title_rect.center()).toPoint()
    before = stage.story
    drag(stage.view, start, start + QPoint(0, 60), modifiers=Control)
    moved = {
        scene.id
        for scene in stage.story.scenes
        if scene.position != before.scene_by_id[scene.id].position
    }
    assert moved == {"talk", "referred"}
    frame = stage.view.layout_of_map.frames["interview"]
    toggle = stage.view.from_map(frame.toggle.center()).toPoint()
    QTest.mouseClick(stage.view, Left, pos=toggle)
    assert stage.story.chapters[1].collapsed
    layout = stage.view.layout_of_map
    assert layout.hidden("talk")
    assert layout.card_at(layout.cards["referred"].rect.center()) is None
    # Ways into the chapter end at its box; ways inside it are not drawn.
    edge = layout.edge_from(Port("papers"))
    assert edge is not None
    assert edge.end[0] == layout.frames["interview"].rect.left()
    assert layout.edge_from(Port("talk", choice="safe")) is None
    assert shown_equals_story(stage.view, stage.story)
    toggle = stage.view.from_map(layout.frames["interview"].toggle.center()).toPoint()
    QTest.mouseClick(stage.view, Left, pos=toggle)
    assert not stage.story.chapters[1].collapsed
    assert shown_equals_story(stage.view, stage.story)


def test_a_scene_dropped_into_a_frame_joins_the_chapter(stage: Stage) -> None:
    frame = stage.view.layout_of_map.frames["control"].rect
    target = stage.view.from_map(frame.bottomRight() - QPointF(130, 120)).toPoint()
    drag(stage.view, stage.middle("missed"), target, modifiers=Control)
    assert stage.story.scene_by_id["missed"].chapter == "control"


def test_notes_are_made_written_moved_resized_and_deleted(stage: Stage) -> None:
    stage.view.commands["new_note"].trigger()
    field = stage.field()
    QTest.keyClicks(field, "Film this at dawn")
    QTest.keyClick(field, Qt.Key.Key_Return, Control)
    note = stage.story.sticky_notes[0]
    assert note.text == "Film this at dawn"
    box = stage.view.layout_of_map.notes["note"]
    corner = stage.view.from_map(box.corner.center()).toPoint()
    drag(stage.view, corner, corner + QPoint(60, 40))
    grown = stage.story.sticky_notes[0]
    assert grown.width > note.width
    middle = stage.view.from_map(stage.view.layout_of_map.notes["note"].rect.center()).toPoint()
    drag(stage.view, middle, middle + QPoint(-90, 30))
    assert stage.story.sticky_notes[0].position != grown.position
    QTest.keyClick(stage.view, Qt.Key.Key_Delete)
    assert stage.story.sticky_notes == ()


def test_nothing_can_be_changed_where_the_story_is_read_only(stage: Stage) -> None:
    stage.view.read_only = True
    stage.view.commands.update()
    drag(stage.view, stage.port(Port("papers")), stage.middle("missed"))
    drag(stage.view, stage.middle("missed"), stage.middle("missed") + QPoint(50, 50))
    QTest.mouseDClick(stage.view, Left, pos=stage.middle("talk"))
    stage.view.select("talk")
    QTest.keyClick(stage.view, Qt.Key.Key_Delete)
    assert stage.labels == []
    assert stage.view.editing.field is None
    assert not stage.view.commands["delete"].isEnabled()
    assert stage.view.commands["copy"].isEnabled()


def test_copy_and_paste_between_two_maps(qtbot: QtBot, stage: Stage) -> None:
    stage.view.choose(Selection(("papers", "talk")))
    stage.view.commands["copy"].trigger()
    other = MapView(LIGHT)
    qtbot.addWidget(other)
    empty = new_story("empty", {"en": "Empty"}, ("en",))
    other.show_story(empty, "en")
    second = Stage(other, empty)
    other.commands["paste"].trigger()
    assert [scene.id for scene in second.story.scenes] == ["papers", "talk"]
    assert targets(second.story.scene_by_id["papers"]) == ("talk",)
    assert [variable.id for variable in second.story.variables] == ["trust"]
    assert shown_equals_story(other, second.story)
    assert other.selection.scenes == ("papers", "talk")


def test_cut_takes_away_and_paste_brings_back(stage: Stage) -> None:
    stage.view.select("missed")
    stage.view.commands["cut"].trigger()
    assert "missed" not in stage.story.scene_by_id
    stage.view.commands["paste"].trigger()
    assert len(stage.story.scenes) == 5


def test_foreign_text_becomes_a_note(stage: Stage, qapp) -> None:
    qapp.clipboard().setText("Remember the interpreter")
    stage.view.commands["paste"].trigger()
    assert stage.story.sticky_notes[0].text == "Remember the interpreter"


def test_align_distribute_group_ending_and_start(stage: Stage) -> None:
    stage.view.choose(Selection(("papers", "talk", "missed")))
    stage.view.commands["align_top"].trigger()
    tops = {stage.story.scene_by_id[each].position.y for each in ("papers", "talk", "missed")}
    assert tops == {0}
    stage.view.commands["distribute_across"].trigger()
    stage.view.commands["group"].trigger()
    stage.write("Together")
    assert stage.story.chapters[-1].title["en"] == "Together"
    assert stage.story.scene_by_id["missed"].chapter == stage.story.chapters[-1].id
    stage.view.select("papers")
    stage.view.commands["ending_partial"].trigger()
    stage.view.commands["set_start"].trigger()
    assert stage.story.start == "papers"
    assert shown_equals_story(stage.view, stage.story)


def test_every_step_can_be_undone_in_the_document(qtbot: QtBot, stage: Stage, story_folder) -> None:
    document = Document()
    document.open(story_folder)
    start = document.story
    assert start is not None
    stage.view.edited.disconnect()
    stage.view.edited.connect(document.apply)
    document.changed.connect(lambda: stage.view.show_story(document.story, "en"))
    stage.view.show_story(start, "en")
    drag(stage.view, stage.port(Port("papers")), stage.middle("missed"))
    stage.view.choose(Selection(("talk",)))
    stage.view.commands["duplicate"].trigger()
    stage.view.commands["delete"].trigger()
    while document.undo_label is not None:
        document.undo()
    assert document.story is start
    assert shown_equals_story(stage.view, start)
    document.close()
