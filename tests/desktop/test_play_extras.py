"""What a film has beside its scenes is played in the studio too: captions, feedback clips, notes,
and whole playthroughs."""

from __future__ import annotations

import subprocess
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from exporters.compiler import compile_film, encode_film
from studio.desktop.dialogs.playthroughs import PlaythroughsDialog
from studio.desktop.window import StudioWindow
from studio.media.captions import Cue, encode
from studio.story import edits
from studio.story.files import save_story
from studio.story.finding import ProofStep
from studio.story.model import Clip, ContentNote, Decision, Feedback, Footage
from tests.desktop.stories import border_story, text
from tests.desktop.test_play import clip, phase, play, with_choice, with_decision  # noqa: F401
from tests.results.test_result_file import ROOT, SCRIPT

pytestmark = pytest.mark.timeout(120)


def with_clip(window: StudioWindow, folder: Path, source: Path) -> None:
    """The first scene gets the clip, with English captions."""
    (folder / "media" / "clip.mp4").write_bytes(source.read_bytes())
    (folder / "captions").mkdir(exist_ok=True)
    (folder / "captions" / "clip.vtt").write_bytes(encode([Cue(0.4, 3.5, "Good <evening>.")]))
    window.open_folder(folder)
    story = window.document.story
    assert story is not None
    shown = Clip(Footage("media/clip.mp4"), captions={"en": "captions/clip.vtt"})
    scene = replace(story.scene_by_id["minibus"], clip=shown)
    window.document.apply(edits.replace_scene(story, scene), "Clip")


def test_captions_stand_on_the_picture(
    qtbot: QtBot,
    window: StudioWindow,
    story_folder: Path,
    clip: Path,  # noqa: F811
) -> None:
    with_clip(window, story_folder, clip)
    window.actions_by_name["play_start"].trigger()
    shown = play(window, qtbot)
    qtbot.waitUntil(lambda: shown.captions.words == "Good <evening>.", timeout=30_000)
    assert shown.conductor.elapsed >= 0.4
    shown._actions["captions"].trigger()
    assert shown.captions.words == ""
    shown.close()


def test_a_feedback_is_told_by_its_clip_and_the_scene_comes_back(
    qtbot: QtBot,
    window: StudioWindow,
    story_folder: Path,
    clip: Path,  # noqa: F811
) -> None:
    with_clip(window, story_folder, clip)
    story = window.document.story
    assert story is not None
    (story_folder / "media" / "told.mp4").write_bytes(clip.read_bytes())
    told = Clip(Footage("media/told.mp4", mark_in=2.5))
    feedback = Feedback(text=text("Źle.", "Not so."), clip=told)
    story = with_choice(story, "minibus", 2, feedback=feedback)
    story = with_decision(story, "minibus", retry=True)
    window.document.apply(story, "Feedback")
    window.actions_by_name["play_start"].trigger()
    shown = play(window, qtbot)
    shown.conductor.skip()
    QTest.mouseClick(shown.choices.buttons[2], Qt.MouseButton.LeftButton)
    assert phase(shown) == "feedback"
    assert shown.conductor.telling
    qtbot.waitUntil(lambda: shown.screen.seconds > 3.0, timeout=30_000)
    qtbot.waitUntil(lambda: not shown.conductor.telling, timeout=30_000)
    assert phase(shown) == "feedback"
    again = next(each for each in shown.choices.buttons if "again" in each.text())
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    assert phase(shown) == "deciding"
    scene = shown.conductor.scene
    assert scene is not None
    assert shown.conductor.clip is scene.clip
    shown.close()


def test_a_hard_scene_waits_for_an_answer(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    note = ContentNote(text("Uwaga: przemoc.", "Violence."), text("Bije ją.", "He hits her."))
    scene = replace(story.scene_by_id["minibus"], content_note=note)
    window.document.apply(edits.replace_scene(story, scene), "Note")
    window.actions_by_name["play_start"].trigger()
    shown = play(window, qtbot)
    shown.conductor.set_speed(8)
    QTest.qWait(600)
    assert shown.conductor.note is note
    assert phase(shown) == "playing"
    assert len(shown.choices.buttons) == 2
    QTest.mouseClick(shown.choices.buttons[1], Qt.MouseButton.LeftButton)
    assert "He hits her." in shown.screen._card._words.toPlainText()
    qtbot.waitUntil(lambda: phase(shown) == "deciding", timeout=20_000)
    shown.close()


def test_playthroughs_that_make_every_choice_are_played(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    window.open_folder(story_folder)
    window.actions_by_name["play_given"].trigger()
    dialog = window.findChild(PlaythroughsDialog)
    qtbot.waitUntil(lambda: dialog.list.count() >= 2, timeout=60_000)
    steps = " ".join(dialog.list.item(row).data(257) for row in range(dialog.list.count()))
    assert isinstance(border_story().scene_by_id["minibus"].then, Decision)
    for words in ("Check the papers", "Wave them through", "Are you safe?", "Go back to the start"):
        assert words in steps
    QTest.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    shown = play(window, qtbot)
    assert shown._actions["end"].isVisible()
    shown._actions["end"].trigger()
    assert phase(shown) == "ended"
    assert not shown._actions["end"].isVisible()
    shown.close()


def test_a_trainees_result_is_played_and_strangers_are_told(
    qtbot: QtBot, window: StudioWindow, story_folder: Path, tmp_path: Path
) -> None:
    film = encode_film(compile_film(border_story(), ("pl", "en")))
    script = SCRIPT.replace("attempt.problem('driver', 'pl', 'no frames');", "").replace(
        "possible[0]", "possible[possible.length - 1]"
    )
    command = ["node", "--input-type=module", "-e", script]
    written = subprocess.run(command, input=film, cwd=ROOT, check=True, capture_output=True).stdout
    file = tmp_path / "result.json"
    file.write_bytes(written)
    window.open_folder(story_folder)
    window.actions_by_name["play_given"].trigger()
    dialog = window.findChild(PlaythroughsDialog)
    dialog.open_result(file)
    item = dialog.list.currentItem()
    assert "Missed" in item.text() or "They drove on" in item.text()
    other = msgspec.json.decode(written)
    other["film"] |= {"id": "another", "title": "The other film"}
    (tmp_path / "other.json").write_bytes(msgspec.json.encode(other))
    (tmp_path / "words.json").write_text("words")
    for name, words in (
        ("other.json", "The other film"),
        ("words.json", "no result file"),
        ("gone.json", "cannot be read"),
    ):
        dialog.open_result(tmp_path / name)
        assert words in dialog.said.text()
    QTest.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    shown = play(window, qtbot)
    shown.conductor.skip_to_end()
    assert shown.rehearsal is not None
    assert shown.rehearsal.state.scene == "missed"
    shown.close()


def test_a_playthrough_the_story_no_longer_allows_is_told(
    qtbot: QtBot, window: StudioWindow, story_folder: Path
) -> None:
    save_story(border_story(), story_folder)
    window.open_folder(story_folder)
    window.windows.play_given([ProofStep("open"), ProofStep("choose", "gone"), ProofStep("finish")])
    shown = play(window, qtbot)
    shown.conductor.skip_to_end()
    assert shown.conductor.given == 0
    assert "has changed" in shown._said.text()
    shown.close()
