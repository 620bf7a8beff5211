"""The result file, version 1: one trainee's attempt. ``docs/result-format.md`` describes it.

The player writes it (``exporters/web/player/src/result.js``), to a place the trainee chooses;
nothing is sent anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec
from msgspec import Struct

from studio.story.model import Number, Seconds, Slug

FORMAT = "scenario-studio-result"
VERSION = 1

Verdict = Literal["right", "acceptable", "wrong"]
Outcome = Literal["success", "partial", "failure", "neutral"]


class ResultFilm(Struct, frozen=True):
    """The film that was played: the story's id, its version's hash, the title that was shown."""

    id: str
    hash: str
    title: str


class Branch(Struct, frozen=True):
    """The attempt left another one after so many of its actions."""

    attempt: str
    actions: int


class ResultAttempt(Struct, frozen=True):
    """The attempt. ``name`` is null unless the trainee typed one; times are ISO 8601 in UTC.

    ``seconds`` is the time the film ran, pauses left out; ``resumed`` how often it was taken up
    again; ``from`` names another attempt that this one left to try another way.
    """

    id: str
    name: str | None
    started: str
    saved: str
    seconds: Seconds
    language: str
    finished: bool
    resumed: int
    branch: Branch | None = msgspec.field(name="from")


class ResultEnding(Struct, frozen=True):
    """The ending that was reached."""

    scene: Slug
    outcome: Outcome


class EnteredScene(Struct, frozen=True):
    """A scene that was entered, ``at`` seconds of the attempt."""

    scene: Slug
    at: Seconds


class TakenChoice(Struct, frozen=True):
    """A choice in the order taken: ``at`` seconds of the attempt, after ``seconds`` of thought.

    ``timeout``: the time limit chose. ``withdrawn``: the trainee tried again afterwards.
    ``extended``: the trainee gave themselves more time in this scene.
    """

    scene: Slug
    choice: Slug
    verdict: Verdict | None
    score: Number
    competences: Mapping[str, Number]
    at: Seconds
    seconds: Seconds
    timeout: bool
    withdrawn: bool
    extended: bool


class Points(Struct, frozen=True):
    """Points against the author's mark; ``passed`` is null without a mark."""

    points: Number
    pass_mark: Number | None
    passed: bool | None


class CompetencePoints(Struct, frozen=True):
    """Points of one competence."""

    id: Slug
    points: Number
    pass_mark: Number | None
    passed: bool | None


class MetIndicator(Struct, frozen=True):
    """An indicator that was there to be noticed on the way."""

    id: Slug
    noticed: bool


class TimeLimits(Struct, frozen=True):
    """In how many scenes time was extended, and whether limits were switched off."""

    extended: int
    off: bool


class ClipProblem(Struct, frozen=True):
    """A clip that could not be played; the scene went on as a card."""

    scene: Slug
    language: str
    what: str


class DoneAction(Struct, frozen=True, omit_defaults=True):
    """One action of the engine (``studio/story/play.py``), ``at`` seconds of the attempt."""

    action: Literal["open", "finish", "choose", "timeout", "proceed", "retry"]
    at: Seconds = 0
    choice: Slug | None = None


class Result(Struct, frozen=True):
    """One attempt. ``actions`` from the start are enough to play it again or go on with it."""

    format: Literal["scenario-studio-result"]
    version: Literal[1]
    film: ResultFilm
    attempt: ResultAttempt
    ending: ResultEnding | None
    scenes: tuple[EnteredScene, ...]
    choices: tuple[TakenChoice, ...]
    score: Points
    competences: tuple[CompetencePoints, ...]
    indicators: tuple[MetIndicator, ...]
    time_limits: TimeLimits
    problems: tuple[ClipProblem, ...]
    actions: tuple[DoneAction, ...]


def decode_result(data: bytes) -> Result:
    """The result of a file's bytes.

    Raises :class:`msgspec.DecodeError` for bytes that are no JSON and its subclass
    :class:`msgspec.ValidationError`, naming the place, for JSON that is no result.
    """
    return msgspec.json.decode(data, type=Result)
