"""Is a clip that is dubbed dubbed for everybody?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Clip

NO_DUB = FindingKind(
    code="TX009",
    name="dub-missing-in-language",
    severity="warning",
    message={
        "pl": "Ujęcie ma wersję w języku „{dubbed}”, a nie ma jej w języku „{language}”.",
        "en": "The clip has a version in “{dubbed}” and none in “{language}”.",
    },
    remedy={
        "pl": "Dodaj wersję w tym języku albo zaznacz, że słychać go w samym ujęciu.",
        "en": "Add a version in this language, or mark it as spoken in the footage itself.",
    },
)
KINDS = (NO_DUB,)


def check(context: Context) -> Iterator[Finding]:
    """A clip with a dub has one for each language of the story that its footage does not speak.

    Footage of which nothing is said speaks the language that the story is written in.
    """
    story = context.story
    for clip, node in context.each(Clip):
        if not clip.dubbed:
            continue
        heard = {*(clip.languages_spoken or (story.source_language,)), *clip.dubbed}
        for language in story.languages:
            if language not in heard:
                place = replace(below(node.place, ".dubbed"), language=language)
                yield NO_DUB.at(place, language=language, dubbed=", ".join(clip.dubbed))
