"""The bare graph against networkx, on random graphs."""

from __future__ import annotations

import random

import networkx as nx

from studio.checks.bare_graph import bare_graph
from studio.story.model import Choice, Decision, Scene


def test_every_answer_is_that_of_networkx() -> None:
    for seed in range(300):
        chance = random.Random(seed)
        ids = [f"s{n}" for n in range(chance.randint(1, 9))]
        scenes = [
            Scene(
                id,
                then=Decision(
                    tuple(
                        Choice(f"c{n}", target=chance.choice([*ids, *ids, "nowhere"]))
                        for n in range(chance.randrange(4))
                    )
                ),
            )
            for id in ids
        ]
        graph = nx.DiGraph()
        graph.add_nodes_from(ids)
        for scene in scenes:
            graph.add_edges_from(
                (scene.id, choice.target)
                for choice in scene.then.choices
                if choice.target != "nowhere"
            )
        found = bare_graph(scenes)
        for id in ids:
            assert found.reached_from(id) == {id} | nx.descendants(graph, id)
            assert found.leading_to([id]) == {id} | nx.ancestors(graph, id)
        assert set(map(frozenset, found.closed_groups)) == set(
            map(frozenset, nx.attracting_components(graph))
        )
        groups = {}
        for id, number in found.group.items():
            groups.setdefault(number, set()).add(id)
        assert sorted(map(sorted, groups.values())) == sorted(
            map(sorted, nx.strongly_connected_components(graph))
        )
        assert {ids[n] for n in found.lost} == {
            scene.id
            for scene in scenes
            if any(choice.target == "nowhere" for choice in scene.then.choices)
        }
