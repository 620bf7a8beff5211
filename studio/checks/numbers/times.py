"""How long scenes, answers and feedback take, in seconds.

A scene takes the trimmed length of its clip where that is known, else the time of its card (or
of the card made of its script) by reading speed. An answer takes the time an average reader
needs for prompt and answers, at most the time limit. Content notes, debriefs and pauses that
trainees make are not counted.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from studio.checks.explore import Way
from studio.checks.explore.machine import PROCEED, Machine
from studio.checks.footage.lengths import footage_in, played_seconds
from studio.story.clip_facts import ClipFacts
from studio.story.model import Clip, Decision, Feedback, Scene
from studio.story.reading import card_seconds, plain_words, reading_seconds

Clips = Mapping[str, ClipFacts]


class Times(Struct, frozen=True):
    """Seconds in one language. ``watch`` is by scene number, ``cost`` by way number.

    ``watch`` counts from a scene's start until its decision opens or it is over; ``cost`` is
    the answer, its feedback, the rest of a clip that plays out, and ``watch`` of the scene that
    it enters. ``footage`` are the seconds of filmed clip in each scene. ``guessed`` are scenes
    with a clip of unknown length: their card or script stands in.
    """

    language: str
    watch: tuple[float, ...]
    cost: tuple[float, ...]
    answer: tuple[float, ...]
    footage: tuple[float, ...]
    guessed: tuple[str, ...]

    @property
    def start(self) -> float:
        """The seconds of the first scene."""
        return self.watch[0] if self.watch else 0.0


def times_of(machine: Machine, language: str, clips: Clips | None = None) -> Times:
    """The times of every scene and way that the bare graph reaches."""
    guessed: list[str] = []
    lengths: list[float] = []
    footage: list[float] = []
    for scene in machine.scenes:
        filmed = None if scene.clip is None else clip_seconds(scene.clip, language, clips)
        if scene.clip is not None and filmed is None:
            guessed.append(scene.id)
        lengths.append(stand_in_seconds(scene, language) if filmed is None else filmed)
        footage.append(filmed or 0.0)
    watch = tuple(
        _until_open(scene, length) for scene, length in zip(machine.scenes, lengths, strict=True)
    )
    answer = tuple(
        _answer(machine.scenes[way.scene], way, lengths[way.scene], language, clips)
        for way in machine.all_ways
    )
    cost = tuple(
        seconds + (watch[way.target] if way.enters and way.target >= 0 else 0.0)
        for seconds, way in zip(answer, machine.all_ways, strict=True)
    )
    return Times(language, watch, cost, answer, tuple(footage), tuple(guessed))


def clip_seconds(clip: Clip, language: str, clips: Clips | None) -> float | None:
    """The clip's trimmed length with its frozen end; None if nobody knows it."""
    seconds = played_seconds(footage_in(clip, language), clips)
    frozen = clip.treatment.freeze_end if clip.treatment is not None else 0
    return None if seconds is None else seconds + frozen


def stand_in_seconds(scene: Scene, language: str) -> float:
    """The time of the scene's card, or of the one made of its script."""
    card = scene.card
    if card is not None and card.seconds is not None:
        return float(card.seconds)
    text = card.text if card is not None and any(card.text.values()) else scene.script
    return card_seconds(plain_words(text.get(language) or next(iter(text.values()), "")))


def deciding_seconds(decision: Decision, language: str) -> float:
    """What an average reader needs for the prompt and the answers on screen."""
    words = [decision.prompt, *(choice.text for choice in decision.choices if choice.offered)]
    return sum(reading_seconds(text.get(language, ""), language) for text in words)


def window_seconds(decision: Decision, scene_seconds: float | None) -> float | None:
    """How long the trainee may think; None without end.

    A decision that continues and has a default closes with the clip, too.
    """
    if decision.on_timeout is None:
        return None
    limits = [] if decision.time_limit is None else [float(decision.time_limit)]
    if decision.while_waiting == "continue" and scene_seconds is not None:
        limits.append(max(0.0, scene_seconds - _opens(decision, scene_seconds)))
    return min(limits, default=None)


def feedback_seconds(feedback: Feedback, language: str, clips: Clips | None) -> float:
    """The feedback's clip, if its length is known, and the time to read it."""
    words = (plain_words(text.get(language, "")) for text in (feedback.text, feedback.why))
    reading = sum(reading_seconds(text, language) for text in words)
    filmed = clip_seconds(feedback.clip, language, clips) if feedback.clip is not None else None
    return reading + (filmed or 0.0)


def _opens(decision: Decision, length: float) -> float:
    return length if decision.opens is None else min(float(decision.opens), length)


def _until_open(scene: Scene, length: float) -> float:
    return _opens(scene.then, length) if isinstance(scene.then, Decision) else length


def _answer(scene: Scene, way: Way, length: float, language: str, clips: Clips | None) -> float:
    decision = scene.then
    if not isinstance(decision, Decision) or way.choice is None:
        return 0.0
    window = window_seconds(decision, length)
    seconds = deciding_seconds(decision, language)
    if window is not None:
        seconds = window if way.timeout else min(seconds, window)
    if way.enters and decision.on_choice == "play_out":
        seconds = max(seconds, length - _opens(decision, length))
    if PROCEED in way.actions and way.choice.feedback is not None:
        seconds += feedback_seconds(way.choice.feedback, language, clips)
    return seconds
