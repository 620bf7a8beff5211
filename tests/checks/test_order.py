"""Components and ways back are the same by either search, whatever the size of the graph."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studio.checks.explore import order

EDGES = st.integers(1, 14).flatmap(
    lambda size: st.tuples(
        st.just(size),
        st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=40),
        st.lists(st.integers(0, size - 1), max_size=4),
    )
)


@pytest.mark.parametrize("small", [0, 2000])
@settings(max_examples=80, deadline=None)
@given(EDGES)
def test_components_are_numbered_along_the_edges(small, case):
    size, edges, goals = case
    sources = np.array([edge[0] for edge in edges], dtype=np.int64)
    targets = np.array([edge[1] for edge in edges], dtype=np.int64)
    before, order._SMALL = order._SMALL, small
    try:
        count, labels = order.components(size, sources, targets)
        back = order.backward_from(size, sources, targets, np.array(sorted(set(goals)), int))
    finally:
        order._SMALL = before
    assert set(labels.tolist()) == set(range(count))
    assert all(labels[source] <= labels[target] for source, target in edges)
    reach = [{node} for node in range(size)]
    for _ in range(size):
        for source, target in edges:
            reach[source] |= reach[target]
    for one in range(size):
        assert bool(back[one]) == bool(reach[one] & set(goals))
        for other in range(size):
            together = other in reach[one] and one in reach[other]
            assert (labels[one] == labels[other]) == together
