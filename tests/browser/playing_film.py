"""A film of numbered clips that uses every way of playing: notices, waiting and feedback clips.

``watch`` (a decision over the running picture with signs to notice) leads to ``ask`` (a waiting
clip, shuffled choices, feedback clips, a time limit), that to one of two endings.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from exporters.web.words import player_words
from tests.browser import numbered_film, small_film, walker
from tests.browser.small_film import (
    choice,
    clip_media,
    decision,
    ending,
    feedback,
    rich,
    scene,
    text,
)

LENGTH = 3.0
"""Seconds of the clips ``n0`` to ``n11``."""


def region(x: float, opens: float = 0, closes: float | None = None) -> dict[str, Any]:
    """A place on the picture."""
    area = {"x": x, "y": 0.3, "width": 0.2, "height": 0.3, "shape": "rectangle"}
    return {"area": area, "opens": opens, "closes": closes}


def both(clip: str) -> dict[str, Any]:
    """The clip in both languages."""
    return {"pl": clip_media(clip, LENGTH), "en": clip_media(clip, LENGTH)}


def film(**settings: Any) -> dict[str, Any]:
    """The film; ``settings`` replace the film's own."""
    base = small_film.film()
    signs = [
        choice(
            "documents",
            text("Dokumenty trzyma kierowca", "The driver holds the documents"),
            None,
            region=region(0.1),
            effects=[{"do": "notice", "indicator": "documents"}],
            once=True,
        ),
        choice(
            "silence",
            text("Ktoś odpowiada za nią", "Someone answers for her"),
            None,
            region=region(0.6, opens=1.5, closes=2.4),
            effects=[{"do": "notice", "indicator": "silence"}],
            once=True,
        ),
        choice("on", text("Dalej", "Go on"), "ask", offered=False),
    ]
    told = feedback(rich("Oddycha z ulgą.", "She breathes out."), rich("Bo tak.", "Because."))
    answers = [
        choice(
            "alone",
            text("Porozmawiaj na osobności", "Talk to her alone"),
            "won",
            verdict="right",
            feedback=told | {"media": both("n5"), "captions": {"en": [[0, 3, "A sigh."]]}},
        ),
        choice("wait", text("Poczekaj", "Wait"), "lost"),
        choice("leave", text("Odejdź", "Walk away"), "lost"),
        choice("late", text("Cisza", "Silence"), "lost", offered=False),
    ]
    scenes = [
        scene(
            "watch",
            text("Przyjazd", "Arrival"),
            decision(
                text("Na co zwracasz uwagę?", "What do you notice?"),
                signs,
                opens=0.2,
                while_waiting="continue",
                on_timeout="on",
                hint_after=0.5,
            ),
            "n1",
            chapter="first",
            captions={"pl": [[0, 3, "Dzień dobry."]], "en": [[0, 3, "Good morning."]]},
        ),
        scene(
            "ask",
            text("Pytanie", "The question"),
            decision(
                text("Co robisz?", "What do you do?"),
                answers,
                while_waiting="loop",
                loop=clip_media("n3", LENGTH),
                shuffle=True,
                time_limit=30,
                on_timeout="late",
            ),
            "n2",
            chapter="second",
        ),
        scene("won", text("Koniec", "End"), ending("success", text("Udało się", "Done")), "n6"),
        scene(
            "lost", text("Koniec", "End"), ending("failure", text("Za mało", "Too little")), "n7"
        ),
    ]
    for each in scenes:
        for language in each["media"]:
            each["media"][language] = each["media"][language] | {"seconds": LENGTH}
    scenes[0]["media"]["en"] = clip_media("n8", LENGTH)
    scenes[0]["described"] = {"en": clip_media("n9", LENGTH)}
    return base | {
        "id": "playing",
        "start": "watch",
        "content_note": small_film.NOTHING,
        "settings": base["settings"] | settings,
        "chapters": [
            {"id": "first", "title": text("Granica", "The border")},
            {"id": "second", "title": text("Rozmowa", "The talk")},
        ],
        "scenes": scenes,
    }


def with_arabic(film_: dict[str, Any]) -> dict[str, Any]:
    """The film with a third language, written from right to left."""
    added = _translated(film_)
    words = film_["words"] | {"ar": player_words("ar")}
    return added | {"languages": ["pl", "en", "ar"], "words": words}


def _translated(value: Any) -> Any:
    if isinstance(value, list):
        return [_translated(each) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) == {"pl", "en"}:
        arabic = "ماذا ستفعل الآن؟" if isinstance(value["en"], str) else value["en"]
        return value | {"ar": arabic}
    return {key: _translated(each) for key, each in value.items()}


HOSTILE = '<img src=x onerror="window.hacked=1"></script><b>&amp;{name}${1}'
"""A text that every careless way of showing it would turn into something else."""


def with_hostile_texts(value: Any) -> Any:
    """The film with the hostile text after every text of the author's."""
    if isinstance(value, list):
        return [with_hostile_texts(each) for each in value]
    if not isinstance(value, dict):
        return value
    if set(value) <= {"pl", "en"} and value:
        return {
            key: f"{each} {HOSTILE}" if isinstance(each, str) else _blocks(each)
            for key, each in value.items()
        }
    kept = {key: each for key, each in value.items() if key in ("words", "theme")}
    return {key: with_hostile_texts(each) for key, each in value.items()} | kept


def _blocks(blocks: Any) -> Any:
    if isinstance(blocks, list) and blocks and isinstance(blocks[0], list):
        if isinstance(blocks[0][0], int | float):
            return [[start, end, f"{words} {HOSTILE}"] for start, end, words in blocks]
        return [[*block, ["a", "javascript:window.hacked=1", HOSTILE]] for block in blocks]
    return blocks


def build(folder: Any, film_: dict[str, Any] | None = None) -> Any:
    """Write the film with clips of :data:`LENGTH` seconds. Returns the folder."""
    (folder / "media").mkdir(parents=True)
    for clip in range(numbered_film.CLIPS):
        numbered_film.make_numbered_clip(folder / "media" / f"n{clip}.mp4", clip, LENGTH)
    small_film.write_player(folder, film_ or film())
    return folder


def start(page: Page, folder: Path, film_: Any = None, *, speed: float = 1) -> None:
    """Write the film, open it, start it in English."""
    small_film.write_player(folder, film_ or film())
    page.goto(f"{walker.file_address(folder)}index.html#speed={speed}")
    walker.begin(page, "en", "mouse")


def to_question(page: Page) -> None:
    """On to the second scene's decision."""
    page.wait_for_selector("html[data-scene=ask][data-phase=deciding]")
