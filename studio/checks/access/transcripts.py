"""Can what is said be read as a whole, without the film?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Clip

NO_TRANSCRIPT = FindingKind(
    code="TX008",
    name="speech-without-transcript",
    severity="notice",
    message={
        "pl": "W ujęciu słychać mowę, a brakuje transkrypcji w języku „{language}”.",
        "en": "Somebody speaks in the clip, and it has no transcript in “{language}”.",
    },
    remedy={
        "pl": "Dodaj transkrypcję: kto co mówi i co ważnego widać, dla osób głuchoniewidomych "
        "i dla tych, którzy wolą czytać.",
        "en": "Add a transcript: who says what, and what matters in the picture, for people who "
        "are deafblind and for those who would rather read.",
    },
)
KINDS = (NO_TRANSCRIPT,)


def check(context: Context) -> Iterator[Finding]:
    """Clips in which somebody speaks have a transcript in each language (WCAG 2.2, 1.2.8)."""
    for clip, node in context.each(Clip):
        if clip.languages_spoken:
            for language in context.story.languages:
                if not clip.transcript.get(language, "").strip():
                    place = replace(below(node.place, ".transcript"), language=language)
                    yield NO_TRANSCRIPT.at(place, language=language)
