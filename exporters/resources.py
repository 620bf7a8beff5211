"""The files that go into the film as they are: resources, pictures, the logo and the font."""

from __future__ import annotations

import base64
from pathlib import Path, PurePosixPath

from exporters.staging import place_file
from studio.story.model import Story


def resource_addresses(story: Story, folder: Path) -> dict[str, str]:
    """Address in the film of each resource, card picture and the logo, by its path in the story.

    Names become ``resources/NN``, so that no two clash on a disk that ignores case.
    """
    addresses: dict[str, str] = {}
    for path in _resource_paths(story):
        if path not in addresses and (folder / path).is_file():
            suffix = PurePosixPath(path).suffix.lower()
            addresses[path] = f"resources/{len(addresses) + 1:02d}{suffix}"
    return addresses


def place_resources(story: Story, folder: Path, staging: Path) -> dict[str, str]:
    """Copy the files of :func:`resource_addresses`, which are returned."""
    addresses = resource_addresses(story, folder)
    for path, address in addresses.items():
        place_file((folder / path).resolve(), staging / address)
    return addresses


def font_address(story: Story, folder: Path) -> str | None:
    """The theme's font as a data address; None without a font or when its file is missing."""
    if story.theme.font is None or not (folder / story.theme.font).is_file():
        return None
    data = base64.b64encode((folder / story.theme.font).read_bytes()).decode("ascii")
    return f"data:font/{PurePosixPath(story.theme.font).suffix[1:].lower()};base64,{data}"


def _resource_paths(story: Story) -> list[str]:
    paths = [path for resource in story.resources for path in resource.file.values()]
    paths += [story.theme.logo] if story.theme.logo else []
    for scene in story.scenes:
        if scene.card is not None and scene.card.image is not None:
            paths.append(scene.card.image)
        for choice in getattr(scene.then, "choices", ()):
            if choice.feedback is not None and choice.feedback.image is not None:
                paths.append(choice.feedback.image)
    return paths
