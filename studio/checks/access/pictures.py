"""Does whoever does not see a picture learn what it shows?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from studio.checks.context import Context
from studio.checks.walk import below
from studio.story.finding import Finding, FindingKind
from studio.story.model import Card, Feedback, Theme

NO_DESCRIPTION = FindingKind(
    code="AC003",
    name="picture-without-description",
    severity="warning",
    message={
        "pl": "Obraz „{file}” nie ma opisu.",
        "en": "The picture “{file}” has no description.",
    },
    remedy={
        "pl": "Opisz, co na nim widać i po co, tak jak przez telefon.",
        "en": "Describe what it shows and what for, as if on the telephone.",
    },
)
KINDS = (NO_DESCRIPTION,)


def check(context: Context) -> Iterator[Finding]:
    """Pictures of cards and feedback and the logo are described (WCAG 2.2, 1.1.1)."""
    for picture, node in context.each(Card, Feedback, Theme):
        step, file, description = _described(picture)
        if file is not None and not any(text.strip() for text in description.values()):
            yield NO_DESCRIPTION.at(replace(below(node.place, step), file=file), file=file)


def _described(picture: Card | Feedback | Theme) -> tuple[str, str | None, Mapping[str, str]]:
    match picture:
        case Card(image=image, image_description=described):
            return ".image_description", image, described
        case Feedback(image=image, image_description=described):
            return ".image_description", image, described
        case Theme(logo=logo, logo_description=described):
            return ".logo_description", logo, described
