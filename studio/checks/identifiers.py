"""Is every identifier given once?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import Decision

DUPLICATE = FindingKind(
    code="SC003",
    name="duplicate-id",
    severity="error",
    message={
        "pl": "Identyfikator „{id}” występuje więcej niż raz; liczy się tylko pierwszy.",
        "en": "The identifier “{id}” is used more than once; only the first one counts.",
    },
    remedy={
        "pl": "Nadaj drugiemu elementowi ({path}) inny identyfikator.",
        "en": "Give the second one ({path}) another identifier.",
    },
)
KINDS = (DUPLICATE,)


def check(context: Context) -> Iterator[Finding]:
    """Scenes, choices of one decision, variables and the other lists have distinct ids."""
    story = context.story
    lists: dict[str, Iterable[str]] = {
        "variables": (each.id for each in story.variables),
        "indicators": (each.id for each in story.indicators),
        "competences": (each.id for each in story.competences),
        "resources": (each.id for each in story.resources),
        "glossary": (each.id for each in story.glossary),
        "chapters": (each.id for each in story.chapters),
        "sticky_notes": (each.id for each in story.sticky_notes),
    }
    for name, ids in lists.items():
        for index, each in _repeated(ids):
            path = f"$.{name}[{index}]"
            yield DUPLICATE.at(Place(item=each, path=path), id=each, path=path)
    for index, each in _repeated(scene.id for scene in story.scenes):
        path = f"$.scenes[{index}]"
        yield DUPLICATE.at(Place(scene=each, path=path), id=each, path=path)
    for scene, place in context.scenes:
        if isinstance(scene.then, Decision):
            for index, each in _repeated(choice.id for choice in scene.then.choices):
                path = below(place, f".then.choices[{index}]").path
                yield DUPLICATE.at(Place(scene.id, each, path=path), id=each, path=path)


def _repeated(ids: Iterable[str]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for index, each in enumerate(ids):
        if each in seen:
            yield index, each
        seen.add(each)
