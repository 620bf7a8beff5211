"""Cards drawn with Pillow: a scene's title, words and still picture in the story's own look.

A card has one page or more; every page is a picture of the frame's size. The look is that of the
player: dark room, quiet words, one accent.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal

import numpy as np
from msgspec import Struct
from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont, ImageOps

from studio.media.fonts import font_file

CARD_VERSION = 1
"""Part of the cache's key; raise it when the same content gives another picture."""

Weight = Literal["Light", "Regular", "Semibold", "Bold", "It"]
Colour = tuple[int, int, int]

ACCENT, BACKGROUND, FOREGROUND = "#f2b84b", "#0c0f14", "#f4f1ea"
"""The player's own look, where the story's theme says nothing."""

_SIZES = tuple(thousandth / 1000 for thousandth in range(56, 37, -2))
"""Height of the words as shares of the frame's; when the smallest is too large they flow on."""
_SIZE_ON_PAGES = 0.046
_LEADING = 1.42
_MARGIN_X, _MARGIN_Y = 0.075, 0.10
_PICTURE_SHARE = 0.46
_GRAIN = 1.3
_SPEAKER = re.compile(r"^\s*([^\s:][^:\n]{0,38}?)\s*:\s+(\S.*)$", re.DOTALL)


class CardContent(Struct, frozen=True):
    """What stands on a card. ``paragraphs`` may begin with a speaker's name and a colon.

    ``mark`` is a small label such as "to be filmed"; ``image`` a still picture. Colours as
    ``#rrggbb``.
    """

    title: str
    paragraphs: tuple[str, ...]
    eyebrow: str = ""
    mark: str = ""
    image: Path | None = None
    accent: str = ACCENT
    background: str = BACKGROUND
    foreground: str = FOREGROUND


class _Line(Struct, frozen=True):
    """One line as it is drawn; ``before`` is the space above it, in lines."""

    text: str
    speaker: bool
    before: float


def draw_card(content: CardContent, width: int, height: int) -> list[Image.Image]:
    """The pages of the card, at least one, in RGB.

    An image that cannot be read is left out: a card must never stop a film.
    """
    picture = _load(content.image)
    if picture is not None and not content.paragraphs and not content.title:
        return [_picture_alone(picture, content, width, height)]
    room = _room(width, height, picture is not None)
    title_size, title = _fit_title(content.title, room[0], height)
    head = _head_height(content, title, title_size, height)
    size, pages = _paginate(content.paragraphs, room[0], room[1], head, height)
    ground = _ground(content, width, height, picture)
    # All pages begin at the same height, so that turning one moves nothing but the words.
    high = head + max(_high(lines, size) for lines in pages)
    top = max(height * _MARGIN_Y, (height * 0.94 - high) / 2)
    return [
        _page(ground.copy(), content, (title, title_size), lines, size, (number, len(pages)), top)
        for number, lines in enumerate(pages)
    ]


def page_words(content: CardContent, width: int, height: int) -> list[str]:
    """What is read on each page of :func:`draw_card`, for reading time and narration."""
    room = _room(width, height, content.image is not None and content.image.is_file())
    title_size, title = _fit_title(content.title, room[0], height)
    head = _head_height(content, title, title_size, height)
    _, pages = _paginate(content.paragraphs, room[0], room[1], head, height)
    words = [" ".join(line.text for line in page if not line.speaker) for page in pages]
    words[0] = "\n".join(part for part in (content.title, words[0]) if part)
    return words


# --- layout -----------------------------------------------------------------------------------


def _room(width: int, height: int, with_picture: bool) -> tuple[float, float]:
    """Width and height for words, in pixels."""
    wide = (1 - _PICTURE_SHARE - 0.07 if with_picture else 0.89) - _MARGIN_X
    return width * (wide if with_picture else wide - _MARGIN_X), height * (1 - 2 * _MARGIN_Y)


def _fit_title(title: str, room: float, height: int) -> tuple[int, list[str]]:
    size = round(height * 0.088)
    for share in (0.088, 0.076, 0.064, 0.054):
        size = round(height * share)
        lines = _wrap(title, _font("Semibold", size), room)
        if len(lines) <= 2:
            return size, lines
    return size, _wrap(title, _font("Semibold", size), room)[:4]


def _head_height(content: CardContent, title: Sequence[str], size: int, height: int) -> float:
    eyebrow = height * 0.062 if content.eyebrow else 0.0
    rule = height * 0.075 if title else 0.0
    return eyebrow + len(title) * size * 1.16 + rule


def _paginate(
    paragraphs: Sequence[str], room: float, room_high: float, head: float, height: int
) -> tuple[int, list[list[_Line]]]:
    """The largest size at which everything stands on one page, else more pages of the smallest."""
    foot = height * 0.075
    for share in _SIZES:
        size = round(height * share)
        lines = _lines(paragraphs, _font("Regular", size), room)
        if _high(lines, size) + head <= room_high - foot:
            return size, [lines]
    size = round(height * _SIZE_ON_PAGES)
    lines = _lines(paragraphs, _font("Regular", size), room)
    pages: list[list[_Line]] = [[]]
    for line in lines:
        if pages[-1] and _high([*pages[-1], line], size) + head > room_high - foot:
            pages.append([])
        first = not pages[-1]
        pages[-1].append(_Line(line.text, line.speaker, 0.0) if first else line)
    # A speaker's name does not stay alone at the foot of a page.
    for page, following in pairwise(pages):
        if len(page) > 1 and page[-1].speaker:
            following.insert(0, page.pop())
    return size, pages


def _lines(paragraphs: Sequence[str], font: ImageFont.FreeTypeFont, room: float) -> list[_Line]:
    lines: list[_Line] = []
    speaker_before = None
    for paragraph in paragraphs:
        spoken = _SPEAKER.match(paragraph)
        words = spoken[2] if spoken else paragraph
        if spoken and spoken[1] != speaker_before:
            lines.append(_Line(spoken[1], True, 0.55 if lines else 0.0))
        gap = 0.5 if lines and not lines[-1].speaker else 0.0
        for number, text in enumerate(_wrap(words, font, room)):
            lines.append(_Line(text, False, gap if number == 0 else 0.0))
        speaker_before = spoken[1] if spoken else None
    return lines


def _high(lines: Sequence[_Line], size: int) -> float:
    return sum((_LEADING * (0.86 if line.speaker else 1.0) + line.before) * size for line in lines)


def _wrap(text: str, font: ImageFont.FreeTypeFont, room: float) -> list[str]:
    """Lines no wider than ``room`` pixels; a word that is too long is broken."""
    lines: list[str] = []
    for part in text.split("\n"):
        line = ""
        for word in part.split():
            joined = f"{line} {word}".strip()
            if font.getlength(joined) <= room:
                line = joined
                continue
            if line:
                lines.append(line)
            while font.getlength(word) > room and len(word) > 1:
                cut = next(
                    (n for n in range(len(word), 1, -1) if font.getlength(word[:n]) <= room), 1
                )
                lines.append(word[:cut])
                word = word[cut:]
            line = word
        if line:
            lines.append(line)
    return _without_orphan_prepositions(lines, font, room)


def _without_orphan_prepositions(
    lines: list[str], font: ImageFont.FreeTypeFont, room: float
) -> list[str]:
    """Polish does not leave words of one letter at the end of a line."""
    for index in range(len(lines) - 1):
        head, _, last = lines[index].rpartition(" ")
        if len(last) == 1 and head and font.getlength(f"{last} {lines[index + 1]}") <= room:
            lines[index], lines[index + 1] = head, f"{last} {lines[index + 1]}"
    return lines


# --- drawing ----------------------------------------------------------------------------------


@functools.lru_cache(maxsize=64)
def _font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(font_file(weight)), size)


def _rgb(colour: str) -> Colour:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mixed(one: Colour, other: Colour, share: float) -> Colour:
    """``one`` with ``share`` of ``other`` in it."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _load(path: Path | None) -> Image.Image | None:
    if path is None:
        return None
    try:
        with Image.open(path) as image:
            return ImageOps.exif_transpose(image).convert("RGB")
    except (OSError, ValueError, Image.DecompressionBombError):
        return None


def _ground(
    content: CardContent, width: int, height: int, picture: Image.Image | None
) -> Image.Image:
    """The background: a glow of the accent in a corner, and the picture melting into it."""
    background, accent = _rgb(content.background), _rgb(content.accent)
    ground = Image.new("RGB", (width, height), background)
    glow = Image.radial_gradient("L").resize((width * 2, height * 2), Image.Resampling.BICUBIC)
    glow = ImageOps.invert(glow).point(_dimmed)
    tint = Image.new("RGB", (width, height), mixed(background, accent, 0.55))
    corner = glow.crop((round(width * 0.2), height, round(width * 1.2), height * 2))
    ground = Image.composite(tint, ground, corner)
    if picture is None:
        return _grained(ground)
    wide = round(width * (_PICTURE_SHARE + 0.06))
    shown = ImageOps.fit(picture, (wide, height), Image.Resampling.LANCZOS)
    melt = Image.linear_gradient("L").rotate(90).resize((round(wide * 0.34), height))
    mask = Image.new("L", (wide, height), 255)
    mask.paste(melt, (0, 0))
    ground.paste(shown, (width - wide, 0), mask)
    return _grained(ground)


def _dimmed(value: int) -> float:
    return value * 0.3


def _grained(image: Image.Image) -> Image.Image:
    """A trace of noise, which keeps an encoder from drawing steps into the gradient."""
    grain = np.random.default_rng(7).normal(128, _GRAIN, (image.height, image.width))
    noise = Image.fromarray(grain.astype(np.uint8)).convert("RGB")
    return ImageChops.add(image, noise, 1.0, -128)


def _picture_alone(
    picture: Image.Image, content: CardContent, width: int, height: int
) -> Image.Image:
    ground = ImageOps.fit(picture, (width, height)).filter(ImageFilter.GaussianBlur(height / 18))
    veil = Image.new("RGB", (width, height), _rgb(content.background))
    ground = Image.blend(ground, veil, 0.55)
    shown = ImageOps.contain(picture, (width, height), Image.Resampling.LANCZOS)
    ground.paste(shown, ((width - shown.width) // 2, (height - shown.height) // 2))
    if content.mark:
        _draw_mark(ground, content, height)
    return ground


def _page(
    page: Image.Image,
    content: CardContent,
    title: tuple[list[str], int],
    lines: Sequence[_Line],
    size: int,
    number: tuple[int, int],
    top: float,
) -> Image.Image:
    width, height = page.size
    draw = ImageDraw.Draw(page)
    accent, ink = _readable_accent(content), _rgb(content.foreground)
    quiet = mixed(ink, _rgb(content.background), 0.12)
    left = width * _MARGIN_X
    if content.eyebrow:
        font = _font("Semibold", round(height * 0.027))
        _spaced(draw, (left, top), content.eyebrow.upper(), font, accent, height * 0.0045)
        top += height * 0.062
    for line in title[0]:
        draw.text((left, top), line, fill=ink, font=_font("Semibold", title[1]))
        top += title[1] * 1.16
    if title[0]:
        rule_top = top + height * 0.022
        draw.rounded_rectangle(
            (left, rule_top, left + width * 0.05, rule_top + max(3, height * 0.006)),
            radius=height * 0.003, fill=_rgb(content.accent),
        )  # fmt: skip
        top += height * 0.075
    for line in lines:
        top += line.before * size
        if line.speaker:
            font = _font("Semibold", round(size * 0.74))
            draw.text((left, top + size * 0.16), line.text, fill=accent, font=font)
            top += _LEADING * 0.86 * size
        else:
            draw.text((left, top), line.text, fill=quiet, font=_font("Regular", size))
            top += _LEADING * size
    if content.mark:
        _draw_mark(page, content, height)
    if number[1] > 1:
        _draw_dots(draw, number, left, height, accent, mixed(ink, _rgb(content.background), 0.7))
    return page


def _readable_accent(content: CardContent) -> Colour:
    """The accent for words, lightened or darkened towards the foreground until it is readable."""
    accent, ground = _rgb(content.accent), _rgb(content.background)
    for step in range(10):
        colour = mixed(accent, _rgb(content.foreground), step / 10)
        if contrast(colour, ground) >= 5.0:
            return colour
    return _rgb(content.foreground)


def contrast(one: Colour, other: Colour) -> float:
    """The contrast ratio of WCAG 2.2, from 1 to 21."""

    def brightness(colour: Colour) -> float:
        parts = [value / 255 for value in colour]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _spaced(
    draw: ImageDraw.ImageDraw,
    place: tuple[float, float],
    text: str,
    font: ImageFont.FreeTypeFont,
    colour: Colour,
    gap: float,
) -> None:
    left, top = place
    for letter in text:
        draw.text((left, top), letter, fill=colour, font=font)
        left += font.getlength(letter) + gap


def _draw_dots(
    draw: ImageDraw.ImageDraw,
    number: tuple[int, int],
    left: float,
    height: int,
    lit: Colour,
    unlit: Colour,
) -> None:
    radius, gap = height * 0.0055, height * 0.026
    for index in range(number[1]):
        middle = left + radius + index * gap
        top = height * (1 - _MARGIN_Y * 0.62)
        draw.ellipse(
            (middle - radius, top - radius, middle + radius, top + radius),
            fill=lit if index == number[0] else unlit,
        )


def _draw_mark(page: Image.Image, content: CardContent, height: int) -> None:
    """A label in the upper right corner, drawn large and brought down for smooth edges."""
    scale = 4
    font = _font("Semibold", round(height * 0.026) * scale)
    text = content.mark
    pad = height * 0.017 * scale
    dot = height * 0.012 * scale
    wide = round(font.getlength(text) + 3 * pad + dot)
    high = round(height * 0.052 * scale)
    label = Image.new("RGBA", (wide, high), (0, 0, 0, 0))
    draw = ImageDraw.Draw(label)
    ground, ink = _rgb(content.background), _rgb(content.foreground)
    draw.rounded_rectangle(
        (0, 0, wide - 1, high - 1), radius=high / 2, fill=(*mixed(ground, (0, 0, 0), 0.35), 225),
        outline=(*mixed(ground, ink, 0.45), 255), width=round(height * 0.002 * scale),
    )  # fmt: skip
    accent = _rgb(content.accent)
    draw.ellipse((pad, (high - dot) / 2, pad + dot, (high + dot) / 2), fill=(*accent, 255))
    draw.text((pad * 2 + dot, high / 2), text, fill=(*ink, 255), font=font, anchor="lm")
    label = label.resize((wide // scale, high // scale), Image.Resampling.LANCZOS)
    margin = round(height * 0.05)
    page.paste(label, (page.width - label.width - margin, margin), label)
