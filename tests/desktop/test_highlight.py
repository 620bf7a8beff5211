"""What is lit: paths through a scene, what cannot be reached, the best path, a playthrough."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.highlight import best_path, paths_through, playthrough, unreachable
from studio.desktop.canvas.view import MapView
from studio.desktop.theme import LIGHT
from studio.desktop.window import StudioWindow
from studio.story import edits
from studio.story.edits import Port
from studio.story.files import open_story
from studio.story.model import Scene, new_story
from studio.story.play import actions, start, step
from tests.desktop.stories import border_story


def test_paths_lead_into_the_scene_and_out_of_it_and_no_further() -> None:
    lit = paths_through(border_story(), "papers")
    assert lit.scenes == {"minibus", "papers", "talk", "referred", "missed"}
    without_loop = edits.disconnect(border_story(), Port("talk", choice="again"))
    lit = paths_through(without_loop, "papers")
    assert lit.scenes == {"minibus", "papers", "talk", "referred"}
    assert Port("minibus", choice="papers") in lit.ports
    assert Port("minibus", choice="talk") not in lit.ports
    assert Port("talk", choice="safe") in lit.ports


def test_what_no_way_leads_to_is_found() -> None:
    story = edits.add_scene(border_story(), {"en": "Island"})
    story = edits.connect(story, Port("island"), "talk")
    assert unreachable(story).scenes == {"island"}
    assert unreachable(border_story()).scenes == frozenset()
    assert unreachable(replace(border_story(), start=None)).scenes == frozenset(
        scene.id for scene in border_story().scenes
    )


def test_the_best_path_takes_right_answers_to_the_best_ending() -> None:
    lit = best_path(border_story())
    assert lit.order == ("minibus", "talk", "referred")
    assert lit.ports == {Port("minibus", choice="talk"), Port("talk", choice="safe")}
    assert best_path(new_story("s", {}, ("en",))).scenes == frozenset()
    alone = replace(new_story("s", {}, ("en",)), scenes=(Scene(id="a"),), start="a")
    assert best_path(alone).scenes == frozenset()


def test_a_playthrough_lights_the_ways_between_its_scenes() -> None:
    lit = playthrough(border_story(), ["minibus", "papers", "talk", "minibus"])
    assert Port("talk", choice="again") in lit.ports
    assert Port("minibus", choice="wave") not in lit.ports
    chosen = playthrough(border_story(), ["minibus", "talk"], [Port("minibus", choice="talk")])
    assert chosen.ports == {Port("minibus", choice="talk")}


@pytest.mark.parametrize("zoom", [0.1, 0.4, 1.0])
def test_everything_else_steps_back_until_escape(qtbot: QtBot, zoom: float) -> None:
    view = MapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(1400, 900)
    view.show_story(border_story(), "en")
    view.show()
    qtbot.waitExposed(view)
    view.camera.go_to(QPointF(600, 300), zoom)

    def colour(scene: str) -> str:
        place = view.scene_rect(scene).topLeft() + QPointF(116, 4) * zoom
        return view.grab().toImage().pixelColor(place.toPoint()).name()

    before = colour("missed"), colour("referred")
    view.set_highlight(best_path(view.story))
    assert colour("missed") != before[0]
    assert colour("referred") == before[1]
    view.set_highlight(None)
    assert (colour("missed"), colour("referred")) == before


def test_a_film_that_plays_lights_its_path_on_the_map(
    window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    state = start(border_story())
    for name in ("open", "papers"):
        action = next(a for a in actions(border_story(), state) if name in (a.action, a.choice))
        state = step(border_story(), state, action)
    window.windows.passed.emit(state)
    lit = window.map.renderer.highlight
    assert lit is not None
    assert lit.order == ("minibus", "papers")
    assert lit.ports == {Port("minibus", choice="papers")}
    window.windows.passed.emit(None)
    assert window.map.renderer.highlight is None


def test_what_is_written_on_the_map_is_saved(window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    window.map.editing.retitle_scene("talk")
    field = window.map.editing.field
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, "Interview")
    assert window.save()
    assert open_story(story_folder).story.scene_by_id["talk"].title["en"] == "Interview"
