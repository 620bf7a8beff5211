"""The files that a story names: where each is used, and pointing it elsewhere."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from studio.story.edits.places import Address
from studio.story.edits.walk import files, put_values
from studio.story.model import Story


def file_uses(story: Story) -> dict[str, tuple[Address, ...]]:
    """File (path below the story's folder) to the addresses that name it."""
    found: dict[str, list[Address]] = {}
    for address, file in files(story):
        found.setdefault(file, []).append(address)
    return {file: tuple(addresses) for file, addresses in found.items()}


def relink(story: Story, moved: Mapping[str, str], scenes: Collection[str] | None = None) -> Story:
    """Name other files instead: ``moved`` maps each old path to the new one.

    In these ``scenes`` only, if they are given.
    """
    return put_values(
        story,
        {
            address: moved[file]
            for address, file in files(story)
            if file in moved and (scenes is None or _scene_of(address) in scenes)
        },
    )


def files_of_scenes(story: Story, scenes: Collection[str]) -> tuple[str, ...]:
    """The files that these scenes name, each once."""
    found = (file for address, file in files(story) if _scene_of(address) in scenes)
    return tuple(dict.fromkeys(found))


def _scene_of(address: Address) -> str | None:
    match address:
        case ("scenes", str(scene), *_):
            return scene
        case _:
            return None
