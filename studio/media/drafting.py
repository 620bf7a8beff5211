"""Draft captions: the words of a scene's script, laid over the speech that is heard in its clip.

The script is cut into sentences and these into captions that can be read. Speech is shared out
among them by their length, and wherever a caption would end near a pause it ends there. What
comes out wants looking at: nobody has listened.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from studio.media.captions import Cue
from studio.media.cue_edits import (
    CHARACTERS_PER_SECOND,
    CUE_CHARACTERS,
    LONGEST_SECONDS,
    SHORTEST_SECONDS,
    pieces,
    speaking_weight,
    wrapped,
)
from studio.story.clip_facts import Span
from studio.story.reading import plain_words

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’»)]*\s+(?=[^\s])")
_DIRECTION = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_SPEAKER = re.compile(r"([^:]{1,30}):\s+")
_NEAR_A_PAUSE = 0.45
"""How far a caption's end may be moved to a pause, as a share of the shorter neighbour."""
_GAP_SECONDS = 0.08
_LINGERING_SECONDS = 0.4


def caption_texts(script: str) -> list[str]:
    """What each caption says: sentences of one speaker together as far as they fit.

    Directions in brackets are left out; who speaks (``Name: words``) is named where that changes.
    """
    texts: list[str] = []
    speaker = ""
    for line in script.splitlines():
        words = " ".join(_DIRECTION.sub(" ", plain_words(line)).split())
        named = _SPEAKER.match(words)
        if named is not None and named[1] == speaker:
            words = words[named.end() :]
        speaker = named[1] if named is not None else ""
        together = ""
        for sentence in _SENTENCE_END.split(words):
            both = f"{together} {sentence}".strip()
            if together and len(both) > CUE_CHARACTERS:
                texts.append(together)
                both = sentence
            together = both
        if together:
            texts.append(together)
    return [piece for text in texts for piece in pieces(text, CUE_CHARACTERS)]


def draft(script: str, speech: Sequence[Span], seconds: float) -> list[Cue]:
    """Captions for the script over a clip of that length; times in seconds of the clip.

    Without speech they follow one another as fast as they can be read.
    """
    texts = caption_texts(script)
    if not texts or seconds <= 0:
        return []
    spans = [(max(0.0, start), min(seconds, end)) for start, end in speech]
    spans = [(start, end) for start, end in spans if end > start]
    if not spans:
        needed = sum(max(SHORTEST_SECONDS, len(text) / CHARACTERS_PER_SECOND) for text in texts)
        spans = [(0.0, min(seconds, needed))]
    return _readable(_aligned(texts, spans), seconds)


def _aligned(texts: Sequence[str], spans: Sequence[Span]) -> list[Cue]:
    """Each text over its share of the speech, from pause to pause where one is near."""
    clock = _Clock(spans)
    weights = [speaking_weight(text) for text in texts]
    cues: list[Cue] = []
    begin = 0.0
    for number, text in enumerate(texts):
        last = number + 1 == len(texts)
        each = (clock.total - begin) / sum(weights[number:])
        end = clock.total if last else begin + each * weights[number]
        if not last:
            shorter = each * min(weights[number], weights[number + 1])
            pause = clock.nearest_pause(end)
            if pause is not None and abs(pause - end) <= _NEAR_A_PAUSE * shorter and pause > begin:
                end = pause
        cues.append(Cue(clock.from_right(begin), clock.from_left(end), text))
        begin = end
    return cues


class _Clock:
    """Turns seconds of speech (pauses left out) into seconds of the clip."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._begins = [0.0]
        for start, end in spans:
            self._begins.append(self._begins[-1] + end - start)
        self.total = self._begins[-1]

    def nearest_pause(self, speech: float) -> float | None:
        inner = self._begins[1:-1]
        return min(inner, key=lambda pause: abs(pause - speech), default=None)

    def from_right(self, speech: float) -> float:
        """The time at which speech goes on after so many seconds of it."""
        index = min(bisect_right(self._begins, speech + 1e-6) - 1, len(self._spans) - 1)
        return self._spans[index][0] + speech - self._begins[index]

    def from_left(self, speech: float) -> float:
        """The time at which so many seconds of speech are over."""
        index = max(0, bisect_left(self._begins, speech - 1e-6) - 1)
        return self._spans[index][0] + speech - self._begins[index]


def _readable(cues: Sequence[Cue], seconds: float) -> list[Cue]:
    """Each caption stays a little after the words, and long enough to be read if there is room."""
    result: list[Cue] = []
    for number, cue in enumerate(cues):
        room = cues[number + 1].start - _GAP_SECONDS if number + 1 < len(cues) else seconds
        needed = max(SHORTEST_SECONDS, len(cue.text) / CHARACTERS_PER_SECOND)
        wanted = max(cue.end + _LINGERING_SECONDS, cue.start + needed)
        wanted = min(wanted, max(cue.end, cue.start + LONGEST_SECONDS))
        end = max(min(wanted, room), min(cue.end, room), cue.start + _GAP_SECONDS)
        result.append(Cue(round(cue.start, 3), round(end, 3), wrapped(cue.text)))
    return result
