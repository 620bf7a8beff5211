"""The folder export end to end on real clips: what is in it, what is not, and what goes wrong."""

import re

import pytest
from msgspec.structs import replace

from exporters.folder import export_folder
from studio.media.cache import Cache
from studio.media.runner import Cancelled
from studio.story.files import save_story
from studio.story.finding import StudioError
from studio.story.model import (
    Choice,
    Clip,
    Decision,
    Ending,
    Footage,
    Resource,
    Scene,
    Settings,
    Theme,
    new_story,
)
from tests.clips import make_clip
from tests.film_scripts import read_film

VTT = "WEBVTT\n\n00:00.100 --> 00:00.900\nZażółć gęślą jaźń\n"


@pytest.fixture
def project(tmp_path):
    """A story folder with a shared clip, a dubbed clip, captions and a resource."""
    folder = tmp_path / "story"
    make_clip(folder / "media" / "Wjazd 1.mp4")
    make_clip(folder / "media" / "talk.pl.mp4")
    make_clip(folder / "media" / "talk.en.mp4", 1.4)
    (folder / "captions").mkdir()
    (folder / "captions" / "talk.pl.vtt").write_text(VTT, encoding="utf-8")
    (folder / "resources").mkdir()
    (folder / "resources" / "Procedura ŻÓŁTA.pdf").write_bytes(b"%PDF-1.4")
    story = replace(
        new_story("trial", {"pl": "Próba \u2028 </script>", "en": "Trial"}, ("pl", "en")),
        start="gate",
        settings=Settings(frame_width=320, frame_height=180),
        resources=(Resource("guide", file={"pl": "resources/Procedura ŻÓŁTA.pdf"}),),
        scenes=(
            Scene(
                "gate",
                clip=Clip(Footage("media/Wjazd 1.mp4")),
                then=Decision((Choice("on", {"pl": "Dalej", "en": "On"}, target="talk"),)),
            ),
            Scene(
                "talk",
                clip=Clip(
                    Footage("media/talk.pl.mp4"),
                    dubbed={"en": Footage("media/talk.en.mp4")},
                    captions={"pl": "captions/talk.pl.vtt"},
                ),
                then=Ending(),
            ),
        ),
    )
    save_story(story, folder)
    return story, folder


@pytest.fixture
def cache(tmp_path):
    return Cache(tmp_path / "cache")


def test_a_folder_that_needs_nothing_else(project, cache, tmp_path):
    story, folder = project
    out = tmp_path / "film"
    fractions = []
    report = export_folder(story, folder, out, cache=cache, progress=fractions.append)
    assert (report.clips, report.findings) == (4, ())
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0
    film = read_film(out)
    gate, talk = film["scenes"]
    assert gate["media"]["pl"] == gate["media"]["en"]
    assert talk["media"]["pl"]["src"] != talk["media"]["en"]["src"]
    assert talk["media"]["en"]["seconds"] == pytest.approx(1.4, abs=0.1)
    assert talk["captions"]["pl"] == [[0.1, 0.9, "Zażółć gęślą jaźń"]]
    for scene in film["scenes"]:
        for media in scene["media"].values():
            assert (out / media["src"]).is_file()
    assert (out / film["resources"][0]["file"]["en"]).read_bytes() == b"%PDF-1.4"
    for path in out.rglob("*"):
        assert re.fullmatch(r"[a-z0-9_.-]+", path.name), "a name that every disk takes"


def test_the_themes_font_comes_inside_the_film(project, cache, tmp_path):
    story, folder = project
    (folder / "letters.woff2").write_bytes(b"wOF2 letters")
    with_font = replace(story, theme=Theme(font="letters.woff2"))
    export_folder(with_font, folder, tmp_path / "film", cache=cache)
    film = read_film(tmp_path / "film")
    assert film["theme"]["font"] == "data:font/woff2;base64,d09GMiBsZXR0ZXJz"


def test_no_absolute_path_no_remote_address_no_line_separator(project, cache, tmp_path):
    story, folder = project
    out = tmp_path / "film"
    export_folder(story, folder, out, cache=cache)
    for path in out.rglob("*"):
        if path.suffix in (".html", ".js", ".css", ".json"):
            text = path.read_text(encoding="utf-8")
            assert str(tmp_path) not in text
            assert path.suffix != ".js" or "\u2028" not in text
            if path.name not in ("player.js", "later.js"):
                assert "http://" not in text
                assert "https://" not in text
    page = (out / "index.html").read_text(encoding="utf-8")
    assert "&lt;/script&gt;" in page


def test_the_page_script_and_style_stay_small(project, cache, tmp_path):
    story, folder = project
    out = tmp_path / "film"
    export_folder(story, folder, out, cache=cache)
    sizes = {path.name: path.stat().st_size for path in out.iterdir() if path.is_file()}
    assert sizes["player.js"] + sizes["player.css"] < 60_000
    assert sum(sizes.values()) < 120_000


def test_a_second_export_encodes_nothing(project, cache, tmp_path):
    story, folder = project
    export_folder(story, folder, tmp_path / "film", cache=cache)
    again = export_folder(story, folder, tmp_path / "film", cache=cache)
    assert (again.encoded, again.copied, again.reused) == (0, 0, 4)


def test_one_language_only(project, cache, tmp_path):
    story, folder = project
    export_folder(story, folder, tmp_path / "film", cache=cache, languages=["en"])
    film = read_film(tmp_path / "film")
    assert film["languages"] == ["en"]
    assert set(film["scenes"][1]["media"]) == {"en"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("not a video"),
        lambda path: path.write_bytes(path.read_bytes()[:2000]),
        lambda path: path.unlink(),
    ],
    ids=["empty", "text", "truncated", "missing"],
)
def test_a_bad_clip_is_one_finding_with_scene_and_file_and_the_rest_goes_on(
    project, cache, tmp_path, damage
):
    story, folder = project
    damage(folder / "media" / "Wjazd 1.mp4")
    report = export_folder(story, folder, tmp_path / "film", cache=cache)
    assert {(each.place.scene, each.place.file) for each in report.findings} == {
        ("gate", "media/Wjazd 1.mp4")
    }
    gate, talk = read_film(tmp_path / "film")["scenes"]
    assert gate["media"] == {}
    assert set(talk["media"]) == {"pl", "en"}


def test_a_cancelled_export_leaves_the_earlier_film(project, cache, tmp_path):
    story, folder = project
    out = tmp_path / "film"
    export_folder(story, folder, out, cache=cache)
    before = (out / "film.js").read_bytes()
    changed = replace(story, title={"pl": "Inny", "en": "Other"})
    with pytest.raises(Cancelled):
        export_folder(changed, folder, out, cache=cache, cancelled=lambda: True)
    assert (out / "film.js").read_bytes() == before


def test_a_strangers_folder_is_refused_before_any_work(project, cache, tmp_path):
    story, folder = project
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.doc").write_text("years of work")
    with pytest.raises(StudioError):
        export_folder(story, folder, tmp_path / "mine", cache=cache)
    assert not list((tmp_path / "cache").rglob("*.mp4"))
