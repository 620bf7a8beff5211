"""``engine.js`` against the golden playthroughs and against the Python engine."""

import json
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from exporters.compiler import compile_film, encode_film
from studio.story import play
from tests.golden_format import action_of, as_json, expect, playthroughs
from tests.random_stories import stories

GOLDEN = list(playthroughs())
BRIDGE = Path(__file__).with_name("engine_bridge.mjs")


class Bridge:
    """The JavaScript engine in a Node process, one line in and one line out."""

    def __init__(self) -> None:
        node = shutil.which("node")
        assert node, "node is needed: make test installs it"
        self.process = subprocess.Popen(
            [node, str(BRIDGE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def play(self, story, actions):
        film = json.loads(encode_film(compile_film(story, story.languages)))
        line = json.dumps({"film": film, "actions": actions})
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        reply = json.loads(self.process.stdout.readline())
        assert "error" not in reply, reply
        return reply

    def close(self) -> None:
        self.process.stdin.close()
        self.process.wait(timeout=10)


@pytest.fixture(scope="module")
def bridge():
    process = Bridge()
    yield process
    process.close()


@pytest.mark.parametrize(("name", "story", "steps"), GOLDEN, ids=[name for name, *_ in GOLDEN])
def test_golden_playthrough_in_javascript(bridge, name, story, steps):
    reply = bridge.play(story, [action_of(step) for step in steps if step["do"] != "start"])
    for state, actions, step in zip(reply["states"], reply["actions"], steps, strict=True):
        expect(state, actions, step["expect"])


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(stories(), st.lists(st.integers(0, 20), max_size=14))
def test_both_engines_agree_on_every_state_of_random_stories(bridge, story, picks):
    state = play.start(story)
    states, possible, played = [as_json(state)], [play.actions(story, state)], []
    for pick in picks:
        if not possible[-1]:
            break
        action = possible[-1][pick % len(possible[-1])]
        state = play.step(story, state, action)
        played.append(msgspec.to_builtins(action))
        states.append(as_json(state))
        possible.append(play.actions(story, state))
    reply = bridge.play(story, played)
    assert reply["states"] == states
    assert reply["actions"] == json.loads(msgspec.json.encode(possible))
