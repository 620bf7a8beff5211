"""The media bin: uses, missing files found again by folder, unused ones, equals, pictures."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from studio.desktop.panels.media_bin import FILTERS, MediaBin
from studio.desktop.panels.media_scan import find_missing, kind_of, scan
from studio.media.cache import Cache
from studio.story import edits
from studio.story import model as m
from tests.desktop.desk import Desk

LEFT = Qt.MouseButton.LeftButton


def fill(desk: Desk) -> None:
    """Two equal pictures, one unused, one missing clip, captions."""
    media = desk.folder / "media"
    media.mkdir()
    Image.new("RGB", (64, 36), "red").save(media / "one.png")
    (media / "copy.png").write_bytes((media / "one.png").read_bytes())
    Image.new("RGB", (32, 36), "blue").save(media / "unused.png")
    story = edits.put_value(desk.story, ("scenes", "minibus", "card", "image"), "media/one.png")
    story = edits.put_value(story, ("scenes", "papers", "card", "image"), "media/copy.png")
    desk.story = edits.attach_clip(story, "talk", "media/Talk.mp4")
    desk.show()


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, tmp_path: Path) -> MediaBin:
    fill(desk)
    made = MediaBin(desk.editing, Cache(tmp_path / "cache"))
    qtbot.addWidget(made)
    made.resize(900, 320)
    made.show()
    qtbot.waitExposed(made)
    wait(qtbot, made)
    return made


def wait(qtbot: QtBot, panel: MediaBin) -> None:
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)


def files(panel: MediaBin) -> list[str]:
    return [row.file for row in panel.model.rows]


def test_each_file_is_of_a_kind(desk: Desk, tmp_path: Path) -> None:
    assert [kind_of(each) for each in ("a.MP4", "b.png", "c.vtt", "d.wav", "e.pdf")] == [
        "video",
        "image",
        "captions",
        "sound",
        "other",
    ]
    fill(desk)
    rows = {row.file: row for row in scan(desk.story, desk.folder, Cache(tmp_path / "cache"))}
    assert rows["media/Talk.mp4"].missing
    assert rows["media/one.png"].equals == ("media/copy.png",)
    assert not rows["media/unused.png"].uses
    assert rows["media/unused.png"].bytes


def test_filters_count_and_narrow(panel: MediaBin) -> None:
    assert files(panel)[0] == "media/Talk.mp4"
    expected = {
        "missing": ["media/Talk.mp4"],
        "unused": ["media/unused.png"],
        "double": ["media/copy.png", "media/one.png"],
    }
    assert set(FILTERS) == {"all", *expected}
    for name, names in expected.items():
        QTest.mouseClick(panel.filters[name], LEFT)
        assert files(panel) == names
        assert panel.filters[name].text().endswith(f" {len(names)}")


def test_pictures_come_in_the_background(qtbot: QtBot, panel: MediaBin) -> None:
    qtbot.waitUntil(lambda: len(panel.model.pictures) == 3, timeout=20_000)
    picture = panel.model.pictures["media/one.png"]
    assert picture.toImage().pixelColor(4, 4).name() == "#ff0000"


def test_missing_files_are_found_in_a_folder_in_one_go(
    qtbot: QtBot, desk: Desk, panel: MediaBin, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    place = elsewhere / "deep"
    place.mkdir(parents=True)
    (place / "talk.MP4").write_bytes(b"film")
    desk.clear_steps()
    panel.look_in(elsewhere)
    wait(qtbot, panel)
    qtbot.waitUntil(lambda: len(desk.steps) == 1, timeout=5000)
    clip = desk.story.scene_by_id["talk"].clip
    assert clip is not None
    assert clip.footage.file == "media/talk.mp4"
    assert (desk.folder / "media" / "talk.mp4").read_bytes() == b"film"
    qtbot.waitUntil(lambda: not panel.busy and "media/talk.mp4" in files(panel), timeout=10_000)
    assert not panel.relink_all.isVisible()


def test_of_several_files_the_one_in_the_like_folder_is_taken(tmp_path: Path) -> None:
    story, place = tmp_path / "story", tmp_path / "disk"
    for name, content in (("old", b"old"), ("final", b"final")):
        (place / name).mkdir(parents=True)
        (place / name / "a.mp4").write_bytes(content)
    story.mkdir()
    found = find_missing(["final/a.mp4"], place, story)
    assert (story / found["final/a.mp4"]).read_bytes() == b"final"


def test_double_files_become_one(desk: Desk, panel: MediaBin) -> None:
    QTest.mouseClick(panel.filters["double"], LEFT)
    panel.table.selectRow(1)
    buttons = [each for each in panel.findChildren(QPushButton) if each.isVisible()]
    QTest.mouseClick(next(each for each in buttons if each.text() == "Use only this one"), LEFT)
    uses = edits.file_uses(desk.story)
    assert len(uses["media/one.png"]) == 2
    assert "media/copy.png" not in uses


def test_uses_lead_to_the_scene(qtbot: QtBot, desk: Desk, panel: MediaBin) -> None:
    panel.table.selectRow(files(panel).index("media/one.png"))
    button = panel.uses.findChildren(QPushButton)[0]
    assert "Minibus" in button.accessibleName()
    with qtbot.waitSignal(desk.editing.place_wanted) as place:
        QTest.mouseClick(button, LEFT)
    assert place.args[0] == ("scenes", "minibus", "card", "image")


def test_a_file_from_elsewhere_is_copied_into_the_story(
    qtbot: QtBot, desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from studio.desktop.inspector.files import Bringing

    source = tmp_path_factory.mktemp("from") / "Napisy PL.vtt"
    source.write_text("WEBVTT\n", encoding="utf-8")
    brought: list[str] = []
    Bringing(desk.editing, brought.append).start(source)
    qtbot.waitUntil(lambda: bool(brought), timeout=10_000)
    assert brought == ["captions/napisy_pl.vtt"]
    assert (desk.folder / brought[0]).is_file()
    with qtbot.waitSignal(desk.editing.failed, timeout=10_000):
        Bringing(desk.editing, brought.append).start(source.parent / "not there.vtt")
    assert m.Clip(m.Footage("x")).captions == {}


def test_unused_files_go_to_the_wastebasket_after_a_question(
    qtbot: QtBot, panel: MediaBin, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def answer(role: QMessageBox.ButtonRole) -> str:
        QTest.mouseClick(panel.clear_out, LEFT)
        box = next(each for each in panel.findChildren(QMessageBox) if each.isVisible())
        words = box.informativeText()
        next(each for each in box.buttons() if box.buttonRole(each) == role).click()
        return words

    panel.filters["unused"].click()
    assert files(panel) == ["media/unused.png"]
    answer(QMessageBox.ButtonRole.RejectRole)
    assert (desk.folder / "media" / "unused.png").is_file()
    asked = answer(QMessageBox.ButtonRole.AcceptRole)
    wait(qtbot, panel)
    assert "media/unused.png" in asked
    assert not (desk.folder / "media" / "unused.png").exists()
    assert list(tmp_path.rglob("Trash*/files/unused.png")) or list(
        tmp_path.rglob(".Trash*/**/unused.png")
    )
    assert files(panel) == []
    assert not panel.clear_out.isVisible()
