"""The fewest walks against trying everything, on hundreds of small random graphs."""

from __future__ import annotations

import random
from collections import deque

import numpy as np
import pytest

from studio.checks.numbers.cover import Ways, least_walks


def random_ways(chance: random.Random, shared: bool) -> Ways:
    """A graph of a few nodes; with ``shared`` several edges are one way, as states of a scene are.

    Loops, edges to themselves, dead ends and nodes that nothing reaches are among them.
    """
    size = chance.randint(1, 6)
    count = chance.randint(0, 8)
    source = [chance.randrange(size) for _ in range(count)]
    target = [chance.randrange(size) for _ in range(count)]
    way = [chance.randrange(count) for _ in range(count)] if shared else list(range(count))
    ends = [node for node in range(size) if chance.random() < 0.4]
    # The film goes on from no ending.
    kept = [k for k in range(count) if source[k] not in ends]
    return Ways(
        size,
        np.array([source[k] for k in kept], dtype=np.int64),
        np.array([target[k] for k in kept], dtype=np.int64),
        np.array([way[k] for k in kept], dtype=np.int64),
        np.array(ends, dtype=np.int64),
    )


def reachable(ways: Ways) -> Ways:
    """What can be reached from node 0: a state that nobody comes to is no state."""
    known, waiting = {0}, [0]
    while waiting:
        node = waiting.pop()
        for edge in np.flatnonzero(ways.source == node).tolist():
            to = int(ways.target[edge])
            if to not in known:
                known.add(to)
                waiting.append(to)
    kept = np.array([edge for edge in range(len(ways.way)) if int(ways.source[edge]) in known])
    kept = kept.astype(np.int64)
    ends = np.array([end for end in ways.ends.tolist() if end in known], dtype=np.int64)
    return Ways(ways.size, ways.source[kept], ways.target[kept], ways.way[kept], ends)


def fewest_by_trying(ways: Ways) -> tuple[int, frozenset[int]]:
    """The least number of walks that take every way that a walk to an end can take."""
    leaving: dict[int, list[tuple[int, int]]] = {}
    for source, target, way in zip(
        ways.source.tolist(), ways.target.tolist(), ways.way.tolist(), strict=True
    ):
        leaving.setdefault(source, []).append((target, 1 << way))
    ends = set(ways.ends.tolist())
    known, waiting = {(0, 0)}, deque([(0, 0)])
    masks: set[int] = set()
    while waiting:
        node, taken = waiting.popleft()
        if node in ends:
            masks.add(taken)
        for target, way in leaving.get(node, ()):
            after = (target, taken | way)
            if after not in known:
                known.add(after)
                waiting.append(after)
    if not masks:
        return 0, frozenset()
    wanted = 0
    for mask in masks:
        wanted |= mask
    covered, walks = {0}, 0
    while wanted not in covered or walks == 0:
        covered = {before | mask for before in covered for mask in masks}
        walks += 1
    return walks, frozenset(way for way in range(64) if wanted >> way & 1)


def assert_walks_are_walks(ways: Ways, walks: tuple[tuple[int, ...], ...]) -> set[int]:
    taken: set[int] = set()
    for walk in walks:
        node = 0
        for edge in walk:
            assert int(ways.source[edge]) == node
            node = int(ways.target[edge])
            taken.add(int(ways.way[edge]))
        assert node in ways.ends.tolist()
    return taken


@pytest.mark.parametrize("seed", range(4))
def test_on_the_bare_map_the_number_is_the_least_there_is(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(120):
        ways = reachable(random_ways(chance, shared=False))
        fewest, wanted = fewest_by_trying(ways)
        found = least_walks(ways)
        assert found.wanted == wanted
        assert found.least == len(found.walks) == fewest
        assert assert_walks_are_walks(ways, found.walks) == wanted


def test_where_one_way_stands_in_many_states_the_bound_holds_and_is_nearly_always_met() -> None:
    chance = random.Random(11)
    met = tried = 0
    for _ in range(500):
        ways = reachable(random_ways(chance, shared=True))
        fewest, wanted = fewest_by_trying(ways)
        found = least_walks(ways)
        assert found.wanted == wanted
        assert found.least <= fewest <= len(found.walks)
        assert assert_walks_are_walks(ways, found.walks) == wanted
        tried += 1
        met += len(found.walks) == fewest
    assert met >= 0.95 * tried, f"{met} of {tried}"
