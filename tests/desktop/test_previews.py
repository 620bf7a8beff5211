"""Pictures of clips: the right frame, the trimmed length, nothing for what is no video."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest
from msgspec.structs import replace
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from studio.desktop.canvas.view import MapView
from studio.desktop.previews import PreviewLoader, read_preview
from studio.desktop.theme import LIGHT
from studio.story.model import Clip, Footage, Position, Scene, new_story


@pytest.fixture
def clip_file(tmp_path: Path) -> Path:
    """Two seconds at 10 frames a second: the first red, the second blue."""
    path = tmp_path / "clip.mp4"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=Fraction(10))
        stream.width, stream.height, stream.pix_fmt = 128, 72, "yuv420p"
        for number in range(20):
            pixels = np.zeros((72, 128, 3), np.uint8)
            pixels[:, :, 0 if number < 10 else 2] = 255
            container.mux(stream.encode(av.VideoFrame.from_ndarray(pixels, format="rgb24")))
        container.mux(stream.encode())
    return path


@pytest.mark.parametrize(("poster", "red"), [(0.2, True), (1.2, False)])
def test_the_poster_frame_is_shown(clip_file: Path, poster: float, red: bool) -> None:
    preview = read_preview(clip_file, Clip(Footage("clip.mp4"), poster=poster))
    assert preview is not None
    colour = preview.picture.pixelColor(200, 100)
    assert (colour.red() > colour.blue()) is red
    assert preview.seconds == pytest.approx(2.0, abs=0.05)


def test_the_length_is_that_of_the_trimmed_clip(clip_file: Path) -> None:
    footage = Footage("clip.mp4", mark_in=0.5, mark_out=1.75)
    preview = read_preview(clip_file, Clip(footage))
    assert preview is not None
    assert preview.seconds == pytest.approx(1.25)


def test_what_is_no_video_has_no_preview(tmp_path: Path) -> None:
    clip = Clip(Footage("clip.mp4"))
    assert read_preview(tmp_path / "clip.mp4", clip) is None
    (tmp_path / "clip.mp4").write_bytes(b"not a film" * 100)
    assert read_preview(tmp_path / "clip.mp4", clip) is None


def test_every_clip_is_read_once_those_in_sight_first_and_again_when_asked(
    qtbot: QtBot, clip_file: Path
) -> None:
    scenes = tuple(Scene(id=f"s{n}", clip=Clip(Footage("clip.mp4"))) for n in range(6))
    story = replace(new_story("s", {}, ("en",)), scenes=scenes)
    loader = PreviewLoader()
    read: list[str] = []
    loader.loaded.connect(lambda scene, _preview: read.append(scene))
    loader.load(story, clip_file.parent)
    loader.prefer(["s4", "gone"])
    qtbot.waitUntil(lambda: len(set(read)) == 6, timeout=20_000)
    assert read.index("s4") <= 1
    before = len(read)
    loader.load(story, clip_file.parent)
    loader.prefer(["s2"])
    qtbot.waitUntil(lambda: len(read) == before + 1, timeout=20_000)
    assert read[-1] == "s2"
    loader.stop()


def test_the_map_keeps_few_pictures_and_asks_again_for_those_in_sight(qtbot: QtBot) -> None:
    scenes = tuple(
        Scene(id=f"s{n}", position=Position(x=400 * n), clip=Clip(Footage("clip.mp4")))
        for n in range(300)
    )
    view = MapView(LIGHT)
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    view.show_story(replace(new_story("s", {}, ("en",)), scenes=scenes), "en")
    view.go_to("s0")
    picture = QImage(8, 8, QImage.Format.Format_RGB888)
    for scene in scenes:
        view.set_preview(scene.id, picture, 2.0)
    with qtbot.waitSignal(view.pictures_wanted, timeout=5_000) as caught:
        view.go_to("s20")
    assert "s20" in caught.args[0]
    with qtbot.assertNotEmitted(view.pictures_wanted, wait=400):
        view.go_to("s0")
