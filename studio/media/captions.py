"""Captions: SRT, VTT and ASS by pysubs2, wrong encodings mended and reported."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, NamedTuple

import pysubs2
from charset_normalizer import from_bytes

from studio.media import problems
from studio.story.finding import Finding, Place

Kind = Literal["vtt", "srt", "ass"]

_COMMAND = re.compile(r"\{\\[^}]*\}")
"""What pysubs2 makes of marks such as <i>."""
_MARK = re.compile(r"</?(?:[bciuv]|ruby|rt|lang|font)(?:[.\s][^>]*)?>|<[\d:.]+>")
_SHOWN_LETTERS = 40
_MAXIMUM_BYTES = 20_000_000
# Tried first: what Polish subtitle editors write. charset-normalizer decides between them.
_LIKELY = ["cp1250", "iso8859_2", "cp1252", "utf_16"]


class Cue(NamedTuple):
    """One caption: ``start`` and ``end`` in seconds, ``text`` plain with line breaks."""

    start: float
    end: float
    text: str


def read(path: Path, place: Place | None = None) -> tuple[list[Cue], list[Finding]]:
    """The cues in order of time, and what was wrong with the file.

    Never raises for a bad file: an unreadable one gives no cues and an MD020 or MD002 finding.
    """
    place = place or Place(file=path.name)
    name = place.file or path.name
    try:
        if path.stat().st_size > _MAXIMUM_BYTES:
            return [], [problems.CAPTIONS_UNREADABLE.at(place, file=name, detail="> 20 MB")]
        data = path.read_bytes()
    except OSError as error:
        return [], list(problems.from_os_error(error, place, name).findings)
    text, encoding = _decode(data)
    if text is None:
        detail = "unknown encoding"
        return [], [problems.CAPTIONS_UNREADABLE.at(place, file=name, detail=detail)]
    findings: list[Finding] = []
    if encoding is not None:
        findings.append(problems.CAPTIONS_ENCODING.at(place, file=name, detail=encoding))
    try:
        subtitles = pysubs2.SSAFile.from_string(text)
    except (pysubs2.exceptions.Pysubs2Error, ValueError) as error:
        detail = str(error).splitlines()[0] if str(error) else type(error).__name__
        return [], [*findings, problems.CAPTIONS_UNREADABLE.at(place, file=name, detail=detail)]
    cues: list[Cue] = []
    for event in subtitles.events:
        words = _plain(event, subtitles.format)
        if event.is_comment or event.is_drawing or not words:
            continue
        if event.end <= event.start:
            detail = words.replace("\n", " ")[:_SHOWN_LETTERS]
            findings.append(problems.CAPTIONS_TIMES.at(place, file=name, detail=detail))
            continue
        cues.append(Cue(event.start / 1000, event.end / 1000, words))
    if not cues and not any(finding.severity == "warning" for finding in findings):
        detail = "no captions found"
        findings.append(problems.CAPTIONS_UNREADABLE.at(place, file=name, detail=detail))
    return sorted(cues), findings


def _plain(event: pysubs2.SSAEvent, kind: str | None) -> str:
    """The words without marks; braces are commands in ASS alone."""
    if kind in ("vtt", "srt"):
        text = _COMMAND.sub("", event.text).replace("\\N", "\n").replace("\\h", " ")
        text = _MARK.sub("", text)
        text = html.unescape(text) if kind == "vtt" else text
    else:
        text = event.plaintext.replace("\\\u2060", "\\")
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def _decode(data: bytes) -> tuple[str | None, str | None]:
    """The text, and the encoding's name when it was not UTF-8."""
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=_LIKELY).best()
        return (None, None) if best is None else (str(best), best.encoding)


def encode(cues: Iterable[Cue], kind: Kind = "vtt") -> bytes:
    """The cues, in order of time, as a file of that kind (UTF-8).

    WebVTT and SubRip are written here: pysubs2 takes words in braces for commands and drops them.
    """
    ordered = sorted(cues)
    if kind == "ass":
        subtitles = pysubs2.SSAFile()
        subtitles.events += [
            pysubs2.SSAEvent(round(cue.start * 1000), round(cue.end * 1000), as_ass_text(cue.text))
            for cue in ordered
        ]
        return subtitles.to_string("ass").encode("utf-8")
    parts = ["WEBVTT\n"] if kind == "vtt" else []
    for number, cue in enumerate(ordered, start=1):
        # An empty line would end the caption.
        text = "\n".join(line for line in cue.text.splitlines() if line.strip())
        if kind == "vtt":
            text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        times = f"{_time(cue.start, kind)} --> {_time(cue.end, kind)}"
        parts.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(parts).encode("utf-8")


def as_ass_text(text: str) -> str:
    """Plain words for ASS: braces and backslashes would be commands there."""
    # A word joiner between takes a command's meaning away.
    escaped = text.replace("\\", "\\\u2060").replace("{", "\\{")
    return escaped.replace("\n", "\\N")


def _time(seconds: float, kind: Kind) -> str:
    milliseconds = round(max(0.0, seconds) * 1000)
    minutes, rest = divmod(milliseconds, 60_000)
    mark = "." if kind == "vtt" else ","
    return f"{minutes // 60:02}:{minutes % 60:02}:{rest // 1000:02}{mark}{rest % 1000:03}"


def kind_of(path: Path) -> Kind | None:
    """What a caption file of that name is to be, or None for another ending."""
    match path.suffix.lower():
        case ".vtt":
            return "vtt"
        case ".srt":
            return "srt"
        case ".ass":
            return "ass"
        case _:
            return None
