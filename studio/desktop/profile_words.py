"""What encoding profiles are called: nobody needs to know the names in the file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from studio.media.profiles import HEIGHTS, PROFILES


def profile_words(name: str) -> str:
    """What the profile of that name is for, in the language of the studio.

    A name that no profile has (a finding tells of it) stands for itself.
    """
    if name not in PROFILES:
        return f"⚠ {name}"
    translate = QCoreApplication.translate
    family, _, lines = name.partition("-")
    words = {
        "everywhere": translate("Profiles", "Plays everywhere"),
        "open": translate("Profiles", "Open formats (VP9)"),
        "small": translate("Profiles", "Smallest (AV1), newer browsers only"),
        "as_is": translate("Profiles", "Unchanged where browsers play it"),
    }[family]
    if family == "as_is":
        return words
    return translate("Profiles", "{profile}, {lines} lines").format(
        profile=words, lines=lines or HEIGHTS[0]
    )


def profile_choices(*used: str | None) -> list[tuple[str, str]]:
    """Names and words of the profiles to choose from, the ``used`` ones among them.

    A family alone is the same as with the most lines, so only one of the two is offered.
    """
    full = f"-{HEIGHTS[0]}"
    return [
        (name, profile_words(name)) for name in PROFILES if name in used or not name.endswith(full)
    ]
