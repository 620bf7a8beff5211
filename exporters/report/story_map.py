"""The map of the story as SVG, for paper: light cards, quiet lines, no more than fits."""

from __future__ import annotations

import textwrap
from collections import deque
from collections.abc import Mapping, Sequence
from html import escape

from msgspec import Struct

from studio.story.model import Decision, Ending, Next, Scene, Story, targets

WIDTH, HEIGHT = 196.0, 76.0
_GAP_X, _GAP_Y = 84.0, 44.0
_MARGIN = 40.0
_LINE_CHARACTERS = 19
_LINES = 2

# Fill, stroke and band of a card, by what the scene is.
COLOURS = {
    "scene": ("#ffffff", "#8a93a5", "#8a93a5"),
    "decision": ("#f4f7fc", "#3d5a98", "#3d5a98"),
    "success": ("#eef8f1", "#2f7d4f", "#2f7d4f"),
    "partial": ("#fdf6e6", "#a9741a", "#a9741a"),
    "failure": ("#fdf0ee", "#b2402f", "#b2402f"),
    "neutral": ("#f5f5f5", "#6c6c6c", "#6c6c6c"),
}


def kind_of(scene: Scene) -> str:
    """The key of the scene's colours."""
    match scene.then:
        case Ending(outcome=outcome):
            return outcome
        case Decision():
            return "decision"
        case _:
            return "scene"


class Arrangement(Struct, frozen=True):
    """Upper left corners of the cards by scene id, and whether ways lead down instead of right."""

    at: Mapping[str, tuple[float, float]]
    downwards: bool


def arrange(story: Story) -> Arrangement:
    """The author's map drawn together for paper; turned to lead downwards where it is wide.

    Where cards of the author's map would overlap, columns by distance from the start instead.
    """
    cells = _authored_cells(story) or _by_distance(story)
    columns = 1 + max((column for column, _ in cells.values()), default=0)
    rows = 1 + max((row for _, row in cells.values()), default=0)
    downwards = columns * WIDTH > rows * HEIGHT and columns > rows
    if downwards:
        cells = {scene: (row, column) for scene, (column, row) in cells.items()}
    gap_x, gap_y = (_GAP_Y, _GAP_X * 0.55) if downwards else (_GAP_X, _GAP_Y)
    return Arrangement(
        {
            scene: (column * (WIDTH + gap_x), row * (HEIGHT + gap_y))
            for scene, (column, row) in cells.items()
        },
        downwards,
    )


def _authored_cells(story: Story) -> dict[str, tuple[int, int]] | None:
    """Column and row of each scene on the author's map; None if two share a cell."""
    columns = _ranks([scene.position.x for scene in story.scenes], WIDTH / 2)
    rows = _ranks([scene.position.y for scene in story.scenes], HEIGHT)
    cells = {
        scene.id: (columns[scene.position.x], rows[scene.position.y]) for scene in story.scenes
    }
    return cells if len(set(cells.values())) == len(cells) else None


def _ranks(values: Sequence[float], apart: float) -> dict[float, int]:
    """Each value to the number of its cluster; the next one begins ``apart`` beyond its first."""
    ranks: dict[float, int] = {}
    first, number = 0.0, -1
    for value in sorted(set(values)):
        if number < 0 or value - first > apart:
            first, number = value, number + 1
        ranks[value] = number
    return ranks


def _by_distance(story: Story) -> dict[str, tuple[int, int]]:
    distance: dict[str, int] = {}
    waiting: deque[tuple[str, int]] = deque()
    for first in (story.start, *(scene.id for scene in story.scenes)):
        if first is None or first not in story.scene_by_id or first in distance:
            continue
        waiting.append((first, 0))
        while waiting:
            each, far = waiting.popleft()
            if each in distance or each not in story.scene_by_id:
                continue
            distance[each] = far
            waiting += [(to, far + 1) for to in targets(story.scene_by_id[each])]
    rows: dict[int, int] = {}
    found: dict[str, tuple[int, int]] = {}
    for scene in story.scenes:
        if scene.id in found:
            continue
        column = distance[scene.id]
        row = rows.get(column, 0)
        rows[column] = row + 1
        found[scene.id] = (column, row)
    return found


def map_svg(story: Story, language: str) -> str:
    """The map as one SVG document; titles in the language, else in any, else the scenes' ids."""
    arrangement = arrange(story)
    at = arrangement.at
    if not at:
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"/>'
    left, top = min(x for x, _ in at.values()), min(y for _, y in at.values())
    right, bottom = max(x for x, _ in at.values()), max(y for _, y in at.values())
    width, height = right - left + WIDTH + 2 * _MARGIN, bottom - top + HEIGHT + 2 * _MARGIN
    parts = [
        '<svg xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="{left - _MARGIN:g} {top - _MARGIN:g} {width:g} {height:g}" '
        f'width="{width:g}" height="{height:g}" '
        "font-family=\"Source Sans Pro, 'Segoe UI', system-ui, sans-serif\">",
        "<defs>",
        '<marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
        'orient="auto"><path d="M0 0 8 4 0 8z" fill="#5b6578"/></marker>',
        "</defs>",
    ]
    seen: set[str] = set()
    scenes = [each for each in story.scenes if not (each.id in seen or seen.add(each.id))]
    for scene in scenes:
        for to in dict.fromkeys(targets(scene)):
            if to in at:
                dashed = isinstance(scene.then, Next) and to != scene.then.target
                parts.append(_edge(at[scene.id], at[to], dashed, arrangement.downwards))
    parts += [_card(story, scene, at[scene.id], language) for scene in scenes]
    parts.append("</svg>")
    return "\n".join(parts)


def _edge(
    source: tuple[float, float], target: tuple[float, float], dashed: bool, downwards: bool
) -> str:
    (sx, sy), (tx, ty) = source, target
    if downwards and ty > sy:
        start, end = (sx + WIDTH / 2, sy + HEIGHT), (tx + WIDTH / 2, ty - 2)
        bend = max(24.0, (end[1] - start[1]) / 2)
        bends = ((start[0], start[1] + bend), (end[0], end[1] - bend))
    elif tx > sx and (not downwards or ty == sy):
        start, end = (sx + WIDTH, sy + HEIGHT * 0.4), (tx - 2, ty + HEIGHT * 0.4)
        bend = max(24.0, (end[0] - start[0]) / 2)
        bends = ((start[0] + bend, start[1]), (end[0] - bend, end[1]))
    elif downwards and ty == sy and tx < sx:
        start, end = (sx, sy + HEIGHT * 0.7), (tx + WIDTH + 2, ty + HEIGHT * 0.7)
        bend = (start[0] - end[0]) / 2
        bends = ((start[0] - bend, start[1]), (end[0] + bend, end[1]))
    elif downwards:
        # Back up, or to itself: out of and into the right-hand sides.
        start, end = (sx + WIDTH, sy + HEIGHT * 0.35), (tx + WIDTH + 2, ty + HEIGHT * 0.7)
        side = max(start[0], end[0]) + 40
        bends = ((side, start[1]), (side, end[1]))
    else:
        # Back, or to itself: out of and into the lower sides.
        start, end = (sx + WIDTH * 0.65, sy + HEIGHT), (tx + WIDTH * 0.35, ty + HEIGHT + 2)
        low = max(start[1], end[1]) + 40
        bends = ((start[0], low), (end[0], low))
    points = " ".join(f"{x:g} {y:g}" for x, y in (*bends, end))
    stroke = ' stroke-dasharray="5 4"' if dashed else ""
    return (
        f'<path d="M{start[0]:g} {start[1]:g}C{points}" fill="none" stroke="#5b6578" '
        f'stroke-width="1.4" marker-end="url(#tip)"{stroke}/>'
    )


def _card(story: Story, scene: Scene, at: tuple[float, float], language: str) -> str:
    fill, stroke, band = COLOURS[kind_of(scene)]
    x, y = at
    title = scene.title.get(language) or next(filter(None, scene.title.values()), scene.id)
    lines = textwrap.wrap(title, _LINE_CHARACTERS, max_lines=_LINES, placeholder="…")
    first = y + HEIGHT / 2 + 6 - (len(lines) - 1) * 11
    texts = "".join(
        f'<text x="{x + 18:g}" y="{first + 22 * number:g}" font-size="19" fill="#1b2130">'
        f"{escape(line)}</text>"
        for number, line in enumerate(lines)
    )
    start = scene.id == story.start
    return (
        f'<rect x="{x:g}" y="{y:g}" width="{WIDTH:g}" height="{HEIGHT:g}" rx="9" fill="{fill}" '
        f'stroke="{stroke}" stroke-width="{2.6 if start else 1.2}"/>'
        f'<rect x="{x:g}" y="{y + 10:g}" width="5" height="{HEIGHT - 20:g}" fill="{band}"/>'
        f"{texts}"
    )
