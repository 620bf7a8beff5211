"""Captions drawn into the picture, as an ASS file for libass."""

from __future__ import annotations

from collections.abc import Sequence

import pysubs2

from studio.media.captions import Cue, as_ass_text
from studio.media.fonts import FAMILY

_SIZE_SHARE, _MARGIN_SHARE = 0.055, 0.05


def captions_as_ass(cues: Sequence[Cue], width: int, height: int) -> str:
    """White words with a dark edge at the bottom of a frame of that size in pixels."""
    subtitles = pysubs2.SSAFile()
    subtitles.info |= {"PlayResX": str(width), "PlayResY": str(height), "WrapStyle": "0"}
    subtitles.styles["Default"] = pysubs2.SSAStyle(
        fontname=FAMILY,
        fontsize=round(height * _SIZE_SHARE),
        outline=max(1.0, height / 360),
        shadow=0,
        backcolor=pysubs2.Color(0, 0, 0, 120),
        marginv=round(height * _MARGIN_SHARE),
        marginl=round(width * _MARGIN_SHARE),
        marginr=round(width * _MARGIN_SHARE),
    )
    for cue in cues:
        event = pysubs2.SSAEvent(start=round(cue.start * 1000), end=round(cue.end * 1000))
        event.text = as_ass_text(cue.text)
        subtitles.events.append(event)
    return subtitles.to_string("ass")
