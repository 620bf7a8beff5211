"""Cards: everything is readable, in the story's look, on as many pages as it needs."""

from __future__ import annotations

import wave
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from studio.media import thumbnails
from studio.media.cache import Cache
from studio.media.card_clip import card_clip
from studio.media.card_design import CardContent, contrast, draw_card, page_words
from studio.media.narration import voice_for
from studio.media.probe import probe

WORDS = ("Strażniczka: Dobry wieczór. Proszę o paszport.", "Mira: On ma mój paszport.")
PLAIN = CardContent(title="Drugi autobus", paragraphs=WORDS, background="#101820")


def pixels(content: CardContent, width: int = 640, height: int = 360) -> list[np.ndarray]:
    return [np.asarray(page).astype(int) for page in draw_card(content, width, height)]


def reading(text: str) -> float:
    return 1.0 + len(text) / 100


def test_words_stand_out_from_the_ground_in_the_story_s_colours() -> None:
    for background, foreground in (("#101820", "#f4f1ea"), ("#f6efe2", "#1c2331")):
        content = CardContent("Tytuł", WORDS, background=background, foreground=foreground)
        page = pixels(content)[0]
        ground = tuple(int(background[place : place + 2], 16) for place in (1, 3, 5))
        assert np.abs(page[-20:, :20].mean(axis=(0, 1)) - ground).max() < 14
        far = np.abs(page - np.array(ground)).sum(axis=2)
        assert far.max() > 500
        assert 0.005 < (far > 300).mean() < 0.2


def test_every_word_stands_on_some_page_whatever_its_length() -> None:
    words = tuple(f"Osoba {n % 3}: " + "słowo " * (5 + n) + f"koniec{n}" for n in range(24))
    content = CardContent("Bardzo długi tytuł sceny " * 4, words)
    pages = page_words(content, 640, 360)
    assert len(pages) == len(draw_card(content, 640, 360)) > 2
    together = " ".join(pages)
    assert all(f"koniec{n}" in together for n in range(24))
    assert together.count("słowo") == sum(5 + n for n in range(24))


def test_nothing_runs_over_the_edge() -> None:
    long_word = "Konstantynopolitańczykowianeczka" * 5
    for width, height in ((640, 360), (360, 640), (1920, 1080)):
        for content in (CardContent(long_word, (long_word, *WORDS)), PLAIN):
            page = pixels(content, width, height)[0]
            ground = page[: height // 60, :].reshape(-1, 3).mean(axis=0)
            edge = np.abs(page[:, -width // 60 :] - ground).sum(axis=2)
            assert edge.max() < 150


def test_the_same_content_is_the_same_picture() -> None:
    assert (pixels(PLAIN)[0] == pixels(PLAIN)[0]).all()


def test_the_mark_and_the_picture_are_there(tmp_path: Path) -> None:
    bare = pixels(PLAIN)[0]
    marked = pixels(CardContent("Drugi autobus", WORDS, background="#101820", mark="Do nagrania"))[
        0
    ]
    corner = np.s_[:60, 420:]
    assert np.abs(bare[corner] - marked[corner]).max() > 200
    image = tmp_path / "zdjęcie.png"
    Image.new("RGB", (500, 900), "#00c040").save(image)
    shown = pixels(CardContent("Drugi autobus", WORDS, image=image))[0]
    assert tuple(shown[180, 620]) == pytest.approx((0, 0xC0, 0x40), abs=12)
    image.write_bytes(image.read_bytes()[:50])
    assert len(draw_card(CardContent("Drugi autobus", WORDS, image=image), 640, 360)) == 1


def test_an_accent_too_dark_for_words_is_lightened() -> None:
    page = pixels(CardContent("", ("Mira: Tak.",), accent="#203040", background="#101820"))[0]
    name = page[150:210, 40:130].reshape(-1, 3)
    brightest = tuple(int(part) for part in name[name.sum(axis=1).argmax()])
    assert contrast(brightest, (0x10, 0x18, 0x20)) > 4.5  # type: ignore[arg-type]


def test_the_film_of_a_card_turns_its_pages_in_time(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    content = CardContent("Tytuł", tuple(f"Zdanie numer {n}. " * 8 for n in range(8)))
    words = page_words(content, 320, 180)
    assert len(words) > 1
    clip = card_clip(content, cache, 320, 180, reading)
    assert clip.seconds == pytest.approx(sum(map(reading, words)))
    assert clip.sound is None
    assert probe(clip.picture).seconds == pytest.approx(clip.seconds, abs=0.05)
    first = reading(words[0])
    shots = thumbnails.pictures(
        clip.picture, [0.2, first - 0.5, first + 0.3], width=320, height=180, cache=cache
    )
    pages = draw_card(content, 320, 180)
    for shot, page in zip(shots, (pages[0], pages[0], pages[1]), strict=True):
        assert np.abs(shot.astype(int) - np.asarray(page).astype(int)).mean() < 4
    stamp = clip.picture.stat().st_ino
    assert card_clip(content, cache, 320, 180, reading).picture.stat().st_ino == stamp


def test_its_length_can_be_fixed(tmp_path: Path) -> None:
    clip = card_clip(PLAIN, Cache(tmp_path / "cache"), 320, 180, reading, seconds=7.5)
    assert clip.seconds == pytest.approx(7.5)
    assert probe(clip.picture).seconds == pytest.approx(7.5, abs=0.05)


@pytest.mark.parametrize("language", ["pl", "en-GB"])
def test_the_system_s_voice_reads_it(tmp_path: Path, language: str) -> None:
    if voice_for(language) is None:
        pytest.skip("espeak-ng is not installed")
    clip = card_clip(
        PLAIN, Cache(tmp_path / "cache"), 320, 180, lambda text: 1.0, narration_language=language
    )
    assert clip.sound is not None
    with wave.open(str(clip.sound)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype=np.int16)
        assert sound.getnframes() / sound.getframerate() == pytest.approx(clip.seconds, abs=0.05)
    assert clip.seconds > 3.0, "longer than reading: the voice needs its time"
    assert np.abs(samples).max() > 3000
    assert np.abs(samples[:3000]).max() < 500


def test_a_language_without_a_voice_is_silent(tmp_path: Path) -> None:
    clip = card_clip(PLAIN, Cache(tmp_path / "cache"), 320, 180, reading, narration_language="qqq")
    assert clip.sound is None
