<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pl" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Open…</source>
        <translation>Otwórz…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Zapisz</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Cofnij</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Ponów</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Zakończ</translation>
    </message>
    <message>
        <source>Export film…</source>
        <translation>Eksportuj film…</translation>
    </message>
    <message>
        <source>Show whole map</source>
        <translation>Pokaż całą mapę</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Powiększ</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Pomniejsz</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Plik</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edycja</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Widok</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Scene</source>
        <translation>Scena</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Uwagi</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export film</source>
        <translation>Eksport filmu</translation>
    </message>
    <message>
        <source>Export as a folder</source>
        <translation>Eksport do folderu</translation>
    </message>
    <message>
        <source>The folder plays in any browser, without a server and without internet.</source>
        <translation>Film z tego folderu działa w każdej przeglądarce, bez serwera i bez internetu.</translation>
    </message>
    <message>
        <source>Output folder</source>
        <translation>Folder docelowy</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Show in browser</source>
        <translation>Pokaż w przeglądarce</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Eksportuj</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Języki</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Eksport trwa…</translation>
    </message>
    <message>
        <source>The film is ready: {path}</source>
        <translation>Film jest gotowy: {path}</translation>
    </message>
    <message>
        <source>Cancelled. An earlier export was left as it was.</source>
        <translation>Anulowano. Wcześniejszy eksport pozostał bez zmian.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Checking…</source>
        <translation>Sprawdzanie…</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Brak uwag.</translation>
    </message>
    <message>
        <source>Errors: {errors} · warnings: {warnings} · notices: {notices}</source>
        <translation>Błędy: {errors} · ostrzeżenia: {warnings} · informacje: {notices}</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Select a scene on the map to see and edit its texts.</source>
        <translation>Zaznacz scenę na mapie, aby zobaczyć i zmienić jej teksty.</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Ujęcie</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Plansza</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>Następna scena</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Nagłówek</translation>
    </message>
    <message>
        <source>What follows is not decided yet.</source>
        <translation>Nie ustalono jeszcze, co następuje dalej.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Pytanie</translation>
    </message>
    <message>
        <source>Choice {number}</source>
        <translation>Wybór {number}</translation>
    </message>
    <message>
        <source>Stays in the decision</source>
        <translation>Pozostaje w decyzji</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Start</source>
        <translation>Początek</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decyzja</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Ujęcie</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Plansza</translation>
    </message>
    <message>
        <source>To be filmed</source>
        <translation>Do nakręcenia</translation>
    </message>
    <message>
        <source>If …</source>
        <translation>Jeśli…</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Ending: success</source>
        <translation>Zakończenie: sukces</translation>
    </message>
    <message>
        <source>Ending: partial success</source>
        <translation>Zakończenie: częściowy sukces</translation>
    </message>
    <message>
        <source>Ending: failure</source>
        <translation>Zakończenie: porażka</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Zakończenie</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>As the system</source>
        <translation>Jak w systemie</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Jasny</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Ciemny</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Otwórz ostatnie</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Motyw</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>Panele</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Narzędzia</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>Something went wrong</source>
        <translation>Coś poszło nie tak</translation>
    </message>
    <message>
        <source>The program met an error that it did not expect.</source>
        <translation>W programie wystąpił nieoczekiwany błąd.</translation>
    </message>
    <message>
        <source>Your story is still open: save it, then start the program again.</source>
        <translation>Scenariusz jest nadal otwarty: zapisz go, a potem uruchom program ponownie.</translation>
    </message>
</context>
<context>
    <name>StudioWindow</name>
    <message>
        <source>Findings</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Map of the story</source>
        <translation>Mapa scenariusza</translation>
    </message>
    <message>
        <source>Open a story</source>
        <translation>Otwórz scenariusz</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Niezapisane zmiany</translation>
    </message>
    <message>
        <source>Save the changes to this story?</source>
        <translation>Zapisać zmiany w tym scenariuszu?</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>tylko do odczytu</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>Branching training films, from a drawn map to a film.</source>
        <translation>Rozgałęzione filmy szkoleniowe: od mapy do filmu.</translation>
    </message>
    <message>
        <source>Open a story…</source>
        <translation>Otwórz scenariusz…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Ostatnie</translation>
    </message>
</context>
</TS>
