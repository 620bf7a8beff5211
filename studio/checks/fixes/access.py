"""Fixes of what cannot be read, seen or hit."""

from __future__ import annotations

from studio.checks.access.contrast import pairs
from studio.checks.access.hotspots import TARGET_PIXELS, phone_size
from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import address, found, put
from studio.story.edits import put_value
from studio.story.finding import Finding
from studio.story.model import Area, Clip, Story


def _script_as_transcript(story: Story, finding: Finding) -> Story:
    """What the scene's script says in that language is what is said; nothing is translated."""
    language = finding.place.language or ""
    scene = story.scene_by_id[finding.place.scene or ""]
    script = scene.script.get(language, "").strip()
    clip_address = address(story, finding)[:-1]
    is_scene_clip = clip_address[2:] == ("clip",) and isinstance(scene.clip, Clip)
    if not is_scene_clip or not script or found(story, finding).get(language, "").strip():
        return story
    # A line break of the script is a new speaker; light Markdown wants an empty line for that.
    words = "\n\n".join(line.strip() for line in script.splitlines() if line.strip())
    return put_value(story, (*clip_address, "transcript", language), words)


def _enlarge(story: Story, finding: Finding) -> Story:
    """Grow the region about its middle, within the picture, unless it would meet another one."""
    area = found(story, finding)
    if not isinstance(area, Area):
        return story
    across, down = phone_size(story.settings)
    width = min(1.0, max(area.width, TARGET_PIXELS / across))
    height = min(1.0, max(area.height, TARGET_PIXELS / down))
    x = min(max(0.0, area.x + area.width / 2 - width / 2), 1.0 - width)
    y = min(max(0.0, area.y + area.height / 2 - height / 2), 1.0 - height)
    grown = Area(x, y, width, height, area.shape)
    scene = story.scene_by_id[finding.place.scene or ""]
    others = [
        choice.region.area
        for choice in getattr(scene.then, "choices", ())
        if choice.region is not None and choice.region.area is not area
    ]
    if any(_meet(grown, other) for other in others):
        return story
    return put(story, finding, grown)


def _meet(first: Area, second: Area) -> bool:
    return (
        first.x < second.x + second.width
        and second.x < first.x + first.width
        and first.y < second.y + second.height
        and second.y < first.y + first.height
    )


def _until_readable(story: Story, finding: Finding) -> Story:
    """Mix the colour with white, or else with black, as little as is enough for every pair."""
    field = (finding.place.path or "").rpartition(".")[2]
    colour = getattr(story.theme, field)
    if colour is None or _readable(story):
        return story
    for share in range(1, 21):
        for other in ("#ffffff", "#000000"):
            mended = put_value(story, ("theme", field), _mixed(colour, other, share / 20))
            if _readable(mended):
                return mended
    return story


def _readable(story: Story) -> bool:
    return all(pair.readable for pair in pairs(story.theme))


def _mixed(colour: str, other: str, share: float) -> str:
    parts = [
        round(int(colour[at : at + 2], 16) * (1 - share) + int(other[at : at + 2], 16) * share)
        for at in (1, 3, 5)
    ]
    return "#" + "".join(f"{part:02x}" for part in parts)


FIXES = (
    Fix(
        "TX008",
        {
            "pl": "Przyjmij scenariusz sceny za transkrypcję",
            "en": "Take the scene's script as the transcript",
        },
        _script_as_transcript,
    ),
    Fix(
        "AC001",
        {
            "pl": "Zmień jasność koloru tylko tyle, ile trzeba",
            "en": "Change the colour's lightness just as much as is needed",
        },
        _until_readable,
    ),
    Fix(
        "AC002",
        {"pl": "Powiększ obszar wokół środka", "en": "Enlarge the region about its middle"},
        _enlarge,
    ),
)
