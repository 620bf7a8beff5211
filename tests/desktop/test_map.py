"""The map: layout, hit test, pan, zoom, selection, with real mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.grid import touch
from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.view import MapView
from studio.desktop.theme import DARK, LIGHT
from studio.story import edits
from studio.story.edits import Port
from studio.story.model import Position
from tests.desktop.map_tools import drag
from tests.desktop.stories import border_story, wide_story


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    made = MapView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show_story(border_story(), "en")
    made.show()
    qtbot.waitExposed(made)
    made.fit()
    return made


def middle(view: MapView, scene: str) -> QPoint:
    return view.scene_rect(scene).center().toPoint()


def test_each_choice_has_a_port_and_a_curve_to_its_target() -> None:
    layout = MapLayout(border_story(), "en")
    curves = [(edge.source, edge.row.text, edge.target) for edge in layout.edges.values()]
    assert curves == [
        ("minibus", "Check the papers", "papers"),
        ("minibus", "Talk to each woman alone", "talk"),
        ("minibus", "Wave them through", "missed"),
        ("papers", "", "talk"),
        ("talk", "Are you safe?", "referred"),
        ("talk", "Go back to the start", "minibus"),
    ]
    for edge in layout.edges.values():
        left, top, right, bottom = edge.box
        box = QRectF(left, top, right - left, bottom - top)
        assert box.contains(edge.path().boundingRect())
        assert edge.start[0] == layout.cards[edge.source].rect.right()


def test_chapters_frame_their_scenes() -> None:
    layout = MapLayout(border_story(), "pl")
    assert [frame.title for frame in layout.frames.values()] == ["Kontrola", "Rozmowa"]
    assert layout.frames["control"].rect.contains(layout.cards["minibus"].rect)
    assert not layout.frames["control"].rect.intersects(layout.cards["missed"].rect)


def test_an_edit_lays_out_only_what_changed() -> None:
    layout = MapLayout(border_story(), "en")
    before = dict(layout.cards)
    layout.show(edits.retitle_scene(layout.story, "talk", "en", "Interview"), "en")
    same = [key for key, card in layout.cards.items() if card is before[key]]
    assert same == ["minibus", "papers", "missed", "referred"]
    assert layout.laid_out == 1
    assert layout.cards["talk"].title == "Interview"


def test_grid_finds_what_a_search_through_everything_finds() -> None:
    layout = MapLayout(wide_story(12, 9), "en")
    for box in ((0, 0, 10, 10), (-5000, -5000, -4900, -4900), (900, 700, 1800, 1350)):
        every = [each for each in layout.cards.values() if touch(each.box, box)]
        assert layout.cards_in(box) == every
        rect = QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
        seen = [each for each in layout.edges.values() if each.path().intersects(rect)]
        found = layout.edges_in(box)
        assert all(any(each is other for other in found) for each in seen)


def test_fit_shows_every_scene(view: MapView) -> None:
    inside = QRectF(view.rect())
    for scene in border_story().scenes:
        assert inside.contains(view.scene_rect(scene.id))


def test_click_selects_and_a_click_beside_gives_up(qtbot: QtBot, view: MapView) -> None:
    with qtbot.waitSignal(view.scene_selected) as caught:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle(view, "talk"))
    assert caught.args == ["talk"]
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert view.selected is None


def test_escape_gives_up_the_selection(view: MapView) -> None:
    view.select("talk")
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.selected is None


@pytest.mark.parametrize("way", ["middle", "space"])
def test_middle_button_and_space_bar_move_the_map(view: MapView, way: str) -> None:
    before = view.scene_rect("talk")
    button = Qt.MouseButton.MiddleButton if way == "middle" else Qt.MouseButton.LeftButton
    if way == "space":
        QTest.keyPress(view, Qt.Key.Key_Space)
    drag(view, middle(view, "talk"), middle(view, "talk") + QPoint(100, 50), button)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    moved = view.scene_rect("talk").topLeft() - before.topLeft()
    assert (round(moved.x()), round(moved.y())) == (100, 50)
    assert view.selected is None


def test_wheel_zooms_to_the_cursor(view: MapView) -> None:
    at = QPointF(300, 200)
    fixed, zoom = view.to_map(at), view.zoom
    wheel = QWheelEvent(
        at,
        QPointF(view.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, wheel)
    assert view.zoom > zoom * 1.3
    assert (view.to_map(at) - fixed).manhattanLength() < 2 / view.zoom


def test_keys_zoom_and_pan(view: MapView) -> None:
    zoom = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(zoom * 1.25)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(zoom)
    left = view.scene_rect("talk").left()
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert view.scene_rect("talk").left() == pytest.approx(left - 80)


def test_go_to_brings_the_scene_to_the_middle(view: MapView) -> None:
    view.go_to("referred")
    assert view.selected == "referred"
    off = view.scene_rect("referred").center() - QPointF(500, 350)
    assert off.manhattanLength() < 2
    assert view.zoom >= 0.8


@pytest.mark.parametrize("zoom", [0.1, 1.0])
def test_start_and_endings_are_painted_in_their_colours(view: MapView, zoom: float) -> None:
    for theme in (LIGHT, DARK):
        view.set_theme(theme)
        for scene, colour in (
            ("minibus", theme.accent),
            ("referred", theme.success),
            ("missed", theme.failure),
        ):
            view.go_to(scene)
            view.zoom_by(zoom / view.zoom)
            view.select(None)
            place = view.scene_rect(scene).topLeft() + QPointF(116, 4) * zoom
            shown = view.grab().toImage().pixelColor(place.toPoint())
            assert shown.name() == colour, (scene, zoom)


def test_far_away_a_large_map_keeps_its_start_in_sight(view: MapView) -> None:
    view.show_story(wide_story(16, 12), "en")
    view.fit()
    assert view.zoom < 0.3
    start, other = (view.scene_rect(each).center().toPoint() for each in ("s0-0", "s3-3"))
    shown = view.grab().toImage()
    assert shown.pixelColor(start).name() == LIGHT.accent
    assert shown.pixelColor(other).name() == LIGHT.card


def test_a_preview_is_painted_on_its_card(view: MapView) -> None:
    picture = QImage(464, 261, QImage.Format.Format_RGB888)
    picture.fill(Qt.GlobalColor.magenta)
    view.go_to("talk")
    view.set_preview("talk", picture, 12.4)
    place = view.scene_rect("talk").topLeft() + QPointF(116, 80) * view.zoom
    assert view.grab().toImage().pixelColor(place.toPoint()).name() == "#ff00ff"


def test_from_afar_too_every_edit_is_seen_at_once(view: MapView) -> None:
    story = wide_story(16, 12)
    view.show_story(story, "en")
    view.fit()

    def colour(scene: str) -> str:
        place = view.scene_rect(scene).center().toPoint()
        return view.grab().toImage().pixelColor(place).name()

    assert colour("s3-3") == LIGHT.card
    ended = edits.make_ending(story, "s3-3", "success")
    view.show_story(ended, "en")
    assert colour("s3-3") == LIGHT.success
    view.show_story(edits.set_start(ended, "s5-5"), "en")
    assert (colour("s5-5"), colour("s0-0")) == (LIGHT.accent, LIGHT.card)
    view.show_story(edits.delete_scenes(story, ["s3-3"]), "en")
    assert view.scene_rect("s3-3").isEmpty()
    view.show_story(story, "en")
    assert (colour("s3-3"), colour("s0-0")) == (LIGHT.card, LIGHT.accent)


@pytest.fixture(scope="session")
def touch_screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.mark.parametrize("steps", [1, 12])
def test_pinching_a_touchpad_zooms_to_the_fingers(view: MapView, steps: int) -> None:
    at = QPointF(420, 310)
    fixed, zoom = view.to_map(at), view.zoom
    device = QPointingDevice.primaryPointingDevice()
    globally = QPointF(view.mapToGlobal(at.toPoint()))
    for _ in range(steps):
        pinch = QNativeGestureEvent(
            Qt.NativeGestureType.ZoomNativeGesture,
            device, 2, at, at, globally, 0.75 / steps, QPointF(),
        )  # fmt: skip
        QApplication.sendEvent(view, pinch)
    assert view.zoom == pytest.approx(zoom * (1 + 0.75 / steps) ** steps)
    assert (view.to_map(at) - fixed).manhattanLength() < 1.1 / view.zoom


@pytest.mark.parametrize("end", [240, 50])
def test_two_fingers_on_a_screen_zoom_and_move_what_is_between_them(
    view: MapView, touch_screen: QPointingDevice, end: int
) -> None:
    """From 100 pixels apart; meanwhile both go to the right."""
    begin, steps = 100, 10
    on_a_scene = middle(view, "talk")
    between = on_a_scene + QPoint(begin // 2, 0)
    fixed, zoom = view.to_map(QPointF(between)), view.zoom
    edited: list[str] = []
    view.edited.connect(lambda _story, label: edited.append(label))

    def fingers(step: int) -> tuple[QPoint, QPoint]:
        half = QPoint((begin + (end - begin) * step // steps) // 2, 0)
        at = between + QPoint(6 * step, 0)
        return at - half, at + half

    def touch(**events: QPoint) -> None:
        sequence = QTest.touchEvent(view, touch_screen, autoCommit=False)
        for name, finger in events.items():
            what, number = name.split("_")
            getattr(sequence, what)(int(number), finger, view)
        sequence.commit()

    touch(press_0=on_a_scene - QPoint(20, 0))
    touch(move_0=on_a_scene)  # Begins to drag the scene, until the second finger comes.
    touch(move_0=on_a_scene, press_1=fingers(0)[1])
    for step in range(1, steps + 1):
        touch(move_0=fingers(step)[0], move_1=fingers(step)[1])
    touch(release_0=fingers(steps)[0], release_1=fingers(steps)[1])
    assert view.zoom == pytest.approx(zoom * end / begin, rel=0.02)
    there = QPointF(between + QPoint(6 * steps, 0))
    assert (view.to_map(there) - fixed).manhattanLength() < 3 / view.zoom
    assert edited == []
    assert view.mouse.gesture is None


def test_a_movement_glides_and_ends_where_it_should(qtbot: QtBot, view: MapView) -> None:
    view.camera.animated = True
    seen: list[float] = []
    view.zoom_changed.connect(seen.append)
    view.zoom_by(2.0)
    qtbot.waitUntil(lambda: not view.camera.gliding, timeout=5_000)
    assert len(seen) > 1
    assert view.zoom == pytest.approx(seen[-1])
    view.go_to("referred")
    qtbot.waitUntil(lambda: not view.camera.gliding, timeout=5_000)
    off = view.scene_rect("referred").center() - QPointF(500, 350)
    assert off.manhattanLength() < 2


def test_a_curve_with_room_carries_the_words_of_its_choice(view: MapView) -> None:
    story = edits.move(border_story(), {"missed": Position(x=900, y=700)})
    view.show_story(story, "en")
    view.camera.go_to(QPointF(560, 520), 1.0)
    edge = view.layout_of_map.edge_from(Port("minibus", choice="wave"))
    assert edge is not None
    assert edge.has_room_for_words
    middle = view.from_map(edge.path().pointAtPercent(0.5))
    beside = (middle + QPointF(0, -9)).toPoint()
    assert view.grab().toImage().pixelColor(beside).name() == LIGHT.panel
    near = edits.move(story, {"missed": Position(x=380, y=700)})
    view.show_story(near, "en")
    edge = view.layout_of_map.edge_from(Port("minibus", choice="wave"))
    assert edge is not None
    assert not edge.has_room_for_words


def test_the_small_map_gives_way_to_what_is_selected(qtbot: QtBot) -> None:
    view = MapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_story(wide_story(30, 30), "en")
    view.show()
    qtbot.waitExposed(view)
    view.camera.go_to(QPointF(4000, 4000), 0.8)
    assert view.minimap.isVisible()
    corners = {view.minimap.pos().toTuple()}
    for _ in range(4):
        under = view.layout_of_map.card_at(view.to_map(QPointF(view.minimap.geometry().center())))
        if under is None:
            under = next(
                each
                for each in view.layout_of_map.cards.values()
                if view.scene_rect(each.key).intersects(QRectF(view.minimap.geometry()))
            )
        view.select(under.key)
        place = view.scene_rect(under.key)

        def free(place: QRectF = place) -> bool:
            return not place.intersects(QRectF(view.minimap.geometry()))

        qtbot.waitUntil(free)
        corners.add(view.minimap.pos().toTuple())
    assert len(corners) > 1
