"""The picture's part of the filter graph: pure functions from a stream to a stream.

Order: deinterlace, constant rate, into the frame, ordinary colours, concealments, camera move,
seamless loop, freeze, captions, fades. Concealments come right after the picture has its place in
the frame, so that whatever follows moves the concealed picture only.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import ffmpeg

from studio.media.encoding import Encoding, output_seconds
from studio.media.probe import VideoFacts
from studio.media.tone_mapping import KNEE, PEAK, REFERENCE_WHITE
from studio.story.model import Area, Concealment

_HALF = 0.5
_BLOCKS = 6
"""A concealed region keeps so few blocks along its longer side that no face survives in it."""
_HIGH_DEFINITION_LINES = 720
_CAMERA_ZOOM = 0.15
_CAMERA_SUPERSAMPLING = 1.5
_TRANSFER_NAMES = {"pq": "smpte2084", "hlg": "arib-std-b67"}


def picture(
    stream: Any, encoding: Encoding, pixel_format: str, captions: Path | None, fonts: Path
) -> Any:
    """Everything done to the picture; ``captions`` is an ASS file to burn in."""
    treatment, video = encoding.treatment, encoding.video
    rate = f"{encoding.frame_rate:.6g}"
    if encoding.still is None:
        if video.interlaced:
            stream = stream.filter("bwdif", mode="send_frame", deint="interlaced")
        # Sound may begin before the picture: the first frame then stands from the start.
        stream = stream.filter("fps", fps=rate, start_time=0)
        if encoding.lead > 0:
            stream = stream.filter(
                "trim", start=f"{encoding.lead - _HALF / encoding.frame_rate:.6f}"
            )
            stream = stream.filter("setpts", "PTS-STARTPTS")
    stream = _into_frame(stream, encoding)
    if encoding.still is not None:
        stream = stream.filter("tpad", stop_mode="clone", stop_duration=encoding.seconds)
        stream = stream.filter("fps", fps=rate)
    for concealment in treatment.concealments:
        stream = _concealed(stream, concealment, encoding)
    if treatment.camera != "still":
        stream = _moved(stream, encoding)
    if encoding.loop_seconds > 0:
        stream = _looped(stream, encoding)
    if treatment.freeze_end > 0:
        stream = stream.filter("tpad", stop_mode="clone", stop_duration=treatment.freeze_end)
    if captions is not None:
        stream = stream.filter("ass", filename=str(captions), fontsdir=str(fonts))
    for kind, start, seconds in fades(encoding):
        stream = stream.filter("fade", type=kind, start_time=start, duration=seconds)
    return stream.filter("format", pixel_format)


def fades(encoding: Encoding) -> list[tuple[str, float, float]]:
    """Kind, start and length of each fade, in seconds of the finished clip."""
    treatment, length = encoding.treatment, output_seconds(encoding)
    result: list[tuple[str, float, float]] = []
    if treatment.fade_in > 0:
        result.append(("in", 0.0, float(treatment.fade_in)))
    if treatment.fade_out > 0:
        start = max(0.0, length - treatment.fade_out)
        result.append(("out", start, float(treatment.fade_out)))
    return result


def fitted_size(video: VideoFacts, width: int, height: int, cover: bool) -> tuple[int, int]:
    """The picture's size within the frame (or covering it), in whole pairs of pixels."""
    shown_width, shown_height = video.shown_size
    choose = max if cover else min
    scale = choose(width / shown_width, height / shown_height)
    fitted = [max(2, round(side * scale / 2) * 2) for side in (shown_width, shown_height)]
    if cover:
        return max(fitted[0], width), max(fitted[1], height)
    return min(fitted[0], width), min(fitted[1], height)


def _into_frame(stream: Any, encoding: Encoding) -> Any:
    width, height = encoding.frame_width, encoding.frame_height
    cover = encoding.treatment.fit == "crop"
    fitted = fitted_size(encoding.video, width, height, cover)
    stream = _in_ordinary_colours(stream, encoding.video, fitted)
    if fitted != (width, height):
        if cover:
            stream = stream.filter("crop", width, height)
        else:
            stream = stream.filter("pad", width, height, "(ow-iw)/2", "(oh-ih)/2")
    return stream.filter("setsar", 1)


def _in_ordinary_colours(stream: Any, video: VideoFacts, size: tuple[int, int]) -> Any:
    """Scaled, BT.709 in the narrow range; HDR through a curve in linear light."""
    if video.transfer == "sdr":
        return stream.filter(
            "scale", *size, in_color_matrix=_matrix(video), out_color_matrix="bt709",
            out_range="tv",
        )  # fmt: skip
    stream = stream.filter("scale", *size)
    stream = stream.filter(
        "zscale", transferin=_TRANSFER_NAMES[video.transfer], matrixin="2020_ncl",
        primariesin="2020", transfer="linear", npl=REFERENCE_WHITE,
    )  # fmt: skip
    stream = stream.filter("format", "gbrpf32le").filter("zscale", primaries="709")
    stream = stream.filter("tonemap", tonemap="mobius", param=KNEE, peak=f"{PEAK:.4f}", desat=0)
    stream = stream.filter("zscale", transfer="709", matrix="709", primaries="709", range="tv")
    return stream.filter("format", "yuv420p")


def _matrix(video: VideoFacts) -> str:
    """The colour matrix that the source names; untagged footage by its number of lines."""
    if video.matrix_known:
        return "auto"
    return "bt709" if video.height >= _HIGH_DEFINITION_LINES else "bt601"


def region(area: Area, width: int, height: int) -> tuple[int, int, int, int]:
    """Left, top, width, height in pixels, grown outwards to whole pairs, within the frame."""
    left = min(width - 2, math.floor(area.x * width / 2) * 2)
    top = min(height - 2, math.floor(area.y * height / 2) * 2)
    right = min(width, math.ceil((area.x + area.width) * width / 2) * 2)
    bottom = min(height, math.ceil((area.y + area.height) * height / 2) * 2)
    return left, top, max(2, right - left), max(2, bottom - top)


def _concealed(stream: Any, concealment: Concealment, encoding: Encoding) -> Any:
    """The region reduced to a few blocks while the concealment lasts; the detail is gone."""
    half = 0.5 / encoding.frame_rate
    start = concealment.start - encoding.mark_in - half
    end = math.inf if concealment.end is None else concealment.end - encoding.mark_in + half
    if end < 0 or start > encoding.seconds:
        return stream
    left, top, width, height = region(concealment.area, encoding.frame_width, encoding.frame_height)
    longer = max(width, height)
    blocks = [max(1, round(_BLOCKS * side / longer)) for side in (width, height)]
    halves = stream.filter_multi_output("split")
    part = halves[1].filter("crop", width, height, left, top)
    part = part.filter("scale", *blocks, flags="area")
    smooth = "bicubic" if concealment.manner == "blur" else "neighbor"
    part = part.filter("scale", width, height, flags=smooth).filter("setsar", 1)
    if concealment.area.shape == "ellipse":
        part = _cut_to_ellipse(part, width, height)
    last = f"{end:.4f}" if math.isfinite(end) else "1e9"
    return halves[0].overlay(part, x=left, y=top, enable=f"between(t,{start:.4f},{last})")


def _cut_to_ellipse(part: Any, width: int, height: int) -> Any:
    """The inscribed ellipse stays, the corners become transparent; the mask is made small."""
    halves = part.filter_multi_output("split")
    small_width, small_height = max(2, width // 2), max(2, height // 2)
    mask = halves[1].filter("scale", small_width, small_height, flags="neighbor")
    mask = mask.filter("format", "gray").filter(
        "geq", lum="255*lte(hypot((X+0.5)*2/W-1,(Y+0.5)*2/H-1),1)"
    )
    mask = mask.filter("scale", width, height, flags="bilinear")
    return ffmpeg.filter([halves[0], mask], "alphamerge")


def _moved(stream: Any, encoding: Encoding) -> Any:
    """A slow zoom or pan; the corners move by parts of a pixel, so that nothing trembles."""
    width, height = encoding.frame_width, encoding.frame_height
    large = [round(side * _CAMERA_SUPERSAMPLING / 2) * 2 for side in (width, height)]
    count = max(1, round(encoding.seconds * encoding.frame_rate) - 1)
    done = f"min(max(on-1,0)/{count},1)"  # libavfilter counts frames from 1 here
    share = f"{_CAMERA_ZOOM / (1 + _CAMERA_ZOOM):.6f}"
    # Left and top edge of the part shown, and what is cut off in all, as shares of the frame.
    match encoding.treatment.camera:
        case "zoom_in":
            cut, edge = f"({share}*{done})", 0.5
        case "zoom_out":
            cut, edge = f"({share}*(1-{done}))", 0.5
        case "pan_left":
            cut, edge = share, f"(1-{done})"
        case _:
            cut, edge = share, done
    left, right = f"W*{cut}*{edge}", f"W*(1-{cut}*(1-{edge}))"
    top, bottom = f"H*{cut}/2", f"H*(1-{cut}/2)"
    stream = stream.filter("scale", *large, flags="lanczos")
    stream = stream.filter(
        "perspective", x0=left, y0=top, x1=right, y1=top, x2=left, y2=bottom, x3=right, y3=bottom,
        interpolation="linear", sense="source", eval="frame",
    )  # fmt: skip
    return stream.filter("scale", width, height).filter("setsar", 1)


def _looped(stream: Any, encoding: Encoding) -> Any:
    """Begins a little into the clip and ends by fading over into that beginning."""
    over = encoding.loop_seconds
    halves = stream.filter_multi_output("split")
    body = halves[0].filter("trim", start=over).filter("setpts", "PTS-STARTPTS")
    head = halves[1].filter("trim", end=over).filter("setpts", "PTS-STARTPTS")
    offset = encoding.seconds - 2 * over
    return ffmpeg.filter(
        [body, head], "xfade", transition="fade", duration=over, offset=f"{offset:.6f}"
    )
