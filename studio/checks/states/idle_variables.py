"""Is every variable both set by something and asked about by something?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import AddToVariable, Comparison, SetVariable, Story

NEVER_READ = FindingKind(
    code="ST009",
    name="variable-never-read",
    severity="notice",
    message={
        "pl": "Żaden warunek nie pyta o zmienną „{variable}”, więc niczego ona nie zmienia.",
        "en": "No condition asks about the variable “{variable}”, so it changes nothing.",
    },
    remedy={
        "pl": "Użyj jej w warunku albo ją usuń.",
        "en": "Use it in a condition, or remove it.",
    },
)
NEVER_SET = FindingKind(
    code="ST010",
    name="variable-never-set",
    severity="warning",
    message={
        "pl": "Nic nie zmienia zmiennej „{variable}”: każdy warunek o niej daje zawsze ten sam "
        "wynik.",
        "en": "Nothing changes the variable “{variable}”: every condition on it always answers "
        "the same.",
    },
    remedy={
        "pl": "Dodaj wybór lub scenę, których skutek ją zmienia, albo usuń ją wraz z warunkami.",
        "en": "Add a choice or scene whose effect changes it, or remove it with its conditions.",
    },
)
KINDS = (NEVER_READ, NEVER_SET)


def is_read(story: Story, variable: str) -> bool:
    """Whether a condition of the story asks about the variable."""
    return any(each.variable == variable for each, _ in Context(story).each(Comparison))


def check(context: Context) -> Iterator[Finding]:
    """Variables that no condition asks about, and those that no effect changes."""
    read = {comparison.variable for comparison, _ in context.each(Comparison)}
    changed = {effect.variable for effect, _ in context.each(SetVariable, AddToVariable)}
    for index, variable in enumerate(context.story.variables):
        place = Place(item=variable.id, path=f"$.variables[{index}]")
        if variable.id not in read:
            yield NEVER_READ.at(place, variable=variable.id)
        elif variable.id not in changed:
            yield NEVER_SET.at(place, variable=variable.id)
