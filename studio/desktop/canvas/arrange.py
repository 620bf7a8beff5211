"""Layered layout, left to right: cycles broken, layers, few crossings, straight ways. No Qt here.

The steps are Sugiyama's (Sugiyama, Tagawa, Toda 1981). Up to :data:`LARGE` scenes the Rust library
fast-sugiyama finds layers and order; above, longest paths and barycentre sweeps of our own do: they
cross more, but the library would hold the interpreter, and so the window, for too long. Heights of
cards differ, so places down each layer are found here in both cases.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence

LARGE = 1_000
WIDTH = 232.0
_BETWEEN = 148.0
"""Canvas units between two columns, for the curves."""
_GAP = 52.0
_DUMMY = 24.0
_SWEEPS = 24
_LONGEST = 12
_STRAIGHTENINGS = 10
_APART = 140.0
_MANY_COLUMNS = 14
_TOO_WIDE = 2
"""Times the fewest columns: a wider map is folded together."""
Node = str | int
Ways = Sequence[tuple[str, str]]
Places = dict[str, tuple[float, float]]


def arrange(
    scenes: Sequence[str],
    ways: Ways,
    heights: Mapping[str, float],
    start: str | None,
    widths: Mapping[str, float] | None = None,
) -> Places:
    """Upper left corners by scene, the whole beginning at (0, 0).

    ``ways`` are pairs of source and target in the author's order; pairs with unknown ends, loops
    and repetitions do no harm. ``widths`` are those of what is no card: :data:`WIDTH` wide.
    """
    wide = widths or {}
    known = set(scenes)
    pairs = [pair for pair in dict.fromkeys(ways) if pair[0] != pair[1] and known.issuperset(pair)]
    forward = directed(scenes, pairs, start)
    if start in known:
        forward = _led_by(str(start), forward)
    joined = {each for pair in forward for each in pair}
    placed: Places = {}
    top = 0.0
    for layers, links in _components(scenes, forward, joined, start):
        part = _place(layers, links, heights, wide)
        height = max(y + heights[each] for each, (_, y) in part.items())
        for each, (x, y) in part.items():
            placed[each] = (x, y + top)
        top += height + _APART
    _place_alone([each for each in scenes if each not in joined], heights, wide, top, placed)
    return placed


def directed(scenes: Sequence[str], pairs: Ways, start: str | None) -> list[tuple[str, str]]:
    """The pairs, all leading to the right.

    Usually those without cycles. Where many ways lead back and forth, a walk in depth strings
    nearly all scenes in one row; then a scene's place is how few ways lead to it, and ways between
    scenes of one place have no say.
    """
    forward = without_cycles(scenes, pairs, start)
    depth = _depths(scenes, pairs, start)
    fewest = max(depth.values(), default=0) + 1
    after: defaultdict[str, list[str]] = defaultdict(list)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in forward:
        after[source].append(target)
        before[target].append(source)
    columns = max(_longest_paths(scenes, after, before).values(), default=0) + 1
    if columns <= _MANY_COLUMNS or columns <= _TOO_WIDE * fewest:
        return forward
    return [
        (one, other) if depth[one] < depth[other] else (other, one)
        for one, other in pairs
        if depth[one] != depth[other]
    ]


def _depths(scenes: Sequence[str], pairs: Ways, start: str | None) -> dict[str, int]:
    """The fewest ways from the start (or, where it does not lead, from whatever begins there)."""
    targets: defaultdict[str, list[str]] = defaultdict(list)
    arrived: set[str] = set()
    for source, target in pairs:
        targets[source].append(target)
        arrived.add(target)
    first = [start] if start is not None and start in set(scenes) else []
    depth: dict[str, int] = {}
    for root in (*first, *(each for each in scenes if each not in arrived), *scenes):
        if root in depth:
            continue
        depth[root] = 0
        waiting = deque([root])
        while waiting:
            here = waiting.popleft()
            for target in targets[here]:
                if target not in depth:
                    depth[target] = depth[here] + 1
                    waiting.append(target)
    return depth


def without_cycles(scenes: Sequence[str], pairs: Ways, start: str | None) -> list[tuple[str, str]]:
    """The pairs with those turned round that lead back, seen from the start (depth first).

    Whatever leads to the start itself is turned round, too: the film begins at the left.
    """
    targets: defaultdict[str, list[str]] = defaultdict(list)
    arrived: set[str] = set()
    for source, target in pairs:
        targets[source].append(target)
        arrived.add(target)
    roots = [start] if start is not None and start in set(scenes) else []
    roots += [each for each in scenes if each not in arrived]
    back = {pair for pair in pairs if pair[1] == start}
    state: dict[str, int] = {}
    for root in (*roots, *scenes):
        if root in state:
            continue
        state[root] = 1
        stack = [(root, iter(targets[root]))]
        while stack:
            node, following = stack[-1]
            for target in following:
                seen = state.get(target)
                if seen is None:
                    state[target] = 1
                    stack.append((target, iter(targets[target])))
                    break
                if seen == 1:
                    back.add((node, target))
            else:
                state[node] = 2
                stack.pop()
    return list(dict.fromkeys((b, a) if (a, b) in back else (a, b) for a, b in pairs))


def _led_by(start: str, forward: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs, and one from the start to each scene of its part that nothing leads to: so that
    the start stands at the left of all of them."""
    beside: defaultdict[str, list[str]] = defaultdict(list)
    arrived = {target for _, target in forward}
    for source, target in forward:
        beside[source].append(target)
        beside[target].append(source)
    part, waiting = {start}, [start]
    while waiting:
        for each in beside.get(waiting.pop(), ()):
            if each not in part:
                part.add(each)
                waiting.append(each)
    lonely = [each for each in dict(forward) if each in part and each not in arrived]
    return [*forward, *((start, each) for each in lonely if each != start)]


def crossings(layers: Sequence[Sequence[Node]], links: Sequence[tuple[Node, Node]]) -> int:
    """How many pairs of links between neighbouring layers cross."""
    place = {node: (n, k) for n, layer in enumerate(layers) for k, node in enumerate(layer)}
    by_layer: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for source, target in links:
        (one, first), (other, second) = place[source], place[target]
        if other == one + 1:
            by_layer[one].append((first, second))
    found = 0
    for each in by_layer.values():
        passed: list[int] = []
        for _, second in sorted(each):
            at = bisect_right(passed, second)
            found += len(passed) - at
            passed.insert(at, second)
    return found


def _components(
    scenes: Sequence[str], forward: Sequence[tuple[str, str]], joined: set[str], start: str | None
) -> list[tuple[list[list[Node]], list[tuple[Node, Node]]]]:
    """Layers and links of each connected part, the start's part first."""
    if not joined:
        return []
    if len(joined) <= LARGE:
        made = _by_library(forward)
    else:
        made = _by_barycentres([each for each in scenes if each in joined], forward)
    order = {each: number for number, each in enumerate(scenes)}

    def rank(part: tuple[list[list[Node]], list[tuple[Node, Node]]]) -> tuple[bool, int]:
        inside = [each for layer in part[0] for each in layer if isinstance(each, str)]
        return start not in inside, min(order[each] for each in inside)

    return sorted(made, key=rank)


def _by_library(
    forward: Sequence[tuple[str, str]],
) -> list[tuple[list[list[Node]], list[tuple[Node, Node]]]]:
    from fast_sugiyama import from_edges

    made: list[tuple[list[list[Node]], list[tuple[Node, Node]]]] = []
    for positions, _, _, links in from_edges(forward, dummy_vertices=True, check_layout=False):
        by_rank: defaultdict[float, list[tuple[float, Node]]] = defaultdict(list)
        for node, (across, down) in positions:
            by_rank[-down].append((across, node))
        layers = [
            [node for _, node in sorted(by_rank[rank], key=lambda each: each[0])]
            for rank in sorted(by_rank)
        ]
        made.append((layers, list(links)))
    return made


def _by_barycentres(
    scenes: Sequence[str], forward: Sequence[tuple[str, str]]
) -> list[tuple[list[list[Node]], list[tuple[Node, Node]]]]:
    after: defaultdict[str, list[str]] = defaultdict(list)
    before: defaultdict[str, list[str]] = defaultdict(list)
    for source, target in forward:
        after[source].append(target)
        before[target].append(source)
    layer_of = _longest_paths(scenes, after, before)
    layers: list[list[Node]] = [[] for _ in range(max(layer_of.values()) + 1)]
    for each in _depth_first(scenes, after, before):
        layers[layer_of[each]].append(each)
    links = _with_dummies(forward, layer_of, layers)
    above: defaultdict[Node, list[Node]] = defaultdict(list)
    below: defaultdict[Node, list[Node]] = defaultdict(list)
    for source, target in links:
        below[source].append(target)
        above[target].append(source)
    place: dict[Node, float] = {}
    for layer in layers:
        place |= {node: number for number, node in enumerate(layer)}
    best, fewest = [list(layer) for layer in layers], crossings(layers, links)
    for sweep in range(_SWEEPS):
        down = sweep % 2 == 0
        neighbours = above if down else below
        for layer in layers if down else reversed(layers):
            weights = {
                node: sum(place[each] for each in neighbours[node]) / len(neighbours[node])
                if neighbours[node]
                else place[node]
                for node in layer
            }
            layer.sort(key=weights.__getitem__)
            for number, node in enumerate(layer):
                place[node] = number
        found = crossings(layers, links)
        if found < fewest:
            best, fewest = [list(layer) for layer in layers], found
    return [(best, links)]


def _with_dummies(
    forward: Sequence[tuple[str, str]], layer_of: Mapping[str, int], layers: list[list[Node]]
) -> list[tuple[Node, Node]]:
    """Links between neighbouring layers: a longer one passes a dummy in each layer between.

    One that passes more than :data:`_LONGEST` layers is left out: it would cost more than it
    helps.
    """
    links: list[tuple[Node, Node]] = []
    number = 0
    for source, target in forward:
        first, last = layer_of[source], layer_of[target]
        if last - first > _LONGEST:
            continue
        before: Node = source
        for layer in range(first + 1, last):
            number += 1
            layers[layer].append(number)
            links.append((before, number))
            before = number
        links.append((before, target))
    return links


def _depth_first(
    scenes: Sequence[str],
    after: Mapping[str, Sequence[str]],
    before: Mapping[str, Sequence[str]],
) -> list[str]:
    """The scenes as they are met along ways, so that what belongs together begins together."""
    seen: dict[str, None] = {}
    for root in (*(each for each in scenes if not before.get(each)), *scenes):
        stack = [root]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen[node] = None
                stack += reversed(after.get(node, ()))
    return list(seen)


def _longest_paths(
    scenes: Sequence[str],
    after: Mapping[str, Sequence[str]],
    before: Mapping[str, Sequence[str]],
) -> dict[str, int]:
    waiting = {each: len(before.get(each, ())) for each in scenes}
    ready = [each for each in scenes if not waiting[each]]
    layer_of = dict.fromkeys(scenes, 0)
    while ready:
        node = ready.pop()
        for target in after.get(node, ()):
            layer_of[target] = max(layer_of[target], layer_of[node] + 1)
            waiting[target] -= 1
            if not waiting[target]:
                ready.append(target)
    for each in scenes:
        # A scene that nothing leads to stands right before what it leads to.
        if not before.get(each) and after.get(each):
            layer_of[each] = min(layer_of[target] for target in after[each]) - 1
    return layer_of


def _place(
    layers: Sequence[Sequence[Node]],
    links: Sequence[tuple[Node, Node]],
    heights: Mapping[str, float],
    widths: Mapping[str, float],
) -> Places:
    """Columns from left to right; down each, as near to the neighbours as order and gaps allow."""
    height = {
        node: heights[node] if isinstance(node, str) else _DUMMY
        for layer in layers
        for node in layer
    }
    neighbours: defaultdict[Node, list[Node]] = defaultdict(list)
    back: defaultdict[Node, list[Node]] = defaultdict(list)
    rank = {node: number for number, layer in enumerate(layers) for node in layer}
    for source, target in links:
        one, other = (source, target) if rank[source] <= rank[target] else (target, source)
        neighbours[one].append(other)
        back[other].append(one)
    middle: dict[Node, float] = {}
    for layer in layers:
        at = 0.0
        for node in layer:
            middle[node] = at + height[node] / 2
            at += height[node] + _GAP
        for node in layer:
            middle[node] -= at / 2
    for number in range(_STRAIGHTENINGS):
        forth = number % 2 == 0
        sides = back if forth else neighbours
        for layer in layers if forth else reversed(layers):
            wanted = [
                sum(middle[each] for each in sides[node]) / len(sides[node])
                if sides[node]
                else middle[node]
                for node in layer
            ]
            for node, at in zip(layer, _apart(layer, wanted, height), strict=True):
                middle[node] = at
    tops = {node: middle[node] - height[node] / 2 for node in middle if isinstance(node, str)}
    least = min(tops.values())
    lefts = [0.0]
    for layer in layers:
        broad = max((widths.get(str(node), WIDTH) for node in layer), default=WIDTH)
        lefts.append(lefts[-1] + broad + _BETWEEN)
    return {node: (lefts[rank[node]], round(top - least)) for node, top in tops.items()}


def _apart(
    layer: Sequence[Node], wanted: Sequence[float], height: Mapping[Node, float]
) -> list[float]:
    """The middles nearest to those wanted (least squares) that keep order and gaps: isotonic
    regression by pooling neighbours that are too near."""
    offsets: list[float] = []
    at = 0.0
    for number, node in enumerate(layer):
        if number:
            before = layer[number - 1]
            gap = _GAP if isinstance(node, str) and isinstance(before, str) else _GAP / 3
            at += (height[before] + height[node]) / 2 + gap
        offsets.append(at)
    pools: list[list[float]] = []
    for want, offset in zip(wanted, offsets, strict=True):
        pools.append([want - offset, 1])
        while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
            total, count = pools.pop()
            last, number = pools[-1]
            pools[-1] = [(last * number + total * count) / (number + count), number + count]
    made: list[float] = []
    for value, count in pools:
        made += [value] * int(count)
    return [value + offset for value, offset in zip(made, offsets, strict=True)]


def _place_alone(
    scenes: Sequence[str],
    heights: Mapping[str, float],
    widths: Mapping[str, float],
    top: float,
    placed: Places,
) -> None:
    """Scenes without any way: in rows below the rest, six abreast."""
    for begin in range(0, len(scenes), 6):
        row = scenes[begin : begin + 6]
        left = 0.0
        for each in row:
            placed[each] = (left, top)
            left += widths.get(each, WIDTH) + _BETWEEN
        top += max(heights[each] for each in row) + _GAP
