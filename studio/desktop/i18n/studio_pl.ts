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
        <source>Save a copy elsewhere…</source>
        <translation>Zapisz kopię gdzie indziej…</translation>
    </message>
    <message>
        <source>Older versions…</source>
        <translation>Wcześniejsze wersje…</translation>
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
        <source>Play from the start</source>
        <translation>Odtwórz od początku</translation>
    </message>
    <message>
        <source>Play from the selected scene</source>
        <translation>Odtwórz od zaznaczonej sceny</translation>
    </message>
    <message>
        <source>Open the film in the browser</source>
        <translation>Otwórz film w przeglądarce</translation>
    </message>
    <message>
        <source>Open the selected scene in the browser</source>
        <translation>Otwórz zaznaczoną scenę w przeglądarce</translation>
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
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Odtwarzanie</translation>
    </message>
</context>
<context>
    <name>BrowserPreview</name>
    <message>
        <source>Preparing the film for the browser: {percent} %</source>
        <translation>Przygotowywanie filmu do przeglądarki: {percent} %</translation>
    </message>
</context>
<context>
    <name>ChoicesPanel</name>
    <message>
        <source>The end</source>
        <translation>Koniec</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
    </message>
    <message>
        <source>The film cannot go on from here.</source>
        <translation>Film nie może iść dalej z tego miejsca.</translation>
    </message>
    <message>
        <source>Nothing can be chosen, or the way on leads nowhere. Mend it on the map: the next step uses the story as it is then.</source>
        <translation>Nie ma czego wybrać albo dalsza droga prowadzi donikąd. Popraw to na mapie: następny krok użyje już poprawionego scenariusza.</translation>
    </message>
    <message>
        <source>(on the picture)</source>
        <translation>(na obrazie)</translation>
    </message>
    <message>
        <source>(only when time runs out)</source>
        <translation>(tylko gdy upłynie czas)</translation>
    </message>
    <message>
        <source>not available now</source>
        <translation>teraz niedostępny</translation>
    </message>
    <message>
        <source>stays here</source>
        <translation>zostaje tutaj</translation>
    </message>
    <message>
        <source>leads nowhere</source>
        <translation>prowadzi donikąd</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>punkty: {points}</translation>
    </message>
    <message>
        <source>notices {name}</source>
        <translation>zauważa: {name}</translation>
    </message>
    <message>
        <source>feedback now</source>
        <translation>informacja zwrotna od razu</translation>
    </message>
    <message>
        <source>feedback at the end</source>
        <translation>informacja zwrotna na końcu</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
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
    <message>
        <source>History</source>
        <translation>Historia</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>As saved</source>
        <translation>Stan zapisany</translation>
    </message>
    <message>
        <source>Unsaved work brought back</source>
        <translation>Przywrócona niezapisana praca</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>Title of the scene</source>
        <translation>Tytuł sceny</translation>
    </message>
    <message>
        <source>Title of the chapter</source>
        <translation>Tytuł rozdziału</translation>
    </message>
    <message>
        <source>Title of the new scene</source>
        <translation>Tytuł nowej sceny</translation>
    </message>
    <message>
        <source>Text of the note</source>
        <translation>Treść notatki</translation>
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
    <name>FactsPanel</name>
    <message>
        <source>Variables</source>
        <translation>Zmienne</translation>
    </message>
    <message>
        <source>Path so far</source>
        <translation>Dotychczasowa droga</translation>
    </message>
    <message>
        <source>This story has no variables.</source>
        <translation>Ten scenariusz nie ma zmiennych.</translation>
    </message>
    <message>
        <source>Score: {points}</source>
        <translation>Wynik: {points}</translation>
    </message>
    <message>
        <source>Noticed: {names}</source>
        <translation>Zauważono: {names}</translation>
    </message>
    <message>
        <source>time ran out</source>
        <translation>upłynął czas</translation>
    </message>
    <message>
        <source>tried again</source>
        <translation>ponowiono próbę</translation>
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
    <name>HistoryPanel</name>
    <message>
        <source>Steps that can be gone back to</source>
        <translation>Kroki, do których można wrócić</translation>
    </message>
    <message>
        <source>Older versions…</source>
        <translation>Wcześniejsze wersje…</translation>
    </message>
    <message>
        <source>Versions kept beside the story, from earlier days too</source>
        <translation>Wersje zachowane obok scenariusza, także z poprzednich dni</translation>
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
        <source>no captions</source>
        <translation>brak napisów</translation>
    </message>
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
        <source>If: {words}</source>
        <translation>Jeśli: {words}</translation>
    </message>
    <message>
        <source>What follows? Drag from here</source>
        <translation>Co dalej? Przeciągnij stąd</translation>
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
        <source>{words} (leads nowhere)</source>
        <translation>{words} (prowadzi donikąd)</translation>
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
    <message>
        <source>Scenes: {count}</source>
        <translation>Sceny: {count}</translation>
    </message>
</context>
<context>
    <name>MapCommands</name>
    <message>
        <source>New scene</source>
        <translation>Nowa scena</translation>
    </message>
    <message>
        <source>New scene after this one</source>
        <translation>Nowa scena po tej</translation>
    </message>
    <message>
        <source>New sticky note</source>
        <translation>Nowa notatka</translation>
    </message>
    <message>
        <source>Edit title</source>
        <translation>Zmień tytuł</translation>
    </message>
    <message>
        <source>Connect to…</source>
        <translation>Połącz z…</translation>
    </message>
    <message>
        <source>Start the film here</source>
        <translation>Zacznij film tutaj</translation>
    </message>
    <message>
        <source>Take the way away</source>
        <translation>Usuń połączenie</translation>
    </message>
    <message>
        <source>Go to where it leads</source>
        <translation>Idź tam, dokąd prowadzi</translation>
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
        <source>Ending without a verdict</source>
        <translation>Zakończenie bez oceny</translation>
    </message>
    <message>
        <source>No ending: the film goes on</source>
        <translation>To nie zakończenie: film trwa dalej</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Wytnij</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiuj</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Wklej</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Powiel</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Zaznacz wszystko</translation>
    </message>
    <message>
        <source>Group into a chapter</source>
        <translation>Zbierz w rozdział</translation>
    </message>
    <message>
        <source>Take out of the chapter</source>
        <translation>Wyjmij z rozdziału</translation>
    </message>
    <message>
        <source>Collapse or open the chapter</source>
        <translation>Zwiń lub rozwiń rozdział</translation>
    </message>
    <message>
        <source>Dissolve the chapter</source>
        <translation>Rozwiąż rozdział</translation>
    </message>
    <message>
        <source>Align left</source>
        <translation>Wyrównaj do lewej</translation>
    </message>
    <message>
        <source>Align centres</source>
        <translation>Wyrównaj środki w pionie</translation>
    </message>
    <message>
        <source>Align right</source>
        <translation>Wyrównaj do prawej</translation>
    </message>
    <message>
        <source>Align top</source>
        <translation>Wyrównaj do góry</translation>
    </message>
    <message>
        <source>Align middles</source>
        <translation>Wyrównaj środki w poziomie</translation>
    </message>
    <message>
        <source>Align bottom</source>
        <translation>Wyrównaj do dołu</translation>
    </message>
    <message>
        <source>Distribute across</source>
        <translation>Rozłóż równo w poziomie</translation>
    </message>
    <message>
        <source>Distribute down</source>
        <translation>Rozłóż równo w pionie</translation>
    </message>
    <message>
        <source>Arrange the whole map</source>
        <translation>Uporządkuj całą mapę</translation>
    </message>
    <message>
        <source>Arrange the selected scenes</source>
        <translation>Uporządkuj zaznaczone sceny</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Przybliż zaznaczenie</translation>
    </message>
    <message>
        <source>Full size (1:1)</source>
        <translation>Pełny rozmiar (1:1)</translation>
    </message>
    <message>
        <source>Light the paths through this scene</source>
        <translation>Podświetl ścieżki przez tę scenę</translation>
    </message>
    <message>
        <source>Light what cannot be reached</source>
        <translation>Podświetl to, co nieosiągalne</translation>
    </message>
    <message>
        <source>Light the best path</source>
        <translation>Podświetl najlepszą ścieżkę</translation>
    </message>
    <message>
        <source>End the highlight</source>
        <translation>Wyłącz podświetlenie</translation>
    </message>
    <message>
        <source>Show the small map</source>
        <translation>Pokaż małą mapę</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Rozdział</translation>
    </message>
    <message>
        <source>Align and arrange</source>
        <translation>Wyrównaj i uporządkuj</translation>
    </message>
    <message>
        <source>Highlight</source>
        <translation>Podświetlenie</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Zakończenie</translation>
    </message>
    <message>
        <source>Align and distribute</source>
        <translation>Wyrównaj i rozłóż</translation>
    </message>
    <message>
        <source>Move to “{title}”</source>
        <translation>Przenieś do „{title}”</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Niebieski</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Pomarańczowy</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Zielony</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Różowy</translation>
    </message>
    <message>
        <source>Light blue</source>
        <translation>Jasnoniebieski</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Żółty</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
</context>
<context>
    <name>MapEdits</name>
    <message>
        <source>Arrange the map</source>
        <translation>Uporządkowanie mapy</translation>
    </message>
    <message>
        <source>Arrange scenes</source>
        <translation>Uporządkowanie scen</translation>
    </message>
    <message>
        <source>Files being copied into the story: {count}</source>
        <translation>Pliki kopiowane do scenariusza: {count}</translation>
    </message>
    <message>
        <source>Copy media of pasted scenes</source>
        <translation>Skopiowanie mediów wklejonych scen</translation>
    </message>
    <message>
        <source>Add clips</source>
        <translation>Dodanie ujęć</translation>
    </message>
    <message>
        <source>Scene title</source>
        <translation>Tytuł sceny</translation>
    </message>
    <message>
        <source>Chapter title</source>
        <translation>Tytuł rozdziału</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Nowa scena</translation>
    </message>
    <message>
        <source>Sticky note</source>
        <translation>Notatka</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Add choice</source>
        <translation>Dodanie wyboru</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Powielenie</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Przesunięcie</translation>
    </message>
    <message>
        <source>Resize note</source>
        <translation>Zmiana rozmiaru notatki</translation>
    </message>
    <message>
        <source>New note</source>
        <translation>Nowa notatka</translation>
    </message>
    <message>
        <source>Set the start</source>
        <translation>Wskazanie początku</translation>
    </message>
    <message>
        <source>Disconnect</source>
        <translation>Usunięcie połączenia</translation>
    </message>
    <message>
        <source>No ending</source>
        <translation>Zniesienie zakończenia</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>Wycięcie</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>Wklejenie</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Usunięcie</translation>
    </message>
    <message>
        <source>Group into a chapter</source>
        <translation>Zebranie w rozdział</translation>
    </message>
    <message>
        <source>Move to a chapter</source>
        <translation>Przeniesienie do rozdziału</translation>
    </message>
    <message>
        <source>Take out of the chapter</source>
        <translation>Wyjęcie z rozdziału</translation>
    </message>
    <message>
        <source>Dissolve the chapter</source>
        <translation>Rozwiązanie rozdziału</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Zmiana koloru</translation>
    </message>
    <message>
        <source>Distribute</source>
        <translation>Rozłożenie</translation>
    </message>
    <message>
        <source>Every scene can be reached.</source>
        <translation>Do każdej sceny da się dojść.</translation>
    </message>
    <message>
        <source>No path leads from the start to an ending yet.</source>
        <translation>Żadna ścieżka nie prowadzi jeszcze z początku do zakończenia.</translation>
    </message>
    <message>
        <source>Make an ending</source>
        <translation>Zakończenie</translation>
    </message>
    <message>
        <source>Align</source>
        <translation>Wyrównanie</translation>
    </message>
</context>
<context>
    <name>MapSpoken</name>
    <message>
        <source>start of the film</source>
        <translation>początek filmu</translation>
    </message>
    <message>
        <source>decision, choices: {count}</source>
        <translation>decyzja, wybory: {count}</translation>
    </message>
    <message>
        <source>to be filmed</source>
        <translation>do nakręcenia</translation>
    </message>
    <message>
        <source>length {time}</source>
        <translation>długość {time}</translation>
    </message>
    <message>
        <source>findings: {count}</source>
        <translation>uwagi: {count}</translation>
    </message>
    <message>
        <source>captions are missing</source>
        <translation>brakuje napisów</translation>
    </message>
    <message>
        <source>chapter {title}</source>
        <translation>rozdział {title}</translation>
    </message>
    <message>
        <source>reached from: {titles}</source>
        <translation>prowadzą tu: {titles}</translation>
    </message>
    <message>
        <source>next</source>
        <translation>dalej</translation>
    </message>
    <message>
        <source>{way} stays here</source>
        <translation>{way}: zostaje tutaj</translation>
    </message>
    <message>
        <source>{way} leads nowhere</source>
        <translation>{way}: prowadzi donikąd</translation>
    </message>
    <message>
        <source>{way} leads to {title}</source>
        <translation>{way}: prowadzi do sceny {title}</translation>
    </message>
    <message>
        <source>selected scenes: {count}</source>
        <translation>zaznaczone sceny: {count}</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Open the chapter</source>
        <translation>Rozwinięcie rozdziału</translation>
    </message>
    <message>
        <source>Collapse the chapter</source>
        <translation>Zwinięcie rozdziału</translation>
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
    <name>Minimap</name>
    <message>
        <source>Small map</source>
        <translation>Mała mapa</translation>
    </message>
    <message>
        <source>Click or drag to move the map</source>
        <translation>Kliknij lub przeciągnij, aby przesunąć mapę</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Close this notice</source>
        <translation>Zamknij to powiadomienie</translation>
    </message>
</context>
<context>
    <name>PlayWindow</name>
    <message>
        <source>From the start</source>
        <translation>Od początku</translation>
    </message>
    <message>
        <source>From the selected scene, with these values</source>
        <translation>Od zaznaczonej sceny, z tymi wartościami</translation>
    </message>
    <message>
        <source>Back to the beginning of the scene</source>
        <translation>Wróć na początek sceny</translation>
    </message>
    <message>
        <source>Skip to what comes next</source>
        <translation>Przejdź do tego, co dalej</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>Otwórz w przeglądarce</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Szybkość</translation>
    </message>
    <message>
        <source>Speed of clips and cards; time limits stay as they are</source>
        <translation>Szybkość ujęć i plansz; limity czasu się nie zmieniają</translation>
    </message>
    <message>
        <source>Language of the film</source>
        <translation>Język filmu</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Wznów</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Wstrzymaj</translation>
    </message>
    <message>
        <source>Play: {scene}</source>
        <translation>Odtwarzanie: {scene}</translation>
    </message>
    <message>
        <source>The clip&apos;s file is missing: a card stands in for it.</source>
        <translation>Brakuje pliku ujęcia: zastępuje je plansza.</translation>
    </message>
    <message>
        <source>The clip cannot be read: a card stands in for it.</source>
        <translation>Nie można odczytać ujęcia: zastępuje je plansza.</translation>
    </message>
    <message>
        <source>This clip is AV1, which browsers show and the studio&apos;s own player does not: a card stands in for it. Use “Open in the browser” to see it.</source>
        <translation>To ujęcie ma format AV1, który pokazują przeglądarki, ale nie odtwarzacz studia: zastępuje je plansza. Aby je zobaczyć, użyj polecenia „Otwórz w przeglądarce”.</translation>
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
    <name>SideWindows</name>
    <message>
        <source>Version of {time} brought back</source>
        <translation>Przywrócona wersja z {time}</translation>
    </message>
</context>
<context>
    <name>StoryFlow</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Niezapisane zmiany</translation>
    </message>
    <message>
        <source>Save the changes to this story?</source>
        <translation>Zapisać zmiany w tym scenariuszu?</translation>
    </message>
    <message>
        <source>Changes given up stay among the older versions.</source>
        <translation>Porzucone zmiany pozostaną wśród wcześniejszych wersji.</translation>
    </message>
    <message>
        <source>Open a story</source>
        <translation>Otwórz scenariusz</translation>
    </message>
    <message>
        <source>Save a copy of the story as a new folder</source>
        <translation>Zapisz kopię scenariusza jako nowy folder</translation>
    </message>
    <message>
        <source>Copying the story…</source>
        <translation>Kopiowanie scenariusza…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>The program had ended before your work was saved. It is back, with your last change of {time}.</source>
        <translation>Program zakończył działanie, zanim zapisano Twoją pracę. Została przywrócona wraz z ostatnią zmianą z {time}.</translation>
    </message>
    <message>
        <source>Save it</source>
        <translation>Zapisz ją</translation>
    </message>
    <message>
        <source>Go back to what was saved</source>
        <translation>Wróć do zapisanej wersji</translation>
    </message>
    <message>
        <source>Parts of this story&apos;s file were not understood and are left out ({count}). It is open read-only, so that they are not lost; see the findings.</source>
        <translation>Części pliku scenariusza nie udało się zrozumieć i zostały pominięte ({count}). Scenariusz jest otwarty tylko do odczytu, aby nic nie przepadło; szczegóły są w uwagach.</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Zapisz gdzie indziej…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Spróbuj ponownie</translation>
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
        <source>&amp;Map</source>
        <translation>&amp;Mapa</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>tylko do odczytu</translation>
    </message>
</context>
<context>
    <name>VersionsDialog</name>
    <message>
        <source>Older versions</source>
        <translation>Wcześniejsze wersje</translation>
    </message>
    <message>
        <source>Kept versions</source>
        <translation>Zachowane wersje</translation>
    </message>
    <message>
        <source>Map of the chosen version</source>
        <translation>Mapa wybranej wersji</translation>
    </message>
    <message>
        <source>Bring this version back</source>
        <translation>Przywróć tę wersję</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>A version is kept each time you save, while you work, and when changes are given up. Bringing one back is an edit like any other: it can be undone.</source>
        <translation>Wersja jest zachowywana przy każdym zapisie, w trakcie pracy i przy porzuceniu zmian. Przywrócenie wersji to zwykła zmiana: można ją cofnąć.</translation>
    </message>
    <message>
        <source>as it was opened</source>
        <translation>taki, jak przy otwarciu</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>zapisany</translation>
    </message>
    <message>
        <source>while working</source>
        <translation>w trakcie pracy</translation>
    </message>
    <message>
        <source>given up unsaved</source>
        <translation>porzucony bez zapisania</translation>
    </message>
    <message>
        <source>found changed on the disk</source>
        <translation>zmieniony na dysku przez inny program</translation>
    </message>
    <message>
        <source>No versions are kept yet: save the story once.</source>
        <translation>Nie ma jeszcze zachowanych wersji: zapisz scenariusz choć raz.</translation>
    </message>
    <message>
        <source>Scenes only here: {names}</source>
        <translation>Sceny tylko w tej wersji: {names}</translation>
    </message>
    <message>
        <source>Scenes not here: {names}</source>
        <translation>Scen tych tutaj nie ma: {names}</translation>
    </message>
    <message>
        <source>Scenes that differ: {names}</source>
        <translation>Sceny, które się różnią: {names}</translation>
    </message>
    <message>
        <source>The same as what is open.</source>
        <translation>Taka sama jak otwarty scenariusz.</translation>
    </message>
    <message>
        <source>The scenes are the same; the story&apos;s settings differ.</source>
        <translation>Sceny są takie same; różnią się ustawienia scenariusza.</translation>
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
