"""Can the trainee make a wrong choice good again?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Choice, Decision, Ending

NO_WAY_BACK = FindingKind(
    code="PE002",
    name="wrong-choice-without-way-back",
    severity="notice",
    message={
        "pl": "Po błędnym wyborze „{choice}” nie da się już dojść do dobrego zakończenia.",
        "en": "After the wrong choice “{choice}” no good ending can be reached any more.",
    },
    remedy={
        "pl": "Jeśli tak nie miało być, pozwól spróbować ponownie albo poprowadź drogę powrotną.",
        "en": "If that is not meant, let the trainee try again, or lead a way back.",
    },
)
KINDS = (NO_WAY_BACK,)


def check(context: Context) -> Iterator[Finding]:
    """Wrong choices that cannot be tried again and lead away from every good ending.

    Good are the endings with the outcome success or partial; a story without one is not judged.
    Conditions are not looked at: what has no way back here has none whatever they say.
    """
    good = {
        scene.id
        for scene, _ in context.scenes
        if isinstance(scene.then, Ending) and scene.then.outcome in ("success", "partial")
    }
    if not good:
        return
    hopeful = context.graph.leading_to(good)
    group = context.graph.group
    for scene, place in context.scenes:
        if not isinstance(scene.then, Decision):
            continue
        for index, choice in enumerate(scene.then.choices):
            target = choice.target
            lost = (
                choice.verdict == "wrong"
                and target is not None
                and target in context.graph
                and target not in hopeful
                and group[target] != group[scene.id]
                and not can_be_tried_again(scene.then, choice)
            )
            if lost:
                where = replace(below(place, f".then.choices[{index}]"), choice=choice.id)
                yield NO_WAY_BACK.at(where, choice=choice.id)


def can_be_tried_again(decision: Decision, choice: Choice) -> bool:
    """Whether the engine offers to try again: at the feedback that is shown at once."""
    return decision.retry and choice.feedback is not None and choice.feedback.when == "at_once"
