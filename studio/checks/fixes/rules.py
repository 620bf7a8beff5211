"""Fixes of variables and effects that leave play as it is."""

from __future__ import annotations

from msgspec.structs import replace

from studio.checks.fixes.fix import Fix
from studio.checks.fixes.places import found, put, take_out
from studio.checks.rule_kinds import effect_suits
from studio.story.finding import Finding
from studio.story.model import NumberVariable, Story, TextVariable
from studio.story.rules import clamp


def _drop_effect(story: Story, finding: Finding) -> Story:
    """An effect of the wrong kind changes nothing, so neither does taking it away."""
    effect = found(story, finding)
    variable = story.variable_by_id.get(getattr(effect, "variable", ""))
    if variable is None or effect_suits(variable, effect):
        return story
    return take_out(story, finding)


def _mend_initial(story: Story, finding: Finding) -> Story:
    """Write down the value that play begins with anyway."""
    variable = found(story, finding)
    match variable:
        case NumberVariable():
            mended = replace(variable, initial=clamp(variable, variable.initial))
        case TextVariable(options=options, initial=initial) if initial not in options:
            mended = replace(variable, options=(*options, initial))
        case _:
            return story
    return put(story, finding, mended)


FIXES = (
    Fix(
        "ST004",
        {"pl": "Usuń skutek, który nic nie robi", "en": "Remove the effect that does nothing"},
        _drop_effect,
    ),
    Fix(
        "ST005",
        {
            "pl": "Przyjmij wartość, od której film i tak zaczyna",
            "en": "Accept the value that the film begins with anyway",
        },
        _mend_initial,
    ),
)
