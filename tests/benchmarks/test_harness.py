"""The harness of the benchmarks: shape of the figures, table, section of the page."""

import json
import os
import sys

import pytest

from tests.benchmarks import harness
from tests.benchmarks.harness import Figure, apart, run, with_section


def figures(quick):
    yield Figure("slow", 2.0, "s", "lower", target=1.0, reference="peer", reference_value=4.0)
    yield Figure("many" if quick else "more", 1_234.5, "states/s", "higher", target=1_000)


def test_json_has_the_agreed_shape(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["x.py", "--json", "--quick"])
    run("x", figures)
    rows = json.loads(capsys.readouterr().out)
    assert rows[0] == {
        "figure": "slow",
        "value": 2.0,
        "unit": "s",
        "better": "lower",
        "target": 1.0,
        "reference": "peer",
        "reference_value": 4.0,
        "ratio": 0.5,
    }
    assert rows[1]["figure"] == "many"


def test_the_table_names_missed_targets(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["x.py"])
    run("x", figures)
    slow, more = capsys.readouterr().out.splitlines()[2:]
    assert "≤ 1 s **missed**" in slow
    assert "peer: 4 s" in slow
    assert "missed" not in more


def test_write_renews_its_own_section_only(monkeypatch, tmp_path):
    page = tmp_path / "benchmarks.md"
    page.write_text("# Benchmarks\n\nBy hand.\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["x.py", "--write"])
    run("x", figures, page)
    once = page.read_text(encoding="utf-8")
    assert "By hand." in once
    assert "| slow" in once
    page.write_text(f"{once}\nMore by hand.\n", encoding="utf-8")
    run("x", figures, page)
    assert page.read_text(encoding="utf-8") == f"{once}\nMore by hand.\n"
    assert with_section(once, "y", "other").count("## ") == 2


def test_a_call_apart_tells_its_memory_and_its_death():
    assert apart(sum, (1, 2)).result == 3
    assert apart(sum, (1, 2)).peak > 1_000_000
    with pytest.raises(RuntimeError, match="ended with 3"):
        apart(os._exit, 3)


def test_every_script_is_found_and_the_harness_is_none():
    names = {path.stem for path in harness.scripts()}
    assert not names & {"harness", "__init__", "__main__", "test_harness"}
