"""Captions: SRT, VTT and ASS read through pysubs2, wrong encodings mended and reported."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pysubs2
from charset_normalizer import from_bytes

from studio.media import problems
from studio.story.finding import Finding, Place

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
        words = event.plaintext.strip()
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


def _decode(data: bytes) -> tuple[str | None, str | None]:
    """The text, and the encoding's name when it was not UTF-8."""
    try:
        return data.decode("utf-8-sig"), None
    except UnicodeDecodeError:
        best = from_bytes(data, cp_isolation=_LIKELY).best()
        return (None, None) if best is None else (str(best), best.encoding)


def encode(cues: Iterable[Cue]) -> bytes:
    """The cues, in order of time, as a WebVTT file (UTF-8)."""
    subtitles = pysubs2.SSAFile()
    for cue in sorted(cues):
        event = pysubs2.SSAEvent(start=round(cue.start * 1000), end=round(cue.end * 1000))
        event.plaintext = cue.text
        subtitles.append(event)
    return subtitles.to_string("vtt").encode("utf-8")
