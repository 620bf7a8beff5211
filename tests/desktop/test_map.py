"""The map: layout, hit test, pan, zoom, selection, with real mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.layout import MapLayout
from studio.desktop.canvas.view import MapView
from studio.desktop.theme import DARK, LIGHT
from studio.story import edits
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
    curves = [(edge.source, edge.row.text, edge.target) for edge in layout.edges]
    assert curves == [
        ("minibus", "Check the papers", "papers"),
        ("minibus", "Talk to each woman alone", "talk"),
        ("minibus", "Wave them through", "missed"),
        ("papers", "", "talk"),
        ("talk", "Are you safe?", "referred"),
        ("talk", "Go back to the start", "minibus"),
    ]
    for edge in layout.edges:
        assert edge.bounds().contains(edge.path().boundingRect())
        assert edge.start.x() == layout.by_id[edge.source].rect.right()


def test_chapters_frame_their_scenes() -> None:
    layout = MapLayout(border_story(), "pl")
    assert [frame.title for frame in layout.frames] == ["Kontrola", "Rozmowa"]
    assert layout.frames[0].rect.contains(layout.by_id["minibus"].rect)
    assert not layout.frames[0].rect.intersects(layout.by_id["missed"].rect)


def test_an_edit_lays_out_only_what_changed() -> None:
    before = MapLayout(border_story(), "en")
    story = edits.retitle_scene(before.story, "talk", "en", "Interview")
    after = MapLayout(story, "en", before)
    same = [each.scene.id for each in after.scenes if each is before.by_id[each.scene.id]]
    assert same == ["minibus", "papers", "missed", "referred"]


def test_grid_finds_what_a_search_through_everything_finds() -> None:
    layout = MapLayout(wide_story(12, 9), "en")
    for rect in (QRectF(0, 0, 10, 10), QRectF(-5000, -5000, 100, 100), QRectF(900, 700, 900, 650)):
        every = [each for each in layout.scenes if each.rect.intersects(rect)]
        assert layout.scenes_in(rect) == every
        curves = [each for each in layout.edges if each.bounds().intersects(rect)]
        assert layout.edges_in(rect) == curves


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


def test_drag_pans_and_selects_nothing(view: MapView) -> None:
    before = view.scene_rect("talk")
    start = middle(view, "talk")
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(view, start + QPoint(20 * step, 10 * step))
        QApplication.processEvents()
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start + QPoint(100, 50))
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
    assert (view.to_map(at) - fixed).manhattanLength() < 0.01


def test_keys_zoom_and_pan(view: MapView) -> None:
    zoom = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(zoom * 1.25)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(zoom)
    left = view.scene_rect("talk").left()
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.scene_rect("talk").left() == pytest.approx(left - 80)


def test_go_to_brings_the_scene_to_the_middle(view: MapView) -> None:
    view.go_to("referred")
    assert view.selected == "referred"
    off = view.scene_rect("referred").center() - QPointF(500, 350)
    assert off.manhattanLength() < 0.01
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
