"""The result file that the player writes is the one that the studio reads."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import msgspec
import pytest

from exporters.compiler import compile_film, encode_film
from studio.results import decode_result
from studio.story.files import open_story
from tests.documented_formats import schema_faults

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "sample_projects" / "border_check"
SCRIPT = """
import { readFileSync } from 'node:fs';
import { Attempt } from './exporters/web/player/src/attempt.js';
import { actions, step } from './exporters/web/player/src/engine.js';
import { result } from './exporters/web/player/src/result.js';
const film = JSON.parse(readFileSync(0, 'utf8'));
const attempt = new Attempt(film);
attempt.problem('driver', 'pl', 'no frames');
while (!attempt.finished) {
  const possible = actions(film, attempt.state);
  attempt.pass(0.7);
  attempt.keep(possible[0], step(film, attempt.state, possible[0]));
}
process.stdout.write(JSON.stringify(result(attempt, 'pl')));
"""


@pytest.fixture(scope="module")
def written() -> bytes:
    """The player's result of the sample's first way."""
    story = open_story(SAMPLE).story
    film = encode_film(compile_film(story, story.languages))
    command = ["node", "--input-type=module", "-e", SCRIPT]
    return subprocess.run(command, input=film, cwd=ROOT, check=True, capture_output=True).stdout


def test_what_the_player_writes_is_read(written: bytes) -> None:
    result = decode_result(written)
    assert result.film.id == "border-check"
    assert result.attempt.finished
    assert result.attempt.name is None
    assert result.attempt.branch is None
    assert result.ending is not None
    assert [each.what for each in result.problems] == ["no frames"]
    assert result.choices[0].scene == "driver"
    assert sum(each.score for each in result.choices if not each.withdrawn) == result.score.points


def test_every_field_is_known_and_present(written: bytes) -> None:
    kinds = json.loads((ROOT / "docs" / "result.schema.json").read_bytes())["$defs"]
    assert json.loads(written).keys() == kinds["Result"]["properties"].keys()
    assert json.loads(written)["attempt"].keys() == kinds["ResultAttempt"]["properties"].keys()
    assert schema_faults("result", json.loads(written)) == []
    again = json.loads(msgspec.json.encode(decode_result(written)))
    assert again == json.loads(written)


def test_another_version_is_refused_by_name(written: bytes) -> None:
    with pytest.raises(msgspec.ValidationError, match=r"\$\.version"):
        decode_result(written.replace(b'"version":1', b'"version":2', 1))
