"""Playing inside the studio: the rehearsal, time, clips, hotspots, edits on the way."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDoubleSpinBox
from pytestqt.qtbot import QtBot

from studio.desktop.playing import browser
from studio.desktop.playing.hotspots import place_of
from studio.desktop.playing.rehearsal import Rehearsal
from studio.desktop.playing.window import PlayWindow
from studio.desktop.window import StudioWindow
from studio.media.runner import find_ffmpeg
from studio.story import edits
from studio.story.finding import ProofStep
from studio.story.model import (
    AddToVariable,
    Area,
    Clip,
    Comparison,
    Decision,
    Footage,
    Region,
    Story,
)
from studio.story.play import Action
from tests.desktop.stories import border_story

pytestmark = pytest.mark.timeout(120)


def ffmpeg(*arguments: str) -> None:
    command = [find_ffmpeg(None), "-y", "-loglevel", "error", *arguments]
    subprocess.run(command, check=True)


def with_decision(story: Story, scene_id: str, **changes: object) -> Story:
    scene = story.scene_by_id[scene_id]
    assert isinstance(scene.then, Decision)
    return edits.replace_scene(story, replace(scene, then=replace(scene.then, **changes)))


def with_choice(story: Story, scene_id: str, number: int, **changes: object) -> Story:
    then = story.scene_by_id[scene_id].then
    assert isinstance(then, Decision)
    choices = list(then.choices)
    choices[number] = replace(choices[number], **changes)
    return with_decision(story, scene_id, choices=tuple(choices))


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two seconds of red, then two of blue, with sound."""
    path = tmp_path_factory.mktemp("clips") / "red_blue.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=red:s=320x180:r=25:d=2",
        "-f", "lavfi", "-i", "color=blue:s=320x180:r=25:d=2",
        "-f", "lavfi", "-i", "sine=440:d=4",
        "-filter_complex", "[0][1]concat=n=2[v]", "-map", "[v]", "-map", "2:a",
        "-pix_fmt", "yuv420p", str(path),
    )  # fmt: skip
    return path


def play(window: StudioWindow, qtbot: QtBot) -> PlayWindow:
    shown = window.windows._play
    assert shown is not None
    qtbot.waitExposed(shown)
    return shown


def phase(shown: PlayWindow) -> str:
    assert shown.rehearsal is not None
    return shown.rehearsal.state.phase


def test_what_each_choice_would_do_is_told_before_it_is_taken() -> None:
    story = with_choice(border_story(), "minibus", 1, effects=(AddToVariable("trust", 2),), score=3)
    rehearsal = Rehearsal(story)
    talk = rehearsal.prospects()[1]
    assert (talk.target, talk.changes, talk.score) == ("talk", (("trust", 0, 2),), 3)
    assert rehearsal.state.tally.score == 0
    rehearsal.do(Action("open"))
    rehearsal.do(Action("choose", "talk"))
    assert rehearsal.state.tally.variables == {"trust": 2}
    assert rehearsal.back()
    assert (rehearsal.state.scene, rehearsal.state.phase) == ("minibus", "playing")


def test_an_edit_on_the_way_counts_from_the_next_step() -> None:
    rehearsal = Rehearsal(border_story())
    rehearsal.do(Action("open"))
    rehearsal.retell(with_choice(rehearsal.story, "minibus", 1, target="referred"))
    rehearsal.do(Action("choose", "talk"))
    assert rehearsal.state.scene == "referred"


def test_values_given_by_hand_decide_conditions() -> None:
    story = with_choice(border_story(), "talk", 0, condition=Comparison("trust", ">=", 5))
    rehearsal = Rehearsal(story, "talk")
    assert not rehearsal.prospects()[0].enabled
    rehearsal.give("trust", 7)
    assert rehearsal.prospects()[0].enabled


def test_cards_play_by_reading_speed_and_keys_choose(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.actions_by_name["play_start"].trigger()
    shown = play(window, qtbot)
    shown.conductor.set_speed(8)
    assert phase(shown) == "playing"
    qtbot.waitUntil(lambda: phase(shown) == "deciding", timeout=20_000)
    assert [each.isEnabled() for each in shown.choices.buttons] == [True] * 3
    QTest.mouseClick(shown.choices.buttons[2], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: phase(shown) == "ended", timeout=20_000)
    assert shown.facts.path.count() == 2
    assert "Wave them through" in shown.facts.path.item(0).text()
    shown.close()
    assert shown.rehearsal is None


def test_play_from_the_selected_scene_with_any_values(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.map.go_to("talk")
    window.actions_by_name["play_scene"].trigger()
    shown = play(window, qtbot)
    assert shown.rehearsal is not None
    assert shown.rehearsal.state.scene == "talk"
    field = shown.facts.findChild(QDoubleSpinBox)
    field.setValue(4)
    assert shown.rehearsal.state.tally.variables == {"trust": 4}
    shown._actions["here"].trigger()
    assert shown.rehearsal.state.tally.variables == {"trust": 4}
    shown.close()


def test_time_runs_out(qtbot: QtBot, window: StudioWindow, story_folder: Path) -> None:
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    window.document.apply(with_decision(story, "talk", time_limit=0.3, on_timeout="again"), "Limit")
    window.map.go_to("talk")
    window.actions_by_name["play_scene"].trigger()
    shown = play(window, qtbot)
    shown.conductor.skip()
    qtbot.waitUntil(
        lambda: shown.rehearsal is not None and shown.rehearsal.state.scene == "minibus",
        timeout=20_000,
    )
    shown.close()


def test_a_findings_proof_plays_by_itself(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    steps = [ProofStep("open"), ProofStep("choose", "papers"), ProofStep("finish")]
    window.windows.play_given(steps)
    shown = play(window, qtbot)
    shown.conductor.skip_to_end()
    assert shown.rehearsal is not None
    assert shown.rehearsal.state.scene == "talk"
    window.windows.play_given(steps)
    shown.conductor.set_speed(8)
    qtbot.waitUntil(lambda: shown.rehearsal.state.scene == "talk", timeout=30_000)
    shown.close()


def test_a_trimmed_clip_is_shown_and_its_hotspot_clicked(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, clip: Path
) -> None:
    (story_folder / "media" / "clip.mp4").write_bytes(clip.read_bytes())
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    footage = Footage("media/clip.mp4", mark_in=1.5, mark_out=3.0)
    scene = replace(story.scene_by_id["minibus"], clip=Clip(footage))
    story = edits.replace_scene(story, scene)
    region = Region(Area(x=0.5, y=0.5, width=0.25, height=0.25))
    story = with_choice(story, "minibus", 1, region=region)
    window.document.apply(with_decision(story, "minibus", opens=1.0), "Clip")
    window.actions_by_name["play_start"].trigger()
    shown = play(window, qtbot)
    qtbot.waitUntil(lambda: phase(shown) == "deciding", timeout=30_000)
    assert not shown.conductor.on_card
    assert shown.conductor.elapsed >= 1.0
    colour = QColor(shown.screen.video.videoSink().videoFrame().toImage().pixel(10, 10))
    assert colour.blue() > 200
    assert colour.red() < 60
    place = place_of(region.area, shown.screen.frame).center()
    point = shown.screen.mapFromScene(place)
    QTest.mouseClick(shown.screen.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert shown.rehearsal is not None
    assert shown.rehearsal.state.scene == "talk"
    shown.close()


def test_av1_is_played_by_the_studio_itself(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    ffmpeg(
        "-f", "lavfi", "-i", "color=red:s=128x72:r=10:d=1", "-c:v", "libsvtav1",
        "-preset", "12", str(story_folder / "media" / "clip.mp4"),
    )  # fmt: skip
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    scene = replace(story.scene_by_id["minibus"], clip=Clip(Footage("media/clip.mp4")))
    window.document.apply(edits.replace_scene(story, scene), "Clip")
    window.actions_by_name["play_start"].trigger()
    shown = play(window, qtbot)
    qtbot.waitUntil(lambda: not shown.screen.shot()[0].isNull(), timeout=20_000)
    image, _ = shown.screen.shot()
    assert image.pixelColor(image.width() // 2, image.height() // 2).red() > 200
    assert not shown.conductor.on_card
    # It comes to its end in its own time, and the decision opens.
    qtbot.waitUntil(lambda: shown.rehearsal.state.phase == "deciding", timeout=20_000)
    assert shown.screen.seconds == pytest.approx(0.9, abs=0.05)
    shown.close()


def test_the_browser_gets_the_real_film_at_the_scene(
    qtbot: QtBot,
    window: StudioWindow,
    story_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[Path] = []
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(
        browser.QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile()))
    )
    window.open_folder(story_folder)
    window.map.go_to("talk")
    window.actions_by_name["browser_scene"].trigger()
    qtbot.waitUntil(lambda: bool(opened), timeout=60_000)
    page = opened[0].read_text(encoding="utf-8")
    assert "film/index.html#lang=en&amp;scene=talk" in page
    assert (opened[0].parent / "film" / "index.html").is_file()
