"""Fixes of the graph: its start, identifiers given twice, scenes that hold nothing."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import address
from studio.checks.walk import walk_scene
from studio.story.edits import put_value, unique_id, value_at
from studio.story.finding import Finding
from studio.story.model import Chosen, Ending, Position, Scene, Story, Visited, targets


def _start_at_the_source(story: Story, finding: Finding) -> Story:
    """Begin with the one scene that nothing leads to; the author decides if there are more."""
    led_to = {to for scene in story.scenes for to in targets(scene) if to != scene.id}
    sources = [scene.id for scene in story.scenes if scene.id not in led_to]
    return replace(story, start=sources[0]) if len(sources) == 1 else story


def _rename_the_second(story: Story, finding: Finding) -> Story:
    """Give the later of two equal ids a free one; whatever mentions the id means the first."""
    *around, index = address(story, finding)
    listed = value_at(story, tuple(around))
    if not isinstance(index, int) or not 0 <= index < len(listed):
        raise KeyError(index)
    ids = [each.id for each in listed]
    if ids.index(ids[index]) == index:
        return story
    return put_value(story, (*around, index, "id"), unique_id(ids[index], set(ids)))


def _remove_the_empty(story: Story, finding: Finding) -> Story:
    """Remove the scene if it holds nothing but its title and nothing mentions it."""
    scene = story.scene_by_id[finding.place.scene or ""]
    bare = replace(scene, title={}, position=Position(), chapter=None)
    empty = bare in (Scene(scene.id), Scene(scene.id, then=Ending()))
    if not empty or scene.id == story.start or scene.id in set(_mentioned(story)):
        return story
    return replace(story, scenes=tuple(each for each in story.scenes if each is not scene))


def _mentioned(story: Story) -> Iterator[str]:
    """Scenes that a way or a condition names."""
    for index, scene in enumerate(story.scenes):
        yield from targets(scene)
        for node in walk_scene(scene, index):
            if isinstance(node.value, Visited | Chosen):
                yield node.value.scene


FIXES = (
    Fix(
        "SC001",
        {
            "pl": "Zacznij od jedynej sceny, do której nic nie prowadzi",
            "en": "Start with the one scene that nothing leads to",
        },
        _start_at_the_source,
    ),
    Fix(
        "SC002",
        {
            "pl": "Zacznij od jedynej sceny, do której nic nie prowadzi",
            "en": "Start with the one scene that nothing leads to",
        },
        _start_at_the_source,
    ),
    Fix(
        "SC003",
        {"pl": "Nadaj drugiemu wolny identyfikator", "en": "Give the second one a free identifier"},
        _rename_the_second,
    ),
    Fix(
        "SC004",
        {"pl": "Usuń pustą scenę", "en": "Remove the empty scene"},
        _remove_the_empty,
    ),
)
