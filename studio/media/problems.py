"""The findings that media work reports (family MD), and how an operating-system error maps to one.

Each kind has a page in ``docs/findings/`` that carries the same messages.
"""

from __future__ import annotations

import errno

from studio.story.finding import FindingKind, Place, StudioError

NOT_A_VIDEO = FindingKind(
    code="MD001",
    name="not-a-video",
    severity="error",
    message={
        "pl": "Plik {file} nie jest filmem, który potrafimy odczytać ({detail}).",
        "en": "The file {file} is not a video that we can read ({detail}).",
    },
    remedy={
        "pl": "Wskaż plik wideo, np. MP4, MOV, MKV lub WebM, albo zapisz go ponownie w kamerze.",
        "en": "Choose a video file such as MP4, MOV, MKV or WebM, or export it again.",
    },
)
MISSING_FILE = FindingKind(
    code="MD002",
    name="missing-media-file",
    severity="error",
    message={
        "pl": "Nie można otworzyć pliku {file}: {detail}.",
        "en": "The file {file} cannot be opened: {detail}.",
    },
    remedy={
        "pl": "Skopiuj plik do folderu scenariusza i sprawdź jego nazwę oraz prawa odczytu.",
        "en": "Copy the file into the story's folder; check its name and that it may be read.",
    },
)
EMPTY_FILE = FindingKind(
    code="MD003",
    name="empty-media-file",
    severity="error",
    message={
        "pl": "Plik {file} jest pusty (0 bajtów).",
        "en": "The file {file} is empty (0 bytes).",
    },
    remedy={
        "pl": "Skopiuj plik jeszcze raz; poprzednie kopiowanie prawdopodobnie przerwano.",
        "en": "Copy the file again; the last copy was probably interrupted.",
    },
)
TRUNCATED = FindingKind(
    code="MD004",
    name="truncated-media-file",
    severity="error",
    message={
        "pl": "Plik {file} jest urwany lub uszkodzony: {detail}.",
        "en": "The file {file} is cut short or damaged: {detail}.",
    },
    remedy={
        "pl": "Skopiuj plik jeszcze raz z kamery lub nośnika i podmień go w folderze scenariusza.",
        "en": "Copy the file again from the camera or medium and replace it in the story's folder.",
    },
)
NO_VIDEO = FindingKind(
    code="MD005",
    name="no-video-stream",
    severity="error",
    message={
        "pl": "Plik {file} nie zawiera obrazu, tylko dźwięk lub napisy.",
        "en": "The file {file} has no picture, only sound or subtitles.",
    },
    remedy={
        "pl": "Wskaż plik z obrazem, a ten użyj jako ścieżki dźwiękowej ujęcia.",
        "en": "Choose a file with a picture, and use this one as the clip's sound.",
    },
)
NO_SOUND = FindingKind(
    code="MD006",
    name="no-audio-stream",
    severity="error",
    message={
        "pl": "Plik dźwiękowy {file} nie zawiera dźwięku.",
        "en": "The sound file {file} has no sound in it.",
    },
    remedy={
        "pl": "Wskaż plik z dźwiękiem, np. WAV, MP3 lub M4A, albo usuń osobną ścieżkę dźwiękową.",
        "en": "Choose a file with sound such as WAV, MP3 or M4A, or remove the separate sound.",
    },
)
DISK_FULL = FindingKind(
    code="MD007",
    name="disk-full",
    severity="error",
    message={
        "pl": "Na dysku zabrakło miejsca podczas kodowania pliku {file}; nic nie zapisano.",
        "en": "The disk filled up while {file} was being encoded; nothing was written.",
    },
    remedy={
        "pl": "Zwolnij miejsce i powtórz eksport; gotowe ujęcia nie będą kodowane ponownie.",
        "en": "Free some space and export again; finished clips will not be encoded again.",
    },
)
ENCODING_FAILED = FindingKind(
    code="MD008",
    name="encoding-failed",
    severity="error",
    message={
        "pl": "Nie udało się przekształcić pliku {file}: {detail}",
        "en": "The file {file} could not be encoded: {detail}",
    },
    remedy={
        "pl": "Sprawdź, czy plik odtwarza się do końca; jeśli nie, zapisz go ponownie jako MP4.",
        "en": "Check that the file plays to its end; if not, export it again as MP4.",
    },
)
MARKS_OUTSIDE = FindingKind(
    code="MD009",
    name="marks-outside-clip",
    severity="error",
    message={
        "pl": "Punkty początku {mark_in} s i końca {mark_out} s nie mieszczą się w pliku {file}, "
        "który trwa {seconds} s.",
        "en": "The in point {mark_in} s and out point {mark_out} s do not lie within {file}, "
        "which lasts {seconds} s.",
    },
    remedy={
        "pl": "Popraw punkty początku i końca ujęcia.",
        "en": "Correct the clip's in and out points.",
    },
)
UNKNOWN_PROFILE = FindingKind(
    code="MD011",
    name="unknown-profile",
    severity="error",
    message={
        "pl": "Ujęcie {file} używa nieznanego profilu „{detail}”.",
        "en": "The clip {file} uses the unknown profile “{detail}”.",
    },
    remedy={
        "pl": "Wybierz profil everywhere, open, small lub as_is, ewentualnie z wysokością obrazu, "
        "np. everywhere-720.",
        "en": "Choose the profile everywhere, open, small or as_is, with its lines if you like, "
        "e.g. everywhere-720.",
    },
)
NO_FFMPEG = FindingKind(
    code="MD012",
    name="no-ffmpeg",
    severity="error",
    message={
        "pl": "Nie znaleziono programu ffmpeg: {detail}.",
        "en": "There is no usable ffmpeg: {detail}.",
    },
    remedy={
        "pl": "Zainstaluj pakiet imageio-ffmpeg albo podaj ścieżkę do własnego programu ffmpeg.",
        "en": "Install the package imageio-ffmpeg, or name the path of an ffmpeg of your own.",
    },
)
CANCELLED = FindingKind(
    code="MD013",
    name="media-cancelled",
    severity="notice",
    message={
        "pl": "Przygotowanie ujęć przerwano na życzenie.",
        "en": "The preparation of the clips was cancelled.",
    },
    remedy={
        "pl": "Uruchom eksport ponownie; gotowe ujęcia nie będą kodowane drugi raz.",
        "en": "Export again when you like; finished clips will not be encoded twice.",
    },
)
CHANGED_WHILE_READ = FindingKind(
    code="MD014",
    name="media-changed",
    severity="error",
    message={
        "pl": "Plik {file} zmienił się albo zniknął w czasie przygotowywania ujęcia.",
        "en": "The file {file} changed or went away while the clip was being prepared.",
    },
    remedy={
        "pl": "Poczekaj, aż plik będzie gotowy i na swoim miejscu, po czym powtórz eksport.",
        "en": "Wait until the file is complete and in its place, then export again.",
    },
)
DAMAGED_BUT_USED = FindingKind(
    code="MD015",
    name="damaged-media-used",
    severity="warning",
    message={
        "pl": "Plik {file} jest miejscami uszkodzony, ale udało się z niego zrobić ujęcie "
        "({detail}).",
        "en": "The file {file} is damaged in places, but a clip could be made of it ({detail}).",
    },
    remedy={
        "pl": "Obejrzyj to ujęcie; jeśli obraz lub dźwięk się psuje, skopiuj plik z kamery "
        "jeszcze raz.",
        "en": "Watch this clip; if picture or sound break up, copy the file from the camera again.",
    },
)
BUDGET_TOO_SMALL = FindingKind(
    code="MD016",
    name="film-does-not-fit",
    severity="error",
    message={
        "pl": "Film nie zmieści się w {budget} GB: nawet w najniższej jakości potrzebuje około "
        "{needed} GB.",
        "en": "The film cannot fit onto {budget} GB: even at the lowest quality it needs about "
        "{needed} GB.",
    },
    remedy={
        "pl": "Podaj większy rozmiar, skróć ujęcia albo eksportuj mniej języków.",
        "en": "Name a larger size, shorten clips, or export fewer languages.",
    },
)
ENCRYPTED = FindingKind(
    code="MD017",
    name="encrypted-media-file",
    severity="error",
    message={
        "pl": "Plik {file} jest zaszyfrowany (zabezpieczony przed kopiowaniem), więc nie da się "
        "go odczytać.",
        "en": "The file {file} is encrypted (copy-protected), so it cannot be read.",
    },
    remedy={
        "pl": "Użyj oryginału z kamery albo pliku zapisanego bez zabezpieczenia.",
        "en": "Use the camera's original, or a file saved without protection.",
    },
)
NO_CLUSTER = FindingKind(
    code="MD018",
    name="no-cluster",
    severity="error",
    message={
        "pl": "Klaster {address} jest niedostępny: {detail}.",
        "en": "The cluster {address} cannot be used: {detail}.",
    },
    remedy={
        "pl": "Sprawdź, czy planista Dask działa pod tym adresem i czy zainstalowano dodatek "
        "[cluster], albo eksportuj bez --cluster.",
        "en": "Check that a Dask scheduler runs at that address and that the extra [cluster] is "
        "installed, or export without --cluster.",
    },
)
OTHER_FFMPEG = FindingKind(
    code="MD019",
    name="other-ffmpeg-on-worker",
    severity="error",
    message={
        "pl": "Maszyna klastra {address} ma inny program ffmpeg ({detail}).",
        "en": "The cluster's machine {address} has another ffmpeg ({detail}).",
    },
    remedy={
        "pl": "Zainstaluj na wszystkich maszynach tę samą wersję Scenario Studio.",
        "en": "Install the same version of Scenario Studio on all machines.",
    },
)
CAPTIONS_UNREADABLE = FindingKind(
    code="MD020",
    name="captions-unreadable",
    severity="error",
    message={
        "pl": "Nie można odczytać napisów z pliku {file}: {detail}.",
        "en": "The captions in {file} cannot be read: {detail}.",
    },
    remedy={
        "pl": "Zapisz napisy jako SRT, VTT lub ASS w kodowaniu UTF-8.",
        "en": "Save the captions as SRT, VTT or ASS in UTF-8.",
    },
)
CAPTIONS_ENCODING = FindingKind(
    code="MD021",
    name="captions-encoding",
    severity="warning",
    message={
        "pl": "Napisy w pliku {file} nie są w UTF-8; odczytano je jako {detail}.",
        "en": "The captions in {file} are not in UTF-8; they were read as {detail}.",
    },
    remedy={
        "pl": "Sprawdź polskie litery w napisach i zapisz plik w kodowaniu UTF-8.",
        "en": "Check the accented letters in the captions and save the file as UTF-8.",
    },
)
CAPTIONS_TIMES = FindingKind(
    code="MD022",
    name="captions-times",
    severity="warning",
    message={
        "pl": "Napis „{detail}” w pliku {file} kończy się, zanim się zacznie; pominięto go.",
        "en": "The caption “{detail}” in {file} ends before it begins; it was left out.",
    },
    remedy={
        "pl": "Popraw czasy tego napisu.",
        "en": "Correct the times of this caption.",
    },
)
NO_SPEECH_HEARD = FindingKind(
    code="MD023",
    name="no-speech-for-captions",
    severity="warning",
    message={
        "pl": "W pliku {file} nie słychać mowy; napisy rozłożono w tempie czytania.",
        "en": "No speech is heard in {file}; the captions follow one another at reading speed.",
    },
    remedy={
        "pl": "Przesuń napisy do słów albo sprawdź, czy ujęcie ma właściwy dźwięk.",
        "en": "Move the captions to the words, or check that the clip has the right sound.",
    },
)
NO_SCRIPT = FindingKind(
    code="MD024",
    name="no-script-for-captions",
    severity="error",
    message={
        "pl": "Scena {scene} nie ma scenopisu w języku „{language}”, więc nie ma z czego zrobić "
        "napisów.",
        "en": "The scene {scene} has no script in “{language}” to make captions of.",
    },
    remedy={
        "pl": "Wpisz w scenie, co się w niej mówi, albo zaimportuj gotowy plik napisów.",
        "en": "Write down in the scene what is said in it, or import a finished caption file.",
    },
)
NO_CLIP = FindingKind(
    code="MD025",
    name="no-clip-for-captions",
    severity="error",
    message={
        "pl": "Scena {scene} nie ma ujęcia, więc nie może mieć napisów.",
        "en": "The scene {scene} has no clip, so it cannot have captions.",
    },
    remedy={
        "pl": "Najpierw dodaj ujęcie do tej sceny.",
        "en": "Give the scene a clip first.",
    },
)
NO_CAPTIONS_YET = FindingKind(
    code="MD026",
    name="no-captions-yet",
    severity="error",
    message={
        "pl": "Scena {scene} nie ma napisów w języku „{language}”.",
        "en": "The scene {scene} has no captions in “{language}”.",
    },
    remedy={
        "pl": "Zaimportuj plik napisów albo utwórz szkic ze scenopisu.",
        "en": "Import a caption file, or draft them from the script.",
    },
)

KINDS = (
    NOT_A_VIDEO,
    MISSING_FILE,
    EMPTY_FILE,
    TRUNCATED,
    NO_VIDEO,
    NO_SOUND,
    DISK_FULL,
    ENCODING_FAILED,
    MARKS_OUTSIDE,
    UNKNOWN_PROFILE,
    NO_FFMPEG,
    CANCELLED,
    CHANGED_WHILE_READ,
    DAMAGED_BUT_USED,
    BUDGET_TOO_SMALL,
    ENCRYPTED,
    NO_CLUSTER,
    OTHER_FFMPEG,
    CAPTIONS_UNREADABLE,
    CAPTIONS_ENCODING,
    CAPTIONS_TIMES,
    NO_SPEECH_HEARD,
    NO_SCRIPT,
    NO_CLIP,
    NO_CAPTIONS_YET,
)


def from_os_error(error: OSError, place: Place, file: str) -> StudioError:
    """The finding for an error of the operating system: disk full, or a file we cannot open."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DISK_FULL.error(place, file=file)
    return MISSING_FILE.error(place, file=file, detail=error.strerror or str(error))
