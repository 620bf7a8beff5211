from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from studio.media.commandline import copy_command, transcode_command
from studio.media.encoding import Encoding, Loudness
from studio.media.probe import VideoFacts
from studio.media.profiles import EVERYWHERE
from studio.story.model import Treatment

FILMED = VideoFacts(
    codec="h264",
    profile="High",
    pixel_format="yuv420p",
    width=1920,
    height=1080,
    square_pixels=True,
    rotation=0,
    frame_rate=25.0,
    constant=True,
    keyframe_interval=1.0,
    starts_with_keyframe=True,
    closed_groups=True,
)
PLAIN = Encoding(
    source=Path("/clips/-odd: 'name'.mov"),
    still=None,
    video=FILMED,
    sound=None,
    has_sound=True,
    mark_in=1.5,
    seconds=4.0,
    frame_width=1280,
    frame_height=720,
    frame_rate=25.0,
    treatment=Treatment(loudness=False),
    loudness=None,
)


def command(measured: Loudness | None = None, **changes: object) -> list[str]:
    return transcode_command(
        "ffmpeg", replace(PLAIN, **changes), EVERYWHERE, Path("/out"), loudness=measured
    )


def after(arguments: list[str], option: str) -> str:
    return arguments[arguments.index(option) + 1]


def test_only_local_files_in_named_formats_are_opened() -> None:
    for arguments in (command(), copy_command("ffmpeg", PLAIN.source, True, Path("/out"))):
        assert after(arguments, "-protocol_whitelist") == "file"
        assert "hls" not in after(arguments, "-format_whitelist").split(",")
        assert after(arguments, "-i") == "file:/clips/-odd: 'name'.mov"
        assert "file:/out" in arguments


def test_keyframe_every_second_at_constant_rate() -> None:
    assert after(command(), "-g") == "25"
    assert after(command(frame_rate=29.97), "-g") == "29"
    assert after(command(), "-fps_mode") == "cfr"
    assert after(command(), "-flags") == "+cgop"


def test_the_cut_is_made_before_decoding() -> None:
    arguments = command()
    assert arguments.index("-ss") < arguments.index("-i")
    assert after(arguments, "-ss") == "1.500000"


@pytest.mark.parametrize("changes", [{"has_sound": False}, {"treatment": Treatment(mute=True)}])
def test_without_sound_no_sound_is_made(changes: dict[str, object]) -> None:
    assert "-c:a" not in command(**changes)
    assert "-c:a" in command()


def test_crop_and_pad() -> None:
    square = {"frame_width": 720}
    assert "]pad=" in after(command(**square), "-filter_complex")
    cropped = command(treatment=Treatment(fit="crop"), **square)
    assert "crop=" in after(cropped, "-filter_complex")
    assert "]pad=" not in after(command(), "-filter_complex"), "it has the frame's shape already"


def test_loudness_only_where_measured() -> None:
    assert "loudnorm" not in after(command(), "-filter_complex")
    measured = Loudness(-20, 5, -3, -30, 0.1)
    graph = after(command(loudness=-16, measured=measured), "-filter_complex")
    assert "loudnorm=I=-16" in graph
    assert "measured_I=-20" in graph
