"""What is lit: paths through a scene, what cannot be reached, the best path, a playthrough."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.highlight import best_path, paths_through, playthrough
from studio.desktop.canvas.proven import best_playthrough, never_entered
from studio.desktop.canvas.view import MapView
from studio.desktop.theme import LIGHT
from studio.desktop.window import StudioWindow
from studio.results.result_file import (
    EnteredScene,
    Points,
    Result,
    ResultAttempt,
    ResultFilm,
    TakenChoice,
    TimeLimits,
)
from studio.story import edits
from studio.story.edits import Port
from studio.story.files import open_story
from studio.story.finding import ProofStep
from studio.story.model import AddToVariable, Comparison, Scene, Story, new_story
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
    assert never_entered(story).scenes == {"island"}
    assert never_entered(border_story()).scenes == frozenset()
    assert never_entered(replace(border_story(), start=None)).scenes == frozenset(
        scene.id for scene in border_story().scenes
    )


def with_a_lock(story: Story) -> Story:
    """The right answer at the end is offered only after the papers were checked."""
    story = edits.put_value(story, ("scenes", "papers", "effects"), (AddToVariable("trust", 1),))
    locked = ("scenes", "talk", "then", "choices", "safe", "condition")
    return edits.put_value(story, locked, Comparison("trust", ">=", 1))


def test_a_scene_behind_a_condition_that_never_holds_is_found() -> None:
    story = with_a_lock(border_story())
    assert never_entered(story).scenes == frozenset()
    story = edits.put_value(story, ("scenes", "papers", "effects"), ())
    assert never_entered(story).scenes == {"referred"}


def test_the_best_path_takes_right_answers_to_the_best_ending() -> None:
    lit = best_playthrough(border_story())
    assert lit.order == ("minibus", "talk", "referred")
    assert lit.ports == {Port("minibus", choice="talk"), Port("talk", choice="safe")}
    assert lit.proven
    assert best_playthrough(new_story("s", {}, ("en",))).scenes == frozenset()
    alone = replace(new_story("s", {}, ("en",)), scenes=(Scene(id="a"),), start="a")
    assert best_playthrough(alone).scenes == frozenset()


def test_the_best_path_keeps_to_the_conditions_and_can_be_played() -> None:
    story = with_a_lock(border_story())
    lit = best_playthrough(story)
    assert lit.order == ("minibus", "papers", "talk", "referred")
    state = start(story)
    while state.phase not in ("ended", "stuck"):
        possible = actions(story, state)
        lit_here = [a for a in possible if Port(str(state.scene), choice=a.choice) in lit.ports]
        state = step(story, state, (lit_here or list(possible))[0])
    assert state.entered == lit.order
    assert best_path(story).order == ("minibus", "talk", "referred"), "the bare graph lies"


def test_the_questions_are_answered_in_the_background(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    view = window.map
    view.commands["light_best"].trigger()
    assert view.lighting.busy
    qtbot.waitUntil(lambda: not view.lighting.busy)
    lit = view.renderer.highlight
    assert lit is not None
    assert lit.order == ("minibus", "talk", "referred")
    view.commands["light_none"].trigger()
    with qtbot.waitSignal(view.said) as said:
        view.commands["light_unreachable"].trigger()
    assert said.args == ["Every scene can be reached."]
    assert view.renderer.highlight is None


def test_the_path_of_a_result_file_is_lit(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    window.open_folder(story_folder)
    file = tmp_path / "result.json"
    file.write_bytes(result_of(("minibus", "papers", "talk"), ("papers",)))
    window.map.lighting.result(file)
    lit = window.map.renderer.highlight
    assert lit is not None
    assert lit.order == ("minibus", "papers", "talk")
    assert lit.ports == {Port("minibus", choice="papers"), Port("papers")}
    window.map.set_highlight(None)
    for bad, words in (
        (b"", "is not a result file"),
        (b"{}", "is not a result file"),
        (result_of(("x", "y"), ()), "another story"),
    ):
        file.write_bytes(bad)
        with qtbot.waitSignal(window.map.said) as said:
            window.map.lighting.result(file)
        assert words in said.args[0]
        assert window.map.renderer.highlight is None
    file.write_bytes(result_of(("minibus", "gone"), ()))
    with qtbot.waitSignal(window.map.said) as said:
        window.map.lighting.result(file)
    assert said.args == ["Scenes of the result that are no longer here: 1."]


def result_of(scenes: tuple[str, ...], choices: tuple[str, ...]) -> bytes:
    """A result file in which the choices were taken in the first scene."""
    attempt = ResultAttempt("a", None, "2026-11-24", "2026-11-24", 9, "en", True, 0, None)
    taken = (TakenChoice("minibus", each, None, 0, {}, 1, 1, *[False] * 3) for each in choices)
    return msgspec.json.encode(
        Result(
            "scenario-studio-result",
            1,
            ResultFilm("border", "0", "Border check"),
            attempt,
            None,
            tuple(EnteredScene(each, number) for number, each in enumerate(scenes)),
            tuple(taken),
            Points(0, None, None),
            (),
            (),
            TimeLimits(0, False),
            (),
            (),
        )
    )


def test_the_proof_of_a_finding_is_lit(window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    steps = (ProofStep("open"), ProofStep("choose", "talk"), ProofStep("open"))
    window.findings.path_wanted.emit(steps)
    lit = window.map.renderer.highlight
    assert lit is not None
    assert lit.order == ("minibus", "talk")


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
