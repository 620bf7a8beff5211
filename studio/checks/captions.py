"""Can a trainee who does not hear follow what is said?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Clip

NO_CAPTIONS = FindingKind(
    code="TX003",
    name="speech-without-captions",
    severity="warning",
    message={
        "pl": "W ujęciu słychać mowę, a brakuje napisów w języku „{language}”.",
        "en": "Somebody speaks in the clip, and it has no captions in “{language}”.",
    },
    remedy={
        "pl": "Dodaj plik napisów WebVTT lub SRT w tym języku.",
        "en": "Add a WebVTT or SRT caption file in this language.",
    },
)
KINDS = (NO_CAPTIONS,)


def check(context: Context) -> Iterator[Finding]:
    """Clips in which somebody speaks have captions in each language of the story."""
    for clip, node in context.each(Clip):
        if clip.languages_spoken:
            for language in context.story.languages:
                if language not in clip.captions:
                    place = replace(below(node.place, ".captions"), language=language)
                    yield NO_CAPTIONS.at(place, language=language)
