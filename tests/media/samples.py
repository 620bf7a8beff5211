"""Tiny files as cameras, phones and old programs write them, made by the real ffmpeg.

``SAMPLES`` maps a file name to how it is made; the names are part of the trial.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from studio.media.runner import find_ffmpeg

PATTERN = "testsrc2=size=160x90:rate=25:duration=1"
TONE = "sine=frequency=440:sample_rate=48000:duration=1"
HDR = (
    "-pix_fmt yuv420p10le -color_primaries bt2020 -colorspace bt2020nc -color_trc {curve} "
    "-x265-params log-level=error:colorprim=bt2020:transfer={curve}:colormatrix=bt2020nc"
)
LONG_NAME = "bardzo długa nazwa pliku z kamery " * 6 + ".mp4"


class Sample(NamedTuple):
    """``options`` of the encoder (words), input patterns, and whether there is sound."""

    options: str
    pattern: str = PATTERN
    tone: str | None = TONE
    filters: str = ""
    before: str = ""


H264 = "-c:v libx264 -preset ultrafast -pix_fmt yuv420p"
SAMPLES: dict[str, Sample] = {
    "h264.mp4": Sample(f"{H264} -c:a aac"),
    "h264 10 bit.mkv": Sample("-c:v libx264 -preset ultrafast -pix_fmt yuv422p10le -c:a flac"),
    "hevc.mov": Sample("-c:v libx265 -preset ultrafast -tag:v hvc1 -x265-params log-level=error"),
    "hevc 12 bit.mkv": Sample(
        "-c:v libx265 -preset ultrafast -pix_fmt yuv420p12le -x265-params log-level=error"
    ),
    "hdr10.mkv": Sample(f"-c:v libx265 -preset ultrafast {HDR.format(curve='smpte2084')}"),
    "hlg.mp4": Sample(f"-c:v libx265 -preset ultrafast {HDR.format(curve='arib-std-b67')}"),
    "prores.mov": Sample("-c:v prores_ks -profile:v 3 -pix_fmt yuv422p10le -c:a pcm_s24le"),
    "dnxhd.mxf": Sample(
        "-c:v dnxhd -b:v 36M -pix_fmt yuv422p -c:a pcm_s16le -ar 48000",
        "testsrc2=size=1920x1080:rate=25:duration=0.2",
        "sine=sample_rate=48000:duration=0.2",
    ),
    "dnxhr.mov": Sample(
        "-c:v dnxhd -profile:v dnxhr_sq -pix_fmt yuv422p",
        "testsrc2=size=256x144:rate=25:duration=1",
    ),
    "mpeg2.mpg": Sample("-c:v mpeg2video -q:v 3 -c:a mp2 -f vob"),
    "avchd 00001.MTS": Sample(f"{H264} -c:a ac3 -f mpegts"),
    "interlaced.mts": Sample(
        f"{H264} -flags +ildct+ilme -x264opts tff=1 -c:a ac3 -f mpegts",
        "testsrc2=size=160x96:rate=50:duration=1",
        filters="tinterlace=interleave_top,setfield=tff",
    ),
    "vp8.webm": Sample("-c:v libvpx -deadline realtime -cpu-used 8 -c:a libvorbis"),
    "vp9.webm": Sample("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus"),
    "av1.mkv": Sample("-c:v libsvtav1 -preset 12 -c:a libopus"),
    "mjpeg.avi": Sample("-c:v mjpeg -q:v 3 -pix_fmt yuvj420p -c:a pcm_s16le"),
    "xvid.avi": Sample("-c:v mpeg4 -vtag XVID -c:a mp3"),
    "phone.3gp": Sample("-c:v h263 -c:a aac -ar 44100", "testsrc2=size=176x144:rate=15:duration=1"),
    "animated.gif": Sample("-loop 0", "testsrc2=size=160x90:rate=10:duration=1", None),
    "variable.mp4": Sample(
        f"{H264} -fps_mode vfr", filters="select='not(between(mod(n,8),2,4))'"
    ),
    "anamorphic.mpg": Sample(
        "-c:v mpeg2video -q:v 3 -c:a mp2 -f vob", "testsrc2=size=180x144:rate=25:duration=1",
        filters="setsar=64/45",
    ),
    "odd size.mkv": Sample(
        "-c:v ffv1 -pix_fmt bgr0 -c:a flac", "testsrc2=size=161x91:rate=25:duration=1"
    ),
    "high rate.mp4": Sample(H264, "testsrc2=size=160x90:rate=120:duration=0.5"),
    "mono.mp4": Sample(f"{H264} -c:a aac -ac 1 -ar 22050"),
    "surround.mkv": Sample(f"{H264} -c:a ac3 -ac 6"),
    "no sound.mp4": Sample(H264, tone=None),
    "h264 that says.avi.mov.mpg": Sample(f"{H264} -f mp4"),
    "vp9 called.mp4": Sample("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -f webm"),
    "-dash --first.mp4": Sample(H264),
    "quote's \"and\" $(touch x); %03d.mp4": Sample(H264),
    "zażółć gęślą jaźń 🎬.mp4": Sample(H264),
    "concat:a|b.mp4": Sample(H264),
    LONG_NAME: Sample(H264),
    "late picture.mkv": Sample(f"{H264} -c:a flac", before="-itsoffset 0.4"),
}  # fmt: skip


def make_sample(name: str, folder: Path) -> Path:
    """The file of that name in the folder; made the first time."""
    path = folder / name
    if path.exists():
        return path
    sample = SAMPLES[name]
    plain = folder / f"plain{len(list(folder.iterdir()))}{Path(name).suffix.lower()}"
    command = [find_ffmpeg(), "-v", "error", "-nostdin", "-y"]
    command += [*sample.before.split(), "-f", "lavfi", "-i", sample.pattern]
    if sample.tone is not None:
        command += ["-f", "lavfi", "-i", sample.tone]
    if sample.filters:
        command += ["-vf", sample.filters]
    subprocess.run([*command, *sample.options.split(), f"file:{plain}"], check=True)
    shutil.move(plain, path)
    return path


def turned(source: Path, degrees: int, target: Path) -> Path:
    """The same streams with a display matrix, as phones write it."""
    subprocess.run(
        [find_ffmpeg(), "-v", "error", "-nostdin", "-y", "-display_rotation", str(degrees),
         "-i", f"file:{source}", "-c", "copy", f"file:{target}"],
        check=True,
    )  # fmt: skip
    return target
