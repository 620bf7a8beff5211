"""Is there time to read prompt and answers before the time limit takes one?"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.numbers.times import clip_seconds, deciding_seconds, window_seconds
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Decision

TOO_SHORT = FindingKind(
    code="TM001",
    name="answer-window-too-short",
    severity="warning",
    message={
        "pl": "W scenie „{scene}” jest {window} s na odpowiedź, a samo przeczytanie pytania "
        "i odpowiedzi (język „{language}”) zajmuje około {needed} s.",
        "en": "The scene “{scene}” leaves {window} s to answer, but only reading prompt and "
        "answers (in “{language}”) takes about {needed} s.",
    },
    remedy={
        "pl": "Wydłuż limit czasu albo skróć odpowiedzi.",
        "en": "Give more time, or shorten the answers.",
    },
)
KINDS = (TOO_SHORT,)


def check(context: Context) -> Iterator[Finding]:
    """The window of each decision is at least the reading time, in every language.

    The reading speed is an average reader's, see :mod:`studio.story.reading` for its source.
    """
    for scene, place in context.scenes:
        decision = scene.then
        if not isinstance(decision, Decision):
            continue
        for language in context.story.languages:
            length = None
            if scene.clip is not None:
                length = clip_seconds(scene.clip, language, context.clips)
            window = window_seconds(decision, length)
            needed = deciding_seconds(decision, language)
            if window is not None and window < needed:
                yield TOO_SHORT.at(
                    replace(below(place, ".then"), language=language),
                    scene=scene.id,
                    window=f"{window:.1f}",
                    needed=f"{needed:.1f}",
                    language=language,
                )
