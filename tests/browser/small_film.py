"""A small film written by hand: every part of the player that a trainee meets, in seconds."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import imageio_ffmpeg
from jinja2 import Environment, FileSystemLoader

from exporters.film_script import film_script
from exporters.folder import PLAYER_FILES
from exporters.web.words import player_words

WEB = Path(__file__).parents[2] / "exporters" / "web"
SECONDS = 2.5
PLACES = {
    "arrival": [0, 200],
    "talk": [320, 200],
    "look": [640, 100],
    "won": [960, 0],
    "lost": [640, 400],
    "broken": [960, 260],
}
"""Where each scene stands on the story's map."""


def text(polish: str, english: str) -> dict[str, str]:
    """A text in both languages."""
    return {"pl": polish, "en": english}


def rich(polish: str, english: str) -> dict[str, Any]:
    """A paragraph in both languages."""
    return {"pl": [["p", polish]], "en": [["p", english]]}


NOTHING: dict[str, Any] = {"pl": [], "en": []}


def clip_media(clip: str, seconds: float = SECONDS) -> dict[str, Any]:
    """One clip of the folder ``media``."""
    return {
        "src": f"media/{clip}.mp4",
        "type": "video/mp4",
        "seconds": seconds,
        "poster": None,
        "card": False,
    }


def told(clip: str) -> dict[str, Any]:
    """The clip as feedback in both languages."""
    return {"pl": clip_media(clip), "en": clip_media(clip)}


def scene(scene_id: str, title: dict[str, str], then: Any, clip: str | None, **more: Any) -> Any:
    """A scene with its clip (or a card of two seconds)."""
    media = clip_media(clip) if clip else {}
    return {
        "id": scene_id,
        "title": title,
        "position": PLACES.get(scene_id, [0, 0]),
        "chapter": None,
        "media": {"pl": media, "en": media} if clip else {},
        "described": {},
        "captions": {},
        "card": {
            "text": rich("Opis tego, co widać w scenie.", "What can be seen in this scene."),
            "image": None,
            "image_description": {},
            "seconds": {"pl": 2, "en": 2},
        },
        "transcript": NOTHING,
        "effects": [],
        "indicators": [],
        "content_note": None,
        "hard": False,
        "discussion": [],
        "then": then,
    } | more


def choice(choice_id: str, words: dict[str, str], target: str | None, **more: Any) -> Any:
    """A choice without conditions."""
    return {
        "id": choice_id,
        "text": words,
        "region": None,
        "condition": None,
        "when_unavailable": "hide",
        "unavailable_reason": {},
        "effects": [],
        "score": 0,
        "competences": {},
        "verdict": None,
        "feedback": None,
        "target": target,
        "once": False,
        "offered": True,
    } | more


def decision(prompt: dict[str, str], choices: list[Any], **more: Any) -> Any:
    """A decision at the end of the clip."""
    return {
        "kind": "decision",
        "prompt": prompt,
        "opens": None,
        "time_limit": None,
        "on_timeout": None,
        "while_waiting": "hold",
        "loop": None,
        "on_choice": "cut",
        "retry": False,
        "shuffle": False,
        "hint_after": None,
        "choices": choices,
    } | more


def feedback(words: dict[str, Any], why: dict[str, Any]) -> Any:
    """Feedback at once."""
    return {
        "text": words,
        "why": why,
        "when": "at_once",
        "media": {},
        "captions": {},
        "image": None,
        "image_description": {},
        "resources": ["helpline"],
    }


def ending(outcome: str, headline: dict[str, str]) -> Any:
    """An ending."""
    return {
        "kind": "ending",
        "outcome": outcome,
        "headline": headline,
        "debrief": rich("Oto, co się wydarzyło.", "This is what happened."),
        "resources": [],
    }


def film() -> dict[str, Any]:
    """The film: talk (retry, feedback), look (hotspot, timeout), three endings."""
    ask = choice(
        "ask-alone",
        text(
            "Poproś kobietę o rozmowę bez kierowcy",
            "Ask the woman to talk without the driver present",
        ),
        "look",
        verdict="right",
        score=2,
        competences={"rapport": 2},
        effects=[{"do": "notice", "indicator": "documents"}],
        feedback=feedback(
            rich("Kobieta oddycha z ulgą.", "The woman breathes out."),
            rich(
                "Osoba kontrolowana nie powie prawdy przy tym, kto ją kontroluje.",
                "A person who is controlled does not speak freely before the one who controls.",
            ),
        ),
    )
    wave = choice(
        "wave-on",
        text("Przepuść busa", "Wave the minibus on"),
        "lost",
        verdict="wrong",
        feedback=feedback(
            rich("Bus odjeżdża.", "The minibus drives off."), rich("Za szybko.", "Too soon.")
        )
        | {"media": told("c"), "captions": {"en": [[0, 2.4, "Nobody was asked."]]}},
    )
    locked = choice(
        "call",
        text("Wezwij tłumaczkę", "Call the interpreter"),
        "won",
        condition={"if": "noticed", "indicator": "documents"},
        when_unavailable="disable",
        unavailable_reason=text("Jeszcze nie wiesz, po co.", "You do not know yet what for."),
    )
    bag = choice(
        "bag",
        text("Plik paszportów", "The stack of passports"),
        "won",
        region={
            "area": {"x": 0.1, "y": 0.2, "width": 0.25, "height": 0.3, "shape": "rectangle"},
            "opens": 0,
            "closes": None,
        },
    )
    back = choice("back", text("Wróć do rozmowy", "Go back to the talk"), "talk")
    late = choice("late", text("Brak odpowiedzi", "No answer"), "broken", offered=False)
    return {
        "format": "scenario-studio-film",
        "version": 1,
        "id": "small_film",
        "hash": "0" * 16,
        "languages": ["pl", "en"],
        "words": {language: player_words(language) for language in ("pl", "en")},
        "title": text("Bus na granicy", "The minibus at the border"),
        "description": rich(
            "Druga linia kontroli. Kilka minut, w których można zauważyć to, co ważne.",
            "Second-line control. A few minutes in which one may notice what matters.",
        ),
        "content_note": rich(
            "Film pokazuje kontrolę i zastraszanie. Możesz przerwać w każdej chwili.",
            "The film shows control and intimidation. You may stop at any moment.",
        ),
        "start": "arrival",
        "settings": {
            "frame_width": 640,
            "frame_height": 360,
            "pass_mark": None,
            "most": 2,
            "reveal_map": "seen",
            "seek": "seen",
            "certificate": True,
            "quick_exit": True,
        },
        "theme": {
            "accent": None,
            "background": None,
            "foreground": None,
            "logo": None,
            "logo_description": {},
            "font": None,
        },
        "variables": [],
        "indicators": [
            {
                "id": "documents",
                "name": text("Dokumenty u kogoś innego", "Documents held by someone else"),
                "description": rich("Kierowca trzyma paszporty.", "The driver holds them."),
                "resources": [],
            },
            {
                "id": "silence",
                "name": text("Ktoś odpowiada za nią", "Someone answers for her"),
                "description": rich("Nie mówi sama.", "She does not speak herself."),
                "resources": [],
            },
        ],
        "competences": [
            {
                "id": "rapport",
                "name": text("Budowanie zaufania", "Building trust"),
                "description": NOTHING,
                "pass_mark": 2,
                "most": 5,
            }
        ],
        "resources": [
            {
                "id": "helpline",
                "title": text("Telefon pomocowy", "Helpline"),
                "description": rich("Przykładowy wpis.", "A sample entry."),
                "file": {},
                "link": {},
                "phone": "+48 000 000 000",
                "help": True,
            }
        ],
        "glossary": [
            {
                "id": "interpreter",
                "term": text("tłumaczka", "interpreter"),
                "forms": {
                    "pl": ["tłumaczkę", "tłumaczka"],
                    "en": ["interpreters", "interpreter"],
                },
                "meaning": rich(
                    "Osoba, która tłumaczy rozmowę i nie jest jej stroną.",
                    "A person who interprets a talk and takes no side in it.",
                ),
            },
            {
                "id": "control",
                "term": text("kontrola", "control"),
                "forms": {"pl": ["kontrolowana", "kontrolę"], "en": ["controls", "control"]},
                "meaning": rich(
                    "Odbieranie komuś swobody decyzji.", "Taking someone's freedom to decide."
                ),
            },
        ],
        "chapters": [],
        "scenes": [
            scene(
                "arrival",
                text("Przyjazd", "Arrival"),
                {"kind": "next", "target": "talk", "branches": []},
                "a",
                captions={
                    "pl": [[0, 2.4, "Dzień dobry. Proszę o dokumenty."]],
                    "en": [[0, 2.4, "Good morning. Your documents, please."]],
                },
                indicators=[
                    {"indicator": "documents", "start": 0, "end": None},
                    {"indicator": "silence", "start": 0, "end": None},
                ],
            ),
            scene(
                "talk",
                text("Rozmowa", "The talk"),
                decision(
                    text(
                        "Kierowca odpowiada za wszystkich. Co robisz?",
                        "The driver answers for everyone. What do you do?",
                    ),
                    [ask, wave, locked],
                    retry=True,
                    opens=1.0,
                ),
                "b",
            ),
            scene(
                "look",
                text("Wnętrze busa", "Inside the minibus"),
                decision(
                    text("Na co zwrócisz uwagę?", "What do you notice?"),
                    [bag, back, late],
                    time_limit=4,
                    on_timeout="late",
                    while_waiting="loop",
                ),
                "c",
            ),
            scene(
                "won",
                text("Koniec", "The end"),
                ending("success", text("Zauważono na czas", "Noticed in time")),
                None,
            ),
            scene(
                "lost",
                text("Koniec", "The end"),
                ending("failure", text("Bus odjechał", "The minibus left")),
                "a",
            ),
            scene(
                "broken",
                text("Koniec", "The end"),
                ending("partial", text("Czas minął", "Time ran out")),
                "broken",
            ),
        ],
    }


def build(folder: Path) -> Path:
    """Write the film with clips made by ffmpeg; ``broken.mp4`` is no video. Returns the folder."""
    media = folder / "media"
    media.mkdir(parents=True)
    for name, colour in (("a", "0x28415c"), ("b", "0x5c4128"), ("c", "0x2f5c3c")):
        plain_clip(media / f"{name}.mp4", colour)
    (media / "broken.mp4").write_bytes(b"this is not a video" * 50)
    write_player(folder, film())
    return folder


def write_player(folder: Path, film: dict[str, Any]) -> None:
    """Put page, script, style and the film's data into the folder."""
    for source, name in PLAYER_FILES.items():
        (folder / name).write_bytes((WEB / "player" / source).read_bytes())
    data = json.dumps(film, ensure_ascii=False)
    (folder / "film.js").write_bytes(film_script(data.encode()))
    page = {"language": "pl", "title": "Bus na granicy", "generator": "tests"}
    templates = Environment(loader=FileSystemLoader(WEB / "templates"), autoescape=True)
    html = templates.get_template("index.html.j2").render(page=page)
    (folder / "index.html").write_text(html, encoding="utf-8")


def plain_clip(path: Path, colour: str) -> None:
    """A clip of one colour (as ffmpeg writes colours) and one tone."""
    picture = f"color={colour}:s=640x360:r=30:d={SECONDS}"
    options = (
        f"-v error -f lavfi -i {picture} -f lavfi -i sine=f=220:d={SECONDS} -c:v libx264 "
        "-preset ultrafast -pix_fmt yuv420p -g 30 -c:a aac -movflags +faststart"
    )
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), *options.split(), str(path)], check=True)
