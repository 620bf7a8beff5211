"""Is every text there in every language of the story?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import cast

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import Node, below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Choice, Story, TextVariable

MISSING = FindingKind(
    code="TX001",
    name="text-missing-in-language",
    severity="warning",
    message={
        "pl": "Brakuje tłumaczenia na „{language}”: „{other}”.",
        "en": "Not translated into “{language}”: “{other}”.",
    },
    remedy={
        "pl": "Napisz ten tekst także w tym języku.",
        "en": "Write this text in that language too.",
    },
)
SILENT_CHOICE = FindingKind(
    code="TX002",
    name="choice-without-text",
    severity="error",
    message={
        "pl": "Wybór „{choice}” nie ma tekstu w żadnym języku.",
        "en": "The choice “{choice}” has no text in any language.",
    },
    remedy={
        "pl": "Napisz, co wybiera uczestnik. Także obszar obrazu potrzebuje nazwy, "
        "którą odczyta czytnik ekranu.",
        "en": "Write what the trainee chooses. A region of the picture needs a name too, "
        "for screen readers.",
    },
)
KINDS = (MISSING, SILENT_CHOICE)

# What trainees read. Scripts and notes are the authors' own; a link may suit one language only.
FIELDS = frozenset(
    {
        "title",
        "name",
        "description",
        "text",
        "prompt",
        "unavailable_reason",
        "why",
        "headline",
        "debrief",
        "summary",
        "question",
        "term",
        "meaning",
        "transcript",
        "image_description",
        "logo_description",
        "content_note",
    }
)
_EXCERPT = 60


def check(context: Context) -> Iterator[Finding]:
    """Texts that exist in one language exist in all; offered choices have a text."""
    for text, node, step in texts(context):
        yield from _untranslated(context.story, text, node, step)
    for choice, node in context.each(Choice):
        if choice.offered and not _written(choice.text):
            yield SILENT_CHOICE.at(below(node.place, ".text"), choice=choice.id)


def texts(context: Context) -> Iterator[tuple[Mapping[str, str], Node, str]]:
    """Every text that trainees read, with the struct that has it and the step to it."""
    for kind, nodes in context.nodes_by_kind.items():
        names = [(name, f".{name}") for name in kind.__struct_fields__ if name in FIELDS]
        for name, step in names:
            for node in nodes:
                text = getattr(node.value, name)
                if text and isinstance(text, Mapping):
                    yield cast(Mapping[str, str], text), node, step
    for variable, node in context.each(TextVariable):
        for option, text in variable.option_names.items():
            yield text, node, f".option_names.{option}"


def _written(text: Mapping[str, str]) -> str | None:
    return next((each.strip() for each in text.values() if each.strip()), None)


def _untranslated(
    story: Story, text: Mapping[str, str], node: Node, step: str
) -> Iterator[Finding]:
    missing = [language for language in story.languages if not text.get(language, "").strip()]
    other = _written(text) if missing else None
    if other is None:
        return
    excerpt = other if len(other) <= _EXCERPT else f"{other[:_EXCERPT]}…"
    place = below(node.place, step)
    for language in missing:
        there = replace(place, language=language)
        yield MISSING.at(there, language=language, other=excerpt)
