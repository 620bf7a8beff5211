"""The screenplay: who says what in which clip, in Polish and English."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """One spoken line; ``pause`` is the silence before it, in seconds."""

    speaker: str
    pl: str
    en: str
    pause: float = 0.35

    def text(self, language: str) -> str:
        """The words in one language."""
        return self.pl if language == "pl" else self.en


@dataclass(frozen=True)
class Actor:
    """A person in the picture: place of the bust's bottom centre, size, mood and gaze."""

    name: str
    x: float
    y: float
    size: float
    mood: str = "neutral"
    mirrored: bool = False
    gaze: tuple[float, float] = (0.0, 0.0)


@dataclass(frozen=True)
class Shot:
    """One clip: a place, the people in it, the camera's way and the words."""

    scene: str
    place: str
    actors: tuple[Actor, ...]
    lines: tuple[Line, ...]
    camera: tuple[tuple[float, float, float], tuple[float, float, float]]
    ambience: str = "road"
    lead: float = 1.0
    tail: float = 1.8


SHOTS: tuple[Shot, ...] = (
    Shot(
        "arrival",
        "crossing_dusk",
        (Actor("kamil", 960, 740, 470, "neutral", True, (-6, 0)),),
        (
            Line(
                "kamil",
                "Busik do kontroli drugiej linii. Kierowca i czworo pasażerów.",
                "A minibus for second-line control. A driver and four passengers.",
                0.8,
            ),
            Line(
                "kamil",
                "Kierowca podał mi wszystkie paszporty w jednej kopercie. Przejmiesz ich?",
                "The driver handed me all the passports in one envelope. Will you take over?",
            ),
        ),
        ((30, 0, 1.0), (-20, 6, 1.07)),
        tail=1.4,
    ),
    Shot(
        "driver",
        "van_window",
        (Actor("driver", 452, 560, 400, "smile", False, (6, 0)),),
        (
            Line(
                "driver",
                "Dobry wieczór. Jadą do pracy sezonowej, przy warzywach.",
                "Good evening. They are going to seasonal work, packing vegetables.",
            ),
            Line(
                "driver",
                "Proszę pytać mnie. Oni nie znają języka, a my się spieszymy.",
                "Ask me, please. They don't speak the language, and we are in a hurry.",
            ),
        ),
        ((-30, 10, 1.08), (0, 0, 1.0)),
        tail=2.0,
    ),
    Shot(
        "inside",
        "van_inside",
        (
            Actor("petro", 208, 522, 270, "tired", False, (4, 8)),
            Actor("lidia", 486, 522, 270, "worried", False, (4, 6)),
            Actor("anton", 764, 522, 270, "tired", True, (4, 8)),
            Actor("mira", 1044, 524, 290, "worried", True, (-4, 4)),
        ),
        (
            Line("driver", "Wszystko w porządku, prawda?", "Everything is fine, isn't it?", 0.9),
            Line("mira", "Tak. Jedziemy do pracy.", "Yes. We are going to work.", 0.9),
            Line("anton", "Tak. Jedziemy do pracy.", "Yes. We are going to work.", 0.5),
        ),
        ((40, -6, 1.1), (0, 0, 1.0)),
        ambience="cabin",
        tail=3.0,
    ),
    Shot(
        "contact",
        "van_door",
        (
            Actor("driver", 925, 740, 560, "stern", True, (6, 0)),
            Actor("mira", 480, 750, 540, "worried", False, (9, 3)),
        ),
        (
            Line(
                "driver",
                "Ona jest nieśmiała. Ja przetłumaczę, będzie szybciej.",
                "She is shy. I will translate, it will be quicker.",
            ),
            Line("mira", "Ja… tak. Jak pan mówi.", "I… yes. As he says.", 0.8),
        ),
        ((0, 0, 1.0), (-25, 8, 1.08)),
        tail=2.0,
    ),
    Shot(
        "before_driver",
        "van_door",
        (
            Actor("driver", 850, 740, 590, "stern", True, (8, 0)),
            Actor("mira", 440, 760, 520, "tired", False, (4, 12)),
        ),
        (
            Line(
                "mira",
                "Wszystko dobrze. Jedziemy do pracy.",
                "Everything is fine. We are going to work.",
                0.7,
            ),
            Line(
                "driver",
                "No i proszę. Nie ma żadnego problemu.",
                "There you are. No problem at all.",
                0.5,
            ),
        ),
        ((0, 0, 1.0), (-40, 14, 1.12)),
        tail=1.6,
    ),
    Shot(
        "room",
        "room",
        (Actor("mira", 690, 560, 450, "worried", True, (-5, 2)),),
        (
            Line(
                "interpreter",
                "Dobry wieczór, jestem tłumaczką. Przetłumaczę każde słowo i nic nie dodam.",
                "Good evening, I am the interpreter. I will translate every word and add nothing.",
            ),
            Line(
                "mira",
                "Czy ja zrobiłam coś złego? Gdzie jest mój paszport?",
                "Have I done something wrong? Where is my passport?",
                0.7,
            ),
        ),
        ((-20, 0, 1.0), (10, 8, 1.08)),
        ambience="room",
        tail=2.0,
    ),
    Shot(
        "silence",
        "room",
        (Actor("mira", 690, 560, 450, "tired", True, (-3, 14)),),
        (
            Line("interpreter", "Pani milczy. Zaczekam.", "She is silent. I will wait.", 1.8),
            Line(
                "mira",
                "Jeśli coś powiem… oni znają adres mojej mamy.",
                "If I say anything… they know my mother's address.",
                1.4,
            ),
        ),
        ((-24, -14, 1.24), (-14, -8, 1.36)),
        ambience="room",
        tail=2.2,
    ),
    Shot(
        "her_story",
        "room",
        (Actor("mira", 690, 560, 450, "soft", True, (-6, 0)),),
        (
            Line(
                "mira",
                "Zabrali mi paszport i telefon.",
                "They took my passport and my phone.",
                0.6,
            ),
            Line(
                "mira",
                "Mówią, że mam dług: dwa tysiące euro. Nie wiem, dokąd jedziemy.",
                "They say I have a debt: two thousand euros. I don't know where we are going.",
                0.6,
            ),
            Line("mira", "Co teraz ze mną będzie?", "What will happen to me now?", 0.7),
        ),
        ((-10, 0, 1.06), (-20, 2, 1.22)),
        ambience="room",
        tail=2.0,
    ),
    Shot(
        "referral",
        "room_call",
        (Actor("mira", 800, 560, 440, "soft", True, (-6, 4)),),
        (
            Line(
                "consultant",
                "Krajowe Centrum, słucham. Mamy dla pani bezpieczne miejsce.",
                "National Centre, good evening. We have a safe place for you.",
            ),
            Line(
                "consultant",
                "O zeznaniach zdecyduje pani później.",
                "You can decide about testifying later.",
            ),
            Line("mira", "Dobrze. Zgadzam się.", "All right. I agree.", 0.7),
        ),
        ((-25, 0, 1.0), (15, 8, 1.08)),
        ambience="room",
        tail=1.4,
    ),
    Shot(
        "ending_success",
        "crossing_dawn",
        (
            Actor("kamil", 330, 745, 440, "soft", False, (5, 0)),
            Actor("mira", 930, 745, 430, "calm", True, (-4, 0)),
        ),
        (
            Line(
                "kamil",
                "Prokurator powiadomiony. Z pozostałymi też rozmawiamy osobno, z tłumaczem.",
                "The prosecutor is notified. We are talking to the others one by one as well.",
                0.6,
            ),
            Line(
                "mira",
                "Dziękuję. Nikt wcześniej nie zapytał, czego potrzebuję.",
                "Thank you. Nobody had asked me before what I need.",
                0.5,
            ),
        ),
        ((-20, 0, 1.0), (15, 4, 1.06)),
        tail=1.6,
    ),
    Shot(
        "ending_partial",
        "room",
        (Actor("mira", 690, 560, 450, "tired", True, (-2, 10)),),
        (
            Line(
                "mira",
                "Dzisiaj nie chcę już rozmawiać. Ale zatrzymam ten numer.",
                "I do not want to talk any more today. But I will keep that number.",
                0.8,
            ),
            Line(
                "interpreter",
                "Powtórzyłam: telefon działa całą dobę.",
                "I have repeated it: the line is open day and night.",
                0.5,
            ),
        ),
        ((-14, -6, 1.3), (0, 0, 1.0)),
        ambience="room",
        tail=1.6,
    ),
    Shot(
        "ending_missed",
        "crossing_night",
        (Actor("kamil", 300, 745, 450, "worried", False, (7, -2)),),
        (
            Line(
                "kamil",
                "Pojechali. Paszporty znowu wziął kierowca.",
                "They have gone. The driver took the passports again.",
                1.6,
            ),
            Line(
                "kamil",
                "Ta kobieta cały czas na nas patrzyła.",
                "That woman kept looking at us.",
                0.7,
            ),
        ),
        ((-20, 0, 1.06), (20, 0, 1.0)),
        tail=2.0,
    ),
)
