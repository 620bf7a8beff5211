"""The files that a story names: where each is used, and pointing it elsewhere."""

from __future__ import annotations

from collections.abc import Mapping

from studio.story.edits.places import Address
from studio.story.edits.walk import files, put_values
from studio.story.model import Story


def file_uses(story: Story) -> dict[str, tuple[Address, ...]]:
    """File (path below the story's folder) to the addresses that name it."""
    found: dict[str, list[Address]] = {}
    for address, file in files(story):
        found.setdefault(file, []).append(address)
    return {file: tuple(addresses) for file, addresses in found.items()}


def relink(story: Story, moved: Mapping[str, str]) -> Story:
    """Name other files instead: ``moved`` maps each old path to the new one."""
    return put_values(
        story,
        {address: moved[file] for address, file in files(story) if file in moved},
    )
