"""Is every competence practised, and every indicator shown, on some playthrough?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place
from studio.story.model import NoticeIndicator

NOT_EXERCISED = FindingKind(
    code="SR006",
    name="competence-never-exercised",
    severity="warning",
    message={
        "pl": "Na żadnej drodze żaden wybór nie daje punktów za kompetencję „{competence}”.",
        "en": "On no way does any choice give points for the competence “{competence}”.",
    },
    remedy={
        "pl": "Przypisz jej punkty w wyborach, które ją ćwiczą, albo ją usuń.",
        "en": "Give points for it in the choices that practise it, or remove it.",
    },
)
NOT_SHOWN = FindingKind(
    code="SR007",
    name="indicator-never-shown",
    severity="warning",
    message={
        "pl": "Symptomu „{indicator}” nie widać w żadnej scenie, do której się wchodzi, "
        "ani żaden wybór go nie odnotowuje.",
        "en": "The indicator “{indicator}” shows in no scene that is ever entered, and no choice "
        "notes it.",
    },
    remedy={
        "pl": "Dodaj go do sceny, w której jest widoczny, albo usuń z listy.",
        "en": "Add it to the scene in which it shows, or take it off the list.",
    },
)
KINDS = (NOT_EXERCISED, NOT_SHOWN)


def check(context: Context) -> Iterator[Finding]:
    """What the training lists is met by somebody. A doubtful way counts as a way."""
    exploration = context.exploration
    if exploration.machine.start is None:
        return
    competences: set[str] = set()
    shown: set[str] = set()
    for scene in exploration.machine.scenes:
        if exploration.happens(scene.id) is not False:
            shown |= {sighting.indicator for sighting in scene.indicators}
            shown |= {e.indicator for e in scene.effects if isinstance(e, NoticeIndicator)}
    for way in exploration.machine.all_ways:
        choice = way.choice
        if choice is not None and exploration.taken(way) is not False:
            competences |= {id for id, points in choice.competences.items() if points > 0}
            shown |= {e.indicator for e in choice.effects if isinstance(e, NoticeIndicator)}
    for index, competence in enumerate(context.story.competences):
        if competence.id not in competences:
            place = Place(item=competence.id, path=f"$.competences[{index}]")
            yield NOT_EXERCISED.at(place, competence=competence.id)
    for index, indicator in enumerate(context.story.indicators):
        if indicator.id not in shown:
            place = Place(item=indicator.id, path=f"$.indicators[{index}]")
            yield NOT_SHOWN.at(place, indicator=indicator.id)
