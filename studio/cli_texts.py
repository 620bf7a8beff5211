"""What the command line says, in Polish and English. ``say`` picks and fills one."""

from __future__ import annotations

import os
from collections.abc import Mapping

from studio.story.finding import InterfaceLanguage

TEXTS: Mapping[str, Mapping[InterfaceLanguage, str]] = {
    "about": {
        "en": "Branching training films: draw, check, export. Without a command: the editor.",
        "pl": "Rozgałęzione filmy szkoleniowe: rysuj, sprawdzaj, eksportuj. Bez polecenia: edytor.",
    },
    "new": {"en": "make an empty story", "pl": "utwórz pusty scenariusz"},
    "edit": {"en": "open the editor", "pl": "otwórz edytor"},
    "check": {"en": "look for defects in a story", "pl": "szukaj błędów w scenariuszu"},
    "export": {"en": "write the film", "pl": "zapisz film"},
    "formats": {"en": "list the export formats", "pl": "wypisz formaty eksportu"},
    "folder": {"en": "the story's folder", "pl": "folder scenariusza"},
    "title": {"en": "the title of the new story", "pl": "tytuł nowego scenariusza"},
    "languages": {
        "en": "languages of the story, the one it is written in first",
        "pl": "języki scenariusza, najpierw ten, w którym powstaje",
    },
    "film_languages": {
        "en": "only these languages (default: all of the story's)",
        "pl": "tylko te języki (domyślnie: wszystkie języki scenariusza)",
    },
    "format": {"en": "the export format", "pl": "format eksportu"},
    "out": {"en": "where the film goes", "pl": "dokąd zapisać film"},
    "json": {
        "en": "one JSON document on standard output",
        "pl": "jeden dokument JSON na standardowym wyjściu",
    },
    "strict": {
        "en": "warnings count as errors",
        "pl": "ostrzeżenia liczą się jak błędy",
    },
    "sarif": {
        "en": "SARIF 2.1.0 on standard output, for code-review systems",
        "pl": "SARIF 2.1.0 na standardowym wyjściu, dla systemów przeglądu zmian",
    },
    "force_with_reason": {
        "en": "export although the checks report errors; the reason is kept with the film",
        "pl": "eksportuj mimo zgłoszonych błędów; powód zostanie zapisany razem z filmem",
    },
    "ffmpeg": {
        "en": "path of the ffmpeg to use (default: the one installed with the program)",
        "pl": "ścieżka do programu ffmpeg (domyślnie: zainstalowany razem z programem)",
    },
    "profile": {
        "en": "how clips are encoded: everywhere (H.264, the default), open (VP9), small (AV1), "
        "each also with -1080, -720 or -480, or as_is",
        "pl": "jak kodować ujęcia: everywhere (H.264, domyślnie), open (VP9), small (AV1), "
        "każdy także z -1080, -720 lub -480, albo as_is",
    },
    "fit_gb": {
        "en": "make all clips together fit onto N GB",
        "pl": "zmieść wszystkie ujęcia razem w N GB",
    },
    "no_hardware": {
        "en": "No hardware encoder for {codec} works on this machine: the processor encodes.",
        "pl": "Na tym komputerze nie działa żaden sprzętowy koder {codec}: koduje procesor.",
    },
    "with_hardware": {
        "en": "Encoding in hardware ({encoder}).",
        "pl": "Kodowanie sprzętowe ({encoder}).",
    },
    "hardware": {
        "en": "encode in hardware where that works on this machine",
        "pl": "koduj sprzętowo, jeśli ten komputer to potrafi",
    },
    "narrate": {
        "en": "let a voice of this system read the cards of scenes that are not filmed yet",
        "pl": "niech głos z tego systemu czyta plansze scen, których jeszcze nie nagrano",
    },
    "no_cards": {
        "en": "let the player show the cards itself instead of encoding them as clips",
        "pl": "niech odtwarzacz sam pokazuje plansze, zamiast kodować je jako ujęcia",
    },
    "workers": {
        "en": "how many clips to encode at once",
        "pl": "ile ujęć kodować jednocześnie",
    },
    "cluster": {
        "en": "address of a Dask scheduler that encodes the clips (needs the extra [cluster])",
        "pl": "adres planisty Dask, który koduje ujęcia (wymaga dodatku [cluster])",
    },
    "shared_folder": {
        "en": "folder that all machines of the cluster see under the same path",
        "pl": "folder, który wszystkie maszyny klastra widzą pod tą samą ścieżką",
    },
    "preparing_of": {"en": "Clips {done} of {all}", "pl": "Ujęcia {done} z {all}"},
    "frames": {"en": "{frames} of {all} frames", "pl": "klatki: {frames} z {all}"},
    "left": {"en": "{time} left", "pl": "zostało {time}"},
    "size": {
        "en": "The clips take {megabytes:.1f} MB ({estimated:.1f} MB were expected).",
        "pl": "Ujęcia zajmują {megabytes:.1f} MB (przewidywano {estimated:.1f} MB).",
    },
    "captions": {
        "en": "import, export, draft or change the captions of a scene",
        "pl": "importuj, eksportuj, szkicuj lub zmieniaj napisy sceny",
    },
    "captions_import": {
        "en": "take over a caption file (SRT, VTT or ASS, in any usual encoding)",
        "pl": "przejmij plik napisów (SRT, VTT lub ASS, w dowolnym typowym kodowaniu)",
    },
    "captions_export": {
        "en": "write the captions as an SRT, VTT or ASS file",
        "pl": "zapisz napisy jako plik SRT, VTT lub ASS",
    },
    "captions_draft": {
        "en": "draft captions from the scene's script, along the speech in its clip",
        "pl": "utwórz szkic napisów ze scenopisu, zgodnie z mową w ujęciu",
    },
    "captions_shift": {
        "en": "move the captions in time",
        "pl": "przesuń napisy w czasie",
    },
    "captions_split": {
        "en": "split the caption at a time, or all that are too long",
        "pl": "podziel napis w podanej chwili albo wszystkie zbyt długie",
    },
    "captions_merge": {
        "en": "merge the caption at a time with the next one",
        "pl": "połącz napis w podanej chwili z następnym",
    },
    "captions_check": {
        "en": "say which captions cannot be read in time, overlap or run beyond the clip",
        "pl": "wskaż napisy, których nie zdąży się przeczytać, nachodzące na siebie "
        "lub wykraczające poza ujęcie",
    },
    "captions_scene": {"en": "the scene's id", "pl": "identyfikator sceny"},
    "captions_for": {
        "en": "language of the captions (default: the story's first)",
        "pl": "język napisów (domyślnie: pierwszy język scenariusza)",
    },
    "captions_file": {"en": "the caption file", "pl": "plik napisów"},
    "captions_out": {
        "en": "the file to write; its ending says which kind: .vtt, .srt or .ass",
        "pl": "plik do zapisania; rozszerzenie określa rodzaj: .vtt, .srt lub .ass",
    },
    "captions_replace": {
        "en": "take the place of captions that are there already",
        "pl": "zastąp istniejące już napisy",
    },
    "captions_by": {
        "en": "by how many seconds; negative means earlier",
        "pl": "o ile sekund; liczba ujemna oznacza wcześniej",
    },
    "captions_from": {
        "en": "only captions that begin at this time or later",
        "pl": "tylko napisy zaczynające się od tej chwili",
    },
    "captions_at": {
        "en": "split the caption that stands at this time, there",
        "pl": "podziel napis widoczny w tej chwili, właśnie w niej",
    },
    "captions_merged": {
        "en": "a time at which the first of the two stands",
        "pl": "chwila, w której widać pierwszy z dwóch napisów",
    },
    "captions_written": {
        "en": "{count} captions written to {path}",
        "pl": "Napisów zapisanych w {path}: {count}",
    },
    "captions_fine": {
        "en": "{count} captions, nothing wrong with them",
        "pl": "Napisów: {count}, bez zastrzeżeń",
    },
    "captions_there": {
        "en": "There are captions in “{tag}” already. --replace takes their place.",
        "pl": "Napisy w języku „{tag}” już istnieją. Zastąpi je opcja --replace.",
    },
    "captions_none_at": {
        "en": "At {seconds} s stands no caption with which this can be done.",
        "pl": "W chwili {seconds} s nie ma napisu, z którym można to zrobić.",
    },
    "captions_no_scene": {
        "en": "There is no scene {name}. Scenes: {known}",
        "pl": "Nie ma sceny {name}. Sceny: {known}",
    },
    "captions_no_language": {
        "en": "The story has no language {name}. Its languages: {known}",
        "pl": "Scenariusz nie ma języka {name}. Jego języki: {known}",
    },
    "load": {
        "en": "The film has {megabytes:.1f} MB. From a slow stick (5 MB/s) the first picture comes "
        "after about {first:.1f} s, the slowest clip after {slowest:.1f} s.",
        "pl": "Film ma {megabytes:.1f} MB. Z wolnej pamięci USB (5 MB/s) pierwszy obraz pojawi się "
        "po około {first:.1f} s, najwolniejsze ujęcie po {slowest:.1f} s.",
    },
    "load_about": {
        "en": "The film will have about {megabytes:.1f} MB. From a slow stick (5 MB/s) the first "
        "picture will come after about {first:.1f} s, the slowest clip after {slowest:.1f} s.",
        "pl": "Film będzie miał około {megabytes:.1f} MB. Z wolnej pamięci USB (5 MB/s) pierwszy "
        "obraz pojawi się po około {first:.1f} s, najwolniejsze ujęcie po {slowest:.1f} s.",
    },
    "stick_gb": {
        "en": "the film must fit onto a stick of N GB (default: what is free where it goes)",
        "pl": "film ma się zmieścić na pamięci N GB (domyślnie: tyle, ile jest wolnego tam, dokąd "
        "trafi)",
    },
    "check_out": {
        "en": "where the film will go: its free space and the lengths of paths count",
        "pl": "dokąd trafi film: liczy się tam wolne miejsce i długość ścieżek",
    },
    "cache": {
        "en": "show or prune the cache of finished clips",
        "pl": "pokaż lub przytnij pamięć podręczną gotowych ujęć",
    },
    "limit_gb": {
        "en": "let the cache take N GB at most from now on",
        "pl": "odtąd pamięć podręczna może zająć najwyżej N GB",
    },
    "prune": {
        "en": "bring it below its limit now, least recently used first",
        "pl": "przytnij ją teraz do limitu, najdawniej używane najpierw",
    },
    "clear": {
        "en": "remove everything that is not in use (films keep their clips)",
        "pl": "usuń wszystko, co nie jest w użyciu (filmy zachowują swoje ujęcia)",
    },
    "cache_folder": {
        "en": "another cache folder than the usual one",
        "pl": "inny folder pamięci podręcznej niż zwykle",
    },
    "cache_usage": {
        "en": "{folder}: {clips} clips, {gigabytes:.3g} GB of at most {limit:.3g} GB.",
        "pl": "{folder}: ujęcia: {clips}, {gigabytes:.3g} GB z najwyżej {limit:.3g} GB.",
    },
    "cache_freed": {
        "en": "Set free: {gigabytes:.3g} GB.",
        "pl": "Zwolniono: {gigabytes:.3g} GB.",
    },
    "language": {"en": "language of messages", "pl": "język komunikatów"},
    "error": {"en": "error", "pl": "błąd"},
    "warning": {"en": "warning", "pl": "ostrzeżenie"},
    "notice": {"en": "notice", "pl": "uwaga"},
    "what_to_do": {"en": "What to do: {remedy}", "pl": "Co zrobić: {remedy}"},
    "scene": {"en": "scene {scene}", "pl": "scena {scene}"},
    "choice": {"en": "choice {choice}", "pl": "wybór {choice}"},
    "line": {"en": "line {line}", "pl": "wiersz {line}"},
    "checked": {
        "en": "Checked {scenes} scenes. Errors: {errors}, warnings: {warnings}, waived: {waived}.",
        "pl": "Sprawdzono sceny: {scenes}. Błędy: {errors}, ostrzeżenia: {warnings}, "
        "pominięte: {waived}.",
    },
    "made": {
        "en": "Made {folder}. Open it with: scenario-studio edit {folder}",
        "pl": "Utworzono {folder}. Otwórz poleceniem: scenario-studio edit {folder}",
    },
    "waived_because": {"en": "Waived: {reason}", "pl": "Pominięte: {reason}"},
    "report": {
        "en": "write a printable report on a story",
        "pl": "zapisz raport o scenariuszu do druku",
    },
    "report_out": {
        "en": "the file to write, .html or .pdf",
        "pl": "plik do zapisania, .html albo .pdf",
    },
    "reported": {
        "en": "The report is in {path}",
        "pl": "Raport zapisano w pliku {path}",
    },
    "measuring": {"en": "Measuring clips", "pl": "Pomiar ujęć"},
    "preparing": {"en": "Preparing clips", "pl": "Przygotowywanie ujęć"},
    "exported": {
        "en": "Exported {scenes} scenes, {clips} clips ({encoded} encoded, {copied} copied "
        "as they are, {reused} from the cache) in {seconds:.1f} s.",
        "pl": "Wyeksportowano sceny: {scenes}, ujęcia: {clips} (zakodowane: {encoded}, "
        "skopiowane bez zmian: {copied}, z pamięci podręcznej: {reused}) w {seconds:.1f} s.",
    },
    "open": {"en": "Open in a browser: {path}", "pl": "Otwórz w przeglądarce: {path}"},
    "cancelled": {
        "en": "Cancelled; the earlier export is untouched.",
        "pl": "Przerwano; poprzedni eksport pozostał bez zmian.",
    },
    "read_only": {
        "en": "A part of the story could not be read; see above.",
        "pl": "Części scenariusza nie udało się odczytać; patrz wyżej.",
    },
    "unknown_language": {
        "en": "The story has no language {language}; it has {languages}.",
        "pl": "Scenariusz nie ma języka {language}; ma: {languages}.",
    },
    "paths": {
        "en": "list the fewest playthroughs that make every choice, with their times",
        "pl": "wypisz najmniej przebiegów, które obejmują każdy wybór, wraz z czasem",
    },
    "path_head": {
        "en": "Playthrough {number}: {time}, score {score}, ending {ending}",
        "pl": "Przebieg {number}: {time}, punkty {score}, zakończenie {ending}",
    },
    "path_timeout": {"en": "time runs out", "pl": "upływa czas"},
    "path_left_out": {
        "en": "Leads to no ending, in no playthrough: {step}",
        "pl": "Nie prowadzi do zakończenia, brak w przebiegach: {step}",
    },
    "paths_total": {
        "en": "Playthroughs: {count}, together {time} (minutes:seconds). Fewer than {bound} cannot "
        "make every choice; the bare map, without conditions, needs {bare}. * is new.",
        "pl": "Przebiegi: {count}, razem {time} (minuty:sekundy). Mniej niż {bound} nie obejmie "
        "każdego wyboru; sama mapa, bez warunków, wymaga {bare}. * oznacza nowość.",
    },
    "path_times": {
        "en": "To the ending {ending}: {shortest} at least, {longest} at most{bound}{chance}.",
        "pl": "Do zakończenia {ending}: co najmniej {shortest}, co najwyżej {longest}{bound}"
        "{chance}.",
    },
    "path_bound": {
        "en": " (the longest found; none takes more than {time})",
        "pl": " (najdłuższy znaleziony; żaden nie trwa dłużej niż {time})",
    },
    "path_expected": {
        "en": ", on average {time} by clicking at random, which ends here in {percent} %",
        "pl": ", średnio {time} przy klikaniu na chybił trafił, które kończy się tu w {percent} %",
    },
    "path_loops": {
        "en": "“At most” is for playthroughs that never come back to where they were: whoever "
        "goes round in a loop can take as long as they like.",
        "pl": "„Co najwyżej” dotyczy przebiegów, które nigdy nie wracają do tego samego stanu: "
        "kto krąży w pętli, może zużyć dowolnie dużo czasu.",
    },
    "paths_in_part": {
        "en": "There are too many states to look at each: choices may be missing above.",
        "pl": "Stanów jest zbyt wiele, by obejrzeć każdy: powyżej może brakować wyborów.",
    },
    "folder_format": {
        "en": "a folder with index.html that runs from a USB stick or a network share",
        "pl": "folder z plikiem index.html, który działa z pamięci USB lub z udziału sieciowego",
    },
}


def interface_language(environment: Mapping[str, str] | None = None) -> InterfaceLanguage:
    """The language of the environment (LC_ALL, LC_MESSAGES, LANG), else English."""
    environment = os.environ if environment is None else environment
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "pl" if value.startswith("pl") else "en"
    return "en"


def say(key: str, language: InterfaceLanguage, /, **values: object) -> str:
    """The text of that key in the language, filled in."""
    return TEXTS[key][language].format(**values)
