"""Which scenes will next to nobody see?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.numbers.audience import seen_at_random
from studio.checks.numbers.chain import chain_of
from studio.story.finding import Finding, FindingKind, Place

PERCENT = 5.0
"""A scene that fewer trainees see by chance is worth a thought before it is filmed."""
_NAMED = 8

RARE = FindingKind(
    code="TM002",
    name="scenes-rarely-seen",
    severity="notice",
    message={
        "pl": "Z osób klikających na chybił trafił mniej niż {limit}% zobaczy sceny ({count}): "
        "{scenes}.",
        "en": "Of trainees who click at random fewer than {limit}% will see these scenes "
        "({count}): {scenes}.",
    },
    remedy={
        "pl": "Ułatw dojście do nich albo zastanów się, czy warto je kręcić.",
        "en": "Make them easier to come to, or think twice before you film them.",
    },
)
KINDS = (RARE,)


def check(context: Context) -> Iterator[Finding]:
    """One notice that names the rarest scenes first. Says nothing if states were too many."""
    exploration = context.exploration
    if not exploration.exact or exploration.machine.start is None:
        return
    chain = chain_of(exploration, "random", context.story.source_language)
    rare = [
        each
        for each in seen_at_random(exploration, chain)
        if each.exact and 100 * each.probability < PERCENT
    ]
    if rare:
        rare.sort(key=lambda each: each.probability)
        named = [f"{each.scene} {100 * each.probability:.2g}%" for each in rare[:_NAMED]]
        more = ["…"] if len(rare) > _NAMED else []
        yield RARE.at(
            Place(scene=rare[0].scene, path="$.scenes"),
            limit=f"{PERCENT:g}",
            count=len(rare),
            scenes=", ".join([*named, *more]),
        )
