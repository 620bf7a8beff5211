"""The reference engine against the golden playthroughs, plain and through save and load."""

import msgspec
import pytest

from studio.story import play
from studio.story.files import encode_story, read_story
from tests.golden_format import action_of, as_json, expect, playthroughs

GOLDEN = list(playthroughs())


@pytest.mark.parametrize("reloaded", [False, True], ids=["plain", "reloaded"])
@pytest.mark.parametrize(("name", "story", "steps"), GOLDEN, ids=[name for name, *_ in GOLDEN])
def test_golden_playthrough(name, story, steps, reloaded):
    if reloaded:
        story = read_story(encode_story(story)).story
    state = play.start(story)
    for step in steps:
        if step["do"] != "start":
            action = msgspec.convert(action_of(step), play.Action)
            state = play.step(story, state, action)
        possible = [msgspec.to_builtins(action) for action in play.actions(story, state)]
        expect(as_json(state), possible, step["expect"])


def test_an_action_that_cannot_happen_is_refused():
    _, story, _ = GOLDEN[0]
    with pytest.raises(play.NotPossible):
        play.step(story, play.start(story), play.Action("proceed"))


def test_start_from_any_scene_with_any_values():
    _, story, _ = next(each for each in GOLDEN if each[0].startswith("guided_talk"))
    tally = play.Tally(variables={"trust": 3, "interpreter": False, "mood": "calm"})
    state = play.start(story, "talk", tally)
    state = play.step(story, state, play.Action("open"))
    assert play.Action("choose", "ask") in play.actions(story, state)
