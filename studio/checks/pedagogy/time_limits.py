"""What happens when time runs out, and is it fair?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Decision, choice_of

NO_DEFAULT = FindingKind(
    code="PE004",
    name="time-limit-without-default",
    severity="warning",
    message={
        "pl": "Decyzja w scenie „{scene}” ma limit czasu, ale po jego upływie nic się nie dzieje.",
        "en": "The decision in the scene “{scene}” has a time limit, but nothing happens when it "
        "runs out.",
    },
    remedy={
        "pl": "Wskaż wybór, który wtedy zapada (brak reakcji też jest odpowiedzią), albo usuń "
        "limit czasu.",
        "en": "Name the choice that is taken then (not to act is an answer too), or remove the "
        "time limit.",
    },
)
RIGHT_BY_WAITING = FindingKind(
    code="PE005",
    name="right-answer-by-waiting",
    severity="warning",
    message={
        "pl": "W scenie „{scene}” wystarczy nic nie robić: po upływie czasu zapada właściwy wybór "
        "„{choice}”.",
        "en": "In the scene “{scene}” doing nothing is enough: when time runs out, the right "
        "choice “{choice}” is taken.",
    },
    remedy={
        "pl": "Wskaż na ten przypadek inny wybór, np. osobny „nie robię nic”.",
        "en": "Name another choice for that case, such as one of its own: “I do nothing”.",
    },
)
KINDS = (NO_DEFAULT, RIGHT_BY_WAITING)


def check(context: Context) -> Iterator[Finding]:
    """Time limits end in a choice, and that choice is not the right one."""
    for scene, place in context.scenes:
        decision = scene.then
        if not isinstance(decision, Decision) or decision.time_limit is None:
            continue
        if decision.on_timeout is None:
            yield NO_DEFAULT.at(below(place, ".then.time_limit"), scene=scene.id)
            continue
        taken = choice_of(scene, decision.on_timeout)
        if taken is not None and taken.verdict == "right":
            where = below(place, ".then.on_timeout")
            yield RIGHT_BY_WAITING.at(where, scene=scene.id, choice=taken.id)
