"""Stories made for the desktop's tests."""

from __future__ import annotations

from msgspec.structs import replace

from studio.story.model import (
    Card,
    Chapter,
    Choice,
    Comparison,
    Decision,
    Ending,
    Next,
    NumberVariable,
    Position,
    Scene,
    Story,
    new_story,
)


def text(pl: str, en: str) -> dict[str, str]:
    """A text in both languages."""
    return {"pl": pl, "en": en}


def border_story() -> Story:
    """Six scenes: start, two decisions, a conditional way, two endings, one scene not filmed."""
    scenes = (
        Scene(
            id="minibus",
            title=text("Minibus na drugiej linii", "Minibus at the second line"),
            position=Position(x=0, y=120),
            chapter="control",
            card=Card(text=text("Podjeżdża minibus.", "A minibus with six women pulls up.")),
            then=Decision(
                prompt=text("Co robisz?", "What do you do?"),
                choices=(
                    Choice(
                        id="papers",
                        text=text("Sprawdzam dokumenty", "Check the papers"),
                        verdict="acceptable",
                        target="papers",
                    ),
                    Choice(
                        id="talk",
                        text=text("Rozmawiam na osobności", "Talk to each woman alone"),
                        verdict="right",
                        target="talk",
                    ),
                    Choice(
                        id="wave",
                        text=text("Przepuszczam", "Wave them through"),
                        verdict="wrong",
                        target="missed",
                    ),
                ),
            ),
        ),
        Scene(
            id="papers",
            title=text("Dokumenty", "The papers"),
            position=Position(x=380, y=0),
            chapter="control",
            card=Card(text=text("Kierowca trzyma paszporty.", "The driver holds every passport.")),
            then=Next(target="talk"),
        ),
        Scene(
            id="talk",
            title=text("Rozmowa", "The conversation"),
            position=Position(x=760, y=140),
            chapter="interview",
            then=Decision(
                prompt=text("O co pytasz?", "What do you ask?"),
                choices=(
                    Choice(
                        id="safe",
                        text=text("Czy jest pani bezpieczna?", "Are you safe?"),
                        verdict="right",
                        condition=Comparison("trust", ">=", 0),
                        target="referred",
                    ),
                    Choice(
                        id="again",
                        text=text("Wracam do początku", "Go back to the start"),
                        target="minibus",
                    ),
                ),
            ),
        ),
        Scene(
            id="missed",
            title=text("Odjechali", "They drove on"),
            position=Position(x=760, y=520),
            card=Card(text=text("Minibus odjeżdża.", "The minibus drives on.")),
            then=Ending(outcome="failure", headline=text("Przeoczono", "Missed")),
        ),
        Scene(
            id="referred",
            title=text("Skierowanie do KCIK", "Referred to KCIK"),
            position=Position(x=1140, y=140),
            chapter="interview",
            card=Card(text=text("Kobieta jest bezpieczna.", "The woman is safe.")),
            then=Ending(outcome="success", headline=text("Udało się", "Well done")),
        ),
    )
    return replace(
        new_story("border", text("Kontrola na granicy", "Border check"), ("pl", "en")),
        start="minibus",
        scenes=scenes,
        variables=(NumberVariable(id="trust"),),
        chapters=(
            Chapter(id="control", title=text("Kontrola", "The check")),
            Chapter(id="interview", title=text("Rozmowa", "The interview")),
        ),
    )


def wide_story(columns: int, lines: int) -> Story:
    """A net of scenes, each leading to the next one in its line and to one below."""
    scenes = tuple(
        Scene(
            id=f"s{column}-{line}",
            position=Position(x=320 * column, y=320 * line),
            then=Decision(
                choices=(
                    Choice(id="on", target=f"s{(column + 1) % columns}-{line}"),
                    Choice(id="down", target=f"s{column}-{(line + 1) % lines}"),
                )
            ),
        )
        for column in range(columns)
        for line in range(lines)
    )
    return replace(new_story("wide", {"en": "Wide"}, ("en",)), start="s0-0", scenes=scenes)
