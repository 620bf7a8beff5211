"""A story that has something of everything."""

from __future__ import annotations

from msgspec.structs import replace

from studio.story import model as m
from tests.desktop.stories import border_story, text


def rich_story() -> m.Story:
    """The border story with variables of each kind, indicators, competences, resources."""
    story = border_story()
    return replace(
        story,
        variables=(
            m.NumberVariable(
                "trust", initial=1, minimum=0, maximum=5, name=text("zaufanie", "trust")
            ),
            m.FlagVariable("phone", name=text("telefon oddany", "phone returned")),
            m.TextVariable(
                "mood",
                ("calm", "afraid"),
                "calm",
                name=text("nastrój", "mood"),
                option_names={"calm": text("spokój", "calm"), "afraid": text("strach", "afraid")},
            ),
        ),
        indicators=(
            m.Indicator("passports", name=text("Zabrane paszporty", "Passports taken")),
            m.Indicator("debt", name=text("Dług", "Debt")),
        ),
        competences=(m.Competence("contact", name=text("Kontakt", "Contact")),),
        resources=(m.Resource("kcik", title=text("KCIK", "KCIK"), phone="22 628 01 20"),),
        glossary=(m.GlossaryEntry("referral", term=text("Skierowanie", "Referral")),),
    )
