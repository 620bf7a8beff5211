"""Writing beside and swapping in: earlier exports whole, strangers' files never touched."""

import errno
import os

import pytest

from exporters import staging
from studio.story.finding import StudioError


def write(folder, **content):
    with staging.staged(folder) as fresh:
        for name, text in content.items():
            (fresh / name).write_text(text)


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_new_export_takes_the_place_of_ours(tmp_path):
    write(tmp_path / "film", one="1")
    write(tmp_path / "film", two="2")
    assert names(tmp_path / "film") == ["contents.json", "two"]
    assert names(tmp_path) == ["film"]


def test_missing_parents_are_made_and_an_empty_folder_is_used(tmp_path):
    write(tmp_path / "a" / "b", one="1")
    (tmp_path / "empty").mkdir()
    write(tmp_path / "empty", one="1")
    assert (tmp_path / "empty" / "one").read_text() == "1"


@pytest.mark.parametrize("interruption", [RuntimeError, KeyboardInterrupt, SystemExit])
def test_an_interrupted_export_leaves_the_earlier_one_whole(tmp_path, interruption):
    write(tmp_path / "film", one="1")

    def interrupted():
        with staging.staged(tmp_path / "film") as fresh:
            (fresh / "half").write_text("…")
            raise interruption

    with pytest.raises(interruption):
        interrupted()
    assert names(tmp_path / "film") == ["contents.json", "one"]
    assert names(tmp_path) == ["film"]


def test_leftovers_of_a_killed_export_are_cleared_by_the_next(tmp_path):
    (tmp_path / ".film.studio-killed").mkdir()
    write(tmp_path / "film", one="1")
    assert names(tmp_path) == ["film"]


def stranger_folder(folder):
    folder.mkdir()
    (folder / "thesis.doc").write_text("years of work")


def stranger_in_ours(folder):
    write(folder, one="1")
    (folder / "notes.txt").write_text("mine")


def stranger_file(folder):
    folder.write_text("a file")


def foreign_contents(folder):
    folder.mkdir()
    (folder / "contents.json").write_text("[1, 2]")


@pytest.mark.parametrize(
    "make", [stranger_folder, stranger_in_ours, stranger_file, foreign_contents]
)
def test_a_strangers_files_are_refused_and_untouched(tmp_path, make):
    make(tmp_path / "film")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    with pytest.raises(StudioError) as error:
        write(tmp_path / "film", two="2")
    assert error.value.findings[0].code == "EX001"
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}


def test_a_link_is_not_followed(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "film").symlink_to(tmp_path / "real")
    with pytest.raises(StudioError) as error:
        write(tmp_path / "film", two="2")
    assert error.value.findings[0].code == "EX001"


def test_a_full_disk_is_told_in_words(tmp_path):
    write(tmp_path / "film", one="1")
    with pytest.raises(StudioError) as error, staging.staged(tmp_path / "film"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    finding = error.value.findings[0]
    assert finding.code == "EX002"
    assert "No space left" in finding.message["en"]
    assert names(tmp_path / "film") == ["contents.json", "one"]
