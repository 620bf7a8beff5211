"""Identifiers: readable slugs from what the author wrote, never taken twice."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping

from studio.story.model import Story, targets

_LONGEST = 60
# Letters that have no decomposition into a plain letter and a mark.
_PLAIN = str.maketrans({"ł": "l", "Ł": "L", "ß": "ss", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})


def slug(words: str, fallback: str) -> str:
    """The words as a :data:`~studio.story.model.Slug` of at most 60 characters.

    Marks are taken off letters; what has no Latin letter or digit gives ``fallback``.
    """
    plain = unicodedata.normalize("NFKD", words.translate(_PLAIN)).encode("ascii", "ignore")
    made = re.sub(r"[^a-z0-9]+", "_", plain.decode().lower()).strip("_")
    if len(made) > _LONGEST:
        made = made[:_LONGEST].rsplit("_", 1)[0]
    return made or fallback


def unique_id(wanted: str, taken: Collection[str]) -> str:
    """``wanted``, or with the first number behind it (``_2``, ``_3`` …) that is not taken."""
    if wanted not in taken:
        return wanted
    stem = re.sub(r"_\d+$", "", wanted) or wanted
    number = 2
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def first_words(text: Mapping[str, str], languages: Collection[str]) -> str:
    """The text in the first of the languages that has it, else in any, else nothing."""
    for language in languages:
        if text.get(language):
            return text[language]
    return next((words for words in text.values() if words), "")


def taken_scene_ids(story: Story) -> set[str]:
    """Ids that a new scene must not get: those of scenes, and those that ways lead to.

    A way left over from a deleted scene would otherwise lead to the new one by accident.
    """
    taken = {scene.id for scene in story.scenes}
    for scene in story.scenes:
        taken.update(targets(scene))
    if story.start is not None:
        taken.add(story.start)
    return taken
