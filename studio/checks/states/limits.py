"""Were there too many states to look at every one, and what is then not known?"""

from __future__ import annotations

from collections.abc import Iterator

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind, Place

IN_PART = FindingKind(
    code="SC020",
    name="proven-in-part",
    severity="notice",
    message={
        "pl": "Stanów jest zbyt wiele, by obejrzeć każdy: obejrzano {states} najbliższych "
        "i rozegrano losowo {plays} przebiegów. Sceny: na pewno się zdarzają {proven}, na pewno "
        "nigdy {excluded}, nie wiadomo {open}{names}. Uwagi o utknięciu są prawdziwe, ale mogą "
        "być niepełne.",
        "en": "There are too many states to look at each: the nearest {states} were looked at, "
        "and {plays} playthroughs were played at random. Scenes: {proven} surely happen, "
        "{excluded} surely never do, {open} are not known{names}. Findings about getting stuck "
        "are true, but there may be more.",
    },
    remedy={
        "pl": "Ogranicz zmienne liczbowe (minimum i maksimum) albo zmieniaj je tam, gdzie ktoś "
        "o nie pyta.",
        "en": "Bound the number variables (minimum and maximum), or change them where something "
        "asks about them.",
    },
)
KINDS = (IN_PART,)

_NAMED = 12


def check(context: Context) -> Iterator[Finding]:
    """One notice if the exploration was not exact."""
    exploration = context.exploration
    if exploration.exact:
        return
    known = {scene.id: exploration.happens(scene.id) for scene in exploration.machine.scenes}
    not_known = [scene for scene, happens in known.items() if happens is None]
    names = f" ({', '.join(not_known[:_NAMED])}{'…' if len(not_known) > _NAMED else ''})"
    yield IN_PART.at(
        Place(path="$"),
        states=exploration.states,
        plays=exploration.sample.plays if exploration.sample is not None else 0,
        proven=sum(happens is True for happens in known.values()),
        excluded=sum(happens is False for happens in known.values()),
        open=len(not_known),
        names=names if not_known else "",
    )
