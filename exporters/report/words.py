"""What the story report says by itself, in Polish and English."""

from __future__ import annotations

from collections.abc import Mapping

from studio.story.finding import InterfaceLanguage

WORDS: Mapping[str, Mapping[InterfaceLanguage, str]] = {
    "report": {"pl": "Raport ze scenariusza", "en": "Story report"},
    "made": {
        "pl": "Sporządzono {date}, Scenario Studio {version}",
        "en": "Made on {date} by Scenario Studio {version}",
    },
    "scenes": {"pl": "sceny", "en": "scenes"},
    "decisions": {"pl": "decyzje", "en": "decisions"},
    "choices": {"pl": "wybory", "en": "choices"},
    "endings": {"pl": "zakończenia", "en": "endings"},
    "filmed": {"pl": "nagranego materiału", "en": "of footage"},
    "map": {"pl": "Mapa scenariusza", "en": "Map of the story"},
    "legend_decision": {"pl": "decyzja", "en": "decision"},
    "legend_scene": {"pl": "scena", "en": "scene"},
    "legend_success": {"pl": "dobre zakończenie", "en": "good ending"},
    "legend_partial": {"pl": "częściowe", "en": "partial"},
    "legend_failure": {"pl": "złe", "en": "bad"},
    "legend_neutral": {"pl": "neutralne", "en": "neutral"},
    "findings": {"pl": "Uwagi", "en": "Findings"},
    "no_findings": {
        "pl": "Sprawdzenie nie zgłasza żadnych uwag.",
        "en": "The checks have nothing to report.",
    },
    "error": {"pl": "Błędy", "en": "Errors"},
    "warning": {"pl": "Ostrzeżenia", "en": "Warnings"},
    "notice": {"pl": "Wskazówki", "en": "Notices"},
    "more": {
        "pl": "… i jeszcze {count} takich uwag; wszystkie pokazują studio i polecenie check.",
        "en": "… and {count} more of this kind; the studio and the check command list them all.",
    },
    "waived": {"pl": "Pominięte z podanym powodem", "en": "Waived, with the reason"},
    "reason": {"pl": "Powód", "en": "Reason"},
    "paths": {"pl": "Przebiegi do przejrzenia", "en": "Playthroughs to review"},
    "paths_about": {
        "pl": "Razem zawierają każdy wybór, który może prowadzić do zakończenia. Przebiegi: "
        "{count}, łącznie {time} (minuty:sekundy); mniej niż {bound} nie wystarczy. Pogrubione "
        "jest to, czego nie było w poprzednich. Odhacz po obejrzeniu.",
        "en": "Together they make every choice that can lead to an ending. Playthroughs: {count}, "
        "{time} in all (minutes:seconds); fewer than {bound} cannot do it. Bold is what those "
        "before do not show. Tick when watched.",
    },
    "route_about": {"pl": "{time}, punkty: {points}", "en": "{time}, points: {points}"},
    "unreached": {
        "pl": "Do tych zakończeń nie znaleziono drogi",
        "en": "No way to these endings was found",
    },
    "left_out": {
        "pl": "Nie prowadzi do żadnego zakończenia, więc nie ma tego w przebiegach",
        "en": "Leads to no ending, hence in no playthrough",
    },
    "paths_in_part": {
        "pl": "Stanów jest zbyt wiele, by zbadać każdy: powyżej może brakować wyborów.",
        "en": "There are too many states to look at each: choices may be missing above.",
    },
    "waiting": {"pl": "brak reakcji do końca czasu", "en": "no answer until time is up"},
    "no_choice": {"pl": "bez wyborów", "en": "no choices on the way"},
    "scoring": {"pl": "Punktacja i czas", "en": "Scores and times"},
    "ending": {"pl": "Zakończenie", "en": "Ending"},
    "outcome": {"pl": "Wynik", "en": "Outcome"},
    "points": {"pl": "Punkty", "en": "Points"},
    "shortest": {"pl": "Najkrócej", "en": "Shortest"},
    "longest": {"pl": "Najdłużej", "en": "Longest"},
    "expected": {"pl": "Średnio", "en": "On average"},
    "at_random": {"pl": "Klikając losowo", "en": "At random"},
    "success": {"pl": "sukces", "en": "success"},
    "partial": {"pl": "częściowy sukces", "en": "partial"},
    "failure": {"pl": "niepowodzenie", "en": "failure"},
    "neutral": {"pl": "neutralne", "en": "neutral"},
    "mark": {"pl": "Próg zaliczenia", "en": "Pass mark"},
    "whole": {"pl": "Cały film", "en": "Whole film"},
    "range": {"pl": "Możliwe punkty", "en": "Possible points"},
    "passes_random": {"pl": "Zdaje, klikając losowo", "en": "Passes at random"},
    "passes_first": {"pl": "Zdaje, biorąc pierwszą odpowiedź", "en": "Passes by the first answer"},
    "inexact": {
        "pl": "Stanów jest zbyt wiele, by zbadać każdy: podane liczby dotyczą zbadanych.",
        "en": "There are too many states to look at each: the figures are of those looked at.",
    },
    "indicators": {
        "pl": "Symptomy i sceny, w których je widać",
        "en": "Indicators and where they show",
    },
    "indicator": {"pl": "Symptom", "en": "Indicator"},
    "seen_in": {"pl": "Sceny", "en": "Scenes"},
    "nowhere": {"pl": "w żadnej scenie", "en": "in no scene"},
}


def words_in(language: InterfaceLanguage) -> dict[str, str]:
    """All words in one language."""
    return {key: texts[language] for key, texts in WORDS.items()}
