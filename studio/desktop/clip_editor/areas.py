"""Places on the picture by name: hotspots of choices, and concealments of the clip."""

from __future__ import annotations

from dataclasses import dataclass

from studio.desktop.language import in_language
from studio.story.model import Area, Choice, Concealment, Decision, Scene

_CHOICE, _CONCEALED = "choice/", "concealed/"


@dataclass(frozen=True)
class PictureArea:
    """A place that is or can be on the picture; times in seconds of the file.

    ``area`` is None for a choice that is no hotspot yet; ``end`` None lasts to the file's end.
    """

    name: str
    words: str
    area: Area | None
    start: float
    end: float | None
    conceals: bool = False
    manner: str = ""


def choice_name(choice_id: str) -> str:
    """The name of a choice's place."""
    return _CHOICE + choice_id


def concealed_name(index: int) -> str:
    """The name of a concealed place."""
    return f"{_CONCEALED}{index}"


def choice_of_name(name: str) -> str | None:
    """The choice that has this name, if it is a choice's."""
    return name.removeprefix(_CHOICE) if name.startswith(_CHOICE) else None


def index_of_name(name: str) -> int | None:
    """Which of the concealments has this name, if it is one's."""
    return int(name.removeprefix(_CONCEALED)) if name.startswith(_CONCEALED) else None


def concealments_of(scene: Scene) -> tuple[Concealment, ...]:
    """What the scene's clip conceals."""
    treatment = scene.clip.treatment if scene.clip is not None else None
    return treatment.concealments if treatment is not None else ()


def areas_of(scene: Scene, language: str, concealed_words: str) -> list[PictureArea]:
    """Every place of the scene, choices first; ``concealed_words`` has a place for ``{number}``."""
    begin = float(scene.clip.footage.mark_in) if scene.clip is not None else 0.0
    choices = scene.then.choices if isinstance(scene.then, Decision) else ()
    areas = [_of_choice(choice, begin, language) for choice in choices]
    for index, each in enumerate(concealments_of(scene)):
        end = None if each.end is None else float(each.end)
        words = concealed_words.format(number=index + 1)
        areas.append(
            PictureArea(
                concealed_name(index), words, each.area, float(each.start), end, True, each.manner
            )
        )
    return areas


def _of_choice(choice: Choice, begin: float, language: str) -> PictureArea:
    words = in_language(choice.text, language, choice.id)
    region = choice.region
    if region is None:
        return PictureArea(choice_name(choice.id), words, None, begin, None)
    end = None if region.closes is None else begin + float(region.closes)
    start = begin + float(region.opens)
    return PictureArea(choice_name(choice.id), words, region.area, start, end)
