"""The layout with chapters: each is laid out for itself, then all of them as if they were cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from studio.desktop.canvas.arrange import WIDTH, Places, Ways, arrange

MARGIN, TITLE = 30.0, 44.0
"""Room that a frame takes around its scenes and, above them, for its title; at least what
:mod:`studio.desktop.canvas.shapes` draws."""


def arrange_chapters(
    scenes: Sequence[str],
    ways: Ways,
    heights: Mapping[str, float],
    start: str | None,
    chapters: Mapping[str, str | None],
) -> Places:
    """Upper left corners by scene, the whole beginning at (0, 0) or with a frame there.

    ``chapters`` says in which chapter a scene stands (none: in no frame). Frames neither overlap
    each other nor scenes that are not theirs.
    """
    members: dict[str, list[str]] = {}
    for each in scenes:
        chapter = chapters.get(each)
        if chapter is not None:
            members.setdefault(chapter, []).append(each)
    if not members:
        return arrange(scenes, ways, heights, start)
    # A chapter's name must not be taken for a scene's.
    block_of = {each: f"scene {each}" for each in scenes}
    block_of |= {each: f"chapter {c}" for c, inside in members.items() for each in inside}
    outer = [(block_of.get(one, ""), block_of.get(other, "")) for one, other in ways]
    inner: dict[str, Places] = {}
    high = {block: heights[each] for each, block in block_of.items()}
    wide: dict[str, float] = {}
    for chapter, inside in members.items():
        block = f"chapter {chapter}"
        first = start if start in inside else _entered_first(inside, ways, block_of, block)
        known = set(inside)
        within = [(one, other) for one, other in ways if one in known and other in known]
        places = arrange(inside, within, heights, first)
        inner[block] = {each: (x + MARGIN, y + MARGIN + TITLE) for each, (x, y) in places.items()}
        wide[block] = max(x for x, _ in places.values()) + WIDTH + 2 * MARGIN
        tallest = max(y + heights[each] for each, (_, y) in places.items())
        high[block] = tallest + 2 * MARGIN + TITLE
    blocks = tuple(dict.fromkeys(block_of[each] for each in scenes))
    first_block = block_of.get(start or "")
    corners = arrange(blocks, outer, high, first_block, wide)
    placed: Places = {}
    for each, block in block_of.items():
        left, top = corners[block]
        x, y = inner[block][each] if block in inner else (0.0, 0.0)
        placed[each] = (left + x, top + y)
    return placed


def _entered_first(
    inside: Sequence[str], ways: Ways, block_of: Mapping[str, str], block: str
) -> str | None:
    """The scene of the chapter to which most ways lead from outside, the earlier if as many."""
    counts = dict.fromkeys(inside, 0)
    for source, target in ways:
        if target in counts and block_of.get(source) != block:
            counts[target] += 1
    best = max(counts.values())
    return next((each for each in inside if counts[each] == best), None) if best else None
