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
        <source>New story…</source>
        <translation>Nowy scenariusz…</translation>
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
        <source>Find anything…</source>
        <translation>Znajdź cokolwiek…</translation>
    </message>
    <message>
        <source>Find and replace…</source>
        <translation>Znajdź i zamień…</translation>
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
        <source>Clip editor</source>
        <translation>Edytor ujęcia</translation>
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
        <source>Play a playthrough…</source>
        <translation>Odtwórz przebieg…</translation>
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
        <source>Keys and gestures</source>
        <translation>Klawisze i gesty</translation>
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
    <message>
        <source>&amp;Help</source>
        <translation>Po&amp;moc</translation>
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
    <name>CaptionsMenu</name>
    <message>
        <source>More</source>
        <translation>Więcej</translation>
    </message>
    <message>
        <source>More to do with the captions</source>
        <translation>Więcej działań na napisach</translation>
    </message>
    <message>
        <source>Draft from the script</source>
        <translation>Szkic ze scenopisu</translation>
    </message>
    <message>
        <source>Move all…</source>
        <translation>Przesuń wszystkie…</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Podziel</translation>
    </message>
    <message>
        <source>Merge with the next one</source>
        <translation>Połącz z następnym</translation>
    </message>
    <message>
        <source>Bring in a caption file…</source>
        <translation>Wczytaj plik napisów…</translation>
    </message>
    <message>
        <source>Write as a file…</source>
        <translation>Zapisz jako plik…</translation>
    </message>
    <message>
        <source>Lays the words of the scene’s script over the speech in its clip</source>
        <translation>Rozkłada słowa scenopisu na mowę słyszaną w ujęciu</translation>
    </message>
    <message>
        <source>The selected captions, else all that are too long to be read</source>
        <translation>Zaznaczone napisy, a bez zaznaczenia wszystkie zbyt długie, by je przeczytać</translation>
    </message>
    <message>
        <source>Move all captions</source>
        <translation>Przesuń wszystkie napisy</translation>
    </message>
    <message>
        <source>By how many seconds? Negative means earlier.</source>
        <translation>O ile sekund? Liczba ujemna oznacza wcześniej.</translation>
    </message>
    <message>
        <source>Bring in a caption file</source>
        <translation>Wczytaj plik napisów</translation>
    </message>
    <message>
        <source>Captions ({kinds})</source>
        <translation>Napisy ({kinds})</translation>
    </message>
    <message>
        <source>Write the captions as a file</source>
        <translation>Zapisz napisy jako plik</translation>
    </message>
</context>
<context>
    <name>CaptionsTable</name>
    <message>
        <source>Captions</source>
        <translation>Napisy</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>Language of the captions</source>
        <translation>Język napisów</translation>
    </message>
    <message>
        <source>Add here</source>
        <translation>Dodaj tutaj</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Title of a scene</source>
        <translation>Tytuł sceny</translation>
    </message>
    <message>
        <source>There is no scene called “{title}”.</source>
        <translation>Nie ma sceny „{title}”.</translation>
    </message>
</context>
<context>
    <name>ChapterPage</name>
    <message>
        <source>Title of the chapter</source>
        <translation>Tytuł rozdziału</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>Kolor</translation>
    </message>
    <message>
        <source>Collapsed on the map</source>
        <translation>Zwinięty na mapie</translation>
    </message>
    <message>
        <source>Scenes of this chapter</source>
        <translation>Sceny tego rozdziału</translation>
    </message>
</context>
<context>
    <name>ChipsField</name>
    <message>
        <source>Remove “{name}”</source>
        <translation>Usuń „{name}”</translation>
    </message>
    <message>
        <source>There is nothing to add.</source>
        <translation>Nie ma czego dodać.</translation>
    </message>
    <message>
        <source>New…</source>
        <translation>Nowy…</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>not judged</source>
        <translation>bez oceny</translation>
    </message>
    <message>
        <source>right</source>
        <translation>trafny</translation>
    </message>
    <message>
        <source>acceptable</source>
        <translation>dopuszczalny</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>błędny</translation>
    </message>
</context>
<context>
    <name>ChoiceForm</name>
    <message>
        <source>Choice {number}</source>
        <translation>Wybór {number}</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Prowadzi do</translation>
    </message>
    <message>
        <source>stay in the decision</source>
        <translation>zostań w decyzji</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>Feedback, points, conditions</source>
        <translation>Informacja zwrotna, punkty, warunki</translation>
    </message>
    <message>
        <source>More for choice {number}</source>
        <translation>Więcej: wybór {number}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Przesuń w górę</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Przesuń w dół</translation>
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
        <source>Feedback</source>
        <translation>Informacja zwrotna</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Dlaczego</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Kiedy</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>od razu</translation>
    </message>
    <message>
        <source>at the debrief</source>
        <translation>w omówieniu</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkty</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Dostępny</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Warunek</translation>
    </message>
    <message>
        <source>Always.</source>
        <translation>Zawsze.</translation>
    </message>
    <message>
        <source>When chosen</source>
        <translation>Po wybraniu</translation>
    </message>
    <message>
        <source>Effects</source>
        <translation>Skutki</translation>
    </message>
    <message>
        <source>No variable changes.</source>
        <translation>Żadna zmienna się nie zmienia.</translation>
    </message>
    <message>
        <source>More of this choice</source>
        <translation>Więcej o tym wyborze</translation>
    </message>
    <message>
        <source>Can be chosen only once</source>
        <translation>Można wybrać tylko raz</translation>
    </message>
    <message>
        <source>Shown as a choice</source>
        <translation>Widoczny jako wybór</translation>
    </message>
    <message>
        <source>If not, only the time limit can take it: silence as an answer.</source>
        <translation>Jeśli nie, zapada tylko po upływie czasu: milczenie jako odpowiedź.</translation>
    </message>
    <message>
        <source>Clip of the feedback</source>
        <translation>Ujęcie z informacją zwrotną</translation>
    </message>
    <message>
        <source>Picture of the feedback</source>
        <translation>Obraz informacji zwrotnej</translation>
    </message>
    <message>
        <source>Description of the picture</source>
        <translation>Opis obrazu</translation>
    </message>
    <message>
        <source>Resources with the feedback</source>
        <translation>Materiały do informacji zwrotnej</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Materiały</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Materiał</translation>
    </message>
    <message>
        <source>Notes for authors</source>
        <translation>Notatki dla autorów</translation>
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
        <source>Before this scene</source>
        <translation>Przed tą sceną</translation>
    </message>
    <message>
        <source>Show the scene</source>
        <translation>Pokaż scenę</translation>
    </message>
    <message>
        <source>Read what happens instead</source>
        <translation>Przeczytaj, co się w niej dzieje</translation>
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
    <name>ClipEditor</name>
    <message>
        <source>Clip: {scene}</source>
        <translation>Ujęcie: {scene}</translation>
    </message>
    <message>
        <source>The clip’s file is missing.</source>
        <translation>Brakuje pliku ujęcia.</translation>
    </message>
    <message>
        <source>The clip cannot be read.</source>
        <translation>Nie można odczytać ujęcia.</translation>
    </message>
    <message>
        <source>Concealed {number}</source>
        <translation>Zasłonięte {number}</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>Timeline of the clip</source>
        <translation>Oś czasu ujęcia</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
</context>
<context>
    <name>ClipEdits</name>
    <message>
        <source>Marks</source>
        <translation>Początek i koniec ujęcia</translation>
    </message>
    <message>
        <source>Picture of the clip</source>
        <translation>Obraz ujęcia</translation>
    </message>
    <message>
        <source>Time of the decision</source>
        <translation>Czas decyzji</translation>
    </message>
    <message>
        <source>Hotspot</source>
        <translation>Miejsce do kliknięcia</translation>
    </message>
    <message>
        <source>Concealed place</source>
        <translation>Zasłonięte miejsce</translation>
    </message>
    <message>
        <source>Time of the hotspot</source>
        <translation>Czas miejsca do kliknięcia</translation>
    </message>
    <message>
        <source>Time of the concealed place</source>
        <translation>Czas zasłonięcia</translation>
    </message>
    <message>
        <source>Conceal a place</source>
        <translation>Zasłoń miejsce</translation>
    </message>
    <message>
        <source>Hotspot taken away</source>
        <translation>Usunięto miejsce do kliknięcia</translation>
    </message>
    <message>
        <source>Concealed place taken away</source>
        <translation>Usunięto zasłonięcie</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Napisy</translation>
    </message>
</context>
<context>
    <name>ClipTools</name>
    <message>
        <source>frame {number}</source>
        <translation>klatka {number}</translation>
    </message>
    <message>
        <source>Backwards; again is faster</source>
        <translation>Wstecz; ponownie: szybciej</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Play; again is faster</source>
        <translation>Odtwarzaj; ponownie: szybciej</translation>
    </message>
    <message>
        <source>One frame back</source>
        <translation>Klatka wstecz</translation>
    </message>
    <message>
        <source>One frame on</source>
        <translation>Klatka naprzód</translation>
    </message>
    <message>
        <source>The clip begins here</source>
        <translation>Tu zaczyna się ujęcie</translation>
    </message>
    <message>
        <source>The clip ends here</source>
        <translation>Tu kończy się ujęcie</translation>
    </message>
    <message>
        <source>This picture stands for the clip</source>
        <translation>Ten obraz przedstawia ujęcie</translation>
    </message>
    <message>
        <source>The decision opens here</source>
        <translation>Tu otwiera się decyzja</translation>
    </message>
</context>
<context>
    <name>ColourField</name>
    <message>
        <source>{name}: choose a colour</source>
        <translation>{name}: wybierz kolor</translation>
    </message>
    <message>
        <source>Use the usual colour</source>
        <translation>Przywróć zwykły kolor</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>What was found</source>
        <translation>Znalezione</translation>
    </message>
    <message>
        <source>New scene “{words}”</source>
        <translation>Nowa scena „{words}”</translation>
    </message>
    <message>
        <source>Nothing fits.</source>
        <translation>Nic nie pasuje.</translation>
    </message>
</context>
<context>
    <name>ConditionField</name>
    <message>
        <source>if</source>
        <translation>jeśli</translation>
    </message>
    <message>
        <source>+ Add a condition</source>
        <translation>+ Dodaj warunek</translation>
    </message>
    <message>
        <source>+ Another condition</source>
        <translation>+ Kolejny warunek</translation>
    </message>
    <message>
        <source>Add a variable, an indicator or a scene first.</source>
        <translation>Najpierw dodaj zmienną, symptom lub scenę.</translation>
    </message>
    <message>
        <source>How many of the conditions must hold</source>
        <translation>Ile warunków musi być spełnionych</translation>
    </message>
    <message>
        <source>and</source>
        <translation>i</translation>
    </message>
    <message>
        <source>or</source>
        <translation>lub</translation>
    </message>
    <message>
        <source>+ Condition</source>
        <translation>+ Warunek</translation>
    </message>
    <message>
        <source>+ Group</source>
        <translation>+ Grupa</translation>
    </message>
    <message>
        <source>Remove this condition</source>
        <translation>Usuń ten warunek</translation>
    </message>
</context>
<context>
    <name>ConditionRow</name>
    <message>
        <source>What the condition is about</source>
        <translation>Czego dotyczy warunek</translation>
    </message>
    <message>
        <source>it is not true that</source>
        <translation>nieprawda, że</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Porównanie</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
    <message>
        <source>Which one</source>
        <translation>Który element</translation>
    </message>
    <message>
        <source>Whether it happened</source>
        <translation>Czy to się stało</translation>
    </message>
    <message>
        <source>There is nothing of this kind in the story yet.</source>
        <translation>W scenariuszu nie ma jeszcze niczego takiego.</translation>
    </message>
</context>
<context>
    <name>ContentsPanel</name>
    <message>
        <source>Remove an item</source>
        <translation>Usunięcie</translation>
    </message>
    <message>
        <source>“{name}” is used in {count} places. Remove it all the same?</source>
        <translation>„{name}” – liczba użyć: {count}. Usunąć mimo to?</translation>
    </message>
    <message>
        <source>The findings will show each place. You can undo this.</source>
        <translation>Uwagi pokażą każde z tych miejsc. Możesz to cofnąć.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Przesunięcie</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Powiel</translation>
    </message>
    <message>
        <source>Variables</source>
        <translation>Zmienne</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>Symptomy</translation>
    </message>
    <message>
        <source>Competences</source>
        <translation>Kompetencje</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Materiały</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Słowniczek</translation>
    </message>
    <message>
        <source>Kinds of contents</source>
        <translation>Rodzaje zasobów</translation>
    </message>
    <message>
        <source>+ Add</source>
        <translation>+ Dodaj</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Przesuń w górę</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Przesuń w dół</translation>
    </message>
    <message>
        <source>New variable</source>
        <translation>Nowa zmienna</translation>
    </message>
    <message>
        <source>New indicator</source>
        <translation>Nowy symptom</translation>
    </message>
    <message>
        <source>New competence</source>
        <translation>Nowa kompetencja</translation>
    </message>
    <message>
        <source>New resource</source>
        <translation>Nowy materiał</translation>
    </message>
    <message>
        <source>New term</source>
        <translation>Nowe pojęcie</translation>
    </message>
    <message>
        <source>What the story remembers: choices change it, conditions ask for it.</source>
        <translation>To, co scenariusz pamięta: wybory to zmieniają, warunki o to pytają.</translation>
    </message>
    <message>
        <source>Signs of trafficking that can be noticed in a scene.</source>
        <translation>Symptomy handlu ludźmi, które można zauważyć w scenie.</translation>
    </message>
    <message>
        <source>What is trained: choices give points for it.</source>
        <translation>To, czego uczy film: wybory dają za to punkty.</translation>
    </message>
    <message>
        <source>Procedures, phone numbers, documents and links.</source>
        <translation>Procedury, telefony, dokumenty i odnośniki.</translation>
    </message>
    <message>
        <source>Terms that trainees can look up.</source>
        <translation>Pojęcia, które uczestnicy mogą sprawdzić.</translation>
    </message>
</context>
<context>
    <name>ContrastNote</name>
    <message>
        <source>Words on background</source>
        <translation>Słowa na tle</translation>
    </message>
    <message>
        <source>Accent on background</source>
        <translation>Akcent na tle</translation>
    </message>
    <message>
        <source>good</source>
        <translation>dobrze</translation>
    </message>
    <message>
        <source>too little, at least {least} : 1</source>
        <translation>za mało, co najmniej {least} : 1</translation>
    </message>
</context>
<context>
    <name>DecisionTimes</name>
    <message>
        <source>Decision</source>
        <translation>Decyzja</translation>
    </message>
    <message>
        <source>Opens at</source>
        <translation>Otwiera się</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Limit czasu</translation>
    </message>
    <message>
        <source>the end of the clip</source>
        <translation>na końcu ujęcia</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
</context>
<context>
    <name>DiscussionForm</name>
    <message>
        <source>Question {number}</source>
        <translation>Pytanie {number}</translation>
    </message>
    <message>
        <source>Remove this question</source>
        <translation>Usuń to pytanie</translation>
    </message>
    <message>
        <source>Remove a question</source>
        <translation>Usunięcie pytania</translation>
    </message>
    <message>
        <source>time to talk</source>
        <translation>czas na rozmowę</translation>
    </message>
    <message>
        <source>Time to talk</source>
        <translation>Czas na rozmowę</translation>
    </message>
    <message>
        <source>as long as it takes</source>
        <translation>bez ograniczeń</translation>
    </message>
    <message>
        <source>+ Add a question</source>
        <translation>+ Dodaj pytanie</translation>
    </message>
    <message>
        <source>Add a question</source>
        <translation>Dodanie pytania</translation>
    </message>
</context>
<context>
    <name>Docks</name>
    <message>
        <source>Properties</source>
        <translation>Właściwości</translation>
    </message>
    <message>
        <source>Story contents</source>
        <translation>Zasoby scenariusza</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Outline and table</source>
        <translation>Konspekt i tabela</translation>
    </message>
    <message>
        <source>Media</source>
        <translation>Media</translation>
    </message>
    <message>
        <source>Find and replace</source>
        <translation>Znajdź i zamień</translation>
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
    <name>EffectRow</name>
    <message>
        <source>What happens</source>
        <translation>Co się dzieje</translation>
    </message>
    <message>
        <source>increase</source>
        <translation>zwiększ</translation>
    </message>
    <message>
        <source>decrease</source>
        <translation>zmniejsz</translation>
    </message>
    <message>
        <source>set</source>
        <translation>ustaw</translation>
    </message>
    <message>
        <source>note the indicator</source>
        <translation>odnotuj symptom</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>Zmienna</translation>
    </message>
    <message>
        <source>by</source>
        <comment>increase trust by 2</comment>
        <translation>o</translation>
    </message>
    <message>
        <source>to</source>
        <translation>na</translation>
    </message>
    <message>
        <source>Remove this effect</source>
        <translation>Usuń ten skutek</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Wielkość</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wartość</translation>
    </message>
</context>
<context>
    <name>EffectsField</name>
    <message>
        <source>+ Add an effect</source>
        <translation>+ Dodaj skutek</translation>
    </message>
    <message>
        <source>Add a variable or an indicator first.</source>
        <translation>Najpierw dodaj zmienną lub symptom.</translation>
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
        <source>Why it may be exported all the same</source>
        <translation>Dlaczego mimo to można wyeksportować</translation>
    </message>
    <message>
        <source>Reason for exporting with errors</source>
        <translation>Powód eksportu mimo błędów</translation>
    </message>
    <message>
        <source>The reason is kept with the film.</source>
        <translation>Powód zostanie zapisany razem z filmem.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Postęp eksportu</translation>
    </message>
    <message>
        <source>Show in browser</source>
        <translation>Pokaż w przeglądarce</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Pokaż w folderze</translation>
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
        <source>about {time} on this computer</source>
        <translation>około {time} na tym komputerze</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Zatrzymywanie…</translation>
    </message>
    <message>
        <source>Looking over the story…</source>
        <translation>Przeglądanie scenariusza…</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>about {size} MB</source>
        <translation>około {size} MB</translation>
    </message>
    <message>
        <source>{size} · clips to encode: {encode}, to copy: {copy}, ready from before: {ready}</source>
        <translation>{size} · ujęcia do zakodowania: {encode}, do skopiowania: {copy}, gotowe z wcześniej: {ready}</translation>
    </message>
    <message>
        <source>From a slow USB stick: first picture after about {seconds} s</source>
        <translation>Z wolnej pamięci USB: pierwszy obraz po około {seconds} s</translation>
    </message>
    <message>
        <source>a moment</source>
        <translation>chwilę</translation>
    </message>
    <message>
        <source>the time is told once encoding has begun</source>
        <translation>czas podamy po rozpoczęciu kodowania</translation>
    </message>
    <message>
        <source>The checks report errors ({count}):</source>
        <translation>Sprawdzenie zgłasza błędy ({count}):</translation>
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
        <source>Clips ready: {done} of {all}</source>
        <translation>Gotowe ujęcia: {done} z {all}</translation>
    </message>
    <message>
        <source>time left: {time}</source>
        <translation>pozostało: {time}</translation>
    </message>
    <message>
        <source>The film is ready: {path}</source>
        <translation>Film jest gotowy: {path}</translation>
    </message>
    <message>
        <source>Cancelled. An earlier export was left as it was.</source>
        <translation>Anulowano. Wcześniejszy eksport pozostał bez zmian.</translation>
    </message>
    <message>
        <source>As the story says</source>
        <translation>Jak w scenariuszu</translation>
    </message>
</context>
<context>
    <name>ExportOptions</name>
    <message>
        <source>Quality</source>
        <translation>Jakość</translation>
    </message>
    <message>
        <source>any size</source>
        <translation>dowolny rozmiar</translation>
    </message>
    <message>
        <source>Fit onto</source>
        <translation>Zmieść na</translation>
    </message>
    <message>
        <source>All clips together take no more than this, for a USB stick or a mailbox: where they would, quality is lowered as little as needed.</source>
        <translation>Wszystkie ujęcia razem nie zajmą więcej, na przykład na pendrive lub do skrzynki pocztowej: jeśli by się nie zmieściły, jakość spadnie tylko o tyle, o ile trzeba.</translation>
    </message>
    <message>
        <source>Scenes that are not filmed play as cards</source>
        <translation>Nienakręcone sceny są odtwarzane jako plansze</translation>
    </message>
    <message>
        <source>Each is made into a clip of its words, so that the whole film plays.</source>
        <translation>Z tekstu każdej z nich powstaje ujęcie, dzięki czemu można odtworzyć cały film.</translation>
    </message>
    <message>
        <source>The computer reads the cards aloud</source>
        <translation>Komputer czyta plansze na głos</translation>
    </message>
    <message>
        <source>Encode with the graphics card</source>
        <translation>Koduj kartą graficzną</translation>
    </message>
    <message>
        <source>A rough narration to rehearse with, where no recording is chosen.</source>
        <translation>Robocza narracja do prób tam, gdzie nie wybrano nagrania.</translation>
    </message>
    <message>
        <source>For this the program espeak-ng must be installed.</source>
        <translation>Do tego potrzebny jest zainstalowany program espeak-ng.</translation>
    </message>
    <message>
        <source>Faster; files are somewhat larger at the same quality.</source>
        <translation>Szybciej; przy tej samej jakości pliki są nieco większe.</translation>
    </message>
    <message>
        <source>This computer has no graphics card that encodes video.</source>
        <translation>Ten komputer nie ma karty graficznej, która koduje wideo.</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Języki</translation>
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
    <name>FileFacts</name>
    <message>
        <source>Measuring…</source>
        <translation>Mierzenie…</translation>
    </message>
    <message>
        <source>(varies)</source>
        <translation>(zmienna)</translation>
    </message>
    <message>
        <source>{width} × {height}, {rate} frames a second</source>
        <translation>{width} × {height}, {rate} klatek na sekundę</translation>
    </message>
    <message>
        <source>{size} MB, {seconds} s</source>
        <translation>{size} MB, {seconds} s</translation>
    </message>
    <message>
        <source>loudness {value} LUFS</source>
        <translation>głośność {value} LUFS</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>{name}: choose a file</source>
        <translation>{name}: wybierz plik</translation>
    </message>
    <message>
        <source>{name}: remove</source>
        <translation>{name}: usuń</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Brak</translation>
    </message>
    <message>
        <source>⚠ missing: {file}</source>
        <translation>⚠ brak pliku: {file}</translation>
    </message>
</context>
<context>
    <name>FindReplacePanel</name>
    <message>
        <source>This is no regular expression: {reason}</source>
        <translation>To nie jest wyrażenie regularne: {reason}</translation>
    </message>
    <message>
        <source>This expression would take too long: it can match in too many ways. Make it simpler, for instance without a repetition inside a repetition.</source>
        <translation>To wyrażenie trwałoby zbyt długo: może pasować na zbyt wiele sposobów. Uprość je, na przykład usuń powtórzenie wewnątrz powtórzenia.</translation>
    </message>
    <message>
        <source>Replace “{old}” by “{new}”</source>
        <translation>Zamiana „{old}” na „{new}”</translation>
    </message>
    <message>
        <source>The replacement names a group that is not there.</source>
        <translation>Zamiennik odwołuje się do grupy, której nie ma.</translation>
    </message>
    <message>
        <source>Replace {count}</source>
        <translation>Zamień {count}</translation>
    </message>
    <message>
        <source>Searches every text of the story, and the notes.</source>
        <translation>Przeszukuje wszystkie teksty scenariusza i notatki.</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>Nic nie znaleziono.</translation>
    </message>
    <message>
        <source>Found {places} times in {texts} texts. Untick what shall stay.</source>
        <translation>Znalezione miejsca: {places}, teksty: {texts}. Odznacz to, co ma zostać.</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Znajdź</translation>
    </message>
    <message>
        <source>Replace by</source>
        <translation>Zamień na</translation>
    </message>
    <message>
        <source>Match capitals</source>
        <translation>Uwzględniaj wielkość liter</translation>
    </message>
    <message>
        <source>Whole words</source>
        <translation>Całe wyrazy</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Wyrażenie regularne</translation>
    </message>
    <message>
        <source>All languages</source>
        <translation>Wszystkie języki</translation>
    </message>
    <message>
        <source>Authors’ notes</source>
        <translation>Notatki autorów</translation>
    </message>
    <message>
        <source>Where to look</source>
        <translation>Gdzie szukać</translation>
    </message>
    <message>
        <source>Texts that match</source>
        <translation>Znalezione teksty</translation>
    </message>
</context>
<context>
    <name>Finder</name>
    <message>
        <source>Find a scene, a text or a command</source>
        <translation>Znajdź scenę, tekst lub polecenie</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Połączenie</translation>
    </message>
    <message>
        <source>Which scene follows?</source>
        <translation>Która scena jest następna?</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Nowa scena</translation>
    </message>
</context>
<context>
    <name>FindingDetails</name>
    <message>
        <source>Select a finding to see what helps.</source>
        <translation>Zaznacz uwagę, by zobaczyć, co pomoże.</translation>
    </message>
    <message>
        <source>Accepted: {reason}</source>
        <translation>Zaakceptowano: {reason}</translation>
    </message>
    <message>
        <source>Play to this place</source>
        <translation>Odtwórz do tego miejsca</translation>
    </message>
    <message>
        <source>Light the path</source>
        <translation>Podświetl ścieżkę</translation>
    </message>
    <message>
        <source>Show on the map how a trainee comes here</source>
        <translation>Pokaż na mapie, jak uczestnik tu dochodzi</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Przejdź tam</translation>
    </message>
    <message>
        <source>No longer accept</source>
        <translation>Cofnij akceptację</translation>
    </message>
    <message>
        <source>Accept…</source>
        <translation>Zaakceptuj…</translation>
    </message>
    <message>
        <source>Keep it as it is, with a reason</source>
        <translation>Zostaw, jak jest, podając powód</translation>
    </message>
    <message>
        <source>Accept a finding</source>
        <translation>Akceptacja uwagi</translation>
    </message>
    <message>
        <source>Why is it fine as it is? The reason stays in the story.</source>
        <translation>Dlaczego tak jest dobrze? Powód zostanie w scenariuszu.</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Checking…</source>
        <translation>Sprawdzanie…</translation>
    </message>
    <message>
        <source>Measuring clips…</source>
        <translation>Mierzenie klipów…</translation>
    </message>
    <message>
        <source>Nothing to report.</source>
        <translation>Brak uwag.</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Błędy</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Ostrzeżenia</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Wskazówki</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Zaakceptowane</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>Uwagi</translation>
    </message>
    <message>
        <source>Search the findings…</source>
        <translation>Szukaj w uwagach…</translation>
    </message>
</context>
<context>
    <name>Follow</name>
    <message>
        <source>success</source>
        <translation>sukces</translation>
    </message>
    <message>
        <source>partial success</source>
        <translation>częściowy sukces</translation>
    </message>
    <message>
        <source>failure</source>
        <translation>porażka</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>ani sukces, ani porażka</translation>
    </message>
</context>
<context>
    <name>FollowForm</name>
    <message>
        <source>What follows</source>
        <translation>Co dalej</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Decyzja</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translation>Dalej</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Zakończenie</translation>
    </message>
    <message>
        <source>Not set</source>
        <translation>Brak</translation>
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
        <source>What do you do?</source>
        <translation>Co robisz?</translation>
    </message>
    <message>
        <source>+ Add a choice</source>
        <translation>+ Dodaj wybór</translation>
    </message>
    <message>
        <source>Time limit and manner</source>
        <translation>Czas i przebieg decyzji</translation>
    </message>
    <message>
        <source>Add a choice</source>
        <translation>Dodanie wyboru</translation>
    </message>
    <message>
        <source>Opens</source>
        <translation>Pojawia się</translation>
    </message>
    <message>
        <source>at the end of the clip</source>
        <translation>na końcu ujęcia</translation>
    </message>
    <message>
        <source>Time limit</source>
        <translation>Limit czasu</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>When time runs out</source>
        <translation>Gdy czas minie</translation>
    </message>
    <message>
        <source>While waiting, the picture</source>
        <translation>Podczas czekania obraz</translation>
    </message>
    <message>
        <source>stands still</source>
        <translation>stoi</translation>
    </message>
    <message>
        <source>repeats</source>
        <translation>powtarza się</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>biegnie dalej</translation>
    </message>
    <message>
        <source>After the choice</source>
        <translation>Po wyborze</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>od razu dalej</translation>
    </message>
    <message>
        <source>when the clip has ended</source>
        <translation>dalej po końcu ujęcia</translation>
    </message>
    <message>
        <source>Hint after</source>
        <translation>Podpowiedź po</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>A wrong choice can be taken back</source>
        <translation>Błędny wybór można cofnąć</translation>
    </message>
    <message>
        <source>Choices in a random order</source>
        <translation>Wybory w losowej kolejności</translation>
    </message>
    <message>
        <source>take “{choice}”</source>
        <translation>zapada „{choice}”</translation>
    </message>
    <message>
        <source>nothing happens</source>
        <translation>nic się nie dzieje</translation>
    </message>
    <message>
        <source>no time limit</source>
        <translation>bez limitu czasu</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>Condition</source>
        <translation>Warunek</translation>
    </message>
    <message>
        <source>Remove this way on</source>
        <translation>Usuń tę drogę</translation>
    </message>
    <message>
        <source>Remove a way on</source>
        <translation>Usunięcie drogi</translation>
    </message>
    <message>
        <source>go on to</source>
        <translation>przejdź do</translation>
    </message>
    <message>
        <source>Next scene</source>
        <translation>Następna scena</translation>
    </message>
    <message>
        <source>else go on to</source>
        <translation>w innym razie do</translation>
    </message>
    <message>
        <source>Go on to</source>
        <translation>Przejdź do</translation>
    </message>
    <message>
        <source>not decided</source>
        <translation>nie ustalono</translation>
    </message>
    <message>
        <source>+ Another way, under a condition</source>
        <translation>+ Inna droga, pod warunkiem</translation>
    </message>
    <message>
        <source>Add a way on</source>
        <translation>Dodanie drogi</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Wynik</translation>
    </message>
    <message>
        <source>Headline</source>
        <translation>Nagłówek</translation>
    </message>
    <message>
        <source>Debrief</source>
        <translation>Omówienie</translation>
    </message>
    <message>
        <source>Resources shown at the debrief</source>
        <translation>Materiały pokazywane w omówieniu</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Materiały</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Materiał</translation>
    </message>
</context>
<context>
    <name>Footage</name>
    <message>
        <source>Captions</source>
        <translation>Napisy</translation>
    </message>
    <message>
        <source>as the story ({name})</source>
        <translation>jak całość ({name})</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
</context>
<context>
    <name>FootageForm</name>
    <message>
        <source>Card</source>
        <translation>Plansza</translation>
    </message>
    <message>
        <source>Words instead of a clip</source>
        <translation>Słowa zamiast ujęcia</translation>
    </message>
    <message>
        <source>Card in place of the clip</source>
        <translation>Plansza zamiast ujęcia</translation>
    </message>
    <message>
        <source>More of the card</source>
        <translation>Więcej o planszy</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Ujęcie</translation>
    </message>
    <message>
        <source>Choose a clip…</source>
        <translation>Wybierz ujęcie…</translation>
    </message>
    <message>
        <source>Edit the clip…</source>
        <translation>Edytuj ujęcie…</translation>
    </message>
    <message>
        <source>In and out points, poster, hotspots and captions on the picture</source>
        <translation>Początek i koniec, kadr tytułowy, miejsca na obrazie i napisy</translation>
    </message>
    <message>
        <source>Remove the clip</source>
        <translation>Usuń ujęcie</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>do końca</translation>
    </message>
    <message>
        <source>Languages, captions, dubbing</source>
        <translation>Języki, napisy, dubbing</translation>
    </message>
    <message>
        <source>Transcript</source>
        <translation>Transkrypcja</translation>
    </message>
    <message>
        <source>Picture and sound when exported</source>
        <translation>Obraz i dźwięk przy eksporcie</translation>
    </message>
    <message>
        <source>Languages spoken in the clip</source>
        <translation>Języki słyszane w ujęciu</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Napisy</translation>
    </message>
    <message>
        <source>Captions {language}</source>
        <translation>Napisy {language}</translation>
    </message>
    <message>
        <source>Dubbed clip</source>
        <translation>Ujęcie z dubbingiem</translation>
    </message>
    <message>
        <source>Dubbed clip {language}</source>
        <translation>Ujęcie z dubbingiem {language}</translation>
    </message>
    <message>
        <source>With audio description</source>
        <translation>Z audiodeskrypcją</translation>
    </message>
    <message>
        <source>With audio description {language}</source>
        <translation>Z audiodeskrypcją {language}</translation>
    </message>
    <message>
        <source>Sound from another file</source>
        <translation>Dźwięk z innego pliku</translation>
    </message>
    <message>
        <source>Picture for the map and the start</source>
        <translation>Kadr na mapę i początek</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Kadr tytułowy</translation>
    </message>
    <message>
        <source>chosen for you</source>
        <translation>wybrany samoczynnie</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Other shape of picture</source>
        <translation>Inne proporcje obrazu</translation>
    </message>
    <message>
        <source>add bars</source>
        <translation>dodaj pasy</translation>
    </message>
    <message>
        <source>cut the edges off</source>
        <translation>przytnij brzegi</translation>
    </message>
    <message>
        <source>Fade in</source>
        <translation>Rozjaśnienie</translation>
    </message>
    <message>
        <source>Fade out</source>
        <translation>Ściemnienie</translation>
    </message>
    <message>
        <source>Hold the last picture</source>
        <translation>Zatrzymaj ostatni kadr</translation>
    </message>
    <message>
        <source>Camera over a still</source>
        <translation>Kamera nad nieruchomym obrazem</translation>
    </message>
    <message>
        <source>does not move</source>
        <translation>nie porusza się</translation>
    </message>
    <message>
        <source>moves closer</source>
        <translation>zbliża się</translation>
    </message>
    <message>
        <source>moves away</source>
        <translation>oddala się</translation>
    </message>
    <message>
        <source>moves to the left</source>
        <translation>przesuwa się w lewo</translation>
    </message>
    <message>
        <source>moves to the right</source>
        <translation>przesuwa się w prawo</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Głos</translation>
    </message>
    <message>
        <source>Voice: times as high</source>
        <translation>Głos: ile razy wyższy</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>bez zmian</translation>
    </message>
    <message>
        <source>A disguise for the ear, not anonymity: it can be turned back, and people are known by their words too. To keep somebody safe, let another person speak, or use captions without sound.</source>
        <translation>Przebranie dla ucha, nie anonimowość: da się je cofnąć, a ludzi poznaje się też po słowach. Aby kogoś ochronić, niech mówi inna osoba albo użyj napisów bez dźwięku.</translation>
    </message>
    <message>
        <source>Without sound</source>
        <translation>Bez dźwięku</translation>
    </message>
    <message>
        <source>Even out the loudness</source>
        <translation>Wyrównaj głośność</translation>
    </message>
    <message>
        <source>Captions inside the picture</source>
        <translation>Napisy w obrazie</translation>
    </message>
    <message>
        <source>Loop without a visible join</source>
        <translation>Zapętlenie bez widocznego łączenia</translation>
    </message>
    <message>
        <source>Concealed places on the picture: {count}. Change them in the clip editor.</source>
        <translation>Zasłonięte miejsca na obrazie: {count}. Zmienisz je w edytorze ujęcia.</translation>
    </message>
    <message>
        <source>Shown for</source>
        <translation>Widoczna przez</translation>
    </message>
    <message>
        <source>as long as reading takes</source>
        <translation>tyle, ile trwa czytanie</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Obraz</translation>
    </message>
    <message>
        <source>Description of the picture</source>
        <translation>Opis obrazu</translation>
    </message>
    <message>
        <source>Narration {language}</source>
        <translation>Lektor {language}</translation>
    </message>
    <message>
        <source>nobody speaks</source>
        <translation>nikt nie mówi</translation>
    </message>
    <message>
        <source>no captions: {languages}</source>
        <translation>bez napisów: {languages}</translation>
    </message>
</context>
<context>
    <name>Gestures</name>
    <message>
        <source>On the map</source>
        <translation>Na mapie</translation>
    </message>
    <message>
        <source>Walking the map</source>
        <translation>Chodzenie po mapie</translation>
    </message>
    <message>
        <source>With the mouse</source>
        <translation>Myszą</translation>
    </message>
    <message>
        <source>While playing and in the clip editor</source>
        <translation>Podczas odtwarzania i w edytorze ujęcia</translation>
    </message>
    <message>
        <source>Along the ways and back</source>
        <translation>Wzdłuż dróg i z powrotem</translation>
    </message>
    <message>
        <source>Among the choices of one decision</source>
        <translation>Wśród wyborów jednej decyzji</translation>
    </message>
    <message>
        <source>Find a title</source>
        <translation>Znajdź tytuł</translation>
    </message>
    <message>
        <source>Type its letters</source>
        <translation>Wpisz jego litery</translation>
    </message>
    <message>
        <source>Open the scene, follow the way</source>
        <translation>Otwórz scenę, idź za drogą</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>To the first scene</source>
        <translation>Do pierwszej sceny</translation>
    </message>
    <message>
        <source>Move the selected scenes</source>
        <translation>Przesuń zaznaczone sceny</translation>
    </message>
    <message>
        <source>Ctrl+arrows</source>
        <translation>Ctrl+strzałki</translation>
    </message>
    <message>
        <source>Alt+arrows</source>
        <translation>Alt+strzałki</translation>
    </message>
    <message>
        <source>Select more</source>
        <translation>Zaznacz więcej</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+strzałki</translation>
    </message>
    <message>
        <source>New scene</source>
        <translation>Nowa scena</translation>
    </message>
    <message>
        <source>Double-click on empty ground, or drop a video</source>
        <translation>Dwukrotne kliknięcie pustego miejsca albo upuszczenie filmu</translation>
    </message>
    <message>
        <source>Lead to a scene, or to a new one</source>
        <translation>Połącz ze sceną albo z nową sceną</translation>
    </message>
    <message>
        <source>Drag from a dot at the right edge</source>
        <translation>Przeciągnij kropkę z prawej krawędzi</translation>
    </message>
    <message>
        <source>Edit a title</source>
        <translation>Zmień tytuł</translation>
    </message>
    <message>
        <source>Double-click</source>
        <translation>Dwukrotne kliknięcie</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Powiel</translation>
    </message>
    <message>
        <source>Alt and drag</source>
        <translation>Alt i przeciągnięcie</translation>
    </message>
    <message>
        <source>Select many</source>
        <translation>Zaznacz wiele</translation>
    </message>
    <message>
        <source>Drag a frame, or Shift and click</source>
        <translation>Przeciągnij ramkę albo Shift i kliknięcie</translation>
    </message>
    <message>
        <source>The wheel, or pinch</source>
        <translation>Kółko albo uszczypnięcie</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>Przesuń mapę</translation>
    </message>
    <message>
        <source>Space and drag, or the middle button</source>
        <translation>Spacja i przeciągnięcie albo środkowy przycisk</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Powiększenie</translation>
    </message>
    <message>
        <source>Pause and go on</source>
        <translation>Wstrzymaj i wznów</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Spacja</translation>
    </message>
    <message>
        <source>Take a choice</source>
        <translation>Wybierz odpowiedź</translation>
    </message>
    <message>
        <source>Skip to what comes next</source>
        <translation>Przejdź do tego, co dalej</translation>
    </message>
    <message>
        <source>Play backwards, stop, play (again: faster)</source>
        <translation>Odtwarzaj wstecz, stop, odtwarzaj (ponownie: szybciej)</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <translation>Klatka wstecz lub naprzód</translation>
    </message>
    <message>
        <source>Set the beginning, the end of the clip</source>
        <translation>Ustaw początek, koniec ujęcia</translation>
    </message>
</context>
<context>
    <name>Hints</name>
    <message>
        <source>Drop video files on the map, or double-click it: each becomes a scene.</source>
        <translation>Upuść pliki wideo na mapę albo kliknij ją dwukrotnie: każdy stanie się sceną.</translation>
    </message>
    <message>
        <source>Drag from the dot at a scene’s right edge to another scene to lead there, or to empty space for a new scene.</source>
        <translation>Przeciągnij kropkę z prawej krawędzi sceny na inną scenę, aby je połączyć, albo na puste miejsce, aby utworzyć nową.</translation>
    </message>
    <message>
        <source>Press F5 to play what you have; edits apply while it plays.</source>
        <translation>Naciśnij F5, aby odtworzyć to, co już jest; zmiany działają także podczas odtwarzania.</translation>
    </message>
    <message>
        <source>No more hints</source>
        <translation>Bez wskazówek</translation>
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
    <name>IdField</name>
    <message>
        <source>Identifier</source>
        <translation>Identyfikator</translation>
    </message>
    <message>
        <source>Small letters, digits, - and _; every mention follows</source>
        <translation>Małe litery, cyfry, - i _; zmieni się w każdym miejscu użycia</translation>
    </message>
    <message>
        <source>“{id}” is taken, or is no identifier.</source>
        <translation>„{id}” jest zajęte albo nie jest identyfikatorem.</translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>This story is read-only: it can be looked at, not changed.</source>
        <translation>Ten scenariusz jest tylko do odczytu: można go oglądać, ale nie zmieniać.</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Name</source>
        <translation>Nazwa</translation>
    </message>
    <message>
        <source>Points to pass</source>
        <translation>Punkty na zaliczenie</translation>
    </message>
    <message>
        <source>no pass mark</source>
        <translation>bez progu</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>Pojęcie</translation>
    </message>
    <message>
        <source>Other forms found in texts</source>
        <translation>Inne formy spotykane w tekstach</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Oddzielone przecinkami</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>Znaczenie</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>Identyfikator</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Opis</translation>
    </message>
    <message>
        <source>Kind of variable</source>
        <translation>Rodzaj zmiennej</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Liczba</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Tak lub nie</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>no bound</source>
        <translation>bez granicy</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>Na początku</translation>
    </message>
    <message>
        <source>Never below</source>
        <translation>Najmniej</translation>
    </message>
    <message>
        <source>Never above</source>
        <translation>Najwięcej</translation>
    </message>
    <message>
        <source>Remove the option “{name}”</source>
        <translation>Usuń opcję „{name}”</translation>
    </message>
    <message>
        <source>Option “{id}”</source>
        <translation>Opcja „{id}”</translation>
    </message>
    <message>
        <source>New option, then Enter</source>
        <translation>Nowa opcja i Enter</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opcje</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Odnośnik</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Document {language}</source>
        <translation>Dokument {language}</translation>
    </message>
    <message>
        <source>Listed under “where to get help”</source>
        <translation>Na liście „gdzie szukać pomocy”</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>Materiały</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>Materiał</translation>
    </message>
</context>
<context>
    <name>LanguagesForm</name>
    <message>
        <source>written in this one</source>
        <translation>w tym języku powstaje</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>gotowy</translation>
    </message>
    <message>
        <source>{count} of {whole} texts</source>
        <translation>{count} z {whole} tekstów</translation>
    </message>
    <message>
        <source>Make {language} the first language</source>
        <translation>Ustaw {language} jako pierwszy język</translation>
    </message>
    <message>
        <source>First language</source>
        <translation>Pierwszy język</translation>
    </message>
    <message>
        <source>Remove {language}…</source>
        <translation>Usuń {language}…</translation>
    </message>
    <message>
        <source>+ Add a language…</source>
        <translation>+ Dodaj język…</translation>
    </message>
    <message>
        <source>Add a language</source>
        <translation>Dodanie języka</translation>
    </message>
    <message>
        <source>Language, or its tag (as in “pl”, “uk”, “zh-Hans”)</source>
        <translation>Język albo jego kod (np. „pl”, „uk”, „zh-Hans”)</translation>
    </message>
    <message>
        <source>“{tag}” is no language tag.</source>
        <translation>„{tag}” nie jest kodem języka.</translation>
    </message>
    <message>
        <source>Remove a language</source>
        <translation>Usunięcie języka</translation>
    </message>
    <message>
        <source>Remove {language} with {count} texts, its captions and dubbing?</source>
        <translation>Usunąć {language}: teksty ({count}), napisy i dubbing?</translation>
    </message>
    <message>
        <source>The files stay. You can undo this.</source>
        <translation>Pliki zostaną. Możesz to cofnąć.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Usuń</translation>
    </message>
</context>
<context>
    <name>ManyPage</name>
    <message>
        <source>{count} scenes selected</source>
        <translation>Zaznaczone sceny: {count}</translation>
    </message>
    <message>
        <source>What is changed here is changed in all of them, as one step.</source>
        <translation>Zmiana tutaj zmienia je wszystkie, jako jeden krok.</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Rozdział</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Profile of clips</source>
        <translation>Profil ujęć</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etykiety</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
    <message>
        <source>as the story ({name})</source>
        <translation>jak całość ({name})</translation>
    </message>
    <message>
        <source>different ones</source>
        <translation>różne</translation>
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
    <message>
        <source>This story has no scenes yet</source>
        <translation>Ten scenariusz nie ma jeszcze scen</translation>
    </message>
    <message>
        <source>Drag your videos here</source>
        <translation>Przeciągnij tu filmy</translation>
    </message>
    <message>
        <source>or double-click to write the first scene</source>
        <translation>albo kliknij dwukrotnie, aby napisać pierwszą scenę</translation>
    </message>
    <message>
        <source>Then drag from a scene&apos;s dot to say what follows</source>
        <translation>Potem przeciągaj od kropki sceny, aby wskazać, co dalej</translation>
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
        <source>Select the next way out</source>
        <translation>Zaznacz następną drogę</translation>
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
        <source>Light the path of a result file…</source>
        <translation>Podświetl ścieżkę z pliku wyników…</translation>
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
        <source>Choose a trainee&apos;s result file</source>
        <translation>Wybierz plik wyników uczestnika</translation>
    </message>
    <message>
        <source>{name} is not a result file of a film.</source>
        <translation>{name} nie jest plikiem wyników filmu.</translation>
    </message>
    <message>
        <source>The result is of another story.</source>
        <translation>Wynik pochodzi z innego scenariusza.</translation>
    </message>
    <message>
        <source>Scenes of the result that are no longer here: {count}.</source>
        <translation>Sceny z wyniku, których już tu nie ma: {count}.</translation>
    </message>
    <message>
        <source>The path that was meant: conditions are left aside.</source>
        <translation>Ścieżka zamierzona: warunków nie uwzględniono.</translation>
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
    <name>MatchesModel</name>
    <message>
        <source>Where</source>
        <translation>Gdzie</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Język</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Znaleziono</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>Po zamianie</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>notatki</translation>
    </message>
</context>
<context>
    <name>MediaBin</name>
    <message>
        <source>Looking for {count} files…</source>
        <translation>Szukanie plików: {count}…</translation>
    </message>
    <message>
        <source>Relink files</source>
        <translation>Wskazanie plików</translation>
    </message>
    <message>
        <source>Found {found} of {count} missing files.</source>
        <translation>Znalezione pliki: {found} z {count} brakujących.</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Wszystkie</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Brakujące</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nieużywane</translation>
    </message>
    <message>
        <source>Double</source>
        <translation>Powtórzone</translation>
    </message>
    <message>
        <source>Select a file to see where it is used.</source>
        <translation>Zaznacz plik, by zobaczyć, gdzie jest używany.</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>Wskaż plik…</translation>
    </message>
    <message>
        <source>Use only this one</source>
        <translation>Używaj tylko tego</translation>
    </message>
    <message>
        <source>Move to the wastebasket…</source>
        <translation>Przenieś do kosza…</translation>
    </message>
    <message>
        <source>Moved to the wastebasket: {count}.</source>
        <translation>Przeniesiono do kosza: {count}.</translation>
    </message>
    <message>
        <source>The wastebasket did not take {file}: it is still where it was.</source>
        <translation>Nie udało się przenieść do kosza pliku {file}: pozostał na swoim miejscu.</translation>
    </message>
    <message>
        <source>Use only one file</source>
        <translation>Używanie jednego pliku</translation>
    </message>
    <message>
        <source>Folder with the missing files</source>
        <translation>Folder z brakującymi plikami</translation>
    </message>
    <message>
        <source>Search the files…</source>
        <translation>Szukaj w plikach…</translation>
    </message>
    <message>
        <source>Move all to the wastebasket…</source>
        <translation>Przenieś wszystkie do kosza…</translation>
    </message>
    <message>
        <source>Find missing files…</source>
        <translation>Znajdź brakujące…</translation>
    </message>
    <message>
        <source>Files of the story</source>
        <translation>Pliki scenariusza</translation>
    </message>
</context>
<context>
    <name>MediaModel</name>
    <message>
        <source>File</source>
        <translation>Plik</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>Użycia</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Rozmiar</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stan</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>brak pliku</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>nieużywany</translation>
    </message>
    <message>
        <source>same as {file}</source>
        <translation>taki sam jak {file}</translation>
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
    <name>NewStoryDialog</name>
    <message>
        <source>New story</source>
        <translation>Nowy scenariusz</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>e.g. Night shift</source>
        <translation>np. Nocna zmiana</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Folder</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wybierz…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Anuluj</translation>
    </message>
    <message>
        <source>Make the story</source>
        <translation>Utwórz scenariusz</translation>
    </message>
    <message>
        <source>Languages of the film</source>
        <translation>Języki filmu</translation>
    </message>
    <message>
        <source>Where to make the story’s folder</source>
        <translation>Gdzie utworzyć folder scenariusza</translation>
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
    <name>PicturePanel</name>
    <message>
        <source>On the picture</source>
        <translation>Na obrazie</translation>
    </message>
    <message>
        <source>Pick a choice and draw on the picture: it becomes a hotspot there.</source>
        <translation>Wskaż wybór i narysuj miejsce na obrazie: stanie się tam miejscem do kliknięcia.</translation>
    </message>
    <message>
        <source>Hotspots and concealed places</source>
        <translation>Miejsca do kliknięcia i miejsca zasłonięte</translation>
    </message>
    <message>
        <source>Conceal a place</source>
        <translation>Zasłoń miejsce</translation>
    </message>
    <message>
        <source>Blurs a face or a number plate for good in the exported film. Draw the place on the picture, set its time below.</source>
        <translation>Trwale rozmywa twarz lub tablicę rejestracyjną w eksportowanym filmie. Narysuj miejsce na obrazie, a niżej ustaw jego czas.</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Usuń</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>Elipsa</translation>
    </message>
    <message>
        <source>Blurred</source>
        <translation>Rozmyte</translation>
    </message>
    <message>
        <source>In blocks</source>
        <translation>W kwadratach</translation>
    </message>
    <message>
        <source>How the place is concealed</source>
        <translation>Sposób zasłonięcia</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Od</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Lewa</translation>
    </message>
    <message>
        <source>top</source>
        <translation>góra</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Szerokość</translation>
    </message>
    <message>
        <source>height</source>
        <translation>wysokość</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Do</translation>
    </message>
    <message>
        <source>Distance from the left edge of the picture</source>
        <translation>Odległość od lewej krawędzi obrazu</translation>
    </message>
    <message>
        <source>Distance from the upper edge of the picture</source>
        <translation>Odległość od górnej krawędzi obrazu</translation>
    </message>
    <message>
        <source>Width, as a part of the picture’s</source>
        <translation>Szerokość jako część szerokości obrazu</translation>
    </message>
    <message>
        <source>Height, as a part of the picture’s</source>
        <translation>Wysokość jako część wysokości obrazu</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>the story itself</source>
        <translation>cały scenariusz</translation>
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
        <source>To the end of the given playthrough</source>
        <translation>Do końca podanego przebiegu</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Napisy</translation>
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
        <source>The story has changed: from here on it does not allow what was played then. You can go on by hand.</source>
        <translation>Scenariusz się zmienił: od tego miejsca nie pozwala na to, co wtedy wybrano. Możesz grać dalej samodzielnie.</translation>
    </message>
    <message>
        <source>The clip&apos;s file is missing: a card stands in for it.</source>
        <translation>Brakuje pliku ujęcia: zastępuje je plansza.</translation>
    </message>
    <message>
        <source>The clip cannot be read: a card stands in for it.</source>
        <translation>Nie można odczytać ujęcia: zastępuje je plansza.</translation>
    </message>
</context>
<context>
    <name>PlaythroughsDialog</name>
    <message>
        <source>Play a playthrough</source>
        <translation>Odtwarzanie przebiegu</translation>
    </message>
    <message>
        <source>Together these playthroughs make every choice: watch them all, and you have seen the whole film. A trainee’s result file is played as it was.</source>
        <translation>Te przebiegi razem zawierają każdy wybór: po obejrzeniu wszystkich znasz cały film. Plik wyniku uczestnika jest odtwarzany tak, jak przebiegało szkolenie.</translation>
    </message>
    <message>
        <source>Playthroughs</source>
        <translation>Przebiegi</translation>
    </message>
    <message>
        <source>Looking for them…</source>
        <translation>Wyszukiwanie…</translation>
    </message>
    <message>
        <source>Result file…</source>
        <translation>Plik wyniku…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Odtwórz</translation>
    </message>
    <message>
        <source>{file} cannot be read: {reason}.</source>
        <translation>Nie można odczytać pliku {file}: {reason}.</translation>
    </message>
    <message>
        <source>{file} is no result file of a film made here.</source>
        <translation>{file} nie jest plikiem wyniku filmu z tego programu.</translation>
    </message>
    <message>
        <source>{file} is from another film: {title}.</source>
        <translation>{file} pochodzi z innego filmu: {title}.</translation>
    </message>
    <message>
        <source>Where the story has changed since, playing stops and says so.</source>
        <translation>W miejscu, w którym scenariusz się od tego czasu zmienił, odtwarzanie się zatrzyma i pojawi się o tym informacja.</translation>
    </message>
    <message>
        <source>No way leads from the start to an ending yet.</source>
        <translation>Żadna droga nie prowadzi jeszcze od początku do zakończenia.</translation>
    </message>
    <message>
        <source>The story has too many states to look at them all: some may be missing.</source>
        <translation>Scenariusz ma zbyt wiele stanów, by przejrzeć wszystkie: niektórych przebiegów może brakować.</translation>
    </message>
    <message>
        <source>They could not be found: the story has errors to mend first.</source>
        <translation>Nie udało się ich znaleźć: najpierw trzeba poprawić błędy w scenariuszu.</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>nieukończone</translation>
    </message>
    <message>
        <source>Result file</source>
        <translation>Plik wyniku</translation>
    </message>
</context>
<context>
    <name>PointsForm</name>
    <message>
        <source>Points for “{name}”</source>
        <translation>Punkty: „{name}”</translation>
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
    <name>Profiles</name>
    <message>
        <source>Plays everywhere</source>
        <translation>Odtwarzane wszędzie</translation>
    </message>
    <message>
        <source>Open formats (VP9)</source>
        <translation>Otwarte formaty (VP9)</translation>
    </message>
    <message>
        <source>Smallest (AV1), newer browsers only</source>
        <translation>Najmniejsze (AV1), tylko nowsze przeglądarki</translation>
    </message>
    <message>
        <source>Unchanged where browsers play it</source>
        <translation>Bez zmian tam, gdzie przeglądarki to odtwarzają</translation>
    </message>
    <message>
        <source>{profile}, {lines} lines</source>
        <translation>{profile}, {lines} linii</translation>
    </message>
</context>
<context>
    <name>RegionForm</name>
    <message>
        <source>To make it a place on the picture, draw it in the clip editor.</source>
        <translation>Aby wybór był miejscem na obrazie, narysuj je w edytorze ujęcia.</translation>
    </message>
    <message>
        <source>Hotspot from</source>
        <translation>Aktywne od</translation>
    </message>
    <message>
        <source>Hotspot to</source>
        <translation>Aktywne do</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>do końca</translation>
    </message>
</context>
<context>
    <name>RichEdit</name>
    <message>
        <source>Bold</source>
        <translation>Pogrubienie</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursywa</translation>
    </message>
    <message>
        <source>Bullets</source>
        <translation>Punktory</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Numery</translation>
    </message>
    <message>
        <source>Link…</source>
        <translation>Odnośnik…</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Odnośnik</translation>
    </message>
    <message>
        <source>Address (https://…, mailto:…, tel:…)</source>
        <translation>Adres (https://…, mailto:…, tel:…)</translation>
    </message>
</context>
<context>
    <name>SceneField</name>
    <message>
        <source>Go to this scene</source>
        <translation>Przejdź do tej sceny</translation>
    </message>
    <message>
        <source>Choose a scene…</source>
        <translation>Wybierz scenę…</translation>
    </message>
    <message>
        <source>⚠ No such scene: {id}</source>
        <translation>⚠ Nie ma takiej sceny: {id}</translation>
    </message>
</context>
<context>
    <name>ScenePage</name>
    <message>
        <source>Start the film here</source>
        <translation>Zacznij film tutaj</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Tytuł</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Co widać</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Co dalej</translation>
    </message>
    <message>
        <source>On arrival</source>
        <translation>Na wejściu</translation>
    </message>
    <message>
        <source>Indicators to notice</source>
        <translation>Symptomy do zauważenia</translation>
    </message>
    <message>
        <source>Content note</source>
        <translation>Ostrzeżenie o treści</translation>
    </message>
    <message>
        <source>hard scene</source>
        <translation>trudna scena</translation>
    </message>
    <message>
        <source>Questions for the workshop</source>
        <translation>Pytania na warsztat</translation>
    </message>
    <message>
        <source>Script and notes</source>
        <translation>Scenopis i notatki</translation>
    </message>
    <message>
        <source>Chapter and tags</source>
        <translation>Rozdział i etykiety</translation>
    </message>
    <message>
        <source>the film starts here · {id}</source>
        <translation>tu zaczyna się film · {id}</translation>
    </message>
    <message>
        <source>Each time the scene begins, variables can change.</source>
        <translation>Za każdym razem, gdy scena się zaczyna, zmienne mogą się zmienić.</translation>
    </message>
    <message>
        <source>A hard scene: warn before it</source>
        <translation>Trudna scena: ostrzeż przed nią</translation>
    </message>
    <message>
        <source>Warning before the scene</source>
        <translation>Ostrzeżenie przed sceną</translation>
    </message>
    <message>
        <source>What those read who skip it</source>
        <translation>Co przeczyta, kto ją pominie</translation>
    </message>
    <message>
        <source>Script for filming</source>
        <translation>Tekst do nakręcenia</translation>
    </message>
    <message>
        <source>Notes for authors</source>
        <translation>Notatki dla autorów</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Rozdział</translation>
    </message>
    <message>
        <source>Tags, parted by commas</source>
        <translation>Etykiety, po przecinku</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etykiety</translation>
    </message>
    <message>
        <source>a card</source>
        <translation>plansza</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>jeszcze nic</translation>
    </message>
    <message>
        <source>none</source>
        <translation>brak</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search…</source>
        <translation>Szukaj…</translation>
    </message>
</context>
<context>
    <name>Sentences</name>
    <message>
        <source>the scene</source>
        <translation>scena</translation>
    </message>
    <message>
        <source>the choice</source>
        <translation>wybór</translation>
    </message>
    <message>
        <source>the indicator</source>
        <translation>symptom</translation>
    </message>
    <message>
        <source>if {condition}</source>
        <translation>jeśli {condition}</translation>
    </message>
    <message>
        <source>is</source>
        <translation>ma wartość</translation>
    </message>
    <message>
        <source>is not</source>
        <translation>nie ma wartości</translation>
    </message>
    <message>
        <source>is at least</source>
        <translation>wynosi co najmniej</translation>
    </message>
    <message>
        <source>is at most</source>
        <translation>wynosi co najwyżej</translation>
    </message>
    <message>
        <source>is more than</source>
        <translation>wynosi więcej niż</translation>
    </message>
    <message>
        <source>is less than</source>
        <translation>wynosi mniej niż</translation>
    </message>
    <message>
        <source>is exactly</source>
        <translation>wynosi dokładnie</translation>
    </message>
    <message>
        <source>is anything but</source>
        <translation>wynosi coś innego niż</translation>
    </message>
    <message>
        <source>has been seen</source>
        <translation>została już pokazana</translation>
    </message>
    <message>
        <source>has not been seen</source>
        <translation>nie została jeszcze pokazana</translation>
    </message>
    <message>
        <source>has been made</source>
        <translation>został dokonany</translation>
    </message>
    <message>
        <source>has not been made</source>
        <translation>nie został dokonany</translation>
    </message>
    <message>
        <source>has been noticed</source>
        <translation>został zauważony</translation>
    </message>
    <message>
        <source>has not been noticed</source>
        <translation>nie został zauważony</translation>
    </message>
    <message>
        <source>not all of these hold</source>
        <translation>nie wszystkie warunki są spełnione</translation>
    </message>
    <message>
        <source>all of these hold</source>
        <translation>wszystkie warunki są spełnione</translation>
    </message>
    <message>
        <source>none of these holds</source>
        <translation>żaden warunek nie jest spełniony</translation>
    </message>
    <message>
        <source>at least one of these holds</source>
        <translation>choć jeden warunek jest spełniony</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>tak</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>“{choice}” in “{scene}”</source>
        <translation>„{choice}” w scenie „{scene}”</translation>
    </message>
    <message>
        <source>it is not true that {condition}</source>
        <translation>nieprawda, że {condition}</translation>
    </message>
    <message>
        <source>{variable} {verb} {value}</source>
        <translation>{variable} {verb} {value}</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}”</translation>
    </message>
    <message>
        <source>the score</source>
        <translation>wynik</translation>
    </message>
    <message>
        <source>the score in “{name}”</source>
        <translation>wynik w kompetencji „{name}”</translation>
    </message>
    <message>
        <source>decrease “{variable}” by {value}</source>
        <translation>zmniejsz „{variable}” o {value}</translation>
    </message>
    <message>
        <source>increase “{variable}” by {value}</source>
        <translation>zwiększ „{variable}” o {value}</translation>
    </message>
    <message>
        <source>set “{variable}” to {value}</source>
        <translation>ustaw „{variable}” na {value}</translation>
    </message>
    <message>
        <source>note the indicator “{name}”</source>
        <translation>odnotuj symptom „{name}”</translation>
    </message>
    <message>
        <source>the scene “{name}” {verb}</source>
        <translation>scena „{name}” {verb}</translation>
    </message>
    <message>
        <source>the choice {name} {verb}</source>
        <translation>wybór {name} {verb}</translation>
    </message>
    <message>
        <source>the indicator “{name}” {verb}</source>
        <translation>symptom „{name}” {verb}</translation>
    </message>
    <message>
        <source> and </source>
        <translation> i </translation>
    </message>
    <message>
        <source> or </source>
        <translation> lub </translation>
    </message>
    <message>
        <source>number</source>
        <translation>liczba</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>tak lub nie</translation>
    </message>
    <message>
        <source>one of a few words</source>
        <translation>jedno z kilku słów</translation>
    </message>
</context>
<context>
    <name>SharedTags</name>
    <message>
        <source>Give “{tag}” to all</source>
        <translation>Nadaj „{tag}” wszystkim</translation>
    </message>
    <message>
        <source>Take “{tag}” from all</source>
        <translation>Zabierz „{tag}” wszystkim</translation>
    </message>
    <message>
        <source>New tag for all</source>
        <translation>Nowa etykieta dla wszystkich</translation>
    </message>
    <message>
        <source>New tag for all, then Enter</source>
        <translation>Nowa etykieta dla wszystkich i Enter</translation>
    </message>
    <message>
        <source>Add a tag</source>
        <translation>Dodanie etykiety</translation>
    </message>
    <message>
        <source>Remove a tag</source>
        <translation>Usunięcie etykiety</translation>
    </message>
</context>
<context>
    <name>ShortcutsSheet</name>
    <message>
        <source>Keys and gestures</source>
        <translation>Klawisze i gesty</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Szukaj</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Zamknij</translation>
    </message>
</context>
<context>
    <name>SideWindows</name>
    <message>
        <source>This scene has no clip yet: drop a video file on it.</source>
        <translation>Ta scena nie ma jeszcze ujęcia: upuść na nią plik wideo.</translation>
    </message>
    <message>
        <source>Version of {time} brought back</source>
        <translation>Przywrócona wersja z {time}</translation>
    </message>
</context>
<context>
    <name>SightingsForm</name>
    <message>
        <source>Remove this indicator</source>
        <translation>Usuń ten symptom</translation>
    </message>
    <message>
        <source>Remove an indicator</source>
        <translation>Usunięcie symptomu</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>Symptom</translation>
    </message>
    <message>
        <source>from</source>
        <translation>od</translation>
    </message>
    <message>
        <source>Noticeable from</source>
        <translation>Widoczny od</translation>
    </message>
    <message>
        <source>to</source>
        <translation>do</translation>
    </message>
    <message>
        <source>Noticeable to</source>
        <translation>Widoczny do</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>końca</translation>
    </message>
    <message>
        <source>The story has no indicators yet: see “Story contents”.</source>
        <translation>Scenariusz nie ma jeszcze symptomów: dodasz je w panelu „Zasoby scenariusza”.</translation>
    </message>
    <message>
        <source>+ Add an indicator</source>
        <translation>+ Dodaj symptom</translation>
    </message>
    <message>
        <source>Add an indicator</source>
        <translation>Dodanie symptomu</translation>
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
    <name>StoryPage</name>
    <message>
        <source>Title of the film</source>
        <translation>Tytuł filmu</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>O czym jest</translation>
    </message>
    <message>
        <source>First scene</source>
        <translation>Pierwsza scena</translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Języki</translation>
    </message>
    <message>
        <source>Playing and scoring</source>
        <translation>Odtwarzanie i punktacja</translation>
    </message>
    <message>
        <source>Look of the film</source>
        <translation>Wygląd filmu</translation>
    </message>
    <message>
        <source>Picture and sound</source>
        <translation>Obraz i dźwięk</translation>
    </message>
    <message>
        <source>Content note</source>
        <translation>Ostrzeżenie o treści</translation>
    </message>
    <message>
        <source>Authors and licence</source>
        <translation>Autorzy i licencja</translation>
    </message>
    <message>
        <source>Scenes: {scenes} · select one on the map to see it here</source>
        <translation>Sceny: {scenes} · zaznacz którąś na mapie, by ją tu zobaczyć</translation>
    </message>
    <message>
        <source>Points to pass</source>
        <translation>Punkty na zaliczenie</translation>
    </message>
    <message>
        <source>no pass mark</source>
        <translation>bez progu</translation>
    </message>
    <message>
        <source>The debrief&apos;s map shows</source>
        <translation>Mapa w omówieniu pokazuje</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nic</translation>
    </message>
    <message>
        <source>the scenes seen</source>
        <translation>obejrzane sceny</translation>
    </message>
    <message>
        <source>everything after a success</source>
        <translation>wszystko po sukcesie</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>wszystko</translation>
    </message>
    <message>
        <source>Winding back and forth</source>
        <translation>Przewijanie</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nigdy</translation>
    </message>
    <message>
        <source>in what was seen</source>
        <translation>w tym, co obejrzane</translation>
    </message>
    <message>
        <source>always</source>
        <translation>zawsze</translation>
    </message>
    <message>
        <source>Certificate at the end</source>
        <translation>Zaświadczenie na końcu</translation>
    </message>
    <message>
        <source>Button to leave the film quickly</source>
        <translation>Przycisk szybkiego wyjścia</translation>
    </message>
    <message>
        <source>Accent</source>
        <translation>Akcent</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Tło</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Słowa</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Czcionka</translation>
    </message>
    <message>
        <source>Description of the logo</source>
        <translation>Opis logo</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Szerokość</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>Wysokość</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Głośność</translation>
    </message>
    <message>
        <source>Shown before the film</source>
        <translation>Widoczne przed filmem</translation>
    </message>
    <message>
        <source>Authors, parted by commas</source>
        <translation>Autorzy, po przecinku</translation>
    </message>
    <message>
        <source>Authors</source>
        <translation>Autorzy</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Licencja</translation>
    </message>
</context>
<context>
    <name>StudioWindow</name>
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
    <name>Table</name>
    <message>
        <source>Title or choice · {language}</source>
        <translation>Tytuł lub wybór · {language}</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Scena</translation>
    </message>
    <message>
        <source>Leads to</source>
        <translation>Prowadzi do</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Ocena</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkty</translation>
    </message>
    <message>
        <source>Chapter</source>
        <translation>Rozdział</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Etykiety</translation>
    </message>
    <message>
        <source>Clip</source>
        <translation>Ujęcie</translation>
    </message>
    <message>
        <source>Ending: {outcome}</source>
        <translation>Zakończenie: {outcome}</translation>
    </message>
    <message>
        <source>Choices: {count}</source>
        <translation>Wybory: {count}</translation>
    </message>
    <message>
        <source>not filmed yet</source>
        <translation>jeszcze nienakręcone</translation>
    </message>
    <message>
        <source>Title of the chapter</source>
        <translation>Tytuł rozdziału</translation>
    </message>
    <message>
        <source>Scenes: {count}</source>
        <translation>Sceny: {count}</translation>
    </message>
    <message>
        <source>Outside any chapter</source>
        <translation>Poza rozdziałami</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Rows: {count}</source>
        <translation>Wiersze: {count}</translation>
    </message>
    <message>
        <source>Scenes and choices</source>
        <translation>Sceny i wybory</translation>
    </message>
    <message>
        <source>Only scenes</source>
        <translation>Tylko sceny</translation>
    </message>
    <message>
        <source>Only choices</source>
        <translation>Tylko wybory</translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation>Które wiersze</translation>
    </message>
    <message>
        <source>Filter the table…</source>
        <translation>Filtruj tabelę…</translation>
    </message>
    <message>
        <source>Outline of the story</source>
        <translation>Konspekt scenariusza</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabela</translation>
    </message>
    <message>
        <source>All rows, sorted by any column</source>
        <translation>Wszystkie wiersze, sortowane według dowolnej kolumny</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>Konspekt</translation>
    </message>
    <message>
        <source>Chapters, scenes and choices that unfold, in the story&apos;s order</source>
        <translation>Rozwijane rozdziały, sceny i wybory w kolejności scenariusza</translation>
    </message>
</context>
<context>
    <name>TextsField</name>
    <message>
        <source>not translated</source>
        <translation>nieprzetłumaczone</translation>
    </message>
</context>
<context>
    <name>UnavailableForm</name>
    <message>
        <source>Otherwise</source>
        <translation>W innym razie</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>niewidoczny</translation>
    </message>
    <message>
        <source>shown grey, with a reason</source>
        <translation>wyszarzony, z podanym powodem</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Powód</translation>
    </message>
</context>
<context>
    <name>UsesList</name>
    <message>
        <source>Not used yet</source>
        <translation>Jeszcze nieużywane</translation>
    </message>
    <message>
        <source>Places that use it: {count}</source>
        <translation>Miejsca użycia: {count}</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>i jeszcze {count}</translation>
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
        <source>A version is kept each time you save, while you work, and when changes are given up, its captions with it. Bringing one back is an edit like any other: it can be undone.</source>
        <translation>Wersja jest zachowywana razem z napisami przy każdym zapisie, podczas pracy i gdy porzucasz zmiany. Przywrócenie wersji to zmiana jak każda inna: można ją cofnąć.</translation>
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
        <source>Captions that differ: {names}</source>
        <translation>Napisy, które się różnią: {names}</translation>
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
    <name>Wastebasket</name>
    <message>
        <source>Move to the wastebasket</source>
        <translation>Przeniesienie do kosza</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>… i jeszcze {count}</translation>
    </message>
    <message>
        <source>Move files that the story does not use to the wastebasket ({count})?</source>
        <translation>Przenieść do kosza pliki, których scenariusz nie używa ({count})?</translation>
    </message>
    <message>
        <source>Older versions of the story, and steps that you undo, may still name them. You can bring them back from the wastebasket.</source>
        <translation>Wcześniejsze wersje scenariusza i cofnięte kroki mogą jeszcze z nich korzystać. Pliki można przywrócić z kosza.</translation>
    </message>
    <message>
        <source>Move them</source>
        <translation>Przenieś</translation>
    </message>
</context>
<context>
    <name>WelcomePanel</name>
    <message>
        <source>A copy of it is opened: change it as you like.</source>
        <translation>Otworzy się kopia: możesz ją dowolnie zmieniać.</translation>
    </message>
    <message>
        <source>has unsaved work, which will be brought back</source>
        <translation>zawiera niezapisaną pracę, która zostanie przywrócona</translation>
    </message>
    <message>
        <source>Branching training films: draw the map, film the scenes, export one folder.</source>
        <translation>Rozgałęzione filmy szkoleniowe: narysuj mapę, nakręć sceny, wyeksportuj jeden folder.</translation>
    </message>
    <message>
        <source>New story</source>
        <translation>Nowy scenariusz</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Przykłady</translation>
    </message>
    <message>
        <source>Unsaved work kept on this computer</source>
        <translation>Niezapisana praca zachowana na tym komputerze</translation>
    </message>
    <message>
        <source>Open a story…</source>
        <translation>Otwórz scenariusz…</translation>
    </message>
    <message>
        <source>Empty story</source>
        <translation>Pusty scenariusz</translation>
    </message>
    <message>
        <source>An empty map, for a plan of your own.</source>
        <translation>Pusta mapa na własny pomysł.</translation>
    </message>
    <message>
        <source>Guided conversation</source>
        <translation>Rozmowa prowadzona</translation>
    </message>
    <message>
        <source>A talk with a person whom somebody keeps from speaking; trust opens a way.</source>
        <translation>Rozmowa z osobą, której ktoś nie pozwala mówić; zaufanie otwiera drogę.</translation>
    </message>
    <message>
        <source>Inspection with indicators</source>
        <translation>Kontrola z symptomami</translation>
    </message>
    <message>
        <source>Look around a place; the signs that are noticed decide the ending.</source>
        <translation>Oględziny miejsca; o zakończeniu decydują zauważone symptomy.</translation>
    </message>
    <message>
        <source>Interview</source>
        <translation>Przesłuchanie</translation>
    </message>
    <message>
        <source>Questions to a possible victim, one with a time limit; a score decides.</source>
        <translation>Pytania do możliwej ofiary, jedno z limitem czasu; decyduje wynik.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Ostatnie</translation>
    </message>
</context>
</TS>
