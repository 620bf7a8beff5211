"""Do the clips fit the film's frame and one another?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.story.finding import Finding, FindingKind
from studio.story.model import Footage

OTHER_SHAPE = FindingKind(
    code="CL008",
    name="other-shape-than-the-frame",
    severity="notice",
    message={
        "pl": "Obraz „{file}” ({width} × {height}) ma inne proporcje niż kadr filmu "
        "({frame_width} × {frame_height}).",
        "en": "The picture of “{file}” ({width} × {height}) has another shape than the film's "
        "frame ({frame_width} × {frame_height}).",
    },
    remedy={
        "pl": "Wybierz dla niego pasy albo kadrowanie, albo zmień kadr filmu.",
        "en": "Choose bars or cropping for it, or change the film's frame.",
    },
)
TOO_COARSE = FindingKind(
    code="CL009",
    name="smaller-than-the-frame",
    severity="notice",
    message={
        "pl": "Obraz „{file}” ({width} × {height}) jest mniejszy niż kadr filmu "
        "({frame_width} × {frame_height}) i będzie nieostry.",
        "en": "The picture of “{file}” ({width} × {height}) is smaller than the film's frame "
        "({frame_width} × {frame_height}) and will be soft.",
    },
    remedy={
        "pl": "Użyj pliku w większej rozdzielczości albo zmniejsz kadr filmu.",
        "en": "Use a file of a higher resolution, or make the film's frame smaller.",
    },
)
KINDS = (OTHER_SHAPE, TOO_COARSE)

_TOLERANCE = 0.02
"""Share by which width to height may differ: 854 × 480 is meant to be 16:9."""


def check(context: Context) -> Iterator[Finding]:
    """Footage has the frame's proportions and at least nine tenths of its size."""
    frame = context.story.settings
    for footage, node in context.each(Footage):
        facts = (context.clips or {}).get(footage.file)
        if facts is None or not facts.width:
            continue
        shape = facts.width / facts.height * frame.frame_height / frame.frame_width
        wrong = [OTHER_SHAPE] if abs(shape - 1) > _TOLERANCE else []
        if max(facts.width / frame.frame_width, facts.height / frame.frame_height) < 0.9:
            wrong.append(TOO_COARSE)
        for kind in wrong:
            yield kind.at(
                replace(node.place, file=footage.file),
                file=footage.file,
                width=facts.width,
                height=facts.height,
                frame_width=frame.frame_width,
                frame_height=frame.frame_height,
            )
