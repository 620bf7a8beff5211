"""Can everybody follow: the limits, at their edges."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from studio.checks import run_checks
from studio.checks.access import contrast
from studio.checks.fixes import fix_for, fixes_for
from studio.story.clip_facts import ClipFacts, Cue
from studio.story.finding import Finding
from studio.story.model import (
    Area,
    Card,
    Choice,
    Clip,
    Decision,
    Feedback,
    Footage,
    Region,
    Scene,
    Settings,
    Theme,
    new_story,
)

EMPTY = new_story("tested", {"en": "Tested"}, ("pl", "en"))
THEME_SCRIPT = Path(__file__).parents[3] / "exporters" / "web" / "player" / "src" / "theme.js"
FACTS = ClipFacts(10.0, 1000, 1280, 720, 25.0, True, 1.0, "h264", "aac")
CAPTIONED = Clip(Footage("a.mp4", mark_in=2), captions={"en": "a.vtt"})


def found(code: str, *scenes: Scene, cues: list[Cue] | None = None) -> list[Finding]:
    story = replace(EMPTY, scenes=scenes)
    known = None if cues is None else {"a.vtt": cues}
    return list(run_checks(story, only={code}, cues=known, clips={"a.mp4": FACTS}))


@pytest.mark.parametrize(
    ("code", "cues", "wrong"),
    [
        ("TX004", [(0.0, 2.0, "x" * 34)], False),
        ("TX004", [(0.0, 1.8, "x" * 34)], True),
        ("TX004", [(0.0, 0.6, "No!")], True),
        ("TX004", [(0.0, 0.9, "No!")], False),
        ("TX005", [(0.0, 7.0, "Long")], False),
        ("TX005", [(0.0, 7.5, "Long")], True),
        ("TX005", [(0.0, 6.0, "word " * 16)], False),
        ("TX005", [(0.0, 6.0, "word " * 20)], True),
        ("TX005", [(0.0, 3.0, "a\nb\nc")], True),
        ("TX006", [(0.0, 2.0, "One"), (2.0, 4.0, "Two")], False),
        ("TX006", [(2.0, 4.0, "Two"), (0.0, 2.5, "One")], True),
        ("TX007", [(0.0, 8.0, "To the end of the trimmed clip")], False),
        ("TX007", [(0.0, 8.5, "Beyond it")], True),
    ],
)
def test_limits_of_captions(code: str, cues: list[Cue], wrong: bool) -> None:
    scene = Scene("talk", clip=CAPTIONED)
    findings = found(code, scene, cues=cues)
    assert bool(findings) is wrong
    for finding in findings:
        assert finding.place.file == "a.vtt"
        assert finding.place.language == "en"


def test_one_finding_a_file_says_how_many() -> None:
    cues: list[Cue] = [(start, start + 0.2, "Far too quick") for start in (1.0, 2.0, 3.0)]
    (finding,) = found("TX004", Scene("talk", clip=CAPTIONED), cues=cues)
    assert "(3)" in finding.message["en"]
    assert "1.0 s" in finding.message["pl"]


def test_nothing_is_said_of_captions_that_nobody_read() -> None:
    assert not found("TX004", Scene("talk", clip=CAPTIONED))


def test_a_script_becomes_the_transcript_of_its_own_language_only() -> None:
    scene = Scene(
        "talk",
        clip=replace(CAPTIONED, languages_spoken=("pl",)),
        script={"pl": "Mira: Zabrali mi paszport.\nTłumaczka: Słucham."},
    )
    story = replace(EMPTY, scenes=(scene,))
    in_english, in_polish = run_checks(story, only={"TX008"})
    assert fix_for(in_english, story) is None
    fix = fix_for(in_polish, story)
    assert fix is not None
    clip = fix.apply(story, in_polish).scenes[0].clip
    assert clip is not None
    assert clip.transcript == {"pl": "Mira: Zabrali mi paszport.\n\nTłumaczka: Słucham."}


def test_a_dub_is_missing_only_where_the_language_is_not_heard() -> None:
    assert not found("TX009", Scene("talk", clip=CAPTIONED))
    dubbed = replace(CAPTIONED, dubbed={"en": Footage("b.mp4")})
    assert not found("TX009", Scene("talk", clip=dubbed))
    other = replace(dubbed, languages_spoken=("uk",))
    assert [f.place.language for f in found("TX009", Scene("talk", clip=other))] == ["pl"]


def test_contrast_of_known_colours() -> None:
    assert contrast.contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast.contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_the_players_own_colours_are_the_ones_assumed() -> None:
    colours = dict(re.findall(r"(\w+): '(#\w{6})'", THEME_SCRIPT.read_text("utf-8")[:1200]))
    assert colours["accent"] == contrast.ACCENT
    assert colours["background"] == contrast.BACKGROUND
    assert colours["foreground"] == contrast.FOREGROUND


colours = st.one_of(st.none(), st.integers(0, 0xFFFFFF).map(lambda each: f"#{each:06x}"))


@given(st.builds(Theme, accent=colours, background=colours, foreground=colours))
def test_the_colour_fix_makes_every_pair_readable(theme: Theme) -> None:
    story = replace(EMPTY, theme=theme)
    for finding in run_checks(story, only={"AC001"}):
        for fix in fixes_for(finding, story):
            mended = fix.apply(story, finding)
            assert not run_checks(mended, only={"AC001"}).findings


def spots(*areas: Area) -> Scene:
    choices = tuple(Choice(f"c{n}", region=Region(area)) for n, area in enumerate(areas))
    return Scene("look", then=Decision(choices))


def test_hotspots_are_measured_on_a_phone() -> None:
    assert not found("AC002", spots(Area(0.1, 0.1, 0.067, 0.12)))
    (low,) = found("AC002", spots(Area(0.1, 0.1, 0.2, 0.1)))
    assert "72 × 20" in low.message["en"]
    upright = replace(EMPTY, settings=Settings(frame_width=720, frame_height=1280))
    story = replace(upright, scenes=(spots(Area(0.1, 0.1, 0.2, 0.1)),))
    assert not run_checks(story, only={"AC002"}).findings


@given(*(st.floats(0, 1) for _ in range(4)))
def test_an_enlarged_hotspot_is_large_enough_and_inside(
    x: float, y: float, width: float, height: float
) -> None:
    story = replace(EMPTY, scenes=(spots(Area(x * (1 - width), y * (1 - height), width, height)),))
    for finding in run_checks(story, only={"AC002"}):
        fix = fix_for(finding, story)
        assert fix is not None
        mended = fix.apply(story, finding)
        assert not run_checks(mended, only={"AC002"}).findings
        (choice,) = mended.scenes[0].then.choices  # type: ignore[union-attr]
        area = choice.region.area
        assert 0 <= area.x <= 1 - area.width + 1e-9
        assert 0 <= area.y <= 1 - area.height + 1e-9


def test_a_hotspot_is_not_enlarged_into_its_neighbour() -> None:
    story = replace(EMPTY, scenes=(spots(Area(0.5, 0.5, 0.02, 0.2), Area(0.53, 0.5, 0.2, 0.2)),))
    (finding,) = run_checks(story, only={"AC002"})
    assert fix_for(finding, story) is None


def test_pictures_have_words() -> None:
    card = Scene("a", card=Card(image="map.png"))
    assert found("AC003", card)
    described = replace(card, card=Card(image="map.png", image_description={"en": "A map"}))
    assert not found("AC003", described)
    feedback = Feedback(image="map.png")
    assert found("AC003", Scene("b", then=Decision((Choice("c", feedback=feedback),))))
    assert not found("AC003", Scene("b", then=Decision((Choice("c", feedback=Feedback()),))))
