"""What follows a clip: a decision with its choices, a way on, or an ending."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from studio.story.model.base import Base, Number, RelativePath, RichText, Seconds, Slug, Text
from studio.story.model.footage import Area, Clip, Footage
from studio.story.model.logic import Condition, Effect


class Region(Base, frozen=True):
    """The part of the picture that is a hotspot, and when it can be clicked."""

    area: Area
    opens: Seconds = 0
    closes: Seconds | None = None


class Feedback(Base, frozen=True):
    """What the trainee is told about a choice, at once or at the debrief."""

    text: RichText = {}
    why: RichText = {}
    when: Literal["at_once", "debrief"] = "at_once"
    clip: Clip | None = None
    image: RelativePath | None = None
    image_description: Text = {}
    resources: tuple[Slug, ...] = ()


class Choice(Base, frozen=True):
    """One answer of a decision; with a ``region`` it is a hotspot.

    ``target`` None means stay in the decision. ``offered`` False keeps the choice off the
    screen: it can only be taken by the time limit (silence as an answer).
    """

    id: Slug
    text: Text = {}
    region: Region | None = None
    condition: Condition | None = None
    when_unavailable: Literal["hide", "disable"] = "hide"
    unavailable_reason: Text = {}
    effects: tuple[Effect, ...] = ()
    score: Number = 0
    competences: Mapping[str, Number] = {}
    verdict: Literal["right", "acceptable", "wrong"] | None = None
    feedback: Feedback | None = None
    target: Slug | None = None
    once: bool = False
    offered: bool = True
    notes: str = ""


class Decision(Base, frozen=True, tag="decision", tag_field="kind"):
    """The moment at which the trainee may act.

    ``opens`` None means at the end of the clip. While waiting the picture holds its last frame,
    loops (``loop`` footage or the clip from ``opens`` on), or continues; a decision that
    continues and has ``on_timeout`` closes when the clip ends.
    """

    choices: tuple[Choice, ...] = ()
    prompt: Text = {}
    opens: Seconds | None = None
    time_limit: Seconds | None = None
    on_timeout: Slug | None = None
    while_waiting: Literal["hold", "loop", "continue"] = "hold"
    loop: Footage | None = None
    on_choice: Literal["cut", "play_out"] = "cut"
    retry: bool = False
    shuffle: bool = False
    hint_after: Seconds | None = None


class ConditionalTarget(Base, frozen=True):
    """A way on that is taken when its condition holds."""

    condition: Condition
    target: Slug


class Next(Base, frozen=True, tag="next", tag_field="kind"):
    """One way on: the first conditional target whose condition holds, else ``target``."""

    target: Slug | None = None
    branches: tuple[ConditionalTarget, ...] = ()


class Ending(Base, frozen=True, tag="ending", tag_field="kind"):
    """The scene ends the film, with an outcome and a debrief."""

    outcome: Literal["success", "partial", "failure", "neutral"] = "neutral"
    headline: Text = {}
    debrief: RichText = {}
    resources: tuple[Slug, ...] = ()


Continuation = Decision | Next | Ending
