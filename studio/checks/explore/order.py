"""Strongly connected components of large graphs, in topological order."""

from __future__ import annotations

from typing import Any

import networkx as nx
import numpy as np

Numbers = np.ndarray[Any, np.dtype[Any]]

_SMALL = 2000
"""Nodes up to which loading SciPy takes longer than all the searching."""


def components(size: int, sources: Numbers, targets: Numbers) -> tuple[int, Numbers]:
    """How many strongly connected components there are, and the component of each node.

    Nodes are ``0 … size - 1``; no edge leads from a component to one with a smaller number.
    (SciPy's search, which is Pearce's algorithm, numbers them in the reverse order.)
    """
    if size <= _SMALL:
        return _components_of_few(size, sources, targets)
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import connected_components

    ones = np.ones(len(sources), dtype=np.int8)
    graph = csr_array((ones, (sources, targets)), shape=(size, size))
    count, labels = connected_components(graph, directed=True, connection="strong")
    return int(count), count - 1 - labels


def backward_from(size: int, sources: Numbers, targets: Numbers, goals: Numbers) -> Numbers:
    """Which nodes have a way to one of the goals (a boolean for each node)."""
    found = np.zeros(size, dtype=bool)
    if len(goals) == 0:
        return found
    if size <= _SMALL:
        graph = _graph_of(size, targets, sources)
        layers = nx.bfs_layers(graph, goals.tolist())
        found[[node for layer in layers for node in layer]] = True
        return found
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import breadth_first_order

    # One more node leads, against the edges, to every goal.
    every = np.concatenate([targets, np.full(len(goals), size)])
    ones = np.ones(len(every), dtype=np.int8)
    where = (every, np.concatenate([sources, goals]))
    graph = csr_array((ones, where), shape=(size + 1, size + 1))
    reached = breadth_first_order(graph, size, directed=True, return_predecessors=False)
    found[reached[reached < size]] = True
    return found


def grouped(labels: Numbers) -> dict[int, Numbers]:
    """The places of each label, in order."""
    if len(labels) == 0:
        return {}
    order = np.argsort(labels, kind="stable")
    found, first = np.unique(labels[order], return_index=True)
    return dict(zip(found.tolist(), np.split(order, first[1:]), strict=True))


def _components_of_few(size: int, sources: Numbers, targets: Numbers) -> tuple[int, Numbers]:
    # Nuutila's algorithm gives a component after all those that it leads to.
    found = list(nx.strongly_connected_components(_graph_of(size, sources, targets)))
    labels = np.zeros(size, dtype=np.int32)
    for number, members in enumerate(reversed(found)):
        labels[list(members)] = number
    return len(found), labels


def _graph_of(size: int, sources: Numbers, targets: Numbers) -> nx.DiGraph:
    graph = nx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(zip(sources.tolist(), targets.tolist(), strict=True))
    return graph
