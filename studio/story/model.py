"""The story: immutable structs, exactly as they stand in ``story.json`` (format version 1).

Every struct is frozen; an edit makes a new :class:`Story` that shares what did not change.
Times are seconds from the start of the *trimmed* clip unless a docstring says otherwise; places
on the picture are fractions of its width and height (0 to 1, origin top left).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT = "scenario-studio-story"
VERSION = 1

Slug = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9][a-z0-9_-]*$",
        max_length=80,
        description="Stable, readable identifier; never renumbered.",
    ),
]
LanguageTag = Annotated[
    str,
    Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47, e.g. pl or en."),
]
Text = Annotated[
    Mapping[str, str], Meta(description="Language tag to plain text, e.g. {'pl': …, 'en': …}.")
]
RichText = Annotated[
    Mapping[str, str],
    Meta(description="Language tag to light Markdown: bold, italic, lists, links. Never HTML."),
]
RelativePath = Annotated[
    str, Meta(min_length=1, description="Path below the story's folder, with forward slashes.")
]
# Bounds keep every sum exact in double precision, so that Python and JavaScript agree.
Number = (
    Annotated[int, Meta(ge=-1_000_000_000, le=1_000_000_000)]
    | Annotated[float, Meta(ge=-1_000_000_000.0, le=1_000_000_000.0)]
)
Seconds = Annotated[int, Meta(ge=0, le=360_000)] | Annotated[float, Meta(ge=0.0, le=360_000.0)]
Fraction = Annotated[int, Meta(ge=0, le=1)] | Annotated[float, Meta(ge=0.0, le=1.0)]
Coordinate = (
    Annotated[int, Meta(ge=-10_000_000, le=10_000_000)]
    | Annotated[float, Meta(ge=-10_000_000.0, le=10_000_000.0)]
)
Value = bool | Number | str
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$")]


class Base(Struct, frozen=True, omit_defaults=True, forbid_unknown_fields=True):
    """Common options: immutable, compact in the file, and strict about unknown fields."""


# --- Variables, conditions, effects ---------------------------------------------------------


class NumberVariable(Base, frozen=True, tag="number", tag_field="kind"):
    """A number, kept between ``minimum`` and ``maximum`` (inclusive) by every effect."""

    id: Slug
    initial: Number = 0
    minimum: Number | None = None
    maximum: Number | None = None
    name: Text = {}


class FlagVariable(Base, frozen=True, tag="flag", tag_field="kind"):
    """True or false."""

    id: Slug
    initial: bool = False
    name: Text = {}


class TextVariable(Base, frozen=True, tag="text", tag_field="kind"):
    """One of a fixed list of options; the options are identifiers, named per language."""

    id: Slug
    options: Annotated[tuple[Slug, ...], Meta(min_length=1)]
    initial: Slug
    name: Text = {}
    option_names: Mapping[str, Text] = {}


Variable = NumberVariable | FlagVariable | TextVariable

Operator = Literal["=", "!=", "<", "<=", ">", ">="]


class Comparison(Base, frozen=True, tag="compare", tag_field="if"):
    """``variable operator value``; order operators are for numbers only."""

    variable: Slug
    operator: Operator
    value: Value


class ScoreComparison(Base, frozen=True, tag="score", tag_field="if"):
    """The score so far, overall or of one competence, against a number."""

    operator: Operator
    value: Number
    competence: Slug | None = None


class Visited(Base, frozen=True, tag="visited", tag_field="if"):
    """True once the scene has been entered (the scene that is being played counts)."""

    scene: Slug


class Chosen(Base, frozen=True, tag="chosen", tag_field="if"):
    """True once the choice has been taken and not withdrawn by trying again."""

    scene: Slug
    choice: Slug


class Noticed(Base, frozen=True, tag="noticed", tag_field="if"):
    """True once the indicator has been noticed."""

    indicator: Slug


class AllOf(Base, frozen=True, tag="all", tag_field="if"):
    """True if every condition is true; an empty list is true."""

    conditions: tuple[Condition, ...]


class AnyOf(Base, frozen=True, tag="any", tag_field="if"):
    """True if some condition is true; an empty list is false."""

    conditions: tuple[Condition, ...]


class Not(Base, frozen=True, tag="not", tag_field="if"):
    """True if the condition is false."""

    condition: Condition


Condition = Comparison | ScoreComparison | Visited | Chosen | Noticed | AllOf | AnyOf | Not


class SetVariable(Base, frozen=True, tag="set", tag_field="do"):
    """Give the variable a value."""

    variable: Slug
    value: Value


class AddToVariable(Base, frozen=True, tag="add", tag_field="do"):
    """Add to a number variable (a negative amount takes away)."""

    variable: Slug
    amount: Number


class NoticeIndicator(Base, frozen=True, tag="notice", tag_field="do"):
    """Mark the indicator as noticed."""

    indicator: Slug


Effect = SetVariable | AddToVariable | NoticeIndicator


# --- Footage --------------------------------------------------------------------------------


class Area(Base, frozen=True):
    """A rectangle or ellipse (the one inscribed in the rectangle) on the picture."""

    x: Fraction
    y: Fraction
    width: Fraction
    height: Fraction
    shape: Literal["rectangle", "ellipse"] = "rectangle"


class Concealment(Base, frozen=True):
    """A region blurred or pixelated from ``start`` to ``end`` to protect a person shown."""

    area: Area
    start: Seconds = 0
    end: Seconds | None = None
    manner: Literal["blur", "pixelate"] = "blur"


class Treatment(Base, frozen=True):
    """Non-destructive changes made to footage when it is encoded."""

    fit: Literal["pad", "crop"] = "pad"
    fade_in: Seconds = 0
    fade_out: Seconds = 0
    freeze_end: Seconds = 0
    mute: bool = False
    loudness: bool = True
    voice_pitch: Annotated[float, Meta(ge=0.5, le=2.0)] | None = None
    concealments: tuple[Concealment, ...] = ()
    burn_captions: bool = False
    seamless_loop: bool = False
    camera: Literal["still", "zoom_in", "zoom_out", "pan_left", "pan_right"] = "still"


class Footage(Base, frozen=True):
    """A media file with in and out points, in seconds of the source file.

    ``audio`` is a second file whose sound replaces the first one's (a dub).
    """

    file: RelativePath
    mark_in: Seconds = 0
    mark_out: Seconds | None = None
    audio: RelativePath | None = None


class Clip(Base, frozen=True):
    """What is shown in a scene: footage, and footage of its own for dubbed languages."""

    footage: Footage
    dubbed: Mapping[str, Footage] = {}
    captions: Mapping[str, RelativePath] = {}
    described: Mapping[str, Footage] = {}
    """Per language, an alternative with audio description."""
    transcript: RichText = {}
    poster: Seconds | None = None
    treatment: Treatment | None = None
    profile: str | None = None
    languages_spoken: tuple[LanguageTag, ...] = ()
    """Languages heard in the footage; empty when nobody speaks."""


class Card(Base, frozen=True):
    """A still or text that stands in for a clip; ``seconds`` None means by reading speed."""

    text: RichText = {}
    image: RelativePath | None = None
    image_description: Text = {}
    seconds: Seconds | None = None
    narration: Mapping[str, RelativePath] = {}


# --- Decisions ------------------------------------------------------------------------------


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


# --- Scenes and what surrounds them ----------------------------------------------------------


class Position(Base, frozen=True, omit_defaults=False):
    """Where the author put the scene on the map, in canvas units (pixels at 1:1)."""

    x: Coordinate = 0
    y: Coordinate = 0


class ContentNote(Base, frozen=True):
    """Shown before a hard scene; ``summary`` takes the scene's place when it is skipped."""

    text: RichText
    summary: RichText = {}


class Sighting(Base, frozen=True):
    """An indicator that can be noticed in the scene between two times."""

    indicator: Slug
    start: Seconds = 0
    end: Seconds | None = None


class Discussion(Base, frozen=True):
    """A question for the workshop, with time to talk about it."""

    question: Text
    seconds: Seconds | None = None


class Scene(Base, frozen=True):
    """One node of the graph: a clip or a card, then a decision, a way on, or an ending.

    ``then`` None means that the author has not decided yet; a check reports it.
    """

    id: Slug
    title: Text = {}
    position: Position = Position()
    chapter: Slug | None = None
    tags: tuple[str, ...] = ()
    clip: Clip | None = None
    card: Card | None = None
    then: Continuation | None = None
    effects: tuple[Effect, ...] = ()
    """Carried out each time the scene is entered."""
    content_note: ContentNote | None = None
    hard: bool = False
    indicators: tuple[Sighting, ...] = ()
    script: Text = {}
    notes: str = ""
    discussion: tuple[Discussion, ...] = ()


class Chapter(Base, frozen=True):
    """A named group of scenes."""

    id: Slug
    title: Text = {}
    colour: Colour | None = None
    collapsed: bool = False


class Indicator(Base, frozen=True):
    """A sign of trafficking that can be noticed."""

    id: Slug
    name: Text = {}
    description: RichText = {}
    resources: tuple[Slug, ...] = ()


class Competence(Base, frozen=True):
    """What is trained; ``pass_mark`` is in points of this competence."""

    id: Slug
    name: Text = {}
    description: RichText = {}
    pass_mark: Number | None = None


class Resource(Base, frozen=True):
    """A procedure, phone number, document or link; ``help`` puts it under "where to get help"."""

    id: Slug
    title: Text = {}
    description: RichText = {}
    file: Mapping[str, RelativePath] = {}
    link: Text = {}
    phone: str | None = None
    help: bool = False


class GlossaryEntry(Base, frozen=True):
    """A term and its meaning."""

    id: Slug
    term: Text
    meaning: RichText = {}


class StickyNote(Base, frozen=True):
    """A note on the map, for authors only."""

    id: Slug
    text: str = ""
    position: Position = Position()
    width: Coordinate = 220
    height: Coordinate = 140
    colour: Colour | None = None


class Waiver(Base, frozen=True):
    """A finding that the author accepts, with the reason."""

    code: str
    reason: str
    scene: Slug | None = None
    choice: Slug | None = None
    language: LanguageTag | None = None


class Theme(Base, frozen=True):
    """The film's own look; None keeps the player's default."""

    accent: Colour | None = None
    background: Colour | None = None
    foreground: Colour | None = None
    logo: RelativePath | None = None
    logo_description: Text = {}
    font: RelativePath | None = None


class Settings(Base, frozen=True):
    """How the film behaves for trainees."""

    frame_width: Annotated[int, Meta(ge=64, le=7680)] = 1280
    frame_height: Annotated[int, Meta(ge=64, le=4320)] = 720
    profile: str = "everywhere"
    loudness: Annotated[float, Meta(ge=-40.0, le=-5.0)] = -16.0
    """Integrated loudness target in LUFS."""
    pass_mark: Number | None = None
    reveal_map: Literal["never", "seen", "after_success", "always"] = "seen"
    """What of the scenes not seen the debrief's map shows."""
    seek: Literal["never", "seen", "always"] = "seen"
    certificate: bool = False
    quick_exit: bool = True


class Story(Base, frozen=True, dict=True):
    """The whole authored work. ``languages[0]`` is the language it is written in."""

    format: Literal["scenario-studio-story"]
    version: Literal[1]
    id: Slug
    title: Text
    languages: Annotated[tuple[LanguageTag, ...], Meta(min_length=1)]
    start: Slug | None = None
    description: RichText = {}
    authors: tuple[str, ...] = ()
    licence: str = ""
    content_note: RichText = {}
    settings: Settings = Settings()
    theme: Theme = Theme()
    variables: tuple[Variable, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    competences: tuple[Competence, ...] = ()
    resources: tuple[Resource, ...] = ()
    glossary: tuple[GlossaryEntry, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    sticky_notes: tuple[StickyNote, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    scenes: tuple[Scene, ...] = ()

    @cached_property
    def scene_by_id(self) -> Mapping[str, Scene]:
        """Scenes by id; of two scenes with one id (a finding) the first wins."""
        return {scene.id: scene for scene in reversed(self.scenes)}

    @cached_property
    def variable_by_id(self) -> Mapping[str, Variable]:
        """Variables by id."""
        return {variable.id: variable for variable in reversed(self.variables)}

    @property
    def source_language(self) -> str:
        """The language the story is written in."""
        return self.languages[0]


def new_story(story_id: str, title: Text, languages: tuple[str, ...]) -> Story:
    """An empty story in the current format version."""
    return Story(format=FORMAT, version=VERSION, id=story_id, title=title, languages=languages)


def targets(scene: Scene) -> tuple[str, ...]:
    """Ids of the scenes that can follow ``scene`` on the bare graph, in the author's order.

    A choice to stay adds nothing; ids are not checked for existence.
    """
    match scene.then:
        case Decision(choices=choices):
            return tuple(choice.target for choice in choices if choice.target is not None)
        case Next(target=target, branches=branches):
            conditional = tuple(branch.target for branch in branches)
            return conditional if target is None else (*conditional, target)
        case _:
            return ()


def choice_of(scene: Scene, choice_id: str) -> Choice | None:
    """The scene's choice of that id, or None."""
    if not isinstance(scene.then, Decision):
        return None
    return next((choice for choice in scene.then.choices if choice.id == choice_id), None)
