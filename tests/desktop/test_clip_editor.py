"""The clip editor with real clips: exact frames, marks, hotspots, the decision, captions."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QInputDialog
from pytestqt.qtbot import QtBot

from studio.desktop.clip_editor.editor import ClipEditor
from studio.desktop.window import StudioWindow
from studio.media.captions import read
from studio.media.runner import find_ffmpeg
from studio.story import edits
from studio.story.model import Area, Clip, Concealment, Decision, Footage, Region, Scene
from tests.desktop.stories import border_story

pytestmark = pytest.mark.timeout(120)


def ffmpeg(*arguments: str) -> None:
    command = [find_ffmpeg(None), "-y", "-loglevel", "error", *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


@pytest.fixture(scope="module")
def grey(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four seconds, 25 frames a second; frame n is as bright as n (of 100), with sound."""
    path = tmp_path_factory.mktemp("clips") / "grey.mp4"
    ffmpeg(
        "-f", "lavfi", "-i", "color=black:s=320x180:r=25:d=4",
        "-f", "lavfi", "-i", "sine=440:d=4",
        "-vf", "geq=lum='16+N*2':cb=128:cr=128", "-c:v", "libx264", "-qp", "4", "-bf", "2",
        "-pix_fmt", "yuv420p", "-c:a", "aac", str(path),
    )  # fmt: skip
    return path


@pytest.fixture
def editor(qtbot: QtBot, window: StudioWindow, story_folder: Path, grey: Path) -> ClipEditor:
    (story_folder / "media" / "clip.mp4").write_bytes(grey.read_bytes())
    window.open_folder(story_folder)
    story = window.document.story
    assert story is not None
    scene = replace(story.scene_by_id["minibus"], clip=Clip(Footage("media/clip.mp4")))
    window.document.apply(edits.replace_scene(story, scene), "Clip")
    window.map.go_to("minibus")
    window.actions_by_name["edit_clip"].trigger()
    made = window.windows._clip
    assert made is not None
    qtbot.waitUntil(lambda: made.screen.head is not None, timeout=30_000)
    return made


def scene_of(window: StudioWindow) -> Scene:
    assert window.document.story is not None
    return window.document.story.scene_by_id["minibus"]


def decision_of(window: StudioWindow) -> Decision:
    then = scene_of(window).then
    assert isinstance(then, Decision)
    return then


def brightness(editor: ClipEditor) -> int:
    frame = editor.screen.video.videoSink().videoFrame().toImage()
    if frame.isNull():  # Decoded by the studio itself.
        frame = editor.screen._still.pixmap().toImage()
    return frame.pixelColor(100, 100).lightness() if not frame.isNull() else -1


def frame_shown(editor: ClipEditor) -> int:
    """The number of the frame on the screen, told from its brightness (video range)."""
    return round((brightness(editor) * 219 / 255) / 2)


@pytest.mark.parametrize("number", [0, 37, 98])
def test_a_seek_shows_exactly_that_frame(qtbot: QtBot, editor: ClipEditor, number: int) -> None:
    editor._seek(number / 25)
    qtbot.waitUntil(lambda: frame_shown(editor) == number, timeout=20_000)


def test_keys_step_by_frames_and_set_the_marks(
    qtbot: QtBot, editor: ClipEditor, window: StudioWindow
) -> None:
    editor._seek(1.0)
    qtbot.waitUntil(lambda: frame_shown(editor) == 25, timeout=20_000)
    editor.tools.by_name["frame_on"].trigger()
    qtbot.waitUntil(lambda: frame_shown(editor) == 26, timeout=20_000)
    editor.tools.by_name["frame_back"].trigger()
    qtbot.waitUntil(lambda: frame_shown(editor) == 25, timeout=20_000)
    editor.tools.by_name["in"].trigger()
    editor._seek(3.0)
    qtbot.waitUntil(lambda: frame_shown(editor) == 75, timeout=20_000)
    editor.tools.by_name["out"].trigger()
    footage = scene_of(window).clip.footage
    assert footage.mark_in == pytest.approx(1.0, abs=0.01)
    assert footage.mark_out == pytest.approx(3.04, abs=0.01)
    window.document.undo()
    assert scene_of(window).clip.footage.mark_out is None


def test_j_k_l_plays_and_stops(qtbot: QtBot, editor: ClipEditor) -> None:
    editor.tools.by_name["on"].trigger()
    qtbot.waitUntil(lambda: editor.screen.seconds > 0.3, timeout=20_000)
    editor.tools.by_name["stop"].trigger()
    assert not editor.screen.playing
    editor._seek(3.0)
    qtbot.waitUntil(lambda: frame_shown(editor) == 75, timeout=20_000)
    editor.tools.by_name["back"].trigger()
    # It goes on by itself, and fast enough to keep the time.
    qtbot.waitUntil(lambda: editor.screen.seconds < 2.2, timeout=20_000)
    assert 0 < frame_shown(editor) < 75
    editor.tools.by_name["back"].trigger()
    assert editor.shuttle.speed == -2
    qtbot.waitUntil(lambda: editor.screen.seconds == 0 and not editor.shuttle.speed, timeout=20_000)
    qtbot.waitUntil(lambda: frame_shown(editor) == 0, timeout=20_000)


def test_a_hotspot_is_drawn_on_the_picture_with_its_time(
    qtbot: QtBot, editor: ClipEditor, window: StudioWindow
) -> None:
    editor.choices.setCurrentRow(1)
    editor._seek(2.0)
    qtbot.waitUntil(lambda: frame_shown(editor) == 50, timeout=20_000)
    frame = editor.screen.frame
    start = editor.screen.mapFromScene(QPointF(frame.width() * 0.25, frame.height() * 0.5))
    end = editor.screen.mapFromScene(QPointF(frame.width() * 0.5, frame.height() * 0.75))
    view = editor.screen.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, (start + end) / 2)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    region = decision_of(window).choices[1].region
    assert region is not None
    assert region.area.x == pytest.approx(0.25, abs=0.01)
    assert region.area.width == pytest.approx(0.25, abs=0.01)
    assert region.opens == pytest.approx(2.0, abs=0.05)
    line = editor.timeline
    lane = line.lane_top("hotspots") + 8
    x = round(line.x_of(line.lanes["hotspots"][0].end))
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(x, lane))
    QTest.mouseMove(line, QPoint(round(line.x_of(3.0)), lane))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(round(line.x_of(3.0)), lane))
    assert decision_of(window).choices[1].region.closes == pytest.approx(3.0, abs=0.05)
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    assert decision_of(window).choices[1].region is None


def test_the_decision_opens_where_the_picture_is(editor: ClipEditor, window: StudioWindow) -> None:
    editor._seek(1.6)
    editor.screen.seconds = 1.6
    editor.tools.by_name["opens"].trigger()
    assert decision_of(window).opens == pytest.approx(1.6, abs=0.01)
    editor.limit.setValue(8)
    assert decision_of(window).time_limit == 8
    editor.opens.setValue(-0.01)
    assert decision_of(window).opens is None


def test_a_face_is_concealed_by_drawing_with_its_time(
    qtbot: QtBot, editor: ClipEditor, window: StudioWindow
) -> None:
    def concealed() -> tuple[Concealment, ...]:
        treatment = scene_of(window).clip.treatment
        return treatment.concealments if treatment is not None else ()

    QTest.mouseClick(editor.picture.hide_place, Qt.MouseButton.LeftButton)
    # All the time, until told otherwise: rather too much is hidden than a face shown.
    assert [(each.start, each.end) for each in concealed()] == [(0, None)]
    assert editor.picture.name == "concealed/0"
    frame, view = editor.screen.frame, editor.screen.viewport()
    start, end = (
        editor.screen.mapFromScene(QPointF(frame.width() * x, frame.height() * y))
        for x, y in ((0.05, 0.1), (0.3, 0.3))
    )
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    area = concealed()[0].area
    assert (area.x, area.y) == (pytest.approx(0.05, abs=0.01), pytest.approx(0.1, abs=0.01))
    assert area.width == pytest.approx(0.25, abs=0.01)
    line = editor.timeline
    lane = line.lane_top("concealed") + 8
    for seconds, wanted in ((line.seconds, 3.0), (0.0, 1.0)):
        x, to = (round(line.x_of(each)) for each in (seconds, wanted))
        QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(x, lane))
        QTest.mouseMove(line, QPoint(to, lane))
        QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(to, lane))
    assert concealed()[0].start == pytest.approx(1.0, abs=0.05)
    assert concealed()[0].end == pytest.approx(3.0, abs=0.05)
    editor._seek(2.0)
    assert len(editor._concealed.now()) == 1
    editor._seek(3.5)
    assert editor._concealed.now() == ()
    window.document.undo()
    window.document.undo()
    window.document.undo()
    assert concealed()[0].area.x == pytest.approx(0.4)
    QTest.mouseClick(editor.remove, Qt.MouseButton.LeftButton)
    assert concealed() == ()


def test_captions_are_typed_kept_and_undone(editor: ClipEditor, window: StudioWindow) -> None:
    assert editor.captions.languages.currentText() == "en"  # That of the interface.
    editor.captions.languages.setCurrentText("en")
    editor.captions.now = 0.5
    editor.captions.add.click()
    editor.captions.table.item(0, 2).setText("Your papers, please.")
    name = scene_of(window).clip.captions["en"]
    assert window.document.folder is not None
    path = window.document.folder / name
    cues, findings = read(path)
    assert findings == []
    assert [tuple(cue) for cue in cues] == [(0.5, 2.5, "Your papers, please.")]
    assert window.document.undo_label == "Captions"
    editor.captions.table.item(0, 1).setText("2")
    assert read(path)[0][0].end == 2
    QTest.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert read(path)[0][0].end == 2.5
    assert editor.captions.cues()[0].end == 2.5
    window.document.undo()
    assert not path.exists()
    assert editor.captions.cues() == []
    window.document.redo()
    window.document.redo()
    assert read(path)[0][0].end == 2
    window.document.give_up()
    assert not path.exists()


def test_sound_and_facts_are_measured(qtbot: QtBot, editor: ClipEditor) -> None:
    qtbot.waitUntil(lambda: editor.timeline.peaks is not None, timeout=60_000)
    assert float(abs(editor.timeline.peaks).max()) > 0.05
    assert "320 × 180" in editor.facts.text()
    assert "h264 / aac" in editor.facts.text()


def test_moving_the_beginning_keeps_times_on_the_same_pictures() -> None:
    story = border_story()
    scene = replace(story.scene_by_id["minibus"], clip=Clip(Footage("a.mp4"), poster=2))
    story = edits.replace_scene(story, scene)
    story = edits.time_decision(story, "minibus", 3.0, None)
    region = Region(Area(0, 0, 0.5, 0.5), opens=1.0, closes=2.5)
    story = edits.place_hotspot(story, "minibus", "talk", region)
    after = edits.mark_clip(story, "minibus", 0.5, None).scene_by_id["minibus"]
    assert isinstance(after.then, Decision)
    assert (after.clip.poster, after.then.opens) == (1.5, 2.5)
    assert (after.then.choices[1].region.opens, after.then.choices[1].region.closes) == (0.5, 2.0)


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("4k", ["-vf", "scale=3840:2160", "-c:v", "libx264", "-preset", "ultrafast"]),
        ("ten_bit", ["-c:v", "libx265", "-pix_fmt", "yuv420p10le", "-x265-params", "log-level=1"]),
        ("silent", ["-an", "-c:v", "libx264"]),
        ("av1", ["-c:v", "libsvtav1", "-preset", "11", "-crf", "10"]),
        ("silent_av1", ["-an", "-c:v", "libsvtav1", "-preset", "11", "-crf", "10"]),
    ],
)
def test_unusual_clips_are_shown(
    qtbot: QtBot, editor: ClipEditor, window: StudioWindow, grey: Path, name: str,
    options: list[str],
) -> None:  # fmt: skip
    assert window.document.folder is not None
    target = window.document.folder / "media" / f"{name}.mp4"
    ffmpeg("-i", str(grey), "-t", "1", *options, str(target))
    story = window.document.story
    assert story is not None
    scene = replace(scene_of(window), clip=Clip(Footage(f"media/{name}.mp4")))
    window.document.apply(edits.replace_scene(story, scene), "Clip")
    qtbot.waitUntil(lambda: editor._path == target and editor.screen.head is not None, timeout=9000)
    editor._seek(0.6)
    qtbot.waitUntil(lambda: abs(frame_shown(editor) - 15) <= 1, timeout=30_000)
    editor._seek(0.2)
    editor.shuttle.on()
    qtbot.waitUntil(lambda: editor.screen.seconds > 0.9, timeout=30_000)
    qtbot.waitUntil(lambda: frame_shown(editor) >= 22, timeout=30_000)


@pytest.mark.parametrize("name", ["phone.mp4", "screen.mkv"])
def test_frames_of_unequal_length_are_told_apart(
    qtbot: QtBot, editor: ClipEditor, window: StudioWindow, grey: Path, name: str
) -> None:
    """Matroska claims one rate for all of its frames."""
    assert window.document.folder is not None
    target = window.document.folder / "media" / name
    # The first 20 frames last twice as long as those after them.
    stretched = "setpts=if(lt(N\\,20)\\,N*2\\,N+20)/(25*TB)"
    ffmpeg("-i", str(grey), "-t", "2", "-an", "-vf", stretched, "-fps_mode", "vfr",
           "-c:v", "libx264", "-qp", "4", "-pix_fmt", "yuv420p", str(target))  # fmt: skip
    story = window.document.story
    assert story is not None
    scene = replace(scene_of(window), clip=Clip(Footage(f"media/{name}")))
    window.document.apply(edits.replace_scene(story, scene), "Clip")
    qtbot.waitUntil(
        lambda: editor._path == target and bool(editor.screen.head and editor.screen.head.times),
        timeout=9000,
    )
    for seconds, number in ((0.8, 10), (0.86, 10), (1.6, 20), (1.96, 29)):
        editor._seek(seconds)
        qtbot.waitUntil(lambda number=number: frame_shown(editor) == number, timeout=20_000)
    editor._seek(1.52)
    for number in (20, 21):
        editor.tools.by_name["frame_on"].trigger()
        qtbot.waitUntil(lambda number=number: frame_shown(editor) == number, timeout=20_000)
    assert editor.screen.seconds == pytest.approx(1.64, abs=0.005)
    assert "21" in editor.tools.time.text()


def test_a_rotated_clip_stands_upright(
    qtbot: QtBot, editor: ClipEditor, window: StudioWindow
) -> None:
    assert window.document.folder is not None
    flat, target = (window.document.folder / "media" / each for each in ("flat.mp4", "turned.mp4"))
    ffmpeg("-f", "lavfi", "-i", "testsrc2=s=320x180:r=25:d=1", "-pix_fmt", "yuv420p", str(flat))
    ffmpeg("-display_rotation", "90", "-i", str(flat), "-c", "copy", str(target))
    story = window.document.story
    assert story is not None
    scene = replace(scene_of(window), clip=Clip(Footage("media/turned.mp4")))
    window.document.apply(edits.replace_scene(story, scene), "Clip")
    qtbot.waitUntil(lambda: editor._path == target and editor.screen.head is not None, timeout=9000)
    editor._seek(0.4)
    sink = editor.screen.video.videoSink()
    qtbot.waitUntil(
        lambda: sink.videoFrame().toImage().height() > sink.videoFrame().toImage().width() > 0,
        timeout=20_000,
    )


def test_captions_are_moved_split_merged_and_drafted_as_steps(
    editor: ClipEditor, window: StudioWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = window.document.story
    assert story is not None
    scene = replace(scene_of(window), script={"en": "Guard: Your papers, please. Step out."})
    window.document.apply(edits.replace_scene(story, scene), "Script")
    captions, menu = editor.captions, editor.captions.more
    captions.languages.setCurrentText("pl")
    assert not menu.acts["draft"].isEnabled()
    captions.languages.setCurrentText("en")
    menu.acts["draft"].trigger()
    qtbot.waitUntil(lambda: bool(captions.cues()), timeout=30_000)
    drafted = captions.cues()
    assert drafted[0].text == "Guard: Your papers, please. Step out."
    assert drafted[0].end <= 4
    captions.table.selectRow(0)
    menu.acts["split"].trigger()
    assert [cue.text for cue in captions.cues()] == ["Guard: Your papers, please.", "Step out."]
    captions.table.selectRow(0)
    menu.acts["merge"].trigger()
    assert [cue.text for cue in captions.cues()] == [drafted[0].text]
    monkeypatch.setattr(QInputDialog, "getDouble", lambda *_: (0.5, True))
    menu.acts["shift"].trigger()
    assert captions.cues()[0].start == drafted[0].start + 0.5
    for _ in range(4):
        window.document.undo()
    assert captions.cues() == []
    assert "en" not in scene_of(window).clip.captions


def test_captions_are_brought_in_and_written_as_files(
    editor: ClipEditor, window: StudioWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    captions, menu = editor.captions, editor.captions.more
    told: list[object] = []
    menu.failed.connect(told.append)
    captions.languages.setCurrentText("pl")
    old = tmp_path / "stare.srt"
    old.write_bytes("1\n00:00:01,000 --> 00:00:02,500\nŻółte światło.\n".encode("cp1250"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(old), ""))
    menu.acts["import"].trigger()
    assert [cue.text for cue in captions.cues()] == ["Żółte światło."]
    assert [error.findings[0].code for error in told] == ["MD021"]
    for ending in ("srt", "vtt", "ass"):
        out = tmp_path / f"out.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, out=out: (str(out), ""))
        menu.acts["export"].trigger()
        assert [cue.text for cue in read(out)[0]] == ["Żółte światło."]
