"""What the command palette finds: commands, scenes and texts, ranked, spelling mistakes allowed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import nlargest
from typing import Literal

from msgspec import Struct
from rapidfuzz import fuzz, process

from studio.desktop.canvas.walking import folded
from studio.desktop.language import in_language
from studio.story.edits.search import every_text
from studio.story.model import Story

Kind = Literal["command", "scene", "text", "chapter", "note"]
_MOST_FUZZY = 20_000
_LEAST_LIKENESS = 74.0
_LONGEST = 300


class Entry(Struct, frozen=True, gc=False):
    """One thing that can be chosen. ``key`` is a command's name or a scene's id.

    A large story has forty thousand: Python need not search them for garbage.
    """

    kind: Kind
    words: str
    key: str
    detail: str = ""
    enabled: bool = True
    found_by: str = ""
    """The words as they are compared: without marks, in small letters."""


def entry(kind: Kind, words: str, key: str, detail: str = "", *, enabled: bool = True) -> Entry:
    """An entry, made ready to be compared."""
    return Entry(kind, words, key, detail, enabled, folded(words))


def scene_entries(story: Story, language: str) -> list[Entry]:
    """Every scene, by its title in the language, with its chapter."""
    chapters = {each.id: in_language(each.title, language, each.id) for each in story.chapters}
    return [
        entry(
            "scene",
            in_language(scene.title, language, scene.id),
            scene.id,
            chapters.get(scene.chapter or "", ""),
        )
        for scene in story.scenes
    ]


def text_entries(story: Story, language: str) -> list[Entry]:
    """Every text inside a scene but titles, in all languages; chapters; sticky notes."""
    titles = {scene.id: in_language(scene.title, language, scene.id) for scene in story.scenes}
    made: dict[tuple[str, str], Entry] = {}
    for address, _, words in every_text(story, None):
        if address[0] == "scenes" and len(address) > 2 and address[2] != "title" and words:
            scene = str(address[1])
            line = " ".join(words[:_LONGEST].split())
            if (scene, line) not in made:
                made[scene, line] = entry("text", line, scene, titles.get(scene, scene))
    found = list(made.values())
    found += [
        entry("chapter", in_language(each.title, language, each.id), each.id)
        for each in story.chapters
    ]
    notes = ((note.id, " ".join(note.text[:_LONGEST].split())) for note in story.sticky_notes)
    return found + [entry("note", words, note) for note, words in notes if words]


def ranked(query: str, entries: Sequence[Entry], limit: int = 60) -> list[Entry]:
    """The entries that fit, best first. Without words: all, in the order given.

    Best is what begins with the words, then a word that does, then what holds them, then what
    holds each of them somewhere; last, titles and commands that are spelled alike.
    """
    wanted = " ".join(folded(query).split())
    if not wanted:
        return list(entries[:limit])
    parts = wanted.split()
    found: list[tuple[float, int, Entry]] = []
    for number, each in enumerate(entries):
        words = each.found_by
        if parts[0] not in words:
            continue
        score = _score(words, wanted, parts)
        if score:
            bonus = {"scene": 6.0, "command": 5.0, "chapter": 5.5}.get(each.kind, 0.0)
            found.append((score + bonus - min(5.0, len(words) / 40), -number, each))
    best = [each for _, _, each in nlargest(limit, found, key=lambda each: each[:2])]
    if len(best) < limit // 4 and len(wanted) >= 3:
        best += _alike(wanted, entries, best)[: limit // 4 - len(best)]
    return best


def _score(words: str, wanted: str, parts: Iterable[str]) -> float:
    if words.startswith(wanted):
        return 90.0
    if f" {wanted}" in words:
        return 80.0
    if wanted in words:
        return 70.0
    return 55.0 if all(part in words for part in parts) else 0.0


def _alike(wanted: str, entries: Sequence[Entry], without: Sequence[Entry]) -> list[Entry]:
    known = {id(each) for each in without}
    asked = [each for each in entries if each.kind not in ("text", "note")][:_MOST_FUZZY]
    hits = process.extract(
        wanted,
        [each.found_by for each in asked],
        scorer=fuzz.partial_ratio,
        score_cutoff=_LEAST_LIKENESS,
        limit=24,
    )
    return [asked[index] for _, _, index in hits if id(asked[index]) not in known]
