"""Files dropped on the map: real drop events, real videos, copied off the interface thread."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.view import MapView
from studio.desktop.theme import LIGHT
from studio.story import edits
from studio.story.finding import StudioError
from studio.story.model import Clip, Footage, Story
from tests.clips import make_clip
from tests.desktop.map_tools import shown_equals_story
from tests.desktop.stories import border_story

Copy = Qt.DropAction.CopyAction
Buttons = Qt.MouseButton.LeftButton
Plain = Qt.KeyboardModifier.NoModifier


class Target:
    """A map that takes drops, and what came of them."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self.qtbot = qtbot
        self.view = MapView(LIGHT)
        qtbot.addWidget(self.view)
        self.view.resize(1200, 800)
        self.view.folder = folder
        self.view.show_story(border_story(), "en")
        self.view.show()
        qtbot.waitExposed(self.view)
        self.view.fit()
        self.steps: list[Story] = []
        self.errors: list[StudioError] = []
        self.view.edited.connect(self.apply)
        self.view.failed.connect(self.errors.append)

    def apply(self, story: Story, _label: str) -> None:
        self.steps.append(story)
        self.view.show_story(story, "en")

    def drop(self, at: QPoint, *files: Path) -> bool:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        enter = QDragEnterEvent(at, Copy, data, Buttons, Plain)
        QApplication.sendEvent(self.view, enter)
        if not enter.isAccepted():
            return False
        drop = QDropEvent(QPointF(at), Copy, data, Buttons, Plain)
        QApplication.sendEvent(self.view, drop)
        self.qtbot.waitUntil(lambda: not self.view.drops.busy, timeout=20_000)
        return True


@pytest.fixture
def target(qtbot: QtBot, tmp_path: Path) -> Target:
    folder = tmp_path / "story"
    folder.mkdir()
    return Target(qtbot, folder)


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("clips")
    made = [folder / "Przyjazd łodzi.mp4", folder / "second_clip.mp4", folder / "third.mp4"]
    for number, path in enumerate(made):
        make_clip(path, seconds=1 + number)
    return made


EMPTY = QPoint(30, 770)


def test_a_video_on_empty_ground_makes_a_scene_with_it(target: Target, clips: list[Path]) -> None:
    assert target.drop(EMPTY, clips[0])
    made = target.steps[-1].scenes[-1]
    assert (made.id, made.title) == ("przyjazd_lodzi", {"en": "Przyjazd łodzi"})
    assert made.clip is not None
    assert made.clip.footage.file == "media/przyjazd_lodzi.mp4"
    folder = target.view.folder
    assert folder is not None
    assert (folder / made.clip.footage.file).read_bytes() == clips[0].read_bytes()
    assert target.view.selected == "przyjazd_lodzi"
    assert len(target.steps) == 1
    assert shown_equals_story(target.view, target.steps[-1])


def test_a_video_on_a_scene_is_attached(target: Target, clips: list[Path]) -> None:
    at = target.view.scene_rect("talk").center().toPoint()
    assert target.drop(at, clips[0])
    clip = target.steps[-1].scene_by_id["talk"].clip
    assert clip is not None
    assert clip.footage.file == "media/przyjazd_lodzi.mp4"
    assert len(target.steps[-1].scenes) == 5


def test_several_files_make_several_scenes_beside_each_other(
    target: Target, clips: list[Path]
) -> None:
    assert target.drop(EMPTY, *clips)
    made = target.steps[-1].scenes[5:]
    assert [scene.id for scene in made] == ["przyjazd_lodzi", "second_clip", "third"]
    assert len({(scene.position.x, scene.position.y) for scene in made}) == 3
    assert len(target.steps) == 1


def test_the_same_file_twice_is_copied_once(target: Target, clips: list[Path]) -> None:
    target.drop(EMPTY, clips[0])
    target.drop(EMPTY, clips[0])
    folder = target.view.folder
    assert folder is not None
    assert [each.name for each in (folder / "media").iterdir()] == ["przyjazd_lodzi.mp4"]


def test_a_file_inside_the_story_is_used_where_it_lies(target: Target, clips: list[Path]) -> None:
    folder = target.view.folder
    assert folder is not None
    (folder / "raw").mkdir()
    inside = folder / "raw" / "take one.mp4"
    inside.write_bytes(clips[0].read_bytes())
    target.drop(EMPTY, inside)
    clip = target.steps[-1].scenes[-1].clip
    assert clip is not None
    assert clip.footage.file == "raw/take one.mp4"
    assert not (folder / "media").exists()


def test_a_folder_and_a_text_are_refused_kindly_and_the_video_beside_them_is_taken(
    target: Target, clips: list[Path], tmp_path: Path
) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("ask the interpreter", encoding="utf-8")
    folder = tmp_path / "takes"
    folder.mkdir()
    target.drop(EMPTY, folder, text, clips[1])
    assert [scene.id for scene in target.steps[-1].scenes[5:]] == ["second_clip"]
    assert [finding.code for finding in target.errors[0].findings] == ["DT001", "MD001"]
    assert "takes" in target.errors[0].findings[0].message["en"]


def test_nothing_is_taken_where_nothing_may_change(target: Target, clips: list[Path]) -> None:
    target.view.read_only = True
    assert not target.drop(EMPTY, clips[0])
    target.view.read_only = False
    target.view.folder = None
    target.drop(EMPTY, clips[0])
    assert [finding.code for finding in target.errors[0].findings] == ["DT002"]
    assert target.steps == []


def test_pasted_scenes_bring_their_files_and_spare_others_of_the_same_name(
    qtbot: QtBot, target: Target, clips: list[Path], tmp_path: Path
) -> None:
    """Both stories have a ``media/talk.mp4``; each scene keeps its own."""
    home = tmp_path / "another"
    for folder, clip in ((home, clips[0]), (target.view.folder, clips[1])):
        assert folder is not None
        (folder / "media").mkdir(parents=True)
        shutil.copy(clip, folder / "media" / "talk.mp4")
    (home / "captions").mkdir()
    (home / "captions" / "talk.vtt").write_text("WEBVTT")
    footage = Footage("media/talk.mp4")
    target.apply(edits.attach_clip(target.view.story, "talk", "media/talk.mp4"), "")
    source = Target(qtbot, home)
    scene = replace(
        source.view.story.scene_by_id["talk"],
        clip=Clip(footage, captions={"en": "captions/talk.vtt"}),
    )
    source.apply(edits.replace_scene(source.view.story, scene), "")
    source.view.select("talk")
    source.view.commands["copy"].trigger()
    target.view.commands["paste"].trigger()
    qtbot.waitUntil(lambda: not target.view.drops.busy, timeout=20_000)
    story = target.view.story
    pasted, own = story.scenes[-1].clip, story.scene_by_id["talk"].clip
    assert pasted is not None
    assert own is not None
    folder = target.view.folder
    assert folder is not None
    assert (folder / pasted.footage.file).read_bytes() == clips[0].read_bytes()
    assert own.footage.file == "media/talk.mp4"
    assert (folder / own.footage.file).read_bytes() == clips[1].read_bytes()
    assert pasted.captions == {"en": "captions/talk.vtt"}
    assert (folder / "captions" / "talk.vtt").read_text() == "WEBVTT"
    assert target.errors == []
