"""``paths``: the playthroughs that together make every choice, as a checklist for reviewers."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from studio.cli_checks import inspected
from studio.cli_output import FAILED, FINE, print_json
from studio.cli_texts import say

if TYPE_CHECKING:
    from studio.checks.numbers.durations import Durations
    from studio.checks.numbers.playthroughs import Coverage, Step
    from studio.story.finding import InterfaceLanguage


def add_paths_options(parser: argparse.ArgumentParser, language: InterfaceLanguage) -> None:
    """The options of ``paths``."""
    parser.add_argument("folder", type=Path, metavar="DIR", help=say("folder", language))
    parser.add_argument("--json", action="store_true", help=say("json", language))


def run_paths(options: argparse.Namespace) -> int:
    """List playthroughs, with times; fails if some choice leads to no ending."""
    from studio.checks.explore import explore
    from studio.checks.numbers.durations import durations
    from studio.checks.numbers.playthroughs import coverage
    from studio.checks.numbers.scoring import explore_marks, scoring
    from studio.story.files import open_story

    opened = open_story(options.folder)
    clips = inspected(opened, options).gathered.clips
    story = opened.story
    exploration = explore(story)
    found = coverage(exploration, story.source_language, clips)
    if options.json:
        times = durations(exploration, story.source_language, clips)
        points = scoring(exploration, explore_marks(story, exploration), story.source_language)
        print_json({"story": story.id, "coverage": found, "durations": times, "scoring": points})
    else:
        _print(found, options.language)
        _print_times(durations(exploration, story.source_language, clips), options.language)
    return FAILED if found.left_out else FINE


def _print(found: Coverage, language: InterfaceLanguage) -> None:
    for number, each in enumerate(found.playthroughs, 1):
        print(
            say(
                "path_head",
                language,
                number=number,
                time=_clock(each.seconds),
                score=f"{each.score:g}",
                ending=each.ending,
            )
        )
        for step in each.steps:
            if step.choice is not None or step.new:
                print(f"  [ ] {_step(step, language)}")
        print()
    for step in found.left_out:
        print(say("path_left_out", language, step=_step(step, language)))
    print(
        say(
            "paths_total",
            language,
            count=len(found.playthroughs),
            time=_clock(found.seconds),
            bound=found.lower_bound,
            bare=found.bare_minimum,
        )
    )
    if not found.exact:
        print(say("paths_in_part", language))


def _print_times(times: Durations, language: InterfaceLanguage) -> None:
    for each in times.endings:
        looped = times.loops and each.longest_bound > each.longest + 0.5
        bound = say("path_bound", language, time=_clock(each.longest_bound)) if looped else ""
        chance = ""
        if each.expected is not None and each.probability is not None:
            percent = f"{100 * each.probability:.1f}"
            time = _clock(each.expected)
            chance = say("path_expected", language, time=time, percent=percent)
        print(
            say(
                "path_times",
                language,
                ending=each.scene,
                shortest=_clock(each.shortest),
                longest=_clock(each.longest),
                bound=bound,
                chance=chance,
            )
        )
    if times.loops:
        print(say("path_loops", language))


def _step(step: Step, language: InterfaceLanguage) -> str:
    answer = step.choice or "→"
    late = f" ({say('path_timeout', language)})" if step.timeout else ""
    onward = (
        f" → {step.target}" if step.target and step.choice else f" {step.target or ''}".rstrip()
    )
    return f"{'* ' if step.new else '  '}{step.scene}: {answer}{late}{onward}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"
