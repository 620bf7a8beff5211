"""Checks never fail on a story that opens, however it was mangled; nor does what builds on them."""

from __future__ import annotations

import copy
import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from exporters.compiler import compile_film
from exporters.inspection import Inspection
from exporters.report import report_html
from exporters.report.facts import story_report
from exporters.report.story_map import map_svg
from exporters.sarif import sarif_log
from studio.checks import Context, run_checks
from studio.checks.checker import Checker
from studio.checks.fixes import fixes_for
from studio.checks.numbers.durations import durations
from studio.checks.numbers.playthroughs import coverage
from studio.media.gather import Gathered
from studio.story.clip_facts import ClipFacts
from studio.story.files import STORY_FILE, open_story
from studio.story.finding import StudioError
from studio.story.model import Story
from tests.checks.few_states import few_states
from tests.large_stories import counters, planted

SAMPLE = Path(__file__).parents[2] / "sample_projects" / "border_check" / STORY_FILE
BASES: tuple[Any, ...] = (
    json.loads(SAMPLE.read_text(encoding="utf-8")),
    json.loads(msgspec.json.encode(planted(16).story)),
    json.loads(msgspec.json.encode(counters(2, 4))),
)
ODD: tuple[Any, ...] = (
    None,
    True,
    0,
    -1,
    1e9,
    0.1,
    "",
    "nowhere",
    "CON",
    "ż" * 300,
    "../../etc/passwd",
    "C:\\film",
    "{scene}",
    "\u2028",
    [],
    {},
    ["pl"],
    {"pl": ""},
)


def mangled(base: Any, chance: random.Random) -> Any:
    """The story as JSON with a few places changed: removed, doubled, moved or made odd."""
    story = copy.deepcopy(base)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        holder, key = chance.choice(list(_places(story)))
        match chance.randrange(5):
            case 0 if isinstance(holder, dict):
                del holder[key]
            case 1 if isinstance(holder, list):
                holder.insert(key, copy.deepcopy(chance.choice(holder)))
            case 2:
                other, place = chance.choice(list(_places(story)))
                holder[key] = copy.deepcopy(other[place])
            case 3 if isinstance(holder, list):
                del holder[key]
            case _:
                holder[key] = chance.choice(ODD)
    return story


def _places(value: Any) -> Any:
    """Every place below the value, as the holder and the key within it."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, each in items:
        yield value, key
        if isinstance(each, dict | list):
            yield from _places(each)


def facts(story: Story, chance: random.Random) -> dict[str, ClipFacts]:
    """Odd facts about some of the files that the story's scenes name."""
    return {
        scene.clip.footage.file: ClipFacts(
            seconds=chance.choice((0.0, 0.04, 3.0, 5000.0)),
            bytes=chance.choice((0, 10**6, 10**11)),
            width=chance.choice((0, 2, 1280)),
            height=chance.choice((2, 720)),
            frame_rate=chance.choice((0.0, 25.0)),
            constant_rate=chance.random() < 0.5,
            keyframe_interval=chance.choice((0.0, 12.0)),
            video_codec=chance.choice((None, "h264", "hevc")),
            audio_codec=None,
            loudness=chance.choice((None, -70.0, -3.0)),
            black=chance.choice(((), ((0.0, 1e9),))),
        )
        for scene in story.scenes
        if scene.clip is not None and chance.random() < 0.7
    }


def everything_is_told(story: Story, folder: Path, text: str, chance: random.Random) -> None:
    clips = facts(story, chance)
    report = run_checks(story, folder, clips=clips, cues={})
    checker = Checker()
    assert checker.run(story, folder, clips, {}) == report
    assert checker.run(story, folder, clips, {}) == report
    context = Context(story, folder, clips, {})
    for language in story.languages[:1]:
        coverage(context.exploration, language, clips)
        durations(context.exploration, language, clips)
    inspection = Inspection(report, Gathered(clips, {}))
    language = chance.choice(("pl", "en"))
    told = story_report(story, inspection, language, date(2026, 1, 1))
    if chance.random() < 0.2:
        msgspec.json.encode(sarif_log(inspection, text, language))
        report_html(told, map_svg(story, language))
        compile_film(story, story.languages)
    for finding in report:
        for fix in fixes_for(finding):
            fix.apply(story, finding)


@pytest.mark.parametrize("base", range(len(BASES)))
def test_nothing_fails_on_mangled_stories(base: int, tmp_path: Path) -> None:
    opened = 0
    with few_states(300):
        for seed in range(100):
            chance = random.Random(f"{base} {seed}")
            text = json.dumps(mangled(BASES[base], chance), ensure_ascii=False)
            (tmp_path / STORY_FILE).write_text(text, encoding="utf-8")
            try:
                story = open_story(tmp_path).story
            except StudioError:
                continue
            opened += 1
            try:
                everything_is_told(story, tmp_path, text, chance)
            except Exception as error:
                raise AssertionError(f"base {base}, seed {seed}") from error
    assert opened > 50, "most of what is mangled opens: the loader leaves out what does not fit"
