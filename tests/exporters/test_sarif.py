"""SARIF: valid by the standard's schema, with lines, proofs and suppressions that are true."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from msgspec.structs import replace
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as SarifSchema

from exporters.inspection import Inspection, inspect
from exporters.sarif import sarif_log
from studio.checks import run_checks
from studio.media.gather import Gathered
from studio.story.files import encode_story
from studio.story.model import Choice, Decision, Ending, Scene, Story, Waiver, new_story
from tests.random_stories import stories

STORY = replace(
    new_story("trial", {"en": "Trial"}, ("en",)),
    start="ask",
    waivers=(Waiver("SC006", "kept for the next edition", scene="spare"),),
    scenes=(
        Scene("ask", then=Decision((Choice("on", {"en": "On"}, target="stop"),))),
        Scene("stop"),
        Scene("spare"),
        Scene("end", then=Ending()),
    ),
)


def log_of(story: Story) -> dict:
    inspection = Inspection(run_checks(story), Gathered({}, {}))
    return sarif_log(inspection, encode_story(story).decode(), "en")


def results(log: dict, code: str) -> list[dict]:
    return [each for each in log["runs"][0]["results"] if each["ruleId"] == code]


def test_every_result_has_its_rule_its_line_and_its_scene(tmp_path: Path) -> None:
    text = encode_story(STORY).decode()
    log = log_of(STORY)
    (run,) = log["runs"]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    stop = next(each for each in results(log, "SC006") if "suppressions" not in each)
    (location,) = stop["locations"]
    line = text.splitlines()[location["physicalLocation"]["region"]["startLine"] - 1]
    following = "\n".join(text.splitlines()[location["physicalLocation"]["region"]["startLine"] :])
    assert '"id": "stop"' in line + following[:40]
    assert location["logicalLocations"][0]["name"] == "stop"


def test_a_proof_is_a_code_flow_and_a_waiver_a_suppression() -> None:
    log = log_of(STORY)
    stop, spare = sorted(results(log, "SC006"), key=lambda each: "suppressions" in each)
    steps = stop["codeFlows"][0]["threadFlows"][0]["locations"]
    said = [step["location"]["message"]["text"] for step in steps]
    assert said == ["open", "choose on", "finish"]
    assert spare["suppressions"][0]["justification"] == "kept for the next edition"


def test_the_fingerprint_stays_when_lines_move() -> None:
    moved = replace(STORY, scenes=(Scene("new", then=Ending()), *STORY.scenes))
    before = {r["partialFingerprints"]["findingPlace/v1"] for r in results(log_of(STORY), "SC006")}
    after = {r["partialFingerprints"]["findingPlace/v1"] for r in results(log_of(moved), "SC006")}
    assert before <= after


@settings(deadline=None, max_examples=25)
@given(stories())
def test_every_log_is_valid_by_the_schema(story: Story) -> None:
    SarifSchema.model_validate_json(json.dumps(log_of(story)))


def test_the_schema_can_say_no() -> None:
    log = log_of(STORY)
    log["runs"][0]["results"][0]["level"] = "notice"
    with pytest.raises(ValueError, match="level"):
        SarifSchema.model_validate_json(json.dumps(log))


def test_what_cannot_be_read_is_in_the_inspection(tmp_path: Path) -> None:
    from studio.story.model import Clip, Footage

    (tmp_path / "broken.mp4").write_text("not a video")
    story = replace(STORY, scenes=(Scene("end", clip=Clip(Footage("broken.mp4"))),), start="end")
    inspection = inspect(story, tmp_path)
    assert "MD001" in {finding.code for finding in inspection.errors}
    waived = replace(story, waivers=(Waiver("MD001", "to be filmed"),))
    assert "MD001" not in {finding.code for finding in inspect(waived, tmp_path).findings}
