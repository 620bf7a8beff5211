"""Fixes that need to know what play can come to: they change nothing that anybody experiences.

The story may have gone on since it was checked, so each fix asks anew whether its finding holds.
"""

from __future__ import annotations

from math import ceil, inf

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.explore import Way
from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import address
from studio.checks.numbers.times import deciding_seconds, window_seconds
from studio.checks.states.idle_variables import is_read
from studio.checks.states_of_play import StatesOfPlay
from studio.story.edits import put_value, replace_scenes
from studio.story.finding import Finding
from studio.story.model import (
    AddToVariable,
    Choice,
    Decision,
    Effect,
    Next,
    Scene,
    SetVariable,
    Story,
)

LONGEST_WINDOW = 3600.0


class _Last:
    """The states of the story that was asked about last: a panel asks several times in a row."""

    story: Story | None = None
    states: StatesOfPlay | None = None


def _states(story: Story) -> StatesOfPlay:
    states = _Last.states
    if states is None or _Last.story is not story:
        states = StatesOfPlay(story)
        _Last.story, _Last.states = story, states
    return states


def _remove_unread(story: Story, finding: Finding) -> Story:
    """The variable, and the effects that change it: no condition asks about it."""
    wanted = finding.place.item or ""
    if wanted not in story.variable_by_id or is_read(story, wanted):
        return story
    scenes = [_without_effects(scene, wanted) for scene in story.scenes]
    left = tuple(variable for variable in story.variables if variable.id != wanted)
    return replace(story, variables=left, scenes=tuple(scenes))


def _without_effects(scene: Scene, variable: str) -> Scene:
    def kept(effects: tuple[Effect, ...]) -> tuple[Effect, ...]:
        left = tuple(
            effect
            for effect in effects
            if not (isinstance(effect, SetVariable | AddToVariable) and effect.variable == variable)
        )
        return left if len(left) < len(effects) else effects

    def bare(choice: Choice) -> Choice:
        effects = kept(choice.effects)
        return choice if effects is choice.effects else replace(choice, effects=effects)

    then = scene.then
    if isinstance(then, Decision):
        choices = tuple(map(bare, then.choices))
        if any(new is not old for new, old in zip(choices, then.choices, strict=True)):
            then = replace(then, choices=choices)
    effects = kept(scene.effects)
    if then is scene.then and effects is scene.effects:
        return scene
    return replace(scene, then=then, effects=effects)


def _remove_the_branch(story: Story, finding: Finding) -> Story:
    """A way on that is never taken, if without it the map still leads to an ending.

    Else it is the way out that the author meant: then its condition is to be mended.
    """
    way = _way_at(story, finding)
    scene = story.scene_by_id[finding.place.scene or ""]
    then = scene.then
    if way is None or way.position is None or not isinstance(then, Next):
        return story
    if _states(story).exploration.taken(way) is not False:
        return story
    branches = (*then.branches[: way.position], *then.branches[way.position + 1 :])
    mended = replace_scenes(story, [replace(scene, then=replace(then, branches=branches))])
    before, after = Context(story), Context(mended)
    shut = before.can_end - after.can_end or set(after.closed_loops) - set(before.closed_loops)
    return story if shut or not (branches or then.target) else mended


def _drop_the_condition(story: Story, finding: Finding) -> Story:
    """A choice's condition that always holds."""
    way = _way_at(story, finding)
    if way is None or way.choice is None or way.guard is None:
        return story
    if _states(story).exploration.held(way) != 2:
        return story
    return put_value(story, address(story, finding), None)


def _way_at(story: Story, finding: Finding) -> Way | None:
    """The way that stands at the finding's place: a choice or a branch by its index."""
    steps = address(story, finding)
    number = _states(story).exploration.number.get(finding.place.scene or "")
    index = next((step for step in steps[2:] if isinstance(step, int)), None)
    if number is None or index is None:
        return None
    ways = _states(story).exploration.machine.ways[number]
    return next((way for way in ways if way.position == index and not way.timeout), None)


def _lower_the_mark(story: Story, finding: Finding) -> Story:
    """Take the best possible result as the mark."""
    states = _states(story)
    if not states.exploration.exact:
        return story
    for mark in states.scoring.marks:
        most = mark.range.most
        if mark.competence == finding.place.item and not mark.attainable and abs(most) < inf:
            value = int(most) if most == int(most) else most
            return put_value(story, address(story, finding), value)
    return story


def _give_time_to_read(story: Story, finding: Finding) -> Story:
    """The time limit becomes what reading takes in the slowest language, in whole seconds."""
    scene = story.scene_by_id[finding.place.scene or ""]
    decision = scene.then
    if not isinstance(decision, Decision) or decision.time_limit is None:
        return story
    needed = max(deciding_seconds(decision, language) for language in story.languages)
    limit = ceil(needed)
    if decision.time_limit >= needed or limit > LONGEST_WINDOW:
        return story
    longer = replace(decision, time_limit=limit)
    # Where the decision also closes with the clip, more time is not to be had.
    if decision.while_waiting == "continue" and scene.clip is not None:
        return story
    assert (window_seconds(longer, None) or inf) >= needed
    return replace_scenes(story, [replace(scene, then=longer)])


FIXES = (
    Fix(
        "ST006",
        {
            "pl": "Usuń tę drogę: nikt nią nie pójdzie",
            "en": "Remove this way on: nobody ever takes it",
        },
        _remove_the_branch,
    ),
    Fix(
        "ST007",
        {
            "pl": "Usuń ten warunek: zawsze jest spełniony",
            "en": "Remove this condition: it always holds",
        },
        _drop_the_condition,
    ),
    Fix(
        "ST008",
        {
            "pl": "Usuń tę drogę: nikt nią nie pójdzie",
            "en": "Remove this way on: nobody ever takes it",
        },
        _remove_the_branch,
    ),
    Fix(
        "ST009",
        {
            "pl": "Usuń tę zmienną i skutki, które ją zmieniają",
            "en": "Remove this variable and the effects that change it",
        },
        _remove_unread,
    ),
    Fix(
        "SR001",
        {
            "pl": "Obniż próg do najwyższego możliwego wyniku",
            "en": "Lower the mark to the best possible result",
        },
        _lower_the_mark,
    ),
    Fix(
        "TM001",
        {
            "pl": "Daj tyle czasu, ile zajmuje przeczytanie",
            "en": "Give as much time as reading takes",
        },
        _give_time_to_read,
    ),
)
